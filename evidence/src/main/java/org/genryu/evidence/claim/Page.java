package org.genryu.evidence.claim;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.genryu.evidence.amount.AmountMention;
import org.genryu.evidence.document.Article;
import org.genryu.evidence.entity.EntityMention;
import org.genryu.evidence.text.Sentences;
import org.genryu.evidence.text.Shadow;
import org.genryu.evidence.time.PeriodMention;
import org.genryu.evidence.time.StatedPeriod;

/// An article with everything that was found in it, and the way from a place to its sentence, its line and its heading.
///
/// @param published day or month of it, if that is known
/// @param statedAt date of the article as exact as it is known; empty if it has none
record Page(
        Article article,
        Shadow shadow,
        List<Sentences.Sentence> sentences,
        List<PeriodMention> periods,
        List<AmountMention> amounts,
        List<EntityMention> entities,
        Optional<StatedPeriod> published,
        String statedAt,
        Map<String, Integer> topics) {
    /// Longest line that is taken for a heading [characters].
    private static final int HEADING = 60;

    /// As far as is looked back within a paragraph [characters].
    private static final int PARAGRAPH = 800;

    String text() {
        return shadow.text();
    }

    /// How often each thing is named, the most frequent first.
    static Map<String, Integer> topics(List<EntityMention> entities) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        entities.forEach(mention -> counts.merge(mention.entity().id(), 1, Integer::sum));
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    Sentences.Sentence sentence(int at) {
        int after = firstFrom(sentences, Sentences.Sentence::from, at + 1);
        boolean inside = after > 0 && at < sentences.get(after - 1).to();
        return inside
                ? sentences.get(after - 1)
                : new Sentences.Sentence(Math.max(0, at - 1), Math.min(text().length(), at + 1));
    }

    /// The things named in a stretch.
    List<EntityMention> entities(int from, int to) {
        return within(entities, EntityMention::from, EntityMention::to, from, to);
    }

    List<PeriodMention> periods(int from, int to) {
        return within(periods, PeriodMention::from, PeriodMention::to, from, to);
    }

    private static <T> List<T> within(
            List<T> sorted, ToIntFunction<T> begins, ToIntFunction<T> ends, int from, int to) {
        int first = firstFrom(sorted, begins, from);
        int last = first;
        while (last < sorted.size() && ends.applyAsInt(sorted.get(last)) <= to) {
            last++;
        }
        return sorted.subList(first, last);
    }

    /// The place of the first one that begins at `least` or behind it.
    private static <T> int firstFrom(List<T> sorted, ToIntFunction<T> begins, int least) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (begins.applyAsInt(sorted.get(middle)) < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Where the line begins in which a place stands; of a very long one as much as is looked back.
    int lineStart(int at) {
        int least = Math.max(0, at - PARAGRAPH);
        for (int i = at - 1; i >= least; i--) {
            if (text().charAt(i) == '\n') {
                return i + 1;
            }
        }
        return least;
    }

    /// The heading under which a place stands: the nearest short line above its own that is no item of a list
    /// and ends no sentence, and at most `far` lines above. For an item of a list that is the line that its
    /// list belongs to.
    Optional<int[]> heading(int at) {
        int end = lineStart(at) - 1;
        for (int lines = 0; end > 0 && lines < 12; lines++) {
            int start = lineStart(end);
            String line = text().substring(start, end).strip();
            boolean item = line.matches("[•・●*-].*");
            boolean prose = line.endsWith("。") || line.endsWith(".");
            if (!line.isEmpty() && !item && !prose && line.length() <= HEADING) {
                return Optional.of(new int[] {start, end});
            }
            if (prose && line.length() > HEADING) {
                return Optional.empty();
            }
            end = start - 1;
        }
        return Optional.empty();
    }

    /// The nearest day that was said before a place, in a form that says day and month.
    Optional<StatedPeriod> lastDay(int at) {
        for (int i = firstFrom(periods, PeriodMention::from, at) - 1; i >= 0; i--) {
            if (periods.get(i).period().kind() == StatedPeriod.Kind.INSTANT) {
                return Optional.of(periods.get(i).period());
            }
        }
        return Optional.empty();
    }
}
