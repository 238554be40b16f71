package org.genryu.balance.calibration;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.genryu.balance.layout.DemandCurve;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.casefile.PeriodColumn;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Deadline;
import org.genryu.solve.BeyondSolver;
import org.genryu.solve.SolveOptions;

/// Lets the model meet the base year of the world, and answer an edit as the stated elasticities say.
///
/// Each process, lane and demand keeps its own observation as the point through which its marginal cost or worth
/// passes, at the prices of the base year ([BasePrices]); where nothing was observed of it, what [BaseYearFit] finds.
/// A base year whose figures fit together is then the equilibrium, exactly; one whose figures do not is met as near
/// as the elasticities allow, and the rest is told.
///
///     process  MC(x) = cost + shift + max(floor, r (x/x̄)^(1/η)) - cost at the base      r = A_pᵀπ, what it earns
///     lane     MC(x) = freight + tariff + shift - bond + (w + bond) (x/x̄)^k,  k = π_to/(σ (w + bond))
///              w = (1 - loss) π_to - (1 + tariff) π_from - freight
///
/// η – elasticity of supply, σ – of substitution between origins ([Elasticities]): at the base the amount of a lane
/// grows by σ per cent for one per cent of the price. floor – its own cost, below which a plant stops, at most
/// [#SPREAD] of what it earns. Where r or w is less than a least margin, the gap is a *residual*: what the data do
/// not explain (a subsidy, a by-product, a wrong cost). It is reported, and fades with the years. Later the cost of a
/// thing moves its curve by as much; x̄ follows the capacity of a plant; for a lane the use that it serves and what
/// its origin can make ([DemandGrowth]).
///
/// Literature: R. E. Howitt, Positive mathematical programming, American Journal of Agricultural Economics 77 (1995)
/// 329-342; P. Mérel and R. Howitt, Theory and application of positive mathematical programming in agriculture and
/// the environment, Annual Review of Resource Economics 6 (2014) 451-470, for curves fitted to elasticities; Q.
/// Paris, S. Drogué, G. Anania, Calibrating spatial models of trade, Economic Modelling 28 (2011) 2509-2516; P. S.
/// Armington, IMF Staff Papers 16 (1969) 159-178. Goods under way are taken as in a steady state, stocks as unchanged
/// in the base year.
public final class Calibrator {
    /// Years over which a residual fades to nil. Assumption.
    private static final double FADING = 10;

    /// A plant stands for many: the dearest of them stop where the price falls to this share of what it earned, the
    /// others later. Assumption.
    private static final double SPREAD = 0.8;

    /// Least margin of a plant, of the worth of what it makes, and of a lane, of the price where it ends: below it,
    /// the rest is a residual.
    private static final double LEAST = 0.02;

    /// Share by which more than what is missing is taken as supplied from outside: otherwise capacity would be
    /// reached to the last unit, where any price up to that of a shortage is as good as another.
    private static final double EASE = 1e-4;

    private final SupplyCase of;
    private final ProgramLayout layout;
    private final BaseYearFit year;
    private final BasePrices prices;
    private final Elasticities elasticities;
    private final DemandGrowth growth;

    private Calibrator(SupplyCase of, ProgramLayout layout, BaseYearFit year, BasePrices prices) {
        this.of = of;
        this.layout = layout;
        this.year = year;
        this.prices = prices;
        this.elasticities = new Elasticities(of);
        this.growth = new DemandGrowth(of, layout, year, prices);
    }

    /// @param terms what the program takes over
    /// @param wedgeOfActivity [currency/activity]
    /// @param price π by market [currency/unit]
    public record Fit(
            SupplyCase of, CalibrationTerms terms, double[] activityResidual, double[] flowResidual, double[] price) {}

    /// The terms that make the base year; empty if nothing was observed, or if the base year has no consistent
    /// answer (the plain problem then says why).
    public static Optional<Fit> fit(SupplyCase of, SolveOptions options) {
        if (!anyObserved(of)) {
            return Optional.empty();
        }
        Deadline.present().check();
        ProgramLayout layout = ProgramLayout.of(of, CalibrationTerms.plain(of).steps(of));
        try {
            return BaseYearFit.of(of, layout, options)
                    .flatMap(year -> BasePrices.of(of, layout, year, options)
                            .map(prices -> new Calibrator(of, layout, year, prices).fit()));
        } catch (BeyondSolver _) {
            // What is beyond the solver cannot be fitted; whether the plain problem is, it says itself.
            return Optional.empty();
        }
    }

    public static boolean anyObserved(SupplyCase of) {
        for (int p = 0; p < of.industry().processes().size(); p++) {
            if (of.industry().processes().operation().observed().given(p)) {
                return true;
            }
        }
        for (int l = 0; l < of.routes().size(); l++) {
            if (of.routes().lane().observed().given(l)) {
                return true;
            }
        }
        return of.world().prices().size() > 0;
    }

    /// What a lane did in the base year [amount]: as observed, else as found.
    static double base(SupplyCase of, BaseYearFit year, int lane) {
        return of.routes().lane().observed().given(lane)
                ? of.routes().lane().observed().at(lane, 0) * of.periods().length(0)
                : year.flow()[lane];
    }

    /// What a process did in the base year [amount]; nothing if it is yet to be built.
    static double base(SupplyCase of, BaseYearFit year, ProgramLayout layout, int process) {
        if (layout.isBuilt(process)) {
            return 0;
        }
        PeriodColumn observed = of.industry().processes().operation().observed();
        return observed.given(process) ? observed.at(process, 0) * of.periods().length(0) : year.activity()[process];
    }

    /// What is left of a residual in period t [fraction]: less by the year, so that a year is its months.
    public static double fading(SupplyCase of, int t) {
        return Math.max(0, 1 - of.periods().years(t) / FADING);
    }

    private Fit fit() {
        int processes = of.industry().processes().size();
        int lanes = of.routes().size();
        double[] activityResidual = new double[processes];
        double[] flowResidual = new double[lanes];
        CalibrationTerms.Answer[] activity = new CalibrationTerms.Answer[processes];
        CalibrationTerms.Answer[] flow = new CalibrationTerms.Answer[lanes];
        for (int p = 0; p < processes; p++) {
            activity[p] = process(p, activityResidual);
        }
        for (int l = 0; l < lanes; l++) {
            flow[l] = lane(l, flowResidual);
        }
        double[] unexplained = new double[of.use().demands().size()];
        for (int d = 0; d < unexplained.length; d++) {
            boolean missing = DemandCurve.isFixed(of, d)
                    && !year.isNil(year.shortage()[d], of.use().demands().commodity()[d]);
            unexplained[d] =
                    missing ? year.shortage()[d] * (1 + EASE) / of.periods().length(0) : 0;
        }
        CalibrationTerms terms = new CalibrationTerms(activity, flow, new double[lanes][], unexplained, prices.price());
        return new Fit(of, terms, activityResidual, flowResidual, prices.price());
    }

    private CalibrationTerms.Answer process(int p, double[] residual) {
        SupplyCase.Operation operation = of.industry().processes().operation();
        double amount = base(of, year, layout, p);
        double cost = operation.cost().at(p, 0);
        double earned = earned(p);
        double least = LEAST * Math.max(gross(p), year.worth(p) * 1e-3);
        if (layout.isBuilt(p)) {
            return CalibrationTerms.FLAT;
        }
        if (year.stands(amount, p)) {
            boolean stood =
                    operation.observed().given(p) && operation.capacity().at(p, 0) > 0;
            return stood
                    ? entering(Math.max(0, earned - cost), _ -> Math.max(least, earned), capacity(p))
                    : CalibrationTerms.FLAT;
        }
        double margin = Math.max(earned, least);
        double floor = Math.max(0, Math.min(cost, SPREAD * margin));
        residual[p] = earned - margin + Math.min(0, floor - cost);
        double[] shift = new double[layout.periods];
        double[] power = new double[layout.periods];
        double[] reference = new double[layout.periods];
        for (int t = 0; t < layout.periods; t++) {
            shift[t] = -cost + (earned - margin) * fading(of, t);
            power[t] = 1 / elasticities.supply(year.main(p), t);
            reference[t] = amount * growth.plant(p, t);
        }
        return new CalibrationTerms.Answer.Rising(shift, floor, margin, reference, power);
    }

    private double capacity(int p) {
        double capacity = year.capacity(p);
        return capacity < Double.POSITIVE_INFINITY ? capacity : year.whole(p);
    }

    private CalibrationTerms.Answer lane(int l, double[] residual) {
        SupplyCase.Routes routes = of.routes();
        int commodity = routes.commodity()[l];
        double from = prices.price(layout.market(routes.from()[l], commodity));
        double to = prices.price(layout.market(routes.to()[l], commodity));
        double gap = (1 - routes.lane().loss().at(l, 0)) * to
                - (1 + routes.lane().tariff().at(l, 0)) * from
                - routes.lane().cost().at(l, 0);
        double scale = Math.max(Math.abs(to), 1e-3 * year.level(commodity));
        double least = LEAST * scale;
        double amount = base(of, year, l);
        if (year.isNil(amount, commodity)) {
            return routes.lane().capacity().at(l, 0) > 0
                    ? entering(
                            Math.max(0, gap) + least,
                            t -> scale / elasticities.substitution(commodity, t),
                            growth.reaching(routes.to()[l], commodity))
                    : CalibrationTerms.FLAT;
        }
        double margin = Math.max(gap, least);
        residual[l] = gap - margin;
        double[] shift = new double[layout.periods];
        double[] bond = new double[layout.periods];
        double[] power = new double[layout.periods];
        double[] reference = new double[layout.periods];
        for (int t = 0; t < layout.periods; t++) {
            shift[t] = residual[l] * fading(of, t);
            bond[t] = Math.max(0, elasticities.bond(t) * scale - margin);
            power[t] = scale / (elasticities.substitution(commodity, t) * (margin + bond[t]));
            reference[t] = amount * growth.lane(l, t);
        }
        return new CalibrationTerms.Answer.Bound(shift, bond, margin, reference, power);
    }

    /// What stood idle in the base year opens above what it could have earned then; that, too, fades.
    /// @param rise by period, at `unit`
    private CalibrationTerms.Answer entering(double entry, IntToDoubleFunction rise, double unit) {
        double[] price = new double[layout.periods];
        double[] slope = new double[layout.periods];
        double[] amount = new double[layout.periods];
        Arrays.setAll(price, t -> entry * fading(of, t));
        Arrays.setAll(slope, rise);
        Arrays.fill(amount, unit);
        return new CalibrationTerms.Answer.Entering(price, slope, amount);
    }

    /// A_pᵀπ.
    private double earned(int p) {
        return worth(p, false);
    }

    /// What it makes is worth.
    private double gross(int p) {
        return worth(p, true);
    }

    private double worth(int p, boolean products) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[p];
        double sum = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int market = layout.market(of.industry().processes().place()[p], recipes.commodity()[line]);
            double amount = recipes.amount()[line];
            sum += products && amount < 0 ? 0 : amount * prices.price(market);
        }
        return sum;
    }
}
