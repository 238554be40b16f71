package org.genryu.cli.serve;

import java.nio.file.Path;
import java.util.Optional;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.store.StoreAddress;
import picocli.CommandLine.Model.CommandSpec;

/// Where a workbench keeps what it keeps: the same two options find the same store, whatever is done with it.
record HomeOptions(Path home, Optional<StoreAddress> named) {
    /// The store that is named, or the one in the home folder.
    StoreAddress store() {
        return named.orElseGet(() -> new StoreAddress.SqliteFile(home.resolve("genryu.db")));
    }

    static void describe(CommandSpec spec, HelpOptions words) {
        spec.addOption(words.option(
                "--home",
                "DIR",
                new Text(
                        "Folder of what the workbench keeps; genryu-workbench here by default.",
                        "ワークベンチの保存先。既定はこのフォルダの genryu-workbench。")));
        spec.addOption(words.option(
                "--store",
                "FILE|URL",
                new Text(
                        "Where changes are kept: a file, or jdbc:postgresql:...; genryu.db in the home folder by default.",
                        "変更の記録先。ファイルまたは jdbc:postgresql:...。既定は保存先フォルダの genryu.db。")));
    }

    static Outcome<HomeOptions> of(CommandCall call) {
        Path home = Arguments.path("--home", call.option("--home").orElse("genryu-workbench"))
                .toAbsolutePath()
                .normalize();
        return call.option("--store")
                .map(setting -> StoreAddress.of(setting).map(named -> new HomeOptions(home, Optional.of(named))))
                .orElseGet(() -> Outcome.of(new HomeOptions(home, Optional.empty())));
    }
}
