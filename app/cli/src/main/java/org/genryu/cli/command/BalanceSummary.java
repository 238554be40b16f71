package org.genryu.cli.command;

import java.util.List;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.explain.Shortages;
import org.genryu.casefile.SupplyCase;
import org.genryu.cli.console.JsonWriter;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.Run;
import org.genryu.report.brief.Brief;

/// What a balanced world says on one screen to people and in one document to programs.
final class BalanceSummary {
    private final Run run;
    private final Balance balance;
    private final SupplyCase supply;
    private final Lang lang;

    BalanceSummary(Run run, Balance balance, Lang lang) {
        this.run = run;
        this.balance = balance;
        this.supply = run.supply();
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
    static void sums(JsonWriter json, Balance balance) {
        json.number("objective", balance.objective())
                .number("cost", balance.account().costs())
                .number("welfare", balance.account().welfare());
    }

    /// `prices` with every market and period, `shortages` with every demand of a fixed amount that is short,
    /// `priced_away` with every other that the price keeps from what it wants.
    void json(JsonWriter json) {
        sums(json, balance);
        json.rows("prices", () -> prices(json));
        json.rows("shortages", () -> shortages(json, true));
        json.rows("priced_away", () -> shortages(json, false));
    }

    private void prices(JsonWriter json) {
        Balance.Markets markets = balance.markets();
        for (int m = 0; m < markets.size(); m++) {
            String place = supply.world().places().ids().id(markets.place()[m]);
            String commodity = supply.world().commodities().ids().id(markets.commodity()[m]);
            for (int t = 0; t < supply.periods().count(); t++) {
                int market = m;
                int period = t;
                json.row(() -> json.text("place", place)
                        .text("commodity", commodity)
                        .text("period", supply.periods().label(period))
                        .number("price", markets.price()[market][period])
                        .number("price_low", markets.low()[market][period])
                        .number("price_high", markets.high()[market][period]));
            }
        }
    }

    /// @param fixed whether of the demands of a fixed amount, or of those that the price keeps away
    private void shortages(JsonWriter json, boolean fixed) {
        SupplyCase.Demands demands = supply.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            boolean asked = demands.curve()[d] instanceof SupplyCase.Curve.Fixed == fixed;
            for (int t = 0; t < supply.periods().count() && asked; t++) {
                double lacking = Shortages.lacking(balance, d, t);
                if (lacking > 0) {
                    int demand = d;
                    int period = t;
                    json.row(() -> json.text("demand", demands.ids().id(demand))
                            .text("place", supply.world().places().ids().id(demands.place()[demand]))
                            .text("use", demands.use()[demand])
                            .text(
                                    "commodity",
                                    supply.world().commodities().ids().id(demands.commodity()[demand]))
                            .text("period", supply.periods().label(period))
                            .number("wanted", balance.quantities().wanted()[demand][period])
                            .number("served", balance.quantities().served()[demand][period])
                            .number("short", lacking));
                }
            }
        }
    }
}
