package org.genryu.plan.world;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.genryu.core.time.Periods;
import org.genryu.plan.Decisions;
import org.genryu.plan.Decisions.Limit;

/// The options of a case and its rules of dependence as decisions: what they cost, what they must obey.
final class PlanChoices {
    static final String BUDGET = "budget";

    private final WorldAssembly.Assembled all;
    private final double premium;
    private final List<PlanOption> options;
    private final int size;
    /// By rule: the least that its share may lie above the wanted one, at or below 0; there it is free of premium.
    private final double[] floor;

    /// @param premium what a share above the wanted one costs, in prices of the goods [1]
    PlanChoices(WorldAssembly.Assembled all, double premium) {
        this(all, premium, new double[all.rules().size()]);
    }

    private PlanChoices(WorldAssembly.Assembled all, double premium, double[] floor) {
        this.all = all;
        this.premium = premium;
        this.floor = floor;
        this.options = all.inputs().options();
        this.size = all.nothing().length;
    }

    /// Whether the option moves anything that the case counts.
    boolean acts(int k) {
        return !options.get(k).builds().isEmpty() || !options.get(k).effects().isEmpty();
    }

    /// What of its cost counts: the annuities that fall within the horizon, discounted [currency].
    private double charge(PlanOption option) {
        double rate = all.calm().info().discountRate();
        Periods periods = all.calm().periods();
        double annuity = rate == 0 ? 1 / option.life() : rate / -Math.expm1(-option.life() * Math.log1p(rate));
        double sum = 0;
        for (int t = 0; t < periods.count(); t++) {
            sum += periods.month(t) >= option.begin() ? periods.discount(t, rate) * periods.length(t) : 0;
        }
        return option.cost() * annuity * sum;
    }

    double[] charges() {
        double[] cost = new double[size];
        for (int k = 0; k < options.size(); k++) {
            cost[k] = charge(options.get(k));
        }
        for (int r = 0; r < all.rules().size(); r++) {
            cost[options.size() + r] = premium * all.rules().get(r).value();
        }
        return cost;
    }

    double[] costs() {
        double[] cost = new double[size];
        for (int k = 0; k < options.size(); k++) {
            cost[k] = options.get(k).cost();
        }
        return cost;
    }

    /// Options for which `open` holds may be taken; those in `taken` are.
    Decisions decisions(double[] cost, double budget, IntPredicate open, double[] taken) {
        double[] lower = new double[size];
        double[] upper = new double[size];
        BitSet whole = new BitSet();
        whole.set(0, options.size());
        for (int k = 0; k < size; k++) {
            boolean rule = k >= options.size();
            lower[k] = rule ? floor[k - options.size()] : taken[k];
            upper[k] = rule ? all.nothing()[k] : open.test(k) ? 1 : taken[k];
        }
        return new Decisions(cost, lower, upper, whole, limits(budget));
    }

    /// The same with other floors.
    PlanChoices above(double[] other) {
        return new PlanChoices(all, premium, other);
    }

    /// By how much the choice of a rule lies above its floor.
    double above(int rule, double[] y) {
        return y[options.size() + rule] - floor[rule];
    }

    /// What the premium is counted from: the choices of the rules at their floors cost nothing.
    double free() {
        double sum = 0;
        for (int r = 0; r < floor.length; r++) {
            sum -= premium * all.rules().get(r).value() * floor[r];
        }
        return sum;
    }

    List<Limit> limits(double budget) {
        List<Limit> limits = new ArrayList<>();
        limits.add(new Limit(BUDGET, costs(), Double.NEGATIVE_INFINITY, budget));
        for (Envelope envelope : all.inputs().envelopes()) {
            double[] weight = new double[size];
            for (int k = 0; k < options.size(); k++) {
                weight[k] =
                        envelope.counts(options.get(k)) ? options.get(k).spent(envelope.from(), envelope.until()) : 0;
            }
            limits.add(new Limit(envelope.id(), weight, Double.NEGATIVE_INFINITY, envelope.amount()));
        }
        for (int k = 0; k < options.size(); k++) {
            for (int needed : options.get(k).requires()) {
                double[] weight = new double[size];
                weight[k] = 1;
                weight[needed] -= 1;
                limits.add(new Limit(
                        options.get(k).id() + ">" + options.get(needed).id(), weight, Double.NEGATIVE_INFINITY, 0));
            }
            for (int other : options.get(k).excludes()) {
                double[] weight = new double[size];
                weight[k] = 1;
                weight[other] += 1;
                limits.add(new Limit(
                        options.get(k).id() + "|" + options.get(other).id(), weight, Double.NEGATIVE_INFINITY, 1));
            }
        }
        return limits;
    }
}
