package org.genryu.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.genryu.cli.console.Console;
import org.genryu.cli.console.ConsoleWriter;
import org.genryu.core.Lang;
import org.genryu.study.SolvedCases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A person at the keyboard: types a line and sees what comes back.
///
/// @param code exit code
/// @param out all of standard output
/// @param err all of standard error
public record Session(int code, String out, String err) {
    /// Types a line into a pipe, on a system in English.
    public static Session of(String... args) {
        return of(Lang.EN, false, args);
    }

    public static Session of(Lang system, boolean terminal, String... args) {
        return of(system, terminal, SolvedCases.NONE, args);
    }

    /// @param solved the answers that are kept from one line to the next
    public static Session of(SolvedCases solved, String... args) {
        return of(Lang.EN, false, solved, args);
    }

    private static Session of(Lang system, boolean terminal, SolvedCases solved, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console desk = new Console(
                new ConsoleWriter(out, StandardCharsets.UTF_8),
                new ConsoleWriter(err, StandardCharsets.UTF_8),
                terminal,
                system);
        int code = new GenryuCli(desk, Optional.empty(), () -> solved).run(List.of(args));
        return new Session(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Standard output as JSON; fails if there is anything else in it.
    public JsonNode json() {
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(out);
    }
}
