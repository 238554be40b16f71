package org.genryu.web.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.web.http.Access;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebRoute;
import org.genryu.web.world.KnownCase;

/// All addresses for people: the table of pages and of what stands on them.
public final class WebPages {
    private WebPages() {}

    public static List<WebRoute> routes(WebDesk desk) {
        List<WebRoute> all = new ArrayList<>();
        all.add(WebPage.SITUATION.route(new SituationView(desk)::show));
        all.add(WebPage.STRESS.route(new StressView(desk)::show));
        all.add(WebRoute.get(WorstView.PATH, Access.VIEWER, WebPage.STRESS.question(), new WorstView(desk)::show));
        all.add(WebRoute.get(BriefView.path(), Access.VIEWER, BriefView.title(), new BriefView(desk)::show));
        all.addAll(new JobRoutes(desk).routes());
        all.addAll(new StyleRoutes().routes());
        return List.copyOf(all);
    }

    /// What a newcomer asks first is worked out before it is asked: the run of each case, and the scenario of the
    /// first button.
    public static void prepare(WebDesk desk) throws IOException {
        for (KnownCase one : desk.cases().all()) {
            desk.prepare(one, "run");
            Optional<String> scenario = StressView.first(one);
            if (scenario.isPresent()) {
                desk.prepare(one, "stress", "--scenario", scenario.get());
            }
        }
    }

    /// What somebody sees whose request was refused: the sentence, and the way back.
    public static String refusal(WebCall call, WebCall.Refused refused) {
        return PlainPage.of(call, WebPhrases.REFUSED.text(), html -> {
            html.leaf("p", refused.why().in(call.lang()), "class", "lead");
            html.open("p")
                    .leaf("a", WebPhrases.SITUATION.in(call.lang()), "href", "/")
                    .close("p");
        });
    }
}
