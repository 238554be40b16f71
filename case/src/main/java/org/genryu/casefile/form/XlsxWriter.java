package org.genryu.casefile.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.casefile.schema.CaseSchema.TableSpec;
import org.genryu.core.Finding.Place;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.disk.Draft;

/// Writes a case as a workbook, so that [XlsxReader] gives back the same texts cell by cell: sheet `index` first,
/// with the meaning of every sheet in both languages, then `case`, the tables in the order of the reference page,
/// `scenarios` and `files`. Choices and references get drop-down lists. The same case gives the same bytes.
///
/// Size: the parts of the format are written in one pass and share its state.
public final class XlsxWriter {
    private static final Pattern LINE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*):(?: (.*))?", Pattern.DOTALL);
    private static final Pattern CURRENCY = Pattern.compile("(?m)^currency: *([A-Z]{3})");
    private static final int SHEET_NAME = 31;
    private static final int WIDEST = 40;
    private static final String GREY = "F2F2F2";

    private final Workbook workbook;
    private final RawCase raw;
    private final XlsxFaults faults;
    private final Map<String, String> sheetOf;
    private final String currency;

    private XlsxWriter(Workbook workbook, RawCase raw, XlsxFaults faults) {
        this.workbook = workbook;
        this.raw = raw;
        this.faults = faults;
        this.sheetOf = sheets(raw);
        Matcher written = CURRENCY.matcher(raw.header());
        this.currency = written.find() ? written.group(1) : "{currency}";
    }

    /// Writes the case and puts it in place; the file appears whole or not at all.
    public static Outcome<Path> write(RawCase raw, Draft to) throws IOException {
        Outcome<byte[]> bytes = bytes(raw, Map.of());
        if (bytes.clean().isEmpty()) {
            return Outcome.failed(bytes.findings());
        }
        try (OutputStream file = to.open()) {
            file.write(bytes.clean().get());
        }
        to.commit();
        return Outcome.of(to.shown());
    }

    /// An empty workbook to start from: every table with its columns, and under each its meaning in both languages.
    ///
    /// @param id of the new case
    /// @param lang of the remarks in `case` and `scenarios`
    public static Outcome<Path> template(Draft to, String id, Lang lang) throws IOException {
        Map<String, String> texts = CaseTemplates.empty(id, lang);
        Map<String, RawTable> tables = new TreeMap<>();
        Map<String, String> scenarios = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (path.startsWith("scenarios/")) {
                scenarios.put(path.substring(10).replaceAll("\\.yaml$", ""), text);
            }
        });
        for (TableSpec spec : CaseSchema.current().tables().values()) {
            List<String> head = List.copyOf(spec.columns().keySet());
            tables.put(spec.name(), new RawTable.Builder(spec.name() + ".csv", spec.name(), head, 1).build());
        }
        return write(new RawCase(id, texts.getOrDefault("case.yaml", ""), tables, scenarios, Map.of()), to);
    }

    /// The workbook as bytes; nothing after findings if a table or cell is too large for a sheet.
    /// @param said about it, as properties of the document; no part of the case
    public static Outcome<byte[]> bytes(RawCase raw, Map<String, String> said) {
        CaseFindings all = new CaseFindings();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Genryu", "1.0")) {
            said.forEach(workbook.properties()::setTextProperty);
            new XlsxWriter(workbook, raw, new XlsxFaults(all)).sheets();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to be written
        }
        return all.errors() > 0 ? Outcome.failed(all.all()) : Outcome.of(XlsxPackage.settled(out.toByteArray()));
    }

    /// A workbook without the time at which it was made: the same content gives the same bytes.
    public static byte[] timeless(byte[] workbook) {
        return XlsxPackage.settled(workbook);
    }

    // ---------------------------------------------------------------- the sheets

    /// The name of each table's sheet: the table's own where a sheet can bear it.
    private static Map<String, String> sheets(RawCase raw) {
        Set<String> taken = new HashSet<>(
                Set.of(XlsxReader.INDEX, XlsxReader.CASE, XlsxReader.SCENARIOS, XlsxReader.FILES, "history"));
        Map<String, String> sheets = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(CaseSchema.current().tables().keySet());
        order.retainAll(raw.tables().keySet());
        raw.names().stream().filter(name -> !order.contains(name)).forEach(order::add);
        for (String table : order) {
            String safe = table.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", "_").replaceAll("^'|'$", "_");
            String base = safe.isBlank() ? "table" : safe.substring(0, Math.min(SHEET_NAME, safe.length()));
            String sheet = base;
            for (int i = 2; !taken.add(sheet.toLowerCase(Locale.ROOT)); i++) {
                String end = "-" + i;
                sheet = base.substring(0, Math.min(base.length(), SHEET_NAME - end.length())) + end;
            }
            sheets.put(table, sheet);
        }
        return sheets;
    }

    private void sheets() {
        index();
        header();
        sheetOf.forEach((table, sheet) ->
                table(java.util.Objects.requireNonNull(raw.tables().get(table)), sheet));
        if (!raw.scenarios().isEmpty()) {
            lines(XlsxReader.SCENARIOS, "scenario", raw.scenarios());
        }
        if (!raw.others().isEmpty()) {
            lines(XlsxReader.FILES, "file", raw.others());
        }
    }

    private void index() {
        Worksheet sheet =
                begin(XlsxReader.INDEX, List.of("sheet", "table", "meaning", "意味"), new int[] {20, 20, 70, 50});
        int row = 1;
        row = entry(
                sheet,
                row,
                XlsxReader.CASE,
                "",
                "what the case is about: currency, prices, periods (case.yaml)",
                "ケースの基本事項：通貨・価格年・期間（case.yaml）");
        for (Map.Entry<String, String> table : sheetOf.entrySet()) {
            Optional<TableSpec> spec = CaseSchema.current().table(table.getKey());
            String en = spec.map(s -> "one row is " + s.meaning().en())
                    .orElse("a table that this version does not know; it is kept");
            String ja = spec.map(s -> "一行が" + s.meaning().ja()).orElse("この版が知らない表（保持します）");
            row = entry(sheet, row, table.getValue(), table.getKey(), en, ja);
        }
        row = entry(
                sheet, row, XlsxReader.SCENARIOS, "", "scenarios/<id>.yaml line by line", "scenarios/<id>.yaml（一行ずつ）");
        row = entry(sheet, row, XlsxReader.FILES, "", "further files of the case line by line", "その他のファイル（一行ずつ）");
        entry(
                sheet,
                row + 1,
                "#",
                "",
                "A row that begins with # is a remark. A blank cell means: absent, the default applies.",
                "#で始まる行は注記です。空欄は「なし」で、既定値を使います。");
    }

    private static int entry(Worksheet sheet, int row, String name, String table, String en, String ja) {
        List<String> cells = List.of(name, table, en, ja);
        for (int c = 0; c < cells.size(); c++) {
            if (!cells.get(c).isEmpty()) {
                sheet.value(row, c, c == 0 && name.equals("#") ? name : XlsxText.write(cells.get(c)));
            }
        }
        return row + 1;
    }

    private void header() {
        Worksheet sheet = begin(XlsxReader.CASE, List.of("key", "value"), new int[] {20, 80});
        List<String> lines = linesOf(raw.header());
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            Optional<String> value = line.matches() ? Optional.ofNullable(line.group(2)) : Optional.empty();
            Place place = new Place("case.yaml", i + 1, "value");
            if (line.matches() && !value.map(String::isEmpty).orElse(false)) {
                put(sheet, i + 1, 0, line.group(1), place);
                put(sheet, i + 1, 1, value.orElse(""), place);
            } else {
                sheet.value(i + 1, 1, XlsxText.write(lines.get(i)));
            }
        }
    }

    /// The lines of a text; a text without a line end at its end gets one.
    private static List<String> linesOf(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    private void lines(String name, String head, Map<String, String> texts) {
        Worksheet sheet = begin(name, List.of(head, "line", "text"), new int[] {24, 8, 100});
        int row = 1;
        for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
            List<String> lines = linesOf(text.getValue());
            for (int i = 0; i < lines.size(); i++) {
                for (String piece : pieces(lines.get(i))) {
                    if (row >= XlsxPackage.ROWS) {
                        faults.tableTooBig(text.getKey(), lines.size(), XlsxPackage.ROWS);
                        return;
                    }
                    sheet.value(row, 0, XlsxText.write(text.getKey()));
                    sheet.value(row, 1, i + 1);
                    sheet.value(row, 2, XlsxText.write(piece));
                    row++;
                }
            }
        }
    }

    /// The line in parts that fit into a cell even if every character is written as a code.
    private static List<String> pieces(String line) {
        int most = XlsxText.LONGEST / 8;
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i == 0 || i < line.length(); i += most) {
            pieces.add(line.substring(i, Math.min(line.length(), i + most)));
        }
        return pieces;
    }

    private void table(RawTable table, String name) {
        int rows = table.rows() + table.comments().size() + 3;
        if (rows > XlsxPackage.ROWS) {
            faults.tableTooBig(table.name(), table.rows(), XlsxPackage.ROWS);
            return;
        }
        Optional<TableSpec> spec = CaseSchema.current().table(table.name());
        Worksheet sheet = workbook.newWorksheet(name);
        int row = comments(sheet, table, -1, 0);
        sheet.freezePane(0, row + 1);
        for (int c = 0; c < table.width(); c++) {
            put(sheet, row, c, table.head().get(c), new Place(table.file(), table.headLine(), ""));
            sheet.style(row, c).bold().fillColor(GREY).set();
            sheet.width(c, Math.clamp(table.head().get(c).length() + 4, 12, WIDEST));
            Optional<ColumnSpec> column = column(spec, table.head().get(c));
            if (column.isPresent()) {
                sheet.comment(row, c, meaning(column.get()).replace("{currency}", currency));
            }
        }
        int head = row;
        row++;
        if (table.rows() == 0 && table.comments().isEmpty() && spec.isPresent()) {
            meanings(sheet, table.head(), spec.get(), row);
            row++;
        }
        int first = row;
        boolean[] amounts = new boolean[table.width()];
        for (int c = 0; c < table.width(); c++) {
            amounts[c] = column(spec, table.head().get(c))
                    .filter(XlsxWriter::isAmount)
                    .isPresent();
        }
        for (int r = 0; r < table.rows(); r++) {
            row = comments(sheet, table, r, row);
            for (int c = 0; c < table.width(); c++) {
                String text = table.cell(r, c);
                put(
                        sheet,
                        row,
                        c,
                        text,
                        new Place(table.file(), table.line(r), table.head().get(c)));
                if (amounts[c] && XlsxText.isNumber(text)) {
                    sheet.style(row, c).format(format(text)).set();
                }
            }
            row++;
        }
        int last = comments(sheet, table, table.rows(), row);
        if (table.width() > 0) {
            sheet.setAutoFilter(head, 0, Math.max(head, last - 1), table.width() - 1);
        }
        spec.ifPresent(s -> lists(sheet, table.head(), s, first));
    }

    private static Optional<ColumnSpec> column(Optional<TableSpec> spec, String name) {
        return spec.flatMap(s -> s.column(name));
    }

    /// Whether the column holds amounts, which are shown with groups of three digits; years are not.
    private static boolean isAmount(ColumnSpec column) {
        return (column.kind() == CaseSchema.Kind.NUMBER || column.kind() == CaseSchema.Kind.VALUE)
                && !column.name().equals("year");
    }

    /// Shows every digit of the number that was written.
    private static String format(String number) {
        if (number.indexOf('E') >= 0) {
            return "General";
        }
        int point = number.indexOf('.');
        return point < 0 ? "#,##0" : "#,##0." + "0".repeat(number.length() - point - 1);
    }

    /// Writes the comments that stand above row `above`.
    private static int comments(Worksheet sheet, RawTable table, int above, int from) {
        int row = from;
        for (RawTable.Comment comment : table.comments()) {
            if (comment.row() == above) {
                sheet.value(row, 0, XlsxText.comment(comment.text()));
                sheet.style(row, 0).fontColor("808080").set();
                row++;
            }
        }
        return row;
    }

    /// Under each column of an empty table what it means.
    private static void meanings(Worksheet sheet, List<String> head, TableSpec spec, int row) {
        for (int c = 0; c < head.size(); c++) {
            String text = spec.column(head.get(c)).map(XlsxWriter::meaning).orElse("");
            sheet.value(row, c, c == 0 ? "# " + text : XlsxText.write(text));
            sheet.style(row, c)
                    .fontColor("808080")
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
    }

    /// What a column means in both languages, its unit or words, its default.
    private static String meaning(ColumnSpec column) {
        return column.meaning().ja() + CaseTemplates.detail(column, Lang.JA) + " / "
                + column.meaning().en() + CaseTemplates.detail(column, Lang.EN);
    }

    /// Drop-down lists for choices and references.
    private void lists(Worksheet sheet, List<String> head, TableSpec spec, int first) {
        for (int c = 0; c < head.size(); c++) {
            ColumnSpec column = spec.columns().get(head.get(c));
            if (column == null) {
                continue;
            }
            Optional<String> list = switch (column.kind()) {
                case CHOICE ->
                    Optional.of("\"" + String.join(",", column.target()) + "\"").filter(l -> l.length() <= 255);
                case REF ->
                    Optional.ofNullable(sheetOf.get(column.target().getFirst()))
                            .map(to -> "'" + to + "'!$A$2:$A$100000");
                case ID,
                        NAME,
                        REFS,
                        RECIPE,
                        GOODS,
                        TEXT,
                        WORD,
                        UNIT,
                        NUMBER,
                        PERIOD,
                        COUNTRY,
                        TABLE,
                        ROW,
                        SELECTOR,
                        COLUMN,
                        VALUE -> Optional.empty();
            };
            int at = c;
            list.ifPresent(formula -> sheet.range(first, at, 99_999, at)
                    .validateWithListByFormula(formula)
                    .allowBlank(true)
                    .errorStyle(DataValidationErrorStyle.WARNING)
                    .errorTitle(column.name())
                    .error(column.meaning().ja() + " / " + column.meaning().en()));
        }
    }

    private Worksheet begin(String name, List<String> head, int[] widths) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int c = 0; c < head.size(); c++) {
            sheet.value(0, c, head.get(c));
            sheet.style(0, c).bold().fillColor(GREY).set();
            sheet.width(c, widths[c]);
        }
        sheet.freezePane(0, 1);
        return sheet;
    }

    private void put(Worksheet sheet, int row, int column, String text, Place place) {
        if (text.isEmpty()) {
            return;
        }
        if (XlsxText.isNumber(text)) {
            sheet.value(row, column, new BigDecimal(text));
            return;
        }
        String written = XlsxText.write(text);
        if (written.length() > XlsxText.LONGEST) {
            faults.cellTooLong(place, text.length(), XlsxText.LONGEST);
            return;
        }
        sheet.value(row, column, written);
    }
}
