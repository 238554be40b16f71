package org.genryu.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.read.CaseReader;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.House;
import org.genryu.core.ProgressReport;
import org.genryu.stress.account.PriceStress;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.damage.Damage;
import org.genryu.stress.damage.DamageAccount;
import org.genryu.study.DamageStudy;
import org.genryu.study.SolvedCases;
import org.genryu.study.StressStudy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What stops cost Japan and the United States, against what others have published of the same question; nothing of the
/// case was fitted to these figures. Where a figure is not met the page docs/method/damage.md says so. Rung: published.
@Tag("slow")
class DamageAllianceTest {
    private final CaseFile file =
            CaseReader.readText(BuiltInCases.files("alliance")).clean().orElseThrow();

    private final StressStudy.Calm calm = (StressStudy.Calm) StressStudy.calm(
                    file,
                    InForce.of(file),
                    SolvedCases.NONE,
                    BalanceOptions.DEFAULT.with(BalanceOptions.Intervals.NONE),
                    ProgressReport.SILENT)
            .clean()
            .orElseThrow();

    private StressAccount told(String id) {
        return ((StressStudy.Result.Told)
                        calm.under(file.scenario(id).orElseThrow()).clean().orElseThrow())
                .account();
    }

    private static Damage.Country country(StressAccount told, DamageAccount damage, String id) {
        int place = told.answer().of().world().places().ids().find(id);
        return damage.damage().countries().stream()
                .filter(country -> country.place() == place)
                .findFirst()
                .orElseThrow();
    }

    private Damage.Country country(String scenario, String id) {
        StressAccount told = told(scenario);
        return country(told, DamageStudy.of(file, told), id);
    }

    /// What the page says is what is found, to the digits that it prints.
    private static void printed(String figure, Object... values) throws IOException {
        assertThat(Files.readString(House.root().resolve("docs/method/damage.md")))
                .contains(String.format(Locale.ROOT, figure, values));
    }

    @Test
    void aYearWithoutRareEarthsMustCostJapanWhatOthersSay() throws IOException {
        StressAccount told = told("japan-stop-full");
        DamageAccount varied = DamageStudy.varied(calm, told, ProgressReport.SILENT);
        Damage.Country all = country(told, varied, "JP");
        double year = all.share();
        double quarter = country("japan-stop-quarter", "JP").share();
        double half = country("japan-half", "JP").share();
        assertThat(year).isBetween(0.0043, 0.013);
        assertThat(quarter).isPositive().isLessThan(year / 4);
        double gdp = all.worstYear() / year;
        printed(
                "| %.2f %%; %.2f %% with the second year, of which %.2f %% where uses go without |",
                100 * year, 100 * all.total() / gdp, 100 * all.direct() / gdp);
        printed("| %.2f %%, a fifth of the year's here |", 100 * quarter);
        printed("| up to 0.2 %% (Mizuho) | %.2f %% |", 100 * half);
        printed("%.1f as it is", all.worstYear() / 1e9);
        Map<String, Double> changed = varied.variants().stream()
                .collect(Collectors.toMap(
                        one -> one.assumption().word() + " " + one.setting(),
                        one -> one.damage().countries().stream()
                                        .filter(country -> country.place() == all.place())
                                        .findFirst()
                                        .orElseThrow()
                                        .worstYear()
                                / 1e9));
        Function<String, Double> loss = setting -> Objects.requireNonNull(changed.get(setting), setting);
        printed(
                "| %.1f · %.1f · %.1f |",
                loss.apply("cascade direct"), loss.apply("cascade suppliers"), loss.apply("cascade critical_5_%"));
        printed("| half · all | %.1f · %.1f |", loss.apply("critical_share half"), loss.apply("critical_share 1"));
        printed(
                "| 0 · 60 · 180 | %.1f · %.1f · %.1f |",
                loss.apply("stock_days 0"), loss.apply("stock_days 60"), loss.apply("stock_days 180"));
        printed("| half · none | %.1f · %.1f |", loss.apply("substitution 0.5"), loss.apply("substitution 0"));
        printed("its parts by worth instead | %.1f |", loss.apply("one_missing by_worth"));
        // who keeps more loses less
        assertThat(loss.apply("stock_days 0")).isGreaterThan(loss.apply("stock_days 60"));
        assertThat(loss.apply("stock_days 60")).isGreaterThan(loss.apply("stock_days 180"));
    }

    @Test
    void galliumAndGermaniumMustCostTheUnitedStatesWhatTheSurveySays() throws IOException {
        StressAccount told = told("gallium-germanium-us");
        Damage.Country country = country(told, DamageStudy.of(file, told), "US");
        assertThat(country.worstYear()).isBetween(1.7e9, 9.0e9);
        double chips = country.branches().stream()
                .filter(loss -> loss.branch().id().equals("us-334"))
                .mapToDouble(Damage.BranchLoss::total)
                .sum();
        assertThat(chips).isGreaterThan(0.39 * country.total());
        double gallium = dearest(told, "gallium-refined");
        assertThat(gallium).isGreaterThan(2.4);
        printed(
                "| %.1f billion USD, %.1f %% in computers and electronics |",
                country.worstYear() / 1e9, 100 * chips / country.total());
        printed("| +%.0f %%, +%.0f %% |", 100 * (gallium - 1), 100 * (dearest(told, "germanium-refined") - 1));
    }

    /// Most by which a price stands above the calm one.
    private static double dearest(StressAccount told, String commodity) {
        int at = told.answer().of().world().commodities().ids().find(commodity);
        return told.prices().stream()
                .filter(one -> one.commodity() == at)
                .mapToDouble(PriceStress::ratio)
                .max()
                .orElseThrow();
    }
}
