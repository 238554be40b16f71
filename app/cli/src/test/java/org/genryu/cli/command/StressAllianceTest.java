package org.genryu.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.read.CaseReader;
import org.genryu.cases.BuiltInCases;
import org.genryu.core.ProgressReport;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.UseStress;
import org.genryu.stress.future.FutureAccount;
import org.genryu.stress.future.FutureLoss;
import org.genryu.study.SolvedCases;
import org.genryu.study.StressFutures;
import org.genryu.study.StressStudy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The months of the built-in case. Rung: laws.
@Tag("slow")
class StressAllianceTest {
    private static final int FUTURES = 6;

    private static StressStudy.Calm calm(CaseFile file) {
        StressStudy.Ready ready = StressStudy.calm(
                        file,
                        InForce.of(file),
                        SolvedCases.NONE,
                        BalanceOptions.DEFAULT.with(BalanceOptions.Intervals.NONE),
                        ProgressReport.SILENT)
                .clean()
                .orElseThrow();
        return (StressStudy.Calm) ready;
    }

    private static StressAccount told(StressStudy.Calm calm, String id) {
        Scenario scenario = calm.file().scenario(id).orElseThrow();
        return ((StressStudy.Result.Told) calm.under(scenario).clean().orElseThrow()).account();
    }

    @Test
    void aStopMustBeFeltInJapanAndNotInLng() {
        CaseFile file =
                CaseReader.readText(BuiltInCases.files("alliance")).clean().orElseThrow();
        StressStudy.Calm calm = calm(file);
        StressAccount stop = told(calm, "japan-stop");
        assertThat(stop.shortAtHome()).isNotEmpty();
        assertThat(stop.cost()).isPositive();
        assertThat(stop.uses()).allMatch(use -> !use.use().contains("gas"));
        for (UseStress use : stop.shortAtHome()) {
            assertThat(use.first().orElseThrow()).isGreaterThanOrEqualTo(stop.start());
            assertThat(use.part()).isBetween(0.0, 1.0 + 1e-9);
        }
        StressAccount hormuz = told(calm, "hormuz-quarter");
        assertThat(hormuz.shortAtHome()).anyMatch(use -> use.use().contains("gas"));
    }

    /// Futures of the built-in case draw how fast things answer: the same on one worker, on two, and alone.
    @Test
    void futuresMustBeTheSameOnAnyNumberOfWorkersAndAlone() {
        CaseFile file =
                CaseReader.readText(BuiltInCases.files("alliance")).clean().orElseThrow();
        StressStudy.Calm calm = calm(file);
        Scenario scenario = file.scenario("gallium-germanium-stop").orElseThrow();
        FutureAccount one = futures(calm, scenario, 1).all(ProgressReport.SILENT);
        StressFutures two = futures(calm, scenario, 2);
        List<FutureLoss> rows = two.all(ProgressReport.SILENT).rows();
        assertThat(one.told()).isEqualTo(FUTURES);
        for (int f = 0; f < FUTURES; f++) {
            assertThat(rows.get(f).home()).isEqualTo(one.rows().get(f).home());
            assertThat(rows.get(f).cost()).isEqualTo(one.rows().get(f).cost());
        }
        assertThat(one.rows().stream().mapToDouble(FutureLoss::home).distinct().count())
                .isEqualTo(FUTURES);
        assertThat(two.one(3).orElseThrow().homeCost())
                .isEqualTo(one.rows().get(3).home());
    }

    private static StressFutures futures(StressStudy.Calm calm, Scenario scenario, int workers) {
        return StressFutures.of(calm, scenario, new StressFutures.Question(FUTURES, 1, workers, OptionalDouble.empty()))
                .clean()
                .orElseThrow();
    }
}
