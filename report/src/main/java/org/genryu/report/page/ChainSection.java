package org.genryu.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.genryu.balance.account.ChainGraph;
import org.genryu.balance.account.CommodityFamily;
import org.genryu.balance.account.StageFlows;
import org.genryu.balance.account.TracedSubstances;
import org.genryu.balance.origin.Substance;
import org.genryu.report.draw.Palette;
import org.genryu.report.draw.SankeyDiagram;
import org.genryu.report.words.Glossary;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.Plot;

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

    static void write(Html html, PageView view) {
        List<Substance> strands =
                TracedSubstances.of(view.tracing(), view.assessment().byPlace());
        int drawn = 0;
        for (CommodityFamily family : CommodityFamily.of(view.supply())) {
            List<Substance> own = strands.stream()
                    .filter(strand -> family.commodities().stream().anyMatch(c -> strand.weight()[c] > 0))
                    .toList();
            List<Substance> chosen = different(own, family.joined() ? MOST_SHORT : MOST_STRANDS);
            if (drawn == 0 && !chosen.isEmpty()) {
                html.leaf("p", view.words(PagePhrases.CHAIN_INTRO));
            }
            for (Substance strand : chosen) {
                strand(html, view, strand, ++drawn, family.joined() ? 0 : view.last());
            }
        }
        if (drawn == 0) {
            html.leaf("p", view.words(PagePhrases.NO_CHAIN));
        }
    }

    /// The picture of the first period and, if it is another one, of the last.
    private static void strand(Html html, PageView view, Substance strand, int number, int last) {
        List<String> always = new ArrayList<>(view.homes());
        always.addAll(view.supply().info().rival());
        List<Integer> order = ChainGraph.ranking(view.balance(), view.origins(), strand);
        for (int t : last == 0 ? new int[] {0} : new int[] {0, last}) {
            ChainGraph chains = new ChainGraph(view.balance(), view.origins(), strand, t);
            StageFlows chain = chains.build(order, new StageFlows.Detail(MOST_COUNTRIES, LEAST, always));
            if (!chain.links().isEmpty()) {
                String id = "chain-" + number + (t == 0 ? "a" : "b");
                FigureTable sheet = sheet(view, strand, chains.build(order, StageFlows.Detail.ALL), id);
                figure(html, view, strand, chain, title(view, strand, t), sheet);
            }
        }
    }

    /// The first strands that do not tell the same story: Nd and Pr go side by side everywhere, one picture is
    /// enough.
    private static List<Substance> different(List<Substance> all, int most) {
        List<Substance> chosen = new ArrayList<>();
        for (Substance strand : all) {
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

    private static String title(PageView view, Substance strand, int t) {
        String name = strand.isElement()
                ? Glossary.element(strand.name(), view.lang())
                : Glossary.group(strand.name(), view.lang());
        return view.words(PagePhrases.CHAIN_TITLE, name, view.period(t));
    }

    private static void figure(
            Html html, PageView view, Substance strand, StageFlows chain, String title, FigureTable sheet) {
        String id = sheet.name();
        String sentence = sentence(view, chain);
        Map<String, String> fills = new LinkedHashMap<>();
        chain.nodes()
                .forEach(node -> fills.put(name(view, node), paint(view, node).css()));
        sheet.plotted(Plot.of(Plot.Kind.SANKEY)
                .with("name", 0)
                .with("from", 1, 2)
                .with("to", 3, 4)
                .with("value", 5)
                .words("stages", columns(view, chain))
                .paints(fills)
                .marks(Map.of(
                        view.words(PagePhrases.FROM_STOCK), "▤",
                        view.words(PagePhrases.WITHIN_IN), "⇄",
                        view.words(PagePhrases.WITHIN_OUT), "⇄"))
                .drawn(sheet(view, strand, chain, id)));
        SankeyDiagram.Words words = new SankeyDiagram.Words(
                id,
                title,
                sentence,
                columns(view, chain),
                i -> label(view, chain, i),
                i -> paint(view, chain.nodes().get(i)),
                i -> tip(view, strand, chain, chain.links().get(i)));
        view.figure()
                .write(html, id, title, sentence, out -> SankeyDiagram.of(chain).draw(out, words), sheet);
    }

    private static List<String> columns(PageView view, StageFlows chain) {
        List<String> columns = new ArrayList<>(chain.stages().stream()
                .map(stage -> Glossary.stage(stage, view.lang()))
                .toList());
        columns.add(Glossary.stage("use", view.lang()));
        return columns;
    }

    /// Who leads at every stage.
    private static String sentence(PageView view, StageFlows chain) {
        List<String> columns = columns(view, chain);
        List<String> leaders = new ArrayList<>();
        for (int column = 0; column < chain.columns(); column++) {
            int stage = column;
            int best = IntStream.range(0, chain.nodes().size())
                    .filter(i -> chain.nodes().get(i).column() == stage
                            && chain.nodes().get(i).country() != StageFlows.OTHERS)
                    .boxed()
                    .max((a, b) -> Double.compare(chain.size(a), chain.size(b)))
                    .orElse(-1);
            if (best >= 0) {
                leaders.add(view.words(
                        PagePhrases.CHAIN_SENTENCE,
                        columns.get(column),
                        name(view, chain.nodes().get(best)),
                        view.shown().label(share(chain, best))));
            }
        }
        return String.join(view.lang() == org.genryu.core.Lang.JA ? "、" : "; ", leaders)
                + (view.lang() == org.genryu.core.Lang.JA ? "。" : ".");
    }

    private static double share(StageFlows chain, int node) {
        int column = chain.nodes().get(node).column();
        double all = IntStream.range(0, chain.nodes().size())
                .filter(i -> chain.nodes().get(i).column() == column)
                .mapToDouble(chain::size)
                .sum();
        return all > 0 ? chain.size(node) / all : 0;
    }

    private static String label(PageView view, StageFlows chain, int node) {
        return name(view, chain.nodes().get(node)) + " " + view.shown().label(share(chain, node));
    }

    private static String name(PageView view, StageFlows.Node node) {
        return node.country() == StageFlows.OTHERS
                ? view.words(PagePhrases.OTHERS, node.members())
                : view.source(node.country());
    }

    private static Palette paint(PageView view, StageFlows.Node node) {
        return node.country() == StageFlows.OTHERS ? Palette.OTHERS : view.paint(node.country());
    }

    private static String tip(PageView view, Substance strand, StageFlows chain, StageFlows.Link link) {
        List<String> columns = columns(view, chain);
        StageFlows.Node from = chain.nodes().get(link.from());
        StageFlows.Node to = chain.nodes().get(link.to());
        return "%s (%s) → %s (%s): %s"
                .formatted(
                        name(view, from),
                        columns.get(from.column()),
                        name(view, to),
                        columns.get(to.column()),
                        view.shown().amount(link.amount(), strand.unit()));
    }

    private static FigureTable sheet(PageView view, Substance strand, StageFlows chain, String id) {
        FigureTable sheet = new FigureTable(
                id,
                5,
                view.words(PagePhrases.CHAIN_KIND),
                view.words(PagePhrases.STAGE),
                view.words(PagePhrases.FROM),
                view.words(PagePhrases.STAGE) + " →",
                view.words(PagePhrases.TO),
                view.words(PagePhrases.AMOUNT) + " [" + strand.unit() + "]");
        List<String> columns = columns(view, chain);
        for (StageFlows.Link link : chain.links()) {
            StageFlows.Node from = chain.nodes().get(link.from());
            StageFlows.Node to = chain.nodes().get(link.to());
            sheet.row(
                    FigureTable.word(view.words(PagePhrases.LINK)),
                    FigureTable.word(columns.get(from.column())),
                    FigureTable.word(name(view, from)),
                    FigureTable.word(columns.get(to.column())),
                    FigureTable.word(name(view, to)),
                    FigureTable.number(view.shown().number(link.amount()), link.amount()));
        }
        for (StageFlows.Stub stub : chain.stubs()) {
            StageFlows.Node node = chain.nodes().get(stub.node());
            PagePhrases kind = switch (stub.kind()) {
                case STOCK -> PagePhrases.FROM_STOCK;
                case WITHIN -> stub.entering() ? PagePhrases.WITHIN_IN : PagePhrases.WITHIN_OUT;
                case RECYCLED -> stub.entering() ? PagePhrases.RECYCLED_IN : PagePhrases.RECYCLED_OUT;
            };
            FigureTable.Cell stage = FigureTable.word(columns.get(node.column()));
            FigureTable.Cell who = FigureTable.word(name(view, node));
            FigureTable.Cell none = new FigureTable.Cell(view.words(PagePhrases.MISSING), "");
            sheet.row(
                    FigureTable.word(view.words(kind)),
                    stub.entering() ? none : stage,
                    stub.entering() ? none : who,
                    stub.entering() ? stage : none,
                    stub.entering() ? who : none,
                    FigureTable.number(view.shown().number(stub.amount()), stub.amount()));
        }
        return sheet;
    }
}
