package org.genryu.cli.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.genryu.core.Finding;
import org.genryu.core.Text;

/// What was typed, as values; what cannot be one is wrong usage.
public final class Arguments {
    private Arguments() {}

    /// The line that was typed is not understood.
    public static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Text problem;

        public Misuse(Text problem) {
            super(problem.en());
            this.problem = problem;
        }

        public Text problem() {
            return problem;
        }
    }

    /// The first of the words that were typed, one of the actions of a command; `list` where nothing was.
    public static String action(String command, List<String> typed, List<String> actions) {
        String action = typed.isEmpty() ? "list" : typed.getFirst();
        if (!actions.contains(action)) {
            throw new Misuse(new Text(
                    "%s: '%s' is no action; it must be one of %s."
                            .formatted(command, action, String.join(", ", actions)),
                    "%s: '%s' という操作はありません。%s のいずれかを指定してください。".formatted(command, action, String.join("、", actions))));
        }
        return action;
    }

    public static Path path(String what, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new Misuse(new Text(
                    "%s: '%s' is no name of a file or folder.".formatted(what, name),
                    "%s: '%s' はファイル名やフォルダ名として使えません。".formatted(what, name)));
        }
    }

    /// A time [s] above 0.
    static double seconds(String what, String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds > 0) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw noSeconds(what, text);
        }
        throw noSeconds(what, text);
    }

    private static Misuse noSeconds(String what, String text) {
        return new Misuse(new Text(
                "%s is '%s'; it must be a number of seconds above 0.".formatted(what, text),
                "%s は '%s' です。0 より大きい秒数を指定してください。".formatted(what, text)));
    }

    /// A whole number between two others.
    /// @param why there are no more
    public static int whole(String what, String text, int least, int most, Text why) {
        long number = whole(what, text, least);
        if (number > most) {
            throw new Misuse(new Text(
                    String.format(
                            Locale.ROOT,
                            "%s is '%s'; it must be a whole number from %d to %,d: %s.",
                            what,
                            text,
                            least,
                            most,
                            why.en()),
                    String.format(
                            Locale.ROOT,
                            "%s は '%s' です。%d 以上 %,d 以下の整数を指定してください(%s)。",
                            what,
                            text,
                            least,
                            most,
                            why.ja())));
        }
        return (int) number;
    }

    /// A day.
    /// @param what the option
    public static LocalDate day(String what, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Misuse(new Text(
                    "%s is '%s'; it must be a day such as 2026-01-14.".formatted(what, text),
                    "%s は '%s' です。2026-01-14 のような日付を指定してください。".formatted(what, text)));
        }
    }

    /// A whole number, `least` or more.
    public static long whole(String what, String text, long least) {
        try {
            long number = Long.parseLong(text.replace(",", "").replace("_", ""));
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw noWhole(what, text, least);
        }
        throw noWhole(what, text, least);
    }

    private static Misuse noWhole(String what, String text, long least) {
        return new Misuse(new Text(
                "%s is '%s'; it must be a whole number, %s or more.".formatted(what, text, least),
                "%s は '%s' です。%s 以上の整数を指定してください。".formatted(what, text, least)));
    }

    /// A share from 0 to 1, also written in percent.
    public static double share(String what, String text) {
        String bare = text.strip();
        double scale = bare.endsWith("%") ? 0.01 : 1;
        try {
            double share = scale * Double.parseDouble(bare.replace("%", "").strip());
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw noShare(what, text);
        }
        throw noShare(what, text);
    }

    private static Misuse noShare(String what, String text) {
        return new Misuse(new Text(
                "%s is '%s'; it must be a share such as 0.1 or 10%%.".formatted(what, text),
                "%s は '%s' です。0.1 や 10%% のような割合を指定してください。".formatted(what, text)));
    }

    /// One word of a list.
    public static <E extends Enum<E>> E choice(String what, String text, Class<E> kind) {
        for (E value : kind.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        List<String> known = java.util.Arrays.stream(kind.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        throw new Misuse(new Text(
                "%s is '%s'; it must be one of %s.".formatted(what, text, String.join(", ", known)),
                "%s は '%s' です。%s のいずれかを指定してください。".formatted(what, text, String.join("、", known))));
    }

    public static Text severity(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> new Text("error", "エラー");
            case WARNING -> new Text("warning", "警告");
            case NOTE -> new Text("note", "注記");
        };
    }
}
