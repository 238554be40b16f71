package org.genryu.value.cash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.core.Check;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;

/// One future of a project: everything uncertain has a value.
///
/// @param prices [market price][month] in the price's own unit, in its own terms (real ones are escalated later);
/// the price of a month is that of its end
/// @param overrun capital cost as a multiple of the estimate
/// @param delay [month] by which operation starts late
/// @param grade factor on all output
/// @param yearly factor on the output of each year from the valuation date
/// @param stopped whether output stands still, by month
/// @param seized first month in which everything is lost; `NEVER` if it never is
/// @param recovered share of the claim that a sale brings after a default
public record Realization(
        double[][] prices,
        double overrun,
        int delay,
        double grade,
        double[] yearly,
        boolean[] stopped,
        int seized,
        double recovered) {
    public static final int NEVER = Integer.MAX_VALUE;

    public Realization {
        Check.that(overrun > 0, "Draw: overrun is %s; it must be above 0.", overrun);
        Check.that(delay >= 0, "Draw: delay is %s months; it must be 0 or more.", delay);
        Check.that(grade > 0, "Draw: grade is %s; it must be above 0.", grade);
    }

    /// Months from the valuation date to the end of everything, with a delay.
    public static int months(Project project, int delay) {
        int closing = project.plant().environment().closing().central() > 0
                ? project.plant().environment().closingMonths()
                : 0;
        return project.timeline().operateStart() + delay + project.timeline().operateMonths() + closing;
    }

    /// The base case: expected prices of the real world, central values of everything else, no delay, no stop.
    public static Realization central(Project project) {
        return central(project, ProbabilityMeasure.REAL_WORLD);
    }

    /// The same with the prices expected under a measure.
    public static Realization central(Project project, ProbabilityMeasure measure) {
        int months = months(project, 0);
        List<double[]> prices = new ArrayList<>();
        for (Project.Price price : project.market().prices().values()) {
            double[] path = new double[months];
            for (int m = 0; m < months; m++) {
                path[m] = price.model().expected((m + 1) / 12.0, measure);
            }
            prices.add(path);
        }
        double[] yearly = new double[(months + 11) / 12];
        Arrays.fill(yearly, project.plant().output().yearlyFactor().central());
        return new Realization(
                prices.toArray(double[][]::new),
                project.plant().capital().overrun().central(),
                0,
                project.plant().output().gradeFactor().central(),
                yearly,
                new boolean[months],
                NEVER,
                sale(project));
    }

    /// Share of the claim that a sale brings on average: what the sheet says, or the published mean.
    static double sale(Project project) {
        return project.finance()
                .terms()
                .remedies()
                .recovery()
                .map(SheetFigure::central)
                .orElse(MEAN_RECOVERY);
    }

    /// The share of the claim that a sale brings at a uniform number: two thirds in full, the rest evenly up
    /// to 80 %. Moody's, project-finance bank loans 1983-2015: mean 80 %, about two thirds without loss; the
    /// two numbers leave 40 % for the rest. One number for all would give the mean loss and a wrong tail.
    public static double recovery(Project project, double uniform) {
        return project.finance()
                .terms()
                .remedies()
                .recovery()
                .map(figure -> figure.amount().quantile(Math.clamp(uniform, 0x1p-53, 1 - 0x1p-53)))
                .map(share -> Math.clamp(share, 0.0, 1.0))
                .orElse(uniform > PARTIAL ? 1 : MOST_PARTIAL * uniform / PARTIAL);
    }

    private static final double MEAN_RECOVERY = 0.8;
    private static final double PARTIAL = 1.0 / 3;
    private static final double MOST_PARTIAL = 0.8;

    /// The same future with one price multiplied.
    public Realization times(int price, double factor) {
        double[][] changed = prices.clone();
        changed[price] = Arrays.stream(prices[price]).map(p -> p * factor).toArray();
        return new Realization(changed, overrun, delay, grade, yearly, stopped, seized, recovered);
    }

    /// The same future with another capital cost.
    public Realization withOverrun(double factor) {
        return new Realization(prices, factor, delay, grade, yearly, stopped, seized, recovered);
    }

    /// The same future with a late start; what lies beyond the last month goes on as it ended.
    public Realization withDelay(Project project, int months) {
        int all = months(project, months);
        double[][] longer = new double[prices.length][];
        for (int i = 0; i < prices.length; i++) {
            double[] row = prices[i];
            longer[i] = Arrays.copyOf(row, Math.max(all, row.length));
            Arrays.fill(longer[i], row.length, longer[i].length, row[row.length - 1]);
        }
        double[] years = Arrays.copyOf(yearly, Math.max(yearly.length, (all + 11) / 12));
        Arrays.fill(years, yearly.length, years.length, yearly[yearly.length - 1]);
        return new Realization(
                longer,
                overrun,
                months,
                grade,
                years,
                Arrays.copyOf(stopped, Math.max(all, stopped.length)),
                seized,
                recovered);
    }

    /// The same future with a seizure.
    public Realization withSeizure(int month) {
        return new Realization(prices, overrun, delay, grade, yearly, stopped, month, recovered);
    }

    /// The same future with output standing still from `first` for `count` months.
    public Realization withStop(int first, int count) {
        boolean[] still = stopped.clone();
        Arrays.fill(still, Math.min(first, still.length), Math.min(first + count, still.length), true);
        return new Realization(prices, overrun, delay, grade, yearly, still, seized, recovered);
    }
}
