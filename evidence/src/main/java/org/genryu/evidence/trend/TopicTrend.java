package org.genryu.evidence.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// How attention to one topic moved in a set of documents, with its bursts.
///
/// @param bursts of the share of reports that are on the topic (Kleinberg, batched), those above level 0
public record TopicTrend(Topic topic, Attention attention, List<Kleinberg.Burst> bursts) {
    private static final double S = 2;
    private static final double GAMMA = 1;

    /// So many days a trend must have, and so many dated reports.
    private static final int LEAST = 3;

    public TopicTrend {
        bursts = List.copyOf(bursts);
    }

    /// The topics of the program of which there is a trend, the most told first.
    public static List<TopicTrend> of(List<Attention.Dated> articles) {
        List<TopicTrend> trends = new ArrayList<>();
        for (Topic topic : Topic.own()) {
            Attention attention = Attention.of(articles, topic, NearCopies.Shingle.CHAR5);
            double reports = Arrays.stream(attention.reports()).sum();
            if (attention.days().size() >= LEAST && reports >= LEAST) {
                trends.add(new TopicTrend(topic, attention, bursts(attention)));
            }
        }
        trends.sort(Comparator.comparingDouble((TopicTrend one) ->
                        -Arrays.stream(one.attention().reports()).sum())
                .thenComparing(one -> one.topic().id()));
        return List.copyOf(trends);
    }

    /// Days on which nothing was read tell nothing and are left out.
    private static List<Kleinberg.Burst> bursts(Attention attention) {
        int[] read = java.util.stream.IntStream.range(0, attention.days().size())
                .filter(t -> attention.all()[t] > 0)
                .toArray();
        double[] reports =
                Arrays.stream(read).mapToDouble(t -> attention.reports()[t]).toArray();
        double[] all = Arrays.stream(read).mapToDouble(t -> attention.all()[t]).toArray();
        return Kleinberg.batches(reports, all, S, GAMMA).bursts().stream()
                .filter(burst -> burst.level() > 0)
                .map(burst -> new Kleinberg.Burst(burst.level(), read[burst.from()], read[burst.to()], burst.weight()))
                .toList();
    }

    /// Whether a day lies in a burst.
    public boolean isBurst(int day) {
        return bursts.stream().anyMatch(burst -> burst.from() <= day && day <= burst.to());
    }
}
