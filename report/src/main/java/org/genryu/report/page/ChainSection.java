package org.genryu.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.genryu.report.count.ChainBuilder;
import org.genryu.report.count.Family;
import org.genryu.report.count.Strands;
import org.genryu.report.draw.Chain;
import org.genryu.report.draw.Palette;
import org.genryu.report.draw.Sankey;
import org.genryu.report.words.Glossary;
import org.genryu.report.write.Html;
import org.genryu.report.write.Sheet;

/// From the mine to the use: stage pictures of the most valuable elements of each family, in the first and in the last
/// period; of short chains in the first only.
final class ChainSection {
    /// Of a family with a long chain.
    private static final int MOST_STRANDS = 3;
    /// Of the short chains together.
    private static final int MOST_SHORT = 9;
    private static final int MOST_COUNTRIES = 7;
    private static final double ALIKE = 0.97;
    /// A smaller part of its stage joins the others in the picture; the table keeps it [fraction].
    private static final double LEAST = 0.01;

    private ChainSection() {}

    static void write(Html html, View view) {
        List<Strands.Strand> strands = Strands.of(view.balance());
        int drawn = 0;
        for (Family family : Family.of(view.supply())) {
            List<Strands.Strand> own = strands.stream()
                    .filter(strand -> family.commodities().stream().anyMatch(c -> strand.weight()[c] > 0))
                    .toList();
            List<Strands.Strand> chosen = different(own, family.joined() ? MOST_SHORT : MOST_STRANDS);
            if (drawn == 0 && !chosen.isEmpty()) {
                html.leaf("p", view.words(Words.CHAIN_INTRO));
            }
            for (Strands.Strand strand : chosen) {
                strand(html, view, strand, ++drawn, family.joined() ? 0 : view.last());
            }
        }
        if (drawn == 0) {
            html.leaf("p", view.words(Words.NO_CHAIN));
        }
    }

    /// The picture of the first period and, if it is another one, of the last.
    private static void strand(Html html, View view, Strands.Strand strand, int number, int last) {
        List<String> always = new ArrayList<>(view.homes());
        always.addAll(view.supply().info().rival());
        List<Integer> order = ChainBuilder.ranking(view.balance(), view.origins(), strand);
        for (int t : last == 0 ? new int[] {0} : new int[] {0, last}) {
            ChainBuilder chains = new ChainBuilder(view.balance(), view.origins(), strand, t);
            Chain chain = chains.build(order, new Chain.Detail(MOST_COUNTRIES, LEAST, always));
            if (!chain.links().isEmpty()) {
                String id = "chain-" + number + (t == 0 ? "a" : "b");
                Sheet sheet = sheet(view, strand, chains.build(order, Chain.Detail.ALL), id);
                figure(html, view, strand, chain, title(view, strand, t), sheet);
            }
        }
    }

    /// The first strands that do not tell the same story: Nd and Pr go side by side everywhere, one picture is
    /// enough.
    private static List<Strands.Strand> different(List<Strands.Strand> all, int most) {
        List<Strands.Strand> chosen = new ArrayList<>();
        for (Strands.Strand strand : all) {
            if (chosen.size() < most
                    && chosen.stream().noneMatch(other -> likeness(other.weight(), strand.weight()) > ALIKE)) {
                chosen.add(strand);
            }
        }
        return chosen;
    }

    /// Cosine between the contents of two strands.
    private static double likeness(double[] a, double[] b) {
        double both = IntStream.range(0, a.length).mapToDouble(c -> a[c] * b[c]).sum();
        double lengths = IntStream.range(0, a.length)
                        .mapToDouble(c -> a[c] * a[c])
                        .sum()
                * IntStream.range(0, a.length).mapToDouble(c -> b[c] * b[c]).sum();
        return both / Math.sqrt(lengths);
    }

    private static String title(View view, Strands.Strand strand, int t) {
        String name = strand.inTonnes()
                ? Glossary.element(strand.name(), view.lang())
                : Glossary.group(strand.name(), view.lang());
        return view.words(Words.CHAIN_TITLE, name, view.period(t));
    }

    private static void figure(Html html, View view, Strands.Strand strand, Chain chain, String title, Sheet sheet) {
        String id = sheet.name();
        String sentence = sentence(view, chain);
        Sankey.Words words = new Sankey.Words(
                id,
                title,
                sentence,
                columns(view, chain),
                i -> label(view, chain, i),
                i -> paint(view, chain.nodes().get(i)),
                i -> tip(view, strand, chain, chain.links().get(i)));
        view.figure().write(html, id, title, sentence, out -> Sankey.of(chain).draw(out, words), sheet);
    }

    private static List<String> columns(View view, Chain chain) {
        List<String> columns = new ArrayList<>(chain.stages().stream()
                .map(stage -> Glossary.stage(stage, view.lang()))
                .toList());
        columns.add(Glossary.stage("use", view.lang()));
        return columns;
    }

    /// Who leads at every stage.
    private static String sentence(View view, Chain chain) {
        List<String> columns = columns(view, chain);
        List<String> leaders = new ArrayList<>();
        for (int column = 0; column < chain.columns(); column++) {
            int stage = column;
            int best = IntStream.range(0, chain.nodes().size())
                    .filter(i -> chain.nodes().get(i).column() == stage
                            && chain.nodes().get(i).country() != Chain.OTHERS)
                    .boxed()
                    .max((a, b) -> Double.compare(chain.size(a), chain.size(b)))
                    .orElse(-1);
            if (best >= 0) {
                leaders.add(view.words(
                        Words.CHAIN_SENTENCE,
                        columns.get(column),
                        name(view, chain.nodes().get(best)),
                        view.shown().label(share(chain, best))));
            }
        }
        return String.join(view.lang() == org.genryu.core.Lang.JA ? "、" : "; ", leaders)
                + (view.lang() == org.genryu.core.Lang.JA ? "。" : ".");
    }

    private static double share(Chain chain, int node) {
        int column = chain.nodes().get(node).column();
        double all = IntStream.range(0, chain.nodes().size())
                .filter(i -> chain.nodes().get(i).column() == column)
                .mapToDouble(chain::size)
                .sum();
        return all > 0 ? chain.size(node) / all : 0;
    }

    private static String label(View view, Chain chain, int node) {
        return name(view, chain.nodes().get(node)) + " " + view.shown().label(share(chain, node));
    }

    private static String name(View view, Chain.Node node) {
        return node.country() == Chain.OTHERS ? view.words(Words.OTHERS, node.members()) : view.source(node.country());
    }

    private static Palette paint(View view, Chain.Node node) {
        return node.country() == Chain.OTHERS ? Palette.OTHERS : view.paint(node.country());
    }

    private static String tip(View view, Strands.Strand strand, Chain chain, Chain.Link link) {
        List<String> columns = columns(view, chain);
        Chain.Node from = chain.nodes().get(link.from());
        Chain.Node to = chain.nodes().get(link.to());
        return "%s (%s) → %s (%s): %s"
                .formatted(
                        name(view, from),
                        columns.get(from.column()),
                        name(view, to),
                        columns.get(to.column()),
                        view.shown().amount(link.amount(), strand.unit()));
    }

    private static Sheet sheet(View view, Strands.Strand strand, Chain chain, String id) {
        Sheet sheet = new Sheet(
                id,
                5,
                view.words(Words.CHAIN_KIND),
                view.words(Words.STAGE),
                view.words(Words.FROM),
                view.words(Words.STAGE) + " →",
                view.words(Words.TO),
                view.words(Words.AMOUNT) + " [" + strand.unit() + "]");
        List<String> columns = columns(view, chain);
        for (Chain.Link link : chain.links()) {
            Chain.Node from = chain.nodes().get(link.from());
            Chain.Node to = chain.nodes().get(link.to());
            sheet.row(
                    Sheet.word(view.words(Words.LINK)),
                    Sheet.word(columns.get(from.column())),
                    Sheet.word(name(view, from)),
                    Sheet.word(columns.get(to.column())),
                    Sheet.word(name(view, to)),
                    Sheet.number(view.shown().number(link.amount()), link.amount()));
        }
        for (Chain.Stub stub : chain.stubs()) {
            Chain.Node node = chain.nodes().get(stub.node());
            Words kind = switch (stub.kind()) {
                case STOCK -> Words.FROM_STOCK;
                case WITHIN -> stub.entering() ? Words.WITHIN_IN : Words.WITHIN_OUT;
                case RECYCLED -> stub.entering() ? Words.RECYCLED_IN : Words.RECYCLED_OUT;
            };
            Sheet.Cell stage = Sheet.word(columns.get(node.column()));
            Sheet.Cell who = Sheet.word(name(view, node));
            Sheet.Cell none = new Sheet.Cell(view.words(Words.MISSING), "");
            sheet.row(
                    Sheet.word(view.words(kind)),
                    stub.entering() ? none : stage,
                    stub.entering() ? none : who,
                    stub.entering() ? stage : none,
                    stub.entering() ? who : none,
                    Sheet.number(view.shown().number(stub.amount()), stub.amount()));
        }
        return sheet;
    }
}
