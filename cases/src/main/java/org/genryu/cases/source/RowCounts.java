package org.genryu.cases.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;

/// How many rows of a case rest on what kind of source? The table on the page about the case, between two marks.
public final class RowCounts {
    private static final String BEGIN = "<!-- rows: made by AllianceCase -->\n";
    private static final String END = "<!-- /rows -->";

    private RowCounts() {}

    /// The page with the table of this case between its marks.
    public static String into(String page, Map<String, String> files) {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, begin) + table(files) + page.substring(page.indexOf(END));
    }

    private static String table(Map<String, String> files) {
        StringBuilder table = new StringBuilder("""
                | table | rows | sources only | partly assumption | assumption only | partly from memory, unverified |
                | --- | --- | --- | --- | --- | --- |
                """);
        files.forEach((name, text) -> {
            if (name.endsWith(".csv") && !name.equals("sources.csv")) {
                table.append(line(name.replace(".csv", ""), text));
            }
        });
        return table.toString();
    }

    private static String line(String table, String text) {
        int[] count = new int[5];
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(text)) {
            List<String> sources = List.of(row.findField("source").orElse("").split(";"));
            boolean recalled = sources.contains("recalled-unverified");
            boolean assumed = sources.contains("assumption");
            count[0]++;
            count[1] += recalled || assumed ? 0 : 1;
            count[2] += !recalled && assumed && sources.size() > 1 ? 1 : 0;
            count[3] += !recalled && assumed && sources.size() == 1 ? 1 : 0;
            count[4] += recalled ? 1 : 0;
        }
        return "| %s | %s | %s | %s | %s | %s |%n"
                .replace("%n", "\n")
                .formatted(table, count[0], count[1], count[2], count[3], count[4]);
    }
}
