package org.genryu.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.genryu.core.Lang;
import org.genryu.core.number.UnsafeSigns;
import org.genryu.report.brief.Brief;

/// How does a [Brief] fit on a screen? A column of heads and beside it rows of at most [#WIDTH] columns together; a
/// character of Chinese, Japanese or Korean takes two. A line takes no more rows than it may: its last entries are left
/// out, and `…` says so.
public final class BriefRows {
    static final int WIDTH = 100;
    static final int SCREEN = 24;
    private static final int HEAD = 14;
    private static final String CUT = "…";

    /// What a command is for takes at least so many columns, or is left out.
    private static final int SHORTEST = 14;

    /// Marks that never begin a row in Japanese.
    private static final String NEVER_FIRST = "、。，．：；）」』】〜・…％ー)]}:;,.%";

    private BriefRows() {}

    private static String title(String text) {
        return cut(UnsafeSigns.shown(text), WIDTH);
    }

    /// One screen: the title, the parts, and what else there is. Where it would be more, the list that takes most
    /// rows gives one of them up, of equal ones the last, until it is one; after the lists, which say how many more
    /// there are, the sentences.
    public static List<String> screen(Brief brief, List<String> rest, Lang lang) {
        List<Brief.Line> lines =
                brief.parts().stream().flatMap(part -> part.lines().stream()).toList();
        int[] most = lines.stream().mapToInt(Brief.Line::rows).toArray();
        for (; ; ) {
            List<String> all = new ArrayList<>();
            brief.title().forEach(title -> all.add(title(title)));
            int[] taken = new int[most.length];
            int at = 0;
            for (Brief.Part part : brief.parts()) {
                List<String> rows = new ArrayList<>();
                for (Brief.Line line : part.lines()) {
                    List<String> one = line(line, most[at], lang);
                    taken[at++] = one.size();
                    rows.addAll(one);
                }
                all.addAll(beside(part.head(), rows));
            }
            all.addAll(rest);
            int longest = longest(lines, taken, 2);
            longest = longest < 0 ? longest(lines, taken, 1) : longest;
            if (all.size() <= SCREEN || longest < 0) {
                return all;
            }
            most[longest] = taken[longest] - 1;
        }
    }

    /// The last of those with most rows among the lines of so many entries or more; -1 if none has more than one
    /// row.
    private static int longest(List<Brief.Line> lines, int[] rows, int entries) {
        int longest = -1;
        for (int k = 0; k < rows.length; k++) {
            boolean may = rows[k] > 1 && lines.get(k).entries().size() >= entries;
            longest = may && (longest < 0 || rows[k] >= rows[longest]) ? k : longest;
        }
        return longest;
    }

    /// The head in front of the first row.
    public static List<String> beside(String head, List<String> rows) {
        List<String> all = new ArrayList<>();
        for (String row : rows) {
            String before = all.isEmpty() ? head : "";
            all.add(before + " ".repeat(Math.max(1, HEAD - width(before))) + row);
        }
        return all;
    }

    /// What can be typed, and what it is for as far as there is room. A command is never cut.
    public static List<String> command(String command, String what) {
        String both = UnsafeSigns.shown(command) + "  " + UnsafeSigns.shown(what);
        int room = WIDTH - HEAD;
        if (width(both) <= room) {
            return List.of(both);
        }
        return width(UnsafeSigns.shown(command)) + SHORTEST <= room
                ? List.of(cut(both, room))
                : wrapped(UnsafeSigns.shown(command), room, Integer.MAX_VALUE);
    }

    /// A name as one word of a shell.
    public static String word(String name) {
        return name.matches("[\\p{L}\\p{N}._/\\\\:~+@,-]+") ? name : '"' + name + '"';
    }

    /// One row.
    public static String row(String text) {
        return cut(UnsafeSigns.shown(text), WIDTH - HEAD);
    }

    static List<String> line(Brief.Line line, int most, Lang lang) {
        int room = WIDTH - HEAD;
        for (int kept = line.entries().size(); kept > 1; kept--) {
            List<String> rows = wrapped(UnsafeSigns.shown(line.first(kept, lang)), room, Integer.MAX_VALUE);
            if (rows.size() <= most) {
                return rows;
            }
        }
        return wrapped(UnsafeSigns.shown(line.first(1, lang)), room, most);
    }

    /// After a word, unless that would leave a quarter of the room empty.
    private static String cut(String text, int room) {
        if (width(text) <= room) {
            return text;
        }
        int fits = fits(text, room - width(CUT));
        int end = end(text, room - width(CUT));
        return text.substring(0, 4 * end < 3 * fits ? fits : end).stripTrailing() + CUT;
    }

    /// At most `most` rows; what is beyond is cut.
    static List<String> wrapped(String text, int room, int most) {
        List<String> rows = new ArrayList<>();
        String rest = text;
        while (width(rest) > room && rows.size() < most - 1) {
            int end = end(rest, room);
            rows.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        rows.add(cut(rest, room));
        return rows;
    }

    /// Where a row ends: at a blank or after a wide character, though not within a word of katakana; in the middle
    /// of a word that is longer than the row.
    private static int end(String text, int room) {
        int fits = fits(text, room);
        for (int at = fits; at > 0; at = text.offsetByCodePoints(at, -1)) {
            if (at < text.length() && mayBreak(text.codePointBefore(at), text.codePointAt(at))) {
                return at;
            }
        }
        return fits;
    }

    private static boolean mayBreak(int before, int after) {
        if (before == ' ' || after == ' ') {
            return after != ' ' && "·→".indexOf(after) < 0;
        }
        return NEVER_FIRST.indexOf(after) < 0
                && columns(before) == 2
                && before != '（'
                && !(isKatakana(before) && isKatakana(after));
    }

    private static boolean isKatakana(int c) {
        return c >= 0x30A0 && c <= 0x30FF;
    }

    /// How many characters fit.
    private static int fits(String text, int room) {
        int taken = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            taken += columns(c);
            if (taken > room) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    /// Columns that a text takes.
    static int width(String text) {
        return text.codePoints().map(BriefRows::columns).sum();
    }

    /// Wide are the characters of East Asia and pictures; arrows and dots, which some terminals draw wide, count as
    /// wide.
    private static int columns(int c) {
        int kind = Character.getType(c);
        if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2010 && c <= 0x27FF)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
