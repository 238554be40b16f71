package org.genryu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.store.AccountStore;
import org.genryu.store.KeptChange.Reason;
import org.genryu.store.StoreAddress;
import org.genryu.web.http.Access;
import org.genryu.web.http.AuditLog;
import org.genryu.web.http.RequestLog;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebGuard;
import org.genryu.web.http.WebRoute;
import org.genryu.web.http.WebServer;
import org.genryu.web.login.Accounts;
import org.genryu.web.login.LoginRoutes;
import org.genryu.web.login.Passwords;
import org.genryu.web.login.ProviderLogin;

/// A workbench where people log in, and browsers that keep its cookies.
public final class SharedDesk implements AutoCloseable {
    /// Of every account.
    public static final String PASSWORD = "correct horse battery";

    private static final Pattern FORM = Pattern.compile("name=\"token\" value=\"(\\w+)\"");
    private static final Reason BY = new Reason("2026-01-01T00:00:00Z", "root", "", "");

    private final Accounts accounts;
    private final StoreAddress address;
    private final AccountStore store;
    private final AuditLog audit;
    private final List<WebRoute> routes;

    /// @param clock of sessions
    /// @param place where its audit log is, in a folder `log`
    /// @param secure whether browsers come by https
    public SharedDesk(StoreAddress address, Clock clock, Path place, boolean secure) throws IOException {
        this.address = address;
        this.store = AccountStore.open(address);
        this.audit = new AuditLog(place.resolve("log").resolve("audit.jsonl"), clock);
        this.accounts = Accounts.open(address, clock, audit, secure);
        ProviderLogin nowhere = new ProviderLogin(
                new ProviderLogin.Settings(URI.create("http://127.0.0.1:1"), "x", "y"),
                () -> URI.create("http://127.0.0.1:2/"));
        this.routes = new LoginRoutes(accounts, Optional.of(nowhere)).routes();
    }

    public List<WebRoute> routes() {
        return routes;
    }

    /// Where its accounts are kept.
    public StoreAddress address() {
        return address;
    }

    public AuditLog audit() {
        return audit;
    }

    public AccountStore store() {
        return store;
    }

    public WebServer serve(List<WebRoute> all, RequestLog log, BiFunction<WebCall, WebCall.Refused, String> refusal) {
        return WebServer.start(
                "127.0.0.1", 0, all, new WebServer.Desk(new WebGuard(WebGuard.loopback()), accounts, refusal, log));
    }

    /// A new account of this role.
    public String account(Access role, String name) throws IOException {
        assertThat(store.add(
                        new AccountStore.Account(
                                name, role.name().toLowerCase(Locale.ROOT), false, Passwords.hash(PASSWORD), ""),
                        BY))
                .isEqualTo(AccountStore.Done.DONE);
        return name;
    }

    public Browser browser(int port, int at) throws IOException {
        return new Browser(port, "127.0.0." + at);
    }

    @Override
    public void close() throws IOException {
        accounts.close();
        store.close();
    }

    /// What a browser got.
    public record Seen(int status, String location, String body, List<String> given) {
        /// Whether that is all that it got: for who is nobody to log in first, for others that they may not, or
        /// that
        /// there is nothing.
        boolean refused(boolean nobody) {
            return nobody
                    ? body.contains("Log in first.") || (status == 303 && location.startsWith("/login?"))
                    : status == 403 || body.contains("There is no such session");
        }
    }

    /// Keeps cookies; sends the token of its forms.
    public final class Browser implements AutoCloseable {
        private final int port;
        private final HttpClient client;
        private final Map<String, String> cookies = new HashMap<>();
        private String token = "";
        private boolean came;

        private Browser(int port, String from) throws IOException {
            this.port = port;
            this.client = HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName(from))
                    .build();
        }

        public Map<String, String> cookies() {
            return cookies;
        }

        public String token() {
            return token;
        }

        public Seen ask(String method, String path, String... fields) throws IOException, InterruptedException {
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < fields.length; i += 2) {
                body.append(i == 0 ? "" : "&")
                        .append(fields[i])
                        .append('=')
                        .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
            }
            return ask(
                    method,
                    path,
                    fields.length == 0 ? "{}" : body.toString(),
                    Map.of(
                            "X-Genryu-Token",
                            token,
                            "Content-Type",
                            fields.length == 0 ? "application/json" : "application/x-www-form-urlencoded"));
        }

        public Seen ask(String method, String path, String body, Map<String, String> headers)
                throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .method(method, BodyPublishers.ofString(body));
            headers.forEach(request::header);
            if (!cookies.isEmpty()) {
                StringBuilder all = new StringBuilder();
                cookies.forEach((name, value) -> all.append(all.isEmpty() ? "" : "; ")
                        .append(name)
                        .append('=')
                        .append(value));
                request.header("Cookie", all.toString());
            }
            HttpResponse<String> answer;
            try {
                answer = client.send(request.build(), BodyHandlers.ofString());
            } catch (IOException _) {
                // The server ends a connection of which it has not read a body to the end; the next request
                // finds
                // it closed.
                answer = client.send(request.build(), BodyHandlers.ofString());
            }
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                if (cookie.contains("Max-Age=0")) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            Matcher form = FORM.matcher(answer.body());
            if (form.find()) {
                token = form.group(1);
            }
            return new Seen(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.body(),
                    answer.headers().allValues("Set-Cookie"));
        }

        /// With the right password; a nobody looks at the page only.
        public void logIn(String name) throws IOException, InterruptedException {
            assertThat(ask("GET", "/login").status()).isEqualTo(200);
            if (!name.isEmpty()) {
                Seen in = ask("POST", "/login", "name", name, "password", PASSWORD);
                assertThat(in.status()).as(in.body()).isEqualTo(303);
                ask("GET", "/account");
                came = true;
            }
        }

        /// Whether its session holds; who never logged in has none to lose.
        boolean isLoggedIn() throws IOException {
            return !came || store.known(session()).isPresent();
        }

        /// The key of its session.
        public String session() {
            return org.genryu.core.ContentHash.of(List.of("session", cookies.getOrDefault("genryu-session", "none")));
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
