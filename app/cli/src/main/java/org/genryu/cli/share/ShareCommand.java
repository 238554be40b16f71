package org.genryu.cli.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.cli.command.BriefRows;
import org.genryu.cli.command.RunPipeline;
import org.genryu.cli.command.SheetSource;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.report.brief.Brief;
import org.genryu.report.share.AllianceLines;
import org.genryu.report.share.ShareBrief;
import org.genryu.report.share.SharePage;
import org.genryu.report.write.PageMark;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.results.share.ShareTables;
import org.genryu.share.game.CoalitionGame;
import org.genryu.share.game.GameFile;
import org.genryu.share.rule.ClaimsProblem;
import org.genryu.share.rule.DivisionAccount;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu share`: fair splits of a joint gain or cost, with who would leave each.
public final class ShareCommand implements Command {
    /// A table of all coalitions of [CoalitionGame#MOST] players has about so many bytes.
    private static final long MOST_BYTES = 200_000_000;

    @Override
    public String name() {
        return "share";
    }

    @Override
    public Text summary() {
        return new Text(
                "Fair splits of a joint gain or cost, and who would leave each.", "協力の利益や費用の公平な分け方と、それぞれで離脱する提携。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                GAME is a table with the columns coalition,value (JP+US,180), or coalition,cost where costs are
                shared. Shapley, nucleolus, core, tau and others stand side by side.

                Examples:
                  genryu share game.csv
                  genryu share game.csv --weights US=1,JP=2,AU=1 --out split
                  genryu share game.csv --blocs JP+US --json
                  genryu share --claims A=100,B=200,C=300 --estate 200
                  genryu share alliance --members JP,US,AU --scenario cn-export-ban --with alliance-answers
                  genryu share alliance --members JP,US --scenario cn-export-ban --weights measured --futures 32""", """
                GAME は coalition,value 列の表（JP+US,180）です。費用を分けるときは coalition,cost とします。
                シャープレイ値・仁・コア・τ値などを並べて示します。

                例:
                  genryu share game.csv
                  genryu share game.csv --weights US=1,JP=2,AU=1 --out split
                  genryu share game.csv --blocs JP+US --json
                  genryu share --claims A=100,B=200,C=300 --estate 200
                  genryu share alliance --members JP,US,AU --scenario cn-export-ban --with alliance-answers
                  genryu share alliance --members JP,US --scenario cn-export-ban --weights measured --futures 32""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.parameter(
                0,
                "0..1",
                "GAME",
                new Text(
                        "A CSV file with the columns coalition,value; with --members a case; or a term sheet with a split.",
                        "coalition,value 列の CSV ファイル。--members を付けるときはケース。split のあるシートも可。")));
        spec.addOption(words.option(
                "--weights",
                "NAME=W,…",
                new Text(
                        "Also split by these weights; `measured`, with --members: by what each brings.",
                        "この重みでも配分します。--members では measured で各自の貢献を計測。")));
        spec.addOption(words.option(
                "--blocs",
                "A+B,…",
                new Text("Also split first between blocs, then within (Owen).", "ブロック間、次にブロック内でも配分します（オーエン値）。")));
        spec.addOption(words.flag(
                "--cover",
                new Text(
                        "Divide what coalitions can have in parts, where that is more (superadditive cover).",
                        "提携が分かれた方が得なら、その最大値（優加法的被覆）を配分します。")));
        spec.addOption(words.option(
                "--claims", "NAME=C,…", new Text("Instead of a game: claims on an estate.", "ゲームの代わりに、財産への請求額。")));
        spec.addOption(words.option("--estate", "AMOUNT", new Text("What there is for the claims.", "請求に充てられる額。")));
        spec.addOption(words.option(
                "--members",
                "A,B,…",
                new Text("Of a case: partners who act together against a scenario.", "ケースのとき：シナリオに対して共に動く当事者。")));
        spec.addOption(words.option("--scenario", "ID", new Text("What they act against.", "当事者が対応するシナリオ。")));
        spec.addOption(words.option(
                "--with", "ID,...", new Text("Add the measures of these scenarios to it.", "これらのシナリオの対策を加えます。")));
        spec.addOption(words.flag(
                "--uncalibrated",
                new Text(
                        "Take costs and capacities alone; do not reproduce the observed base year.",
                        "観測された基準年に合わせず、費用と能力だけで計算します。")));
        spec.addOption(words.option(
                "--futures",
                "N",
                new Text(
                        "How many futures are drawn: of a sheet 512, of partners none unless said.",
                        "計算する未来の数。シートは既定512、当事者は指定時のみ。")));
        spec.addOption(words.option("--seed", "K", new Text("Seed of all draws; 1 by default.", "乱数の種。省略時は1。")));
        spec.addOption(words.out());
        spec.addOption(words.timeLimit());
    }

    @Override
    public boolean solves(CommandCall call) {
        return true;
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        Optional<Draft> to = call.claim(ResultFolder.SHARE);
        if (call.option("--members").isPresent()) {
            call.without(new Text("a game", "ゲーム"), "--cover", "--claims", "--estate");
            return switch (AllianceShare.of(call)) {
                case AllianceShare.Made.Ended(CommandResult result) -> result;
                case AllianceShare.Made.Alliance made ->
                    told(call, made.account(), Optional.of(made), made.findings(), to);
            };
        }
        Optional<String> sheet = call.parameter(0).filter(SheetSource::isMeant);
        if (sheet.isPresent() && call.option("--claims").isEmpty()) {
            call.without(new Text("a game", "ゲーム"), "--cover", "--blocs", "--estate");
            return SheetShare.run(call, sheet.get(), to);
        }
        call.without(new Text("a term sheet or --members", "シートか --members"), "--futures", "--seed");
        call.without(new Text("--members", "--members"), "--scenario", "--with", "--uncalibrated");
        Outcome<DivisionAccount> account = call.option("--claims").isPresent() ? claims(call) : game(call);
        if (account.clean().isEmpty()) {
            return new CommandResult.BadInput(account.findings());
        }
        return told(call, account.clean().get(), Optional.empty(), account.findings(), to);
    }

    private static Outcome<DivisionAccount> claims(CommandCall call) {
        if (call.parameter(0).isPresent() || call.option("--estate").isEmpty()) {
            throw new Arguments.Misuse(new Text(
                    "--claims goes with --estate and without a game.", "--claims は --estate とともに、ゲームなしで指定してください。"));
        }
        call.without(new Text("a game", "ゲーム"), "--cover");
        Map<String, Double> given =
                ShareOptions.numbers("--claims", call.option("--claims").orElseThrow());
        double estate = ShareOptions.amount("--estate", call.option("--estate").orElseThrow());
        double[] claims = given.values().stream().mapToDouble(c -> c).toArray();
        double all = 0;
        for (double claim : claims) {
            all += claim;
            if (claim < 0) {
                throw new Arguments.Misuse(new Text(
                        "--claims: a claim is %s; it must be 0 or more.".formatted(claim),
                        "--claims: 請求額が %s です。0 以上でなければなりません。".formatted(claim)));
            }
        }
        if (estate > all || claims.length > CoalitionGame.MOST) {
            throw new Arguments.Misuse(
                    estate > all
                            ? new Text(
                                    "--estate is %s; it must not be more than all claims, %s: every claim is met."
                                            .formatted(estate, all),
                                    "--estate は %s です。請求額の合計 %s を超えてはなりません（全額を満たせます）。".formatted(estate, all))
                            : new Text(
                                    "--claims has %s names; there must be %s or fewer."
                                            .formatted(claims.length, CoalitionGame.MOST),
                                    "--claims の名前が%s件です。%s件以下でなければなりません。"
                                            .formatted(claims.length, CoalitionGame.MOST)));
        }
        List<String> players = List.copyOf(given.keySet());
        return Outcome.of(DivisionAccount.of(
                new Text("claims", "請求").in(call.lang()),
                players,
                new ClaimsProblem(estate, claims),
                ShareOptions.of(call, players)));
    }

    private static Outcome<DivisionAccount> game(CommandCall call) throws IOException {
        call.without(new Text("--claims", "--claims"), "--estate");
        String name = call.parameter(0)
                .orElseThrow(() -> new Arguments.Misuse(new Text("GAME is missing.", "GAME を指定してください。")));
        Path path = Arguments.path("GAME", name);
        if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
            return Outcome.failed(List.of(Finding.error(
                    Place.of(name),
                    new Text("Game '%s'".formatted(name), "ゲーム「%s」".formatted(name)),
                    Files.isRegularFile(path)
                            ? new Text("it is too large for a game.", "ゲームとしては大きすぎます。")
                            : new Text("there is no such file.", "そのファイルはありません。"),
                    new Text(
                            "a CSV file with the columns coalition,value is meant.",
                            "coalition,value 列の CSV ファイルを指定してください。"))));
        }
        call.progress().begin(new Text("reading " + name, name + " を読み込み中"));
        Outcome<GameFile> read = GameFile.read(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        if (read.clean().isEmpty()) {
            return Outcome.failed(read.findings());
        }
        GameFile file = read.clean().get();
        call.progress().begin(new Text("dividing", "配分を計算中"));
        if (file.costs()) {
            call.without(new Text("a game of values", "値のゲーム"), "--cover");
        }
        CoalitionGame game = call.flag("--cover") ? file.game().cover() : file.game();
        DivisionAccount account = DivisionAccount.of(
                String.valueOf(path.getFileName()), game, file.costs(), ShareOptions.of(call, game.players()), "");
        return Outcome.of(account, findings(read.findings(), account, name));
    }

    /// What the reader of a game should know before trusting its splits.
    private static List<Finding> findings(List<Finding> read, DivisionAccount account, String file) {
        List<Finding> all = new ArrayList<>(read);
        boolean costLike = !account.costs()
                && account.division().game().surplus()
                        < -account.division().game().tolerance();
        if (costLike) {
            all.add(Finding.warning(
                    Place.of(file),
                    new Text("Game", "ゲーム"),
                    new Text(
                            "all together have less than each has alone; nobody gains by joining.",
                            "全員の合計が各自単独の合計を下回り、組んでも得になりません。"),
                    new Text("these are costs: the column should be called `cost`.", "費用であれば列名を `cost` としてください。")));
        }
        return all;
    }

    private static CommandResult told(
            CommandCall call,
            DivisionAccount account,
            Optional<AllianceShare.Made.Alliance> alliance,
            List<Finding> findings,
            Optional<Draft> to)
            throws IOException {
        ShareTables tables = new ShareTables(account);
        Optional<AllianceLines> lines = alliance.map(made -> made.lines(call.lang()));
        if (to.isPresent()) {
            tables.write(to.get());
            if (alliance.isPresent()) {
                alliance.get().tables().write(to.get());
            }
            String label = alliance.map(AllianceShare.Made.Alliance::label).orElse("");
            PageMark mark = new PageMark(ProgramVersion.current(), label);
            call.page(to.get(), lang -> SharePage.of(account, alliance.map(made -> made.lines(lang)), lang, mark));
            RunManifest.write(to.get(), account, findings, ProgramVersion.current());
            to.get().commit();
        }
        call.remarks(findings.stream().filter(RunPipeline::isRemark).toList());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("status", "solved");
                tables.json(json, call.lang());
                alliance.ifPresent(made -> made.tables().all().forEach(json::table));
                json.findings("findings", findings);
            }
        } else {
            List<Brief.Part> more = lines.map(AllianceLines::parts).orElse(List.of());
            BriefRows.screen(new ShareBrief(account, call.lang()).brief(more), next(call, account), call.lang())
                    .forEach(call::line);
        }
        return new CommandResult.Done();
    }

    /// What can be typed next, with the names of this game.
    private static List<String> next(CommandCall call, DivisionAccount account) {
        String game = call.parameter(0).map(BriefRows::word).orElse("");
        List<String> rows = new ArrayList<>();
        List<String> players = account.stated().players();
        if (call.option("--members").isPresent()) {
            return rows;
        }
        if (!game.isEmpty() && call.option("--weights").isEmpty() && players.size() > 1) {
            List<String> weights = new ArrayList<>();
            for (int i = 0; i < players.size(); i++) {
                weights.add(players.get(i) + "=" + (i + 1));
            }
            rows.addAll(BriefRows.command(
                    "genryu share " + game + " --weights " + String.join(",", weights),
                    new Text("with weights", "重みつき").in(call.lang())));
        }
        if (!game.isEmpty() && call.option("--out").isEmpty()) {
            rows.addAll(BriefRows.command(
                    "genryu share " + game + " --out split",
                    new Text("tables and a page with pictures", "表と図つきの報告書").in(call.lang())));
        }
        return rows.isEmpty() ? rows : BriefRows.beside(new Text("Next", "次に").in(call.lang()), rows);
    }
}
