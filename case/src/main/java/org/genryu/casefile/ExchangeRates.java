package org.genryu.casefile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.casefile.form.YamlTree;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.core.Text;
import org.genryu.core.number.Amount;
import org.genryu.core.number.Literal;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;
import org.genryu.core.time.Span;

/// What is money of another currency or of other prices worth in the money that is counted in? The key `exchange` of
/// `case.yaml` and of a term sheet:
///
/// ```yaml
/// exchange:
///   AUD: {value: 0.6446, source: rba-2025, date: 2025-06}    # one AUD of the price year in the currency of the case
///   USD2020: {value: 1.24, source: bls-cpi, date: 2025}      # one USD in prices of 2020: a deflator
/// ```
///
/// @param rates in the order of the file
public record ExchangeRates(List<Rate> rates) {
    public static final ExchangeRates NONE = new ExchangeRates(List.of());
    private static final List<String> KEYS = List.of("value", "source", "date", "note");
    private static final Pattern MONEY = Pattern.compile("([A-Z]{3})((?:19|20|21)\\d\\d)?");

    /// @param from the other money
    /// @param worth [counted money] of one unit of it
    /// @param source id of a row of sources.csv; empty if none was named
    /// @param date of the rate, as written
    /// @param note as written
    /// @param line of the file
    public record Rate(Money from, double worth, String source, String date, String note, int line) {}

    public ExchangeRates {
        rates = List.copyOf(rates);
    }

    /// As conversions into `to`.
    public Money.Rates into(Money to) {
        return new Money.Rates(rates.stream()
                .map(rate -> new Money.Rate(rate.from(), to, new BigDecimal(rate.worth())))
                .toList());
    }

    /// The money that a key names: `AUD` in prices of the counted money's year, `AUD2020` in those of 2020. Nothing
    /// if it is no money, or the counted money itself.
    public static Optional<Money> money(String key, Money counted) {
        Matcher parts = MONEY.matcher(key);
        if (!parts.matches() || !isCurrency(parts.group(1), counted)) {
            return Optional.empty();
        }
        int year = parts.group(2) == null ? counted.priceYear() : Integer.parseInt(parts.group(2));
        return Optional.of(new Money(parts.group(1), year)).filter(money -> !money.equals(counted));
    }

    private static boolean isCurrency(String code, Money counted) {
        return Units.of(new Money(code, counted.priceYear())).read(code) instanceof ReadText.Value<Unit>;
    }

    /// Reads the key; what is wrong is told.
    /// @param where makes the place of a line and key
    public static ExchangeRates read(
            YamlTree node, Money counted, BiFunction<Integer, String, CaseFindings.Where> where, CaseFindings faults) {
        if (!(node instanceof YamlTree.Entries map)) {
            faults.yamlShape(
                    where.apply(node.line(), "exchange"),
                    "exchange",
                    new Text("as in {AUD: {value: 0.65, source: …}}", " {AUD: {value: 0.65, source: …}} の形"));
            return NONE;
        }
        List<Rate> rates = new ArrayList<>();
        map.entries().forEach((key, value) -> {
            CaseFindings.Where at = where.apply(value.line(), "exchange." + key);
            Optional<Money> from = money(key.strip(), counted);
            if (from.isEmpty()) {
                faults.noMoney(at, key, counted, faults.near(key, List.of("AUD", "CAD", "CNY", "EUR", "GBP", "JPY")));
                return;
            }
            rate(value, from.get(), counted, at, faults).ifPresent(rates::add);
        });
        return new ExchangeRates(rates);
    }

    private static Optional<Rate> rate(
            YamlTree node, Money from, Money counted, CaseFindings.Where at, CaseFindings faults) {
        Map<String, YamlTree> parts = node instanceof YamlTree.Entries map
                ? map.settled(KEYS, (_, _, _) -> {}).entries()
                : Map.of("value", node);
        parts.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> faults.unknownKey(at, key, faults.near(key, KEYS, parts.keySet())));
        String written = word(parts, "value");
        Units units = Units.of(counted);
        ReadText<Amount> worth = Literal.read(written, units.unit(counted.currency()), units);
        if (worth instanceof ReadText.Refused<Amount>(Text rule, Optional<Text> cure)) {
            faults.badNumber(at, at.place().column(), written, rule, cure);
            return Optional.empty();
        }
        double value = worth.found().orElseThrow().central();
        CaseSchema.Range above = CaseSchema.Range.parse("(0,inf)", "1e12");
        if (!above.holds(value)) {
            faults.outOfRange(at, at.place().column(), Text.same(written), above.broken(value), Optional.empty());
            return Optional.empty();
        }
        String date = word(parts, "date");
        if (!date.isEmpty() && Span.read(date) instanceof ReadText.Refused<Span>) {
            faults.date(at, at.place().column() + ".date", date);
        }
        if (word(parts, "source").isEmpty()) {
            faults.rateWithoutSource(at, from.toString(), word(parts, "note").isEmpty());
        }
        return Optional.of(new Rate(from, value, word(parts, "source"), date, word(parts, "note"), node.line()));
    }

    private static String word(Map<String, YamlTree> parts, String key) {
        return parts.get(key) instanceof YamlTree.Word w ? w.text().strip() : "";
    }
}
