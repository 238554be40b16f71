package org.genryu.share.rule;

/// Which coalitions follow from others? The span of the 0-1 vectors of coalitions: where x(T) is known
/// for all T that were added, x(S) is known for every S in it. Kept in reduced echelon form.
final class LinearSpan {
    private static final double ZERO = 1e-9;

    private final int players;
    private final double[][] rows;
    private final int[] pivots;
    private int rank;

    LinearSpan(int players) {
        this.players = players;
        this.rows = new double[players][];
        this.pivots = new int[players];
    }

    int rank() {
        return rank;
    }

    boolean holds(int coalition) {
        for (int j = 0; j < players; j++) {
            double left = coalition >> j & 1;
            for (int r = 0; r < rank; r++) {
                left -= (coalition >> pivots[r] & 1) * rows[r][j];
            }
            if (Math.abs(left) > ZERO) {
                return false;
            }
        }
        return true;
    }

    /// Whether it was new.
    boolean add(int coalition) {
        double[] row = new double[players];
        int pivot = 0;
        for (int j = 0; j < players; j++) {
            row[j] = coalition >> j & 1;
            for (int r = 0; r < rank; r++) {
                row[j] -= (coalition >> pivots[r] & 1) * rows[r][j];
            }
            pivot = Math.abs(row[j]) > Math.abs(row[pivot]) ? j : pivot;
        }
        double lead = row[pivot];
        if (Math.abs(lead) <= ZERO) {
            return false;
        }
        for (int j = 0; j < players; j++) {
            row[j] /= lead;
        }
        for (int r = 0; r < rank; r++) {
            double times = rows[r][pivot];
            for (int j = 0; j < players; j++) {
                rows[r][j] -= times * row[j];
            }
        }
        rows[rank] = row;
        pivots[rank++] = pivot;
        return true;
    }
}
