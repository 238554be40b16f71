package org.genryu.balance.account;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Tracing;
import org.genryu.casefile.SupplyCase;

/// Which of the substances that can be followed are worth a picture? Those that two stages hold, the most valuable
/// first.
public final class TracedSubstances {
    private TracedSubstances() {}

    /// @param accounts of the balance that is traced
    public static List<Substance> of(Tracing tracing, PlaceAccounts accounts) {
        SupplyCase.Commodities commodities = tracing.balance().of().world().commodities();
        double[] whole = new double[commodities.size()];
        tracing.substances().stream()
                .filter(Substance::isElement)
                .forEach(element -> Arrays.setAll(whole, c -> whole[c] + element.weight()[c]));
        Map<String, Double> value = new HashMap<>();
        tracing.substances()
                .forEach(one -> value.put(one.name(), value(tracing.balance(), accounts.made(), one, whole)));
        return tracing.substances().stream()
                .filter(one -> kinds(one, commodities.stage()) >= 2)
                .filter(one -> one.isElement() || kinds(one, commodities.unit()) == 1)
                .sorted(Comparator.comparingDouble(one -> -value.getOrDefault(one.name(), 0.0)))
                .toList();
    }

    /// How many different words the commodities that hold it have.
    private static long kinds(Substance substance, String[] words) {
        return IntStream.range(0, words.length)
                .filter(substance::isIn)
                .mapToObj(c -> words[c])
                .distinct()
                .count();
    }

    /// Value of what is inside all that is made in the first period, at mean prices; a commodity's value goes to
    /// its elements by mass.
    private static double value(Balance balance, double[][][] made, Substance substance, double[] whole) {
        double sum = 0;
        for (int c = 0; c < whole.length; c++) {
            if (substance.isIn(c)) {
                double part = substance.isElement() ? substance.weight()[c] / whole[c] : 1;
                for (double[] place : made[c]) {
                    sum += part * place[0] * balance.markets().mean(c, 0);
                }
            }
        }
        return sum;
    }
}
