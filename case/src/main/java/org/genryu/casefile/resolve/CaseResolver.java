package org.genryu.casefile.resolve;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.time.Periods;

/// Turns a case as people write it into what the solver needs, with everything known in advance applied period by
/// period, in this order: value of the row, or what the sea network says of it → growth → series → changes in file
/// order → scenario → window in which a process can run. Where events of the scenario begin or end inside a period,
/// the period is cut there ([SupplyCase#whole()] puts it together again). Method page: `docs/method/case.md`.
public final class CaseResolver {
    private CaseResolver() {}

    public static Outcome<ResolvedCase> resolve(CaseFile file) {
        return resolve(file, Optional.empty());
    }

    public static Outcome<ResolvedCase> resolve(CaseFile file, Optional<Scenario> scenario) {
        return resolve(file, scenario, WithoutScenarioFlows.UNKNOWN);
    }

    /// @param base is asked only if an event of the scenario is a share of what the case carries without it
    public static Outcome<ResolvedCase> resolve(CaseFile file, Optional<Scenario> scenario, WithoutScenarioFlows base) {
        return resolve(file, scenario, base, scenario.map(EventTimes::cuts).orElse(Set.of()));
    }

    /// The months at which events of the scenario begin or end [months since the year 0].
    public static Set<Integer> cuts(Scenario scenario) {
        return EventTimes.cuts(scenario);
    }

    /// @param cuts where periods are cut, those of the scenario among them: so that several scenarios are on one
    /// clock
    public static Outcome<ResolvedCase> resolve(
            CaseFile file, Optional<Scenario> scenario, WithoutScenarioFlows base, Set<Integer> cuts) {
        return resolve(file, scenario, base, cuts, false);
    }

    /// The same for a stress, with the clock cut at all these months too [months since the year 0]. What acts from
    /// month to month is left to the stress.
    public static Outcome<ResolvedCase> monthly(
            CaseFile file, Optional<Scenario> scenario, WithoutScenarioFlows base, Set<Integer> months) {
        Set<Integer> cuts = new TreeSet<>(months);
        scenario.map(EventTimes::cuts).ifPresent(cuts::addAll);
        return resolve(file, scenario, base, cuts, true);
    }

    private static Outcome<ResolvedCase> resolve(
            CaseFile file, Optional<Scenario> scenario, WithoutScenarioFlows base, Set<Integer> cuts, boolean monthly) {
        if (!file.sound()) {
            Text thing = new Text(
                    "Case '" + file.header().id() + "'", "ケース「" + file.header().id() + "」");
            Text problem = new Text("it has errors; they must be corrected first.", "誤りがあります。先に直してください。");
            return Outcome.failed(List.of(Finding.error(Place.of(file.raw().name()), thing, problem)));
        }
        CaseFindings faults = new CaseFindings();
        Periods periods = file.header().periods().cut(cuts);
        ColumnWorkspace work = new ColumnWorkspace(file, periods, RouteLanes.of(file), faults);
        work.sea().fill();
        work.grow();
        work.series();
        work.changes();
        work.remember();
        scenario.ifPresent(s -> work.scenario(s, base, monthly));
        Deadline.present().check();
        work.windows().apply();
        work.checkRanges();
        work.checkGaps();
        work.checkBlurred();
        Deadline.present().check();
        SupplyCaseBuilder builder = new SupplyCaseBuilder(file, work);
        SupplyCase supply = builder.supply();
        if (isIdle(supply)) {
            faults.idle(file.header().id());
        }
        return Outcome.of(
                new ResolvedCase(supply, work.log(), work.ranges().cells(), values -> builder.realized(supply, values)),
                faults.all());
    }

    /// Whether nothing in the case could be made, moved, kept or used: no question can be asked of it.
    private static boolean isIdle(SupplyCase supply) {
        return supply.industry().processes().size() == 0
                && supply.routes().size() == 0
                && supply.stock().size() == 0
                && supply.use().demands().size() == 0;
    }
}
