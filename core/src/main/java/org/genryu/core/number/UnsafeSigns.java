package org.genryu.core.number;

import java.util.Locale;

/// Which characters must not be taken at their word? Those that steer a terminal or hide in a text, and those with
/// which a spreadsheet begins a formula.
public final class UnsafeSigns {
    private UnsafeSigns() {}

    /// Whether a reader sees the character as what it is: no control, no change of direction, nothing without
    /// width.
    public static boolean isSeen(int c) {
        if (c >= ' ' && c < 0x7F) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isBlankLetter(c);
        };
    }

    /// Letters and marks that show nothing: the grapheme joiner, fillers of Hangul, inherent vowels of Khmer.
    /// Selectors of variants, which Japanese names need, are no such.
    private static boolean isBlankLetter(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x3164 || c == 0xFFA0;
    }

    /// The text with every unseen character as a code, such as `\u001b`, as in JSON and Java.
    public static String shown(String text) {
        if (text.codePoints().allMatch(UnsafeSigns::isSeen)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isSeen(c)) {
                out.appendCodePoint(c);
            } else {
                for (char half : Character.toChars(c)) {
                    out.append(code(half));
                }
            }
        });
        return out.toString();
    }

    private static String code(char c) {
        return String.format(Locale.ROOT, "\\u%04x", (int) c);
    }

    /// Whether a spreadsheet takes a text that begins with this for a formula; those of Japan also the full-width
    /// forms (OWASP, CSV injection).
    public static boolean beginsFormula(char c) {
        return "=+-@\t\r＝＋－＠".indexOf(c) >= 0;
    }
}
