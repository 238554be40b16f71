package org.genryu.web.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.genryu.casefile.Scenario;
import org.genryu.core.Text;
import org.genryu.report.write.Html;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.link.ViewState;
import org.genryu.web.page.BriefView;
import org.genryu.web.page.JobPanel;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;
import org.genryu.web.world.KnownCase;

/// Which mix of measures buys most safety for the money? The mixer, facts and choices apart, scenarios side by side,
/// the frontier of plans.
final class CompareView {
    private static final String WITH = "with";
    private static final String BESIDE = "beside";
    private static final String BUDGET = "budget";
    private static final String TARGET = "target";
    private static final String VIEW = "view";

    /// What stands on the page, each under its tab.
    private enum Tab {
        MIX("Mix measures", "対策を組み合わせる"),
        APART("Facts and choices", "事実と選択"),
        BESIDE("Side by side", "並べて比較"),
        PLAN("Frontier", "費用と不足");

        private final String en;
        private final String ja;

        Tab(String en, String ja) {
            this.en = en;
            this.ja = ja;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final Text TABS = new Text("Ways to compare", "比べ方");
    private static final Text SCENARIO = new Text("What happens", "起きること");
    private static final Text CHOOSE = new Text("choose", "選んでください");
    private static final Text LEVERS = new Text("Levers (measures)", "打ち手（対策）");
    private static final Text MORE = new Text("More levers", "ほかの打ち手");
    private static final Text TELL = new Text("Compare", "比較する");
    private static final Text FIRST = new Text(
            "Choose what happens, then tick the levers: the answer says what each is worth alone and together.",
            "起きることを選び、打ち手に印を付けてください。それぞれの効果を、単独と全体で示します。");
    private static final Text APART_FIRST = new Text(
            "Did the result change because of the facts or the policy? Choose what happens and tick levers: calm, events alone, measures alone, both.",
            "結果が変わったのは事実のためか、選択のためか。起きることを選び、打ち手に印を付けると、平時・事象のみ・対策のみ・両方を並べて示します。");
    private static final Text BESIDE_FIRST = new Text("Tick two scenarios or more.", "シナリオを二つ以上選んでください。");
    private static final Text PLAN_FIRST = new Text(
            "How much safety does a budget buy? A plan of a large case takes minutes; the page shows how far it is, and you may leave it.",
            "予算でどれだけ安全を買えるか。大きなケースの計画には数分かかります。進み具合を表示し、ページを離れても計算は続きます。");
    private static final Text BUDGET_LABEL = new Text("Budget, such as 550e9 or 5500億ドル", "予算（550e9、5500億ドルなど）");
    private static final Text TARGET_LABEL = new Text("Target (may be blank)", "目標（空欄可）");
    private static final Text NO_LEVER = new Text("This case has no measures yet.", "このケースにはまだ対策がありません。");

    private final WebDesk desk;

    CompareView(WebDesk desk) {
        this.desk = desk;
    }

    void show(WebCall call) throws Exception {
        Optional<ViewState> gathered = Picks.gathered(call);
        if (gathered.isPresent()) {
            call.seeOther(gathered.get());
            return;
        }
        PageFrame frame = new PageFrame(desk, call, WebPage.COMPARE);
        Tab tab = tab(call);
        Optional<Job> job = asked(call, frame.shown(), tab);
        Optional<JobPanel> panel = JobPanel.of(desk, call, frame, job);
        call.page(frame.of(html -> {
            tabs(html, call, tab);
            switch (tab) {
                case MIX -> levers(html, call, frame.shown(), FIRST);
                case APART -> levers(html, call, frame.shown(), APART_FIRST);
                case BESIDE -> scenarios(html, call, frame.shown());
                case PLAN -> budget(html, call);
            }
            if (tab == Tab.PLAN && job.isPresent()) {
                html.open("p", "class", "next");
                BriefView.button(html, call);
                html.close("p");
            }
            JobPanel.answer(html, panel, _ -> {});
        }));
    }

    private static Tab tab(WebCall call) {
        return call.setting(VIEW).stream()
                .flatMap(word -> java.util.Arrays.stream(Tab.values())
                        .filter(one -> one.word().equals(word)))
                .findFirst()
                .orElse(Tab.MIX);
    }

    /// The question of the address; empty while nothing is chosen.
    private Optional<Job> asked(WebCall call, KnownCase shown, Tab tab) throws Exception {
        Optional<String> scenario = call.setting(ViewState.SCENARIO);
        List<String> with = Picks.of(call, WITH);
        return switch (tab) {
            case MIX -> {
                if (scenario.isEmpty() || with.isEmpty()) {
                    yield Optional.empty();
                }
                yield Optional.of(desk.ask(
                        shown,
                        "stress",
                        List.of("--scenario", scenario.get(), WITH_OPTION, String.join(",", with), "--measures")));
            }
            case APART -> {
                boolean own = scenario.flatMap(shown.file()::scenario)
                        .map(one -> !one.measures().isEmpty())
                        .orElse(false);
                if (scenario.isEmpty() || (with.isEmpty() && !own)) {
                    yield Optional.empty();
                }
                List<String> words = new ArrayList<>(List.of("--scenario", scenario.get(), "--apart"));
                if (!with.isEmpty()) {
                    words.addAll(List.of(WITH_OPTION, String.join(",", with)));
                }
                yield Optional.of(desk.ask(shown, "stress", words));
            }
            case BESIDE -> {
                List<String> beside = Picks.of(call, BESIDE);
                yield beside.size() < 2
                        ? Optional.empty()
                        : Optional.of(desk.ask(shown, "stress", List.of("--scenario", String.join(",", beside))));
            }
            case PLAN -> {
                if (call.setting(BUDGET).isEmpty()) {
                    yield Optional.empty();
                }
                List<String> words =
                        new ArrayList<>(List.of("--budget", call.setting(BUDGET).get()));
                call.setting(TARGET).ifPresent(target -> words.addAll(List.of("--target", target)));
                yield Optional.of(desk.ask(shown, "plan", words));
            }
        };
    }

    private static final String WITH_OPTION = "--with";

    private static void tabs(Html html, WebCall call, Tab shown) {
        html.open("ul", "class", "tabs", "aria-label", TABS.in(call.lang()));
        for (Tab tab : Tab.values()) {
            html.open("li")
                    .leaf(
                            "a",
                            new Text(tab.en, tab.ja).in(call.lang()),
                            "href",
                            call.state().with(VIEW, tab.word()).address(),
                            tab == shown ? "aria-current" : "",
                            "true")
                    .close("li");
        }
        html.close("ul");
    }

    private static void form(Html html, WebCall call, Consumer<Html> fields, String... without) {
        html.open("form", "method", "get", "action", WebPage.COMPARE.path(), "data-live", "answer");
        Picks.carry(html, call, without);
        fields.accept(html);
        html.open("p").leaf("button", TELL.in(call.lang())).close("p").close("form");
    }

    // ---------------------------------------------------------------- levers

    private static void levers(Html html, WebCall call, KnownCase shown, Text words) {
        html.leaf("p", words.in(call.lang()), "class", "soft");
        List<String> with = Picks.of(call, WITH);
        List<Scenario> packages = shown.file().scenarios().values().stream()
                .filter(one -> !one.measures().isEmpty())
                .toList();
        // measures alone are an answer to anything; those beside events were meant for these
        List<Scenario> answers =
                packages.stream().filter(one -> one.events().isEmpty()).toList();
        form(
                html,
                call,
                out -> {
                    scenario(out, call, shown);
                    out.open("fieldset").leaf("legend", LEVERS.in(call.lang()));
                    if (packages.isEmpty()) {
                        out.leaf("p", NO_LEVER.in(call.lang()));
                    }
                    boxes(out, call, answers.isEmpty() ? packages : answers, with);
                    List<Scenario> others = answers.isEmpty()
                            ? List.of()
                            : packages.stream()
                                    .filter(one -> !answers.contains(one))
                                    .toList();
                    if (!others.isEmpty()) {
                        boolean used =
                                others.stream().anyMatch(one -> with.stream().anyMatch(pick -> isOf(pick, one)));
                        out.open("details", used ? "open" : "", "open").leaf("summary", MORE.in(call.lang()));
                        boxes(out, call, others, with);
                        out.close("details");
                    }
                    out.close("fieldset");
                },
                ViewState.SCENARIO,
                WITH);
    }

    private static boolean isOf(String pick, Scenario scenario) {
        return pick.equals(scenario.id()) || pick.startsWith(scenario.id() + ":");
    }

    private static void scenario(Html html, WebCall call, KnownCase shown) {
        String chosen = call.setting(ViewState.SCENARIO).orElse("");
        html.open("p").open("label").text(SCENARIO.in(call.lang()) + " ");
        html.open("select", "name", ViewState.SCENARIO);
        PageFrame.option(html, "", CHOOSE.in(call.lang()), chosen.isEmpty());
        shown.file().scenarios().values().stream()
                .filter(one -> !one.events().isEmpty())
                .forEach(one -> PageFrame.option(
                        html, one.id(), one.title().in(call.lang()), one.id().equals(chosen)));
        html.close("select").close("label").close("p");
    }

    /// A box for each shape of the measures of a package.
    private static void boxes(Html html, WebCall call, List<Scenario> packages, List<String> with) {
        for (Scenario one : packages) {
            html.leaf("p", one.title().in(call.lang()), "class", "soft").open("ul", "class", "plain ticks");
            one.measures().stream().map(Scenario.Action::shape).distinct().forEach(shape -> {
                String pick = one.id() + ":" + shape.name();
                html.open("li");
                Picks.box(
                        html, WITH, pick, shape.word().in(call.lang()), with.contains(pick) || with.contains(one.id()));
                html.close("li");
            });
            html.close("ul");
        }
    }

    // ---------------------------------------------------------------- side by side, plans

    private static void scenarios(Html html, WebCall call, KnownCase shown) {
        List<String> beside = Picks.of(call, BESIDE);
        html.leaf("p", BESIDE_FIRST.in(call.lang()), "class", "soft");
        form(
                html,
                call,
                out -> {
                    out.open("fieldset").leaf("legend", SCENARIO.in(call.lang()));
                    out.open("ul", "class", "plain ticks");
                    shown.file().scenarios().values().forEach(one -> {
                        out.open("li");
                        Picks.box(out, BESIDE, one.id(), one.title().in(call.lang()), beside.contains(one.id()));
                        out.close("li");
                    });
                    out.close("ul").close("fieldset");
                },
                BESIDE);
    }

    private static void budget(Html html, WebCall call) {
        html.leaf("p", PLAN_FIRST.in(call.lang()), "class", "soft");
        form(
                html,
                call,
                out -> {
                    out.open("div", "class", "sheet");
                    Picks.field(
                            out,
                            BUDGET,
                            BUDGET_LABEL.in(call.lang()),
                            call.setting(BUDGET).orElse(""),
                            "550e9");
                    Picks.field(
                            out,
                            TARGET,
                            TARGET_LABEL.in(call.lang()),
                            call.setting(TARGET).orElse(""),
                            "dependence:30%@2030");
                    out.close("div");
                },
                BUDGET,
                TARGET);
    }
}
