package org.genryu.value.option;

import java.util.function.DoubleUnaryOperator;
import org.genryu.core.Check;

/// Evenly spaced logs of a price and how the price moves on them.
///
/// d ln S = drift(ln S) dt + √variance dz
///
/// @param low lowest price, above 0
/// @param high highest price, above `low`
/// @param nodes 3 or more
/// @param variance σ² of the log [1/yr], above 0
/// @param drift of the log [1/yr], by the log of the price
public record LogGrid(double low, double high, int nodes, double variance, DoubleUnaryOperator drift) {
    public LogGrid {
        Check.that(
                low > 0 && high > low && nodes >= 3,
                "Grid: %s nodes from %s to %s; 3 or more nodes and rising prices above 0 are needed.",
                nodes,
                low,
                high);
        Check.that(variance > 0, "Grid: variance is %s; it must be above 0.", variance);
    }

    /// Distance of neighbours in the log.
    public double spacing() {
        return Math.log(high / low) / (nodes - 1);
    }

    public double log(int node) {
        return Math.log(low) + node * spacing();
    }

    public double price(int node) {
        return Math.exp(log(node));
    }

    /// The prices of all nodes.
    public double[] prices() {
        double[] out = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            out[i] = price(i);
        }
        return out;
    }

    /// Weights of the neighbours below and above in ½ σ² V_zz + μ V_z; both 0 or more, and 0 beyond the ends
    /// (flat).
    void differences(double[] below, double[] above) {
        double dz = spacing();
        double spread = variance / (2 * dz * dz);
        for (int i = 0; i < nodes; i++) {
            double slope = drift.applyAsDouble(log(i)) / (2 * dz);
            boolean central = Math.abs(slope) <= spread;
            below[i] = i == 0 ? 0 : spread + (central ? -slope : Math.max(0, -2 * slope));
            above[i] = i == nodes - 1 ? 0 : spread + (central ? slope : Math.max(0, 2 * slope));
        }
    }

    /// The value at a price between nodes, by the cubic through four of them; the nearest node's beyond the ends.
    public double at(double price, double[] values) {
        Check.that(values.length == nodes, "Grid: %s values for %s nodes.", values.length, nodes);
        double where = Math.log(price / low) / spacing();
        if (!(where > 0)) {
            return values[0];
        }
        if (where >= nodes - 1) {
            return values[nodes - 1];
        }
        int first = Math.clamp((int) where - 1, 0, Math.max(0, nodes - 4));
        int last = Math.min(first + 3, nodes - 1);
        double sum = 0;
        for (int i = first; i <= last; i++) {
            double weight = 1;
            for (int j = first; j <= last; j++) {
                weight *= i == j ? 1 : (where - j) / (i - j);
            }
            sum += weight * values[i];
        }
        return sum;
    }
}
