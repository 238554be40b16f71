package org.genryu.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.genryu.share.contract.CashTier;
import org.genryu.share.contract.CashTiers;
import org.genryu.share.contract.DeemedAllocation;
import org.genryu.share.contract.DeemedAllocation.Reading;
import org.genryu.share.contract.SplitAccount;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.EquityReturns;
import org.genryu.value.project.SplitTerms;
import org.genryu.value.project.SplitTerms.Tier;

/// From a term sheet's cash flow and its split to what each party gets: what owners pay in and are paid,
/// by calendar year, through the tiers of the sheet.
public final class SplitStudy {
    private final List<String> parties;
    private final double[][] paidIn;
    private final double[] cash;
    private final int first;

    SplitStudy(CashFlow flow, SplitTerms terms) {
        EquityReturns owners = EquityReturns.of(flow);
        List<String> named = new ArrayList<>();
        owners.holders().forEach(holder -> named.add(holder.party()));
        terms.parties().stream().filter(party -> !named.contains(party)).forEach(named::add);
        this.parties = named.stream().distinct().toList();
        int start = flow.project().timeline().valuation();
        this.first = Math.floorDiv(start, 12);
        int years = Math.floorDiv(start + flow.months() - 1, 12) - first + 1;
        this.paidIn = new double[parties.size()][years];
        this.cash = new double[years];
        for (EquityReturns.Holder holder : owners.holders()) {
            int party = parties.indexOf(holder.party());
            for (int m = 0; m < holder.paidIn().length; m++) {
                int year = Math.floorDiv(start + m, 12) - first;
                paidIn[party][year] += holder.paidIn()[m];
                cash[year] += holder.received()[m];
            }
        }
    }

    /// Empty if the sheet has no split.
    public static Optional<SplitAccount> of(CashFlow flow) {
        return flow.project().finance().split().map(terms -> new SplitStudy(flow, terms).account(terms));
    }

    List<String> parties() {
        return parties;
    }

    /// The same cash under these terms, which name no other party.
    SplitAccount account(SplitTerms terms) {
        if (terms.tiers().getFirst() instanceof Tier.Memorandum memorandum) {
            return memorandum(memorandum);
        }
        List<CashTier> tiers = terms.tiers().stream().map(this::tier).toList();
        CashTiers.Paid paid = new CashTiers(parties.size(), tiers).pay(paidIn, cash);
        double[][] received = new double[parties.size()][];
        for (int p = 0; p < received.length; p++) {
            received[p] = paid.to(p);
        }
        return new SplitAccount(parties, first, paidIn, received, OptionalInt.empty());
    }

    private SplitAccount memorandum(Tier.Memorandum terms) {
        double[] rates = new double[cash.length];
        Arrays.fill(rates, terms.rate());
        int payer = parties.indexOf(terms.payer());
        Reading reading = Reading.valueOf(terms.reading().replace('-', '_').toUpperCase(Locale.ROOT));
        DeemedAllocation.Allocated allocated =
                new DeemedAllocation(rates, paidIn[payer], terms.tenor(), terms.later()).share(reading, cash);
        double[][] received = new double[parties.size()][cash.length];
        received[payer] = allocated.payer();
        received[parties.indexOf(terms.other())] = allocated.other();
        OptionalInt flip = allocated.flip().isPresent()
                ? OptionalInt.of(first + allocated.flip().getAsInt() - 1)
                : OptionalInt.empty();
        return new SplitAccount(parties, first, paidIn, received, flip);
    }

    private CashTier tier(Tier tier) {
        return switch (tier) {
            case Tier.Capital _ -> new CashTier.Capital();
            case Tier.Preferred(double rate) -> new CashTier.Preferred(rate);
            case Tier.CatchUp(String party, double carry, double rate) ->
                new CashTier.CatchUp(parties.indexOf(party), carry, rate);
            case Tier.Hurdle(String party, double rate, Map<String, Double> shares) ->
                new CashTier.Hurdle(parties.indexOf(party), rate, shares(shares));
            case Tier.Rest(Map<String, Double> shares) -> new CashTier.Rest(shares(shares));
            case Tier.Memorandum _ -> throw new IllegalArgumentException("A memorandum is no tier among others.");
        };
    }

    /// Written shares may sum to the whole but for rounding; they are scaled to it.
    private double[] shares(Map<String, Double> written) {
        double[] shares = new double[parties.size()];
        double sum = written.values().stream().mapToDouble(share -> share).sum();
        written.forEach((party, share) -> shares[parties.indexOf(party)] = share / sum);
        return shares;
    }
}
