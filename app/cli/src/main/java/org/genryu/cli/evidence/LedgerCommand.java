package org.genryu.cli.evidence;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.core.number.UnsafeSigns;
import org.genryu.evidence.EvidenceDesk;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.ClaimJson;
import org.genryu.evidence.claim.ClaimWords;
import org.genryu.evidence.document.Article;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.ledger.ClaimLedger;
import org.genryu.evidence.ledger.LedgerEntry;
import org.genryu.evidence.ledger.LedgerEntry.Act;
import org.genryu.evidence.ledger.LedgerExport;
import org.genryu.evidence.relation.Relation;
import org.genryu.evidence.trend.Attention;
import org.genryu.evidence.trend.TopicTrend;
import org.genryu.results.JsonDocument;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;

/// `genryu ledger`: what became of claims, and what people decide about them.
public final class LedgerCommand implements Command {
    private static final String FILE = "ledger.jsonl";
    private static final List<String> ACTIONS =
            List.of("list", "show", "search", "accept", "reject", "supersede", "close", "export", "import", "cited");

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public Text summary() {
        return new Text(
                "The ledger of claims: contradictions on top, each claim accepted, rejected or superseded by a person, nothing overwritten.",
                "主張の台帳。食い違いを先頭に示し、主張の採用・却下・差し替えを人が行います。上書きはしません。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Actions: list, show ID, search WORDS, accept ID, reject ID --reason …, supersede ID --with ID --reason …,
                close ID --with ID --reason … (a contradiction), export [--format json|csv], import FILE,
                cited CASE (the numbers of a case that rest on claims, by its table claims.csv).
                Of an id its first letters are enough.

                Examples:
                  genryu read *.txt --ledger ledger.jsonl
                  genryu ledger list
                  genryu ledger reject 3f2a91 --reason "another year"
                  genryu ledger export --format csv > claims.csv""", """
                操作: list、show ID、search 語、accept ID、reject ID --reason …、supersede ID --with ID --reason …、
                close ID --with ID --reason …(食い違いを閉じる)、export [--format json|csv]、import FILE、
                cited CASE(claims.csv で主張に基づくとされたケースの数値)。
                ID は先頭の数文字で足ります。

                例:
                  genryu read *.txt --ledger ledger.jsonl
                  genryu ledger list
                  genryu ledger reject 3f2a91 --reason "別の年の値"
                  genryu ledger export --format csv > claims.csv""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.parameters("ACTION [ID]", new Text("What to do, and with which claim.", "操作と対象の主張。")));
        spec.addOption(words.option(
                "--ledger",
                "FILE|URL",
                new Text(
                        "The ledger, a file of lines, or a store: FILE.db or jdbc:postgresql:…; by default ledger.jsonl.",
                        "台帳。行のファイル、または記録庫(FILE.db か jdbc:postgresql:…)。既定は ledger.jsonl。")));
        spec.addOption(words.option("--reason", "TEXT", new Text("Why; kept with the decision.", "理由。判断とともに残します。")));
        spec.addOption(LedgerPages.option(words));
        spec.addOption(words.option("--with", "ID", new Text("The other claim.", "もう一方の主張。")));
        spec.addOption(words.option(
                "--by", "NAME", new Text("Who decides; by default the user of the system.", "判断する人。既定はシステムの利用者。")));
        spec.addOption(words.option(
                "--format", "json|csv", new Text("Of an export: JSON lines or a table.", "書き出しの形式。JSON 行または表。")));
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        List<String> typed = call.parameters();
        String action = Arguments.action("ledger", typed, ACTIONS);
        LedgerPlace place = LedgerPlace.of(call.option("--ledger").orElse(FILE));
        boolean makes = action.equals("import");
        if (!place.exists() && !makes) {
            return new CommandResult.BadInput(List.of(Finding.error(
                    Finding.Place.of(place.shown()),
                    new Text("Ledger", "台帳"),
                    new Text("there is no such file.", "ファイルがありません。"),
                    new Text(
                            "`genryu read FILE… --ledger " + place.shown() + "` begins one.",
                            "`genryu read FILE… --ledger " + place.shown() + "` で作れます。"))));
        }
        Outcome<ClaimLedger> opened = place.open();
        if (opened.hasErrors()) {
            return new CommandResult.BadInput(opened.findings());
        }
        call.remarks(opened.findings());
        ClaimLedger ledger = opened.value().orElseThrow();
        Optional<Draft> page = LedgerPages.claim(call);
        if (page.isPresent()) {
            write(call, page.get(), place.shown(), ledger);
        }
        String words = String.join(" ", typed.subList(Math.min(1, typed.size()), typed.size()));
        return switch (action) {
            case "list" -> list(call, ledger, ledger.claims(), true);
            case "search" -> list(call, ledger, ledger.search(words), false);
            case "export" -> export(call, ledger);
            case "import" -> read(call, ledger, words);
            case "show" -> show(call, ledger, words);
            case "cited" -> CitedNumbers.tell(call, ledger, words);
            default -> decide(call, ledger, Act.valueOf(action.toUpperCase(java.util.Locale.ROOT)), words);
        };
    }

    /// The page of the whole ledger, as it stands before what is done now.
    private static void write(CommandCall call, Draft to, String title, ClaimLedger ledger) throws IOException {
        Map<String, List<Claim>> documents = new TreeMap<>();
        ledger.standing()
                .forEach(claim -> documents
                        .computeIfAbsent(claim.quote().document(), _ -> new ArrayList<>())
                        .add(claim));
        LedgerPages.write(
                call,
                to,
                title,
                ledger.claims(),
                new EvidenceDesk()
                        .relate(ledger.standing()).stream()
                                .filter(one -> ledger.closed(one.a(), one.b()).isEmpty())
                                .toList(),
                id -> ledger.status(id).word(),
                TopicTrend.of(
                        documents.values().stream().map(LedgerCommand::dated).toList()));
    }

    /// What a ledger keeps of a document: its claims in words.
    private static Attention.Dated dated(List<Claim> claims) {
        ClaimWords words = new ClaimWords(Gazetteer.own());
        Claim first = claims.getFirst();
        String text = claims.stream()
                .map(claim -> words.about(claim, Lang.EN) + " " + words.about(claim, Lang.JA) + " "
                        + claim.quote().stretch().raw())
                .collect(Collectors.joining("\n"));
        Optional<LocalDate> day = Optional.of(first.statedAt())
                .filter(date -> date.length() == 10)
                .map(LocalDate::parse);
        return new Attention.Dated(new Article(first.quote().document(), "", first.publisher(), day, text), day);
    }

    static String person(CommandCall call) {
        return call.option("--by").orElse(System.getProperty("user.name", "unknown"));
    }

    private static CommandResult list(CommandCall call, ClaimLedger ledger, List<Claim> claims, boolean all) {
        List<Relation> relations = new EvidenceDesk().relate(ledger.standing());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.number("count", claims.size());
                json.rows(
                        "claims",
                        () -> claims.forEach(claim -> json.row(() -> json.text("id", claim.id())
                                .text("status", ledger.status(claim.id()).word())
                                .text("subject", claim.subject())
                                .text("measure", claim.measure())
                                .text("scope", claim.scope())
                                .text("raw", claim.quote().stretch().raw())
                                .text("doc", claim.quote().document()))));
                json.rows(
                        "relations",
                        () -> relations.forEach(one -> json.row(() -> json.text(
                                        "kind", one.kind().word())
                                .text("rule", one.rule())
                                .text("a", one.a())
                                .text("b", one.b())
                                .text("note", one.note().in(call.lang()))
                                .text("reason", ledger.closed(one.a(), one.b()).orElse("")))));
            }
            return new CommandResult.Done();
        }
        List<Relation> open = relations.stream()
                .filter(one -> ledger.closed(one.a(), one.b()).isEmpty())
                .toList();
        EvidenceTold told = new EvidenceTold(call, ledger.claims());
        long accepted = claims.stream()
                .filter(claim -> ledger.status(claim.id()) == ClaimLedger.Status.ACCEPTED)
                .count();
        call.line(new Text(
                "%s claims, %s accepted.".formatted(claims.size(), accepted),
                "主張 %s 件、採用 %s 件。".formatted(claims.size(), accepted)));
        if (all) {
            told.relations(
                    new Text("Open contradictions", "未解決の食い違い"),
                    open,
                    Relation.Kind.CONFLICT,
                    Relation.Kind.INCONSISTENT_SET,
                    Relation.Kind.MISS,
                    Relation.Kind.REVISION);
        }
        told.claims(new Text("Claims", "主張"), claims, id -> ledger.status(id).word());
        return new CommandResult.Done();
    }

    private static CommandResult show(CommandCall call, ClaimLedger ledger, String id) {
        Outcome<Claim> found = ledger.find(id);
        if (found.value().isEmpty()) {
            return new CommandResult.BadInput(found.findings());
        }
        Claim claim = found.value().get();
        if (call.json()) {
            try (JsonGenerator to = ClaimJson.generator(call.document())) {
                ClaimJson.write(to, claim, ledger.status(claim.id()).word(), call.lang());
            }
            call.own("\n");
            return new CommandResult.Done();
        }
        new EvidenceTold(call, ledger.claims())
                .claims(
                        new Text("Claim", "主張"),
                        List.of(claim),
                        one -> ledger.status(one).word());
        call.line("");
        for (LedgerEntry entry : ledger.history(claim.id())) {
            call.line("  " + entry.number() + "  " + entry.at() + "  " + entry.by() + "  "
                    + entry.act().name().toLowerCase(java.util.Locale.ROOT) + "  " + EvidenceTold.id(entry.other())
                    + " " + entry.reason());
        }
        return new CommandResult.Done();
    }

    private static CommandResult decide(CommandCall call, ClaimLedger ledger, Act act, String id) throws IOException {
        Outcome<Claim> found = ledger.find(id);
        if (found.value().isEmpty()) {
            return new CommandResult.BadInput(found.findings());
        }
        boolean two = act == Act.SUPERSEDE || act == Act.CLOSE;
        String reason = call.option("--reason").orElse("");
        if (two && call.option("--with").isEmpty()) {
            throw new Arguments.Misuse(new Text("ledger: --with ID is missing.", "ledger: --with ID を指定してください。"));
        }
        if (act != Act.ACCEPT && reason.isBlank()) {
            throw new Arguments.Misuse(new Text(
                    "ledger: --reason is missing; a decision keeps its reason.",
                    "ledger: --reason を指定してください。判断には理由を残します。"));
        }
        String other = "";
        if (two) {
            String with = call.option("--with").get();
            Outcome<Claim> second = ledger.find(with);
            if (second.value().isEmpty() && !(act == Act.CLOSE && with.matches("(ref-|entity:|office:).*"))) {
                return new CommandResult.BadInput(second.findings());
            }
            other = second.value().map(Claim::id).orElse(with);
        }
        List<Finding> refused = ledger.decide(
                act, found.value().get(), other, reason, Instant.now().toString(), person(call));
        if (!refused.isEmpty()) {
            return new CommandResult.BadInput(refused);
        }
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("status", ledger.status(found.value().get().id()).word())
                        .text("id", found.value().get().id());
            }
        } else {
            call.line(EvidenceTold.id(found.value().get().id()) + " "
                    + ledger.status(found.value().get().id()).word());
        }
        return new CommandResult.Done();
    }

    private static CommandResult export(CommandCall call, ClaimLedger ledger) throws IOException {
        String format = call.option("--format").orElse("json");
        if (!List.of("json", "csv").contains(format)) {
            throw new Arguments.Misuse(new Text(
                    "--format is '%s'; it must be json or csv.".formatted(format),
                    "--format は '%s' です。json か csv を指定してください。".formatted(format)));
        }
        StringWriter out = new StringWriter();
        boolean csv = format.equals("csv");
        if (csv) {
            LedgerExport.csv(ledger, out);
        } else {
            LedgerExport.jsonLines(ledger, out);
        }
        // what is unseen in a text is a code in both forms, and the ends of lines are ours
        out.toString().lines().forEach(line -> call.own(UnsafeSigns.shown(line) + (csv ? "\r\n" : "\n")));
        return new CommandResult.Done();
    }

    private static CommandResult read(CommandCall call, ClaimLedger ledger, String name) throws IOException {
        Path file = Arguments.path("FILE", name);
        if (name.isEmpty() || !Files.isRegularFile(file)) {
            return new CommandResult.BadInput(List.of(Finding.error(
                    Finding.Place.of(name),
                    new Text("File", "ファイル"),
                    new Text("there is no such file.", "ファイルがありません。"))));
        }
        Outcome<List<Claim>> read = LedgerExport.read(name, Files.readString(file, StandardCharsets.UTF_8));
        if (read.hasErrors()) {
            return new CommandResult.BadInput(read.findings());
        }
        int added = ledger.propose(read.value().orElse(List.of()), Instant.now().toString(), person(call));
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.number("added", added);
            }
        } else {
            call.line(new Text(added + " claims added.", added + "件を加えました。"));
        }
        return new CommandResult.Done();
    }
}
