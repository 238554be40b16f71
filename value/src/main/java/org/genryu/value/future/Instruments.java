package org.genryu.value.future;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import org.genryu.core.DataTable;
import org.genryu.core.Text;

/// The public instruments that exist: who gives what, on which published terms, since when, by which source. Read from
/// `instruments.csv` beside this class; `terms` are the keys of a support in a term sheet, ready to be copied.
public final class Instruments {
    private Instruments() {}

    /// @param id such as `jogmec-guarantee`
    /// @param kind of support in a term sheet: guarantee, floor, …
    /// @param terms as they stand in a term sheet
    /// @param since date of the terms, such as `2022-04`; empty if the source does not say it
    /// @param until end of the contract, empty if there is none
    /// @param certain whether the terms were read at their source; else from memory and not verified
    public record Instrument(
            String id,
            String giver,
            String kind,
            Text name,
            String terms,
            String since,
            String until,
            String source,
            String url,
            boolean certain) {
        /// The line of a term sheet, to be completed where it holds `…`.
        public String line() {
            return "- " + kind + ": {giver: " + giver + ", " + terms + "}";
        }
    }

    /// All of them, in the order of the file.
    public static List<Instrument> all() {
        return DataTable.rows(Instruments.class, "instruments.csv").stream()
                .map(Instruments::instrument)
                .toList();
    }

    public static Optional<Instrument> of(String id) {
        return all().stream().filter(i -> i.id.equals(id)).findFirst();
    }

    private static Instrument instrument(NamedCsvRecord row) {
        return new Instrument(
                row.getField("id"),
                row.getField("giver"),
                row.getField("kind"),
                new Text(row.getField("name_en"), row.getField("name_ja")),
                row.getField("terms"),
                row.getField("since"),
                row.getField("until"),
                row.getField("source"),
                row.getField("url"),
                row.getField("certain").equals("yes"));
    }
}
