package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.core.number.NumberText;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.value.BankableSupport;
import org.genryu.value.cash.Metric;
import org.genryu.value.cash.ProjectWorth;
import org.genryu.value.future.Bankability;
import org.genryu.value.world.AddedSupply;
import org.genryu.value.world.BoughtFeed;
import org.genryu.value.world.CaseProject;

/// What are the projects of the case worth at the prices of this run, what makes them bankable, and what would they add
/// to whom?
final class ProjectSection {
    private ProjectSection() {}

    /// Where the page tells of a project.
    static String anchor(CaseProject project) {
        return "project-" + project.project().header().id();
    }

    static void write(Html html, PageView view) {
        List<CaseProject> projects = view.run().projects().all();
        List<CaseProject> valued = projects.stream()
                .filter(project -> project.run().isPresent())
                .sorted(Comparator.comparingDouble(project -> -worth(project).npv()))
                .toList();
        long gaining =
                valued.stream().filter(project -> worth(project).npv() > 0).count();
        html.leaf("p", view.words(WorldPhrases.PROJECTS_INTRO));
        html.leaf("p", view.words(WorldPhrases.PROJECTS_SENTENCE, projects.size(), valued.size(), gaining));
        FigureTable sheet = new FigureTable(
                "projects",
                4,
                view.words(WorldPhrases.PROJECT),
                view.words(WorldPhrases.PLANT),
                view.words(WorldPhrases.NEEDS),
                view.words(WorldPhrases.CURRENCY),
                view.words(WorldPhrases.NPV_SHEET),
                view.words(WorldPhrases.NPV_RUN),
                view.words(WorldPhrases.IRR_SHEET),
                view.words(WorldPhrases.IRR_RUN),
                view.words(WorldPhrases.DSCR_SIGNED),
                view.words(WorldPhrases.FEED_DRIFT));
        ordered(projects, valued).forEach(project -> row(sheet, view, project));
        PageFigure.table(html, view.lang(), view.words(WorldPhrases.PROJECTS_TITLE), sheet, true);
        added(html, view, projects);
        html.open("ul");
        projects.stream()
                .flatMap(project -> project.notes().stream())
                .map(note -> note.in(view.lang()))
                .distinct()
                .forEach(note -> html.leaf("li", note));
        html.close("ul");
    }

    private static ProjectWorth worth(CaseProject project) {
        return project.run().orElseThrow().anew();
    }

    private static List<CaseProject> ordered(List<CaseProject> all, List<CaseProject> first) {
        List<CaseProject> ordered = new ArrayList<>(first);
        all.stream().filter(project -> !first.contains(project)).forEach(ordered::add);
        return ordered;
    }

    private static void row(FigureTable sheet, PageView view, CaseProject project) {
        String money = project.project().header().money().currency();
        Optional<ProjectWorth> anew = project.run().map(CaseProject.AtRun::anew);
        Optional<ProjectWorth> signed = project.run().map(CaseProject.AtRun::signed);
        double drift = project.feeds().stream().mapToDouble(BoughtFeed::drift).sum();
        sheet.row(
                FigureTable.word(project.project().header().title().in(view.lang()))
                        .with(List.of(
                                new FigureTable.Mark(project.project().header().id(), "#" + anchor(project), false))),
                FigureTable.word(project.link().processes().stream()
                        .map(process -> view.plants().get(process).id())
                        .collect(Collectors.joining(" "))),
                FigureTable.word(needs(view, project)),
                FigureTable.word(money),
                money(view, money, project.own().npv()),
                anew.map(worth -> money(view, money, worth.npv())).orElseGet(() -> missing(view)),
                metric(view, project.own().irr(), true),
                anew.map(worth -> metric(view, worth.irr(), true)).orElseGet(() -> missing(view)),
                signed.map(worth -> metric(view, worth.dscr(), false)).orElseGet(() -> missing(view)),
                drift == 0 ? missing(view) : money(view, money, drift));
    }

    private static FigureTable.Cell missing(PageView view) {
        return new FigureTable.Cell(view.words(PagePhrases.MISSING), "");
    }

    private static FigureTable.Cell money(PageView view, String currency, double value) {
        return FigureTable.number(view.shown().money(value, currency), value);
    }

    private static FigureTable.Cell metric(PageView view, Metric metric, boolean share) {
        return metric.found()
                .map(value -> FigureTable.number(
                        share ? view.shown().percent(value) : view.shown().number(value), value))
                .orElseGet(() -> missing(view));
    }

    /// What lets the signed debt be covered: nothing, the least of each kind that does, or that nothing does.
    private static String needs(PageView view, CaseProject project) {
        Optional<BankableSupport> found = project.run().flatMap(CaseProject.AtRun::bankable);
        if (project.run().isEmpty()) {
            return view.words(WorldPhrases.OUTSIDE_THE_CASE);
        }
        if (found.isEmpty()) {
            return view.words(WorldPhrases.NO_DEBT);
        }
        List<String> needed = new ArrayList<>();
        for (Map.Entry<Bankability.Lever, Bankability.Answer> answer :
                found.get().answers().entrySet()) {
            switch (answer.getValue()) {
                case Bankability.Answer.NothingNeeded _ -> {
                    return view.words(WorldPhrases.NOTHING_NEEDED);
                }
                case Bankability.Answer.Needed(double amount, var _) ->
                    needed.add(BankableSupport.name(answer.getKey(), project.project())
                                    .in(view.lang()) + " " + NumberText.number(amount));
                case Bankability.Answer.NotReachable _ -> {
                    // told if no kind reaches it
                }
            }
        }
        return needed.isEmpty() ? view.words(WorldPhrases.NOT_REACHABLE) : String.join(" / ", needed);
    }

    /// Output in the best year beside what the home partners use, for every product that is a commodity of the
    /// case.
    private static void added(Html html, PageView view, List<CaseProject> projects) {
        FigureTable sheet = new FigureTable(
                "project-supply",
                4,
                view.words(WorldPhrases.PROJECT),
                view.words(PagePhrases.COMMODITY),
                view.words(PagePhrases.PERIOD),
                view.words(PagePhrases.UNIT),
                view.words(WorldPhrases.OUTPUT),
                view.words(WorldPhrases.IN_RUN),
                view.words(WorldPhrases.HOME_USE, view.homeNames()),
                view.words(WorldPhrases.OF_HOME_USE));
        for (CaseProject project : projects) {
            html.open("span", "id", anchor(project)).close("span");
            for (AddedSupply added : project.added()) {
                int best = added.best();
                sheet.row(
                        FigureTable.word(project.project().header().title().in(view.lang())),
                        FigureTable.word(view.commodity(added.commodity())),
                        FigureTable.word(view.period(best)),
                        FigureTable.word(view.unit(added.commodity())),
                        FigureTable.number(view.shown().number(added.output()[best]), added.output()[best]),
                        FigureTable.number(view.shown().number(added.inRun()[best]), added.inRun()[best]),
                        FigureTable.number(view.shown().number(added.homeUse(best)), added.homeUse(best)),
                        added.share(best).isPresent()
                                ? FigureTable.number(
                                        view.shown().percent(added.share(best).getAsDouble()),
                                        added.share(best).getAsDouble())
                                : missing(view));
            }
        }
        if (sheet.size() > 0) {
            PageFigure.table(html, view.lang(), view.words(WorldPhrases.SUPPLY_TITLE), sheet, false);
        }
    }
}
