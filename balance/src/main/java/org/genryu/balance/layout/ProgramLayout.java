package org.genryu.balance.layout;

import java.util.Arrays;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;
import org.genryu.casefile.SupplyCase.Disposal;

/// Where every unknown and every limit of a case stands in the program.
///
/// Columns lie in blocks (activity, flow, level, shortage, curve, disposal, built); in a block by thing, then period,
/// then step: `first[block][thing] + t * steps[block][thing] + k`. A stepped thing is a sum of steps of rising cost.
/// Rows: one balance for each market and period first (`market * periods + t`), then the limits in the order of
/// [Limits].
public final class ProgramLayout {
    final SupplyCase of;
    public final int periods;
    /// Market of (place, commodity) at `place * commodities + commodity`, or -1 where nothing touches it.
    final int[] marketAt;
    public final int[] marketPlace;
    public final int[] marketCommodity;
    public final Block activity;
    public final Block flow;
    public final Block level;
    public final Block shortage;
    public final Block curve;
    public final Block disposal;
    public final Block built;
    private final int firstUse;
    private final int afterUse;
    public final int columns;
    public final Limits limits;
    public final int rows;

    /// @param first column of the thing's first period and step; -1 where the thing has no column
    /// @param steps number of steps; 0 where the thing has no column
    public record Block(int[] first, int[] steps) {
        public int at(int thing, int t) {
            return first[thing] + t * steps[thing];
        }

        public boolean has(int thing) {
            return steps[thing] > 0;
        }
    }

    /// Rows after the balances: what a candidate may run (`most`, by process and period), must run (`least`), what
    /// its site can hold (`site`, by process), what a reserve can give (`reserve`, by process), what a route shared
    /// by several lanes can carry (`shared`, by route and period). Each is the first row or -1.
    public record Limits(int[] most, int[] least, int[] site, int[] reserve, int[] shared) {}

    private ProgramLayout(SupplyCase of, ColumnSteps steps) {
        this.of = of;
        this.periods = of.periods().count();
        this.marketAt =
                new int[of.world().places().size() * of.world().commodities().size()];
        int markets = numberMarkets();
        this.marketPlace = new int[markets];
        this.marketCommodity = new int[markets];
        int commodities = of.world().commodities().size();
        for (int pair = 0; pair < marketAt.length; pair++) {
            if (marketAt[pair] >= 0) {
                marketPlace[marketAt[pair]] = pair / commodities;
                marketCommodity[marketAt[pair]] = pair % commodities;
            }
        }
        int next = 0;
        this.activity = block(next, steps.activity());
        next += width(activity);
        this.flow = block(next, steps.flow());
        next += width(flow);
        this.level = block(next, ones(of.stock().size()));
        next += width(level);
        this.firstUse = next;
        this.shortage = block(next, shortageSteps());
        next += width(shortage);
        this.curve = block(next, steps.curve());
        next += width(curve);
        this.afterUse = next;
        this.disposal = block(next, disposalSteps());
        next += width(disposal);
        this.built = block(next, builtSteps());
        next += width(built);
        this.columns = next;
        int[] row = {markets * periods};
        this.limits = numberLimits(row);
        this.rows = row[0];
    }

    public static ProgramLayout of(SupplyCase of, ColumnSteps steps) {
        return new ProgramLayout(of, steps);
    }

    public int markets() {
        return marketPlace.length;
    }

    public int market(int place, int commodity) {
        return marketAt[place * of.world().commodities().size() + commodity];
    }

    /// Row of the balance of a market in period t.
    public int balance(int market, int t) {
        return market * periods + t;
    }

    /// Whether a column is what a use goes without, or is served.
    public boolean isUse(int column) {
        return column >= firstUse && column < afterUse;
    }

    private int numberMarkets() {
        int commodities = of.world().commodities().size();
        boolean[] used = new boolean[marketAt.length];
        SupplyCase.Recipes recipes = of.industry().recipes();
        SupplyCase.Processes processes = of.industry().processes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                used[processes.place()[p] * commodities + recipes.commodity()[line]] = true;
            }
        }
        SupplyCase.Routes routes = of.routes();
        for (int l = 0; l < routes.size(); l++) {
            used[routes.from()[l] * commodities + routes.commodity()[l]] = true;
            used[routes.to()[l] * commodities + routes.commodity()[l]] = true;
        }
        for (int s = 0; s < of.stock().size(); s++) {
            used[of.stock().place()[s] * commodities + of.stock().commodity()[s]] = true;
        }
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            used[demands.place()[d] * commodities + demands.commodity()[d]] = true;
        }
        for (int r = 0; r < of.use().returns().size(); r++) {
            used[
                    of.use().returns().place()[r] * commodities
                            + of.use().returns().to()[r]] = true;
        }
        int markets = 0;
        for (int pair = 0; pair < used.length; pair++) {
            marketAt[pair] = used[pair] ? markets++ : -1;
        }
        return markets;
    }

    private int[] shortageSteps() {
        SupplyCase.Demands demands = of.use().demands();
        int[] steps = new int[demands.size()];
        for (int d = 0; d < steps.length; d++) {
            steps[d] = demands.curve()[d] instanceof Curve.Fixed
                            && demands.shortageCost().given(d)
                    ? 1
                    : 0;
        }
        return steps;
    }

    private int[] disposalSteps() {
        int[] steps = new int[markets()];
        for (int m = 0; m < steps.length; m++) {
            steps[m] = of.world().commodities().disposal()[marketCommodity[m]] instanceof Disposal.Costs costs
                            && costs.cost() != 0
                    ? 1
                    : 0;
        }
        return steps;
    }

    private int[] builtSteps() {
        SupplyCase.Processes processes = of.industry().processes();
        int[] steps = new int[processes.size()];
        for (int p = 0; p < steps.length; p++) {
            steps[p] = isBuilt(p) ? 1 : 0;
        }
        return steps;
    }

    /// Whether the process runs only as far as the program builds it.
    public boolean isBuilt(int process) {
        SupplyCase.Processes processes = of.industry().processes();
        return processes.status()[process] == SupplyCase.Status.CANDIDATE
                && processes.investment().capex().given(process);
    }

    private Limits numberLimits(int[] row) {
        SupplyCase.Processes processes = of.industry().processes();
        int[] most = new int[processes.size()];
        int[] least = new int[processes.size()];
        int[] site = new int[processes.size()];
        int[] reserve = new int[processes.size()];
        for (int p = 0; p < processes.size(); p++) {
            boolean candidate = isBuilt(p);
            most[p] = take(row, candidate ? periods : 0);
            least[p] = take(row, candidate && processes.operation().minUse().at(p, 0) > 0 ? periods : 0);
            site[p] = take(row, candidate ? 1 : 0);
            reserve[p] = take(row, processes.investment().reserve().given(p) ? 1 : 0);
        }
        int[] lanes = new int[of.routes().ids().size()];
        for (int route : of.routes().route()) {
            lanes[route]++;
        }
        int[] shared = new int[lanes.length];
        Arrays.fill(shared, -1);
        for (int l = 0; l < of.routes().size(); l++) {
            int route = of.routes().route()[l];
            if (lanes[route] > 1 && shared[route] < 0 && isLimited(l)) {
                shared[route] = take(row, periods);
            }
        }
        return new Limits(most, least, site, reserve, shared);
    }

    private boolean isLimited(int lane) {
        for (int t = 0; t < periods; t++) {
            if (of.routes().lane().capacity().at(lane, t) < Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    private static int take(int[] row, int count) {
        int first = count == 0 ? -1 : row[0];
        row[0] += count;
        return first;
    }

    private Block block(int start, int[] steps) {
        int[] first = new int[steps.length];
        int next = start;
        for (int i = 0; i < steps.length; i++) {
            first[i] = steps[i] == 0 ? -1 : next;
            next += steps[i] * periods;
        }
        return new Block(first, steps);
    }

    private int width(Block block) {
        int sum = 0;
        for (int steps : block.steps()) {
            sum += steps * periods;
        }
        return sum;
    }

    private static int[] ones(int count) {
        int[] steps = new int[count];
        Arrays.fill(steps, 1);
        return steps;
    }
}
