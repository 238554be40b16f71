package org.genryu.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Figures;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.Run;

/// What a balanced world says in a few lines to people and in one document to programs.
final class Answers {
    private static final int LINES = 10;

    /// Share of a demand below which going without is rounding.
    private static final double NOTHING = 1e-6;

    private final Run run;
    private final Balance balance;
    private final SupplyCase supply;
    private final Lang lang;

    Answers(Run run, Balance balance, Lang lang) {
        this.run = run;
        this.balance = balance;
        this.supply = run.supply();
        this.lang = lang;
    }

    /// Verdict, the worst shortages, the largest markets.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(new Text(
                        "%s (%s): prices of %s"
                                .formatted(
                                        supply.info().title().en(),
                                        run.facts().scenario(),
                                        supply.info().money().priceYear()),
                        "%s (%s): %s年価格"
                                .formatted(
                                        supply.info().title().ja(),
                                        run.facts().scenario(),
                                        supply.info().money().priceYear()))
                .in(lang));
        lines.add(new Text(
                        run.facts().calibrated() ? "calibrated to the observed base year" : "not calibrated",
                        run.facts().calibrated() ? "観測された基準年に較正済み" : "較正なし")
                .in(lang));
        shortages(lines);
        prices(lines);
        sums(lines);
        return lines;
    }

    /// A demand in the period in which the largest share of it goes without.
    private record Without(int demand, int period, double share, double amount) {}

    private void shortages(List<String> lines) {
        List<Without> shortOf = new ArrayList<>();
        List<Without> tooDear = new ArrayList<>();
        for (int d = 0; d < supply.use().demands().size(); d++) {
            Without worst = worst(d);
            if (worst.share() > NOTHING) {
                switch (supply.use().demands().curve()[d]) {
                    case SupplyCase.Curve.Fixed _ -> shortOf.add(worst);
                    case SupplyCase.Curve.Linear _, SupplyCase.Curve.IsoElastic _ -> tooDear.add(worst);
                }
            }
        }
        lines.add("");
        if (shortOf.isEmpty()) {
            lines.add(new Text("Shortages: none.", "不足: なし。").in(lang));
        } else {
            lines.add(new Text("Shortages (worst period):", "不足(最も深刻な期):").in(lang));
            list(lines, shortOf);
        }
        if (!tooDear.isEmpty()) {
            lines.add("");
            lines.add(new Text("Demand that the price keeps away (worst period):", "価格のために控えられた需要(最も大きい期):").in(lang));
            list(lines, tooDear);
        }
    }

    private Without worst(int demand) {
        double[] wanted = balance.quantities().wanted()[demand];
        double[] served = balance.quantities().served()[demand];
        Without worst = new Without(demand, 0, 0, 0);
        for (int t = 0; t < wanted.length; t++) {
            double amount = wanted[t] - served[t];
            if (wanted[t] > 0 && amount / wanted[t] > worst.share()) {
                worst = new Without(demand, t, amount / wanted[t], amount);
            }
        }
        return worst;
    }

    /// The partners whose security the case is about come first, then the largest shares.
    private void list(List<String> lines, List<Without> all) {
        SupplyCase.Demands demands = supply.use().demands();
        all.stream()
                .sorted(Comparator.comparing((Without one) -> !isHome(demands.place()[one.demand()]))
                        .thenComparing(
                                Comparator.comparingDouble(Without::share).reversed()))
                .limit(LINES)
                .forEach(one -> lines.add("  %s  %s  %s (%s)"
                        .formatted(
                                demands.ids().id(one.demand()),
                                supply.periods().label(one.period()),
                                Figures.percent(one.share()),
                                Figures.amount(
                                        one.amount(),
                                        supply.world().commodities().unit()[demands.commodity()[one.demand()]],
                                        lang))));
        more(lines, all.size());
    }

    private boolean isHome(int place) {
        return supply.info().home().contains(supply.world().places().country()[place]);
    }

    private record Market(int index, double value) {}

    private void prices(List<String> lines) {
        int last = supply.periods().count() - 1;
        List<Market> markets = new ArrayList<>();
        double[] value = new double[balance.markets().size()];
        SupplyCase.Demands demands = supply.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            int market = balance.markets().find(demands.place()[d], demands.commodity()[d]);
            if (market >= 0) {
                value[market] +=
                        balance.quantities().served()[d][0] * balance.markets().price()[market][0];
            }
        }
        for (int m = 0; m < value.length; m++) {
            if (value[m] > 0) {
                markets.add(new Market(m, value[m]));
            }
        }
        if (markets.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(new Text(
                        "Prices in the largest markets, %s to %s:"
                                .formatted(
                                        supply.periods().label(0),
                                        supply.periods().label(last)),
                        "主な市場の価格(%s → %s):"
                                .formatted(
                                        supply.periods().label(0),
                                        supply.periods().label(last)))
                .in(lang));
        markets.stream()
                .sorted(Comparator.comparing(
                                (Market market) -> !isHome(balance.markets().place()[market.index()]))
                        .thenComparing(Comparator.comparingDouble(Market::value).reversed()))
                .limit(LINES)
                .forEach(market -> lines.add(price(market.index(), last)));
        more(lines, markets.size());
    }

    private String price(int market, int last) {
        int commodity = balance.markets().commodity()[market];
        String unit = supply.world().commodities().unit()[commodity];
        String currency = supply.info().money().currency();
        double[] price = balance.markets().price()[market];
        return "  %s  %s  %s → %s%s"
                .formatted(
                        supply.world().places().ids().id(balance.markets().place()[market]),
                        supply.world().commodities().ids().id(commodity),
                        Figures.price(price[0], currency, unit, lang),
                        Figures.price(price[last], currency, unit, lang),
                        supply.world()
                                .commodities()
                                .trade()
                                .get(commodity)
                                .map(trade -> " (%s → %s)"
                                        .formatted(
                                                Figures.quoted(price[0] * trade.factor(), trade.symbol(), lang),
                                                Figures.quoted(price[last] * trade.factor(), trade.symbol(), lang)))
                                .orElse(""));
    }

    private void more(List<String> lines, int all) {
        if (all > LINES) {
            lines.add(new Text(
                            "  ... and %s more; `--out DIR` writes all of them.".formatted(all - LINES),
                            "  …ほか %s 件。`--out DIR` ですべて書き出します。".formatted(all - LINES))
                    .in(lang));
        }
    }

    private void sums(List<String> lines) {
        Balance.Account account = balance.account();
        lines.add("");
        lines.add(new Text("Over all periods, discounted:", "全期間の合計(割引後):").in(lang));
        lines.add(new Text(
                        "  users pay %s = costs %s + rents %s + what the base year leaves unexplained %s"
                                .formatted(
                                        money(account.payments()),
                                        money(account.costs()),
                                        money(account.rents()),
                                        money(account.residual())),
                        "  利用者の支払 %s = 費用 %s + 利潤 %s + 基準年で説明できない分 %s"
                                .formatted(
                                        money(account.payments()),
                                        money(account.costs()),
                                        money(account.rents()),
                                        money(account.residual())))
                .in(lang));
        lines.add(new Text(
                        "  welfare %s, objective of the program %s: both rest on the assumed worth of use, so compare runs; neither is a cost"
                                .formatted(money(account.welfare()), money(balance.objective())),
                        "  厚生 %s、計画問題の目的関数 %s: いずれも利用価値の仮定によるため、ケース間の差で見てください。費用ではありません"
                                .formatted(money(account.welfare()), money(balance.objective())))
                .in(lang));
    }

    private String money(double amount) {
        return Figures.money(amount, supply.info().money().currency(), lang);
    }

    /// What the program makes least, what it really costs, and what the world gains: three numbers.
    static void sums(Json json, Balance balance) {
        json.number("objective", balance.objective())
                .number("cost", balance.account().costs())
                .number("welfare", balance.account().welfare());
    }

    /// The keys of the contract: `prices` with every market and period, `shortages` with every demand that is
    /// short.
    void json(Json json) {
        sums(json, balance);
        json.rows("prices", () -> prices(json));
        json.rows("shortages", () -> shortages(json));
    }

    private void prices(Json json) {
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

    private void shortages(Json json) {
        SupplyCase.Demands demands = supply.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            for (int t = 0; t < supply.periods().count(); t++) {
                double wanted = balance.quantities().wanted()[d][t];
                double served = balance.quantities().served()[d][t];
                if (wanted > served) {
                    int demand = d;
                    int period = t;
                    json.row(() -> json.text("demand", demands.ids().id(demand))
                            .text("place", supply.world().places().ids().id(demands.place()[demand]))
                            .text("use", demands.use()[demand])
                            .text(
                                    "commodity",
                                    supply.world().commodities().ids().id(demands.commodity()[demand]))
                            .text("period", supply.periods().label(period))
                            .number("wanted", wanted)
                            .number("served", served)
                            .number("short", wanted - served));
                }
            }
        }
    }
}
