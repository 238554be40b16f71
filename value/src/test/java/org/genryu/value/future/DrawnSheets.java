package org.genryu.value.future;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.genryu.laws.Input;
import org.genryu.value.project.Project;

/// Whole term sheets out of chance: any timetable, products, prices, taxes, loans of every rank, size and shape,
/// remedies and supports of every kind, as text that the reader reads.
final class DrawnSheets {
    private final Input input;
    private final int loans;

    private DrawnSheets(Input input, int leastLoans) {
        this.input = input;
        this.loans = input.whole("loans", leastLoans, 3);
    }

    /// Any sheet with at least so many loans.
    static Project any(Input input, int leastLoans) {
        DrawnSheets drawn = new DrawnSheets(input, leastLoans);
        return read(drawn.ground(number("tax", input, 0, 40)) + drawn.finance() + drawn.supports());
    }

    /// A sheet whose one loan is of a given size and an even shape, without reserve, lock-up, sweep and tax: then
    /// less
    /// to pay is less to pay in every period, and nothing else.
    static String plain(Input input) {
        DrawnSheets drawn = new DrawnSheets(input, 1);
        return drawn.ground("tax: 0 %")
                + "finance:\n  period: %s\n  sponsor_support: %d MUSD\n  default: %s\n  loans:\n    - {loan: l0, amount: %d MUSD, rate: RATE, tenor: %d, shape: %s}\n"
                        .formatted(
                                drawn.period(),
                                input.whole("sponsors", 0, 60),
                                drawn.remedies(),
                                input.whole("amount", 1, 70),
                                input.whole("tenor", 2, 9),
                                input.one("shape", new String[] {"level", "equal", "bullet"}));
    }

    static Project read(String text) {
        var read = Project.read("drawn.yaml", text);
        return read.clean().orElseThrow(() -> new AssertionError(read.findings() + "\n" + text));
    }

    private static String number(String key, Input input, int low, int high) {
        return key + ": " + input.whole(key, low, high) + " %";
    }

    private String period() {
        return input.one("period", new String[] {"quarter", "half", "year"});
    }

    private String ground(String tax) {
        int years = input.whole("building", 1, 3);
        int products = input.whole("products", 1, 3);
        List<String> made = new ArrayList<>();
        List<String> prices = new ArrayList<>();
        for (int p = 0; p < products; p++) {
            made.add("  - {product: p%d, amount: %d t/yr, price: p%d-price, sold: %d %%}"
                    .formatted(p, input.whole("amount" + p, 100, 900), p, input.whole("sold" + p, 60, 100)));
            prices.add("  p%d-price: {model: %s}".formatted(p, price(p)));
        }
        return """
                id: drawn
                currency: USD
                price_year: 2025
                valuation_date: 2026-%02d
                rates: {discount: %d %%, riskless: %d %%, inflation: %d %%, timing: %s}
                schedule: {build: %d months, operate: %d months, delay: {chance: %d %%, months: %d months}}
                capex:
                  items: [{item: plant, amount: 100 MUSD}]
                  spread: [%s]
                  overrun: {class: mine}
                sustaining_capex: %d MUSD/yr
                ramp_up: [%d %%, 100 %%]
                products:
                %s
                prices:
                %s
                costs:
                  - {item: fixed, fixed: %d MUSD/yr}
                  - {item: variable, variable: %d USD/kg}
                environment: {closing: %d MUSD}
                fiscal: {royalty: %d %%, %s, depreciation: {method: %s}, losses: %s, rent_tax: 0 %%}
                working_capital: {days: %d}
                politics:
                  stop: {hazard: %d %%, months: 4 months, idle_cost: 50 %%}
                  seizure: {hazard: %d %%, recovery: %d %%}
                """.formatted(
                        input.whole("month", 1, 12),
                        input.whole("discount", 4, 14),
                        input.whole("riskless", 0, 5),
                        input.whole("inflation", 0, 4),
                        input.one("timing", new String[] {"mid", "end"}),
                        12 * years,
                        input.whole("operate", 120, 240),
                        input.whole("late", 0, 100),
                        input.whole("later", 0, 18),
                        years == 1 ? "100 %" : years == 2 ? "40 %, 60 %" : "30 %, 40 %, 30 %",
                        input.whole("sustaining", 0, 3),
                        input.whole("ramp", 20, 100),
                        String.join("\n", made),
                        String.join("\n", prices),
                        input.whole("fixed", 0, 12),
                        input.whole("variable", 0, 30),
                        input.whole("closing", 0, 9),
                        input.whole("royalty", 0, 8),
                        tax,
                        input.one("write", new String[] {"straight", "declining", "unit-of-production"}),
                        input.one("losses", new String[] {"carry-forward", "none", "full"}),
                        input.whole("days", 0, 90),
                        input.whole("stops", 0, 20),
                        input.whole("seizure", 0, 5),
                        input.whole("compensated", 0, 100));
    }

    private String price(int p) {
        int start = input.whole("start" + p, 15, 90);
        return input.one("model" + p, new String[] {
            "flat, start: %d USD/kg".formatted(start),
            "lognormal, start: %d USD/kg, drift: 1 %%, volatility: 25 %%".formatted(start),
            "mean-reverting, start: %d USD/kg, level: 45 USD/kg, reversion: 0.4, volatility: 30 %%".formatted(start)
        });
    }

    private String finance() {
        StringBuilder out = new StringBuilder("finance:\n  gearing: %d %%\n  period: %s\n  sponsor_support: %d MUSD\n"
                .formatted(input.whole("gearing", 20, 90), period(), input.whole("sponsors", 0, 60)));
        out.append("  reserves: {dsra: %d months, funded: %s}\n"
                .formatted(input.whole("dsra", 0, 12), input.one("funded", new String[] {"start", "cash-flow"})));
        out.append("  lock_up: {dscr: %s}\n  sweep: %d %%\n  deferral: %s\n  default: %s\n"
                .formatted(
                        input.one("lock", new String[] {"0", "1.1", "1.4"}),
                        input.one("sweep", new Integer[] {0, 25, 100}),
                        input.one("deferral", new String[] {"no", "yes"}),
                        remedies()));
        out.append("  construction: {rule: %s, paid: %s}\n"
                .formatted(
                        input.one("rule", new String[] {"opening", "mid", "compound"}),
                        input.one("paid", new String[] {"funded", "capitalised"})));
        out.append(loans > 0 ? "  loans:\n" : "");
        for (int i = 0; i < loans; i++) {
            out.append("    - {loan: l%d, rank: %s, %srate: %d %%, tenor: %d, grace: %d months, shape: %s, dscr: %s}\n"
                    .formatted(
                            i,
                            i == 0 ? "senior" : input.one("rank" + i, new String[] {"senior", "junior"}),
                            input.one("size" + i, new String[] {"", "amount: 15 MUSD, ", "share: 10 %, "}),
                            input.whole("rate" + i, 0, 12),
                            input.whole("tenor" + i, 1, 9),
                            input.one("grace" + i, new Integer[] {0, 12}),
                            input.one("shape" + i, new String[] {"sculpted", "level", "equal", "bullet"}),
                            input.one("dscr" + i, new String[] {"1", "1.3", "2"})));
        }
        return out.toString();
    }

    private String remedies() {
        return "{cure: %d months, way: %s, lag: %d months, cost: %d %%, recourse: %d MUSD, ratio: %s}"
                .formatted(
                        input.whole("cure", 0, 18),
                        input.one("way", new String[] {"workout", "sale"}),
                        input.whole("lag", 0, 60),
                        input.whole("cost", 0, 30),
                        input.whole("recourse", 0, 30),
                        input.one("ratio", new String[] {"0", "1.05"}));
    }

    private String supports() {
        List<String> all = new ArrayList<>();
        if (loans > 0 && yes("guaranteed")) {
            all.add("guarantee: {giver: g, of: l0, cover: %d %%, fee: 1 %%, recoveries: %s}"
                    .formatted(
                            input.whole("cover", 0, 100),
                            input.one("recoveries", new String[] {"shared", "lender-first"})));
        }
        if (loans > 1 && yes("insured")) {
            all.add("insurance: {giver: i, of: l1, commercial: %d %%, political: 90 %%, waiting: %d}"
                    .formatted(input.whole("commercial", 0, 100), input.whole("waiting", 0, 12)));
        }
        if (yes("floored")) {
            all.add("floor: {giver: f, product: p0, price: 40 USD/kg, share_above: 20 %, above: 60 USD/kg}");
        }
        if (yes("granted")) {
            all.add("grant: {giver: s, amount: 9 MUSD}");
        }
        if (yes("credited")) {
            all.add("tax-credit: {giver: s, share: 10 %}");
        }
        return all.isEmpty()
                ? ""
                : "supports:\n"
                        + String.join(
                                "", all.stream().map(s -> "  - " + s + "\n").toList());
    }

    private boolean yes(String name) {
        return input.one(name.toLowerCase(Locale.ROOT), new Boolean[] {false, true});
    }
}
