package org.genryu.casefile.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.genryu.casefile.Small.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Small;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.number.NumberText;
import org.junit.jupiter.api.Test;

/// What becomes of numbers that were written with a range. Rungs: by hand; identity; random against the simple version,
/// which writes the drawn numbers into the tables and resolves anew.
class CaseRangesTest {
    /// Cells with ranges, each where it can be replaced by a number: [file, before, range, after].
    private static final List<String[]> RANGES = List.of(
            new String[] {"processes.csv", "pit,mine,dig,", "80..120", ",1,80\n"},
            new String[] {"processes.csv", "works,port,smelt,", "50 ±5", ",5,\n"},
            new String[] {"demands.csv", "motors,town,motor,metal,", "triangular(20, 30, 40)", ",5 %,1000\n"},
            new String[] {"demands.csv", "wires,town,wire,metal,8,", "0.01..0.03", ",900\n"},
            new String[] {"demands.csv", "copies,town,wire,ore,", "3..5", ",,800\n"},
            new String[] {"routes.csv", "sea,mine,port,ore,", "lognormal(2, 0.3)", ",110..130,narrows,80\n"},
            new String[] {"series.csv", "routes,sea,cost,2026,", "2.5..3.5", "\n"},
            new String[] {"changes.csv", "processes,works,capacity,2026,,multiply,", "0.8..1", "\n"},
            new String[] {"changes.csv", "routes,rail,capacity,2025-07,2027-03,set,", "20..30", "\n"},
            new String[] {"stores.csv", "yard,port,ore,40,", "8..12", "\n"},
            new String[] {"recipes.csv", "smelt,ore,", "-2.2..-1.8", "\n"});

    private static final String SCENARIO = """
            start: 2026-01
            events:
              - quota: {from: CN, share: 0.6, first: 2026-04, last: 2026-09}
              - outage: {processes: [pit], loss: 0.25, first: 2026, last: 2026}
              - surge: {demands: [motors], factor: 1.5, first: 2027, last: 2027}
            measures:
              - substitute: {from: [metal], to: [ore], use: wire, share: 0.3}
            """;

    private static Small written(List<String> cells) {
        Small small = Small.years()
                .with(
                        "processes.csv",
                        "process,place,recipe,capacity,cost,observed\n" + line(0, cells) + line(1, cells))
                .with(
                        "demands.csv",
                        "demand,place,use,commodity,amount,growth,shortage_cost\n" + line(2, cells) + line(3, cells)
                                + line(4, cells))
                .with(
                        "routes.csv",
                        "route,from,to,commodity,cost,capacity,via,observed\n"
                                + line(5, cells).replace("110..130", "120") + "rail,port,town,*,1,,,\n")
                .with("series.csv", "table,id,column,period,value\n" + line(6, cells))
                .with("changes.csv", "table,id,column,from,until,op,value\n" + line(7, cells) + line(8, cells))
                .with("stores.csv", "store,place,commodity,capacity,level\n" + line(9, cells))
                .with("recipes.csv", "recipe,commodity,amount\ndig,ore,1\n" + line(10, cells) + "smelt,metal,1\n");
        return small;
    }

    private static String line(int k, List<String> cells) {
        String[] parts = RANGES.get(k);
        String cell = cells.get(k);
        return parts[1] + (cell.contains(",") ? "\"" + cell + "\"" : cell) + parts[3];
    }

    private static List<String> asRanges() {
        return RANGES.stream().map(parts -> parts[2]).toList();
    }

    private static ResolvedCase resolved(Small small) {
        return small.resolve().value().orElseThrow();
    }

    private static double[] central(ResolvedCase resolved) {
        return resolved.uncertain().stream()
                .mapToDouble(cell -> cell.amount().central())
                .toArray();
    }

    private static void same(SupplyCase one, SupplyCase other) {
        assertThat(one).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(other);
    }

    /// Which of [#RANGES] each uncertain cell is.
    private static int[] order(ResolvedCase resolved) {
        return resolved.uncertain().stream()
                .mapToInt(cell -> Math.toIntExact(RANGES.stream()
                        .takeWhile(parts -> !parts[2].equals(cell.amount().text()))
                        .count()))
                .toArray();
    }

    @Test
    void everyRangeMustBeToldByTableColumnAndId() {
        ResolvedCase resolved = resolved(written(asRanges()));
        assertThat(resolved.uncertain().stream()
                        .map(cell -> cell.table() + " " + cell.column() + " " + cell.id() + " "
                                + cell.amount().text()))
                .containsExactly(
                        "changes value changes.csv:2 0.8..1",
                        "changes value changes.csv:3 20..30",
                        "demands amount copies 3..5",
                        "demands amount motors triangular(20, 30, 40)",
                        "demands growth wires 0.01..0.03",
                        "processes capacity pit 80..120",
                        "processes capacity works 50 ±5",
                        "recipes amount smelt/ore -2.2..-1.8",
                        "routes cost sea lognormal(2, 0.3)",
                        "series value routes/sea/cost/2026 2.5..3.5",
                        "stores level yard 8..12");
    }

    @Test
    void theCentralValuesMustGiveTheCaseItselfToTheLastBit() {
        for (Small small : List.of(written(asRanges()), written(asRanges()).scenario(SCENARIO))) {
            ResolvedCase resolved = resolved(small);
            assertThat(resolved.uncertain()).hasSize(RANGES.size());
            same(resolved.realized(central(resolved)), resolved.supply());
        }
    }

    @Test
    void aDrawMustGiveWhatTheTablesWithTheDrawnNumbersWouldGive() {
        Random random = new Random(10);
        for (int trial = 0; trial < 60; trial++) {
            Small small = written(asRanges());
            ResolvedCase resolved = resolved(trial % 2 == 0 ? small : small.scenario(SCENARIO));
            int[] order = order(resolved);
            double[] drawn = new double[order.length];
            List<String> cells = new ArrayList<>(asRanges());
            for (int k = 0; k < drawn.length; k++) {
                drawn[k] = resolved.uncertain().get(k).amount().quantile(0.001 + 0.998 * random.nextDouble());
                cells.set(order[k], NumberText.exact(drawn[k]));
            }
            Small plain = written(cells);
            ResolvedCase anew = resolved(trial % 2 == 0 ? plain : plain.scenario(SCENARIO));
            assertThat(anew.uncertain()).isEmpty();
            same(resolved.realized(drawn), anew.supply());
        }
    }

    @Test
    void theMeanOfTheRangeMustBeTheResolvedNumber() {
        ResolvedCase resolved = resolved(written(asRanges()));
        double[] pit = row(resolved.supply().industry().processes().operation().capacity(), 0, 3);
        assertThat(pit).containsOnly(100);
        assertThat(resolved.uncertain().get(5).amount().mean()).isEqualTo(100);
    }

    private static Small pit(String capacity) {
        return Small.years()
                .with(
                        "processes.csv",
                        "process,place,recipe,capacity,cost,observed\npit,mine,dig," + capacity
                                + ",1,80\nworks,port,smelt,50,5,\n");
    }

    private static double[] capacity(SupplyCase supply, int process) {
        return row(supply.industry().processes().operation().capacity(), process, 3);
    }

    @Test
    void anotherUnitMustChangeNothing() {
        ResolvedCase tonnes = pit("80..120 t/yr").resolved();
        ResolvedCase kilotonnes = pit("0.08..0.12 kt/yr").resolved();
        assertThat(tonnes.uncertain()).isEqualTo(kilotonnes.uncertain());
        assertThat(capacity(kilotonnes.realized(new double[] {110}), 0)).containsOnly(110);
    }

    @Test
    void theOrderOfRowsMustChangeNothing() {
        ResolvedCase resolved = resolved(written(asRanges()));
        Map<String, String> shuffled = new LinkedHashMap<>();
        written(asRanges()).files().forEach((name, text) -> {
            List<String> lines = new ArrayList<>(List.of(text.split("\n")));
            if (name.equals("processes.csv") || name.equals("demands.csv") || name.equals("routes.csv")) {
                Collections.reverse(lines.subList(1, lines.size()));
            }
            shuffled.put(name, String.join("\n", lines) + "\n");
        });
        ResolvedCase other = resolved(new Small(shuffled));
        assertThat(other.uncertain()).isEqualTo(resolved.uncertain());
        double[] drawn = central(resolved);
        drawn[5] = 117;
        assertThat(capacity(other.realized(drawn), 1))
                .isEqualTo(capacity(resolved.realized(drawn), 0))
                .containsOnly(117);
    }

    @Test
    void whatAChangeMakesOfTheNumberItMustMakeOfTheRange() {
        String change = "events:\n  - change: {table: processes, id: pit, column: capacity, op: %s, value: %s}\n";
        ResolvedCase half =
                pit("80..120").scenario(change.formatted("multiply", "0.5")).resolved();
        assertThat(capacity(half.supply(), 0)).containsOnly(50);
        assertThat(capacity(half.realized(new double[] {80}), 0)).containsOnly(40);
        assertThat(capacity(half.realized(new double[] {120}), 0)).containsOnly(60);
        ResolvedCase more =
                pit("80..120").scenario(change.formatted("add", "7")).resolved();
        assertThat(capacity(more.realized(new double[] {120}), 0)).containsOnly(127);
        ResolvedCase set =
                pit("80..120").scenario(change.formatted("set", "70")).resolved();
        assertThat(capacity(set.realized(new double[] {120}), 0)).containsOnly(70);
    }

    @Test
    void anEventMustLeaveItsShareOfWhatIsDrawn() {
        ResolvedCase out = pit("80..120")
                .scenario("events:\n  - outage: {processes: [pit], loss: 0.25, first: 2026-07, last: 2026-12}\n")
                .resolved();
        SupplyCase whole = out.realized(new double[] {120}).whole();
        assertThat(capacity(whole, 0)[0]).isEqualTo(120);
        assertThat(capacity(whole, 0)[1]).isCloseTo(105, within(1e-9));
        assertThat(capacity(whole, 0)[2]).isEqualTo(120);
    }

    @Test
    void aDrawBeyondWhatTheColumnAllowsMustBeTheNearestThatItAllows() {
        ResolvedCase resolved = pit("10 ±8").resolved();
        assertThat(capacity(resolved.realized(new double[] {-3}), 0)).containsOnly(0);
        assertThatThrownBy(() -> resolved.realized(new double[] {Double.NaN}))
                .hasMessageContaining("it must be finite");
        assertThatThrownBy(() -> resolved.realized(new double[2])).hasMessageContaining("2 values for 1 cells");
    }

    @Test
    void partsThatRestOnNoRangeMustBeShared() {
        ResolvedCase resolved = pit("80..120").resolved();
        SupplyCase drawn = resolved.realized(new double[] {90});
        assertThat(drawn.routes()).isSameAs(resolved.supply().routes());
        assertThat(drawn.use()).isSameAs(resolved.supply().use());
        assertThat(capacity(resolved.supply(), 0)).as("the case itself stays").containsOnly(100);
    }

    @Test
    void aCaseWithoutRangesMustHaveNothingUncertain() {
        CaseFile file = Small.years().file();
        ResolvedCase resolved = CaseResolver.resolve(file).value().orElseThrow();
        assertThat(resolved.uncertain()).isEmpty();
        same(resolved.realized(new double[0]), resolved.supply());
        assertThat(Arrays.asList(resolved.realized(new double[0]).world()))
                .containsExactly(resolved.supply().world());
    }
}
