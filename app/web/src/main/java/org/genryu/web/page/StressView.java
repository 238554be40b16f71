package org.genryu.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;
import org.genryu.report.write.Html;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.link.ViewState;
import org.genryu.web.world.KnownCase;

/// If something is banned, dumped or closed, when does who run short? The months of a scenario against the calm world.
final class StressView {
    private static final Text CHOOSE = new Text("Choose what happens.", "何が起きるかを選んでください。");
    private static final Text NONE = new Text("This case has no scenarios yet.", "このケースにはまだシナリオがありません。");
    private static final Text BUILD = new Text("Build a scenario", "シナリオを作る");
    private static final Text CHANGE = new Text("Change this scenario", "このシナリオを変える");
    private static final Text WORST = new Text("The worst moves of the other side", "相手側の最悪の手");
    private static final Text WORTH = new Text("what each measure is worth", "各対策の効果");
    private static final Text FUTURES = new Text("Futures", "未来の数");
    private static final Text SEED = new Text("Seed", "乱数の種");
    private static final Text ASK = new Text("Work it out", "計算する");
    private static final String MEASURES = "measures";
    private static final String MANY = "futures";
    private static final String DRAW = "seed";
    private final WebDesk desk;

    StressView(WebDesk desk) {
        this.desk = desk;
    }

    /// The scenario behind the first button: the stop of exports to a partner if there is one, else the first.
    static Optional<String> first(KnownCase shown) {
        return shown.file().scenarios().containsKey("japan-stop")
                ? Optional.of("japan-stop")
                : shown.file().scenarios().keySet().stream().findFirst();
    }

    void show(WebCall call) throws Exception {
        PageFrame frame = new PageFrame(desk, call, WebPage.STRESS);
        Optional<String> scenario = call.setting(ViewState.SCENARIO);
        if (scenario.isEmpty()) {
            call.page(frame.of(html -> shelf(html, call, frame.shown())));
            return;
        }
        Job job = desk.ask(frame.shown(), "stress", words(call, scenario.get()));
        JobPanel panel = JobPanel.of(desk, call, job);
        panel.announce(frame);
        call.page(frame.of(html -> {
            panel.headline(html);
            acts(html, call, Optional.of(scenario.get()));
            form(html, call, scenario.get());
            panel.sections(html);
            panel.files(html);
        }));
    }

    /// Options of the command, from the address.
    private static List<String> words(WebCall call, String scenario) {
        List<String> words = new ArrayList<>(List.of("--scenario", scenario));
        if (call.setting(MEASURES).isPresent()) {
            words.add("--measures");
        }
        call.setting(MANY).filter(text -> text.matches("[1-9]\\d{0,3}")).ifPresent(many -> {
            words.addAll(List.of("--futures", many));
            call.setting(DRAW)
                    .filter(text -> text.matches("\\d{1,9}"))
                    .ifPresent(seed -> words.addAll(List.of("--seed", seed)));
        });
        return words;
    }

    private static void acts(Html html, WebCall call, Optional<String> scenario) {
        html.open("p", "class", "next");
        if (scenario.isPresent()) {
            link(html, CHANGE, call.state().at("/stress/build"), call);
            BriefView.button(html, call);
        }
        link(html, BUILD, call.state().at("/stress/build").with(ViewState.SCENARIO, ""), call);
        link(html, WORST, call.state().at(WorstView.PATH), call);
        html.close("p");
    }

    private static void link(Html html, Text words, ViewState to, WebCall call) {
        html.leaf("a", words.in(call.lang()), "class", "button second", "href", to.address());
    }

    private static void form(Html html, WebCall call, String scenario) {
        html.open("form", "method", "get", "action", WebPage.STRESS.path(), "class", "picker");
        hidden(html, ViewState.SCENARIO, scenario);
        for (String kept : List.of(ViewState.LANG, ViewState.CASE)) {
            call.setting(kept).ifPresent(value -> hidden(html, kept, value));
        }
        html.open("label");
        String checked = call.setting(MEASURES).isPresent() ? "checked" : "";
        html.empty("input", "type", "checkbox", "name", MEASURES, "value", "1", checked, "checked");
        html.text(" " + WORTH.in(call.lang())).close("label");
        number(html, FUTURES.in(call.lang()), MANY, call.setting(MANY).orElse(""));
        number(html, SEED.in(call.lang()), DRAW, call.setting(DRAW).orElse(""));
        html.leaf("button", ASK.in(call.lang())).close("form");
    }

    private static void number(Html html, String words, String name, String value) {
        html.open("label").text(words + " ");
        html.empty("input", "type", "number", "name", name, "min", "0", "max", "9999", "value", value)
                .close("label");
    }

    private static void hidden(Html html, String name, String value) {
        html.empty("input", "type", "hidden", "name", name, "value", value);
    }

    private static void shelf(Html html, WebCall call, KnownCase shown) {
        boolean any = !shown.file().scenarios().isEmpty();
        html.leaf("p", (any ? CHOOSE : NONE).in(call.lang()), "class", "lead");
        acts(html, call, Optional.empty());
        html.open("ul", "class", "plain");
        shown.file()
                .scenarios()
                .forEach((id, one) -> html.open("li")
                        .leaf(
                                "a",
                                one.title().in(call.lang()),
                                "href",
                                call.state().with(ViewState.SCENARIO, id).address())
                        .close("li"));
        html.close("ul");
    }
}
