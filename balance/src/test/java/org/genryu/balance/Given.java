package org.genryu.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.core.Outcome;

/// A small case written in a test: blocks `## table` of CSV, and `## case` with the keys of case.yaml that differ
/// from one undiscounted year.
public final class Given {
    private final SupplyCase of;

    private Given(SupplyCase of) {
        this.of = of;
    }

    public static Given of(String text) {
        Map<String, String> files = files(text);
        Outcome<CaseFile> read = CaseReader.readText(files);
        assertThat(read.findings())
                .filteredOn(f -> f.severity() == org.genryu.core.Finding.Severity.ERROR)
                .isEmpty();
        Outcome<org.genryu.casefile.resolve.ResolvedCase> resolved =
                CaseResolver.resolve(read.value().orElseThrow(), Optional.empty());
        return new Given(resolved.clean().orElseThrow().supply());
    }

    private static Map<String, String> files(String text) {
        Map<String, String> files = new LinkedHashMap<>();
        String yaml = "id: test\ntitle: {en: Test, ja: 試験}\ncurrency: USD\nprice_year: 2025\nhome: []\nrival: []\n";
        String periods = "periods: {first: 2025, last: 2025, step: year}\n";
        String rate = "discount_rate: 0\n";
        for (String block : text.split("(?m)^## ")) {
            if (block.isBlank()) {
                continue;
            }
            int end = block.indexOf('\n');
            String name = block.substring(0, end).strip();
            String body = block.substring(end + 1);
            if (!name.equals("case")) {
                files.put(name + ".csv", body);
                continue;
            }
            yaml += body;
            periods = body.contains("periods:") ? "" : periods;
            rate = body.contains("discount_rate:") ? "" : rate;
        }
        files.put("case.yaml", yaml + periods + rate);
        return files;
    }

    public SupplyCase supply() {
        return of;
    }

    public BalanceResult result(BalanceOptions options) {
        return Balancer.balance(of, options);
    }

    public Balance balance() {
        return balance(BalanceOptions.DEFAULT.uncalibrated());
    }

    public Balance balance(BalanceOptions options) {
        BalanceResult result = result(options);
        assertThat(result).isInstanceOf(BalanceResult.Balanced.class);
        return ((BalanceResult.Balanced) result).balance();
    }

    /// The other answers that cost no more.
    EquivalentBalances ties(BalanceOptions options) {
        List<Supplier<EquivalentBalances>> kept = new ArrayList<>();
        result(options.keeping(kept::add));
        return kept.getFirst().get();
    }

    public double price(Balance balance, String place, String commodity, int t) {
        return balance.markets().price()[market(balance, place, commodity)][t];
    }

    double low(Balance balance, String place, String commodity, int t) {
        return balance.markets().low()[market(balance, place, commodity)][t];
    }

    double high(Balance balance, String place, String commodity, int t) {
        return balance.markets().high()[market(balance, place, commodity)][t];
    }

    double disposed(Balance balance, String place, String commodity, int t) {
        return balance.markets().disposed()[market(balance, place, commodity)][t];
    }

    int market(Balance balance, String place, String commodity) {
        return balance.markets()
                .find(
                        of.world().places().ids().find(place),
                        of.world().commodities().ids().find(commodity));
    }

    public double activity(Balance balance, String process, int t) {
        return balance.quantities().activity()[of.industry().processes().ids().find(process)][t];
    }

    double built(Balance balance, String process, int t) {
        return balance.quantities().built()[of.industry().processes().ids().find(process)][t];
    }

    public double flow(Balance balance, String route, int t) {
        double sum = 0;
        for (int l = 0; l < of.routes().size(); l++) {
            sum += of.routes().ids().id(of.routes().route()[l]).equals(route)
                    ? balance.quantities().flow()[l][t]
                    : 0;
        }
        return sum;
    }

    double level(Balance balance, String store, int t) {
        return balance.quantities().level()[of.stock().ids().find(store)][t];
    }

    public double served(Balance balance, String demand, int t) {
        return balance.quantities().served()[of.use().demands().ids().find(demand)][t];
    }
}
