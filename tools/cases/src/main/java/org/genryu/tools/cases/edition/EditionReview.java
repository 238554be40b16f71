package org.genryu.tools.cases.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genryu.tools.cases.edition.SurveyEdition.Figure;
import org.genryu.tools.cases.table.SourceCaseTable;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;

/// What comes of it when the figures of an edition meet the tables that hold those of the editions before: revised,
/// new, and what does not fit and stays for people to decide. A figure never replaces one of a newer edition.
///
/// `edition_goods` says which table and mineral a printed commodity belongs to, `edition_names` what a country is
/// called there.
final class EditionReview {
    /// What was found of one figure.
    enum Kind {
        /// The table had another amount.
        REVISED,
        /// The table had no such year.
        NEW,
        /// Withheld, or no amount that can be read: the table keeps what it has.
        NO_AMOUNT,
        /// A country without a place in the table.
        NO_PLACE,
        /// An older edition printed it, and this one does not any more: taken out of the table.
        GONE,
        /// The countries do not add up to the world that is printed.
        NOT_THE_SUM,
        /// A row of the mineral that no edition stands behind.
        ASSUMED
    }

    /// @param text what and where, with the amounts [t]
    record Note(Kind kind, String text) {}

    /// Part of the world by which rounded countries may miss it.
    private static final double ROUNDING = 0.03;

    private final Map<String, EditionTable> tables;
    private final List<SourceRow> goods;
    private final Map<String, String> names = new HashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private int same;

    /// @param tables that are to be brought up to date, by name
    EditionReview(SourceTables sources, Map<String, EditionTable> tables) {
        this.tables = tables;
        this.goods = sources.table("edition_goods");
        sources.table("edition_names").forEach(row -> names.put(row.text("printed"), row.text("country")));
    }

    List<Note> notes() {
        return notes;
    }

    /// Figures that the tables held already.
    int same() {
        return same;
    }

    /// Brings the tables up to an edition.
    void meet(SurveyEdition edition) {
        for (SourceRow good : goods) {
            EditionTable table = Optional.ofNullable(tables.get(good.text("table")))
                    .orElseThrow(() -> new IllegalArgumentException(good.where() + ": no such table."));
            List<Figure> figures = edition.figures().stream()
                    .filter(figure -> figure.commodity().equalsIgnoreCase(good.text("commodity"))
                            && figure.statistic().startsWith(good.text("statistic")))
                    .toList();
            String mineral = good.text("mineral");
            figures.forEach(figure -> meet(edition, table, mineral, figure));
            gone(edition, table, mineral, figures);
            sums(mineral, figures);
        }
    }

    /// What no edition stands behind, once all were met.
    void assumed() {
        tables.values()
                .forEach(table -> table.rows().stream()
                        .filter(row -> EditionTable.cell(row, "source").contains("assumption"))
                        .forEach(row -> notes.add(new Note(
                                Kind.ASSUMED,
                                "%s, %s, %s: %s t (%s)"
                                        .formatted(
                                                EditionTable.cell(row, "mineral"),
                                                EditionTable.cell(row, "country"),
                                                EditionTable.cell(row, "year"),
                                                EditionTable.cell(row, "tonnes"),
                                                table.name())))));
    }

    private String country(Figure figure) {
        return figure.isWorld() ? "World total" : names.getOrDefault(figure.country(), figure.country());
    }

    private void meet(SurveyEdition edition, EditionTable table, String mineral, Figure figure) {
        String country = country(figure);
        String about = "%s, %s, %s".formatted(mineral, country, figure.year());
        Optional<Map<String, String>> held = table.find(mineral, country, figure.year());
        boolean overtaken = table.of(mineral).stream()
                .anyMatch(row -> EditionTable.cell(row, "year").equals(Integer.toString(figure.year()))
                        && isSurvey(row)
                        && EditionTable.cell(row, "source").compareTo(edition.id()) > 0);
        if (overtaken || (figure.isNil() && held.isEmpty())) {
            return;
        }
        if (figure.tonnes().isEmpty()) {
            notes.add(new Note(
                    Kind.NO_AMOUNT,
                    "%s: '%s' is printed (line %s)%s"
                            .formatted(
                                    about,
                                    figure.printed(),
                                    figure.line(),
                                    held.map(row -> "; the table keeps %s t of %s"
                                                    .formatted(
                                                            EditionTable.cell(row, "tonnes"),
                                                            EditionTable.cell(row, "source")))
                                            .orElse(""))));
            return;
        }
        double tonnes = figure.tonnes().get();
        if (held.isEmpty()) {
            table.newest(mineral, country)
                    .ifPresentOrElse(
                            like -> {
                                table.add(like, figure, tonnes, edition.id());
                                notes.add(new Note(Kind.NEW, "%s: %s t".formatted(about, plain(tonnes))));
                            },
                            () -> notes.add(new Note(
                                    Kind.NO_PLACE,
                                    "%s: %s t; no row of the table says where the country is counted"
                                            .formatted(about, plain(tonnes)))));
            return;
        }
        Map<String, String> row = held.get();
        String before = EditionTable.cell(row, "tonnes");
        String source = EditionTable.cell(row, "source");
        if (Double.parseDouble(before) != tonnes) {
            notes.add(new Note(
                    Kind.REVISED, "%s: %s t, after %s t of %s".formatted(about, plain(tonnes), before, source)));
            table.put(row, figure, tonnes, edition.id());
        } else {
            same++;
            row.put("source", edition.id());
        }
    }

    /// A year of an edition is whole: who stood in an older one and is not printed any more counts with others now.
    private void gone(SurveyEdition edition, EditionTable table, String mineral, List<Figure> figures) {
        for (Map<String, String> row : table.of(mineral)) {
            String year = EditionTable.cell(row, "year");
            String country = EditionTable.cell(row, "country");
            String source = EditionTable.cell(row, "source");
            List<Figure> ofYear = figures.stream()
                    .filter(figure -> year.equals(Integer.toString(figure.year())))
                    .toList();
            boolean printed = ofYear.stream().anyMatch(figure -> country(figure).equalsIgnoreCase(country));
            if (!ofYear.isEmpty() && !printed && isSurvey(row) && source.compareTo(edition.id()) < 0) {
                table.remove(row);
                notes.add(new Note(
                        Kind.GONE,
                        "%s, %s, %s: %s t of %s"
                                .formatted(mineral, country, year, EditionTable.cell(row, "tonnes"), source)));
            }
        }
    }

    private static boolean isSurvey(Map<String, String> row) {
        return EditionTable.cell(row, "source").matches("usgs-mcs-\\d+");
    }

    private void sums(String mineral, List<Figure> figures) {
        for (int year : figures.stream().map(Figure::year).distinct().toList()) {
            double world = 0;
            double sum = 0;
            for (Figure figure : figures) {
                double tonnes = figure.year() == year ? figure.tonnes().orElse(0.0) : 0;
                world += figure.isWorld() ? tonnes : 0;
                sum += figure.isWorld() ? 0 : tonnes;
            }
            if (world > 0 && Math.abs(sum / world - 1) > ROUNDING) {
                notes.add(new Note(
                        Kind.NOT_THE_SUM,
                        String.format(
                                Locale.ROOT,
                                "%s, %s: the countries make %s t, the world is printed as %s t (%+.1f %%)",
                                mineral,
                                year,
                                plain(sum),
                                plain(world),
                                (sum / world - 1) * 100)));
            }
        }
    }

    private static String plain(double tonnes) {
        return SourceCaseTable.plain(tonnes);
    }
}
