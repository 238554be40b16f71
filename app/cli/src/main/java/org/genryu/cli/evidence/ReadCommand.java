package org.genryu.cli.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.evidence.Dossier;
import org.genryu.evidence.EvidenceDesk;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.document.Article;
import org.genryu.evidence.document.DocumentLimits;
import org.genryu.evidence.document.DocumentReader;
import org.genryu.evidence.ledger.ClaimLedger;
import org.genryu.evidence.relation.Relation;
import org.genryu.evidence.scenario.DraftScenario;
import org.genryu.evidence.time.TimeFrame;
import org.genryu.evidence.trend.Attention;
import org.genryu.evidence.trend.TopicTrend;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu read`: documents in; claims with their places, agreements and contradictions out.
public final class ReadCommand implements Command {
    @Override
    public String name() {
        return "read";
    }

    @Override
    public Text summary() {
        return new Text(
                "Reads articles and reports in Japanese and English: who says what amount about what, for when and where in the text, and what does not fit.",
                "日本語と英語の記事や報告書を読み、誰が何についてどの数量をいつのこととしてどこで述べているか、何が食い違うかを示します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Text, HTML, PDF, Word, RSS and Atom, Markdown and e-mail. Everything is by rules; nothing says what is
                true. Places count Unicode characters of the text that was read.

                Examples:
                  genryu read article.txt report.pdf
                  genryu read --text "中国は世界のレアアースの9割以上を精製している。"
                  genryu read *.txt --ledger claims.jsonl --out page
                  genryu read headline.txt --scenario mine/scenarios""", """
                テキスト、HTML、PDF、Word、RSS・Atom、Markdown、電子メールを読みます。すべて規則によるもので、
                何が真実かは判断しません。位置は読んだ本文の Unicode 文字数で数えます。

                例:
                  genryu read article.txt report.pdf
                  genryu read --text "中国は世界のレアアースの9割以上を精製している。"
                  genryu read *.txt --ledger claims.jsonl --out page
                  genryu read headline.txt --scenario mine/scenarios""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.parameters("FILE…", new Text("Files to read.", "読むファイル。")));
        spec.addOption(words.option("--text", "TEXT", new Text("A text instead of a file.", "ファイルの代わりに読む文。")));
        spec.addOption(words.option(
                "--date",
                "YYYY-MM-DD",
                new Text("Date of the documents; it stands above what they tell.", "文書の日付。文書内の記載より優先します。")));
        spec.addOption(words.option(
                "--fiscal-start",
                "MONTH",
                new Text(
                        "First month of the fiscal years that are spoken of, 1 to 12. Without it April is taken, and each such claim says so.",
                        "文中の会計年度の最初の月(1〜12)。省略すると4月とみなし、該当する主張にその旨を示します。")));
        spec.addOption(words.option(
                "--ledger",
                "FILE",
                new Text("Compare with the claims of this ledger and add the new ones.", "この台帳の主張と比べ、新しいものを加えます。")));
        spec.addOption(words.option(
                "--scenario",
                "DIR",
                new Text(
                        "Write the events that are told as a draft of a scenario into DIR.",
                        "述べられた出来事をシナリオの下書きとして DIR に書き出します。")));
        spec.addOption(LedgerPages.option(words));
        spec.addOption(words.timeLimit());
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        TimeFrame frame = frame(call);
        Optional<Draft> page = LedgerPages.claim(call);
        List<Finding> findings = new ArrayList<>();
        List<Article> articles = articles(call, findings);
        if (findings.stream().anyMatch(one -> one.severity() == Severity.ERROR)) {
            return new CommandResult.BadInput(findings);
        }
        Optional<ClaimLedger> ledger = Optional.empty();
        if (call.option("--ledger").isPresent()) {
            Outcome<ClaimLedger> opened =
                    LedgerPlace.of(call.option("--ledger").get()).open();
            if (opened.hasErrors()) {
                return new CommandResult.BadInput(opened.findings());
            }
            findings.addAll(opened.findings());
            ledger = opened.value();
        }
        List<Claim> earlier = ledger.map(ClaimLedger::standing).orElse(List.of());
        call.progress().begin(new Text("reading the texts", "文章を読み取り中"));
        Dossier dossier = new EvidenceDesk().read(articles, frame, earlier);
        int added = ledger.isPresent()
                ? ledger.get().propose(dossier.claims(), Instant.now().toString(), LedgerCommand.person(call))
                : 0;
        Optional<Path> scenario = call.option("--scenario").isPresent() ? draft(call, dossier) : Optional.empty();
        if (page.isPresent()) {
            page(call, page.get(), articles, dossier, earlier, ledger);
        }
        call.progress().clear();
        call.remarks(findings);
        tell(call, dossier, earlier, ledger, added, scenario);
        return new CommandResult.Done();
    }

    private static List<Article> articles(CommandCall call, List<Finding> findings) throws IOException {
        List<Article> articles = new ArrayList<>();
        call.option("--text").ifPresent(text -> articles.add(new Article("text", "", "", Optional.empty(), text)));
        List<String> files = call.parameters();
        if (files.isEmpty() && articles.isEmpty()) {
            throw new Arguments.Misuse(
                    new Text("read: a FILE or --text is missing.", "read: FILE か --text を指定してください。"));
        }
        DocumentReader reader = new DocumentReader(DocumentLimits.USUAL);
        for (String file : files) {
            call.progress().begin(new Text("reading " + file, file + " を読み込み中"));
            Outcome<List<Article>> read = reader.read(Arguments.path("FILE", file));
            findings.addAll(read.findings());
            read.value().ifPresent(articles::addAll);
        }
        return articles;
    }

    static TimeFrame frame(CommandCall call) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Optional<LocalDate> date = call.option("--date").map(text -> Arguments.day("--date", text));
        OptionalInt fiscal = call.option("--fiscal-start")
                .map(text -> OptionalInt.of(
                        Arguments.whole("--fiscal-start", text, 1, 12, new Text("months of a year", "1年の月"))))
                .orElse(OptionalInt.empty());
        return new TimeFrame(date, date.orElse(today), fiscal);
    }

    /// Writes the events as a scenario; the file must be new.
    private static Optional<Path> draft(CommandCall call, Dossier dossier) throws IOException {
        if (dossier.events().isEmpty()) {
            return Optional.empty();
        }
        String first = dossier.events().getFirst().quote().raw();
        String id = "draft-" + dossier.events().getFirst().shape() + "-"
                + EvidenceTold.id(dossier.events().getFirst().claim());
        DraftScenario scenario = new DraftScenario(id, Text.same(first), dossier.events());
        Path folder = Arguments.path("--scenario", call.option("--scenario").orElseThrow());
        Files.createDirectories(folder);
        Path file = folder.resolve(id + ".yaml");
        YearMonth fallback = YearMonth.now(ZoneOffset.UTC).plusMonths(1);
        Draft draft = call.claim(Draft.file(file));
        try (OutputStream out = draft.open()) {
            out.write(scenario.yaml(fallback, call.lang()).getBytes(StandardCharsets.UTF_8));
        }
        draft.commit();
        return Optional.of(file);
    }

    private static void page(
            CommandCall call,
            Draft to,
            List<Article> articles,
            Dossier dossier,
            List<Claim> earlier,
            Optional<ClaimLedger> ledger)
            throws IOException {
        List<Attention.Dated> dated = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            dated.add(new Attention.Dated(
                    articles.get(i), dossier.extracts().get(i).date()));
        }
        Map<String, Claim> all = new LinkedHashMap<>();
        earlier.forEach(claim -> all.put(claim.id(), claim));
        dossier.claims().forEach(claim -> all.put(claim.id(), claim));
        LedgerPages.write(
                call,
                to,
                new Text("What was read", "読み取り結果").in(call.lang()),
                List.copyOf(all.values()),
                open(dossier, ledger),
                id -> ledger.map(one -> one.status(id).word()).orElse("candidate"),
                TopicTrend.of(dated));
    }

    private static List<Relation> open(Dossier dossier, Optional<ClaimLedger> ledger) {
        return dossier.relations().stream()
                .filter(one ->
                        ledger.flatMap(known -> known.closed(one.a(), one.b())).isEmpty())
                .toList();
    }

    private static void tell(
            CommandCall call,
            Dossier dossier,
            List<Claim> earlier,
            Optional<ClaimLedger> ledger,
            int added,
            Optional<Path> scenario) {
        if (call.json()) {
            dossier.json(
                    call.document(),
                    call.lang(),
                    id -> ledger.map(one -> one.status(id).word()).orElse("candidate"),
                    relation -> ledger.flatMap(one -> one.closed(relation.a(), relation.b())));
            call.own("\n");
            return;
        }
        List<Claim> all = new ArrayList<>(earlier);
        all.addAll(dossier.claims());
        EvidenceTold told = new EvidenceTold(call, all);
        List<Relation> open = open(dossier, ledger);
        long conflicts = open.stream()
                .filter(one -> one.kind() == Relation.Kind.CONFLICT || one.kind() == Relation.Kind.INCONSISTENT_SET)
                .count();
        long agreed =
                open.stream().filter(one -> one.kind() == Relation.Kind.AGREE).count();
        call.line(new Text(
                "%s documents, %s claims: %s contradictions, %s agreements; %s claims have no second source."
                        .formatted(
                                dossier.extracts().size(),
                                dossier.claims().size(),
                                conflicts,
                                agreed,
                                dossier.single().size()),
                "文書 %s 件、主張 %s 件: 食い違い %s 件、一致 %s 件。%s 件は裏付けが一つもありません。"
                        .formatted(
                                dossier.extracts().size(),
                                dossier.claims().size(),
                                conflicts,
                                agreed,
                                dossier.single().size())));
        told.relations(
                new Text("What does not fit", "食い違うもの"),
                open,
                Relation.Kind.CONFLICT,
                Relation.Kind.INCONSISTENT_SET,
                Relation.Kind.MISS,
                Relation.Kind.REVISION);
        told.relations(new Text("What agrees", "一致するもの"), open, Relation.Kind.AGREE);
        told.relations(new Text("What cannot be compared", "比べられないもの"), open, Relation.Kind.NOT_COMPARABLE);
        told.claims(
                new Text("Claims", "主張"),
                dossier.claims(),
                id -> ledger.map(one -> one.status(id).word()).orElse("candidate"));
        if (ledger.isPresent()) {
            call.line("");
            call.line(new Text(added + " claims added to the ledger.", "台帳に" + added + "件を加えました。"));
        }
        if (call.option("--scenario").isPresent()) {
            call.line("");
            call.line(scenario.map(file -> new Text(
                            "Draft of a scenario: " + file + ". Look at every line marked as an assumption.",
                            "シナリオの下書き: " + file + "。仮定とある行をすべて確かめてください。"))
                    .orElse(new Text(
                            "No event was told of which a scenario could be made.", "シナリオにできる出来事は述べられていません。")));
        }
    }
}
