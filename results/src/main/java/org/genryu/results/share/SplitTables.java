package org.genryu.results.share;

import java.util.List;
import org.genryu.results.ResultTable;
import org.genryu.share.contract.SplitAccount;

/// The split of a project's cash as tables.
///
/// @param project id
/// @param discount rate of the sheet [1/yr]
public record SplitTables(SplitAccount account, String project, double discount) {
    public List<ResultTable> all() {
        return List.of(parties(), years());
    }

    private ResultTable parties() {
        return new ResultTable("split_parties", to -> {
            for (int p = 0; p < account.parties().size(); p++) {
                to.text(project).text(account.parties().get(p));
                to.number(account.paidIn(p)).number(account.received(p));
                to.number(account.npv(p, discount)).number(account.irr(p));
                to.text(
                                account.flip().isPresent()
                                        ? Integer.toString(account.flip().getAsInt())
                                        : "")
                        .end();
            }
        });
    }

    private ResultTable years() {
        return new ResultTable("split_years", to -> {
            for (int p = 0; p < account.parties().size(); p++) {
                for (int t = 0; t < account.years(); t++) {
                    to.text(project).text(account.parties().get(p)).text(Integer.toString(account.first() + t));
                    to.number(account.paidIn()[p][t])
                            .number(account.received()[p][t])
                            .end();
                }
            }
        });
    }
}
