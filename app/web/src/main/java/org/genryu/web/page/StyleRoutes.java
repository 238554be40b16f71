package org.genryu.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genryu.core.Check;
import org.genryu.core.Text;
import org.genryu.report.draw.PageDocument;
import org.genryu.web.http.Access;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebRoute;
import org.genryu.web.told.ToldPage;

/// What browsers load beside a page: style sheets and scripts, all from here.
final class StyleRoutes {
    private static final Pattern SIZES = Pattern.compile("s\\d{1,5}-\\d{1,5}(\\.s\\d{1,5}-\\d{1,5}){0,99}");
    private static final List<String> SCRIPTS =
            List.of("workbench.js", "edit.js", "live.js", "charts.js", "format.js", "plots.js", "echarts.min.js");
    private static final Text STYLE = new Text("Style of all pages.", "全ページのスタイル。");
    private static final Text SCRIPT = new Text("A script of the pages.", "ページのスクリプト。");
    private final String sheet = PageDocument.styleSheet() + "\n" + text("workbench.css");

    List<WebRoute> routes() {
        return List.of(
                WebRoute.get("/style/page.css", Access.ANYONE, STYLE, call -> keep(call, "text/css", sheet)),
                WebRoute.get("/style/sizes.css", Access.ANYONE, STYLE, StyleRoutes::sizes),
                WebRoute.get(
                        "/style/icon.svg", Access.ANYONE, STYLE, call -> keep(call, "image/svg+xml", text("icon.svg"))),
                WebRoute.get("/script/{name}", Access.ANYONE, SCRIPT, StyleRoutes::script));
    }

    private static void sizes(WebCall call) throws WebCall.Refused {
        String of = call.setting("of").filter(SIZES.asMatchPredicate()).orElseThrow(StyleRoutes::missing);
        keep(
                call,
                "text/css",
                Arrays.stream(of.split("\\.")).map(ToldPage::rule).collect(Collectors.joining()));
    }

    private static void script(WebCall call) throws WebCall.Refused {
        String name = call.parameter("name");
        if (!SCRIPTS.contains(name)) {
            throw missing();
        }
        keep(call, "text/javascript", text("script/" + name));
    }

    private static WebCall.Refused missing() {
        return WebCall.Refused.notFound(WebPhrases.NO_FILE.text());
    }

    private static void keep(WebCall call, String type, String text) {
        call.context()
                .header("Cache-Control", "private, max-age=3600")
                .contentType(type + "; charset=utf-8")
                .result(text);
    }

    static String text(String name) {
        try (InputStream in = StyleRoutes.class.getResourceAsStream("/org/genryu/web/" + name)) {
            Check.that(in != null, "Workbench: resource %s is missing.", name);
            return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
