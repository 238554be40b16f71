package org.genryu.casefile.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.genryu.casefile.CaseHeader;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.row.TradeUnits;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Text;
import org.genryu.core.number.Amount;
import org.genryu.core.number.Literal;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;

/// Reads a cell that is no plain number: a special word of its column, or a number with a unit, a currency, a date or
/// a spread of its own, converted to the column's unit in that row.
final class LiteralCells {
    private static final Map<String, String> JAPANESE_UNITS = Map.of("days", "日", "years", "年", "degrees", "度");

    private static final Pattern CONTENT = Pattern.compile("\\b(T?REO|LCE|U3O8|WO3)\\b");

    /// Each is looked for among the others, so their number must not grow with the case.
    private static final int MOST_THINGS = 1_000;

    private final Set<String> groups;
    private final IndexedTable commodities;
    private final IndexedTable recipes;
    private final IndexedTable processes;
    private final Units units;

    LiteralCells(CaseHeader header, Set<String> groups, Map<String, IndexedTable> tables, CaseFindings faults) {
        this.groups = groups;
        this.commodities = Objects.requireNonNull(tables.get("commodities"));
        this.recipes = Objects.requireNonNull(tables.get("recipes"));
        this.processes = Objects.requireNonNull(tables.get("processes"));
        Money counted = new Money(header.currency(), header.priceYear());
        this.units = withThings(Units.of(counted, header.exchange().into(counted)), commodities, faults)
                .within(faults.budget());
    }

    Set<String> groups() {
        return groups;
    }

    Units units() {
        return units;
    }

    /// A number as it was read, in the unit of its column.
    ///
    /// @param value the central one; NaN after a finding (NaN stays inside the package)
    /// @param range what was written, where it was a range
    record Number(double value, Optional<Amount> range) {
        static final Number NONE = of(Double.NaN);

        static Number of(double value) {
            return new Number(value, Optional.empty());
        }

        static Number of(Amount amount) {
            return new Number(
                    amount.central(), amount instanceof Amount.Fixed ? Optional.empty() : Optional.of(amount));
        }

        /// Keeps the range as that of the row.
        void keepRange(Map<Integer, Amount> ranges, int row) {
            range.ifPresent(amount -> ranges.put(row, amount));
        }
    }

    /// The number in the unit of the column.
    Number read(ColumnSpec spec, IndexedTable table, int row, String text, CaseFindings faults) {
        return read(table.where(row, spec.name()), text, spec, "set", table, row, faults);
    }

    /// The same for a value that stands elsewhere and is about `row` of `table` (-1: about several rows).
    Number read(
            CaseFindings.Where where,
            String text,
            ColumnSpec spec,
            String op,
            IndexedTable table,
            int row,
            CaseFindings faults) {
        if (op.equals("set") && spec.isWord(text)) {
            return Number.of(Double.POSITIVE_INFINITY);
        }
        if (text.startsWith("=") || text.startsWith("@")) {
            faults.formula(where, spec.name(), text, new Text("a number", "数値"));
            return Number.NONE;
        }
        if (op.equals("multiply")) {
            return read(where, text, Unit.ONE, faults);
        }
        return switch (Literal.read(text, unit(spec, table, row), units)) {
            case ReadText.Value<Amount>(Amount amount) -> Number.of(amount);
            case ReadText.Refused<Amount>(Text rule, Optional<Text> cure) ->
                energy(where, text, spec, table, row, faults).orElseGet(() -> {
                    faults.badNumber(where, where.place().column(), text, rule, cure.or(() -> content(text, spec)));
                    return Number.NONE;
                });
        };
    }

    /// The number if it is given in energy in the place of the commodity's unit: price = price of energy · h,
    /// amount = energy / h, with the heating value h of the commodity. Nothing if it is not given so.
    private Optional<Number> energy(
            CaseFindings.Where where, String text, ColumnSpec spec, IndexedTable table, int row, CaseFindings faults) {
        String counted = spec.unit().contains("{unit}") ? "{unit}" : "{activity}";
        int at = spec.unit().indexOf(counted);
        boolean both = spec.unit().contains("{unit}") && spec.unit().contains("{activity}");
        if (at < 0 || both || spec.name().equals("heating_value")) {
            return Optional.empty();
        }
        String inEnergy = spec.unit()
                .replace(counted, TradeUnits.ENERGY)
                .replace("{currency}", units.money().currency());
        if (!(Literal.read(text, known(inEnergy), units) instanceof ReadText.Value<Amount>(Amount amount))) {
            return Optional.empty();
        }
        int commodity = counted.equals("{unit}") ? commodity(table, row) : product(table, row);
        String cell = commodity < 0 ? "" : commodities.text(commodity, "heating_value");
        Unit heat = known(TradeUnits.ENERGY + "/" + (commodity < 0 ? "t" : unitOf(commodity)));
        Optional<Double> value =
                Literal.read(cell, heat, units).found().map(Amount::central).filter(h -> h > 0);
        if (value.isEmpty()) {
            Text rule = new Text("it is given in energy.", "エネルギーで書かれています。");
            faults.badNumber(where, where.place().column(), text, rule, Optional.of(TradeUnits.HEATING));
            return Optional.of(Number.NONE);
        }
        boolean price = spec.unit().lastIndexOf('/', at) >= 0;
        return Optional.of(Number.of(price ? amount.times(value.get()) : amount.per(value.get())));
    }

    /// A cure where tonnes of something contained stand in the place of tonnes.
    private static Optional<Text> content(String text, ColumnSpec spec) {
        return CONTENT.matcher(text).find() && spec.unit().contains("{")
                ? Optional.of(new Text(
                        "the commodity should be counted so: `t REO` in the column `unit` of commodities; or its own"
                                + " tonnes are meant.",
                        "commodities の unit 列を `t REO` のようにするか、品目自体の重量で書いてください。"))
                : Optional.empty();
    }

    /// The unit of a number of a scenario: `{unit}` is that of the commodities that the action names, `{activity}`
    /// that of its first process. What commodities of several units share must be a plain number.
    /// @param action the words of the action by key
    String filled(String unit, Map<String, List<String>> action) {
        List<String> goods = action.getOrDefault("commodity", action.getOrDefault("commodities", List.of()));
        List<String> plants = action.getOrDefault("processes", List.of());
        String counted = commonUnit(goods);
        String activity = plants.isEmpty() ? "" : activityUnit(processes, processes.row(plants.getFirst()));
        return unit.replace("{unit}", counted).replace("{activity}", activity);
    }

    /// The unit in which all of the goods are counted (ids, `group:<g>`, `*`, or none for all); empty if they
    /// differ.
    private String commonUnit(List<String> goods) {
        String common = "";
        for (int row = 0; row < commodities.raw().rows(); row++) {
            String id = commodities.text(row, "commodity");
            String group = commodities.text(row, "group");
            boolean named = goods.isEmpty()
                    || goods.contains("*")
                    || goods.contains(id)
                    || (!group.isEmpty() && goods.contains("group:" + group));
            if (named && !common.isEmpty() && !common.equals(unitOf(row))) {
                return "";
            }
            common = named ? unitOf(row) : common;
        }
        return common;
    }

    /// A number of a scenario in a unit that may hold `{currency}`.
    double read(CaseFindings.Where where, String text, String unit, CaseFindings faults) {
        String filled = unit.replace("fraction", "1")
                .replace("{currency}", units.money().currency());
        return read(where, text, known(filled), faults).value();
    }

    private Number read(CaseFindings.Where where, String text, Unit unit, CaseFindings faults) {
        return switch (Literal.read(text, unit, units)) {
            case ReadText.Value<Amount>(Amount amount) -> Number.of(amount);
            case ReadText.Refused<Amount>(Text rule, Optional<Text> cure) -> {
                faults.badNumber(where, where.place().column(), text, rule, cure);
                yield Number.NONE;
            }
        };
    }

    /// The unit of the column in that row; a pure number where the row does not say what it counts.
    private Unit unit(ColumnSpec spec, IndexedTable table, int row) {
        String text = spec.unit()
                .replace("fraction", "1")
                .replace("{currency}", units.money().currency())
                .replace("{unit}", commodityUnit(table, row))
                .replace("{activity}", activityUnit(table, row));
        return known(text);
    }

    /// A number as people see it in a finding: as it was written, and with the unit of its column if it was a plain
    /// number.
    Text shown(String written, ColumnSpec spec, IndexedTable table, int row) {
        boolean plain = !Double.isNaN(PlainNumbers.parse(written.toCharArray(), 0, written.length()));
        if (!plain || spec.isFraction() || spec.unit().isEmpty()) {
            return Text.same(written);
        }
        Unit unit = unit(spec, table, row);
        if (unit.isPure() && !spec.unit().equals("degrees")) {
            return Text.same(written);
        }
        String symbol = unit.isPure() ? spec.unit() : unit.symbol();
        return new Text(written + " " + symbol, written + " " + JAPANESE_UNITS.getOrDefault(symbol, symbol));
    }

    private Unit known(String text) {
        return switch (units.read(text)) {
            case ReadText.Value<Unit>(Unit unit) -> unit;
            case ReadText.Refused<Unit> _ -> Unit.ONE;
        };
    }

    /// Unit of the commodity of the row; empty if it has none or several.
    private String commodityUnit(IndexedTable table, int row) {
        int commodity = commodity(table, row);
        return commodity < 0 ? "" : unitOf(commodity);
    }

    /// The commodity of the row, or -1.
    private int commodity(IndexedTable table, int row) {
        if (row < 0 || table.spec().name().equals("commodities")) {
            return row;
        }
        String column = table.spec().name().equals("returns") ? "from" : "commodity";
        return commodities.row(table.text(row, column));
    }

    private String unitOf(int commodity) {
        String unit = commodities.text(commodity, "unit");
        return unit.isEmpty() ? commodities.spec().get("unit").standard() : unit;
    }

    private String activityUnit(IndexedTable table, int row) {
        int product = product(table, row);
        return product < 0 ? "" : unitOf(product);
    }

    /// The commodity in whose unit activity is counted: the recipe's main product, the first that it makes, or else
    /// the first that it uses; -1 if there is none.
    private int product(IndexedTable table, int row) {
        if (row < 0) {
            return -1;
        }
        String recipe = table.text(row, "recipe");
        int main = -1;
        for (int line = 0; line < recipes.raw().rows(); line++) {
            if (recipes.text(line, "recipe").equals(recipe)) {
                if (!recipes.text(line, "amount").startsWith("-")) {
                    return commodities.row(recipes.text(line, "commodity"));
                }
                main = main < 0 ? line : main;
            }
        }
        return main < 0 ? -1 : commodities.row(recipes.text(main, "commodity"));
    }

    /// Commodities may be counted in things of their own, such as `motor`.
    private static Units withThings(Units plain, IndexedTable commodities, CaseFindings faults) {
        Units units = plain;
        int things = 0;
        for (int row = 0; row < commodities.raw().rows(); row++) {
            String unit = commodities.text(row, "unit");
            if (!unit.isEmpty()
                    && units.read(unit) instanceof ReadText.Refused<Unit>(Text _, Optional<Text> cure)
                    && cure.isEmpty()) {
                if (things == MOST_THINGS) {
                    faults.tooManyThings(commodities.where(row, "unit"), unit, MOST_THINGS);
                    break;
                }
                units = units.with(unit);
                things++;
            }
        }
        return units;
    }
}
