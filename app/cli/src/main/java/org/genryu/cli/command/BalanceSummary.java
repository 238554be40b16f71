package org.genryu.cli.command;

import java.util.List;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.brief.Brief;
import org.genryu.results.BalanceTables;
import org.genryu.results.JsonDocument;
import org.genryu.results.RunResult;

/// What a balanced world says on one screen to people and in one document to programs.
final class BalanceSummary {
    private final RunResult run;
    private final Balance balance;
    private final Lang lang;

    BalanceSummary(RunResult run, Balance balance, Lang lang) {
        this.run = run;
        this.balance = balance;
        this.lang = lang;
    }

    /// One screen: what was found in words, and what to type next.
    ///
    /// @param more a last line
    List<String> lines(NextSteps next, Optional<Text> more) {
        Brief brief = Brief.of(run, balance, lang);
        return BriefRows.screen(brief, next.after(run, brief, more), lang);
    }

    /// What the program makes least, what it really costs, and what the world gains: three numbers.
    static void sums(JsonDocument json, Balance balance) {
        json.number("objective", balance.objective())
                .number("cost", balance.account().costs())
                .number("welfare", balance.account().welfare());
    }

    /// `prices` with every market and period, `shortages` with every demand of a fixed amount that is short,
    /// `priced_away` with every other that the price keeps from what it wants.
    void json(JsonDocument json) {
        sums(json, balance);
        BalanceTables tables = new BalanceTables(balance, run.facts().scenario());
        json.table(tables.prices()).table(tables.unserved()).table(tables.pricedAway());
    }
}
