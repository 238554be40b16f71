package org.genryu.cli.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genryu.balance.Balance;
import org.genryu.balance.EquivalentBalances;
import org.genryu.balance.origin.ShareRanges;
import org.genryu.balance.origin.SupplyRanges;
import org.genryu.balance.origin.Trace;
import org.genryu.balance.origin.Tracing;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseNames;
import org.genryu.casefile.SupplyCase;
import org.genryu.cli.command.RunPipeline;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.evidence.CitedValue;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.core.name.Finder;
import org.genryu.report.words.Glossary;
import org.genryu.results.ExposureTable;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.results.RunResult;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu trace`: who stands behind what a place has, stage by stage.
public final class TraceCommand implements Command {
    /// Solves that the ranges of shares may take.
    private static final int SOLVES = 60;

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public Text summary() {
        return new Text(
                "Who stands behind what a place has: mined where, made by whom at every stage, through which countries and straits.",
                "ある地点の品目を誰が支えているか。採掘国、各段階の加工国、経由した国と海峡を示します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Inflows are mixed in proportion; co-products are followed by the element inside them. It is an
                attribution, not a forecast of what would happen without a supplier.

                Examples:
                  genryu trace alliance --place JP --commodity ndfeb-magnet --element dy
                  genryu trace alliance --place US --commodity dy-oxide --period 2030 --json
                  genryu trace mine --place JP --commodity magnet --out traced
                  genryu trace mine --place JP --commodity magnet --claims --ledger ledger.jsonl""", """
                流入は量に比例して混ざるとみなし、副産物は中に含まれる元素で追跡します。
                これは由来の割り当てであり、供給者が止まった場合の予測ではありません。

                例:
                  genryu trace alliance --place JP --commodity ndfeb-magnet --element dy
                  genryu trace alliance --place US --commodity dy-oxide --period 2030 --json
                  genryu trace mine --place JP --commodity magnet --out traced
                  genryu trace mine --place JP --commodity magnet --claims --ledger ledger.jsonl""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("1", Text.same("")));
        spec.addOption(required(
                words, "--place", "ID", new Text("Place of places.csv, its id or name.", "places.csv の地点(IDまたは名前)。")));
        spec.addOption(required(
                words,
                "--commodity",
                "ID",
                new Text("Commodity of commodities.csv, its id or name.", "commodities.csv の品目(IDまたは名前)。")));
        spec.addOption(words.option(
                "--element",
                "ID",
                new Text(
                        "Element inside the commodity, such as dy; without it all of them.",
                        "品目に含まれる元素(dy など)。省略するとすべて。")));
        spec.addOption(words.option(
                "--period", "LABEL", new Text("Such as 2030; without it the first.", "2030 など。省略すると最初の期。")));
        spec.addOption(words.flag(
                "--range",
                new Text(
                        "Also how far the direct supplies could be from this at the same cost, and at 1 % more. Solves again. (The ranges of the shares at the same cost need no flag.)",
                        "同じ費用、および1%多い費用で直接の調達量がどこまで動きうるかも求めます(再計算します)。同じ費用での割合の幅は指定しなくても示します。")));
        spec.addOption(words.flag(
                "--claims",
                new Text(
                        "Also which three claims of a ledger move the price most, of those that values of the case rest on (table claims). Solves again for each.",
                        "ケースの値が拠る台帳の主張(表 claims)のうち、価格を最も動かす三つも示します(主張ごとに再計算します)。")));
        spec.addOption(CitedValue.option(words));
        RunPipeline.describe(spec, words);
    }

    private static picocli.CommandLine.Model.OptionSpec required(
            HelpOptions words, String name, String value, Text meaning) {
        return words.option(name, value, meaning).toBuilder().required(true).build();
    }

    @Override
    public boolean solves(CommandCall call) {
        return true;
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        Optional<Draft> to = call.claim(ResultFolder.TRACE);
        RunPipeline chain = new RunPipeline(call);
        Outcome<CaseFile> read = chain.read();
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        Outcome<Wanted> wanted = wanted(call, read.clean().get());
        if (wanted.value().isEmpty()) {
            return new CommandResult.BadInput(wanted.findings());
        }
        Outcome<RunResult> answered = chain.answerWithTies(read.clean().get(), read.findings());
        if (answered.value().isEmpty()) {
            return new CommandResult.BadInput(answered.findings());
        }
        RunResult run = answered.value().get();
        Optional<Balance> balance = run.balance();
        if (balance.isEmpty()) {
            if (to.isPresent()) {
                RunManifest.write(to.get(), run);
                to.get().commit();
            }
            return RunPipeline.ending(run);
        }
        Outcome<Asked> asked = asked(wanted.value().get(), Tracing.of(balance.get()));
        if (asked.value().isEmpty()) {
            return new CommandResult.BadInput(asked.findings());
        }
        Optional<ClaimLines> claims = Optional.empty();
        if (call.flag("--claims")) {
            Outcome<ClaimLines> moved = ClaimLines.of(
                    call, chain, read.clean().get(), run, asked.value().get());
            if (moved.value().isEmpty()) {
                return new CommandResult.BadInput(moved.findings());
            }
            claims = moved.value();
        }
        say(call, run, asked.value().get(), to, claims);
        return RunPipeline.ending(run);
    }

    /// What was asked for, found in the case before anything is solved.
    ///
    /// @param element as contents.csv writes it; empty for all
    private record Wanted(int place, int commodity, int period, Optional<String> element) {}

    private static Outcome<Wanted> wanted(CommandCall call, CaseFile file) {
        List<Finding> wrong = new ArrayList<>();
        int place = find(CaseNames.places(file), call.option("--place").orElseThrow(), wrong);
        int commodity =
                find(CaseNames.commodities(file), call.option("--commodity").orElseThrow(), wrong);
        int period = call.option("--period")
                .map(label -> find(CaseNames.periods(file), label, wrong))
                .orElse(0);
        Optional<String> element = call.option("--element").filter(_ -> commodity >= 0);
        if (element.isPresent()) {
            Finder inside = CaseNames.elements(
                    file,
                    commodity,
                    symbol -> new Text(Glossary.element(symbol, Lang.EN), Glossary.element(symbol, Lang.JA)));
            element = inside.things().isEmpty()
                    ? none(file.table("commodities").names().get(commodity), element.get(), wrong)
                    : Optional.of(find(inside, element.get(), wrong))
                            .filter(at -> at >= 0)
                            .map(at -> inside.things().get(at).id());
        }
        return wrong.isEmpty() ? Outcome.of(new Wanted(place, commodity, period, element)) : Outcome.failed(wrong);
    }

    private static int find(Finder finder, String word, List<Finding> wrong) {
        Outcome<Integer> found = finder.find(word);
        wrong.addAll(found.findings());
        return found.value().orElse(-1);
    }

    private static Optional<String> none(String commodity, String element, List<Finding> wrong) {
        wrong.add(Finding.error(
                Finding.Place.NOWHERE,
                new Text("Element '%s'".formatted(element), "元素 '%s'".formatted(element)),
                new Text(
                        "is not known inside '%s', of which contents.csv names no element; its own amount is followed."
                                .formatted(commodity),
                        "は '%s' に含まれる元素としてありません。contents.csv に元素の記載がないので、量そのものを追跡します。".formatted(commodity)),
                new Text("leave --element out.", "--element を省いてください。")));
        return Optional.empty();
    }

    /// What is traced.
    ///
    /// @param traces one for each element asked for
    record Asked(Tracing tracing, int place, int commodity, int period, List<Trace> traces) {}

    private static Outcome<Asked> asked(Wanted wanted, Tracing tracing) {
        SupplyCase supply = tracing.balance().of();
        List<Trace> traces = tracing.inside(wanted.commodity()).stream()
                .filter(one -> wanted.element().isEmpty()
                        || one.element().equals(wanted.element().get()))
                .map(tracing::trace)
                .toList();
        if (traces.stream().noneMatch(trace -> trace.has(wanted.place(), wanted.commodity(), wanted.period()))) {
            String period = supply.periods().label(wanted.period());
            return Outcome.failed(List.of(nothing(supply, traces, wanted.place(), wanted.commodity(), period)));
        }
        return Outcome.of(new Asked(tracing, wanted.place(), wanted.commodity(), wanted.period(), traces));
    }

    /// The place has none of the commodity in the period: says which commodities it has.
    private static Finding nothing(SupplyCase supply, List<Trace> traces, int place, int commodity, String period) {
        Set<String> has = new LinkedHashSet<>();
        for (Trace trace : traces) {
            for (int p = 0; p < supply.world().places().size(); p++) {
                for (int t = 0; t < supply.periods().count(); t++) {
                    if (trace.has(p, commodity, t)) {
                        has.add(supply.world().places().ids().id(p));
                    }
                }
            }
        }
        String id = supply.world().commodities().ids().id(commodity);
        String where = has.isEmpty() ? "—" : String.join(", ", has);
        return Finding.error(
                Finding.Place.NOWHERE,
                new Text(
                        "Place '%s'".formatted(supply.world().places().ids().id(place)),
                        "地点 '%s'".formatted(supply.world().places().ids().id(place))),
                new Text(
                        "has no %s in %s; it must be a place that makes, receives or draws it: %s."
                                .formatted(id, period, where),
                        "には%2$sに %1$s がありません。生産・受入・取崩しのある地点: %3$s".formatted(id, period, where)));
    }

    private static void say(
            CommandCall call, RunResult run, Asked asked, Optional<Draft> to, Optional<ClaimLines> claims)
            throws IOException {
        if (to.isPresent()) {
            ExposureTable.of(asked.traces(), run.facts().scenario(), run.supply(), asked.place(), asked.commodity())
                    .csv(to.get());
            RunManifest.write(to.get(), run);
            to.get().commit();
        }
        call.remarks(run.allFindings().stream().filter(RunPipeline::isRemark).toList());
        Opened opened = opened(call, run, asked);
        TraceSummary origins = new TraceSummary(
                run, asked, opened.border(), new ShareRangeText(asked, opened.shares(), call.lang()), call.lang());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.status(run);
                origins.json(json);
                claims.ifPresent(told -> told.json(json, call.lang()));
                json.findings("findings", run.allFindings());
                json.part("seconds", () -> run.seconds().forEach(json::number));
            }
        } else {
            origins.lines().forEach(call::line);
            claims.ifPresent(told -> told.tell(call));
        }
    }

    /// What the data leave open.
    ///
    /// @param shares by trace: how far its shares could be from this in answers that cost the same
    /// @param border what arrives directly, if it was asked for
    private record Opened(List<ShareRanges.Found> shares, List<SupplyRanges.Supply> border) {}

    private static Opened opened(CommandCall call, RunResult run, Asked asked) {
        if (run.ties().isEmpty()) {
            return new Opened(List.of(), List.of());
        }
        call.progress().begin(new Text("asking what the data leave open", "一意に決まるかを確認中"));
        List<ShareRanges.Found> shares = new ArrayList<>();
        try (EquivalentBalances ties = run.ties().get().get()) {
            for (Trace trace : asked.traces()) {
                shares.add(trace.origin(asked.place(), asked.commodity(), asked.period())
                        .map(origin -> ShareRanges.of(
                                asked.tracing().balance(),
                                trace,
                                origin,
                                ties,
                                SOLVES / asked.traces().size()))
                        .orElse(ShareRanges.Found.NOT_WORKED_OUT));
            }
            if (!call.flag("--range")) {
                return new Opened(shares, List.of());
            }
            call.progress().begin(new Text("ranging the supplies", "調達量の幅を計算中"));
            return new Opened(
                    shares,
                    SupplyRanges.of(asked.tracing().balance(), ties, asked.place(), asked.commodity(), asked.period()));
        }
    }
}
