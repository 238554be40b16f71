package org.genryu.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.genryu.web.http.WebCall.Refused;
import org.genryu.web.login.ProviderLogin.Returned;
import org.genryu.web.login.ProviderLogin.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A provider that answers what it must not: each of its tokens is refused, one that is right is not. Rung: by hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedProviderTest {
    private static final String CLIENT = "genryu";
    private static final String SECRET = "a secret of forty signs, known to two only";
    private static final String BROWSER = "this browser";

    private HttpServer server;
    private RSAKey key;
    private RSAKey other;
    private ProviderLogin login;
    /// Of the next answer at the token endpoint.
    private String token = "";
    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    void open() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k").generate();
        other = new RSAKeyGenerator(2048).keyID("k").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", call -> answer(call, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/jwks","response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256","HS256"]}""".formatted(issuer())));
        server.createContext("/jwks", call -> answer(call, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", call -> {
            asked.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(call, "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}".formatted(token));
        });
        server.start();
        login = new ProviderLogin(
                new Settings(URI.create(issuer()), CLIENT, SECRET), () -> URI.create("http://127.0.0.1:2/"));
    }

    @AfterAll
    void close() {
        server.stop(0);
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    /// What a log-in asks of the provider, by name.
    private static String word(String address, String name) {
        return address.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
    }

    private JWTClaimsSet.Builder right(String nonce) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("ito")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", nonce);
    }

    private Returned returned(String address, Map<String, List<String>> more) throws Refused {
        java.util.HashMap<String, List<String>> said =
                new java.util.HashMap<>(Map.of("code", List.of("c"), "state", List.of(word(address, "state"))));
        said.putAll(more);
        return login.returned(BROWSER, said);
    }

    private String signed(JWTClaimsSet claims, RSAKey by) {
        try {
            SignedJWT made = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
            made.sign(new RSASSASigner(by));
            return made.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTokenThatIsRightMustGiveTheProviderAndItsSubjectAlone() throws Exception {
        String address = login.begin(BROWSER, "/stress");
        token = signed(right(word(address, "nonce")).build(), key);
        assertThat(returned(address, Map.of())).isEqualTo(new Returned(issuer() + " ito", "/stress"));
        assertThat(asked.getLast()).contains("grant_type=authorization_code", "code_verifier=");
    }

    @Test
    void everyTokenThatIsNotRightMustBeRefused() throws Exception {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong = Map.of(
                "issuer", one -> one.issuer("http://127.0.0.1:9"),
                "audience", one -> one.audience("another"),
                "party", one -> one.audience(List.of(CLIENT, "another")).claim("azp", "another"),
                "nonce", one -> one.claim("nonce", "of another log-in"),
                "no nonce", one -> one.claim("nonce", null),
                "expired", one -> one.expirationTime(Date.from(Instant.now().minusSeconds(3_600))),
                "early", one -> one.issueTime(Date.from(Instant.now().plusSeconds(3_600))),
                "no subject", one -> one.subject(null));
        List<String> accepted = new ArrayList<>();
        for (var one : wrong.entrySet()) {
            String address = login.begin(BROWSER, "/");
            token = signed(one.getValue().apply(right(word(address, "nonce"))).build(), key);
            try {
                accepted.add(one.getKey() + returned(address, Map.of()));
            } catch (Refused refused) {
                assertThat(refused.status()).as(one.getKey()).isEqualTo(401);
            }
        }
        assertThat(accepted).isEmpty();
    }

    @Test
    void everySignatureThatIsNotTheProvidersMustBeRefused() throws Exception {
        for (String kind : List.of("another key", "none", "shared secret", "cut")) {
            String address = login.begin(BROWSER, "/");
            JWTClaimsSet claims = right(word(address, "nonce")).build();
            SignedJWT mac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            mac.sign(new MACSigner(SECRET));
            String good = signed(claims, key);
            token = switch (kind) {
                case "another key" -> signed(claims, other);
                case "none" -> new PlainJWT(claims).serialize();
                case "shared secret" -> mac.serialize();
                default -> good.substring(0, good.lastIndexOf('.') + 1);
            };
            assertThatThrownBy(() -> returned(address, Map.of())).as(kind).isInstanceOf(Refused.class);
        }
    }

    @Test
    void anAnswerMustBelongToALogInOfThisBrowserAndThisProvider() throws Exception {
        String address = login.begin(BROWSER, "/");
        token = signed(right(word(address, "nonce")).build(), key);
        assertThatThrownBy(() -> login.returned(
                        "another browser", Map.of("code", List.of("c"), "state", List.of(word(address, "state")))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("was not begun in this browser");
        assertThatThrownBy(() -> returned(address, Map.of()))
                .as("who was wrong once has used the state up")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> login.returned(BROWSER, Map.of("code", List.of("c"))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> login.returned(BROWSER, Map.of("x", List.of("y"))))
                .isInstanceOf(Refused.class);
        String second = login.begin(BROWSER, "/");
        assertThatThrownBy(() -> returned(second, Map.of("iss", List.of("http://127.0.0.1:9"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("iss");
        String third = login.begin(BROWSER, "/");
        assertThatThrownBy(() -> login.returned(
                        BROWSER, Map.of("error", List.of("access_denied"), "state", List.of(word(third, "state")))))
                .isInstanceOf(Refused.class)
                .hasMessage("The provider did not log you in (access_denied).");
    }
}
