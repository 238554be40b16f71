package org.genryu.casefile.form;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.number.Literal;
import org.genryu.core.number.NumberText;
import org.genryu.core.number.UnsafeSigns;

/// How does a cell's text stand in a sheet, so that it comes back the same and no spreadsheet calculates it?
///
/// - A number cell is written only where its shortest text is the very text of the cell: `2025`, `0.1`, but not
/// `1.50` or `1e3`.
/// - A text that a spreadsheet would take for a formula when somebody edits it ([UnsafeSigns#beginsFormula(char)],
/// and is no
///   plain number), or that would look like a comment (`#`), gets one `'` more in front; reading takes one away. An
///   empty text that must stand in a cell is a lone `'`.
/// - Characters that XML cannot hold are written `_xHHHH_`, as spreadsheets do; an `_` that begins what looks like
/// that is
///   written so itself.
final class XlsxText {
    /// The most characters that a cell of a spreadsheet holds.
    static final int LONGEST = 32_767;

    private static final Pattern CODE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern START_OF_CODE =
            Pattern.compile("_x[0-9A-Fa-f]{4}"); // what follows may be a code and lend its first `_`

    private XlsxText() {}

    /// Whether the text is exactly what a number cell reads back as.
    static boolean isNumber(String text) {
        OptionalDouble value = Literal.plain(text);
        return value.isPresent() && NumberText.exact(value.getAsDouble()).equals(text);
    }

    /// The text as it is put into a cell.
    static String write(String text) {
        return encode(isDangerous(text) ? "'" + text : text);
    }

    /// A comment line as it is put into the first cell of a row.
    static String comment(String text) {
        return encode("#" + text);
    }

    /// The text that a cell means.
    static String read(String cell) {
        String text = decode(cell);
        return text.startsWith("'") && isDangerous(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean isDangerous(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        if (i == text.length()) {
            return true; // nothing but quotes, or nothing
        }
        return (UnsafeSigns.beginsFormula(text.charAt(i)) || text.charAt(i) == '#')
                && (i > 0 || Literal.plain(text).isEmpty());
    }

    private static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean looksCoded = c == '_'
                    && START_OF_CODE.matcher(text).region(i, text.length()).lookingAt();
            if (looksCoded || !isPlain(text, i)) {
                out.append("_x%04X_".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isPlain(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return (c >= 0x20 || c == '\t' || c == '\n') && c < 0xFFFE;
    }

    private static String decode(String cell) {
        if (!cell.contains("_x")) {
            return cell;
        }
        Matcher code = CODE.matcher(cell);
        return code.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
