package org.genryu.results.share;

import java.util.List;
import org.genryu.results.ResultTable;
import org.genryu.share.contract.FairSplitAccount;
import org.genryu.share.contract.FairTerms;

/// What a split promises over futures, and the terms that would be fair, as tables.
public record FairSplitTables(FairSplitAccount account) {
    public List<ResultTable> all() {
        return List.of(promises(), terms());
    }

    private ResultTable promises() {
        return new ResultTable("split_promises", to -> {
            for (int p = 0; p < account.parties().size(); p++) {
                FairTerms.Outcome one = account.outcomes().get(p);
                to.text(account.parties().get(p)).number(account.fair(p));
                to.number(one.mean()).number(one.error());
                to.number(one.p10()).number(one.p50()).number(one.p90());
                to.number(one.below()).end();
            }
        });
    }

    private ResultTable terms() {
        return new ResultTable("split_terms", to -> {
            for (FairSplitAccount.Solved one : account.terms()) {
                to.text(one.name()).number(one.now());
                switch (one.answer()) {
                    case FairTerms.Term.Found(double term) ->
                        to.text("found").number(term).number(account.fair(0));
                    case FairTerms.Term.OutOfReach(double nearest, double mean) ->
                        to.text("out-of-reach").number(nearest).number(mean);
                }
                to.end();
            }
        });
    }
}
