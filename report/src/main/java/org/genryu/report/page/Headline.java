package org.genryu.report.page;

import org.genryu.report.brief.Brief;
import org.genryu.report.brief.BriefSection;
import org.genryu.report.write.Html;

/// What must a reader take away? The sentences that the screen says too ([Brief]), and how origin is counted.
final class Headline {
    private Headline() {}

    static void write(Html html, PageView view) {
        Brief brief = Brief.of(view.run(), view.balance(), view.assessment(), view.lang());
        // The page has the name of the case above: only a scenario is told large.
        BriefSection.write(html, brief, brief.title().size() - 1, view.words(PagePhrases.SURE_ORIGIN), view.lang());
    }
}
