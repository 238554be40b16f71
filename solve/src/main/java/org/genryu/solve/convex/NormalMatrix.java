package org.genryu.solve.convex;

import java.util.Arrays;
import org.genryu.solve.MathProgram;

/// The matrix M = A Θ Aᵀ, with Θ a positive diagonal that changes and A that does not: ordered and analysed once, then
/// factored as L D Lᵀ and solved for every Θ.
///
/// Method: fill-reducing order by [MinimumDegree]; elimination tree and up-looking factorisation row by row.
/// Literature: T. A. Davis, Direct Methods for Sparse Linear Systems, SIAM 2006, chapters 2, 4. Cost: Σ over the
/// columns of L of their length squared. Columns of L with the same rows are taken off a row four at a time (their
/// fundamental supernodes, chapter 4): the same sums, with a quarter of the memory read and written. A pivot that is
/// nil beside its diagonal is of a row that the others imply: it gets no say (its step is 0).
final class NormalMatrix {
    /// A pivot below this share of what stood on its diagonal is rounding.
    private static final double NIL = 1e-13;

    private final int rows;
    private final int[] start;
    private final int[] row;
    private final double[] value;
    /// Place of each row in the order.
    private final int[] place;
    private final int[] order;
    // Upper triangle of the ordered M by columns; `pairs` tells for each pair of entries of a column of A where its
    // product goes.
    private final int[] upperStart;
    private final int[] upperRow;
    private final double[] upper;
    private final int[] pairStart;
    private final int[] pairs;
    // L by columns, D, and the tree.
    private final int[] parent;
    /// Whether the next column of L has the same rows, itself aside.
    private final boolean[] alike;
    private final int[] lowerStart;
    private final int[] lowerRow;
    private final double[] lower;
    private final double[] diagonal;
    // Workspace.
    private final double[] work;
    private final int[] filled;
    private final int[] flag;
    private final int[] pattern;

    NormalMatrix(int rows, MathProgram.Matrix matrix) {
        this.rows = rows;
        this.start = matrix.start();
        this.row = matrix.row();
        this.value = matrix.value();
        this.order = MinimumDegree.order(rows, matrix);
        this.place = new int[rows];
        for (int k = 0; k < rows; k++) {
            place[order[k]] = k;
        }
        int[][] columns = upperPattern();
        this.upperStart = new int[rows + 1];
        for (int k = 0; k < rows; k++) {
            upperStart[k + 1] = upperStart[k] + columns[k].length;
        }
        this.upperRow = new int[upperStart[rows]];
        for (int k = 0; k < rows; k++) {
            System.arraycopy(columns[k], 0, upperRow, upperStart[k], columns[k].length);
        }
        this.upper = new double[upperRow.length];
        this.pairStart = new int[start.length];
        this.pairs = pairs();
        this.parent = new int[rows];
        this.flag = new int[rows];
        this.lowerStart = new int[rows + 1];
        this.alike = new boolean[rows];
        tree();
        this.lowerRow = new int[lowerStart[rows]];
        this.lower = new double[lowerStart[rows]];
        this.diagonal = new double[rows];
        this.work = new double[rows];
        this.filled = new int[rows];
        this.pattern = new int[rows];
    }

    /// Entries of L below its diagonal.
    int fill() {
        return lowerRow.length;
    }

    /// Rows of the upper triangle by column of the ordered matrix, the diagonal included.
    private int[][] upperPattern() {
        int[] count = new int[rows];
        int columns = start.length - 1;
        for (int j = 0; j < columns; j++) {
            for (int a = start[j]; a < start[j + 1]; a++) {
                for (int b = start[j]; b < start[j + 1]; b++) {
                    if (place[row[a]] < place[row[b]]) {
                        count[place[row[b]]]++;
                    }
                }
            }
        }
        int[][] found = new int[rows][];
        for (int k = 0; k < rows; k++) {
            found[k] = new int[count[k] + 1];
            count[k] = 0;
        }
        for (int j = 0; j < columns; j++) {
            for (int a = start[j]; a < start[j + 1]; a++) {
                for (int b = start[j]; b < start[j + 1]; b++) {
                    int i = place[row[a]];
                    int k = place[row[b]];
                    if (i < k) {
                        found[k][count[k]++] = i;
                    }
                }
            }
        }
        for (int k = 0; k < rows; k++) {
            found[k][count[k]++] = k;
            Arrays.sort(found[k], 0, count[k]);
            int kept = 0;
            for (int e = 0; e < count[k]; e++) {
                if (e == 0 || found[k][e] != found[k][e - 1]) {
                    found[k][kept++] = found[k][e];
                }
            }
            found[k] = Arrays.copyOf(found[k], kept);
        }
        return found;
    }

    private int[] pairs() {
        int columns = start.length - 1;
        int total = 0;
        for (int j = 0; j < columns; j++) {
            int n = start[j + 1] - start[j];
            pairStart[j] = total;
            total += n * (n + 1) / 2;
        }
        pairStart[columns] = total;
        int[] at = new int[total];
        int next = 0;
        for (int j = 0; j < columns; j++) {
            for (int a = start[j]; a < start[j + 1]; a++) {
                for (int b = start[j]; b <= a; b++) {
                    int i = Math.min(place[row[a]], place[row[b]]);
                    int k = Math.max(place[row[a]], place[row[b]]);
                    at[next++] = Arrays.binarySearch(upperRow, upperStart[k], upperStart[k + 1], i);
                }
            }
        }
        return at;
    }

    private void tree() {
        int[] count = new int[rows];
        for (int k = 0; k < rows; k++) {
            parent[k] = -1;
            flag[k] = k;
            for (int e = upperStart[k]; e < upperStart[k + 1]; e++) {
                for (int i = upperRow[e]; i < k && flag[i] != k; i = parent[i]) {
                    if (parent[i] == -1) {
                        parent[i] = k;
                    }
                    count[i]++;
                    flag[i] = k;
                }
            }
        }
        for (int k = 0; k < rows; k++) {
            lowerStart[k + 1] = lowerStart[k] + count[k];
            alike[k] = parent[k] == k + 1 && count[k] == count[k + 1] + 1;
        }
    }

    /// Factors A Θ Aᵀ, with its diagonal raised by the share `ridge`.
    /// @param theta by column of A, 0 or more
    void factor(double[] theta, double ridge) {
        Arrays.fill(upper, 0);
        int columns = start.length - 1;
        for (int j = 0; j < columns; j++) {
            double weight = theta[j];
            if (weight == 0) {
                continue;
            }
            int next = pairStart[j];
            for (int a = start[j]; a < start[j + 1]; a++) {
                double left = value[a] * weight;
                for (int b = start[j]; b <= a; b++) {
                    upper[pairs[next++]] += left * value[b];
                }
            }
        }
        for (int k = 0; k < rows; k++) {
            upper[upperStart[k + 1] - 1] *= 1 + ridge;
        }
        Arrays.fill(filled, 0);
        Arrays.fill(flag, -1);
        for (int k = 0; k < rows; k++) {
            int top = rows;
            flag[k] = k;
            for (int e = upperStart[k]; e < upperStart[k + 1]; e++) {
                int i = upperRow[e];
                work[i] += upper[e];
                int length = 0;
                for (; flag[i] != k; i = parent[i]) {
                    pattern[length++] = i;
                    flag[i] = k;
                }
                while (length > 0) {
                    pattern[--top] = pattern[--length];
                }
            }
            double own = work[k];
            double pivot = own;
            work[k] = 0;
            for (int width; top < rows; top += width) {
                width = alike(top);
                eliminate(pattern[top], width);
                for (int i = pattern[top]; i < pattern[top] + width; i++) {
                    double y = work[i];
                    work[i] = 0;
                    double l = y / diagonal[i];
                    pivot -= l * y;
                    int last = lowerStart[i] + filled[i];
                    lowerRow[last] = k;
                    lower[last] = l;
                    filled[i]++;
                }
            }
            diagonal[k] = pivot > NIL * own && pivot > 0 ? pivot : Double.POSITIVE_INFINITY;
        }
    }

    /// How many columns from this place of the pattern on follow one another and are alike: 8, 4, 2 or 1.
    private int alike(int top) {
        int i = pattern[top];
        int width = 1;
        while (width < 8 && top + width < rows && pattern[top + width] == i + width && alike[i + width - 1]) {
            width++;
        }
        return Integer.highestOneBit(width);
    }

    /// Takes columns that are alike off the row in work, in their order: the sums are those of one column after the
    /// other, but what they share is read and written once.
    private void eliminate(int i, int width) {
        double[] x = work;
        double[] l = lower;
        int[] at = lowerRow;
        int last = i + width - 1;
        int from = lowerStart[last];
        int to = from + filled[last];
        int a = lowerStart[i];
        double y0 = x[i];
        switch (width) {
            case 1 -> {
                for (int e = from; e < to; e++) {
                    x[at[e]] -= l[e] * y0;
                }
            }
            case 2 -> {
                x[i + 1] -= l[a] * y0;
                double y1 = x[i + 1];
                a -= from - 1;
                for (int e = from; e < to; e++) {
                    int r = at[e];
                    x[r] = x[r] - l[a + e] * y0 - l[e] * y1;
                }
            }
            case 4 -> {
                int b = lowerStart[i + 1];
                int c = lowerStart[i + 2];
                x[i + 1] -= l[a] * y0;
                double y1 = x[i + 1];
                x[i + 2] = x[i + 2] - l[a + 1] * y0 - l[b] * y1;
                double y2 = x[i + 2];
                x[i + 3] = x[i + 3] - l[a + 2] * y0 - l[b + 1] * y1 - l[c] * y2;
                double y3 = x[i + 3];
                a -= from - 3;
                b -= from - 2;
                c -= from - 1;
                for (int e = from; e < to; e++) {
                    int r = at[e];
                    x[r] = x[r] - l[a + e] * y0 - l[b + e] * y1 - l[c + e] * y2 - l[e] * y3;
                }
            }
            default -> eight(i);
        }
    }

    /// The same for eight of them: each first has the columns before it taken off.
    private void eight(int i) {
        double[] x = work;
        double[] l = lower;
        int[] at = lowerRow;
        int from = lowerStart[i + 7];
        int to = from + filled[i + 7];
        for (int k = 0; k < 7; k++) {
            double y = x[i + k];
            int below = lowerStart[i + k];
            for (int n = k + 1; n < 8; n++) {
                x[i + n] -= l[below + n - k - 1] * y;
            }
        }
        double y0 = x[i];
        double y1 = x[i + 1];
        double y2 = x[i + 2];
        double y3 = x[i + 3];
        double y4 = x[i + 4];
        double y5 = x[i + 5];
        double y6 = x[i + 6];
        double y7 = x[i + 7];
        int l0 = lowerStart[i] + 7 - from;
        int l1 = lowerStart[i + 1] + 6 - from;
        int l2 = lowerStart[i + 2] + 5 - from;
        int l3 = lowerStart[i + 3] + 4 - from;
        int l4 = lowerStart[i + 4] + 3 - from;
        int l5 = lowerStart[i + 5] + 2 - from;
        int l6 = lowerStart[i + 6] + 1 - from;
        for (int e = from; e < to; e++) {
            int r = at[e];
            x[r] = x[r]
                    - l[l0 + e] * y0
                    - l[l1 + e] * y1
                    - l[l2 + e] * y2
                    - l[l3 + e] * y3
                    - l[l4 + e] * y4
                    - l[l5 + e] * y5
                    - l[l6 + e] * y6
                    - l[e] * y7;
        }
    }

    /// Solves in place.
    void solve(double[] side) {
        for (int k = 0; k < rows; k++) {
            work[k] = side[order[k]];
        }
        for (int k = 0; k < rows; k++) {
            double x = work[k];
            if (x != 0) {
                for (int e = lowerStart[k]; e < lowerStart[k + 1]; e++) {
                    work[lowerRow[e]] -= lower[e] * x;
                }
            }
        }
        for (int k = rows - 1; k >= 0; k--) {
            double x = work[k] / diagonal[k];
            for (int e = lowerStart[k]; e < lowerStart[k + 1]; e++) {
                x -= lower[e] * work[lowerRow[e]];
            }
            work[k] = x;
        }
        for (int k = 0; k < rows; k++) {
            side[order[k]] = work[k];
            work[k] = 0;
        }
    }
}
