package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
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
import org.genryu.casefile.resolve.ResolvedCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An event of the committed case in two pieces is the event. Rung: identity.
class AllianceSplitEventsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "closure: {strait: hormuz, %s}",
                "ban: {from: CN, to: [JP, US], commodities: [group:rare-earth], leak: 0.1, %s}",
                "outage: {processes: [my-kuantan-light, my-kuantan-heavy], loss: 60 %%, %s}",
            })
    @Tag("slow")
    void anEventInTwoPiecesMustMoveNoPrice(String event) {
        Balance whole = balance(written(event, "start: 2026-01, months: 6"));
        assertThat(PriceMoves.between(base(), whole)).isNotEmpty();
        assertThat(PriceMoves.between(
                        whole,
                        balance(written(event, "start: 2026-01, months: 3")
                                + written(event, "start: 2026-04, months: 3"))))
                .isEmpty();
        assertThat(PriceMoves.between(
                        whole,
                        balance(written(event, "start: 2026-02, months: 5")
                                + written(event, "start: 2026-01, months: 4"))))
                .isEmpty();
    }

    private static String written(String event, String when) {
        return "\n  - " + event.formatted(when);
    }

    private static Balance base() {
        return AllianceEdits.withIntervals(BuiltInCases.files("alliance"));
    }

    private static Balance balance(String events) {
        Map<String, String> files = new LinkedHashMap<>(BuiltInCases.files("alliance"));
        files.put("scenarios/split.yaml", "id: split\nevents:" + events + "\n");
        CaseFile file = CaseReader.readText(files).value().orElseThrow();
        SupplyCase base = supply(file, false);
        return switch (Balancer.balance(
                supply(file, true), base, BalanceOptions.DEFAULT.with(BalanceOptions.Intervals.ALL))) {
            case BalanceResult.Balanced found -> found.balance();
            case BalanceResult other ->
                throw new AssertionError(other.getClass().getSimpleName());
        };
    }

    private static SupplyCase supply(CaseFile file, boolean under) {
        ResolvedCase resolved = CaseResolver.resolve(
                        file, under ? Optional.of(file.scenario("split").orElseThrow()) : Optional.empty())
                .value()
                .orElseThrow();
        return resolved.supply();
    }
}
