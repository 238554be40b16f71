package org.genryu.evidence.pool;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.core.Text;
import org.genryu.core.number.Money;
import org.genryu.core.number.NumberText;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.claim.Claim;

/// Which number do several claims make?
///
/// single: the one claim · median: of their central values · hull: every value from the lowest to the highest
/// is equally likely · precise: Σ w x/Σ w with w = 1/h², h half the width that rounding and the words leave;
/// what is exact counts with 1/1000 of its size as h
///
/// The text can be written into a table as it is: a number or `low..high` with its unit, as
/// [org.genryu.core.number.Literal] reads it.
public enum Pooling {
    SINGLE,
    MEDIAN,
    HULL,
    PRECISE;

    private static final double SMALLEST = 1e-3;

    private record Part(double low, double middle, double high) {
        double half() {
            return Math.max((high - low) / 2, Math.abs(middle) * SMALLEST);
        }
    }

    /// The number as it is written in a table.
    public ReadText<String> of(List<Claim> claims) {
        if (claims.isEmpty() || (this == SINGLE && claims.size() > 1)) {
            return ReadText.refuse(
                    new Text(
                            "the rule `single` takes one claim, and there are %s.".formatted(claims.size()),
                            "規則 single は主張一つのためのもので、%s件あります。".formatted(claims.size())),
                    new Text("median, hull or precise is meant.", "median、hull、precise のいずれかを選んでください。"));
        }
        String unit = claims.getFirst().quantity().map(Quantity::unit).orElse("");
        List<Part> parts = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.quantity().isEmpty()) {
                return ReadText.refuse(new Text("a claim is no amount.", "数量でない主張があります。"));
            }
            Quantity quantity = claim.quantity().get();
            if (quantity.low().isEmpty() || quantity.high().isEmpty()) {
                return ReadText.refuse(
                        new Text("a claim is only a bound.", "上限か下限だけの主張があります。"),
                        new Text("a claim with both ends should be cited.", "両端のある主張を引用してください。"));
            }
            double factor = factor(quantity.unit(), unit);
            if (Double.isNaN(factor)) {
                return ReadText.refuse(new Text(
                        "the claims measure different things, %s and %s.".formatted(unit, quantity.unit()),
                        "%s と %s は同じものを測る単位ではありません。".formatted(unit, quantity.unit())));
            }
            double low = quantity.low().getAsDouble() * factor;
            double high = quantity.high().getAsDouble() * factor;
            double middle = quantity.mode().isPresent() ? quantity.mode().getAsDouble() * factor : (low + high) / 2;
            parts.add(new Part(low, middle, high));
        }
        String number = switch (this) {
            case SINGLE -> range(parts.getFirst().low(), parts.getFirst().high());
            case MEDIAN -> NumberText.exact(median(parts));
            case HULL ->
                range(
                        parts.stream().mapToDouble(Part::low).min().orElseThrow(),
                        parts.stream().mapToDouble(Part::high).max().orElseThrow());
            case PRECISE -> NumberText.exact(precise(parts));
        };
        return ReadText.of((number + " " + unit).strip());
    }

    private static String range(double low, double high) {
        return low == high ? NumberText.exact(low) : NumberText.exact(low) + ".." + NumberText.exact(high);
    }

    private static double median(List<Part> parts) {
        double[] sorted = parts.stream().mapToDouble(Part::middle).toArray();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static double precise(List<Part> parts) {
        double sum = 0;
        double weights = 0;
        for (Part part : parts) {
            double half = part.half();
            if (half == 0) {
                return part.middle();
            }
            sum += part.middle() / (half * half);
            weights += 1 / (half * half);
        }
        return sum / weights;
    }

    private static double factor(String from, String to) {
        if (from.equals(to)) {
            return 1;
        }
        Units units = Units.of(new Money("USD", 2025));
        boolean known = units.read(from) instanceof ReadText.Value<Unit>(Unit a)
                && units.read(to) instanceof ReadText.Value<Unit>(Unit b)
                && a.dimension().equals(b.dimension());
        return known && !from.isEmpty() && !to.isEmpty()
                ? units.unit(from).convert(BigDecimal.ONE, units.unit(to)).doubleValue()
                : Double.NaN;
    }
}
