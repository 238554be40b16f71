package org.genryu.web.http;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.genryu.core.Lang;
import org.genryu.results.CsvWriter;

/// In which form does a file leave, and where does its [Imprint] stand in it? There is no other way out: what has no
/// place for it is no export.
public sealed interface ExportForm {
    String TABLE = "text/csv; charset=utf-8";

    String type();

    byte[] bytes(Imprint imprint, Lang lang) throws IOException;

    /// Comma separated, for programs: lines that begin with `#` above the table.
    /// @param table with or without a byte order mark, which stays first
    record Csv(String table) implements ExportForm {
        private static final String MARK = "\uFEFF";

        @Override
        public String type() {
            return TABLE;
        }

        @Override
        public byte[] bytes(Imprint imprint, Lang lang) {
            String bare = table.replace(MARK, "");
            return ((table.startsWith(MARK) ? MARK : "") + imprint.comments(lang) + bare)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /// The same for a spreadsheet: rows above the table, and a byte order mark so that it reads Japanese.
    record ExcelCsv(String table) implements ExportForm {
        @Override
        public String type() {
            return TABLE;
        }

        @Override
        public byte[] bytes(Imprint imprint, Lang lang) {
            StringBuilder out = new StringBuilder(Csv.MARK);
            for (Imprint.Fact fact : imprint.facts()) {
                out.append(cell(fact.name().in(lang))).append(',');
                out.append(cell(fact.value().in(lang))).append("\r\n");
            }
            return out.append("\r\n")
                    .append(table.replace(Csv.MARK, ""))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }

        private static String cell(String text) {
            return new String(CsvWriter.text(text), StandardCharsets.UTF_8);
        }
    }

    /// One sheet: rows above the table, numbers as numbers.
    record Sheet(String table) implements ExportForm {
        private static final int LONGEST = 23;

        @Override
        public String type() {
            return CaseBook.XLSX;
        }

        @Override
        public byte[] bytes(Imprint imprint, Lang lang) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Workbook book = new Workbook(bytes, "Genryu", "1.0");
                    CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(table.replace(Csv.MARK, ""))) {
                Worksheet sheet = book.newWorksheet("Genryu");
                List<List<String>> rows = new ArrayList<>();
                imprint.facts()
                        .forEach(fact -> rows.add(
                                List.of(fact.name().in(lang), fact.value().in(lang))));
                rows.add(List.of());
                int first = rows.size();
                reader.forEach(record -> rows.add(record.getFields()));
                for (int r = 0; r < rows.size(); r++) {
                    for (int c = 0; c < rows.get(r).size(); c++) {
                        put(sheet, r, c, rows.get(r).get(c), r > first);
                    }
                }
                sheet.freezePane(0, first + 1);
            }
            return bytes.toByteArray();
        }

        /// A plain number stays one.
        private static void put(Worksheet sheet, int row, int column, String text, boolean table) {
            if (table && text.length() <= LONGEST && text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
                sheet.value(row, column, new BigDecimal(text));
            } else if (!text.isEmpty()) {
                sheet.value(row, column, text);
            }
        }
    }

    /// A workbook that is read again as it is; it was written with [Imprint#properties(Lang)].
    record CaseBook(byte[] workbook) implements ExportForm {
        private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

        @Override
        public String type() {
            return XLSX;
        }

        @Override
        public byte[] bytes(Imprint imprint, Lang lang) {
            return workbook;
        }
    }

    /// Files as one: `export.json` beside them.
    /// @param files by name, in their order
    record Zip(Map<String, ZippedFiles.Content> files) implements ExportForm {
        private static final String FILE = "export.json";

        @Override
        public String type() {
            return "application/zip";
        }

        @Override
        public byte[] bytes(Imprint imprint, Lang lang) {
            Map<String, ZippedFiles.Content> all = new LinkedHashMap<>(files);
            all.put(FILE, () -> (imprint.json() + "\n").getBytes(StandardCharsets.UTF_8));
            try {
                return ZippedFiles.of(all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// One object a line: the first is `{"export":{…}}`.
    record JsonLines(String lines) implements ExportForm {
        @Override
        public String type() {
            return "application/jsonl";
        }

        @Override
        public byte[] bytes(Imprint imprint, Lang lang) {
            return ("{\"export\":" + imprint.json() + "}\n" + lines).getBytes(StandardCharsets.UTF_8);
        }
    }
}
