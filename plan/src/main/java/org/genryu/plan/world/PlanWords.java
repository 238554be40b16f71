package org.genryu.plan.world;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.casefile.CaseHeader;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.Amount;
import org.genryu.core.number.Literal;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;
import org.genryu.core.time.Periods;

/// The words of a question to a planner: a budget in any money that the case can convert, a target such as
/// `dependence:30%@2030`.
public final class PlanWords {
    private static final Pattern TARGET = Pattern.compile("dependence:([^@]+)@(.+)");
    private static final String EXAMPLE = "dependence:30%@2030";

    private PlanWords() {}

    public static final Text BUDGET = new Text("Budget", "予算");
    public static final Text RISK_LIMIT = new Text("Risk limit", "リスク上限");

    /// @param text such as `550e9`, `5500億ドル` or `80兆円`
    public static Outcome<Double> budget(String text, CaseHeader header) {
        return amount(text, BUDGET, header);
    }

    /// @param thing what it is an amount of
    public static Outcome<Double> amount(String text, Text thing, CaseHeader header) {
        Money counted = new Money(header.currency(), header.priceYear());
        Units units = Units.of(counted, header.exchange().into(counted));
        ReadText<Amount> read = Literal.read(text, units.unit(header.currency()), units);
        return switch (read) {
            case ReadText.Value<Amount>(Amount amount)
            when amount.central() >= 0 && Double.isFinite(amount.central()) -> Outcome.of(amount.central());
            case ReadText.Value<Amount> _ ->
                Outcome.failed(List.of(Finding.error(
                        Place.NOWHERE,
                        thing,
                        new Text(
                                "is '%s'; it must be 0 or more.".formatted(text),
                                "が「%s」です。0以上でなければなりません。".formatted(text)))));
            case ReadText.Refused<Amount> refused -> Outcome.failed(List.of(refused.at(Place.NOWHERE, thing, text)));
        };
    }

    /// A share of rivals, and from when on.
    public record Target(double share, int month) {}

    /// @param text such as `dependence:30%@2030`
    public static Outcome<Target> target(String text, CaseHeader header) {
        Matcher words = TARGET.matcher(text.trim());
        if (!words.matches()) {
            return wrong(
                    "is '%s'; it must be written like %s.".formatted(text, EXAMPLE),
                    "が「%s」です。%s のように書いてください。".formatted(text, EXAMPLE));
        }
        Money counted = new Money(header.currency(), header.priceYear());
        double share = Literal.read(words.group(1).trim(), Unit.ONE, Units.of(counted))
                        instanceof ReadText.Value<Amount>(Amount amount)
                ? amount.central()
                : Double.NaN;
        if (!(share >= 0 && share < 1)) {
            return wrong(
                    "is '%s'; the share must be from 0 %% to below 100 %%.".formatted(text),
                    "が「%s」です。割合は0%%以上100%%未満でなければなりません。".formatted(text));
        }
        Periods periods = header.periods();
        OptionalInt month =
                Periods.month(words.group(2).trim()).map(OptionalInt::of).orElse(OptionalInt.empty());
        int end = periods.month(periods.count() - 1);
        if (month.isEmpty() || month.getAsInt() < periods.month(0) || month.getAsInt() > end) {
            return wrong(
                    "is '%s'; the year must be one of %s to %s."
                            .formatted(text, periods.label(0), periods.label(periods.count() - 1)),
                    "が「%s」です。年は %s から %s まででなければなりません。"
                            .formatted(text, periods.label(0), periods.label(periods.count() - 1)));
        }
        return Outcome.of(new Target(share, month.getAsInt()));
    }

    private static Outcome<Target> wrong(String en, String ja) {
        return Outcome.failed(List.of(Finding.error(Place.NOWHERE, new Text("Target", "目標"), new Text(en, ja))));
    }
}
