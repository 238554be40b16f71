package org.genryu.stress.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.stress.month.MonthlyStress;
import org.genryu.stress.month.StressPath;

/// The price of a commodity at a place against the calm world.
///
/// @param market index into the markets of the calm balance
/// @param month in which it stands farthest from the calm one, in logarithms
/// @param calm in that month [currency/unit]
/// @param price in that month [currency/unit]
/// @param weight what all its moves come to, on what uses and plants take there in calm: Σ |price - calm| · used
/// over the months, so that a price that jumps in one month and one that stays high are told apart [currency]
public record PriceStress(int market, int place, int commodity, int month, double calm, double price, double weight) {
    /// [1]; 1 where the calm price is not above nil
    public double ratio() {
        return calm > 0 ? price / calm : 1;
    }

    /// Every market that the scenario can reach and where anything is used, in the order of the balance.
    public static List<PriceStress> of(MonthlyStress.Answer answer, StressPath path) {
        Balance.Markets markets = answer.calm().balance().markets();
        double[][] used = used(answer);
        List<PriceStress> all = new ArrayList<>();
        for (int m = 0; m < markets.size(); m++) {
            if (!path.touched()[m]) {
                continue;
            }
            int far = 0;
            double most = -1;
            double weight = 0;
            for (int i = 0; i < answer.clock().months(); i++) {
                double calm = answer.quiet().price()[m][i];
                double now = path.price()[m][i];
                weight += Math.abs(now - calm) * used[m][i];
                double distance = calm > 0 ? Math.abs(Math.log(Math.max(now, 1e-6 * calm) / calm)) : 0;
                if (used[m][i] > 0 && distance > most) {
                    most = distance;
                    far = i;
                }
            }
            if (most >= 0) {
                all.add(new PriceStress(
                        m,
                        markets.place()[m],
                        markets.commodity()[m],
                        far,
                        answer.quiet().price()[m][far],
                        path.price()[m][far],
                        weight));
            }
        }
        return List.copyOf(all);
    }

    /// What uses and plants take at every market in every month of the calm world, by [market][month] [units].
    static double[][] used(MonthlyStress.Answer answer) {
        SupplyCase of = answer.of();
        var find = answer.calm().balance().markets().finder();
        int months = answer.clock().months();
        double[][] used = new double[answer.calm().balance().markets().size()][months];
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            int m = find.applyAsInt(demands.place()[d], demands.commodity()[d]);
            for (int i = 0; i < months; i++) {
                used[m][i] += answer.quiet().served()[d][i];
            }
        }
        SupplyCase.Processes plants = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        for (int p = 0; p < plants.size(); p++) {
            int recipe = plants.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                double each = Math.max(0, -recipes.amount()[line]);
                int m = find.applyAsInt(plants.place()[p], recipes.commodity()[line]);
                for (int i = 0; i < months && each > 0; i++) {
                    used[m][i] += each * answer.quiet().activity()[p][i];
                }
            }
        }
        return used;
    }

    /// Of every commodity the market whose moves come to most, the heaviest first.
    public static List<PriceStress> largest(List<PriceStress> all) {
        List<PriceStress> sorted = all.stream()
                .sorted(Comparator.comparingDouble((PriceStress one) -> -one.weight())
                        .thenComparingInt(PriceStress::market))
                .toList();
        List<PriceStress> kept = new ArrayList<>();
        for (PriceStress one : sorted) {
            if (kept.stream().noneMatch(other -> other.commodity() == one.commodity())) {
                kept.add(one);
            }
        }
        return kept;
    }
}
