package org.genryu.stress.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;
import org.genryu.stress.month.MonthlyStress;
import org.genryu.stress.month.StressPath;
import org.genryu.stress.month.WorldStocks.Pile;

/// A use against the calm world: how long it holds out, what it lacks, when it is whole again, and what
/// that costs.
///
/// lacking = wanted - served, of a month [units]; wanted is what the calm world serves, times what the
/// scenario itself does to the use. A use is short in a month in which it lacks more than [#SHORT] of what
/// it wants. It holds out until its first short month, and in that for the part of what is missing that stocks on
/// the spot still give; where there are none, for the part that it is served beyond what it is served in the next, as
/// if what feeds it ran out within the month (time to survive). It is whole again from the first month after which it
/// is never short (time to recover of the service). Both count from the first month of the clock in which anything
/// happens.
///
/// cost = what the users lose: of a use that reacts to price the area left of its demand between the calm
/// price and the price, of a fixed one its shortage cost times what it lacks and the dearer price of the
/// rest.
///
/// @param demand index into the demands of the case
/// @param first first short month of the clock; empty if there is none
/// @param worst month in which the largest part is lacking
/// @param months how many are short
/// @param survive months [months]; empty if it is never short
/// @param recover first month from which it is never short again; empty if it is short in the last
/// @param lacking by month [units]
/// @param wanted by month [units]
/// @param ratio by month: price against the calm one
/// @param cost [currency]
public record UseStress(
        int demand,
        int place,
        int commodity,
        String use,
        OptionalInt first,
        int worst,
        int months,
        OptionalDouble survive,
        OptionalInt recover,
        double[] lacking,
        double[] wanted,
        double[] ratio,
        double cost) {
    /// A use that lacks less is not short [fraction].
    public static final double SHORT = 0.01;

    /// Part that is lacking in the worst month [fraction].
    public double part() {
        return wanted[worst] > 0 ? lacking[worst] / wanted[worst] : 0;
    }

    /// Over all months [units].
    public double total() {
        double sum = 0;
        for (double month : lacking) {
            sum += month;
        }
        return sum;
    }

    /// Month in which the price stands highest against the calm one.
    public int dearest() {
        int most = 0;
        for (int i = 1; i < ratio.length; i++) {
            most = ratio[i] > ratio[most] ? i : most;
        }
        return most;
    }

    /// Every use that the scenario can reach, in the order of the case.
    /// @param start first month of the clock in which anything happens
    public static List<UseStress> of(MonthlyStress.Answer answer, StressPath path, int start) {
        SupplyCase.Demands demands = answer.of().use().demands();
        var find = answer.calm().balance().markets().finder();
        List<UseStress> all = new ArrayList<>();
        for (int d = 0; d < demands.size(); d++) {
            int m = find.applyAsInt(demands.place()[d], demands.commodity()[d]);
            if (path.touched()[m]) {
                all.add(of(answer, path, d, m, start));
            }
        }
        return List.copyOf(all);
    }

    private static UseStress of(MonthlyStress.Answer answer, StressPath path, int d, int m, int start) {
        SupplyCase.Demands demands = answer.of().use().demands();
        int months = answer.clock().months();
        double[] wanted = path.wanted()[d];
        double[] lacking = new double[months];
        double[] ratio = new double[months];
        int first = -1;
        int last = -1;
        int worst = 0;
        int count = 0;
        double cost = 0;
        for (int i = 0; i < months; i++) {
            double gap = wanted[i] - path.served()[d][i];
            double price = path.price()[m][i];
            double calm = answer.quiet().price()[m][i];
            ratio[i] = calm > 0 ? price / calm : 1;
            lacking[i] = Math.abs(gap) > 1e-6 * wanted[i] ? gap : 0;
            cost += lost(demands, d, answer, i, wanted[i], path.served()[d][i], price, calm);
            if (wanted[i] > 0 && lacking[i] > SHORT * wanted[i]) {
                first = first < 0 ? i : first;
                last = i;
                count++;
            }
            if (wanted[i] > 0 && lacking[i] / wanted[i] > (wanted[worst] > 0 ? lacking[worst] / wanted[worst] : 0)) {
                worst = i;
            }
        }
        OptionalDouble survive = OptionalDouble.empty();
        if (first >= 0) {
            double next = first + 1 < months ? lacking[first + 1] : lacking[first];
            double drawn = drawn(answer, path, m, first);
            double within = drawn > 0
                    ? drawn / (drawn + lackingAt(answer, path, m, first))
                    : next > lacking[first] && next > 0 ? 1 - lacking[first] / next : 0;
            survive = OptionalDouble.of(Math.max(0, first - start) + within);
        }
        return new UseStress(
                d,
                demands.place()[d],
                demands.commodity()[d],
                demands.use()[d],
                first < 0 ? OptionalInt.empty() : OptionalInt.of(first),
                worst,
                count,
                survive,
                first < 0 || last == months - 1 ? OptionalInt.empty() : OptionalInt.of(last + 1),
                lacking,
                wanted,
                ratio,
                cost);
    }

    /// What the stocks at a market give in a month [units].
    private static double drawn(MonthlyStress.Answer answer, StressPath path, int m, int i) {
        double drawn = 0;
        List<Pile> piles = answer.stocks().all();
        for (int s = 0; s < piles.size(); s++) {
            if (piles.get(s).market() == m) {
                double before = i == 0 ? piles.get(s).opening() : path.level()[s][i - 1];
                drawn += before - path.level()[s][i];
            }
        }
        return Math.max(0, drawn);
    }

    /// What all uses at a market lack in a month [units].
    private static double lackingAt(MonthlyStress.Answer answer, StressPath path, int m, int i) {
        SupplyCase.Demands demands = answer.of().use().demands();
        var find = answer.calm().balance().markets().finder();
        double sum = 0;
        for (int d = 0; d < demands.size(); d++) {
            if (find.applyAsInt(demands.place()[d], demands.commodity()[d]) == m) {
                sum += Math.max(0, path.wanted()[d][i] - path.served()[d][i]);
            }
        }
        return sum;
    }

    private static double lost(
            SupplyCase.Demands demands,
            int d,
            MonthlyStress.Answer answer,
            int i,
            double wanted,
            double served,
            double price,
            double calm) {
        double dearer = Math.max(0, price) - Math.max(0, calm);
        if (demands.curve()[d] instanceof Curve.Fixed) {
            double unit = demands.shortageCost().given(d)
                    ? demands.shortageCost()
                                    .at(
                                            d,
                                            answer.of()
                                                    .periods()
                                                    .index(answer.clock().first() + i))
                            - Math.max(0, calm)
                    : dearer;
            return Math.max(0, wanted - served) * unit + (wanted > served ? 0 : served * dearer);
        }
        if (!(wanted > 0) || Math.abs(dearer) < 1e-9 * Math.max(calm, price)) {
            return 0;
        }
        boolean curved = served > 0 && calm > 0 && price > 0 && Math.abs(served - wanted) > 1e-9 * wanted;
        if (demands.curve()[d] instanceof Curve.IsoElastic && curved) {
            double e = Math.log(served / wanted) / Math.log(price / calm);
            double k = e + 1;
            double ratio = price / calm;
            return wanted * calm * (Math.abs(k) < 1e-9 ? Math.log(ratio) : Math.expm1(k * Math.log(ratio)) / k);
        }
        return dearer * (wanted + Math.max(0, served)) / 2;
    }

    /// The costliest first.
    public static List<UseStress> dearest(List<UseStress> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble((UseStress one) -> -one.cost())
                        .thenComparingInt(UseStress::demand))
                .toList();
    }
}
