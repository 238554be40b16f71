package org.genryu.value.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.genryu.core.Text;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/// Which short-term and long-term model makes a history of futures curves most likely?
///
/// max ln L(k, s_χ, l, μ, s_ξ, μ*, ρ, errors) by [KalmanFilter]; positive ones are searched as logs, ρ as its inverse
/// hyperbolic tangent; BOBYQA (Powell 2009) from several reversions, each started again until it no longer rises
///
/// standard errors: inverse of -∂² ln L by differences, delta method; empty for what stands at a limit of the search or
/// where the curvature is not one of a maximum
///
/// μ is known no better than s_ξ/√years, however many contracts there are. A contract's error often falls to its limit
/// (1e-5): the curve then runs through that contract.
public final class SchwartzSmithFit {
    private static final List<String> NAMES = List.of(
            "reversion",
            "shortTerm.volatility",
            "premium",
            "drift",
            "longTerm.volatility",
            "riskNeutralDrift",
            "correlation");
    private static final int CORRELATION = 6;
    private static final double[] LOW = {Math.log(0.01), Math.log(1e-3), -3, -3, Math.log(1e-3), -1, -3, Math.log(1e-5)
    };
    private static final double[] HIGH = {Math.log(20), Math.log(5), 3, 3, Math.log(5), 1, 3, 0};
    private static final List<Double> REVERSIONS = List.of(1.0, 0.3, 3.0);
    private static final double RISE = 1e-6;
    private static final int ROUNDS = 12;
    private static final int EVALUATIONS = 20_000;
    private static final double PROBE = 1e-3;
    private static final double AT_LIMIT = 0.05;
    private static final double IMPOSSIBLE = 1e15;

    private final FuturesPanel panel;
    private final int size;

    private SchwartzSmithFit(FuturesPanel panel) {
        this.panel = panel;
        size = NAMES.size() + panel.contracts();
    }

    /// @return fitted, or why not
    public static Calibration of(FuturesPanel panel) {
        return new SchwartzSmithFit(panel).fit();
    }

    private Calibration fit() {
        Optional<PointValuePair> best = Optional.empty();
        for (double reversion : REVERSIONS) {
            Optional<PointValuePair> found = climb(start(reversion));
            if (found.isPresent()
                    && (best.isEmpty() || found.get().getValue() > best.get().getValue())) {
                best = found;
            }
        }
        if (best.isEmpty()) {
            return new Calibration.NotFitted(
                    new Text(
                            "The search for the most likely parameters did not come to rest from any start.",
                            "どの初期値からも、最も尤もらしいパラメータの探索が収束しませんでした。"),
                    Optional.empty());
        }
        double[] x = best.get().getPoint();
        KalmanFilter filter = new KalmanFilter(panel, model(x), errors(x));
        double logLikelihood = filter.run();
        OptionalDouble[] deviations = deviations(x);
        List<Calibration.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = i < NAMES.size() ? NAMES.get(i) : "error " + (i - NAMES.size() + 1);
            parameters.add(new Calibration.Parameter(name, natural(i, x[i]), deviations[i]));
        }
        return Calibration.Fitted.of(filter.atEnd(), parameters, logLikelihood);
    }

    /// Volatility of the farthest contract for the long term, of the nearest for the short one.
    private double[] start(double reversion) {
        double near = Math.clamp(volatility(0), 0.02, 2);
        double far = Math.clamp(volatility(panel.contracts() - 1), 0.02, 2);
        double[] x = new double[size];
        x[0] = Math.log(reversion);
        x[1] = Math.log(near);
        x[4] = Math.log(far);
        Arrays.fill(x, NAMES.size(), size, Math.log(0.02));
        return x;
    }

    private double volatility(int contract) {
        double sum = 0;
        int count = 0;
        double before = Double.NaN;
        for (List<FuturesPanel.Quote> date : panel.dates()) {
            double now = Double.NaN;
            for (FuturesPanel.Quote quote : date) {
                if (quote.contract() == contract) {
                    now = Math.log(quote.price());
                }
            }
            double move = now - before;
            if (Double.isFinite(move)) {
                sum += move * move;
                count++;
            }
            before = now;
        }
        return count > 0 ? Math.sqrt(sum / count / panel.step()) : 0;
    }

    private Optional<PointValuePair> climb(double[] start) {
        double[] low = new double[size];
        double[] high = new double[size];
        for (int i = 0; i < size; i++) {
            low[i] = LOW[Math.min(i, NAMES.size())];
            high[i] = HIGH[Math.min(i, NAMES.size())];
        }
        PointValuePair best = new PointValuePair(start, logLikelihood(start));
        for (int round = 0; round < ROUNDS; round++) {
            try {
                PointValuePair next = new BOBYQAOptimizer(2 * size + 1, 0.3, 1e-6)
                        .optimize(
                                new MaxEval(EVALUATIONS),
                                new ObjectiveFunction(this::logLikelihood),
                                GoalType.MAXIMIZE,
                                new InitialGuess(best.getPoint()),
                                new SimpleBounds(low, high));
                double rise = next.getValue() - best.getValue();
                best = rise > 0 ? next : best;
                if (!(rise > RISE)) {
                    return Optional.of(best);
                }
            } catch (MathIllegalStateException e) {
                return best.getValue() > -IMPOSSIBLE ? Optional.of(best) : Optional.empty();
            }
        }
        return Optional.of(best);
    }

    private double logLikelihood(double[] x) {
        double value = new KalmanFilter(panel, model(x), errors(x)).run();
        return Double.isFinite(value) ? value : -IMPOSSIBLE;
    }

    private static double natural(int i, double x) {
        return switch (i) {
            case 2, 3, 5 -> x;
            case CORRELATION -> Math.tanh(x);
            default -> Math.exp(x);
        };
    }

    private static double slope(int i, double x) {
        return switch (i) {
            case 2, 3, 5 -> 1;
            case CORRELATION -> 1 - Math.tanh(x) * Math.tanh(x);
            default -> Math.exp(x);
        };
    }

    private static SchwartzSmith model(double[] x) {
        return new SchwartzSmith(
                new SchwartzSmith.ShortTerm(0, natural(0, x[0]), natural(1, x[1]), x[2]),
                new SchwartzSmith.LongTerm(1, x[3], x[5], natural(4, x[4])),
                natural(CORRELATION, x[CORRELATION]));
    }

    private double[] errors(double[] x) {
        double[] errors = new double[panel.contracts()];
        for (int j = 0; j < errors.length; j++) {
            errors[j] = Math.exp(x[NAMES.size() + j]);
        }
        return errors;
    }

    /// Standard errors of the natural parameters.
    private OptionalDouble[] deviations(double[] x) {
        OptionalDouble[] out = new OptionalDouble[size];
        Arrays.fill(out, OptionalDouble.empty());
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int row = Math.min(i, NAMES.size());
            if (x[i] > LOW[row] + AT_LIMIT && x[i] < HIGH[row] - AT_LIMIT) {
                free.add(i);
            }
        }
        DMatrixRMaj curvature = curvature(x, free);
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(free.size(), true);
        if (!cholesky.decompose(curvature.copy())) {
            return out;
        }
        DMatrixRMaj inverse = new DMatrixRMaj(free.size(), free.size());
        if (!CommonOps_DDRM.invert(curvature, inverse)) {
            return out;
        }
        for (int i = 0; i < free.size(); i++) {
            int at = free.get(i);
            out[at] = OptionalDouble.of(Math.abs(slope(at, x[at])) * Math.sqrt(inverse.get(i, i)));
        }
        return out;
    }

    /// -∂² ln L over the free parameters.
    private DMatrixRMaj curvature(double[] x, List<Integer> free) {
        int n = free.size();
        DMatrixRMaj out = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double cross = moved(x, free.get(i), 1, free.get(j), 1)
                        - moved(x, free.get(i), 1, free.get(j), -1)
                        - moved(x, free.get(i), -1, free.get(j), 1)
                        + moved(x, free.get(i), -1, free.get(j), -1);
                double value = -cross / (4 * PROBE * PROBE);
                out.set(i, j, value);
                out.set(j, i, value);
            }
        }
        return out;
    }

    private double moved(double[] x, int i, int iSign, int j, int jSign) {
        double[] y = x.clone();
        y[i] += iSign * PROBE;
        y[j] += jSign * PROBE;
        return logLikelihood(y);
    }
}
