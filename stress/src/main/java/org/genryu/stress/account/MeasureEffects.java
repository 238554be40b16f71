package org.genryu.stress.account;

import java.util.List;
import org.genryu.casefile.Scenario.Action;

/// What the measures of a scenario are worth: the same events without any of them, with each alone, and with all.
/// Effects do not add: a stock that bridges what another measure bridges as well saves nothing more.
///
/// @param none the events alone
/// @param quiet the measures alone, without the events: what they cost where nothing happens
/// @param each one measure with the events, in the order of the scenario; one whose months have no proved answer is
/// left out
/// @param all the scenario itself
public record MeasureEffects(Sum none, Sum quiet, List<Effect> each, Sum all) {
    public MeasureEffects {
        each = List.copyOf(each);
    }

    /// A measure alone.
    public record Effect(Action measure, Sum with) {}

    /// What counts of a run, at home.
    ///
    /// @param lost what users lose [currency]
    /// @param earned what plants earn more than in calm, payments not counted [currency]
    /// @param atRisk value added that cannot be made [currency]
    /// @param shorts uses that are short
    /// @param worst largest part that a use lacks in a month [fraction]
    /// @param paid what the measures cost those who pay [currency]
    public record Sum(double lost, double earned, double atRisk, int shorts, double worst, double paid) {
        public static Sum of(StressAccount account) {
            List<UseStress> shorts = account.shortAtHome();
            return new Sum(
                    account.homeCost(),
                    account.homeEarnings(),
                    account.sectors().stream()
                            .filter(sector -> account.isHome(sector.place()))
                            .mapToDouble(SectorStress::direct)
                            .sum(),
                    shorts.size(),
                    shorts.stream().mapToDouble(UseStress::part).max().orElse(0),
                    account.measures());
        }

        /// Less than another of what users lose [currency].
        public double saves(Sum without) {
            return without.lost - lost;
        }
    }

    /// What users at home are spared by each alone, added up [currency].
    public double savedApart() {
        return each.stream().mapToDouble(one -> one.with().saves(none)).sum();
    }
}
