package org.genryu.results;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a case says about where its numbers come from.
///
/// @param sources the rows of sources.csv
/// @param assumptions rows that no source gives, each with its reason
/// @param unverified rows whose source is marked unverified
/// @param cited ids of the sources that a row cites
public record Evidence(
        List<Source> sources, List<Marked> assumptions, List<Marked> unverified, Map<RowId, List<String>> cited) {
    public static final Evidence NONE = new Evidence(List.of(), List.of(), List.of(), Map.of());

    public Evidence {
        sources = List.copyOf(sources);
        assumptions = List.copyOf(assumptions);
        unverified = List.copyOf(unverified);
        cited = Map.copyOf(cited);
    }

    /// A row of sources.csv.
    /// @param reliability of the source, A (best) to F (cannot be judged); empty if not given
    /// @param credibility of what it says, 1 (confirmed) to 6 (cannot be judged); empty if not given
    /// @param rows how many rows of the case cite it
    public record Source(
            String id,
            String title,
            String publisher,
            String date,
            String url,
            String reliability,
            String credibility,
            int rows) {}

    /// A row of the case that is marked, with the reason.
    public record Marked(RowId row, String note) {}

    /// Ids of the sources that a row of the case cites; none if it names none.
    public List<String> behind(String table, String id) {
        return cited.getOrDefault(new RowId(table, id), List.of());
    }

    /// How many of some rows are assumptions.
    public int assumed(Collection<RowId> rows) {
        return count(assumptions, rows);
    }

    /// How many of some rows are not verified.
    public int unverified(Collection<RowId> rows) {
        return count(unverified, rows);
    }

    /// The marks of some rows: assumptions first.
    public List<Marked> marks(Collection<RowId> rows) {
        Set<RowId> asked = new HashSet<>(rows);
        return Stream.concat(assumptions.stream(), unverified.stream())
                .filter(mark -> asked.contains(mark.row()))
                .toList();
    }

    private static int count(List<Marked> marks, Collection<RowId> rows) {
        Set<RowId> asked = new HashSet<>(rows);
        return (int) marks.stream()
                .map(Marked::row)
                .filter(asked::contains)
                .distinct()
                .count();
    }
}
