package org.genryu.stress.shelf;

import java.util.function.ToDoubleFunction;

/// Did the result change because of what happens or because of what is chosen? A scenario in four: calm, its events
/// alone, its measures alone, both. What a row counts is counted against calm, so calm is nought in all of it.
///
/// @param events without the measures
/// @param measures without the events
/// @param both the scenario
public record ShelfSquare(ShelfRow events, ShelfRow measures, ShelfRow both) {
    /// What the measures change where the events happen: both less events.
    /// @param of the number of a row
    public double changed(ToDoubleFunction<ShelfRow> of) {
        return of.applyAsDouble(both) - of.applyAsDouble(events);
    }

    /// The part that the hardest hit use lacks; nought where none is short [fraction].
    public static double lack(ShelfRow row) {
        return row.worst().map(ShelfRow.Lack::part).orElse(0.0);
    }
}
