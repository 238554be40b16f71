package org.genryu.casefile.form;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema.TableSpec;
import org.genryu.casefile.schema.NameSpelling;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Deadline;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;
import org.genryu.core.number.UnsafeSigns;

/// CSV text into a raw table and back: RFC 4180 with `#` comment lines. Semicolons, tabs and vertical bars separate
/// cells too, if the head says so: of all separators it is the one by which the head names the most columns of the
/// table. A first line `sep=;`, as spreadsheets write it, decides.
///
/// A text cell that a spreadsheet would take for a formula ([UnsafeSigns#beginsFormula(char)], and it is no plain
/// number) is written with a `'` before it, and so is one in which nothing but `'` stands before such a character;
/// reading takes one `'` away again. So every text comes back.
public final class CsvText {
    private static final Map<Character, Text> SEPARATORS = Map.of(
            ';', new Text("semicolons", "セミコロン"), '\t', new Text("tabs", "タブ"), '|', new Text("vertical bars", "縦棒"));

    private CsvText() {}

    /// Reads what can be read; what cannot is told to `faults`.
    /// @param spec the table that it is, if it is one
    static Optional<RawTable> read(
            String file, String name, String text, Optional<TableSpec> spec, ReadLimits limits, CaseFindings faults) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String head = head(unmarked, spec);
        boolean said = saysSeparator(head);
        char separator = said ? head.charAt(4) : separator(head, spec);
        // the line that says so stays, as a comment, so that lines are counted right
        Handler handler = new Handler(file, name, separator, spec, limits, faults);
        Optional<RawTable> table = read(said ? "#" + unmarked : unmarked, separator, handler);
        if (separator == ',' || table.isEmpty()) {
            return table;
        }
        faults.separated(Place.of(file), SEPARATORS.getOrDefault(separator, Text.same("'" + separator + "'")));
        return table.map(t -> spec.isPresent() ? DecimalSign.settle(t, spec.get(), faults) : t);
    }

    /// The first line that is neither blank nor a comment nor a title.
    private static String head(String text, Optional<TableSpec> spec) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .filter(line -> !candidates(spec).stream().allMatch(c -> TableShelf.isTitle(cells(line, c), spec)))
                .findFirst()
                .orElse("");
    }

    /// A vertical bar separates only the columns of a table that is known.
    private static List<Character> candidates(Optional<TableSpec> spec) {
        return spec.isPresent() ? List.of(',', ';', '\t', '|') : List.of(',', ';', '\t');
    }

    private static boolean saysSeparator(String head) {
        return head.matches("(?i)sep=.");
    }

    private static char separator(String head, Optional<TableSpec> spec) {
        char best = ',';
        int most = -1;
        for (char candidate : candidates(spec)) {
            List<String> cells = cells(head, candidate);
            int known = (int) cells.stream()
                    .filter(cell -> spec.isPresent()
                            && NameSpelling.same(cell, spec.get().columns().keySet())
                                    .isPresent())
                    .count();
            int score = known * 1000 + Math.min(999, cells.size());
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /// The cells of a line without their quotes; what stands between quotes separates nothing.
    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static Optional<RawTable> read(String text, char separator, Handler handler) {
        try (CsvReader<Boolean> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.READ)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .build(handler, text)) {
            for (Boolean more : reader) {
                Deadline.present().check();
                if (!more) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            handler.faults.brokenCsv(new Place(handler.file, handler.line, ""));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return handler.finish();
    }

    /// The table as CSV text with these of its columns, in this order.
    public static String write(RawTable table, List<Integer> columns) {
        StringBuilder out = new StringBuilder(table.rows() * columns.size() * 8 + 256);
        int comment = comments(table, 0, -1, out);
        for (int i = 0; i < columns.size(); i++) {
            out.append(i == 0 ? "" : ",");
            name(out, table.head().get(columns.get(i)), columns.size() == 1);
        }
        out.append('\n');
        for (int row = 0; row < table.rows(); row++) {
            comment = comments(table, comment, row, out);
            for (int i = 0; i < columns.size(); i++) {
                out.append(i == 0 ? "" : ",");
                cell(out, table.cell(row, columns.get(i)), columns.size() == 1);
            }
            out.append('\n');
        }
        comments(table, comment, table.rows(), out);
        return out.toString();
    }

    /// Comments that stand above the row.
    private static int comments(RawTable table, int from, int row, StringBuilder out) {
        int i = from;
        while (i < table.comments().size() && table.comments().get(i).row() <= row) {
            out.append('#').append(table.comments().get(i).text()).append('\n');
            i++;
        }
        return i;
    }

    /// Whether a spreadsheet would calculate the cell, or reading would take a `'` away from it.
    private static boolean isDangerous(String cell) {
        char[] text = cell.toCharArray();
        return beginsFormula(text, 0, text.length)
                && (text[0] == '\'' || Double.isNaN(PlainNumbers.parse(text, 0, text.length)));
    }

    /// Whether the first character that is no `'` begins a formula.
    private static boolean beginsFormula(char[] text, int from, int length) {
        int i = from;
        while (i < from + length && text[i] == '\'') {
            i++;
        }
        return i < from + length && UnsafeSigns.beginsFormula(text[i]);
    }

    /// Appends the name of a column, quoted too where reading would take a part of it for what separates the cells.
    private static void name(StringBuilder out, String name, boolean only) {
        boolean separates = name.indexOf(';') >= 0 || name.indexOf('\t') >= 0 || saysSeparator(name);
        String safe = safe(name);
        append(out, safe, separates || needsQuotes(safe, only));
    }

    /// Appends a cell, quoted where needed and neutralised where a spreadsheet would calculate it.
    /// @param only whether the row has no other cell, so that an empty one needs quotes to be seen
    private static void cell(StringBuilder out, String cell, boolean only) {
        String safe = safe(cell);
        append(out, safe, needsQuotes(safe, only));
    }

    private static String safe(String cell) {
        return isDangerous(cell) ? "'" + cell : cell;
    }

    private static void append(StringBuilder out, String cell, boolean quoted) {
        if (quoted) {
            out.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            out.append(cell);
        }
    }

    private static boolean needsQuotes(String cell, boolean only) {
        if (cell.isEmpty()) {
            return only;
        }
        if (cell.charAt(0) == '#' || cell.charAt(0) <= ' ' || cell.charAt(cell.length() - 1) <= ' ') {
            return true;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private static final class Handler extends AbstractBaseCsvCallbackHandler<Boolean> {
        private final String file;
        private final String name;
        private final Optional<TableSpec> spec;
        private final String separator;
        private final ReadLimits limits;
        private final CaseFindings faults;
        private final List<String> head = new ArrayList<>();
        private final List<RawTable.Comment> early = new ArrayList<>();
        private Optional<RawTable.Builder> builder = Optional.empty();
        private int line = 1;
        private int width;
        private int fields;
        private boolean cells;

        Handler(
                String file,
                String name,
                char separator,
                Optional<TableSpec> spec,
                ReadLimits limits,
                CaseFindings faults) {
            this.spec = spec;
            this.file = file;
            this.name = name;
            this.separator = String.valueOf(separator);
            this.limits = limits;
            this.faults = faults;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = (int) startingLineNumber;
            fields = 0;
            cells = false;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            int from = offset;
            int size = length;
            if (size >= 2 && buffer[from] == '\'' && beginsFormula(buffer, from, size)) {
                from++;
                size--;
            }
            if (size > limits.cell()) {
                faults.longCell(new Place(file, line, index < head.size() ? head.get(index) : ""), size, limits.cell());
                size = 0;
            }
            boolean blank = RawTable.isBlank(buffer, from, from + size);
            fields = blank && index >= Math.max(width, 1) && builder.isPresent() ? fields : index + 1;
            if (builder.isEmpty()) {
                if (index < limits.columns()) {
                    head.add(RawTable.trimmed(buffer, from, from + size));
                }
                cells = true;
                return;
            }
            RawTable.Builder into = builder.get();
            if (!cells) {
                into.row(line);
                cells = true;
            }
            if (index < width) {
                into.cell(buffer, from, size);
            }
        }

        @Override
        protected void handleComment(char[] buffer, int offset, int length) {
            String text = withoutEnd(new String(buffer, offset, length));
            builder.ifPresentOrElse(b -> b.comment(b.rows(), text), () -> early.add(new RawTable.Comment(-1, text)));
        }

        /// A spreadsheet that saves a comment line fills it up with separators.
        private String withoutEnd(String comment) {
            String text = comment;
            while (text.endsWith(separator + separator)) {
                text = text.substring(0, text.length() - 1);
            }
            return text.endsWith(separator) && !text.equals(comment) ? text.substring(0, text.length() - 1) : text;
        }

        @Override
        protected Boolean buildRecord() {
            if (!cells) {
                return true;
            }
            if (builder.isEmpty()) {
                return begin();
            }
            RawTable.Builder into = builder.get();
            int before = into.rows();
            into.endRow();
            if (into.rows() < before) {
                return true; // nothing stands in it
            }
            if (fields > width) {
                faults.longRow(new Place(file, line, ""), fields, width);
            } else if (fields < width) {
                faults.shortRow(new Place(file, line, ""), fields, width);
            }
            if (into.rows() >= limits.rows()) {
                faults.tooManyRows(new Place(file, line, ""), limits.rows());
                return false;
            }
            return true;
        }

        private boolean begin() {
            if (head.stream().allMatch(String::isBlank)) {
                head.clear();
                return true; // an emptied row above the head
            }
            if (TableShelf.isTitle(head, spec)) {
                String title = String.join("", head);
                faults.title(new Place(file, line, ""), title);
                early.add(new RawTable.Comment(-1, title));
                head.clear();
                return true;
            }
            if (fields > limits.columns()) {
                faults.tooManyColumns(new Place(file, line, ""), fields, limits.columns());
            }
            width = head.size();
            RawTable.Builder made = new RawTable.Builder(file, name, head, line);
            early.forEach(c -> made.comment(c.row(), c.text()));
            builder = Optional.of(made);
            return true;
        }

        Optional<RawTable> finish() {
            builder.ifPresent(RawTable.Builder::dropOpenRow);
            return builder.map(RawTable.Builder::build);
        }
    }
}
