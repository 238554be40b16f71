package org.genryu.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.genryu.solve.Small.INF;
import static org.genryu.solve.Small.minimise;
import static org.genryu.solve.Verdicts.infeasible;
import static org.genryu.solve.Verdicts.optimalWithin;
import static org.genryu.solve.Verdicts.unbounded;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// Rungs: by hand, and random against the simple version (all choices tried).
class IntegerTest {
    /// The solver's own tolerance for a whole number is 1e-6.
    private static final double WHOLE = 1e-6;

    @Test
    void wholeColumnsMustBeWholeAndHaveNoPrices() {
        // max 5 a + 4 b + 3 c over 0/1 with 2 a + 3 b + c <= 5 and 4 a + b + 2 c <= 11: a and b.
        try (SolverSession live = minimise(-5, -4, -3)
                .whole(0, 1, 2)
                .upper(1, 1, 1)
                .row(-INF, 5, 2, 3, 1)
                .row(-INF, 11, 4, 1, 2)
                .open()) {
            Solution.Optimal found = optimalWithin(live, WHOLE);
            assertThat(found.objective()).isEqualTo(-9, within(WHOLE));
            assertThat(found.point().x()).containsExactly(new double[] {1, 1, 0}, within(WHOLE));
            assertThat(found.point().dual()).isEmpty();
            assertThat(found.run().algorithm()).isEqualTo("branch-and-cut");
            assertThat(live.hasBasis()).isFalse();
        }
    }

    @Test
    void verdictsMustBeToldForWholeColumnsToo() {
        try (SolverSession live = minimise(1).whole(0).row(0.2, 0.8, 1).open()) {
            assertThat(infeasible(live).ray()).isEmpty();
        }
        try (SolverSession live = minimise(-1).whole(0).row(0.2, INF, 1).open()) {
            unbounded(live);
        }
    }

    @Test
    void facilitiesMustBeTheBestOfAllChoices() {
        Law.of(31, 20).holds(input -> {
            long seed = input.whole("seed", 0, 1_000_000);
            // Open some of 5 sites (fixed cost, capacity), serve 4 customers from open ones or leave them short
            // at
            // 40 a unit.
            int sites = 5;
            int customers = 4;
            RandomGenerator random = Samples.random(seed);
            double[] fixed = random.doubles(sites, 20, 120).toArray();
            double[] freight = random.doubles(20, 1, 15).toArray();
            double[] want = random.doubles(customers, 2, 9).toArray();
            double[] capacity = random.doubles(sites, 4, 14).toArray();
            double least = INF;
            for (int open = 0; open < 1 << sites; open++) {
                double[] choice = new double[sites];
                for (int s = 0; s < sites; s++) {
                    choice[s] = open >> s & 1;
                }
                MathProgram fix = facilities(fixed, freight, want, capacity, choice, choice);
                try (SolverSession live = SolverSession.open(fix, SolveOptions.DEFAULT)) {
                    least = Math.min(least, optimalWithin(live, 1e-8).objective());
                }
            }
            double[] none = new double[sites];
            double[] all = new double[sites];
            Arrays.fill(all, 1);
            MathProgram free = facilities(fixed, freight, want, capacity, none, all);
            free.whole().set(0, sites);
            try (SolverSession live = SolverSession.open(free, SolveOptions.DEFAULT)) {
                assertThat(optimalWithin(live, WHOLE).objective())
                        .as("seed %s", seed)
                        .isEqualTo(least, within(1e-5));
            }
        });
    }

    private static MathProgram facilities(
            double[] fixed, double[] freight, double[] want, double[] capacity, double[] low, double[] high) {
        int sites = fixed.length;
        int customers = want.length;
        int columns = sites + sites * customers + customers;
        double[] cost = new double[columns];
        double[] lower = new double[columns];
        double[] upper = new double[columns];
        Arrays.fill(upper, INF);
        System.arraycopy(fixed, 0, cost, 0, sites);
        System.arraycopy(freight, 0, cost, sites, freight.length);
        Arrays.fill(cost, sites + freight.length, columns, 40);
        System.arraycopy(low, 0, lower, 0, sites);
        System.arraycopy(high, 0, upper, 0, sites);
        Small program = minimise(cost).lower(lower).upper(upper);
        for (int s = 0; s < sites; s++) {
            double[] row = new double[columns];
            row[s] = -capacity[s];
            Arrays.fill(row, sites + s * customers, sites + (s + 1) * customers, 1);
            program.row(-INF, 0, row);
        }
        for (int c = 0; c < customers; c++) {
            double[] row = new double[columns];
            int customer = c;
            IntStream.range(0, sites).forEach(s -> row[sites + s * customers + customer] = 1);
            row[sites + freight.length + c] = 1;
            program.row(want[c], INF, row);
        }
        return program.program();
    }
}
