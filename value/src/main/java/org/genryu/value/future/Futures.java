package org.genryu.value.future;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.genryu.value.cash.CreditState;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.Operations;
import org.genryu.value.cash.PlantMonths;
import org.genryu.value.cash.Realization;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;
import org.genryu.value.project.SupportTerms;

/// Runs a project over many futures: the debt as signed on the base case meets prices, overruns, delays, grades,
/// stops and seizures. Two ways, the same worlds and the same numbers ([FutureKernel] is tested against the other):
/// the full cash flow with everything that lenders and givers of supports want to know, and a fast one for value and
/// cover alone.
public final class Futures {
    private Futures() {}

    /// A project as it is financed in one of several ways, with the debt that was signed for it. Ways of one
    /// project differ in loans and supports alone, so all meet the same worlds and work the same plant.
    record Way(Project project, DebtPlan plan) {}

    /// Value of the project and the least cover of its debt service; the fast way.
    public record Quick(Distribution npv, Distribution least) {}

    /// Everything, under the given probabilities.
    public static FutureResult of(Project project, DebtPlan plan, ProbabilityMeasure measure, FutureOptions options) {
        return of(project, plan, measure, options, false);
    }

    /// The same with the owners' rate of return, which takes longer.
    public static FutureResult withRates(
            Project project, DebtPlan plan, ProbabilityMeasure measure, FutureOptions options) {
        return of(project, plan, measure, options, true);
    }

    /// @return empty if the sheet has something that only the full way knows, such as supports
    public static java.util.Optional<Quick> quick(
            Project project, DebtPlan debt, ProbabilityMeasure measure, FutureOptions options) {
        if (!KernelInputs.knows(project)) {
            return java.util.Optional.empty();
        }
        KernelInputs plan = KernelInputs.of(project, measure, debt);
        List<Distribution> found = FutureRunner.run(count(project, options), options.threads(), 2, () -> {
            FutureKernel kernel = new FutureKernel(plan, options.seed());
            return (first, _, columns) -> {
                kernel.run(first, false);
                System.arraycopy(kernel.value, 0, columns[0], 0, FutureLanes.WIDTH);
                System.arraycopy(kernel.least, 0, columns[1], 0, FutureLanes.WIDTH);
            };
        });
        return java.util.Optional.of(new Quick(found.get(0), found.get(1)));
    }

    /// What all lenders of a project lose in each future before covers, as a value today, in the order of the
    /// futures: with the same options future f of another project is the same world.
    /// @return [currency] by future
    public static double[] losses(Project project, DebtPlan plan, ProbabilityMeasure measure, FutureOptions options) {
        int count = count(project, options);
        double[] out = new double[count];
        List<Way> ways = List.of(new Way(project, plan));
        WayBlocks metrics = new WayBlocks(ways, List.of(), measure, options.seed(), false);
        double[][] columns = new double[PathMetrics.columns(project)][FutureLanes.WIDTH];
        for (int first = 0; first < count; first += FutureLanes.WIDTH) {
            int lanes = Math.min(FutureLanes.WIDTH, count - first);
            metrics.run(first, lanes, columns);
            for (int l = 0; l < project.finance().loans().size(); l++) {
                for (int i = 0; i < lanes; i++) {
                    out[first + i] += columns[PathMetrics.loan(l, 0)][i];
                }
            }
        }
        return out;
    }

    /// Where a price comes per future, there are no more futures than it has.
    static int count(Project project, FutureOptions options) {
        int most = options.futures();
        for (Project.Price price : project.market().prices().values()) {
            PriceModel model = price.model().core();
            if (model instanceof PriceModel.PerFuture per) {
                most = Math.min(most, per.table().futures());
            }
        }
        return most;
    }

    private static FutureResult of(
            Project project, DebtPlan plan, ProbabilityMeasure measure, FutureOptions options, boolean rates) {
        return beside(List.of(new Way(project, plan)), List.of(), measure, options, rates)
                .whole()
                .getFirst();
    }

    /// What becomes of several ways to finance one project.
    ///
    /// @param whole everything, in the order in which it was asked for
    /// @param joint mean value to owners and lenders together of the other ways, in order [currency]
    record Beside(List<FutureResult> whole, List<Double> joint) {}

    /// Several ways to finance one project in the same futures, to the last bit what each gives alone.
    /// @param whole ways of which everything is wanted, one or more
    /// @param joint ways of which only the value to owners and lenders is
    static Beside beside(List<Way> whole, List<Way> joint, ProbabilityMeasure measure, FutureOptions options) {
        return beside(whole, joint, measure, options, false);
    }

    private static Beside beside(
            List<Way> whole, List<Way> joint, ProbabilityMeasure measure, FutureOptions options, boolean rates) {
        int count = count(whole.getFirst().project(), options);
        int[] first = WayBlocks.starts(whole);
        List<Distribution> all = FutureRunner.run(
                count,
                options.threads(),
                first[whole.size()] + joint.size(),
                () -> new WayBlocks(whole, joint, measure, options.seed(), rates));
        List<FutureResult> results = new ArrayList<>();
        for (int w = 0; w < whole.size(); w++) {
            Project project = whole.get(w).project();
            results.add(result(project, measure, options.withFutures(count), all.subList(first[w], first[w + 1])));
        }
        return new Beside(
                results,
                all.subList(first[whole.size()], all.size()).stream()
                        .map(Distribution::mean)
                        .toList());
    }

    private static FutureResult result(
            Project project, ProbabilityMeasure measure, FutureOptions options, List<Distribution> d) {
        int count = options.futures();
        List<FutureResult.LoanRisk> loans = new ArrayList<>();
        for (int l = 0; l < project.finance().loans().size(); l++) {
            String name = project.finance().loans().get(l).id();
            loans.add(new FutureResult.LoanRisk(
                    name,
                    d.get(PathMetrics.loan(l, 0)),
                    d.get(PathMetrics.loan(l, 1)),
                    d.get(PathMetrics.loan(l, 2)),
                    d.get(PathMetrics.loan(l, 3)),
                    d.get(PathMetrics.loan(l, 4))));
        }
        int years = PathMetrics.years(project);
        List<FutureResult.Year> fan = new ArrayList<>();
        for (int y = 0; y < years; y++) {
            fan.add(new FutureResult.Year(
                    y, d.get(PathMetrics.year(project, 0, y)), d.get(PathMetrics.year(project, 1, y))));
        }
        Distribution first = d.get(PathMetrics.DEFAULT_YEAR);
        double p = first.futures() / (double) count;
        return new FutureResult(
                measure,
                options,
                d.get(PathMetrics.NPV),
                d.get(PathMetrics.EQUITY),
                d.get(PathMetrics.LEAST),
                d.get(PathMetrics.MEAN),
                d.get(PathMetrics.LLCR),
                d.get(PathMetrics.IRR),
                d.get(PathMetrics.JOINT),
                new FutureResult.Default(
                        p,
                        Math.sqrt(p * (1 - p) / count),
                        first,
                        d.get(PathMetrics.MISSED).mean(),
                        causes(d)),
                loans,
                supports(project, d),
                fan);
    }

    private static Map<CreditState.Cause, Double> causes(List<Distribution> d) {
        Map<CreditState.Cause, Double> causes = new EnumMap<>(CreditState.Cause.class);
        for (CreditState.Cause cause : CreditState.Cause.values()) {
            double chance = d.get(PathMetrics.CAUSES + cause.ordinal()).mean();
            if (cause != CreditState.Cause.NONE && chance > 0) {
                causes.put(cause, chance);
            }
        }
        return causes;
    }

    private static List<FutureResult.SupportFlow> supports(Project project, List<Distribution> d) {
        List<FutureResult.SupportFlow> flows = new ArrayList<>();
        List<SupportTerms> all = project.finance().supports();
        for (int s = 0; s < all.size(); s++) {
            int base = PathMetrics.support(project, s, 0);
            flows.add(new FutureResult.SupportFlow(
                    all.get(s).name(),
                    all.get(s).giver(),
                    d.get(base),
                    d.get(base + 1),
                    d.get(base + 2),
                    d.get(base + 3),
                    d.get(base + 4),
                    d.get(base + 5)));
        }
        return flows;
    }

    /// Several ways to finance one project in the same futures: world and plant are worked out once for all of
    /// them. The columns of the ways that are wanted whole come first, one way after the other, then what each
    /// other way brings to owners and lenders together.
    private static final class WayBlocks implements FutureRunner.Blocks {
        private final PathGenerator worlds;
        private final PlantMonths plant;
        private final PathMetrics[] ways;
        private final int whole;
        private final int[] first;
        /// Where the other ways write; all that is read from it is set anew for each future.
        private final double[][] aside;

        /// @param whole ways of which every number is wanted, one or more
        /// @param joint ways of which only the value to owners and lenders is
        WayBlocks(List<Way> whole, List<Way> joint, ProbabilityMeasure measure, long seed, boolean rates) {
            Project project = whole.getFirst().project();
            worlds = new PathGenerator(project, measure, seed);
            plant = new PlantMonths(project, worlds.months());
            this.whole = whole.size();
            ways = new PathMetrics[whole.size() + joint.size()];
            for (int w = 0; w < ways.length; w++) {
                Way way = w < this.whole ? whole.get(w) : joint.get(w - this.whole);
                ways[w] = new PathMetrics(way.project(), way.plan(), worlds.months(), w < this.whole && rates);
            }
            first = starts(whole);
            int widest = joint.stream()
                    .mapToInt(way -> PathMetrics.columns(way.project()))
                    .max()
                    .orElse(0);
            aside = new double[widest][FutureLanes.WIDTH];
        }

        /// Where the columns of each whole way begin; at the end, where those of the others do.
        static int[] starts(List<Way> whole) {
            int[] first = new int[whole.size() + 1];
            for (int w = 0; w < whole.size(); w++) {
                first[w + 1] = first[w] + PathMetrics.columns(whole.get(w).project());
            }
            return first;
        }

        @Override
        public void run(long from, int count, double[][] columns) {
            worlds.begin(from);
            for (double[] column : columns) {
                Arrays.fill(column, 0);
            }
            double[][][] own = new double[ways.length][][];
            for (int w = 0; w < ways.length; w++) {
                own[w] = w < whole ? Arrays.copyOfRange(columns, first[w], first[w + 1]) : aside;
            }
            for (int lane = 0; lane < count; lane++) {
                Realization draw = worlds.draw(lane);
                Operations operations = plant.of(draw);
                for (int w = 0; w < ways.length; w++) {
                    ways[w].run(draw, operations, lane, own[w]);
                    if (w >= whole) {
                        columns[first[whole] + w - whole][lane] = aside[PathMetrics.JOINT][lane];
                    }
                }
            }
        }
    }
}
