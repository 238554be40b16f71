package org.genryu.casefile.resolve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.IdList;
import org.genryu.casefile.PeriodColumn;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.row.PlacePorts;
import org.genryu.casefile.row.RecipeLines;
import org.genryu.casefile.row.ReferenceRows;
import org.genryu.casefile.row.TradeUnits;
import org.genryu.core.Text;
import org.genryu.geo.Port;

/// Puts the worked numbers and the plain columns of the tables together as a [SupplyCase].
final class SupplyCaseBuilder {
    private final CaseFile file;
    private final ColumnWorkspace work;
    private final Optional<double[]> drawn;

    SupplyCaseBuilder(CaseFile file, ColumnWorkspace work) {
        this(file, work, Optional.empty());
    }

    private SupplyCaseBuilder(CaseFile file, ColumnWorkspace work, Optional<double[]> drawn) {
        this.file = file;
        this.work = work;
        this.drawn = drawn;
    }

    SupplyCase supply() {
        return new SupplyCase(file.header().info().on(work.periods()), world(), industry(), routes(), use(), stock());
    }

    /// The same case with other values for its uncertain numbers; parts without any are those of the case itself.
    /// @param values by cell that is uncertain
    SupplyCase realized(SupplyCase supply, double[] values) {
        SupplyCaseBuilder other =
                new SupplyCaseBuilder(file, work, Optional.of(work.ranges().drawn(values)));
        return new SupplyCase(
                supply.info(),
                touched("places", "commodities", "contents", "prices") ? other.world() : supply.world(),
                touched("processes", "recipes") ? other.industry() : supply.industry(),
                touched("routes") ? other.routes() : supply.routes(),
                touched("demands", "returns", "bills", "sectors") ? other.use() : supply.use(),
                touched("stores") ? other.stock() : supply.stock());
    }

    private boolean touched(String... tables) {
        return Arrays.stream(tables).anyMatch(work::isUncertain);
    }

    private PeriodColumn grid(String table, String column) {
        return work.cells(table, column).grid(drawn);
    }

    /// A column whose values cannot differ by period.
    private double[] plain(String table, String column) {
        return work.cells(table, column).bases(drawn);
    }

    private IdList ids(String table) {
        return new IdList(file.table(table).names());
    }

    private static <T> T[] each(T[] into, IntFunction<T> value) {
        Arrays.setAll(into, value);
        return into;
    }

    /// Names in both languages; the id stands in for both, and one name for the other.
    private Text[] names(String table) {
        CaseTable rows = file.table(table);
        String[] en = rows.words("name_en");
        String[] ja = rows.words("name_ja");
        return each(new Text[rows.rows()], i -> {
            String id = rows.names().get(i);
            String english = en[i].isEmpty() ? ja[i].isEmpty() ? id : ja[i] : en[i];
            return new Text(english, ja[i].isEmpty() ? english : ja[i]);
        });
    }

    private SupplyCase.World world() {
        CaseTable places = file.table("places");
        CaseTable goods = file.table("commodities");
        CaseTable contents = file.table("contents");
        CaseTable prices = file.table("prices");
        double[] disposal = plain("commodities", "disposal_cost");
        return new SupplyCase.World(
                new SupplyCase.Places(
                        ids("places"),
                        names("places"),
                        places.words("kind"),
                        each(new String[places.rows()], i -> PlacePorts.country(places, i)),
                        plain("places", "lat"),
                        plain("places", "lon"),
                        each(
                                new String[places.rows()],
                                i -> work.sea().used()
                                        ? PlacePorts.of(places, i).map(Port::id).orElse("")
                                        : places.words("port")[i])),
                new SupplyCase.Commodities(
                        ids("commodities"),
                        names("commodities"),
                        goods.words("unit"),
                        goods.words("stage"),
                        goods.words("group"),
                        each(new SupplyCase.Disposal[disposal.length], i -> disposal(disposal[i])),
                        TradeUnits.of(goods, file.header())),
                new SupplyCase.Contents(
                        contents.references("commodity"), contents.words("element"), plain("contents", "amount")),
                new SupplyCase.Prices(
                        prices.references("place"), prices.references("commodity"), plain("prices", "price")),
                ReferenceRows.of(file));
    }

    private static SupplyCase.Disposal disposal(double cost) {
        return cost == Double.POSITIVE_INFINITY ? new SupplyCase.Disposal.Never() : new SupplyCase.Disposal.Costs(cost);
    }

    private SupplyCase.Industry industry() {
        CaseTable processes = file.table("processes");
        String[] status = processes.words("status");
        String t = "processes";
        return new SupplyCase.Industry(
                recipes(),
                new SupplyCase.Processes(
                        ids(t),
                        processes.references("place"),
                        processes.references("recipe"),
                        processes.words("owner"),
                        each(
                                new SupplyCase.Status[status.length],
                                i -> work.windows().isBuilt(i)
                                        ? SupplyCase.Status.OPERATING
                                        : SupplyCase.Status.valueOf(status[i].toUpperCase(Locale.ROOT))),
                        new SupplyCase.Operation(
                                grid(t, "capacity"), grid(t, "cost"), grid(t, "min_use"), grid(t, "observed")),
                        new SupplyCase.Investment(grid(t, "capex"), grid(t, "life"), grid(t, "reserve"))));
    }

    private SupplyCase.Recipes recipes() {
        CaseTable table = file.table("recipes");
        List<int[]> lines = RecipeLines.of(table);
        int[] commodities = table.references("commodity");
        double[] amounts = plain("recipes", "amount");
        int[] first = new int[lines.size() + 1];
        int[] commodity = new int[table.rows()];
        double[] amount = new double[table.rows()];
        int n = 0;
        for (int recipe = 0; recipe < lines.size(); recipe++) {
            first[recipe] = n;
            for (int row : lines.get(recipe)) {
                commodity[n] = commodities[row];
                amount[n++] = amounts[row];
            }
        }
        first[lines.size()] = n;
        String[] feed = table.words("feed");
        return new SupplyCase.Recipes(
                ids("recipes"),
                first,
                commodity,
                amount,
                each(new SupplyCase.Feed[lines.size()], recipe -> feed(feed, lines.get(recipe))));
    }

    /// The word that a line of the recipe says; the checks see to it that they do not differ.
    private static SupplyCase.Feed feed(String[] said, int[] rows) {
        return Arrays.stream(rows)
                .mapToObj(row -> said[row])
                .filter(word -> !word.isEmpty())
                .findFirst()
                .map(word ->
                        SupplyCase.Feed.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(SupplyCase.Feed.UNSAID);
    }

    private SupplyCase.Routes routes() {
        CaseTable routes = file.table("routes");
        RouteLanes lanes = work.lanes();
        int[] from = routes.references("from");
        int[] to = routes.references("to");
        String[] ship = routes.words("ship");
        int[] start = new int[lanes.size()];
        int[] end = new int[lanes.size()];
        Arrays.setAll(start, lane -> from[lanes.route()[lane]]);
        Arrays.setAll(end, lane -> to[lanes.route()[lane]]);
        String t = "routes";
        return new SupplyCase.Routes(
                ids(t),
                lanes.route(),
                start,
                end,
                lanes.commodity(),
                new SupplyCase.Lane(
                        grid(t, "cost"),
                        grid(t, "tariff"),
                        grid(t, "capacity"),
                        grid(t, "loss"),
                        grid(t, "days"),
                        grid(t, "observed")),
                each(new String[lanes.size()][], lane -> list(work.sea().via(lanes.route()[lane]))),
                each(new String[lanes.size()], lane -> ship[lanes.route()[lane]]));
    }

    private static final String[] NONE = new String[0];

    private static String[] list(String joined) {
        return joined.isEmpty()
                ? NONE
                : Arrays.stream(joined.split(";"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toArray(String[]::new);
    }

    private SupplyCase.Use use() {
        return new SupplyCase.Use(demands(), returns(), bills(), sectors());
    }

    private SupplyCase.Demands demands() {
        CaseTable demands = file.table("demands");
        ColumnCells price = work.cells("demands", "price");
        PeriodColumn prices = price.grid(drawn);
        double[] elasticity = plain("demands", "elasticity");
        String[] curve = demands.words("curve");
        int[] sector = demands.references("sector");
        List<String> sectors = file.table("sectors").names();
        return new SupplyCase.Demands(
                ids("demands"),
                demands.references("place"),
                demands.words("use"),
                demands.references("commodity"),
                grid("demands", "amount"),
                grid("demands", "shortage_cost"),
                each(new SupplyCase.Curve[curve.length], i -> {
                    if (!price.given(i) || !work.cells("demands", "elasticity").given(i)) {
                        return new SupplyCase.Curve.Fixed();
                    }
                    return curve[i].equals("isoelastic")
                            ? new SupplyCase.Curve.IsoElastic(prices, elasticity[i])
                            : new SupplyCase.Curve.Linear(prices, elasticity[i]);
                }),
                each(new String[curve.length], i -> sector[i] < 0 ? "" : sectors.get(sector[i])),
                new SupplyCase.Past(past(), plain("demands", "growth")));
    }

    private double[] past() {
        return work.before().stream()
                .mapToDouble(amount -> drawn.map(amount::of).orElse(amount.value()))
                .toArray();
    }

    private SupplyCase.Returns returns() {
        CaseTable returns = file.table("returns");
        double[] mean = plain("returns", "lifetime_mean");
        double[] deviation = plain("returns", "lifetime_sd");
        String[] shape = returns.words("shape");
        return new SupplyCase.Returns(
                returns.words("use"),
                returns.references("place"),
                returns.references("from"),
                returns.references("to"),
                each(
                        new SupplyCase.Lifetime[shape.length],
                        i -> new SupplyCase.Lifetime(
                                SupplyCase.Lifetime.Shape.valueOf(shape[i].toUpperCase(Locale.ROOT)),
                                mean[i],
                                deviation[i])),
                grid("returns", "collection"));
    }

    private SupplyCase.Bills bills() {
        CaseTable bills = file.table("bills");
        return new SupplyCase.Bills(bills.words("product"), bills.references("commodity"), plain("bills", "amount"));
    }

    private SupplyCase.Sectors sectors() {
        CaseTable sectors = file.table("sectors");
        return new SupplyCase.Sectors(
                ids("sectors"),
                sectors.references("place"),
                names("sectors"),
                sectors.words("use"),
                plain("sectors", "value_added"),
                plain("sectors", "critical_share"),
                plain("sectors", "substitution"),
                plain("sectors", "buffer_days"));
    }

    private SupplyCase.Stock stock() {
        CaseTable stores = file.table("stores");
        String t = "stores";
        return new SupplyCase.Stock(
                ids(t),
                stores.references("place"),
                stores.references("commodity"),
                stores.words("owner"),
                stores.words("kind"),
                new SupplyCase.Levels(
                        grid(t, "capacity"), plain(t, "level"), grid(t, "min_level"), plain(t, "final_level")),
                grid(t, "cost"),
                grid(t, "loss"));
    }
}
