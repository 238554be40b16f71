package org.genryu.casefile.form;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dhatim.fastexcel.reader.Cell;
import org.genryu.core.Finding.Place;
import org.genryu.core.number.Literal;
import org.genryu.core.number.NumberText;
import org.genryu.core.number.ReadText;
import org.jspecify.annotations.Nullable;

/// What does a cell of a sheet mean as text? A number its shortest decimal text; a formula its last result, with a
/// warning; a date its ISO form, with a warning; a spreadsheet error nothing, with an error.
final class XlsxCells {
    /// The first day that spreadsheets cannot count: the year 10000.
    private static final double NO_DAY = 2_958_466;

    private final ReadLimits limits;
    private final XlsxFaults faults;

    XlsxCells(ReadLimits limits, XlsxFaults faults) {
        this.limits = limits;
        this.faults = faults;
    }

    /// Whether nothing stands in the cell.
    static boolean isBlank(@Nullable Cell cell) {
        if (cell == null) {
            return true;
        }
        return switch (cell.getType()) {
            case EMPTY -> true;
            case STRING, NUMBER, BOOLEAN, ERROR ->
                cell.getRawValue() == null || cell.getRawValue().isEmpty();
            case FORMULA -> false;
        };
    }

    /// What the cell means as text; blank after an error.
    String text(@Nullable Cell cell, Place place) {
        if (cell == null || isBlank(cell)) {
            return "";
        }
        String text = switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> XlsxText.read(cell.getText());
            case NUMBER -> number(cell, place);
            case BOOLEAN -> cell.getText().toLowerCase(java.util.Locale.ROOT);
            case ERROR -> {
                String raw = ReadText.quotable(String.valueOf(cell.getRawValue()));
                if (raw.startsWith("#")) {
                    faults.errorCell(place, raw);
                } else {
                    faults.badCell(place, raw);
                }
                yield "";
            }
            case FORMULA -> formula(cell, place);
        };
        if (text.length() > limits.cell()) {
            faults.badCell(place, ReadText.quotable(text));
            return "";
        }
        return text;
    }

    private String number(Cell cell, Place place) {
        OptionalDouble value = Literal.plain(cell.getRawValue().strip());
        if (value.isEmpty()) {
            faults.badCell(place, ReadText.quotable(cell.getRawValue()));
            return "";
        }
        if (isDate(cell) && value.getAsDouble() >= 0 && value.getAsDouble() < NO_DAY) {
            String date = date(cell.asDate());
            faults.dateCell(place, date);
            return date;
        }
        return NumberText.exact(value.getAsDouble());
    }

    private String formula(Cell cell, Place place) {
        String formula =
                ReadText.quotable(Optional.ofNullable(cell.getFormula()).orElse(""));
        String raw = Optional.ofNullable(cell.getRawValue()).orElse("");
        if (formula.contains("[") || formula.contains("|")) {
            faults.formulaOutside(place, formula);
            return "";
        }
        if (raw.startsWith("#")) {
            faults.errorCell(place, ReadText.quotable(raw));
            return "";
        }
        OptionalDouble number =
                cell.getValue() instanceof BigDecimal ? Literal.plain(raw.strip()) : OptionalDouble.empty();
        String value = number.isPresent() ? NumberText.exact(number.getAsDouble()) : XlsxText.read(raw);
        if (value.isEmpty()) {
            faults.formulaWithoutValue(place, formula);
        } else {
            faults.formula(place, formula, ReadText.quotable(value));
        }
        return value;
    }

    /// `2026-03` for the first of a month, else `2026-03-15`.
    private static String date(LocalDateTime date) {
        String day = date.toLocalDate().toString();
        return date.getDayOfMonth() == 1 ? day.substring(0, day.length() - 3) : day;
    }

    /// Whether the number format of the cell shows a date: one of the built-in formats, or one that spells a year,
    /// month or day.
    private static boolean isDate(Cell cell) {
        int id = Optional.ofNullable(cell.getDataFormatId()).orElse(0);
        if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
            return true;
        }
        String format = Optional.ofNullable(cell.getDataFormatString())
                .orElse("")
                .replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.", "");
        return id > 58 && format.matches("(?i).*[yd].*");
    }
}
