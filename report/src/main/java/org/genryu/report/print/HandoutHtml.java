package org.genryu.report.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genryu.core.Check;
import org.genryu.core.Lang;
import org.genryu.core.number.UnsafeSigns;
import org.genryu.report.brief.Brief;
import org.genryu.report.draw.Palette;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.results.Evidence;

/// The two pages as HTML that is XML as well: one file that loads nothing and runs nothing, from which a browser prints
/// and from which [HandoutPdf] is laid out. Plain styles of CSS 2, so that both read it alike.
final class HandoutHtml {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /// What a page leaves free when it is tried, for a browser whose letters are a little wider.
    private static final String SLACK = "@page{margin-bottom:17mm}\n";

    /// Longest title of the file [characters].
    private static final int TITLE = 200;

    private final Handout handout;
    private final Lang lang;

    HandoutHtml(Handout handout) {
        this.handout = handout;
        this.lang = handout.lang();
    }

    /// How much of a page is told.
    ///
    /// @param entries of each list
    /// @param rows of each picture, table and list of sources
    /// @param size of letters, of the usual [fraction]
    /// @param longest text, beyond which it is cut [characters]
    record Room(int entries, int rows, double size, int longest) {}

    /// Both pages.
    String both(Room first, Room second) {
        return page("", html -> {
            first(html, first);
            second(html, second);
        });
    }

    /// The first page alone, to see whether it fits.
    String firstAlone(Room room) {
        return page(SLACK, html -> first(html, room));
    }

    String secondAlone(Room room) {
        return page(SLACK, html -> second(html, room));
    }

    /// The style rules of pictures, which are drawn by the same.
    static String pictureRules() {
        return resource("picture.css") + Palette.rules();
    }

    private interface Content {
        void write(Html html);
    }

    /// @param style beside that of the page
    private String page(String style, Content content) {
        Html html = new Html();
        html.open("html", "lang", lang == Lang.JA ? "ja" : "en", "xmlns", "http://www.w3.org/1999/xhtml");
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.empty("meta", "name", "description", "content", handout.kind());
        html.leaf("title", cut(handout.question(), TITLE) + " – " + handout.kind());
        html.style(resource("print.css") + style + pictureRules()).close("head").line();
        html.open("body");
        content.write(html);
        html.close("body").close("html").line();
        return "<!DOCTYPE html>\n" + html;
    }

    private void first(Html html, Room room) {
        open(html, "sheet", room);
        top(html, 1, room);
        html.leaf("h1", cut(handout.question(), room));
        said(html, handout.basis(), room);
        html.open("div", "class", "answer");
        handout.answer().forEach(said -> html.leaf("p", cut(said, room)));
        html.close("div");
        handout.first().forEach(block -> block(html, block, room));
        html.open("div", "class", "foot")
                .leaf("p", HandoutPhrases.TURN.in(lang))
                .close("div");
        html.close("div").line();
    }

    private void second(Html html, Room room) {
        open(html, "sheet second", room);
        top(html, 2, room);
        handout.second().forEach(block -> block(html, block, room));
        again(html);
        html.close("div").line();
    }

    private static void open(Html html, String css, Room room) {
        String style = room.size() == 1 ? "" : String.format(Locale.ROOT, "font-size:%.2fpt", 9 * room.size());
        html.line().open("div", "class", css, style.isEmpty() ? "" : "style", style);
    }

    private void top(Html html, int page, Room room) {
        html.open("div", "class", "top").open("table").open("tbody").open("tr");
        html.leaf("td", cut(handout.kind() + " · " + handout.of(), room));
        html.leaf("td", HandoutPhrases.PAGE.in(lang, page), "class", "right");
        html.close("tr").close("tbody").close("table").close("div").line();
    }

    private void again(Html html) {
        Permalink again = handout.again();
        html.open("div", "class", "foot");
        String label = again.label().isEmpty() ? HandoutPhrases.NO_LABEL.in(lang) : again.label();
        html.leaf(
                "p",
                HandoutPhrases.AGAIN.in(lang, again.version(), again.caseId(), label, again.caseHash(), again.date()));
        html.leaf("p", again.command(), "class", "mono");
        html.leaf("p", HandoutPhrases.ADDRESS.in(lang, again.address()));
        html.close("div");
    }

    private void block(Html html, Handout.Block block, Room room) {
        switch (block) {
            case Handout.Lines lines -> lines(html, lines, room);
            case Handout.Picture picture -> {
                head(html, block);
                said(html, picture.sentence(), room);
                html.open("div", "class", "wide");
                picture.drawing().draw(html, room.rows());
                html.close("div");
            }
            case Handout.Sheet sheet -> {
                head(html, block);
                said(html, sheet.sentence(), room);
                table(html, sheet.table(), room);
            }
            case Handout.Sources sources -> {
                head(html, block);
                said(html, sources.sentence(), room);
                sources(html, sources.sources(), room);
            }
        }
    }

    private static void head(Html html, Handout.Block block) {
        html.line().leaf("h2", block.head());
    }

    /// The head stands beside the sentences.
    private void lines(Html html, Handout.Lines lines, Room room) {
        html.line().open("table", "class", "part").open("tbody").open("tr");
        html.open("td", "class", "head").leaf("h2", lines.head()).close("td").open("td");
        lines.lines().forEach(line -> html.leaf("p", entries(line, room)));
        html.close("td").close("tr").close("tbody").close("table");
    }

    private static void said(Html html, String sentence, Room room) {
        if (!sentence.isEmpty()) {
            html.leaf("p", cut(sentence, room));
        }
    }

    private String entries(Brief.Line line, Room room) {
        List<String> kept =
                line.entries().stream().map(entry -> cut(entry, room)).toList();
        return new Brief.Line(kept, line.total(), line.rows()).first(Math.min(room.entries(), kept.size()), lang);
    }

    private void table(Html html, FigureTable table, Room room) {
        html.open("table").open("thead").open("tr");
        List<String> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            html.leaf("th", columns.get(i), "scope", "col", table.isNumber(i) ? "class" : "", "n");
        }
        html.close("tr").close("thead").open("tbody");
        table.rows().stream().limit(room.rows()).forEach(row -> {
            html.open("tr");
            for (int i = 0; i < columns.size(); i++) {
                html.leaf("td", cut(row.get(i).shown(), room), table.isNumber(i) ? "class" : "", "n");
            }
            html.close("tr");
        });
        html.close("tbody").close("table");
        more(html, table.size() - room.rows());
    }

    private void sources(Html html, List<Evidence.Source> sources, Room room) {
        sources.stream().limit(room.rows()).forEach(source -> {
            String grade = source.reliability() + source.credibility();
            String told = Stream.of(
                            source.title().isEmpty() ? source.id() : source.title(),
                            source.publisher(),
                            source.date(),
                            grade.isEmpty() ? "" : HandoutPhrases.GRADE.in(lang, grade),
                            source.url())
                    .filter(part -> !part.isEmpty())
                    .map(part -> cut(part, room))
                    .collect(Collectors.joining(" · "));
            html.leaf("p", told, "class", "soft");
        });
        more(html, sources.size() - room.rows());
    }

    private void more(Html html, int left) {
        if (left > 0) {
            html.leaf("p", HandoutPhrases.MORE.in(lang, left), "class", "soft");
        }
    }

    /// A text of the case as it can stand on a page: signs that hide or turn text are shown, and what nobody
    /// would read to its end is cut.
    private static String cut(String text, int longest) {
        String shown = UnsafeSigns.shown(text);
        return shown.codePointCount(0, shown.length()) <= longest
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, longest)) + "…";
    }

    private static String cut(String text, Room room) {
        return cut(text, room.longest());
    }

    private static String resource(String name) {
        try (InputStream in = HandoutHtml.class.getResourceAsStream(name)) {
            Check.that(in != null, "HandoutHtml: resource %s is missing.", name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
