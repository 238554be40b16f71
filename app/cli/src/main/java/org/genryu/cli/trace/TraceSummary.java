package org.genryu.cli.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genryu.balance.FlowRanges.Range;
import org.genryu.balance.origin.Origin;
import org.genryu.balance.origin.ShareSources;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.SupplyPath;
import org.genryu.balance.origin.SupplyRanges;
import org.genryu.balance.origin.Trace;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.geo.SeaNetwork;
import org.genryu.report.words.Glossary;
import org.genryu.results.ExposureTable;
import org.genryu.results.JsonDocument;
import org.genryu.results.Resting;
import org.genryu.results.RunResult;
import org.genryu.results.TraceTables;

/// What a trace says: tier by tier to people, tables of the result schema to programs.
///
/// Size: one answer in words and for programs, part by part in the order in which it is read.
final class TraceSummary {
    /// Countries of a tier that have a line of their own.
    private static final int LINES = 8;

    /// A share below which a country stands among the others, and a passage is not told [fraction].
    private static final double SEEN = 0.005;

    /// Ways in the answer for programs.
    private static final int WAYS = 50;

    private static final Text OTHERS = new Text("all others", "その他");

    private static final List<Text> LIMITS = List.of(
            new Text(
                    "Attribution by proportional mixing, not causality: what a stop would do is answered by a scenario.",
                    "由来は比例混合による割り当てで、因果関係ではありません。供給停止の影響はシナリオで調べてください。"),
            new Text(
                    "Stock of the first day and scrap from use are origins of their own; who made them is not in the case.",
                    "期首の在庫と使用後の回収材は独立した由来として扱います。もとの生産国はケースにありません。"),
            new Text(
                    "A stage is attributed to the country that did it last on what came from the ground; what scrap passed since stands beside it. \"Passed through\" counts every stage and landing.",
                    "各段階は、鉱石などから最後にその加工をした国に割り当て、くずからの再処理は別に示します。「経由」は加工と通過のすべてを数えます。"));

    private final RunResult run;
    private final TraceCommand.Asked asked;
    private final List<SupplyRanges.Supply> border;
    private final ShareRangeText shares;
    private final SupplyCase supply;
    private final Lang lang;

    TraceSummary(
            RunResult run,
            TraceCommand.Asked asked,
            List<SupplyRanges.Supply> border,
            ShareRangeText shares,
            Lang lang) {
        this.run = run;
        this.asked = asked;
        this.border = border;
        this.shares = shares;
        this.supply = run.supply();
        this.lang = lang;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Trace trace : asked.traces()) {
            trace.origin(asked.place(), asked.commodity(), asked.period())
                    .ifPresent(origin -> block(lines, trace, origin));
        }
        ranges(lines);
        restsOn(lines);
        lines.add("");
        lines.add(new Text("What this cannot say:", "この結果で言えないこと:").in(lang));
        LIMITS.forEach(limit -> lines.add("  - " + limit.in(lang)));
        return lines;
    }

    private void block(List<String> lines, Trace trace, Origin origin) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(title(trace, origin));
        lines.add(new TraceHeadline(supply, asked, lang).said(trace, origin));
        lines.add(shares.determined(trace));
        for (Origin.Tier tier : tiers(trace, origin)) {
            lines.add("");
            lines.add(Glossary.stage(tier.stage(), lang) + ground(trace, tier));
            tier(lines, trace, origin, tier.share(), k -> shares.range(trace, tier.stage(), k));
            for (Origin.Remade remade : tier.remade()) {
                String stage = Origin.Remade.stage(tier.stage(), remade.feed());
                lines.add(Glossary.stage(tier.stage(), lang) + new Text(", the last time ", "（最後の通過）: ").in(lang)
                        + Glossary.feed(remade.feed(), lang) + ": " + NumberText.percent(remade.sum()));
                tier(lines, trace, origin, remade.share(), k -> shares.range(trace, stage, k));
            }
        }
        lines.add("");
        ways(lines, trace, origin);
        passed(lines, trace, origin);
        straits(lines, trace, origin);
        years(lines, trace);
    }

    /// Those that the mass passed, and those that it might pass at the same cost.
    private List<Origin.Tier> tiers(Trace trace, Origin origin) {
        List<Origin.Tier> tiers = new ArrayList<>();
        tiers.add(origin.tiers().getFirst());
        for (String stage : trace.stages()) {
            List<Origin.Remade> remade = Trace.SCRAP.stream()
                    .map(feed -> new Origin.Remade(
                            feed, trace.remade(stage, feed, origin.place(), origin.commodity(), origin.period())))
                    .filter(one -> one.sum() > 0 || shares.isOpen(trace, Origin.Remade.stage(stage, one.feed())))
                    .toList();
            boolean passed =
                    origin.tiers().stream().anyMatch(tier -> tier.stage().equals(stage));
            if (passed || !remade.isEmpty() || shares.isOpen(trace, stage)) {
                double[] share = trace.made(stage, origin.place(), origin.commodity(), origin.period());
                tiers.add(new Origin.Tier(stage, share, remade));
            }
        }
        return tiers;
    }

    private String title(Trace trace, Origin origin) {
        String place = supply.world().places().names()[asked.place()].in(lang);
        String commodity =
                supply.world().commodities().names()[asked.commodity()].in(lang);
        String period = supply.periods().label(asked.period());
        String amount = NumberText.amount(origin.amount(), trace.substance().unit(), lang);
        String what = name(trace.substance());
        String scenario =
                run.beside().title().orElse(new Text("base case", "基準ケース")).in(lang);
        return new Text(
                        "Who stands behind it: %s in %s, %s, %s (%s of %s)"
                                .formatted(commodity, place, period, scenario, amount, what),
                        "由来: %2$sの%1$s、%3$s、%4$s(%6$s %5$s)"
                                .formatted(commodity, place, period, scenario, amount, what))
                .in(lang);
    }

    private String name(Substance substance) {
        return substance.isElement() ? Glossary.element(substance.element(), lang) : substance.group();
    }

    /// Said where somebody also did the stage on scrap, and of mines.
    private String ground(Trace trace, Origin.Tier tier) {
        boolean mine = tier.stage().equals(Trace.MINE);
        boolean scrap = IntStream.of(
                        trace.sources().recycled(),
                        trace.sources().newScrap(),
                        trace.sources().synthetic())
                .anyMatch(k -> tier.share()[k] > 0);
        return mine || (tier.remade().isEmpty() && !scrap) ? "" : new Text(", from the ground", "（鉱石などから）").in(lang);
    }

    private void tier(List<String> lines, Trace trace, Origin origin, double[] share, IntFunction<String> range) {
        List<Integer> order = IntStream.range(0, share.length)
                .boxed()
                .filter(k -> share[k] > 0 || !range.apply(k).isEmpty())
                .sorted(Comparator.<Integer, Boolean>comparing(
                                k -> !trace.sources().isCountry(k))
                        .thenComparing(Comparator.comparingDouble(k -> -share[k])))
                .toList();
        double others = 0;
        int shown = 0;
        for (int k : order) {
            boolean country = trace.sources().isCountry(k);
            if (!country && others >= SEEN / 10) {
                line(lines, OTHERS.in(lang), others, origin.amount(), trace.substance());
                others = 0;
            }
            if ((share[k] >= SEEN || !range.apply(k).isEmpty()) && (shown < LINES || !country)) {
                line(
                        lines,
                        trace.sources().name(k).in(lang) + range.apply(k),
                        share[k],
                        origin.amount(),
                        trace.substance());
                shown++;
            } else {
                others += share[k];
            }
        }
        if (others >= SEEN / 10) {
            line(lines, OTHERS.in(lang), others, origin.amount(), trace.substance());
        }
    }

    private void line(List<String> lines, String who, double share, double amount, Substance substance) {
        lines.add("  %7s  %s  (%s)"
                .formatted(NumberText.percent(share), who, NumberText.amount(share * amount, substance.unit(), lang)));
    }

    /// The whole ways through the countries, the largest first.
    private void ways(List<String> lines, Trace trace, Origin origin) {
        lines.add(new Text("Largest whole ways, from the mine", "主な経路(採掘から)").in(lang));
        List<SupplyPath> ways = ways(trace);
        double rest = 1;
        for (SupplyPath way : ways.subList(0, Math.min(LINES, ways.size()))) {
            String through = way.links().stream()
                    .map(link ->
                            (trace.sources().isCountry(link.source()) ? Glossary.stage(link.stage(), lang) + " " : "")
                                    + trace.sources().name(link.source()).in(lang))
                    .collect(Collectors.joining(" → "));
            line(lines, through, way.share(), origin.amount(), trace.substance());
            rest -= way.share();
        }
        if (rest >= SEEN / 10) {
            line(lines, OTHERS.in(lang), rest, origin.amount(), trace.substance());
        }
        lines.add("");
    }

    private List<SupplyPath> ways(Trace trace) {
        return asked.tracing().ways(trace.substance(), asked.place(), asked.commodity(), asked.period(), SEEN / 10);
    }

    /// Rivals first and always, then whoever else much passed through.
    private void passed(List<String> lines, Trace trace, Origin origin) {
        ShareSources sources = trace.sources();
        int own = sources.countries().ofPlace()[asked.place()];
        lines.add(new Text("Passed through at any stage (mined, made, traded or landed)", "いずれかの段階で経由した国(採掘・加工・通過)")
                .in(lang));
        List<Integer> order = IntStream.range(0, sources.countries().size())
                .boxed()
                .filter(k -> isRival(sources, k)
                        || (k != own
                                && (origin.touched()[k] >= SEEN
                                        || !shares.range(trace, Trace.ANY, k).isEmpty())))
                .sorted(Comparator.<Integer, Boolean>comparing(k -> !isRival(sources, k))
                        .thenComparing(Comparator.comparingDouble(k -> -origin.touched()[k])))
                .limit(LINES)
                .toList();
        for (int k : order) {
            String range = shares.range(trace, Trace.ANY, k);
            line(lines, sources.name(k).in(lang) + range, origin.touched()[k], origin.amount(), trace.substance());
            if (isRival(sources, k)) {
                String who = new Text(
                                "never through %s".formatted(sources.name(k).en()),
                                "%sを一度も経ていない".formatted(sources.name(k).ja()))
                        .in(lang);
                String never = shares.rest(trace, Trace.ANY, k);
                line(lines, who + never, 1 - origin.touched()[k], origin.amount(), trace.substance());
            }
        }
    }

    private boolean isRival(ShareSources sources, int country) {
        return supply.info().rival().contains(sources.code(country));
    }

    private void straits(List<String> lines, Trace trace, Origin origin) {
        if (trace.straits().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(new Text("Shipped through at any stage", "いずれかの段階で通った海峡").in(lang));
        IntStream.range(0, trace.straits().size())
                .boxed()
                .filter(s -> origin.straits()[s] >= SEEN
                        || !shares.range(trace, Trace.STRAIT, s).isEmpty())
                .sorted(Comparator.comparingDouble(s -> -origin.straits()[s]))
                .forEach(s -> line(
                        lines,
                        strait(trace.straits().get(s)) + shares.range(trace, Trace.STRAIT, s),
                        origin.straits()[s],
                        origin.amount(),
                        trace.substance()));
    }

    /// The name of a passage of the sea network; the id of one that the case has named itself.
    private String strait(String id) {
        return SeaNetwork.world().strait(id).map(found -> found.name().in(lang)).orElse(id);
    }

    /// The share that passed through each rival, period by period.
    private void years(List<String> lines, Trace trace) {
        if (supply.periods().count() == 1) {
            return;
        }
        for (String rival : supply.info().rival()) {
            int country = trace.sources().countries().find(rival);
            if (country < 0) {
                continue;
            }
            StringBuilder row = new StringBuilder();
            for (int t = 0; t < supply.periods().count(); t++) {
                if (trace.has(asked.place(), asked.commodity(), t)) {
                    row.append("  ")
                            .append(supply.periods().label(t))
                            .append(' ')
                            .append(NumberText.percent(trace.touched(country, asked.place(), asked.commodity(), t)));
                }
            }
            lines.add("");
            lines.add(new Text(
                            "Through %s over time:"
                                    .formatted(trace.sources().name(country).en()),
                            "%s経由の推移:".formatted(trace.sources().name(country).ja()))
                    .in(lang));
            lines.add(row.toString());
        }
    }

    /// What arrives directly, with the range that the data leave open.
    private void ranges(List<String> lines) {
        if (border.isEmpty()) {
            return;
        }
        String unit = supply.world().commodities().unit()[asked.commodity()];
        lines.add("");
        lines.add(new Text(
                        "Direct supplies (of the commodity): at the same cost; at 1 % more spent. These are ranged, not the traced shares:",
                        "直接の調達量(品目の量): 同じ費用での幅、費用が1%多い場合の幅。由来の割合ではなく量の幅です:")
                .in(lang));
        for (SupplyRanges.Supply one : border) {
            lines.add("  %s  %s  [%s]  [%s]"
                    .formatted(
                            asked.tracing().sources().name(one.country()).in(lang),
                            NumberText.amount(one.value(), unit, lang),
                            range(one.same(), unit),
                            range(one.near(), unit)));
        }
    }

    private String range(Optional<Range> range, String unit) {
        return range.map(r -> r.isOpen()
                        ? NumberText.amount(r.low(), unit, lang) + " .. " + NumberText.amount(r.high(), unit, lang)
                        : new Text("determined", "一意").in(lang))
                .orElse(new Text("not worked out", "計算できず").in(lang));
    }

    /// How much of what the trace rests on is assumed or unverified, and the reasons that stand most often.
    private void restsOn(List<String> lines) {
        Resting rests = Resting.of(run, asked.traces());
        lines.add("");
        lines.add(new Text(
                        "It rests on %s rows of the case (plants, routes, contents), of which %s are marked as an assumption and %s as unverified%s"
                                .formatted(
                                        rests.rows().size(),
                                        rests.assumed(),
                                        rests.unverified(),
                                        rests.reasons().isEmpty() ? "." : ". The reasons given most:"),
                        "この結果はケースの %s 行(鉱山・プラント、航路、含有量)に基づきます。うち %s 行は仮定、%s 行は未検証です%s"
                                .formatted(
                                        rests.rows().size(),
                                        rests.assumed(),
                                        rests.unverified(),
                                        rests.reasons().isEmpty() ? "。" : "。主な理由:"))
                .in(lang));
        rests.reasons().forEach(reason -> lines.add("  - " + reason));
    }

    /// `exposure` with the columns of `exposure.csv`, then what it rests on and what it cannot say.
    void json(JsonDocument json) {
        json.table(
                "exposure",
                ExposureTable.traced(
                        asked.traces(),
                        run.facts().scenario(),
                        supply,
                        asked.place(),
                        asked.commodity(),
                        asked.period()));
        TraceTables tables = new TraceTables(
                asked.traces(), run.facts().scenario(), supply, asked.place(), asked.commodity(), asked.period());
        json.table(tables.shareRanges(shares.found()))
                .table(tables.determined(shares.found()))
                .table(tables.ways(this::ways, WAYS))
                .table(tables.ranges(border));
        Resting rests = Resting.of(run, asked.traces());
        json.part(
                "rests_on",
                () -> json.number("rows", rests.rows().size())
                        .number("assumption", rests.assumed())
                        .number("unverified", rests.unverified())
                        .texts("reasons", rests.reasons()));
        json.texts("limits", LIMITS.stream().map(limit -> limit.in(lang)).toList());
    }
}
