package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.genryu.balance.risk.Assessment;
import org.genryu.balance.risk.Dependence;
import org.genryu.balance.risk.EuRisk;
import org.genryu.balance.risk.GeoPolRisk;
import org.genryu.balance.risk.Governance;
import org.genryu.balance.risk.SupplyShares;
import org.genryu.report.draw.Figure;
import org.genryu.report.write.Html;
import org.genryu.report.write.Sheet;

/// What do the published indicators of supply risk say, side by side and as seen from each home partner? With their
/// formulas, and with what the case does not hold said in so many words.
final class RiskSection {
    /// Commodities in the open table of a partner; the file has them all.
    private static final int MOST_ROWS = 18;

    private RiskSection() {}

    static void write(Html html, View view) {
        Assessment assessment = view.assessment();
        Governance governance = assessment.governance();
        html.leaf("p", view.words(WorldWords.RISK_INTRO));
        for (int home : view.homeIndices()) {
            home(html, view, assessment, home);
        }
        formulas(html, view, governance);
    }

    /// What the partner uses, the dearest first.
    private static List<Integer> commodities(View view, Assessment assessment, int home) {
        return IntStream.range(0, view.supply().world().commodities().size())
                .boxed()
                .filter(c -> assessment.has(home, c, 0)
                        && !assessment.production(c, 0).members().isEmpty())
                .sorted(Comparator.comparingDouble(c -> -value(view, home, c)))
                .toList();
    }

    private static double value(View view, int home, int commodity) {
        double[] use = view.assessment().usedByMaker(List.of(home), commodity, 0);
        return java.util.Arrays.stream(use).sum() * view.meanPrice(commodity);
    }

    private static void home(Html html, View view, Assessment assessment, int home) {
        List<Integer> all = commodities(view, assessment, home);
        if (all.isEmpty()) {
            return;
        }
        String title = view.words(WorldWords.RISK_TITLE, view.source(home), view.period(0));
        long single = all.stream()
                .filter(c -> Dependence.isSinglePoint(assessment.production(c, 0)))
                .count();
        html.leaf("h3", title).leaf("p", view.words(WorldWords.RISK_SENTENCE, all.size(), single));
        String name = "risk-" + view.countries().codes().get(home).toLowerCase(Locale.ROOT);
        Sheet open = sheet(view, name);
        all.stream().limit(MOST_ROWS).forEach(c -> open.row(row(view, assessment, home, c)));
        Sheet whole = sheet(view, name);
        all.forEach(c -> whole.row(row(view, assessment, home, c)));
        Figure.table(html, view.lang(), title, open, whole);
        stories(html, view, assessment, home, all);
    }

    private static Sheet sheet(View view, String name) {
        return new Sheet(
                name,
                4,
                view.words(Words.COMMODITY),
                view.words(Words.STAGE),
                view.words(WorldWords.LEADER),
                view.words(WorldWords.SINGLE_POINT),
                view.words(WorldWords.LEADER_SHARE),
                view.words(Words.HHI),
                view.words(WorldWords.N_1),
                view.words(WorldWords.IMPORT_RELIANCE),
                view.words(WorldWords.EU_SR),
                view.words(WorldWords.EU_EI),
                view.words(WorldWords.GEOPOLRISK),
                view.words(WorldWords.USGS_TE),
                view.words(WorldWords.UNSCORED));
    }

    private static List<Sheet.Cell> row(View view, Assessment assessment, int home, int c) {
        SupplyShares made = assessment.production(c, 0);
        String leader = made.leader().orElse("");
        boolean single = Dependence.isSinglePoint(made);
        List<Sheet.Cell> cells = new ArrayList<>();
        cells.add(Sheet.word(view.commodity(c)));
        cells.add(Sheet.word(view.stage(c)));
        cells.add(Sheet.word(view.country(leader)));
        cells.add(
                single
                        ? new Sheet.Cell("", view.words(Words.YES))
                                .with(List.of(new Sheet.Mark(view.words(Words.YES), "", true)))
                        : Sheet.word(view.words(Words.NO)));
        cells.add(percent(view, made.share(leader)));
        cells.add(index(made.concentration()));
        cells.add(percent(view, assessment.nMinusOne(c, 0).cover()));
        cells.add(percent(view, assessment.importReliance(home, c, 0)));
        cells.add(index(assessment
                .europe(home, c, 0, recycled(view, assessment, home, c))
                .value()));
        cells.add(new Sheet.Cell(view.words(Words.MISSING), ""));
        cells.add(index(assessment.geoPolRisk(home, c, 0).score()));
        cells.add(percent(view, assessment.tradeExposure(home, c, 0)));
        cells.add(percent(view, assessment.unscored(c, 0)));
        return cells;
    }

    private static double recycled(View view, Assessment assessment, int home, int c) {
        return assessment.recycled(view.substances(c).stream().map(view::trace).toList(), home, c, 0);
    }

    private static Sheet.Cell percent(View view, double fraction) {
        return Sheet.number(view.shown().percent(fraction), fraction);
    }

    private static Sheet.Cell index(double value) {
        return Sheet.number(String.format(Locale.ROOT, "%.2f", value), value);
    }

    /// How the numbers of the dearest commodity with a single point of failure came about.
    private static void stories(Html html, View view, Assessment assessment, int home, List<Integer> all) {
        all.stream()
                .filter(c -> Dependence.isSinglePoint(assessment.production(c, 0)))
                .findFirst()
                .ifPresent(c -> {
                    EuRisk.SupplyRisk europe = assessment.europe(home, c, 0, recycled(view, assessment, home, c));
                    GeoPolRisk political = assessment.geoPolRisk(home, c, 0);
                    String who = view.commodity(c);
                    html.open("div", "class", "screen");
                    ProofSections.story(html, view, europe.explain(), view.words(WorldWords.EU_SR) + " · " + who);
                    ProofSections.story(
                            html, view, political.explain(), view.words(WorldWords.GEOPOLRISK) + " · " + who);
                    ProofSections.story(
                            html,
                            view,
                            assessment.nMinusOne(c, 0).explain(view.unit(c)),
                            view.words(WorldWords.N_1) + " · " + who);
                    html.close("div");
                });
    }

    private static void formulas(Html html, View view, Governance governance) {
        html.leaf("h3", view.words(WorldWords.FORMULAS)).open("ul", "class", "plain");
        for (WorldWords formula : List.of(
                WorldWords.F_HHI,
                WorldWords.F_SINGLE,
                WorldWords.F_N_1,
                WorldWords.F_IR,
                WorldWords.F_EU,
                WorldWords.F_EI,
                WorldWords.F_GEOPOLRISK,
                WorldWords.F_USGS)) {
            html.leaf("li", view.words(formula));
        }
        html.leaf("li", view.words(WorldWords.F_GOVERNANCE, governance.edition()));
        html.close("ul");
    }
}
