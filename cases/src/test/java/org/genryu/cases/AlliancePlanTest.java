package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.genryu.casefile.CaseFile;
import org.genryu.casefile.read.CaseReader;
import org.genryu.core.ProgressReport;
import org.genryu.core.time.Periods;
import org.genryu.plan.world.Plan;
import org.genryu.plan.world.PlanQuestion;
import org.genryu.plan.world.Planner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The plan of the built-in case within the memorandum's amount. Rung: certificate, and the engine as second solver.
@Tag("slow")
class AlliancePlanTest {
    /// How far a saving of the engine may be from the plan's [fraction of what the plan gains].
    private static final double PROMISE = .05;

    @Test
    void thePlanMustBeProvedAndTheEngineMustGiveWhatItPromises() {
        CaseFile file =
                CaseReader.readText(BuiltInCases.files("alliance")).clean().orElseThrow();
        PlanQuestion question =
                PlanQuestion.of(550e9).aiming(.3, Periods.month("2030").orElseThrow());
        Plan plan = Planner.of(file, question, ProgressReport.SILENT).clean().orElseThrow();
        assertThat(plan.options().stream()
                        .filter(one -> !one.option().measure())
                        .count())
                .isGreaterThanOrEqualTo(30);
        assertThat(plan.options().stream().filter(one -> one.option().measure()).count())
                .isGreaterThanOrEqualTo(10);
        assertThat(plan.scenarios().size()).isGreaterThanOrEqualTo(12);
        assertThat(plan.worth().gap()).isLessThan(.01);
        assertThat(plan.promise().orElseThrow().miss()).isLessThan(PROMISE);
    }
}
