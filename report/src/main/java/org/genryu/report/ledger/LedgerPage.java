package org.genryu.report.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.core.number.Units;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.ClaimWords;
import org.genryu.evidence.claim.SourceGrades;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.relation.References;
import org.genryu.evidence.relation.Relation;
import org.genryu.evidence.trend.TopicTrend;
import org.genryu.report.draw.PageDocument;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.PageMark;
import org.genryu.report.write.Plot;

/// Who says what, and what does not fit? One file for people: contradictions on top with both quotes, amounts side by
/// side, attention with its bursts, every claim with its source.
public final class LedgerPage {
    /// What is shown.
    ///
    /// @param title of what was read, such as the name of the ledger
    /// @param claims in order
    /// @param open relations that nobody closed, contradictions first
    /// @param status of a claim by its id
    public record Content(
            String title,
            List<Claim> claims,
            List<Relation> open,
            UnaryOperator<String> status,
            List<TopicTrend> trends) {
        public Content {
            claims = List.copyOf(claims);
            open = List.copyOf(open);
            trends = List.copyOf(trends);
        }
    }

    private static final Text KIND = new Text("Genryu ledger", "源流 台帳");
    private static final Text FOOTER = new Text(
            "Read by rules. Nothing here says what is true: it shows who says what, and what does not fit.",
            "規則による読み取りです。何が真実かは判断せず、誰が何を述べ、何が食い違うかを示します。");
    private static final int MOST = 60;
    private static final int MOST_PLOTS = 12;
    private static final int MOST_ROWS = 14;
    private static final int QUOTE = 160;

    private final Content content;
    private final Lang lang;
    private final String version;
    private final String facts;
    private final PageFigure figure;
    private final ClaimWords words = new ClaimWords(Gazetteer.own());
    private final Map<String, Claim> known = new HashMap<>();
    private final List<Relation> conflicts;

    public LedgerPage(Content content, Lang lang, String version) {
        this.content = content;
        this.lang = lang;
        this.version = version;
        References.own().forEach(claim -> known.put(claim.id(), claim));
        content.claims().forEach(claim -> known.put(claim.id(), claim));
        this.conflicts = content.open().stream()
                .filter(one -> one.kind() == Relation.Kind.CONFLICT || one.kind() == Relation.Kind.INCONSISTENT_SET)
                .toList();
        this.facts = in(
                "Genryu %s · %s claims · %s open contradictions"
                        .formatted(version, content.claims().size(), conflicts.size()),
                "Genryu %s · 主張 %s 件 · 未解決の食い違い %s 件"
                        .formatted(version, content.claims().size(), conflicts.size()));
        this.figure = new PageFigure(lang, facts);
    }

    /// Contradictions that nobody closed.
    public int contradictions() {
        return conflicts.size();
    }

    /// The whole page.
    public String html() {
        Map<Text, Consumer<Html>> sections = new LinkedHashMap<>();
        sections.put(new Text("What does not fit", "食い違うもの"), this::conflicts);
        sections.put(new Text("Amounts side by side", "数量の比較"), this::amounts);
        sections.put(
                new Text("Attention and bursts", "関心と急増"),
                html -> new TrendFigures(lang, figure).write(html, content.trends()));
        sections.put(new Text("Other relations", "そのほかの関係"), this::others);
        sections.put(new Text("Every claim", "すべての主張"), this::claims);
        return new PageDocument(lang, KIND.in(lang), content.title(), facts, PageMark.of(version))
                .of(this::headline, sections, FOOTER.in(lang));
    }

    private String in(String en, String ja) {
        return new Text(en, ja).in(lang);
    }

    private void headline(Html html) {
        html.open("div", "class", "headline");
        html.leaf(
                "p",
                conflicts.isEmpty()
                        ? in("Nothing that was read contradicts anything else.", "読み取った主張のあいだに食い違いはありません。")
                        : in(
                                "%s contradictions are open; each is shown with both quotes."
                                        .formatted(conflicts.size()),
                                "未解決の食い違いが %s 件あります。それぞれ双方の引用を示します。".formatted(conflicts.size())),
                "class",
                "lead");
        html.leaf(
                "p",
                in(
                        "A claim that only one source makes stays a candidate. Letters are the reliability of the source (A to E; F: not known).",
                        "一つの出典だけが述べる主張は候補のままです。英字は出典の信頼性です（A〜E、F は不明）。"));
        html.close("div");
    }

    // ---------------------------------------------------------------- contradictions

    private void conflicts(Html html) {
        conflicts.stream().limit(MOST).forEach(one -> {
            html.open("div", "class", "warn");
            html.leaf("h3", known.containsKey(one.a()) ? words.about(claim(one.a()), lang) : one.a());
            quote(html, one.a());
            for (String other : one.b().split(" ")) {
                quote(html, other);
            }
            html.open("p").leaf("strong", sentence(one.note().in(lang))).text(gap(one));
            html.leaf("span", in("Rule %s", "規則 %s").formatted(one.rule()), "class", "chip")
                    .close("p");
            html.close("div");
        });
        if (conflicts.size() > MOST) {
            html.leaf(
                    "p",
                    in("The first %s of %s are shown.", "%2$s 件のうち先頭の %1$s 件を示します。")
                            .formatted(MOST, conflicts.size()));
        }
    }

    private static String sentence(String note) {
        return note.isEmpty() ? note : note.substring(0, 1).toUpperCase(Locale.ROOT) + note.substring(1);
    }

    private Claim claim(String id) {
        return java.util.Objects.requireNonNull(known.get(id));
    }

    private String gap(Relation one) {
        return one.gap().isPresent()
                ? in(" They are %s apart. ", " 差は %s です。 ")
                        .formatted(NumberText.number(one.gap().getAsDouble() * 100) + "%")
                : " ";
    }

    /// One side of a contradiction: what it says, in its own words, where, and who.
    private void quote(Html html, String id) {
        if (!known.containsKey(id)) {
            return;
        }
        Claim said = claim(id);
        html.open("p").leaf("b", words.value(said, lang)).text(" ");
        html.leaf("q", shortened(said.quote().stretch().raw())).text(" ");
        html.leaf("span", source(said), "class", "cite").close("p");
    }

    private static String shortened(String raw) {
        String one = raw.replaceAll("\\s+", " ");
        return one.codePointCount(0, one.length()) <= QUOTE
                ? one
                : one.substring(0, one.offsetByCodePoints(0, QUOTE)) + "…";
    }

    private String source(Claim said) {
        String where = References.isReference(said)
                ? said.publisher()
                : said.quote().document() + ":" + said.quote().stretch().start()
                        + (said.publisher().equals(said.quote().document()) ? "" : " · " + said.publisher());
        return where + " · " + SourceGrades.of(said.publisher());
    }

    // ---------------------------------------------------------------- amounts

    private void amounts(Html html) {
        Set<String> odd = new HashSet<>();
        for (Relation one : conflicts) {
            said(one.a()).ifPresent(odd::add);
            List.of(one.b().split(" ")).forEach(id -> said(id).ifPresent(odd::add));
        }
        Map<String, List<Claim>> groups = new TreeMap<>();
        known.values().stream()
                .filter(claim ->
                        claim.quantity().isPresent() && !claim.subject().isEmpty())
                .filter(claim -> !claim.measure().equals("unlinked"))
                .sorted(Comparator.comparing(Claim::id))
                .forEach(claim -> groups.computeIfAbsent(
                                words.about(claim, lang) + "\n"
                                        + claim.quantity().orElseThrow().unit(),
                                _ -> new ArrayList<>())
                        .add(claim));
        List<List<Claim>> shown = groups.values().stream()
                .filter(group -> group.size() > 1)
                .filter(group -> group.stream().anyMatch(claim -> !References.isReference(claim)))
                .sorted(Comparator.comparing(
                        (List<Claim> group) -> group.stream().noneMatch(claim -> odd.contains(said(claim)))))
                .toList();
        if (shown.isEmpty()) {
            html.leaf("p", in("No amount is told twice in one unit.", "同じ単位で二度述べられた数量はありません。"));
        }
        int number = 1;
        for (List<Claim> group : shown.subList(0, Math.min(MOST_PLOTS, shown.size()))) {
            plot(html, "dots-" + number, group.subList(0, Math.min(MOST_ROWS, group.size())), odd);
            number++;
        }
    }

    /// What a claim says, whoever says it.
    private String said(Claim claim) {
        return words.about(claim, lang) + "\n" + words.value(claim, lang);
    }

    private Optional<String> said(String id) {
        return Optional.ofNullable(known.get(id)).map(this::said);
    }

    private void plot(Html html, String id, List<Claim> group, Set<String> odd) {
        Claim first = group.getFirst();
        String unit = first.quantity().orElseThrow().unit();
        String title = words.about(first, lang);
        FigureTable table = new FigureTable(
                id,
                3,
                in("source", "出典"),
                in("value", "値"),
                in("quote", "引用"),
                in("low", "下端"),
                in("high", "上端"),
                in("said", "述べた数"),
                in("contradicted", "食い違い"));
        List<DotRanges.Row> rows = new ArrayList<>();
        for (Claim claim : group) {
            Quantity said = claim.quantity().orElseThrow();
            String value = words.value(claim, lang);
            rows.add(new DotRanges.Row(
                    name(claim), said.low(), said.mode(), said.high(), odd.contains(said(claim)), value));
            table.row(
                    FigureTable.word(source(claim)),
                    FigureTable.word(value),
                    FigureTable.word(shortened(claim.quote().stretch().raw())),
                    end(said.low(), unit),
                    end(said.high(), unit),
                    end(said.mode(), unit),
                    FigureTable.number(
                            odd.contains(said(claim)) ? in("yes", "あり") : "", odd.contains(said(claim)) ? 1 : 0));
        }
        table.plotted(Plot.of(Plot.Kind.RANGES)
                .with("name", 0)
                .with("low", 3)
                .with("high", 4)
                .with("value", 5)
                .with("flag", 6));
        boolean differs = group.stream().anyMatch(claim -> odd.contains(said(claim)));
        String sentence = differs
                ? in(
                        "Orange: part of an open contradiction. A line runs from the least to the most that is meant.",
                        "橙は未解決の食い違いに含まれる主張です。線は意味しうる最小から最大までを示します。")
                : in("A line runs from the least to the most that is meant.", "線は意味しうる最小から最大までを示します。");
        figure.write(
                html,
                id,
                title,
                sentence,
                out -> DotRanges.draw(out, id, title, sentence, rows, value -> amount(value, unit)),
                table);
    }

    private String name(Claim claim) {
        String who = References.isReference(claim)
                ? claim.publisher().replaceAll(",? https?://\\S+", "")
                : claim.quote().document();
        String days = claim.period()
                .map(period -> period.from().or(period::to).map(LocalDate::getYear))
                .flatMap(year -> year)
                .map(year -> " (" + year + ")")
                .orElse("");
        return who + days;
    }

    private FigureTable.Cell end(OptionalDouble end, String unit) {
        return end.isPresent()
                ? FigureTable.number(amount(end.getAsDouble(), unit), end.getAsDouble())
                : new FigureTable.Cell("–", "");
    }

    private String amount(double value, String unit) {
        boolean money = unit.length() == 3 && Units.currencyCode(unit).isPresent();
        return money
                ? NumberText.money(value, unit, lang)
                : unit.equals("%") ? NumberText.number(value) + "%" : NumberText.amount(value, unit, lang);
    }

    // ---------------------------------------------------------------- tables

    private void others(Html html) {
        FigureTable table = new FigureTable(
                "relations",
                5,
                in("kind", "関係"),
                in("about", "対象"),
                in("one", "一方"),
                in("other", "他方"),
                in("why", "理由"));
        content.open().stream()
                .filter(one -> !conflicts.contains(one) && known.containsKey(one.a()) && known.containsKey(one.b()))
                .forEach(one -> table.row(
                        FigureTable.word(kind(one.kind())),
                        FigureTable.word(words.about(claim(one.a()), lang)),
                        FigureTable.word(side(claim(one.a()))),
                        FigureTable.word(side(claim(one.b()))),
                        FigureTable.word(one.note().in(lang) + " [" + one.rule() + "]")));
        if (table.size() == 0) {
            html.leaf("p", in("None.", "ありません。"));
            return;
        }
        PageFigure.table(
                html, lang, in("Agreements, changes and what cannot be compared", "一致、変化、比べられないもの"), table, true);
    }

    private String side(Claim claim) {
        return words.value(claim, lang) + " [" + source(claim) + "]";
    }

    private String kind(Relation.Kind kind) {
        return switch (kind) {
            case AGREE -> in("agree", "一致");
            case CONFLICT -> in("conflict", "食い違い");
            case REVISION -> in("revision", "改訂");
            case CHANGE -> in("change", "変化");
            case MISS -> in("missed forecast", "予測と実績の差");
            case NOT_COMPARABLE -> in("not comparable", "比べられない");
            case INCONSISTENT_SET -> in("more than the whole", "合計が全体を超える");
        };
    }

    private void claims(Html html) {
        FigureTable table = new FigureTable(
                "claims",
                6,
                in("about", "対象"),
                in("says", "内容"),
                in("quote", "引用"),
                in("source", "出典"),
                in("status", "状態"),
                in("review", "要確認"));
        for (Claim claim : content.claims()) {
            table.row(
                    FigureTable.word(words.about(claim, lang)),
                    FigureTable.word(words.value(claim, lang)),
                    FigureTable.word(shortened(claim.quote().stretch().raw())),
                    FigureTable.word(source(claim)),
                    FigureTable.word(status(content.status().apply(claim.id()))),
                    FigureTable.word(claim.doubt().map(doubt -> doubt.in(lang)).orElse("")));
        }
        PageFigure.table(html, lang, in("Every claim with its source", "すべての主張と出典"), table, false);
    }

    private String status(String status) {
        return switch (status) {
            case "accepted" -> in("accepted", "採用");
            case "rejected" -> in("rejected", "却下");
            case "superseded" -> in("superseded", "置き換え済み");
            default -> in("candidate", "候補");
        };
    }
}
