package org.genryu.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.results.JsonDocument;
import org.genryu.value.GuaranteeBook;
import org.genryu.value.future.FutureOptions;
import org.genryu.value.project.Project;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu fleet`: what a guarantor of many projects can lose on all of them together.
public final class FleetCommand implements Command {
    private static final int MOST_FUTURES = 65_536;
    private static final double COVER = 0.8;
    private static final double CONFIDENCE = 0.99;

    @Override
    public String name() {
        return "fleet";
    }

    @Override
    public Text summary() {
        return new Text(
                "Values the guarantees on many projects together: losses, capital, concentration.",
                "多数のプロジェクトの保証をまとめて評価します（損失、必要資本、集中）。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                FILE is a term sheet in YAML or the id of a built-in one; without any, all built-in sheets are taken.
                All see the same futures: who hangs on the same prices fails together.

                Examples:
                  genryu fleet
                  genryu fleet nolans mine.yaml --cover 90% --confidence 99.5% --json""", """
                FILE はYAMLのタームシート、または組み込みシートの id です。省略時は組み込みシートすべてです。
                すべて同じ未来を使うため、同じ価格に依存するものは同時に不履行となります。

                例:
                  genryu fleet
                  genryu fleet nolans mine.yaml --cover 90% --confidence 99.5% --json""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.parameters(
                "FILE", new Text("Term sheets (YAML), or ids of built-in ones.", "タームシート（YAML）、または組み込みシートの id。")));
        spec.addOption(words.option(
                "--cover",
                "SHARE",
                new Text("Share of every loan that is guaranteed; 80 % by default.", "各借入の保証割合。省略時は80 %。")));
        spec.addOption(words.option(
                "--confidence",
                "SHARE",
                new Text(
                        "Losses beyond expectation that the capital bears with this confidence; 99 % by default.",
                        "必要資本が期待値を超える損失に耐える信頼水準。省略時は99 %。")));
        spec.addOption(words.option(
                "--futures",
                "N",
                new Text(
                        "How many futures are drawn, 65,536 at most; 4,096 by default.",
                        "計算する未来の数(最大65,536)。省略時は4,096。")));
        spec.addOption(words.option("--seed", "K", new Text("Seed of all draws; 1 by default.", "乱数の種。省略時は1。")));
        spec.addOption(words.timeLimit());
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        List<String> names =
                call.parameters().isEmpty() ? List.copyOf(SheetSource.builtIn().keySet()) : call.parameters();
        List<Project> projects = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String name : names) {
            Outcome<SheetSource> source = SheetSource.find(name);
            findings.addAll(source.findings());
            source.clean().ifPresent(sheet -> {
                Outcome<Project> project = Project.read(sheet.file(), sheet.text());
                findings.addAll(project.findings());
                project.clean().ifPresent(projects::add);
            });
        }
        if (projects.size() < names.size()) {
            return new CommandResult.BadInput(findings);
        }
        String currency = projects.getFirst().header().money().currency();
        for (Project project : projects) {
            String own = project.header().money().currency();
            if (!own.equals(currency)) {
                throw new Arguments.Misuse(new Text(
                        "'%s' counts in %s and '%s' in %s; a book is in one currency."
                                .formatted(
                                        projects.getFirst().header().id(),
                                        currency,
                                        project.header().id(),
                                        own),
                        "「%s」は %s、「%s」は %s 建てです。一つの通貨にそろえてください。"
                                .formatted(
                                        projects.getFirst().header().id(),
                                        currency,
                                        project.header().id(),
                                        own)));
            }
        }
        call.progress().begin(new Text("running the futures", "未来を計算中"));
        GuaranteeBook book = GuaranteeBook.of(
                projects, share(call, "--cover", COVER), share(call, "--confidence", CONFIDENCE), futures(call));
        call.progress().clear();
        call.remarks(findings);
        if (call.json()) {
            json(call, book);
        } else {
            say(call, book);
        }
        return new CommandResult.Done();
    }

    private static double share(CommandCall call, String option, double standard) {
        return call.option(option).map(text -> Arguments.share(option, text)).orElse(standard);
    }

    private static FutureOptions futures(CommandCall call) {
        FutureOptions standard = FutureOptions.STANDARD;
        long seed = call.option("--seed")
                .map(text -> Arguments.whole("--seed", text, 0))
                .orElse(standard.seed());
        Text why = new Text("beyond, not every future is kept", "これを超えると各未来を保持しません");
        int count = call.option("--futures")
                .map(text -> Arguments.whole("--futures", text, 1, MOST_FUTURES, why))
                .orElse(standard.futures());
        return new FutureOptions(seed, count, 1);
    }

    private static String money(CommandCall call, GuaranteeBook book, double value) {
        return NumberText.money(value, book.currency(), call.lang());
    }

    private static void say(CommandCall call, GuaranteeBook book) {
        String expected = money(call, book, book.losses().mean());
        String error = money(call, book, book.losses().standardError());
        String capital = money(call, book, book.capital());
        String worst = money(call, book, book.worst());
        String confidence = NumberText.percent(book.confidence());
        String exposure = money(call, book, book.exposure());
        call.line(new Text(
                "%s guarantees of %s, %s in all: expected loss %s ± %s, capital at %s %s, mean of what lies beyond %s."
                        .formatted(
                                book.members().size(),
                                NumberText.percent(book.cover()),
                                exposure,
                                expected,
                                error,
                                confidence,
                                capital,
                                worst),
                "保証 %s 件（保証割合 %s、合計 %s）。期待損失 %s ± %s、信頼水準 %s の必要資本 %s、それを超える部分の平均損失 %s。"
                        .formatted(
                                book.members().size(),
                                NumberText.percent(book.cover()),
                                exposure,
                                expected,
                                error,
                                confidence,
                                capital,
                                worst)));
        for (GuaranteeBook.Member member : book.members()) {
            String title = member.project().header().title().in(call.lang());
            call.line("  " + title + ": "
                    + new Text(
                                    "exposure %s, chance of a loss %s, expected %s, capital alone %s, added to the book %s"
                                            .formatted(
                                                    money(call, book, member.exposure()),
                                                    NumberText.percent(member.chance()),
                                                    money(call, book, member.expected()),
                                                    money(call, book, member.alone()),
                                                    money(call, book, member.added())),
                                    "保証額 %s、損失の確率 %s、期待損失 %s、単独の資本 %s、全体への追加 %s"
                                            .formatted(
                                                    money(call, book, member.exposure()),
                                                    NumberText.percent(member.chance()),
                                                    money(call, book, member.expected()),
                                                    money(call, book, member.alone()),
                                                    money(call, book, member.added())))
                            .in(call.lang()));
        }
        groups().forEach((name, group) -> call.line(new Text(
                "Concentration by %s (HHI): %s"
                        .formatted(name.en(), NumberText.number(book.by(group).index())),
                "%sの集中度（HHI）: %s"
                        .formatted(name.ja(), NumberText.number(book.by(group).index())))));
    }

    private static Map<Text, Function<GuaranteeBook.Member, String>> groups() {
        Map<Text, Function<GuaranteeBook.Member, String>> groups = new LinkedHashMap<>();
        groups.put(new Text("country", "国"), GuaranteeBook.Member::country);
        groups.put(new Text("mineral", "鉱種"), GuaranteeBook.Member::mineral);
        groups.put(new Text("sponsor", "出資者"), GuaranteeBook.Member::sponsor);
        return groups;
    }

    private static void json(CommandCall call, GuaranteeBook book) {
        try (JsonDocument json = call.answer()) {
            json.text("status", "valued");
            json.text("currency", book.currency());
            json.number("cover", book.cover());
            json.number("confidence", book.confidence());
            json.number("exposure", book.exposure());
            json.number("expected_loss", book.losses().mean());
            json.number("expected_loss_standard_error", book.losses().standardError());
            json.number("capital", book.capital());
            json.number("mean_beyond", book.worst());
            json.rows("guarantees", () -> book.members().forEach(member -> json.row(() -> member(json, member))));
            json.rows(
                    "concentration",
                    () -> groups().forEach((name, group) -> book.by(group)
                            .exposure()
                            .forEach((key, exposure) -> json.row(() -> json.text("by", name.en())
                                    .text("group", key)
                                    .number("exposure", exposure)))));
        }
    }

    private static void member(JsonDocument json, GuaranteeBook.Member member) {
        json.text("project", member.project().header().id());
        json.text("country", member.country());
        json.text("mineral", member.mineral());
        json.text("sponsor", member.sponsor());
        json.number("exposure", member.exposure());
        json.number("loss_probability", member.chance());
        json.number("expected_loss", member.expected());
        json.number("capital_alone", member.alone());
        json.number("capital_added", member.added());
        json.number("loss_in_tail", member.inTail());
    }
}
