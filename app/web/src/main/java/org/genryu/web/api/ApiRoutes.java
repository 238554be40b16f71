package org.genryu.web.api;

import java.util.ArrayList;
import java.util.List;
import org.genryu.web.http.WebRoute;
import org.genryu.web.page.WebDesk;

/// All addresses for programs.
public final class ApiRoutes {
    private ApiRoutes() {}

    /// @param others routes of the server beside these; those of them that are of the interface are described with
    /// it
    public static List<WebRoute> routes(WebDesk desk, HealthRoutes health, List<WebRoute> others) {
        List<WebRoute> all = new ArrayList<>(new CaseRoutes(desk).routes());
        all.addAll(new OperationRoutes(desk).routes());
        List<WebRoute> described = new ArrayList<>(all);
        WebRoute description = OpenApi.route(() -> described, desk.version());
        described.add(description);
        described.addAll(others);
        all.add(description);
        all.addAll(health.routes());
        return List.copyOf(all);
    }
}
