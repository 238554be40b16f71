package org.genryu.plan.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.genryu.balance.Balancer;
import org.genryu.balance.ProgramVersions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.core.time.Periods;
import org.genryu.solve.MathProgram;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.convex.ProgramBlocks;
import org.genryu.solve.convex.StartPoint;

/// Writes the programs of all scenarios, finds what every option moves in them, adds the rules of dependence, and cuts
/// all of it into parts.
final class WorldAssembly {
    private final PlanInputs inputs;
    private final PlanQuestion question;
    private final ProgressReport progress;
    private final OptionVersions versions;
    private final List<WorldPart> parts = new ArrayList<>();
    private final Map<Integer, OptionEffect> calmEffects = new TreeMap<>();

    private WorldAssembly(CaseFile file, PlanInputs inputs, PlanQuestion question, ProgressReport progress) {
        this.inputs = inputs;
        this.question = question;
        this.progress = progress;
        this.versions = new OptionVersions(file, inputs);
    }

    /// All that a planner needs to know of the case.
    ///
    /// @param calm the calm world without any option
    /// @param chains by commodity: number of the block that it is in
    /// @param nothing choices without any option and any rule
    record Assembled(
            PlanInputs inputs,
            OptionVersions versions,
            Balancer.Fitted fitted,
            SupplyCase calm,
            int[] chains,
            List<DependenceRule> rules,
            DependenceRule.Prices prices,
            double[] nothing,
            ProgramVersions programs,
            List<Blocks> layouts,
            PlanWorld world) {

        /// Amounts of a scenario at the choices y, by column of its whole program.
        double[] amounts(int scenario, double[] y) {
            Blocks own = layouts.get(scenario);
            double[] x = new double[own.size];
            for (int b = 0; b < own.parts.length; b++) {
                double[] part = world.part(own.parts[b]).solve(y).x();
                for (int k = 0; k < part.length; k++) {
                    x[own.columns[b][k]] = part[k];
                }
            }
            return x;
        }
    }

    /// The rules of the calm world at the choices y, with the prices without a plan; in the order of the rules.
    static List<DependenceRule> planned(Assembled all, double[] y) {
        if (all.rules().isEmpty()) {
            return List.of();
        }
        DependenceRule.Amounts amounts = DependenceRule.Amounts.of(all.calm(), all.programs(), all.amounts(0, y));
        List<DependenceRule> told = DependenceRule.of(
                all.calm(),
                all.chains(),
                amounts,
                all.prices(),
                all.rules().getFirst().first());
        return all.rules().stream()
                .map(rule -> told.stream()
                        .filter(one -> one.id() == rule.id())
                        .findFirst()
                        .orElse(rule))
                .toList();
    }

    /// @param columns by block of a scenario's program
    /// @param parts by block: number of the part that it is
    /// @param size columns of the whole program
    record Blocks(int[][] columns, int[] parts, int size) {}

    /// @return without a value if the case or its options have errors
    static Outcome<Assembled> of(CaseFile file, PlanInputs inputs, PlanQuestion question, ProgressReport progress) {
        return new WorldAssembly(file, inputs, question, progress).assembled();
    }

    private Outcome<Assembled> assembled() {
        progress.begin(new Text("fitting the base year", "基準年に合わせています"));
        Outcome<SupplyCase> observed = versions.observed();
        Outcome<SupplyCase> full = versions.full();
        Outcome<SupplyCase> none = versions.resolve(List.of(), List.of(), List.of());
        for (Outcome<SupplyCase> one : List.of(observed, full, none)) {
            if (one.clean().isEmpty()) {
                return Outcome.failed(one.findings());
            }
        }
        SolveOptions options = question.options().solve();
        SupplyCase calm = none.clean().orElseThrow();
        Balancer.Fitted fitted = Balancer.fit(observed.clean().orElseThrow(), question.options());
        SupplyCase common = full.clean().orElseThrow();
        ProgramVersions programs =
                ProgramVersions.of(common, versions.tightest().clean().orElse(common), fitted, options);
        ProgramVersions.Written written = programs.write(calm);
        ProgramBlocks blocks = ProgramBlocks.of(written.program());
        int[] chains = chains(calm, programs, blocks);
        progress.begin(new Text("solving the world without a plan", "計画なしの世界を計算中"));
        WorldPart.Solved solved = solved(written, blocks, options);
        DependenceRule.Prices prices = (place, commodity, t) -> {
            int row = programs.balance(place, commodity, t);
            double discount = calm.periods().discount(t, calm.info().discountRate());
            return row < 0 ? 0 : Math.max(0, solved.dual()[row] / discount);
        };
        List<DependenceRule> rules = rules(calm, programs, chains, solved, prices);
        double[] nothing = new double[inputs.options().size() + rules.size()];
        for (int r = 0; r < rules.size(); r++) {
            nothing[inputs.options().size() + r] =
                    rules.get(r).most() - question.dependence().orElse(0);
        }
        List<Blocks> layouts = new ArrayList<>();
        for (int s = 0; s < inputs.scenarios().size(); s++) {
            Deadline.present().check();
            progress.at(
                    new Text("reading options and scenarios", "選択肢とシナリオを読み込み中"),
                    s,
                    inputs.scenarios().size());
            Outcome<Blocks> own = scenario(inputs.scenarios().get(s), programs, rules, options);
            if (own.clean().isEmpty()) {
                return Outcome.failed(own.findings());
            }
            layouts.add(own.clean().get());
        }
        progress.begin(new Text("solving the scenarios without a plan", "計画なしの各シナリオを計算中"));
        double[] chance =
                inputs.scenarios().stream().mapToDouble(PlanScenario::chance).toArray();
        int[][] byScenario = layouts.stream().map(Blocks::parts).toArray(int[][]::new);
        PlanWorld world = new PlanWorld(parts, nothing, chance, byScenario);
        return Outcome.of(new Assembled(
                inputs, versions, fitted, calm, chains, rules, prices, nothing, programs, List.copyOf(layouts), world));
    }

    private static int[] chains(SupplyCase calm, ProgramVersions programs, ProgramBlocks blocks) {
        int[] blockOfRow = new int
                [Arrays.stream(blocks.rows()).mapToInt(rows -> rows.length).sum()];
        for (int b = 0; b < blocks.size(); b++) {
            for (int row : blocks.rows()[b]) {
                blockOfRow[row] = b;
            }
        }
        int places = calm.world().places().size();
        int[] chains = new int[calm.world().commodities().size()];
        for (int c = 0; c < chains.length; c++) {
            int commodity = c;
            OptionalInt row = IntStream.range(0, places)
                    .map(place -> programs.balance(place, commodity, 0))
                    .filter(at -> at >= 0)
                    .findFirst();
            chains[c] = row.isPresent() ? blockOfRow[row.getAsInt()] : -1 - c;
        }
        return chains;
    }

    /// The calm world without options and rules, whole.
    private static WorldPart.Solved solved(
            ProgramVersions.Written written, ProgramBlocks blocks, SolveOptions options) {
        double[] x = new double[written.program().columns().size()];
        double[] dual = new double[written.program().rows().size()];
        double cost = 0;
        for (int b = 0; b < blocks.size(); b++) {
            WorldPart.Solved part = new WorldPart(
                            blocks.part(written.program(), b),
                            blocks.part(written.curves(), b),
                            begin(written.begin(), blocks, b),
                            Map.of(),
                            options)
                    .solve(new double[0]);
            for (int k = 0; k < blocks.columns()[b].length; k++) {
                x[blocks.columns()[b][k]] = part.x()[k];
            }
            for (int k = 0; k < blocks.rows()[b].length; k++) {
                dual[blocks.rows()[b][k]] = part.dual()[k];
            }
            cost += part.cost();
        }
        return new WorldPart.Solved(cost, x, dual, new double[0]);
    }

    private static StartPoint begin(StartPoint whole, ProgramBlocks blocks, int b) {
        // Rows of rules stand behind those that a start has prices for.
        int[] known = Arrays.stream(blocks.rows()[b])
                .filter(row -> row < whole.prices().length)
                .toArray();
        boolean priced = known.length == blocks.rows()[b].length;
        return new StartPoint(
                ProgramBlocks.pick(whole.amounts(), blocks.columns()[b]),
                priced ? ProgramBlocks.pick(whole.prices(), blocks.rows()[b]) : new double[0]);
    }

    /// Those chains alone whose share lies above the wanted one without a plan.
    private List<DependenceRule> rules(
            SupplyCase calm,
            ProgramVersions programs,
            int[] chains,
            WorldPart.Solved solved,
            DependenceRule.Prices prices) {
        if (question.dependence().isEmpty()) {
            return List.of();
        }
        Periods periods = calm.periods();
        int first = IntStream.range(0, periods.count())
                .filter(t -> periods.month(t) >= question.from())
                .findFirst()
                .orElse(periods.count());
        DependenceRule.Amounts amounts = DependenceRule.Amounts.of(calm, programs, solved.x());
        return DependenceRule.of(calm, chains, amounts, prices, first).stream()
                .filter(rule -> rule.most() > question.dependence().getAsDouble())
                .toList();
    }

    private Outcome<Blocks> scenario(
            PlanScenario scenario, ProgramVersions programs, List<DependenceRule> rules, SolveOptions options) {
        Outcome<SupplyCase> base = versions.resolve(scenario.actions(), List.of(), List.of());
        if (base.clean().isEmpty()) {
            return Outcome.failed(base.findings());
        }
        ProgramVersions.Written without = programs.write(base.clean().get());
        Outcome<Map<Integer, OptionEffect>> read = effects(scenario, programs, without);
        if (read.clean().isEmpty()) {
            return Outcome.failed(read.findings());
        }
        Map<Integer, OptionEffect> effects = new TreeMap<>(read.clean().get());
        MathProgram program = DependenceRule.joined(
                without.program(), programs, rules, question.dependence().orElse(1));
        int row = without.program().rows().size();
        for (int r = 0; r < rules.size(); r++) {
            int count = rules.get(r).use().length - rules.get(r).first();
            effects.put(
                    inputs.options().size() + r,
                    OptionEffect.ofRows(IntStream.range(row, row + count).toArray()));
            row += count;
        }
        return Outcome.of(cut(without, program, effects, options));
    }

    /// What every option moves. In the calm world each is resolved alone. Under a scenario all are together, and
    /// where that is what they move in the calm world one by one, they move the same; those alone are resolved
    /// again that meet an entry where it is not.
    private Outcome<Map<Integer, OptionEffect>> effects(
            PlanScenario scenario, ProgramVersions programs, ProgramVersions.Written without) {
        Map<Integer, OptionEffect> effects = new TreeMap<>(calmEffects);
        List<Integer> again = acting();
        if (!calmEffects.isEmpty()) {
            Outcome<SupplyCase> everything = versions.resolve(scenario.actions(), acting(), List.of());
            if (everything.clean().isEmpty()) {
                return Outcome.failed(everything.findings());
            }
            OptionEffect joint = OptionEffect.between(
                    without, programs.write(everything.clean().get()));
            OptionEffect.Sum sum = OptionEffect.sum(without.program(), calmEffects.values());
            OptionEffect.Odd odd = sum.against(joint);
            again = again.stream()
                    .filter(k -> odd.meets(effects.getOrDefault(k, OptionEffect.NOTHING))
                            || (odd.unknown()
                                    && !inputs.options().get(k).effects().isEmpty()))
                    .toList();
        }
        List<Finding> wrong = new ArrayList<>();
        for (int k : again) {
            Outcome<SupplyCase> with = versions.resolve(scenario.actions(), List.of(k), List.of());
            if (with.clean().isEmpty()) {
                return Outcome.failed(with.findings());
            }
            OptionEffect effect =
                    OptionEffect.between(without, programs.write(with.clean().get()));
            if (!effect.plain()) {
                wrong.add(OptionVersions.notPlain(inputs.options().get(k), scenario));
            }
            effects.put(k, effect);
        }
        if (calmEffects.isEmpty()) {
            calmEffects.putAll(effects);
        }
        return wrong.isEmpty() ? Outcome.of(effects) : Outcome.failed(wrong);
    }

    /// Options that move anything.
    private List<Integer> acting() {
        return IntStream.range(0, inputs.options().size())
                .filter(k -> !inputs.options().get(k).builds().isEmpty()
                        || !inputs.options().get(k).effects().isEmpty())
                .boxed()
                .toList();
    }

    private Blocks cut(
            ProgramVersions.Written written,
            MathProgram program,
            Map<Integer, OptionEffect> effects,
            SolveOptions options) {
        ProgramBlocks blocks = ProgramBlocks.of(program);
        int[] own = new int[blocks.size()];
        for (int b = 0; b < own.length; b++) {
            int[] column = places(program.columns().size(), blocks.columns()[b]);
            int[] row = places(program.rows().size(), blocks.rows()[b]);
            Map<Integer, OptionEffect> here = new TreeMap<>();
            effects.forEach((choice, effect) -> {
                OptionEffect part = effect.in(column, row);
                if (!part.isNothing()) {
                    here.put(choice, part);
                }
            });
            WorldPart part = new WorldPart(
                    blocks.part(program, b),
                    blocks.part(written.curves(), b),
                    begin(written.begin(), blocks, b),
                    here,
                    options);
            int known = IntStream.range(0, parts.size())
                    .filter(k -> parts.get(k).same(part))
                    .findFirst()
                    .orElse(parts.size());
            if (known == parts.size()) {
                parts.add(part);
            }
            own[b] = known;
        }
        return new Blocks(blocks.columns(), own, program.columns().size());
    }

    private static int[] places(int size, int[] members) {
        int[] places = new int[size];
        Arrays.fill(places, -1);
        for (int k = 0; k < members.length; k++) {
            places[members[k]] = k;
        }
        return places;
    }
}
