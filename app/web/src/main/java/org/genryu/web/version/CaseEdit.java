package org.genryu.web.version;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One thing that somebody changes in a case. It says what stood there before: where something else stands by now, it
/// does not apply.
public sealed interface CaseEdit {
    /// The edit that takes it back.
    CaseEdit undone();

    /// What is changed, under which changes are counted in the store.
    String subject();

    /// A cell of a row that has an id and keeps it.
    ///
    /// @param row id of the row
    /// @param before as it was written; empty if nothing was
    record Cell(String table, String row, String column, String before, String after) implements CaseEdit {
        @Override
        public CaseEdit undone() {
            return new Cell(table, row, column, after, before);
        }

        @Override
        public String subject() {
            return table + "/" + row + "/" + column;
        }
    }

    /// @param at its place among the rows, 0 is the first
    /// @param cells by column, those that are not empty
    record RowAdded(String table, int at, SortedMap<String, String> cells) implements CaseEdit {
        public RowAdded {
            cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        }

        @Override
        public CaseEdit undone() {
            return new RowRemoved(table, at, cells);
        }

        @Override
        public String subject() {
            return table;
        }
    }

    /// @param at its place among the rows when it was seen; it is known by its cells
    record RowRemoved(String table, int at, SortedMap<String, String> cells) implements CaseEdit {
        public RowRemoved {
            cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        }

        @Override
        public CaseEdit undone() {
            return new RowAdded(table, at, cells);
        }

        @Override
        public String subject() {
            return table;
        }
    }

    /// A file of the case that is no table.
    ///
    /// @param path such as `case.yaml` or `scenarios/stop-2027.yaml`
    /// @param before its text; empty if there was no such file
    record FileWritten(String path, Optional<String> before, Optional<String> after) implements CaseEdit {
        @Override
        public CaseEdit undone() {
            return new FileWritten(path, after, before);
        }

        @Override
        public String subject() {
            return path;
        }
    }
}
