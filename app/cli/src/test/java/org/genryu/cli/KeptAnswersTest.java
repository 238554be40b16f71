package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genryu.core.Lang;
import org.genryu.study.SolvedCases;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A question answered from what is kept gives the bytes of one that is solved: on the screen, as JSON, in files. Rung:
/// identity.
class KeptAnswersTest {
    @TempDir
    private Path folder;

    /// Two mines at the same cost, so that the shares have ranges; observed, so that it is calibrated; a scenario
    /// that cuts the year and asks what the case carries without it.
    private static TextCase world(String observed) {
        return TextCase.years(2025, 2026)
                .table("places", "place,kind,country\nAU,country,AU\nBR,country,BR\nJP,country,JP")
                .table("commodities", "commodity,unit,stage,group\nore,t,ore,stone")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1")
                .table("processes", """
                        process,place,recipe,owner,status,capacity,cost,observed
                        mine-a,AU,dig,state,operating,100,1,%1$s
                        mine-b,BR,dig,other,operating,40,1,%1$s""".formatted(observed))
                .table("routes", """
                        route,from,to,commodity,cost,observed
                        a-jp,AU,JP,ore,1,%1$s
                        b-jp,BR,JP,ore,1,%1$s""".formatted(observed))
                .table("demands", "demand,place,use,commodity,amount,shortage_cost\nneed,JP,tools,ore,50,500 USD/t")
                .scenario(
                        "less",
                        "id: less\ntitle: {en: Less, ja: 減少}\nevents:\n  - quota: {from: AU, share: 40 %, start: 2025-01, months: 6}\n");
    }

    private String in(String name, TextCase text) {
        try {
            for (Map.Entry<String, String> file : text.files().entrySet()) {
                Path target = folder.resolve(name).resolve(file.getKey());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.writeString(target, file.getValue());
            }
            return folder.resolve(name).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a line leaves: its words without the seconds, and its files without those of `run.json`.
    private Map<String, String> left(SolvedCases solved, String... line) {
        List<String> words = new ArrayList<>(List.of(line));
        Path out = folder.resolve("out");
        if (!line[0].equals("trace") || !words.contains("--json")) {
            words.addAll(List.of("--out", out.toString()));
        }
        words.add("--quiet");
        Session session = Session.of(solved, words.toArray(String[]::new));
        assertThat(session.code()).as("%s: %s", words, session.err()).isZero();
        Map<String, String> left = new TreeMap<>();
        left.put("out", withoutSeconds(session.out()));
        left.put("err", session.err());
        try (Stream<Path> files = Files.exists(out) ? Files.list(out) : Stream.empty()) {
            for (Path file : files.toList()) {
                left.put(file.getFileName().toString(), withoutSeconds(Files.readString(file)));
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return left;
    }

    private static String withoutSeconds(String json) {
        return json.replaceAll("(?s)\"seconds\"\\s*:\\s*\\{[^}]*\\}", "\"seconds\":{}");
    }

    private void mustBeTheSame(String... line) {
        SolvedCases kept = SolvedCases.in(folder.resolve("kept"), "test");
        Map<String, String> alone = left(SolvedCases.NONE, line);
        assertThat(left(kept, line)).as("the first time: %s", List.of(line)).isEqualTo(alone);
        assertThat(left(kept, line)).as("from what is kept: %s", List.of(line)).isEqualTo(alone);
        List<String> fresh = new ArrayList<>(List.of(line));
        fresh.add("--fresh");
        assertThat(left(kept, fresh.toArray(String[]::new)))
                .as("fresh: %s", List.of(line))
                .isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25"})
    void whatIsKeptMustGiveTheSameBytes(String observed) {
        String name = in("world" + observed, world(observed));
        String[] trace = {"trace", name, "--place", "JP", "--commodity", "ore"};
        mustBeTheSame(trace);
        mustBeTheSame(with(trace, "--json", "--range"));
        mustBeTheSame(with(trace, "--scenario", "less"));
        mustBeTheSame(with(trace, "--scenario", "less", "--json"));
        mustBeTheSame(with(trace, "--uncalibrated", "--lang", "ja"));
        mustBeTheSame("balance", name, "--exposure");
        mustBeTheSame("balance", name, "--json", "--scenario", "less");
        mustBeTheSame("run", name);
        mustBeTheSame("run", name, "--scenario", "less");
    }

    private static String[] with(String[] line, String... more) {
        return Stream.concat(Stream.of(line), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void theRangesMustHaveBeenOpenAndTheBaseYearFitted() {
        Session open = Session.of("trace", in("open", world("")), "--place", "JP", "--commodity", "ore", "--json");
        assertThat(open.json().toString()).contains("\"low\"");
        String name = in("fitted", world("25"));
        Session fitted = Session.of("balance", name, "--json");
        Session plain = Session.of("balance", name, "--json", "--uncalibrated");
        assertThat(fitted.json().get("objective")).isNotEqualTo(plain.json().get("objective"));
    }

    @Test
    void theSmallWorldsMustGiveTheSameBytes() {
        Map<String, TextCase> worlds = new TreeMap<>();
        worlds.put("streams", Zoo.streams());
        worlds.put("third", Zoo.thirdCountry());
        worlds.put("loop", Zoo.loop());
        worlds.put("joint", Zoo.jointProduction());
        worlds.put("by", Zoo.byProduct());
        worlds.put("strait", Zoo.strait());
        worlds.put("stock", Zoo.stock());
        worlds.put("returns", Zoo.returns());
        worlds.put("split", Zoo.splitNode());
        worlds.forEach((name, world) -> mustBeTheSame("run", in(name, world)));
    }

    @Test
    @Tag("slow")
    void theBuiltInCaseMustGiveTheSameBytes() {
        String[] trace = {"trace", "alliance", "--place", "JP", "--commodity", "ndfeb-magnet", "--element", "dy"};
        mustBeTheSame(trace);
        mustBeTheSame(with(trace, "--json"));
        mustBeTheSame("run", "alliance");
    }

    /// What is kept is made of the first question, whichever it was.
    @Test
    void oneCommandMustLeaveItForTheOthers() throws IOException {
        String name = in("world", world("25"));
        SolvedCases kept = SolvedCases.in(folder.resolve("kept"), "test");
        left(kept, "balance", name);
        left(kept, "trace", name, "--place", "JP", "--commodity", "ore");
        left(kept, "run", name);
        try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
            assertThat(files).hasSize(1);
        }
        Session told = Session.of(kept, "trace", name, "--place", "JP", "--commodity", "ore");
        assertThat(told.err()).doesNotContain("balancing");
        Session fresh = Session.of(kept, "trace", name, "--place", "JP", "--commodity", "ore", "--fresh");
        assertThat(fresh.err()).contains("balancing");
        assertThat(fresh.out()).isEqualTo(told.out());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatCannotBeUsedMustChangeNothing() throws IOException {
        String name = in("world", world(""));
        String[] trace = {"trace", name, "--place", "JP", "--commodity", "ore"};
        Map<String, String> alone = left(SolvedCases.NONE, trace);
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThat(left(SolvedCases.in(file, "test"), trace)).isEqualTo(alone);
        Path forAll = Files.createDirectory(folder.resolve("for-all"));
        Files.setPosixFilePermissions(forAll, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(left(SolvedCases.in(forAll, "test"), trace)).isEqualTo(alone);
        assertThat(forAll).isEmptyDirectory();
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        assertThat(left(SolvedCases.in(closed, "test"), trace)).isEqualTo(alone);
        assertThat(left(SolvedCases.in(Path.of("relative"), "test"), trace)).isEqualTo(alone);
        assertThat(Path.of("relative")).doesNotExist();
    }

    @Test
    void helpMustSayHowToSolveAgain() {
        for (String command : List.of("run", "balance", "trace")) {
            assertThat(Session.of(command, "--help").out()).contains("--fresh").contains("Solve again");
            assertThat(Session.of(Lang.JA, false, command, "--help").out()).contains("必ず解き直します");
        }
    }
}
