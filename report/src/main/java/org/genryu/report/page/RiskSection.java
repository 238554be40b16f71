package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.genryu.balance.account.SupplyShares;
import org.genryu.balance.risk.Assessment;
import org.genryu.balance.risk.Dependence;
import org.genryu.balance.risk.EuRisk;
import org.genryu.balance.risk.GeoPolRisk;
import org.genryu.balance.risk.Governance;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;

/// What do the published indicators of supply risk say, side by side and as seen from each home partner? With their
/// formulas, and with what the case does not hold said in so many words.
final class RiskSection {
    /// Commodities in the open table of a partner; the file has them all.
    private static final int MOST_ROWS = 18;

    private RiskSection() {}

    static void write(Html html, PageView view) {
        Assessment assessment = view.assessment();
        Governance governance = assessment.governance();
        html.leaf("p", view.words(WorldPhrases.RISK_INTRO));
        for (int home : view.homeIndices()) {
            home(html, view, assessment, home);
        }
        formulas(html, view, governance);
    }

    /// What the partner uses, the dearest first.
    private static List<Integer> commodities(PageView view, Assessment assessment, int home) {
        return IntStream.range(0, view.supply().world().commodities().size())
                .boxed()
                .filter(c -> assessment.has(home, c, 0)
                        && !assessment.production(c, 0).members().isEmpty())
                .sorted(Comparator.comparingDouble(c -> -value(view, home, c)))
                .toList();
    }

    private static double value(PageView view, int home, int commodity) {
        double[] use = view.assessment().usedByMaker(List.of(home), commodity, 0);
        return java.util.Arrays.stream(use).sum() * view.meanPrice(commodity);
    }

    private static void home(Html html, PageView view, Assessment assessment, int home) {
        List<Integer> all = commodities(view, assessment, home);
        if (all.isEmpty()) {
            return;
        }
        String title = view.words(WorldPhrases.RISK_TITLE, view.source(home), view.period(0));
        long single = all.stream()
                .filter(c -> Dependence.isSinglePoint(assessment.production(c, 0)))
                .count();
        html.leaf("h3", title).leaf("p", view.words(WorldPhrases.RISK_SENTENCE, all.size(), single));
        String name = "risk-" + view.countries().codes().get(home).toLowerCase(Locale.ROOT);
        FigureTable open = sheet(view, name);
        all.stream().limit(MOST_ROWS).forEach(c -> open.row(row(view, assessment, home, c)));
        FigureTable whole = sheet(view, name);
        all.forEach(c -> whole.row(row(view, assessment, home, c)));
        PageFigure.table(html, view.lang(), title, open, whole);
        stories(html, view, assessment, home, all);
    }

    private static FigureTable sheet(PageView view, String name) {
        return new FigureTable(
                name,
                4,
                view.words(PagePhrases.COMMODITY),
                view.words(PagePhrases.STAGE),
                view.words(WorldPhrases.LEADER),
                view.words(WorldPhrases.SINGLE_POINT),
                view.words(WorldPhrases.LEADER_SHARE),
                view.words(PagePhrases.HHI),
                view.words(WorldPhrases.N_1),
                view.words(WorldPhrases.IMPORT_RELIANCE),
                view.words(WorldPhrases.EU_SR),
                view.words(WorldPhrases.EU_EI),
                view.words(WorldPhrases.GEOPOLRISK),
                view.words(WorldPhrases.USGS_TE),
                view.words(WorldPhrases.UNSCORED));
    }

    private static List<FigureTable.Cell> row(PageView view, Assessment assessment, int home, int c) {
        SupplyShares made = assessment.production(c, 0);
        String leader = made.leader().orElse("");
        boolean single = Dependence.isSinglePoint(made);
        List<FigureTable.Cell> cells = new ArrayList<>();
        cells.add(FigureTable.word(view.commodity(c)));
        cells.add(FigureTable.word(view.stage(c)));
        cells.add(FigureTable.word(view.country(leader)));
        cells.add(
                single
                        ? new FigureTable.Cell("", view.words(PagePhrases.YES))
                                .with(List.of(new FigureTable.Mark(view.words(PagePhrases.YES), "", true)))
                        : FigureTable.word(view.words(PagePhrases.NO)));
        cells.add(percent(view, made.share(leader)));
        cells.add(index(made.concentration()));
        cells.add(percent(view, assessment.nMinusOne(c, 0).cover()));
        cells.add(percent(view, assessment.importReliance(home, c, 0)));
        cells.add(index(assessment
                .europe(home, c, 0, recycled(view, assessment, home, c))
                .value()));
        cells.add(new FigureTable.Cell(view.words(PagePhrases.MISSING), ""));
        cells.add(index(assessment.geoPolRisk(home, c, 0).score()));
        cells.add(percent(view, assessment.tradeExposure(home, c, 0)));
        cells.add(percent(view, assessment.unscored(c, 0)));
        return cells;
    }

    private static double recycled(PageView view, Assessment assessment, int home, int c) {
        return assessment.recycled(view.substances(c).stream().map(view::trace).toList(), home, c, 0);
    }

    private static FigureTable.Cell percent(PageView view, double fraction) {
        return FigureTable.number(view.shown().percent(fraction), fraction);
    }

    private static FigureTable.Cell index(double value) {
        return FigureTable.number(String.format(Locale.ROOT, "%.2f", value), value);
    }

    /// How the numbers of the dearest commodity with a single point of failure came about.
    private static void stories(Html html, PageView view, Assessment assessment, int home, List<Integer> all) {
        all.stream()
                .filter(c -> Dependence.isSinglePoint(assessment.production(c, 0)))
                .findFirst()
                .ifPresent(c -> {
                    EuRisk.SupplyRisk europe = assessment.europe(home, c, 0, recycled(view, assessment, home, c));
                    GeoPolRisk political = assessment.geoPolRisk(home, c, 0);
                    String who = view.commodity(c);
                    html.open("div", "class", "screen");
                    ProofSections.story(html, view, europe.explain(), view.words(WorldPhrases.EU_SR) + " · " + who);
                    ProofSections.story(
                            html, view, political.explain(), view.words(WorldPhrases.GEOPOLRISK) + " · " + who);
                    ProofSections.story(
                            html,
                            view,
                            assessment.nMinusOne(c, 0).explain(view.unit(c)),
                            view.words(WorldPhrases.N_1) + " · " + who);
                    html.close("div");
                });
    }

    private static void formulas(Html html, PageView view, Governance governance) {
        html.leaf("h3", view.words(WorldPhrases.FORMULAS)).open("ul", "class", "plain");
        for (WorldPhrases formula : List.of(
                WorldPhrases.F_HHI,
                WorldPhrases.F_SINGLE,
                WorldPhrases.F_N_1,
                WorldPhrases.F_IR,
                WorldPhrases.F_EU,
                WorldPhrases.F_EI,
                WorldPhrases.F_GEOPOLRISK,
                WorldPhrases.F_USGS)) {
            html.leaf("li", view.words(formula));
        }
        html.leaf("li", view.words(WorldPhrases.F_GOVERNANCE, governance.edition()));
        html.close("ul");
    }
}
