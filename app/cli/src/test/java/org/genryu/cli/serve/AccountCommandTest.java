package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.cli.House;
import org.genryu.cli.Session;
import org.genryu.cli.SmallCases;
import org.genryu.core.Lang;
import org.genryu.store.AccountStore;
import org.genryu.store.StoreAddress;
import org.genryu.web.Workbench;
import org.genryu.web.login.Passwords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Rung: by hand.
class AccountCommandTest {
    private static final String PASSWORD = "four words are enough";

    @TempDir
    private Path folder;

    private String home() {
        return folder.resolve("home").toString();
    }

    private Session account(String... words) {
        return account(Lang.EN, words);
    }

    private Session account(Lang lang, String... words) {
        List<String> all = new ArrayList<>(List.of("account"));
        all.addAll(List.of(words));
        all.addAll(List.of("--home", home()));
        return Session.of(lang, false, all.toArray(String[]::new));
    }

    private Session add(String name, String role) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Path file = Files.writeString(folder.resolve("password"), PASSWORD + "\nsecond line\n");
        return account("add", name, "--role", role, "--password-file", file.toString());
    }

    @Test
    void whatIsDoneToAccountsMustBeSeenInTheList() throws IOException {
        assertThat(add("Suzuki", "administrator").out()).isEqualTo("Account 'suzuki': add is done.\n");
        assertThat(add("伊藤", "analyst").code()).isZero();
        assertThat(account("role", "伊藤", "--role", "keeper").code()).isZero();
        assertThat(account("lock", "伊藤").code()).isZero();
        assertThat(account("subject", "伊藤", "--subject", "https://id.example 47")
                        .code())
                .isZero();
        assertThat(account("end", "伊藤").code()).isZero();
        JsonNode all = account("list", "--json").json().get("accounts");
        assertThat(all).hasSize(2);
        assertThat(all.get(1).toString())
                .isEqualTo(
                        "{\"name\":\"伊藤\",\"role\":\"keeper\",\"locked\":true,\"password\":true,\"subject\":\"https://id.example 47\"}");
        assertThat(account().out())
                .contains("suzuki", "administrator", "locked")
                .doesNotContain("argon2");
        try (AccountStore store = AccountStore.open(
                new StoreAddress.SqliteFile(folder.resolve("home").resolve("genryu.db")))) {
            assertThat(Passwords.matches(
                            PASSWORD, store.account("伊藤").orElseThrow().password()))
                    .isTrue();
        }
    }

    @Test
    void whatCannotBeDoneMustBeSaidInBothLanguages() throws IOException {
        assertThat(add("suzuki", "administrator").code()).isZero();
        assertThat(account("lock", "suzuki").err())
                .contains("Account 'suzuki': is the last administrator and stays one; make another first.");
        assertThat(account(Lang.JA, "lock", "suzuki").err()).contains("アカウント 'suzuki': 最後の管理者です。先に別の管理者を作ってください。");
        assertThat(add("suzuki", "viewer").err()).contains("Account 'suzuki': is there already.");
        assertThat(account("lock", "nobody").err()).contains("Account 'nobody': is not known.");
        assertThat(account("password", "nobody").err()).contains("Account 'nobody': is not known.");
        assertThat(account("lock", "nobody").code()).isEqualTo(1);
        assertThat(add("x y", "viewer").err()).contains("'x y' can be no name");
        assertThat(add("ito", "king").err())
                .contains("--role is 'king'; it must be viewer, analyst, keeper or administrator.");
        assertThat(account("add", "ito").err()).contains("--role is missing");
        assertThat(account("add", "ito", "--role", "viewer").err())
                .contains("There is no terminal to ask for a password; give it with --password-file FILE");
        Path easy = Files.writeString(folder.resolve("easy"), "12345");
        assertThat(account("add", "ito", "--role", "viewer", "--password-file", easy.toString())
                        .err())
                .contains("The password has 5 signs; it must have 12 to 256.");
        assertThat(account("fire", "ito").err()).contains("'fire' is no action");
        assertThat(account("lock").code()).isEqualTo(2);
    }

    /// Others on the machine see what is typed after a program's name.
    @Test
    void aPasswordMustComeFromStandardInputToo() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("home"));
        List<String> words = new ArrayList<>(Bench.worker().start());
        words.addAll(
                List.of("account", "add", "root", "--role", "administrator", "--password-file", "-", "--home", home()));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        process.getOutputStream().write((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("said")))
                .isZero();
        assertThat(account("list").out()).contains("root");
    }

    private Session serve(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("serve", SmallCases.sound().in(folder.resolve("small"))));
        all.addAll(List.of(words));
        all.addAll(List.of("--home", home(), "--port", "0"));
        return Session.of(all.toArray(String[]::new));
    }

    @Test
    void whoSharesMustHaveAnAdministratorAndAnAddressThatHidesPasswords() throws IOException {
        assertThat(serve("--accounts").code()).isEqualTo(1);
        assertThat(serve("--accounts").err())
                .contains(
                        "Shared workbench: has no administrator; it must have one before others can log in. Maybe make"
                                + " one with `genryu account add NAME --role administrator`");
        assertThat(serve("--host", "0.0.0.0").code()).isEqualTo(2);
        assertThat(serve("--host", "0.0.0.0").err())
                .contains("--host is '0.0.0.0', which others can reach; --address must say by which https address.");
        assertThat(serve("--host", "no such host!").err()).contains("it must be an address of this machine");
        for (String bad : List.of("http://bench.example.jp", "https://me@bench.example.jp", "bench", "https:///x")) {
            assertThat(serve("--address", bad).err())
                    .as(bad)
                    .contains("--address is '" + bad + "'; it must be an https");
        }
        assertThat(serve("--issuer", "https://id.example").err())
                .contains("A provider needs all of --issuer, --client and --client-secret-file.");
        assertThat(serve("--host", "0.0.0.0", "--address", "https://bench.example.jp")
                        .err())
                .contains("has no administrator");
    }

    /// The client of the documentation, at a workbench where everybody logs in.
    @Test
    void aProgramMustLogInAsTheDocumentationSays() throws IOException, InterruptedException {
        assumeThat(InterfaceTest.isThere("python3")).as("python3").isTrue();
        add("suzuki", "administrator");
        add("robot", "analyst");
        String small = SmallCases.sound().in(folder.resolve("small"));
        try (Workbench bench = Workbench.start(new Workbench.Settings(
                        "127.0.0.1",
                        0,
                        folder.resolve("home"),
                        Optional.empty(),
                        List.of(small),
                        Bench.worker(),
                        "tester",
                        "0",
                        Optional.of(new Workbench.Shared(Optional.empty(), Optional.empty()))))
                .value()
                .orElseThrow()) {
            assertThat(client(bench, "robot", PASSWORD)).contains("\"status\": \"optimal\"");
            assertThat(client(bench, "robot", "wrong")).contains("401");
            assertThat(client(bench, "", "")).contains("Log in first.");
        }
    }

    private String client(Workbench bench, String name, String password) throws IOException, InterruptedException {
        ProcessBuilder words = new ProcessBuilder(
                "python3",
                House.root().resolve("docs/interface/genryu_client.py").toString(),
                bench.address(),
                "balance",
                "small");
        words.environment().putAll(Map.of("GENRYU_NAME", name, "GENRYU_PASSWORD", password));
        Process process = words.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
