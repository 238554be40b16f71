package org.genryu.store.register;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.core.DataTable;
import org.genryu.core.Text;
import org.genryu.store.KeptChange.Deed;
import org.genryu.store.KeptChange.Draft;
import org.genryu.store.KeptChange.Reason;

/// The facts that come with the program, as the first changes of a register: the fact sheet of 28 October 2025, the
/// rounds of 2026, milestones and agreed actions, each with its source. They are tables beside this class.
public final class ShippedProgramme {
    /// When the tables were last read over; the same for everybody, so that every new register has the same hash.
    private static final String AT = "2026-06-30T00:00:00Z";

    private static final String WHO = "genryu";

    private ShippedProgramme() {}

    /// @param url several are joined by `;`
    /// @param note what kind of page it is
    public record Source(String id, String url, String note) {}

    /// What an entry would add in the built-in case.
    ///
    /// @param process empty if the case has none for it
    /// @param low per year, in `unit`
    public record Implied(String entry, String process, Optional<Yearly> capacity, String source, String note) {
        /// A range per year.
        public record Yearly(double low, double high, String unit) {}
    }

    /// Where the facts were read, by id.
    public static Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        rows("sources.csv")
                .forEach(row -> sources.put(
                        row.getField("source"),
                        new Source(row.getField("source"), row.getField("url"), row.getField("note"))));
        return sources;
    }

    public static List<Implied> implied() {
        return rows("implied.csv").stream()
                .map(row -> new Implied(
                        row.getField("entry"),
                        row.getField("process"),
                        Optional.of(row.getField("low"))
                                .filter(low -> !low.isEmpty())
                                .map(low -> new Implied.Yearly(
                                        Double.parseDouble(low),
                                        Double.parseDouble(row.getField("high")),
                                        row.getField("unit"))),
                        row.getField("source"),
                        row.getField("note")))
                .toList();
    }

    /// All changes in the order of the days on which things were told.
    public static List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>();
        rows("announcements.csv").forEach(row -> drafts.add(draft(row, announced(row))));
        Map<String, Integer> versions = new HashMap<>();
        rows("entries.csv").forEach(row -> drafts.add(draft(row, begun(row))));
        rows("milestones.csv").forEach(row -> drafts.add(draft(row, agreed(row))));
        drafts.forEach(one -> versions.put(one.deed().subject(), 1));
        for (String table : List.of("amounts.csv", "stages.csv")) {
            for (NamedCsvRecord row : rows(table)) {
                Draft next = draft(row, table.equals("amounts.csv") ? amount(row, versions) : stage(row, versions));
                versions.put(next.deed().subject(), next.deed().version());
                drafts.add(next);
            }
        }
        return drafts;
    }

    private static List<NamedCsvRecord> rows(String table) {
        return DataTable.rows(ShippedProgramme.class, table);
    }

    private static Draft draft(NamedCsvRecord row, Deed deed) {
        return new Draft(deed, new Reason(AT, WHO, "shipped facts", row.getField("source")));
    }

    private static Deed announced(NamedCsvRecord row) {
        return RegisterDeeds.announce(
                row.getField("announcement"),
                new TreeMap<>(Map.of(
                        "name_en", row.getField("name_en"),
                        "name_ja", row.getField("name_ja"),
                        "on", row.getField("on"))));
    }

    private static Deed begun(NamedCsvRecord row) {
        RegisterEntry.Frame frame = new RegisterEntry.Frame(
                DataTable.parts(row.getField("announcements")),
                filled(row, "part_of"),
                DataTable.parts(row.getField("maybe_same")));
        return RegisterDeeds.add(
                row.getField("entry"),
                new RegisterEntry.Facts(
                        new Text(row.getField("name_en"), row.getField("name_ja")),
                        row.getField("field"),
                        row.getField("partners"),
                        frame,
                        row.getField("note")),
                new RegisterEntry.Reached(
                        EntryStage.of(row.getField("stage")).orElseThrow(), LocalDate.parse(row.getField("on"))));
    }

    private static Deed agreed(NamedCsvRecord row) {
        return RegisterDeeds.agree(
                new RegisterMilestone(
                        row.getField("milestone"),
                        0,
                        new Text(row.getField("what_en"), row.getField("what_ja")),
                        row.getField("who"),
                        filled(row, "entry"),
                        new RegisterMilestone.Dates(
                                filled(row, "due").map(LocalDate::parse),
                                filled(row, "done").map(LocalDate::parse),
                                false)),
                row.getField("note"));
    }

    private static Deed amount(NamedCsvRecord row, Map<String, Integer> versions) {
        String subject = row.getField("subject");
        int seen = versions.getOrDefault(subject, 0);
        RegisterDeeds.Amounts amount = new RegisterDeeds.Amounts(
                RegisterAmount.Kind.of(row.getField("kind")).orElseThrow(),
                new MoneyRange(
                        filled(row, "low").map(Double::parseDouble).orElse(0.0),
                        filled(row, "high").map(Double::parseDouble).orElse(Double.POSITIVE_INFINITY),
                        row.getField("currency")),
                LocalDate.parse(row.getField("on")),
                RegisterAmount.Standing.of(row.getField("standing")).orElseThrow(),
                Optional.empty(),
                row.getField("note"));
        return RegisterDeeds.amount(subject, seen, amount);
    }

    private static Deed stage(NamedCsvRecord row, Map<String, Integer> versions) {
        String id = row.getField("entry");
        return RegisterDeeds.move(
                id,
                versions.getOrDefault(ProgrammeRegister.ENTRY + id, 0),
                new RegisterEntry.Reached(
                        EntryStage.of(row.getField("stage")).orElseThrow(), LocalDate.parse(row.getField("on"))));
    }

    private static Optional<String> filled(NamedCsvRecord row, String column) {
        return Optional.of(row.getField(column)).filter(cell -> !cell.isEmpty());
    }
}
