package org.genryu.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.EquivalentBalances;
import org.genryu.balance.explain.PriceExplanation;
import org.genryu.balance.origin.DeterminedFlows;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Explanation;
import org.genryu.core.Finding;
import org.genryu.core.Text;
import org.genryu.stress.shelf.Shelf;
import org.genryu.value.world.CaseProjects;

/// All that there is to tell about one run: the case, the verdict, what stands behind the numbers, how it was run.
///
/// @param facts what makes the run repeatable
/// @param result the verdict of the balance
/// @param cut periods that events cut: their prices are means of prices that each have an explanation of their own
/// @param evidence the sources that the case cites
/// @param findings warnings and notes from reading and solving
/// @param seconds [s] by phase (`read`, `build`, `solve`, `report`), in the order in which they happened; never in a
/// table or on the page
/// @param further what only some ask for
public record RunResult(
        Facts facts,
        SupplyCase supply,
        BalanceResult result,
        Set<Integer> cut,
        Evidence evidence,
        List<Finding> findings,
        Map<String, Double> seconds,
        Further further) {
    public RunResult {
        cut = Set.copyOf(cut);
        findings = List.copyOf(findings);
    }

    /// Of a run alone.
    public RunResult(
            Facts facts,
            SupplyCase supply,
            BalanceResult result,
            Set<Integer> cut,
            Evidence evidence,
            List<Finding> findings,
            Map<String, Double> seconds) {
        this(facts, supply, result, cut, evidence, findings, seconds, Further.NOTHING);
    }

    /// What is known about a run beside its answer.
    ///
    /// @param ties the way to the other answers that cost the same; empty if it was not kept
    /// @param determined which flows are the only ones at their cost; empty if it was not asked
    /// @param beside what the case prepares beside this run
    /// @param projects the term sheets of the case at the prices of this run; none if it was not asked
    /// @param traced who stands behind everything, with the indicators; empty if nobody has asked yet
    /// @param shelf what the scenarios of the case come to, as far as that is known
    public record Further(
            Optional<Supplier<EquivalentBalances>> ties,
            Optional<DeterminedFlows> determined,
            Beside beside,
            CaseProjects projects,
            Optional<TracedBalance> traced,
            Shelf shelf) {
        static final Further NOTHING = new Further(
                Optional.empty(), Optional.empty(), Beside.NOTHING, CaseProjects.NONE, Optional.empty(), Shelf.NONE);
    }

    private RunResult with(Further more) {
        return new RunResult(facts, supply, result, cut, evidence, findings, seconds, more);
    }

    public RunResult with(Map<String, Double> taken) {
        return new RunResult(facts, supply, result, cut, evidence, findings, taken, further);
    }

    public RunResult with(Supplier<EquivalentBalances> kept) {
        return with(new Further(Optional.of(kept), determined(), beside(), projects(), traced(), shelf()));
    }

    public RunResult with(Beside known) {
        return with(new Further(ties(), determined(), known, projects(), traced(), shelf()));
    }

    /// @param by the traces and indicators by which the projects were told, kept for whoever asks again
    public RunResult with(CaseProjects valued, TracedBalance by) {
        return with(new Further(ties(), determined(), beside(), valued, Optional.of(by), shelf()));
    }

    /// @param told what the scenarios of the case come to
    public RunResult with(Shelf told) {
        return with(new Further(ties(), determined(), beside(), projects(), traced(), told));
    }

    /// Asks which flows are the only ones at their cost.
    public RunResult asked() {
        Optional<DeterminedFlows> found = result instanceof BalanceResult.Balanced(Balance balance, Balance.Proof proof)
                ? ties().flatMap(kept -> DeterminedFlows.of(balance, proof, kept))
                : Optional.empty();
        return with(new Further(ties(), found, beside(), projects(), traced(), shelf()));
    }

    /// Asks who stands behind everything, unless that is known.
    public RunResult traced(Function<Balance, TracedBalance> ask) {
        return with(new Further(
                ties(),
                determined(),
                beside(),
                projects(),
                traced().or(() -> balance().map(ask)),
                shelf()));
    }

    public Optional<Supplier<EquivalentBalances>> ties() {
        return further.ties;
    }

    public Optional<DeterminedFlows> determined() {
        return further.determined;
    }

    public Beside beside() {
        return further.beside;
    }

    public CaseProjects projects() {
        return further.projects;
    }

    public Optional<TracedBalance> traced() {
        return further.traced;
    }

    public Shelf shelf() {
        return further.shelf;
    }

    /// Why is it that dear? Empty where the answer is not proved, or where events cut the period.
    /// @param market index into the markets of the balance
    public Optional<Explanation> whyPrice(int market, int period) {
        return result instanceof BalanceResult.Balanced(Balance balance, var _) && !cut.contains(period)
                ? PriceExplanation.of(balance, market, period)
                : Optional.empty();
    }

    /// @param title of the scenario; empty without one
    /// @param scenarios all that the case prepares, by id, without what happened
    /// @param base the case without the scenario under the same options; empty without a scenario, where nobody
    /// asked for it, and where it has no answer in time
    /// @param happened what is in force in every run of the case, and what of it was left out of this one
    public record Beside(Optional<Text> title, List<Prepared> scenarios, Optional<Balance> base, Happened happened) {
        public static final Beside NOTHING = new Beside(Optional.empty(), List.of(), Optional.empty());

        public Beside {
            scenarios = List.copyOf(scenarios);
        }

        /// Of a case in which nothing happened.
        public Beside(Optional<Text> title, List<Prepared> scenarios, Optional<Balance> base) {
            this(title, scenarios, base, Happened.NOTHING);
        }
    }

    /// @param events in force in this run, in the order of the case
    /// @param left those that were left out of it
    public record Happened(List<Prepared> events, List<Prepared> left) {
        public static final Happened NOTHING = new Happened(List.of(), List.of());

        public Happened {
            events = List.copyOf(events);
            left = List.copyOf(left);
        }
    }

    /// A scenario of the case.
    public record Prepared(String id, Text title) {}

    /// @param version of the program
    /// @param scenario id, `base` if none
    /// @param label who may see it, such as `TLP:CLEAR` ([org.genryu.casefile.CaseFile#label]); empty if it has
    /// none
    /// @param caseHash hash of the tables of the case
    /// @param calibrated whether the base year was made to reproduce what was observed
    public record Facts(
            String version, String scenario, String label, String caseHash, long seed, boolean calibrated) {}

    /// The balanced world, if there is one: proved best, or the best found when time ran out.
    public Optional<Balance> balance() {
        return switch (result) {
            case BalanceResult.Balanced(Balance balance, var _) -> Optional.of(balance);
            case BalanceResult.StoppedEarly(var best, var _, var _) -> best;
            case BalanceResult.Infeasible _, BalanceResult.Unbounded _ -> Optional.empty();
        };
    }

    public Optional<Balance.Proof> proof() {
        return result instanceof BalanceResult.Balanced(var _, Balance.Proof proof)
                ? Optional.of(proof)
                : Optional.empty();
    }

    /// What was found in the case, what keeps a term sheet out, then what the solver had to say.
    public List<Finding> allFindings() {
        return Stream.of(
                        findings.stream(),
                        projects().findings().stream().filter(finding -> finding.severity() == Finding.Severity.ERROR),
                        proof().stream().flatMap(proof -> proof.notes().stream()))
                .flatMap(all -> all)
                .toList();
    }

    /// `optimal`, `infeasible`, `unbounded` or `stopped`.
    public String status() {
        return switch (result) {
            case BalanceResult.Balanced _ -> "optimal";
            case BalanceResult.Infeasible _ -> "infeasible";
            case BalanceResult.Unbounded _ -> "unbounded";
            case BalanceResult.StoppedEarly _ -> "stopped";
        };
    }
}
