package org.genryu.casefile.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;

/// When is which event in force? The events and measures of a scenario as pieces of time in which they act once, in an
/// order that does not depend on the file.
///
/// The same event written twice acts in the union of its times. A closure does not hold for a strait while that is
/// escorted. `change` goes first, in file order, since later changes build on earlier ones; all else commutes.
final class EventTimes {
    /// Keys that say when and why, not what.
    private static final Set<String> BESIDE =
            Set.of("start", "months", "first", "last", "announced", "suspended_until", "repealed", "source", "note");

    /// What must be done before what.
    private static final List<String> ORDER = List.of("change", "build", "recycle", "substitute");

    private EventTimes() {}

    /// Months at which something begins or ends: not those at which it goes on under another line.
    static Set<Integer> cuts(Scenario scenario) {
        Set<Integer> cuts = new TreeSet<>();
        Map<String, Set<Integer>> begins = new TreeMap<>();
        Map<String, Set<Integer>> ends = new TreeMap<>();
        for (Action piece : pieces(scenario)) {
            if (piece.shape().applied() && piece.from() < piece.until()) {
                begins.computeIfAbsent(what(piece), _ -> new TreeSet<>()).add(piece.from());
                ends.computeIfAbsent(what(piece), _ -> new TreeSet<>()).add(piece.until());
                piece.number("recover").stream()
                        .mapToInt(months -> recovered(piece, months))
                        .filter(month -> month > piece.from())
                        .forEach(cuts::add);
            }
        }
        begins.forEach((what, from) -> {
            Set<Integer> until = ends.getOrDefault(what, Set.of());
            from.stream().filter(month -> !until.contains(month)).forEach(cuts::add);
            until.stream().filter(month -> !from.contains(month)).forEach(cuts::add);
        });
        return cuts;
    }

    /// The month from which a licence lets all pass again.
    static int recovered(Action licence, double months) {
        return (int) Math.min(licence.until(), licence.since() + (long) Math.ceil(months));
    }

    /// The pieces in the order in which they act. Every action is there, one that is said already with no time
    /// left.
    static List<Action> pieces(Scenario scenario) {
        Map<String, List<Action>> same = new LinkedHashMap<>();
        for (Action action : protect(scenario.actions())) {
            same.computeIfAbsent(what(action), _ -> new ArrayList<>()).add(action);
        }
        List<Action> pieces = new ArrayList<>();
        for (List<Action> group : same.values()) {
            unite(group, pieces);
        }
        List<String> files =
                scenario.actions().stream().map(Action::file).distinct().toList();
        pieces.sort(Comparator.comparingInt((Action a) -> rank(a))
                .thenComparingInt(a -> changes(a) ? files.indexOf(a.file()) : 0)
                .thenComparingDouble(a -> changes(a) ? a.line() : strength(a))
                .thenComparing(EventTimes::what)
                .thenComparingInt(Action::from));
        return pieces;
    }

    private static boolean changes(Action action) {
        return action.shape().name().equals("change");
    }

    private static int rank(Action action) {
        int at = ORDER.indexOf(action.shape().name());
        return at < 0 ? ORDER.size() : at;
    }

    /// The tightest closure comes first, the fullest collection last.
    private static double strength(Action action) {
        return switch (action.shape().name()) {
            case "closure" -> action.number("leak").orElse(0);
            case "recycle" -> action.number("collection").orElse(0);
            default -> 0;
        };
    }

    /// What an action says, without when and why; to set a number again is another event.
    private static String what(Action action) {
        Map<String, String> said = new TreeMap<>();
        action.words().forEach((key, words) -> {
            if (!BESIDE.contains(key)) {
                boolean number = action.number(key).isPresent();
                said.put(key, number ? Double.toString(action.number(key).orElse(0)) : new TreeSet<>(words).toString());
            }
        });
        boolean sets = changes(action) && !List.of("add", "multiply").contains(action.word("op"));
        return action.shape().name() + said + (sets ? action.file() + action.line() : "");
    }

    /// Takes from each action the time in which an earlier one of the group holds already.
    private static void unite(List<Action> group, List<Action> into) {
        List<Action> held = new ArrayList<>();
        group.sort(Comparator.comparingInt(Action::from));
        for (Action action : group) {
            List<Action> left = List.of(action);
            for (Action before : held) {
                List<Action> rest = new ArrayList<>();
                for (Action piece : left) {
                    rest.addAll(without(piece, before.from(), before.until()));
                }
                left = rest;
            }
            List<Action> going = new ArrayList<>();
            for (Action piece : left) {
                going.add(held.stream()
                        .filter(before -> before.until() == piece.from())
                        .findFirst()
                        .map(before -> piece.since(before.since()))
                        .orElse(piece));
            }
            held.addAll(going);
            into.addAll(going.isEmpty() ? List.of(action.during(action.from(), action.from())) : going);
        }
    }

    private static List<Action> without(Action piece, int from, int until) {
        List<Action> left = new ArrayList<>();
        if (from >= piece.until() || until <= piece.from()) {
            return List.of(piece);
        }
        if (piece.from() < from) {
            left.add(piece.during(piece.from(), from));
        }
        if (until < piece.until()) {
            left.add(piece.during(until, piece.until()));
        }
        return left;
    }

    /// Closures cut by the escorts of their straits.
    private static List<Action> protect(List<Action> actions) {
        List<Action> all = new ArrayList<>(actions);
        for (Action escort : actions) {
            if (!escort.shape().name().equals("escort")) {
                continue;
            }
            List<Action> next = new ArrayList<>();
            for (Action action : all) {
                int from = Math.max(action.from(), escort.from());
                int until = Math.min(action.until(), escort.until());
                boolean met = action.shape().name().equals("closure")
                        && from < until
                        && action.list("strait").stream().anyMatch(escort.list("strait")::contains);
                if (!met) {
                    next.add(action);
                    continue;
                }
                next.addAll(without(action, from, until));
                List<String> open = new ArrayList<>(action.list("strait"));
                open.removeAll(escort.list("strait"));
                if (!open.isEmpty()) {
                    next.add(action.with("strait", open).during(from, until));
                }
            }
            all = next;
        }
        return all;
    }

    /// Whether a closure of the scenario is held off by the escort.
    static boolean holdsOff(Scenario scenario, Action escort) {
        return scenario.actions().stream()
                .anyMatch(action -> action.shape().name().equals("closure")
                        && Math.max(action.from(), escort.from()) < Math.min(action.until(), escort.until())
                        && action.list("strait").stream().anyMatch(escort.list("strait")::contains));
    }
}
