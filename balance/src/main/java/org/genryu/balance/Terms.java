package org.genryu.balance;

import java.util.Arrays;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Periods;

/// What is added to the plain problem: the calibrated reference of each activity and flow, the cuts of demand curves,
/// and tariffs.
///
/// @param activity reference of the processes
/// @param flow reference of the lanes
/// @param curves cuts of the demand curves
/// @param tariff [currency/unit] by lane and period: tariff × price at origin, found by iteration
record Terms(Anchor activity, Anchor flow, CurveCuts curves, double[][] tariff) {

    /// Where things stood in the base year and what it costs to move away from there.
    ///
    /// A thing with a reference r [amount of the period] runs in [#BOUNDS] steps; the step between b_k r and
    /// b_{k+1} r costs
    /// cost + wedge + value · STIFFNESS · ((b_k + b_{k+1})/2 - 1), a quadratic adjustment cost cut at its
    /// midpoints.
    ///
    /// @param wedge [currency/unit] added to the cost of each thing, all periods
    /// @param value [currency/unit] what a unit is worth, the scale of the adjustment cost
    /// @param reference by thing and period; null where the thing has none
    record Anchor(double[] wedge, double[] value, double[][] reference) {
        static Anchor none(int things) {
            return new Anchor(new double[things], new double[things], new double[things][]);
        }

        /// Each part of a cut period has its share of the reference.
        Anchor onto(Periods periods) {
            if (periods.cuts().isEmpty()) {
                return this;
            }
            double[][] parts = new double[reference.length][];
            for (int i = 0; i < parts.length; i++) {
                if (reference[i] != null) {
                    double[] whole = reference[i];
                    parts[i] = new double[periods.count()];
                    Arrays.setAll(
                            parts[i],
                            t -> whole[periods.whole(t)]
                                    * periods.length(t)
                                    / periods.step().years());
                }
            }
            return new Anchor(wedge, value, parts);
        }

        int[] steps() {
            int[] steps = new int[wedge.length];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = reference[i] == null ? 1 : BOUNDS.length - 1;
            }
            return steps;
        }

        /// Lower bound of step k [amount].
        double from(int thing, int t, int k) {
            return reference[thing] == null ? 0 : BOUNDS[k] * reference[thing][t];
        }

        /// Upper bound of step k [amount].
        double until(int thing, int t, int k) {
            return reference[thing] == null || k == BOUNDS.length - 2
                    ? Double.POSITIVE_INFINITY
                    : BOUNDS[k + 1] * reference[thing][t];
        }

        /// What step k costs beyond the thing's own cost [currency/unit].
        double extra(int thing, int k) {
            if (reference[thing] == null) {
                return wedge[thing];
            }
            double middle = k == BOUNDS.length - 2 ? BOUNDS[k] : (BOUNDS[k] + BOUNDS[k + 1]) / 2;
            return wedge[thing] + value[thing] * STIFFNESS * (middle - 1);
        }
    }

    /// Steps of a calibrated thing as multiples of its reference; the last one is open above.
    private static final double[] BOUNDS = {0, 0.5, 0.75, 0.9, 0.97, 1, 1.03, 1.1, 1.25, 1.6, 2.5, 4};

    /// Relative rise of the marginal cost for a relative move away from the reference: the inverse of an elasticity
    /// of 2.
    private static final double STIFFNESS = 0.5;

    static Terms plain(SupplyCase of) {
        return new Terms(
                Anchor.none(of.industry().processes().size()),
                Anchor.none(of.routes().size()),
                CurveCuts.coarse(of),
                new double[of.routes().size()][]);
    }

    /// The same terms for the case under a scenario, whose periods may be cut and whose demands may differ.
    Terms onto(SupplyCase scenario) {
        return new Terms(
                activity.onto(scenario.periods()),
                flow.onto(scenario.periods()),
                CurveCuts.coarse(scenario),
                new double[scenario.routes().size()][]);
    }

    Layout.Steps steps() {
        int[] curve = new int[curves.breaks().length];
        Arrays.setAll(curve, d -> curves.breaks()[d].length == 0 ? 0 : CurveCuts.STEPS);
        return new Layout.Steps(activity.steps(), flow.steps(), curve);
    }

    double tariff(int lane, int t) {
        return tariff[lane] == null ? 0 : tariff[lane][t];
    }

    Terms with(CurveCuts cuts) {
        return new Terms(activity, flow, cuts, tariff);
    }

    Terms withTariff(double[][] other) {
        return new Terms(activity, flow, curves, other);
    }
}
