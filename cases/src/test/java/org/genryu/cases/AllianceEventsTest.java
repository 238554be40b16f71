package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A law: the more months of a year a strait is shut, the less comes through it in that year and the dearer is the
/// year.
class AllianceEventsTest {
    private static final double ROUNDING = 1e-6;

    @Test
    @Tag("slow")
    void theLongerHormuzIsShutTheDearerMustTheYearBeAndThePageSaysSo() throws IOException {
        double price = 0;
        double sent = Double.POSITIVE_INFINITY;
        double whole = 0;
        double calm = 0;
        double later = 0;
        for (String event : new String[] {
            "", "start: 2028-01, months: 6", "start: 2028-03, months: 12", "start: 2028-01, months: 12"
        }) {
            Balance balance = balance(event.isEmpty() ? "" : "closure: {strait: hormuz, " + event + "}");
            SupplyCase of = balance.of();
            int japan = of.world().places().ids().find("JP");
            int market =
                    balance.markets().find(japan, of.world().commodities().ids().find("lng"));
            double now = balance.markets().price()[market][3];
            double through = 0;
            for (int l = 0; l < of.routes().size(); l++) {
                boolean lng = of.routes().commodity()[l]
                        == of.world().commodities().ids().find("lng");
                boolean hormuz = java.util.Arrays.asList(of.routes().via()[l]).contains("hormuz");
                through += lng && hormuz ? balance.quantities().flow()[l][3] : 0;
            }
            whole = event.isEmpty() ? through : whole;
            calm = event.isEmpty() ? now : calm;
            later = event.isEmpty() ? balance.markets().price()[market][5] : later;
            assertThat(now).as(event).isGreaterThan(price);
            assertThat(through).as(event).isLessThan(sent);
            if (event.endsWith("months: 6")) {
                assertThat(through).isLessThanOrEqualTo(0.51 * whole);
            }
            price = now;
            sent = through;
        }
        assertThat(sent).isLessThanOrEqualTo(ROUNDING * whole);
        assertThat(Files.readString(Path.of("../docs/cases/alliance.md")))
                .contains(
                        String.format(Locale.ROOT, "LNG in Japan rises from %.0f to %.0f USD/t", calm, price),
                        String.format(Locale.ROOT, "LNG in Japan from 586 to only %.0f USD/t", later));
    }

    /// By-products: no gallium of China without its alumina, no cobalt of the DR Congo without its copper.
    @Test
    @Tag("slow")
    void aByProductMustStandStillWithItsHost() {
        Balance balance = balance("outage: {processes: [cn-alumina, cd-copper-mining], start: 2027-01, months: 12}");
        for (String mine : new String[] {"cn-gallium-mining", "cd-cobalt-mining"}) {
            double[] activity = balance.quantities()
                    .activity()[balance.of().industry().processes().ids().find(mine)];
            assertThat(activity[1]).as(mine).isPositive();
            assertThat(activity[2]).as(mine).isLessThanOrEqualTo(ROUNDING * activity[1]);
        }
    }

    private static Balance balance(String event) {
        Map<String, String> files = new LinkedHashMap<>(BuiltInCases.files("alliance"));
        files.put("scenarios/shut.yaml", "id: shut\nevents:" + (event.isEmpty() ? "" : "\n  - " + event) + "\n");
        CaseFile file = CaseReader.readText(files).value().orElseThrow();
        SupplyCase base = CaseResolver.resolve(file).value().orElseThrow().supply();
        SupplyCase of = CaseResolver.resolve(
                        file, Optional.of(file.scenario("shut").orElseThrow()))
                .value()
                .orElseThrow()
                .supply();
        return switch (Balancer.balance(of, base, BalanceOptions.DEFAULT.with(BalanceOptions.Intervals.NONE))) {
            case BalanceResult.Balanced found -> found.balance();
            case BalanceResult other ->
                throw new AssertionError(other.getClass().getSimpleName());
        };
    }
}
