package org.genryu.study;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseWriter;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.read.CaseReader;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;

/// What another machine needs to go through futures of a scenario: the case as it was written and what was asked. It
/// reads, checks and balances anew, so that nothing but texts and numbers travels.
///
/// @param files texts of the case by path in its folder
/// @param scenario id of the scenario
/// @param with whose measures are added, as [StressStudy#with] takes them
/// @param calibrated whether the observed base year is met
/// @param futures of how many those are that will be asked for
public record FutureErrand(
        Map<String, String> files, String scenario, List<String> with, boolean calibrated, int futures, long seed)
        implements Serializable {
    public FutureErrand {
        files = Map.copyOf(files);
        with = List.copyOf(with);
    }

    /// @param scenario before any measures were added
    public static FutureErrand of(
            CaseFile file, Scenario scenario, List<String> with, BalanceOptions how, StressFutures.Question question) {
        return new FutureErrand(
                CaseWriter.texts(file),
                Scenario.id(scenario.file()),
                with,
                how.calibrated(),
                question.futures(),
                question.seed());
    }

    /// The futures themselves, on this machine.
    public StressFutures open() {
        CaseFile file = demand(CaseReader.readText(new TreeMap<>(files)));
        Scenario acting = demand(StressStudy.with(file, demand(StressStudy.scenario(file, scenario)), with));
        BalanceOptions how = calibrated ? BalanceOptions.DEFAULT : BalanceOptions.DEFAULT.uncalibrated();
        StressStudy.Ready ready = demand(
                StressStudy.calm(file, StressStudy.before(file, acting), SolvedCases.NONE, how, ProgressReport.SILENT));
        if (ready instanceof StressStudy.Calm calm) {
            return demand(StressFutures.of(
                    calm, acting, new StressFutures.Question(futures, seed, 1, OptionalDouble.empty())));
        }
        throw new IllegalStateException("no calm world here: " + ready);
    }

    private static <T> T demand(Outcome<T> outcome) {
        return outcome.clean().orElseThrow(() -> new IllegalStateException("not as sent: " + outcome.findings()));
    }
}
