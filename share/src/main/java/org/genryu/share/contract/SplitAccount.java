package org.genryu.share.contract;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.genryu.core.Check;

/// What does a contract pay each party, year by year? Payments fall at the ends of years.
///
/// @param parties names
/// @param first year
/// @param paidIn by party and year, 0 or more [currency]
/// @param received by party and year, 0 or more [currency]
/// @param flip year in which the shares of a memorandum change
public record SplitAccount(List<String> parties, int first, double[][] paidIn, double[][] received, OptionalInt flip) {
    private static final double MOST = 10;

    public SplitAccount {
        parties = List.copyOf(parties);
        Check.that(
                paidIn.length == parties.size() && received.length == parties.size(),
                "Split: %s payers and %s receivers for %s parties.",
                paidIn.length,
                received.length,
                parties.size());
    }

    public int years() {
        return paidIn[0].length;
    }

    public double paidIn(int party) {
        return sum(paidIn[party]);
    }

    public double received(int party) {
        return sum(received[party]);
    }

    private static double sum(double[] years) {
        double sum = 0;
        for (double one : years) {
            sum += one;
        }
        return sum;
    }

    /// Worth at the end of the first year [currency].
    public double npv(int party, double rate) {
        double sum = 0;
        for (int t = 0; t < years(); t++) {
            sum += (received[party][t] - paidIn[party][t]) / Math.pow(1 + rate, t);
        }
        return sum;
    }

    /// The one rate at which that is nil; empty if the party pays nothing in, or if none or several may
    /// be.
    public Optional<Double> irr(int party) {
        int turns = 0;
        double before = 0;
        for (int t = 0; t < years(); t++) {
            double net = received[party][t] - paidIn[party][t];
            turns += net * before < 0 ? 1 : 0;
            before = net != 0 ? net : before;
        }
        boolean pays = paidIn(party) > 0 && turns == 1 && npv(party, MOST) <= 0;
        return pays
                        && FairTerms.solve(rate -> npv(party, rate), -0.99, MOST, 0)
                                instanceof FairTerms.Term.Found(double rate)
                ? Optional.of(rate)
                : Optional.empty();
    }
}
