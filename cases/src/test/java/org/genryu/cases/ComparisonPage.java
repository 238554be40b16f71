package org.genryu.cases;

import java.util.Locale;
import java.util.Map;
import org.genryu.balance.explain.PublishedComparison;
import org.genryu.balance.explain.PublishedComparison.Status;

/// The comparison of a base year with published figures, as the page about the case prints it between two marks.
final class ComparisonPage {
    private static final String BEGIN = "<!-- comparison: printed by AllianceBalanceTest -->\n";
    private static final String END = "<!-- /comparison -->";

    private ComparisonPage() {}

    /// @param rows rows of references.csv by id, for their notes
    static String into(String page, PublishedComparison comparison, Map<String, Map<String, String>> rows) {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, begin) + block(comparison, rows) + page.substring(page.indexOf(END));
    }

    private static String block(PublishedComparison comparison, Map<String, Map<String, String>> rows) {
        StringBuilder text = new StringBuilder();
        text.append("Figures that the case was made from (production of countries, prices, known trade): ")
                .append(count(comparison, true))
                .append(". Figures that were not used: ")
                .append(count(comparison, false))
                .append(
                        ".\n\n| figure | year | published | base year | difference | |\n| --- | --- | --- | --- | --- | --- |\n");
        for (PublishedComparison.Row row : comparison.rows()) {
            if (!row.figure().fitted()) {
                text.append(line(row, rows.getOrDefault(row.figure().id(), Map.of())));
            }
        }
        return text.append("\n").toString();
    }

    private static String count(PublishedComparison comparison, boolean fitted) {
        return "%d inside their tolerance, %d outside"
                .formatted(comparison.count(Status.INSIDE, fitted), comparison.count(Status.OUTSIDE, fitted));
    }

    private static String line(PublishedComparison.Row row, Map<String, String> written) {
        boolean share = row.unit().equals("fraction");
        double difference = row.difference().orElseThrow();
        return "| %s | %d | %s | %s | %s | %s |\n"
                .formatted(
                        name(written),
                        row.figure().year(),
                        number(row.figure().value(), share),
                        number(row.computed().orElseThrow(), share),
                        String.format(Locale.ROOT, share ? "%+.1f points" : "%+.1f %%", 100 * difference),
                        row.status() == Status.INSIDE ? "inside" : "**outside**");
    }

    private static String number(double value, boolean share) {
        return share
                ? String.format(Locale.ROOT, "%.1f %%", 100 * value)
                : String.format(Locale.ROOT, "%,.0f t", value);
    }

    private static String name(Map<String, String> written) {
        String from = written.getOrDefault("from", "");
        String place = written.getOrDefault("place", "");
        String note = written.getOrDefault("note", "");
        String where = (from.isEmpty() ? "" : from + " → ") + (place.isEmpty() ? "world" : place);
        return "`%s` (%s)%s".formatted(written.getOrDefault("reference", ""), where, note.isEmpty() ? "" : ": " + note);
    }
}
