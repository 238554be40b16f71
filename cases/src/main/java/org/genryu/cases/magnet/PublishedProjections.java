package org.genryu.cases.magnet;

import java.util.List;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;
import org.genryu.core.Check;

/// Published projections, read between their years on a straight line. Only ratios between years are used.
final class PublishedProjections {
    private final SourceTables tables;

    PublishedProjections(SourceTables tables) {
        this.tables = tables;
    }

    double at(String series, int year) {
        List<SourceRow> points = points(series);
        for (int i = 1; i < points.size(); i++) {
            double from = points.get(i - 1).number("year");
            double until = points.get(i).number("year");
            if (from <= year && year <= until) {
                double weight = (year - from) / (until - from);
                return (1 - weight) * points.get(i - 1).number("value")
                        + weight * points.get(i).number("value");
            }
        }
        throw new IllegalArgumentException("Projection '%s' does not reach %s.".formatted(series, year));
    }

    /// Value of the year over that of the base year.
    double ratio(String series, int year) {
        return at(series, year) / at(series, tables.year("first-year"));
    }

    String source(String series) {
        return points(series).getFirst().source();
    }

    private List<SourceRow> points(String series) {
        List<SourceRow> points = tables.table("projections").stream()
                .filter(row -> row.text("series").equals(series))
                .toList();
        Check.that(points.size() > 1, "Projection '%s' has %s points; it must have 2 or more.", series, points.size());
        return points;
    }
}
