package org.genryu.solve.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A component of the face of optimal duals: all θ with lower ≤ Σ a_k θ_k ≤ upper for each of its sides; θ = 0 is one
/// of them.
///
/// Counted in the size of its largest limit, so that it is the same in any money.
///
/// Bounds of each θ are first drawn from the sides by propagation. A side that these bounds imply says nothing more
/// and falls away; what the others hold together are the parts of the component, and a direction is the sum of what
/// it finds in each. Only a part that the bounds leave room goes to the simplex, and only if no point that was found
/// before answers already: one that lies at the bound, or a ray along which there is no end.
final class DualFace implements AutoCloseable {
    private static final int SWEEPS = 8;
    private static final double ZERO = 1e-9;

    private final double size;
    private final double[] least;
    private final double[] most;
    private final List<Side> sides;
    private final List<FacePart> parts = new ArrayList<>();
    /// By θ: its part, -1 for one that only its bounds hold.
    private final int[] partOf;

    /// @param theta ascending
    /// @param lower negative infinity, or `upper` is infinite: a side binds one way
    /// @param upper see `lower`
    record Side(int[] theta, double[] factor, double lower, double upper) {}

    DualFace(int thetas, List<Side> given) {
        this.size = size(given);
        this.sides = given.stream()
                .map(side -> new Side(side.theta(), side.factor(), side.lower() / size, side.upper() / size))
                .toList();
        this.least = new double[thetas];
        this.most = new double[thetas];
        Arrays.fill(least, Double.NEGATIVE_INFINITY);
        Arrays.fill(most, Double.POSITIVE_INFINITY);
        boolean moved = true;
        for (int sweep = 0; moved && sweep < SWEEPS; sweep++) {
            moved = false;
            for (Side side : sides) {
                moved |= tighten(side);
            }
        }
        this.partOf = new int[thetas];
        Arrays.fill(partOf, -1);
        part(sides.stream().filter(side -> !implied(side)).toList());
    }

    /// The largest finite limit; a power of two, so that nothing is rounded.
    private static double size(List<Side> sides) {
        double largest = 0;
        for (Side side : sides) {
            for (double limit : new double[] {Math.abs(side.lower()), Math.abs(side.upper())}) {
                largest = limit < Double.POSITIVE_INFINITY ? Math.max(largest, limit) : largest;
            }
        }
        return largest > 0 ? Math.scalb(1.0, Math.getExponent(largest)) : 1;
    }

    /// Largest direction·θ·factor over the face; infinity if there is no limit, empty if it could not be found.
    OptionalDouble most(double[] direction, double factor) {
        double sum = 0;
        double[] within = new double[parts.size()];
        for (int k = 0; k < direction.length; k++) {
            double slope = direction[k] * factor;
            double reach = slope == 0 || still(k) ? 0 : slope > 0 ? slope * most[k] : slope * least[k];
            if (partOf[k] >= 0) {
                within[partOf[k]] += reach;
            } else {
                sum += reach;
            }
        }
        for (int p = 0; p < within.length; p++) {
            if (within[p] > 0) {
                OptionalDouble found = parts.get(p).most(direction, factor, within[p]);
                if (found.isEmpty()) {
                    return found;
                }
                sum += found.getAsDouble();
            }
        }
        return OptionalDouble.of(size * Math.max(0, sum));
    }

    private boolean still(int k) {
        return least[k] == 0 && most[k] == 0;
    }

    private boolean implied(Side side) {
        double low = 0;
        double high = 0;
        for (int e = 0; e < side.theta().length; e++) {
            double a = side.factor()[e];
            int k = side.theta()[e];
            low += a > 0 ? a * least[k] : a * most[k];
            high += a > 0 ? a * most[k] : a * least[k];
        }
        boolean above = high <= side.upper() + ZERO * (1 + Math.abs(side.upper()));
        boolean below = low >= side.lower() - ZERO * (1 + Math.abs(side.lower()));
        return side.theta().length == 1 || (above && below);
    }

    /// Cuts what is left into parts that share no θ with room.
    private void part(List<Side> held) {
        int[] parent = new int[partOf.length];
        Arrays.setAll(parent, k -> k);
        for (Side side : held) {
            int[] moving = Arrays.stream(side.theta()).filter(k -> !still(k)).toArray();
            for (int k : moving) {
                parent[root(parent, k)] = root(parent, moving[0]);
            }
        }
        Map<Integer, List<Side>> byRoot = new TreeMap<>();
        for (Side side : held) {
            Arrays.stream(side.theta())
                    .filter(k -> !still(k))
                    .findFirst()
                    .ifPresent(k -> byRoot.computeIfAbsent(root(parent, k), _ -> new ArrayList<>())
                            .add(side));
        }
        for (Map.Entry<Integer, List<Side>> entry : byRoot.entrySet()) {
            int[] members = IntStream.range(0, partOf.length)
                    .filter(k -> !still(k) && root(parent, k) == entry.getKey())
                    .toArray();
            for (int k : members) {
                partOf[k] = parts.size();
            }
            parts.add(new FacePart(members, least, most, entry.getValue()));
        }
    }

    private static int root(int[] parent, int k) {
        int at = k;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /// Draws bounds of each θ of a side from the bounds of the others.
    private boolean tighten(Side side) {
        boolean moved = false;
        for (int at = 0; at < side.theta().length; at++) {
            double low = 0;
            double high = 0;
            for (int other = 0; other < side.theta().length; other++) {
                if (other != at) {
                    double a = side.factor()[other];
                    int k = side.theta()[other];
                    low += a > 0 ? a * least[k] : a * most[k];
                    high += a > 0 ? a * most[k] : a * least[k];
                }
            }
            double a = side.factor()[at];
            double one = (side.lower() - high) / a;
            double two = (side.upper() - low) / a;
            moved |= bound(side.theta()[at], a > 0 ? one : two, a > 0 ? two : one);
        }
        return moved;
    }

    private boolean bound(int k, double low, double high) {
        boolean moved = false;
        double lower = Math.min(0, Math.abs(low) <= ZERO ? 0 : low);
        double upper = Math.max(0, Math.abs(high) <= ZERO ? 0 : high);
        if (lower > least[k] + ZERO * (1 + Math.abs(lower))) {
            least[k] = lower;
            moved = true;
        }
        if (upper < most[k] - ZERO * (1 + Math.abs(upper))) {
            most[k] = upper;
            moved = true;
        }
        return moved;
    }

    @Override
    public void close() {
        parts.forEach(FacePart::close);
    }
}
