package org.genryu.report.print;

import com.openhtmltopdf.extend.FSTextBreaker;

/// Where may a line end? After a blank, within an address or a compound, and between the letters of East Asia, though
/// not within a word of katakana; never within a number or a month (`1,510`, `2027-03`), after an opening bracket or
/// before a mark that ends something.
final class LineBreaks implements FSTextBreaker {
    private static final int DONE = -1;
    private static final String NEVER_FIRST = ",.;:%)]}、。，．：；）」』】…・ー〜";
    private static final String NEVER_LAST = "([{（「『【$¥+";
    private static final int FIRST_WIDE = 0x2E80;

    private String text = "";
    private int at;

    @Override
    public void setText(String words) {
        text = words;
        at = 0;
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return DONE;
        }
        do {
            at = text.offsetByCodePoints(at, 1);
        } while (at < text.length() && !mayEnd(text.codePointBefore(at), text.codePointAt(at)));
        return at;
    }

    private static boolean mayEnd(int before, int after) {
        if (before == ' ' || after == ' ') {
            return after != ' ';
        }
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
            return false;
        }
        if (before >= FIRST_WIDE || after >= FIRST_WIDE) {
            return !(isKatakana(before) && isKatakana(after));
        }
        return (before == '-' || before == '/') && Character.isLetter(after);
    }

    private static boolean isKatakana(int letter) {
        return letter >= 0x30A0 && letter <= 0x30FF;
    }
}
