package org.genryu.evidence.claim;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.genryu.core.DataTable;

/// How reliable is a source, by the letters of the Admiralty code (A to E)? A table of ours gives one to publishers
/// that are known; all others are F, which says that it is not known and is no low grade. The letter is one of the
/// source, never of what it says.
public final class SourceGrades {
    /// Not known.
    public static final String UNKNOWN = "F";

    private record Graded(String words, String grade) {}

    private static final List<Graded> OWN = own();

    private SourceGrades() {}

    private static List<Graded> own() {
        List<Graded> graded = new ArrayList<>();
        for (NamedCsvRecord row : DataTable.rows(SourceGrades.class, "grades.csv")) {
            DataTable.parts(row.getField("words"))
                    .forEach(words -> graded.add(new Graded(words.toLowerCase(Locale.ROOT), row.getField("grade"))));
        }
        return List.copyOf(graded);
    }

    /// The letter of a publisher; that of the longest name in it that is known.
    public static String of(String publisher) {
        String folded = publisher.toLowerCase(Locale.ROOT);
        String grade = UNKNOWN;
        int longest = 0;
        for (Graded one : OWN) {
            if (one.words().length() > longest && holds(folded, one.words())) {
                longest = one.words().length();
                grade = one.grade();
            }
        }
        return grade;
    }

    private static boolean holds(String text, String words) {
        int at = text.indexOf(words);
        if (at < 0 || words.charAt(0) > 0x250) {
            return at >= 0;
        }
        int end = at + words.length();
        return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
