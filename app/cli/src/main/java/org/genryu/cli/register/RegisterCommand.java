package org.genryu.cli.register;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.results.register.RegisterTables;
import org.genryu.store.ChangeStore;
import org.genryu.store.KeptChange;
import org.genryu.store.StoreAddress;
import org.genryu.store.register.EntryStage;
import org.genryu.store.register.ProgrammeAccount;
import org.genryu.store.register.ProgrammeRegister;
import org.genryu.store.register.RegisterBook;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu register`: what the programme promised, decided, paid and delivered, and every change of it.
public final class RegisterCommand implements Command {
    /// Where the register is, for the whole session.
    private static final String SETTING = "GENRYU_STORE";

    private static final String FILE = "genryu.db";

    private static final List<String> ACTIONS =
            List.of("list", "show", "log", "move", "add", "amount", "milestone", "backup", "restore");

    @Override
    public String name() {
        return "register";
    }

    @Override
    public Text summary() {
        return new Text(
                "The programme register: what was promised, selected, paid and delivered, what is late, every change with its reason.",
                "プログラム登録簿。表明・選定・支払・供給の状況、遅れ、理由つきのすべての変更を示します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Actions: list [--stage S], show ID, log [ID] [--search WORDS], move ID STAGE, add ID,
                amount ID KIND AMOUNT, milestone ID, backup FILE, restore FILE. Every change needs --because and
                --cites; what nobody has written is `--cites assumption`. Nothing is ever overwritten.
                The register is a file or a PostgreSQL server (jdbc:postgresql://HOST/DATABASE). A new one begins
                with the fact sheet of October 2025 and the rounds of 2026.

                Examples:
                  genryu register list
                  genryu register show diamond-grit
                  genryu register move diamond-grit funded --on 2026-06-01 --because signed --cites MOU-14
                  genryu register amount lfp committed 0.2 bn USD --because signed --cites MOU-14
                  genryu register milestone framework-support --done 2026-05-30 --because told --cites C-8
                  genryu register log --search diamond
                  genryu register backup register.jsonl""", """
                操作: list [--stage 段階]、show ID、log [ID] [--search 語]、move ID 段階、add ID、
                amount ID 種類 金額、milestone ID、backup ファイル、restore ファイル。変更には --because(理由)と
                --cites(出典)が必要です。出典のない仮定は `--cites assumption` とします。上書きはしません。
                登録簿はファイルか PostgreSQL サーバー(jdbc:postgresql://HOST/DATABASE)です。
                新しい登録簿は2025年10月のファクトシートと2026年の各陣から始まります。

                例:
                  genryu register list
                  genryu register show diamond-grit
                  genryu register move diamond-grit funded --on 2026-06-01 --because 契約締結 --cites MOU-14
                  genryu register amount lfp committed 2億ドル --because 契約締結 --cites MOU-14
                  genryu register milestone framework-support --done 2026-05-30 --because 公表 --cites C-8
                  genryu register log --search ダイヤモンド
                  genryu register backup register.jsonl""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.parameters(
                "ACTION [ID …]", new Text("What to do, and with what; `list` by default.", "操作と対象。既定は `list`。")));
        spec.addOption(words.option(
                "--store",
                "FILE|URL",
                new Text(
                        "The store; by default that of GENRYU_STORE, else genryu.db.",
                        "記録庫。既定は GENRYU_STORE の値、なければ genryu.db。")));
        spec.addOption(words.option(
                "--as-of", "DAY", new Text("The day on which it is told; by default today.", "状況を示す日。既定は今日。")));
        spec.addOption(words.option(
                "--stage",
                "STAGE",
                new Text("Only those of a stage; the stage of a new entry.", "その段階の項目だけ。追加する項目の段階。")));
        spec.addOption(words.option("--search", "WORDS", new Text("Only changes that hold the words.", "語を含む変更だけ。")));
        RegisterEdits.describe(spec, words);
        spec.addOption(words.out());
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        List<String> typed = call.parameters();
        String action = Arguments.action("register", typed, ACTIONS);
        List<String> words = typed.subList(Math.min(1, typed.size()), typed.size());
        if (!action.equals("list")) {
            call.without(Text.same("list"), "--out");
        }
        Outcome<StoreAddress> address = StoreAddress.of(call.option("--store")
                .or(() -> Optional.ofNullable(System.getenv(SETTING)))
                .orElse(FILE));
        if (address.value().isEmpty()) {
            return new CommandResult.BadInput(address.findings());
        }
        return on(call, address.value().get(), action, words);
    }

    private static CommandResult on(CommandCall call, StoreAddress address, String action, List<String> words)
            throws IOException {
        return switch (action) {
            case "list" -> list(call, address);
            case "show" -> show(call, address, only(action, words, "ID"));
            case "log" -> log(call, address, words);
            case "backup" -> backup(call, address, only(action, words, "FILE"));
            case "restore" -> restore(call, address, only(action, words, "FILE"));
            default -> edit(call, address, action, words);
        };
    }

    private static String only(String action, List<String> words, String what) {
        if (words.size() != 1) {
            throw new Arguments.Misuse(new Text(
                    "register %s: it takes one %s.".formatted(action, what),
                    "register %s: %s を一つ指定してください。".formatted(action, what)));
        }
        return words.getFirst();
    }

    // ---------------------------------------------------------------- looking

    /// The register of a store, as `--store` writes it; where there is none, what a new one would hold.
    public static Outcome<ProgrammeRegister> register(String store) throws IOException {
        Outcome<StoreAddress> address = StoreAddress.of(store);
        return address.value().isEmpty()
                ? Outcome.failed(address.findings())
                : Outcome.of(Opened.of(address.value().get()).register());
    }

    /// The register and how much is kept; where there is no store, what a new one would hold.
    private record Opened(ProgrammeRegister register, Optional<ChangeStore.Head> head) {
        static Opened of(StoreAddress address) throws IOException {
            if (!ChangeStore.exists(address)) {
                return new Opened(RegisterBook.shipped(), Optional.empty());
            }
            try (ChangeStore store = ChangeStore.open(address)) {
                ProgrammeRegister register = new RegisterBook(store).read();
                return new Opened(register, Optional.of(store.head()));
            }
        }

        void remark(CommandCall call, StoreAddress address) {
            if (head.isEmpty()) {
                call.remarks(List.of(new Finding(
                        Finding.Severity.NOTE,
                        Finding.Place.NOWHERE,
                        new Text("Register", "登録簿"),
                        new Text(
                                "nothing is kept yet; these are the facts that come with the program. The first change begins '%s'."
                                        .formatted(address.shown()),
                                "まだ何も保存されていません。プログラム付属の事実を示します。最初の変更で「%s」が作られます。".formatted(address.shown())),
                        Optional.empty())));
            }
        }
    }

    private static LocalDate day(CommandCall call) {
        return call.option("--as-of")
                .map(text -> RegisterEdits.day("--as-of", text))
                .orElseGet(LocalDate::now);
    }

    private static CommandResult list(CommandCall call, StoreAddress address) throws IOException {
        Optional<EntryStage> stage = call.option("--stage").map(RegisterEdits::stage);
        Optional<Draft> to = call.claim(ResultFolder.REGISTER);
        Opened opened = Opened.of(address);
        opened.remark(call, address);
        ProgrammeAccount account = new ProgrammeAccount(opened.register(), day(call));
        RegisterTables tables = new RegisterTables(account);
        ChangeStore.Head head = opened.head().orElseGet(() -> new ChangeStore.Head(0, ""));
        if (to.isPresent()) {
            tables.write(to.get());
            RunManifest.write(to.get(), account, head, ProgramVersion.current());
            to.get().commit();
        }
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("day", account.day().toString())
                        .text("store", address.shown())
                        .number("changes", head.changes())
                        .text("hash", head.hash());
                for (var table : Arrays.asList(
                        tables.totals(),
                        tables.entries(),
                        tables.amounts(),
                        tables.milestones(),
                        tables.clock(),
                        tables.implied())) {
                    json.table(table.schema().name().replace("register_", ""), table);
                }
            }
            return new CommandResult.Done();
        }
        RegisterSummary summary = new RegisterSummary(account, call.lang());
        if (stage.isEmpty()) {
            summary.screen().forEach(call::line);
            call.line("");
        }
        summary.entries(stage).forEach(call::line);
        return new CommandResult.Done();
    }

    private static CommandResult show(CommandCall call, StoreAddress address, String id) throws IOException {
        Opened opened = Opened.of(address);
        ProgrammeRegister register = opened.register();
        List<KeptChange> history = register.history(id);
        if (history.isEmpty()) {
            return new CommandResult.BadInput(List.of(RegisterBook.unknown(id, register.ids())));
        }
        opened.remark(call, address);
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("id", id).number("version", history.getLast().deed().version());
                register.entry(id)
                        .ifPresent(entry -> json.text("stage", entry.stage().word()));
                register.milestone(id)
                        .ifPresent(
                                one -> json.text("state", one.state(day(call)).word()));
                json.table("changes", RegisterTables.changes(history));
            }
            return new CommandResult.Done();
        }
        ProgrammeAccount account = new ProgrammeAccount(register, day(call));
        new RegisterSummary(account, call.lang()).thing(id).forEach(call::line);
        return new CommandResult.Done();
    }

    private static CommandResult log(CommandCall call, StoreAddress address, List<String> words) throws IOException {
        List<KeptChange> changes;
        if (call.option("--search").isPresent() && ChangeStore.exists(address)) {
            try (ChangeStore store = ChangeStore.open(address)) {
                changes = new RegisterBook(store)
                        .search(List.of(call.option("--search").get().strip().split("\\s+")));
            }
        } else {
            Opened opened = Opened.of(address);
            opened.remark(call, address);
            changes = opened.register().changes();
            call.option("--search")
                    .ifPresent(_ -> call.without(new Text("a register that is kept", "保存された登録簿"), "--search"));
        }
        List<KeptChange> wanted = changes.stream()
                .filter(change -> words.isEmpty()
                        || words.contains(change.deed().subject().replaceFirst("^.*/", "")))
                .toList();
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.number("count", wanted.size()).table("changes", RegisterTables.changes(wanted));
            }
        } else {
            wanted.forEach(
                    change -> call.line(change.number() + "  " + change.deed().subject() + " "
                            + change.deed().version() + "  "
                            + RegisterBook.told(change.deed(), change.reason(), call.lang()) + "  ["
                            + change.reason().cites() + "]"));
        }
        return new CommandResult.Done();
    }

    // ---------------------------------------------------------------- changing

    private static CommandResult edit(CommandCall call, StoreAddress address, String action, List<String> words)
            throws IOException {
        RegisterEdits edits = new RegisterEdits(call, action, words);
        edits.check();
        try (ChangeStore store = ChangeStore.open(address)) {
            RegisterBook book = new RegisterBook(store);
            ProgrammeRegister register = book.read();
            Outcome<KeptChange.Deed> deed = edits.deed(register);
            if (deed.clean().isEmpty()) {
                return new CommandResult.BadInput(deed.findings());
            }
            Outcome<KeptChange> kept = book.keep(deed.clean().get(), edits.reason());
            if (kept.value().isEmpty()) {
                return new CommandResult.BadInput(kept.findings());
            }
            call.remarks(deed.findings());
            KeptChange change = kept.value().get();
            if (call.json()) {
                try (JsonDocument json = call.answer()) {
                    json.text("subject", change.deed().subject())
                            .number("number", change.number())
                            .number("version", change.deed().version())
                            .text("hash", change.hash());
                }
            } else {
                call.line(new Text(
                        "Kept as change %s, version %s of %s."
                                .formatted(
                                        change.number(),
                                        change.deed().version(),
                                        change.deed().subject()),
                        "変更 %s として保存しました(%3$s の版 %2$s)。"
                                .formatted(
                                        change.number(),
                                        change.deed().version(),
                                        change.deed().subject())));
            }
            return new CommandResult.Done();
        }
    }

    // ---------------------------------------------------------------- keeping safe

    private static CommandResult backup(CommandCall call, StoreAddress address, String name) throws IOException {
        Draft to = call.claim(Draft.newFile(Arguments.path("FILE", name)));
        if (!ChangeStore.exists(address)) {
            return new CommandResult.BadInput(List.of(Finding.error(
                    Finding.Place.of(address.shown()),
                    new Text("Register", "登録簿"),
                    new Text("there is no store to back up.", "控えを取る記録庫がありません。"))));
        }
        try (ChangeStore store = ChangeStore.open(address)) {
            ChangeStore.Head head;
            try (Writer out = new BufferedWriter(new OutputStreamWriter(to.open(), StandardCharsets.UTF_8))) {
                head = store.backup(out);
            }
            to.commit();
            return told(call, head, new Text("backed up to '" + name + "'", "「" + name + "」に控えを取りました"));
        }
    }

    private static CommandResult restore(CommandCall call, StoreAddress address, String name) throws IOException {
        Path file = Arguments.path("FILE", name);
        if (!Files.isRegularFile(file)) {
            return new CommandResult.BadInput(List.of(Finding.error(
                    Finding.Place.of(name),
                    new Text("File", "ファイル"),
                    new Text("there is no such file.", "ファイルがありません。"))));
        }
        try (ChangeStore store = ChangeStore.open(address);
                BufferedReader from = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return told(
                    call,
                    store.restore(from, name),
                    new Text("restored to '" + address.shown() + "'", "「" + address.shown() + "」に戻しました"));
        }
    }

    private static CommandResult told(CommandCall call, ChangeStore.Head head, Text what) {
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.number("changes", head.changes()).text("hash", head.hash());
            }
        } else {
            call.line(new Text(
                    "%s changes %s. Content hash %s.".formatted(head.changes(), what.en(), head.hash()),
                    "変更 %s 件を%s。内容のハッシュ %s".formatted(head.changes(), what.ja(), head.hash())));
        }
        return new CommandResult.Done();
    }
}
