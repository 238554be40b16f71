package org.genryu.casefile.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A case as it was written, in whatever form it came: the texts of its YAML files and its tables cell by cell. A
/// folder ([org.genryu.casefile.read.CaseReader#read]) and a workbook both turn into this, and it is checked in one
/// place ([org.genryu.casefile.read.CaseReader#check]).
///
/// @param name of the folder or workbook, for messages
/// @param header text of `case.yaml`
/// @param tables known and unknown ones, by name
/// @param scenarios texts of `scenarios/<id>.yaml`, by id
/// @param others texts of further files that belong to the case (such as `projects/<id>.yaml`), by path within the
/// folder; kept as they are
public record RawCase(
        String name,
        String header,
        Map<String, RawTable> tables,
        Map<String, String> scenarios,
        Map<String, String> others) {

    /// The same case in which one cell is written otherwise.
    public RawCase with(String table, int row, String column, String written) {
        Map<String, RawTable> others = new HashMap<>(tables);
        others.computeIfPresent(
                table,
                (_, raw) ->
                        raw.with((r, c, cell) -> r == row && raw.head().get(c).equals(column) ? written : cell));
        return new RawCase(name, header, others, scenarios, this.others);
    }

    /// Names of the tables in alphabetical order.
    public List<String> names() {
        return tables.keySet().stream().sorted().toList();
    }
}
