package org.genryu.casefile.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.genryu.core.Check;

/// A table as it was written, cell by cell: the one form that CSV files, sheets of a workbook and edit forms all turn
/// into, and from which all of them are written. Nothing is interpreted yet.
///
/// All characters stand in one array, cell (row, column) ending at `ends[row * width + column]`, so that 100,000 rows
/// cost a few megabytes and no string. Rows shorter than the head are filled with blank cells; longer ones are
/// reported and cut by the reader.
public final class RawTable {
    private final String file;
    private final String name;
    private final List<String> head;
    private final char[] chars;
    private final int[] ends;
    private final int[] lines;
    private final int headLine;
    private final List<Comment> comments;

    /// A line that starts with `#`.
    /// @param row number of rows that stand above it; -1 if it stands above the head
    /// @param text without the `#`
    public record Comment(int row, String text) {}

    private RawTable(Builder from) {
        this.file = from.file;
        this.name = from.name;
        this.head = List.copyOf(from.head);
        this.chars = Arrays.copyOf(from.chars, from.used);
        this.ends = Arrays.copyOf(from.ends, from.cells);
        this.lines = Arrays.copyOf(from.lines, from.rows);
        this.headLine = from.headLine;
        this.comments = List.copyOf(from.comments);
    }

    private RawTable(RawTable from, String name, List<String> head) {
        this.file = from.file;
        this.name = name;
        this.head = List.copyOf(head);
        this.chars = from.chars;
        this.ends = from.ends;
        this.lines = from.lines;
        this.headLine = from.headLine;
        this.comments = from.comments;
    }

    /// Where it was read, such as `processes.csv` or `case.xlsx#processes`.
    public String file() {
        return file;
    }

    /// Name of the table.
    public String name() {
        return name;
    }

    public List<String> head() {
        return head;
    }

    public List<Comment> comments() {
        return comments;
    }

    public int rows() {
        return lines.length;
    }

    public int width() {
        return head.size();
    }

    /// Line of the file on which the row starts; 1 is the first line.
    public int line(int row) {
        return lines[row];
    }

    /// Line of the file on which the column names stand.
    public int headLine() {
        return headLine;
    }

    /// The cell as it was written.
    public String cell(int row, int column) {
        int start = start(row, column);
        return new String(chars, start, end(row, column) - start);
    }

    public Optional<Integer> column(String name) {
        int i = head.indexOf(name);
        return i < 0 ? Optional.empty() : Optional.of(i);
    }

    /// What stands in a column, each text once, in alphabetical order; nothing if there is no such column.
    public SortedSet<String> words(String column) {
        SortedSet<String> words = new TreeSet<>();
        int at = head.indexOf(column);
        for (int row = 0; at >= 0 && row < rows(); row++) {
            if (!blank(row, at)) {
                words.add(cell(row, at).strip());
            }
        }
        return words;
    }

    public char[] chars() {
        return chars;
    }

    public int start(int row, int column) {
        int cell = row * head.size() + column;
        return cell == 0 ? 0 : ends[cell - 1];
    }

    public int end(int row, int column) {
        return ends[row * head.size() + column];
    }

    /// Whether the cell holds nothing but blanks.
    public boolean blank(int row, int column) {
        return isBlank(chars, start(row, column), end(row, column));
    }

    /// Whether the whole column holds nothing but blanks.
    boolean blank(int column) {
        for (int row = 0; row < rows(); row++) {
            if (!blank(row, column)) {
                return false;
            }
        }
        return true;
    }

    /// The cell without blanks around it.
    public String trimmed(int row, int column) {
        return trimmed(chars, start(row, column), end(row, column));
    }

    /// The characters from `from` until `until` without blanks around them.
    static String trimmed(char[] chars, int from, int until) {
        int start = from;
        int end = until;
        while (start < end && isBlank(chars[start])) {
            start++;
        }
        while (end > start && isBlank(chars[end - 1])) {
            end--;
        }
        return new String(chars, start, end - start);
    }

    /// Where the characters from `from` until `to` begin without blanks before them.
    public static int trimStart(char[] chars, int from, int to) {
        int i = from;
        while (i < to && isBlank(chars[i])) {
            i++;
        }
        return i;
    }

    /// Where they end without blanks behind them.
    public static int trimEnd(char[] chars, int from, int to) {
        int i = to;
        while (i > from && isBlank(chars[i - 1])) {
            i--;
        }
        return i;
    }

    static boolean isBlank(char[] chars, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isBlank(chars[i])) {
                return false;
            }
        }
        return true;
    }

    /// Blanks of every kind that people type or paste: control characters, no-break, figure, narrow, full-width and
    /// zero-width ones.
    static boolean isBlank(char c) {
        return c <= ' ' || (c > '~' && (Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF'));
    }

    /// The same table under another name, with these of its columns and these names on them.
    RawTable as(String name, List<String> head, List<Integer> columns) {
        if (columns.size() == width()) {
            return new RawTable(this, name, head);
        }
        return rebuilt(name, head, columns, (_, _, cell) -> cell);
    }

    /// What another cell stands in the place of each.
    interface Rewriting {
        String cell(int row, int column, String written);
    }

    /// The same table with other cells.
    RawTable with(Rewriting rewriting) {
        List<Integer> all = new ArrayList<>();
        for (int column = 0; column < width(); column++) {
            all.add(column);
        }
        return rebuilt(name, head, all, rewriting);
    }

    /// The same table without these rows.
    RawTable without(Set<Integer> dropped) {
        if (dropped.isEmpty()) {
            return this;
        }
        Builder made = new Builder(file, name, head, headLine);
        for (int row = 0; row < rows(); row++) {
            if (!dropped.contains(row)) {
                made.row(lines[row]);
                for (int column = 0; column < width(); column++) {
                    made.cell(cell(row, column));
                }
                made.endRow();
            }
        }
        comments.forEach(comment -> made.comment(comment.row(), comment.text()));
        return made.build();
    }

    private RawTable rebuilt(String name, List<String> head, List<Integer> columns, Rewriting rewriting) {
        Builder made = new Builder(file, name, head, headLine);
        for (int row = 0; row < rows(); row++) {
            made.row(lines[row]);
            for (int column : columns) {
                made.cell(rewriting.cell(row, column, cell(row, column)));
            }
            made.endRow();
        }
        comments.forEach(comment -> made.comment(comment.row(), comment.text()));
        return made.build();
    }

    /// Cells are added from left to right, rows from top to bottom.
    public static final class Builder {
        private final String file;
        private final String name;
        private final List<String> head;
        private final List<Comment> comments = new ArrayList<>();
        private final int headLine;
        private char[] chars = new char[1 << 12];
        private int used;
        private int[] ends = new int[1 << 9];
        private int cells;
        private int[] lines = new int[1 << 7];
        private int rows;

        /// @param headLine line on which the column names stand; 1 is the first
        public Builder(String file, String name, List<String> head, int headLine) {
            this.file = file;
            this.name = name;
            this.headLine = headLine;
            this.head = List.copyOf(head);
        }

        public void comment(int row, String text) {
            comments.add(new Comment(row, text));
        }

        public int rows() {
            return rows;
        }

        /// Starts a row that stands on the line.
        public void row(int line) {
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, rows * 2);
            }
            lines[rows++] = line;
        }

        public void cell(char[] from, int offset, int length) {
            if (used + length > chars.length) {
                chars = Arrays.copyOf(chars, Math.max(used + length, chars.length * 2));
            }
            if (length < 24) {
                for (int i = 0; i < length; i++) {
                    chars[used + i] = from[offset + i];
                }
            } else {
                System.arraycopy(from, offset, chars, used, length);
            }
            used += length;
            if (cells == ends.length) {
                ends = Arrays.copyOf(ends, cells * 2);
            }
            ends[cells++] = used;
        }

        public void cell(String text) {
            cell(text.toCharArray(), 0, text.length());
        }

        /// Fills the row that was begun with blank cells; a row of nothing but blanks is no row.
        public void endRow() {
            Check.that(cells <= rows * head.size(), "RawTable %s: row %s is wider than the head.", name, rows);
            int before = (rows - 1) * head.size();
            int start = before == 0 ? 0 : ends[before - 1];
            if (isBlank(chars, start, used)) {
                rows--;
                cells = before;
                used = start;
                return;
            }
            while (cells < rows * head.size()) {
                cell(chars, 0, 0);
            }
        }

        /// Forgets a row that was begun but not ended.
        void dropOpenRow() {
            if (cells < rows * head.size()) {
                rows--;
                cells = rows * head.size();
                used = cells == 0 ? 0 : ends[cells - 1];
            }
        }

        public RawTable build() {
            return new RawTable(this);
        }
    }
}
