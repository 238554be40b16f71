package org.genryu.plan.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.casefile.CaseFile;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.plan.Aim;
import org.genryu.plan.CuttingPlanes;
import org.genryu.plan.Decisions;
import org.genryu.plan.Found;
import org.genryu.plan.Outlook;
import org.genryu.plan.Recourse;
import org.genryu.plan.TailRisk;

/// Which options of a case are best taken within the budget? From a case to a plan with its proof.
///
///     minimise Σ charge_i y_i + premium + (1 - risk) E[cost] + risk CVaR(cost)
///
/// over whole y, within budget, envelopes, requirements and exclusions; cost_s is what the balance under scenario s
/// costs more than the calm world without a plan. The fields are filled in their order: options of a later field, and
/// all that act on nothing the case counts, get what is left.
public final class Planner {
    /// Parts of the money spent at which the frontier is told.
    private static final double[] FRONTIER = {.1, .3, .6};
    /// How often a target is tightened at most, and how near is near enough [fraction].
    private static final int TIGHTER = 3;

    private static final double MET = 1e-3;

    /// Part of a plan's gain within which the other questions are answered.
    private static final double ROUGH = .01;

    private final PlanQuestion question;
    private final ProgressReport progress;
    private final WorldAssembly.Assembled all;
    private final List<PlanOption> options;
    /// Tightened until the target holds of what home then uses.
    private PlanChoices choices;
    private final Aim aim;
    private final CuttingPlanes planes;
    private final double unit;

    private Planner(PlanQuestion question, ProgressReport progress, WorldAssembly.Assembled all) {
        this.question = question;
        this.progress = progress;
        this.all = all;
        this.options = all.inputs().options();
        this.choices = new PlanChoices(all, question.premium());
        this.aim = new Aim(
                1 - question.risk(),
                question.risk(),
                question.confidence(),
                question.also().most());
        this.unit =
                Math.max(1, options.stream().mapToDouble(PlanOption::cost).max().orElse(1) / 100);
        this.planes = new CuttingPlanes(all.world(), all.world().outlook(), unit, progress);
    }

    /// @return without a value if the case or the question has errors
    public static Outcome<Plan> of(CaseFile file, PlanQuestion question, ProgressReport progress) {
        long start = System.nanoTime();
        Outcome<PlanInputs> inputs =
                PlanInputs.of(file, question.scenarios(), question.also().cuts());
        if (inputs.clean().isEmpty()) {
            return Outcome.failed(inputs.findings());
        }
        List<Finding> refused = refused(inputs.clean().get(), question);
        if (!refused.isEmpty()) {
            return Outcome.failed(refused);
        }
        try {
            Outcome<WorldAssembly.Assembled> assembled =
                    WorldAssembly.of(file, inputs.clean().get(), question, progress);
            if (assembled.clean().isEmpty()) {
                return Outcome.failed(assembled.findings());
            }
            double prepared = seconds(start);
            Planner planner = new Planner(question, progress, assembled.clean().get());
            Optional<Finding> beyond =
                    new RiskLimit(planner.all, planner.choices, planner.planes).broken(question, planner.aim, ROUGH);
            return beyond.isPresent() ? Outcome.failed(List.of(beyond.get())) : Outcome.of(planner.plan(prepared));
        } catch (WorldPart.Unproved unproved) {
            return Outcome.failed(List.of(Finding.error(
                    Place.NOWHERE,
                    new Text("Plan", "計画"),
                    new Text(
                            "a world of the plan has no proved answer (%s).".formatted(unproved.getMessage()),
                            "計画の世界の一つに証明された解がありません（%s）。".formatted(unproved.getMessage())),
                    new Text(
                            "`genryu balance` with the scenarios of the plan tells which and why.",
                            "計画のシナリオで `genryu balance` を実行すると原因が分かります。"))));
        }
    }

    private static List<Finding> refused(PlanInputs inputs, PlanQuestion question) {
        double least =
                inputs.options().stream().mapToDouble(PlanOption::cost).min().orElse(0);
        if (question.budget() >= least && question.budget() > 0) {
            return List.of();
        }
        String id = inputs.options().stream()
                .min((a, b) -> Double.compare(a.cost(), b.cost()))
                .map(PlanOption::id)
                .orElse("");
        return List.of(Finding.error(
                Place.NOWHERE,
                new Text("Budget", "予算"),
                new Text(
                        "is %s; the cheapest option, '%s', costs %s.".formatted(question.budget(), id, least),
                        "が %s です。最も安い選択肢「%s」でも %s かかります。".formatted(question.budget(), id, least)),
                new Text("give at least that.", "それ以上の予算を指定してください。")));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    private Plan plan(double prepared) {
        long start = System.nanoTime();
        double[] none = new double[options.size()];
        double[] charges = choices.charges();
        double[] before = planes.scenarios(all.nothing());
        // Where the target is missed without a plan, that counts at the premium as it does in the plan.
        double nothing = aim.of(all.world().outlook(), before) + Decisions.dot(charges, all.nothing());
        progress.begin(new Text("searching for the best plan", "最良の計画を探索中"));
        Found found = searched(charges, nothing);
        Decisions open = choices.decisions(charges, question.budget(), choices::acts, none);
        double gain = Math.max(nothing - found.objective(), 1);
        double free = choices.free();
        double[] after = found.scenario();
        double searched = seconds(start);
        start = System.nanoTime();
        progress.begin(new Text("running the plan through the engine", "計画をエンジンで再計算中"));
        Optional<Plan.Promise> promise = new PromiseRun(all, question).of(found, before, gain);
        double[] placed = placed(found);
        double rest = Decisions.dot(choices.costs(), placed) - spent(found);
        List<Plan.Point> frontier = frontier(found, gain);
        Optional<Plan.Lean> lean = lean(open, found, nothing, gain);
        Plan.Information information = information(open, found, gain, frontier);
        Outlook outlook = all.world().outlook();
        double charge = IntStream.range(0, options.size())
                .mapToDouble(k -> charges[k] * found.y()[k])
                .sum();
        Plan.Worth worth = new Plan.Worth(
                question.budget(),
                spent(found),
                rest,
                charge,
                nothing + free,
                found.objective() + free,
                found.bound() + free,
                mean(outlook, before) - mean(outlook, after),
                tail(outlook, before) - tail(outlook, after),
                mean(outlook, before) - mean(outlook, after) - charge,
                Decisions.dot(charges, found.y()) + free - charge);
        List<Plan.Outcome> scenarios = IntStream.range(0, outlook.size())
                .filter(s -> s == 0 || outlook.probability()[s] > 0)
                .mapToObj(s -> new Plan.Outcome(all.inputs().scenarios().get(s), before[s], after[s]))
                .toList();
        return new Plan(
                new PlanReasons(all, choices.limits(question.budget()), aim, planes).of(found, charges, placed),
                fields(placed),
                worth,
                scenarios,
                dependence(found),
                frontier,
                lean,
                information,
                promise,
                waiting(open, found, gain),
                robust(open, found, gain),
                new Plan.Work(all.world().solves(), found.rounds(), prepared, searched, seconds(start)));
    }

    /// The best plan. A bound on what comes from rivals is a part of what home would use without a plan. Where
    /// home then uses less, the bound is lowered with it, and the search goes on from its planes.
    private Found searched(double[] charges, double nothing) {
        double[] none = new double[options.size()];
        double[] floor = new double[all.rules().size()];
        double enough = Math.abs(nothing) * ROUGH;
        Found found = planes.best(choices.decisions(charges, question.budget(), choices::acts, none), aim, enough)
                .orElseThrow();
        for (int round = 0; round < TIGHTER; round++) {
            enough = question.gap() * Math.max(nothing - found.objective(), 1);
            found = planes.best(choices.decisions(charges, question.budget(), choices::acts, none), aim, enough)
                    .orElseThrow();
            List<DependenceRule> planned = WorldAssembly.planned(all, found.y());
            double[] next = floor.clone();
            double most = 0;
            for (int r = 0; r < floor.length; r++) {
                double left = all.rules().get(r).left(planned.get(r));
                boolean met = choices.above(r, found.y()) < MET;
                next[r] = met ? Math.min(0, question.dependence().orElse(0) * (left - 1)) : floor[r];
                most = Math.max(most, Math.abs(next[r] - floor[r]));
            }
            if (most < MET) {
                break;
            }
            floor = next;
            choices = choices.above(floor);
        }
        enough = question.gap() * Math.max(nothing - found.objective(), 1);
        return planes.best(choices.decisions(charges, question.budget(), choices::acts, none), aim, enough)
                .orElseThrow();
    }

    private double spent(Found found) {
        return Decisions.dot(choices.costs(), found.y());
    }

    private static double mean(Outlook outlook, double[] cost) {
        return Aim.EXPECTED.of(outlook, cost);
    }

    private double tail(Outlook outlook, double[] cost) {
        return TailRisk.cvar(cost, outlook.probability(), question.confidence());
    }

    /// What is left of the money goes to options that the case cannot weigh, field by field: as much as can be
    /// placed.
    private double[] placed(Found found) {
        double[] taken = Arrays.copyOf(found.y(), options.size());
        Outlook sure = new Outlook(new double[] {1}, new double[1], new int[][] {{}});
        Recourse idle = new Recourse() {
            @Override
            public int parts() {
                return 0;
            }

            @Override
            public Answer at(int part, double[] y) {
                throw new IllegalStateException("there are no parts");
            }
        };
        double[] most = Arrays.stream(choices.costs()).map(cost -> -cost).toArray();
        for (String field : all.inputs().fields()) {
            double[] now = taken;
            Decisions left = choices.decisions(
                    most,
                    question.budget(),
                    k -> !choices.acts(k) && options.get(k).field().equals(field),
                    now);
            Optional<Found> filled = new CuttingPlanes(idle, sure, Math.max(1, question.budget() / 1000))
                    .best(left, Aim.EXPECTED, question.budget() * 1e-6);
            taken = filled.map(one -> Arrays.copyOf(one.y(), options.size())).orElse(now);
        }
        return Arrays.copyOf(taken, all.nothing().length);
    }

    private List<Plan.Field> fields(double[] placed) {
        return all.inputs().fields().stream()
                .map(field -> {
                    int[] own = IntStream.range(0, options.size())
                            .filter(k ->
                                    placed[k] > .5 && options.get(k).field().equals(field))
                            .toArray();
                    return new Plan.Field(
                            field,
                            all.inputs().fieldNames().getOrDefault(field, Text.same(field)),
                            Arrays.stream(own)
                                    .mapToDouble(k -> options.get(k).cost())
                                    .sum(),
                            own.length);
                })
                .toList();
    }

    private List<Plan.Dependence> dependence(Found found) {
        double wanted = question.dependence().orElse(1);
        List<DependenceRule> planned = WorldAssembly.planned(all, found.y());
        return IntStream.range(0, all.rules().size())
                .mapToObj(r -> {
                    DependenceRule rule = all.rules().get(r);
                    return new Plan.Dependence(
                            rule.chain(),
                            rule.without()[rule.first()],
                            wanted,
                            planned.get(r).without()[rule.first()],
                            wanted + found.y()[options.size() + r],
                            choices.above(r, found.y()) < MET);
                })
                .toList();
    }

    private Plan.Point point(double budget, Found found) {
        Outlook outlook = all.world().outlook();
        return new Plan.Point(
                budget,
                spent(found),
                found.objective() + choices.free(),
                found.bound() + choices.free(),
                mean(outlook, found.scenario()),
                tail(outlook, found.scenario()),
                ids(found.y()));
    }

    private List<String> ids(double[] y) {
        return IntStream.range(0, options.size())
                .filter(k -> y[k] > .5)
                .mapToObj(k -> options.get(k).id())
                .toList();
    }

    private List<Plan.Point> frontier(Found found, double gain) {
        List<Plan.Point> points = new ArrayList<>();
        double spent = spent(found);
        for (int step = 0; step < FRONTIER.length; step++) {
            progress.at(new Text("drawing the frontier", "フロンティアを計算中"), step, FRONTIER.length);
            double budget = spent * FRONTIER[step];
            Decisions less = choices.decisions(choices.charges(), budget, choices::acts, new double[options.size()]);
            planes.best(less, aim, ROUGH * gain).ifPresent(one -> points.add(point(budget, one)));
        }
        points.add(point(question.budget(), found));
        return points;
    }

    private Optional<Plan.Lean> lean(Decisions open, Found found, double nothing, double gain) {
        progress.begin(new Text("looking for what can be dropped", "外せるものを探索中"));
        double most = found.objective() + Plan.NEARLY * (nothing - found.objective());
        return planes.leanest(open, aim, most, choices.costs(), question.gap() * gain)
                .map(one -> {
                    List<String> had = ids(found.y());
                    List<String> has = ids(one.y());
                    return new Plan.Lean(
                            spent(one),
                            one.objective() + choices.free(),
                            had.stream().filter(id -> !has.contains(id)).toList(),
                            has.stream().filter(id -> !had.contains(id)).toList());
                });
    }

    private Plan.Information information(Decisions open, Found found, double gain, List<Plan.Point> frontier) {
        Outlook outlook = all.world().outlook();
        double sure = 0;
        double[] charges = choices.charges();
        double own = Decisions.dot(charges, found.y()) + mean(outlook, found.scenario());
        double calmPlan = own;
        for (int s = 0; s < outlook.size(); s++) {
            if (s > 0 && outlook.probability()[s] == 0) {
                continue;
            }
            progress.at(new Text("what knowing would be worth", "情報の価値を計算中"), s, outlook.size());
            Found knowing = planes.knowing(s, open, ROUGH * gain).orElseThrow();
            sure += outlook.probability()[s] * knowing.objective();
            if (s == 0) {
                calmPlan = Decisions.dot(charges, knowing.y()) + mean(outlook, planes.scenarios(knowing.y()));
            }
        }
        Found blind = aim.tail() == 0
                ? found
                : planes.best(open, Aim.EXPECTED, ROUGH * gain).orElseThrow();
        double expected = Decisions.dot(charges, blind.y()) + mean(outlook, blind.scenario());
        Plan.Point last = frontier.getLast();
        double more = 0;
        boolean binds = question.budget() - last.spent() < cheapestLeft(found);
        if (binds && frontier.size() > 1) {
            Plan.Point less = frontier.get(frontier.size() - 2);
            more = (less.objective() - last.objective()) / Math.max(1, last.spent() - less.spent());
        }
        return new Plan.Information(Math.max(0, expected - sure), calmPlan - expected, more);
    }

    private Optional<Plan.Waiting> waiting(Decisions open, Found found, double gain) {
        if (!question.also().waiting()) {
            return Optional.empty();
        }
        progress.begin(new Text("what waiting would be worth", "待つことの価値を計算中"));
        return Optional.of(new WaitingPlan(all).of(open, found, aim, ROUGH * gain, unit));
    }

    private Optional<Plan.Robust> robust(Decisions open, Found found, double gain) {
        if (question.also().cuts() == 0) {
            return Optional.empty();
        }
        progress.begin(new Text("searching for the plan against the worst", "最悪の場合に備える計画を探索中"));
        return new WorstPlan(all, planes).of(open, found.y(), ROUGH * gain);
    }

    private double cheapestLeft(Found found) {
        return IntStream.range(0, options.size())
                .filter(k -> choices.acts(k) && found.y()[k] < .5)
                .mapToDouble(k -> options.get(k).cost())
                .min()
                .orElse(0);
    }
}
