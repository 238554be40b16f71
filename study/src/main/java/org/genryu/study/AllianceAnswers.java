package org.genryu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.schema.ActionShapes;
import org.genryu.stress.game.AllianceAccount.Plan;

/// What may a coalition of partners do about a scenario?
///
/// A measure is S's own if all who pay for it are in S; where nobody is named, all at whose place it
/// stands (`place`, `buyer`, `places`, the countries of `processes`). One that saves or recycles without
/// naming a place is done by each member at home. One that names nobody at all is taken by all partners
/// together only. Sharing, where the scenario has it, goes on among those of its members that are in S;
/// where it has none, the members of S may share everything.
final class AllianceAnswers {
    private final SupplyCase supply;
    private final Scenario scenario;
    private final List<String> members;

    AllianceAnswers(SupplyCase supply, Scenario scenario, List<String> members) {
        this.supply = supply;
        this.scenario = scenario;
        this.members = members;
    }

    /// A coalition and what it may do.
    record Way(int coalition, Plan plan) {}

    String name(int coalition) {
        List<String> names = inside(coalition);
        return names.isEmpty() ? "-" : String.join("+", names);
    }

    List<String> inside(int coalition) {
        List<String> inside = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if ((coalition >> i & 1) == 1) {
                inside.add(members.get(i));
            }
        }
        return inside;
    }

    /// The events, and what the coalition does about them.
    List<Action> actions(Way way) {
        List<Action> actions = new ArrayList<>(scenario.events());
        actions.addAll(measures(way));
        return List.copyOf(actions);
    }

    List<Action> measures(Way way) {
        List<String> inside = inside(way.coalition());
        List<Action> own = scenario.measures().stream()
                .flatMap(measure -> own(measure, inside).stream())
                .toList();
        List<Action> home =
                own.stream().filter(measure -> !abroad(measure, inside)).toList();
        List<Action> actions = new ArrayList<>();
        switch (way.plan()) {
            case NOTHING, SHARING -> {}
            case MEASURES, BOTH -> actions.addAll(own);
            case OWN_TERRITORY, OWN_TERRITORY_SHARING -> actions.addAll(home);
        }
        switch (way.plan()) {
            case NOTHING, MEASURES, OWN_TERRITORY -> {}
            case SHARING, BOTH, OWN_TERRITORY_SHARING -> actions.addAll(sharing(inside));
        }
        return actions;
    }

    boolean abroad(Way way) {
        List<String> inside = inside(way.coalition());
        return measures(way).stream().anyMatch(measure -> abroad(measure, inside));
    }

    /// Whether a measure stands on the territory of who is not in the coalition.
    private boolean abroad(Action measure, List<String> inside) {
        return !measure.shape().name().equals("sharing") && !inside.containsAll(territory(measure));
    }

    /// The measure, if it is S's own.
    private Optional<Action> own(Action measure, List<String> inside) {
        String shape = measure.shape().name();
        if (shape.equals("sharing") || inside.isEmpty()) {
            return Optional.empty();
        }
        List<String> owners = owners(measure);
        if (owners.isEmpty() && (shape.equals("thrift") || shape.equals("recycle"))) {
            return Optional.of(measure.with("places", inside));
        }
        boolean own = owners.isEmpty() ? inside.size() == members.size() : inside.containsAll(owners);
        return own ? Optional.of(measure) : Optional.empty();
    }

    private List<Action> sharing(List<String> inside) {
        List<Action> written = scenario.measures().stream()
                .filter(measure -> measure.shape().name().equals("sharing"))
                .toList();
        List<Action> among = new ArrayList<>();
        for (Action measure : written) {
            List<String> left =
                    measure.list("members").stream().filter(inside::contains).toList();
            if (left.size() > 1) {
                among.add(measure.with("members", left));
            }
        }
        if (written.isEmpty() && inside.size() > 1) {
            among.add(new Action(
                    Objects.requireNonNull(ActionShapes.current().shapes().get("sharing")),
                    Map.of("members", inside, "commodities", List.of("*")),
                    Map.of(),
                    Integer.MIN_VALUE,
                    Integer.MAX_VALUE,
                    scenario.file(),
                    0));
        }
        return among;
    }

    /// Whose a measure is; empty if it names nobody.
    List<String> owners(Action measure) {
        if (!measure.list("paid_by").isEmpty()) {
            return measure.list("paid_by");
        }
        List<String> owners =
                new ArrayList<>(measure.list("buyer").stream().map(this::owner).toList());
        owners.addAll(standing(measure));
        return (owners.isEmpty() ? plants(measure) : owners).stream().distinct().toList();
    }

    /// Where a measure stands; empty if it names no place and no plant.
    private List<String> territory(Action measure) {
        List<String> stands = standing(measure);
        return stands.isEmpty() ? plants(measure) : stands;
    }

    private List<String> standing(Action measure) {
        return Stream.of("place", "places")
                .flatMap(key -> measure.list(key).stream())
                .map(this::owner)
                .toList();
    }

    private List<String> plants(Action measure) {
        List<String> owners = new ArrayList<>();
        for (String process : measure.list("processes")) {
            int p = supply.industry().processes().ids().find(process);
            if (p >= 0) {
                owners.add(owner(supply.world()
                        .places()
                        .ids()
                        .id(supply.industry().processes().place()[p])));
            }
        }
        return owners;
    }

    /// A member stands for itself; another place for its country.
    private String owner(String place) {
        SupplyCase.Places places = supply.world().places();
        int at = places.ids().find(place);
        return members.contains(place) || at < 0 || places.country()[at].isEmpty() ? place : places.country()[at];
    }
}
