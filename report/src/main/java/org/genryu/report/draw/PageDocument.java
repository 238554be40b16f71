package org.genryu.report.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.genryu.core.Check;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.write.Html;
import org.genryu.report.write.PageMark;

/// What do all pages share? One file that loads nothing, runs nothing and prints well: head with its content security
/// policy and style sheet, the line on top, contents, sections, footer. It holds no date, so that the same run gives
/// the same bytes.
///
/// @param kind what the page is, such as "Genryu report"
/// @param title of the case or project
/// @param facts of the run in one line
public record PageDocument(Lang lang, String kind, String title, String facts, PageMark mark) {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    private static final Text SKIP = new Text("Skip to the content", "本文へ移動");
    private static final Text CONTENTS = new Text("Contents", "目次");

    /// The whole file.
    /// @param headline what comes before the contents
    /// @param sections by heading, in order
    public String of(Consumer<Html> headline, Map<Text, Consumer<Html>> sections, String footer) {
        Html html = new Html();
        html.open("html", "lang", lang == Lang.JA ? "ja" : "en");
        head(html);
        html.open("body").leaf("a", SKIP.in(lang), "class", "skip", "href", "#main");
        Palette.patterns(html);
        html.open("header", "class", "top").leaf("p", kind, "class", "soft").leaf("h1", title);
        html.leaf("p", facts, "class", "run").close("header").line();
        html.open("main", "id", "main");
        headline.accept(html);
        contents(html, sections);
        sections.forEach((name, content) -> {
            html.line().open("section", "aria-labelledby", anchor(name)).leaf("h2", name.in(lang), "id", anchor(name));
            content.accept(html);
            html.close("section");
        });
        html.close("main").line();
        html.open("footer").leaf("p", footer).close("footer");
        html.close("body").close("html").line();
        return "<!DOCTYPE html>\n" + html;
    }

    private void head(Html html) {
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.empty("meta", "name", "generator", "content", "Genryu " + mark.version());
        if (!mark.label().isEmpty()) {
            html.empty("meta", "name", "rights", "content", mark.label());
        }
        html.leaf("title", title + " – " + kind);
        html.style(styleSheet()).close("head").line();
    }

    /// What all pages look like.
    public static String styleSheet() {
        return resource("page.css") + Palette.rules();
    }

    private void contents(Html html, Map<Text, Consumer<Html>> sections) {
        html.open("nav", "aria-label", CONTENTS.in(lang)).open("ul");
        sections.keySet()
                .forEach(name -> html.open("li")
                        .leaf("a", name.in(lang), "href", "#" + anchor(name))
                        .close("li"));
        html.close("ul").close("nav");
    }

    /// The same in both languages, so that a link survives a change of language.
    private static String anchor(Text name) {
        return "s-"
                + name.en()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
    }

    private static String resource(String name) {
        try (InputStream in = PageDocument.class.getResourceAsStream(name)) {
            Check.that(in != null, "Document: resource %s is missing.", name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
