package org.genryu.web.page;

import java.util.List;
import org.genryu.core.Text;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.link.ViewState;
import org.genryu.web.world.KnownCase;

/// What is weakest today, and why? The run of the case: its first sentences, the shelf of scenarios, who depends on
/// whom; one button into what would happen.
final class SituationView {
    private static final List<String> SECTIONS = List.of(
            "s-what-the-scenarios-come-to",
            "s-dependence-by-stage",
            "s-shortages",
            "s-prices",
            "s-indicators-of-supply-risk-side-by-side",
            "s-sources");
    private static final Text ASK = new Text("What if China stops exports?", "中国が輸出を止めたら？");
    private static final Text OTHERS = new Text("Change the conditions", "条件を変える");
    private final WebDesk desk;

    SituationView(WebDesk desk) {
        this.desk = desk;
    }

    void show(WebCall call) throws Exception {
        PageFrame frame = new PageFrame(desk, call, WebPage.SITUATION);
        KnownCase shown = frame.shown();
        List<String> words = call.setting(ViewState.SCENARIO)
                .map(id -> List.of("--scenario", id))
                .orElse(List.of());
        Job job = desk.ask(shown, "run", words);
        JobPanel panel = JobPanel.of(desk, call, job);
        panel.announce(frame);
        call.page(frame.of(html -> {
            panel.headline(html);
            html.open("p", "class", "next");
            StressView.first(shown)
                    .ifPresent(scenario -> html.leaf(
                            "a",
                            ASK.in(call.lang()),
                            "class",
                            "button",
                            "href",
                            call.state()
                                    .at(WebPage.STRESS.path())
                                    .with(ViewState.SCENARIO, scenario)
                                    .address()));
            html.leaf(
                    "a",
                    OTHERS.in(call.lang()),
                    "class",
                    "button second",
                    "href",
                    call.state().at(WebPage.COMPARE.path()).address());
            html.close("p");
            panel.sections(html, SECTIONS);
            panel.files(html);
        }));
    }
}
