package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genryu.balance.account.PlantAccount;
import org.genryu.balance.account.Utilisation;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.value.world.CaseProject;

/// What can the plants do, how much of it do they do, and which projects build them?
final class PlantSection {
    /// Plants in the open table; the file has them all.
    private static final int MOST_ROWS = 24;

    /// From here on a plant is full [fraction].
    private static final double FULL = 0.999;

    private PlantSection() {}

    static void write(Html html, PageView view) {
        List<PlantAccount> all = view.plants().stream()
                .filter(plant -> plant.stands() && plant.product() >= 0)
                .sorted(Comparator.comparingDouble(plant -> -worth(view, plant)))
                .toList();
        long limited =
                all.stream().filter(plant -> used(view, plant, 0).isPresent()).count();
        long full = all.stream()
                .filter(plant -> used(view, plant, 0).orElse(0) >= FULL)
                .count();
        html.leaf("p", view.words(WorldPhrases.PLANTS_SENTENCE, view.period(0), limited, full));
        FigureTable open = sheet(view);
        all.stream().limit(MOST_ROWS).forEach(plant -> row(open, view, plant));
        FigureTable whole = sheet(view);
        all.forEach(plant -> row(whole, view, plant));
        PageFigure.table(html, view.lang(), view.words(WorldPhrases.PLANTS), open, whole);
    }

    private static double worth(PageView view, PlantAccount plant) {
        return plant.activity()[0] * view.meanPrice(plant.product());
    }

    private static OptionalDouble used(PageView view, PlantAccount plant, int t) {
        return Utilisation.of(view.balance(), plant.process(), t);
    }

    /// The first period and, if there are more, the last.
    private static IntStream periods(PageView view) {
        return IntStream.of(0, view.last()).distinct();
    }

    private static FigureTable sheet(PageView view) {
        List<String> columns = new ArrayList<>(List.of(
                view.words(WorldPhrases.PLANT),
                view.words(PagePhrases.PLACE),
                view.words(PagePhrases.COMMODITY),
                view.words(WorldPhrases.STATUS),
                view.words(WorldPhrases.PROJECTS),
                view.words(PagePhrases.UNIT)));
        int words = columns.size();
        periods(view).forEach(t -> {
            columns.add(view.words(WorldPhrases.CAPACITY_AT, view.period(t)));
            columns.add(view.words(WorldPhrases.UTILISATION_AT, view.period(t)));
        });
        return new FigureTable("plants", words, columns.toArray(String[]::new));
    }

    private static void row(FigureTable sheet, PageView view, PlantAccount plant) {
        List<FigureTable.Cell> cells = new ArrayList<>(List.of(
                FigureTable.word(plant.id()),
                FigureTable.word(view.place(plant.place())),
                FigureTable.word(view.commodity(plant.product())),
                FigureTable.word(view.words(WorldPhrases.status(plant.status()))),
                projects(view, plant),
                FigureTable.word(view.unit(plant.product()))));
        periods(view).forEach(t -> {
            cells.add(FigureTable.number(view.shown().number(plant.capacity()[t]), plant.capacity()[t]));
            cells.add(utilisation(view, plant, t));
        });
        sheet.row(cells);
    }

    /// Links to those that build it.
    private static FigureTable.Cell projects(PageView view, PlantAccount plant) {
        List<CaseProject> building = view.run().projects().all().stream()
                .filter(project -> project.link().processes().contains(plant.process()))
                .toList();
        return new FigureTable.Cell(
                        "",
                        building.stream()
                                .map(project -> project.project().header().id())
                                .collect(Collectors.joining(" ")))
                .with(building.stream()
                        .map(project -> new FigureTable.Mark(
                                project.project().header().id(), "#" + ProjectSection.anchor(project), false))
                        .toList());
    }

    private static FigureTable.Cell utilisation(PageView view, PlantAccount plant, int t) {
        OptionalDouble used = used(view, plant, t);
        return used.isPresent()
                ? FigureTable.number(view.shown().percent(used.getAsDouble()), used.getAsDouble())
                : new FigureTable.Cell(view.words(PagePhrases.MISSING), "");
    }
}
