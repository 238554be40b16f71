package org.genryu.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.IdSyntax;
import org.genryu.casefile.schema.NameSpelling;
import org.genryu.core.Deadline;
import org.genryu.core.Finding.Place;

/// A raw table whose columns and ids have been found: what other tables need to know about it before any cell is read.
public final class IndexedTable {
    private final CaseSchema.TableSpec spec;
    private final RawTable raw;
    private final NameIndex names = new NameIndex();
    /// First row of each name.
    private int[] firstRow = new int[16];
    /// Rows by id where several columns name a row; filled when first asked for.
    private final Map<String, Integer> rows = new HashMap<>();

    public IndexedTable(CaseSchema.TableSpec spec, RawTable raw) {
        this.spec = spec;
        this.raw = raw;
    }

    public CaseSchema.TableSpec spec() {
        return spec;
    }

    public RawTable raw() {
        return raw;
    }

    /// Distinct names of the first key column.
    public NameIndex names() {
        return names;
    }

    /// Position of the column in the file, or -1.
    public int column(String name) {
        return raw.head().indexOf(name);
    }

    /// The cell without spaces around it; empty if the column is not there.
    public String text(int row, String column) {
        int at = column(column);
        return at < 0 ? "" : raw.trimmed(row, at);
    }

    public CaseFindings.Where where(int row, String column) {
        Place place = new Place(raw.file(), raw.line(row), column);
        return CaseFindings.Where.of(spec.thing(), CaseTable.id(spec, raw, row), place);
    }

    public boolean blank(int row, String column) {
        int at = column(column);
        return at < 0 || raw.blank(row, at);
    }

    /// Finds the names; tells of unknown, double and missing columns and of double and malformed ids.
    public void index(CaseFindings faults) {
        Deadline.present().check();
        checkHead(faults);
        if (spec.key().isEmpty() || column(spec.key().getFirst()) < 0) {
            return;
        }
        String key = spec.key().getFirst();
        boolean single = spec.key().size() == 1;
        CaseSchema.Kind kind = spec.get(key).kind();
        if (kind == CaseSchema.Kind.TABLE) {
            return;
        }
        int at = column(key);
        boolean own = kind == CaseSchema.Kind.ID || kind == CaseSchema.Kind.NAME;
        char[] chars = raw.chars();
        for (int row = 0; row < raw.rows(); row++) {
            int start = RawTable.trimStart(chars, raw.start(row, at), raw.end(row, at));
            int end = RawTable.trimEnd(chars, start, raw.end(row, at));
            if (start == end) {
                continue;
            }
            int before = names.size();
            int index = names.add(chars, start, end);
            if (names.size() > before) {
                if (index == firstRow.length) {
                    firstRow = Arrays.copyOf(firstRow, index * 2);
                }
                firstRow[index] = row;
                if (own) {
                    IdSyntax.checkId(names.name(index), spec, where(row, key), faults);
                }
            } else if (single) {
                faults.duplicate(where(row, key), raw.line(firstRow[index]));
            }
        }
        if (!single) {
            indexComposite(faults);
        }
    }

    private void indexComposite(CaseFindings faults) {
        for (int row = 0; row < raw.rows(); row++) {
            Integer first = rows.putIfAbsent(CaseTable.id(spec, raw, row), row);
            if (first != null) {
                faults.duplicate(where(row, spec.key().getLast()), raw.line(first));
            }
        }
    }

    /// Row of the id, or -1.
    public int row(char[] chars, int start, int end) {
        if (spec.key().size() == 1) {
            int name = names.find(chars, start, end);
            return name < 0 ? -1 : firstRow[name];
        }
        return rows.getOrDefault(new String(chars, start, end - start), -1);
    }

    public int row(String id) {
        return row(id.toCharArray(), 0, id.length());
    }

    public int rowOfName(int name) {
        return firstRow[name];
    }

    public List<String> ids() {
        return spec.key().size() == 1 ? names.all() : new ArrayList<>(rows.keySet());
    }

    private void checkHead(CaseFindings faults) {
        Place head = new Place(raw.file(), raw.headLine(), "");
        Set<String> there = Set.copyOf(raw.head());
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < raw.width(); i++) {
            String column = raw.head().get(i);
            Place place = new Place(raw.file(), raw.headLine(), column);
            if (column.isEmpty()) {
                faults.namelessColumn(head, i + 1);
            } else if (seen.contains(column)) {
                faults.duplicateColumn(place, column);
            } else {
                switch (NameSpelling.of(column, spec.meanings(), there)) {
                    case NameSpelling.Near near -> faults.misspeltColumn(place, column, near.cure());
                    case NameSpelling.Unlike() -> faults.unknownColumn(place, column);
                    case NameSpelling.Same _ -> {
                        // a column of the table
                    }
                }
            }
            seen.add(column);
        }
        for (CaseSchema.ColumnSpec column : spec.columns().values()) {
            if (column.required() && !seen.contains(column.name())) {
                faults.missingColumn(head, column.name());
            }
        }
    }
}
