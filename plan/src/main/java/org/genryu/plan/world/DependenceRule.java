package org.genryu.plan.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genryu.balance.ProgramVersions;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Text;
import org.genryu.solve.MathProgram;

/// How much of what home takes in or makes of a chain's goods may come straight from rivals?
///
///     Σ price · flow from rivals to home ≤ share · U,  U = Σ price · (flow from outside to home + made at home)
///
/// with prices and U of the calm world without any option, in every period from the wanted one on. A bound on a sum of
/// flows at fixed prices is what ceilings on the single lanes at these flows come to, so that the plan can be carried
/// out as import ceilings.
///
/// @param id number of the chain
/// @param chain name of the good of which most comes from rivals, by value
/// @param first period in which it holds
/// @param lanes from rivals to home, with the weight of a unit in every period
/// @param use U by period [currency]
/// @param without share without any option and without the rule, by period [fraction]
/// @param value what a point of the share is worth over the horizon: Σ discounted U [currency]
record DependenceRule(int id, Text chain, int first, List<Lane> lanes, double[] use, double[] without, double value) {
    /// Goods worth less a year count for nothing [fraction of U].
    private static final double SMALL = 1e-9;

    /// @param weight price where it arrives, by period [currency/unit]
    record Lane(int lane, double[] weight) {}

    /// Who stands where.
    private record Sides(boolean[] home, boolean[] rival) {
        static Sides of(SupplyCase supply) {
            PlaceCountries countries = PlaceCountries.of(supply);
            int n = supply.world().places().size();
            Sides sides = new Sides(new boolean[n], new boolean[n]);
            for (int p = 0; p < n; p++) {
                String code = countries.codes().get(countries.ofPlace()[p]);
                String id = supply.world().places().ids().id(p);
                sides.home[p] = supply.info().home().contains(code)
                        || supply.info().home().contains(id);
                sides.rival[p] = supply.info().rival().contains(code)
                        || supply.info().rival().contains(id);
            }
            return sides;
        }
    }

    /// Prices that the calm answer gives, by row of a balance [currency/unit].
    interface Prices {
        double at(int place, int commodity, int t);
    }

    /// Amounts of the calm answer, by lane and period, and by process and period.
    record Amounts(double[][] sent, double[][] done) {
        static Amounts of(SupplyCase supply, ProgramVersions versions, double[] x) {
            int periods = supply.periods().count();
            double[][] sent = new double[supply.routes().size()][periods];
            for (int lane = 0; lane < sent.length; lane++) {
                for (int t = 0; t < periods; t++) {
                    sent[lane][t] = Arrays.stream(versions.sent(lane, t))
                            .mapToDouble(j -> x[j])
                            .sum();
                }
            }
            double[][] done = new double[supply.industry().processes().size()][periods];
            for (int p = 0; p < done.length; p++) {
                for (int t = 0; t < periods; t++) {
                    done[p][t] = Arrays.stream(versions.done(p, t))
                            .mapToDouble(j -> x[j])
                            .sum();
                }
            }
            return new Amounts(sent, done);
        }
    }

    /// One rule for each chain of goods that home buys from rivals.
    ///
    /// @param chains by commodity: number of its chain
    /// @param first period from which it holds
    static List<DependenceRule> of(SupplyCase calm, int[] chains, Amounts amounts, Prices prices, int first) {
        Sides sides = Sides.of(calm);
        int periods = calm.periods().count();
        SupplyCase.Routes routes = calm.routes();
        Map<Integer, List<Lane>> lanes = new TreeMap<>();
        Map<Integer, double[]> use = new TreeMap<>();
        Map<Integer, double[]> rival = new TreeMap<>();
        double[] largest = new double[chains.length];
        for (int l = 0; l < routes.size(); l++) {
            int to = routes.to()[l];
            int from = routes.from()[l];
            if (!sides.home[to] || sides.home[from]) {
                continue;
            }
            int c = routes.commodity()[l];
            double[] weight = new double[periods];
            Arrays.setAll(weight, t -> prices.at(to, c, t));
            double[] sum = use.computeIfAbsent(chains[c], _ -> new double[periods]);
            double[] theirs = rival.computeIfAbsent(chains[c], _ -> new double[periods]);
            for (int t = 0; t < periods; t++) {
                sum[t] += weight[t] * amounts.sent[l][t];
                theirs[t] += sides.rival[from] ? weight[t] * amounts.sent[l][t] : 0;
                largest[c] += sides.rival[from] ? weight[t] * amounts.sent[l][t] : 0;
            }
            if (sides.rival[from]) {
                lanes.computeIfAbsent(chains[c], _ -> new ArrayList<>()).add(new Lane(l, weight));
            }
        }
        made(calm, chains, amounts, prices, use);
        List<DependenceRule> rules = new ArrayList<>();
        lanes.forEach((chain, own) -> {
            double[] all = use.getOrDefault(chain, new double[periods]);
            double[] share = new double[periods];
            double value = 0;
            for (int t = 0; t < periods; t++) {
                share[t] = all[t] > 0 ? rival.getOrDefault(chain, new double[periods])[t] / all[t] : 0;
                value += t >= first
                        ? all[t] * calm.periods().discount(t, calm.info().discountRate())
                        : 0;
            }
            rules.add(new DependenceRule(
                    chain, name(calm, chains, chain, largest), first, List.copyOf(own), all, share, value));
        });
        return List.copyOf(rules);
    }

    /// What home makes itself.
    private static void made(
            SupplyCase calm, int[] chains, Amounts amounts, Prices prices, Map<Integer, double[]> use) {
        Sides sides = Sides.of(calm);
        SupplyCase.Processes processes = calm.industry().processes();
        SupplyCase.Recipes recipes = calm.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            int place = processes.place()[p];
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; sides.home[place] && line < recipes.first()[recipe + 1]; line++) {
                double yield = recipes.amount()[line];
                int c = recipes.commodity()[line];
                double[] sum = use.getOrDefault(chains[c], new double[0]);
                for (int t = 0; yield > 0 && t < sum.length; t++) {
                    sum[t] += yield * amounts.done[p][t] * prices.at(place, c, t);
                }
            }
        }
    }

    private static Text name(SupplyCase calm, int[] chains, int chain, double[] fromRivals) {
        int largest = -1;
        for (int c = 0; c < chains.length; c++) {
            boolean more = largest < 0 || fromRivals[c] > fromRivals[largest];
            largest = chains[c] == chain && more ? c : largest;
        }
        return calm.world().commodities().names()[largest];
    }

    /// The largest share without a plan, from the first period on [fraction].
    double most() {
        return Arrays.stream(without).skip(first).max().orElse(0);
    }

    /// What home takes in or makes, against what it would without a plan: the least of all periods [fraction].
    double left(DependenceRule planned) {
        double least = 1;
        for (int t = first; t < use.length; t++) {
            least = use[t] > 0 ? Math.min(least, planned.use[t] / use[t]) : least;
        }
        return least;
    }

    /// The program with the rule as rows, one for each period from the first on; their upper sides are `share`.
    static MathProgram joined(MathProgram program, ProgramVersions versions, List<DependenceRule> rules, double share) {
        List<int[]> columns = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (DependenceRule rule : rules) {
            for (int t = rule.first; t < rule.use.length; t++) {
                List<Integer> column = new ArrayList<>();
                List<Double> value = new ArrayList<>();
                for (Lane lane : rule.lanes) {
                    double weight = rule.use[t] > 0 ? lane.weight[t] / rule.use[t] : 0;
                    for (int j : weight > SMALL * SMALL ? versions.sent(lane.lane, t) : new int[0]) {
                        column.add(j);
                        value.add(weight);
                    }
                }
                columns.add(column.stream().mapToInt(Integer::intValue).toArray());
                values.add(value.stream().mapToDouble(Double::doubleValue).toArray());
            }
        }
        return extended(program, columns, values, share);
    }

    private static MathProgram extended(MathProgram program, List<int[]> columns, List<double[]> values, double most) {
        int n = program.columns().size();
        int rows = program.rows().size();
        int[] more = new int[n];
        columns.forEach(row -> Arrays.stream(row).forEach(j -> more[j]++));
        MathProgram.Matrix old = program.matrix();
        int[] start = new int[n + 1];
        for (int j = 0; j < n; j++) {
            start[j + 1] = start[j] + old.start()[j + 1] - old.start()[j] + more[j];
        }
        int[] row = new int[start[n]];
        double[] value = new double[start[n]];
        int[] next = new int[n];
        for (int j = 0; j < n; j++) {
            int count = old.start()[j + 1] - old.start()[j];
            System.arraycopy(old.row(), old.start()[j], row, start[j], count);
            System.arraycopy(old.value(), old.start()[j], value, start[j], count);
            next[j] = start[j] + count;
        }
        for (int i = 0; i < columns.size(); i++) {
            for (int k = 0; k < columns.get(i).length; k++) {
                int j = columns.get(i)[k];
                row[next[j]] = rows + i;
                value[next[j]++] = values.get(i)[k];
            }
        }
        double[] lower = Arrays.copyOf(program.rows().lower(), rows + columns.size());
        double[] upper = Arrays.copyOf(program.rows().upper(), rows + columns.size());
        Arrays.fill(lower, rows, lower.length, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, rows, upper.length, most);
        return new MathProgram(
                program.offset(),
                program.columns(),
                new MathProgram.Rows(lower, upper),
                new MathProgram.Matrix(start, row, value),
                program.whole(),
                program.curvature());
    }
}
