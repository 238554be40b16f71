package org.genryu.report.stress;

import java.util.List;
import java.util.Locale;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.core.number.NumberText;
import org.genryu.report.brief.Brief;
import org.genryu.report.words.CaseWords;
import org.genryu.report.write.NumberFormat;
import org.genryu.stress.shelf.NodeSurvival;
import org.genryu.stress.shelf.ShelfRow;

/// How long home holds out without each node of its supply, on one screen: those at risk with what they cost, then
/// those that are bridged.
public final class NodeLines {
    private final SupplyCase of;
    private final Lang lang;
    private final CaseWords called;
    private final NumberFormat shown;

    /// @param of the case
    public NodeLines(SupplyCase of, Lang lang) {
        this.of = of;
        this.lang = lang;
        this.called = new CaseWords(of, lang);
        this.shown = new NumberFormat(lang);
    }

    /// @param start month in which they are lost [months since the year 0]
    public Brief brief(List<NodeSurvival> nodes, int start) {
        List<String> risk = nodes.stream()
                .filter(NodeSurvival::atRisk)
                .map(one -> risk(one, one.row().orElseThrow()))
                .toList();
        List<String> rest = nodes.stream()
                .filter(one -> !one.atRisk())
                .map(one -> one.row().isEmpty()
                        ? say(StressPagePhrases.NODE_NONE, one.node().name().in(lang))
                        : say(
                                StressPagePhrases.NODE_BRIDGED,
                                one.node().name().in(lang),
                                one.node().recover()))
                .toList();
        return new Brief(
                List.of(say(StressPagePhrases.NODES, of.info().title().in(lang), NumberText.month(start, lang))),
                List.of(
                        new Brief.Part(
                                say(StressPagePhrases.AT_RISK_NODES),
                                risk.isEmpty()
                                        ? List.of(line(say(StressPagePhrases.NO_NODES), 1))
                                        : risk.stream()
                                                .map(text -> line(text, 2))
                                                .toList()),
                        new Brief.Part(
                                say(StressPagePhrases.BRIDGED),
                                List.of(
                                        rest.isEmpty()
                                                ? line(say(StressPagePhrases.NO_NODES), 1)
                                                : new Brief.Line(rest, rest.size(), 4))),
                        new Brief.Part(
                                say(StressPagePhrases.SURE), List.of(line(say(StressPagePhrases.NODE_SURE), 4)))),
                java.util.Optional.empty());
    }

    private static Brief.Line line(String text, int rows) {
        return new Brief.Line(List.of(text), 1, rows);
    }

    private String say(StressPagePhrases words, Object... values) {
        return words.in(lang, values);
    }

    private String risk(NodeSurvival one, ShelfRow row) {
        String currency = of.info().money().currency();
        return say(
                StressPagePhrases.NODE_ENTRY,
                one.node().name().in(lang),
                String.format(Locale.ROOT, "%.1f", row.survive()),
                one.node().recover(),
                row.worst()
                        .map(use -> say(
                                StressPagePhrases.NODE_LACKS,
                                called.commodity(use.commodity()),
                                called.place(use.place()),
                                shown.label(use.part())))
                        .orElse(""),
                say(
                        StressPagePhrases.NODE_LOSES,
                        shown.money(row.home(), currency),
                        shown.money(row.damage(), currency)));
    }
}
