package org.genryu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.Scenario;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.damage.Damage;
import org.genryu.stress.game.GameAccount;
import org.genryu.stress.game.GameAccount.Choice;
import org.genryu.stress.game.GameAccount.Pays;
import org.genryu.stress.game.SidePayOff;

/// From our measures and their moves to a game: the months of every pair, what each brings both sides.
public final class GameStudy {
    private static final Choice NOTHING = new Choice("nothing", new Text("nothing", "何もしない"));

    private GameStudy() {}

    /// @param game empty if a pair has no proved answer
    /// @param untold ids of the pairs without one
    public record Played(Optional<GameAccount> game, List<String> untold) {}

    /// @param ours scenarios that hold measures; doing nothing comes first by itself
    /// @param theirs scenarios that hold events
    public static Outcome<Played> of(
            StressStudy.Calm calm, List<Scenario> ours, List<Scenario> theirs, ProgressReport progress) {
        List<Finding> findings = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        List<List<Pays>> pays = new ArrayList<>();
        for (int i = 0; i <= ours.size(); i++) {
            List<Pays> row = new ArrayList<>();
            for (int j = 0; j <= theirs.size(); j++) {
                Scenario pair = joined(
                        i == 0 ? List.of() : List.of(ours.get(i - 1)),
                        j == 0 ? List.of() : List.of(theirs.get(j - 1)),
                        theirs.isEmpty() ? ours.getFirst() : theirs.getFirst());
                progress.begin(pair.title());
                Outcome<StressStudy.Result> outcome = calm.under(pair);
                findings = StressStudy.joined(findings, outcome.findings());
                if (outcome.clean().orElse(null) instanceof StressStudy.Result.Told(StressAccount account)
                        && account.answer().refused().isEmpty()) {
                    row.add(pays(calm, account));
                } else {
                    untold.add(pair.id());
                }
            }
            pays.add(row);
        }
        Optional<GameAccount> game =
                untold.isEmpty() ? Optional.of(GameAccount.of(choices(ours), choices(theirs), pays)) : Optional.empty();
        return Outcome.of(new Played(game, List.copyOf(untold)), findings);
    }

    private static Pays pays(StressStudy.Calm calm, StressAccount account) {
        Damage damage = Damage.of(calm.file(), account);
        return new Pays(
                SidePayOff.of(account, damage, account.answer().of().info().home(), true),
                SidePayOff.of(account, damage, account.answer().of().info().rival(), false));
    }

    private static List<Choice> choices(List<Scenario> scenarios) {
        List<Choice> all = new ArrayList<>(List.of(NOTHING));
        scenarios.forEach(one -> all.add(new Choice(one.id(), one.title())));
        return List.copyOf(all);
    }

    /// Both at once, on the clock of one of them: events first, as in a file.
    private static Scenario joined(List<Scenario> ours, List<Scenario> theirs, Scenario clock) {
        List<Scenario> both = new ArrayList<>(theirs);
        both.addAll(ours);
        List<Scenario.Action> actions = new ArrayList<>();
        both.forEach(one -> actions.addAll(one.events()));
        both.forEach(one -> actions.addAll(one.measures()));
        String id = name(ours, Scenario::id) + "+" + name(theirs, Scenario::id);
        Text title = new Text(
                name(ours, one -> one.title().en()) + " + "
                        + name(theirs, one -> one.title().en()),
                name(ours, one -> one.title().ja()) + "＋"
                        + name(theirs, one -> one.title().ja()));
        return new Scenario(id, title, clock.file(), clock.start(), clock.months(), clock.foresight(), actions);
    }

    private static String name(List<Scenario> one, java.util.function.Function<Scenario, String> by) {
        return one.isEmpty() ? "-" : by.apply(one.getFirst());
    }
}
