package org.genryu.plan.world;

import java.util.List;
import org.genryu.casefile.Scenario;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;

/// Something that a plan may choose, wholly or not at all: a project with the processes that it builds, or a measure
/// with what it changes.
///
/// @param field id, as `country` and `agency`; empty where the case says none
/// @param cost in all [currency]
/// @param begin first month of the spending [months since the year 0]
/// @param years over which the cost is spent in equal parts
/// @param life over which the cost is charged [years]
/// @param builds ids of processes that stand only if it is taken
/// @param effects changes that hold if it is taken
/// @param requires indices of options, as `excludes`
/// @param place where it is written
///
/// Parameters: fourteen columns of one table belong together.
public record PlanOption(
        String id,
        Text name,
        boolean measure,
        String field,
        String country,
        String agency,
        double cost,
        int begin,
        int years,
        double life,
        List<String> builds,
        List<Scenario.Action> effects,
        List<Integer> requires,
        List<Integer> excludes,
        Place place) {
    private static final int YEAR = 12;

    public PlanOption {
        builds = List.copyOf(builds);
        effects = List.copyOf(effects);
        requires = List.copyOf(requires);
        excludes = List.copyOf(excludes);
    }

    /// What of the cost is spent from one month to before another [currency].
    public double spent(int from, int until) {
        double part = 0;
        for (int year = 0; year < years; year++) {
            int month = begin + YEAR * year;
            part += month >= from && month < until ? cost / years : 0;
        }
        return part;
    }

    /// The last month of the spending, exclusive.
    public int end() {
        return begin + YEAR * years;
    }
}
