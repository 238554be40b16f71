package org.genryu.results.stress;

import org.genryu.results.Label;
import org.genryu.results.ResultTable;
import org.genryu.stress.future.Tornado;

/// What moves the loss at home, one uncertain number at a time.
public final class SwingTable {
    private SwingTable() {}

    /// @param scenario its id
    public static ResultTable of(Tornado tornado, String scenario) {
        Label label = Label.of(scenario);
        return new ResultTable("stress_swings", to -> {
            for (Tornado.Swing one : tornado.swings()) {
                to.cell(label)
                        .text(one.cell().table())
                        .text(one.cell().id())
                        .text(one.cell().column())
                        .text(one.cell().amount().text());
                to.number(one.low())
                        .number(one.high())
                        .number(one.atLow())
                        .number(one.atHigh())
                        .number(tornado.central())
                        .end();
            }
        });
    }
}
