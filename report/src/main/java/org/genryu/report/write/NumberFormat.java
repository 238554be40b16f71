package org.genryu.report.write;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.genryu.core.Lang;
import org.genryu.core.number.NumberText;

/// How does a number read on the page? [NumberText] in the reader's language, with a dash where nothing bounds a price.
public record NumberFormat(Lang lang) {
    private static final double FINEST = 1e-5;

    /// Four significant digits; a dash for an infinity.
    public String number(double value) {
        return Double.isInfinite(value) ? "—" : NumberText.number(value);
    }

    /// 1,500 t, 1,500トン.
    public String amount(double value, String unit) {
        return NumberText.amount(value, unit, lang);
    }

    /// The same with three significant digits, for a sentence: 110,000 t, 4.51 million t; 11万トン, 451万トン.
    public String about(double value, String unit) {
        double rounded = rounded(value, 3);
        boolean million = lang == Lang.EN && unit.equals("t") && Math.abs(rounded) >= 1e6;
        return million ? NumberText.number(rounded / 1e6) + " million t" : amount(rounded, unit);
    }

    /// To so many significant digits.
    public static double rounded(double value, int digits) {
        return new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .doubleValue();
    }

    /// $5.2 billion, 52億ドル.
    public String money(double value, String currency) {
        return NumberText.money(value, currency, lang);
    }

    public String percent(double fraction) {
        return NumberText.percent(fraction);
    }

    /// A bound for a sentence: what is finer than a thousandth of a percent is no use to anybody, and as true.
    public String atMost(double fraction) {
        return percent(fraction > 0 ? Math.max(fraction, FINEST) : 0);
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
