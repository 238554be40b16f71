package org.genryu.casefile.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.NameSpelling;
import org.genryu.core.Deadline;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.number.ReadText;

/// Reads a case from a workbook: the same tables as the folder, one a sheet. Sheet `case` holds `case.yaml` by key
/// and value, sheets `scenarios` and `files` hold YAML line by line, sheet `index` names the table of each sheet;
/// every other sheet is a table. The places of findings are sheets and their rows: `case.xlsx#processes:12`.
///
/// Cells are taken as texts: numbers by their shortest decimal text, formulas by their last result (with a warning),
/// dates in ISO form (with a warning), spreadsheet errors not at all. The file is checked by [XlsxPackage] before
/// anything is parsed.
///
/// Size: the parts of the format are read in one pass and share its state.
public final class XlsxReader {
    static final String INDEX = "index";
    static final String CASE = "case";
    static final String SCENARIOS = "scenarios";
    static final String FILES = "files";
    private static final List<String> KINDS = List.of(INDEX, CASE, SCENARIOS, FILES);

    /// Cells of one table, blank ones counted: 200 MB of ends at most.
    private static final long CELLS = 50_000_000;

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/\\\\:*?\"<>|.][^\\p{Cntrl}/\\\\:*?\"<>|]{0,199}");

    private final String file;
    private final ReadLimits limits;
    private final CaseFindings all;
    private final XlsxFaults faults;
    private final XlsxCells cells;
    private final Map<String, String> tableOf = new HashMap<>();
    /// Sheets that are no tables and are there.
    private Set<String> kinds = Set.of();
    private TableShelf shelf = new TableShelf(List.of(), new CaseFindings());
    private final Map<String, String> scenarios = new TreeMap<>();
    private final Map<String, String> others = new TreeMap<>();
    private Optional<String> header = Optional.empty();
    private long characters;

    private XlsxReader(String file, ReadLimits limits, CaseFindings all) {
        this.file = file;
        this.limits = limits;
        this.all = all;
        this.faults = new XlsxFaults(all);
        this.cells = new XlsxCells(limits, faults);
    }

    /// The tables cell by cell, with what was found while reading them; nothing if the file was refused or has no
    /// sheet `case`.
    public static Outcome<RawCase> raw(Path path, ReadLimits limits) {
        CaseFindings all = new CaseFindings();
        String file = String.valueOf(path.getFileName());
        Optional<RawCase> raw = XlsxPackage.open(path, file, limits, all)
                .flatMap(bytes -> new XlsxReader(file, limits, all).workbook(bytes));
        return new Outcome<>(raw, all.all());
    }

    private Optional<RawCase> workbook(byte[] bytes) {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            List<Sheet> sheets = workbook.getSheets().toList();
            for (Sheet sheet : sheets) {
                if (kind(sheet).equals(INDEX)) {
                    each(sheet, new Index());
                }
            }
            kinds = sheets.stream().map(XlsxReader::kind).collect(java.util.stream.Collectors.toUnmodifiableSet());
            shelf = new TableShelf(
                    sheets.stream()
                            .filter(sheet -> kind(sheet).isEmpty())
                            .map(this::table)
                            .toList(),
                    all);
            for (Sheet sheet : sheets) {
                Deadline.present().check();
                sheet(sheet);
            }
        } catch (IOException | RuntimeException e) {
            faults.broken(Place.of(file)); // the parser tells of damage by many kinds of exceptions
            return Optional.empty();
        }
        if (header.isEmpty()) {
            faults.noCaseSheet(file);
            return Optional.empty();
        }
        String name = file.replaceFirst("\\.[^.]*$", "");
        return Optional.of(new RawCase(name, header.get(), shelf.tables(), scenarios, others));
    }

    private void sheet(Sheet sheet) throws IOException {
        if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
            faults.hidden(Place.of(place(sheet)));
        }
        switch (kind(sheet)) {
            case INDEX -> {
                // read first
            }
            case CASE -> {
                CaseSheet lines = new CaseSheet(sheet);
                each(sheet, lines);
                header = lines.yaml();
            }
            case SCENARIOS -> each(sheet, new Lines(sheet, "scenario", "", scenarios));
            case FILES -> each(sheet, new Lines(sheet, "file", "projects/", others));
            default -> {
                Tabular table = new Tabular(sheet, table(sheet));
                each(sheet, table);
                if (shelf.spec(table.name).isEmpty()
                        && NameSpelling.of(sheet.getName(), KINDS, kinds) instanceof NameSpelling.Near near) {
                    all.misspeltTable(place(sheet), sheet.getName(), near.cure());
                } else {
                    table.end();
                }
            }
        }
    }

    /// Which of the sheets that are no tables it is; empty for a table.
    private static String kind(Sheet sheet) {
        return NameSpelling.same(sheet.getName(), KINDS)
                .map(NameSpelling.Same::name)
                .orElse("");
    }

    /// Name of the table of a sheet, as written.
    private String table(Sheet sheet) {
        return tableOf.getOrDefault(sheet.getName(), sheet.getName());
    }

    private String place(Sheet sheet) {
        return file + "#" + sheet.getName();
    }

    /// Takes the rows of a sheet.
    private interface Rows {
        /// @param cells up to the last that is not blank
        /// @return whether to go on
        boolean row(int line, List<Cell> cells);
    }

    private void each(Sheet sheet, Rows into) throws IOException {
        int line = 0;
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> i = rows.iterator(); i.hasNext(); ) {
                Row row = i.next();
                line = Math.max(line + 1, row.getRowNum()); // rows need not say their number
                List<Cell> cells = new ArrayList<>();
                int last = 0;
                for (int c = 0; c < row.getCellCount(); c++) {
                    Cell cell = row.getCell(c);
                    cells.add(cell);
                    last = XlsxCells.isBlank(cell) ? last : c + 1;
                }
                if (!into.row(line, cells.subList(0, last))) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            faults.broken(
                    new Place(place(sheet), line + 1, "")); // the rest of this sheet is lost, the others are read on
        }
    }

    private String text(List<Cell> cells, int column, Place place) {
        return text(this.cells, cells, column, place);
    }

    private String text(XlsxCells reader, List<Cell> cells, int column, Place place) {
        String text = column >= 0 && column < cells.size() ? reader.text(cells.get(column), place) : "";
        characters += text.length();
        return text;
    }

    // ---------------------------------------------------------------- the kinds of sheets

    /// `index`: which table does a sheet hold?
    private final class Index implements Rows {
        private int sheet = -1;
        private int table = -1;

        @Override
        public boolean row(int line, List<Cell> cells) {
            List<String> texts = new ArrayList<>();
            for (int c = 0; c < cells.size(); c++) {
                texts.add(text(cells, c, new Place(file + "#" + INDEX, line, "")));
            }
            if (sheet < 0) {
                sheet = texts.indexOf("sheet");
                table = texts.indexOf("table");
            } else if (sheet < texts.size()
                    && table < texts.size()
                    && table >= 0
                    && !texts.get(table).isEmpty()) {
                tableOf.put(texts.get(sheet), texts.get(table));
            }
            return true;
        }
    }

    /// `case`: the lines of case.yaml, those of the form `key: value` in two cells.
    private final class CaseSheet implements Rows {
        private final String where;
        private final List<String> lines = new ArrayList<>();
        private boolean begun;

        CaseSheet(Sheet sheet) {
            this.where = place(sheet);
        }

        @Override
        public boolean row(int line, List<Cell> cells) {
            String key = text(cells, 0, new Place(where, line, "key"));
            String value = text(cells, 1, new Place(where, line, "value"));
            if (!begun) {
                begun = true;
                if (!NameSpelling.plain(key).equals("key")
                        || !NameSpelling.plain(value).equals("value")) {
                    faults.sheetHead(new Place(where, line, ""), "key, value");
                }
                return true;
            }
            while (lines.size() < line - 2 && lines.size() < 10_000) {
                lines.add("");
            }
            lines.add(key.isEmpty() ? value : value.isEmpty() ? key + ":" : key + ": " + value);
            return true;
        }

        Optional<String> yaml() {
            return begun ? Optional.of(String.join("\n", lines) + "\n") : Optional.empty();
        }
    }

    /// `scenarios` and `files`: texts line by line; rows with the same line number are one line in several cells.
    private final class Lines implements Rows {
        private final String where;
        private final String head;
        private final String folder;
        private final Map<String, String> into;
        private boolean begun;
        private String lastLine = "";

        Lines(Sheet sheet, String head, String folder, Map<String, String> into) {
            this.where = place(sheet);
            this.head = head;
            this.folder = folder;
            this.into = into;
        }

        @Override
        public boolean row(int line, List<Cell> cells) {
            String name = text(cells, 0, new Place(where, line, head));
            String number = text(cells, 1, new Place(where, line, "line"));
            String text = text(cells, 2, new Place(where, line, "text"));
            if (!begun) {
                begun = true;
                if (!NameSpelling.plain(name).equals(head)
                        || !NameSpelling.plain(text).equals("text")) {
                    faults.sheetHead(new Place(where, line, ""), head + ", line, text");
                    return false;
                }
                return true;
            }
            if (name.isEmpty() && text.isEmpty()) {
                return true;
            }
            String plain = name.startsWith(folder) ? name.substring(folder.length()) : "";
            if (!NAME.matcher(plain).matches()) {
                faults.unsafeName(where, ReadText.quotable(name));
                return true;
            }
            String before = into.getOrDefault(name, "");
            boolean goesOn = !before.isEmpty() && !number.isEmpty() && (name + ":" + number).equals(lastLine);
            into.put(name, (goesOn ? before.substring(0, before.length() - 1) : before) + text + "\n");
            lastLine = name + ":" + number;
            return enough(line, where);
        }
    }

    private boolean enough(int line, String where) {
        if (characters > limits.file()) {
            faults.tooMuch(new Place(where, line, ""));
            return false;
        }
        return true;
    }

    /// A table. What is wrong in it is told only if it turns out to be a table of a case.
    private final class Tabular implements Rows {
        private final String where;
        private final String name;
        private final CaseFindings own = new CaseFindings();
        private final XlsxFaults told = new XlsxFaults(own);
        private final XlsxCells reader = new XlsxCells(limits, told);
        private final List<String> early = new ArrayList<>();
        private Optional<RawTable.Builder> builder = Optional.empty();
        private List<String> head = List.of();

        Tabular(Sheet sheet, String name) {
            this.where = place(sheet);
            this.name = name;
        }

        @Override
        public boolean row(int line, List<Cell> cells) {
            if (cells.isEmpty()) {
                return true;
            }
            if (isComment(cells.getFirst())) {
                comment(line, cells);
                return enough(line, where);
            }
            if (builder.isEmpty()) {
                head(line, cells);
                return true;
            }
            RawTable.Builder into = builder.get();
            if ((long) (into.rows() + 1) * head.size() > CELLS) {
                told.tooMuch(new Place(where, line, ""));
                return false;
            }
            into.row(line);
            for (int c = 0; c < Math.min(cells.size(), head.size()); c++) {
                into.cell(text(reader, cells, c, new Place(where, line, head.get(c))));
            }
            into.endRow();
            int last = cells.size();
            while (last > head.size() && isBlank(cells, last - 1)) {
                last--;
            }
            if (last > head.size()) {
                told.longRow(new Place(where, line, ""), last, head.size());
            }
            return enough(line, where);
        }

        /// Whether the cell holds nothing but blanks.
        private static boolean isBlank(List<Cell> cells, int column) {
            Cell cell = cells.get(column);
            return XlsxCells.isBlank(cell)
                    || (cell.getType() == org.dhatim.fastexcel.reader.CellType.STRING
                            && RawTable.isBlank(
                                    cell.getText().toCharArray(),
                                    0,
                                    cell.getText().length()));
        }

        private static boolean isComment(@org.jspecify.annotations.Nullable Cell first) {
            return first != null && !XlsxCells.isBlank(first) && first.getText().startsWith("#");
        }

        private void comment(int line, List<Cell> cells) {
            List<String> texts = new ArrayList<>();
            for (int c = 0; c < cells.size(); c++) {
                String text = text(reader, cells, c, new Place(where, line, ""));
                if (c == 0 || !text.isEmpty()) {
                    texts.add(text);
                }
            }
            String text = String.join(", ", texts).substring(1);
            builder.ifPresentOrElse(b -> b.comment(b.rows(), text), () -> early.add(text));
        }

        private void head(int line, List<Cell> cells) {
            List<String> names = new ArrayList<>();
            for (int c = 0; c < cells.size(); c++) {
                char[] name = text(reader, cells, c, new Place(where, line, "")).toCharArray();
                names.add(RawTable.trimmed(name, 0, name.length));
            }
            if (names.stream().allMatch(String::isBlank)) {
                return;
            }
            if (TableShelf.isTitle(names, shelf.spec(name))) {
                String title = String.join("", names);
                own.title(new Place(where, line, ""), title);
                early.add(title);
                return;
            }
            head = names;
            RawTable.Builder made = new RawTable.Builder(where, name, names, line);
            early.forEach(text -> made.comment(-1, text));
            builder = Optional.of(made);
        }

        void end() {
            if (builder.isPresent() && !NAME.matcher(name).matches()) {
                faults.unsafeName(where, ReadText.quotable(name));
            } else if (builder.isPresent()) {
                shelf.put(where, name, builder.map(RawTable.Builder::build), own);
            }
        }
    }
}
