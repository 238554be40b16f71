package org.genryu.evidence.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where do the sentences of a shadow begin and end? At 。！？, at the end of a line, and at a full stop of English
/// before a blank unless it belongs to an abbreviation or a number.
public final class Sentences {
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?i).*(?:\\b(?:mr|mrs|ms|dr|prof|inc|corp|co|ltd|no|nos|vs|approx|ca|est|fig|st|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|e\\.g|i\\.e|u\\.s|u\\.k|u\\.n|a\\.m|p\\.m)|\\b[A-Z])",
            Pattern.DOTALL);

    /// A longer one is cut: no prose, but a table or an attack.
    private static final int LONGEST = 1_000;

    /// @param from first character in the shadow
    /// @param to after the last one
    public record Sentence(int from, int to) {}

    private Sentences() {}

    public static List<Sentence> of(String shadow) {
        List<Sentence> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < shadow.length(); i++) {
            if (ends(shadow, i) || i - from >= LONGEST) {
                add(found, shadow, from, i + 1);
                from = i + 1;
            }
        }
        add(found, shadow, from, shadow.length());
        return List.copyOf(found);
    }

    private static boolean ends(String text, int i) {
        char c = text.charAt(i);
        if (c == '\n' || c == '。' || c == '！' || c == '？') {
            return true;
        }
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        if (c == '!' || c == '?') {
            return next == ' ' || Shadow.isJapanese(next);
        }
        return c == '.'
                && next == ' '
                && !ABBREVIATED.matcher(text.substring(Math.max(0, i - 8), i)).matches();
    }

    private static void add(List<Sentence> found, String text, int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && text.charAt(begin) <= ' ') {
            begin++;
        }
        while (end > begin && text.charAt(end - 1) <= ' ') {
            end--;
        }
        if (begin < end) {
            found.add(new Sentence(begin, end));
        }
    }
}
