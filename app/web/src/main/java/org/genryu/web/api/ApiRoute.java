package org.genryu.web.api;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;
import org.genryu.web.http.Access;
import org.genryu.web.http.WebRoute;
import org.genryu.web.http.WebRoute.Answer;
import org.genryu.web.http.WebRoute.Right;
import org.genryu.web.http.WebRoute.Setting;
import org.genryu.web.http.WebRoute.Shape;
import org.genryu.web.http.WebRoute.WebHandler;

/// How is a route for programs written down? With what it takes and answers, so that the description of the interface
/// is made from the same table as the server.
final class ApiRoute {
    static final String JSON = "application/json";
    static final String CSV = "text/csv";

    private ApiRoute() {}

    /// A document with this schema.
    static WebRoute document(String path, Text meaning, String schema, WebHandler handler) {
        return document(path, meaning, List.of(), List.of(json(200, schema)), handler);
    }

    static WebRoute document(
            String path, Text meaning, List<Setting> settings, List<Answer> answers, WebHandler handler) {
        return new WebRoute(
                HandlerType.GET,
                path,
                Right.of(Access.VIEWER),
                meaning,
                new Shape(settings, Optional.empty(), answers),
                handler);
    }

    /// What changes something.
    static WebRoute change(
            HandlerType method, String path, Text meaning, Optional<String> body, Answer answer, WebHandler handler) {
        return new WebRoute(
                method, path, Right.of(Access.ANALYST), meaning, new Shape(List.of(), body, List.of(answer)), handler);
    }

    static Answer json(int status, String schema) {
        return new Answer(status, Optional.of(JSON), Optional.of(schema));
    }

    static Answer csv() {
        return new Answer(200, Optional.of(CSV), Optional.empty());
    }
}
