package org.genryu.casefile.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.casefile.CaseHeader;
import org.genryu.casefile.ExchangeRates;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.form.YamlTree;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.IdSyntax;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;
import org.genryu.core.time.Periods;
import org.genryu.core.time.Span;

/// Reads `case.yaml`. Whatever is missing or wrong is told and replaced by a stand-in, so that the tables are checked
/// all the same.
final class CaseHeaderReader {
    private static final List<String> KEYS = List.of(
            "id",
            "title",
            "currency",
            "price_year",
            "home",
            "rival",
            "discount_rate",
            "periods",
            "transit",
            "exchange",
            "base",
            CaseSchema.LABEL,
            "note");
    private static final String BASE = "base";
    private static final List<String> PERIODS = List.of("first", "last", "step");
    private static final int STAND_IN_YEAR = 2025;
    private static final String STAND_IN_CURRENCY = "USD";
    private static final Periods STAND_IN = Periods.years(2025, 2025);
    /// More periods than this are a slip of the pen.
    private static final int MOST = 2400;

    private final CaseFindings faults;
    private final Map<String, YamlTree> entries;
    private final int line;
    private final Set<String> scenarios;

    private CaseHeaderReader(CaseFindings faults, Map<String, YamlTree> entries, int line, Set<String> scenarios) {
        this.faults = faults;
        this.entries = entries;
        this.line = line;
        this.scenarios = scenarios;
    }

    /// @param scenarios ids of those that the case has
    static CaseHeader read(String text, Set<String> scenarios, CaseFindings faults) {
        Optional<YamlTree> tree = YamlTree.read(CaseSchema.HEADER, text, faults);
        if (tree.isEmpty() && faults.errors() > 0) {
            return standIn();
        }
        if (tree.isPresent() && tree.get() instanceof YamlTree.Entries map) {
            YamlTree.Entries settled = map.settled(KEYS, (written, key, line) -> key(faults, written, key, line));
            return new CaseHeaderReader(faults, settled.entries(), map.line(), scenarios).header();
        }
        faults.yamlShape(
                CaseFindings.Where.file(CaseSchema.HEADER),
                CaseSchema.HEADER,
                new Text("a list of `key: value` lines", "「キー: 値」を並べた形"));
        return standIn();
    }

    private static CaseHeader standIn() {
        return new CaseHeaderReader(new CaseFindings(), Map.of(), 0, Set.of()).header();
    }

    private static void key(CaseFindings faults, String written, String key, int line) {
        faults.readAs(new Place(CaseSchema.HEADER, line, key), new Text("key", "キー"), written, key);
    }

    private CaseHeader header() {
        entries.forEach((key, node) -> {
            if (!KEYS.contains(key)) {
                faults.unknownKey(where(node.line(), key), key, faults.near(key, KEYS, entries.keySet()));
            }
        });
        String id = word("id").orElse("case");
        if (!IdSyntax.isId(id)) {
            IdSyntax.checkId(id, CaseSchema.current().get("commodities"), where(line("id"), "id"), faults);
        }
        String currency = currency();
        int year = year();
        return new CaseHeader(
                id,
                title(id),
                currency,
                year,
                countries("home"),
                countries("rival"),
                rate(),
                periods(),
                transit(),
                exchange(new Money(currency, year)),
                base(),
                word(CaseSchema.LABEL).orElse(""));
    }

    private CaseFindings.Where where(int at, String key) {
        return CaseFindings.Where.of(new Text("Case", "ケース"), "", new Place(CaseSchema.HEADER, at, key));
    }

    private int line(String key) {
        return entries.containsKey(key) ? entries.get(key).line() : line;
    }

    private Optional<String> word(String key) {
        Optional<YamlTree> node = Optional.ofNullable(entries.get(key));
        if (node.isPresent() && node.get() instanceof YamlTree.Word w) {
            return w.text().isBlank() ? Optional.empty() : Optional.of(w.text().strip());
        }
        if (node.isPresent()) {
            faults.yamlShape(where(line(key), key), key, new Text("one word or number", "一つの語または数"));
        }
        return Optional.empty();
    }

    /// Tells that the key is missing, unless something else was told about it already.
    private void missing(String key) {
        boolean told = entries.containsKey(key) && !(entries.get(key) instanceof YamlTree.Word);
        if (!told) {
            faults.missing(where(line(key), key), key);
        }
    }

    private Text title(String id) {
        Optional<YamlTree> node = Optional.ofNullable(entries.get("title"));
        if (node.isPresent() && node.get() instanceof YamlTree.Entries map) {
            String en = part(map, "en");
            String ja = part(map, "ja");
            return new Text(en.isEmpty() ? ja : en, ja.isEmpty() ? en : ja);
        }
        return Text.same(word("title").orElse(id));
    }

    private static String part(YamlTree.Entries map, String key) {
        return Optional.ofNullable(map.entries().get(key))
                .filter(YamlTree.Word.class::isInstance)
                .map(n -> ((YamlTree.Word) n).text())
                .orElse("");
    }

    private String currency() {
        Optional<String> code = word("currency");
        if (code.isEmpty()) {
            missing("currency");
            return STAND_IN_CURRENCY;
        }
        if (!isMoney(code.get())) {
            List<String> common = List.of("USD", "JPY", "EUR", "CNY", "GBP", "AUD", "CAD", "KRW");
            faults.currency(where(line("currency"), "currency"), code.get(), faults.near(code.get(), common));
            return STAND_IN_CURRENCY;
        }
        return code.get();
    }

    private static boolean isMoney(String code) {
        return code.matches("[A-Z]{3}")
                && Units.of(new Money(code, STAND_IN_YEAR)).read(code) instanceof ReadText.Value<Unit>;
    }

    private int year() {
        Optional<String> text = word("price_year");
        if (text.isEmpty()) {
            missing("price_year");
            return STAND_IN_YEAR;
        }
        if (!text.get().matches("(19|20|21)\\d\\d")) {
            faults.badNumber(
                    where(line("price_year"), "price_year"),
                    "price_year",
                    text.get(),
                    new Text("it must be a year such as 2025.", "2025 のような年でなければなりません。"),
                    Optional.empty());
            return STAND_IN_YEAR;
        }
        return Integer.parseInt(text.get());
    }

    private List<YamlTree> items(String key) {
        Optional<YamlTree> node = Optional.ofNullable(entries.get(key));
        return node.isEmpty()
                ? List.of()
                : switch (node.get()) {
                    case YamlTree.Items list -> list.items();
                    case YamlTree.Word w when w.text().isBlank() -> List.of();
                    case YamlTree.Word w -> List.of(w);
                    case YamlTree.Entries map -> List.of(map);
                };
    }

    /// The scenarios that are in force in every run, each once.
    private List<String> base() {
        List<String> ids = new ArrayList<>();
        for (YamlTree item : items(BASE)) {
            if (!(item instanceof YamlTree.Word w)) {
                faults.yamlShape(
                        where(item.line(), BASE),
                        BASE,
                        new Text("a list such as [ban-2026, strait-2026]", " [ban-2026, strait-2026] のような並び"));
                continue;
            }
            String id = w.text().strip();
            if (!scenarios.contains(id)) {
                faults.missingReference(
                        where(item.line(), BASE),
                        BASE,
                        id,
                        new Text("scenario of the folder scenarios", "scenarios フォルダのシナリオ"),
                        faults.near(id, scenarios));
            } else if (ids.contains(id)) {
                faults.doubt(
                        where(item.line(), BASE),
                        "'" + id + "' is named twice; it is in force once.",
                        "「" + id + "」が二度書かれています。一度だけ適用します。",
                        "another scenario is meant.",
                        "別のシナリオではありませんか。");
            } else {
                ids.add(id);
            }
        }
        return ids;
    }

    private List<String> countries(String key) {
        List<String> codes = new ArrayList<>();
        for (YamlTree item : items(key)) {
            if (item instanceof YamlTree.Word w && IdSyntax.isCountry(w.text())) {
                codes.add(w.text());
            } else if (item instanceof YamlTree.Word w) {
                faults.unknownCountry(where(item.line(), key), key, w.text(), faults.country(w.text()));
            } else {
                faults.yamlShape(where(item.line(), key), key, new Text("a list such as [JP, US]", " [JP, US] のような並び"));
            }
        }
        return codes;
    }

    private double rate() {
        Optional<String> text = word("discount_rate");
        if (text.isEmpty()) {
            return 0;
        }
        String plain = text.get().endsWith("%")
                ? text.get().substring(0, text.get().length() - 1).strip()
                : text.get();
        double value = PlainNumbers.parse(plain.toCharArray(), 0, plain.length());
        CaseFindings.Where where = where(line("discount_rate"), "discount_rate");
        if (Double.isNaN(value)) {
            faults.badNumber(
                    where,
                    "discount_rate",
                    text.get(),
                    new Text("it must be a number such as 0.05 or 5 %.", "0.05、5 % のような数値でなければなりません。"),
                    Optional.empty());
            return 0;
        }
        double rate = plain.length() < text.get().length() ? value / 100 : value;
        CaseSchema.Range range = new CaseSchema.Range(-0.5, false, 1, true);
        if (!range.holds(rate)) {
            faults.outOfRange(
                    where,
                    "discount_rate",
                    Text.same(text.get()),
                    range.broken(rate),
                    rate > 1 ? Optional.of(CaseFindings.percent(text.get())) : Optional.empty());
            return 0;
        }
        return rate;
    }

    private Periods periods() {
        Optional<YamlTree> node = Optional.ofNullable(entries.get("periods"));
        if (node.isEmpty()) {
            faults.missing(where(line, "periods"), "periods");
            return STAND_IN;
        }
        if (!(node.get() instanceof YamlTree.Entries written)) {
            faults.yamlShape(
                    where(line("periods"), "periods"),
                    "periods",
                    new Text(
                            "as in {first: 2025, last: 2035, step: year}",
                            " {first: 2025, last: 2035, step: year} の形"));
            return STAND_IN;
        }
        YamlTree.Entries map = written.settled(PERIODS, (as, key, at) -> key(faults, as, key, at));
        CaseFindings.Where where = where(map.line(), "periods");
        for (String key : map.entries().keySet()) {
            if (!PERIODS.contains(key)) {
                faults.unknownKey(
                        where,
                        "periods." + key,
                        faults.near(key, PERIODS, map.entries().keySet()));
            }
        }
        Optional<Periods.Step> step = step(part(map, "step"), where);
        Optional<Span> first = faults.date(where, "periods.first", part(map, "first"));
        Optional<Span> last = faults.date(where, "periods.last", part(map, "last"));
        if (step.isEmpty() || first.isEmpty() || last.isEmpty()) {
            return STAND_IN;
        }
        return between(step.get(), first.get().from(), last.get().until(), where);
    }

    private Periods between(Periods.Step step, int from, int until, CaseFindings.Where where) {
        if (until <= from) {
            faults.rule(
                    where,
                    "last lies before first; there must be one period or more.",
                    "last が first より前です。期間は一つ以上必要です。",
                    "first and last were exchanged.",
                    "first と last が入れ替わっていませんか。");
            return STAND_IN;
        }
        int count = (until - from + step.months() - 1) / step.months();
        if (count > MOST) {
            faults.rule(
                    where,
                    "there are " + count + " periods; there must be " + MOST + " or fewer.",
                    "期間が " + count + " あります。" + MOST + " 以下でなければなりません。",
                    "a year was mistyped.",
                    "年の打ち間違いではありませんか。");
            return STAND_IN;
        }
        Periods periods = new Periods(step, from, count);
        if (count * step.months() != until - from) {
            faults.doubt(
                    where,
                    "first to last are " + (until - from)
                            + " months, which are no whole number of periods; the last is " + periods.label(count - 1)
                            + ".",
                    "first から last までの " + (until - from) + " か月は期間の整数倍ではありません。最後の期間は " + periods.label(count - 1)
                            + " とします。",
                    "the end of a period is meant.",
                    "last は期間の終わりに合わせてください。");
        }
        return periods;
    }

    private Optional<Periods.Step> step(String word, CaseFindings.Where where) {
        return switch (word) {
            case "year", "" -> Optional.of(Periods.Step.YEAR);
            case "quarter" -> Optional.of(Periods.Step.QUARTER);
            case "month" -> Optional.of(Periods.Step.MONTH);
            default -> {
                List<String> known = List.of("year", "quarter", "month");
                faults.unknownWord(where, "periods.step", word, known, faults.near(word, known));
                yield Optional.empty();
            }
        };
    }

    private ExchangeRates exchange(Money counted) {
        return Optional.ofNullable(entries.get("exchange"))
                .map(node -> ExchangeRates.read(node, counted, this::where, faults))
                .orElse(ExchangeRates.NONE);
    }

    private SupplyCase.Transit transit() {
        String word = word("transit").orElse("open");
        return switch (word) {
            case "open" -> SupplyCase.Transit.OPEN;
            case "cyclic" -> SupplyCase.Transit.CYCLIC;
            default -> {
                List<String> known = List.of("open", "cyclic");
                faults.unknownWord(where(line("transit"), "transit"), "transit", word, known, faults.near(word, known));
                yield SupplyCase.Transit.OPEN;
            }
        };
    }
}
