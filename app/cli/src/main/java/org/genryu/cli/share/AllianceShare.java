package org.genryu.cli.share;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.balance.BalanceResult;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseNames;
import org.genryu.casefile.Scenario;
import org.genryu.cli.command.CaseSource;
import org.genryu.cli.command.RunPipeline;
import org.genryu.cli.command.StressCommand;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Arguments.Misuse;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.report.share.AllianceLines;
import org.genryu.results.share.AllianceTables;
import org.genryu.share.game.CoalitionGame;
import org.genryu.share.rule.Division;
import org.genryu.share.rule.DivisionAccount;
import org.genryu.share.rule.MeasuredWeights;
import org.genryu.share.rule.SplitErrors;
import org.genryu.stress.game.AllianceAccount;
import org.genryu.stress.game.AllianceAccount.Aim;
import org.genryu.study.AllianceStudy;
import org.genryu.study.StressStudy;

/// `genryu share CASE --members …`: which partners and which scenario are meant, and the game that they
/// make.
final class AllianceShare {
    /// Each future is gone through once for every coalition.
    private static final int MOST_FUTURES = 2_000;

    /// What `--weights` says to have them measured.
    private static final String MEASURED = "measured";

    private AllianceShare() {}

    /// What came of it.
    sealed interface Made {
        /// @param label of the case
        record Alliance(
                DivisionAccount account,
                AllianceAccount alliance,
                Map<Aim, Division> byAim,
                Optional<MeasuredWeights> weights,
                String label,
                List<Finding> findings)
                implements Made {
            AllianceTables tables() {
                return new AllianceTables(alliance, account, byAim, weights);
            }

            AllianceLines lines(Lang lang) {
                return new AllianceLines(tables(), lang);
            }
        }

        record Ended(CommandResult result) implements Made {}
    }

    static Made of(CommandCall call) throws IOException {
        String asked = call.option("--scenario")
                .orElseThrow(() -> new Misuse(new Text(
                        "--members needs --scenario: what do the partners act against?",
                        "--members には --scenario が必要です。何に対して共に動くかを指定してください。")));
        Outcome<CaseFile> read = CaseSource.read(call);
        if (read.clean().isEmpty()) {
            return new Made.Ended(new CommandResult.BadInput(read.findings()));
        }
        CaseFile file = read.clean().get();
        Outcome<List<String>> members = members(file, call.option("--members").orElse(""));
        Outcome<Scenario> scenario = StressStudy.scenario(file, asked);
        Outcome<Scenario> acting = scenario.clean()
                .map(one -> StressStudy.with(file, one, RunPipeline.listed(call, "--with")))
                .orElse(scenario);
        if (members.clean().isEmpty() || acting.clean().isEmpty()) {
            return new Made.Ended(
                    new CommandResult.BadInput(StressStudy.joined(members.findings(), acting.findings())));
        }
        Outcome<StressStudy.Ready> ready = StressStudy.calm(
                file,
                StressStudy.before(file, acting.clean().get()),
                call.solved(),
                StressCommand.options(call),
                call.progress());
        List<Finding> findings = StressStudy.joined(read.findings(), ready.findings());
        if (ready.clean().isEmpty()) {
            return new Made.Ended(new CommandResult.BadInput(findings));
        }
        return switch (ready.clean().get()) {
            case StressStudy.NoCalm(BalanceResult verdict) -> new Made.Ended(StressCommand.noCalm(verdict));
            case StressStudy.Calm calm ->
                played(call, calm, acting.clean().get(), members.clean().get(), findings);
        };
    }

    private static Made played(
            CommandCall call, StressStudy.Calm calm, Scenario scenario, List<String> members, List<Finding> before) {
        boolean measured = call.option("--weights").filter(MEASURED::equals).isPresent();
        AllianceStudy.Question question = question(call, measured);
        Outcome<AllianceStudy.Played> played = AllianceStudy.of(calm, scenario, members, question, call.progress());
        List<Finding> findings = StressStudy.joined(before, played.findings());
        Optional<AllianceAccount> alliance = played.clean().flatMap(AllianceStudy.Played::account);
        if (alliance.isEmpty()) {
            return new Made.Ended(
                    played.hasErrors() ? new CommandResult.BadInput(findings) : StressCommand.unproved(false));
        }
        AllianceStudy.Played told = played.clean().orElseThrow();
        List<Finding> all = new ArrayList<>(findings);
        Division.Options options =
                measured ? weighed(call, members, told.weights().orElseThrow(), all) : ShareOptions.of(call, members);
        Map<Aim, Division> byAim = new EnumMap<>(Aim.class);
        for (Aim aim : Aim.values()) {
            byAim.put(aim, Division.of(game(alliance.get(), aim).cover(), options));
        }
        CoalitionGame game = game(alliance.get(), Aim.ALL);
        CoalitionGame cover = game.cover();
        List<String> lifted = new ArrayList<>();
        for (int s : game.bySize()) {
            if (cover.worth(s) - game.worth(s) > game.tolerance()) {
                lifted.add(game.name(s));
            }
        }
        if (!lifted.isEmpty()) {
            all.add(Finding.warning(
                    Place.NOWHERE,
                    new Text("Alliance", "同盟"),
                    new Text(
                            "%s do better in parts; what they can have in parts is divided."
                                    .formatted(String.join(", ", lifted)),
                            "%sは分かれた方が得なので、分かれた場合の最大値を配分します。".formatted(String.join("、", lifted))),
                    new Text(
                            "what one of them does costs the others more than it brings.",
                            "ある当事者の行動が、ほかの当事者に効果以上の負担をかけていないか確かめてください。")));
        }
        DivisionAccount account = DivisionAccount.of(
                calm.file().header().title().in(call.lang()) + " · "
                        + scenario.title().in(call.lang()),
                cover,
                false,
                options,
                calm.file().header().currency());
        if (!told.futures().isEmpty()) {
            account = account.with(SplitErrors.of(
                    told.futures().size(),
                    some -> game(
                                    AllianceAccount.mean(Arrays.stream(some)
                                            .mapToObj(told.futures()::get)
                                            .toList()),
                                    Aim.ALL)
                            .cover(),
                    options));
        }
        return new Made.Alliance(
                account, alliance.get(), byAim, told.weights(), calm.file().label(), all);
    }

    private static AllianceStudy.Question question(CommandCall call, boolean measured) {
        Text why = new Text("each is gone through for every coalition", "提携ごとに未来を一本ずつ計算します");
        int futures = call.option("--futures")
                .map(text -> Arguments.whole("--futures", text, 2, MOST_FUTURES, why))
                .orElse(0);
        if (futures == 0 && call.option("--seed").isPresent()) {
            throw new Misuse(new Text(
                    "--seed goes with --futures: without them nothing is drawn.",
                    "--seed は --futures とともに指定してください。なければ何も引きません。"));
        }
        long seed = call.option("--seed")
                .map(text -> Arguments.whole("--seed", text, 0))
                .orElse(AllianceStudy.Question.CENTRAL.seed());
        return new AllianceStudy.Question(futures, seed, measured);
    }

    /// Measured weights, where anybody brings anything.
    private static Division.Options weighed(
            CommandCall call, List<String> members, MeasuredWeights weights, List<Finding> findings) {
        List<Integer> blocs = ShareOptions.blocs(call, members);
        if (weights.any()) {
            return new Division.Options(Optional.of(weights.weights()), blocs);
        }
        findings.add(Finding.warning(
                Place.NOWHERE,
                new Text("Weights", "重み"),
                new Text(
                        "nobody lays out money, has better plants or bears risk here; there is nothing to weigh by.",
                        "資金・優れた設備・リスクのいずれも誰ももたらしておらず、重みがありません。"),
                new Text(
                        "`--weights JP=1,US=2` gives weights of your own; `--futures` measures risk too.",
                        "`--weights JP=1,US=2` で自分の重みを指定できます。`--futures` でリスクも計測します。")));
        return new Division.Options(Optional.empty(), blocs);
    }

    private static CoalitionGame game(AllianceAccount alliance, Aim aim) {
        return CoalitionGame.of(alliance.members(), s -> alliance.worth(s, aim));
    }

    private static Outcome<List<String>> members(CaseFile file, String text) {
        List<String> members = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        String[] country = file.table("places").words("country");
        List<String> countries = new ArrayList<>();
        for (String word : Arrays.stream(text.split(",", -1)).map(String::strip).toList()) {
            Outcome<Integer> found = CaseNames.places(file).find(word);
            findings.addAll(found.findings());
            found.clean().ifPresent(row -> {
                String id = file.table("places").id(row);
                members.add(Arrays.asList(country).contains(word) ? word : id);
                countries.add(country[row]);
            });
        }
        for (int i = 0; i < members.size() && findings.isEmpty(); i++) {
            for (int j = 0; j < members.size(); j++) {
                if (i != j
                        && (members.get(i).equals(members.get(j))
                                || members.get(i).equals(countries.get(j)))) {
                    throw new Misuse(new Text(
                            "--members names '%s' and '%s'; a place must be in one of them only."
                                    .formatted(members.get(i), members.get(j)),
                            "--members の '%s' と '%s' が重なっています。一つの地点は一方だけに含めてください。"
                                    .formatted(members.get(i), members.get(j))));
                }
            }
        }
        if (findings.isEmpty() && (members.size() < 2 || members.size() > AllianceStudy.MOST)) {
            throw new Misuse(new Text(
                    "--members names %s partners; it must name 2 to %s.".formatted(members.size(), AllianceStudy.MOST),
                    "--members の当事者が%s件です。2〜%s件でなければなりません。".formatted(members.size(), AllianceStudy.MOST)));
        }
        return findings.isEmpty() ? Outcome.of(List.copyOf(members)) : Outcome.failed(findings);
    }
}
