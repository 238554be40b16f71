package org.genryu.results.stress;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.genryu.core.disk.Draft;
import org.genryu.results.ResultTable;
import org.genryu.stress.worst.RivalMove;
import org.genryu.stress.worst.WorstCut;

/// The worst moves of the other side as tables.
public final class WorstTables {
    private final WorstCut cut;

    public WorstTables(WorstCut cut) {
        this.cut = cut;
    }

    /// The worst set for each number of moves.
    public ResultTable curve() {
        return new ResultTable("worst", to -> {
            for (WorstCut.Attack attack : cut.curve()) {
                to.number(attack.most()).text(ids(attack.moves()));
                to.number(attack.damage()).number(attack.bound());
                to.number(attack.gap()).end();
            }
        });
    }

    /// The sets after the worst one.
    public ResultTable next() {
        return new ResultTable("next_worst", to -> {
            int rank = 1;
            for (WorstCut.Attack attack : cut.alternatives()) {
                to.number(rank++).text(ids(attack.moves()));
                to.number(attack.damage()).end();
            }
        });
    }

    /// The best moves to make impossible, for each number of them.
    public ResultTable defence() {
        return new ResultTable("defence", to -> {
            for (WorstCut.Defence defence : cut.defences()) {
                to.number(defence.most())
                        .text(ids(defence.prevented()))
                        .text(ids(defence.left().moves()));
                to.number(defence.left().damage()).number(defence.left().bound());
                to.number(defence.least()).number(defence.gap()).end();
            }
        });
    }

    /// Who has less; no row where the attacked world has no answer.
    public ResultTable losers() {
        return new ResultTable("losers", to -> {
            for (WorstCut.Loss loss : cut.losers().orElse(List.of())) {
                to.text(loss.country()).number(loss.change()).end();
            }
        });
    }

    /// All moves that were considered.
    public ResultTable moves() {
        return new ResultTable("rival_moves", to -> {
            for (int j = 0; j < cut.moves().size(); j++) {
                RivalMove move = cut.moves().get(j);
                to.text(move.id()).text(move.name().en()).text(move.name().ja());
                to.number(move.cost())
                        .text(cut.worst().moves().contains(j) ? "yes" : "")
                        .end();
            }
        });
    }

    /// All tables into the folder.
    public void write(Draft to) throws IOException {
        for (ResultTable table : List.of(curve(), next(), defence(), losers(), moves())) {
            table.csv(to);
        }
    }

    private String ids(List<Integer> set) {
        return set.stream().map(j -> cut.moves().get(j).id()).collect(Collectors.joining(";"));
    }
}
