package org.genryu.core.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.core.Text;

/// Which known names may have been meant by a word that is not known?
///
/// Distance = number of insertions, deletions, replacements and swaps of neighbours that turn one word into the other
/// (optimal string alignment), upper and lower case being the same. A name is near when its distance is at most a
/// third of the longer word, and one step is always allowed if anything of the word remains. Cost: length of the word
/// times length of the name, for each name that has nearly the same letters; words above 100 characters have no near
/// names.
public final class NearestNames {
    private static final int LONGEST = 100;
    private static final int SHOWN = 3;

    private NearestNames() {}

    /// At most three near names, the nearest first; equally near ones in the order of `known`.
    public static List<String> of(String word, Collection<String> known) {
        record Near(String name, int distance) {}
        if (word.isEmpty() || word.length() > LONGEST) {
            return List.of();
        }
        List<Near> near = new ArrayList<>();
        String lower = word.toLowerCase(Locale.ROOT);
        long letters = letters(word);
        for (String name : known) {
            int longer = Math.max(word.length(), name.length());
            int most = Math.max(1, longer / 3);
            if (name.length() <= LONGEST
                    && Math.abs(word.length() - name.length()) <= most
                    && apart(letters, letters(name)) <= most) {
                int distance = distance(lower, name.toLowerCase(Locale.ROOT));
                if (distance <= most && distance < longer) {
                    near.add(new Near(name, distance));
                }
            }
        }
        near.sort(Comparator.comparingInt(Near::distance));
        return near.stream().map(Near::name).distinct().limit(SHOWN).toList();
    }

    /// "'a', 'b' or 'c' is meant.": the sentence that follows "Maybe "; empty if no name is near.
    public static Optional<Text> cure(String word, Collection<String> known) {
        List<String> near = of(word, known);
        if (near.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder en = new StringBuilder();
        for (int i = 0; i < near.size(); i++) {
            en.append(i == 0 ? "" : i == near.size() - 1 ? " or " : ", ")
                    .append('\'')
                    .append(near.get(i))
                    .append('\'');
        }
        String ja = "「" + String.join("」「", near) + "」";
        return Optional.of(new Text(en + " is meant.", ja + (near.size() == 1 ? "ではありませんか。" : "のいずれかではありませんか。")));
    }

    private static final long ANY = -1;

    /// Which letters a word has, as bits; several letters share one, and [#ANY] is said of a word that is not
    /// ASCII.
    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 128) {
                return ANY;
            }
            letters |= 1L << (Character.toLowerCase(c) & 63);
        }
        return letters;
    }

    /// No more than their distance: every letter that only one word has is a step of its own.
    private static int apart(long a, long b) {
        return a == ANY || b == ANY ? 0 : Math.max(Long.bitCount(a & ~b), Long.bitCount(b & ~a));
    }

    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
