package org.genryu.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Trace;
import org.genryu.balance.origin.Tracing;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Finding;
import org.genryu.core.Nearest;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.report.Exposure;
import org.genryu.report.Run;
import org.genryu.report.RunJson;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu trace`: who stands behind what a place has, stage by stage.
final class TraceCommand implements Command {
    @Override
    public String name() {
        return "trace";
    }

    @Override
    public Text summary() {
        return new Text(
                "Who stands behind what a place has: mined where, made by whom at every stage, through which countries and straits.",
                "ある場所の物資を誰が支えているか。採掘国、各段階の加工国、経由した国と海峡を示します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Inflows are mixed in proportion; co-products are followed by the element inside them. It is an
                attribution, not a forecast of what would happen without a supplier.

                Examples:
                  genryu trace alliance --place JP --commodity ndfeb-magnet --element dy
                  genryu trace alliance --place US --commodity dy-oxide --period 2030 --json
                  genryu trace mine --place JP --commodity magnet --out traced""", """
                流入は量に比例して混ざるとみなし、副産物は中に含まれる元素で追跡します。
                これは由来の割り当てであり、供給者が止まった場合の予測ではありません。

                例:
                  genryu trace alliance --place JP --commodity ndfeb-magnet --element dy
                  genryu trace alliance --place US --commodity dy-oxide --period 2030 --json
                  genryu trace mine --place JP --commodity magnet --out traced""");
    }

    @Override
    public void describe(CommandSpec spec, Words words) {
        spec.addPositional(words.theCase("1", Text.same("")));
        spec.addOption(required(words, "--place", "ID", new Text("Place of places.csv.", "places.csv の場所。")));
        spec.addOption(required(
                words, "--commodity", "ID", new Text("Commodity of commodities.csv.", "commodities.csv の物資。")));
        spec.addOption(words.option(
                "--element",
                "ID",
                new Text(
                        "Element inside the commodity, such as dy; without it all of them.",
                        "物資に含まれる元素(dy など)。省略するとすべて。")));
        spec.addOption(words.option(
                "--period", "LABEL", new Text("Such as 2030; without it the first.", "2030 など。省略すると最初の期。")));
        spec.addOption(words.flag(
                "--range",
                new Text(
                        "Also how far the direct supplies could be from this at the same cost, and at 1 % more. Solves again.",
                        "同じ費用、および1%多い費用で直接の調達量がどこまで動きうるかも求めます(再計算します)。")));
        Chain.describe(spec, words);
    }

    private static picocli.CommandLine.Model.OptionSpec required(Words words, String name, String value, Text meaning) {
        return words.option(name, value, meaning).toBuilder().required(true).build();
    }

    @Override
    public Ending run(Call call) throws IOException {
        Optional<Draft> to = call.claim(Exposure.FILES);
        Outcome<Run> answered = Chain.answer(call);
        if (answered.value().isEmpty()) {
            return new Ending.BadInput(answered.findings());
        }
        Run run = answered.value().get();
        Optional<Balance> balance = run.balance();
        if (balance.isEmpty()) {
            if (to.isPresent()) {
                RunJson.write(to.get(), run);
                to.get().commit();
            }
            return Chain.ending(run);
        }
        Outcome<Asked> asked = asked(call, Tracing.of(balance.get()));
        if (asked.value().isEmpty()) {
            return new Ending.BadInput(asked.findings());
        }
        say(call, run, asked.value().get(), to);
        return Chain.ending(run);
    }

    /// What was asked for, found in the case.
    ///
    /// @param traces one for each element asked for
    record Asked(Tracing tracing, int place, int commodity, int period, List<Trace> traces) {}

    private static Outcome<Asked> asked(Call call, Tracing tracing) {
        SupplyCase supply = tracing.balance().of();
        List<Finding> wrong = new ArrayList<>();
        int place = find(
                new Text("Place", "場所"),
                call.option("--place").orElseThrow(),
                supply.world().places().ids().all(),
                wrong);
        int commodity = find(
                new Text("Commodity", "物資"),
                call.option("--commodity").orElseThrow(),
                supply.world().commodities().ids().all(),
                wrong);
        List<String> labels = new ArrayList<>();
        for (int t = 0; t < supply.periods().count(); t++) {
            labels.add(supply.periods().label(t));
        }
        int period = find(new Text("Period", "期"), call.option("--period").orElse(labels.getFirst()), labels, wrong);
        List<Substance> inside = commodity < 0 ? List.of() : inside(call, tracing, commodity, wrong);
        if (!wrong.isEmpty()) {
            return Outcome.failed(wrong);
        }
        List<Trace> traces = inside.stream().map(tracing::trace).toList();
        if (traces.stream().noneMatch(trace -> trace.has(place, commodity, period))) {
            return Outcome.failed(List.of(nothing(supply, traces, place, commodity, labels.get(period))));
        }
        return Outcome.of(new Asked(tracing, place, commodity, period, traces));
    }

    /// What to follow: the element asked for, else all that the commodity holds.
    private static List<Substance> inside(Call call, Tracing tracing, int commodity, List<Finding> wrong) {
        List<Substance> inside = tracing.inside(commodity);
        if (call.option("--element").isEmpty()) {
            return inside;
        }
        List<Substance> elements = inside.stream().filter(Substance::isElement).toList();
        List<String> names = elements.stream().map(Substance::element).toList();
        int element = find(new Text("Element", "元素"), call.option("--element").get(), names, wrong);
        return element < 0 ? List.of() : List.of(elements.get(element));
    }

    /// Index of the word among the known ones, whatever its case; -1 with a finding if it is none.
    private static int find(Text kind, String word, List<String> known, List<Finding> wrong) {
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).equalsIgnoreCase(word)) {
                return i;
            }
        }
        Text thing = new Text("%s '%s'".formatted(kind.en(), word), "%s '%s'".formatted(kind.ja(), word));
        boolean few = known.size() <= 20;
        Text problem = new Text(
                "is not known here%s.".formatted(few ? "; there are: " + String.join(", ", known) : ""),
                "はここにありません%s。".formatted(few ? "(あるのは %s)".formatted(String.join("、", known)) : ""));
        wrong.add(Nearest.cure(word, known)
                .map(cure -> Finding.error(Finding.Place.NOWHERE, thing, problem, cure))
                .orElseGet(() -> Finding.error(Finding.Place.NOWHERE, thing, problem)));
        return -1;
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
                        "場所 '%s'".formatted(supply.world().places().ids().id(place))),
                new Text(
                        "has no %s in %s; it must be a place that makes, receives or draws it: %s."
                                .formatted(id, period, where),
                        "には%2$sに %1$s がありません。生産・受入・取崩しのある場所: %3$s".formatted(id, period, where)));
    }

    private static void say(Call call, Run run, Asked asked, Optional<Draft> to) throws IOException {
        if (to.isPresent()) {
            Exposure.write(
                    to.get(), asked.traces(), run.facts().scenario(), run.supply(), asked.place(), asked.commodity());
            RunJson.write(to.get(), run);
            to.get().commit();
        }
        call.remarks(run.allFindings().stream().filter(Chain::isRemark).toList());
        List<Border.Supply> border = call.flag("--range") ? border(call, run, asked) : List.of();
        Origins origins = new Origins(run, asked, border, call.lang());
        if (call.json()) {
            try (Json json = call.answer()) {
                json.status(run);
                origins.json(json);
                json.findings("findings", run.allFindings());
                json.part("seconds", () -> run.seconds().forEach(json::number));
            }
        } else {
            origins.lines().forEach(call::line);
        }
    }

    private static List<Border.Supply> border(Call call, Run run, Asked asked) {
        call.progress().begin(new Text("ranging the supplies", "調達量の幅を計算中"));
        BalanceOptions options =
                run.facts().calibrated() ? BalanceOptions.DEFAULT : BalanceOptions.DEFAULT.uncalibrated();
        return Border.of(run.supply(), options, asked);
    }
}
