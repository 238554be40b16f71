package org.genryu.value.option;

import java.util.List;
import org.genryu.core.Check;
import org.genryu.value.price.PriceFactors;

/// What may be chosen, when, for how much, and what it earns: the question that [Switching] answers.
///
/// At each of the dates t = 0, …, N-1 (every `step` years, the first today) the holder in mode m picks a mode m'
/// among those that may follow, pays the cost of the switch, receives the flow of m' for the period that begins, and
/// is in mode next(m') at the next date. At date N the value of the mode at the end is received.
///
/// Modes carry everything that is not random: idle or open or mothballed, the stage of building, what is left of the
/// reserve. Building that takes three years is three modes in a row; a reserve of fifteen years is fifteen modes, each
/// followed by the one with a year less.
///
/// @param prices what is random; models whose log is normal
/// @param modes in an order of your own; decisions speak of their numbers
/// @param dates N, 1 or more
/// @param step length of a period [yr], above 0
/// @param riskless rate [1/yr], continuous
/// @param money flows, costs and the end
public record RegressionOption(
        PriceFactors prices, List<Mode> modes, int dates, double step, double riskless, Money money) {
    /// A mode.
    /// @param name for tables
    /// @param switchTo numbers of the modes that may be picked from here, itself among them if it may go on
    /// @param next mode at the next date if this one was picked
    public record Mode(String name, List<Integer> switchTo, int next) {
        public Mode {
            switchTo = List.copyOf(switchTo);
            Check.that(!switchTo.isEmpty(), "Mode '%s': nothing may follow; at least itself must.", name);
        }
    }

    /// Money by date, mode and prices. All are functions of what is known at the date: the period's flow must be
    /// its conditional expectation, never the path's own future.
    /// @param flow of the period that begins at a date in a mode
    /// @param cost of a switch, below 0 if it brings money; not asked for when a mode goes on
    /// @param end value of a mode at the last date
    public record Money(Flow flow, Cost cost, End end) {}

    /// Money a period in a mode.
    @FunctionalInterface
    public interface Flow {
        double at(int date, int mode, double[] prices);
    }

    /// Money for a switch.
    @FunctionalInterface
    public interface Cost {
        double at(int date, int from, int to, double[] prices);
    }

    /// Money at the end.
    @FunctionalInterface
    public interface End {
        double at(int mode, double[] prices);
    }

    public RegressionOption {
        modes = List.copyOf(modes);
        Check.that(dates >= 1 && step > 0, "Choices: %s dates and a period of %s years must be above 0.", dates, step);
        for (Mode mode : modes) {
            for (int to : mode.switchTo()) {
                Check.that(
                        to >= 0 && to < modes.size(),
                        "Mode '%s': mode %s may follow; there are %s, counted from 0.",
                        mode.name(),
                        to,
                        modes.size());
            }
            Check.that(
                    mode.next() >= 0 && mode.next() < modes.size(),
                    "Mode '%s': mode %s comes next; there are %s, counted from 0.",
                    mode.name(),
                    mode.next(),
                    modes.size());
        }
    }

    /// Modes that can be reached at each date, from the first to the last.
    boolean[][] reached(int start) {
        boolean[][] reached = new boolean[dates + 1][modes.size()];
        reached[0][start] = true;
        for (int t = 0; t < dates; t++) {
            for (int m = 0; m < modes.size(); m++) {
                if (reached[t][m]) {
                    for (int to : modes.get(m).switchTo()) {
                        reached[t + 1][modes.get(to).next()] = true;
                    }
                }
            }
        }
        return reached;
    }

    /// Number of the first mode of the same name.
    int namesake(int mode) {
        int first = 0;
        while (!modes.get(first).name().equals(modes.get(mode).name())) {
            first++;
        }
        return first;
    }

    double discount() {
        return Math.exp(-riskless * step);
    }

    double cost(int date, int from, int to, double[] prices) {
        return from == to ? 0 : money.cost().at(date, from, to, prices);
    }
}
