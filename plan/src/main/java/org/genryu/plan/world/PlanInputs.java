package org.genryu.plan.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.schema.ActionShapes;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;

/// What may be chosen, within what, against what: the tables `options`, `effects`, `fields`, `envelopes` and `outlook`
/// of a case.
///
/// @param fields ids in the order in which they are filled
/// @param scenarios the calm world first
public record PlanInputs(
        List<PlanOption> options,
        List<String> fields,
        Map<String, Text> fieldNames,
        List<Envelope> envelopes,
        List<PlanScenario> scenarios) {
    private static final Text THING = new Text("Plan", "計画");

    public PlanInputs {
        options = List.copyOf(options);
        fields = List.copyOf(fields);
        envelopes = List.copyOf(envelopes);
        scenarios = List.copyOf(scenarios);
    }

    /// @param asked ids of scenarios that are considered instead of those of the case, all alike likely
    /// @param cuts how many of them may come at once: those together stand behind the others, without a chance
    public static Outcome<PlanInputs> of(CaseFile file, List<String> asked, int cuts) {
        List<Finding> wrong = new ArrayList<>();
        List<PlanOption> options = options(file);
        if (options.isEmpty()) {
            wrong.add(Finding.error(
                    Place.of("options.csv"),
                    THING,
                    new Text("the case has no options to choose from.", "ケースに選択肢がありません。"),
                    new Text(
                            "write projects and measures with their cost into options.csv.",
                            "options.csv に事業と対策を費用とともに書いてください。")));
        }
        circles(options, wrong);
        Map<String, Text> names = new LinkedHashMap<>();
        CaseTable fields = file.table("fields");
        for (int row = 0; row < fields.rows(); row++) {
            names.put(fields.id(row), name(fields, row, fields.id(row)));
        }
        options.forEach(option -> names.putIfAbsent(option.field(), Text.same(option.field())));
        List<PlanScenario> scenarios =
                new ArrayList<>(asked.isEmpty() ? chances(file, wrong) : even(file, asked, wrong));
        List<PlanScenario> once = List.copyOf(scenarios.subList(Math.min(1, scenarios.size()), scenarios.size()));
        together(once, Optional.empty(), 0, cuts, scenarios);
        return wrong.isEmpty()
                ? Outcome.of(new PlanInputs(options, List.copyOf(names.keySet()), names, envelopes(file), scenarios))
                : Outcome.failed(wrong);
    }

    /// All sets of 2 to `left` scenarios.
    private static void together(
            List<PlanScenario> all, Optional<PlanScenario> with, int from, int left, List<PlanScenario> into) {
        for (int s = from; s < all.size() && left > 0; s++) {
            PlanScenario next = all.get(s);
            Optional<PlanScenario> joined = with.map(one -> one.and(next));
            joined.ifPresent(into::add);
            together(all, joined.or(() -> Optional.of(next)), s + 1, left - 1, into);
        }
    }

    static Text name(CaseTable table, int row, String id) {
        String en = table.words("name_en")[row];
        String ja = table.words("name_ja")[row];
        return new Text(en.isEmpty() ? (ja.isEmpty() ? id : ja) : en, ja.isEmpty() ? (en.isEmpty() ? id : en) : ja);
    }

    private static List<String> split(String words) {
        return Arrays.stream(words.split(";"))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<PlanOption> options(CaseFile file) {
        CaseTable table = file.table("options");
        Map<String, List<Scenario.Action>> effects = effects(file);
        List<PlanOption> options = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            String id = table.id(row);
            options.add(new PlanOption(
                    id,
                    name(table, row, id),
                    table.words("kind")[row].equals("measure"),
                    table.words("field")[row],
                    table.words("country")[row],
                    table.words("agency")[row],
                    table.numbers("cost").values()[row],
                    table.spans("begin").from()[row],
                    (int) Math.max(1, Math.rint(table.numbers("years").values()[row])),
                    table.numbers("life").values()[row],
                    split(table.words("builds")[row]),
                    effects.getOrDefault(id, List.of()),
                    rows(table, split(table.words("requires")[row])),
                    rows(table, split(table.words("excludes")[row])),
                    new Place(table.raw().file(), table.raw().line(row), "option")));
        }
        return options;
    }

    private static List<Integer> rows(CaseTable table, List<String> ids) {
        return ids.stream().map(table::row).filter(row -> row >= 0).toList();
    }

    private static Map<String, List<Scenario.Action>> effects(CaseFile file) {
        CaseTable table = file.table("effects");
        Map<String, List<Scenario.Action>> effects = new LinkedHashMap<>();
        int[] option = table.references("option");
        for (int row = 0; row < table.rows(); row++) {
            if (option[row] >= 0) {
                effects.computeIfAbsent(file.table("options").names().get(option[row]), _ -> new ArrayList<>())
                        .add(effect(table, row));
            }
        }
        return effects;
    }

    private static Scenario.Action effect(CaseTable table, int row) {
        CaseTable.Column.Spans from = table.spans("from");
        CaseTable.Column.Spans until = table.spans("until");
        return change(
                List.of(
                        table.words("table")[row],
                        table.words("id")[row],
                        table.words("column")[row],
                        table.words("op")[row]),
                table.numbers("value").values()[row],
                from.given(row) ? from.from()[row] : Integer.MIN_VALUE,
                until.given(row) ? until.until()[row] : Integer.MAX_VALUE,
                new Place(table.raw().file(), table.raw().line(row), ""));
    }

    /// @param target table, id, column and op
    static Scenario.Action change(List<String> target, double value, int from, int until, Place place) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        List<String> keys = List.of("table", "id", "column", "op");
        for (int k = 0; k < keys.size(); k++) {
            words.put(keys.get(k), List.of(target.get(k)));
        }
        words.put("value", List.of(Double.toString(value)));
        ActionShapes.Shape shape = Optional.ofNullable(
                        ActionShapes.current().shapes().get("change"))
                .orElseThrow();
        return new Scenario.Action(shape, words, Map.of("value", value), from, until, place.file(), place.line());
    }

    private static List<Envelope> envelopes(CaseFile file) {
        CaseTable table = file.table("envelopes");
        CaseTable.Column.Spans from = table.spans("from");
        CaseTable.Column.Spans until = table.spans("until");
        return IntStream.range(0, table.rows())
                .mapToObj(row -> new Envelope(
                        table.id(row),
                        name(table, row, table.id(row)),
                        table.words("by")[row],
                        table.words("of")[row],
                        from.given(row) ? from.from()[row] : Integer.MIN_VALUE,
                        until.given(row) ? until.until()[row] : Integer.MAX_VALUE,
                        table.numbers("amount").values()[row]))
                .toList();
    }

    /// An option that needs itself, by way of others.
    private static void circles(List<PlanOption> options, List<Finding> wrong) {
        for (int first = 0; first < options.size(); first++) {
            List<Integer> way = new ArrayList<>(List.of(first));
            if (returns(options, first, first, way)
                    && way.stream().min(Integer::compare).orElse(first) == first) {
                PlanOption option = options.get(first);
                String ids = way.stream()
                                .map(k -> options.get(k).id())
                                .reduce((a, b) -> a + " → " + b)
                                .orElse("") + " → " + option.id();
                wrong.add(Finding.error(
                        new Place(option.place().file(), option.place().line(), "requires"),
                        new Text("Option '%s'".formatted(option.id()), "選択肢「%s」".formatted(option.id())),
                        new Text(
                                "requires goes in a circle: %s; none of them could ever be taken.".formatted(ids),
                                "requires が循環しています（%s）。どれも選べません。".formatted(ids)),
                        new Text("remove one of these requirements.", "いずれか一つの requires を外してください。")));
            }
        }
    }

    private static boolean returns(List<PlanOption> options, int at, int goal, List<Integer> way) {
        for (int next : options.get(at).requires()) {
            if (next == goal) {
                return true;
            }
            if (!way.contains(next)) {
                way.add(next);
                if (returns(options, next, goal, way)) {
                    return true;
                }
                way.removeLast();
            }
        }
        return false;
    }

    private static List<PlanScenario> chances(CaseFile file, List<Finding> wrong) {
        CaseTable table = file.table("outlook");
        if (table.rows() == 0) {
            List<String> all = file.scenarios().values().stream()
                    .filter(scenario -> !scenario.events().isEmpty())
                    .map(Scenario::id)
                    .filter(id -> !file.header().base().contains(id))
                    .toList();
            return even(file, all, wrong);
        }
        List<PlanScenario> scenarios = new ArrayList<>();
        double left = 1;
        CaseTable.Column.Spans start = table.spans("start");
        for (int row = 0; row < table.rows(); row++) {
            double chance = table.numbers("chance").values()[row];
            left -= chance;
            Optional<Scenario> named = file.scenario(table.words("scenario")[row]);
            if (named.isPresent()) {
                scenarios.add(
                        start.given(row)
                                ? moved(named.get(), start.from()[row], chance)
                                : new PlanScenario(
                                        named.get().id(),
                                        named.get().title(),
                                        chance,
                                        named.get().actions()));
            }
        }
        if (left < -1e-9) {
            wrong.add(Finding.error(
                    new Place(table.raw().file(), 0, "chance"),
                    THING,
                    new Text(
                            "the chances sum to more than 1; something else cannot be likelier than never.",
                            "確率の合計が1を超えています。"),
                    new Text("make them smaller.", "確率を小さくしてください。")));
        }
        scenarios.addFirst(calm(Math.max(0, left)));
        return scenarios;
    }

    private static PlanScenario calm(double chance) {
        return new PlanScenario(PlanScenario.CALM, new Text("calm world", "平時"), chance, List.of());
    }

    /// The same scenario, beginning in another year.
    private static PlanScenario moved(Scenario scenario, int start, double chance) {
        int first = scenario.actions().stream()
                .mapToInt(Scenario.Action::from)
                .filter(from -> from != Integer.MIN_VALUE)
                .min()
                .orElse(start);
        int shift = start - scenario.start().orElse(first);
        List<Scenario.Action> actions = scenario.actions().stream()
                .map(action -> action.during(
                        action.from() == Integer.MIN_VALUE ? action.from() : action.from() + shift,
                        action.until() == Integer.MAX_VALUE ? action.until() : action.until() + shift))
                .toList();
        int year = Math.floorDiv(start, 12);
        return new PlanScenario(
                scenario.id() + "@" + year,
                new Text(
                        scenario.title().en() + ", from " + year,
                        scenario.title().ja() + "（" + year + "年から）"),
                chance,
                actions);
    }

    private static List<PlanScenario> even(CaseFile file, List<String> asked, List<Finding> wrong) {
        List<PlanScenario> scenarios = new ArrayList<>();
        double chance = 1.0 / (asked.size() + 1);
        scenarios.add(calm(1 - chance * asked.size()));
        for (String id : asked) {
            Optional<Scenario> named = file.scenario(id);
            if (named.isPresent()) {
                scenarios.add(new PlanScenario(
                        id, named.get().title(), chance, named.get().actions()));
            } else {
                wrong.add(Finding.error(
                        Place.of(Scenario.file(id)),
                        new Text("Scenario '%s'".formatted(id), "シナリオ「%s」".formatted(id)),
                        new Text("is not in the case.", "はケースにありません。"),
                        new Text("`genryu scenarios` lists them.", "`genryu scenarios` で一覧できます。")));
            }
        }
        return scenarios;
    }
}
