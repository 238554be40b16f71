package org.genryu.cases.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.core.Check;

/// Who sells to whom where no trade is known? The table of flows with the given amounts at both ends that is nearest
/// to weights w_ij (biproportional fit, [BiproportionalFit]); lanes that would carry next to nothing are left out and
/// the rest is
/// fitted again.
///
/// What it cannot say: contracts, quality and politics are not in the weights, so a fitted flow is an assumption.
public final class TradeFit {
    /// Sums that differ by less than this are the same [fraction].
    private static final double SAME = 1e-6;

    /// A way between two places.
    public record Lane(String from, String to) {}

    /// How strongly a lane is preferred; 0 closes it.
    @FunctionalInterface
    public interface Weight {
        double of(String from, String to);
    }

    private final Map<String, Double> supply;
    private final Map<String, Double> need;

    private TradeFit(Map<String, Double> supply, Map<String, Double> need) {
        this.supply = positive(supply);
        this.need = positive(need);
    }

    /// @param supply amount by origin; [need] amount by destination; both sum to the same
    /// @param smallest lanes below this fraction of what both their ends trade are left out
    public static Map<Lane, Double> of(
            Map<String, Double> supply, Map<String, Double> need, Weight weight, double smallest) {
        TradeFit fit = new TradeFit(supply, need);
        if (fit.supply.isEmpty()) {
            return Map.of();
        }
        double[][] weights = fit.weights(weight);
        double[][] flows = fit.flows(weights);
        double[][] thinned = fit.thinned(weights, flows, smallest);
        double[][] again = fit.flows(thinned);
        return fit.lanes(fit.closes(again) ? again : flows);
    }

    private static Map<String, Double> positive(Map<String, Double> amounts) {
        double total = amounts.values().stream().mapToDouble(Math::abs).sum();
        Map<String, Double> kept = new LinkedHashMap<>();
        amounts.forEach((place, amount) -> {
            Check.that(amount >= -SAME * total, "Trade: %s has %s; it must be 0 or more.", place, amount);
            if (amount > SAME * total) {
                kept.put(place, amount);
            }
        });
        return kept;
    }

    private double[][] weights(Weight weight) {
        List<String> from = List.copyOf(supply.keySet());
        List<String> to = List.copyOf(need.keySet());
        double[][] weights = new double[from.size()][to.size()];
        for (int r = 0; r < from.size(); r++) {
            for (int c = 0; c < to.size(); c++) {
                weights[r][c] = weight.of(from.get(r), to.get(c));
            }
        }
        return weights;
    }

    private double[][] flows(double[][] weights) {
        double[] rows = amounts(supply);
        double[] columns = amounts(need);
        double scale = sum(rows) / sum(columns);
        for (int c = 0; c < columns.length; c++) {
            columns[c] *= scale;
        }
        return BiproportionalFit.biproportional(weights, rows, columns);
    }

    private double[][] thinned(double[][] weights, double[][] flows, double smallest) {
        double[] rows = amounts(supply);
        double[] columns = amounts(need);
        double[][] thinned = new double[rows.length][columns.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                thinned[r][c] = flows[r][c] < smallest * Math.min(rows[r], columns[c]) ? 0 : weights[r][c];
            }
        }
        return thinned;
    }

    private boolean closes(double[][] flows) {
        double[] rows = amounts(supply);
        for (int r = 0; r < rows.length; r++) {
            double sum = sum(flows[r]);
            if (!Double.isFinite(sum) || Math.abs(sum - rows[r]) > SAME * rows[r]) {
                return false;
            }
        }
        double[] columns = amounts(need);
        double scale = sum(rows) / sum(columns);
        for (int c = 0; c < columns.length; c++) {
            double sum = 0;
            for (double[] row : flows) {
                sum += row[c];
            }
            if (Math.abs(sum - scale * columns[c]) > SAME * columns[c]) {
                return false;
            }
        }
        return true;
    }

    private Map<Lane, Double> lanes(double[][] flows) {
        Check.that(closes(flows), "Trade: no flows from %s to %s meet both sums.", supply, need);
        Map<Lane, Double> lanes = new LinkedHashMap<>();
        int r = 0;
        for (String from : supply.keySet()) {
            int c = 0;
            for (String to : need.keySet()) {
                if (flows[r][c] > 0) {
                    lanes.put(new Lane(from, to), flows[r][c]);
                }
                c++;
            }
            r++;
        }
        return lanes;
    }

    private static double[] amounts(Map<String, Double> of) {
        return of.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
