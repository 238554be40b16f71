package org.genryu.report.page;

import org.genryu.report.brief.ShelfWords;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.Html;
import org.genryu.stress.shelf.Shelf;

/// What do the scenarios of the case come to? One row each.
final class ShelfSection {
    private ShelfSection() {}

    static void write(Html html, PageView view) {
        Shelf shelf = view.run().shelf();
        html.leaf(
                "p",
                view.words(
                        WorldPhrases.SHELF_SENTENCE,
                        shelf.told().size(),
                        shelf.entries().size(),
                        shelf.shorts()));
        PageFigure.table(
                html,
                view.lang(),
                view.words(WorldPhrases.SHELF),
                new ShelfWords(view.run().supply(), view.lang()).table(shelf),
                true);
    }
}
