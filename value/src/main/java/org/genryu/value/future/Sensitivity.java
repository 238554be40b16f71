package org.genryu.value.future;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.genryu.core.Text;
import org.genryu.core.number.Amount;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.Realization;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.RiskClasses;

/// Which input moves the value most? One at a time in the base case, everything else at its central value, the debt as
/// signed.
///
/// A price: all months times exp(±z₉₀ s), s² the variance of its log in the middle of operation; overrun, grade and the
/// yearly factor: their own 10 % and 90 % quantiles; delay: none, and nine tenths of the longest; fixed and variable
/// cost together: their own quantiles where the sheet gives them, else ±10 % (assumption: no range is stated).
public final class Sensitivity {
    private static final double HIGH = 0.9;
    private static final double Z = Amount.STANDARD.inverseCumulativeProbability(HIGH);
    private static final double UNSTATED = 0.1;

    private Sensitivity() {}

    /// NPV before finance with one input low and high.
    /// @param low value of the input, in its own unit or as a factor
    /// @param assumed whether the range is an assumption
    public record Bar(Text input, double low, double high, double npvLow, double npvHigh, boolean assumed) {
        public double span() {
            return Math.abs(npvHigh - npvLow);
        }
    }

    /// Bars by their span, widest first.
    public static List<Bar> tornado(Project project) {
        DebtPlan plan = DebtPlan.of(project);
        Realization central = Realization.central(project, ProbabilityMeasure.REAL_WORLD);
        List<Bar> bars = new ArrayList<>();
        List<String> names = List.copyOf(project.market().prices().keySet());
        for (int p = 0; p < names.size(); p++) {
            double factor = swing(project, names.get(p));
            if (factor > 1) {
                bars.add(new Bar(
                        new Text(
                                "price: " + project.names().price(names.get(p)).en(),
                                "価格：" + project.names().price(names.get(p)).ja()),
                        1 / factor,
                        factor,
                        npv(project, plan, central.times(p, 1 / factor)),
                        npv(project, plan, central.times(p, factor)),
                        false));
            }
        }
        overrun(project, plan, central, bars);
        grade(project, plan, central, bars);
        delay(project, plan, central, bars);
        costs(project, plan, central, bars);
        bars.sort(Comparator.comparingDouble(Bar::span).reversed());
        return bars;
    }

    private static double npv(Project project, DebtPlan plan, Realization draw) {
        return CashFlow.of(project, plan, draw).measures().npv();
    }

    private static double swing(Project project, String price) {
        double middle = (project.timeline().operateStart() + project.timeline().operateMonths() / 2.0) / 12;
        for (Project.Price p : project.market().prices().values()) {
            if (p.name().equals(price)) {
                return Math.exp(Z * Math.sqrt(p.model().logVariance(middle)));
            }
        }
        return 1;
    }

    private static void overrun(Project project, DebtPlan plan, Realization central, List<Bar> bars) {
        UncertainNumber spread = switch (project.plant().capital().overrun()) {
            case PlantTerms.Overrun.Given given ->
                UncertainNumber.of(given.factor().amount());
            case PlantTerms.Overrun.OfClass c -> UncertainNumber.of(RiskClasses.overrun(c.name()));
        };
        boolean assumed = !spread.random();
        double low = assumed ? 1 - UNSTATED : at(spread, -Z);
        double high = assumed ? 1 + UNSTATED : at(spread, Z);
        bars.add(new Bar(
                new Text("capital cost", "建設費"),
                low,
                high,
                npv(project, plan, central.withOverrun(low)),
                npv(project, plan, central.withOverrun(high)),
                assumed));
    }

    private static double at(UncertainNumber spread, double z) {
        double[] lanes = new double[FutureLanes.WIDTH];
        lanes[0] = z;
        spread.apply(lanes);
        return lanes[0];
    }

    private static void grade(Project project, DebtPlan plan, Realization central, List<Bar> bars) {
        Amount grade = project.plant().output().gradeFactor().amount();
        boolean assumed = grade instanceof Amount.Fixed;
        double low = assumed ? 1 - UNSTATED : grade.quantile(1 - HIGH);
        double high = assumed ? 1 + UNSTATED : grade.quantile(HIGH);
        bars.add(new Bar(
                new Text("grade and output", "品位・産出量"),
                low,
                high,
                npv(project, plan, withGrade(central, low)),
                npv(project, plan, withGrade(central, high)),
                assumed));
    }

    private static Realization withGrade(Realization d, double grade) {
        return new Realization(
                d.prices(), d.overrun(), d.delay(), grade, d.yearly(), d.stopped(), d.seized(), d.recovered());
    }

    private static void delay(Project project, DebtPlan plan, Realization central, List<Bar> bars) {
        if (project.timeline().delayChance().central() > 0) {
            int months =
                    (int) Math.round(project.timeline().delayMonths().amount().quantile(HIGH));
            bars.add(new Bar(
                    new Text("delay [months]", "遅延（月）"),
                    months,
                    0,
                    npv(project, plan, late(project, central, months)),
                    npv(project, plan, central),
                    false));
        }
    }

    /// The prices go on as the models expect beyond the planned end.
    private static Realization late(Project project, Realization central, int months) {
        Realization longer = central.withDelay(project, months);
        int p = 0;
        for (Project.Price price : project.market().prices().values()) {
            for (int m = 0; m < longer.prices()[p].length; m++) {
                longer.prices()[p][m] = price.model().expected((m + 1) / 12.0, ProbabilityMeasure.REAL_WORLD);
            }
            p++;
        }
        return longer;
    }

    private static void costs(Project project, DebtPlan plan, Realization central, List<Bar> bars) {
        boolean stated = project.plant().costs().stream()
                .anyMatch(c -> !(c.fixed().amount() instanceof Amount.Fixed)
                        || !(c.variable().amount() instanceof Amount.Fixed));
        double low = npv(costs(project, 1 - HIGH, stated), plan, central);
        double high = npv(costs(project, HIGH, stated), plan, central);
        bars.add(new Bar(new Text("operating cost", "操業費"), 1 - UNSTATED, 1 + UNSTATED, low, high, !stated));
    }

    private static Project costs(Project project, double p, boolean stated) {
        double factor = p < 0.5 ? 1 - UNSTATED : 1 + UNSTATED;
        List<PlantTerms.Cost> costs = project.plant().costs().stream()
                .map(c -> new PlantTerms.Cost(
                        c.item(),
                        c.fixed()
                                .with(
                                        stated
                                                ? c.fixed().amount().quantile(p)
                                                : c.fixed().central() * factor),
                        c.variable()
                                .with(
                                        stated
                                                ? c.variable().amount().quantile(p)
                                                : c.variable().central() * factor),
                        c.of()))
                .toList();
        PlantTerms old = project.plant();
        PlantTerms plant =
                new PlantTerms(old.capital(), old.output(), old.geology(), old.products(), costs, old.environment());
        return new Project(
                project.header(), project.timeline(), plant, project.market(), project.host(), project.finance());
    }

    /// NPV before finance over two inputs.
    /// @param npv [row: capital cost][column: price of the first sold product]
    public record Table(List<Double> capital, List<Double> price, double[][] npv) {}

    /// @param capital factors on the estimate
    /// @param price factors on the first price of the market
    public static Table table(Project project, List<Double> capital, List<Double> price) {
        DebtPlan plan = DebtPlan.of(project);
        Realization central = Realization.central(project);
        double[][] npv = new double[capital.size()][price.size()];
        for (int i = 0; i < capital.size(); i++) {
            for (int j = 0; j < price.size(); j++) {
                Realization draw = central.withOverrun(capital.get(i)).times(0, price.get(j));
                npv[i][j] = npv(project, plan, draw);
            }
        }
        return new Table(List.copyOf(capital), List.copyOf(price), npv);
    }
}
