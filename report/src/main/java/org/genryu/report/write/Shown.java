package org.genryu.report.write;

import java.util.Locale;
import org.genryu.core.Figures;
import org.genryu.core.Lang;

/// How does a number read on the page? [Figures] in the reader's language, with a dash where nothing bounds a price.
public record Shown(Lang lang) {
    /// Four significant digits; a dash for an infinity.
    public String number(double value) {
        return Double.isInfinite(value) ? "—" : Figures.number(value);
    }

    /// 1,500 t, 1,500トン.
    public String amount(double value, String unit) {
        return Figures.amount(value, unit, lang);
    }

    /// $5.2 billion, 52億ドル.
    public String money(double value, String currency) {
        return Figures.money(value, currency, lang);
    }

    public String percent(double fraction) {
        return Figures.percent(fraction);
    }

    /// A percentage for a sentence or a narrow label: without decimals from ten percent up, "less than" below a
    /// hundredth.
    public String label(double fraction) {
        if (fraction > 0 && fraction < 0.0001) {
            return switch (lang) {
                case EN -> "less than 0.01%";
                case JA -> "0.01%未満";
            };
        }
        return fraction >= 0.0995 ? String.format(Locale.ROOT, "%.0f%%", fraction * 100) : percent(fraction);
    }
}
