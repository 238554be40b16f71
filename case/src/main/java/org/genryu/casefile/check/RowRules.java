package org.genryu.casefile.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.genryu.casefile.CaseHeader;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.CaseTable.Column.Numbers;
import org.genryu.casefile.CaseTable.Column.Spans;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.NameIndex;
import org.genryu.casefile.row.RowSelector;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Finding.Place;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Text;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;

/// What must hold between the cells of a row, between the rows of a table and between tables. Every rule is one
/// method; each tells all rows that break it.
///
/// Size: every rule carries its wording in both languages; together they are the one list of what a case must obey.
public final class RowRules {
    /// Contents of a commodity may exceed the whole by rounding.
    private static final double ROUNDING = 1e-6;

    private final CaseHeader header;
    private final Map<String, CaseTable> tables;
    private final Map<String, IndexedTable> keyed;
    private final Units units;
    private final CaseFindings faults;

    public RowRules(
            CaseHeader header,
            Map<String, CaseTable> tables,
            Map<String, IndexedTable> keyed,
            Units units,
            CaseFindings faults) {
        this.header = header;
        this.tables = tables;
        this.keyed = keyed;
        this.units = units;
        this.faults = faults;
    }

    public void check() {
        partners();
        coordinates("places");
        commodityUnits();
        contents();
        recipes();
        feeds();
        coordinates("straits");
        processWindows();
        candidates();
        atMost(Severity.WARNING, "processes", "observed", "capacity");
        selfRoutes();
        sharedObservations();
        atMost(Severity.WARNING, "routes", "observed", "capacity");
        demandAmounts();
        demandCurves();
        atMost(Severity.ERROR, "stores", "level", "capacity");
        atMost(Severity.ERROR, "stores", "min_level", "capacity");
        atMost(Severity.ERROR, "stores", "final_level", "capacity");
        lifetimes();
        uses("returns");
        uses("sectors");
        order("changes", "from", "until");
        order("moves", "from", "until");
        order("effects", "from", "until");
        order("envelopes", "from", "until");
        factors("changes");
        factors("moves");
        factors("effects");
        selectors("changes");
        selectors("moves");
        selectors("effects");
        repeatedSeries();
        new ReferenceRules(header, tables, at("references"), faults).check();
        new CorrelationRules(tables, at("correlations"), faults).check();
    }

    private CaseFindings.Where where(String table, int row, String column) {
        return at(table).where(row, column);
    }

    private IndexedTable at(String table) {
        return Objects.requireNonNull(keyed.get(table), table);
    }

    private CaseTable table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    private static String number(double x) {
        return PlainNumbers.write(x);
    }

    /// To nine decimals, for messages only.
    private static double rounded(double x) {
        return Math.rint(x * 1e9) / 1e9;
    }

    private void partners() {
        Set<String> known = new TreeSet<>();
        for (String country : table("places").words("country")) {
            known.add(country);
        }
        known.addAll(table("places").names());
        CaseFindings.Where where =
                CaseFindings.Where.of(new Text("Case", "ケース"), "", new Place(CaseSchema.HEADER, 0, "home"));
        for (String country : header.home()) {
            if (!known.contains(country)) {
                faults.doubt(
                        where,
                        "home is '" + country + "', but no place belongs to it.",
                        "home が「" + country + "」ですが、この国に属する地点がありません。",
                        "the column `country` of places.csv must be filled in.",
                        "places.csv の country 列を記入してください。");
            }
            if (header.rival().contains(country)) {
                faults.rule(
                        where,
                        "'" + country + "' is in home and in rival; it must be in one of them.",
                        "「" + country + "」が home と rival の両方にあります。どちらか一方でなければなりません。",
                        "delete it from one of the lists.",
                        "どちらかの一覧から除いてください。");
            }
        }
    }

    private void coordinates(String name) {
        for (int row = 0; row < table(name).rows(); row++) {
            boolean lat = !at(name).blank(row, "lat");
            boolean lon = !at(name).blank(row, "lon");
            if (lat != lon) {
                String missing = lat ? "lon" : "lat";
                faults.doubt(
                        where(name, row, missing),
                        missing + " is blank; lat and lon must be given together.",
                        missing + " が空欄です。lat と lon は両方必要です。",
                        "fill in the other one too, or leave both blank.",
                        "もう一方も記入するか、両方を空欄にしてください。");
            }
        }
    }

    private void commodityUnits() {
        String[] unit = table("commodities").words("unit");
        for (int row = 0; row < unit.length; row++) {
            if (units.read(unit[row]) instanceof ReadText.Refused<Unit>(Text rule, Optional<Text> cure)) {
                Text problem = new Text(
                        "unit is '" + unit[row] + "'; " + rule.en(), "unit が「" + unit[row] + "」です。" + rule.ja());
                faults.add(Severity.ERROR, where("commodities", row, "unit"), problem, cure);
            }
        }
    }

    private void contents() {
        CaseTable contents = table("contents");
        int[] commodity = contents.references("commodity");
        double[] amount = contents.numbers("amount").values();
        String[] unit = table("commodities").words("unit");
        double[] sum = new double[at("commodities").names().size()];
        BitSet told = new BitSet();
        for (int row = 0; row < amount.length; row++) {
            int c = commodity[row];
            if (c < 0) {
                continue;
            }
            sum[c] += amount[row];
            boolean mass = unit[at("commodities").rowOfName(c)].matches("g|kg|t|kt|Mt");
            if (mass && sum[c] > 1 + ROUNDING && !told.get(c)) {
                told.set(c);
                faults.rule(
                        where("contents", row, "amount"),
                        "the elements sum to " + number(rounded(sum[c])) + " kg/kg; they must sum to 1 or less.",
                        "元素の合計が " + number(rounded(sum[c])) + " kg/kg です。1 以下でなければなりません。",
                        "an amount was entered in percent.",
                        "パーセントで入力した値がありませんか。");
            }
        }
    }

    private void recipes() {
        Numbers amount = table("recipes").numbers("amount");
        for (int row = 0; row < amount.values().length; row++) {
            if (amount.given(row) && amount.values()[row] == 0) {
                faults.rule(
                        where("recipes", row, "amount"),
                        "amount is 0; it must be above 0 (made) or below 0 (used).",
                        "amount が 0 です。正（産出）または負（投入）でなければなりません。",
                        "the row can be deleted.",
                        "この行は削除できます。");
            }
        }
    }

    /// A recipe has one feed, whichever of its lines says so; what is made of nothing and is called scrap needs a
    /// word.
    private void feeds() {
        CaseTable recipes = table("recipes");
        String[] said = recipes.words("feed");
        double[] amount = recipes.numbers("amount").values();
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        for (int row = 0; row < said.length; row++) {
            lines.computeIfAbsent(recipes.words("recipe")[row], name -> new ArrayList<>())
                    .add(row);
        }
        for (List<Integer> rows : lines.values()) {
            Optional<Integer> first =
                    rows.stream().filter(row -> !said[row].isEmpty()).findFirst();
            for (int row : rows) {
                if (!said[row].isEmpty() && !said[row].equals(said[first.orElse(row)])) {
                    faults.rule(
                            where("recipes", row, "feed"),
                            "feed is '" + said[row] + "', but another line of the recipe says '"
                                    + said[first.orElse(row)] + "'; a recipe has one feed.",
                            "feed が「" + said[row] + "」ですが、同じレシピの別の行は「" + said[first.orElse(row)]
                                    + "」です。一つのレシピの feed は一つです。",
                            "these are two recipes.",
                            "二つのレシピに分けてください。");
                }
            }
            boolean ofNothing = rows.stream().allMatch(row -> amount[row] > 0);
            if (ofNothing && first.isEmpty() && soundsLikeScrap(rows.getFirst())) {
                faults.doubt(
                        where("recipes", rows.getFirst(), "recipe"),
                        "it makes something of nothing and counts as a mine, though its name speaks of scrap or synthesis.",
                        "投入のないレシピなので鉱山とみなしますが、名前は再生・合成を示しています。",
                        "the column `feed` should say `old-scrap`, `new-scrap` or `synthetic`.",
                        "feed 列に `old-scrap`、`new-scrap`、`synthetic` のいずれかを記入してください。");
            }
        }
    }

    private static final Pattern SCRAP = Pattern.compile(
            "scrap|swarf|recycl|secondary|synthetic|remelt|urban-?mine|再生|二次|スクラップ|リサイクル|合成|回収|くず",
            Pattern.CASE_INSENSITIVE);

    /// By the ids of the recipe and of what it makes, and by the names of that.
    private boolean soundsLikeScrap(int row) {
        int commodity = table("recipes").references("commodity")[row];
        int made = commodity < 0 ? -1 : at("commodities").rowOfName(commodity);
        String names = made < 0
                ? ""
                : String.join(
                        " ",
                        table("commodities").words("commodity")[made],
                        table("commodities").words("name_en")[made],
                        table("commodities").words("name_ja")[made]);
        return SCRAP.matcher(table("recipes").words("recipe")[row] + " " + names)
                .find();
    }

    private void processWindows() {
        order("processes", "first", "last");
        CaseTable processes = table("processes");
        String[] status = processes.words("status");
        Spans first = processes.spans("first");
        for (int row = 0; row < status.length; row++) {
            boolean pending = status[row].equals("planned") || status[row].equals("building");
            if (pending && !first.given(row)) {
                faults.doubt(
                        where("processes", row, "first"),
                        "first is blank, but status is '" + status[row]
                                + "'; it counts as not available in any period.",
                        "status が「" + status[row] + "」なのに first が空欄です。どの期間も稼働しないものとみなします。",
                        "the year of opening was forgotten.",
                        "稼働開始年を記入してください。");
            }
        }
    }

    private void candidates() {
        CaseTable processes = table("processes");
        String[] status = processes.words("status");
        Numbers capex = processes.numbers("capex");
        double[] capacity = processes.numbers("capacity").values();
        for (int row = 0; row < status.length; row++) {
            if (status[row].equals("candidate") && capex.values()[row] == 0) {
                faults.doubt(
                        where("processes", row, "capex"),
                        "capex is 0 for a candidate; it is built for nothing.",
                        "候補なのに capex が 0 です。無償で建設されます。",
                        "the cost of a unit of yearly capacity was forgotten.",
                        "年間能力あたりの建設費を記入してください。");
            }
            if (!status[row].equals("candidate") && capex.written().get(row) && capacity[row] > 0) {
                faults.note(
                        where("processes", row, "capex"),
                        "capex is given, but only a candidate pays it; it is not used.",
                        "capex は候補（candidate）だけが支払います。ここでは使いません。");
            }
        }
    }

    /// A number that must not exceed another of the same row.
    private void atMost(Severity severity, String name, String column, String limit) {
        Numbers low = table(name).numbers(column);
        Numbers high = table(name).numbers(limit);
        for (int row = 0; row < table(name).rows(); row++) {
            if (low.given(row) && high.given(row) && low.values()[row] > high.values()[row]) {
                String a = number(low.values()[row]);
                String b = number(high.values()[row]);
                String must = severity == Severity.ERROR ? "must" : "should";
                faults.add(
                        severity,
                        where(name, row, column),
                        new Text(
                                column + " is " + a + "; it " + must + " be " + limit + " (" + b + ") or less.",
                                column + " が " + a + " です。" + limit + "（" + b + "）以下"
                                        + (severity == Severity.ERROR ? "でなければなりません。" : "のはずです。")),
                        Optional.of(
                                new Text("the two were exchanged, or their units differ.", "値の取り違えか、単位の違いではありませんか。")));
            }
        }
    }

    private void order(String name, String early, String late) {
        Spans from = table(name).spans(early);
        Spans until = table(name).spans(late);
        for (int row = 0; row < table(name).rows(); row++) {
            if (from.given(row) && until.given(row) && from.from()[row] >= until.until()[row]) {
                String a = at(name).text(row, early);
                String b = at(name).text(row, late);
                faults.rule(
                        where(name, row, late),
                        late + " is " + b + "; it must not lie before " + early + " (" + a + ").",
                        late + " が " + b + " です。" + early + "（" + a + "）より前であってはなりません。",
                        "the two were exchanged.",
                        "二つが入れ替わっていませんか。");
            }
        }
    }

    private void selfRoutes() {
        CaseTable routes = table("routes");
        int[] from = routes.references("from");
        int[] to = routes.references("to");
        for (int row = 0; row < from.length; row++) {
            if (from[row] >= 0 && from[row] == to[row]) {
                String place = at("routes").text(row, "to");
                faults.rule(
                        where("routes", row, "to"),
                        "to is '" + place + "', where the route starts; from and to must differ.",
                        "to が出発地と同じ「" + place + "」です。from と to は異なる地点でなければなりません。",
                        "another place is meant, or the row can be deleted.",
                        "別の地点の誤りか、不要な行ではありませんか。");
            }
        }
    }

    private void sharedObservations() {
        CaseTable routes = table("routes");
        String[] goods = routes.words("commodity");
        Numbers observed = routes.numbers("observed");
        for (int row = 0; row < goods.length; row++) {
            if (observed.given(row) && (goods[row].equals("*") || goods[row].startsWith("group:"))) {
                faults.doubt(
                        where("routes", row, "observed"),
                        "observed is given for '" + goods[row] + "'; it can be used only where one commodity flows.",
                        "「" + goods[row] + "」に observed があります。品目が一つに決まる輸送路でしか使えません。",
                        "a row for each commodity is meant.",
                        "品目ごとに行を分けてください。");
            }
        }
    }

    private void demandAmounts() {
        CaseTable demands = table("demands");
        Numbers amount = demands.numbers("amount");
        BitSet served = inSeries("demands", "amount");
        for (int row = 0; row < demands.rows(); row++) {
            if (!amount.given(row) && at("demands").blank(row, "amount") && !served.get(row)) {
                faults.rule(
                        where("demands", row, "amount"),
                        "amount is blank and series.csv does not give it; it must be given.",
                        "amount が空欄で、series.csv にもありません。必須です。",
                        "0 is meant.",
                        "0 の意味なら 0 と書いてください。");
            }
        }
    }

    /// Rows of the table for whose column there are series.
    private BitSet inSeries(String name, String column) {
        CaseTable series = table("series");
        String[] names = series.words("table");
        String[] columns = series.words("column");
        int[] rows = series.references("id");
        BitSet found = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] >= 0 && names[i].equals(name) && columns[i].equals(column)) {
                found.set(rows[i]);
            }
        }
        return found;
    }

    private void demandCurves() {
        Numbers price = table("demands").numbers("price");
        Numbers elasticity = table("demands").numbers("elasticity");
        for (int row = 0; row < table("demands").rows(); row++) {
            boolean hasPrice = !at("demands").blank(row, "price");
            boolean hasElasticity = !at("demands").blank(row, "elasticity");
            if (hasPrice != hasElasticity && (price.given(row) || elasticity.given(row))) {
                String missing = hasPrice ? "elasticity" : "price";
                faults.rule(
                        where("demands", row, missing),
                        missing + " is blank; a demand curve needs price and elasticity.",
                        missing + " が空欄です。需要曲線には price と elasticity の両方が必要です。",
                        "leave both blank for fixed demand.",
                        "固定需要なら両方を空欄にしてください。");
            }
        }
    }

    /// A narrower spread of lifetimes is no spread [fraction of the mean]: who draws its curve divides by its
    /// square.
    private static final double NARROWEST = 1e-3;

    private void lifetimes() {
        CaseTable returns = table("returns");
        String[] shape = returns.words("shape");
        Numbers mean = returns.numbers("lifetime_mean");
        double[] deviation = returns.numbers("lifetime_sd").values();
        for (int row = 0; row < shape.length; row++) {
            if (!shape[row].equals("fixed") && deviation[row] == 0) {
                faults.rule(
                        where("returns", row, "lifetime_sd"),
                        "lifetime_sd is 0; shape '" + shape[row] + "' needs a number above 0.",
                        "lifetime_sd が 0 です。shape「" + shape[row] + "」には正の値が必要です。",
                        "shape `fixed` is meant.",
                        "shape は `fixed` ではありませんか。");
            }
            if (!shape[row].equals("fixed") && deviation[row] > 0 && deviation[row] < NARROWEST * mean.values()[row]) {
                faults.rule(
                        where("returns", row, "lifetime_sd"),
                        "lifetime_sd is far below lifetime_mean; shape '" + shape[row]
                                + "' needs a thousandth of it or more.",
                        "lifetime_sd が lifetime_mean に比べて小さすぎます。shape「" + shape[row] + "」には平均の千分の一以上が必要です。",
                        "shape `fixed` is meant.",
                        "shape は `fixed` ではありませんか。");
            }
            boolean positive = shape[row].equals("lognormal") || shape[row].equals("weibull");
            if (positive && mean.given(row) && mean.values()[row] == 0) {
                faults.rule(
                        where("returns", row, "lifetime_mean"),
                        "lifetime_mean is 0; shape '" + shape[row] + "' needs a number above 0.",
                        "lifetime_mean が 0 です。shape「" + shape[row] + "」には正の値が必要です。",
                        "shape `fixed` is meant.",
                        "shape は `fixed` ではありませんか。");
            }
        }
    }

    private void uses(String name) {
        Set<String> known = new TreeSet<>();
        for (String use : table("demands").words("use")) {
            known.add(use);
        }
        String[] uses = table(name).words("use");
        for (int row = 0; row < uses.length; row++) {
            if (!uses[row].isEmpty() && !known.contains(uses[row])) {
                faults.doubtfulWord(
                        where(name, row, "use"),
                        "use",
                        uses[row],
                        new Text("no demand has this use", "この用途の需要がありません"),
                        faults.near(uses[row], known));
            }
        }
    }

    private void factors(String name) {
        String[] ops = table(name).words("op");
        Numbers value = table(name).numbers("value");
        for (int row = 0; row < ops.length; row++) {
            if (ops[row].equals("multiply") && value.given(row) && value.values()[row] < 0) {
                String factor = number(value.values()[row]);
                String fall = number(rounded(1 + value.values()[row]));
                faults.doubt(
                        where(name, row, "value"),
                        "value is " + factor + "; a negative factor turns the sign.",
                        "value が " + factor + " です。負の倍率は符号を反転させます。",
                        "`" + fall + "` is meant, if the number shall fall by that share.",
                        "その割合だけ減らすなら " + fall + " です。");
            }
        }
    }

    private void selectors(String name) {
        String[] named = table(name).words("table");
        String[] ids = table(name).words("id");
        for (int row = 0; row < ids.length; row++) {
            if (!named[row].isEmpty() && !RowSelector.isPlain(ids[row])) {
                RowSelector.parse(ids[row], at(named[row]).spec(), where(name, row, "id"), faults);
            }
        }
    }

    /// Two values for one cell in one period.
    private void repeatedSeries() {
        CaseTable series = table("series");
        String[] names = series.words("table");
        String[] columns = series.words("column");
        int[] rows = series.references("id");
        Spans period = series.spans("period");
        LongIndex seen = new LongIndex(rows.length);
        NameIndex cells = new NameIndex();
        int cell = -1;
        int last = -1;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || !period.given(i)) {
                continue;
            }
            if (last < 0 || !names[i].equals(names[last]) || !columns[i].equals(columns[last])) {
                char[] name = (names[i] + "." + columns[i]).toCharArray();
                cell = cells.add(name, 0, name.length);
            }
            last = i;
            int months = period.until()[i] - period.from()[i];
            long key = ((rows[i] * 128L + cell) * 200_000L + period.from()[i]) * 13L + months;
            int before = seen.put(key, i);
            if (before >= 0) {
                faults.rule(
                        where("series", i, "period"),
                        "period is " + at("series").text(i, "period") + ", for which line "
                                + series.raw().line(before) + " gives a value already; there must be one.",
                        "period " + at("series").text(i, "period") + " の値はすでに "
                                + series.raw().line(before) + " 行目にあります。一つでなければなりません。",
                        "delete one of them.",
                        "どちらかを削除してください。");
            }
        }
    }
}
