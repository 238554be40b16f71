package org.genryu.tools.cases.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;

/// `NewEdition TABLES REPORT [write] FILE…`: editions as they were published, oldest first. The report says what each
/// changes, what no longer fits and what stays an assumption; with `write` the tables are brought up to date too.
public final class NewEdition {
    private NewEdition() {}

    public static void main(String[] args) throws IOException {
        List<String> words = new ArrayList<>(List.of(args));
        Path folder = Path.of(words.removeFirst());
        Path report = Path.of(words.removeFirst());
        boolean write = words.remove("write");
        List<String> told = new ArrayList<>();
        Map<String, EditionTable> tables =
                review(folder, words.stream().map(Path::of).toList(), told);
        Files.write(report, told);
        if (write) {
            for (EditionTable table : tables.values()) {
                table.write();
            }
        }
    }

    /// The tables as they stand after these editions.
    static Map<String, EditionTable> review(Path folder, List<Path> editions, List<String> to) throws IOException {
        SourceTables sources = SourceTables.read(folder);
        Map<String, EditionTable> tables = new LinkedHashMap<>();
        for (SourceRow row : sources.table("edition_goods")) {
            if (!tables.containsKey(row.text("table"))) {
                tables.put(row.text("table"), EditionTable.read(folder.resolve(row.text("table") + ".csv")));
            }
        }
        for (Path file : editions) {
            SurveyEdition edition = SurveyEdition.read(file);
            EditionReview review = new EditionReview(sources, tables);
            review.meet(edition);
            to.add("%s, %s figures read as %s"
                    .formatted(edition.id(), edition.figures().size(), edition.charset()));
            to.add("  as before: " + review.same());
            print(review, to);
        }
        EditionReview rest = new EditionReview(sources, tables);
        rest.assumed();
        print(rest, to);
        return tables;
    }

    private static void print(EditionReview review, List<String> to) {
        for (EditionReview.Kind kind : EditionReview.Kind.values()) {
            List<EditionReview.Note> of =
                    review.notes().stream().filter(note -> note.kind() == kind).toList();
            if (!of.isEmpty()) {
                to.add("  %s: %s".formatted(words(kind), of.size()));
                of.forEach(note -> to.add("    " + note.text()));
            }
        }
    }

    private static String words(EditionReview.Kind kind) {
        return switch (kind) {
            case REVISED -> "revised";
            case NEW -> "new";
            case NO_AMOUNT -> "no amount";
            case NO_PLACE -> "no place";
            case GONE -> "not printed any more, taken out";
            case NOT_THE_SUM -> "does not add up";
            case ASSUMED -> "still an assumption";
        };
    }
}
