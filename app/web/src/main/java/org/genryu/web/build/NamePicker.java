package org.genryu.web.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.ActionShapes;
import org.genryu.core.Lang;

/// What may be picked for a key of an event or a measure: the names of the case, each as people call it.
record NamePicker(CaseFile file, Lang lang) {
    /// Words by what people call them, in the order in which they are offered; empty if anything may be typed.
    Map<String, String> options(ActionShapes.Kind kind) {
        Map<String, String> options = new LinkedHashMap<>();
        switch (kind) {
            case PLACES -> {
                countries().forEach((code, name) -> options.put(code, name + " (" + code + ")"));
                named("places").forEach(options::put);
            }
            case GOODS -> {
                options.put("*", BuildPhrases.ALL.in(lang));
                column("commodities", "group")
                        .forEach(group -> options.put("group:" + group, BuildPhrases.GROUP.in(lang, group)));
                named("commodities").forEach(options::put);
            }
            case STRAITS -> named("straits").forEach(options::put);
            case PROCESSES -> ids("processes").forEach(id -> options.put(id, id));
            case ROUTES -> ids("routes").forEach(id -> options.put(id, id));
            case DEMANDS -> ids("demands").forEach(id -> options.put(id, id));
            case WORDS -> column("demands", "use").forEach(use -> options.put(use, use));
            case NUMBER, PERIOD, TEXT -> {
                // anything
            }
        }
        return options;
    }

    /// What a word of an action is called.
    String name(String word) {
        Map<String, String> countries = countries();
        for (String table : List.of("commodities", "places", "straits")) {
            String name = named(table).get(word);
            if (name != null && !name.equals(word)) {
                return name;
            }
        }
        return countries.containsKey(word)
                ? countries.getOrDefault(word, word)
                : word.startsWith("group:") ? BuildPhrases.GROUP.in(lang, word.substring(6)) : word;
    }

    private Map<String, String> countries() {
        Map<String, String> countries = new TreeMap<>();
        column("places", "country")
                .forEach(code -> countries.put(
                        code,
                        Locale.of("", code).getDisplayCountry(lang == Lang.JA ? Locale.JAPANESE : Locale.ENGLISH)));
        return countries;
    }

    private List<String> ids(String table) {
        return file.table(table).names();
    }

    /// Ids of a table with their names.
    private Map<String, String> named(String table) {
        Map<String, String> named = new LinkedHashMap<>();
        RawTable raw = file.table(table).raw();
        String column = lang == Lang.JA ? "name_ja" : "name_en";
        Optional<Integer> at = raw.column(column);
        for (int row = 0; row < raw.rows(); row++) {
            String id = file.table(table).id(row);
            String name = at.isPresent() ? raw.trimmed(row, at.get()) : "";
            named.put(id, name.isEmpty() ? id : name + " (" + id + ")");
        }
        return named;
    }

    /// The distinct words of a column.
    private List<String> column(String table, String column) {
        RawTable raw = file.table(table).raw();
        Optional<Integer> at = raw.column(column);
        return at.isEmpty()
                ? List.of()
                : java.util.stream.IntStream.range(0, raw.rows())
                        .mapToObj(row -> raw.trimmed(row, at.get()))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
    }
}
