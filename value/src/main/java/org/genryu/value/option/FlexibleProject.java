package org.genryu.value.option;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.genryu.core.Check;
import org.genryu.core.Text;
import org.genryu.value.price.PriceFactors;

/// What is the freedom of a project's holder worth: to wait before building, to abandon, to mothball and restart, to
/// expand?
///
/// flexibility = value with all rights (from below) - value of building now and running to the end come what may
///
/// Each right is also valued alone, and left out of all: rights overlap, so the parts need not sum to the whole. All
/// values come from the same engine and the same draws ([Switching]); bounds from below, so flexibility is not
/// overstated, and an upper bound for all rights together.
///
/// @param prices what is random
/// @param plan periods of waiting, building, running
/// @param money what it costs and earns
/// @param riskless rate [1/yr], continuous
public record FlexibleProject(PriceFactors prices, Plan plan, Money money, double riskless) {
    /// A freedom of the holder.
    public enum Right {
        /// To begin building later than now, within the plan's wait.
        WAIT,
        /// To stop for good, during building for nothing, in operation at the cost of closing.
        ABANDON,
        /// To stop for a while at an upkeep, with the reserve kept.
        MOTHBALL,
        /// To enlarge once.
        EXPAND;

        /// As printed.
        public Text label() {
            return switch (this) {
                case WAIT -> new Text("wait", "着工を待つ");
                case ABANDON -> new Text("abandon", "撤退する");
                case MOTHBALL -> new Text("mothball and restart", "休止・再開する");
                case EXPAND -> new Text("expand", "拡張する");
            };
        }
    }

    /// Lengths in periods.
    /// @param step length of a period [yr], above 0
    /// @param patience longest wait before building, 0 or more
    /// @param build share of the building cost in every period of building; sums to 1; empty: it stands already
    /// @param life periods of operation, 1 or more
    /// @param idle longest mothballing in all, 0 or more
    public record Plan(double step, int patience, double[] build, int life, int idle) {
        public Plan {
            build = build.clone();
            double sum = 0;
            for (double share : build) {
                sum += share;
            }
            Check.that(step > 0 && patience >= 0 && life >= 1 && idle >= 0, "Venture: its plan has negative lengths.");
            Check.that(
                    build.length == 0 || Math.abs(sum - 1) < 1e-9,
                    "Venture: shares of the building cost sum to %s; they must sum to 1.",
                    sum);
        }
    }

    /// Earnings of a period of operation.
    @FunctionalInterface
    public interface Earnings {
        /// Expected net cash flow of the period, given the prices at its start; money.
        /// @param date number of the period from today
        /// @param period of operation, from 0
        double at(int date, int period, double[] prices);
    }

    /// In money.
    /// @param building cost in all
    /// @param earnings after tax
    /// @param closing paid in the period after the last
    /// @param pause costs of mothballing
    /// @param growth of an expansion
    public record Money(double building, Earnings earnings, double closing, Pause pause, Growth growth) {}

    /// @param stop cost of mothballing
    /// @param upkeep a period
    /// @param restart cost of going on
    public record Pause(double stop, double upkeep, double restart) {}

    /// @param cost of the expansion
    /// @param factor on all later earnings, 1 or more; the reserve is taken to allow it
    public record Growth(double cost, double factor) {}

    /// A set of rights and its value.
    /// @param below value of a policy that can be followed
    public record Line(Set<Right> rights, Switching.Bound below) {
        public Line {
            rights = Set.copyOf(rights);
        }
    }

    /// @param committed building now and running to the end: the plain expected net present value
    /// @param alone each right by itself
    /// @param without all rights but one
    /// @param all all rights
    /// @param above bound from above for all rights
    /// @param followed what is done, and when, with all rights
    public record Worth(
            Switching.Bound committed,
            List<Line> alone,
            List<Line> without,
            Line all,
            Switching.Bound above,
            Switching.Followed followed) {
        /// Value of the freedom itself: never below 0, since nobody must use it.
        public double flexibility() {
            return Math.max(0, all.below().value() - committed.value());
        }
    }

    /// How much is simulated.
    /// @param fit paths that find a policy, even
    /// @param follow fresh paths that value it, even
    /// @param outer paths of the upper bound, even
    /// @param inner one-step paths of each expectation in it, even
    public record Effort(long seed, int fit, int follow, int outer, int inner) {
        /// A standard error of about one percent of the spread of the value.
        public static Effort usual(long seed) {
            return new Effort(seed, 10_000, 20_000, 200, 40);
        }
    }

    /// @param rights that the holder has at all
    public Worth worth(Set<Right> rights, Effort effort) {
        List<Line> alone = new ArrayList<>();
        List<Line> without = new ArrayList<>();
        for (Right right : Right.values()) {
            if (rights.contains(right)) {
                alone.add(line(Set.of(right), effort));
                EnumSet<Right> others = EnumSet.copyOf(rights);
                others.remove(right);
                without.add(line(others, effort));
            }
        }
        Switching switching = switching(rights);
        Switching.Policy policy = switching.fit(0, new Switching.Simulation(effort.seed(), effort.fit()));
        Switching.Followed followed =
                switching.below(0, policy, new Switching.Simulation(effort.seed(), effort.follow()));
        return new Worth(
                line(EnumSet.noneOf(Right.class), effort).below(),
                alone,
                without,
                new Line(rights, followed.value()),
                switching.above(0, policy, new Switching.Simulation(effort.seed(), effort.outer()), effort.inner()),
                followed);
    }

    /// The value with these rights and no others.
    public Line line(Set<Right> rights, Effort effort) {
        Switching switching = switching(rights);
        Switching.Policy policy = switching.fit(0, new Switching.Simulation(effort.seed(), effort.fit()));
        Switching.Followed followed =
                switching.below(0, policy, new Switching.Simulation(effort.seed(), effort.follow()));
        return new Line(rights, followed.value());
    }

    private Switching switching(Set<Right> rights) {
        return new Switching(new FlexibleProjectModes(this, rights).choices(), List.of());
    }
}
