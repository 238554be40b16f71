package org.genryu.casefile;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genryu.casefile.form.RawCase;
import org.genryu.casefile.schema.CaseSchema;

/// A case as people write it, read and checked, but with nothing applied yet: what the workbench shows and edits and
/// what is written back. [org.genryu.casefile.resolve.CaseResolver] turns it into what the solver needs.
///
/// @param header what `case.yaml` says
/// @param tables every known table, also those that are not in the folder (they have no rows)
/// @param scenarios by id
/// @param raw what it was read from
/// @param sound whether it was free of errors; only then can it be resolved
public record CaseFile(
        CaseHeader header, Map<String, CaseTable> tables, Map<String, Scenario> scenarios, RawCase raw, boolean sound) {

    public CaseTable table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    /// Every label in force, that of the case and those of its rows, joined by ` + `; empty if there is none.
    /// Labels have no order here: whoever reads them all reads the strictest.
    public String label() {
        Set<String> rows = new TreeSet<>();
        raw.tables().values().forEach(table -> rows.addAll(table.words(CaseSchema.LABEL)));
        rows.remove(header.label());
        return Stream.concat(Stream.of(header.label()), rows.stream())
                .filter(label -> !label.isEmpty())
                .collect(Collectors.joining(" + "));
    }

    public Optional<Scenario> scenario(String id) {
        return Optional.ofNullable(scenarios.get(id));
    }
}
