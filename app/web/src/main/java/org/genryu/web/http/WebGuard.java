package org.genryu.web.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.genryu.core.Text;

/// What every request must pass before anything is done, and what every answer carries.
///
/// The name of the server in a request must be one of its own (a page elsewhere that points its name at this machine is
/// refused), what changes something must come from a page of this server and carry the visitor's token, and nobody may
/// ask too often.
public final class WebGuard {
    static final String TOKEN = "token";
    private static final String TOKEN_HEADER = "X-Genryu-Token";
    private static final int MOST_ADDRESSES = 10_000;

    /// Requests at once, and a second, of one address.
    private static final double BURST = 400;

    private static final double RATE = 100;

    private static final Text FOREIGN =
            new Text("This request does not come from a page of this server.", "この要求は、このサーバーのページから送られたものではありません。");
    private static final Text NAME =
            new Text("This server is not known under the name in the request.", "要求に書かれた名前は、このサーバーのものではありません。");
    private static final Text STALE =
            new Text("The form is of another session; load the page again.", "別のセッションのフォームです。ページを読み込み直してください。");
    private static final Text OFTEN = new Text("Too many requests; wait a moment.", "要求が多すぎます。少し待ってください。");

    private static final String FROM = "from";
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private final Set<String> names;
    private final boolean proxied;
    private final Map<String, Bucket> buckets = new HashMap<>();

    /// What is left of an address's requests.
    private static final class Bucket {
        private double left = BURST;
        private long at;
    }

    /// @param names by which the server is known, without a port: its address and what its keeper has told
    public WebGuard(Set<String> names) {
        this(names, false);
    }

    /// @param proxied whether another server on this machine stands before it and says from where a request comes
    public WebGuard(Set<String> names, boolean proxied) {
        this.names = Set.copyOf(names);
        this.proxied = proxied;
    }

    /// From where a request comes.
    static String from(Context context) {
        return Objects.requireNonNullElse(context.attribute(FROM), "");
    }

    /// What a browser says of itself does not count, only what the server before this one has added.
    private String origin(Context context) {
        String told = context.header("X-Forwarded-For");
        String peer = context.ip();
        if (proxied
                && told != null
                && (peer.startsWith("127.")
                        || peer.equals("[::1]")
                        || peer.equals("::1")
                        || peer.equals("0:0:0:0:0:0:0:1")
                        || peer.equals("[0:0:0:0:0:0:0:1]"))) {
            String last = told.substring(told.lastIndexOf(',') + 1).strip();
            return ADDRESS.matcher(last).matches() ? last : peer;
        }
        return peer;
    }

    /// The names of a server that listens on this machine alone.
    public static Set<String> loopback() {
        return Set.of("localhost", "127.0.0.1", "[::1]");
    }

    /// Headers of every answer: nothing comes from elsewhere, nothing inside a page runs, nobody may frame it.
    static void headers(Context context) {
        context.header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self';"
                                + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                // without one of our own the forms of our pages would come with the origin `null`
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .header("Cache-Control", "no-store");
    }

    /// @param now time of a clock that only goes on [ns]
    void admit(Context context, long now) throws WebCall.Refused {
        String host = context.header("Host");
        if (host == null || !names.contains(withoutPort(host))) {
            throw new WebCall.Refused(421, NAME);
        }
        String from = origin(context);
        context.attribute(FROM, from);
        if (!mayAsk(from, now)) {
            throw new WebCall.Refused(429, OFTEN);
        }
    }

    /// What changes something: from here, and with the token.
    void admitChange(Context context, Visitor visitor) throws WebCall.Refused {
        String origin = context.header("Origin");
        String site = context.header("Sec-Fetch-Site");
        String host = Objects.requireNonNullElse(context.header("Host"), "");
        if ((site != null && !site.equals("same-origin") && !site.equals("none"))
                || (origin != null && !isOurs(origin, host))) {
            throw new WebCall.Refused(403, FOREIGN);
        }
        String token = context.header(TOKEN_HEADER);
        if (token == null && (context.isFormUrlencoded() || context.isMultipartFormData())) {
            token = context.formParam(TOKEN);
        }
        if (token == null || visitor.token().isEmpty() || !same(token, visitor.token())) {
            throw new WebCall.Refused(403, STALE);
        }
    }

    /// A page of this server, under the name and port that was asked.
    private static boolean isOurs(String origin, String host) {
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized boolean mayAsk(String address, long now) {
        if (buckets.size() > MOST_ADDRESSES) {
            buckets.clear();
        }
        Bucket bucket = buckets.computeIfAbsent(address, _ -> new Bucket());
        bucket.left = Math.min(BURST, bucket.left + (bucket.at == 0 ? 0 : (now - bucket.at) * 1e-9 * RATE));
        bucket.at = now;
        if (bucket.left < 1) {
            return false;
        }
        bucket.left--;
        return true;
    }
}
