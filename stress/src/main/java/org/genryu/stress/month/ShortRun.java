package org.genryu.stress.month;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.UncertainCell;
import org.genryu.core.DataTable;

/// How fast do plants, lanes, uses and stocks answer within months?
///
/// A row of the case's table `responses` holds before the built-in rows, the more exact before the wider: a
/// place, then a commodity, a group, a stage, all. Where no row says anything the thing answers as in the
/// plain problem: a plant at its cost up to its capacity, a lane likewise, a use by its own curve, and
/// nobody keeps stocks but `stores`. The built-in rows hold only in a case whose base year was fitted: who
/// writes costs and capacities and no observation has said how everything answers.
final class ShortRun {
    /// What a row may say.
    enum Word {
        ELASTICITY,
        RISE,
        MOST,
        AVOIDABLE,
        CLOSE_AFTER,
        RESTART,
        RESTART_MARGIN,
        QUALIFICATION,
        USERS,
        PRODUCERS;

        String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// @param commodity id, `group:<group>` or `*`
    /// @param place index, or -1 for all
    /// @param numbers by [Word]; NaN where nothing is said
    /// @param own whether the case says it
    private record Row(String subject, String commodity, String stage, int place, double[] numbers, boolean own) {
        int rank() {
            int exact = commodity.equals("*") ? stage.isEmpty() ? 0 : 1 : commodity.startsWith("group:") ? 2 : 3;
            return (own ? 100 : 0) + (place >= 0 ? 10 : 0) + exact;
        }
    }

    private final SupplyCase of;
    private final List<Row> rows;

    private ShortRun(SupplyCase of, List<Row> rows) {
        this.of = of;
        this.rows = rows;
    }

    /// @param fitted whether the base year was fitted, so that the built-in rows hold
    /// @param drawn what uncertain cells ([ResponseRanges]) hold instead of their central values
    static ShortRun of(CaseFile file, SupplyCase of, boolean fitted, Map<UncertainCell, Double> drawn) {
        List<Row> rows = new ArrayList<>();
        if (fitted) {
            Map<String, UncertainCell> ranges = drawn.isEmpty() ? Map.of() : ResponseRanges.builtIn();
            for (NamedCsvRecord row : DataTable.rows(ShortRun.class, "responses.csv")) {
                String subject = row.getField("subject");
                String stage = row.getField("stage");
                double[] numbers = new double[Word.values().length];
                for (Word word : Word.values()) {
                    double written = number(row.getField(word.column()));
                    UncertainCell cell = ranges.get(ResponseRanges.key(subject, stage, word.column()));
                    numbers[word.ordinal()] = cell == null ? written : drawn.getOrDefault(cell, written);
                }
                rows.add(new Row(subject, "*", stage, -1, numbers, false));
            }
        }
        CaseTable own = file.table("responses");
        for (int r = 0; r < own.rows(); r++) {
            double[] numbers = new double[Word.values().length];
            for (Word word : Word.values()) {
                CaseTable.Column.Numbers column = own.numbers(word.column());
                double written = column.given().get(r) ? column.values()[r] : Double.NaN;
                numbers[word.ordinal()] = ResponseRanges.cell(own, r, word)
                        .map(cell -> Objects.requireNonNull(own.spec().columns().get(word.column()))
                                .range()
                                .nearest(drawn.getOrDefault(cell, written)))
                        .orElse(written);
            }
            String commodity = own.words("commodity")[r];
            rows.add(new Row(
                    own.words("subject")[r],
                    commodity.isEmpty() ? "*" : commodity,
                    own.words("stage")[r],
                    own.references("place")[r],
                    numbers,
                    true));
        }
        rows.sort(java.util.Comparator.comparingInt(Row::rank).reversed());
        return new ShortRun(of, List.copyOf(rows));
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /// What the rows say of a commodity at a place; empty if they say nothing.
    /// @param subject `supply`, `lane`, `demand` or `stock`
    OptionalDouble of(String subject, Word word, int commodity, int place) {
        SupplyCase.Commodities goods = of.world().commodities();
        String id = goods.ids().id(commodity);
        for (Row row : rows) {
            boolean meets = row.subject.equals(subject)
                    && !Double.isNaN(row.numbers[word.ordinal()])
                    && (row.place < 0 || row.place == place)
                    && (row.stage.isEmpty() || row.stage.equals(goods.stage()[commodity]))
                    && (row.commodity.equals("*")
                            || row.commodity.equals(id)
                            || row.commodity.equals("group:" + goods.group()[commodity]));
            if (meets) {
                return OptionalDouble.of(row.numbers[word.ordinal()]);
            }
        }
        return OptionalDouble.empty();
    }
}
