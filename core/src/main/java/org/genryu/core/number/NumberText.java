package org.genryu.core.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genryu.core.Check;
import org.genryu.core.Lang;
import org.genryu.core.Text;

/// How are numbers, money, shares and dates written for people in each language, and for machines without loss?
///
/// | quantity | ja | en |
/// | --- | --- | --- |
/// | 3.6e12 JPY | 3.6兆円, in full 3兆6,000億円 | ¥3.6 trillion |
/// | 433,333,333 JPY | 4.3億円, in full 4億3,333万円 | ¥433.3 million |
/// | 99,999,999 JPY | 1億円 | ¥100.0 million |
/// | 5.2e9 USD | 52億ドル | $5.2 billion |
/// | 15,000 t | 1.5万トン | 15,000 t |
/// | −0.053 | -5.3% | -5.3% |
/// | absent | — (理由) | — (reason) |
///
/// Rounded half up on the decimal text first, then carried over the boundary of the unit. Below 1,000 of a unit one
/// decimal, from there none; in Japanese a `.0` is dropped. The JDK's compact formats are not used: they differ
/// between versions and lose parts of yen.
public final class NumberText {
    private static final int DIGITS = 4;
    private static final Map<String, Text> CURRENCIES = Map.of(
            "USD",
            new Text("$", "ドル"),
            "JPY",
            new Text("¥", "円"),
            "EUR",
            new Text("€", "ユーロ"),
            "GBP",
            new Text("£", "英ポンド"),
            "AUD",
            new Text("A$", "豪ドル"),
            "CAD",
            new Text("C$", "カナダドル"),
            "CNY",
            new Text("CNY ", "元"),
            "KRW",
            new Text("KRW ", "ウォン"));
    private static final List<Scale> WESTERN =
            List.of(new Scale("", 0), new Scale("million", 6), new Scale("billion", 9), new Scale("trillion", 12));
    private static final List<Scale> EASTERN =
            List.of(new Scale("", 0), new Scale("万", 4), new Scale("億", 8), new Scale("兆", 12), new Scale("京", 16));
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    /// A size in which numbers of one column are written.
    private record Scale(String word, int power) {}

    /// One unit for a whole column of money, so that 兆 and 億, or trillion and billion, never mix in it.
    ///
    /// @param header such as `億円` or `¥ million`
    /// @param power the column counts in 10^power
    public record Column(String header, int power) {
        /// The number without its unit, with one decimal below 1,000.
        public String cell(double value) {
            BigDecimal scaled = decimal(value).movePointLeft(power);
            return grouped(round(
                    scaled, power == 0 && scaled.abs().compareTo(BigDecimal.TEN) < 0 ? 2 : decimals(scaled)));
        }
    }

    private NumberText() {}

    // ---------------------------------------------------------------- for machines

    /// The shortest decimal text that reads back as exactly this value: `100`, `0.1`, `123456789012`, `1e-10`.
    /// From 1e-6 to below 1e21 there is no exponent; -0 is written as 0.
    public static String exact(double value) {
        Check.that(Double.isFinite(value), "Figures: value is %s; it must be finite.", value);
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        double size = Math.abs(value);
        if (size >= 1e-6 && size < 1e21) {
            String plain = text.indexOf('E') < 0
                    ? text
                    : new BigDecimal(text).stripTrailingZeros().toPlainString();
            return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
        }
        return text.replace(".0E", "E").replace('E', 'e');
    }

    // ---------------------------------------------------------------- numbers and amounts

    /// At least four significant digits, groups of three: `1,234,567`, `12.35`, `0.01235`, `1.235e-7`. The same in
    /// both languages.
    public static String number(double value) {
        BigDecimal exact = decimal(value);
        if (exact.signum() == 0) {
            return "0";
        }
        int size = exact.precision() - exact.scale(); // digits before the point
        if (size > 15 || size < -3) {
            BigDecimal one = exact.scaleByPowerOfTen(1 - size)
                    .setScale(DIGITS - 1, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            return one.toPlainString() + "e" + (size - 1);
        }
        return grouped(round(exact, Math.max(0, DIGITS - size)).stripTrailingZeros());
    }

    /// A number with its unit: `1,500 t` and `1,500トン`; from 10,000 tonnes 万トン in Japanese.
    public static String amount(double value, String unit, Lang lang) {
        if (unit.isEmpty() || unit.equals("1")) {
            return number(value);
        }
        boolean tonnes = unit.equals("t") || unit.startsWith("t/");
        if (lang == Lang.EN || !tonnes) {
            return number(value) + " " + unit;
        }
        String word = "トン"
                + unit.substring(1).replace("/yr", "/年").replace("/month", "/月").replace("/d", "/日");
        return (Math.abs(value) < 10_000 ? number(value) : scaled(decimal(value), EASTERN, Lang.JA)) + word;
    }

    /// A fraction as a percentage with one decimal, two significant digits below 0.1 %: `-5.3%`, `0.035%`.
    public static String percent(double fraction) {
        BigDecimal percent = decimal(fraction).movePointRight(2);
        int decimals = percent.signum() == 0 || percent.abs().compareTo(new BigDecimal("0.1")) >= 0
                ? 1
                : 1 + percent.scale() - percent.precision() + 1;
        return grouped(round(percent, Math.min(decimals, 9))) + "%";
    }

    /// The same with ▲ for minus, for readers who chose it.
    public static String percentWithTriangle(double fraction) {
        String text = percent(fraction);
        return text.startsWith("-") ? "▲" + text.substring(1) : text;
    }

    /// A value that is not there: never blank, never 0.
    public static String missing(Text reason, Lang lang) {
        return "— (" + reason.in(lang) + ")";
    }

    // ---------------------------------------------------------------- money

    /// Short: `¥433.3 million`, `4.3億円`.
    public static String money(double value, String currency, Lang lang) {
        BigDecimal exact = decimal(value);
        String sign = exact.signum() < 0 ? "-" : "";
        Text name = currency(currency);
        return switch (lang) {
            case EN -> {
                String text = scaled(exact.abs(), WESTERN, lang);
                yield signed(sign, text) + name.en() + text;
            }
            case JA -> scaled(exact, EASTERN, lang) + name.ja();
        };
    }

    /// Japanese with two myriads, `4億3,333万円`; English as in [#money].
    public static String moneyInFull(double value, String currency, Lang lang) {
        BigDecimal exact = decimal(value);
        if (lang == Lang.EN || exact.abs().compareTo(BigDecimal.valueOf(10_000)) < 0) {
            return money(value, currency, lang);
        }
        Scale top = top(exact.abs(), EASTERN, 4);
        BigDecimal lower = exact.abs()
                .movePointLeft(top.power() - 4)
                .setScale(0, RoundingMode.HALF_UP); // counted in the myriad below
        if (lower.compareTo(BigDecimal.TEN.pow(8)) >= 0 && top.power() < 16) {
            return moneyInFull(lower.movePointRight(top.power() - 4).doubleValue() * exact.signum(), currency, lang);
        }
        BigDecimal[] parts = lower.divideAndRemainder(BigDecimal.valueOf(10_000));
        String below = parts[1].signum() == 0
                ? ""
                : grouped(parts[1]) + EASTERN.get(top.power() / 4 - 1).word();
        return (exact.signum() < 0 ? "-" : "")
                + grouped(parts[0])
                + top.word()
                + below
                + currency(currency).ja();
    }

    /// Money per unit: `$110/kg`, `110ドル/kg`, with four significant digits and no scale words.
    public static String price(double value, String currency, String per, Lang lang) {
        String text = number(Math.abs(value));
        String sign = value < 0 ? signed("-", text) : "";
        Text name = currency(currency);
        return switch (lang) {
            case EN -> sign + name.en() + text + "/" + per;
            case JA -> sign + text + name.ja() + "/" + (per.equals("t") ? "トン" : per);
        };
    }

    /// A price in a unit of the trade: `$11.4/MMBtu` for `USD/MMBtu`, `440 ¢/lb`.
    public static String quoted(double value, String unit, Lang lang) {
        String text = number(Math.abs(value));
        return unit.matches("[A-Z]{3}/.+")
                ? price(value, unit.substring(0, 3), unit.substring(4), lang)
                : (value < 0 ? signed("-", text) : "") + text + " " + unit;
    }

    /// The unit of a column whose largest value (in size) is `largest`.
    public static Column column(double largest, String currency, Lang lang) {
        Text name = currency(currency);
        return switch (lang) {
            case EN -> {
                Scale scale = top(decimal(largest).abs(), WESTERN, 6);
                String symbol = name.en().strip();
                yield new Column(scale.word().isEmpty() ? symbol : symbol + " " + scale.word(), scale.power());
            }
            case JA -> {
                Scale scale = top(decimal(largest).abs(), EASTERN, 4);
                yield new Column(scale.word() + name.ja(), scale.power());
            }
        };
    }

    private static Text currency(String code) {
        return CURRENCIES.getOrDefault(code, new Text(code + " ", " " + code));
    }

    private static String signed(String sign, String text) {
        return text.chars().anyMatch(c -> c >= '1' && c <= '9') ? sign : "";
    }

    /// The largest scale that the number reaches, the smallest being 10^`first`; plain below it.
    private static Scale top(BigDecimal size, List<Scale> scales, int first) {
        Scale top = scales.getFirst();
        for (Scale scale : scales) {
            if (scale.power() >= first && size.compareTo(BigDecimal.ONE.scaleByPowerOfTen(scale.power())) >= 0) {
                top = scale;
            }
        }
        return top;
    }

    private static String scaled(BigDecimal value, List<Scale> scales, Lang lang) {
        int at = scales.indexOf(top(value.abs(), scales, 1));
        while (true) {
            Scale scale = scales.get(at);
            BigDecimal counted = value.movePointLeft(scale.power());
            BigDecimal rounded = round(counted, at == 0 ? smallDecimals(counted) : decimals(counted));
            boolean last = at == scales.size() - 1;
            if (!last
                    && rounded.abs()
                                    .compareTo(BigDecimal.ONE.scaleByPowerOfTen(
                                            scales.get(at + 1).power() - scale.power()))
                            >= 0) {
                at++; // rounding carried it over the boundary
                continue;
            }
            boolean whole = rounded.stripTrailingZeros().scale() <= 0;
            boolean drop = whole && (lang == Lang.JA || at == 0);
            String text = grouped(drop ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded);
            return switch (lang) {
                case EN -> scale.word().isEmpty() ? text : text + " " + scale.word();
                case JA -> text + scale.word();
            };
        }
    }

    private static int decimals(BigDecimal counted) {
        return counted.abs().compareTo(BigDecimal.valueOf(1000)) < 0 ? 1 : 0;
    }

    private static int smallDecimals(BigDecimal counted) {
        return counted.abs().compareTo(BigDecimal.valueOf(1000)) < 0 ? 2 : 0;
    }

    // ---------------------------------------------------------------- dates

    /// `2025年4月`, `Apr 2025`.
    /// @param month months since the year 0, as in [org.genryu.core.time.Periods]
    public static String month(int month, Lang lang) {
        int year = Math.floorDiv(month, 12);
        int index = Math.floorMod(month, 12);
        return switch (lang) {
            case EN -> MONTHS[index] + " " + year;
            case JA -> year + "年" + (index + 1) + "月";
        };
    }

    /// `2025年4月4日`, `4 Apr 2025`.
    public static String day(LocalDate day, Lang lang) {
        return switch (lang) {
            case EN -> day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1] + " " + day.getYear();
            case JA -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        };
    }

    /// `2025年度 (2025-04〜2026-03)`, `FY2025 (Apr 2025 - Mar 2026)`.
    /// @param firstMonth of the fiscal year, 1..12; it belongs to the organisation and is never assumed
    public static String fiscalYear(int year, int firstMonth, Lang lang) {
        int first = year * 12 + firstMonth - 1;
        return switch (lang) {
            case EN -> "FY%s (%s - %s)".formatted(year, month(first, lang), month(first + 11, lang));
            case JA -> "%s年度 (%s〜%s)".formatted(year, iso(first), iso(first + 11));
        };
    }

    private static String iso(int month) {
        return String.format(Locale.ROOT, "%04d-%02d", month / 12, month % 12 + 1);
    }

    // ---------------------------------------------------------------- digits

    private static BigDecimal decimal(double value) {
        Check.that(Double.isFinite(value), "Figures: value is %s; it must be finite.", value);
        BigDecimal exact = new BigDecimal(Double.toString(value));
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }

    private static BigDecimal round(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String grouped(BigDecimal value) {
        return value.signum() == 0
                ? plainZero(value)
                : String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
    }

    private static String plainZero(BigDecimal zero) {
        return zero.scale() > 0
                ? BigDecimal.ZERO
                        .setScale(zero.scale(), RoundingMode.UNNECESSARY)
                        .toPlainString()
                : "0";
    }
}
