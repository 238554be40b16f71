package org.genryu.web.build;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Scenario;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.report.write.Html;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebCall.Refused;
import org.genryu.web.link.ViewState;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;
import org.genryu.web.version.CaseBook;
import org.genryu.web.world.KnownCase;

/// The page of the builder: the sentence, each line as it was understood, the pickers, the settings and the text.
final class BuildPage {
    private final WebDesk desk;
    private final WebCall call;
    private final CaseBook book;

    /// What the page shows.
    /// @param seen the version on which the text rests
    /// @param origin id of the scenario that is changed; empty for a new one
    /// @param shape whose fields are open; empty for none
    record Sheet(
            KnownCase seen, String origin, ScenarioText text, String shape, List<Finding> findings, List<Text> said) {}

    BuildPage(WebDesk desk, WebCall call, CaseBook book) {
        this.desk = desk;
        this.call = call;
        this.book = book;
    }

    void show(Sheet sheet) throws Refused {
        PageFrame frame = new PageFrame(desk, call, WebPage.STRESS);
        Lang lang = call.lang();
        String id = sheet.text().value("id");
        boolean sure = id.matches(BuildView.ID) && !sheet.text().items().isEmpty();
        Outcome<CaseFile> checked =
                sure ? book.check(List.of(BuildView.edit(book.newest(), id, sheet.text()))) : Outcome.failed(List.of());
        List<Finding> findings = sheet.findings().isEmpty() ? checked.findings() : sheet.findings();
        Optional<Scenario> scenario = checked.value().flatMap(file -> file.scenario(id));
        call.page(frame.of(html -> {
            html.leaf("h2", (sheet.origin().isEmpty() ? BuildPhrases.TITLE : BuildPhrases.CHANGE).in(lang));
            for (Text one : sheet.said()) {
                html.leaf("p", one.in(lang), "class", "warn", "role", "alert");
            }
            if (!findings.isEmpty()) {
                html.open("ul", "class", "findings");
                findings.forEach(one -> html.leaf(
                        "li", one.in(lang), "class", one.severity().name().toLowerCase(java.util.Locale.ROOT)));
                html.close("ul");
            }
            PageFrame.form(html, call, BuildView.action(call), out -> form(out, call, sheet, scenario));
        }));
    }

    private void form(Html html, WebCall call, Sheet sheet, Optional<Scenario> scenario) {
        Lang lang = call.lang();
        NamePicker names = new NamePicker(sheet.seen().file(), lang);
        hidden(html, "case", sheet.seen().reference());
        hidden(html, ViewState.LANG, lang == Lang.JA ? "ja" : "en");
        hidden(html, "origin", sheet.origin());
        hidden(html, "open", sheet.shape());
        // what Enter does in any field
        html.leaf(
                "button",
                BuildPhrases.CHECK.in(lang),
                "name",
                "do",
                "value",
                "check",
                "class",
                "unseen",
                "tabindex",
                "-1",
                "aria-hidden",
                "true");
        sentence(html, call);
        html.leaf("h3", BuildPhrases.UNDERSTOOD.in(lang));
        said(html, lang, sheet.text(), scenario, names);
        html.open("fieldset").leaf("legend", BuildPhrases.ADD.in(lang));
        BuildForm form = new BuildForm(lang, names);
        form.kinds(html, sheet.shape());
        html.leaf("p", BuildPhrases.SEVERAL.in(lang), "class", "soft", "id", "several");
        if (!sheet.shape().isEmpty()) {
            form.fields(html, sheet.shape(), call);
        }
        html.close("fieldset");
        settings(html, lang, sheet.text());
        html.open("details", sheet.findings().isEmpty() ? "" : "open", "open");
        html.leaf("summary", BuildPhrases.AS_TEXT.in(lang));
        html.open("label", "for", "text").text(BuildPhrases.TEXT.in(lang)).close("label");
        html.open("textarea", "name", "text", "id", "text", "rows", "18", "class", "code", "spellcheck", "false")
                .text("\n" + sheet.text().text())
                .close("textarea");
        html.close("details");
        html.open("p").open("label").text(BuildPhrases.WHY.in(lang) + " ");
        html.empty(
                "input",
                "name",
                "why",
                "size",
                "50",
                "maxlength",
                "500",
                "value",
                call.field("why").orElse(""));
        html.close("label").close("p").open("p", "class", "next");
        html.leaf("button", BuildPhrases.SAVE.in(lang), "name", "do", "value", "save");
        html.leaf("button", BuildPhrases.CHECK.in(lang), "name", "do", "value", "check", "class", "second");
        html.close("p");
    }

    private static void sentence(Html html, WebCall call) {
        Lang lang = call.lang();
        html.open("fieldset").leaf("legend", BuildPhrases.SENTENCE.in(lang));
        html.leaf("p", BuildPhrases.SENTENCE_HINT.in(lang), "class", "soft", "id", "sentence-hint");
        html.leaf("label", BuildPhrases.SENTENCE_LABEL.in(lang), "for", "sentence")
                .text(" ");
        html.empty(
                "input",
                "name",
                "sentence",
                "id",
                "sentence",
                "size",
                "60",
                "maxlength",
                Integer.toString(BuildView.LONGEST),
                "aria-describedby",
                "sentence-hint",
                "value",
                call.field("sentence").orElse(""));
        html.text(" ").leaf("button", BuildPhrases.READ.in(lang), "name", "do", "value", "read", "class", "second");
        html.close("fieldset");
    }

    private static void settings(Html html, Lang lang, ScenarioText text) {
        html.open("fieldset").leaf("legend", BuildPhrases.SETTINGS.in(lang)).open("div", "class", "sheet");
        Map<String, BuildPhrases> fields = new java.util.LinkedHashMap<>();
        fields.put("id", BuildPhrases.ID);
        fields.put("title_ja", BuildPhrases.TITLE_JA);
        fields.put("title_en", BuildPhrases.TITLE_EN);
        fields.put("start", BuildPhrases.START);
        fields.put("months", BuildPhrases.MONTHS);
        fields.put("foresight", BuildPhrases.FORESIGHT);
        fields.forEach((name, words) -> {
            String value = name.startsWith("title_") ? text.title(name.substring(6)) : text.value(name);
            html.leaf("label", words.in(lang), "for", "s-" + name).open("div");
            html.empty("input", "name", name, "id", "s-" + name, "value", value);
            hidden(html, "was." + name, value);
            html.close("div");
        });
        html.close("div").close("fieldset");
    }

    /// Each line as it was understood, with what was told and what is assumed.
    private static void said(Html html, Lang lang, ScenarioText text, Optional<Scenario> scenario, NamePicker names) {
        List<ScenarioText.Item> items = text.items();
        if (items.isEmpty()) {
            html.leaf("p", BuildPhrases.EMPTY.in(lang), "class", "soft");
            return;
        }
        html.open("ol", "class", "plain history");
        for (ScenarioText.Item item : items) {
            html.open("li");
            Optional<Scenario.Action> action = scenario.stream()
                    .flatMap(one -> one.actions().stream())
                    .filter(one -> one.line() == item.line())
                    .findFirst();
            if (action.isPresent()) {
                told(html, lang, action.get(), names);
            } else {
                html.open("p")
                        .leaf("code", text.lines().get(item.line() - 1).strip())
                        .close("p");
            }
            for (String comment : item.comments()) {
                html.open("p", "class", "soft").leaf("span", basis(comment).in(lang), "class", "chip");
                html.text(" " + comment).close("p");
            }
            html.leaf(
                    "button",
                    BuildPhrases.REMOVE.in(lang),
                    "name",
                    "do",
                    "value",
                    "remove:" + item.line(),
                    "class",
                    "second");
            html.close("li");
        }
        html.close("ol");
    }

    /// What a comment above a line is: read from a sentence, assumed where the sentence was silent, or a remark.
    private static BuildPhrases basis(String comment) {
        if (comment.startsWith("claim ")) {
            return BuildPhrases.TOLD;
        }
        return comment.startsWith("assumption:") || comment.startsWith("仮定")
                ? BuildPhrases.ASSUMED
                : BuildPhrases.REMARK;
    }

    private static void told(Html html, Lang lang, Scenario.Action action, NamePicker names) {
        html.open("p").leaf("strong", action.shape().word().in(lang)).text(" (");
        html.text((action.shape().event() ? BuildPhrases.EVENT : BuildPhrases.MEASURE).in(lang) + ") ");
        html.text(BuildPhrases.FROM_UNTIL.in(lang, first(action, lang), last(action, lang)))
                .close("p");
        html.open("dl");
        action.words().forEach((key, words) -> {
            if (!List.of("start", "months", "first", "last").contains(key)) {
                html.leaf("dt", key)
                        .leaf(
                                "dd",
                                String.join(
                                        ", ", words.stream().map(names::name).toList()));
            }
        });
        html.close("dl");
    }

    private static String first(Scenario.Action action, Lang lang) {
        return action.from() == Integer.MIN_VALUE ? BuildPhrases.ALWAYS.in(lang) : month(action.from());
    }

    private static String last(Scenario.Action action, Lang lang) {
        return action.until() == Integer.MAX_VALUE ? BuildPhrases.FOR_EVER.in(lang) : month(action.until() - 1);
    }

    private static String month(int months) {
        return YearMonth.of(Math.floorDiv(months, 12), Math.floorMod(months, 12) + 1)
                .toString();
    }

    private static void hidden(Html html, String name, String value) {
        html.empty("input", "type", "hidden", "name", name, "value", value);
    }
}
