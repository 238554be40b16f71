package org.genryu.value.project;

import java.util.Optional;
import java.util.regex.Pattern;
import org.genryu.casefile.form.YamlTree;
import org.genryu.casefile.schema.CaseSchema.Range;
import org.genryu.core.Text;
import org.genryu.core.number.Amount;
import org.genryu.core.number.Literal;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;
import org.genryu.value.project.SheetFigure.Origin;
import org.genryu.value.project.SheetReader.Context;

/// Reads one number of a term sheet: as a plain word or as `{value: …, source: …, note: …}`, in the key's unit or in
/// one of its own, and checks its range (both ends of a range that is written as such).
final class SheetNumbers {
    private static final Pattern YEARLY = Pattern.compile("/ *(yr|y|a|year|年)$");
    private static final Pattern CODE = Pattern.compile("\\b(?:[kMB]|bn)?([A-Z]{3})(?:m|mn|k|bn)?\\b");

    private final Units units;
    private final SheetFaults faults;

    SheetNumbers(Units units, SheetFaults faults) {
        this.units = units;
        this.faults = faults;
    }

    boolean isCurrency(String code) {
        return Units.of(new Money(code, units.money().priceYear())).read(code) instanceof ReadText.Value<Unit>;
    }

    boolean knowsUnit(Context at, String text) {
        return switch (units.read(text)) {
            case ReadText.Value<Unit> _ -> true;
            case ReadText.Refused<Unit>(Text rule, Optional<Text> cure) -> {
                if (cure.isEmpty() && text.matches("[a-zA-Z][a-zA-Z-]*")) {
                    yield true;
                }
                faults.badNumber(at.where(), text, rule, cure);
                yield false;
            }
        };
    }

    Optional<SheetFigure> read(Context at, YamlTree node) {
        return switch (node) {
            case YamlTree.Word w -> figure(at, w, at.source(), Optional.empty());
            case YamlTree.Entries map -> {
                Optional<String> source = text(map, "source").or(at::source);
                if (map.entries().get("value") instanceof YamlTree.Word w) {
                    yield figure(at, w, source, text(map, "note"));
                }
                faults.shape(at.where(), new Text("a number or {value: …, source: …}", "数値または {value: …, source: …}"));
                yield Optional.empty();
            }
            case YamlTree.Items _ -> {
                faults.shape(at.where(), new Text("one number", "一つの数値"));
                yield Optional.empty();
            }
        };
    }

    private static Optional<String> text(YamlTree.Entries map, String key) {
        return map.entries().get(key) instanceof YamlTree.Word w ? Optional.of(w.text()) : Optional.empty();
    }

    private Optional<SheetFigure> figure(
            Context at, YamlTree.Word word, Optional<String> source, Optional<String> note) {
        String symbol = symbol(at);
        return switch (amount(symbol, word.text(), at)) {
            case ReadText.Refused<Amount>(Text rule, Optional<Text> cure) -> {
                foreign(word.text())
                        .ifPresentOrElse(
                                other -> faults.noRate(
                                        at.where(),
                                        word.text(),
                                        other,
                                        units.money().currency()),
                                () -> faults.badNumber(at.where(), word.text(), rule, cure));
                yield Optional.empty();
            }
            case ReadText.Value<Amount>(Amount amount) -> {
                Optional<Range> broken = broken(at.key().range(), amount);
                if (broken.isPresent()) {
                    faults.outOfRange(
                            at.where(),
                            word.text(),
                            broken.get(),
                            isFraction(at.key().unit()));
                    yield Optional.empty();
                }
                Origin origin = new Origin(at.path(), word.line(), word.text(), source, note);
                yield Optional.of(new SheetFigure(amount, symbol, origin));
            }
        };
    }

    /// A currency in the text for which the sheet gives no rate.
    private Optional<String> foreign(String text) {
        return CODE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(code -> isCurrency(code) && units.read(code) instanceof ReadText.Refused<Unit>)
                .findFirst();
    }

    private String symbol(Context at) {
        return at.key().unit().replace("{currency}", units.money().currency()).replace("{unit}", at.unit());
    }

    private static boolean isFraction(String unit) {
        return unit.equals("fraction") || unit.equals("1/yr") || unit.equals("1");
    }

    /// A rate may be written `10 %` or `10 %/yr`: both are a tenth a year.
    private ReadText<Amount> amount(String symbol, String text, Context at) {
        boolean rate = symbol.equals("1/yr");
        String unit = symbol.equals("fraction") || rate ? "1" : symbol;
        String plain = rate ? YEARLY.matcher(text).replaceFirst("") : text;
        Units known = units;
        if (at.key().unit().contains("{unit}") && units.read(at.unit()) instanceof ReadText.Refused<Unit>) {
            known = units.with(at.unit());
        }
        return Literal.read(plain, known.read(unit).found().orElse(Unit.ONE), known);
    }

    /// The part of the range that a number of the amount breaks. A spread of a normal amount is one, as to its
    /// size.
    private static Optional<Range> broken(Range range, Amount amount) {
        Range size = new Range(Double.NEGATIVE_INFINITY, true, range.largest(), true);
        return switch (amount) {
            case Amount.Fixed(double value) -> broken(range, value);
            case Amount.Uniform(double low, double high) -> broken(range, low).or(() -> broken(range, high));
            case Amount.Triangular(double low, double _, double high) ->
                broken(range, low).or(() -> broken(range, high));
            case Amount.Normal(double mean, double deviation) ->
                broken(range, mean).or(() -> broken(size, deviation));
            case Amount.LogNormal(double median, double _) -> broken(range, median);
        };
    }

    private static Optional<Range> broken(Range range, double value) {
        return range.holds(value) ? Optional.empty() : Optional.of(range.broken(value));
    }
}
