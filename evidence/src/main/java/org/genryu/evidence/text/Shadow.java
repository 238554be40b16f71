package org.genryu.evidence.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text in the one form in which it is read, with the way back to the text as it was written.
///
/// In the shadow: compatibility forms (NFKC: full-width digits are ASCII, ㌧ is トン), `½` is `.5`, one tilde `~`, one
/// minus `-` beside digits, no blank between Japanese characters or between one and a Latin letter or digit (they come
/// from broken lines), nothing without width. A sign that would become a digit without being one (①, the 2 of
/// 10²) and everything that is no text (addresses, mail, markup) is [#NO_TEXT].
///
/// Every character of the shadow comes from a stretch of the original; a stretch is told in Unicode code points, as a
/// reader counts them.
public final class Shadow {
    /// Stands for what is no text: part of no word and no number.
    public static final char NO_TEXT = '\uFFFC';

    private static final Map<String, String> FRACTIONS = Map.ofEntries(
            Map.entry("½", ".5"),
            Map.entry("¼", ".25"),
            Map.entry("¾", ".75"),
            Map.entry("⅕", ".2"),
            Map.entry("⅖", ".4"),
            Map.entry("⅗", ".6"),
            Map.entry("⅘", ".8"),
            Map.entry("⅛", ".125"),
            Map.entry("⅜", ".375"),
            Map.entry("⅝", ".625"),
            Map.entry("⅞", ".875"),
            Map.entry("⅒", ".1"));
    private static final Pattern NOT_TEXT = Pattern.compile("(?i)(?:https?|ftp)://[!-~&&[^\"<>]]{1,2000}"
            + "|(?<![A-Za-z0-9])www\\.[!-~&&[^\"<>]]{1,2000}"
            + "|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}"
            + "|<[A-Za-z/!][^<>\\n]{0,2000}(?:>|$)");

    private final String original;
    private final String text;
    /// Where each character of the shadow begins and ends in the original [UTF-16 units].
    private final int[] begins;
    private final int[] ends;
    /// Code points before each UTF-16 unit of the original.
    private final int[] points;

    private Shadow(String original, String text, int[] begins, int[] ends) {
        this.original = original;
        this.text = text;
        this.begins = begins;
        this.ends = ends;
        this.points = new int[original.length() + 1];
        for (int i = 0, count = 0; i < original.length(); i++) {
            points[i] = count;
            boolean half = Character.isHighSurrogate(original.charAt(i))
                    && i + 1 < original.length()
                    && Character.isLowSurrogate(original.charAt(i + 1));
            count += half ? 0 : 1;
            points[i + 1] = count;
        }
    }

    public static Shadow of(String original) {
        return new Caster(original).cast();
    }

    public String original() {
        return original;
    }

    public String text() {
        return text;
    }

    /// The stretch of the original that stands behind the characters of the shadow from `from` to before `to`.
    public Stretch stretch(int from, int to) {
        if (from >= to) {
            int at = from < begins.length ? begins[from] : original.length();
            return new Stretch(points[at], points[at], "");
        }
        int begin = begins[from];
        int end = ends[to - 1];
        return new Stretch(points[begin], points[end], original.substring(begin, end));
    }

    /// Whether the original has signs there that no reader sees.
    public boolean hides(int from, int to) {
        Stretch written = stretch(from, to);
        return written.raw().codePoints().anyMatch(Shadow::isUnseen);
    }

    static boolean isUnseen(int c) {
        return Character.getType(c) == Character.FORMAT
                || (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r');
    }

    /// Whether the character is written in Japanese: kana, kanji, and the marks among them.
    public static boolean isJapanese(char c) {
        return (c >= 0x3041 && c <= 0x30FF)
                || (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || c == '々'
                || c == '〇'
                || c == '、'
                || c == '。'
                || c == '「'
                || c == '」'
                || c == '『'
                || c == '』';
    }

    /// One pass over an original.
    private static final class Caster {
        private final String original;
        private final StringBuilder text = new StringBuilder();
        private int[] begins;
        private int[] ends;

        Caster(String original) {
            this.original = original;
            this.begins = new int[original.length() + 16];
            this.ends = new int[original.length() + 16];
        }

        Shadow cast() {
            Matcher noText = NOT_TEXT.matcher(original);
            int at = 0;
            while (noText.find()) {
                copy(at, noText.start());
                put(NO_TEXT, noText.start(), noText.end());
                at = noText.end();
            }
            copy(at, original.length());
            closeGaps();
            return new Shadow(
                    original,
                    text.toString(),
                    java.util.Arrays.copyOf(begins, text.length()),
                    java.util.Arrays.copyOf(ends, text.length()));
        }

        private void copy(int from, int to) {
            int at = from;
            while (at < to) {
                int next = cluster(at, to);
                one(original.substring(at, next), at, next);
                at = next;
            }
        }

        /// Where the sign that begins here ends, with the marks that belong to it.
        private int cluster(int at, int to) {
            int next = Math.min(to, at + Character.charCount(original.codePointAt(at)));
            while (next < to && next - at < 16 && isMark(original.charAt(next))) {
                next++;
            }
            return next;
        }

        private static boolean isMark(char c) {
            return c == 0x3099
                    || c == 0x309A
                    || c == 0xFF9E
                    || c == 0xFF9F
                    || Character.getType(c) == Character.NON_SPACING_MARK;
        }

        private void one(String written, int from, int to) {
            if (written.length() == 1 && written.charAt(0) < 128) {
                char c = written.charAt(0);
                if (c != '\r' && !isUnseen(c)) {
                    put(c == '\t' ? ' ' : c, from, to);
                }
                return;
            }
            if (isUnseen(written.codePointAt(0))) {
                return;
            }
            String fraction = FRACTIONS.get(written);
            if (fraction != null) {
                char before = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
                putAll((before >= '0' && before <= '9' ? "" : "0") + fraction, from, to);
                return;
            }
            String plain = Normalizer.normalize(written, Normalizer.Form.NFKC);
            char first = written.charAt(0);
            boolean digit = !plain.isEmpty() && plain.charAt(0) >= '0' && plain.charAt(0) <= '9';
            boolean power = (first == '²' || first == '³')
                    && !text.isEmpty()
                    && Character.isLetter(text.charAt(text.length() - 1));
            boolean madeUp = digit && !(first >= '０' && first <= '９') && !power;
            if (madeUp || plain.indexOf('\u2044') >= 0) {
                put(NO_TEXT, from, to);
                return;
            }
            putAll(
                    plain.replace('\u301C', '~')
                            .replace('\u2212', '-')
                            .replace('\u2010', '-')
                            .replace('\u2011', '-')
                            .replace('\u2013', '-')
                            .replace('\u2014', '-')
                            .replace('\u3000', ' ')
                            .replace('\u00A0', ' '),
                    from,
                    to);
        }

        private void putAll(String plain, int from, int to) {
            for (int i = 0; i < plain.length(); i++) {
                put(plain.charAt(i), from, to);
            }
        }

        private void put(char c, int from, int to) {
            int at = text.length();
            if (at == begins.length) {
                begins = java.util.Arrays.copyOf(begins, at * 2);
                ends = java.util.Arrays.copyOf(ends, at * 2);
            }
            text.append(c);
            begins[at] = from;
            ends[at] = to;
        }

        /// Takes out blanks between Japanese characters, and between one and a digit.
        private void closeGaps() {
            int to = 0;
            int at = 0;
            while (at < text.length()) {
                int end = at;
                while (end < text.length() && text.charAt(end) == ' ') {
                    end++;
                }
                boolean gap =
                        end > at && to > 0 && end < text.length() && closes(text.charAt(to - 1), text.charAt(end));
                int from = gap ? end : at;
                int until = gap ? end + 1 : Math.max(end, at + 1);
                for (int i = from; i < until; i++, to++) {
                    text.setCharAt(to, text.charAt(i));
                    begins[to] = begins[i];
                    ends[to] = ends[i];
                }
                at = until;
            }
            text.setLength(to);
        }

        private static boolean closes(char before, char after) {
            boolean left = isJapanese(before);
            boolean right = isJapanese(after);
            return (left && (right || isWord(after))) || (right && isWord(before));
        }

        private static boolean isWord(char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
    }
}
