package org.genryu.evidence.scenario;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.genryu.evidence.text.Stretch;

/// An event that a text tells: who stops, limits, taxes, dumps or closes what, against whom, from when and for how
/// long.
///
/// @param shape as in a scenario: `ban`, `licence`, `quota`, `tariff`, `dumping`, `closure`, `outage`
/// @param from two-letter codes of those who act
/// @param to of those it is aimed at; empty for all
/// @param goods commodities and groups of the built-in case
/// @param strait that is closed
/// @param start month; empty if it is not told
/// @param months that it lasts; empty if that is not told
/// @param sizes how much, by the keys of the shape: `rate`, `share`, `price`
/// @param claim id of the claim it rests on
/// @param quote the sentence that tells it
public record ToldEvent(
        String shape,
        List<String> from,
        List<String> to,
        List<String> goods,
        Optional<String> strait,
        Optional<YearMonth> start,
        OptionalInt months,
        Map<String, String> sizes,
        String claim,
        String document,
        Stretch quote) {
    public ToldEvent {
        from = List.copyOf(from);
        to = List.copyOf(to);
        goods = List.copyOf(goods);
        sizes = Map.copyOf(sizes);
    }
}
