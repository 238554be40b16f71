package org.genryu.report.page;

import org.genryu.report.brief.Brief;
import org.genryu.report.write.Html;

/// What must a reader take away? The sentences that the screen says too ([Brief]), and how origin is counted.
final class Headline {
    private Headline() {}

    static void write(Html html, PageView view) {
        Brief brief = Brief.of(view.run(), view.balance(), view.assessment(), view.lang());
        html.open("section", "class", "headline", "id", "headline");
        // The page has the name of the case above: only a scenario is told large.
        int large = brief.title().size() - 1;
        for (int i = 0; i < brief.title().size(); i++) {
            html.leaf("p", brief.title().get(i), "class", i < large ? "lead" : "soft");
        }
        html.open("dl", "class", "brief");
        for (Brief.Part part : brief.parts()) {
            html.leaf("dt", part.head()).open("dd");
            part.lines().forEach(line -> html.leaf("p", line.all(view.lang())));
            html.close("dd");
        }
        html.close("dl");
        html.leaf("p", view.words(PagePhrases.SURE_ORIGIN), "class", "soft").close("section");
    }
}
