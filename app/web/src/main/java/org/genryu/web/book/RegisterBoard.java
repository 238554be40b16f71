package org.genryu.web.book;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.Plot;
import org.genryu.store.ChangeStore;
import org.genryu.store.KeptChange;
import org.genryu.store.StoreAddress;
import org.genryu.store.register.EntryStage;
import org.genryu.store.register.ProgrammeRegister;
import org.genryu.store.register.RegisterAmount;
import org.genryu.store.register.RegisterBook;
import org.genryu.store.register.RegisterDeeds;
import org.genryu.store.register.RegisterEntry;
import org.genryu.web.http.WebCall;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.WebDesk;

/// How far is each candidate and commitment of the programme, and who moved it when and why? Columns by stage; a move
/// rests on the version that its author has seen.
public final class RegisterBoard {
    private static final Text BOARD = new Text("Register by stage", "段階別の登録簿");
    private static final Text WORDS = new Text(
            "The programme of the two governments as facts with sources. A move keeps who, when, why and what it cites; nothing is overwritten.",
            "両政府のプログラムを、出典つきの事実として示します。移動には誰が・いつ・なぜ・出典を残し、上書きはしません。");
    private static final Text MOVE = new Text("Move", "移動");
    private static final Text TO = new Text("to", "移動先");
    private static final Text WHY = new Text("Reason", "理由");
    private static final Text CITES = new Text("Source (or “assumption”)", "出典（なければ assumption）");
    private static final Text ON = new Text("Day", "日付");
    private static final Text NONE = new Text("none", "なし");
    private static final Text SINCE = new Text("since %s", "%s から");
    private static final Text HISTORY = new Text("History", "履歴");
    private static final Text SAME = new Text("It is at this stage already.", "すでにこの段階です。");
    private static final Text NO_STAGE = new Text("There is no such stage.", "そのような段階はありません。");
    private static final Text NO_DAY = new Text("The day must be written as 2026-01-14.", "日付は 2026-01-14 の形で書いてください。");

    private static final Text PIPELINE = new Text("How far each entry is, and since when", "各プロジェクトの段階と時期");
    private static final Text PIPELINE_WORDS = new Text("The last bar of each runs to today, %s.", "最後の棒は今日（%s）までです。");
    private static final Text ENTRY = new Text("Entry", "プロジェクト");
    private static final Text STAGE = new Text("Stage", "段階");
    private static final Text FROM = new Text("from", "開始");
    private static final Text UNTIL = new Text("until", "終了");

    private final WebDesk desk;

    public RegisterBoard(WebDesk desk) {
        this.desk = desk;
    }

    /// The register as it is kept, or as it would begin.
    public ProgrammeRegister read() throws IOException, WebCall.Refused {
        StoreAddress address = desk.store();
        if (!ChangeStore.exists(address)) {
            return RegisterBook.shipped();
        }
        return HomeStore.told(() -> {
            try (ChangeStore store = ChangeStore.open(address)) {
                return new RegisterBook(store).read();
            }
        });
    }

    /// The board.
    /// @param refused what was wrong with a change that was just tried
    public void show(Html html, WebCall call, ProgrammeRegister register, List<Finding> refused) {
        html.leaf("h2", BOARD.in(call.lang()), "id", "register");
        html.leaf("p", WORDS.in(call.lang()), "class", "soft");
        HomeStore.findings(html, call, refused);
        pipeline(html, call, register);
        html.open("div", "class", "board");
        for (EntryStage stage : EntryStage.values()) {
            List<RegisterEntry> entries = register.entries().stream()
                    .filter(one -> one.stage() == stage)
                    .toList();
            String id = "stage-" + stage.word();
            html.open("section", "aria-labelledby", id);
            html.leaf("h3", stage.text().in(call.lang()) + " (" + entries.size() + ")", "id", id);
            if (entries.isEmpty()) {
                html.leaf("p", NONE.in(call.lang()), "class", "soft");
            }
            entries.forEach(one -> entry(html, call, register, one));
            html.close("section");
        }
        html.close("div");
    }

    /// From when to when each entry stood at each stage.
    private void pipeline(Html html, WebCall call, ProgrammeRegister register) {
        FigureTable table = new FigureTable(
                "register-stages",
                4,
                ENTRY.in(call.lang()),
                STAGE.in(call.lang()),
                FROM.in(call.lang()),
                UNTIL.in(call.lang()));
        for (RegisterEntry one : register.entries()) {
            List<RegisterEntry.Reached> stages = one.stages();
            for (int i = 0; i < stages.size(); i++) {
                LocalDate until = i + 1 < stages.size() ? stages.get(i + 1).on() : today();
                table.row(
                        FigureTable.word(one.facts().name().in(call.lang())),
                        FigureTable.word(stages.get(i).stage().text().in(call.lang())),
                        FigureTable.word(stages.get(i).on().toString()),
                        FigureTable.word(until.toString()));
            }
        }
        table.plotted(Plot.of(Plot.Kind.GANTT)
                .with("name", 0)
                .with("part", 1)
                .with("low", 2)
                .with("high", 3)
                .words(
                        "parts",
                        Arrays.stream(EntryStage.values())
                                .map(stage -> stage.text().in(call.lang()))
                                .toList()));
        if (table.size() > 0) {
            new PageFigure(call.lang(), "")
                    .table(
                            html,
                            "register-stages",
                            PIPELINE.in(call.lang()),
                            PIPELINE_WORDS.in(call.lang()).formatted(today()),
                            table);
        }
    }

    private void entry(Html html, WebCall call, ProgrammeRegister register, RegisterEntry entry) {
        html.open("article", "id", "entry-" + entry.id());
        html.leaf("h4", entry.facts().name().in(call.lang()));
        html.leaf("p", amounts(call, entry), "class", "figure");
        html.leaf(
                "p",
                SINCE.in(call.lang()).formatted(entry.stages().getLast().on()) + " · "
                        + entry.facts().partners(),
                "class",
                "soft");
        html.open("details").leaf("summary", MOVE.in(call.lang()));
        PageFrame.form(html, call, call.state().address(), out -> fields(out, call, entry), "class", "sheet");
        html.close("details");
        html.open("details").leaf("summary", HISTORY.in(call.lang())).open("ul");
        for (KeptChange change : register.history(entry.id())) {
            html.leaf(
                    "li",
                    RegisterBook.told(change.deed(), change.reason(), call.lang()) + " ["
                            + change.reason().cites() + "]");
        }
        html.close("ul").close("details").close("article");
    }

    private static String amounts(WebCall call, RegisterEntry entry) {
        List<String> told = Arrays.stream(RegisterAmount.Kind.values())
                .flatMap(kind -> entry.amounts().stream()
                        .map(one -> one.money().currency())
                        .distinct()
                        .flatMap(currency -> entry.amount(kind, currency).stream())
                        .map(money -> kind.text().in(call.lang()) + " " + money.in(call.lang())))
                .toList();
        return told.isEmpty() ? "—" : String.join(" · ", told);
    }

    private void fields(Html html, WebCall call, RegisterEntry entry) {
        String id = entry.id();
        html.empty("input", "type", "hidden", "name", "entry", "value", id);
        html.empty("input", "type", "hidden", "name", "seen", "value", Integer.toString(entry.version()));
        html.leaf("label", TO.in(call.lang()), "for", "to-" + id).open("select", "id", "to-" + id, "name", "stage");
        for (EntryStage stage : EntryStage.values()) {
            if (stage != entry.stage()) {
                boolean next = stage.ordinal() == entry.stage().ordinal() + 1;
                PageFrame.option(html, stage.word(), stage.text().in(call.lang()), next);
            }
        }
        html.close("select");
        field(html, id, "why", WHY.in(call.lang()), "");
        field(html, id, "cites", CITES.in(call.lang()), "");
        field(html, id, "on", ON.in(call.lang()), today().toString());
        html.open("p", "class", "wide").leaf("button", MOVE.in(call.lang())).close("p");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC);
    }

    private static void field(Html html, String id, String name, String words, String value) {
        html.leaf("label", words, "for", name + "-" + id);
        html.empty("input", "id", name + "-" + id, "name", name, "value", value, "required", "required");
    }

    /// Keeps the move of a form; findings where it was not kept, because somebody else was faster.
    public List<Finding> move(WebCall call) throws IOException, WebCall.Refused {
        String id = HomeStore.needed(call, "entry", BOARD);
        String why = HomeStore.needed(call, "why", WHY);
        String cites = HomeStore.needed(call, "cites", CITES);
        EntryStage stage =
                call.field("stage").flatMap(EntryStage::of).orElseThrow(() -> new WebCall.Refused(422, NO_STAGE));
        LocalDate on = day(call);
        return HomeStore.told(() -> {
            try (ChangeStore store = ChangeStore.open(desk.store())) {
                RegisterBook book = new RegisterBook(store);
                Outcome<RegisterEntry> found = RegisterBook.entry(book.read(), id);
                if (found.value().isEmpty()) {
                    return found.findings();
                }
                if (found.value().get().stage() == stage) {
                    throw new WebCall.Refused(409, SAME);
                }
                int seen = call.field("seen")
                        .filter(text -> text.matches("\\d{1,9}"))
                        .map(Integer::parseInt)
                        .orElse(0);
                return book.keep(
                                RegisterDeeds.move(id, seen, new RegisterEntry.Reached(stage, on)),
                                HomeStore.reason(desk, call, why, cites))
                        .findings();
            }
        });
    }

    private LocalDate day(WebCall call) throws WebCall.Refused {
        Optional<String> given = call.field("on");
        try {
            return given.map(LocalDate::parse).orElseGet(this::today);
        } catch (DateTimeException _) {
            throw new WebCall.Refused(422, NO_DAY);
        }
    }
}
