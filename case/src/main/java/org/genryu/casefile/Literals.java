package org.genryu.casefile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.genryu.casefile.Schema.ColumnSpec;
import org.genryu.core.Amount;
import org.genryu.core.Literal;
import org.genryu.core.Money;
import org.genryu.core.Reading;
import org.genryu.core.Text;
import org.genryu.core.Unit;
import org.genryu.core.Units;

/// Reads a cell that is no plain number: a special word of its column, or a number with a unit, a currency, a date or
/// a spread of its own, converted to the column's unit in that row.
final class Literals {
    private static final Map<String, String> JAPANESE_UNITS = Map.of("days", "日", "years", "年", "degrees", "度");

    private final Set<String> groups;
    private final Keyed commodities;
    private final Keyed recipes;
    private final Keyed processes;
    private final Units units;

    Literals(Header header, Set<String> groups, Map<String, Keyed> tables) {
        this.groups = groups;
        this.commodities = Objects.requireNonNull(tables.get("commodities"));
        this.recipes = Objects.requireNonNull(tables.get("recipes"));
        this.processes = Objects.requireNonNull(tables.get("processes"));
        Money counted = new Money(header.currency(), header.priceYear());
        this.units = withThings(Units.of(counted, header.exchange().into(counted)), commodities);
    }

    Set<String> groups() {
        return groups;
    }

    Units units() {
        return units;
    }

    /// The central value in the unit of the column, or NaN after a finding. (NaN stays inside the package.)
    double read(ColumnSpec spec, Keyed table, int row, String text, Faults faults) {
        return read(table.where(row, spec.name()), text, spec, "set", table, row, faults);
    }

    /// The same for a value that stands elsewhere and is about `row` of `table` (-1: about several rows).
    double read(Faults.Where where, String text, ColumnSpec spec, String op, Keyed table, int row, Faults faults) {
        if (op.equals("set") && spec.isWord(text)) {
            return Double.POSITIVE_INFINITY;
        }
        if (text.startsWith("=") || text.startsWith("@")) {
            faults.formula(where, spec.name(), text, new Text("a number", "数値"));
            return Double.NaN;
        }
        return read(where, text, op.equals("multiply") ? Unit.ONE : unit(spec, table, row), faults);
    }

    /// The unit of a number of a scenario: `{unit}` is that of the one commodity that the action names,
    /// `{activity}`
    /// that of its first process. What several commodities share must be a plain number.
    /// @param action the words of the action by key
    String filled(String unit, Map<String, List<String>> action) {
        List<String> goods = action.getOrDefault("commodity", action.getOrDefault("commodities", List.of()));
        List<String> plants = action.getOrDefault("processes", List.of());
        String counted = goods.size() == 1 ? unitOfCommodity(goods.getFirst()) : "";
        String activity = plants.isEmpty() ? "" : activityUnit(processes, processes.row(plants.getFirst()));
        return unit.replace("{unit}", counted).replace("{activity}", activity);
    }

    /// A number of a scenario in a unit that may hold `{currency}`.
    double read(Faults.Where where, String text, String unit, Faults faults) {
        String filled = unit.replace("fraction", "1")
                .replace("{currency}", units.money().currency());
        return read(where, text, known(filled), faults);
    }

    private double read(Faults.Where where, String text, Unit unit, Faults faults) {
        return switch (Literal.read(text, unit, units)) {
            case Reading.Value<Amount>(Amount amount) -> amount.central();
            case Reading.Refused<Amount>(Text rule, Optional<Text> cure) -> {
                faults.badNumber(where, where.place().column(), text, rule, cure);
                yield Double.NaN;
            }
        };
    }

    /// The unit of the column in that row; a pure number where the row does not say what it counts.
    private Unit unit(ColumnSpec spec, Keyed table, int row) {
        String text = spec.unit()
                .replace("fraction", "1")
                .replace("{currency}", units.money().currency())
                .replace("{unit}", commodityUnit(table, row))
                .replace("{activity}", activityUnit(table, row));
        return known(text);
    }

    /// A number as people see it in a finding: as it was written, and with the unit of its column if it was a plain
    /// number.
    Text shown(String written, ColumnSpec spec, Keyed table, int row) {
        boolean plain = !Double.isNaN(Plain.parse(written.toCharArray(), 0, written.length()));
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
            case Reading.Value<Unit>(Unit unit) -> unit;
            case Reading.Refused<Unit> _ -> Unit.ONE;
        };
    }

    /// Unit of the commodity of the row; empty if it has none or several.
    private String commodityUnit(Keyed table, int row) {
        if (table.spec.name().equals("commodities")) {
            return row < 0 ? "" : unitOf(row);
        }
        String column = table.spec.name().equals("returns") ? "from" : "commodity";
        return row < 0 ? "" : unitOfCommodity(table.text(row, column));
    }

    private String unitOfCommodity(String commodity) {
        int found = commodities.row(commodity);
        return found < 0 ? "" : unitOf(found);
    }

    private String unitOf(int commodity) {
        String unit = commodities.text(commodity, "unit");
        return unit.isEmpty() ? commodities.spec.get("unit").standard() : unit;
    }

    /// Activity is counted in the unit of the recipe's main product: the first commodity that it makes, or else the
    /// first that it uses.
    private String activityUnit(Keyed table, int row) {
        if (row < 0) {
            return "";
        }
        String recipe = table.text(row, "recipe");
        int main = -1;
        for (int line = 0; line < recipes.raw.rows(); line++) {
            if (recipes.text(line, "recipe").equals(recipe)) {
                if (!recipes.text(line, "amount").startsWith("-")) {
                    return unitOfCommodity(recipes.text(line, "commodity"));
                }
                main = main < 0 ? line : main;
            }
        }
        return main < 0 ? "" : unitOfCommodity(recipes.text(main, "commodity"));
    }

    /// Commodities may be counted in things of their own, such as `motor`.
    private static Units withThings(Units plain, Keyed commodities) {
        Units units = plain;
        for (int row = 0; row < commodities.raw.rows(); row++) {
            String unit = commodities.text(row, "unit");
            if (!unit.isEmpty()
                    && units.read(unit) instanceof Reading.Refused<Unit>(Text _, Optional<Text> cure)
                    && cure.isEmpty()) {
                units = units.with(unit);
            }
        }
        return units;
    }
}
