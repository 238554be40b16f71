package org.genryu.value.price;

import java.util.List;
import org.genryu.core.Check;
import org.genryu.core.number.Correlation;
import org.genryu.core.number.RandomDraws;

/// What do all prices do in one future, together? The plain reference; the kernel that runs a million futures must
/// agree with it in distribution.
///
/// e_i(t) = normal(future, t) of the stage "price <id>" – independent shocks
///
/// z(t) = L e(t) – shocks of the prices, correlated ([Correlation]) between factors, independent over time
///
/// w_i(t) = normal(future, t) of the stage "price <id> split" – only for models of two factors
///
/// (χ, ξ) by [TwoFactorStep], S = exp(χ + ξ), times jumps (stage "price <id> jumps", further ones "price <id> jumps
/// jumps")
///
/// Keyed by (seed, id, future, period): more periods, more factors after it or another order of the futures change
/// nothing. Exact in distribution for every length of the step. Cost, currency, inflation and the hazard of politics
/// enter as factors of their own: a multiplier that starts at 1 and is tied to the price.
///
/// @param ids names, each once
/// @param models one for each name
/// @param correlation of the shocks, over the same names
public record PriceFactors(List<String> ids, List<PriceModel> models, Correlation correlation) {
    /// How paths are drawn.
    /// @param seed of the run
    /// @param step length of a period [yr], above 0
    /// @param measure whose drifts are taken
    public record Sampling(long seed, double step, ProbabilityMeasure measure) {
        public Sampling {
            Check.that(step > 0, "Prices: a period is %s years; it must be above 0.", step);
        }
    }

    public PriceFactors {
        ids = List.copyOf(ids);
        models = List.copyOf(models);
        Check.that(
                ids.size() == models.size() && ids.equals(correlation.factors()),
                "Prices: %s names, %s models and correlations of %s; they must be the same factors.",
                ids.size(),
                models.size(),
                correlation.factors());
        Check.that(ids.stream().distinct().count() == ids.size(), "Prices: names are %s; each must stand once.", ids);
    }

    /// A single factor.
    public static PriceFactors of(String id, PriceModel model) {
        return new PriceFactors(List.of(id), List.of(model), Correlation.none(List.of(id)));
    }

    /// Stage of the draws of a factor's independent shocks.
    public static String stage(String id) {
        return "price " + id;
    }

    /// Fills the prices at the ends of the periods.
    /// @param future number of the future, 0 or more
    /// @param out [factor][period]: the price at (period + 1) · step
    public void fill(Sampling sampling, long future, double[][] out) {
        Check.that(out.length == ids.size(), "Prices: %s rows for %s factors.", out.length, ids.size());
        shocks(sampling.seed(), future, out);
        for (int i = 0; i < out.length; i++) {
            walk(ids.get(i), models.get(i), sampling, future, out[i]);
        }
    }

    /// Fills correlated standard normals.
    /// @param out [factor][period], rows of equal length
    public void shocks(long seed, long future, double[][] out) {
        RandomDraws[] draws =
                ids.stream().map(id -> RandomDraws.of(seed, stage(id))).toArray(RandomDraws[]::new);
        double[] independent = new double[draws.length];
        for (int t = 0; t < out[0].length; t++) {
            for (int i = 0; i < draws.length; i++) {
                independent[i] = draws[i].normal(future, t);
            }
            for (int i = 0; i < draws.length; i++) {
                out[i][t] = correlation.tie(i, independent);
            }
        }
    }

    /// Turns the shocks in `path` into prices.
    private static void walk(String id, PriceModel model, Sampling sampling, long future, double[] path) {
        switch (model) {
            case PriceModel.Gaussian gaussian -> gaussian(id, gaussian.factors(), sampling, future, path);
            case PriceModel.WithJumps jumps -> {
                walk(id, jumps.of(), sampling, future, path);
                RandomDraws draws = RandomDraws.of(sampling.seed(), stage(id) + JumpTerms.stage(jumps));
                JumpTerms.onto(path, jumps, draws, future, sampling.step());
            }
            case PriceModel.Table table -> {
                for (int t = 0; t < path.length; t++) {
                    path[t] = table.at((t + 1) * sampling.step());
                }
            }
            case PriceModel.OnPath on -> {
                walk(id, on.around(), sampling, future, path);
                for (int t = 0; t < path.length; t++) {
                    path[t] *= on.factor((t + 1) * sampling.step());
                }
            }
            case PriceModel.PerFuture per -> {
                for (int t = 0; t < path.length; t++) {
                    path[t] = per.table().at(future, (t + 1) * sampling.step());
                }
            }
        }
    }

    private static void gaussian(String id, SchwartzSmith model, Sampling sampling, long future, double[] path) {
        TwoFactorStep step = model.transition(sampling.step(), sampling.measure());
        RandomDraws splits = RandomDraws.of(sampling.seed(), stage(id) + " split");
        double chi = model.shortTerm().start();
        double xi = Math.log(model.longTerm().start());
        for (int t = 0; t < path.length; t++) {
            double shift = step.split() > 0 ? step.split() * splits.normal(future, t) : 0;
            chi = step.decay() * chi + step.shortShift() + step.shortLead() * path[t] + shift;
            xi += step.longShift() + step.longLead() * path[t] - shift;
            path[t] = Math.exp(chi + xi);
        }
    }
}
