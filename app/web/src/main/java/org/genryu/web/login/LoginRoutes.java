package org.genryu.web.login;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.write.Html;
import org.genryu.store.AccountStore.Account;
import org.genryu.web.http.Access;
import org.genryu.web.http.AuditLog;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebCall.Refused;
import org.genryu.web.http.WebRoute;
import org.genryu.web.http.WebServer;
import org.genryu.web.link.ViewState;
import org.genryu.web.page.PlainPage;

/// Coming in and going: a name and a password that may be pasted, or a provider of identities.
public final class LoginRoutes {
    private static final String BY_PROVIDER = "/login/provider";

    private final Accounts accounts;
    private final Optional<ProviderLogin> provider;

    /// @param provider of identities, if there is one
    public LoginRoutes(Accounts accounts, Optional<ProviderLogin> provider) {
        this.accounts = accounts;
        this.provider = provider;
    }

    public List<WebRoute> routes() {
        List<WebRoute> all = new ArrayList<>(List.of(
                WebRoute.get(
                        WebServer.LOG_IN,
                        Access.ANYONE,
                        LoginPhrases.LOG_IN.text(),
                        call -> show(call, back(call), Optional.empty())),
                WebRoute.post(WebServer.LOG_IN, Access.ANYONE, LoginPhrases.LOG_IN.text(), this::logIn),
                WebRoute.post("/logout", Access.VIEWER, new Text("Log out.", "ログアウトします。"), this::logOut)));
        all.addAll(new AccountRoutes(accounts).routes());
        if (provider.isPresent()) {
            all.add(WebRoute.get(
                    BY_PROVIDER,
                    Access.ANYONE,
                    new Text("Log in at the provider of identities.", "認証プロバイダーでログインします。"),
                    this::away));
            all.add(WebRoute.get(
                    ProviderLogin.RETURN,
                    Access.ANYONE,
                    new Text("Come back from the provider.", "認証プロバイダーから戻ります。"),
                    this::returned));
        }
        return List.copyOf(all);
    }

    /// Where who logs in wanted to go.
    private static ViewState back(WebCall call) {
        return WebCall.here(call.field(WebServer.BACK).or(() -> call.setting(WebServer.BACK)))
                .filter(state -> !state.path().startsWith(WebServer.LOG_IN))
                .orElse(ViewState.parse("/"));
    }

    private void show(WebCall call, ViewState back, Optional<Text> wrong) throws IOException {
        String token = accounts.formWord(call);
        call.page(PlainPage.of(call, LoginPhrases.LOG_IN.text(), html -> {
            wrong.ifPresent(why -> html.leaf("p", why.in(call.lang()), "class", "warn", "role", "alert"));
            html.open("form", "method", "post", "action", WebServer.LOG_IN, "class", "fields");
            hidden(html, "token", token);
            hidden(html, WebServer.BACK, back.address());
            hidden(html, ViewState.LANG, call.lang() == Lang.JA ? "ja" : "en");
            html.open("label").text(LoginPhrases.NAME.in(call.lang()));
            html.empty(
                            "input",
                            "name",
                            "name",
                            "autocomplete",
                            "username",
                            "required",
                            "required",
                            "spellcheck",
                            "false")
                    .close("label");
            password(html, call, LoginPhrases.PASSWORD, "password", "current-password");
            html.leaf("button", LoginPhrases.LOG_IN.in(call.lang())).close("form");
            provider.ifPresent(one -> html.open("p")
                    .leaf(
                            "a",
                            LoginPhrases.BY_PROVIDER.in(call.lang(), one.host()),
                            "class",
                            "button second",
                            "href",
                            ViewState.of(BY_PROVIDER, new TreeMap<>())
                                    .with(WebServer.BACK, back.address())
                                    .in(call.lang())
                                    .address())
                    .close("p"));
            Lang other = call.lang() == Lang.JA ? Lang.EN : Lang.JA;
            String address = ViewState.of(WebServer.LOG_IN, new TreeMap<>())
                    .with(WebServer.BACK, back.in(other).address())
                    .in(other)
                    .address();
            html.open("p")
                    .leaf(
                            "a",
                            LoginPhrases.OTHER_LANGUAGE.in(call.lang()),
                            "lang",
                            other == Lang.JA ? "ja" : "en",
                            "href",
                            address)
                    .close("p");
        }));
    }

    static void hidden(Html html, String name, String value) {
        html.empty("input", "type", "hidden", "name", name, "value", value);
    }

    static void password(Html html, WebCall call, LoginPhrases label, String name, String kind) {
        html.open("label").text(label.in(call.lang()));
        html.empty("input", "type", "password", "name", name, "autocomplete", kind, "required", "required")
                .close("label");
    }

    private void logIn(WebCall call) throws Exception {
        try {
            accounts.logIn(
                    call,
                    call.field("name").orElse(""),
                    Optional.ofNullable(call.context().formParam("password")).orElse(""));
        } catch (Refused refused) {
            call.context().status(refused.status());
            show(call, back(call), Optional.of(refused.why()));
            return;
        }
        call.seeOther(back(call));
    }

    private void logOut(WebCall call) throws Exception {
        accounts.logOut(call);
        call.seeOther(ViewState.parse(WebServer.LOG_IN).in(call.lang()));
    }

    // ---------------------------------------------------------------- the provider

    private void away(WebCall call) throws Exception {
        String address = provider.orElseThrow()
                .begin(accounts.browser(call), back(call).in(call.lang()).address());
        call.context().status(303).header("Location", address);
    }

    private void returned(WebCall call) throws Exception {
        ProviderLogin.Returned returned;
        try {
            returned = provider.orElseThrow()
                    .returned(accounts.browser(call), call.context().queryParamMap());
            Optional<Account> account = accounts.store().ofSubject(returned.subject());
            if (account.isEmpty() || account.get().locked()) {
                accounts.audit().write(AuditLog.Deed.REFUSED, "", returned.subject(), call.from());
                throw new Refused(
                        401,
                        account.isEmpty()
                                ? new Text(
                                        LoginPhrases.UNKNOWN_SUBJECT.in(Lang.EN, returned.subject()),
                                        LoginPhrases.UNKNOWN_SUBJECT.in(Lang.JA, returned.subject()))
                                : Accounts.WRONG);
            }
            accounts.begin(call, account.get().name());
        } catch (Refused refused) {
            call.context().status(refused.status());
            show(call, ViewState.parse("/"), Optional.of(refused.why()));
            return;
        }
        call.seeOther(ViewState.parse(returned.back()));
    }
}
