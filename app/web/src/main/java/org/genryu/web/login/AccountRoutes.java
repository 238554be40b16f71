package org.genryu.web.login;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.genryu.core.Text;
import org.genryu.report.write.Html;
import org.genryu.store.AccountStore;
import org.genryu.store.AccountStore.Account;
import org.genryu.store.AccountStore.Done;
import org.genryu.store.AccountStore.Session;
import org.genryu.store.KeptChange;
import org.genryu.web.http.Access;
import org.genryu.web.http.AuditLog;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebCall.Refused;
import org.genryu.web.http.WebRoute;
import org.genryu.web.http.WebServer;
import org.genryu.web.link.ViewState;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.PlainPage;

/// One's own account with its sessions, and for administrators all accounts.
///
/// Size: the two pages share their tables, forms and refusals.
final class AccountRoutes {
    private static final String OWN = "/account";
    private static final String ALL = "/accounts";
    private static final String DONE = "done";
    private static final String DEED = "do";
    private static final String NAME = "name";
    private static final String ROLE = "role";
    private static final String PASSWORD = "password";
    private static final String PRESENT = "present";
    private static final String SUBJECT = "subject";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final List<LoginPhrases> SESSION_COLUMNS =
            List.of(LoginPhrases.BEGUN, LoginPhrases.SEEN, LoginPhrases.DEVICE, LoginPhrases.DO);
    private static final List<LoginPhrases> ACCOUNT_COLUMNS = List.of(
            LoginPhrases.NAME,
            LoginPhrases.ROLE,
            LoginPhrases.STATE,
            LoginPhrases.WAYS,
            LoginPhrases.LOGGED_IN,
            LoginPhrases.DO);

    private final Accounts accounts;

    AccountRoutes(Accounts accounts) {
        this.accounts = accounts;
    }

    List<WebRoute> routes() {
        return List.of(
                WebRoute.get(OWN, Access.VIEWER, LoginPhrases.YOURS.text(), this::own),
                WebRoute.post(
                        OWN + "/password", Access.VIEWER, LoginPhrases.CHANGE_PASSWORD.text(), this::changePassword),
                WebRoute.post(
                                OWN + "/sessions/{key}/end",
                                Access.VIEWER,
                                new Text("End a session.", "セッションを終了します。"),
                                this::end)
                        .others(Access.ADMINISTRATOR),
                WebRoute.post(
                        OWN + "/sessions/end",
                        Access.VIEWER,
                        new Text("End all of one's other sessions.", "自分のほかのセッションをすべて終了します。"),
                        this::endOthers),
                WebRoute.get(ALL, Access.ADMINISTRATOR, LoginPhrases.ACCOUNTS.text(), this::all),
                WebRoute.post(
                        ALL,
                        Access.ADMINISTRATOR,
                        new Text("Add an account, or change one.", "アカウントを追加・変更します。"),
                        this::change));
    }

    // ---------------------------------------------------------------- one's own

    private void own(WebCall call) throws IOException {
        Account account = mine(call);
        List<Session> sessions = accounts.store().sessions(account.name());
        call.page(PlainPage.of(call, LoginPhrases.YOURS.text(), html -> {
            done(html, call);
            html.leaf(
                    "p",
                    LoginPhrases.YOU_ARE.in(
                            call.lang(),
                            account.name(),
                            roleName(account.role()).in(call.lang())),
                    "class",
                    "lead");
            html.leaf("h2", LoginPhrases.SESSIONS.in(call.lang()));
            head(html, call, LoginPhrases.SESSIONS, SESSION_COLUMNS);
            sessions.forEach(one -> session(html, call, one));
            html.close("tbody").close("table").close("div");
            PageFrame.form(
                    html,
                    call,
                    OWN + "/sessions/end",
                    out -> out.leaf("button", LoginPhrases.END_OTHERS.in(call.lang()), "class", "second"));
            if (!account.password().isEmpty()) {
                html.leaf("h2", LoginPhrases.CHANGE_PASSWORD.in(call.lang()));
                PageFrame.form(
                        html,
                        call,
                        OWN + "/password",
                        out -> {
                            LoginRoutes.password(out, call, LoginPhrases.PRESENT, PRESENT, "current-password");
                            LoginRoutes.password(out, call, LoginPhrases.NEW, PASSWORD, "new-password");
                            out.leaf("button", LoginPhrases.CHANGE_PASSWORD.in(call.lang()));
                        },
                        "class",
                        "fields");
            }
            html.open("p");
            link(html, call, "/", LoginPhrases.BACK);
            if (call.visitor().access() == Access.ADMINISTRATOR) {
                html.text(" ");
                link(html, call, ALL, LoginPhrases.ACCOUNTS);
            }
            html.close("p");
        }));
    }

    private Account mine(WebCall call) throws IOException {
        return accounts.store().account(call.visitor().name()).orElseThrow();
    }

    private static void link(Html html, WebCall call, String path, LoginPhrases words) {
        html.leaf("a", words.in(call.lang()), "href", call.state().at(path).address());
    }

    private static void done(Html html, WebCall call) {
        if (call.setting(DONE).isPresent()) {
            html.leaf("p", LoginPhrases.CHANGED.in(call.lang()), "class", "lead", "role", "status");
        }
    }

    private static void head(Html html, WebCall call, LoginPhrases caption, List<LoginPhrases> columns) {
        PageFrame.tableHead(
                html,
                caption.in(call.lang()),
                columns.stream().map(column -> column.in(call.lang())).toList());
    }

    private static String time(long seconds) {
        return TIME.format(Instant.ofEpochSecond(seconds).atZone(ZoneId.systemDefault()));
    }

    private static void session(Html html, WebCall call, Session one) {
        boolean here = call.visitor().session().equals(Optional.of(one.key()));
        html.open("tr").leaf("th", time(one.begun()), "scope", "row").leaf("td", time(one.seen()));
        html.leaf(
                "td",
                one.device() + (here ? " (" + LoginPhrases.THIS_ONE.in(call.lang()) + ")" : ""),
                "class",
                "words");
        html.open("td");
        PageFrame.form(
                html,
                call,
                OWN + "/sessions/" + one.key() + "/end",
                out -> out.leaf("button", LoginPhrases.END.in(call.lang()), "class", "second"));
        html.close("td").close("tr");
    }

    private void changePassword(WebCall call) throws Exception {
        Account account = mine(call);
        if (!accounts.confirms(call, secret(call, PRESENT))) {
            throw new Refused(422, LoginPhrases.WRONG_PRESENT.text());
        }
        String password = password(call, account.name());
        Done done = accounts.store().password(account.name(), Passwords.hash(password), accounts.reason(call));
        changed(call, account.name(), Deed.PASSWORD.word(), done);
        accounts.begin(call, account.name()); // all sessions have ended; who changed it goes on in a new one
        back(call, OWN);
    }

    /// As it was typed: blanks at its ends are part of it.
    private static String secret(WebCall call, String field) {
        return Optional.ofNullable(call.context().formParam(field)).orElse("");
    }

    private static String password(WebCall call, String account) throws Refused {
        String password = secret(call, PASSWORD);
        Optional<Text> wrong = Passwords.wrong(password, account);
        if (wrong.isPresent()) {
            throw new Refused(422, wrong.get());
        }
        return password;
    }

    /// What belongs to another is as if it were not there.
    private void end(WebCall call) throws Exception {
        String key = call.parameter("key");
        Session session = accounts.store()
                .known(key)
                .map(AccountStore.Known::session)
                .orElseThrow(() -> Refused.notFound(LoginPhrases.NO_SESSION.text()));
        try {
            call.must(session.account().equals(call.visitor().name()), LoginPhrases.NO_SESSION.text());
        } catch (Refused others) {
            throw Refused.notFound(others.why());
        }
        accounts.audit().write(AuditLog.Deed.SESSION_ENDED, call.visitor().name(), session.account(), call.from());
        accounts.store().end(key);
        back(call, session.account().equals(call.visitor().name()) ? OWN : ALL);
    }

    private void endOthers(WebCall call) throws Exception {
        String name = call.visitor().name();
        accounts.audit().write(AuditLog.Deed.SESSION_ENDED, name, name, call.from());
        for (Session one : accounts.store().sessions(name)) {
            if (!call.visitor().session().equals(Optional.of(one.key()))) {
                accounts.store().end(one.key());
            }
        }
        back(call, OWN);
    }

    private static void back(WebCall call, String path) {
        call.seeOther(ViewState.parse(path).in(call.lang()).with(DONE, "yes"));
    }

    // ---------------------------------------------------------------- all

    private void all(WebCall call) throws IOException {
        List<Account> all = accounts.store().accounts();
        Map<String, Integer> sessions = new HashMap<>();
        for (Account one : all) {
            sessions.put(one.name(), accounts.store().sessions(one.name()).size());
        }
        call.page(PlainPage.of(call, LoginPhrases.ACCOUNTS.text(), html -> {
            done(html, call);
            head(html, call, LoginPhrases.ACCOUNTS, ACCOUNT_COLUMNS);
            all.forEach(one -> account(html, call, one, sessions.getOrDefault(one.name(), 0)));
            html.close("tbody").close("table").close("div");
            html.leaf("h2", LoginPhrases.ADD.in(call.lang()));
            PageFrame.form(html, call, ALL, out -> added(out, call), "class", "fields");
            html.open("p");
            link(html, call, OWN, LoginPhrases.YOURS);
            html.close("p");
        }));
    }

    private static void added(Html html, WebCall call) {
        LoginRoutes.hidden(html, DEED, Deed.ADD.word());
        field(html, call, LoginPhrases.NAME, NAME, "text");
        html.open("label").text(LoginPhrases.ROLE.in(call.lang()));
        roles(html, call, Accounts.word(Access.VIEWER));
        html.close("label");
        field(html, call, LoginPhrases.PASSWORD, PASSWORD, "password");
        field(html, call, LoginPhrases.SUBJECT, SUBJECT, "text");
        html.leaf("p", LoginPhrases.NO_PASSWORD_YET.in(call.lang()));
        html.leaf("button", LoginPhrases.ADD.in(call.lang()));
    }

    private static void field(Html html, WebCall call, LoginPhrases label, String name, String kind) {
        html.open("label").text(label.in(call.lang()));
        html.empty(
                        "input",
                        "type",
                        kind,
                        "name",
                        name,
                        "autocomplete",
                        kind.equals("password") ? "new-password" : "off")
                .close("label");
    }

    private static void roles(Html html, WebCall call, String chosen) {
        html.open("select", "name", ROLE, "aria-label", LoginPhrases.ROLE.in(call.lang()));
        Accounts.roles()
                .forEach(role -> PageFrame.option(
                        html,
                        Accounts.word(role),
                        roleName(Accounts.word(role)).in(call.lang()),
                        Accounts.word(role).equals(chosen)));
        html.close("select");
    }

    private static Text roleName(String role) {
        return switch (role) {
            case "viewer" -> new Text("viewer", "閲覧者");
            case "analyst" -> new Text("analyst", "分析者");
            case "keeper" -> new Text("keeper", "台帳管理者");
            case "administrator" -> new Text("administrator", "管理者");
            default -> Text.same(role);
        };
    }

    private void account(Html html, WebCall call, Account one, int sessions) {
        html.open("tr").leaf("th", one.name(), "scope", "row");
        html.leaf("td", roleName(one.role()).in(call.lang()));
        html.leaf("td", (one.locked() ? LoginPhrases.LOCKED : LoginPhrases.OPEN).in(call.lang()));
        html.leaf("td", ways(call, one), "class", "words");
        html.leaf("td", Integer.toString(sessions), "class", "n");
        html.open("td");
        deed(html, call, one, Deed.ROLE, LoginPhrases.CHANGE_ROLE, out -> roles(out, call, one.role()));
        if (one.locked()) {
            deed(html, call, one, Deed.UNLOCK, LoginPhrases.UNLOCK, _ -> {});
        } else {
            deed(html, call, one, Deed.LOCK, LoginPhrases.LOCK, _ -> {});
        }
        deed(html, call, one, Deed.SESSIONS, LoginPhrases.END_ALL, _ -> {});
        deed(
                html,
                call,
                one,
                Deed.PASSWORD,
                LoginPhrases.RESET,
                out -> out.empty(
                        "input",
                        "type",
                        "password",
                        "name",
                        PASSWORD,
                        "required",
                        "required",
                        "autocomplete",
                        "new-password",
                        "aria-label",
                        LoginPhrases.NEW.in(call.lang())));
        html.close("td").close("tr");
    }

    private static String ways(WebCall call, Account one) {
        String password = one.password().isEmpty() ? "" : LoginPhrases.PASSWORD.in(call.lang());
        return password + (password.isEmpty() || one.subject().isEmpty() ? "" : ", ") + one.subject();
    }

    private static void deed(
            Html html, WebCall call, Account one, Deed deed, LoginPhrases words, Consumer<Html> fields) {
        PageFrame.form(html, call, ALL, out -> {
            LoginRoutes.hidden(out, DEED, deed.word());
            LoginRoutes.hidden(out, NAME, one.name());
            fields.accept(out);
            out.leaf("button", words.in(call.lang()), "class", "second");
        });
    }

    /// What an administrator does to an account.
    private enum Deed {
        ADD,
        ROLE,
        LOCK,
        UNLOCK,
        PASSWORD,
        SESSIONS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private void change(WebCall call) throws Exception {
        String asked = call.field(DEED).orElse("");
        Deed deed = Arrays.stream(Deed.values())
                .filter(one -> one.word().equals(asked))
                .findFirst()
                .orElseThrow(() -> new Refused(400, LoginPhrases.NO_ACCOUNT.text()));
        String name = Accounts.name(call.field(NAME).orElse(""))
                .orElseThrow(() -> new Refused(422, LoginPhrases.BAD_NAME.text()));
        AccountStore store = accounts.store();
        KeptChange.Reason by = accounts.reason(call);
        Done done = switch (deed) {
            case ADD -> store.add(made(call, name), by);
            case ROLE -> store.role(name, role(call), by);
            case LOCK -> store.lock(name, true, by);
            case UNLOCK -> store.lock(name, false, by);
            case PASSWORD -> store.password(name, Passwords.hash(password(call, name)), by);
            case SESSIONS -> {
                store.endAll(name);
                yield Done.DONE;
            }
        };
        changed(call, name, deed.word(), done);
        back(call, name.equals(call.visitor().name()) && deed != Deed.ADD ? WebServer.LOG_IN : ALL);
    }

    private static String role(WebCall call) throws Refused {
        String role = call.field(ROLE).orElse("");
        if (Accounts.roles().stream().noneMatch(one -> Accounts.word(one).equals(role))) {
            throw new Refused(422, LoginPhrases.BAD_ROLE.text());
        }
        return role;
    }

    private static Account made(WebCall call, String name) throws Refused {
        String subject = call.field(SUBJECT).orElse("");
        boolean none = secret(call, PASSWORD).isEmpty();
        if (none && subject.isEmpty()) {
            throw new Refused(422, LoginPhrases.NO_PASSWORD_YET.text());
        }
        return new Account(name, role(call), false, none ? "" : Passwords.hash(password(call, name)), subject);
    }

    /// What has become of it stands in the audit log, or is a refusal.
    private void changed(WebCall call, String name, String deed, Done done) throws Exception {
        switch (done) {
            case DONE ->
                accounts.audit()
                        .write(AuditLog.Deed.ACCOUNT_CHANGED, call.visitor().name(), name + " " + deed, call.from());
            case WRONG_NAME ->
                throw deed.equals(Deed.ADD.word())
                        ? new Refused(409, LoginPhrases.TAKEN.text())
                        : Refused.notFound(LoginPhrases.NO_ACCOUNT.text());
            case WRONG_SUBJECT -> throw new Refused(409, LoginPhrases.SUBJECT_TAKEN.text());
            case LAST_ADMINISTRATOR -> throw new Refused(409, LoginPhrases.LAST.text());
        }
    }
}
