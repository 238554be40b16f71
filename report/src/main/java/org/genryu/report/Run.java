package org.genryu.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.EquivalentBalances;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Finding;
import org.genryu.core.Text;
import org.genryu.report.count.DeterminedFlows;
import org.genryu.value.world.CaseProjects;

/// All that there is to tell about one run: the case, the verdict, what stands behind the numbers, how it was run.
///
/// @param facts what makes the run repeatable
/// @param result the verdict of the balance
/// @param explainer tells the story of a price; empty if none was kept
/// @param evidence the sources that the case cites
/// @param findings warnings and notes from reading and solving
/// @param seconds [s] by phase (`read`, `build`, `solve`, `report`), in the order in which they happened; never in a
/// table or on the page
/// @param ties the way to the other answers that cost the same; empty if it was not kept
/// @param settled which flows are the only ones at their cost; empty if it was not asked
/// @param beside what the case prepares beside this run
/// @param projects the term sheets of the case at the prices of this run; none if it was not asked
public record Run(
        Facts facts,
        SupplyCase supply,
        BalanceResult result,
        Optional<Balance.Explainer> explainer,
        Evidence evidence,
        List<Finding> findings,
        Map<String, Double> seconds,
        Optional<Supplier<EquivalentBalances>> ties,
        Optional<DeterminedFlows> settled,
        Beside beside,
        CaseProjects projects) {

    /// Of a run alone.
    public Run(
            Facts facts,
            SupplyCase supply,
            BalanceResult result,
            Optional<Balance.Explainer> explainer,
            Evidence evidence,
            List<Finding> findings,
            Map<String, Double> seconds) {
        this(
                facts,
                supply,
                result,
                explainer,
                evidence,
                findings,
                seconds,
                Optional.empty(),
                Optional.empty(),
                Beside.NOTHING,
                CaseProjects.NONE);
    }

    /// Asks which flows are the only ones at their cost.
    public Run asked() {
        Optional<DeterminedFlows> found = result instanceof BalanceResult.Balanced(Balance balance, Balance.Proof proof)
                ? ties.flatMap(kept -> DeterminedFlows.of(balance, proof, kept))
                : Optional.empty();
        return new Run(facts, supply, result, explainer, evidence, findings, seconds, ties, found, beside, projects);
    }

    public Run with(Supplier<EquivalentBalances> kept) {
        return new Run(
                facts,
                supply,
                result,
                explainer,
                evidence,
                findings,
                seconds,
                Optional.of(kept),
                settled,
                beside,
                projects);
    }

    public Run with(Map<String, Double> taken) {
        return new Run(facts, supply, result, explainer, evidence, findings, taken, ties, settled, beside, projects);
    }

    public Run with(Beside known) {
        return new Run(facts, supply, result, explainer, evidence, findings, seconds, ties, settled, known, projects);
    }

    public Run with(CaseProjects valued) {
        return new Run(facts, supply, result, explainer, evidence, findings, seconds, ties, settled, beside, valued);
    }

    /// @param title of the scenario; empty without one
    /// @param scenarios all that the case prepares, by id
    /// @param base the case without the scenario under the same options; empty without a scenario, where nobody
    /// asked
    /// for it, and where it has no answer in time
    public record Beside(Optional<Text> title, List<Prepared> scenarios, Optional<Balance> base) {
        public static final Beside NOTHING = new Beside(Optional.empty(), List.of(), Optional.empty());

        public Beside {
            scenarios = List.copyOf(scenarios);
        }
    }

    /// A scenario of the case.
    public record Prepared(String id, Text title) {}

    /// @param version of the program
    /// @param scenario id, `base` if none
    /// @param label who may see it, such as `public`; empty if the case has none
    /// @param caseHash hash of the tables of the case
    /// @param calibrated whether the base year was made to reproduce what was observed
    public record Facts(
            String version, String scenario, String label, String caseHash, long seed, boolean calibrated) {}

    /// What the case says about where its numbers come from.
    /// @param assumptions numbers that no source gives, each with its reason
    /// @param unverified numbers whose source is marked unverified
    /// @param cited ids of the sources that a row cites, joined by `;`, by table and id of the row as in
    /// `routes jp-us-lng`
    public record Evidence(
            List<Source> sources,
            List<Assumption> assumptions,
            List<Assumption> unverified,
            Map<String, String> cited) {
        public static final Evidence NONE = new Evidence(List.of(), List.of(), List.of());

        public Evidence {
            sources = List.copyOf(sources);
            assumptions = List.copyOf(assumptions);
            unverified = List.copyOf(unverified);
            cited = Map.copyOf(cited);
        }

        public Evidence(List<Source> sources, List<Assumption> assumptions, List<Assumption> unverified) {
            this(sources, assumptions, unverified, Map.of());
        }

        /// Ids of the sources that a row of the case cites; none if it names none.
        public List<String> behind(String table, String id) {
            return Stream.of(cited.getOrDefault(table + " " + id, "").split(";"))
                    .map(String::strip)
                    .filter(source -> !source.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /// A row of sources.csv.
    /// @param reliability of the source, A (best) to F (cannot be judged); empty if not given
    /// @param credibility of what it says, 1 (confirmed) to 6 (cannot be judged); empty if not given
    /// @param rows how many rows of the case cite it
    public record Source(
            String id,
            String title,
            String publisher,
            String date,
            String url,
            String reliability,
            String credibility,
            int rows) {}

    /// @param table such as `processes`
    /// @param id of the row
    /// @param note the reason
    public record Assumption(String table, String id, String note) {}

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

    /// What was found in the case, then what the solver had to say.
    public List<Finding> allFindings() {
        return Stream.concat(findings.stream(), proof().stream().flatMap(proof -> proof.notes().stream()))
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
