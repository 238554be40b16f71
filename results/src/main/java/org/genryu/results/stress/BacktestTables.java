package org.genryu.results.stress;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.genryu.core.disk.Draft;
import org.genryu.core.time.Periods;
import org.genryu.results.ResultTable;
import org.genryu.stress.backtest.BacktestAccount;
import org.genryu.stress.backtest.EpisodeScore;
import org.genryu.stress.backtest.MonthlyShape;

/// A back-test as tables.
public final class BacktestTables {
    private final BacktestAccount account;

    public BacktestTables(BacktestAccount account) {
        this.account = account;
    }

    /// All in the order of the schema.
    public List<ResultTable> all() {
        return List.of(scores(), months());
    }

    public void write(Draft to) throws IOException {
        for (ResultTable table : all()) {
            table.csv(to);
        }
    }

    private static String month(EpisodeScore one, int i) {
        return new Periods(Periods.Step.MONTH, one.episode().first() + i, 1).label(0);
    }

    private static String month(EpisodeScore one, OptionalInt i) {
        return i.isPresent() ? month(one, i.getAsInt()) : "";
    }

    private ResultTable scores() {
        return new ResultTable("backtest", to -> {
            for (EpisodeScore one : account.scores()) {
                MonthlyShape told = one.toldWhereCounted();
                MonthlyShape seen = one.episode().observed();
                to.text(one.episode().id()).number(seen.known().cardinality());
                to.number(one.distance()).number(one.noChange()).number(one.lastShape());
                to.text(one.better() ? "yes" : "");
                to.text(month(one, seen.trough())).number(seen.level()[seen.trough()]);
                to.text(month(one, told.trough())).number(told.level()[told.trough()]);
                to.text(month(one, seen.recovered())).text(month(one, told.recovered()));
                to.text(one.inputs()).end();
            }
        });
    }

    private ResultTable months() {
        return new ResultTable("backtest_months", to -> {
            for (EpisodeScore one : account.scores()) {
                MonthlyShape seen = one.episode().observed();
                for (int i = 0; i < one.told().level().length; i++) {
                    int at = i;
                    to.text(one.episode().id()).text(month(one, i));
                    to.number(seen.known().get(i) ? Optional.of(seen.level()[i]) : Optional.empty());
                    to.number(one.told().level()[i]);
                    to.number(one.last().map(shape -> shape.level()[at])).end();
                }
            }
        });
    }
}
