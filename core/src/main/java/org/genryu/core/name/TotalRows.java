package org.genryu.core.name;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Is a row of a table the sum of the others? By its name, or by arithmetic.
///
///     |T - Σ m_i| ≤ u(T)/2 + Σ u(m_i)/2          u(x) = the place of the last digit of x that is not 0
///
/// T – the row that may be a total; m – the others; u – at most the place of the second digit of x, since agencies
/// print two digits or more; the bound is at most [#MOST] of T. Two others must add up exactly: by rounding alone any
/// two could. Does not find the sum of some of the others (a subtotal) whose name does not tell.
public final class TotalRows {
    /// Fewer others may add up to one of them by chance.
    public static final int LEAST_MEMBERS = 2;

    /// Part of the total by which rounding may change it, whatever the digits.
    private static final double MOST = 0.05;

    /// Words of which a total is called, the first of them alone.
    private static final Set<String> ALONE = Set.of(
            "total",
            "totals",
            "world",
            "sum",
            "all",
            "global",
            "wld",
            "worldwide",
            "合計",
            "総計",
            "計",
            "世界",
            "世界計",
            "世界合計",
            "全世界",
            "総額",
            "総数");

    private static final Set<String> BESIDE = Set.of(
            "grand",
            "countries",
            "partners",
            "rounded",
            "estimated",
            "of",
            "the",
            "and",
            "overall",
            "whole",
            "in",
            "t",
            "概数",
            "推定");

    private TotalRows() {}

    /// Whether the name is the ISO code of a country, with two or three letters, or its usual name in English or
    /// Japanese.
    public static boolean isCountry(String name) {
        return Countries.KNOWN.contains(name.strip());
    }

    /// Whether the name says that the row is a sum of all: `World total (rounded)`, `WLD`, 合計.
    public static boolean isNamed(String name) {
        String words = name.toLowerCase(Locale.ROOT);
        boolean total = false;
        // By hand: every row of every table is asked.
        for (int from = 0, at = 0; at < words.length(); from = at) {
            while (at < words.length() && isOfWord(words.codePointAt(at))) {
                at += Character.charCount(words.codePointAt(at));
            }
            String word = words.substring(from, at);
            if (ALONE.contains(word)) {
                total = true;
            } else if (!word.isEmpty() && !BESIDE.contains(word)) {
                return false;
            }
            while (at < words.length() && !isOfWord(words.codePointAt(at))) {
                at += Character.charCount(words.codePointAt(at));
            }
        }
        return total;
    }

    /// Whether it is a letter or a mark on one.
    private static boolean isOfWord(int point) {
        return Character.isLetter(point)
                || switch (Character.getType(point)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    /// Whether the amount is the sum of at least two others, which may all be rounded.
    ///
    /// @param others above 0
    public static boolean isSum(double amount, double[] others) {
        if (others.length < LEAST_MEMBERS || !(amount > 0)) {
            return false;
        }
        double sum = 0;
        double rounding = lastDigit(amount) / 2;
        for (double other : others) {
            sum += other;
            rounding += lastDigit(other) / 2;
        }
        double allowed = others.length == LEAST_MEMBERS ? 0 : Math.min(rounding, MOST * amount) * (1 + 1e-9);
        return Math.abs(amount - sum) <= Math.max(allowed, 1e-9 * amount);
    }

    /// The place of the last digit that is not 0, at most that of the second digit: 10 for 900 and 890, 1 for 893.
    static double lastDigit(double x) {
        if (!(x > 0) || Double.isInfinite(x)) {
            return 0;
        }
        java.math.BigDecimal plain = new java.math.BigDecimal(Double.toString(x)).stripTrailingZeros();
        int second = plain.precision() - plain.scale() - 2;
        return Math.pow(10, Math.min(-plain.scale(), second));
    }

    /// Codes and names of all countries, which take long to gather.
    private static final class Countries {
        static final Set<String> KNOWN = countries();

        private static Set<String> countries() {
            Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            for (Locale.IsoCountryCode part :
                    List.of(Locale.IsoCountryCode.PART1_ALPHA2, Locale.IsoCountryCode.PART1_ALPHA3)) {
                known.addAll(Locale.getISOCountries(part));
            }
            for (String code : Locale.getISOCountries()) {
                Locale country = Locale.of("", code);
                known.add(country.getDisplayCountry(Locale.ENGLISH));
                known.add(country.getDisplayCountry(Locale.JAPANESE));
            }
            return known;
        }
    }
}
