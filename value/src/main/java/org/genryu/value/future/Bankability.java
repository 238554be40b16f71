package org.genryu.value.future;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.genryu.core.Check;
import org.genryu.core.Text;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.Realization;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;

/// How much support does a project need before a bank lends? For one lever the least amount that reaches a target; for
/// several a list of mixes with what they cost and what they reach, of which none is better in everything.
///
/// least x in [from, to] with goal(x) reached, goal monotone: bisection; the goal is looked at on [#LOOKS] points
/// first, and a lever that does not move it one way is refused, not bisected. Every point meets the same futures.
///
/// Floors, covers and grants work on the debt as signed (a grant lowers what owners bring); gearing, tenor and rate are
/// terms of the loan, which is signed anew on the base case.
public final class Bankability {
    private static final int LOOKS = 5;
    private static final int HALVINGS = 14;
    private static final double SAME = 1e-9;

    private Bankability() {}

    /// What may be moved, from no support to the most that is looked at.
    public enum Lever {
        /// Floor price [currency/unit of the product].
        FLOOR(true, false),
        /// Cover of guarantees [share].
        COVER(true, false),
        /// Grant [share of the capital cost], with the debt lowered by it.
        GRANT(true, true),
        /// Loans as a multiple of those of the sheet; less is more support by owners.
        GEARING(false, true),
        /// [month]
        TENOR(true, true),
        /// Interest [1/yr]; less is more support.
        RATE(false, true);

        private final boolean rising;
        private final boolean anew;

        /// @param rising whether more of it helps
        /// @param anew whether the debt is signed anew
        Lever(boolean rising, boolean anew) {
            this.rising = rising;
            this.anew = anew;
        }

        Project at(Project project, double x) {
            return switch (this) {
                case FLOOR -> FinanceVariants.floor(project, x);
                case COVER -> FinanceVariants.cover(project, x);
                case GRANT -> FinanceVariants.gearing(FinanceVariants.grant(project, x), 1 - x);
                case GEARING -> FinanceVariants.gearing(project, x);
                case TENOR -> FinanceVariants.tenor(project, (int) Math.round(x));
                case RATE -> FinanceVariants.rate(project, x);
            };
        }
    }

    /// What a bank asks for.
    public sealed interface Target {
        /// The least DSCR exceeds `cover` in at least `confidence` of the futures.
        record Cover(double cover, double confidence) implements Target {}

        /// Default is no more likely than this over the life of the debt.
        record Probability(double most) implements Target {}

        /// Mean loss of the lenders after covers, as a share of the debt.
        record Loss(double most) implements Target {}

        /// In the base case, no future drawn, the LLCR of the senior loans at their first service reaches
        /// `cover`, and reserve and sponsors see every service through.
        record BaseCase(double cover) implements Target {}
    }

    public sealed interface Answer {
        /// The least support that reaches the target; `width` is how far the search could have gone wrong.
        record Needed(double amount, double width) implements Answer {}

        /// It is reached without any.
        record NothingNeeded() implements Answer {}

        record NotReachable(Text reason) implements Answer {}
    }

    /// @param from no support, @param to the most; `from` may lie above `to` where less is more support
    public static Answer least(
            Project project, Lever lever, double from, double to, Target target, FutureOptions options) {
        Search search = new Search(project, lever, target, options);
        return least(lever, from, to, search::gap);
    }

    /// The same in the base case alone: the debt as one project signs it meets the prices of the other, which is
    /// the same project but for its market.
    public static Answer least(
            Project signed, Project met, Lever lever, double from, double to, Target.BaseCase target) {
        return least(lever, from, to, x -> {
            DebtPlan plan = DebtPlan.of(lever.anew ? lever.at(signed, x) : signed);
            return baseGap(lever.at(met, x), plan, target.cover);
        });
    }

    private static double baseGap(Project met, DebtPlan plan, double cover) {
        CashFlow flow = CashFlow.of(met, plan, Realization.central(met));
        double missed = flow.periods().stream()
                .flatMap(period -> period.loans().stream())
                .mapToDouble(CashFlow.LoanPeriod::lost)
                .sum();
        double unpaid = flow.firstDefault().isPresent() ? missed / plan.debt() : -1;
        return Math.max(
                unpaid, flow.ratios().first().found().map(llcr -> cover - llcr).orElse(-1.0));
    }

    private static Answer least(Lever lever, double from, double to, DoubleUnaryOperator gapAt) {
        Check.that(
                lever.rising == (from <= to),
                "Lever %s: it goes from %s to %s; it must go from no support to the most.",
                lever,
                from,
                to);
        if (gapAt.applyAsDouble(from) <= 0) {
            return new Answer.NothingNeeded();
        }
        double before = Double.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            double gap = gapAt.applyAsDouble(from + (to - from) * i / (LOOKS - 1));
            if (gap > before + SAME * (1 + Math.abs(before))) {
                return new Answer.NotReachable(new Text(
                        "More of this support does not always help here, so there is no least amount.",
                        "この支援は増やすほど良くなるとは限らないため、最小量は定まりません。"));
            }
            before = gap;
        }
        if (before > 0) {
            return new Answer.NotReachable(
                    new Text("Even the most that was looked at does not reach the target.", "調べた上限まで支援しても目標に届きません。"));
        }
        return bisect(from, to, gapAt);
    }

    private static Answer bisect(double from, double to, DoubleUnaryOperator gapAt) {
        double without = from;
        double with = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (without + with) / 2;
            if (gapAt.applyAsDouble(middle) <= 0) {
                with = middle;
            } else {
                without = middle;
            }
        }
        return new Answer.Needed(with, Math.abs(with - without));
    }

    /// How far a point is from the target; 0 or less reaches it.
    private record Search(Project project, Lever lever, Target target, FutureOptions options) {
        double gap(double x) {
            Project changed = lever.at(project, x);
            DebtPlan plan = DebtPlan.of(lever.anew ? changed : project);
            return target instanceof Target.BaseCase(double cover)
                    ? baseGap(changed, plan, cover)
                    : Bankability.gap(
                            changed, Futures.of(changed, plan, ProbabilityMeasure.REAL_WORLD, options), plan, target);
        }
    }

    private static double gap(Project project, FutureResult result, DebtPlan plan, Target target) {
        return switch (target) {
            case Target.Cover(double cover, double confidence) ->
                result.least().any() ? cover - result.least().quantile(1 - confidence) : -1;
            case Target.Probability(double most) -> result.defaults().probability() - most;
            case Target.Loss(double most) -> loss(result, plan) - most;
            case Target.BaseCase(double cover) -> baseGap(project, plan, cover);
        };
    }

    private static double loss(FutureResult result, DebtPlan plan) {
        double sum = result.loans().stream()
                .mapToDouble(l -> l.lossAfterCovers().mean())
                .sum();
        return plan.debt() > 0 ? sum / plan.debt() : 0;
    }

    /// What a floor of this price is worth and does.
    ///
    /// @param fairValue valuation measure, net of shares above
    /// @param expectedCost real world
    /// @param tailCost CVaR 99 %, real world
    /// @param cover DSCR that nine of ten futures exceed
    public record Rung(
            double price,
            double fairValue,
            double fairError,
            double expectedCost,
            double tailCost,
            double defaultProbability,
            double cover) {}

    /// Floors at several prices on the same debt and futures.
    public static List<Rung> ladder(Project project, List<Double> prices, FutureOptions options) {
        DebtPlan plan = DebtPlan.of(project);
        List<Rung> rungs = new ArrayList<>();
        for (double price : prices) {
            Project changed = FinanceVariants.floor(project, price);
            FutureResult fair = Futures.of(changed, plan, ProbabilityMeasure.RISK_NEUTRAL, options);
            FutureResult real = Futures.of(changed, plan, ProbabilityMeasure.REAL_WORLD, options);
            int floor = floor(fair);
            Distribution worth = fair.supports().get(floor).net();
            Distribution cost = real.supports().get(floor).net();
            rungs.add(new Rung(
                    price,
                    worth.mean(),
                    worth.standardError(),
                    cost.mean(),
                    cost.meanOfHighest(0.01),
                    real.defaults().probability(),
                    real.least().any() ? real.least().quantile(0.1) : 0));
        }
        return rungs;
    }

    private static int floor(FutureResult result) {
        for (int s = 0; s < result.supports().size(); s++) {
            if (result.supports().get(s).support().startsWith("floor ")) {
                return s;
            }
        }
        throw new IllegalStateException("The floor that was put there is missing.");
    }

    /// A mix of floor and grant with what it costs the public and what it reaches.
    ///
    /// @param floor [currency/unit], 0 for none
    /// @param grant [share of the capital cost]
    /// @param reached whether the target is met
    /// @param efficient whether no other mix that meets the target costs less both on average and in the tail
    public record Mix(
            double floor,
            double grant,
            double expectedCost,
            double tailCost,
            double defaultProbability,
            boolean reached,
            boolean efficient) {}

    /// All mixes of the floors and grants given; the frontier is those that are efficient.
    public static List<Mix> mixes(
            Project project, List<Double> floors, List<Double> grants, Target target, FutureOptions options) {
        List<Mix> all = new ArrayList<>();
        for (double floor : floors) {
            for (double grant : grants) {
                Project signed = Lever.GRANT.at(project, grant);
                DebtPlan plan = DebtPlan.of(signed);
                Project changed = floor > 0 ? FinanceVariants.floor(signed, floor) : signed;
                FutureResult r = Futures.of(changed, plan, ProbabilityMeasure.REAL_WORLD, options);
                double mean =
                        r.supports().stream().mapToDouble(s -> s.net().mean()).sum();
                double tail = r.supports().stream()
                        .mapToDouble(s -> s.net().meanOfHighest(0.01))
                        .sum();
                boolean reached = gap(changed, r, plan, target) <= 0;
                all.add(new Mix(floor, grant, mean, tail, r.defaults().probability(), reached, false));
            }
        }
        return all.stream().map(m -> marked(m, all)).toList();
    }

    private static Mix marked(Mix mix, List<Mix> all) {
        boolean beaten = all.stream()
                .anyMatch(o -> o.reached
                        && o.expectedCost <= mix.expectedCost
                        && o.tailCost <= mix.tailCost
                        && (o.expectedCost < mix.expectedCost || o.tailCost < mix.tailCost));
        return new Mix(
                mix.floor,
                mix.grant,
                mix.expectedCost,
                mix.tailCost,
                mix.defaultProbability,
                mix.reached,
                mix.reached && !beaten);
    }
}
