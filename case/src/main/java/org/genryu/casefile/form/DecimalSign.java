package org.genryu.casefile.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema.Kind;
import org.genryu.casefile.schema.CaseSchema.TableSpec;
import org.genryu.casefile.schema.NameSpelling;
import org.genryu.core.Finding.Place;

/// Is the comma or the point the decimal sign of a table that is not separated by commas?
///
/// Spreadsheets separate cells by semicolons where the comma is the decimal sign; but nobody knows who wrote the file,
/// so only its numbers decide, all of them together: `1,5`, `0,125`, `1.234,5` and `1.234.567` can only have the comma,
/// `1.5`, `0.125`, `1,234.5` and `1,234,567` only the point, and `1.234` can have both. A file with numbers of both
/// kinds is refused, and so is one with doubtful numbers and no other: a number is never guessed.
final class DecimalSign {
    /// Digits with signs between them; two points are the sign of a range.
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d \u00A0\u202F'’]|[.,](?=\\d))*");
    private static final Pattern LIST = Pattern.compile("[a-z]+\\(.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private enum Sign {
        /// A whole number, or one without either sign.
        NONE,
        COMMA,
        POINT,
        EITHER
    }

    /// Where a number of a kind was seen first.
    private record Seen(int row, int column, String text) {}

    private final RawTable table;
    private final List<Integer> columns = new ArrayList<>();

    private DecimalSign(RawTable table, TableSpec spec) {
        this.table = table;
        for (int column = 0; column < table.width(); column++) {
            boolean number = NameSpelling.same(
                            table.head().get(column), spec.columns().keySet())
                    .map(same -> spec.get(same.name()).kind())
                    .filter(kind -> kind == Kind.NUMBER || kind == Kind.VALUE)
                    .isPresent();
            if (number) {
                columns.add(column);
            }
        }
    }

    /// The table with decimal points.
    static RawTable settle(RawTable table, TableSpec spec, CaseFindings faults) {
        return new DecimalSign(table, spec).settle(faults);
    }

    private RawTable settle(CaseFindings faults) {
        Optional<Seen> comma = first(Sign.COMMA);
        Optional<Seen> point = first(Sign.POINT);
        Optional<Seen> either = first(Sign.EITHER);
        if (comma.isPresent() && point.isPresent()) {
            Seen one = comma.get();
            faults.twoDecimalSigns(
                    place(point.get()),
                    one.text(),
                    table.line(one.row()),
                    point.get().text());
            return table;
        }
        if (comma.isPresent()) {
            faults.decimalCommas(place(comma.get()), comma.get().text());
            return rewritten(true);
        }
        if (point.isEmpty() && either.isPresent()) {
            String shown = either.get().text();
            faults.doubtfulSign(place(either.get()), shown, shown.replaceAll("[.,]", ""), shown.replace(',', '.'));
            return table;
        }
        return rewritten(false);
    }

    private Place place(Seen seen) {
        return new Place(table.file(), table.line(seen.row()), table.head().get(seen.column()));
    }

    private Optional<Seen> first(Sign sign) {
        for (int row = 0; row < table.rows(); row++) {
            for (int column : columns) {
                String cell = table.cell(row, column);
                if (isList(cell)) {
                    continue;
                }
                for (MatchResult number : NUMBER.matcher(cell).results().toList()) {
                    if (sign(number.group()) == sign) {
                        return Optional.of(new Seen(row, column, number.group().strip()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Numbers within brackets are separated by commas themselves, unless by semicolons.
    private static boolean isList(String cell) {
        return LIST.matcher(cell.strip()).matches() && !cell.contains(";");
    }

    private static Sign sign(String number) {
        String text = number.replaceAll("[ \u00A0\u202F'’]", "");
        int commas = (int) text.chars().filter(c -> c == ',').count();
        int points = (int) text.chars().filter(c -> c == '.').count();
        if (commas + points == 0) {
            return Sign.NONE;
        }
        if (commas > 0 && points > 0) {
            return text.lastIndexOf(',') > text.lastIndexOf('.') ? Sign.COMMA : Sign.POINT;
        }
        if (commas > 1 || points > 1) {
            return commas > 1 ? Sign.POINT : Sign.COMMA;
        }
        boolean group = text.matches("[1-9]\\d{0,2}[.,]\\d{3}");
        return group ? Sign.EITHER : commas == 1 ? Sign.COMMA : Sign.POINT;
    }

    private RawTable rewritten(boolean comma) {
        return table.with((_, column, cell) -> !columns.contains(column) || isList(cell)
                ? cell
                : NUMBER.matcher(cell).replaceAll(number -> plain(number.group(), comma)));
    }

    private static String plain(String number, boolean comma) {
        String end = number.substring(number.stripTrailing().length());
        String text = number.strip().replaceAll("(?<=\\d)[ \u00A0\u202F'’](?=\\d{3}(\\D|$))", "");
        return (comma ? text.replace(".", "").replace(',', '.') : text) + end;
    }
}
