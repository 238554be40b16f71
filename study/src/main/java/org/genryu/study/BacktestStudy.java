package org.genryu.study;

import java.util.ArrayList;
import java.util.List;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.core.ContentHash;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.results.CaseFingerprint;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.backtest.BacktestAccount;
import org.genryu.stress.backtest.Episode;
import org.genryu.stress.month.BuiltInResponses;

/// From cases with episodes to how well the months would have told them: the world before the event, the measure as it
/// came into force, the same months as of any scenario.
public final class BacktestStudy {
    private BacktestStudy() {}

    /// Empty where a case has errors.
    public static Outcome<BacktestAccount> of(
            List<CaseFile> files, SolvedCases solved, BalanceOptions options, ProgressReport progress) {
        List<BacktestAccount.Told> all = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (CaseFile file : files) {
            Outcome<StressStudy.Ready> ready = StressStudy.calm(file, InForce.of(file), solved, options, progress);
            findings = StressStudy.joined(findings, ready.findings());
            if (ready.clean().isEmpty()) {
                return Outcome.failed(findings);
            }
            for (Episode episode : Episode.of(file)) {
                progress.begin(episode.name());
                if (ready.clean().get() instanceof StressStudy.Calm calm
                        && !episode.observed().known().isEmpty()) {
                    Outcome<StressStudy.Result> outcome = calm.under(episode.scenario());
                    findings = StressStudy.joined(findings, outcome.findings());
                    if (outcome.clean().orElse(null) instanceof StressStudy.Result.Told(StressAccount account)
                            && account.answer().refused().isEmpty()) {
                        all.add(new BacktestAccount.Told(
                                episode, inputs(file), episode.told(account.answer(), account.path())));
                        continue;
                    }
                }
                untold.add(episode.id());
            }
        }
        return Outcome.of(BacktestAccount.of(all, untold), findings);
    }

    /// SHA-256 of every word of a case but what was counted, and of how things answer where the case does not say.
    static String inputs(CaseFile file) {
        return ContentHash.of(List.of(CaseFingerprint.without(file, "observed"), BuiltInResponses.hash()));
    }
}
