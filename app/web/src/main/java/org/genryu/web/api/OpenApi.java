package org.genryu.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.results.JsonDocument;
import org.genryu.web.http.WebRoute;

/// The description of the interface (OpenAPI 3.1), made from the table of routes: what is in the one is in the other.
public final class OpenApi {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final String PROBLEM = "Problem";
    private static final Text REFUSED =
            new Text("Refused; a problem document says why.", "受け付けられません。理由は problem 文書にあります。");
    private static final Text ANSWERED = new Text("Done.", "成功。");

    private OpenApi() {}

    /// @param routes of the whole server; those of the interface are described
    /// @param version of the program
    public static String of(List<WebRoute> routes, String version, Lang lang) {
        Map<String, List<WebRoute>> paths = new LinkedHashMap<>();
        routes.stream()
                .filter(WebRoute::isApi)
                .forEach(route -> paths.computeIfAbsent(route.path(), _ -> new ArrayList<>())
                        .add(route));
        StringWriter out = new StringWriter();
        try (JsonDocument json = JsonDocument.begin(out, lang, () -> {})) {
            json.text("openapi", "3.1.0");
            json.part(
                    "info",
                    () -> json.text("title", new Text("Genryu", "源流").in(lang)).text("version", version));
            json.part(
                    "paths",
                    () -> paths.forEach((path, all) -> json.part(
                            path,
                            () -> all.forEach(route -> json.part(method(route), () -> operation(json, route, lang))))));
            json.part("components", () -> {
                json.made("schemas", schemas());
                json.part(
                        "securitySchemes",
                        () -> json.part(
                                "token",
                                () -> json.text("type", "apiKey")
                                        .text("in", "header")
                                        .text("name", "X-Genryu-Token")));
            });
        }
        return out.append('\n').toString();
    }

    static String schemas() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/org/genryu/web/api/schemas.json")) {
            return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String method(WebRoute route) {
        return route.method().name().toLowerCase(Locale.ROOT);
    }

    private static void operation(JsonDocument json, WebRoute route, Lang lang) {
        json.text("operationId", (method(route) + route.path().replaceAll("[^A-Za-z]+", "_")).replaceAll("_$", ""));
        json.text("summary", route.meaning().in(lang));
        json.text("x-role", route.access().name().toLowerCase(Locale.ROOT));
        json.text("x-role-others", route.right().others().name().toLowerCase(Locale.ROOT));
        json.rows("parameters", () -> {
            Matcher parameter = PARAMETER.matcher(route.path());
            while (parameter.find()) {
                String name = parameter.group(1);
                json.row(() -> json.text("name", name)
                        .text("in", "path")
                        .yes("required", true)
                        .part("schema", () -> json.text("type", "string")));
            }
            route.shape().settings().forEach(setting -> json.row(() -> setting(json, setting, lang)));
        });
        if (route.changes()) {
            json.rows("security", () -> json.row(() -> json.texts("token", List.of())));
        }
        route.shape()
                .body()
                .ifPresent(body -> json.part(
                        "requestBody",
                        () -> json.yes("required", true)
                                .part("content", () -> content(json, ApiRoute.JSON, Optional.of(body)))));
        json.part("responses", () -> responses(json, route, lang));
    }

    private static void setting(JsonDocument json, WebRoute.Setting setting, Lang lang) {
        json.text("name", setting.name())
                .text("in", "query")
                .yes("required", false)
                .text("description", setting.meaning().in(lang))
                .part("schema", () -> {
                    json.text("type", "string");
                    if (!setting.choices().isEmpty()) {
                        json.texts("enum", setting.choices());
                    }
                });
    }

    private static void responses(JsonDocument json, WebRoute route, Lang lang) {
        Map<Integer, List<WebRoute.Answer>> all = new LinkedHashMap<>();
        route.shape()
                .answers()
                .forEach(answer -> all.computeIfAbsent(answer.status(), _ -> new ArrayList<>())
                        .add(answer));
        all.forEach((status, answers) -> json.part(Integer.toString(status), () -> {
            json.text("description", ANSWERED.in(lang));
            json.part(
                    "content",
                    () -> answers.forEach(
                            answer -> answer.type().ifPresent(type -> content(json, type, answer.schema()))));
        }));
        json.part(
                "default",
                () -> json.text("description", REFUSED.in(lang))
                        .part("content", () -> content(json, "application/problem+json", Optional.of(PROBLEM))));
    }

    private static void content(JsonDocument json, String type, Optional<String> schema) {
        json.part(
                type,
                () -> json.part(
                        "schema",
                        () -> schema.ifPresentOrElse(
                                name -> json.text("$ref", "#/components/schemas/" + name),
                                () -> json.text("type", "string"))));
    }

    /// The route of the description itself, which is in it too.
    static WebRoute route(Supplier<List<WebRoute>> routes, String version) {
        return ApiRoute.document(
                "/api/openapi.json",
                new Text("This description.", "この説明。"),
                "Description",
                call -> call.context()
                        .contentType(ApiRoute.JSON)
                        .result(of(routes.get(), version, call.lang()).getBytes(StandardCharsets.UTF_8)));
    }
}
