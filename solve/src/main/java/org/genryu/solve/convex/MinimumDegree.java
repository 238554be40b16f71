package org.genryu.solve.convex;

import java.util.Arrays;
import org.genryu.solve.MathProgram;

/// In which order should the rows of A Aᵀ be eliminated so that little fills in?
///
/// Minimum degree on a quotient graph: an eliminated row becomes an element, the set of the rows it ties together;
/// elements that a new one covers are absorbed; degrees are bounded from above as in P. R. Amestoy, T. A. Davis, I.
/// S. Duff, An approximate minimum degree ordering algorithm, SIAM J. Matrix Anal. Appl. 17 (1996) 886-905. The
/// columns of A are the first elements, so that A Aᵀ is never written out. Ties go to the lower row: the same order
/// on every machine.
final class MinimumDegree {
    private final int rows;
    /// Elements: the columns of A, then one for each eliminated row. Rows of an element; empty once absorbed.
    private final int[][] members;
    /// Elements of a row.
    private final int[][] touching;
    private final int[] touchingCount;
    private final boolean[] done;
    // Rows by degree, as linked lists.
    private final int[] degree;
    private final int[] head;
    private final int[] next;
    private final int[] previous;
    private int least;

    private MinimumDegree(int rows, MathProgram.Matrix matrix) {
        this.rows = rows;
        int columns = matrix.start().length - 1;
        this.members = new int[columns + rows][];
        this.touching = new int[rows][];
        this.touchingCount = new int[rows];
        for (int j = 0; j < columns; j++) {
            members[j] = Arrays.copyOfRange(matrix.row(), matrix.start()[j], matrix.start()[j + 1]);
            if (members[j].length > 1) {
                for (int i : members[j]) {
                    touchingCount[i]++;
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            touching[i] = new int[touchingCount[i]];
            touchingCount[i] = 0;
        }
        for (int j = 0; j < columns; j++) {
            if (members[j].length > 1) {
                for (int i : members[j]) {
                    touching[i][touchingCount[i]++] = j;
                }
            } else {
                members[j] = new int[0];
            }
        }
        this.done = new boolean[rows];
        this.degree = new int[rows];
        this.head = new int[rows + 1];
        this.next = new int[rows];
        this.previous = new int[rows];
        Arrays.fill(head, -1);
        this.least = rows;
        for (int i = rows - 1; i >= 0; i--) {
            int sum = 0;
            for (int e = 0; e < touchingCount[i]; e++) {
                sum += members[touching[i][e]].length - 1;
            }
            link(i, Math.min(sum, rows - 1));
        }
    }

    /// The rows in the order of their elimination.
    static int[] order(int rows, MathProgram.Matrix matrix) {
        return new MinimumDegree(rows, matrix).run(matrix.start().length - 1);
    }

    private int[] run(int columns) {
        int[] order = new int[rows];
        int[] mark = new int[rows];
        Arrays.fill(mark, -1);
        int[] outside = new int[members.length];
        int[] seen = new int[members.length];
        Arrays.fill(seen, -1);
        int[] front = new int[rows];
        for (int k = 0; k < rows; k++) {
            int pivot = cheapest();
            order[k] = pivot;
            done[pivot] = true;
            unlink(pivot);
            int element = columns + k;
            int size = 0;
            mark[pivot] = k;
            for (int e = 0; e < touchingCount[pivot]; e++) {
                int old = touching[pivot][e];
                for (int i : members[old]) {
                    if (!done[i] && mark[i] != k) {
                        mark[i] = k;
                        front[size++] = i;
                    }
                }
                members[old] = new int[0];
            }
            members[element] = Arrays.copyOf(front, size);
            // How much of each neighbouring element lies outside the new one.
            for (int f = 0; f < size; f++) {
                int i = front[f];
                int kept = 0;
                for (int e = 0; e < touchingCount[i]; e++) {
                    int other = touching[i][e];
                    if (members[other].length == 0) {
                        continue;
                    }
                    touching[i][kept++] = other;
                    if (seen[other] != k) {
                        seen[other] = k;
                        outside[other] = living(other);
                    }
                    outside[other]--;
                }
                touchingCount[i] = kept;
            }
            for (int f = 0; f < size; f++) {
                int i = front[f];
                int bound = size - 1;
                int kept = 0;
                for (int e = 0; e < touchingCount[i]; e++) {
                    int other = touching[i][e];
                    if (outside[other] == 0) {
                        continue;
                    }
                    touching[i][kept++] = other;
                    bound += outside[other];
                }
                if (kept == touching[i].length) {
                    touching[i] = Arrays.copyOf(touching[i], kept + 4);
                }
                touching[i][kept] = element;
                touchingCount[i] = kept + 1;
                unlink(i);
                link(i, Math.min(Math.min(bound, degree[i] + size - 1), rows - 1 - k));
            }
        }
        return order;
    }

    /// Rows of an element that are not eliminated; the others are dropped from it.
    private int living(int element) {
        int[] all = members[element];
        int kept = 0;
        for (int i : all) {
            if (!done[i]) {
                all[kept++] = i;
            }
        }
        if (kept < all.length) {
            members[element] = Arrays.copyOf(all, kept);
        }
        return kept;
    }

    private int cheapest() {
        while (head[least] < 0) {
            least++;
        }
        return head[least];
    }

    private void link(int i, int at) {
        degree[i] = Math.max(0, at);
        int d = degree[i];
        next[i] = head[d];
        previous[i] = -1;
        if (head[d] >= 0) {
            previous[head[d]] = i;
        }
        head[d] = i;
        least = Math.min(least, d);
    }

    private void unlink(int i) {
        if (previous[i] >= 0) {
            next[previous[i]] = next[i];
        } else {
            head[degree[i]] = next[i];
        }
        if (next[i] >= 0) {
            previous[next[i]] = previous[i];
        }
    }
}
