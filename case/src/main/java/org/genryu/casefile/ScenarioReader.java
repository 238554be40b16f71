package org.genryu.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.Shapes.Key;
import org.genryu.casefile.Shapes.Shape;
import org.genryu.core.Finding.Place;
import org.genryu.core.Nearest;
import org.genryu.core.Text;

/// Reads `scenarios/<id>.yaml` and checks every word of it against the case: shapes, keys, places, commodities, dates and numbers.
final class ScenarioReader {
    private static final List<String> KEYS =
            List.of("id", "title", "start", "months", "foresight", "events", "measures", "note", "source");
    private static final Text LIST = new Text(
            "a list such as `- ban: {from: CN}`", " `- ban: {from: CN}` のような並び");

    private final String file;
    private final Map<String, Keyed> tables;
    private final Map<String, Table> typed;
    private final Literals literals;
    private final Faults faults;

    ScenarioReader(
            String file, Map<String, Keyed> tables, Map<String, Table> typed, Literals literals, Faults faults) {
        this.file = file;
        this.tables = tables;
        this.typed = typed;
        this.literals = literals;
        this.faults = faults;
    }

    Optional<Scenario> read(String id, String text) {
        Optional<Yaml> tree = Yaml.read(file, text, faults);
        if (tree.isEmpty() || !(tree.get() instanceof Yaml.Entries map)) {
            if (tree.isPresent() || text.isBlank()) {
                faults.yamlShape(
                        Faults.Where.file(file), file, new Text("a list of `key: value` lines", "「キー: 値」を並べた形"));
            }
            return Optional.empty();
        }
        map.entries().forEach((key, node) -> {
            if (!KEYS.contains(key)) {
                faults.unknownKey(where(node.line(), key), key, Nearest.cure(key, KEYS));
            }
        });
        Optional<Integer> start = period(map, "start").map(TableReader.Span::from);
        int months = (int) number(map, "months", new Schema.Range(0, false, 2400, true)).orElse(0.0).doubleValue();
        int from = start.orElse(Integer.MIN_VALUE);
        int until = start.isPresent() && months > 0 ? from + months : Integer.MAX_VALUE;
        List<Action> actions = new ArrayList<>();
        actions(map, "events", true, from, until, actions);
        actions(map, "measures", false, from, until, actions);
        checkId(map, id);
        return Optional.of(new Scenario(id, title(map, id), file, start, months, foresight(map), actions));
    }

    private Faults.Where where(int line, String key) {
        return Faults.Where.of(new Text("Scenario", "シナリオ"), "", new Place(file, line, key));
    }

    private void checkId(Yaml.Entries map, String id) {
        if (map.entries().get("id") instanceof Yaml.Word w && !w.text().equals(id)) {
            faults.doubt(
                    where(w.line(), "id"),
                    "id is '" + w.text() + "', but the file is named '" + id + "'; the file's name is used.",
                    "id が「" + w.text() + "」ですが、ファイル名は「" + id + "」です。ファイル名を使います。",
                    "rename one of them.",
                    "どちらかに揃えてください。");
        }
    }

    private static Text title(Yaml.Entries map, String id) {
        if (map.entries().get("title") instanceof Yaml.Entries title) {
            String en = title.entries().get("en") instanceof Yaml.Word w ? w.text() : id;
            return new Text(en, title.entries().get("ja") instanceof Yaml.Word w ? w.text() : en);
        }
        return Text.same(map.entries().get("title") instanceof Yaml.Word w ? w.text() : id);
    }

    private Optional<Integer> foresight(Yaml.Entries map) {
        if (map.entries().get("foresight") instanceof Yaml.Word w && w.text().equals("all")) {
            return Optional.empty();
        }
        return number(map, "foresight", new Schema.Range(0, true, 2400, true)).map(Double::intValue);
    }

    private Optional<Double> number(Yaml.Entries map, String key, Schema.Range range) {
        Optional<Yaml> node = Optional.ofNullable(map.entries().get(key));
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Faults.Where where = where(node.get().line(), key);
        String text = node.get() instanceof Yaml.Word w ? w.text() : "";
        double value = literals.read(where, text, "months", faults);
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        if (!range.holds(value)) {
            faults.outOfRange(where, key, text, range, Optional.empty());
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Optional<TableReader.Span> period(Yaml.Entries map, String key) {
        Optional<Yaml> node = Optional.ofNullable(map.entries().get(key));
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String text = node.get() instanceof Yaml.Word w ? w.text() : "";
        TableReader.Span span = TableReader.Span.parse(text);
        if (span.from() == TableReader.BLANK) {
            faults.badPeriod(where(node.get().line(), key), key, text);
            return Optional.empty();
        }
        return Optional.of(span);
    }

    private void actions(Yaml.Entries map, String key, boolean events, int from, int until, List<Action> into) {
        Optional<Yaml> node = Optional.ofNullable(map.entries().get(key));
        if (node.isEmpty() || (node.get() instanceof Yaml.Word w && w.text().isBlank())) {
            return;
        }
        if (!(node.get() instanceof Yaml.Items list)) {
            faults.yamlShape(where(node.get().line(), key), key, LIST);
            return;
        }
        for (Yaml item : list.items()) {
            if (item instanceof Yaml.Entries one && one.entries().size() == 1) {
                one.entries().forEach((name, body) -> action(name, body, events, from, until).ifPresent(into::add));
            } else {
                faults.yamlShape(where(item.line(), key), key, LIST);
            }
        }
    }

    private Optional<Action> action(String name, Yaml body, boolean events, int from, int until) {
        Faults.Where where = where(body.line(), name);
        Optional<Shape> shape = Optional.ofNullable(Shapes.current().shapes().get(name));
        if (shape.isEmpty() || shape.get().event() != events) {
            List<String> known = Shapes.current().names(events);
            String kind = events ? "events" : "measures";
            faults.unknownWord(where, kind, name, known, Nearest.cure(name, known));
            return Optional.empty();
        }
        if (!(body instanceof Yaml.Entries map)) {
            faults.yamlShape(where, name, new Text("a list of keys such as {start: 2027-01}", " {start: 2027-01} のようなキーの並び"));
            return Optional.empty();
        }
        Map<String, List<String>> words = new LinkedHashMap<>();
        Map<String, Double> numbers = new HashMap<>();
        map.entries().forEach((key, node) -> {
            Optional<Key> spec = Shapes.current().key(shape.get(), key);
            if (spec.isEmpty()) {
                faults.unknownKey(
                        where(node.line(), key), key, Nearest.cure(key, Shapes.current().keys(shape.get())));
                return;
            }
            words.put(key, words(node, key));
            check(spec.get(), where(node.line(), key), Objects.requireNonNull(words.get(key)), numbers);
        });
        for (Key key : shape.get().keys().values()) {
            if (key.required() && !words.containsKey(key.name())) {
                faults.missing(where, key.name());
            }
        }
        int[] span = span(where, words, numbers, from, until);
        if (name.equals("change")) {
            Action read = new Action(shape.get(), words, numbers, span[0], span[1], map.line());
            checkChange(read, where).ifPresent(value -> numbers.put("value", value));
        }
        Action action = new Action(shape.get(), words, numbers, span[0], span[1], map.line());
        if (name.equals("quota") && action.number("share").isEmpty() == action.number("amount").isEmpty()) {
            faults.rule(
                    where,
                    "share or amount must be given, one of them.",
                    "share と amount のどちらか一方が必要です。",
                    "share: 60 % is meant.",
                    "例：share: 60 %");
        }
        return Optional.of(action);
    }

    private List<String> words(Yaml node, String key) {
        return switch (node) {
            case Yaml.Word w -> w.text().isBlank() ? List.of() : List.of(w.text().strip());
            case Yaml.Items list -> {
                List<String> words = new ArrayList<>();
                for (Yaml item : list.items()) {
                    if (item instanceof Yaml.Word w) {
                        words.add(w.text().strip());
                    } else {
                        faults.yamlShape(where(item.line(), key), key, new Text("a list of words", "語の並び"));
                    }
                }
                yield words;
            }
            case Yaml.Entries map -> {
                faults.yamlShape(where(map.line(), key), key, new Text("a word or a list of words", "語または語の並び"));
                yield List.of();
            }
        };
    }

    private void check(Key key, Faults.Where where, List<String> words, Map<String, Double> numbers) {
        for (String word : words) {
            switch (key.kind()) {
                case PLACES -> place(where, key.name(), word);
                case GOODS -> goods(where, key.name(), word);
                case STRAITS -> id(where, key.name(), word, "straits");
                case PROCESSES -> id(where, key.name(), word, "processes");
                case ROUTES -> id(where, key.name(), word, "routes");
                case DEMANDS -> id(where, key.name(), word, "demands");
                case NUMBER -> number(key, where, word, numbers);
                case PERIOD -> {
                    if (TableReader.Span.parse(word).from() == TableReader.BLANK) {
                        faults.badPeriod(where, key.name(), word);
                    }
                }
                case WORDS, TEXT -> {}
            }
        }
    }

    private void number(Key key, Faults.Where where, String word, Map<String, Double> numbers) {
        double value = literals.read(where, word, key.unit(), faults);
        if (Double.isNaN(value)) {
            return;
        }
        if (!key.range().holds(value)) {
            boolean percent = key.unit().equals("fraction") && value > 1 && value <= 100;
            faults.outOfRange(
                    where, key.name(), word, key.range(), percent ? Optional.of(Faults.percent(word)) : Optional.empty());
            return;
        }
        numbers.put(key.name(), value);
    }

    private void id(Faults.Where where, String key, String word, String name) {
        Keyed table = Objects.requireNonNull(tables.get(name));
        if (table.row(word) < 0) {
            faults.missingReference(where, key, word, table.spec.thing(), Nearest.cure(word, table.ids()));
        }
    }

    private void place(Faults.Where where, String key, String word) {
        Keyed places = Objects.requireNonNull(tables.get("places"));
        if (word.equals("*") || places.row(word) >= 0) {
            return;
        }
        Collection<String> known = new TreeSet<>(places.names.all());
        for (String country : Objects.requireNonNull(typed.get("places")).words("country")) {
            known.add(country);
        }
        if (!known.contains(word)) {
            faults.missingReference(
                    where, key, word, new Text("place or country of the case", "ケース内の地点または国"), Nearest.cure(word, known));
        }
    }

    private void goods(Faults.Where where, String key, String word) {
        if (word.equals("*")) {
            return;
        }
        if (!word.startsWith("group:")) {
            id(where, key, word, "commodities");
        } else if (!literals.groups().contains(word.substring(6))) {
            List<String> known = literals.groups().stream().map(g -> "group:" + g).toList();
            faults.missingReference(
                    where, key, word, new Text("group of commodities", "品目群"), Nearest.cure(word, known));
        }
    }

    /// When the action is in force: from its start (or `first`, or the scenario's start), not before `suspended_until`; for its months
    /// (or to `last`, or to the scenario's end), not from `repealed` on.
    private int[] span(
            Faults.Where where, Map<String, List<String>> words, Map<String, Double> numbers, int from, int until) {
        TableReader.Span first = date(words, words.containsKey("start") ? "start" : "first");
        TableReader.Span last = date(words, "last");
        int start = first.from() == TableReader.BLANK ? from : first.from();
        int end = until;
        if (numbers.containsKey("months") && start != Integer.MIN_VALUE) {
            end = start + (int) Math.round(numbers.getOrDefault("months", 0.0));
        } else if (last.from() != TableReader.BLANK) {
            end = last.until();
        } else if (first.from() != TableReader.BLANK && end <= start) {
            end = Integer.MAX_VALUE;
        }
        TableReader.Span pause = date(words, "suspended_until");
        TableReader.Span repeal = date(words, "repealed");
        boolean wellOrdered = start < end;
        start = pause.from() == TableReader.BLANK ? start : Math.max(start, pause.from());
        end = repeal.from() == TableReader.BLANK ? end : Math.min(end, repeal.from());
        if (!wellOrdered) {
            faults.rule(
                    where,
                    "it ends before it starts.",
                    "終わりが始まりより前です。",
                    "start and end were exchanged.",
                    "始まりと終わりが入れ替わっていませんか。");
        }
        return new int[] {start, Math.max(start, end)};
    }

    private static TableReader.Span date(Map<String, List<String>> words, String key) {
        List<String> word = words.getOrDefault(key, List.of());
        return TableReader.Span.parse(word.isEmpty() ? "" : word.getFirst());
    }

    /// The value of a change in the unit of the column that it names.
    private Optional<Double> checkChange(Action action, Faults.Where where) {
        String name = action.word("table");
        Optional<Keyed> table = Optional.ofNullable(tables.get(name));
        if (table.isEmpty() || table.get().spec.key().isEmpty() || name.equals("series")) {
            if (!name.isEmpty()) {
                faults.missingReference(
                        where, "table", name, new Text("table", "表"), Nearest.cure(name, tables.keySet()));
            }
            return Optional.empty();
        }
        String id = action.word("id");
        if (!Selector.isPlain(id)) {
            Selector.parse(id, table.get().spec, where, faults);
        } else if (!id.isEmpty()) {
            id(where, "id", id, name);
        }
        String op = action.word("op").isEmpty() ? "set" : action.word("op");
        List<String> ops = List.of("set", "add", "multiply");
        if (!ops.contains(op)) {
            faults.unknownWord(where, "op", op, ops, Nearest.cure(op, ops));
        }
        Optional<Schema.ColumnSpec> column = table.get().spec.column(action.word("column"));
        if (column.isEmpty() || column.get().kind() != Schema.Kind.NUMBER) {
            faults.missingReference(
                    where,
                    "column",
                    action.word("column"),
                    new Text("number column of " + name, name + " の数値列"),
                    Nearest.cure(action.word("column"), table.get().spec.columns().keySet()));
            return Optional.empty();
        }
        if (!column.get().timed() && (action.from() != Integer.MIN_VALUE || action.until() != Integer.MAX_VALUE)) {
            faults.rule(
                    where,
                    "column is '" + column.get().name() + "', which cannot differ from period to period.",
                    "column が「" + column.get().name() + "」です。この列は期間ごとに変えられません。",
                    "a change without dates, in a scenario without dates, is meant.",
                    "日付のないシナリオの、日付のない変更にしてください。");
        }
        String text = action.word("value");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        double value = literals.read(where, text, column.get(), op, table.get(), table.get().row(id), faults);
        if (!Double.isNaN(value) && op.equals("set") && !column.get().range().holds(value)) {
            TableReader.checked(column.get(), value, Optional.of(where), faults);
        }
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }
}
