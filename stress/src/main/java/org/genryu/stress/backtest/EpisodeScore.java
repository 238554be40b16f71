package org.genryu.stress.backtest;

import java.util.Optional;

/// How far the months were from what was counted, beside two forecasts that need no model: nothing changes,
/// and the shape of the last episode that was known when it began repeats. Distances are roots of mean
/// squares over the months that were counted, in parts of a month before the event.
///
/// @param inputs hash of all that the told shape rests on: the words of the case but what was counted
/// @param told by the months
/// @param last that shape; empty if there is none
public record EpisodeScore(Episode episode, String inputs, MonthlyShape told, Optional<MonthlyShape> last) {
    /// Of the months from what was counted.
    public double distance() {
        return told.distance(episode.observed());
    }

    public double noChange() {
        return MonthlyShape.noChange(episode.observed().level().length).distance(episode.observed());
    }

    public Optional<Double> lastShape() {
        return last.map(shape -> shape.distance(episode.observed()));
    }

    /// Nearer than both, or than the one that there is.
    public boolean better() {
        return distance() < noChange()
                && lastShape().map(other -> distance() < other).orElse(true);
    }

    /// What was told, in the months that were counted.
    public MonthlyShape toldWhereCounted() {
        return told.where(episode.observed());
    }
}
