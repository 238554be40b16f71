package org.genryu.stress.backtest;

import java.util.BitSet;
import java.util.OptionalInt;
import org.genryu.core.Check;

/// What was counted month by month after an event, of a month before it.
///
/// @param level by month, 0 is the first month of the event [fraction of a month before]
/// @param known months that were counted
public record MonthlyShape(double[] level, BitSet known) {
    /// A month from here on is whole again [fraction].
    private static final double WHOLE = 0.9;

    public MonthlyShape {
        Check.that(known.length() <= level.length, "Shape: a month after its end is known.");
    }

    /// All months known.
    public static MonthlyShape whole(double[] level) {
        BitSet known = new BitSet();
        known.set(0, level.length);
        return new MonthlyShape(level, known);
    }

    /// Nothing ever changes.
    public static MonthlyShape noChange(int months) {
        double[] level = new double[months];
        java.util.Arrays.fill(level, 1);
        return whole(level);
    }

    /// This shape once more, for so many months: a month that was not counted is as the one before, and so is
    /// every month after its end.
    public MonthlyShape repeated(int months) {
        double[] again = new double[months];
        double before = 1;
        for (int i = 0; i < months; i++) {
            before = known.get(i) ? level[i] : before;
            again[i] = before;
        }
        return whole(again);
    }

    /// Root of the mean square of the distance, over the months that both know [fraction of a month before].
    public double distance(MonthlyShape other) {
        BitSet both = (BitSet) known.clone();
        both.and(other.known);
        double sum = 0;
        for (int i = both.nextSetBit(0); i >= 0; i = both.nextSetBit(i + 1)) {
            sum += (level[i] - other.level[i]) * (level[i] - other.level[i]);
        }
        return both.isEmpty() ? 0 : Math.sqrt(sum / both.cardinality());
    }

    /// This shape in the months that another knows.
    public MonthlyShape where(MonthlyShape other) {
        BitSet both = (BitSet) known.clone();
        both.and(other.known);
        return new MonthlyShape(level, both);
    }

    /// The first of the lowest months.
    public int trough() {
        int lowest = Math.max(0, known.nextSetBit(0));
        for (int i = lowest; i >= 0; i = known.nextSetBit(i + 1)) {
            lowest = level[i] < level[lowest] - 1e-9 ? i : lowest;
        }
        return lowest;
    }

    /// The first month after the trough that is whole again; empty if none is.
    public OptionalInt recovered() {
        for (int i = trough(); i >= 0; i = known.nextSetBit(i + 1)) {
            if (level[i] >= WHOLE) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
