package org.genryu.cli.serve;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.results.JsonDocument;
import org.genryu.store.AccountStore;
import org.genryu.store.AccountStore.Account;
import org.genryu.store.AccountStore.Done;
import org.genryu.store.KeptChange.Reason;
import org.genryu.store.StoreAddress;
import org.genryu.web.login.Accounts;
import org.genryu.web.login.Passwords;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu account`: who may log in to a shared workbench, as what.
public final class AccountCommand implements Command {
    private static final List<String> ACTIONS =
            List.of("list", "add", "role", "lock", "unlock", "password", "subject", "end");
    private static final Text ROLES =
            new Text("viewer, analyst, keeper or administrator", "viewer、analyst、keeper、administrator のいずれか");

    @Override
    public String name() {
        return "account";
    }

    @Override
    public Text summary() {
        return new Text(
                "Who may log in to a shared workbench, as what: accounts are added, locked, given roles and new passwords.",
                "共有ワークベンチに誰がどの役割でログインできるか。追加・ロック・役割・パスワードの変更を行います。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Actions: list, add NAME --role R, role NAME --role R, lock NAME, unlock NAME, password NAME,
                subject NAME --subject S, end NAME (ends all sessions). Roles: a viewer looks, an analyst asks and
                drafts, a keeper decides about ledger and register, an administrator keeps accounts and backups.
                A password is asked for, or read from --password-file; it is never an argument.

                Examples:
                  genryu account add suzuki --role administrator
                  genryu account add ito --role analyst --password-file first.txt
                  genryu account list
                  genryu account lock ito""", """
                操作: list、add 名前 --role 役割、role 名前 --role 役割、lock 名前、unlock 名前、password 名前、
                subject 名前 --subject S、end 名前(全セッションの終了)。役割: viewer は閲覧、analyst は計算と下書き、
                keeper は台帳と登録簿の判断、administrator はアカウントと控えの管理を行います。
                パスワードは画面で尋ねるか --password-file から読みます。引数には書けません。

                例:
                  genryu account add suzuki --role administrator
                  genryu account add ito --role analyst --password-file first.txt
                  genryu account list
                  genryu account lock ito""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.parameters(
                "ACTION [NAME]", new Text("What to do, and with whose; `list` by default.", "操作と対象。既定は `list`。")));
        spec.addOption(words.option("--role", "ROLE", new Text("Role: " + ROLES.en() + ".", "役割。" + ROLES.ja() + "。")));
        spec.addOption(words.option(
                PasswordSource.FILE,
                "FILE",
                new Text(
                        "File with the password in its first line; - for standard input.",
                        "1行目にパスワードを書いたファイル。標準入力なら -。")));
        spec.addOption(words.option(
                "--subject",
                "SUBJECT",
                new Text(
                        "By whom and as whom a provider of identities knows the person: its address, a blank, its word for them.",
                        "認証プロバイダーのアドレスと、そこでの本人の識別子を空白でつないだもの。")));
        HomeOptions.describe(spec, words);
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        List<String> typed = call.parameters();
        String action = Arguments.action("account", typed, ACTIONS);
        Outcome<HomeOptions> at = HomeOptions.of(call);
        if (at.value().isEmpty()) {
            return new CommandResult.BadInput(at.findings());
        }
        StoreAddress address = at.value().get().store();
        try (AccountStore store = AccountStore.open(address)) {
            if (action.equals("list")) {
                only(typed, Math.min(1, typed.size()));
                list(call, store);
                return new CommandResult.Done();
            }
            only(typed, 2);
            return done(call, action, named(typed.get(1)), store);
        }
    }

    private static void only(List<String> typed, int words) {
        if (typed.size() != words) {
            throw new Arguments.Misuse(
                    new Text("account: an action but `list` takes one name.", "account: `list` 以外の操作には名前を一つ指定してください。"));
        }
    }

    private static String named(String typed) {
        return Accounts.name(typed)
                .orElseThrow(() -> new Arguments.Misuse(new Text(
                        "account: '%s' can be no name; it must have letters, digits and . _ @ - , 64 signs at most."
                                .formatted(typed),
                        "account: '%s' は名前にできません。文字・数字と . _ @ - で、64字までです。".formatted(typed))));
    }

    private static String role(CommandCall call) {
        String role = call.option("--role")
                .orElseThrow(() -> new Arguments.Misuse(new Text(
                        "--role is missing; it must be " + ROLES.en() + ".",
                        "--role がありません。" + ROLES.ja() + "を指定してください。")))
                .toLowerCase(Locale.ROOT);
        if (Accounts.roles().stream().noneMatch(one -> Accounts.word(one).equals(role))) {
            throw new Arguments.Misuse(new Text(
                    "--role is '%s'; it must be %s.".formatted(role, ROLES.en()),
                    "--role は '%s' です。%sを指定してください。".formatted(role, ROLES.ja())));
        }
        return role;
    }

    private static CommandResult done(CommandCall call, String action, String name, AccountStore store)
            throws IOException {
        Reason by = new Reason(
                Clock.systemUTC().instant().toString(),
                Optional.ofNullable(System.getProperty("user.name")).orElse(""),
                "",
                "");
        Done done = switch (action) {
            case "add" -> store.add(made(call, name), by);
            case "role" -> store.role(name, role(call), by);
            case "lock" -> store.lock(name, true, by);
            case "unlock" -> store.lock(name, false, by);
            case "password" ->
                store.account(name).isEmpty() ? Done.WRONG_NAME : store.password(name, hash(call, name), by);
            case "subject" -> store.subject(name, call.option("--subject").orElse(""), by);
            default -> ended(store, name);
        };
        Optional<Text> problem = switch (done) {
            case DONE -> Optional.empty();
            case WRONG_NAME ->
                Optional.of(
                        action.equals("add")
                                ? new Text("is there already.", "すでにあります。")
                                : new Text("is not known.", "登録されていません。"));
            case WRONG_SUBJECT ->
                Optional.of(new Text(
                        "cannot have this subject: another account has it.", "この subject は付けられません。別のアカウントのものです。"));
            case LAST_ADMINISTRATOR ->
                Optional.of(new Text(
                        "is the last administrator and stays one; make another first.", "最後の管理者です。先に別の管理者を作ってください。"));
        };
        if (problem.isPresent()) {
            return new CommandResult.BadInput(List.of(Finding.error(
                    Finding.Place.NOWHERE, new Text("Account '" + name + "'", "アカウント '" + name + "'"), problem.get())));
        }
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("account", name).text("done", action);
            }
        }
        call.line(new Text(
                "Account '%s': %s is done.".formatted(name, action), "アカウント '%s': %s を行いました。".formatted(name, action)));
        return new CommandResult.Done();
    }

    private static Done ended(AccountStore store, String name) throws IOException {
        if (store.account(name).isEmpty()) {
            return Done.WRONG_NAME;
        }
        store.endAll(name);
        return Done.DONE;
    }

    private static Account made(CommandCall call, String name) throws IOException {
        String role = role(call);
        String subject = call.option("--subject").orElse("");
        boolean byProvider =
                !subject.isEmpty() && call.option(PasswordSource.FILE).isEmpty();
        return new Account(name, role, false, byProvider ? "" : hash(call, name), subject);
    }

    private static String hash(CommandCall call, String name) throws IOException {
        return Passwords.hash(PasswordSource.read(call.option(PasswordSource.FILE), name));
    }

    private static void list(CommandCall call, AccountStore store) throws IOException {
        List<Account> all = store.accounts();
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.rows(
                        "accounts",
                        () -> all.forEach(one -> json.row(() -> json.text("name", one.name())
                                .text("role", one.role())
                                .yes("locked", one.locked())
                                .yes("password", !one.password().isEmpty())
                                .text("subject", one.subject()))));
            }
            return;
        }
        if (all.isEmpty()) {
            call.line(new Text("There is no account yet.", "まだアカウントはありません。"));
        }
        for (Account one : all) {
            call.line("%-24s %-14s%s%s"
                    .formatted(
                            one.name(),
                            one.role(),
                            one.locked() ? new Text("locked ", "ロック中 ").in(call.lang()) : "",
                            one.subject()));
        }
    }
}
