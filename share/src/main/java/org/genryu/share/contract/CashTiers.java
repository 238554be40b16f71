package org.genryu.share.contract;

import java.util.Arrays;
import java.util.List;
import org.genryu.core.Check;

/// Who gets what of each period's cash? Tier by tier ([CashTier]), what one leaves goes to the next; the
/// last must take all. Payments fall at the ends of periods. What a tier is owed counts what the tiers
/// before it have paid in the same period. The cash of every period is paid out whole: Σ parties = cash.
///
/// One list of tiers over all cash is the whole-fund (European) waterfall; [#byDeal] runs it over each
/// deal on its own (American), after which a [#clawback] may be due.
///
/// @param parties how many, 1 or more
/// @param tiers the last a [CashTier.Rest]
public record CashTiers(int parties, List<CashTier> tiers) {
    public CashTiers {
        tiers = List.copyOf(tiers);
        Check.that(
                !tiers.isEmpty() && tiers.getLast() instanceof CashTier.Rest,
                "Tiers: the last of %s must share the rest.",
                tiers.size());
        for (CashTier tier : tiers) {
            int named = switch (tier) {
                case CashTier.CatchUp(int party, var _, var _) -> party;
                case CashTier.Hurdle(int party, var _, double[] shares) -> {
                    Check.that(shares.length == parties, "Tiers: %s shares for %s parties.", shares.length, parties);
                    yield party;
                }
                case CashTier.Rest(double[] shares) -> {
                    Check.that(shares.length == parties, "Tiers: %s shares for %s parties.", shares.length, parties);
                    yield 0;
                }
                case CashTier.Capital _, CashTier.Preferred _ -> 0;
            };
            Check.that(named >= 0 && named < parties, "Tiers: there is no party %s.", named);
        }
    }

    /// @param byTier [period][tier][party]
    public record Paid(double[][][] byTier) {
        /// Of one party, by period.
        public double[] to(int party) {
            return Arrays.stream(byTier)
                    .mapToDouble(tiers ->
                            Arrays.stream(tiers).mapToDouble(one -> one[party]).sum())
                    .toArray();
        }

        /// Of one tier, over all periods and parties.
        public double tier(int tier) {
            return Arrays.stream(byTier)
                    .mapToDouble(tiers -> Arrays.stream(tiers[tier]).sum())
                    .sum();
        }
    }

    /// @param paidIn by party and period, 0 or more, before the cash of the same period
    /// @param cash by period, 0 or more
    public Paid pay(double[][] paidIn, double[] cash) {
        Check.that(paidIn.length == parties, "Tiers: %s payers for %s parties.", paidIn.length, parties);
        double[][][] paid = new double[cash.length][tiers.size()][parties];
        Accounts accounts = new Accounts();
        for (int t = 0; t < cash.length; t++) {
            Check.that(cash[t] >= 0, "Tiers: the cash of period %s is %s; it must be 0 or more.", t, cash[t]);
            accounts.grow();
            for (int p = 0; p < parties; p++) {
                accounts.payIn(p, paidIn[p][t]);
            }
            double left = cash[t];
            for (int k = 0; k < tiers.size(); k++) {
                paid[t][k] = accounts.pay(k, left);
                left = Math.max(0, left - Arrays.stream(paid[t][k]).sum());
            }
        }
        return new Paid(paid);
    }

    /// The same deal by deal.
    /// @param paidIn by deal, party and period
    /// @param cash by deal and period
    public List<Paid> byDeal(List<double[][]> paidIn, List<double[]> cash) {
        return java.util.stream.IntStream.range(0, cash.size())
                .mapToObj(deal -> pay(paidIn.get(deal), cash.get(deal)))
                .toList();
    }

    /// What the one who was paid a carry must give back at the end so that the other's return reaches the
    /// hurdle: the payment B that solves Σ flow_t (1 + r)^(T - t) + B = 0, from 0 to the carry received.
    /// @param flow of the other, by period; what it paid in is below 0
    /// @param rate hurdle [1/period]
    public static double clawback(double[] flow, double rate, double carry) {
        double owed = 0;
        for (double one : flow) {
            owed = owed * (1 + rate) - one;
        }
        return Math.clamp(owed, 0, carry);
    }

    /// What is out and owed, by party.
    private final class Accounts {
        private final double[] capital = new double[parties];
        private final double[] invested = new double[parties];
        private final double[][] owed = new double[tiers.size()][parties];
        private double preferred;
        private final double[] carried = new double[parties];

        void grow() {
            for (int k = 0; k < tiers.size(); k++) {
                for (int p = 0; p < parties; p++) {
                    switch (tiers.get(k)) {
                        case CashTier.Preferred(double rate) -> owed[k][p] += rate * (capital[p] + owed[k][p]);
                        case CashTier.Hurdle(int party, double rate, var _) -> {
                            if (p == party) {
                                owed[k][p] *= 1 + rate;
                            }
                        }
                        case CashTier.Capital _, CashTier.CatchUp _, CashTier.Rest _ -> {}
                    }
                }
            }
        }

        void payIn(int party, double amount) {
            Check.that(amount >= 0, "Tiers: %s is paid in; it must be 0 or more.", amount);
            capital[party] += amount;
            invested[party] += amount;
            for (int k = 0; k < tiers.size(); k++) {
                if (tiers.get(k) instanceof CashTier.Hurdle(int own, var _, var _) && own == party) {
                    owed[k][party] += amount;
                }
            }
        }

        double[] pay(int tier, double left) {
            double[] paid = switch (tiers.get(tier)) {
                case CashTier.Capital _ -> proRata(capital, left);
                case CashTier.Preferred _ -> proRata(owed[tier], left);
                case CashTier.CatchUp catchUp -> catchUp(catchUp, left);
                case CashTier.Hurdle(int party, var _, double[] shares) ->
                    scaled(shares, Math.min(left, Math.max(0, owed[tier][party]) / shares[party]));
                case CashTier.Rest(double[] shares) -> scaled(shares, left);
            };
            book(tier, paid);
            return paid;
        }

        private void book(int tier, double[] paid) {
            for (int p = 0; p < parties; p++) {
                switch (tiers.get(tier)) {
                    case CashTier.Capital _ -> capital[p] -= paid[p];
                    case CashTier.Preferred _ -> {
                        owed[tier][p] -= paid[p];
                        preferred += paid[p];
                    }
                    case CashTier.CatchUp(int party, var _, var _) -> {
                        carried[p] += p == party ? paid[p] : 0;
                        preferred += p == party ? 0 : paid[p];
                    }
                    case CashTier.Hurdle _, CashTier.Rest _ -> {}
                }
                for (int k = 0; k < tiers.size(); k++) {
                    if (tiers.get(k) instanceof CashTier.Hurdle(int party, var _, var _) && party == p) {
                        owed[k][p] -= paid[p];
                    }
                }
            }
        }

        private double[] catchUp(CashTier.CatchUp catchUp, double left) {
            double missing = catchUp.carry() * (preferred + carried[catchUp.party()]) - carried[catchUp.party()];
            double cash = Math.min(left, Math.max(0, missing) / (catchUp.rate() - catchUp.carry()));
            double[] paid = new double[parties];
            double others = 0;
            for (int p = 0; p < parties; p++) {
                others += p == catchUp.party() ? 0 : invested[p];
            }
            for (int p = 0; p < parties && others > 0; p++) {
                paid[p] = p == catchUp.party()
                        ? catchUp.rate() * cash
                        : (1 - catchUp.rate()) * cash * invested[p] / others;
            }
            return paid;
        }

        private double[] proRata(double[] owed, double left) {
            double all = 0;
            for (double one : owed) {
                all += Math.max(0, one);
            }
            double part = all <= 0 ? 0 : Math.min(1, left / all);
            return Arrays.stream(owed).map(one -> part * Math.max(0, one)).toArray();
        }

        private double[] scaled(double[] shares, double cash) {
            return Arrays.stream(shares).map(share -> share * cash).toArray();
        }
    }
}
