package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/// How the line that was typed is understood. Rung: by hand, word for word.
class UsageTest {
    @ParameterizedTest
    @EnumSource(Lang.class)
    void helpMustListEveryCommandInBothLanguages(Lang lang) {
        Session help = Session.of(lang, false, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(shown(lang).map(CommandLine::getCommandName))
                .contains("run", "cases", "init", "check", "balance", "import", "export", "completion")
                .allSatisfy(name -> assertThat(help.out()).contains("\n  " + name));
        assertThat(help.out()).contains(lang == Lang.EN ? "Usage: genryu" : "使い方: genryu");
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void everyCommandMustTeachWithAnExample(Lang lang) {
        for (CommandLine command : shown(lang).toList()) {
            Session help = Session.of(lang, false, command.getCommandName(), "--help");
            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("--json", "--lang", "--quiet", "\n  genryu ");
            assertThat(help.out()).contains(lang == Lang.EN ? "Example" : "例");
        }
    }

    /// Where it would do nothing, an option is refused.
    @Test
    void onlyWhatWritesResultsMustTakeAFolderForThem() {
        assertThat(shown(Lang.EN)
                        .filter(command -> command.getCommandSpec().findOption("--out") != null)
                        .map(CommandLine::getCommandName))
                .containsExactlyInAnyOrder(
                        "run",
                        "balance",
                        "trace",
                        "stress",
                        "backtest",
                        "game",
                        "worst",
                        "plan",
                        "brief",
                        "value",
                        "share",
                        "read",
                        "ledger",
                        "register",
                        "survive");
        Session check = Session.of("check", "alliance", "--out", "here");
        assertThat(check.code()).isEqualTo(2);
        assertThat(check.err()).startsWith("genryu: '--out', 'here' is not known here.");
        assertThat(Session.of("--out", "here").code()).isEqualTo(2);
    }

    @Test
    void anOptionOfAnotherFormMustBeRefused() {
        for (String name : new String[] {"a.xlsx", "a.lp", "a.mps"}) {
            assertThat(Session.of("export", "alliance", name, "--bom").err())
                    .startsWith("genryu: --bom has no effect here; it is for CSV.\n");
        }
        assertThat(Session.of("init", "a", "--xlsx", "--bom", "--lang", "ja").err())
                .startsWith("genryu: --bom はここでは効きません。CSV のためのものです。\n");
        for (String name : new String[] {"a.xlsx", "a"}) {
            Session plain = Session.of("export", "alliance", name, "--uncalibrated");
            assertThat(plain.code()).isEqualTo(2);
            assertThat(plain.err()).startsWith("genryu: --uncalibrated has no effect here; it is for LP and MPS.\n");
            assertThat(Session.of("export", "alliance", name, "--scenario", "x", "--lang", "ja")
                            .err())
                    .startsWith("genryu: --scenario はここでは効きません。LP・MPS のためのものです。\n");
        }
    }

    /// Every option of every command, before the command and behind it.
    @Test
    void whereAnOptionStandsMustNotMatter() {
        assertThat(Session.of("--json", "cases")).isEqualTo(Session.of("cases", "--json"));
        assertThat(Session.of("--lang", "ja", "--json", "cases")).isEqualTo(Session.of("cases", "--json", "--lang=ja"));
        assertThat(Session.of("--lang", "xx", "cases")).isEqualTo(Session.of("cases", "--lang", "xx"));
        assertThat(Session.of("--lang", "run", "help", "cases"))
                .isEqualTo(Session.of("help", "cases", "--lang", "run"));
        assertThat(Session.of("--lang=ja", "help", "cases")).isEqualTo(Session.of("cases", "--help", "--lang=ja"));
        assertThat(Session.of("--version", "cases").err()).startsWith("genryu: '--version' is not known here.");
        for (CommandLine command : shown(Lang.EN).toList()) {
            String name = command.getCommandName();
            command.getCommandSpec().options().stream()
                    .filter(option -> option.arity().max() > 0)
                    .forEach(option -> assertThat(Session.of(option.longestName(), "cases", name, "--nonsense"))
                            .isEqualTo(Session.of(name, option.longestName(), "cases", "--nonsense")));
        }
    }

    private static Stream<CommandLine> shown(Lang lang) {
        return GenryuCli.line(lang).getSubcommands().values().stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden());
    }

    @Test
    void theLanguageAskedForMustWinOverThatOfTheSystem() {
        assertThat(Session.of(Lang.EN, false, "--lang", "ja").out()).contains("使い方");
        assertThat(Session.of(Lang.JA, false, "--help", "--lang=en").out()).contains("Usage");
    }

    @Test
    void helpOfACommandMustBeFoundByEitherForm() {
        assertThat(Session.of("help", "completion")).isEqualTo(Session.of("completion", "--help"));
    }

    @Test
    void anUnknownCommandMustEndWithTwoAndTheNearestName() {
        Session typo = Session.of("completoin");
        assertThat(typo.code()).isEqualTo(2);
        assertThat(typo.out()).isEmpty();
        assertThat(typo.err()).isEqualTo("""
                        genryu: 'completoin' is not known here. Maybe 'completion' was meant.
                        genryu: See `genryu --help`.
                        """);
        assertThat(Session.of(Lang.JA, false, "completoin").err()).isEqualTo("""
                        genryu: 'completoin' は使えません。もしかして 'completion' ですか。
                        genryu: `genryu --help` をご覧ください。
                        """);
    }

    @Test
    void anUnknownOptionMustEndWithTwoAndPointToTheCommandsPage() {
        Session typo = Session.of("completion", "--jsno");
        assertThat(typo.code()).isEqualTo(2);
        assertThat(typo.err())
                .startsWith("genryu: '--jsno' is not known here.")
                .endsWith("genryu: See `genryu completion --help`.\n");
    }

    @Test
    void anotherLanguageThanTheTwoMustBeRefused() {
        Session french = Session.of("completion", "--lang", "fr");
        assertThat(french.code()).isEqualTo(2);
        assertThat(french.err()).startsWith("genryu: --lang is 'fr'; it must be one of en, ja.\n");
    }

    @Test
    void wrongUsageMustAnswerAProgramInJson() {
        Session typo = Session.of("completion", "--json", "--nonsense");
        assertThat(typo.code()).isEqualTo(2);
        assertThat(typo.json().get("status").asString()).isEqualTo("usage");
        assertThat(typo.json().get("message").asString()).contains("--nonsense");
    }

    @Test
    void completionMustBeAScriptThatKnowsTheCommands() {
        Session completion = Session.of("completion");
        assertThat(completion.code()).isZero();
        assertThat(completion.err()).isEmpty();
        assertThat(completion.out()).startsWith("#!/usr/bin/env bash").contains("completion", "--quiet");
    }

    @Test
    void versionMustBeOneLineOrOneDocument() {
        assertThat(Session.of("--version").out()).startsWith("genryu ").endsWith("\n");
        assertThat(Session.of("--version", "--json").json().get("program").asString())
                .isEqualTo("genryu");
    }
}
