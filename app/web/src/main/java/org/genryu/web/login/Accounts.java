package org.genryu.web.login;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.genryu.core.ContentHash;
import org.genryu.core.Text;
import org.genryu.store.AccountStore;
import org.genryu.store.AccountStore.Account;
import org.genryu.store.AccountStore.Known;
import org.genryu.store.AccountStore.Session;
import org.genryu.store.KeptChange.Reason;
import org.genryu.store.StoreAddress;
import org.genryu.web.http.Access;
import org.genryu.web.http.AuditLog;
import org.genryu.web.http.AuditLog.Deed;
import org.genryu.web.http.SecretToken;
import org.genryu.web.http.Visitor;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebCall.Refused;
import org.genryu.web.http.WebServer;

/// Who asks, where people log in?
///
/// A browser that is logged in holds a random word in a cookie; the store holds its hash. The word is new with every
/// log-in, and what the browser held before counts for nothing. Whoever ends a session, in whichever program, ends it
/// with the next request. A form carries a word made from that of the cookie, so that it is of this browser.
///
/// Thread-safe.
public final class Accounts implements WebServer.Visitors, AutoCloseable {
    /// A session ends when it was not used for so long, and in any case after so long.
    static final Duration IDLE = Duration.ofHours(1);

    static final Duration LONGEST = Duration.ofHours(12);

    /// So long a log-in page may stand open.
    static final Duration BEFORE = Duration.ofMinutes(30);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@-]{0,63}");
    private static final Pattern WORD = Pattern.compile("[0-9a-z]{20,40}");
    /// How many passwords are tried at once: each takes 19 MiB.
    private static final int AT_ONCE = 2;

    private static final int LONGEST_DEVICE = 120;

    static final Text WRONG =
            new Text("The name or the password is wrong, or the account is locked.", "名前またはパスワードが違うか、アカウントがロックされています。");
    private static final Text OFTEN =
            new Text("Too many wrong tries; wait a minute.", "失敗が続いたため、受け付けを止めています。1分待ってください。");

    private final AccountStore store;
    private final Clock clock;
    private final AuditLog audit;
    private final boolean secure;
    private final Throttle throttle = new Throttle();
    private final Semaphore tries = new Semaphore(AT_ONCE, true);

    private Accounts(AccountStore store, Clock clock, AuditLog audit, boolean secure) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
        this.secure = secure;
    }

    /// @param secure whether browsers come by https alone
    public static Accounts open(StoreAddress address, Clock clock, AuditLog audit, boolean secure) throws IOException {
        Accounts made = new Accounts(AccountStore.open(address), clock, audit, secure);
        long now = clock.instant().getEpochSecond();
        made.store.sweep(now - IDLE.toSeconds(), now - LONGEST.toSeconds());
        return made;
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    /// Whether there is somebody who may keep accounts.
    public boolean hasAdministrator() throws IOException {
        return store.accounts().stream()
                .anyMatch(one -> !one.locked() && one.role().equals(AccountStore.ADMINISTRATOR));
    }

    AccountStore store() {
        return store;
    }

    AuditLog audit() {
        return audit;
    }

    /// A name as accounts have it; empty if it can be none.
    public static Optional<String> name(String typed) {
        String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Optional.of(name).filter(NAME.asMatchPredicate());
    }

    /// The roles that accounts have.
    public static List<Access> roles() {
        return List.of(Access.VIEWER, Access.ANALYST, Access.KEEPER, Access.ADMINISTRATOR);
    }

    static Access role(Account account) {
        return roles().stream()
                .filter(one -> word(one).equals(account.role()))
                .findFirst()
                .orElse(Access.ANYONE); // of a newer program: may do nothing here
    }

    public static String word(Access role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    // ---------------------------------------------------------------- who asks

    private String cookie() {
        return secure ? "__Host-genryu" : "genryu-session";
    }

    private String before() {
        return secure ? "__Host-genryu-form" : "genryu-form";
    }

    @Override
    public Visitor of(Context context) {
        Optional<String> word = held(context, cookie());
        Optional<Known> known = word.flatMap(this::known);
        if (known.isPresent()) {
            Account account = known.get().account();
            return new Visitor(
                    account.name(),
                    role(account),
                    formWord(word.orElseThrow()),
                    Optional.of(known.get().session().key()));
        }
        return new Visitor(
                "",
                Access.ANYONE,
                held(context, before()).map(Accounts::formWord).orElse(""));
    }

    private static Optional<String> held(Context context, String cookie) {
        return Optional.ofNullable(context.cookie(cookie)).filter(WORD.asMatchPredicate());
    }

    private Optional<Known> known(String word) {
        String key = key(word);
        try {
            Optional<Known> known = store.known(key);
            if (known.isEmpty()) {
                return known;
            }
            Session session = known.get().session();
            long now = clock.instant().getEpochSecond();
            if (now - session.seen() > IDLE.toSeconds() || now - session.begun() > LONGEST.toSeconds()) {
                store.end(key);
                return Optional.empty();
            }
            if (now - session.seen() >= MINUTE.toSeconds()) {
                store.seen(key, now);
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String word) {
        return ContentHash.of(List.of("session", word));
    }

    private static String formWord(String word) {
        return ContentHash.of(List.of("form", word));
    }

    /// What a browser holds that has not logged in; it gets it now if it holds nothing.
    private String stranger(WebCall call) {
        Optional<String> has = held(call.context(), before());
        if (has.isPresent()) {
            return has.get();
        }
        String word = SecretToken.make();
        give(call.context(), before(), word, BEFORE);
        return word;
    }

    /// The word that a form of the log-in page carries.
    String formWord(WebCall call) {
        return call.visitor().session().isPresent() ? call.visitor().token() : formWord(stranger(call));
    }

    /// By which a browser that goes to a provider is known again when it comes back.
    String browser(WebCall call) {
        return key(stranger(call));
    }

    private void give(Context context, String name, String word, Duration most) {
        context.res()
                .addHeader(
                        "Set-Cookie",
                        name + "=" + word + "; Path=/; Max-Age=" + most.toSeconds() + "; HttpOnly; SameSite=Lax"
                                + (secure ? "; Secure" : ""));
    }

    // ---------------------------------------------------------------- coming in and going

    /// Logs a browser in by name and password.
    void logIn(WebCall call, String typed, String password) throws IOException, Refused {
        String from = call.from();
        String name = name(typed).orElse("");
        if (!throttle.mayTry(name, from, System.nanoTime())) {
            audit.write(Deed.THROTTLED, "", shown(name), from);
            throw new Refused(429, OFTEN);
        }
        Optional<Account> account = store.account(name);
        if (!matches(password, account.map(Account::password).orElse(""))
                || account.orElseThrow().locked()) {
            audit.write(Deed.REFUSED, "", shown(name), from);
            throw new Refused(401, WRONG);
        }
        throttle.forget(name, from);
        begin(call, name);
    }

    /// A wrong password is often another field's; only what is an account's name is written down.
    private String shown(String name) throws IOException {
        return store.account(name).map(Account::name).orElse("");
    }

    private boolean matches(String password, String hash) throws Refused {
        try {
            tries.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refused(503, OFTEN);
        }
        try {
            return Passwords.matches(password.substring(0, Math.min(password.length(), 4 * Passwords.LONGEST)), hash);
        } finally {
            tries.release();
        }
    }

    /// A new session; the one that the browser had ends.
    void begin(WebCall call, String name) throws IOException {
        audit.write(Deed.LOG_IN, name, name, call.from());
        if (call.visitor().session().isPresent()) {
            store.end(call.visitor().session().get());
        }
        String word = SecretToken.make();
        long now = clock.instant().getEpochSecond();
        store.begin(new Session(key(word), name, now, now, device(call)));
        give(call.context(), cookie(), word, LONGEST);
        give(call.context(), before(), "", Duration.ZERO);
    }

    private static String device(WebCall call) {
        String agent =
                Optional.ofNullable(call.context().userAgent()).orElse("").replaceAll("\\p{Cntrl}", " ");
        return call.from() + " " + agent.substring(0, Math.min(LONGEST_DEVICE, agent.length()));
    }

    void logOut(WebCall call) throws IOException {
        if (call.visitor().session().isPresent()) {
            audit.write(Deed.LOG_OUT, call.visitor().name(), call.visitor().name(), call.from());
            store.end(call.visitor().session().get());
        }
        give(call.context(), cookie(), "", Duration.ZERO);
    }

    /// Whether who asks knows his password; wrong tries count as at the log-in.
    boolean confirms(WebCall call, String password) throws IOException, Refused {
        String name = call.visitor().name();
        if (!throttle.mayTry(name, call.from(), System.nanoTime())) {
            throw new Refused(429, OFTEN);
        }
        boolean right =
                matches(password, store.account(name).map(Account::password).orElse(""));
        if (right) {
            throttle.forget(name, call.from());
        }
        return right;
    }

    /// Who does something to an account, now.
    Reason reason(WebCall call) {
        return new Reason(clock.instant().toString(), call.visitor().name(), "", "");
    }

    Clock clock() {
        return clock;
    }
}
