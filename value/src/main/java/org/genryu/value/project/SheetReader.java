package org.genryu.value.project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.ExchangeRates;
import org.genryu.casefile.form.YamlTree;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.Amount;
import org.genryu.core.number.Literal;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Units;
import org.genryu.core.time.Span;
import org.genryu.value.project.SheetFaults.Where;
import org.genryu.value.project.SheetSchema.Key;
import org.genryu.value.project.TermSheet.Entry;
import org.genryu.value.project.TermSheet.Part;

/// Reads a term sheet by its schema: every key known, of the right kind, in its range, with its unit converted; all
/// findings at once. What the parts mean together is the business of [SheetResolver].
///
/// Size: one method for each kind of key.
final class SheetReader {
    private static final List<String> COMMON = List.of("source", "note", "label");
    private static final Text MAP = new Text("a list of `key: value` lines", "「キー: 値」を並べた形");
    private static final Text LIST = new Text("a list of entries", "項目の並び");
    private static final Text WORD = new Text("one word or text", "一つの語または文");

    private final SheetSchema schema = SheetSchema.current();
    private final SheetFaults faults;
    private final SheetNumbers numbers;
    private final String id;
    private final Map<String, String> productUnits = new LinkedHashMap<>();
    private final List<String> priceNames = new ArrayList<>();

    private SheetReader(SheetFaults faults, SheetNumbers numbers, String id) {
        this.faults = faults;
        this.numbers = numbers;
        this.id = id;
    }

    static Outcome<TermSheet> read(String file, String text) {
        Outcome<YamlTree> tree = YamlTree.parse(file, text);
        SheetFaults faults = new SheetFaults(file);
        faults.addAll(tree.findings());
        if (tree.value().isEmpty() || !(tree.value().get() instanceof YamlTree.Entries map)) {
            if (!tree.hasErrors()) {
                faults.shape(new Where(new Text("File '" + file + "'", "ファイル「" + file + "」"), 0, file), MAP);
            }
            return Outcome.failed(faults.all());
        }
        YamlTree.Entries settled = settled("", map, (_, _, _) -> {});
        String id = word(settled, "id").orElse("");
        Money money = money(settled);
        SheetReader reader =
                new SheetReader(faults, new SheetNumbers(Units.of(money, rates(settled, money)), faults), id);
        reader.scan(settled);
        Part root = reader.part("", "", "", map, Optional.empty());
        SheetDoubts.cutNumbers(faults, map);
        List<Finding> all = faults.all();
        return Outcome.of(new TermSheet(file, id, money, root), all);
    }

    private static Optional<String> word(YamlTree.Entries map, String key) {
        return Optional.ofNullable(map.entries().get(key)).flatMap(SheetReader::word);
    }

    private static Optional<String> word(YamlTree node) {
        return switch (node) {
            case YamlTree.Word w -> Optional.of(w.text());
            case YamlTree.Entries map ->
                Optional.ofNullable(map.entries().get("value")).flatMap(SheetReader::word);
            case YamlTree.Items _ -> Optional.empty();
        };
    }

    /// A stand-in where currency or year are wrong; the fault is told where the key is read.
    private static Money money(YamlTree.Entries map) {
        String currency =
                word(map, "currency").filter(c -> c.matches("[A-Z]{3}")).orElse("USD");
        int year = word(map, "price_year")
                .filter(y -> y.matches("(19|20|21)\\d\\d"))
                .map(Integer::parseInt)
                .orElse(2025);
        return new Money(currency, year);
    }

    /// The exchange rates and deflators of the sheet. What is wrong with them is told where they are read.
    private static Money.Rates rates(YamlTree.Entries root, Money money) {
        List<Money.Rate> rates = new ArrayList<>();
        if (root.entries().get("exchange") instanceof YamlTree.Entries map) {
            map.entries().forEach((currency, node) -> {
                Optional<Amount> amount = word(node)
                        .flatMap(text -> Literal.read(text, Units.of(money).unit(money.currency()), Units.of(money))
                                .found());
                Optional<Money> from = ExchangeRates.money(currency, money);
                if (from.isPresent() && amount.filter(a -> a.central() > 0).isPresent()) {
                    rates.add(new Money.Rate(
                            from.get(), money, new BigDecimal(amount.get().central())));
                }
            });
        }
        return new Money.Rates(rates);
    }

    /// Names that other places refer to, before anything is read.
    private void scan(YamlTree.Entries root) {
        if (root.entries().get("products") instanceof YamlTree.Items list) {
            for (YamlTree item : list.items()) {
                if (item instanceof YamlTree.Entries map) {
                    word(map, "product")
                            .ifPresent(
                                    p -> productUnits.put(p, word(map, "unit").orElse("t")));
                }
            }
        }
        if (root.entries().get("prices") instanceof YamlTree.Entries map) {
            priceNames.addAll(map.entries().keySet());
        }
    }

    // ---------------------------------------------------------------- sections

    private Part part(String section, String name, String path, YamlTree.Entries written, Optional<String> source) {
        Map<String, Key> keys = schema.keys(section);
        Text thing = thing(section, name);
        YamlTree.Entries map =
                settled(section, written, (as, key, line) -> faults.readAs(new Where(thing, line, key), as));
        Optional<String> own = word(map, "source").or(() -> source);
        Map<String, Entry> entries = new LinkedHashMap<>();
        map.entries().forEach((key, node) -> {
            Where where = new Where(thing, node.line(), key);
            Optional<Key> known = Optional.ofNullable(keys.get(key));
            if (known.isPresent()) {
                Context at = new Context(
                        known.get(), where, path.isEmpty() ? key : path + "." + key, unit(section, name, map), own);
                entries.put(key, entry(at, node).orElse(new Entry.Unread(node.line())));
            } else if (!COMMON.contains(key) && !SheetDoubts.isCut(key)) {
                faults.unknownKey(
                        where, faults.near(key, keys.keySet(), map.entries().keySet()));
            }
        });
        keys.values().forEach(key -> {
            if (key.required() && !map.entries().containsKey(key.name())) {
                faults.missing(new Where(thing, map.line(), key.name()), key.meaning());
            }
        });
        return new Part(section, name, path, map.line(), entries);
    }

    private static YamlTree.Entries settled(String section, YamlTree.Entries map, YamlTree.Told told) {
        List<String> known = new ArrayList<>(SheetSchema.current().keys(section).keySet());
        known.addAll(COMMON);
        return map.settled(known, told);
    }

    /// @param unit that `{unit}` stands for
    record Context(Key key, Where where, String path, String unit, Optional<String> source) {}

    private Text thing(String section, String name) {
        if (name.isEmpty()) {
            return new Text("Project '" + id + "'", "プロジェクト「" + id + "」");
        }
        int dot = section.lastIndexOf('.');
        if (section.startsWith("supports.")) {
            return new Text("Support '" + name + "'", "支援「" + name + "」");
        }
        if (section.startsWith("split.")) {
            return new Text("Tier '" + name + "'", "段階「" + name + "」");
        }
        Text thing = schema.key(dot < 0 ? "" : section.substring(0, dot), section.substring(dot + 1))
                .map(Key::thing)
                .orElse(Text.same(section));
        return new Text(thing.en() + " '" + name + "'", thing.ja() + "「" + name + "」");
    }

    private String unit(String section, String name, YamlTree.Entries map) {
        if (section.equals("products") || section.equals("prices")) {
            return word(map, "unit").orElse("t");
        }
        String product = word(map, section.equals("costs") ? "of" : "product").orElse(name);
        String first = productUnits.values().stream().findFirst().orElse("t");
        return productUnits.getOrDefault(product, first);
    }

    // ---------------------------------------------------------------- one key

    private Optional<Entry> entry(Context at, YamlTree node) {
        return switch (at.key.kind()) {
            case SECTION -> section(at, node);
            case LIST -> list(at, node);
            case MAP -> map(at, node);
            case SHAPES -> shapes(at, node);
            case TITLE -> Optional.of(new Entry.Titled(title(node)));
            case TEXTS -> texts(at, node);
            case TRIPLES -> triples(at, node);
            case NUMBERS -> numbers(at, node);
            case RAMPUP -> rampUp(at, node);
            case SHARES -> shares(at, node);
            case CLASS -> classOrNumber(at, node);
            case NUMBER -> numbers.read(at, node).map(Entry.Number::new);
            case PRICE -> price(at, node);
            case ID, TEXT, WORD, CHOICE, CURRENCY, UNIT, YEAR, MONTH, PERIOD, REFPRODUCT, REFLOAN -> scalar(at, node);
        };
    }

    private Optional<Entry> scalar(Context at, YamlTree node) {
        Optional<String> text = word(node);
        if (text.isEmpty()) {
            faults.shape(at.where, WORD);
            return Optional.empty();
        }
        return word(at, text.get(), node.line());
    }

    private Optional<Entry> word(Context at, String text, int line) {
        Entry plain = new Entry.Word(text, line);
        switch (at.key.kind()) {
            case CHOICE -> {
                if (!at.key.target().contains(text)) {
                    faults.unknownWord(at.where, text, at.key.target());
                    return Optional.empty();
                }
            }
            case CURRENCY -> {
                if (!text.matches("[A-Z]{3}") || !numbers.isCurrency(text)) {
                    faults.badWord(
                            at.where,
                            text,
                            new Text(
                                    "it must be an ISO 4217 code such as USD.", "USD のような ISO 4217 の通貨コードでなければなりません。"));
                    return Optional.empty();
                }
            }
            case YEAR -> {
                if (!text.matches("(19|20|21)\\d\\d")) {
                    faults.badWord(
                            at.where, text, new Text("it must be a year such as 2025.", "2025 のような年でなければなりません。"));
                    return Optional.empty();
                }
            }
            case ID -> {
                if (!text.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                    faults.badWord(
                            at.where,
                            text,
                            new Text("it must be lower-case words joined by '-'.", "小文字の語を「-」でつないだ形でなければなりません。"));
                    return Optional.empty();
                }
            }
            case REFPRODUCT -> {
                if (!productUnits.containsKey(text)) {
                    faults.noSuch(at.where, text, new Text("product", "製品"), List.copyOf(productUnits.keySet()));
                    return Optional.empty();
                }
            }
            case MONTH, PERIOD -> {
                return month(at, text, line);
            }
            case UNIT -> {
                return numbers.knowsUnit(at, text) ? Optional.of(plain) : Optional.empty();
            }
            case TEXT, WORD, REFLOAN -> {
                // any text; a loan's name is looked up when all loans are known
            }
            case TITLE, TEXTS, NUMBER, CLASS, RAMPUP, NUMBERS, SHARES, PRICE, SECTION, LIST, MAP, SHAPES, TRIPLES ->
                throw new IllegalStateException(at.path);
        }
        return Optional.of(plain);
    }

    private Optional<Entry> month(Context at, String text, int line) {
        return switch (Span.read(text)) {
            case ReadText.Value<Span>(Span span) -> {
                Span.assumed(text).ifPresent(note -> faults.assumed(at.where, text, note));
                yield Optional.of(new Entry.Month(span.from(), span.until(), line));
            }
            case ReadText.Refused<Span>(Text rule, Optional<Text> cure) -> {
                faults.badNumber(at.where, text, rule, cure);
                yield Optional.empty();
            }
        };
    }

    private static Text title(YamlTree node) {
        if (node instanceof YamlTree.Entries map) {
            String en = word(map, "en").or(() -> word(map, "ja")).orElse("");
            return new Text(en, word(map, "ja").orElse(en));
        }
        return Text.same(word(node).orElse(""));
    }

    private Optional<Entry> texts(Context at, YamlTree node) {
        List<Part> parts = new ArrayList<>();
        List<YamlTree> items = node instanceof YamlTree.Items list ? list.items() : List.of(node);
        for (YamlTree item : items) {
            Text text = title(item);
            parts.add(new Part(at.key.path(), text.en(), at.path, item.line(), Map.of("text", new Entry.Titled(text))));
        }
        return Optional.of(new Entry.Sections(parts));
    }

    private Optional<Entry> section(Context at, YamlTree node) {
        if (node instanceof YamlTree.Entries map) {
            return Optional.of(new Entry.Section(part(at.key.path(), "", at.path, map, at.source)));
        }
        faults.shape(at.where, MAP);
        return Optional.empty();
    }

    private Optional<Entry> list(Context at, YamlTree node) {
        if (!(node instanceof YamlTree.Items list)) {
            faults.shape(at.where, LIST);
            return Optional.empty();
        }
        String section = at.key.path();
        String naming = schema.keys(section).keySet().iterator().next();
        Map<String, Integer> seen = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        for (YamlTree item : list.items()) {
            if (item instanceof YamlTree.Entries map) {
                String name = word(map, naming).orElse(String.valueOf(parts.size() + 1));
                Integer first = seen.putIfAbsent(name, map.line());
                if (first != null
                        && schema.key(section, naming)
                                .filter(k -> k.kind() == SheetSchema.Kind.ID)
                                .isPresent()) {
                    faults.twice(new Where(thing(section, name), map.line(), naming), name, first);
                }
                parts.add(part(section, name, at.path + "[" + name + "]", map, at.source));
            } else {
                faults.shape(new Where(at.where.thing(), item.line(), at.key.name()), MAP);
            }
        }
        return Optional.of(new Entry.Sections(parts));
    }

    private Optional<Entry> map(Context at, YamlTree node) {
        if (!(node instanceof YamlTree.Entries map)) {
            faults.shape(at.where, MAP);
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        map.entries().forEach((name, item) -> {
            if (item instanceof YamlTree.Entries inner) {
                parts.add(part(at.key.path(), name, at.path + "[" + name + "]", inner, at.source));
            } else {
                faults.shape(new Where(at.where.thing(), item.line(), name), MAP);
            }
        });
        return Optional.of(new Entry.Sections(parts));
    }

    private Optional<Entry> shapes(Context at, YamlTree node) {
        if (!(node instanceof YamlTree.Items list)) {
            faults.shape(at.where, example(at));
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        for (YamlTree item : list.items()) {
            if (item instanceof YamlTree.Entries map && map.entries().size() == 1) {
                map.entries().forEach((shape, inner) -> {
                    Where where = new Where(at.where.thing(), inner.line(), at.key.name());
                    if (!at.key.target().contains(shape)) {
                        faults.unknownWord(where, shape, at.key.target());
                    } else if (inner instanceof YamlTree.Entries entries) {
                        parts.add(part(at.key.path() + "." + shape, shape, at.path + "." + shape, entries, at.source));
                    } else {
                        faults.shape(new Where(at.where.thing(), inner.line(), shape), MAP);
                    }
                });
            } else {
                faults.shape(new Where(at.where.thing(), item.line(), at.key.name()), example(at));
            }
        }
        return Optional.of(new Entry.Sections(parts));
    }

    private static Text example(Context at) {
        String one = at.key.path().equals("split") ? "- rest: {shares: …}" : "- floor: {giver: …}";
        return new Text("a list such as `" + one + "`", " `" + one + "` のような並び");
    }

    private Optional<Entry> numbers(Context at, YamlTree node) {
        List<YamlTree> items = node instanceof YamlTree.Items list ? list.items() : List.of(node);
        List<SheetFigure> figures = new ArrayList<>();
        for (YamlTree item : items) {
            numbers.read(at, item).ifPresent(figures::add);
        }
        return figures.size() == items.size() ? Optional.of(new Entry.Numbers(figures, node.line())) : Optional.empty();
    }

    private Optional<Entry> rampUp(Context at, YamlTree node) {
        Optional<Entry> named = className(at, node);
        return named.isPresent()
                ? named
                : node instanceof YamlTree.Word w && w.text().startsWith("mc")
                        ? unknownClass(at, w)
                        : numbers(at, node);
    }

    private Optional<Entry> unknownClass(Context at, YamlTree.Word word) {
        faults.unknownWord(at.where, word.text(), at.key.target());
        return Optional.empty();
    }

    private Optional<Entry> classOrNumber(Context at, YamlTree node) {
        if (node instanceof YamlTree.Entries map
                && map.entries().get("class") instanceof YamlTree.Word w
                && !at.key.target().contains(w.text())) {
            return unknownClass(at, w);
        }
        Optional<Entry> named = className(at, node);
        return named.isPresent() ? named : numbers.read(at, node).map(Entry.Number::new);
    }

    private static Optional<Entry> className(Context at, YamlTree node) {
        Optional<String> text = node instanceof YamlTree.Entries map ? word(map, "class") : word(node);
        return text.filter(at.key.target()::contains).map(t -> new Entry.Word(t, node.line()));
    }

    private Optional<Entry> price(Context at, YamlTree node) {
        Optional<String> text = word(node);
        if (text.filter(priceNames::contains).isPresent()) {
            return Optional.of(new Entry.Word(text.get(), node.line()));
        }
        if (text.filter(t -> t.matches("[a-z][a-z0-9-]*")).isPresent()) {
            faults.noSuch(at.where, text.get(), new Text("price", "価格"), priceNames);
            return Optional.empty();
        }
        return numbers.read(at, node).map(Entry.Number::new);
    }

    private Optional<Entry> shares(Context at, YamlTree node) {
        if (!(node instanceof YamlTree.Entries map)) {
            faults.shape(at.where, MAP);
            return Optional.empty();
        }
        Map<String, SheetFigure> figures = new LinkedHashMap<>();
        map.entries().forEach((name, item) -> {
            if (!COMMON.contains(name)) {
                Context inner = new Context(
                        at.key,
                        new Where(at.where.thing(), item.line(), name),
                        at.path + "." + name,
                        at.unit,
                        at.source);
                numbers.read(inner, item).ifPresent(f -> figures.put(name, f));
            }
        });
        return Optional.of(new Entry.Shares(figures, node.line()));
    }

    private Optional<Entry> triples(Context at, YamlTree node) {
        List<TermSheet.Triple> triples = new ArrayList<>();
        for (YamlTree item : node instanceof YamlTree.Items list ? list.items() : List.of(node)) {
            if (item instanceof YamlTree.Items three
                    && three.items().size() == 3
                    && three.items().get(0) instanceof YamlTree.Word first
                    && three.items().get(1) instanceof YamlTree.Word second) {
                numbers.read(at, three.items().get(2))
                        .ifPresent(f -> triples.add(new TermSheet.Triple(first.text(), second.text(), f)));
            } else {
                faults.shape(
                        new Where(at.where.thing(), item.line(), at.key.name()),
                        new Text("triples such as [ndpr, cost, 0.3]", " [ndpr, cost, 0.3] のような三つ組"));
            }
        }
        return Optional.of(new Entry.Triples(triples));
    }
}
