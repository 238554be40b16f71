package org.genryu.study;

import java.util.List;
import java.util.Optional;
import org.genryu.balance.BalanceOptions;

/// What is asked of a case.
/// @param scenario id of the scenario whose changes apply; empty for the base
/// @param without what happened and is left out: ids of `base` in case.yaml, or `all`
/// @param options how it is balanced
/// @param seed of random draws; a balance uses none, but every run states it
/// @param compared whether a scenario is told against the base case, which is balanced for that too
/// @param valued whether the term sheets of the case are valued at the prices of the run
/// @param solved the answers that are kept from one run to the next
public record RunOptions(
        Optional<String> scenario,
        List<String> without,
        BalanceOptions options,
        long seed,
        boolean compared,
        boolean valued,
        SolvedCases solved) {
    public static final RunOptions BASE =
            new RunOptions(Optional.empty(), List.of(), BalanceOptions.DEFAULT, 1, false, false, SolvedCases.NONE);

    public RunOptions {
        without = List.copyOf(without);
    }

    public RunOptions leaving(List<String> out) {
        return new RunOptions(scenario, out, options, seed, compared, valued, solved);
    }

    public RunOptions with(BalanceOptions other) {
        return new RunOptions(scenario, without, other, seed, compared, valued, solved);
    }

    public RunOptions in(String scenarioId) {
        return new RunOptions(Optional.of(scenarioId), without, options, seed, compared, valued, solved);
    }

    public RunOptions againstBase() {
        return new RunOptions(scenario, without, options, seed, true, valued, solved);
    }

    public RunOptions withProjects() {
        return new RunOptions(scenario, without, options, seed, compared, true, solved);
    }

    public RunOptions keeping(SolvedCases other) {
        return new RunOptions(scenario, without, options, seed, compared, valued, other);
    }
}
