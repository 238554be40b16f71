package org.genryu.report.stress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.ChangeLog;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.brief.ShelfWords;
import org.genryu.report.draw.PageDocument;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.Html;
import org.genryu.report.write.PageMark;
import org.genryu.stress.shelf.Shelf;
import org.genryu.stress.shelf.ShelfRow;
import org.genryu.stress.shelf.ShelfSquare;

/// Several scenarios side by side, for people: what each changes, and what comes of it.
public final class ShelfPage {
    private ShelfPage() {}

    /// The whole page.
    public static String of(Shelf shelf, SupplyCase of, Lang lang, PageMark mark) {
        return of(shelf, Map.of(), of, lang, mark);
    }

    /// A scenario with its events and measures apart: what each changes stands before what comes of it.
    /// @param shelf of events alone, measures alone and both, in this order, each with an answer
    /// @param log every number that the scenario touched
    public static String apart(Shelf shelf, List<ChangeLog.Entry> log, SupplyCase of, Lang lang, PageMark mark) {
        List<ShelfRow> rows =
                shelf.told().stream().map(one -> one.row().orElseThrow()).toList();
        Scenario both = shelf.entries().getLast().scenario();
        ShelfSquare square = new ShelfSquare(rows.get(0), rows.get(1), rows.get(2));
        return of(shelf, new ApartSection(both, square, log, of, lang).sections(), of, lang, mark);
    }

    private static String of(Shelf shelf, Map<Text, Consumer<Html>> first, SupplyCase of, Lang lang, PageMark mark) {
        ShelfWords words = new ShelfWords(of, lang);
        Map<Text, Consumer<Html>> sections = new LinkedHashMap<>(first);
        sections.put(
                StressPagePhrases.BESIDE.text(),
                html -> PageFigure.table(html, lang, StressPagePhrases.BESIDE.in(lang), words.beside(shelf), true));
        sections.put(
                StressPagePhrases.ROWS.text(),
                html -> PageFigure.table(html, lang, StressPagePhrases.ROWS.in(lang), words.table(shelf), true));
        return new PageDocument(
                        lang,
                        StressPagePhrases.KIND.in(lang),
                        of.info().title().in(lang),
                        mark.on(
                                StressPagePhrases.SHELF_FACTS.in(
                                        lang, mark.version(), of.info().money().currency()),
                                lang),
                        mark)
                .of(
                        html -> shelf.told()
                                .forEach(entry -> html.leaf(
                                        "p",
                                        entry.scenario().title().in(lang) + ": "
                                                + words.headline(entry.row().orElseThrow()))),
                        sections,
                        StressPagePhrases.FOOTER.in(lang));
    }
}
