package org.genryu.study;

import java.util.Optional;
import org.genryu.balance.BalanceOptions;

/// What is asked of a case.
/// @param scenario id of the scenario whose changes apply; empty for the base
/// @param options how it is balanced
/// @param seed of random draws; a balance uses none, but every run states it
/// @param compared whether a scenario is told against the base case, which is balanced for that too
/// @param valued whether the term sheets of the case are valued at the prices of the run
public record RunOptions(
        Optional<String> scenario, BalanceOptions options, long seed, boolean compared, boolean valued) {
    public static final RunOptions BASE = new RunOptions(Optional.empty(), BalanceOptions.DEFAULT, 1, false, false);

    public RunOptions with(BalanceOptions other) {
        return new RunOptions(scenario, other, seed, compared, valued);
    }

    public RunOptions in(String scenarioId) {
        return new RunOptions(Optional.of(scenarioId), options, seed, compared, valued);
    }

    public RunOptions againstBase() {
        return new RunOptions(scenario, options, seed, true, valued);
    }

    public RunOptions withProjects() {
        return new RunOptions(scenario, options, seed, compared, true);
    }
}
