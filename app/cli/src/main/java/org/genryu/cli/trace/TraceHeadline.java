package org.genryu.cli.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genryu.balance.origin.Origin;
import org.genryu.balance.origin.ShareSources;
import org.genryu.balance.origin.Trace;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.words.Glossary;
import org.genryu.report.write.NumberFormat;

/// Mine, maker and way in one sentence, before all that a trace tells.
record TraceHeadline(SupplyCase supply, TraceCommand.Asked asked, Lang lang) {
    /// Countries of a stage.
    private static final int SHORT = 3;

    /// A share below which a country is not told [fraction].
    private static final double SEEN = 0.005;

    String said(Trace trace, Origin origin) {
        String own = supply.world().commodities().stage()[asked.commodity()];
        List<String> said = new ArrayList<>();
        for (Origin.Tier tier : origin.tiers()) {
            boolean mine = tier.stage().equals(Trace.MINE);
            if (mine || tier.stage().equals(own)) {
                said.add(Glossary.stage(tier.stage(), lang) + " " + largest(trace, tier.share()));
            }
        }
        ShareSources sources = trace.sources();
        int place = sources.countries().ofPlace()[asked.place()];
        IntStream.range(0, sources.countries().size())
                .filter(k -> k != place && origin.touched()[k] >= SEEN)
                .boxed()
                .max(Comparator.<Integer, Boolean>comparing(
                                k -> supply.info().rival().contains(sources.code(k)))
                        .thenComparing(k -> origin.touched()[k]))
                .ifPresent(k -> said.add(new Text(
                                "%s passed through %s"
                                        .formatted(
                                                new NumberFormat(lang).label(origin.touched()[k]),
                                                sources.name(k).en()),
                                "%2$sを経由 %1$s"
                                        .formatted(
                                                new NumberFormat(lang).label(origin.touched()[k]),
                                                sources.name(k).ja()))
                        .in(lang)));
        return new Text("In short: ", "要点: ").in(lang) + String.join(" · ", said);
    }

    private String largest(Trace trace, double[] share) {
        return IntStream.range(0, share.length)
                .boxed()
                .filter(k -> share[k] >= SEEN)
                .sorted(Comparator.comparingDouble(k -> -share[k]))
                .limit(SHORT)
                .map(k -> trace.sources().name(k).in(lang) + " " + new NumberFormat(lang).label(share[k]))
                .collect(Collectors.joining(lang == Lang.JA ? "、" : ", "));
    }
}
