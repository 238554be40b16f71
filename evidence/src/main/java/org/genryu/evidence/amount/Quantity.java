package org.genryu.evidence.amount;

import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.core.Check;

/// An amount as it was stated, in its unit: what lies between `low` and `high`, an open end being empty.
///
/// @param low smallest amount that is meant [unit]
/// @param high largest one
/// @param mode the number that was said, if one was
/// @param grain half a unit of its last digit that is not 0 [unit]: what rounding may have hidden
/// @param unit such as `t`, `USD`, `bbl/d`, `%`; empty for a bare number
/// @param approx whether it was said to be rough
/// @param content what of a mass is counted, such as `REO`; empty if that is not said
/// @param also the same amount in another unit, as in `10億ドル(約1500億円)`
public record Quantity(
        OptionalDouble low,
        OptionalDouble high,
        OptionalDouble mode,
        double grain,
        String unit,
        AmountBasis basis,
        Bound bound,
        boolean approx,
        String content,
        Optional<Quantity> also) {
    public Quantity {
        Check.that(
                low.isEmpty() || high.isEmpty() || low.getAsDouble() <= high.getAsDouble(),
                "Quantity: it goes from %s to %s; it must rise.",
                low,
                high);
        Check.that(grain >= 0, "Quantity: grain is %s; it must be 0 or more.", grain);
    }

    Quantity with(AmountBasis other) {
        return new Quantity(low, high, mode, grain, unit, other, bound, approx, content, also);
    }

    Quantity in(String other, AmountBasis newBasis) {
        return new Quantity(low, high, mode, grain, other, newBasis, bound, approx, content, also);
    }

    /// The same amount as a fall.
    Quantity turned() {
        return new Quantity(
                minus(high), minus(low), minus(mode), grain, unit, basis, bound.turned(), approx, content, also);
    }

    private static OptionalDouble minus(OptionalDouble one) {
        return one.isPresent() ? OptionalDouble.of(-one.getAsDouble()) : one;
    }

    Quantity of(String counted) {
        return new Quantity(low, high, mode, grain, unit, basis, bound, approx, counted, also);
    }

    Quantity also(Quantity other) {
        return new Quantity(low, high, mode, grain, unit, basis, bound, approx, content, Optional.of(other));
    }
}
