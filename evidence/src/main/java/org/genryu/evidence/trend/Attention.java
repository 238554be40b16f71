package org.genryu.evidence.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genryu.evidence.document.Article;

/// How many reports on a topic came on each day, how many different stories and sources that are, and which
/// share of all that was read. Days without a report count as 0; what has no date is told apart and neither
/// dropped nor dated.
///
/// @param days rising and without gaps
/// @param reports on the topic
/// @param stories of them: copies of one story are one
/// @param sources of them
/// @param all that was read of that day
/// @param undated reports on the topic without a date
public record Attention(
        List<LocalDate> days,
        double[] reports,
        double[] stories,
        double[] sources,
        double[] all,
        List<String> undated,
        int clusters) {
    public Attention {
        days = List.copyOf(days);
        undated = List.copyOf(undated);
    }

    /// An article with the date that was found for it.
    /// @param folded its title and text in the form in which topics are looked for
    public record Dated(Article article, Optional<LocalDate> date, String folded) {
        public Dated(Article article, Optional<LocalDate> date) {
            this(article, date, Topic.folded(article.title() + "\n" + article.text()));
        }
    }

    public static Attention of(List<Dated> articles, Topic topic, NearCopies.Shingle shingle) {
        List<Dated> about =
                articles.stream().filter(one -> topic.isInFolded(one.folded())).toList();
        int[] clusters = NearCopies.clusters(
                about.stream().map(one -> one.article().text()).toList(), shingle);
        SortedMap<LocalDate, double[]> counts = new TreeMap<>();
        SortedMap<LocalDate, Set<String>> sources = new TreeMap<>();
        for (Dated one : articles) {
            one.date().ifPresent(day -> counts.computeIfAbsent(day, _ -> new double[3])[2]++);
        }
        Set<Integer> told = new HashSet<>();
        List<String> undated = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < about.size(); i++) {
            order.add(i);
        }
        order.sort(java.util.Comparator.comparing(
                        (Integer i) -> about.get(i).date().orElse(LocalDate.MAX))
                .thenComparing(i -> i));
        for (int i : order) {
            Dated one = about.get(i);
            if (one.date().isEmpty()) {
                undated.add(one.article().name());
                continue;
            }
            double[] day = counts.computeIfAbsent(one.date().get(), _ -> new double[3]);
            day[0]++;
            day[1] += told.add(clusters[i]) ? 1 : 0;
            String source = one.article().publisher().isEmpty()
                    ? one.article().name()
                    : one.article().publisher();
            sources.computeIfAbsent(one.date().get(), _ -> new HashSet<>()).add(source);
        }
        return series(counts, sources, undated, (int)
                java.util.Arrays.stream(clusters).distinct().count());
    }

    private static Attention series(
            SortedMap<LocalDate, double[]> counts,
            SortedMap<LocalDate, Set<String>> sources,
            List<String> undated,
            int clusters) {
        List<LocalDate> days = new ArrayList<>();
        if (!counts.isEmpty()) {
            counts.firstKey()
                    .datesUntil(counts.lastKey().plusDays(1))
                    .limit(100_000)
                    .forEach(days::add);
        }
        double[][] columns = new double[4][days.size()];
        for (int t = 0; t < days.size(); t++) {
            double[] day = counts.getOrDefault(days.get(t), new double[3]);
            columns[0][t] = day[0];
            columns[1][t] = day[1];
            columns[2][t] = sources.getOrDefault(days.get(t), Set.of()).size();
            columns[3][t] = day[2];
        }
        return new Attention(days, columns[0], columns[1], columns[2], columns[3], undated, clusters);
    }

    /// Reports as a fraction of all that was read of the day; 0 where nothing was.
    public double share(int day) {
        return all[day] > 0 ? reports[day] / all[day] : 0;
    }
}
