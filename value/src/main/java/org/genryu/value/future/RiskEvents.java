package org.genryu.value.future;

import java.util.Arrays;
import java.util.List;
import org.genryu.core.number.Amount;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.RiskClasses;

/// What happens to a block of futures besides prices: overrun, delay, grade, the factor of each year, stops and
/// seizure. One normal or a few uniforms a factor, each from its own stream ([DrawKeys]).
///
/// overrun = its quantile at Φ(g_cost); late if Φ(g_delay) > 1 - chance, then by the quantile of what is beyond;
/// g = L e with the prices' shocks of the building months, summed and divided by √months, before them, so that `[ndpr,
/// cost, 0.3]` ties the overrun to what the price did while it was built
///
/// stop after E / (hazard/12) months of running, E exponential; its length 1 + ⌊E' / -ln(1 - 1/mean)⌋ months, so that
/// it lasts `mean` months on average and ends each month with chance 1/mean; back in work, a month passes at least
///
/// seizure at month ⌊12 E / hazard⌋ from the valuation date; a correlation with `stop` or `seizure` moves the first E
///
/// [#follow] draws both with hazards that rise with the price. Its methods take many parameters: they are one loop cut
/// in two, over the parameter budget.
final class RiskEvents {
    private static final int W = FutureLanes.WIDTH;
    private static final int STOP = 3;
    private static final int SEIZURE = 4;

    /// Factors of one draw in their order behind the prices.
    static final List<String> SINGLE = List.of("cost", "delay", "grade", "stop", "seizure");

    private final Project project;
    private final double[][] lower;
    private final int prices;
    private final int shockMonths;
    private final int longest;
    private final FutureLanes lanes = new FutureLanes();
    private final long[] keys = new long[W];
    private final double[] spare = new double[W];
    private final double[][] single = new double[SINGLE.size()][W];
    private final UncertainNumber costSpread;
    private final UncertainNumber gradeSpread;
    private final UncertainNumber yearSpread;
    private final double[][] years = new double[2][W];
    private long[] yearKeys = new long[W];

    /// Multiple of the estimate.
    final double[] overrun = new double[W];
    /// [month]
    final int[] delay = new int[W];

    final double[] grade = new double[W];

    /// Uniform that says what a sale after a default brings.
    final double[] recovery = new double[W];

    /// Month of the seizure, [Integer#MAX_VALUE] if there is none.
    final int[] seized = new int[W];

    /// Stops of the block: lane, first month, first month after it.
    int[] stopLane = new int[W];

    int[] stopFrom = new int[W];
    int[] stopUntil = new int[W];
    int stops;

    /// @param lower Cholesky factor over the prices and then [#SINGLE]
    /// @param longest delay that any future may have [month]
    RiskEvents(Project project, double[][] lower, int longest) {
        this.project = project;
        this.longest = longest;
        this.lower = lower;
        prices = project.market().prices().size();
        shockMonths = Math.max(1, project.timeline().buildMonths());
        costSpread = switch (project.plant().capital().overrun()) {
            case PlantTerms.Overrun.Given given ->
                UncertainNumber.of(given.factor().amount());
            case PlantTerms.Overrun.OfClass c -> UncertainNumber.of(RiskClasses.overrun(c.name()));
        };
        gradeSpread = UncertainNumber.of(project.plant().output().gradeFactor().amount());
        yearSpread = UncertainNumber.of(project.plant().output().yearlyFactor().amount());
    }

    /// Draws all that is drawn once.
    void begin(long[] futures, PriceLanes market, int months) {
        normals(futures, 0, costSpread.random());
        normals(futures, 1, late() > 0);
        normals(futures, 2, gradeSpread.random());
        normals(futures, STOP, tied(STOP));
        normals(futures, SEIZURE, tied(SEIZURE));
        tie(market);
        System.arraycopy(single[0], 0, overrun, 0, W);
        costSpread.apply(overrun);
        delays();
        System.arraycopy(single[2], 0, grade, 0, W);
        gradeSpread.apply(grade);
        DrawKeys.fill(futures, DrawKeys.stream("seizure"), keys);
        seizures(months);
        DrawKeys.fill(futures, DrawKeys.stream("stop"), keys);
        stops(months);
        DrawKeys.fill(futures, DrawKeys.stream("recovery"), keys);
        lanes.uniforms(keys, 0, recovery);
        DrawKeys.fill(futures, DrawKeys.stream("yearly"), yearKeys);
    }

    /// Fills the factor of a year; even years before the odd ones that follow them.
    void year(int year, double[] out) {
        if (!yearSpread.random()) {
            Arrays.fill(out, ((UncertainNumber.Constant) yearSpread).value());
            return;
        }
        if (year % 2 == 0) {
            lanes.normals(yearKeys, year / 2, years[0], years[1]);
        }
        System.arraycopy(years[year % 2], 0, out, 0, W);
        yearSpread.apply(out);
    }

    boolean yearsVary() {
        return yearSpread.random();
    }

    private void normals(long[] futures, int factor, boolean needed) {
        if (needed) {
            DrawKeys.fill(futures, DrawKeys.stream(SINGLE.get(factor)), keys);
            lanes.normals(keys, 0, single[factor], spare);
        }
    }

    /// Whether a factor is correlated with any other.
    private boolean tied(int factor) {
        for (int g = 0; g < SINGLE.size(); g++) {
            for (int j = 0; j < prices + g; j++) {
                if ((g == factor || j == prices + factor) && Math.abs(lower[prices + g][j]) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Uniform of the first event of a factor: its own word, or Φ(g) where it is correlated; near 1 is early.
    private void first(int factor) {
        if (tied(factor)) {
            for (int i = 0; i < W; i++) {
                spare[i] = Math.clamp(Amount.STANDARD.cumulativeProbability(single[factor][i]), 0x1p-53, 1 - 0x1p-53);
            }
        } else {
            lanes.uniforms(keys, 0, spare);
        }
    }

    /// g = L e, from the last factor to the first.
    private void tie(PriceLanes market) {
        for (int g = SINGLE.size() - 1; g >= 0; g--) {
            double[] row = lower[prices + g];
            for (int i = 0; i < W; i++) {
                single[g][i] *= row[prices + g];
            }
            for (int k = 0; k < g; k++) {
                if (Math.abs(row[prices + k]) > 0) {
                    for (int i = 0; i < W; i++) {
                        single[g][i] += row[prices + k] * single[k][i];
                    }
                }
            }
            for (int p = 0; p < prices; p++) {
                if (Math.abs(row[p]) > 0) {
                    market.sumOfShocks(p, shockMonths, row[p] / Math.sqrt(shockMonths), single[g]);
                }
            }
        }
    }

    private double late() {
        return project.timeline().delayChance().central();
    }

    private void delays() {
        double chance = late();
        for (int i = 0; i < W; i++) {
            double u = chance > 0 ? Amount.STANDARD.cumulativeProbability(single[1][i]) : 0;
            double beyond = u - (1 - chance);
            delay[i] = beyond > 0 ? months(beyond / chance) : 0;
        }
    }

    private int months(double share) {
        double p = Math.clamp(share, 0x1p-53, 1 - 0x1p-53);
        long months = Math.round(project.timeline().delayMonths().amount().quantile(p));
        return Math.clamp(months, 0, longest);
    }

    private void seizures(int months) {
        double hazard = project.host().politics().seizureHazard().central();
        Arrays.fill(seized, Integer.MAX_VALUE);
        if (hazard > 0) {
            // Most lanes are not seized within the horizon: their uniform says so without a logarithm.
            double bound = Math.exp(-months * hazard / 12);
            first(SEIZURE);
            for (int i = 0; i < W; i++) {
                if (spare[i] > bound) {
                    seized[i] = (int) (-Math.log(spare[i]) * 12 / hazard);
                }
            }
        }
    }

    private void stops(int months) {
        stops = 0;
        var politics = project.host().politics();
        double hazard = politics.stopHazard().central() / 12;
        if (!(hazard > 0)) {
            return;
        }
        double mean = politics.stopMonths().central();
        double fade = mean > 1 ? -Math.log1p(-1 / mean) : Double.MAX_VALUE;
        first(STOP);
        int span = -1;
        double quiet = 0;
        for (int i = 0; i < W; i++) {
            int first = project.timeline().operateStart() + delay[i];
            int end = Math.min(months, first + project.timeline().operateMonths());
            double u = spare[i];
            // A lane without a stop says so without a logarithm.
            if (end - first != span) {
                span = end - first;
                quiet = Math.exp(-hazard * span);
            }
            for (int word = 1; u > quiet && first < end; word += 2) {
                double wait = -Math.log(u) / hazard;
                if (wait >= end - first) {
                    break;
                }
                int from = first + (int) wait;
                int length = 1 + (int) Math.min(months, -Math.log(FutureLanes.uniform(keys[i], word)) / fade);
                add(i, from, Math.min(end, from + length));
                first = from + length + 1;
                u = FutureLanes.uniform(keys[i], word + 1);
            }
        }
    }

    /// Draws stops and seizures anew with hazards that follow a price: h(m) = h exp(link max(0, ln(S(m)/level))),
    /// an event when ∫ h reaches its exponential number. With a link of 0 they are what [#begin] drew.
    /// @param price [month][lane], from month 0
    void follow(long[] futures, double[][] price, double level) {
        var politics = project.host().politics();
        double link = politics.linkToPrice().central();
        double fade = politics.stopMonths().central() > 1
                ? -Math.log1p(-1 / politics.stopMonths().central())
                : Double.MAX_VALUE;
        DrawKeys.fill(futures, DrawKeys.stream("seizure"), keys);
        first(SEIZURE);
        double seizing = politics.seizureHazard().central() / 12;
        for (int i = 0; i < W; i++) {
            seized[i] = reached(-Math.log(spare[i]), seizing, 0, price.length, i, price, level, link);
        }
        DrawKeys.fill(futures, DrawKeys.stream("stop"), keys);
        first(STOP);
        double stopping = politics.stopHazard().central() / 12;
        stops = 0;
        for (int i = 0; i < W; i++) {
            int start = project.timeline().operateStart() + delay[i];
            int end = Math.min(price.length, start + project.timeline().operateMonths());
            int from = reached(-Math.log(spare[i]), stopping, start, end, i, price, level, link);
            for (int word = 1; from < end; word += 2) {
                int length = 1 + (int) Math.min(end, -Math.log(FutureLanes.uniform(keys[i], word)) / fade);
                add(i, from, Math.min(end, from + length));
                double next = -Math.log(FutureLanes.uniform(keys[i], word + 1));
                from = reached(next, stopping, from + length + 1, end, i, price, level, link);
            }
        }
    }

    /// First month from `from` on in which the sum of hazards exceeds a threshold; none before `until`: never.
    private static int reached(
            double threshold,
            double hazard,
            int from,
            int until,
            int lane,
            double[][] price,
            double level,
            double link) {
        double sum = 0;
        for (int m = from; m < until; m++) {
            double excess = Math.max(0, Math.log(price[m][lane] / level));
            sum += hazard * Math.exp(link * excess);
            if (sum > threshold) {
                return m;
            }
        }
        return Integer.MAX_VALUE;
    }

    private void add(int lane, int from, int until) {
        if (stops == stopLane.length) {
            stopLane = Arrays.copyOf(stopLane, 2 * stops);
            stopFrom = Arrays.copyOf(stopFrom, 2 * stops);
            stopUntil = Arrays.copyOf(stopUntil, 2 * stops);
        }
        stopLane[stops] = lane;
        stopFrom[stops] = from;
        stopUntil[stops++] = until;
    }
}
