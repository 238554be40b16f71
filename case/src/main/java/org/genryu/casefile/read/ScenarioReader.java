package org.genryu.casefile.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.form.YamlTree;
import org.genryu.casefile.row.RowSelector;
import org.genryu.casefile.schema.ActionShapes;
import org.genryu.casefile.schema.ActionShapes.Key;
import org.genryu.casefile.schema.ActionShapes.Shape;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.NameSpelling;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Deadline;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;
import org.genryu.core.name.NearNames;
import org.genryu.core.time.Span;

/// Reads `scenarios/<id>.yaml` and checks every word of it against the case: shapes, keys, places, commodities, dates
/// and numbers.
///
/// Size: each kind of line has its own reader, and they share what a scenario knows.
final class ScenarioReader {
    private static final List<String> KEYS =
            List.of("id", "title", "start", "months", "foresight", "events", "measures", "note", "source");
    private static final Text LIST = new Text("a list such as `- ban: {from: CN}`", " `- ban: {from: CN}` のような並び");

    /// Months that an action may last; more is for ever.
    private static final int LONGEST = 1_000_000;

    private final String name;
    private final int firstMonth;
    private final String file;
    private final Map<String, IndexedTable> tables;
    private final ScenarioWords vocabulary;
    private final LiteralCells literals;
    private final CaseFindings faults;

    /// @param firstMonth of the case, from which an action without a start counts its months
    ScenarioReader(
            String name,
            int firstMonth,
            Map<String, IndexedTable> tables,
            Map<String, CaseTable> typed,
            LiteralCells literals,
            CaseFindings faults) {
        this.name = name;
        this.firstMonth = firstMonth;
        this.file = Scenario.file(name);
        this.tables = tables;
        this.vocabulary = new ScenarioWords(tables, typed, literals, faults);
        this.literals = literals;
        this.faults = faults;
    }

    Optional<Scenario> read(String text) {
        Deadline.present().check();
        String id = name;
        Optional<YamlTree> tree = YamlTree.read(file, text, faults);
        if (tree.isEmpty() || !(tree.get() instanceof YamlTree.Entries written)) {
            if (tree.isPresent() || text.isBlank()) {
                faults.yamlShape(
                        CaseFindings.Where.file(file), file, new Text("a list of `key: value` lines", "「キー: 値」を並べた形"));
            }
            return Optional.empty();
        }
        YamlTree.Entries map = written.settled(KEYS, this::readAs);
        map.entries().forEach((key, node) -> {
            if (!KEYS.contains(key)) {
                NearNames.Search meant = faults.near(key, KEYS, map.entries().keySet());
                faults.unknownKey(where(node.line(), key), key, meant);
            }
        });
        Optional<Integer> start = period(map, "start").map(Span::from);
        int months = (int) number(map, "months", new CaseSchema.Range(0, false, 2400, true))
                .orElse(0.0)
                .doubleValue();
        int from = start.orElse(Integer.MIN_VALUE);
        int until = months > 0 ? start.orElse(firstMonth) + months : Integer.MAX_VALUE;
        List<Action> actions = new ArrayList<>();
        actions(map, "events", true, from, until, actions);
        actions(map, "measures", false, from, until, actions);
        checkId(map, id);
        return Optional.of(new Scenario(id, title(map, id), file, start, months, foresight(map), actions));
    }

    private CaseFindings.Where where(int line, String key) {
        return CaseFindings.Where.of(new Text("Scenario", "シナリオ"), name, new Place(file, line, key));
    }

    private void readAs(String written, String key, int line) {
        faults.readAs(new Place(file, line, key), new Text("key", "キー"), written, key);
    }

    private void checkId(YamlTree.Entries map, String id) {
        if (map.entries().get("id") instanceof YamlTree.Word w && !w.text().equals(id)) {
            faults.doubt(
                    where(w.line(), "id"),
                    "id is '" + w.text() + "', but the file is named '" + id + "'; the file's name is used.",
                    "id が「" + w.text() + "」ですが、ファイル名は「" + id + "」です。ファイル名を使います。",
                    "rename one of them.",
                    "どちらかに揃えてください。");
        }
    }

    private static Text title(YamlTree.Entries map, String id) {
        if (map.entries().get("title") instanceof YamlTree.Entries title) {
            String en = title.entries().get("en") instanceof YamlTree.Word w ? w.text() : id;
            return new Text(en, title.entries().get("ja") instanceof YamlTree.Word w ? w.text() : en);
        }
        return Text.same(map.entries().get("title") instanceof YamlTree.Word w ? w.text() : id);
    }

    private Optional<Integer> foresight(YamlTree.Entries map) {
        if (map.entries().get("foresight") instanceof YamlTree.Word w
                && w.text().equals("all")) {
            return Optional.empty();
        }
        return number(map, "foresight", new CaseSchema.Range(0, true, 2400, true))
                .map(Double::intValue);
    }

    private Optional<Double> number(YamlTree.Entries map, String key, CaseSchema.Range range) {
        Optional<YamlTree> node = Optional.ofNullable(map.entries().get(key));
        if (node.isEmpty()) {
            return Optional.empty();
        }
        CaseFindings.Where where = where(node.get().line(), key);
        String text = node.get() instanceof YamlTree.Word w ? w.text() : "";
        double value = literals.read(where, text, "months", faults);
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        if (!range.holds(value)) {
            faults.outOfRange(where, key, Text.same(text), range.broken(value), Optional.empty());
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Optional<Span> period(YamlTree.Entries map, String key) {
        Optional<YamlTree> node = Optional.ofNullable(map.entries().get(key));
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String text = node.get() instanceof YamlTree.Word w ? w.text() : "";
        return faults.date(where(node.get().line(), key), key, text);
    }

    private void actions(YamlTree.Entries map, String key, boolean events, int from, int until, List<Action> into) {
        Optional<YamlTree> node = Optional.ofNullable(map.entries().get(key));
        if (node.isEmpty() || (node.get() instanceof YamlTree.Word w && w.text().isBlank())) {
            return;
        }
        if (!(node.get() instanceof YamlTree.Items list)) {
            faults.yamlShape(where(node.get().line(), key), key, LIST);
            return;
        }
        for (YamlTree item : list.items()) {
            if (item instanceof YamlTree.Entries one && one.entries().size() == 1) {
                one.entries()
                        .forEach((name, body) ->
                                action(name, body, events, from, until).ifPresent(into::add));
            } else {
                faults.yamlShape(where(item.line(), key), key, LIST);
            }
        }
    }

    private Optional<Action> action(String written, YamlTree body, boolean events, int from, int until) {
        String shapeName = NameSpelling.same(written, ActionShapes.current().names(events))
                .map(NameSpelling.Same::name)
                .orElse(written);
        if (!shapeName.equals(written)) {
            readAs(written, shapeName, body.line());
        }
        CaseFindings.Where where = where(body.line(), shapeName);
        Optional<Shape> shape =
                Optional.ofNullable(ActionShapes.current().shapes().get(shapeName));
        if (shape.isEmpty() || shape.get().event() != events) {
            List<String> known = ActionShapes.current().names(events);
            String kind = events ? "events" : "measures";
            faults.unknownWord(where, kind, shapeName, known, faults.near(shapeName, known));
            return Optional.empty();
        }
        if (!(body instanceof YamlTree.Entries said)) {
            faults.yamlShape(
                    where,
                    shapeName,
                    new Text("a list of keys such as {start: 2027-01}", " {start: 2027-01} のようなキーの並び"));
            return Optional.empty();
        }
        List<String> known = ActionShapes.current().keys(shape.get());
        YamlTree.Entries map = said.settled(known, this::readAs);
        Map<String, List<String>> words = new LinkedHashMap<>();
        Map<String, Double> numbers = new HashMap<>();
        map.entries().forEach((key, node) -> {
            Optional<Key> spec = ActionShapes.current().key(shape.get(), key);
            if (spec.isEmpty()) {
                NearNames.Search meant = faults.near(key, known, map.entries().keySet());
                faults.unknownKey(where(node.line(), key), key, meant);
                return;
            }
            words.put(key, words(node, key));
        });
        words.forEach((key, list) -> {
            int line = Objects.requireNonNull(map.entries().get(key)).line();
            ActionShapes.current().key(shape.get(), key).ifPresent(spec -> {
                if (shapeName.equals("dumping") && key.equals("price")) {
                    dumpingPrice(spec, where(line, key), list, words, numbers);
                } else {
                    vocabulary.check(spec, where(line, key), list, words, numbers);
                }
            });
        });
        for (Key key : shape.get().keys().values()) {
            if (key.required() && words.getOrDefault(key.name(), List.of()).isEmpty()) {
                faults.missing(where, key.name());
            }
        }
        int[] span = span(where, words, numbers, from, until);
        if (shapeName.equals("change")) {
            Action read = new Action(shape.get(), words, numbers, span[0], span[1], file, map.line());
            checkChange(read, where).ifPresent(value -> numbers.put("value", value));
        }
        Action action = new Action(shape.get(), words, numbers, span[0], span[1], file, map.line());
        if (shapeName.equals("quota")
                && action.number("share").isEmpty() == action.number("amount").isEmpty()) {
            faults.rule(
                    where,
                    "share or amount must be given, one of them.",
                    "share と amount のどちらか一方が必要です。",
                    "share: 60 % is meant.",
                    "例：share: 60 %");
        }
        return Optional.of(action);
    }

    /// A price, or a change of the price that would be paid: `-40 %` becomes the number `change`.
    private void dumpingPrice(
            Key spec,
            CaseFindings.Where where,
            List<String> list,
            Map<String, List<String>> words,
            Map<String, Double> numbers) {
        String text = list.isEmpty() ? "" : list.getFirst();
        if (!text.endsWith("%") && !text.endsWith("％")) {
            Key price = new Key(
                    spec.name(),
                    ActionShapes.Kind.NUMBER,
                    "{currency}/{unit}",
                    new CaseSchema.Range(0, true, 1e15, true),
                    true,
                    spec.meaning());
            vocabulary.check(price, where, list, words, numbers);
            return;
        }
        double change = literals.read(where, text, "fraction", faults);
        CaseSchema.Range range = new CaseSchema.Range(-1, true, 0, true);
        if (!Double.isNaN(change) && !range.holds(change)) {
            faults.outOfRange(where, spec.name(), Text.same(text), range.broken(change), Optional.empty());
        } else if (!Double.isNaN(change)) {
            numbers.put("change", change);
        }
    }

    private List<String> words(YamlTree node, String key) {
        return switch (node) {
            case YamlTree.Word w ->
                w.text().isBlank() ? List.of() : List.of(w.text().strip());
            case YamlTree.Items list -> {
                List<String> words = new ArrayList<>();
                for (YamlTree item : list.items()) {
                    if (item instanceof YamlTree.Word w) {
                        words.add(w.text().strip());
                    } else {
                        faults.yamlShape(where(item.line(), key), key, new Text("a list of words", "語の並び"));
                    }
                }
                yield words;
            }
            case YamlTree.Entries map -> {
                faults.yamlShape(where(map.line(), key), key, new Text("a word or a list of words", "語または語の並び"));
                yield List.of();
            }
        };
    }

    /// When the action is in force: from its start (or `first`, or the scenario's start), not before
    /// `suspended_until`; for its months (or to `last`, or to the scenario's end), not from `repealed` on.
    private int[] span(
            CaseFindings.Where where,
            Map<String, List<String>> words,
            Map<String, Double> numbers,
            int from,
            int until) {
        Optional<Span> first = date(words, words.containsKey("start") ? "start" : "first");
        Optional<Span> last = date(words, "last");
        int start = first.map(Span::from).orElse(from);
        int end = until;
        boolean timed = numbers.containsKey("months") || numbers.containsKey("recover");
        start = timed && start == Integer.MIN_VALUE ? firstMonth : start;
        if (numbers.containsKey("months")) {
            end = start + months(where, numbers.getOrDefault("months", 0.0));
        } else if (last.isPresent()) {
            end = last.get().until();
        } else if (first.isPresent() && end <= start) {
            end = Integer.MAX_VALUE;
        }
        Optional<Span> pause = date(words, "suspended_until");
        Optional<Span> repeal = date(words, "repealed");
        boolean wellOrdered = start < end;
        start = Math.max(start, pause.map(Span::from).orElse(start));
        end = Math.min(end, repeal.map(Span::from).orElse(end));
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

    /// Whole months, one or more: a case knows nothing shorter.
    private int months(CaseFindings.Where where, double months) {
        int whole = Math.clamp(Math.round(months), 1, LONGEST);
        if (whole != months && whole < LONGEST) {
            faults.doubt(
                    where,
                    "months is " + PlainNumbers.write(months) + "; time goes by whole months, and " + whole
                            + " is used.",
                    "months が " + PlainNumbers.write(months) + " です。時間は月単位なので " + whole + " か月とします。",
                    "a whole number of months is meant.",
                    "整数の月数にしてください。");
        }
        return whole;
    }

    private static Optional<Span> date(Map<String, List<String>> words, String key) {
        List<String> word = words.getOrDefault(key, List.of());
        return word.isEmpty() ? Optional.empty() : Span.read(word.getFirst()).found();
    }

    private List<String> withIds() {
        return tables.values().stream()
                .filter(t -> !t.spec().key().isEmpty() && !t.spec().name().equals("series"))
                .map(t -> t.spec().name())
                .toList();
    }

    /// The value of a change in the unit of the column that it names.
    private Optional<Double> checkChange(Action action, CaseFindings.Where where) {
        String tableName = action.word("table");
        Optional<IndexedTable> table = Optional.ofNullable(tables.get(tableName));
        if (table.isEmpty() || table.get().spec().key().isEmpty() || tableName.equals("series")) {
            if (!tableName.isEmpty()) {
                faults.missingReference(
                        where,
                        "table",
                        tableName,
                        new Text("table whose rows have ids", "行にIDのある表"),
                        faults.near(tableName, withIds()));
            }
            return Optional.empty();
        }
        String id = action.word("id");
        if (!RowSelector.isPlain(id)) {
            RowSelector.parse(id, table.get().spec(), where, faults);
        } else if (!id.isEmpty()) {
            vocabulary.id(where, "id", id, tableName);
        }
        String op = action.word("op").isEmpty() ? "set" : action.word("op");
        List<String> ops = List.of("set", "add", "multiply");
        if (!ops.contains(op)) {
            faults.unknownWord(where, "op", op, ops, faults.near(op, ops));
        }
        Optional<CaseSchema.ColumnSpec> column = table.get().spec().column(action.word("column"));
        if (column.isEmpty() || column.get().kind() != CaseSchema.Kind.NUMBER) {
            faults.missingReference(
                    where,
                    "column",
                    action.word("column"),
                    new Text("number column of " + tableName, "「" + tableName + "」の数値列"),
                    faults.near(
                            action.word("column"), table.get().spec().columns().keySet()));
            return Optional.empty();
        }
        if (!column.get().timed() && (action.from() != Integer.MIN_VALUE || action.until() != Integer.MAX_VALUE)) {
            faults.rule(
                    where,
                    "column is '" + column.get().name() + "', which cannot differ from period to period.",
                    "column が「" + column.get().name() + "」です。この列は期ごとに変えられません。",
                    "a change without dates, in a scenario without dates, is meant.",
                    "日付のないシナリオの、日付のない変更にしてください。");
        }
        String text = action.word("value");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        CaseFindings.Where at = where(action.line(), "value");
        double value = literals.read(
                        at, text, column.get(), op, table.get(), table.get().row(id), faults)
                .value();
        if (!Double.isNaN(value) && op.equals("set") && !column.get().range().holds(value)) {
            CaseTableReader.checkRange(at, column.get(), value, Text.same(text), faults);
        }
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }
}
