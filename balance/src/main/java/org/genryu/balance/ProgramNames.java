package org.genryu.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.genryu.balance.BalanceResult.Limit;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Text;

/// The case's own names for the columns and rows of the program, for messages, explanations and written models.
final class ProgramNames {
    private final SupplyCase of;
    private final ProgramLayout layout;

    ProgramNames(SupplyCase of, ProgramLayout layout) {
        this.of = of;
        this.layout = layout;
    }

    /// What a column or row stands for.
    /// @param table such as `processes`; `balance` for the balance of a market
    /// @param id the row's id; `place/commodity` for a market
    /// @param what column of the table that sets its limits
    /// @param t period
    /// @param step step of a stepped thing, else 0
    record Thing(String table, String id, String what, int t, int step, int index) {}

    Thing column(int column) {
        List<Source> sources = List.of(
                new Source("processes", "capacity", layout.activity),
                new Source("routes", "capacity", layout.flow),
                new Source("stores", "level", layout.level),
                new Source("demands", "shortage", layout.shortage),
                new Source("demands", "amount", layout.curve),
                new Source("commodities", "disposal_cost", layout.disposal),
                new Source("processes", "capex", layout.built));
        for (Source source : sources) {
            int thing = find(source.block(), column);
            if (thing >= 0) {
                int offset = column - source.block().first()[thing];
                int steps = source.block().steps()[thing];
                return new Thing(
                        source.table(), id(source, thing), source.what(), offset / steps, offset % steps, thing);
            }
        }
        throw new IllegalArgumentException("Column %s is in no block.".formatted(column));
    }

    private record Source(String table, String what, ProgramLayout.Block block) {}

    private String id(Source source, int thing) {
        return switch (source.table()) {
            case "processes" -> of.industry().processes().ids().id(thing);
            case "routes" -> lane(thing);
            case "stores" -> of.stock().ids().id(thing);
            case "demands" -> of.use().demands().ids().id(thing);
            default -> market(thing);
        };
    }

    /// The route's id, with the commodity where one row carries several.
    String lane(int lane) {
        String route = of.routes().ids().id(of.routes().route()[lane]);
        boolean several =
                (lane > 0 && of.routes().route()[lane - 1] == of.routes().route()[lane])
                        || (lane + 1 < of.routes().size()
                                && of.routes().route()[lane + 1] == of.routes().route()[lane]);
        return several
                ? route + "/" + of.world().commodities().ids().id(of.routes().commodity()[lane])
                : route;
    }

    String market(int market) {
        return of.world().places().ids().id(layout.marketPlace[market]) + "/"
                + of.world().commodities().ids().id(layout.marketCommodity[market]);
    }

    /// Index of the thing whose columns hold `column`, or -1. Things without columns have -1 and are passed over.
    private int find(ProgramLayout.Block block, int column) {
        int low = 0;
        int high = block.first().length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int probe = middle;
            while (probe >= low && !block.has(probe)) {
                probe--;
            }
            if (probe < low) {
                low = middle + 1;
            } else if (column < block.first()[probe]) {
                high = probe - 1;
            } else if (column >= block.first()[probe] + block.steps()[probe] * layout.periods) {
                low = middle + 1;
            } else {
                return probe;
            }
        }
        return -1;
    }

    Thing row(int row) {
        if (row < layout.markets() * layout.periods) {
            int market = row / layout.periods;
            return new Thing("balance", market(market), "balance", row % layout.periods, 0, market);
        }
        ProgramLayout.Limits limits = layout.limits;
        for (int p = 0; p < limits.most().length; p++) {
            String id = of.industry().processes().ids().id(p);
            if (within(row, limits.most()[p], layout.periods)) {
                return new Thing("processes", id, "capacity", row - limits.most()[p], 0, p);
            }
            if (within(row, limits.least()[p], layout.periods)) {
                return new Thing("processes", id, "min_use", row - limits.least()[p], 0, p);
            }
            if (within(row, limits.site()[p], 1)) {
                return new Thing("processes", id, "capacity", 0, 0, p);
            }
            if (within(row, limits.reserve()[p], 1)) {
                return new Thing("processes", id, "reserve", 0, 0, p);
            }
        }
        for (int r = 0; r < limits.shared().length; r++) {
            if (within(row, limits.shared()[r], layout.periods)) {
                return new Thing("routes", of.routes().ids().id(r), "capacity", row - limits.shared()[r], 0, r);
            }
        }
        throw new IllegalArgumentException("Row %s is no limit.".formatted(row));
    }

    private static boolean within(int row, int first, int count) {
        return first >= 0 && row >= first && row < first + count;
    }

    /// Where in the case a column or row stands.
    Limit placeOf(Thing thing) {
        return new Limit(thing.table(), thing.id(), thing.what(), of.periods().label(thing.t()), Text.same(""));
    }

    /// The limit that a side of a column (`upper` or lower bound, of size `side`) sets. All steps of a thing in a
    /// period speak of the one limit that the case gives it, as it is written there.
    Limit limitOfColumn(int column, boolean upper, double side) {
        Thing thing = column(column);
        String period = of.periods().label(thing.t());
        String size = written(thing, upper, side);
        Text rule = switch (thing.table()) {
            case "stores" ->
                upper
                        ? new Text(
                                "at most %s may lie in it at the end of %s".formatted(size, period),
                                "%2$s末の在庫は%1$s以下".formatted(size, period))
                        : new Text(
                                "at least %s must lie in it at the end of %s".formatted(size, period),
                                "%2$s末の在庫は%1$s以上".formatted(size, period));
            case "demands" ->
                new Text(
                        "at most %s may stay unserved in %s".formatted(size, period),
                        "%2$sの不足は%1$s以下".formatted(size, period));
            default ->
                upper
                        ? new Text("at most %s in %s".formatted(size, period), "%2$sは%1$s以下".formatted(size, period))
                        : new Text("at least %s in %s".formatted(size, period), "%2$sは%1$s以上".formatted(size, period));
        };
        String what = thing.table().equals("processes") && !upper ? "min_use" : thing.what();
        return new Limit(thing.table(), thing.id(), what, period, rule);
    }

    /// Amount of the period, and where the case gives it by the year and the period is none, by the year too.
    private String written(Thing thing, boolean upper, double side) {
        double yearly = yearly(thing, upper);
        double length = of.periods().length(thing.t());
        if (!Double.isFinite(yearly)) {
            return number(side);
        }
        return length == 1 ? number(yearly) : "%s (%s/yr)".formatted(number(yearly * length), number(yearly));
    }

    /// What the case limits the activity or flow to, a year; infinity where it does not.
    private double yearly(Thing thing, boolean upper) {
        if (!thing.what().equals("capacity")) {
            return Double.POSITIVE_INFINITY;
        }
        return switch (thing.table()) {
            case "processes" -> {
                SupplyCase.Operation operation = of.industry().processes().operation();
                double capacity = operation.capacity().at(thing.index(), thing.t());
                yield upper ? capacity : capacity * operation.minUse().at(thing.index(), thing.t());
            }
            case "routes" ->
                upper ? of.routes().lane().capacity().at(thing.index(), thing.t()) : Double.POSITIVE_INFINITY;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    /// The limit that a row sets.
    Limit limitOfRow(int row, double side) {
        Thing thing = row(row);
        String period = of.periods().label(thing.t());
        if (!thing.table().equals("balance")) {
            return new Limit(
                    thing.table(),
                    thing.id(),
                    thing.what(),
                    period,
                    new Text(
                            "limit %s in %s".formatted(number(side), period),
                            "%sの上限・下限 %s".formatted(period, number(side))));
        }
        int market = thing.index();
        List<String> wanted = new ArrayList<>();
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            if (layout.market(demands.place()[d], demands.commodity()[d]) == market) {
                wanted.add(demands.ids().id(d));
            }
        }
        if (wanted.isEmpty()) {
            return new Limit(
                    "balance",
                    thing.id(),
                    "balance",
                    period,
                    new Text(
                            "what arrives or is made must be used, stored or sent on in %s".formatted(period),
                            "%sに入る量はすべて使うか貯蔵か転送が必要".formatted(period)));
        }
        String who = String.join(", ", wanted);
        return new Limit(
                "demands",
                who,
                "amount",
                period,
                new Text(
                        "%s must be served in %s".formatted(number(Math.max(side, 0)), period),
                        "%2$sに%1$sを供給しなければならない".formatted(number(Math.max(side, 0)), period)));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6g", value);
    }
}
