package org.genryu.cli.serve;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.genryu.cli.console.Arguments;
import org.genryu.core.Text;
import org.genryu.web.login.Passwords;

/// Where a password comes from: a file, standard input, or a person who is asked twice; never an argument, which
/// others on the machine could read.
final class PasswordSource {
    static final String FILE = "--password-file";

    private static final int MOST = 4_096;

    private PasswordSource() {}

    /// A new password that is good enough.
    /// @param file of the option
    static String read(Optional<String> file, String account) throws IOException {
        String password = file.isPresent() ? line(file.get()) : asked();
        Optional<Text> wrong = Passwords.wrong(password, account);
        if (wrong.isPresent()) {
            throw new Arguments.Misuse(wrong.get());
        }
        return password;
    }

    /// The first line of a file, or of standard input.
    static String line(String file) throws IOException {
        byte[] bytes;
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Arguments.path(FILE, file))) {
            bytes = in.readNBytes(MOST);
        }
        return new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }

    private static String asked() {
        Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isEmpty()) {
            throw new Arguments.Misuse(new Text(
                    "There is no terminal to ask for a password; give it with %s FILE, or - for standard input."
                            .formatted(FILE),
                    "パスワードを尋ねる端末がありません。%s ファイル名、または標準入力なら - を指定してください。".formatted(FILE)));
        }
        String once = String.valueOf(terminal.get().readPassword("Password / パスワード: "));
        String again = String.valueOf(terminal.get().readPassword("Again / もう一度: "));
        if (!once.equals(again)) {
            throw new Arguments.Misuse(new Text("The two passwords are not the same.", "2回の入力が一致しません。"));
        }
        return once;
    }
}
