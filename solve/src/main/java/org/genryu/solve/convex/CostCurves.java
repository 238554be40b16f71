package org.genryu.solve.convex;

import org.genryu.core.Check;

/// Marginal costs that rise with the amount, by column: m_j(x) = cost_j + slope_j ((from_j + x)/unit_j)^power_j.
///
/// slope · power ≥ 0, so that every m_j rises; slope 0 is a column of constant cost. A power of 1 is a straight line,
/// a positive one a supply that needs ever more, a negative one (with a negative slope) a demand: it serves at the
/// cost of minus its worth. Where power is not 1, from + x must stay above 0: x ≥ 0 and from ≥ 0.
///
/// @param slope [cost of the column's unit], 0 where the cost is constant
/// @param power exponent; any number but 0 where slope is not 0
/// @param from what stands below the column [its unit], 0 or more
/// @param unit amount at which the curve passes through cost + slope [its unit], above 0
public record CostCurves(double[] slope, double[] power, double[] from, double[] unit) {
    public CostCurves {
        Check.that(
                slope.length == power.length && slope.length == from.length && slope.length == unit.length,
                "Curves: the arrays differ in length.");
        for (int j = 0; j < slope.length; j++) {
            if (slope[j] == 0) {
                continue;
            }
            Check.that(
                    slope[j] * power[j] > 0, "Curve %s: slope %s and power %s; it must rise.", j, slope[j], power[j]);
            Check.that(from[j] >= 0 && unit[j] > 0, "Curve %s: from %s, unit %s.", j, from[j], unit[j]);
        }
    }

    /// No column bends.
    public static CostCurves none(int columns) {
        return new CostCurves(new double[columns], new double[columns], new double[columns], new double[columns]);
    }

    public boolean bends(int column) {
        return slope[column] != 0;
    }

    /// Whether any column bends.
    public boolean any() {
        for (double s : slope) {
            if (s != 0) {
                return true;
            }
        }
        return false;
    }

    boolean straight(int column) {
        return power[column] == 1;
    }

    /// What the curve adds to the column's constant cost at x.
    public double above(int column, double x) {
        return slope[column] == 0 ? 0 : slope[column] * Math.pow((from[column] + x) / unit[column], power[column]);
    }

    /// ∫ of [#above] from 0 to x; of a curve whose area has no end, with the first units counted as [#integral]
    /// says.
    public double area(int column, double x) {
        if (slope[column] == 0 || x == 0) {
            return 0;
        }
        double low = from[column] / unit[column];
        return slope[column] * unit[column] * integral(power[column], low, low + x / unit[column]);
    }

    /// Times the size at its unit at which the area under a curve without end is closed.
    static final double CHOKE = 100;

    /// ∫ s^power ds from low to high. From 0 with a power of -1 or less it has no end: the units on which the
    /// curve lies above [#CHOKE] then count CHOKE each. That moves the level of a worth, never a price, nor the
    /// difference of two worths.
    public static double integral(double power, double low, double high) {
        double k = power + 1;
        if (low == 0 && k <= 0) {
            double first = Math.pow(CHOKE, 1 / power);
            return CHOKE * first + integral(power, first, high);
        }
        if (k == 0) {
            return Math.log(high / low);
        }
        return low == 0 ? Math.pow(high, k) / k : Math.pow(low, k) * Math.expm1(k * Math.log(high / low)) / k;
    }
}
