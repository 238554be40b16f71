package org.genryu.web.edit;

import java.util.List;
import java.util.Map;
import org.genryu.report.write.Html;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.link.ViewState;
import org.genryu.web.page.JobPanel;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;
import org.genryu.web.version.CaseBooks;
import org.genryu.web.version.CaseVersion;
import org.genryu.web.world.KnownCase;

/// Who mines, refines, ships and needs what, also through third countries? Pictures, map and tiers as the run of the
/// case tells them; its tables, changed here; its history and its files.
final class NetworkView {
    static final String TAB = "tab";
    static final String TABLE = "table";
    static final String HISTORY = "history";
    static final String FILES = "files";

    /// What the run tells, by tab.
    private static final Map<String, List<String>> TOLD = Map.of(
            "picture", List.of("s-from-the-mine-to-the-use", "s-shortages"),
            "map", List.of("s-where-it-comes-from-and-by-which-way"),
            "tiers", List.of("s-who-stands-behind-it-tier-by-tier", "s-dependence-by-stage"));

    private static final List<String> TABS = List.of("picture", "map", TABLE, "tiers", HISTORY, FILES);

    private final WebDesk desk;
    private final CaseBooks books;

    NetworkView(WebDesk desk, CaseBooks books) {
        this.desk = desk;
        this.books = books;
    }

    void show(WebCall call) throws Exception {
        PageFrame frame = new PageFrame(desk, call, WebPage.NETWORK);
        String tab = call.setting(TAB).filter(TABS::contains).orElse("picture");
        switch (tab) {
            case TABLE -> table(call, frame);
            case HISTORY -> {
                HistoryTab history = new HistoryTab(call, book(books, frame.shown()));
                call.page(frame.of(html -> around(html, call, frame, tab, history::show)));
            }
            case FILES -> {
                FilesTab files = new FilesTab(call, frame.shown());
                call.page(frame.of(html -> around(html, call, frame, tab, files::show)));
            }
            default -> told(call, frame, tab);
        }
    }

    private void table(WebCall call, PageFrame frame) throws Exception {
        TableTab table = TableTab.of(call, frame.shown());
        frame.script("edit.js");
        call.page(frame.of(html -> around(html, call, frame, TABLE, table::show)));
    }

    private void told(WebCall call, PageFrame frame, String tab) throws Exception {
        List<String> words = call.setting(ViewState.SCENARIO)
                .map(id -> List.of("--scenario", id))
                .orElse(List.of());
        Job job = desk.ask(frame.shown(), "run", words);
        JobPanel panel = JobPanel.of(desk, call, job);
        panel.announce(frame);
        call.page(frame.of(html -> around(html, call, frame, tab, out -> {
            if (panel.told().isEmpty()) {
                panel.headline(out);
            }
            panel.sections(out, TOLD.getOrDefault(tab, List.of()));
            panel.files(out);
        })));
    }

    /// Tabs above, and what is worth knowing about the version.
    private void around(
            Html html, WebCall call, PageFrame frame, String tab, java.util.function.Consumer<Html> content) {
        html.open("nav", "aria-label", EditPhrases.TABS.in(call.lang())).open("ul", "class", "tabs");
        TABS.forEach(name -> html.open("li")
                .leaf(
                        "a",
                        label(name).in(call.lang()),
                        "href",
                        call.state().at(WebPage.NETWORK.path()).with(TAB, name).address(),
                        name.equals(tab) ? "aria-current" : "",
                        "page")
                .close("li"));
        html.close("ul").close("nav").line();
        version(html, call, frame.shown());
        content.accept(html);
    }

    private static EditPhrases label(String tab) {
        return EditPhrases.valueOf(tab.toUpperCase(java.util.Locale.ROOT));
    }

    private void version(Html html, WebCall call, KnownCase shown) {
        books.book(shown.id()).ifPresent(book -> {
            if (!book.newest().hash().equals(shown.hash())) {
                html.open("p", "class", "warn").text(EditPhrases.OLDER.in(call.lang()) + " ");
                html.leaf(
                        "a",
                        EditPhrases.TO_NEWEST.in(call.lang()),
                        "href",
                        call.state().with(ViewState.CASE, shown.id()).address());
                html.close("p");
            }
            CaseVersion last = book.versions().getLast();
            if (last.kind() != CaseVersion.Kind.READ) {
                html.open("p", "class", "run")
                        .text(EditPhrases.LAST.in(
                                        call.lang(),
                                        last.reason().who(),
                                        HistoryTab.time(last),
                                        last.reason().why().isEmpty()
                                                ? "—"
                                                : last.reason().why())
                                + " ");
                html.leaf(
                        "a",
                        EditPhrases.HISTORY.in(call.lang()),
                        "href",
                        call.state()
                                .at(WebPage.NETWORK.path())
                                .with(TAB, HISTORY)
                                .address());
                html.close("p");
            }
        });
    }

    static org.genryu.web.version.CaseBook book(CaseBooks books, KnownCase shown) throws WebCall.Refused {
        return books.book(shown.id()).orElseThrow(() -> WebCall.Refused.notFound(EditPhrases.NO_VERSION.text()));
    }
}
