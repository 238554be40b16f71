package org.genryu.web.http;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;

/// One row of the table from which the server is made: an address that is not in it does not exist.
///
/// @param method of HTTP
/// @param path with its parameters in braces
/// @param right who may ask
/// @param meaning for the description of the interface
/// @param shape what goes in and comes out
public record WebRoute(HandlerType method, String path, Right right, Text meaning, Shape shape, WebHandler handler) {
    /// What somebody must be to ask.
    ///
    /// @param own about what is their own, or nobody's
    /// @param others about what belongs to somebody else
    public record Right(Access own, Access others) {
        /// The same for all.
        public static Right of(Access all) {
            return new Right(all, all);
        }
    }

    /// What a route takes and answers, for the description of the interface.
    ///
    /// @param settings of the address, beside those of the path
    /// @param body name of the schema of what is sent; empty if nothing is
    /// @param answers when it succeeds
    public record Shape(List<Setting> settings, Optional<String> body, List<Answer> answers) {
        /// What browsers ask for and get.
        public static final Shape PAGE = new Shape(List.of(), Optional.empty(), List.of());

        public Shape {
            settings = List.copyOf(settings);
            answers = List.copyOf(answers);
        }
    }

    /// @param choices its values if only these are meant; empty if any word is
    public record Setting(String name, Text meaning, List<String> choices) {}

    /// @param status of HTTP
    /// @param type of the content; empty if there is none
    /// @param schema of the content; empty if it is no JSON
    public record Answer(int status, Optional<String> type, Optional<String> schema) {}

    /// What is done.
    @FunctionalInterface
    public interface WebHandler {
        void handle(WebCall call) throws Exception;
    }

    public static WebRoute get(String path, Access access, Text meaning, WebHandler handler) {
        return new WebRoute(HandlerType.GET, path, Right.of(access), meaning, Shape.PAGE, handler);
    }

    public static WebRoute post(String path, Access access, Text meaning, WebHandler handler) {
        return new WebRoute(HandlerType.POST, path, Right.of(access), meaning, Shape.PAGE, handler);
    }

    /// The same route; about what belongs to somebody else it takes more.
    public WebRoute others(Access needed) {
        return new WebRoute(method, path, new Right(right.own(), needed), meaning, shape, handler);
    }

    /// Who may ask at all.
    public Access access() {
        return right.own();
    }

    /// Whether a program rather than a browser is answered: in JSON, errors too.
    public boolean isApi() {
        return isApi(path);
    }

    /// The same of an address that may be of no route.
    public static boolean isApi(String address) {
        return address.equals("/api") || address.startsWith("/api/");
    }

    public boolean changes() {
        return !method.equals(HandlerType.GET);
    }
}
