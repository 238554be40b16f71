package org.genryu.casefile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genryu.casefile.Scenario.Action;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;

/// What happened: the scenarios that `base` of `case.yaml` names are in force in every run, unless somebody leaves them
/// out. A scenario that is asked for comes on top of them.
///
/// Where the case has observed figures, its first period is the base year, and what was observed there was observed
/// while these events were in force: they act from the second period on, and one that was over by then acts no
/// more. The base year is fitted without them. An event that names no end of its own goes on to the end of the case.
///
/// @param scenarios in the order of `base`
/// @param left ids of those that were left out, in the order of `base`
/// @param since first month in which they act [months since the year 0]
public record InForce(List<Scenario> scenarios, List<String> left, int since) {
    /// Leaves all of them out.
    public static final String ALL = "all";

    private static final String BASE = "base";

    public InForce {
        scenarios = List.copyOf(scenarios);
        left = List.copyOf(left);
    }

    /// @param without ids or titles to leave out, or `all`; one that is not in force is an error
    public static Outcome<InForce> of(CaseFile file, List<String> without) {
        List<String> base = file.header().base();
        List<Finding> wrong = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>();
        for (String word : without) {
            if (word.equals(ALL)) {
                left.addAll(base);
            } else if (base.isEmpty()) {
                wrong.add(nothing(word));
            } else {
                Outcome<Integer> found = CaseNames.inForce(file).find(word);
                wrong.addAll(found.findings());
                found.value().ifPresent(at -> left.add(base.get(at)));
            }
        }
        if (!wrong.isEmpty()) {
            return Outcome.failed(wrong);
        }
        List<Scenario> kept = base.stream()
                .filter(id -> !left.contains(id))
                .flatMap(id -> file.scenario(id).stream())
                .map(InForce::lasting)
                .toList();
        return Outcome.of(new InForce(kept, base.stream().filter(left::contains).toList(), since(file)));
    }

    /// Of a case from which nobody leaves anything out.
    public static InForce of(CaseFile file) {
        return of(file, List.of()).value().orElseThrow();
    }

    private static Finding nothing(String word) {
        return Finding.error(
                Place.NOWHERE,
                new Text("Event '%s'".formatted(word), "事象「%s」".formatted(word)),
                new Text(
                        "is not in force: case.yaml names no scenario under `base`.",
                        "は適用されていません。case.yaml の `base` にシナリオがありません。"),
                new Text("leave --without out.", "--without を省いてください。"));
    }

    /// The second period where something was observed, else the first.
    private static int since(CaseFile file) {
        boolean observed = Stream.of("processes", "routes").anyMatch(table -> {
            CaseTable.Column.Numbers column = file.table(table).numbers("observed");
            return IntStream.range(0, file.table(table).rows()).anyMatch(column::given);
        });
        return file.header().periods().month(observed ? 1 : 0);
    }

    /// What acts in a run: empty if nothing does.
    /// @param asked the scenario that was asked for
    public Optional<Scenario> with(Optional<Scenario> asked) {
        boolean happened = asked.isPresent()
                && Stream.concat(scenarios.stream().map(Scenario::id), left.stream())
                        .anyMatch(asked.get().id()::equals);
        if (scenarios.isEmpty() && !happened) {
            return asked;
        }
        List<Action> actions = new ArrayList<>();
        scenarios.forEach(scenario -> later(scenario, actions));
        if (happened && left.contains(asked.get().id())) {
            later(lasting(asked.get()), actions);
        } else if (asked.isPresent() && !happened) {
            actions.addAll(asked.get().actions());
        }
        if (actions.isEmpty() && asked.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scenario(
                asked.map(Scenario::id).orElse(BASE),
                asked.map(Scenario::title).orElse(Text.same(BASE)),
                asked.map(Scenario::file).orElseGet(() -> scenarios.getFirst().file()),
                asked.flatMap(Scenario::start),
                asked.map(Scenario::months).orElse(0),
                asked.flatMap(Scenario::foresight),
                actions));
    }

    /// What happened lasts until a date of its own ends it: the months of its scenario are those that a stress goes
    /// through.
    private static Scenario lasting(Scenario scenario) {
        List<Action> actions = scenario.actions().stream()
                .map(action -> saysItsEnd(action) ? action : action.during(action.from(), Integer.MAX_VALUE))
                .toList();
        return new Scenario(
                scenario.id(),
                scenario.title(),
                scenario.file(),
                scenario.start(),
                scenario.months(),
                scenario.foresight(),
                actions);
    }

    private static boolean saysItsEnd(Action action) {
        return action.number("months").isPresent()
                || !action.word("last").isEmpty()
                || !action.word("repealed").isEmpty();
    }

    /// What the scenario still does after the base year.
    private void later(Scenario scenario, List<Action> into) {
        scenario.actions().stream()
                .filter(action -> action.from() >= since || end(action) > since)
                .map(action -> action.from() >= since
                        ? action
                        : action.since(action.from()).during(since, action.until()))
                .forEach(into::add);
    }

    /// The month from which the action changes nothing any more: a licence that recovers does so before its end.
    private static long end(Action action) {
        return action.number("recover").isPresent()
                ? Math.min(
                        action.until(),
                        action.from()
                                + (long) Math.ceil(action.number("recover").getAsDouble()))
                : action.until();
    }
}
