package org.genryu.tools.cases.edition;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What does an edition of the Mineral Commodity Summaries of the U.S. Geological Survey print? Its file as it is
/// published: UTF-8 or windows-1252, one column a year (2025) or one row a year (2026), tonnes, kilograms or thousands
/// of tonnes, `W` for what is withheld, a dash for nothing, footnotes behind names, estimates marked in the head, in a
/// note or by an `e`.
///
/// @param id as in sources.csv, `usgs-mcs-2026`; an edition tells the two years before its own
/// @param charset that the file turned out to be in
/// @param figures of production, in the order of the file
record SurveyEdition(String id, Charset charset, List<Figure> figures) {
    /// @param printed what stands there
    /// @param tonnes empty where what stands there is no amount, or its unit is not known
    record Figure(
            String commodity,
            String statistic,
            String country,
            int year,
            String printed,
            Optional<Double> tonnes,
            boolean estimated,
            long line) {
        /// Whether it says that nothing is made.
        boolean isNil() {
            return printed.isEmpty()
                    || printed.matches("[-–—]+")
                    || tonnes.filter(t -> t == 0).isPresent();
        }

        boolean isWorld() {
            return country.toLowerCase(Locale.ROOT).startsWith("world total");
        }
    }

    private static final Charset OFFICE = Charset.forName("windows-1252");
    private static final Pattern YEAR_COLUMN = Pattern.compile("PROD_(EST_ ?)?(\\d{4})");
    private static final Pattern AMOUNT = Pattern.compile("(e ?)?(\\d[\\d,]*(?:\\.\\d+)?)");
    private static final Map<String, Double> TONNES =
            Map.of("metric tons", 1.0, "kilograms", 1e-3, "thousand metric tons", 1e3, "million metric tons", 1e6);

    static SurveyEdition read(Path file) throws IOException {
        return of(file.toString(), Files.readAllBytes(file));
    }

    static SurveyEdition of(String name, byte[] bytes) {
        Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : OFFICE;
        String text = new String(bytes, charset);
        List<NamedCsvRecord> rows = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text)
                .stream()
                .toList();
        List<String> head = rows.isEmpty() ? List.of() : rows.getFirst().getHeader();
        List<Figure> figures = new ArrayList<>();
        if (head.contains("Statistics_detail") && head.contains("Year")) {
            rows.forEach(row -> figures.addAll(byRow(row)));
        } else if (head.contains("COMMODITY") && head.stream().anyMatch(c -> year(c).isPresent())) {
            rows.forEach(row -> figures.addAll(byColumn(row)));
        } else {
            throw new IllegalArgumentException(name + ": no form of the survey's tables that is known; its head is "
                    + String.join(", ", head) + ".");
        }
        int last = figures.stream().mapToInt(Figure::year).max().orElse(0);
        return new SurveyEdition("usgs-mcs-" + (last + 1), charset, List.copyOf(figures));
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static Optional<Matcher> year(String column) {
        Matcher found = YEAR_COLUMN.matcher(column.strip());
        return found.matches() ? Optional.of(found) : Optional.empty();
    }

    /// The form of 2025: a row for each country, with a column a year.
    private static List<Figure> byColumn(NamedCsvRecord row) {
        List<Figure> found = new ArrayList<>();
        String notes = cell(row, "PROD_NOTES");
        for (String column : row.getHeader()) {
            year(column).ifPresent(is -> {
                String year = is.group(2);
                boolean estimated = is.group(1) != null
                        || cell(row, "TYPE").contains("estimated")
                        || (notes.matches("(?i)estimated( " + year + ")?[.,;]?.*") && !names(notes, year));
                found.add(figure(row, "TYPE", Integer.parseInt(year), cell(row, column), "UNIT_MEAS", estimated));
            });
        }
        return found;
    }

    /// Whether a note names years, and not this one.
    private static boolean names(String notes, String year) {
        return notes.matches("(?i)estimated \\d{4}.*") && !notes.contains(year);
    }

    /// The form of 2026: a row for each country and year.
    private static List<Figure> byRow(NamedCsvRecord row) {
        if (!cell(row, "Section").startsWith("World")
                || !cell(row, "Statistics").equals("Production")) {
            return List.of();
        }
        boolean estimated = cell(row, "Notes").startsWith("Estimated");
        int year = Integer.parseInt(cell(row, "Year"));
        return List.of(figure(row, "Statistics_detail", year, cell(row, "Value"), "Unit", estimated));
    }

    private static Figure figure(
            NamedCsvRecord row, String statistic, int year, String printed, String unit, boolean estimated) {
        boolean wide = row.getHeader().contains("COMMODITY");
        Matcher amount = AMOUNT.matcher(printed);
        boolean number = amount.matches();
        Optional<Double> tonnes = number
                ? Optional.ofNullable(TONNES.get(cell(row, unit)))
                        .map(factor ->
                                factor * Double.parseDouble(amount.group(2).replace(",", "")))
                : Optional.empty();
        return new Figure(
                cell(row, wide ? "COMMODITY" : "Commodity"),
                cell(row, statistic),
                cell(row, wide ? "COUNTRY" : "Country").replaceAll("\\s+\\d+$", ""), // a footnote
                year,
                printed,
                tonnes,
                estimated || (number && amount.group(1) != null),
                row.getStartingLineNumber());
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").replace('\u00a0', ' ').strip();
    }
}
