package org.genryu.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.core.Check;
import org.genryu.core.Lang;

/// What do people read? `report.html`: one file with everything in it, that loads nothing, runs nothing and prints
/// well.
///
/// Order: the sentence that matters most, the chain, prices, shortages, dependence, the base year, who earns what,
/// why the prices, the
/// sources, the run. The page forbids itself to load anything (content security policy) and holds no date, so the
/// same run gives the same
/// bytes.
final class Page {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final Run run;
    private final Lang lang;
    private final Html html = new Html();

    private Page(Run run, Lang lang) {
        this.run = run;
        this.lang = lang;
    }

    static String of(Run run, Lang lang) {
        return new Page(run, lang).whole();
    }

    private String whole() {
        html.open("html", "lang", lang == Lang.JA ? "ja" : "en");
        head();
        html.open("body");
        html.leaf("a", Words.SKIP.in(lang), "class", "skip", "href", "#main");
        Palette.patterns(html);
        title();
        html.open("main", "id", "main");
        switch (run.result()) {
            case BalanceResult.Balanced(Balance balance, var _) -> answer(balance);
            case BalanceResult.StoppedEarly(var best, var _) ->
                best.ifPresentOrElse(this::answer, () -> noAnswer(Words.NO_TIME, List.of()));
            case BalanceResult.Infeasible(var limits) -> noAnswer(Words.NO_ANSWER, limits);
            case BalanceResult.Unbounded(var limits) -> noAnswer(Words.WITHOUT_LIMIT, limits);
        }
        html.close("main").line();
        html.open("footer").leaf("p", Words.FOOTER.in(lang)).close("footer");
        html.close("body").close("html").line();
        return "<!DOCTYPE html>\n" + html;
    }

    private void head() {
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.empty(
                "meta", "name", "generator", "content", "Genryu " + run.facts().version());
        html.leaf("title", run.supply().info().title().in(lang) + " – " + Words.REPORT.in(lang));
        html.style(resource("page.css") + Palette.rules()).close("head").line();
    }

    private void title() {
        html.open("header", "class", "top");
        html.leaf("p", Words.REPORT.in(lang), "class", "soft");
        html.leaf("h1", run.supply().info().title().in(lang));
        html.leaf("p", Figure.facts(run, lang), "class", "run");
        html.close("header").line();
    }

    private void answer(Balance balance) {
        View view = View.of(run, balance, lang);
        Headline.write(html, view);
        Map<Words, Consumer<Html>> sections = new LinkedHashMap<>();
        sections.put(Words.CHAIN, out -> ChainSection.write(out, view));
        sections.put(Words.PRICES, out -> PriceSection.write(out, view));
        sections.put(Words.SHORTAGES, out -> ShortageSection.write(out, view));
        sections.put(Words.DEPENDENCE, out -> DependenceSection.write(out, view));
        sections.put(Words.BASE, out -> ProofSections.base(out, view));
        sections.put(Words.MONEY, out -> ProofSections.money(out, view));
        sections.put(Words.WHY, out -> ProofSections.why(out, view));
        write(sections);
    }

    private void noAnswer(Words title, List<BalanceResult.Limit> limits) {
        SourceSections.limits(html, title, limits, lang);
        write(new LinkedHashMap<>());
    }

    private void write(Map<Words, Consumer<Html>> sections) {
        sections.put(Words.SOURCES, out -> SourceSections.sources(out, run, lang));
        sections.put(Words.RUN, out -> SourceSections.run(out, run, lang));
        html.open("nav", "aria-label", Words.CONTENTS.in(lang)).open("ul");
        sections.keySet()
                .forEach(name -> html.open("li")
                        .leaf("a", name.in(lang), "href", "#" + anchor(name))
                        .close("li"));
        html.close("ul").close("nav");
        sections.forEach((name, content) -> {
            html.line().open("section", "aria-labelledby", anchor(name)).leaf("h2", name.in(lang), "id", anchor(name));
            content.accept(html);
            html.close("section");
        });
    }

    private static String anchor(Words name) {
        return "s-" + name.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            Check.that(in != null, "Page: resource %s is missing.", name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
