package org.genryu.web.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.casefile.schema.ActionShapes;
import org.genryu.casefile.schema.ActionShapes.Key;
import org.genryu.casefile.schema.ActionShapes.Shape;
import org.genryu.core.Lang;
import org.genryu.report.write.Html;
import org.genryu.web.http.WebCall;
import org.genryu.web.page.PageFrame;

/// The fields of one event or measure, from the shapes that a scenario may hold: pickers where the case has names.
final class BuildForm {
    private static final String FIELD = "k.";
    private static final int MOST = 120;
    /// Common keys that a first look needs.
    private static final List<String> FIRST = List.of("start", "months");

    private final Lang lang;
    private final NamePicker names;

    BuildForm(Lang lang, NamePicker names) {
        this.lang = lang;
        this.names = names;
    }

    /// The kinds to choose from.
    void kinds(Html html, String chosen) {
        html.open("p").open("label").text(say(BuildPhrases.KIND) + " ").open("select", "name", "shape");
        for (boolean event : new boolean[] {true, false}) {
            html.open("optgroup", "label", say(event ? BuildPhrases.EVENT : BuildPhrases.MEASURE));
            for (String name : ActionShapes.current().names(event)) {
                Shape shape = shape(name);
                String words = shape.word().in(lang) + " – " + shape.meaning().in(lang);
                PageFrame.option(html, name, words, name.equals(chosen));
            }
            html.close("optgroup");
        }
        html.close("select").close("label").text(" ");
        html.leaf("button", say(BuildPhrases.CHOOSE), "name", "do", "value", "shape", "class", "second")
                .close("p");
    }

    static Shape shape(String name) {
        return java.util.Objects.requireNonNull(ActionShapes.current().shapes().get(name), name);
    }

    void fields(Html html, String name, WebCall call) {
        Shape shape = shape(name);
        html.leaf("h3", shape.word().in(lang)).leaf("p", shape.meaning().in(lang), "class", "soft");
        HtmlFields out = new HtmlFields(html, call);
        html.open("div", "class", "sheet rowform");
        Map<String, Key> keys = keys(shape);
        keys.forEach((key, spec) -> {
            if ((shape.keys().containsKey(key) && !isLater(key)) || FIRST.contains(key)) {
                out.field(spec);
            }
        });
        html.close("div").open("details").leaf("summary", say(BuildPhrases.MORE));
        html.open("div", "class", "sheet rowform");
        keys.forEach((key, spec) -> {
            if (!((shape.keys().containsKey(key) && !isLater(key)) || FIRST.contains(key))) {
                out.field(spec);
            }
        });
        html.close("div").close("details");
        html.open("p")
                .leaf("button", say(BuildPhrases.ADD_THIS), "name", "do", "value", "add")
                .close("p");
    }

    private static boolean isLater(String key) {
        return List.of("hazard", "ends", "cost", "paid_by").contains(key);
    }

    private static Map<String, Key> keys(Shape shape) {
        Map<String, Key> keys = new LinkedHashMap<>(shape.keys());
        ActionShapes.current().common().forEach(keys::putIfAbsent);
        return keys;
    }

    /// The words that were picked and typed, by key.
    static Map<String, List<String>> picked(String name, WebCall call) {
        Map<String, List<String>> picked = new LinkedHashMap<>();
        keys(shape(name)).forEach((key, spec) -> {
            List<String> words = new ArrayList<>();
            for (String typed : call.context().formParams(FIELD + key)) {
                boolean list = switch (spec.kind()) {
                    case PLACES, GOODS, STRAITS, PROCESSES, ROUTES, DEMANDS, WORDS -> true;
                    case NUMBER, PERIOD, TEXT -> false;
                };
                for (String word : list ? typed.split("[,;、，]") : new String[] {typed}) {
                    if (!word.isBlank()) {
                        words.add(word.strip());
                    }
                }
            }
            if (!words.isEmpty()) {
                picked.put(key, words);
            }
        });
        return picked;
    }

    /// Fields with what was entered before.
    private final class HtmlFields {
        private final Html html;
        private final WebCall call;

        private HtmlFields(Html html, WebCall call) {
            this.html = html;
            this.call = call;
        }

        private void field(Key key) {
            String id = FIELD + key.name();
            html.open("label", "for", id).text(key.name());
            if (!key.unit().isEmpty()) {
                html.text(" ").leaf("span", "[" + key.unit() + "]", "class", "unit");
            }
            if (key.required()) {
                html.text(" ").leaf("span", say(BuildPhrases.REQUIRED), "class", "chip");
            }
            html.empty("br")
                    .leaf("span", key.meaning().in(lang), "class", "soft")
                    .close("label")
                    .open("div");
            input(key, id, names.options(key.kind()));
            html.close("div").line();
        }

        private void input(Key key, String id, Map<String, String> options) {
            List<String> before = call.context().formParams(id);
            if (!options.isEmpty() && options.size() <= MOST) {
                html.open(
                        "select",
                        "name",
                        id,
                        "id",
                        id,
                        "multiple",
                        "multiple",
                        "size",
                        Integer.toString(Math.min(6, options.size())),
                        "aria-describedby",
                        "several");
                options.forEach((word, words) -> PageFrame.option(html, word, words, before.contains(word)));
                html.close("select");
                return;
            }
            String typed = before.isEmpty() ? "" : before.getFirst();
            html.empty(
                    "input",
                    "name",
                    id,
                    "id",
                    id,
                    "value",
                    typed,
                    options.isEmpty() ? "" : "list",
                    "list-" + id,
                    "placeholder",
                    switch (key.kind()) {
                        case PERIOD -> "2027-01";
                        case NUMBER, TEXT, PLACES, GOODS, STRAITS, PROCESSES, ROUTES, DEMANDS, WORDS -> "";
                    });
            if (!options.isEmpty()) {
                html.open("datalist", "id", "list-" + id);
                options.keySet()
                        .forEach(word -> html.open("option", "value", word).close("option"));
                html.close("datalist");
            }
        }
    }

    private String say(BuildPhrases words) {
        return words.in(lang);
    }
}
