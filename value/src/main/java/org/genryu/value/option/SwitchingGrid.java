package org.genryu.value.option;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Check;

/// What is a project worth that can be switched between modes, if one price drives it? Finite differences on a grid
/// of the log price, implicit in time (or in the reserve), the switches found by policy iteration on all modes at
/// once.
///
/// mode m:  pace_m (V_m - V_m^before) = ½ σ² V_zz + μ(z) V_z - rate_m V_m + flow_m(z),
///          V_m ≥ max_j (V_j - cost_mj), V_m ≥ V^abandoned
///
/// z – log price; σ² – variance; μ – drift of z; pace – 1/length of a step, 0 for a mode in which nothing runs down.
/// Every step solves a block-tridiagonal system (blocks of modes × modes, one a node) for each policy; the policy
/// that no node can better is the solution of the obstacle problem, with no error of its own.
///
/// Cost: steps · policies (2 to 4) · nodes · modes³. First order in the step, second in the grid. At the low end the
/// value is flat; at the high end known or flat. Where drift outweighs diffusion across a node, upwind differences take
/// over there, so that the scheme stays monotone. One price; for many see [Switching].
public final class SwitchingGrid {
    /// Relative gain below which a policy is kept.
    private static final double TIE = 1e-11;

    private static final int POLICIES = 200;

    /// Action of a node: go on, or give up; j + 1 means "switch to mode j".
    private static final int GO_ON = 0;

    private static final int GIVE_UP = -1;

    /// A mode and what it earns.
    /// @param name for tables
    /// @param rate at which its value is discounted, taxes on property included [1/yr], 0 or more
    /// @param pace 1/length of a step [1/yr], or 0
    /// @param flow money a year, by node
    /// @param switchTo cost of switching to each mode; [Double#POSITIVE_INFINITY] where it cannot be done
    public record Mode(String name, double rate, double pace, double[] flow, double[] switchTo) {}

    private final Mode[] modes;
    private final boolean mayAbandon;
    private final int n;
    private final int m;
    private final double[] low;
    private final double[] high;
    private final double[] value;
    private final int[] action;
    private final double[] before;
    private final double[] side;
    private final double[] eliminated;
    private final double[] block;

    /// Values start at 0 in every mode.
    /// @param mayAbandon whether everything can be left for nothing at any time
    public SwitchingGrid(LogGrid grid, List<Mode> modes, boolean mayAbandon) {
        this.modes = modes.toArray(Mode[]::new);
        this.mayAbandon = mayAbandon;
        n = grid.nodes();
        m = modes.size();
        for (Mode mode : modes) {
            Check.that(
                    mode.flow().length == n && mode.switchTo().length == m,
                    "Mode '%s': it has %s flows and %s costs of switching; they must be %s and %s.",
                    mode.name(),
                    mode.flow().length,
                    mode.switchTo().length,
                    n,
                    m);
        }
        low = new double[n];
        high = new double[n];
        grid.differences(low, high);
        value = new double[n * m];
        action = new int[n * m];
        before = new double[n * m];
        side = new double[n * m];
        eliminated = new double[n * m * m];
        block = new double[m * (2 * m + 1)];
    }

    /// Sets the values of a mode, such as a value at the end.
    public void start(int mode, double[] values) {
        for (int i = 0; i < n; i++) {
            value[i * m + mode] = values[i];
        }
    }

    /// One step back in time, or one up in the reserve. Modes without pace are settled by a single step: the value
    /// of a project that runs for ever.
    /// @param top known value of every mode at the highest price; empty: flat there
    public void step(Optional<double[]> top) {
        System.arraycopy(value, 0, before, 0, value.length);
        for (int round = 0; round < POLICIES; round++) {
            solve(top);
            if (!improve(top.isPresent())) {
                return;
            }
        }
        throw new IllegalStateException("Switching grid: the policies did not come to rest.");
    }

    /// Value of a mode at every node.
    public double[] values(int mode) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = value[i * m + mode];
        }
        return out;
    }

    /// What a mode does at a node.
    /// @return the mode itself: go on; another mode: switch to it; empty: give up
    public Optional<Integer> decision(int mode, int node) {
        return switch (action[node * m + mode]) {
            case GO_ON -> Optional.of(mode);
            case GIVE_UP -> Optional.empty();
            default -> Optional.of(action[node * m + mode] - 1);
        };
    }

    /// Solves for the values of the present policy: block elimination downwards, substitution upwards. `eliminated`
    /// then holds, for every node, the share of the next node's values, `side` what is known of its own.
    private void solve(Optional<double[]> top) {
        for (int i = 0; i < n; i++) {
            Arrays.fill(block, 0);
            for (int a = 0; a < m; a++) {
                enter(i, a, i == n - 1 ? top : Optional.empty());
            }
            reduce(i, 2 * m + 1);
        }
        for (int at = (n - 1) * m; at < n * m; at++) {
            value[at] = side[at];
        }
        for (int i = n - 2; i >= 0; i--) {
            for (int a = 0; a < m; a++) {
                double sum = side[i * m + a];
                for (int b = 0; b < m; b++) {
                    sum -= eliminated[(i * m + a) * m + b] * value[(i + 1) * m + b];
                }
                value[i * m + a] = sum;
            }
        }
    }

    /// Writes the equation of a node and mode into the block: own values, values of the next node, what is known.
    private void enter(int i, int a, Optional<double[]> known) {
        int row = a * (2 * m + 1);
        int at = i * m + a;
        Mode mode = modes[a];
        if (action[at] == GIVE_UP) {
            block[row + a] = 1;
        } else if (action[at] != GO_ON) {
            block[row + a] = 1;
            block[row + action[at] - 1] = -1;
            block[row + 2 * m] = -mode.switchTo()[action[at] - 1];
        } else if (known.isPresent()) {
            block[row + a] = 1;
            block[row + 2 * m] = known.get()[a];
        } else {
            block[row + a] += diagonal(i, mode);
            block[row + m + a] = -high[i];
            block[row + 2 * m] = mode.pace() * before[at] + mode.flow()[i];
            if (i > 0) {
                for (int b = 0; b < m; b++) {
                    block[row + b] += low[i] * eliminated[((i - 1) * m + a) * m + b];
                }
                block[row + 2 * m] += low[i] * side[at - m];
            }
        }
    }

    private double diagonal(int i, Mode mode) {
        return mode.pace() + mode.rate() + low[i] + high[i];
    }

    /// Gauss-Jordan with pivoting on the block of node i.
    private void reduce(int i, int width) {
        for (int c = 0; c < m; c++) {
            int best = c;
            for (int r = c + 1; r < m; r++) {
                if (Math.abs(block[r * width + c]) > Math.abs(block[best * width + c])) {
                    best = r;
                }
            }
            if (best != c) {
                for (int k = 0; k < width; k++) {
                    double swap = block[c * width + k];
                    block[c * width + k] = block[best * width + k];
                    block[best * width + k] = swap;
                }
            }
            double pivot = 1 / block[c * width + c];
            for (int k = c; k < width; k++) {
                block[c * width + k] *= pivot;
            }
            for (int r = 0; r < m; r++) {
                double factor = block[r * width + c];
                if (r != c && factor != 0) {
                    for (int k = c; k < width; k++) {
                        block[r * width + k] -= factor * block[c * width + k];
                    }
                }
            }
        }
        for (int a = 0; a < m; a++) {
            side[i * m + a] = block[a * width + 2 * m];
            // The coefficient of the next node was entered with its sign, so the value is side minus this times
            // next.
            System.arraycopy(block, a * width + m, eliminated, (i * m + a) * m, m);
        }
    }

    /// Takes for every node and mode the best of going on, switching and giving up; false if nothing was better.
    private boolean improve(boolean topKnown) {
        boolean better = false;
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < m; a++) {
                if (i == n - 1 && topKnown && action[i * m + a] == GO_ON) {
                    continue;
                }
                better |= improve(i, a);
            }
        }
        return better;
    }

    private boolean improve(int i, int a) {
        int at = i * m + a;
        Mode mode = modes[a];
        double most = gain(i, a, action[at]) + TIE * (1 + Math.abs(value[at]));
        int best = action[at];
        double going = gain(i, a, GO_ON);
        if (going > most) {
            most = going;
            best = GO_ON;
        }
        for (int b = 0; b < m; b++) {
            if (b != a && mode.switchTo()[b] < Double.POSITIVE_INFINITY && gain(i, a, b + 1) > most) {
                most = gain(i, a, b + 1);
                best = b + 1;
            }
        }
        if (mayAbandon && -value[at] > most) {
            best = GIVE_UP;
        }
        boolean better = best != action[at];
        action[at] = best;
        return better;
    }

    /// By how much a value would rise if the node took the action now.
    private double gain(int i, int a, int act) {
        int at = i * m + a;
        Mode mode = modes[a];
        if (act == GIVE_UP) {
            return -value[at];
        }
        if (act != GO_ON) {
            return value[i * m + act - 1] - mode.switchTo()[act - 1] - value[at];
        }
        double sum = mode.pace() * before[at] + mode.flow()[i];
        if (i > 0) {
            sum += low[i] * value[at - m];
        }
        if (i < n - 1) {
            sum += high[i] * value[at + m];
        }
        return sum / diagonal(i, mode) - value[at];
    }
}
