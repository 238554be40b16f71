package org.genryu.stress.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.Scenario;

/// What others have published for the same question, beside our own answer.
///
/// @param share whether it is a fraction of a year's value added; else it is an amount [currency]
/// @param low lowest that was published; empty if none was
/// @param high highest that was published; empty if none was
/// @param ours in the same measure, of the worst twelve months: what is published is of a year
/// @param source ids of the sources of the row
public record PublishedEstimate(
        String id,
        int place,
        boolean share,
        Optional<Double> low,
        double value,
        Optional<Double> high,
        double ours,
        String source) {

    /// Those of a scenario, in the order of the case.
    public static List<PublishedEstimate> of(CaseFile file, Scenario scenario, Damage damage) {
        CaseTable rows = file.table("estimates");
        List<PublishedEstimate> all = new ArrayList<>();
        for (int r = 0; r < rows.rows(); r++) {
            int place = rows.references("place")[r];
            if (!rows.words("scenario")[r].equals(scenario.id())) {
                continue;
            }
            boolean share = rows.words("measure")[r].equals("share");
            for (Damage.Country country : damage.countries()) {
                if (country.place() == place && (!share || country.year() > 0)) {
                    all.add(new PublishedEstimate(
                            rows.id(r),
                            place,
                            share,
                            number(rows, "low", r),
                            rows.numbers("value").values()[r],
                            number(rows, "high", r),
                            share ? country.share() : country.worstYear(),
                            rows.words("source")[r]));
                }
            }
        }
        return List.copyOf(all);
    }

    private static Optional<Double> number(CaseTable rows, String column, int row) {
        CaseTable.Column.Numbers numbers = rows.numbers(column);
        return numbers.given(row) ? Optional.of(numbers.values()[row]) : Optional.empty();
    }
}
