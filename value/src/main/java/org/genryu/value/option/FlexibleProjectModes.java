package org.genryu.value.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which modes does a venture have, and what may follow which?
///
/// | phase | may pick | next |
/// | --- | --- | --- |
/// | waiting, w left | build, give up; wait if w > 0 | waiting, w-1 |
/// | building, b left | build; give up | building, b-1; running |
/// | running, l left | run; mothball; enlarge; close | running, l-1; closing |
/// | mothballed, l left | stay; restart; close | the same |
/// | closing | close | gone |
///
/// Mode 0 is where the venture stands today. Enlarged ventures run and pause in phases of their own.
final class FlexibleProjectModes {
    private enum Phase {
        WAITING("waiting"),
        BUILDING("building"),
        RUNNING("running"),
        LARGE("enlarged"),
        MOTHBALLED("mothballed"),
        LARGE_MOTHBALLED("mothballed"),
        CLOSING("closing"),
        GONE("gone");

        private final String word;

        Phase(String word) {
            this.word = word;
        }
    }

    /// @param left periods that are left in the phase
    private record Place(Phase phase, int left) {}

    private final FlexibleProject venture;
    private final Set<FlexibleProject.Right> rights;
    private final List<Place> places = new ArrayList<>();
    private final Map<Place, Integer> numbers = new LinkedHashMap<>();

    FlexibleProjectModes(FlexibleProject venture, Set<FlexibleProject.Right> rights) {
        this.venture = venture;
        this.rights = rights;
        FlexibleProject.Plan plan = venture.plan();
        int wait = rights.contains(FlexibleProject.Right.WAIT) ? plan.patience() : -1;
        for (int left = wait; left >= 0; left--) {
            add(Phase.WAITING, left);
        }
        for (int left = plan.build().length; left > 0; left--) {
            add(Phase.BUILDING, left);
        }
        boolean pause = rights.contains(FlexibleProject.Right.MOTHBALL) && plan.idle() > 0;
        boolean grow = rights.contains(FlexibleProject.Right.EXPAND);
        for (int left = plan.life(); left > 0; left--) {
            add(Phase.RUNNING, left);
            addIf(pause, Phase.MOTHBALLED, left);
            addIf(grow, Phase.LARGE, left);
            addIf(grow && pause, Phase.LARGE_MOTHBALLED, left);
        }
        add(Phase.CLOSING, 0);
        add(Phase.GONE, 0);
    }

    private void addIf(boolean used, Phase phase, int left) {
        if (used) {
            add(phase, left);
        }
    }

    private void add(Phase phase, int left) {
        Place place = new Place(phase, left);
        numbers.put(place, places.size());
        places.add(place);
    }

    RegressionOption choices() {
        FlexibleProject.Plan plan = venture.plan();
        List<RegressionOption.Mode> modes = new ArrayList<>();
        for (Place place : places) {
            List<Integer> follow = new ArrayList<>();
            for (Place to : follow(place)) {
                Integer number = numbers.get(to);
                if (number != null) {
                    follow.add(number);
                }
            }
            modes.add(new RegressionOption.Mode(place.phase.word, follow, number(next(place))));
        }
        boolean waits = rights.contains(FlexibleProject.Right.WAIT);
        boolean pauses = rights.contains(FlexibleProject.Right.MOTHBALL);
        int dates = (waits ? plan.patience() : 0) + plan.build().length + plan.life() + (pauses ? plan.idle() : 0) + 1;
        return new RegressionOption(
                venture.prices(),
                modes,
                dates,
                plan.step(),
                venture.riskless(),
                new RegressionOption.Money(
                        (date, mode, prices) -> flow(date, places.get(mode), prices),
                        (_, from, to, _) -> cost(places.get(from), places.get(to)),
                        (mode, _) -> end(places.get(mode))));
    }

    private int number(Place place) {
        Integer number = numbers.get(place);
        if (number == null) {
            throw new IllegalStateException("Venture: no mode " + place + ".");
        }
        return number;
    }

    private Place first() {
        int build = venture.plan().build().length;
        return build > 0
                ? new Place(Phase.BUILDING, build)
                : new Place(Phase.RUNNING, venture.plan().life());
    }

    private List<Place> follow(Place at) {
        Place gone = new Place(Phase.GONE, 0);
        Place closing = new Place(Phase.CLOSING, 0);
        boolean leave = rights.contains(FlexibleProject.Right.ABANDON);
        List<Place> out = new ArrayList<>();
        switch (at.phase) {
            case WAITING -> {
                // At the last date of waiting "go on waiting" means to let the right lapse.
                out.add(at);
                out.add(first());
            }
            case BUILDING -> {
                out.add(at);
                if (leave) {
                    out.add(gone);
                }
            }
            case RUNNING, LARGE, MOTHBALLED, LARGE_MOTHBALLED -> {
                out.add(at);
                switch (at.phase) {
                    case RUNNING -> {
                        out.add(new Place(Phase.MOTHBALLED, at.left));
                        out.add(new Place(Phase.LARGE, at.left));
                    }
                    case LARGE -> out.add(new Place(Phase.LARGE_MOTHBALLED, at.left));
                    case MOTHBALLED -> out.add(new Place(Phase.RUNNING, at.left));
                    case LARGE_MOTHBALLED -> out.add(new Place(Phase.LARGE, at.left));
                    case WAITING, BUILDING, CLOSING, GONE -> throw new IllegalStateException(at.toString());
                }
                if (leave) {
                    out.add(closing);
                }
            }
            case CLOSING, GONE -> out.add(at);
        }
        return out;
    }

    private Place next(Place at) {
        return switch (at.phase) {
            case WAITING -> at.left > 0 ? new Place(Phase.WAITING, at.left - 1) : new Place(Phase.GONE, 0);
            case BUILDING ->
                at.left > 1
                        ? new Place(Phase.BUILDING, at.left - 1)
                        : new Place(Phase.RUNNING, venture.plan().life());
            case RUNNING, LARGE -> at.left > 1 ? new Place(at.phase, at.left - 1) : new Place(Phase.CLOSING, 0);
            case MOTHBALLED, LARGE_MOTHBALLED -> at;
            case CLOSING, GONE -> new Place(Phase.GONE, 0);
        };
    }

    private double flow(int date, Place at, double[] prices) {
        FlexibleProject.Money money = venture.money();
        double[] build = venture.plan().build();
        return switch (at.phase) {
            case WAITING, GONE -> 0;
            case BUILDING -> -money.building() * build[build.length - at.left];
            case RUNNING -> money.earnings().at(date, venture.plan().life() - at.left, prices);
            case LARGE ->
                money.growth().factor()
                        * money.earnings().at(date, venture.plan().life() - at.left, prices);
            case MOTHBALLED, LARGE_MOTHBALLED -> -money.pause().upkeep();
            case CLOSING -> -money.closing();
        };
    }

    private double cost(Place from, Place to) {
        return switch (to.phase) {
            case MOTHBALLED, LARGE_MOTHBALLED -> venture.money().pause().stop();
            case RUNNING ->
                from.phase == Phase.MOTHBALLED ? venture.money().pause().restart() : 0;
            case LARGE ->
                from.phase == Phase.LARGE_MOTHBALLED
                        ? venture.money().pause().restart()
                        : venture.money().growth().cost();
            case WAITING, BUILDING, CLOSING, GONE -> 0;
        };
    }

    private double end(Place at) {
        return switch (at.phase) {
            case RUNNING, LARGE, MOTHBALLED, LARGE_MOTHBALLED, CLOSING ->
                -venture.money().closing();
            case WAITING, BUILDING, GONE -> 0;
        };
    }
}
