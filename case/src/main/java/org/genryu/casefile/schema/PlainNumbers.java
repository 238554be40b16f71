package org.genryu.casefile.schema;

/// Plain decimal numbers such as `-12.5e3`, straight from the characters of a cell.
///
/// A decimal with at most 2⁵³ as digits and a power of ten of at most 22 is the quotient or product of two exactly
/// representable numbers, hence correctly rounded by one operation (W. D. Clinger, How to read floating point numbers
/// accurately, PLDI 1990). All others go to `Double.parseDouble`, so that the result is always exactly its result.
public final class PlainNumbers {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long EXACT = 1L << 53;
    /// Largest mantissa to which one more digit can be added without leaving a long.
    private static final long ROOM = (Long.MAX_VALUE - 9) / 10;

    private PlainNumbers() {}

    /// The number in `chars[start..end)`, or NaN if it is not a plain finite decimal. (NaN stays inside the
    /// package.)
    public static double parse(char[] chars, int start, int end) {
        int i = start;
        boolean minus = i < end && chars[i] == '-';
        if (minus || (i < end && chars[i] == '+')) {
            i++;
        }
        long mantissa = 0;
        int digits = 0;
        int fraction = 0;
        boolean point = false;
        boolean exact = true;
        for (; i < end; i++) {
            int c = chars[i] - '0';
            if (c >= 0 && c <= 9) {
                digits++;
                if (mantissa > ROOM) {
                    exact = false;
                } else {
                    mantissa = mantissa * 10 + c;
                    fraction += point ? 1 : 0;
                }
            } else if (chars[i] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        if (i < end) {
            return exponent(chars, i, end) ? slow(chars, start, end) : Double.NaN;
        }
        if (!exact || mantissa > EXACT || fraction > 22) {
            return slow(chars, start, end);
        }
        double value = mantissa / POWERS[fraction];
        return minus ? -value : value;
    }

    /// Whether `chars[i..end)` is an exponent such as `e-07`.
    private static boolean exponent(char[] chars, int i, int end) {
        int at = i;
        if (chars[at] != 'e' && chars[at] != 'E') {
            return false;
        }
        at++;
        if (at < end && (chars[at] == '-' || chars[at] == '+')) {
            at++;
        }
        int first = at;
        while (at < end && chars[at] >= '0' && chars[at] <= '9') {
            at++;
        }
        return at == end && at > first;
    }

    private static double slow(char[] chars, int start, int end) {
        double value = Double.parseDouble(new String(chars, start, end - start));
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /// The shortest text that reads as this number, without a needless `.0`.
    public static String write(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace(".0E", "E").replace('E', 'e');
    }
}
