package org.genryu.stress.month;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.resolve.UncertainCell;
import org.genryu.core.DataTable;
import org.genryu.core.number.Amount;
import org.genryu.stress.month.ShortRun.Word;

/// Which of the numbers that say how fast things answer are not sure, and how far may they lie apart?
///
/// A cell of the case's table `responses` that was written with a range, and the built-in rows as far as
/// `response-ranges.csv` gives them one.
public final class ResponseRanges {
    private static final String TABLE = "responses";

    private ResponseRanges() {}

    /// Those that the months of a case rest on, each once.
    /// @param fitted whether its base year was fitted, so that the built-in rows hold
    public static List<UncertainCell> of(CaseFile file, boolean fitted) {
        List<UncertainCell> cells = new ArrayList<>();
        CaseTable own = file.table(TABLE);
        for (int r = 0; r < own.rows(); r++) {
            for (Word word : Word.values()) {
                cell(own, r, word).ifPresent(cells::add);
            }
        }
        if (fitted) {
            cells.addAll(builtIn().values());
        }
        return cells;
    }

    /// A cell of the case that was written with a range.
    static Optional<UncertainCell> cell(CaseTable own, int row, Word word) {
        return Optional.ofNullable(own.numbers(word.column()).ranges().get(row))
                .map(amount -> new UncertainCell(TABLE, own.id(row), word.column(), amount));
    }

    /// A number of a built-in row that has a range, by [#key(String, String, String)].
    static Map<String, UncertainCell> builtIn() {
        Map<String, UncertainCell> cells = new TreeMap<>();
        for (NamedCsvRecord row : DataTable.rows(ShortRun.class, "response-ranges.csv")) {
            String subject = row.getField("subject");
            String stage = row.getField("stage");
            double low = Double.parseDouble(row.getField("low"));
            double high = Double.parseDouble(row.getField("high"));
            String mode = row.getField("mode");
            Amount amount = mode.isEmpty()
                    ? new Amount.Uniform(low, high)
                    : new Amount.Triangular(low, Double.parseDouble(mode), high);
            cells.put(
                    key(subject, stage, row.getField("column")),
                    new UncertainCell(
                            TABLE, stage.isEmpty() ? subject : subject + " " + stage, row.getField("column"), amount));
        }
        return cells;
    }

    static String key(String subject, String stage, String column) {
        return subject + "/" + stage + "/" + column;
    }
}
