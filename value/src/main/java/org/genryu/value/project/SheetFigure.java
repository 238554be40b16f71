package org.genryu.value.project;

import java.util.Optional;
import org.genryu.core.Explanation;
import org.genryu.core.Text;
import org.genryu.core.number.Amount;

/// A number of a term sheet with its story: where it stands, as what it was written, and whose number it is.
///
/// @param amount in `unit`
/// @param unit such as `USD/yr`; `1` or `fraction` for a pure number
public record SheetFigure(Amount amount, String unit, Origin origin) {
    /// Where a number comes from.
    ///
    /// @param key path within the sheet, such as `finance.loans[senior].rate`
    /// @param line of the file; 0 if the sheet does not say it and the default holds
    /// @param written as it stands in the sheet
    /// @param source id of a source of the sheet
    public record Origin(String key, int line, String written, Optional<String> source, Optional<String> note) {
        public static Origin of(String key, int line, String written) {
            return new Origin(key, line, written, Optional.empty(), Optional.empty());
        }

        public static Origin standard(String key, String written) {
            return of(key, 0, written);
        }
    }

    /// A number that the program itself sets, for tests and for variants of a sheet.
    public static SheetFigure of(String key, double value, String unit) {
        return new SheetFigure(Amount.of(value), unit, Origin.standard(key, Double.toString(value)));
    }

    public double central() {
        return amount.central();
    }

    /// The same figure with another amount; the story stays.
    public SheetFigure with(double value) {
        return new SheetFigure(Amount.of(value), unit, origin);
    }

    /// A leaf of a story.
    public Explanation explain() {
        String from = origin.line() == 0 ? "default" : "line " + origin.line();
        String ja = origin.line() == 0 ? "既定値" : origin.line() + "行目";
        String source = origin.source().map(s -> ", " + s).orElse("");
        return Explanation.leaf(
                new Text(origin.key() + " (" + from + source + ")", origin.key() + "（" + ja + source + "）"),
                central(),
                unit);
    }
}
