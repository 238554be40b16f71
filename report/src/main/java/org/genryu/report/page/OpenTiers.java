package org.genryu.report.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.balance.Ties;
import org.genryu.balance.origin.Origin;
import org.genryu.balance.origin.ShareRanges;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Trace;
import org.genryu.report.count.Tiers;
import org.genryu.report.words.Glossary;

/// Are the shares of a picture of tiers the only ones at this cost, and if not, how far could they be?
///
/// @param determined substances whose flows are; empty if it was not worked out
record OpenTiers(View view, Optional<Ties> ties, Optional<List<Substance>> determined) implements AutoCloseable {
    /// Columns of the program from which on the page does not ask: a solve would cost more than the page is worth.
    private static final int LARGEST = 300_000;

    /// Solves that one picture may take.
    private static final int SOLVES = 24;

    /// Open shares that are named.
    private static final int NAMED = 6;

    static OpenTiers of(View view) {
        boolean small = view.run().proof().map(Balance.Proof::columns).orElse(0) <= LARGEST;
        Optional<Ties> ties = view.run().ties().filter(_ -> small).map(kept -> kept.get());
        return new OpenTiers(
                view,
                ties,
                ties.flatMap(open ->
                        ShareRanges.determined(view.balance(), view.tracing().substances(), open)));
    }

    /// What is open in the tiers of a country, at the place that uses most.
    String sentence(Tiers tiers) {
        if (ties.isEmpty() || determined.isEmpty()) {
            return view.words(WorldWords.NOT_RANGED);
        }
        if (tiers.period() == 0 && determined.get().contains(tiers.substance())) {
            return view.words(WorldWords.DETERMINED);
        }
        Trace trace = view.trace(tiers.substance());
        Optional<Origin> origin = IntStream.range(0, view.countries().ofPlace().length)
                .boxed()
                .filter(place -> view.countries().ofPlace()[place] == tiers.country())
                .max(java.util.Comparator.comparingDouble(
                        place -> view.origins().used(tiers.commodity(), place, tiers.period())))
                .flatMap(place -> trace.origin(place, tiers.commodity(), tiers.period()));
        return origin.map(found -> told(ShareRanges.of(view.balance(), trace, found, ties.get(), SOLVES)))
                .orElseGet(() -> view.words(WorldWords.NOT_RANGED));
    }

    private String told(ShareRanges.Found found) {
        return switch (found.status()) {
            case DETERMINED -> view.words(WorldWords.DETERMINED);
            case NOT_WORKED_OUT -> view.words(WorldWords.NOT_RANGED);
            case OPEN -> {
                List<String> ranges = found.ranges().stream()
                        .filter(ShareRanges.Range::isOpen)
                        .limit(NAMED)
                        .map(range -> Glossary.stage(range.stage(), view.lang()) + " " + view.name(range.source()) + " "
                                + view.shown().percent(range.low()) + " .. "
                                + view.shown().percent(range.high()))
                        .toList();
                yield ranges.isEmpty()
                        ? view.words(WorldWords.NOT_RANGED)
                        : view.words(WorldWords.RANGED, String.join(view.words(Words.LIST), ranges));
            }
        };
    }

    @Override
    public void close() {
        ties.ifPresent(Ties::close);
    }
}
