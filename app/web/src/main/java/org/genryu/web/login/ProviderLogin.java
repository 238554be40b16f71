package org.genryu.web.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.web.http.WebCall.Refused;

/// Who is it, in the words of a provider of identities? OpenID Connect's code flow with PKCE (OpenID Connect Core 1.0,
/// 3.1; RFC 7636), by the Nimbus library: what comes back must belong to a log-in that this browser began (state),
/// the code is worth nothing without what only we know (PKCE), and the token must be of this provider, for us, signed,
/// in time, and made for this log-in (nonce). Nothing but the subject is taken from it.
///
/// Thread-safe.
public final class ProviderLogin {
    /// The provider, and as whom we are known to it.
    ///
    /// @param issuer its address
    /// @param client our id there
    /// @param secret that proves us
    public record Settings(URI issuer, String client, String secret) {
        /// Without what is secret.
        @Override
        public String toString() {
            return issuer + " " + client;
        }
    }

    /// @param subject the provider and whom it names, one word after the other
    /// @param back where who logs in wanted to go
    record Returned(String subject, String back) {}

    /// A log-in on its way.
    private record Begun(String browser, Nonce nonce, CodeVerifier verifier, String back, long at) {}

    /// Where the provider sends people back.
    public static final String RETURN = "/login/return";

    private static final Logger LOG = Logger.getLogger("org.genryu.web");
    /// Signatures that only the provider can make.
    private static final Set<JWSAlgorithm> SIGNATURES = JWSAlgorithm.Family.SIGNATURE;

    private static final int CONNECT = 5_000;
    private static final int READ = 10_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_BEGUN = 10_000;
    private static final long HOUR = 3_600_000_000_000L;

    private final Settings settings;
    private final Supplier<URI> address;
    private final Map<String, Begun> begun = new ConcurrentHashMap<>();
    private Optional<OIDCProviderMetadata> known = Optional.empty();
    private long knownAt;

    /// @param address of this server, as browsers know it
    public ProviderLogin(Settings settings, Supplier<URI> address) {
        this.settings = settings;
        this.address = address;
    }

    private URI home() {
        return address.get().resolve(RETURN);
    }

    /// As it is shown to people.
    String host() {
        return settings.issuer().getHost();
    }

    /// What the provider says of itself; asked for again each hour.
    private synchronized OIDCProviderMetadata provider() throws Refused {
        long now = System.nanoTime();
        if (known.isEmpty() || now - knownAt > HOUR) {
            try {
                known = Optional.of(OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), CONNECT, READ));
                knownAt = now;
            } catch (GeneralException | IOException e) {
                throw away(e);
            }
        }
        return known.orElseThrow();
    }

    private static Refused away(Exception why) {
        LOG.log(Level.WARNING, "The provider of identities: " + why.getMessage());
        return new Refused(502, LoginPhrases.PROVIDER_AWAY.text());
    }

    private static Refused refused(int status, LoginPhrases words, String what) {
        String plain = what.replaceAll("\\p{Cntrl}", " ");
        String shown = plain.substring(0, Math.min(200, plain.length()));
        return new Refused(status, new Text(words.in(Lang.EN, shown), words.in(Lang.JA, shown)));
    }

    /// The provider's address to which the browser is sent.
    String begin(String browser, String back) throws Refused {
        OIDCProviderMetadata provider = provider();
        State state = new State();
        Begun one = new Begun(browser, new Nonce(), new CodeVerifier(), back, System.nanoTime());
        begun.values().removeIf(ProviderLogin::isOld);
        if (begun.size() >= MOST_BEGUN) {
            throw new Refused(503, LoginPhrases.PROVIDER_AWAY.text());
        }
        begun.put(state.getValue(), one);
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid"), new ClientID(settings.client()), home())
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(state)
                .nonce(one.nonce())
                .codeChallenge(one.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI()
                .toString();
    }

    private static boolean isOld(Begun one) {
        return System.nanoTime() - one.at() > Accounts.BEFORE.toNanos();
    }

    /// Who came back.
    Returned returned(String browser, Map<String, List<String>> said) throws Refused {
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(home(), said);
        } catch (ParseException e) {
            throw refused(400, LoginPhrases.PROVIDER_BAD, "parameters");
        }
        Begun one = Optional.ofNullable(response.getState())
                .map(state -> begun.remove(state.getValue()))
                .filter(found -> found.browser().equals(browser) && !isOld(found))
                .orElseThrow(() -> new Refused(400, LoginPhrases.STALE.text()));
        if (response.getIssuer() != null
                && !response.getIssuer().getValue().equals(settings.issuer().toString())) {
            throw refused(400, LoginPhrases.PROVIDER_BAD, "iss"); // RFC 9207
        }
        if (!response.indicatesSuccess()) {
            throw refused(
                    401,
                    LoginPhrases.PROVIDER_SAID,
                    Optional.ofNullable(
                                    response.toErrorResponse().getErrorObject().getCode())
                            .orElse("?"));
        }
        IDTokenClaimsSet claims = claims(token(response.toSuccessResponse().getAuthorizationCode(), one), one.nonce());
        return new Returned(settings.issuer() + " " + claims.getSubject().getValue(), one.back());
    }

    private JWT token(AuthorizationCode code, Begun one) throws Refused {
        OIDCProviderMetadata provider = provider();
        TokenRequest request = new TokenRequest.Builder(
                        provider.getTokenEndpointURI(),
                        proof(provider),
                        new AuthorizationCodeGrant(code, home(), one.verifier()))
                .build();
        HTTPRequest sent = request.toHTTPRequest();
        sent.setConnectTimeout(CONNECT);
        sent.setReadTimeout(READ);
        sent.setFollowRedirects(false);
        try {
            TokenResponse answer = OIDCTokenResponseParser.parse(sent.send());
            if (answer instanceof OIDCTokenResponse good) {
                return good.getOIDCTokens().getIDToken();
            }
            throw refused(
                    401,
                    LoginPhrases.PROVIDER_SAID,
                    Optional.ofNullable(
                                    answer.toErrorResponse().getErrorObject().getCode())
                            .orElse("?"));
        } catch (ParseException e) {
            throw refused(502, LoginPhrases.PROVIDER_BAD, "token");
        } catch (IOException e) {
            throw away(e);
        }
    }

    private ClientAuthentication proof(OIDCProviderMetadata provider) {
        ClientID client = new ClientID(settings.client());
        Secret secret = new Secret(settings.secret());
        List<ClientAuthenticationMethod> ways = provider.getTokenEndpointAuthMethods();
        return ways == null || ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(client, secret)
                : new ClientSecretPost(client, secret);
    }

    private IDTokenClaimsSet claims(JWT token, Nonce nonce) throws Refused {
        OIDCProviderMetadata provider = provider();
        List<JWSAlgorithm> told = provider.getIDTokenJWSAlgs();
        if (!(token.getHeader().getAlgorithm() instanceof JWSAlgorithm signature)
                || !SIGNATURES.contains(signature)
                || told == null
                || !told.contains(signature)) {
            throw refused(401, LoginPhrases.PROVIDER_BAD, "alg");
        }
        try {
            IDTokenClaimsSet claims = new IDTokenValidator(
                            new Issuer(settings.issuer()),
                            new ClientID(settings.client()),
                            signature,
                            provider.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(CONNECT, READ, MOST_BYTES))
                    .validate(token, nonce);
            // For others too it may be only if it was given to us; the library leaves that to its caller.
            boolean alone = claims.getAudience().size() == 1 && claims.getAuthorizedParty() == null;
            if (!alone
                    && (claims.getAuthorizedParty() == null
                            || !claims.getAuthorizedParty().getValue().equals(settings.client()))) {
                throw refused(401, LoginPhrases.PROVIDER_BAD, "azp");
            }
            return claims;
        } catch (BadJOSEException e) {
            throw refused(401, LoginPhrases.PROVIDER_BAD, String.valueOf(e.getMessage()));
        } catch (JOSEException | IOException e) {
            throw away(e);
        }
    }
}
