package org.genryu.report.brief;

import org.genryu.core.Lang;
import org.genryu.report.write.Html;

/// A [Brief] on top of a page.
public final class BriefSection {
    private BriefSection() {}

    /// @param large how many lines of its title are told large
    /// @param after what stands under it
    public static void write(Html html, Brief brief, int large, String after, Lang lang) {
        html.open("section", "class", "headline", "id", "headline");
        for (int i = 0; i < brief.title().size(); i++) {
            html.leaf("p", brief.title().get(i), "class", i < large ? "lead" : "soft");
        }
        html.open("dl", "class", "brief");
        for (Brief.Part part : brief.parts()) {
            html.leaf("dt", part.head()).open("dd");
            part.lines().forEach(line -> html.leaf("p", line.all(lang)));
            html.close("dd");
        }
        html.close("dl");
        if (!after.isEmpty()) {
            html.leaf("p", after, "class", "soft");
        }
        html.close("section");
    }
}
