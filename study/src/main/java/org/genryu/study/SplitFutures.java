package org.genryu.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.genryu.core.Deadline;
import org.genryu.share.contract.FairSplitAccount;
import org.genryu.share.contract.FairSplitAccount.Solved;
import org.genryu.share.contract.FairTerms;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.Realization;
import org.genryu.value.future.FutureOptions;
import org.genryu.value.future.PathGenerator;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;
import org.genryu.value.project.SplitTerms;
import org.genryu.value.project.SplitTerms.Tier;

/// From a term sheet with a split to what each party may expect over futures, and the terms that would be
/// fair. Every term is tried on the same futures.
public final class SplitFutures {
    /// A rate beyond which no term is looked for [1/yr].
    private static final double MOST_RATE = 0.5;

    private final SplitTerms terms;
    private final List<SplitStudy> futures;
    private final double discount;

    private SplitFutures(Project project, SplitTerms terms, FutureOptions options) {
        this.terms = terms;
        this.discount = project.timeline().rates().discount().central();
        DebtPlan plan = DebtPlan.of(project);
        this.futures = new ArrayList<>();
        for (Realization draw :
                PathGenerator.first(project, ProbabilityMeasure.REAL_WORLD, options.seed(), options.futures())) {
            Deadline.present().check();
            futures.add(new SplitStudy(CashFlow.of(project, plan, draw), terms));
        }
    }

    /// The parties of the split, in the order of the answer; empty if the sheet has none.
    public static List<String> parties(Project project) {
        return project.finance()
                .split()
                .map(terms -> new SplitStudy(CashFlow.base(project), terms).parties())
                .orElse(List.of());
    }

    /// Empty if the sheet has no split.
    /// @param weights above 0, by party
    public static Optional<FairSplitAccount> of(Project project, FutureOptions options, double[] weights) {
        return project.finance().split().map(terms -> new SplitFutures(project, terms, options).account(weights));
    }

    private FairSplitAccount account(double[] weights) {
        List<String> parties = futures.getFirst().parties();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] parts = new double[weights.length];
        List<FairTerms.Outcome> outcomes = new ArrayList<>();
        for (int p = 0; p < parts.length; p++) {
            parts[p] = weights[p] / sum;
            outcomes.add(FairTerms.Outcome.of(values(p, terms), new double[futures.size()]));
        }
        double fair = parts[0]
                * outcomes.stream().mapToDouble(FairTerms.Outcome::mean).sum();
        return new FairSplitAccount(parties, futures.size(), outcomes, parts, solved(fair));
    }

    private double[] values(int party, SplitTerms under) {
        return futures.stream()
                .mapToDouble(future -> future.account(under).npv(party, discount))
                .toArray();
    }

    private double mean(SplitTerms under) {
        double sum = 0;
        for (double value : values(0, under)) {
            sum += value;
        }
        return sum / futures.size();
    }

    private List<Solved> solved(double fair) {
        List<Solved> solved = new ArrayList<>();
        switch (terms.tiers().getLast()) {
            case Tier.Memorandum m -> {
                solved.add(solved(
                        "memorandum.later",
                        m.later(),
                        0,
                        0.5,
                        fair,
                        later -> new Tier.Memorandum(m.payer(), m.other(), m.rate(), m.tenor(), m.reading(), later)));
                solved.add(solved(
                        "memorandum.rate",
                        m.rate(),
                        0,
                        MOST_RATE,
                        fair,
                        rate -> new Tier.Memorandum(m.payer(), m.other(), rate, m.tenor(), m.reading(), m.later())));
            }
            case Tier.Rest(Map<String, Double> shares) -> {
                String first = futures.getFirst().parties().getFirst();
                double now = shares.getOrDefault(first, 0.0);
                solved.add(solved("rest.shares." + first, now, 0, 1, fair, share -> rest(shares, first, share)));
            }
            case Tier.Capital _, Tier.Preferred _, Tier.CatchUp _, Tier.Hurdle _ -> {}
        }
        return solved;
    }

    /// The first party gets `share`; the others what is left, as they had it among themselves.
    private static Tier rest(Map<String, Double> shares, String first, double share) {
        double others = shares.entrySet().stream()
                .filter(one -> !one.getKey().equals(first))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        Map<String, Double> moved = new LinkedHashMap<>();
        moved.put(first, share);
        shares.forEach((party, one) -> {
            if (!party.equals(first)) {
                moved.put(party, others > 0 ? (1 - share) * one / others : (1 - share) / (shares.size() - 1));
            }
        });
        return new Tier.Rest(moved);
    }

    private Solved solved(String name, double now, double low, double high, double fair, DoubleFunction<Tier> last) {
        FairTerms.Term answer = FairTerms.solve(
                term -> {
                    Deadline.present().check();
                    List<Tier> tiers = new ArrayList<>(terms.tiers());
                    tiers.set(tiers.size() - 1, last.apply(term));
                    return mean(new SplitTerms(tiers));
                },
                low,
                high,
                fair);
        return new Solved(name, now, answer);
    }
}
