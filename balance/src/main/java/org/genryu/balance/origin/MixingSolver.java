package org.genryu.balance.origin;

import java.util.Arrays;
import java.util.Comparator;
import org.genryu.core.Deadline;

/// Where does a walk end that goes back from a node to one of its inflows, each with the chance of its part in the
/// node?
///
///     x_i = Σ_j W_ij x_j + b_i          Σ_j W_ij + Σ_k b_ik = 1          (A = I - W)
///
/// x – [#solve], by node and column; W – parts that come from other nodes; b – parts that come from sources.
///
/// Method: the nodes in an order in which a node comes after all it draws on (strongly connected sets together,
/// Tarjan); inside such a set, states are eliminated one by one without any subtraction (Grassmann, Taksar and Heyman
/// 1985): 1 - W_jj is taken as the sum of what leaves j. So every row sums to 1 up to rounding, however slowly a loop
/// drains. Cost: edges × columns, and b³/3 + b² × columns for a connected set of b nodes. Does not apply where a set
/// of nodes draws on nothing but itself: its rows end in the column `lost`.
final class MixingSolver {
    private final int nodes;
    /// Inflows of node i: `first[i] .. first[i+1] - 1`.
    private final int[] first;
    /// Node that the inflow draws on, or -1.
    private final int[] from;
    /// Nodes set by set, each set after those that it draws on.
    private final int[] order;
    private final int[] setStart;
    private final int[] setOf;
    private final int[] rank;
    /// By node and column, and the rows of one set: used again by each question.
    private double[] x = {};
    private double[] table = {};

    MixingSolver(int[] first, int[] from) {
        this.nodes = first.length - 1;
        this.first = first;
        this.from = from;
        this.order = new int[nodes];
        this.setOf = new int[nodes];
        this.rank = new int[nodes];
        Arrays.fill(setOf, -1);
        this.setStart = sets();
        for (int s = 0; s + 1 < setStart.length; s++) {
            Deadline.present().check();
            if (setStart[s + 1] - setStart[s] > 1) {
                fewestNeighboursLast(setStart[s], setStart[s + 1], s);
            }
            for (int at = setStart[s]; at < setStart[s + 1]; at++) {
                setOf[order[at]] = s;
                rank[order[at]] = at - setStart[s];
            }
        }
    }

    private void fewestNeighboursLast(int start, int end, int set) {
        int[] neighbours = new int[nodes];
        for (int at = start; at < end; at++) {
            setOf[order[at]] = set;
        }
        for (int at = start; at < end; at++) {
            int node = order[at];
            for (int e = first[node]; e < first[node + 1]; e++) {
                if (from[e] >= 0 && setOf[from[e]] == set) {
                    neighbours[node]++;
                    neighbours[from[e]]++;
                }
            }
        }
        int[] sorted = Arrays.stream(order, start, end)
                .boxed()
                .sorted(Comparator.comparingInt(node -> -neighbours[node]))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, order, start, sorted.length);
    }

    /// What an inflow brings.
    interface Ends {
        /// Adds what does not come from another node into `row` (by column, from `offset`), times its part;
        /// true if the walk goes on to the node that the inflow draws on.
        boolean add(int node, int inflow, double[] row, int offset);
    }

    /// x by node and column.
    /// @param part by inflow, sums to 1 over the inflows of a node
    Mixtures solve(double[] part, int columns, int lost, Ends ends) {
        int needed = nodes * columns;
        x = x.length < needed ? new double[needed] : x;
        for (int s = 0; s + 1 < setStart.length; s++) {
            int size = setStart[s + 1] - setStart[s];
            int width = size + columns;
            table = table.length < size * width ? new double[size * width] : table;
            Arrays.fill(table, 0, size * width, 0);
            for (int i = 0; i < size; i++) {
                int node = order[setStart[s] + i];
                int offset = i * width;
                for (int e = first[node]; e < first[node + 1]; e++) {
                    if (!ends.add(node, e, table, offset + size)) {
                        continue;
                    }
                    if (setOf[from[e]] == s) {
                        table[offset + rank[from[e]]] += part[e];
                    } else {
                        draw(part[e], from[e], columns, offset + size);
                    }
                }
            }
            eliminate(size, width, size + lost);
            for (int i = 0; i < size; i++) {
                System.arraycopy(table, i * width + size, x, order[setStart[s] + i] * columns, columns);
            }
        }
        return Mixtures.of(x, nodes, columns);
    }

    private void draw(double times, int node, int columns, int offset) {
        for (int k = 0; k < columns; k++) {
            table[offset + k] += times * x[node * columns + k];
        }
    }

    /// Leaves the answer of the set's nodes in the last columns of the table. The nodes with the fewest neighbours
    /// stand last and go first; a row is added only where the pivot has anything.
    private void eliminate(int size, int width, int lost) {
        int[] filled = new int[width];
        for (int j = size - 1; j >= 0; j--) {
            int entries = pivot(j, size, width, lost, filled);
            for (int i = 0; i < j; i++) {
                double times = table[i * width + j];
                for (int n = 0; n < entries && times > 0; n++) {
                    table[i * width + filled[n]] += times * table[j * width + filled[n]];
                }
            }
        }
        for (int j = 1; j < size; j++) {
            for (int k = 0; k < j; k++) {
                double through = table[j * width + k];
                for (int column = size; column < width && through > 0; column++) {
                    table[j * width + column] += through * table[k * width + column];
                }
            }
        }
    }

    /// Divides the row of node j by what leaves it for nodes before it and for the columns; returns how many
    /// entries that are, their places in `filled`.
    private int pivot(int j, int size, int width, int lost, int[] filled) {
        int row = j * width;
        int entries = 0;
        double leaving = 0;
        for (int k = 0; k < width; k++) {
            if ((k < j || k >= size) && table[row + k] > 0) {
                leaving += table[row + k];
                filled[entries++] = k;
            }
        }
        if (entries == 0) {
            table[row + lost] = 1;
            leaving = 1;
            filled[entries++] = lost;
        }
        for (int n = 0; n < entries; n++) {
            table[row + filled[n]] /= leaving;
        }
        return entries;
    }

    /// Fills `order` and returns where each set starts, with the end last. Tarjan's algorithm with its own stack.
    private int[] sets() {
        int[] index = new int[nodes];
        int[] low = new int[nodes];
        int[] next = new int[nodes];
        boolean[] open = new boolean[nodes];
        int[] waiting = new int[nodes];
        int[] path = new int[nodes];
        int[] starts = new int[nodes + 1];
        int count = 0;
        int placed = 0;
        int seen = 0;
        int waits = 0;
        for (int root = 0; root < nodes; root++) {
            int depth = 0;
            if (index[root] == 0) {
                path[depth++] = root;
            }
            while (depth > 0) {
                int node = path[depth - 1];
                if (index[node] == 0) {
                    index[node] = ++seen;
                    low[node] = seen;
                    next[node] = first[node];
                    waiting[waits++] = node;
                    open[node] = true;
                }
                int deeper = step(node, index, low, next, open);
                if (deeper >= 0) {
                    path[depth++] = deeper;
                    continue;
                }
                depth--;
                if (depth > 0) {
                    low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[node]);
                }
                if (low[node] == index[node]) {
                    starts[count++] = placed;
                    int top;
                    do {
                        top = waiting[--waits];
                        open[top] = false;
                        order[placed++] = top;
                    } while (top != node);
                }
            }
        }
        starts[count] = placed;
        return Arrays.copyOf(starts, count + 1);
    }

    /// The next node below that was not seen yet, or -1 when all inflows of the node are done.
    private int step(int node, int[] index, int[] low, int[] next, boolean[] open) {
        while (next[node] < first[node + 1]) {
            int below = from[next[node]++];
            if (below >= 0 && index[below] == 0) {
                return below;
            }
            if (below >= 0 && open[below]) {
                low[node] = Math.min(low[node], index[below]);
            }
        }
        return -1;
    }

    /// Nodes in the largest connected set.
    int largestSet() {
        int largest = 0;
        for (int s = 0; s + 1 < setStart.length; s++) {
            largest = Math.max(largest, setStart[s + 1] - setStart[s]);
        }
        return largest;
    }

    /// What is in each node, by column? Most nodes draw on few of many columns, so that only parts above zero are
    /// kept.
    ///
    /// @param first of node i: `first[i] .. first[i+1] - 1`
    /// @param column ascending within a node
    /// @param part of the node [fraction]
    record Mixtures(int[] first, int[] column, double[] part) {
        /// Of a question that does not arise.
        static final Mixtures NONE = new Mixtures(new int[1], new int[0], new double[0]);

        /// Keeps what is above zero of a table by node and column.
        static Mixtures of(double[] table, int nodes, int columns) {
            int[] first = new int[nodes + 1];
            for (int i = 0; i < nodes; i++) {
                first[i + 1] = first[i];
                for (int k = i * columns; k < (i + 1) * columns; k++) {
                    first[i + 1] += table[k] > 0 ? 1 : 0;
                }
            }
            int[] column = new int[first[nodes]];
            double[] part = new double[first[nodes]];
            int at = 0;
            for (int i = 0; i < nodes; i++) {
                for (int k = 0; k < columns; k++) {
                    if (table[i * columns + k] > 0) {
                        column[at] = k;
                        part[at++] = table[i * columns + k];
                    }
                }
            }
            return new Mixtures(first, column, part);
        }

        boolean isEmpty() {
            return first.length == 1;
        }

        double part(int node, int of) {
            int at = Arrays.binarySearch(column, first[node], first[node + 1], of);
            return at < 0 ? 0 : part[at];
        }

        /// By column.
        double[] row(int node, int columns) {
            double[] row = new double[columns];
            add(1, node, row, 0);
            return row;
        }

        /// Adds the mixture of a node, times a factor.
        void add(double times, int node, double[] row, int offset) {
            for (int at = first[node]; at < first[node + 1]; at++) {
                row[offset + column[at]] += times * part[at];
            }
        }
    }
}
