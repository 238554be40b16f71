package org.genryu.balance.calibration;

import java.util.Arrays;
import org.genryu.balance.layout.ColumnSteps;
import org.genryu.balance.layout.DemandCurve;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.time.Periods;
import org.genryu.solve.convex.CostCurves;

/// What is added to the plain problem: how processes and lanes answer to a price, the tariffs charged, and what the
/// base year leaves unexplained.
///
/// @param activity answers of the processes
/// @param flow answers of the lanes
/// @param tariff [currency/unit] by lane and period: tariff × price at origin, found by iteration; null where nothing
/// is charged
/// @param unexplained [amount a year] by demand: what the base year's own figures cannot supply of a fixed demand,
/// taken as supplied from outside the account
/// @param price [currency/unit] by market: that of the base year, where it was fitted; else empty
public record CalibrationTerms(
        Answer[] activity, Answer[] flow, double[][] tariff, double[] unexplained, double[] price) {

    /// How the marginal cost of a thing rises with what it does [currency/unit, amount of the period].
    public sealed interface Answer {
        /// What x costs beyond its own cost because the dearer of the units work: the area under the rising
        /// part [currency].
        double rise(int t, double x);

        /// What the data do not explain of the cost of a unit; below 0 what the case's cost says too much
        /// [currency/unit].
        double residual(int t);

        /// Its own cost alone, without limit but its capacity.
        record Flat() implements Answer {
            @Override
            public double rise(int t, double x) {
                return 0;
            }

            @Override
            public double residual(int t) {
                return 0;
            }
        }

        /// It did something in the base year. In period t
        ///
        ///     MC(x) = own_t + shift_t + max(floor, margin (x/reference_t)^power_t)
        ///
        /// @param shift [currency/unit] by period: the residual that the data do not explain, fading, and what
        /// makes own + shift + margin
        ///     the marginal cost at the reference
        /// @param floor below which it stops [currency/unit]; 0 where it never stops
        /// @param margin at the reference [currency/unit], above 0
        /// @param reference [amount of the period] by period, above 0
        /// @param power by period: 1/elasticity with respect to the margin
        record Rising(double[] shift, double floor, double margin, double[] reference, double[] power)
                implements Answer {
            /// Amount up to which the floor holds.
            public double knee(int t) {
                return floor <= 0 ? 0 : reference[t] * Math.pow(floor / margin, 1 / power[t]);
            }

            @Override
            public double rise(int t, double x) {
                double knee = knee(t);
                double area = CostCurves.integral(power[t], knee / reference[t], Math.max(knee, x) / reference[t]);
                return margin * reference[t] * area - floor * Math.max(0, x - knee);
            }

            @Override
            public double residual(int t) {
                return shift[t] + floor;
            }
        }

        /// A lane whose buyers know where their good comes from. In period t
        ///
        ///     MC(x) = own_t + shift_t - bond_t + (margin + bond_t) (x/reference_t)^power_t
        ///
        /// so that a lane that gets dearer loses its customers one after the other, and the last when it costs
        /// them bond_t more than the market.
        ///
        /// @param shift [currency/unit] by period: the residual that the data do not explain, fading
        /// @param bond [currency/unit] by period: what the most faithful pay for the origin, 0 or more
        /// @param margin what the lane earns at the reference [currency/unit], above 0
        /// @param reference [amount of the period] by period, above 0
        /// @param power by period
        record Bound(double[] shift, double[] bond, double margin, double[] reference, double[] power)
                implements Answer {
            public double slope(int t) {
                return margin + bond[t];
            }

            @Override
            public double rise(int t, double x) {
                return slope(t) * reference[t] * CostCurves.integral(power[t], 0, x / reference[t]) - bond[t] * x;
            }

            @Override
            public double residual(int t) {
                return shift[t];
            }
        }

        /// It did nothing in the base year though it could have: it opens at own_t + entry_t, and then ever
        /// dearer: slope_t x / unit_t.
        ///
        /// @param entry [currency/unit] by period
        /// @param slope [currency/unit] by period, at `unit`
        /// @param unit [amount of the period] by period
        record Entering(double[] entry, double[] slope, double[] unit) implements Answer {
            @Override
            public double rise(int t, double x) {
                return slope[t] * x * x / (2 * unit[t]);
            }

            @Override
            public double residual(int t) {
                return entry[t];
            }
        }
    }

    static final Answer FLAT = new Answer.Flat();

    public static CalibrationTerms plain(SupplyCase of) {
        return new CalibrationTerms(
                flat(of.industry().processes().size()),
                flat(of.routes().size()),
                new double[of.routes().size()][],
                new double[of.use().demands().size()],
                new double[0]);
    }

    static Answer[] flat(int things) {
        Answer[] answers = new Answer[things];
        Arrays.fill(answers, FLAT);
        return answers;
    }

    /// The same terms for the case under a scenario, whose periods may be cut: each part has its share of an
    /// amount, and the prices of its whole period.
    public CalibrationTerms onto(SupplyCase scenario) {
        Periods periods = scenario.periods();
        return periods.cuts().isEmpty()
                ? this
                : new CalibrationTerms(onto(activity, periods), onto(flow, periods), tariff, unexplained, price);
    }

    private static Answer[] onto(Answer[] answers, Periods periods) {
        Answer[] parts = new Answer[answers.length];
        Arrays.setAll(parts, i -> switch (answers[i]) {
            case Answer.Flat flat -> flat;
            case Answer.Rising rising ->
                new Answer.Rising(
                        whole(rising.shift(), periods),
                        rising.floor(),
                        rising.margin(),
                        shares(rising.reference(), periods),
                        whole(rising.power(), periods));
            case Answer.Bound bound ->
                new Answer.Bound(
                        whole(bound.shift(), periods),
                        whole(bound.bond(), periods),
                        bound.margin(),
                        shares(bound.reference(), periods),
                        whole(bound.power(), periods));
            case Answer.Entering entering ->
                new Answer.Entering(
                        whole(entering.entry(), periods),
                        whole(entering.slope(), periods),
                        shares(entering.unit(), periods));
        });
        return parts;
    }

    /// What holds in the whole period holds in its parts.
    private static double[] whole(double[] values, Periods periods) {
        double[] parts = new double[periods.count()];
        Arrays.setAll(parts, t -> values[periods.whole(t)]);
        return parts;
    }

    private static double[] shares(double[] amounts, Periods periods) {
        double[] parts = new double[periods.count()];
        Arrays.setAll(
                parts,
                t -> amounts[periods.whole(t)]
                        * periods.length(t)
                        / periods.step().years());
        return parts;
    }

    public ColumnSteps steps(SupplyCase of) {
        int[] curve = new int[of.use().demands().size()];
        for (int d = 0; d < curve.length; d++) {
            curve[d] = DemandCurve.isFixed(of, d) ? 0 : 2;
        }
        return new ColumnSteps(steps(activity), steps(flow), curve);
    }

    private static int[] steps(Answer[] answers) {
        int[] steps = new int[answers.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = answers[i] instanceof Answer.Rising rising && rising.floor() > 0 ? 2 : 1;
        }
        return steps;
    }

    public double tariff(int lane, int t) {
        return tariff[lane] == null ? 0 : tariff[lane][t];
    }

    public CalibrationTerms withTariff(double[][] other) {
        return new CalibrationTerms(activity, flow, other, unexplained, price);
    }
}
