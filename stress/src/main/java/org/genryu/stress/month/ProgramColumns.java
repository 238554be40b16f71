package org.genryu.stress.month;

import java.util.Arrays;
import org.genryu.core.Check;
import org.genryu.solve.MathProgram;
import org.genryu.solve.convex.CostCurves;

/// A program written column by column: begin one, bend it, put its entries.
final class ProgramColumns {
    private static final double ROUNDING = 1e-11;

    private int count;
    private int entries;
    private double[] cost = new double[256];
    private double[] lower = new double[256];
    private double[] upper = new double[256];
    private double[] typical = new double[256];
    private double[] slope = new double[256];
    private double[] power = new double[256];
    private double[] from = new double[256];
    private double[] unit = new double[256];
    private int[] start = new int[257];
    private int[] row = new int[1024];
    private double[] value = new double[1024];

    int size() {
        return count;
    }

    /// The column begun last.
    int last() {
        return count - 1;
    }

    /// @param usual a typical amount
    void begin(double costs, double least, double most, double usual) {
        Check.that(
                Double.isFinite(costs) && least <= most && usual < Double.POSITIVE_INFINITY,
                "Stress program: cost %s, range %s to %s, usually %s.",
                costs,
                least,
                most,
                usual);
        if (count == cost.length) {
            int more = 2 * count;
            cost = Arrays.copyOf(cost, more);
            lower = Arrays.copyOf(lower, more);
            upper = Arrays.copyOf(upper, more);
            typical = Arrays.copyOf(typical, more);
            slope = Arrays.copyOf(slope, more);
            power = Arrays.copyOf(power, more);
            from = Arrays.copyOf(from, more);
            unit = Arrays.copyOf(unit, more);
            start = Arrays.copyOf(start, more + 1);
        }
        cost[count] = costs;
        lower[count] = least;
        // A range as wide as rounding has no inside.
        upper[count] = Double.isInfinite(most) || most - least > ROUNDING * Math.abs(most) ? most : least;
        typical[count] = usual;
        count++;
        start[count] = entries;
    }

    /// The column begun last bends: [CostCurves].
    void bend(double slopes, double powers, double froms, double units) {
        bend(count - 1, slopes, powers, froms, units);
    }

    /// The same of any column.
    void bend(int j, double slopes, double powers, double froms, double units) {
        Check.that(
                Double.isFinite(slopes) && Double.isFinite(powers) && froms >= 0 && units > 0 && units < 1e300,
                "Stress program: slope %s, power %s, from %s, unit %s.",
                slopes,
                powers,
                froms,
                units);
        slope[j] = slopes;
        power[j] = powers;
        from[j] = froms;
        unit[j] = units;
    }

    /// An entry of the column begun last.
    void put(int at, double amount) {
        if (entries == row.length) {
            row = Arrays.copyOf(row, 2 * entries);
            value = Arrays.copyOf(value, 2 * entries);
        }
        row[entries] = at;
        value[entries] = amount;
        entries++;
        start[count] = entries;
    }

    double[] typical() {
        return Arrays.copyOf(typical, count);
    }

    CostCurves curves() {
        return new CostCurves(
                Arrays.copyOf(slope, count),
                Arrays.copyOf(power, count),
                Arrays.copyOf(from, count),
                Arrays.copyOf(unit, count));
    }

    MathProgram program(MathProgram.Rows rows) {
        return MathProgram.linear(
                new MathProgram.Columns(
                        Arrays.copyOf(cost, count), Arrays.copyOf(lower, count), Arrays.copyOf(upper, count)),
                rows,
                new MathProgram.Matrix(
                        Arrays.copyOf(start, count + 1), Arrays.copyOf(row, entries), Arrays.copyOf(value, entries)));
    }
}
