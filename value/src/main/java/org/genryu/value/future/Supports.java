package org.genryu.value.future;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;
import org.genryu.value.project.SupportTerms;

/// What is each support of a package worth, to whom, and what does it cost its giver? All sets of supports meet the
/// same futures and the same debt as signed, so differences are of the supports, not of chance.
///
/// v(S) = E_Q[value to owners and lenders together | supports S] at the riskless rate; alone = v({s}) - v({}), last =
/// v(all) - v(all \ s), share – [SupportShapley]; Σ share = v(all) - v({})
///
/// fair value = E_Q[Σ (1+r)^-t (paid - got)]; expected loss = the same under the real measure; tail loss = its CVaR
/// 99 %
///
/// covering fee = fee · (expected loss + value of fees) / value of fees, fees on the scheduled balances
///
/// Sets of supports are compared over the first 1,024 futures (or all, if there are fewer).
///
/// Loans below the market's rate and public equity are part of the finance itself and cannot be left out without
/// another debt: they have a cost, but no share of the package.
public final class Supports {
    /// More supports than this are not split by Shapley's rule: every set would have to be run.
    private static final int MOST = 6;

    /// Futures in which the sets of supports are compared; values and losses of single supports use all.
    private static final int SAMPLE = 1_024;

    private static final double TAIL = 0.01;
    private static final double EXCEEDED = 0.1;

    private final Project project;
    private final DebtPlan plan;
    private final FutureOptions options;
    private final List<Integer> free = new ArrayList<>();
    private final Map<Integer, Double> worth = new HashMap<>();

    private Supports(Project project, DebtPlan plan, FutureOptions options) {
        this.project = project;
        this.plan = plan;
        this.options = options.withFutures(Math.min(SAMPLE, options.futures()));
        for (int s = 0; s < project.finance().supports().size(); s++) {
            if (leavable(project.finance().supports().get(s))) {
                free.add(s);
            }
        }
    }

    private static boolean leavable(SupportTerms support) {
        return switch (support) {
            case SupportTerms.Guarantee _,
                    SupportTerms.Insurance _,
                    SupportTerms.Floor _,
                    SupportTerms.Cfd _,
                    SupportTerms.Offtake _,
                    SupportTerms.Grant _,
                    SupportTerms.TaxCredit _ -> true;
            case SupportTerms.Concessional _, SupportTerms.PublicEquity _ -> false;
        };
    }

    /// @param risk the project under the real measure
    /// @param fair the project under the valuation measure, from the same options
    public static SupportWorth.Package of(
            Project project, DebtPlan plan, FutureResult risk, FutureResult fair, FutureOptions options) {
        return new Supports(project, plan, options).pack(risk, fair);
    }

    private SupportWorth.Package pack(FutureResult risk, FutureResult fair) {
        int all = (1 << free.size()) - 1;
        boolean same = fair.options().futures() <= options.futures();
        if (same) {
            worth.put(all, fair.joint().mean());
        }
        FutureResult with = same ? risk : Futures.of(project, plan, ProbabilityMeasure.REAL_WORLD, options);
        double none = worth(0);
        double[] share = free.size() <= MOST ? SupportShapley.of(free.size(), this::worth) : new double[0];
        List<SupportWorth> worths = new ArrayList<>();
        for (int s = 0; s < project.finance().supports().size(); s++) {
            int bit = free.indexOf(s);
            Optional<SupportWorth.Added> added = bit < 0
                    ? Optional.empty()
                    : Optional.of(new SupportWorth.Added(
                            worth(1 << bit) - none,
                            worth(all) - worth(all & ~(1 << bit)),
                            bit < share.length ? Optional.of(share[bit]) : Optional.empty()));
            worths.add(one(s, added, effect(bit, with), risk, fair));
        }
        return new SupportWorth.Package(none, worth(all), worths);
    }

    private double worth(int set) {
        return worth.computeIfAbsent(
                set,
                wanted -> Futures.of(keeping(wanted), plan, ProbabilityMeasure.RISK_NEUTRAL, options)
                        .joint()
                        .mean());
    }

    private Project keeping(int set) {
        return FinanceVariants.keeping(project, s -> {
            int bit = free.indexOf(s);
            return bit < 0 || (set >> bit & 1) == 1;
        });
    }

    private SupportWorth one(
            int s,
            Optional<SupportWorth.Added> added,
            SupportWorth.Effect effect,
            FutureResult risk,
            FutureResult fair) {
        FutureResult.SupportFlow real = risk.supports().get(s);
        FutureResult.SupportFlow valued = fair.supports().get(s);
        double loss = real.net().mean();
        Optional<Double> covering = coveringFee(s, loss);
        return new SupportWorth(
                real.support(),
                real.giver(),
                valued.net().mean(),
                valued.net().standardError(),
                loss,
                real.net().standardError(),
                real.net().meanOfHighest(TAIL),
                real.netByYear(),
                added,
                effect,
                covering,
                covering.filter(_ -> loss > 0).map(fee -> warning(s, fee)));
    }

    private SupportWorth.Effect effect(int bit, FutureResult with) {
        FutureResult without = bit < 0
                ? with
                : Futures.of(
                        keeping((1 << free.size()) - 1 & ~(1 << bit)), plan, ProbabilityMeasure.REAL_WORLD, options);
        return new SupportWorth.Effect(
                without.defaults().probability(), with.defaults().probability(), cover(without), cover(with));
    }

    private static double cover(FutureResult result) {
        return result.least().any() ? result.least().quantile(EXCEEDED) : 0;
    }

    private Optional<Double> coveringFee(int s, double loss) {
        SupportTerms support = project.finance().supports().get(s);
        double fee = fee(support);
        double fees = fees(support);
        return fee > 0 && fees > 0 ? Optional.of(Math.max(0, fee * (loss + fees) / fees)) : Optional.empty();
    }

    private static double fee(SupportTerms support) {
        return switch (support) {
            case SupportTerms.Guarantee g -> g.fee().central();
            case SupportTerms.Insurance i -> i.premium().central();
            case SupportTerms.Floor _,
                    SupportTerms.Cfd _,
                    SupportTerms.Offtake _,
                    SupportTerms.Grant _,
                    SupportTerms.Concessional _,
                    SupportTerms.PublicEquity _,
                    SupportTerms.TaxCredit _ -> 0;
        };
    }

    /// Value of the fees on the scheduled balances.
    private double fees(SupportTerms support) {
        String loan = switch (support) {
            case SupportTerms.Guarantee g -> g.loan();
            case SupportTerms.Insurance i -> i.loan();
            case SupportTerms.Floor _,
                    SupportTerms.Cfd _,
                    SupportTerms.Offtake _,
                    SupportTerms.Grant _,
                    SupportTerms.Concessional _,
                    SupportTerms.PublicEquity _,
                    SupportTerms.TaxCredit _ -> "";
        };
        double covered = support instanceof SupportTerms.Guarantee g ? g.cover().central() : insured(support);
        double riskless = project.timeline().rates().riskless().central();
        int step = project.finance().terms().serviceMonths();
        double sum = 0;
        for (DebtPlan.Planned p : plan.loans()) {
            if (p.loan().id().equals(loan)) {
                for (int k = 0; k < p.repayment().principal().length; k++) {
                    int due = DebtPlan.month(project, k) + step;
                    sum += p.openingBalance(k) * step / 12.0 * Math.pow(1 + riskless, -due / 12.0);
                }
            }
        }
        return fee(support) * covered * sum;
    }

    private static double insured(SupportTerms support) {
        return support instanceof SupportTerms.Insurance i
                ? Math.max(i.political().central(), i.commercial().central())
                : 0;
    }

    private Text warning(int s, double covering) {
        String fee = NumberText.percent(fee(project.finance().supports().get(s)));
        String needed = NumberText.percent(covering);
        return new Text(
                "The fee of " + fee + " a year is below the expected loss: " + needed
                        + " would cover it. The difference is a subsidy.",
                "料率（年" + fee + "）は期待損失を下回ります。見合う料率は年" + needed + "で、差は補助に当たります。");
    }
}
