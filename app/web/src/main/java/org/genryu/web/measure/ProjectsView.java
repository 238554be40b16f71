package org.genryu.web.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.ContentHash;
import org.genryu.core.Finding;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.report.write.Html;
import org.genryu.store.register.ProgrammeRegister;
import org.genryu.web.book.RegisterBoard;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobQuestion;
import org.genryu.web.link.ViewState;
import org.genryu.web.measure.SheetTerms.Term;
import org.genryu.web.page.JobPanel;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;

/// Does this project pay, and who must support it; how far is each commitment? Term sheets with their main terms to
/// change, and the register by stage.
final class ProjectsView {
    private static final String SHEET = "sheet";
    private static final Text SHEETS = new Text("Term sheets", "タームシート");
    private static final Text CHOOSE = new Text(
            "Choose a project: what it is worth, whether its loans are paid, what supports change.",
            "プロジェクトを選ぶと、価値、返済の見通し、支援の効果を示します。");
    private static final Text TERMS = new Text("Change the terms", "条件を変える");
    private static final Text TERMS_WORDS = new Text(
            "As the sheet says unless you write something else: 110 USD/kg, 35 %, 18 months. The address keeps it; the sheet stays as it is.",
            "書き換えない限りシートのとおりです。110 USD/kg、35 %、18 months のように書きます。変更はこのアドレスに残り、シートは変わりません。");
    private static final Text SHOW = new Text("Value it", "評価する");
    private static final Text RESET = new Text("Back to the sheet", "シートに戻す");
    private static final Text CHANGED = new Text("Changed: %s", "変更：%s");
    private static final Text NOT_IN_SHEET = new Text("not in the sheet", "シートにない");
    private static final Text NO_SHEET = new Text("There is no such term sheet.", "そのようなタームシートはありません。");
    private static final Text NO_FACTOR =
            new Text("Price path: it must be a factor such as 1.1 or 110 %.", "価格の倍率は 1.1 や 110 % のように書いてください。");
    private static final String FUTURES = "1024";

    private final WebDesk desk;
    private final RegisterBoard board;
    private final SheetShelf shelf = new SheetShelf();

    ProjectsView(WebDesk desk) {
        this.desk = desk;
        this.board = new RegisterBoard(desk);
    }

    void show(WebCall call) throws Exception {
        show(call, List.of());
    }

    /// A move on the board.
    void move(WebCall call) throws Exception {
        List<Finding> refused = board.move(call);
        if (refused.isEmpty()) {
            call.seeOther(call.state());
        } else {
            call.context().status(409);
            show(call, refused);
        }
    }

    private void show(WebCall call, List<Finding> refused) throws Exception {
        Optional<ViewState> gathered =
                call.context().method().name().equals("GET") ? Picks.gathered(call) : Optional.empty();
        if (gathered.isPresent()) {
            call.seeOther(gathered.get());
            return;
        }
        PageFrame frame = new PageFrame(desk, call, WebPage.PROJECTS);
        Map<String, SheetShelf.Sheet> sheets = shelf.of(frame.shown());
        Optional<Shown> chosen = chosen(call, sheets);
        Optional<Job> job = chosen.isPresent() && chosen.get().wrong().isEmpty()
                ? Optional.of(ask(chosen.get()))
                : Optional.empty();
        Optional<JobPanel> panel = JobPanel.of(desk, call, frame, job);
        ProgrammeRegister register = board.read();
        call.page(frame.of(html -> {
            sheets(html, call, sheets, chosen);
            if (chosen.isPresent()) {
                terms(html, call, chosen.get());
            } else {
                html.leaf("p", CHOOSE.in(call.lang()), "class", "lead");
            }
            JobPanel.answer(
                    html,
                    panel,
                    out -> chosen.flatMap(Shown::wrong)
                            .ifPresent(why -> out.leaf("p", why.in(call.lang()), "class", "warn", "role", "alert")));
            board.show(html, call, register, refused);
        }));
    }

    /// A sheet with what was changed in it.
    /// @param wrong what cannot be changed so
    private record Shown(String id, SheetTerms before, Map<Term, String> changes, String text, Optional<Text> wrong) {}

    private static Optional<Shown> chosen(WebCall call, Map<String, SheetShelf.Sheet> sheets) throws WebCall.Refused {
        Optional<String> id = call.setting(SHEET);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        SheetShelf.Sheet sheet = sheets.get(id.get());
        if (sheet == null) {
            throw WebCall.Refused.notFound(NO_SHEET);
        }
        String text = sheet.text();
        Optional<SheetTerms> read = SheetTerms.of(text);
        if (read.isEmpty()) {
            throw WebCall.Refused.notFound(NO_SHEET);
        }
        Map<Term, String> changes = new EnumMap<>(Term.class);
        SheetTerms after = SheetTerms.of(text).orElseThrow();
        Optional<Text> wrong = Optional.empty();
        for (Term term : Term.values()) {
            Optional<String> asked =
                    call.setting(term.word()).filter(_ -> read.get().has(term));
            if (asked.isPresent() && !asked.equals(read.get().now(term))) {
                changes.put(term, asked.get());
                after.set(term, asked.get());
                if (term == Term.PRICE && !SheetTerms.isFactor(asked.get())) {
                    wrong = Optional.of(NO_FACTOR);
                }
            }
        }
        return Optional.of(new Shown(id.get(), read.get(), changes, changes.isEmpty() ? text : after.yaml(), wrong));
    }

    /// A sheet goes to the worker as a file of its own, named by its content.
    private Job ask(Shown shown) throws IOException {
        String hash = ContentHash.of(shown.text().getBytes(StandardCharsets.UTF_8));
        Path folder = desk.home().resolve("sheets").resolve(hash.substring(0, 32));
        Path file = folder.resolve(shown.id() + ".yaml");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            try (Draft draft = Draft.file(file)) {
                draft.write(file.getFileName().toString(), shown.text());
                draft.commit();
            }
        }
        return desk.jobs()
                .ask(
                        new JobQuestion("value", hash, file.toString(), List.of("--futures", FUTURES)),
                        desk.clock().instant());
    }

    private static void sheets(Html html, WebCall call, Map<String, SheetShelf.Sheet> sheets, Optional<Shown> chosen) {
        html.open("nav", "aria-label", SHEETS.in(call.lang()), "class", "shelf")
                .leaf("h2", SHEETS.in(call.lang()))
                .open("ul", "class", "plain columns");
        sheets.forEach((id, sheet) -> {
            boolean here = chosen.filter(one -> one.id().equals(id)).isPresent();
            html.open("li")
                    .leaf(
                            "a",
                            sheet.title().in(call.lang()),
                            "href",
                            call.state()
                                    .at(WebPage.PROJECTS.path())
                                    .with(SHEET, id)
                                    .address(),
                            here ? "aria-current" : "",
                            "true")
                    .close("li");
        });
        html.close("ul").close("nav");
    }

    private static void terms(Html html, WebCall call, Shown shown) {
        html.leaf("h2", shown.before().title(shown.id()).in(call.lang()) + " – " + TERMS.in(call.lang()));
        html.leaf("p", TERMS_WORDS.in(call.lang()), "class", "soft");
        html.open("form", "method", "get", "action", WebPage.PROJECTS.path(), "data-live", "answer", "class", "sheet");
        List<String> without = new ArrayList<>();
        for (Term term : Term.values()) {
            without.add(term.word());
        }
        Picks.carry(html, call, without.toArray(String[]::new));
        for (Term term : Term.values()) {
            if (shown.before().has(term)) {
                Picks.field(
                        html,
                        term.word(),
                        term.label().in(call.lang()),
                        Optional.ofNullable(shown.changes().get(term))
                                .or(() -> shown.before().now(term))
                                .orElse(""),
                        NOT_IN_SHEET.in(call.lang()));
            }
        }
        html.open("p", "class", "wide").leaf("button", SHOW.in(call.lang())).text(" ");
        html.leaf(
                "a",
                RESET.in(call.lang()),
                "class",
                "button second",
                "href",
                call.state().at(WebPage.PROJECTS.path()).with(SHEET, shown.id()).address());
        html.close("p").close("form");
        if (!shown.changes().isEmpty()) {
            String told = shown.changes().entrySet().stream()
                    .map(one -> one.getKey().label().in(call.lang()) + " "
                            + shown.before().now(one.getKey()).orElse("—") + " → " + one.getValue())
                    .reduce((a, b) -> a + " · " + b)
                    .orElse("");
            html.leaf("p", CHANGED.in(call.lang()).formatted(told), "class", "chip");
        }
    }
}
