package org.genryu.web.page;

import java.util.function.Consumer;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.write.Html;
import org.genryu.web.http.WebCall;

/// A page without case and rail: it says nothing of what the workbench holds.
public final class PlainPage {
    private PlainPage() {}

    public static String of(WebCall call, Text title, Consumer<Html> content) {
        Lang lang = call.lang();
        Html html = new Html();
        html.open("html", "lang", lang == Lang.JA ? "ja" : "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.leaf("title", title.in(lang) + " – " + WebPhrases.WORKBENCH.in(lang));
        html.empty("link", "rel", "icon", "href", "/style/icon.svg", "type", "image/svg+xml");
        html.empty("link", "rel", "stylesheet", "href", "/style/page.css").close("head");
        html.open("body", "class", "bench").open("main", "id", "main", "class", "plain");
        html.leaf("h1", title.in(lang));
        content.accept(html);
        html.close("main").close("body").close("html").line();
        return "<!DOCTYPE html>\n" + html;
    }
}
