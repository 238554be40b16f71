package org.genryu.stress.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.genryu.casefile.SupplyCase;
import org.genryu.stress.month.MonthlyStress;
import org.genryu.stress.month.StressPath;

/// A plant against the calm world: what it makes less or more of its main product, and how long it is mothballed.
///
/// @param main its product that is worth most at calm prices
/// @param made by month [units of main]
/// @param calm by month [units of main]
/// @param worth Σ made less Σ calm at calm prices [currency]
/// @param earned what it sells less what it takes in, at the prices of the months, less the same in calm [currency]
/// @param shut months in which a part of it is mothballed
/// @param part largest part that is mothballed [fraction]
/// @param since first of them; empty if there is none
public record PlantStress(
        int process,
        String id,
        int place,
        int main,
        double[] made,
        double[] calm,
        double worth,
        double earned,
        int shut,
        double part,
        OptionalInt since) {
    /// A plant that makes less than this of calm more or less is as in calm [fraction].
    private static final double MOVED = 0.01;

    /// All months together against calm [fraction]; 0 where calm makes nothing.
    public double change() {
        double now = sum(made);
        double before = sum(calm);
        return before > 0 ? now / before - 1 : 0;
    }

    /// More than calm [units of main].
    public double more() {
        return sum(made) - sum(calm);
    }

    private static double sum(double[] months) {
        double sum = 0;
        for (double month : months) {
            sum += month;
        }
        return sum;
    }

    /// Whether it makes less or more than in calm, or stands still for a while.
    public boolean moved() {
        double before = sum(calm);
        return shut > 0 || (before > 0 ? Math.abs(change()) > MOVED : sum(made) > 0);
    }

    /// Every plant that makes something the scenario can reach, in the order of the case.
    public static List<PlantStress> of(MonthlyStress.Answer answer, StressPath path) {
        SupplyCase of = answer.of();
        SupplyCase.Processes plants = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        var find = answer.calm().balance().markets().finder();
        List<PlantStress> all = new ArrayList<>();
        for (int p = 0; p < plants.size(); p++) {
            int recipe = plants.recipe()[p];
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int m = find.applyAsInt(plants.place()[p], recipes.commodity()[line]);
                double value =
                        recipes.amount()[line] * Math.max(0, answer.quiet().price()[m][0]);
                if (recipes.amount()[line] > 0 && path.touched()[m] && value > most) {
                    most = value;
                    best = line;
                }
            }
            if (best >= 0) {
                int m = find.applyAsInt(plants.place()[p], recipes.commodity()[best]);
                all.add(of(answer, path, p, m, recipes.commodity()[best], recipes.amount()[best]));
            }
        }
        return List.copyOf(all);
    }

    private static PlantStress of(
            MonthlyStress.Answer answer, StressPath path, int p, int market, int main, double each) {
        int months = answer.clock().months();
        double[] made = new double[months];
        double[] calm = new double[months];
        double worth = 0;
        double earned = 0;
        int shut = 0;
        double part = 0;
        int since = -1;
        SupplyCase.Processes plants = answer.of().industry().processes();
        SupplyCase.Recipes recipes = answer.of().industry().recipes();
        var find = answer.calm().balance().markets().finder();
        int recipe = plants.recipe()[p];
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int m = find.applyAsInt(plants.place()[p], recipes.commodity()[line]);
            for (int i = 0; i < months; i++) {
                earned += recipes.amount()[line]
                        * (path.activity()[p][i] * path.price()[m][i]
                                - answer.quiet().activity()[p][i]
                                        * answer.quiet().price()[m][i]);
            }
        }
        for (int i = 0; i < months; i++) {
            made[i] = each * path.activity()[p][i];
            calm[i] = each * answer.quiet().activity()[p][i];
            worth += (made[i] - calm[i]) * Math.max(0, answer.quiet().price()[market][i]);
            if (path.closed()[p][i] > 0) {
                shut++;
                part = Math.max(part, path.closed()[p][i]);
                since = since < 0 ? i : since;
            }
        }
        return new PlantStress(
                p,
                plants.ids().id(p),
                plants.place()[p],
                main,
                made,
                calm,
                worth,
                earned,
                shut,
                part,
                since < 0 ? OptionalInt.empty() : OptionalInt.of(since));
    }

    /// Those that moved, the largest loss or gain in money first.
    public static List<PlantStress> largest(List<PlantStress> all) {
        return all.stream()
                .filter(PlantStress::moved)
                .sorted(Comparator.comparingDouble((PlantStress one) -> -Math.abs(one.worth()))
                        .thenComparingInt(PlantStress::process))
                .toList();
    }
}
