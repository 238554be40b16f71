package org.genryu.results.stress;

import java.io.IOException;
import java.util.List;
import org.genryu.core.disk.Draft;
import org.genryu.results.ResultTable;
import org.genryu.results.RowSink;
import org.genryu.stress.game.Commitment;
import org.genryu.stress.game.GameAccount;
import org.genryu.stress.game.MixedPair;

/// A game as tables.
public final class GameTables {
    private final GameAccount account;

    public GameTables(GameAccount account) {
        this.account = account;
    }

    /// All in the order of the schema.
    public List<ResultTable> all() {
        return List.of(pays(), choices());
    }

    public void write(Draft to) throws IOException {
        for (ResultTable table : all()) {
            table.csv(to);
        }
    }

    private ResultTable pays() {
        return new ResultTable("game", to -> {
            for (int i = 0; i < account.ours().size(); i++) {
                for (int j = 0; j < account.theirs().size(); j++) {
                    GameAccount.Pays pays = account.pays().get(i).get(j);
                    to.text(account.ours().get(i).id())
                            .text(account.theirs().get(j).id());
                    to.number(pays.ours().total()).number(pays.theirs().total());
                    to.number(pays.ours().users())
                            .number(pays.ours().plants())
                            .number(pays.ours().lanes())
                            .number(pays.ours().floors())
                            .number(pays.ours().damage());
                    to.number(pays.theirs().users())
                            .number(pays.theirs().plants())
                            .number(pays.theirs().lanes())
                            .end();
                }
            }
        });
    }

    private ResultTable choices() {
        return new ResultTable("game_choices", to -> {
            int number = 1;
            for (MixedPair one : account.equilibria()) {
                String kind = "equilibrium " + number++;
                rows(to, kind, "ours", account.ours(), one.ours(), one.ourValue(), one.regret());
                rows(to, kind, "theirs", account.theirs(), one.theirs(), one.theirValue(), one.regret());
            }
            first(to, "we_first", account.weFirst(), true);
            if (account.weFirstMixed().isPresent()) {
                first(to, "we_first_mixed", account.weFirstMixed().get(), true);
            }
            first(to, "they_first", account.theyFirst(), false);
        });
    }

    private void first(RowSink to, String kind, Commitment one, boolean we) throws IOException {
        List<GameAccount.Choice> leads = we ? account.ours() : account.theirs();
        List<GameAccount.Choice> answers = we ? account.theirs() : account.ours();
        double[] answer = new double[answers.size()];
        answer[one.answer()] = 1;
        rows(to, kind, we ? "ours" : "theirs", leads, one.first(), one.value(), 0);
        rows(to, kind, we ? "theirs" : "ours", answers, answer, one.otherValue(), 0);
    }

    private static void rows(
            RowSink to,
            String kind,
            String side,
            List<GameAccount.Choice> choices,
            double[] chance,
            double value,
            double regret)
            throws IOException {
        for (int i = 0; i < chance.length; i++) {
            if (chance[i] > 0) {
                to.text(kind).text(side).text(choices.get(i).id());
                to.number(chance[i]).number(value).number(regret).end();
            }
        }
    }
}
