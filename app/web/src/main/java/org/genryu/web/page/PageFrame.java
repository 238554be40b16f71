package org.genryu.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.genryu.core.Lang;
import org.genryu.report.draw.Palette;
import org.genryu.report.write.Html;
import org.genryu.web.http.Imprint;
import org.genryu.web.http.WebCall;
import org.genryu.web.link.ViewState;
import org.genryu.web.told.ToldPage;
import org.genryu.web.world.KnownCase;

/// What do all pages of the workbench share? The rail of pages, case and scenario with their picker and label, the
/// language, the question of the page as its title, the permalink. With scripts off all of it works.
public final class PageFrame {
    private final WebDesk desk;
    private final WebCall call;
    private final WebPage page;
    private final KnownCase shown;
    private final List<ToldPage> told = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>(List.of("workbench.js", "live.js", "format.js", "charts.js"));
    private boolean waiting;

    public PageFrame(WebDesk desk, WebCall call, WebPage page) throws WebCall.Refused {
        this.desk = desk;
        this.call = call;
        this.page = page;
        this.shown = desk.chosen(call);
    }

    /// A page that commands have written stands on this one; its pictures need their sizes.
    public PageFrame with(ToldPage one) {
        told.add(one);
        return this;
    }

    /// A script that improves this page beside the one of all pages.
    public PageFrame script(String name) {
        scripts.add(name);
        return this;
    }

    /// Something on the page is not there yet: without scripts the browser looks again by itself.
    public PageFrame waiting() {
        waiting = true;
        return this;
    }

    public KnownCase shown() {
        return shown;
    }

    /// The whole page.
    public String of(Consumer<Html> content) {
        Lang lang = call.lang();
        Html html = new Html();
        html.open("html", "lang", lang == Lang.JA ? "ja" : "en");
        head(html, lang);
        html.open("body", "class", "bench").leaf("a", say(WebPhrases.SKIP), "class", "skip", "href", "#main");
        Palette.patterns(html);
        html.open("header", "class", "bar");
        html.leaf(
                "a",
                say(WebPhrases.WORKBENCH),
                "class",
                "brand",
                "href",
                call.state().at("/").address());
        picker(html);
        language(html);
        visitor(html);
        html.close("header").line();
        html.open("div", "class", "desk");
        rail(html);
        html.open("main", "id", "main", "tabindex", "-1");
        html.leaf("h1", page.question().in(lang));
        content.accept(html);
        permalink(html);
        html.close("main").close("div").line();
        html.open("footer").leaf("p", say(WebPhrases.FOOTER)).close("footer");
        html.close("body").close("html").line();
        return "<!DOCTYPE html>\n" + html;
    }

    private void head(Html html, Lang lang) {
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "generator", "content", "Genryu " + desk.version());
        html.empty("meta", "name", "token", "content", call.visitor().token());
        html.leaf("title", page.label().in(lang) + " – " + shown.title().in(lang) + " – " + say(WebPhrases.WORKBENCH));
        html.empty("link", "rel", "stylesheet", "href", "/style/page.css");
        html.empty("link", "rel", "icon", "href", "/style/icon.svg", "type", "image/svg+xml");
        Set<String> sizes = new TreeSet<>();
        told.forEach(one -> sizes.addAll(one.sizes().keySet()));
        if (!sizes.isEmpty()) {
            html.empty("link", "rel", "stylesheet", "href", "/style/sizes.css?of=" + String.join(".", sizes));
        }
        scripts.forEach(name ->
                html.open("script", "src", "/script/" + name, "defer", "defer").close("script"));
        if (waiting) {
            html.open("noscript")
                    .empty("meta", "http-equiv", "refresh", "content", "2")
                    .close("noscript");
        }
        html.close("head").line();
    }

    private void rail(Html html) {
        html.open("nav", "class", "rail", "aria-label", say(WebPhrases.PAGES)).open("ul");
        for (WebPage one : WebPage.values()) {
            html.open("li")
                    .leaf(
                            "a",
                            one.label().in(call.lang()),
                            "href",
                            call.state().at(one.path()).address(),
                            one == page ? "aria-current" : "",
                            "page")
                    .close("li");
        }
        html.close("ul").close("nav").line();
    }

    /// Case and scenario, as a form that works without scripts.
    private void picker(Html html) {
        html.open("form", "method", "get", "action", page.path(), "class", "picker");
        html.empty("input", "type", "hidden", "name", ViewState.LANG, "value", call.lang() == Lang.JA ? "ja" : "en");
        html.open("label").text(say(WebPhrases.CASE) + " ").open("select", "name", ViewState.CASE);
        for (KnownCase one : desk.cases().all()) {
            boolean chosen = one.id().equals(shown.id());
            option(html, one.id(), one.title().in(call.lang()) + mark(one), chosen);
        }
        html.close("select").close("label");
        html.open("label").text(say(WebPhrases.SCENARIO) + " ").open("select", "name", ViewState.SCENARIO);
        String scenario = call.setting(ViewState.SCENARIO).orElse("");
        option(html, "", say(WebPhrases.CALM), scenario.isEmpty());
        shown.file()
                .scenarios()
                .forEach((id, one) -> option(html, id, one.title().in(call.lang()), id.equals(scenario)));
        html.close("select").close("label");
        html.leaf("button", say(WebPhrases.SHOW)).close("form");
        html.leaf(
                "span",
                WebPhrases.LABEL.in(
                        call.lang(), Imprint.shown(shown.file().label()).in(call.lang())),
                "class",
                "chip");
    }

    private String mark(KnownCase one) {
        return one.example() ? " (" + say(WebPhrases.EXAMPLE) + ")" : "";
    }

    public static void option(Html html, String value, String words, boolean chosen) {
        html.leaf("option", words, "value", value, chosen ? "selected" : "", "selected");
    }

    private void language(Html html) {
        Lang other = call.lang() == Lang.JA ? Lang.EN : Lang.JA;
        html.leaf(
                "a",
                say(WebPhrases.OTHER_LANGUAGE),
                "class",
                "tongue",
                "lang",
                other == Lang.JA ? "ja" : "en",
                "hreflang",
                other == Lang.JA ? "ja" : "en",
                "href",
                call.state().in(other).address());
    }

    /// Who is logged in, and the way out; nothing where nobody logs in.
    private void visitor(Html html) {
        if (call.visitor().session().isEmpty()) {
            return;
        }
        html.open("span", "class", "visitor")
                .leaf(
                        "a",
                        call.visitor().name(),
                        "href",
                        call.state().at("/account").address(),
                        "title",
                        say(WebPhrases.ACCOUNT));
        form(html, call, "/logout", out -> out.leaf("button", say(WebPhrases.LOG_OUT), "class", "second"));
        html.close("span");
    }

    /// The address that shows exactly this, whatever becomes of the case.
    private void permalink(Html html) {
        String address = call.state()
                .with(ViewState.CASE, shown.reference())
                .in(call.lang())
                .address();
        html.open("p", "class", "run permalink")
                .leaf("a", say(WebPhrases.PERMALINK), "href", address, "id", "permalink");
        html.text(" ")
                .leaf(
                        "button",
                        say(WebPhrases.COPY),
                        "type",
                        "button",
                        "class",
                        "second small",
                        "hidden",
                        "hidden",
                        "data-copy",
                        "permalink");
        html.leaf("span", "", "role", "status", "data-said", say(WebPhrases.COPIED))
                .close("p");
    }

    /// Begins a table in a frame of its own that can be scrolled by keys; its rows come next.
    public static void tableHead(Html html, String caption, List<String> columns) {
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        html.open("table").leaf("caption", caption).open("thead").open("tr");
        columns.forEach(column -> html.leaf("th", column, "scope", "col"));
        html.close("tr").close("thead").open("tbody");
    }

    /// A form that changes something: with the token that proves that it is of this visitor.
    public static void form(Html html, WebCall call, String action, Consumer<Html> fields, String... attributes) {
        List<String> all = new ArrayList<>(List.of("method", "post", "action", action));
        all.addAll(Arrays.asList(attributes));
        html.open("form", all.toArray(String[]::new));
        html.empty(
                "input",
                "type",
                "hidden",
                "name",
                "token",
                "value",
                call.visitor().token());
        fields.accept(html);
        html.close("form");
    }

    private String say(WebPhrases words) {
        return words.in(call.lang());
    }
}
