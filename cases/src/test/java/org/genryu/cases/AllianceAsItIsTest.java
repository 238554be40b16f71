package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.casefile.resolve.WithoutScenarioFlows;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The built-in case as it is: what happened acts in its base, each event for itself, and the page about the case says
/// so. Rung: identity, a flow that a ban forbids is none; the page is frozen.
class AllianceAsItIsTest {
    private static final Path PAGE = Path.of("../docs/cases/alliance.md");
    private static final Path OUTLOOKS = Path.of("../tools/cases/src/tables/alliance/outlooks.csv");
    private static final double NOTHING = 1e-6;
    private static final int FIRST = 2025;

    private static final CaseFile FILE =
            CaseReader.readText(BuiltInCases.files("alliance")).value().orElseThrow();
    private static final SupplyCase CALM =
            CaseResolver.resolve(FILE).value().orElseThrow().supply();
    private static final WithoutScenarioFlows CARRIED = carried(solved(CALM));
    private static final Balance NOW = balance(List.of());

    /// Whose price in which year an event moves most.
    private record Probe(String event, String place, String commodity, int year) {}

    private static final List<Probe> PROBES = List.of(
            new Probe("cn-us-ban", "US", "antimony-refined", 2028),
            new Probe("cn-licences", "JP", "er-oxide", 2026),
            new Probe("cn-japan-2026", "JP", "dy-oxide", 2026),
            new Probe("in-japan-2025", "JP", "ndpr-oxide", 2026),
            new Probe("cd-cobalt-quota", "JP", "cobalt-refined", 2027),
            new Probe("hormuz-2026", "JP", "lng", 2026),
            new Probe("us-301-2026", "US", "ndfeb-magnet-standard", 2026));

    private static Balance balance(List<String> without) {
        Optional<Scenario> acting =
                InForce.of(FILE, without).value().orElseThrow().with(Optional.empty());
        return solved(CaseResolver.resolve(FILE, acting, CARRIED)
                .value()
                .orElseThrow()
                .supply());
    }

    /// What the case carries without any event, of which a licence lets a share pass.
    private static WithoutScenarioFlows carried(Balance calm) {
        return _ -> Optional.of(new WithoutScenarioFlows.Carried(
                calm.quantities().flow(), calm.quantities().activity()));
    }

    private static Balance solved(SupplyCase of) {
        return switch (Balancer.balance(of, CALM, BalanceOptions.DEFAULT.with(BalanceOptions.Intervals.NONE))) {
            case BalanceResult.Balanced found -> found.balance();
            case BalanceResult other ->
                throw new AssertionError(other.getClass().getSimpleName());
        };
    }

    @Test
    @Tag("slow")
    void whatHappenedMustBeReadWithoutAnyFinding() {
        assertThat(FILE.header().base())
                .containsExactlyElementsOf(
                        PROBES.stream().map(Probe::event).sorted(order()).toList());
        Outcome<ResolvedCase> resolved =
                CaseResolver.resolve(FILE, InForce.of(FILE).with(Optional.empty()), CARRIED);
        assertThat(resolved.findings())
                .extracting(finding -> finding.in(Lang.EN))
                .isEmpty();
    }

    private static java.util.Comparator<String> order() {
        return java.util.Comparator.comparingInt(FILE.header().base()::indexOf);
    }

    @Test
    @Tag("slow")
    void noFlowMustPassThatABanInForceForbids() {
        for (String good : List.of("gallium-refined", "germanium-refined", "antimony-refined")) {
            assertThat(sent("CN", "US", good, 2025)).as(good).isLessThan(NOTHING);
            assertThat(sent("CN", "US", good, 2027)).as(good).isLessThan(NOTHING);
        }
        assertThat(sent("CN", "US", "antimony-refined", 2026)).isPositive();
        for (String good : List.of("dy-oxide", "dy-metal", "tb-oxide", "tb-metal")) {
            assertThat(sent("CN", "JP", good, 2026)).as(good).isLessThan(NOTHING);
        }
        assertThat(sent("IN", "JP", "ndpr-oxide", 2026)).isLessThan(NOTHING);
        for (int year : new int[] {2026, 2027}) {
            assertThat(sum("cobalt-concentrate", year, from -> from.equals("CD"), to -> !to.equals("CD")))
                    .isLessThanOrEqualTo(96_600 * (1 + NOTHING));
        }
    }

    /// The base year stays what was observed: what was in force then is in its figures.
    @Test
    @Tag("slow")
    void whatHappenedLaterMustLeaveTheBaseYearAsObserved() {
        Balance.Calibration calibration = NOW.calibration().orElseThrow();
        assertThat(calibration.distance()).isLessThan(1e-4);
        Balance calm = balance(List.of(InForce.ALL));
        for (Probe probe : PROBES) {
            double then = price(calm, probe.place(), probe.commodity(), FIRST);
            assertThat(price(NOW, probe.place(), probe.commodity(), FIRST) / then)
                    .as(probe.commodity())
                    .isBetween(0.998, 1.002);
        }
    }

    @Test
    @Tag("slow")
    void eachEventMustBeFeltAndThePageMustSayHow() throws IOException {
        StringBuilder table = new StringBuilder("""
                | event | in the base until | felt most | without it | with it |
                | --- | --- | --- | --- | --- |
                """);
        for (Probe probe : PROBES) {
            Balance without = balance(List.of(probe.event()));
            double calm = price(without, probe.place(), probe.commodity(), probe.year());
            double now = price(NOW, probe.place(), probe.commodity(), probe.year());
            assertThat(Math.abs(now / calm - 1)).as(probe.event()).isGreaterThan(0.001);
            Scenario scenario = InForce.of(FILE).scenarios().stream()
                    .filter(one -> one.id().equals(probe.event()))
                    .findFirst()
                    .orElseThrow();
            table.append(String.format(
                            Locale.ROOT,
                            "| `%s`: %s | %s | `%s` in %s, %d, USD/t | %,.0f | %,.0f (%+.1f %%) |%n",
                            probe.event(),
                            scenario.title().en(),
                            until(scenario),
                            probe.commodity(),
                            probe.place(),
                            probe.year(),
                            calm,
                            now,
                            100 * (now / calm - 1))
                    .replace(System.lineSeparator(), "\n"));
        }
        table.append(String.format(
                        Locale.ROOT,
                        "%nIn 2026 a tonne of dysprosium oxide is worth %,.0f USD in China and %,.0f in Japan: two prices. Antimony from China to the United States: %,.0f t in 2026 (suspension), none in 2025 and from 2027 on; what reaches them by way of Thailand: %,.0f t in 2025.%n",
                        price(NOW, "CN", "dy-oxide", 2026),
                        price(NOW, "JP", "dy-oxide", 2026),
                        sent("CN", "US", "antimony-refined", 2026),
                        sent("TH", "US", "antimony-refined", 2025))
                .replace(System.lineSeparator(), "\n"));
        mustStand("happened", table.toString());
    }

    @Test
    @Tag("slow")
    void pathOfPricesMustStandBesideTheOutlooksOfOthers() throws IOException {
        StringBuilder table = new StringBuilder("""
                | price | year | this case, money of 2025 | outlook | of whom |
                | --- | --- | --- | --- | --- |
                """);
        List<Map<String, String>> rows = TableText.records(withoutComments(Files.readString(OUTLOOKS)));
        assertThat(rows.stream().map(row -> cell(row, "source")).distinct()).hasSizeGreaterThanOrEqualTo(3);
        for (Map<String, String> row : rows) {
            int year = Integer.parseInt(cell(row, "year"));
            double ours = price(NOW, cell(row, "place"), cell(row, "commodity"), year)
                    / Double.parseDouble(cell(row, "per_unit"));
            double theirs = Double.parseDouble(cell(row, "value"));
            table.append(String.format(
                    Locale.ROOT,
                    theirs >= 1000
                            ? "| `%s` in %s, %s | %d | %,.0f | %,.0f | %s: %s |\n"
                            : "| `%s` in %s, %s | %d | %.1f | %.1f | %s: %s |\n",
                    cell(row, "commodity"),
                    cell(row, "place"),
                    cell(row, "unit"),
                    year,
                    ours,
                    theirs,
                    cell(row, "source"),
                    cell(row, "note")));
        }
        table.append(
                "\n| price, USD/t | 2025 | 2026 | 2027 | 2028 | 2030 | 2032 | 2035 |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (String[] market : new String[][] {
            {"JP", "copper-refined"},
            {"JP", "lithium-refined"},
            {"JP", "cobalt-refined"},
            {"JP", "nickel-refined"},
            {"US", "gallium-refined"},
            {"US", "germanium-refined"},
            {"US", "antimony-refined"},
            {"US", "tungsten-refined"},
            {"JP", "lng"},
            {"CN", "ndpr-oxide"},
            {"CN", "dy-oxide"},
            {"JP", "dy-oxide"},
            {"CN", "tb-oxide"},
            {"JP", "sc-oxide"}
        }) {
            List<String> cells = new ArrayList<>();
            for (int year : new int[] {2025, 2026, 2027, 2028, 2030, 2032, 2035}) {
                cells.add(String.format(Locale.ROOT, "%,.0f", price(NOW, market[0], market[1], year)));
            }
            table.append("| `%s` in %s | %s |\n".formatted(market[1], market[0], String.join(" | ", cells)));
        }
        mustStand("outlooks", table.toString());
    }

    @Test
    @Tag("slow")
    void thePageMustSayHowMuchMoneyRestsOnAssumptions() throws IOException {
        mustStand("value", AssumedValue.table(NOW));
    }

    /// Last month of the last action, `the end` where none is given.
    private static String until(Scenario scenario) {
        int last = scenario.actions().stream()
                .mapToInt(Scenario.Action::until)
                .max()
                .orElseThrow();
        return last == Integer.MAX_VALUE
                ? "the end"
                : String.format(Locale.ROOT, "%04d-%02d", (last - 1) / 12, (last - 1) % 12 + 1);
    }

    private static void mustStand(String name, String block) throws IOException {
        String begin = "<!-- %s: printed by AllianceAsItIsTest -->\n".formatted(name);
        String end = "<!-- /%s -->".formatted(name);
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        String now = page.substring(0, from) + block + page.substring(page.indexOf(end));
        Files.writeString(Path.of("target/alliance-" + name + ".md"), now);
        assertThat(page).isEqualTo(now);
    }

    private static String withoutComments(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).reduce("", (all, line) -> all + line + "\n");
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static double price(Balance of, String place, String commodity, int year) {
        int market = of.markets()
                .find(
                        CALM.world().places().ids().find(place),
                        CALM.world().commodities().ids().find(commodity));
        return of.markets().price()[market][year - FIRST];
    }

    private static double sent(String from, String to, String commodity, int year) {
        return sum(commodity, year, from::equals, to::equals);
    }

    private static double sum(String commodity, int year, Predicate<String> from, Predicate<String> to) {
        SupplyCase.Routes routes = NOW.of().routes();
        int good = CALM.world().commodities().ids().find(commodity);
        double sum = 0;
        for (int l = 0; l < routes.size(); l++) {
            if (routes.commodity()[l] == good
                    && from.test(CALM.world().places().ids().id(routes.from()[l]))
                    && to.test(CALM.world().places().ids().id(routes.to()[l]))) {
                sum += NOW.quantities().flow()[l][year - FIRST];
            }
        }
        return sum;
    }
}
