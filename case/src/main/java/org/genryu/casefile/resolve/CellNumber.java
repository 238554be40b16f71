package org.genryu.casefile.resolve;

import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/// A number of a case while it is being resolved, and how it follows from the numbers that were written
/// with a range.
///
///     by(central values) = value, to the last bit
///
/// since whatever is made of the number is made of both with the same operations in the same order.
///
/// @param value in the unit of its column; what a deterministic run uses
/// @param by from one value for each uncertain number of the case, in the order of [CaseRanges]; empty
/// where the number rests on none
record CellNumber(double value, Optional<ToDoubleFunction<double[]>> by) {
    static CellNumber fixed(double value) {
        return new CellNumber(value, Optional.empty());
    }

    boolean isFixed() {
        return by.isEmpty();
    }

    double of(double[] drawn) {
        return by.isPresent() ? by.get().applyAsDouble(drawn) : value;
    }

    CellNumber then(DoubleUnaryOperator make) {
        return new CellNumber(
                make.applyAsDouble(value), by.map(from -> drawn -> make.applyAsDouble(from.applyAsDouble(drawn))));
    }

    CellNumber with(CellNumber other, DoubleBinaryOperator make) {
        double both = make.applyAsDouble(value, other.value);
        return isFixed() && other.isFixed()
                ? fixed(both)
                : new CellNumber(both, Optional.of(drawn -> make.applyAsDouble(of(drawn), other.of(drawn))));
    }
}
