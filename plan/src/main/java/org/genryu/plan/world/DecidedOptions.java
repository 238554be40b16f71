package org.genryu.plan.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Scenario.Action;
import org.genryu.core.Finding.Place;

/// What changes in a case when some of its options are taken and the others are not: what an option builds stands only
/// with it and is paid once; what it changes holds only with it.
///
/// @param standing what stands, and what is paid
/// @param effects what those that are taken change
public record DecidedOptions(List<Action> standing, List<Action> effects) {
    static final Place OPTIONS = Place.of("options.csv");

    public DecidedOptions {
        standing = List.copyOf(standing);
        effects = List.copyOf(effects);
    }

    /// @param options all that could be chosen
    public static DecidedOptions of(CaseFile file, List<PlanOption> options, Predicate<PlanOption> taken) {
        Set<String> stands = new HashSet<>();
        Set<String> builds = new LinkedHashSet<>();
        List<Action> effects = new ArrayList<>();
        for (PlanOption option : options) {
            builds.addAll(option.builds());
            if (taken.test(option)) {
                stands.addAll(option.builds());
                effects.addAll(option.effects());
            }
        }
        List<Action> standing = new ArrayList<>();
        for (String process : builds) {
            if (!stands.contains(process)) {
                standing.add(set(process, "capacity"));
            }
            if (isPaid(file, process)) {
                standing.add(set(process, "capex"));
            }
        }
        return new DecidedOptions(standing, effects);
    }

    /// Whether the case itself would pay for what it builds.
    private static boolean isPaid(CaseFile file, String process) {
        int row = file.table("processes").row(process);
        return row >= 0
                && file.table("processes").words("status")[row].equals("candidate")
                && file.table("processes").numbers("capex").given(row);
    }

    private static Action set(String process, String column) {
        return PlanInputs.change(
                List.of("processes", process, column, "set"), 0, Integer.MIN_VALUE, Integer.MAX_VALUE, OPTIONS);
    }
}
