package org.genryu.report.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.write.NumberFormat;
import org.genryu.value.world.CaseProject;

/// Which projects of the case are worth it at the prices of the run?
final class BriefProjects {
    private static final int FIRST = 2;

    private final BriefSubject told;

    BriefProjects(BriefSubject told) {
        this.told = told;
    }

    /// None if no project sells on a market of the run.
    List<Line> lines() {
        List<CaseProject> valued = told.run().projects().all().stream()
                .filter(project -> project.run().isPresent())
                .toList();
        List<CaseProject> gaining = valued.stream()
                .filter(project -> npv(project) > 0)
                .sorted(Comparator.comparingDouble(project -> -npv(project)))
                .toList();
        List<CaseProject> losing = valued.stream()
                .filter(project -> npv(project) <= 0)
                .sorted(Comparator.comparingDouble(BriefProjects::npv))
                .toList();
        if (valued.isEmpty()) {
            return List.of();
        }
        List<String> entries = new ArrayList<>();
        gaining.stream().limit(FIRST).forEach(project -> entries.add(one(project)));
        losing.stream().limit(FIRST).forEach(project -> entries.add(told.say(BriefPhrases.NOT_WORTH, one(project))));
        gaining.stream().skip(FIRST).limit(FIRST).forEach(project -> entries.add(one(project)));
        return List.of(
                Line.list(told.say(BriefPhrases.VALUED, gaining.size(), valued.size()), entries, valued.size(), 3));
    }

    private String one(CaseProject project) {
        String money = project.project().header().money().currency();
        return told.say(
                BriefPhrases.PROJECT_WORTH,
                project.project().header().title().in(told.lang()),
                told.shown().money(NumberFormat.rounded(npv(project), 3), money));
    }

    private static double npv(CaseProject project) {
        return project.run().orElseThrow().anew().npv();
    }
}
