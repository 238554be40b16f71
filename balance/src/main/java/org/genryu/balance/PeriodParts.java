package org.genryu.balance;

import org.genryu.balance.Balance.Markets;
import org.genryu.balance.Balance.Quantities;
import org.genryu.core.time.Periods;

/// The parts of periods that events cut, put together again: amounts are added up, a level is the one at the end, and
/// the price of a period is the mean of its parts by their length, as yearly prices are means of months.
record PeriodParts(Periods cut) {

    Quantities quantities(Quantities fine) {
        return cut.cuts().isEmpty()
                ? fine
                : new Quantities(
                        sums(fine.activity()),
                        sums(fine.built()),
                        sums(fine.flow()),
                        last(fine.level()),
                        sums(fine.wanted()),
                        sums(fine.served()),
                        sums(fine.returned()));
    }

    Markets markets(Markets fine) {
        return cut.cuts().isEmpty()
                ? fine
                : new Markets(
                        fine.place(),
                        fine.commodity(),
                        means(fine.price()),
                        means(fine.low()),
                        means(fine.high()),
                        sums(fine.disposed()));
    }

    private double[][] sums(double[][] fine) {
        return each(fine, (_, value, sum) -> sum + value);
    }

    private double[][] last(double[][] fine) {
        return each(fine, (_, value, _) -> value);
    }

    /// A period that is not cut keeps its value to the last digit.
    private double[][] means(double[][] fine) {
        return each(fine, (t, value, sum) -> {
            double share = cut.length(t) / cut.step().years();
            return share == 1 ? value : sum + share * value;
        });
    }

    @FunctionalInterface
    private interface Step {
        double next(int t, double value, double soFar);
    }

    private double[][] each(double[][] fine, Step step) {
        double[][] whole = new double[fine.length][];
        for (int i = 0; i < fine.length; i++) {
            whole[i] = new double[fine[i].length == 0 ? 0 : cut.wholes()];
            for (int t = 0; t < fine[i].length; t++) {
                int at = cut.whole(t);
                whole[i][at] = step.next(t, fine[i][t], whole[i][at]);
            }
        }
        return whole;
    }
}
