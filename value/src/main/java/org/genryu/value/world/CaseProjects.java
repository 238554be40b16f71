package org.genryu.value.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.balance.Balance;
import org.genryu.balance.risk.Assessment;
import org.genryu.balance.risk.Governance;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.Money;
import org.genryu.value.project.Project;

/// The term sheets of a case (`projects/<id>.yaml`) and what the run makes of them, by name of the file.
///
/// @param all those whose sheet has no error
/// @param findings everything found in the sheets and in what ties them to the case; an error of a sheet takes that
/// sheet out, an error of a tie leaves it at its own prices
public record CaseProjects(List<CaseProject> all, List<Finding> findings) {
    public static final CaseProjects NONE = new CaseProjects(List.of(), List.of());
    private static final String FOLDER = "projects/";

    public CaseProjects {
        all = List.copyOf(all);
        findings = List.copyOf(findings);
    }

    /// Reads the sheets and ties them to the case, without any value: what `check` tells.
    ///
    /// @param supply the case; empty if it has errors, then the sheets alone are read
    public static Outcome<List<ProjectLink>> read(CaseFile file, Optional<SupplyCase> supply) {
        Money counted = new Money(file.header().currency(), file.header().priceYear());
        Money.Rates exchange = file.header().exchange().into(counted);
        List<ProjectLink> links = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        new TreeMap<>(file.raw().others()).forEach((path, text) -> {
            if (isSheet(path)) {
                Outcome<Project> sheet = Project.read(path, text);
                findings.addAll(sheet.findings());
                sheet.clean().ifPresent(project -> {
                    supply.map(world -> ProjectLink.of(path, project, world, exchange))
                            .ifPresent(link -> {
                                findings.addAll(link.findings());
                                links.add(link.value().orElseThrow());
                            });
                    String first = known.putIfAbsent(project.header().id(), path);
                    if (first != null) {
                        findings.add(twice(path, project.header().id(), first));
                    }
                });
            }
        });
        return Outcome.of(List.copyOf(links), findings);
    }

    /// Whether a file of the case is a term sheet.
    public static boolean isSheet(String path) {
        return path.startsWith(FOLDER) && path.endsWith(".yaml");
    }

    /// Values every sheet of the case at the prices of a run.
    ///
    /// @param balance of the run
    public static CaseProjects of(CaseFile file, Balance balance) {
        return of(file, Assessment.of(balance, Governance.builtIn()));
    }

    /// The same of a balance whose indicators are known.
    public static CaseProjects of(CaseFile file, Assessment world) {
        Outcome<List<ProjectLink>> links =
                read(file, Optional.of(world.balance().of()));
        if (links.value().orElseThrow().isEmpty()) {
            return new CaseProjects(List.of(), links.findings());
        }
        List<CaseProject> all = new ArrayList<>();
        for (ProjectLink link : links.value().orElseThrow()) {
            Deadline.present().check();
            all.add(CaseProject.of(link, world));
        }
        return new CaseProjects(all, links.findings());
    }

    private static Finding twice(String path, String id, String first) {
        return new Finding(
                Finding.Severity.WARNING,
                Finding.Place.of(path),
                new Text("Project '" + id + "'", "プロジェクト「" + id + "」"),
                new Text(
                        "its id is that of " + first + " too; ids must be unique.",
                        "ID が " + first + " と同じです。ID は一意でなければなりません。"),
                Optional.of(new Text("one of them should be renamed.", "どちらかを改名してください。")));
    }
}
