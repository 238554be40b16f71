package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.balance.explain.PublishedComparison;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Published values: the balanced base year of the committed case against national production, trade and prices.
class AllianceBalanceTest {
    private static final double NOTHING = 1e-6;
    private static final double PRODUCTION = 0.01;
    private static final double PRICES = 0.05;
    private static final double TRADE = 0.05;

    /// Demand that reacts to price moves a little where the figures of the base year do not fit together to the
    /// last per cent.
    private static final double SHORT = 1e-2;

    @Test
    void committedCaseMustReadWithoutAnyFinding() {
        Outcome<CaseFile> file = CaseReader.readText(BuiltInCases.files("alliance"));
        assertThat(file.findings()).extracting(finding -> finding.in(Lang.EN)).isEmpty();
        assertThat(CaseResolver.resolve(file.value().orElseThrow()).findings())
                .extracting(finding -> finding.in(Lang.EN))
                .isEmpty();
    }

    @Test
    @Tag("slow")
    void calibratedBaseYearMustMeetProductionTradeAndPrices() {
        SupplyCase of = supply();
        Balance balance = balanced(of, BalanceOptions.DEFAULT.with(BalanceOptions.Intervals.NONE));
        Balance.Calibration calibration = balance.calibration().orElseThrow();
        assertThat(calibration.distance()).isLessThan(1e-4);
        assertThat(calibration.compared()).allSatisfy(row -> {
            double tolerance = row.kind().equals("price") ? PRICES : TRADE;
            assertThat(row.model())
                    .as("%s %s", row.kind(), row.id())
                    .isCloseTo(row.observed(), within(Math.max(NOTHING, tolerance * row.observed())));
        });
        Map<String, Double> observed = new HashMap<>();
        Map<String, Double> model = new HashMap<>();
        SupplyCase.Processes processes = of.industry().processes();
        for (int p = 0; p < processes.size(); p++) {
            String recipe = of.industry().recipes().ids().id(processes.recipe()[p]);
            if (recipe.startsWith("mine-") && processes.operation().observed().given(p)) {
                String place = of.world().places().ids().id(processes.place()[p]);
                observed.merge(place, processes.operation().observed().at(p, 0), Double::sum);
                model.merge(place, balance.quantities().activity()[p][0], Double::sum);
            }
        }
        assertThat(observed).hasSizeGreaterThanOrEqualTo(12);
        observed.forEach((place, tonnes) ->
                assertThat(model.getOrDefault(place, 0.0)).as(place).isCloseTo(tonnes, within(PRODUCTION * tonnes)));
        noShortage(of, balance, SHORT);
    }

    /// What the case was made from must come back; what it was not made from is told as it is: the page about the
    /// case says which figures are inside and which outside.
    @Test
    @Tag("slow")
    void publishedFiguresMustBeMetWhereTheyWereUsedAndToldWhereNot() throws IOException {
        Balance balance = balanced(supply(), BalanceOptions.DEFAULT.with(BalanceOptions.Intervals.NONE));
        PublishedComparison comparison = PublishedComparison.of(balance);
        assertThat(comparison.rows())
                .filteredOn(row -> row.figure().fitted())
                .hasSizeGreaterThan(30)
                .allSatisfy(row ->
                        assertThat(row.status()).as(row.toString()).isEqualTo(PublishedComparison.Status.INSIDE));
        assertThat(comparison.count(PublishedComparison.Status.MISSING, false)).isZero();
        Map<String, Map<String, String>> rows = new HashMap<>();
        TableText.records(BuiltInCases.files("alliance").getOrDefault("references.csv", ""))
                .forEach(row -> rows.put(row.getOrDefault("reference", ""), row));
        String page = Files.readString(Path.of("../docs/cases/alliance.md"));
        String now = ComparisonPage.into(page, comparison, rows);
        Files.writeString(Path.of("target/alliance.md"), now);
        assertThat(page).isEqualTo(now);
        assertThat(toldOutside(page))
                .containsExactlyInAnyOrderElementsOf(comparison.rows().stream()
                        .filter(row -> !row.figure().fitted() && row.status() == PublishedComparison.Status.OUTSIDE)
                        .map(row -> row.figure().id())
                        .toList());
    }

    /// The figures of which the page says in a sentence why they lie outside.
    private static List<String> toldOutside(String page) {
        String list = page.substring(
                page.indexOf("<!-- outside: kept by AllianceBalanceTest -->"), page.indexOf("<!-- /outside -->"));
        return list.lines()
                .filter(line -> line.startsWith("* "))
                .flatMap(line -> Pattern.compile("`([a-z0-9-]+)`")
                        .matcher(line.substring(0, line.indexOf(':')))
                        .results()
                        .map(found -> found.group(1)))
                .toList();
    }

    /// The case is closed so that competitive prices come out right without calibration too.
    @Test
    @Tag("slow")
    void plainBaseYearMustHaveTheObservedPricesOfOxides() {
        SupplyCase of = supply();
        Balance balance = balanced(of, BalanceOptions.DEFAULT.uncalibrated().with(BalanceOptions.Intervals.NONE));
        SupplyCase.Prices prices = of.world().prices();
        for (int i = 0; i < prices.size(); i++) {
            int market = balance.markets().find(prices.place()[i], prices.commodity()[i]);
            String commodity = of.world().commodities().ids().id(prices.commodity()[i]);
            if (!commodity.endsWith("-oxide") && !commodity.equals("mischmetal")) {
                continue;
            }
            assertThat(balance.markets().price()[market][0])
                    .as(commodity)
                    .isCloseTo(prices.price()[i], within(PRICES * prices.price()[i]));
        }
    }

    private static void noShortage(SupplyCase of, Balance balance, double most) {
        for (int d = 0; d < of.use().demands().size(); d++) {
            double wanted = balance.quantities().wanted()[d][0];
            assertThat(balance.quantities().served()[d][0])
                    .as(of.use().demands().ids().id(d))
                    .isGreaterThanOrEqualTo(wanted * (1 - most));
        }
    }

    private static SupplyCase supply() {
        CaseFile file =
                CaseReader.readText(BuiltInCases.files("alliance")).value().orElseThrow();
        return CaseResolver.resolve(file).value().orElseThrow().supply();
    }

    private static Balance balanced(SupplyCase of, BalanceOptions options) {
        return switch (Balancer.balance(of, options)) {
            case BalanceResult.Balanced found -> found.balance();
            case BalanceResult other ->
                throw new AssertionError(other.getClass().getSimpleName());
        };
    }
}
