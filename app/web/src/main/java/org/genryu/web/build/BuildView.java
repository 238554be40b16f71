package org.genryu.web.build;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.schema.ActionShapes;
import org.genryu.core.Finding;
import org.genryu.core.Text;
import org.genryu.store.KeptChange.Reason;
import org.genryu.web.http.Access;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebCall.Refused;
import org.genryu.web.http.WebRoute;
import org.genryu.web.link.ViewState;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;
import org.genryu.web.version.CaseBook;
import org.genryu.web.version.CaseBooks;
import org.genryu.web.version.CaseEdit;
import org.genryu.web.version.CaseVersion;
import org.genryu.web.version.Saving;
import org.genryu.web.world.KnownCase;

/// What happens, and what do we choose? One form whose state is the text of the scenario: lines come from a sentence
/// or from pickers, what each says and assumes stands above, what is wrong beside it; saved it is a version of the
/// case.
public final class BuildView {
    static final String PATH = "/stress/build";
    static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
    static final int LONGEST = 2_000;
    private static final List<String> HEADS = List.of("id", "start", "months", "foresight");

    private final WebDesk desk;
    private final CaseBooks books;
    private final HeadlineReader reader = new HeadlineReader();

    public BuildView(WebDesk desk, CaseBooks books) {
        this.desk = desk;
        this.books = books;
    }

    public List<WebRoute> routes() {
        return List.of(
                WebRoute.get(PATH, Access.VIEWER, new Text("A form for a scenario.", "シナリオを作るフォーム。"), this::open),
                WebRoute.post(
                        PATH,
                        Access.ANALYST,
                        new Text("Go on with a scenario, or keep it.", "シナリオの作成を続けるか、保存します。"),
                        this::go));
    }

    private void open(WebCall call) throws Exception {
        KnownCase shown = desk.chosen(call);
        String origin = call.setting(ViewState.SCENARIO)
                .filter(id -> shown.file().raw().scenarios().containsKey(id))
                .orElse("");
        ScenarioText text = origin.isEmpty()
                ? ScenarioText.fresh(
                        fresh(shown), YearMonth.from(today()).plusMonths(1).toString())
                : ScenarioText.of(shown.file().raw().scenarios().getOrDefault(origin, ""));
        ScenarioText begun = call.setting(ViewState.CLOSE)
                .filter(id -> id.matches(ID))
                .map(id -> text.plus("events", List.of(ScenarioText.line("closure", Map.of("strait", List.of(id))))))
                .orElse(text);
        show(call, 200, new BuildPage.Sheet(shown, origin, begun, "", List.of(), List.of()));
    }

    private LocalDate today() {
        return desk.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String fresh(KnownCase shown) {
        for (int i = 1; ; i++) {
            if (!shown.file().raw().scenarios().containsKey("scenario-" + i)) {
                return "scenario-" + i;
            }
        }
    }

    private void go(WebCall call) throws Exception {
        KnownCase seen = desk.cases()
                .find(call.field("case").orElse(""))
                .orElseThrow(() -> Refused.notFound(BuildPhrases.NOTHING.text()));
        ScenarioText text = headed(
                call,
                ScenarioText.of(
                        Optional.ofNullable(call.context().formParam("text")).orElse("")));
        String origin = call.field("origin").orElse("");
        String shape = call.field("shape")
                .filter(name -> ActionShapes.current().shapes().containsKey(name))
                .orElse("");
        String act = call.field("do").orElse("check");
        String open = call.field("open").orElse("");
        List<Text> said = new ArrayList<>();
        switch (act.replaceFirst(":.*", "")) {
            case "read" -> {
                String sentence = call.field("sentence").orElse("");
                Optional<ScenarioText> told = reader.read(
                        sentence.substring(0, Math.min(LONGEST, sentence.length())),
                        text.value("id"),
                        today(),
                        call.lang());
                if (told.isEmpty()) {
                    said.add(BuildPhrases.NOTHING.text());
                } else {
                    text = joined(text, told.get());
                }
                open = "";
            }
            case "shape" -> open = shape;
            case "add" -> {
                if (!open.isEmpty()) {
                    ActionShapes.Shape kind = BuildForm.shape(open);
                    text = text.plus(
                            kind.event() ? "events" : "measures",
                            List.of(ScenarioText.line(open, BuildForm.picked(open, call))));
                }
                open = "";
            }
            case "remove" -> text = text.without(line(act));
            case "save" -> {
                save(call, seen, origin, text);
                return;
            }
            default -> {
                // only looked at
            }
        }
        show(call, 200, new BuildPage.Sheet(seen, origin, text, open, List.of(), said));
    }

    private void show(WebCall call, int status, BuildPage.Sheet sheet) throws Refused {
        call.context().status(status);
        new BuildPage(desk, call, book(sheet.seen())).show(sheet);
    }

    private static int line(String act) {
        String number = act.substring(act.indexOf(':') + 1);
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
    }

    /// What a sentence tells is added to what is there; where nothing is there yet it is the whole scenario.
    private static ScenarioText joined(ScenarioText text, ScenarioText told) {
        if (text.items().isEmpty()) {
            return told.with("id", text.value("id"));
        }
        List<String> added = new ArrayList<>();
        told.items().forEach(item -> added.addAll(told.lines().subList(item.first() - 1, item.last())));
        return text.plus("events", added);
    }

    /// The text with the fields above it where somebody has changed them.
    private static ScenarioText headed(WebCall call, ScenarioText text) {
        ScenarioText headed = text;
        for (String key : HEADS) {
            String now = call.field(key).orElse("");
            if (!now.isEmpty() && !now.equals(call.field("was." + key).orElse(""))) {
                headed = headed.with(key, now.replaceAll("[^\\p{L}\\p{N}_.-]+", "-"));
            }
        }
        String en = call.field("title_en").orElse("");
        String ja = call.field("title_ja").orElse("");
        boolean titled = !en.equals(call.field("was.title_en").orElse(""))
                || !ja.equals(call.field("was.title_ja").orElse(""));
        return titled ? headed.titled(en, ja) : headed;
    }

    /// Where the form goes, in the language of its reader.
    static String action(WebCall call) {
        return ViewState.of(PATH, new TreeMap<>()).in(call.lang()).address();
    }

    private CaseBook book(KnownCase seen) throws Refused {
        return books.book(seen.id()).orElseThrow(() -> Refused.notFound(BuildPhrases.NOTHING.text()));
    }

    static CaseEdit edit(KnownCase seen, String id, ScenarioText text) {
        return new CaseEdit.FileWritten(
                Scenario.file(id),
                Optional.ofNullable(seen.file().raw().scenarios().get(id)),
                Optional.of(text.text()));
    }

    private void save(WebCall call, KnownCase seen, String origin, ScenarioText text) throws Exception {
        String id = text.value("id");
        if (!id.matches(ID)) {
            show(call, 422, new BuildPage.Sheet(seen, origin, text, "", List.of(), List.of(BuildPhrases.NO_ID.text())));
            return;
        }
        CaseBook book = book(seen);
        Reason reason = new Reason(
                desk.clock().instant().toString(),
                call.visitor().name(),
                call.field("why").orElse(""),
                "");
        int number = book.versions().stream()
                .filter(one -> one.hash().equals(seen.hash()))
                .mapToInt(CaseVersion::number)
                .max()
                .orElse(book.versions().size());
        Saving saving =
                books.shelved(book.save(number, CaseVersion.Kind.SCENARIO, List.of(edit(seen, id, text)), reason));
        switch (saving) {
            case Saving.Saved _, Saving.Unchanged _ ->
                call.seeOther(ViewState.of(WebPage.STRESS.path(), new TreeMap<>())
                        .with(ViewState.LANG, call.field(ViewState.LANG).orElse(""))
                        .with(ViewState.CASE, seen.id())
                        .with(ViewState.SCENARIO, id));
            case Saving.Faulty(List<Finding> findings) ->
                show(
                        call,
                        422,
                        new BuildPage.Sheet(seen, origin, text, "", findings, List.of(BuildPhrases.FAULTY.text())));
            case Saving.Conflict(var clashes, KnownCase newest, var _) ->
                show(
                        call,
                        409,
                        new BuildPage.Sheet(
                                newest,
                                origin,
                                text,
                                "",
                                List.of(),
                                List.of(
                                        BuildPhrases.TAKEN.text(),
                                        Text.same(clashes.getFirst().is().orElse("")))));
        }
    }
}
