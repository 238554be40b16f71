package org.genryu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.Console;
import org.genryu.cli.console.ConsoleWriter;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramContent;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.disk.UserCache;
import org.genryu.study.SolvedCases;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu warm-up DIR`, hidden: the training run of the launcher. Goes once through what most calls need, on a case
/// of one mine and one town, and once through the whole chain on the built-in case, which has all that a case can
/// have, so that Java can keep the classes prepared.
final class WarmUp implements Command {
    static final String NAME = "warm-up";

    private static final Map<String, String> SMALL = Map.of(
            "case.yaml", """
                    id: small
                    title: {en: One mine and one town, ja: 鉱山と町}
                    currency: USD
                    price_year: 2025
                    discount_rate: 0.05
                    periods: {first: 2025, last: 2027, step: year}
                    """,
            "places.csv", "place,name_en,country\nmine,Mine,CN\ntown,Town,JP\n",
            "commodities.csv", "commodity,name_en,unit,stage\nore,Ore,t,mine\n",
            "recipes.csv", "recipe,commodity,amount\ndig,ore,1\n",
            "processes.csv",
                    "process,place,recipe,owner,status,capacity,cost,observed\npit,mine,dig,state,operating,100 t/yr,10,60\n",
            "routes.csv", "route,from,to,commodity,cost,capacity,days,observed\nship,mine,town,ore,2,90,20,60\n",
            "demands.csv", "demand,place,use,commodity,amount,growth,shortage_cost\nneed,town,making,ore,60,30 %,500\n",
            "stores.csv", "store,place,commodity,kind,capacity,level,cost\nshed,town,ore,strategic,20,5,1\n",
            "scenarios/stop.yaml", """
                    id: stop
                    title: {en: Stop, ja: 停止}
                    start: 2026-01
                    months: 12
                    """);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Text summary() {
        return new Text("Training run of the launcher.", "起動プログラムの準備用。");
    }

    @Override
    public Text lesson() {
        return Text.same("");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.usageMessage().hidden(true);
        spec.addPositional(words.parameter(0, "1", "DIR", new Text("Scratch folder.", "作業用フォルダ。")));
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        Path folder = Arguments.path("DIR", call.parameter(0).orElseThrow());
        Path small = folder.resolve("small");
        for (Map.Entry<String, String> file : SMALL.entrySet()) {
            Path target = small.resolve(file.getKey());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, file.getValue());
        }
        String name = small.toString();
        String out = folder.resolve("out").toString();
        // What is solved here is kept for this person: the first question about the built-in case is answered
        // already.
        SolvedCases kept = SolvedCases.of(UserCache.here(), ProgramContent.current());
        GenryuCli program = new GenryuCli(
                new Console(ConsoleWriter.nowhere(), ConsoleWriter.nowhere(), false, Lang.EN),
                Optional.empty(),
                () -> kept);
        program.run(List.of("--help"));
        program.run(List.of("check", name, "--json"));
        program.run(List.of(
                "run",
                "alliance",
                "--fresh",
                "--out",
                folder.resolve("alliance").toString()));
        program.run(List.of("--version"));
        program.run(List.of(
                "trace", "alliance", "--place", "JP", "--commodity", "ndfeb-magnet", "--element", "dy", "--json"));
        program.run(List.of("balance", name, "--uncalibrated", "--fresh", "--json"));
        program.run(List.of("balance", name, "--fresh"));
        program.run(List.of("run", name, "--fresh", "--out", out));
        program.run(List.of(
                "balance", name, "--uncalibrated", "--fresh", "--out", out)); // a folder that holds a result already
        program.run(List.of("trace", name, "--place", "town", "--commodity", "ore"));
        return new CommandResult.Done();
    }
}
