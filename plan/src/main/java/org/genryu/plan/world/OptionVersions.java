package org.genryu.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.casefile.resolve.WithoutScenarioFlows;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;

/// The case under a scenario with some of its options taken: what happened, what an option builds stands only with it
/// and is paid once, then the scenario, then the measures.
final class OptionVersions {
    private final CaseFile file;
    private final PlanInputs inputs;
    private final InForce inForce;
    private final Set<Integer> cuts;

    OptionVersions(CaseFile file, PlanInputs inputs) {
        this.file = file;
        this.inputs = inputs;
        this.inForce = InForce.of(file);
        Set<Integer> all = new TreeSet<>();
        for (PlanScenario scenario : inputs.scenarios()) {
            scenario(scenario.actions(), all(), List.of()).ifPresent(one -> all.addAll(CaseResolver.cuts(one)));
        }
        this.cuts = all;
    }

    private List<Integer> all() {
        return IntStream.range(0, inputs.options().size()).boxed().toList();
    }

    /// @param rules changes beside those of the options
    private Optional<Scenario> scenario(
            List<Scenario.Action> happens, List<Integer> taken, List<Scenario.Action> rules) {
        Set<Integer> has = Set.copyOf(taken);
        List<PlanOption> options = inputs.options();
        DecidedOptions decided = DecidedOptions.of(file, options, option -> has.contains(options.indexOf(option)));
        List<Scenario.Action> actions = new ArrayList<>(decided.standing());
        actions.addAll(happens);
        actions.addAll(decided.effects());
        actions.addAll(rules);
        return inForce.with(Optional.of(new Scenario(
                "plan",
                new Text("plan", "計画"),
                DecidedOptions.OPTIONS.file(),
                Optional.empty(),
                0,
                Optional.empty(),
                actions)));
    }

    Outcome<SupplyCase> resolve(List<Scenario.Action> happens, List<Integer> taken, List<Scenario.Action> rules) {
        return CaseResolver.resolve(file, scenario(happens, taken, rules), WithoutScenarioFlows.UNKNOWN, cuts)
                .map(ResolvedCase::supply);
    }

    /// With everything built, for what all versions have in common.
    Outcome<SupplyCase> full() {
        return resolve(List.of(), built(), List.of());
    }

    /// In which everything is limited that any scenario limits.
    Outcome<SupplyCase> tightest() {
        List<Scenario.Action> everything = inputs.scenarios().stream()
                .flatMap(one -> one.actions().stream())
                .toList();
        return resolve(everything, built(), List.of());
    }

    /// Options that build: measures change nothing that all versions must have in common.
    private List<Integer> built() {
        return all().stream()
                .filter(k -> !inputs.options().get(k).builds().isEmpty())
                .toList();
    }

    /// As it was observed: what the base year is fitted to.
    Outcome<SupplyCase> observed() {
        return CaseResolver.resolve(file).map(ResolvedCase::supply);
    }

    /// A finding about an option that a plan cannot weigh.
    static Finding notPlain(PlanOption option, PlanScenario scenario) {
        return Finding.error(
                option.place(),
                new Text("Option '%s'".formatted(option.id()), "選択肢「%s」".formatted(option.id())),
                new Text(
                        ("changes more than limits (a cost, a yield or a demand curve, or a limit that has no end) under"
                                        + " '%s'; a plan can weigh only what moves limits by an amount.")
                                .formatted(scenario.id()),
                        "は「%s」のもとで上限・下限以外（費用・歩留まり・需要曲線、または無制限の上限）を変えます。計画が扱えるのは限度の増減だけです。".formatted(scenario.id())),
                new Text("let it add to capacity, amount or level.", "capacity・level などを増減させてください。"));
    }
}
