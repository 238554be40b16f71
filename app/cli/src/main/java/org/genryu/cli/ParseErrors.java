package org.genryu.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.genryu.core.Text;
import org.genryu.core.name.NearestNames;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The errors of the parser and of the file system as sentences in both languages.
final class ParseErrors {
    private ParseErrors() {}

    /// What is wrong with the line that was typed.
    static Text sentence(CommandLine.ParameterException e) {
        return switch (e) {
            case CommandLine.UnmatchedArgumentException unknown -> unknown(unknown);
            case CommandLine.MissingParameterException missing -> missing(missing.getMissing(), e);
            case CommandLine.OverwrittenOptionException twice ->
                new Text(
                        "%s is given more than once.".formatted(name(twice.getOverwritten())),
                        "%s が複数回指定されています。".formatted(name(twice.getOverwritten())));
            default -> Text.same(firstLine(e));
        };
    }

    private static Text unknown(CommandLine.UnmatchedArgumentException e) {
        String words = e.getUnmatched().stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
        Text what = new Text("%s is not known here.".formatted(words), "%s は使えません。".formatted(words));
        String first = e.getUnmatched().isEmpty() ? "" : e.getUnmatched().getFirst();
        return NearestNames.of(first, known(e.getCommandLine().getCommandSpec())).stream()
                .findFirst()
                .map(name -> new Text(
                        what.en() + " Maybe '%s' was meant.".formatted(name),
                        what.ja() + "もしかして '%s' ですか。".formatted(name)))
                .orElse(what);
    }

    /// What can be typed after a command: its commands and options.
    private static List<String> known(CommandSpec spec) {
        List<String> names = new ArrayList<>();
        spec.subcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                names.add(name);
            }
        });
        spec.options().forEach(option -> names.add(option.longestName()));
        return names;
    }

    private static Text missing(List<ArgSpec> missing, CommandLine.ParameterException e) {
        if (missing.isEmpty()) {
            return Text.same(firstLine(e));
        }
        String names = missing.stream().map(ParseErrors::name).collect(Collectors.joining(", "));
        return new Text("%s is missing.".formatted(names), "%s が指定されていません。".formatted(names));
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option
                ? option.longestName() + (option.arity().max() > 0 ? " " + option.paramLabel() : "")
                : spec.paramLabel();
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }

    /// The file that an error of the file system is about.
    static Text file(IOException e) {
        String name = e instanceof FileSystemException f && f.getFile() != null ? f.getFile() : "";
        return name.isEmpty()
                ? new Text("File", "ファイル")
                : new Text("File '%s'".formatted(name), "ファイル '%s'".formatted(name));
    }

    /// What is wrong with it.
    static Text why(IOException e) {
        return switch (e) {
            case NoSuchFileException _, FileNotFoundException _ -> new Text("does not exist.", "存在しません。");
            case AccessDeniedException _ -> new Text("may not be read or written.", "読み書きの権限がありません。");
            case FileAlreadyExistsException _ -> new Text("is there already.", "すでに存在します。");
            case NotDirectoryException _ -> new Text("is no folder.", "フォルダではありません。");
            default ->
                new Text(
                        "cannot be read or written (%s).".formatted(firstLine(e)),
                        "読み書きできません(%s)。".formatted(firstLine(e)));
        };
    }
}
