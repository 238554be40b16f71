package org.genryu.report.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.genryu.balance.EquivalentBalances;
import org.genryu.balance.account.SupplyTiers;
import org.genryu.balance.origin.DeterminedFlows;
import org.genryu.balance.origin.Origin;
import org.genryu.balance.origin.ShareRanges;
import org.genryu.balance.origin.Trace;
import org.genryu.report.words.Glossary;

/// Are the shares of a picture of tiers the only ones at this cost, and if not, how far could they be?
final class OpenTiers implements AutoCloseable {
    /// Solves that one picture may take.
    private static final int SOLVES = 24;

    /// Open shares that are named.
    private static final int NAMED = 6;

    private final PageView view;
    /// Opened when first asked.
    private Optional<EquivalentBalances> ties = Optional.empty();

    OpenTiers(PageView view) {
        this.view = view;
    }

    /// What is open in the tiers of a country, at the place that uses most.
    String sentence(SupplyTiers tiers) {
        Optional<DeterminedFlows> settled = view.run().determined();
        if (settled.isEmpty()) {
            return view.words(WorldPhrases.NOT_RANGED);
        }
        if (tiers.period() == 0 && settled.get().holds(tiers.substance())) {
            return view.words(WorldPhrases.DETERMINED);
        }
        if (ties.isEmpty()) {
            ties = view.run().ties().map(Supplier::get);
        }
        Trace trace = view.trace(tiers.substance());
        Optional<Origin> origin = IntStream.range(0, view.countries().ofPlace().length)
                .boxed()
                .filter(place -> view.countries().ofPlace()[place] == tiers.country())
                .max(java.util.Comparator.comparingDouble(
                        place -> view.origins().used(tiers.commodity(), place, tiers.period())))
                .flatMap(place -> trace.origin(place, tiers.commodity(), tiers.period()));
        return origin.map(
                        found -> told(ShareRanges.of(view.balance(), trace, found, ties.orElseThrow(), SOLVES), trace))
                .orElseGet(() -> view.words(WorldPhrases.NOT_RANGED));
    }

    private String told(ShareRanges.Found found, Trace trace) {
        return switch (found.status()) {
            case DETERMINED -> view.words(WorldPhrases.DETERMINED);
            case NOT_WORKED_OUT -> view.words(WorldPhrases.NOT_RANGED);
            case OPEN -> {
                List<String> ranges = found.ranges().stream()
                        .filter(ShareRanges.Range::isOpen)
                        .limit(NAMED)
                        .map(range -> name(range, trace) + " "
                                + view.shown().percent(range.low()) + " .. "
                                + view.shown().percent(range.high()))
                        .toList();
                yield ranges.isEmpty()
                        ? view.words(WorldPhrases.NOT_RANGED)
                        : view.words(WorldPhrases.RANGED, String.join(view.words(PagePhrases.LIST), ranges));
            }
        };
    }

    private String name(ShareRanges.Range range, Trace trace) {
        return switch (range.stage()) {
            case Trace.ANY -> view.words(WorldPhrases.BY_WAY_OF, view.name(range.source()));
            case Trace.STRAIT ->
                view.words(WorldPhrases.BY_WAY_OF, view.strait(trace.straits().get(range.source())));
            default -> Glossary.stage(range.stage(), view.lang()) + " " + view.name(range.source());
        };
    }

    @Override
    public void close() {
        ties.ifPresent(EquivalentBalances::close);
    }
}
