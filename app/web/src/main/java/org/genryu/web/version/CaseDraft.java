package org.genryu.web.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.form.CsvText;
import org.genryu.casefile.form.RawCase;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseSchema;

/// A case while edits are made in it: what it was, and what becomes of it as the texts of a folder.
final class CaseDraft {
    private static final String SCENARIOS = "scenarios/";
    private static final String ENDING = ".yaml";

    private final RawCase base;
    private final Map<String, TableDraft> tables = new TreeMap<>();
    private final SortedMap<String, String> files = new TreeMap<>();

    CaseDraft(CaseFile from) {
        this.base = from.raw();
        files.put(CaseSchema.HEADER, base.header());
        base.scenarios().forEach((id, text) -> files.put(SCENARIOS + id + ENDING, text));
        files.putAll(base.others());
    }

    /// The texts of a case as it was read.
    static SortedMap<String, String> texts(CaseFile file) {
        return new CaseDraft(file).texts();
    }

    /// Makes the edit; a clash leaves everything as it is.
    Optional<EditClash> apply(CaseEdit edit) {
        return switch (edit) {
            case CaseEdit.FileWritten file -> write(file);
            case CaseEdit.Cell cell -> table(cell.table()).apply(edit);
            case CaseEdit.RowAdded row -> table(row.table()).apply(edit);
            case CaseEdit.RowRemoved row -> table(row.table()).apply(edit);
        };
    }

    /// Whether it is as the edit would make it.
    boolean holds(CaseEdit edit) {
        return switch (edit) {
            case CaseEdit.FileWritten(String path, var _, Optional<String> after) ->
                Optional.ofNullable(files.get(path)).equals(after);
            case CaseEdit.Cell cell -> table(cell.table()).holds(edit);
            case CaseEdit.RowAdded row -> table(row.table()).holds(edit);
            case CaseEdit.RowRemoved row -> table(row.table()).holds(edit);
        };
    }

    /// The edit with the place at which it is made here, so that it can be taken back.
    CaseEdit exact(CaseEdit edit) {
        return switch (edit) {
            case CaseEdit.FileWritten _ -> edit;
            case CaseEdit.Cell _ -> edit;
            case CaseEdit.RowAdded row -> table(row.table()).exact(edit);
            case CaseEdit.RowRemoved row -> table(row.table()).exact(edit);
        };
    }

    private Optional<EditClash> write(CaseEdit.FileWritten edit) {
        Optional<String> is = Optional.ofNullable(files.get(edit.path()));
        if (!is.equals(edit.before())) {
            return Optional.of(new EditClash(edit, is));
        }
        edit.after().ifPresentOrElse(text -> files.put(edit.path(), text), () -> files.remove(edit.path()));
        return Optional.empty();
    }

    private TableDraft table(String name) {
        return tables.computeIfAbsent(
                name,
                _ -> new TableDraft(name, Optional.ofNullable(base.tables().get(name))));
    }

    /// The files of the folder by path.
    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>(files);
        base.tables().forEach((name, table) -> {
            if (!tables.containsKey(name) && table.width() > 0) {
                texts.put(name + ".csv", CsvText.write(table, all(table)));
            }
        });
        tables.forEach((name, table) -> table.text().ifPresent(text -> texts.put(name + ".csv", text)));
        return texts;
    }

    private static List<Integer> all(RawTable table) {
        List<Integer> all = new ArrayList<>();
        for (int column = 0; column < Objects.requireNonNull(table).width(); column++) {
            all.add(column);
        }
        return all;
    }
}
