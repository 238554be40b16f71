package org.genryu.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.report.brief.ShelfWords;
import org.genryu.results.JsonDocument;
import org.genryu.results.ShelfTable;
import org.genryu.stress.future.EventDraws;
import org.genryu.stress.month.StressClock;
import org.genryu.stress.shelf.Shelf;
import org.genryu.study.ShelfStudy;
import org.genryu.study.StressStudy;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu scenarios`: which scenarios a case has, what happens in each, and with `--told` what it comes to.
public final class ScenariosCommand implements Command {
    private static final Text BY_CHANCE =
            new Text("; by chance, for `genryu stress --futures`", "（確率的に発生、`genryu stress --futures` 用）");

    @Override
    public String name() {
        return "scenarios";
    }

    @Override
    public Text summary() {
        return new Text("Lists the scenarios of a case with what each does.", "ケースのシナリオと、それぞれの内容を一覧します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                With --told each is gone through month by month, and the sentence on top of it is told; what was found is kept, so
                that the same case is not gone through twice.

                Examples:
                  genryu scenarios
                  genryu scenarios mine --told""", """
                --told を付けると、それぞれを月ごとに計算し、その先頭の一文を示します。結果は保存し、同じケースを二度計算しません。

                例:
                  genryu scenarios
                  genryu scenarios mine --told""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("0..1", Text.same("")));
        spec.addOption(
                words.flag("--told", new Text("Go through each and tell its first sentence.", "それぞれを計算し、先頭の一文を示します。")));
        spec.addOption(words.flag(
                "--uncalibrated",
                new Text(
                        "Take costs and capacities alone; do not reproduce the observed base year.",
                        "観測された基準年に合わせず、費用と能力だけで計算します。")));
        spec.addOption(words.timeLimit());
    }

    @Override
    public boolean solves(CommandCall call) {
        return call.flag("--told");
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        Outcome<CaseFile> read = CaseSource.read(call);
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        CaseFile file = read.clean().get();
        List<Scenario> all = StressStudy.sorted(file);
        if (!call.flag("--told")) {
            say(
                    call,
                    file,
                    new Shelf(all.stream()
                            .map(one -> new Shelf.Entry(one, Optional.empty()))
                            .toList()));
            return new CommandResult.Done();
        }
        Outcome<ShelfStudy.Result> told = new ShelfStudy(file, call.solved(), StressCommand.options(call))
                .told(ShelfStudy.scenarios(file), call.progress());
        if (told.clean().isEmpty()) {
            return new CommandResult.BadInput(StressStudy.joined(read.findings(), told.findings()));
        }
        return switch (told.clean().get()) {
            case ShelfStudy.Result.NoCalm(var verdict) -> StressCommand.noCalm(verdict);
            case ShelfStudy.Result.Told(Shelf shelf, var _) -> {
                say(call, file, with(shelf, all));
                yield new CommandResult.Done();
            }
        };
    }

    /// All of these, those too that a shelf does not hold.
    private static Shelf with(Shelf shelf, List<Scenario> all) {
        Map<String, Shelf.Entry> told = shelf.entries().stream()
                .collect(Collectors.toMap(entry -> entry.scenario().id(), entry -> entry));
        return new Shelf(all.stream()
                .map(one -> Objects.requireNonNullElse(told.get(one.id()), new Shelf.Entry(one, Optional.empty())))
                .toList());
    }

    private static void say(CommandCall call, CaseFile file, Shelf shelf) throws IOException {
        Lang lang = call.lang();
        Optional<SupplyCase> of = shelf.told().isEmpty()
                ? Optional.empty()
                : CaseResolver.resolve(file).clean().map(ResolvedCase::supply);
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.rows(
                        "scenarios",
                        () -> shelf.entries()
                                .forEach(one -> json.row(() -> {
                                    json.text("id", one.scenario().id())
                                            .text(
                                                    "title",
                                                    one.scenario().title().in(lang))
                                            .text("does", does(one.scenario(), lang));
                                    headline(one, of, lang)
                                            .ifPresent(said -> json.number(
                                                            "cost",
                                                            one.row()
                                                                    .orElseThrow()
                                                                    .world())
                                                    .text("told", said));
                                })));
                of.ifPresent(known -> json.table(ShelfTable.of(shelf, known)));
            }
            return;
        }
        List<Shelf.Entry> all = shelf.entries();
        if (all.isEmpty()) {
            call.line(new Text(
                            "The case has no scenarios; a file scenarios/ID.yaml is one.",
                            "シナリオがありません。scenarios/ID.yaml がシナリオになります。")
                    .in(lang));
            return;
        }
        List<String> rows = new ArrayList<>();
        for (Shelf.Entry one : all) {
            rows.add(one.scenario().id() + ": " + one.scenario().title().in(lang));
            rows.add("    " + span(file, one.scenario(), lang) + "; " + does(one.scenario(), lang));
            headline(one, of, lang).ifPresent(said -> rows.add("    " + said));
        }
        String named = call.parameter(0).orElse(BuiltInCases.DEFAULT);
        rows.forEach(call::line);
        BriefRows.beside(
                        new Text("Next", "次に").in(lang),
                        BriefRows.command(
                                "genryu stress " + named + " --scenario "
                                        + all.getFirst().scenario().id(),
                                new Text("month by month", "月ごとに").in(lang)))
                .forEach(call::line);
    }

    private static Optional<String> headline(Shelf.Entry one, Optional<SupplyCase> of, Lang lang) {
        return one.row().flatMap(row -> of.map(known -> new ShelfWords(known, lang).headline(row)));
    }

    private static String span(CaseFile file, Scenario one, Lang lang) {
        StressClock clock = StressStudy.clock(file, one);
        int end = clock.first() + clock.months() - 1;
        String until = NumberText.month(end, lang);
        return lang == Lang.EN
                ? NumberText.month(clock.first(), lang) + " to " + until
                : NumberText.month(clock.first(), lang) + "〜" + until;
    }

    /// Shapes of its events and measures.
    private static String does(Scenario one, Lang lang) {
        List<String> shapes = one.actions().stream()
                .map(action -> action.shape().word().in(lang))
                .distinct()
                .toList();
        return shapes.isEmpty()
                ? new Text("nothing happens", "何も起きない").in(lang)
                : String.join(lang == Lang.EN ? ", " : "・", shapes)
                        + (EventDraws.onlyByChance(one) ? BY_CHANCE.in(lang) : "");
    }
}
