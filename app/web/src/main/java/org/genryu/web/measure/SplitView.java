package org.genryu.web.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genryu.core.Text;
import org.genryu.report.write.Html;
import org.genryu.web.book.SentFiles;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobQuestion;
import org.genryu.web.link.ViewState;
import org.genryu.web.page.JobPanel;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;
import org.genryu.web.world.KnownCase;

/// How are gains and costs split, and who would leave? A game that somebody sends, or the partners of the case against
/// a scenario.
final class SplitView {
    private static final String GAME = "game";
    private static final String MEMBERS = "members";
    private static final String WITH = "with";
    private static final String WEIGHTS = "weights";
    private static final String BLOCS = "blocs";
    private static final String SAMPLE =
            "coalition,value\nJP,20\nUS,30\nAU,10\nJP+US,90\nJP+AU,60\nUS+AU,70\nJP+US+AU,180\n";
    private static final Text OF_CASE = new Text("Partners of the case", "ケースの当事者");
    private static final Text CASE_WORDS = new Text(
            "What can each coalition spare its members of a scenario? Two to a handful of partners, by country.",
            "シナリオの損失を、どの提携がどれだけ減らせるか。国コードで二か国以上を指定してください。");
    private static final Text PARTNERS = new Text("Partners, such as JP,US", "当事者（JP,US など）");
    private static final Text SCENARIO = new Text("What they act against", "対応するシナリオ");
    private static final Text MEASURES = new Text("Measures of (may be blank)", "加える対策（空欄可）");
    private static final Text OF_GAME = new Text("A game of your own", "自分のゲーム");
    private static final Text GAME_WORDS = new Text(
            "A table with the columns coalition,value (or coalition,cost), one row a coalition, names joined by +; up to 20 players.",
            "coalition,value（費用なら coalition,cost）の表。一行に一提携、名前は + でつなぎます。20人まで。");
    private static final Text FILE = new Text("CSV file", "CSVファイル");
    private static final Text PASTE = new Text("or paste it", "または貼り付け");
    private static final Text DIVIDE = new Text("Split", "配分する");
    private static final Text RULES = new Text("Rules beside the usual ones", "追加の配分方法");
    private static final Text WEIGHT_LABEL = new Text("Weights, such as US=1,JP=2", "重み（US=1,JP=2 など）");
    private static final Text BLOC_LABEL = new Text("Blocs, such as JP+US", "ブロック（JP+US など）");
    private static final Text NO_GAME = new Text("There is no such game here.", "そのようなゲームはありません。");

    private final WebDesk desk;
    private final SentFiles games;

    SplitView(WebDesk desk) {
        this.desk = desk;
        this.games = new SentFiles(desk, "games", Set.of("csv"));
    }

    void show(WebCall call) throws Exception {
        Optional<ViewState> gathered = Picks.gathered(call);
        if (gathered.isPresent()) {
            call.seeOther(gathered.get());
            return;
        }
        PageFrame frame = new PageFrame(desk, call, WebPage.SPLIT);
        Optional<Job> job = asked(call, frame.shown());
        Optional<JobPanel> panel = JobPanel.of(desk, call, frame, job);
        call.page(frame.of(html -> {
            JobPanel.answer(html, panel, _ -> {});
            if (job.isPresent()) {
                rules(html, call);
            }
            partners(html, call, frame.shown());
            game(html, call);
        }));
    }

    private Optional<Job> asked(WebCall call, KnownCase shown) throws Exception {
        List<String> words = new ArrayList<>();
        call.setting(WEIGHTS).ifPresent(text -> words.addAll(List.of("--weights", text)));
        call.setting(BLOCS).ifPresent(text -> words.addAll(List.of("--blocs", text)));
        Optional<String> game = call.setting(GAME);
        if (game.isPresent()) {
            SentFiles.Sent sent = games.find(game.get()).orElseThrow(() -> WebCall.Refused.notFound(NO_GAME));
            return Optional.of(desk.jobs()
                    .ask(
                            new JobQuestion(
                                    "share",
                                    sent.hash(),
                                    sent.file().toAbsolutePath().toString(),
                                    words),
                            desk.clock().instant()));
        }
        if (call.setting(MEMBERS).isEmpty() || call.setting(ViewState.SCENARIO).isEmpty()) {
            return Optional.empty();
        }
        words.addAll(List.of(
                "--members",
                call.setting(MEMBERS).get(),
                "--scenario",
                call.setting(ViewState.SCENARIO).get()));
        call.setting(WITH).ifPresent(text -> words.addAll(List.of("--with", text)));
        return Optional.of(desk.ask(shown, "share", words));
    }

    /// Keeps a game that was sent and shows its splits.
    void send(WebCall call) throws Exception {
        SentFiles.Sent sent = games.keep(call, "file", "pasted").getFirst();
        call.seeOther(call.state().at(WebPage.SPLIT.path()).with(GAME, sent.hash()));
    }

    // ---------------------------------------------------------------- forms

    private static void rules(Html html, WebCall call) {
        html.open("details").leaf("summary", RULES.in(call.lang()));
        html.open("form", "method", "get", "action", WebPage.SPLIT.path(), "class", "sheet");
        Picks.carry(html, call, WEIGHTS, BLOCS);
        Picks.field(
                html,
                WEIGHTS,
                WEIGHT_LABEL.in(call.lang()),
                call.setting(WEIGHTS).orElse(""),
                "");
        Picks.field(html, BLOCS, BLOC_LABEL.in(call.lang()), call.setting(BLOCS).orElse(""), "");
        html.open("p", "class", "wide").leaf("button", DIVIDE.in(call.lang())).close("p");
        html.close("form").close("details");
    }

    private static void partners(Html html, WebCall call, KnownCase shown) {
        html.leaf("h2", OF_CASE.in(call.lang())).leaf("p", CASE_WORDS.in(call.lang()), "class", "soft");
        html.open("form", "method", "get", "action", WebPage.SPLIT.path(), "class", "sheet");
        Picks.carry(html, call, MEMBERS, ViewState.SCENARIO, WITH, GAME, WEIGHTS, BLOCS);
        String home = String.join(",", shown.file().header().home());
        Picks.field(
                html, MEMBERS, PARTNERS.in(call.lang()), call.setting(MEMBERS).orElse(home), "JP,US");
        select(html, call, shown, ViewState.SCENARIO, SCENARIO, true);
        select(html, call, shown, WITH, MEASURES, false);
        html.open("p", "class", "wide").leaf("button", DIVIDE.in(call.lang())).close("p");
        html.close("form");
    }

    private static void select(Html html, WebCall call, KnownCase shown, String name, Text words, boolean events) {
        String chosen = call.setting(name).orElse("");
        html.leaf("label", words.in(call.lang()), "for", "s-" + name).open("select", "id", "s-" + name, "name", name);
        PageFrame.option(html, "", "—", chosen.isEmpty());
        shown.file().scenarios().values().stream()
                .filter(one ->
                        events ? !one.events().isEmpty() : !one.measures().isEmpty())
                .forEach(one -> PageFrame.option(
                        html, one.id(), one.title().in(call.lang()), one.id().equals(chosen)));
        html.close("select");
    }

    private static void game(Html html, WebCall call) {
        html.leaf("h2", OF_GAME.in(call.lang())).leaf("p", GAME_WORDS.in(call.lang()), "class", "soft");
        PageFrame.form(
                html,
                call,
                call.state().at("/split/game").address(),
                out -> {
                    out.leaf("label", FILE.in(call.lang()), "for", "file")
                            .empty("input", "type", "file", "id", "file", "name", "file", "accept", ".csv");
                    out.leaf("label", PASTE.in(call.lang()), "for", "pasted");
                    out.leaf("textarea", SAMPLE, "id", "pasted", "name", "pasted");
                    out.open("p", "class", "wide")
                            .leaf("button", DIVIDE.in(call.lang()))
                            .close("p");
                },
                "enctype",
                "multipart/form-data",
                "class",
                "sheet");
    }
}
