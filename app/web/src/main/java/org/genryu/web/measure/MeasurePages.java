package org.genryu.web.measure;

import java.util.List;
import org.genryu.core.Text;
import org.genryu.web.http.Access;
import org.genryu.web.http.WebRoute;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;

/// The addresses of the pages on which choices are weighed.
public final class MeasurePages {
    private MeasurePages() {}

    public static List<WebRoute> routes(WebDesk desk) {
        ProjectsView projects = new ProjectsView(desk);
        SplitView split = new SplitView(desk);
        return List.of(
                WebPage.SPLIT.route(split::show),
                WebRoute.post(
                        "/split/game",
                        Access.ANALYST,
                        new Text("Keep a game that is to be split.", "配分するゲームを受け取ります。"),
                        split::send),
                WebPage.COMPARE.route(new CompareView(desk)::show),
                WebPage.PROJECTS.route(projects::show),
                WebRoute.post(
                        WebPage.PROJECTS.path(),
                        Access.KEEPER,
                        new Text("Move an entry of the register to another stage.", "登録簿の項目を別の段階へ移します。"),
                        projects::move));
    }
}
