package org.genryu.stress.shelf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.Scenario;

/// The scenarios of a case with what each comes to, as far as that is known.
///
/// @param entries in the order in which they were asked for
public record Shelf(List<Entry> entries) {
    /// Of a case without scenarios, or where nobody asked.
    public static final Shelf NONE = new Shelf(List.of());

    public Shelf {
        entries = List.copyOf(entries);
    }

    /// @param row empty if the scenario was not gone through, or has no answer
    public record Entry(Scenario scenario, Optional<ShelfRow> row) {}

    /// Those that were gone through.
    public List<Entry> told() {
        return entries.stream().filter(entry -> entry.row().isPresent()).toList();
    }

    /// Whether all were gone through to their end.
    public boolean whole() {
        return entries.stream()
                .allMatch(entry -> entry.row().map(ShelfRow::whole).orElse(false));
    }

    /// In how many of them a use at home runs short.
    public long shorts() {
        return told().stream()
                .filter(entry -> entry.row().orElseThrow().shorts() > 0)
                .count();
    }

    /// Those that were gone through, the costliest at home first: what economies or users lose, whichever is more.
    public List<Entry> worstFirst() {
        return told().stream()
                .sorted(Comparator.comparingDouble(
                        (Entry entry) -> -entry.row().orElseThrow().impact()))
                .toList();
    }
}
