package org.genryu.evidence.relation;

import java.math.BigDecimal;
import java.util.Optional;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;
import org.genryu.evidence.amount.AmountBasis;
import org.genryu.evidence.amount.Quantity;

/// What an amount may be when what rounding hides is counted in: half a unit of its last digit on either side. A share
/// of a whole is at most 100 %.
///
/// @param low may be −∞
/// @param high may be +∞
record Interval(double low, double high) {
    private static final Units UNITS = Units.of(new Money("USD", 2025));

    static Interval of(Quantity quantity) {
        double widen = quantity.approx() ? 0 : quantity.grain();
        double low = quantity.low().isPresent() ? quantity.low().getAsDouble() - widen : Double.NEGATIVE_INFINITY;
        double high = quantity.high().isPresent() ? quantity.high().getAsDouble() + widen : Double.POSITIVE_INFINITY;
        boolean share = quantity.basis() == AmountBasis.SHARE && quantity.unit().equals("%");
        return new Interval(low, share && quantity.low().isPresent() && low <= 100 ? Math.min(high, 100) : high);
    }

    /// The same in another unit that measures the same thing; empty if it does not.
    Optional<Interval> in(String unit, String other) {
        if (unit.equals(other)) {
            return Optional.of(this);
        }
        Optional<Unit> from = unit(unit);
        Optional<Unit> to = unit(other);
        if (from.isEmpty()
                || to.isEmpty()
                || !from.get().dimension().equals(to.get().dimension())
                || from.get().isPure()) {
            return Optional.empty();
        }
        double factor = from.get().convert(BigDecimal.ONE, to.get()).doubleValue();
        return Optional.of(times(factor));
    }

    private static Optional<Unit> unit(String text) {
        return text.isEmpty() || text.equals("1")
                ? Optional.empty()
                : UNITS.read(text) instanceof ReadText.Value<Unit>(Unit unit) ? Optional.of(unit) : Optional.empty();
    }

    Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }

    /// The quotient by an interval above 0.
    Interval over(Interval rate) {
        return new Interval(low < 0 ? low / rate.low : low / rate.high, high < 0 ? high / rate.high : high / rate.low);
    }

    boolean meets(Interval that) {
        return low <= that.high && that.low <= high;
    }

    /// The distance between two that do not meet; 0 if they do.
    double gap(Interval that) {
        return Math.max(0, Math.max(low - that.high, that.low - high));
    }

    /// The end that is nearer to the other one.
    double end(Interval that) {
        return low > that.high ? low : high;
    }

    double width() {
        return Double.isInfinite(high - low) ? Double.POSITIVE_INFINITY : high - low;
    }
}
