package org.genryu.web.edit;

import java.util.Map;
import java.util.TreeMap;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.core.Lang;
import org.genryu.report.write.Html;
import org.genryu.web.http.WebCall;
import org.genryu.web.link.ViewState;
import org.genryu.web.page.PageFrame;
import org.genryu.web.world.KnownCase;

/// The case as files: to take away, to send in, and those that are no tables as texts to change.
final class FilesTab {
    static final String PATH = "file";
    private final WebCall call;
    private final KnownCase shown;

    FilesTab(WebCall call, KnownCase shown) {
        this.call = call;
        this.shown = shown;
    }

    void show(Html html) {
        html.leaf("h2", say(EditPhrases.DOWNLOAD)).open("ul", "class", "plain");
        link(html, "/case/case.zip", EditPhrases.ZIP);
        link(html, "/case/case.xlsx", EditPhrases.XLSX);
        html.close("ul");
        html.leaf("h2", say(EditPhrases.UPLOAD)).leaf("p", say(EditPhrases.UPLOAD_HINT));
        PageFrame.form(
                html,
                call,
                HistoryTab.action(call, "/case/upload"),
                out -> {
                    HistoryTab.hidden(out, "case", shown.reference());
                    HistoryTab.hidden(out, ViewState.LANG, call.lang() == Lang.JA ? "ja" : "en");
                    out.leaf("label", say(EditPhrases.FILE), "for", "upload-file");
                    out.empty(
                            "input",
                            "type",
                            "file",
                            "name",
                            "upload",
                            "id",
                            "upload-file",
                            "accept",
                            ".csv,.tsv,.xlsx",
                            "required",
                            "required");
                    out.leaf("label", say(EditPhrases.WHY), "for", "upload-why");
                    out.empty("input", "name", "why", "id", "upload-why", "maxlength", "500");
                    out.open("p", "class", "wide")
                            .leaf("button", say(EditPhrases.SEND))
                            .close("p");
                },
                "enctype",
                "multipart/form-data",
                "class",
                "sheet");
        others(html);
    }

    private void link(Html html, String path, EditPhrases words) {
        html.open("li")
                .leaf(
                        "a",
                        say(words),
                        "href",
                        call.state()
                                .at(path)
                                .with(ViewState.CASE, shown.reference())
                                .address())
                .close("li");
    }

    /// Files of the case that are no tables, by path.
    static Map<String, String> texts(KnownCase shown) {
        Map<String, String> texts = new TreeMap<>(shown.file().raw().others());
        texts.put(CaseSchema.HEADER, shown.file().raw().header());
        shown.file().raw().scenarios().forEach((id, text) -> texts.put("scenarios/" + id + ".yaml", text));
        texts.keySet().removeIf(path -> !path.endsWith(".yaml"));
        return texts;
    }

    private void others(Html html) {
        Map<String, String> texts = texts(shown);
        String open = call.setting(PATH).filter(texts::containsKey).orElse("");
        html.leaf("h2", say(EditPhrases.SOURCE_FILES)).open("ul", "class", "plain");
        for (String path : texts.keySet()) {
            html.open("li")
                    .leaf(
                            "a",
                            path,
                            "href",
                            call.state()
                                            .at("/case")
                                            .with(NetworkView.TAB, NetworkView.FILES)
                                            .with(PATH, path)
                                            .address()
                                    + "#file-text")
                    .close("li");
        }
        html.close("ul");
        if (!open.isEmpty()) {
            form(html, call, shown, open, texts.getOrDefault(open, ""));
        }
    }

    /// A text file as a form.
    static void form(Html html, WebCall call, KnownCase seen, String path, String text) {
        Lang lang = call.lang();
        html.leaf("h3", EditPhrases.EDIT_FILE.in(lang, path), "id", "file-text");
        PageFrame.form(html, call, HistoryTab.action(call, "/case/file"), out -> {
            HistoryTab.hidden(out, "case", seen.reference());
            HistoryTab.hidden(out, ViewState.LANG, lang == Lang.JA ? "ja" : "en");
            HistoryTab.hidden(out, "path", path);
            out.open("p")
                    .leaf("label", EditPhrases.TEXT.in(lang), "for", "text")
                    .close("p");
            out.open("textarea", "name", "text", "id", "text", "rows", "24", "class", "code", "spellcheck", "false");
            // the first line end of a text area is no part of its text
            out.text("\n" + PostedEdits.shown(text)).close("textarea");
            why(out, lang, "");
            out.open("p").leaf("button", EditPhrases.SAVE.in(lang)).close("p");
        });
    }

    static void why(Html html, Lang lang, String why) {
        html.open("p").open("label").text(EditPhrases.WHY.in(lang) + " ");
        html.empty(
                "input", "name", "why", "size", "50", "maxlength", "500", "value", why, "aria-describedby", "why-hint");
        html.close("label")
                .text(" ")
                .leaf("span", EditPhrases.WHY_HINT.in(lang), "class", "soft", "id", "why-hint")
                .close("p");
    }

    private String say(EditPhrases words) {
        return words.in(call.lang());
    }
}
