package org.genryu.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.genryu.casefile.Scenario;
import org.genryu.core.Text;
import org.genryu.report.write.Html;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobState;
import org.genryu.web.link.ViewState;
import org.genryu.web.world.KnownCase;

/// Two printable pages on a scenario or a plan, in the language of the page, made as `genryu brief` makes them. Their
/// date stands in the address, so that a link shows the same pages.
public final class BriefView {
    private static final String PATH = "/brief";
    private static final String DATE = "date";
    private static final Text TITLE = new Text("Two pages to print", "印刷用の2ページ");
    private static final Text PLAN = new Text("The plan of this budget", "この予算での計画");
    private static final Text KEEP = new Text("PDF and HTML, packed", "PDFとHTML（zip）");
    private static final Text BACK = new Text("Back to the answer", "答えに戻る");
    private static final Text ON_NOTHING =
            new Text("Two pages are on a scenario or a plan; none is chosen.", "対象のシナリオまたは計画が選ばれていません。");

    /// Settings of an answer that its pages take over, each as the option of its name.
    private static final List<String> OF_SCENARIO = List.of(ViewState.SCENARIO, "with", "futures", "seed");

    private static final List<String> OF_PLAN = List.of("budget", "target");

    private final WebDesk desk;

    BriefView(WebDesk desk) {
        this.desk = desk;
    }

    static String path() {
        return PATH;
    }

    static Text title() {
        return TITLE;
    }

    /// The way from an answer to its two pages.
    public static void button(Html html, WebCall call) {
        html.leaf(
                "a",
                TITLE.in(call.lang()),
                "class",
                "button second",
                "href",
                call.state().at(PATH).with("from", call.state().path()).address());
    }

    void show(WebCall call) throws Exception {
        if (call.setting(DATE)
                .filter(day -> day.matches("\\d{4}-\\d\\d-\\d\\d"))
                .isEmpty()) {
            call.seeOther(call.state().with(DATE, desk.today().toString()));
            return;
        }
        PageFrame frame = new PageFrame(desk, call, WebPage.STRESS);
        Job job = desk.ask(frame.shown(), "brief", words(call));
        JobPanel panel = JobPanel.untold(call, job);
        panel.announce(frame);
        boolean done = job.state() instanceof JobState.Done;
        Text subject = subject(call, frame.shown());
        call.page(frame.of(html -> {
            html.leaf("h2", TITLE.in(call.lang()));
            html.leaf("p", subject.in(call.lang()), "class", "lead");
            panel.headline(html);
            if (done) {
                html.open("p", "class", "next")
                        .leaf("a", KEEP.in(call.lang()), "class", "button", "href", "/jobs/" + job.id() + "/tables.zip")
                        .close("p");
            }
            call.setting("from")
                    .filter(path -> path.matches("/[a-z/]*"))
                    .ifPresent(path -> html.open("p")
                            .leaf("a", BACK.in(call.lang()), "href", back(call, path))
                            .close("p"));
        }));
    }

    /// What the pages are on.
    private static Text subject(WebCall call, KnownCase shown) {
        return call.setting(ViewState.SCENARIO)
                .map(id -> shown.file().scenario(id).map(Scenario::title).orElseGet(() -> Text.same(id)))
                .orElse(PLAN);
    }

    private static String back(WebCall call, String path) {
        return call.state().at(path).with("from", "").with(DATE, "").address();
    }

    /// Options of the command, from the address.
    private static List<String> words(WebCall call) throws WebCall.Refused {
        boolean plan = call.setting(ViewState.SCENARIO).isEmpty();
        if (plan && call.setting("budget").isEmpty()) {
            throw WebCall.Refused.notFound(ON_NOTHING);
        }
        List<String> words = new ArrayList<>();
        for (String name : plan ? OF_PLAN : OF_SCENARIO) {
            call.setting(name).ifPresent(value -> words.addAll(List.of("--" + name, value)));
        }
        words.addAll(List.of(
                "--date",
                call.setting(DATE).orElseThrow(),
                "--lang",
                call.lang().name().toLowerCase(Locale.ROOT)));
        return words;
    }
}
