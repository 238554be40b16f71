package org.genryu.value.future;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;
import org.genryu.value.project.SupportTerms;

/// What is each support of a package worth, to whom, and what does it cost its giver? All sets of supports meet the
/// same futures and the same debt as signed, so differences are of the supports, not of chance.
///
/// v(S) = E_Q[value to owners and lenders together | supports S] at the riskless rate; alone = v({s}) - v({}), last =
/// v(all) - v(all \ s), share – [SupportShapley]; Σ share = v(all) - v({})
///
/// fair value = E_Q[Σ (1+r)^-t (paid - got)]; expected loss and tail loss (CVaR 99 %) under the real measure,
/// of covers gross of fees – [FutureResult.SupportFlow]
///
/// covering fee = expected loss / value of a fee of 1 a year on the covered balance while the debt is alive,
/// both over the same futures: at that fee the margin is nil
///
/// effect without a cover: the loan then bears the rate without it, if the sheet says one, and is signed
/// anew; all futures are those of the headline
///
/// Loans below the market's rate and public equity are part of the finance itself and cannot be left out without
/// another debt: they have a cost, but no share of the package.
public final class Supports {
    /// More supports than this are not split by Shapley's rule: every set would have to be run.
    private static final int MOST = 6;

    private static final double TAIL = 0.01;
    private static final double EXCEEDED = 0.1;

    private final Project project;
    private final DebtPlan plan;
    private final List<Integer> free = new ArrayList<>();
    private final Map<Integer, Double> worth = new HashMap<>();

    private Supports(Project project, DebtPlan plan) {
        this.project = project;
        this.plan = plan;
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

    /// What becomes of a project, and what its supports do in it.
    ///
    /// @param risk under the real measure
    /// @param fair under the valuation measure
    /// @param supports empty if it has none
    public record Answer(FutureResult risk, FutureResult fair, Optional<SupportWorth.Package> supports) {}

    /// The project in its futures, and beside it every way that has fewer supports.
    public static Answer of(Project project, DebtPlan plan, FutureOptions options) {
        return new Supports(project, plan).answer(options);
    }

    private Answer answer(FutureOptions options) {
        Futures.Way signed = new Futures.Way(project, plan);
        List<Futures.Way> real = new ArrayList<>(List.of(signed));
        free.forEach(s -> real.add(without(s)));
        List<FutureResult> risks = Futures.beside(real, List.of(), ProbabilityMeasure.REAL_WORLD, options)
                .whole();
        List<Integer> sets = project.finance().supports().isEmpty() ? List.of() : sets();
        Futures.Beside fair = Futures.beside(
                List.of(signed),
                sets.stream().map(set -> new Futures.Way(keeping(set), plan)).toList(),
                ProbabilityMeasure.RISK_NEUTRAL,
                options);
        FutureResult valued = fair.whole().getFirst();
        worth.put(all(), valued.joint().mean());
        for (int k = 0; k < sets.size(); k++) {
            worth.put(sets.get(k), fair.joint().get(k));
        }
        return new Answer(
                risks.getFirst(),
                valued,
                project.finance().supports().isEmpty() ? Optional.empty() : Optional.of(pack(risks, valued)));
    }

    private int all() {
        return (1 << free.size()) - 1;
    }

    /// The sets of supports whose worth is asked for, but all of them together.
    private List<Integer> sets() {
        IntStream sets = free.size() <= MOST
                ? IntStream.range(0, all())
                : IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, free.size()).flatMap(bit -> IntStream.of(1 << bit, all() & ~(1 << bit))));
        return sets.filter(set -> set != all()).distinct().boxed().toList();
    }

    /// @param risks of the project, then of it without each support that can be left out
    private SupportWorth.Package pack(List<FutureResult> risks, FutureResult fair) {
        FutureResult risk = risks.getFirst();
        int all = all();
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
            worths.add(one(s, added, effect(s, risks.get(bit + 1), risk), risk, fair));
        }
        return new SupportWorth.Package(none, worth(all), worths);
    }

    private double worth(int set) {
        return Objects.requireNonNull(worth.get(set));
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
        boolean cover = fee(project.finance().supports().get(s)).isPresent();
        Optional<SupportWorth.Fee> covering = fee(project.finance().supports().get(s))
                .flatMap(agreed -> real.fairFee().map(f -> new SupportWorth.Fee(f, real.fairFeeError(), agreed)));
        return new SupportWorth(
                real.support(),
                real.giver(),
                valued.net().mean(),
                valued.net().standardError(),
                real.loss().mean(),
                real.loss().standardError(),
                real.loss().meanOfHighest(TAIL),
                cover
                        ? real.feeBase().mean()
                                * fee(project.finance().supports().get(s)).orElse(0.0)
                        : 0,
                added,
                effect,
                covering,
                covering.filter(fee -> fee.agreed() < fee.rate()).map(Supports::warning));
    }

    /// The project without a support that can be left out.
    private Futures.Way without(int s) {
        return bare(s).map(bare -> new Futures.Way(bare, DebtPlan.of(bare)))
                .orElseGet(() -> new Futures.Way(FinanceVariants.keeping(project, other -> other != s), plan));
    }

    /// @param without the same as `with` if the support cannot be left out
    private SupportWorth.Effect effect(int s, FutureResult without, FutureResult with) {
        return new SupportWorth.Effect(
                without.defaults().probability(),
                without.defaults().standardError(),
                with.defaults().probability(),
                with.defaults().standardError(),
                cover(without),
                cover(with),
                free.contains(s) && bare(s).isPresent());
    }

    /// The project without a cover, its loan at the rate that the lender then asks.
    private Optional<Project> bare(int s) {
        SupportTerms support = project.finance().supports().get(s);
        Optional<SheetFigure> rate = support instanceof SupportTerms.Guarantee g
                ? g.bareRate()
                : support instanceof SupportTerms.Insurance i ? i.bareRate() : Optional.empty();
        return rate.map(r -> FinanceVariants.rate(
                FinanceVariants.keeping(project, other -> other != s),
                loan -> DebtPlan.covers(support, loan),
                r.central()));
    }

    private static double cover(FutureResult result) {
        return result.least().any() ? result.least().quantile(EXCEEDED) : 0;
    }

    /// What a cover costs as the sheet says; empty for other supports.
    private static Optional<Double> fee(SupportTerms support) {
        return switch (support) {
            case SupportTerms.Guarantee g -> Optional.of(g.fee().central());
            case SupportTerms.Insurance i -> Optional.of(i.premium().central());
            case SupportTerms.Floor _,
                    SupportTerms.Cfd _,
                    SupportTerms.Offtake _,
                    SupportTerms.Grant _,
                    SupportTerms.Concessional _,
                    SupportTerms.PublicEquity _,
                    SupportTerms.TaxCredit _ -> Optional.empty();
        };
    }

    private static Text warning(SupportWorth.Fee fee) {
        String agreed = NumberText.percent(fee.agreed());
        String needed = NumberText.percent(fee.rate());
        return new Text(
                "The fee of " + agreed + " a year is below the expected loss: " + needed
                        + " would cover it. The difference is a subsidy.",
                "料率（年" + agreed + "）は期待損失を下回ります。見合う料率は年" + needed + "で、差は補助に当たります。");
    }
}
