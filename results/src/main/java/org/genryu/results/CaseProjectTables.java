package org.genryu.results;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Text;
import org.genryu.value.cash.Metric;
import org.genryu.value.cash.ProjectWorth;
import org.genryu.value.future.Bankability;
import org.genryu.value.world.AddedSupply;
import org.genryu.value.world.CaseProject;

/// The projects of a case at the prices of a run: what each is worth, what makes it bankable, what it adds to whom.
final class CaseProjectTables {
    private final SupplyCase supply;
    private final List<CaseProject> projects;
    private final Label scenario;

    CaseProjectTables(SupplyCase supply, List<CaseProject> projects, String scenario) {
        this.supply = supply;
        this.projects = projects;
        this.scenario = Label.of(scenario);
    }

    /// All of them, in the order of the schema.
    List<ResultTable> all() {
        return List.of(projects(), supports(), supply(), processes());
    }

    private ResultTable projects() {
        return new ResultTable("projects", to -> {
            for (CaseProject project : projects) {
                worth(to, project, "sheet", project.own());
                if (project.run().isPresent()) {
                    worth(to, project, "run", project.run().get().anew());
                    worth(to, project, "signed", project.run().get().signed());
                }
            }
        });
    }

    private void worth(RowSink to, CaseProject project, String basis, ProjectWorth worth) throws IOException {
        Map<String, Metric> numbers = new LinkedHashMap<>();
        numbers.put("npv", new Metric.Value(worth.npv()));
        numbers.put("npv-real", new Metric.Value(worth.npvReal()));
        numbers.put("irr", worth.irr());
        numbers.put("irr-real", worth.irrReal());
        numbers.put("npv-equity", new Metric.Value(worth.npvEquity()));
        numbers.put("irr-equity", worth.irrEquity());
        numbers.put("debt", new Metric.Value(worth.debt()));
        numbers.put("cost", new Metric.Value(worth.cost()));
        numbers.put("dscr-min", worth.dscr());
        numbers.put("llcr", worth.llcr());
        worth.missed().ifPresent(month -> numbers.put("first-missed", new Metric.Value(month)));
        String money = project.project().header().money().currency();
        ResultSchema.Table table = ResultSchema.current().table("projects");
        for (Map.Entry<String, Metric> number : numbers.entrySet()) {
            to.cell(scenario).text(project.project().header().id()).text(basis).text(number.getKey());
            to.number(number.getValue().found());
            to.text(table.entry(number.getKey()).unit().replace("{currency}", money))
                    .text(number.getValue().lacking().map(Text::en).orElse(""))
                    .end();
        }
    }

    private ResultTable supports() {
        return new ResultTable("project_supports", to -> {
            for (CaseProject project : projects) {
                Map<Bankability.Lever, Bankability.Answer> answers = project.run()
                        .flatMap(CaseProject.AtRun::bankable)
                        .map(found -> found.answers())
                        .orElse(Map.of());
                for (Map.Entry<Bankability.Lever, Bankability.Answer> answer : answers.entrySet()) {
                    to.cell(scenario).text(project.project().header().id());
                    to.text(answer.getKey().name().toLowerCase(Locale.ROOT));
                    support(to, answer.getValue());
                }
            }
        });
    }

    private static void support(RowSink to, Bankability.Answer answer) throws IOException {
        switch (answer) {
            case Bankability.Answer.Needed(double amount, var _) ->
                to.text("needed").number(amount).text("").end();
            case Bankability.Answer.NothingNeeded _ ->
                to.text("nothing-needed").number(Optional.empty()).text("").end();
            case Bankability.Answer.NotReachable(Text reason) ->
                to.text("not-reachable")
                        .number(Optional.empty())
                        .text(reason.en())
                        .end();
        }
    }

    private ResultTable supply() {
        return new ResultTable("project_supply", to -> {
            for (CaseProject project : projects) {
                for (AddedSupply added : project.added()) {
                    for (int t = 0; t < added.output().length; t++) {
                        to.cell(scenario)
                                .text(project.project().header().id())
                                .text(supply.world().commodities().ids().id(added.commodity()))
                                .text(supply.periods().label(t));
                        to.number(added.output()[t]).number(added.inRun()[t]).number(added.homeUse(t));
                        to.number(present(added.share(t)));
                        to.text(supply.world().commodities().unit()[added.commodity()] + "/yr")
                                .end();
                    }
                }
            }
        });
    }

    private static Optional<Double> present(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private ResultTable processes() {
        return new ResultTable("project_processes", to -> {
            for (CaseProject project : projects) {
                for (int process : project.link().processes()) {
                    to.cell(scenario)
                            .text(project.project().header().id())
                            .text(supply.industry().processes().ids().id(process))
                            .end();
                }
            }
        });
    }
}
