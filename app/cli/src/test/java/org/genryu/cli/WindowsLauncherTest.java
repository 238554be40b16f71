package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The launcher of Windows, as far as its text tells. Rung: by hand; nothing here runs it.
class WindowsLauncherTest {
    private static final List<String> LINES = House.lines(House.root().resolve("genryu.bat"));

    private static List<String> all(String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(String.join("\n", LINES))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /// What cmd.exe would print of the line, on either side of its `else`.
    private static List<String> printed(String start) {
        return LINES.stream()
                .filter(line -> line.startsWith(start))
                .flatMap(line -> Pattern.compile("\\(echo (Genryu: .*?) 1>&2\\)")
                        .matcher(line)
                        .results())
                .map(echo -> echo.group(1).replace("%NEED%", "25").replace("%UNFIT%", "21"))
                .toList();
    }

    @Test
    void withoutAFittingJdkItMustGiveTheCommandThatInstallsOne() {
        assertThat(LINES).contains("set \"NEED=25\"");
        assertThat(printed("if defined UNFIT "))
                .containsExactly(
                        "Genryu: it needs a JDK 25 or newer, and only Java 21 was found. Install one: winget install EclipseAdoptium.Temurin.25.JDK",
                        "Genryu: it needs a JDK 25 or newer, and none was found. Install one: winget install EclipseAdoptium.Temurin.25.JDK",
                        "Genryu: JDK 25 以降が必要ですが、Java 21 しかありません。インストールするには: winget install EclipseAdoptium.Temurin.25.JDK",
                        "Genryu: JDK 25 以降が必要ですが、見つかりませんでした。インストールするには: winget install EclipseAdoptium.Temurin.25.JDK");
        assertThat(LINES).contains("if not defined FOUND goto nojdk");
        assertThat(LINES.subList(LINES.indexOf(":nojdk"), LINES.indexOf(":semicolon")))
                .filteredOn(line -> line.startsWith("exit"))
                .containsExactly("exit /b 78", "exit /b 78");
    }

    @Test
    void everyPlaceItGoesToMustBeThere() {
        List<String> goals = all("(?<=goto |call :)\\w+");
        assertThat(goals).hasSizeGreaterThan(8);
        assertThat(goals).allSatisfy(goal -> assertThat(LINES).containsOnlyOnce(":" + goal));
    }

    /// `%1` and its kin are parted at `=`, `,` and `;` and end at an empty word; the line as a whole is not.
    @Test
    void theLineMustBeHandedOnAsItWasTyped() {
        assertThat(LINES.getFirst()).isEqualTo("@echo off");
        assertThat(LINES).contains("set REST=%*");
        assertThat(all("org\\.genryu\\.cli\\.Main .*$")).containsExactly("org.genryu.cli.Main %REST%");
        assertThat(all("^ *set \"?REST=.*$")).containsExactly("set REST=%*", "set REST=%REST:*--rebuild=%");
    }
}
