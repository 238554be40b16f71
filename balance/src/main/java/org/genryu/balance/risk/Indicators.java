package org.genryu.balance.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.account.SupplyShares;
import org.genryu.balance.origin.DeterminedFlows;
import org.genryu.balance.origin.Trace;
import org.genryu.casefile.SupplyCase;

/// Everything that is said of a balance in one number: the rows of `indicators.csv`, the only place where they are
/// made.
///
/// What each means and is about stands in the schema of results (`entries.csv`), whose names a test holds against
/// these; those of [WorldIndicators] come first.
///
/// Governance: see [Governance#edition]. Where no contents are known, the group stands in place of the element. Rows
/// that are exactly zero are left out, except `n_1_cover`.
public final class Indicators {
    /// @param subject what it is about, its parts joined by `/`; `all` for the whole run
    /// @param period `all` when it spans the horizon
    /// @param unit such as `fraction`
    public record Row(String indicator, String subject, String period, double value, String unit) {}

    private static final String FRACTION = "fraction";
    private static final String INDEX = "index";

    /// A scope above this is all but for rounding.
    private static final double WHOLE = 1 - 1e-9;

    private final Assessment assessment;
    private final SupplyCase supply;
    private final List<Row> rows = new ArrayList<>();
    /// By home partner, commodity and period: smallest traced part that is recycled; -1 where none was traced.
    private final double[][][] recycled;

    public Indicators(Assessment assessment) {
        this.assessment = assessment;
        this.supply = assessment.balance().of();
        this.recycled = new double[assessment.homes().size()][commodities()][periods()];
        for (double[][] home : recycled) {
            for (double[] commodity : home) {
                Arrays.fill(commodity, -1);
            }
        }
    }

    /// Adds what the trace of one substance tells.
    public void add(Trace trace) {
        for (int h = 0; h < recycled.length; h++) {
            int home = assessment.homes().get(h);
            for (int c = 0; c < commodities(); c++) {
                for (int t = 0; t < periods() && trace.substance().isIn(c); t++) {
                    double[] mined = assessment.traced(trace, Trace.MINE, home, c, t);
                    if (sum(mined) > 0) {
                        add(trace, h, c, t, mined);
                    }
                }
            }
        }
    }

    private void add(Trace trace, int h, int c, int t, double[] mined) {
        int home = assessment.homes().get(h);
        String subject =
                code(home) + "/" + commodity(c) + "/" + trace.substance().name();
        double concentration = 0;
        for (int k = 0; k < trace.sources().countries().size(); k++) {
            concentration += mined[k] * mined[k];
        }
        double back = mined[trace.sources().recycled()];
        recycled[h][c][t] = recycled[h][c][t] < 0 ? back : Math.min(recycled[h][c][t], back);
        row("mined_hhi", subject, t, concentration, FRACTION);
        row("recycled_share", subject, t, back, FRACTION);
        for (int rival : assessment.rivals()) {
            row("rival_share", subject + "/mine/" + code(rival), t, mined[rival], FRACTION);
            for (String stage : trace.stages()) {
                double share = assessment.traced(trace, stage, home, c, t)[rival];
                row("rival_share", subject + "/" + stage + "/" + code(rival), t, share, FRACTION);
            }
            double touched = assessment.tracedThrough(trace, rival, home, c, t);
            row("rival_touched", subject + "/" + code(rival), t, touched, FRACTION);
        }
    }

    /// All rows of a balance.
    /// @param determined which flows are the only ones at their cost; empty if it was not asked
    public static List<Row> of(TracedBalance traced, Optional<DeterminedFlows> determined) {
        Indicators indicators = new Indicators(traced.assessment());
        if (!traced.assessment().homes().isEmpty()) {
            traced.tracing().substances().forEach(substance -> indicators.add(traced.trace(substance)));
        }
        return indicators.rows(determined);
    }

    /// All rows: those that need no trace, those of the world, those of the home partners, then what was traced.
    /// @param determined which flows are the only ones at their cost; empty if it was not asked
    public List<Row> rows(Optional<DeterminedFlows> determined) {
        List<Row> traced = List.copyOf(rows);
        rows.clear();
        rows.addAll(WorldIndicators.of(assessment));
        determined.ifPresent(known -> rows.addAll(WorldIndicators.of(known, supply)));
        for (int c = 0; c < commodities(); c++) {
            for (int t = 0; t < periods(); t++) {
                if (!assessment.production(c, t).members().isEmpty()) {
                    world(c, t);
                }
            }
        }
        for (int h = 0; h < recycled.length; h++) {
            for (int c = 0; c < commodities(); c++) {
                for (int t = 0; t < periods(); t++) {
                    if (assessment.has(assessment.homes().get(h), c, t)) {
                        home(h, c, t);
                    }
                }
            }
        }
        rows.addAll(traced);
        return List.copyOf(rows);
    }

    private void world(int c, int t) {
        SupplyShares shares = assessment.production(c, t);
        add("n_1_cover", commodity(c), t, assessment.nMinusOne(c, t).cover(), FRACTION);
        if (Dependence.isSinglePoint(shares)) {
            String leader = shares.leader().orElse("");
            row("single_point_of_failure", commodity(c) + "/" + leader, t, 1, "yes");
        }
        row("hoskins_index", commodity(c), t, assessment.hoskins(c, t), INDEX);
        row("governance_missing_share", commodity(c), t, assessment.unscored(c, t), FRACTION);
    }

    private void home(int h, int c, int t) {
        int home = assessment.homes().get(h);
        String subject = code(home) + "/" + commodity(c);
        GeoPolRisk risk = assessment.geoPolRisk(home, c, t);
        row("production_hhi_seen_from", subject, t, assessment.seenFrom(home, c, t), FRACTION);
        row("import_hhi", subject, t, assessment.imports(home, c, t).concentration(), FRACTION);
        row(
                "eu_supply_risk",
                subject,
                t,
                assessment.europe(home, c, t, Math.max(0, recycled[h][c][t])).value(),
                INDEX);
        row("geopolrisk_score", subject, t, risk.score(), INDEX);
        double scope = assessment.scope(home, c, t);
        if (scope > 0 && scope < WHOLE) {
            row("import_scope", subject, t, scope, FRACTION);
        }
        assessment
                .price(home, c, t)
                .ifPresent(price -> row("geopolrisk_cf", subject, t, risk.factor(price), "kg Cu eq/kg"));
        row("usgs_trade_exposure", subject, t, assessment.tradeExposure(home, c, t), FRACTION);
    }

    private void row(String indicator, String subject, int t, double value, String unit) {
        if (value != 0) {
            add(indicator, subject, t, value, unit);
        }
    }

    private void add(String indicator, String subject, int t, double value, String unit) {
        rows.add(new Row(indicator, subject, supply.periods().label(t), value, unit));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private int commodities() {
        return supply.world().commodities().size();
    }

    private int periods() {
        return supply.periods().count();
    }

    private String commodity(int c) {
        return supply.world().commodities().ids().id(c);
    }

    private String code(int country) {
        return assessment.code(country);
    }
}
