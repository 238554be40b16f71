package org.genryu.stress.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The one count of a back-test.
///
/// @param scores in the order in which the episodes began
/// @param untold ids of episodes without a proved answer, or of which nothing was counted
public record BacktestAccount(List<EpisodeScore> scores, List<String> untold) {
    /// One told episode.
    /// @param inputs hash of what the shape rests on
    public record Told(Episode episode, String inputs, MonthlyShape shape) {}

    /// Gives each the shape of the latest before it: one that began earlier and of which something was counted
    /// before it began.
    public static BacktestAccount of(List<Told> all, List<String> untold) {
        List<Told> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt((Told one) -> one.episode().first())
                .thenComparing(one -> one.episode().id()));
        List<EpisodeScore> scores = new ArrayList<>();
        for (Told one : sorted) {
            int months = one.shape().level().length;
            Optional<MonthlyShape> last = sorted.stream()
                    .filter(other ->
                            other.episode().firstCounted() < one.episode().first())
                    .reduce((_, later) -> later)
                    .map(other -> other.episode().observed().repeated(months));
            scores.add(new EpisodeScore(one.episode(), one.inputs(), one.shape(), last));
        }
        return new BacktestAccount(List.copyOf(scores), List.copyOf(untold));
    }

    /// How many are nearer than both rivals.
    public long better() {
        return scores.stream().filter(EpisodeScore::better).count();
    }
}
