package org.genryu.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.junit.jupiter.api.Test;

/// No cell of any table ends in an exception: a blank, a number too large or too small for what is computed from it.
/// Rung: by hand, and every cell in turn.
class BoundsTest {
    private static final List<String> CELLS = List.of(
            "", "　", "0", "-1", "1e308", "-1e308", "1e29", "1e-300", "-1e-300", "1e308 Mt", "0..1e308", "100 ±1e308");

    @Test
    void aSeriesWithoutAnIdMustBeAFinding() {
        Small small = Small.years()
                .with(
                        "series.csv",
                        "table,id,column,period,value\nprocesses,,cost,2027,12\nprocesses,　,cost,2026,12\n");
        assertThat(small.findings(Lang.EN))
                .containsExactly(
                        "Series 'processes//cost/2027': id is blank; it must be given. [series.csv:2 id]",
                        "Series 'processes//cost/2026': id is blank; it must be given. [series.csv:3 id]");
    }

    @Test
    void aNumberThatOverflowsLaterMustBeAFindingWithItsCell() {
        assertThat(Small.years()
                        .with("recipes.csv", "recipe,commodity,amount\ndig,ore,1e308\nsmelt,ore,-2e13\nsmelt,metal,1\n")
                        .findings(Lang.EN))
                .containsExactly(
                        "Recipe 'dig/ore': amount is 1e308; it must be 1000000000000 or less. [recipes.csv:2 amount]",
                        "Recipe 'smelt/ore': amount is -2e13; it must be -1000000000000 or more. [recipes.csv:3 amount]");
        assertThat(Small.years()
                        .with("changes.csv", "table,id,column,op,value\nprocesses,pit,cost,multiply,1e300\n")
                        .resolve()
                        .findings()
                        .getFirst()
                        .in(Lang.JA))
                .isEqualTo("工程「pit」: cost が 1e300 です。1e15 以下でなければなりません。 [changes.csv:2 value] 対処案: 変更前の値は 1 です。");
    }

    @Test
    void aNumberThatDividesMustNotBeNearNothing() {
        assertThat(Small.years()
                        .with(
                                "demands.csv",
                                "demand,place,use,commodity,amount,price,elasticity\nmotors,town,motor,metal,30,1e-200,-1e-9\n")
                        .findings(Lang.EN))
                .containsExactly(
                        "Demand 'motors': price is 1e-200 USD/t; it must be 1e-15 or more. [demands.csv:2 price]",
                        "Demand 'motors': elasticity is -1e-9; it must be -1e-6 or less. [demands.csv:2 elasticity]");
    }

    /// Found by spoiling tables, seed 1058693.
    @Test
    void aSpreadOfLifetimesThatIsNoneMustBeAFinding() {
        Small narrow = Small.years()
                .with(
                        "returns.csv",
                        "use,place,from,to,lifetime_mean,lifetime_sd,shape,collection\nmotor,town,metal,ore,2,1e-300,lognormal,50 %\n");
        assertThat(narrow.findings(Lang.EN))
                .containsExactly(
                        "Return 'motor/town/metal': lifetime_sd is far below lifetime_mean; shape 'lognormal' needs a thousandth of it or more. [returns.csv:2 lifetime_sd] Maybe shape `fixed` is meant.");
        assertThat(narrow.findings(Lang.JA))
                .containsExactly(
                        "回収「motor/town/metal」: lifetime_sd が lifetime_mean に比べて小さすぎます。shape「lognormal」には平均の千分の一以上が必要です。 [returns.csv:2 lifetime_sd] 対処案: shape は `fixed` ではありませんか。");
    }

    @Test
    void thingsThatACaseCountsInMustNotBeWithoutEnd() {
        StringBuilder table = new StringBuilder("commodity,unit\nore,t\nmetal,t\n");
        Random draw = new Random(2);
        String thing = "";
        for (int i = 0; i < 1_001; i++) {
            thing = draw.ints(20, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
            table.append("c%d,%s\n".formatted(i, thing));
        }
        Small many = Small.years().with("commodities.csv", table.toString());
        assertThat(many.findings(Lang.EN))
                .contains(
                        "Commodity 'c1000': unit is '" + thing
                                + "', which is no known unit; a case may count in 1000 things of its own, and these are more. [commodities.csv:1004 unit] Maybe the unit is meant in which the commodity is counted, such as t.");
        assertThat(many.findings(Lang.JA))
                .contains(
                        "品目「c1000」: unit が「" + thing
                                + "」ですが、既知の単位ではありません。ケース独自の数え方は 1000 種類までです。 [commodities.csv:1004 unit] 対処案: 品目を数える単位(t など)を書いてください。");
    }

    @Test
    void growthWithoutEndMustBeAFinding() {
        assertThat(Small.texts(
                        Small.years()
                                .with(
                                        "demands.csv",
                                        "demand,place,use,commodity,amount,growth,shortage_cost\nmotors,town,motor,metal,1e16,900,1000\n")
                                .resolve(),
                        Lang.EN))
                .containsExactly(
                        "Demand 'motors': amount is 9.01e18 (2026); it must be 1e18 or less. [demands.csv:2 growth] Maybe the growth is too large.");
    }

    @Test
    void noCellOfAnyTableMayEndInAnException() {
        List<String> escaped = new ArrayList<>();
        for (CaseSchema.TableSpec table : CaseSchema.current().tables().values()) {
            List<String> head = new ArrayList<>(table.columns().keySet());
            for (int column = 0; column < head.size(); column++) {
                for (String cell : CELLS) {
                    resolveAnyhow(table, head, column, cell, escaped);
                }
            }
        }
        assertThat(escaped).isEmpty();
    }

    private static void resolveAnyhow(
            CaseSchema.TableSpec table, List<String> head, int column, String cell, List<String> escaped) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            row.add(i == column ? cell : sound(table, head.get(i)));
        }
        Small small =
                Small.years().with(table.name() + ".csv", String.join(",", head) + "\n" + String.join(",", row) + "\n");
        try {
            Outcome<CaseFile> read = small.read();
            read.clean().ifPresent(CaseResolver::resolve);
        } catch (RuntimeException e) {
            escaped.add(
                    "%s.%s = '%s': %s at %s".formatted(table.name(), head.get(column), cell, e, e.getStackTrace()[0]));
        }
    }

    /// A cell that fits: what the row is about exists in the small case.
    private static String sound(CaseSchema.TableSpec table, String column) {
        CaseSchema.ColumnSpec spec = table.get(column);
        return switch (spec.kind()) {
            case ID, NAME, WORD -> "x";
            case REF ->
                switch (spec.target().getFirst()) {
                    case "places" -> column.equals("to") ? "town" : "mine";
                    case "commodities" -> column.equals("to") ? "metal" : "ore";
                    default -> "";
                };
            case RECIPE -> "dig";
            case GOODS -> "ore";
            case CHOICE -> spec.target().getFirst();
            case TABLE -> "processes";
            case ROW, SELECTOR -> "pit";
            case COLUMN -> "cost";
            case VALUE -> "1";
            case PERIOD -> column.equals("period") ? "2026" : "";
            case NUMBER -> spec.range().holds(0.5) ? "0.5" : spec.range().holds(-0.5) ? "-0.5" : "2000";
            case UNIT -> "t";
            case COUNTRY -> "JP";
            case REFS, TEXT -> "";
        };
    }
}
