package org.genryu.casefile.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.CaseTable.Column.Numbers;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.casefile.schema.IdSyntax;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.name.TotalRows;
import org.genryu.core.time.Span;

/// What every single cell allows and what is yet wrong with tables that people paste together: a total that stands
/// among its members, a country that stands twice, two units in one column, shares above the whole, cells that have
/// slid into the next column. Each is told with its likely cure; numbers are never changed.
///
/// | told as | when |
/// | --- | --- |
/// | error | the name says total or world and the row has fellows; a country twice |
/// | warning | a region of no country is the sum of two or more fellows, within their rounding; a number is a
/// thousandth or a thousand times what its fellows are; more of an element comes out of a recipe than goes in; a row
/// whose cells fit one column further |
public final class PlausibilityRules {
    /// Fewer fellows than this may add up to one of them, or lie apart, by chance.
    private static final int LEAST_MEMBERS = 3;
    /// Factors between these are taken for a thousand: kg for t, t for kt.
    private static final double THOUSAND_LOW = 400;
    private static final double THOUSAND_HIGH = 2500;
    /// Contents are rounded; a recipe may give back this much more than it takes.
    private static final double RECOVERY = 1.1;
    /// Where several recipes make a commodity its contents are a mean, from which one of them may be far.
    private static final double RECOVERY_OF_MEAN = 3;

    private final Map<String, CaseTable> tables;
    private final Map<String, IndexedTable> keyed;
    private final CaseFindings faults;
    /// Rows whose place is a total and that were told of.
    private final Set<String> told = new HashSet<>();

    public PlausibilityRules(Map<String, CaseTable> tables, Map<String, IndexedTable> keyed, CaseFindings faults) {
        this.tables = tables;
        this.keyed = keyed;
        this.faults = faults;
    }

    public void check() {
        countriesTwice();
        totals("processes", "observed", "place", "recipe");
        totals("processes", "capacity", "place", "recipe");
        totals("routes", "observed", "from", "to", "commodity");
        totals("routes", "observed", "to", "from", "commodity");
        totals("demands", "amount", "place", "commodity", "use");
        totals("stores", "level", "place", "commodity");
        totals("references", "value", "from", "measure", "place", "commodity", "stage", "elements", "period", "year");
        totals("references", "value", "place", "measure", "from", "commodity", "stage", "elements", "period", "year");
        recoveries();
        units("prices", "price", "commodity");
        units("demands", "price", "commodity");
        units("demands", "shortage_cost", "commodity");
        units("processes", "cost", "recipe");
        if (faults.errors() > 0) {
            tables.keySet().forEach(this::shifted);
        }
    }

    private CaseTable table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    private IndexedTable at(String name) {
        return Objects.requireNonNull(keyed.get(name), name);
    }

    private void countriesTwice() {
        Map<String, Integer> seen = new HashMap<>();
        String[] kind = table("places").words("kind");
        String[] country = table("places").words("country");
        for (int row = 0; row < kind.length; row++) {
            if (!kind[row].equals("country") || country[row].isEmpty()) {
                continue;
            }
            Integer first = seen.putIfAbsent(country[row], row);
            if (first != null) {
                faults.rule(
                        at("places").where(row, "country"),
                        "country '" + country[row] + "' is a place already on line "
                                + at("places").raw().line(first) + "; a country must stand once.",
                        "国「" + country[row] + "」はすでに " + at("places").raw().line(first)
                                + " 行目にあります。一つの国は一度だけでなければなりません。",
                        "the same country was pasted from two tables; delete one, or make it a `region` or `site`.",
                        "二つの表から同じ国を貼り付けていませんか。一方を削除するか、kind を `region` か `site` にしてください。");
            }
        }
    }

    /// Rows of equal `group` cells are fellows; none of them may be the sum of the others. `partner` names the
    /// places that they are about.
    private void totals(String name, String column, String partner, String... group) {
        Numbers numbers = table(name).numbers(column);
        for (List<Integer> rows : groups(name, group)) {
            List<Integer> members = rows.stream()
                    .filter(row -> numbers.written().get(row)
                            && numbers.values()[row] > 0
                            && Double.isFinite(numbers.values()[row]))
                    .toList();
            for (int row : members) {
                double[] others = members.stream()
                        .filter(other -> other != row)
                        .mapToDouble(other -> numbers.values()[other])
                        .toArray();
                if (isTotal(name, partner, row) && others.length > 0) {
                    total(name, partner, row, others.length);
                } else if (TotalRows.isSum(numbers.values()[row], others) && !isCountry(name, partner, row)) {
                    String value = PlainNumbers.write(numbers.values()[row]);
                    faults.doubt(
                            at(name).where(row, column),
                            column + " is " + value + ", the sum of the " + others.length + " other rows of its kind.",
                            column + " が " + value + " で、同種のほかの " + others.length + " 行の合計に等しくなっています。",
                            "it is a total of the table it comes from; delete it if so.",
                            "元の表の合計行なら削除してください。");
                }
            }
        }
    }

    private void total(String name, String partner, int row, int fellows) {
        if (!told.add(name + row)) {
            return;
        }
        String place = at(name).text(row, partner);
        faults.rule(
                at(name).where(row, partner),
                partner + " '" + place + "' is a total among its members (" + fellows
                        + " other rows); a total must not be a member.",
                partner + "「" + place + "」は合計の行ですが、内訳（ほかの " + fellows + " 行）と並んでいます。合計を内訳に入れてはなりません。",
                "delete the row; what is left over belongs to a place `rest-of-world`.",
                "この行を削除してください。残りがあれば `rest-of-world` などの地点に書いてください。");
    }

    private boolean isCountry(String name, String partner, int row) {
        int place = table(name).references(partner)[row];
        return place >= 0
                && !table("places")
                        .words("country")[at("places").rowOfName(place)]
                        .isEmpty();
    }

    private boolean isTotal(String name, String partner, int row) {
        int place = table(name).references(partner)[row];
        if (place < 0) {
            return false;
        }
        int at = at("places").rowOfName(place);
        return Stream.of("place", "name_en", "name_ja")
                .anyMatch(column -> TotalRows.isNamed(at("places").text(at, column)));
    }

    private List<List<Integer>> groups(String name, String... columns) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < table(name).rows(); row++) {
            StringBuilder key = new StringBuilder();
            for (String column : columns) {
                key.append(at(name).text(row, column)).append('\u0001');
            }
            groups.computeIfAbsent(key.toString(), k -> new ArrayList<>()).add(row);
        }
        return List.copyOf(groups.values());
    }

    /// An element that goes into a recipe cannot come out as more.
    private void recoveries() {
        Map<Integer, Map<String, Double>> contents = contents();
        int[] commodity = table("recipes").references("commodity");
        double[] amount = table("recipes").numbers("amount").values();
        Map<Integer, Integer> makers = new HashMap<>();
        for (int row = 0; row < amount.length; row++) {
            if (amount[row] > 0) {
                makers.merge(commodity[row], 1, Integer::sum);
            }
        }
        for (List<Integer> rows : groups("recipes", "recipe")) {
            boolean mean = rows.stream().anyMatch(row -> makers.getOrDefault(commodity[row], 0) > 1);
            Map<String, double[]> elements = new LinkedHashMap<>();
            for (int row : rows) {
                contents.getOrDefault(commodity[row], Map.of()).forEach((element, share) -> {
                    double[] inAndOut = elements.computeIfAbsent(element, e -> new double[2]);
                    inAndOut[amount[row] < 0 ? 0 : 1] += Math.abs(amount[row]) * share;
                });
            }
            elements.forEach((element, inAndOut) -> {
                if (inAndOut[0] > 0 && inAndOut[1] > inAndOut[0] * (mean ? RECOVERY_OF_MEAN : RECOVERY)) {
                    String share = percent(inAndOut[1] / inAndOut[0]);
                    faults.doubt(
                            at("recipes").where(rows.getFirst(), "amount"),
                            "it gives back " + share + " of the " + element
                                    + " that it takes; it should be 100 % or less.",
                            "投入した" + element + "の " + share + " が産出されます。100 % 以下のはずです。",
                            "an amount is in another unit, or contents.csv is.",
                            "amount か contents.csv の単位が違いませんか。");
                }
            });
        }
    }

    private Map<Integer, Map<String, Double>> contents() {
        Map<Integer, Map<String, Double>> contents = new HashMap<>();
        int[] commodity = table("contents").references("commodity");
        String[] element = table("contents").words("element");
        double[] amount = table("contents").numbers("amount").values();
        for (int row = 0; row < amount.length; row++) {
            contents.computeIfAbsent(commodity[row], c -> new LinkedHashMap<>())
                    .merge(element[row], amount[row], Double::sum);
        }
        return contents;
    }

    /// A number that is a thousand times, or a thousandth of, what its fellows are: kg beside t, t beside kt.
    private void units(String name, String column, String group) {
        Numbers numbers = table(name).numbers(column);
        for (List<Integer> rows : groups(name, group)) {
            List<Integer> given = rows.stream()
                    .filter(row -> numbers.written().get(row) && numbers.values()[row] > 0)
                    .toList();
            if (given.size() < LEAST_MEMBERS) {
                continue;
            }
            double[] sorted = given.stream()
                    .mapToDouble(row -> numbers.values()[row])
                    .sorted()
                    .toArray();
            double median = sorted[sorted.length / 2];
            for (int row : given) {
                double ratio = numbers.values()[row] / median;
                boolean large = ratio > THOUSAND_LOW && ratio < THOUSAND_HIGH;
                boolean small = 1 / ratio > THOUSAND_LOW && 1 / ratio < THOUSAND_HIGH;
                if (large || small) {
                    String value = PlainNumbers.write(numbers.values()[row]);
                    faults.doubt(
                            at(name).where(row, column),
                            column + " is " + value + "; the other " + (given.size() - 1)
                                    + " rows of its kind lie around " + PlainNumbers.write(median)
                                    + ", about a thousand times " + (large ? "less." : "more."),
                            column + " が " + value + " です。同種のほかの " + (given.size() - 1) + " 行は "
                                    + PlainNumbers.write(median) + " 前後で、およそ千" + (large ? "分の一です。" : "倍です。"),
                            "two units are mixed (kg and t); write the unit into the cell, such as `75 USD/kg`.",
                            "kg と t など二つの単位が混ざっていませんか。`75 USD/kg` のように単位を書いてください。");
                }
            }
        }
    }

    /// Rows of which two or more cells do not fit their columns but would fit the next ones.
    private void shifted(String name) {
        IndexedTable of = at(name);
        List<ColumnSpec> specs = new ArrayList<>();
        for (String head : of.raw().head()) {
            specs.add(of.spec().columns().get(head));
        }
        for (int row = 0; row < of.raw().rows(); row++) {
            int bad = 0;
            int first = -1;
            for (int c = 0; c < specs.size(); c++) {
                if (!fits(specs.get(c), of.raw().trimmed(row, c))) {
                    bad++;
                    first = first < 0 ? c : first;
                }
            }
            int by = bad < 2
                    ? 0
                    : fitsShifted(of, specs, row, first, -1) ? -1 : fitsShifted(of, specs, row, first, 1) ? 1 : 0;
            if (by != 0) {
                String column = of.raw().head().get(first);
                boolean late = by < 0;
                faults.doubt(
                        of.where(row, column),
                        "from '" + column + "' on the cells fit one column further " + (late ? "left" : "right")
                                + "; the row has slid.",
                        "「" + column + "」以降のセルが一列" + (late ? "左" : "右") + "の列に合います。行がずれています。",
                        late
                                ? "a cell too many stands before '" + column + "'; delete it."
                                : "a cell is missing before or at '" + column + "'; insert it.",
                        late ? "「" + column + "」の前に余分なセルがあります。削除してください。" : "「" + column + "」の所でセルが一つ抜けています。挿入してください。");
            }
        }
    }

    /// Whether all cells from column `first` on fit when moved by `by` columns.
    private boolean fitsShifted(IndexedTable of, List<ColumnSpec> specs, int row, int first, int by) {
        int filled = 0;
        for (int c = first; c < specs.size(); c++) {
            String cell = of.raw().trimmed(row, c);
            int to = c + by;
            if (cell.isEmpty()) {
                continue;
            }
            if (to < 0 || to >= specs.size() || !fits(specs.get(to), cell)) {
                return false;
            }
            filled++;
        }
        return filled >= 2;
    }

    private boolean fits(@org.jspecify.annotations.Nullable ColumnSpec spec, String cell) {
        if (spec == null || cell.isEmpty()) {
            return true;
        }
        boolean number = cell.matches("[-+−]?[0-9０-９.].*|triangular.*|lognormal.*");
        return switch (spec.kind()) {
            case NUMBER -> number || spec.isWord(cell);
            case REF, RECIPE -> at(spec.target().getFirst()).names().find(cell) >= 0;
            case REFS ->
                Arrays.stream(cell.split(";"))
                        .allMatch(id -> at(spec.target().getFirst()).names().find(id.strip()) >= 0);
            case GOODS ->
                cell.equals("*")
                        || cell.startsWith("group:")
                        || at("commodities").names().find(cell) >= 0;
            case CHOICE -> spec.target().contains(cell);
            case COUNTRY -> IdSyntax.isCountry(cell);
            case PERIOD -> Span.read(cell).found().isPresent();
            case WORD, UNIT, NAME -> !number;
            case ID -> !cell.matches("[-+]?[0-9.,]+");
            case TEXT, TABLE, COLUMN, SELECTOR, ROW, VALUE -> true;
        };
    }

    private static String percent(double share) {
        return PlainNumbers.write(Math.rint(share * 1000) / 10) + " %";
    }
}
