package org.genryu.results.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.disk.Draft;
import org.genryu.plan.world.Plan;
import org.genryu.results.ResultTable;

/// A plan as tables.
public final class PlanTables {
    private static final int YEAR = 12;

    private final Plan plan;
    private final Optional<Map<String, Plan.Lack>> months;

    public PlanTables(Plan plan) {
        this(plan, Optional.empty());
    }

    /// @param months home's shortage by scenario id as the months have it
    public PlanTables(Plan plan, Optional<Map<String, Plan.Lack>> months) {
        this.plan = plan;
        this.months = months.map(Map::copyOf);
    }

    public Plan plan() {
        return plan;
    }

    /// How much is lacking at home in the months, beside what is promised; empty if the months were not asked.
    public Optional<ResultTable> months() {
        return months.map(lacks -> new ResultTable("plan_months", to -> {
            for (Plan.Outcome one : plan.scenarios()) {
                Plan.Lack lack = lacks.get(one.scenario().id());
                if (lack != null) {
                    Optional<Plan.Lack> promised = plan.promise()
                            .flatMap(run -> run.lackOf(one.scenario().id()));
                    to.text(one.scenario().id()).number(promised.map(Plan.Lack::before));
                    to.number(promised.map(Plan.Lack::after));
                    to.number(lack.before()).number(lack.after()).end();
                }
            }
        }));
    }

    /// The scenario in which the months lack most with the plan beyond what is promised, and by how much
    /// [fraction].
    public Optional<Map.Entry<String, Double>> missed() {
        return months.flatMap(lacks -> lacks.entrySet().stream()
                .map(one -> Map.entry(
                        one.getKey(),
                        one.getValue().after()
                                - plan.promise()
                                        .flatMap(run -> run.lackOf(one.getKey()))
                                        .map(Plan.Lack::after)
                                        .orElse(0.0)))
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey())));
    }

    /// Every option with the verdict on it.
    public ResultTable options() {
        return new ResultTable("plan_options", to -> {
            for (Plan.Verdict one : plan.options()) {
                to.text(one.option().id()).text(one.option().measure() ? "measure" : "project");
                to.text(one.option().field())
                        .text(one.option().country())
                        .text(one.option().agency());
                to.number(Math.floorDiv(one.option().begin(), YEAR))
                        .number(Math.floorDiv(one.option().end() - 1, YEAR));
                to.number(one.cost()).text(one.chosen() ? "yes" : "");
                to.text(reason(one.reason())).text(one.why());
                to.number(one.saves()).number(one.charge()).end();
            }
        });
    }

    /// The word of a reason in tables, such as `not-placed`.
    public static String reason(Plan.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The best plans at smaller budgets.
    public ResultTable frontier() {
        return new ResultTable("plan_frontier", to -> {
            for (Plan.Point point : plan.frontier()) {
                to.number(point.budget()).number(point.spent());
                to.number(point.objective()).number(point.bound());
                to.number(point.expected()).number(point.tail());
                to.text(String.join(";", point.chosen())).end();
            }
        });
    }

    /// What every scenario costs without and with the plan.
    public ResultTable scenarios() {
        return new ResultTable("plan_scenarios", to -> {
            for (Plan.Outcome one : plan.scenarios()) {
                String id = one.scenario().id();
                Optional<Plan.Lack> lack = plan.promise().flatMap(run -> run.lackOf(id));
                to.text(id).number(one.scenario().chance());
                to.number(one.before()).number(one.after());
                to.number(plan.promise().flatMap(run -> run.costOf(id)).orElse(Double.POSITIVE_INFINITY));
                to.number(lack.map(Plan.Lack::before).orElse(Double.POSITIVE_INFINITY));
                to.number(lack.map(Plan.Lack::after).orElse(Double.POSITIVE_INFINITY))
                        .end();
            }
        });
    }

    /// How much may come from rivals.
    public ResultTable dependence() {
        return new ResultTable("plan_dependence", to -> {
            for (Plan.Dependence one : plan.dependence()) {
                to.text(one.chain().en()).number(one.before()).number(one.wanted());
                to.number(one.share()).number(one.ceiling()).text(one.met() ? "yes" : "");
                to.number(plan.promise()
                                .flatMap(run -> run.shareOf(one.chain()))
                                .orElse(Double.POSITIVE_INFINITY))
                        .end();
            }
        });
    }

    /// What is spent in every field.
    public ResultTable fields() {
        return new ResultTable("plan_fields", to -> {
            for (Plan.Field field : plan.fields()) {
                to.text(field.id()).number(field.spent()).number(field.chosen()).end();
            }
        });
    }

    /// What is decided otherwise where it can wait; empty if that was not asked.
    public Optional<ResultTable> waiting() {
        return plan.waiting()
                .map(waiting -> new ResultTable("plan_waiting", to -> {
                    for (Plan.Later one : waiting.later()) {
                        to.text(one.id()).text(one.today() ? "yes" : "").text(one.otherwise() ? "yes" : "");
                        to.text(String.join(";", one.where()))
                                .text(String.join(";", one.not()))
                                .end();
                    }
                }));
    }

    /// What can be done worst about nothing, the plan, and the plan against the worst; empty if that was not asked.
    public Optional<ResultTable> worst() {
        return plan.robust()
                .map(robust -> new ResultTable("plan_worst", to -> {
                    for (Plan.Attacked one : robust.all()) {
                        to.text(one.name()).text(one.attack()).number(one.cost());
                        to.number(one.charge()).number(one.total());
                        to.text(String.join(";", one.chosen())).end();
                    }
                }));
    }

    /// All tables in the order of the schema.
    public List<ResultTable> all() {
        List<ResultTable> all = new ArrayList<>(List.of(options(), frontier(), scenarios(), dependence(), fields()));
        waiting().ifPresent(all::add);
        worst().ifPresent(all::add);
        months().ifPresent(all::add);
        return all;
    }

    /// All tables into the folder.
    public void write(Draft to) throws IOException {
        for (ResultTable table : all()) {
            table.csv(to);
        }
    }
}
