package org.genryu.web.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.io.QuietException;
import org.genryu.core.ContentHash;
import org.genryu.core.Text;
import org.genryu.core.disk.WriteFailure;
import org.genryu.web.job.Asker;
import org.genryu.web.link.ViewState;

/// Serves a table of routes on one address: every request passes the guard, every route has its access, whatever goes
/// wrong becomes a sentence, and nothing else is answered.
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("org.genryu.web");
    /// Held, since a logger that nobody holds forgets its level.
    private static final List<Logger> LIBRARIES =
            List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("io.javalin"));

    /// The page on which people say who they are, and its setting: where they wanted to go.
    public static final String LOG_IN = "/login";

    public static final String BACK = "to";

    private static final String REFUSED = "refused";
    private static final String VISITOR = "visitor";
    private static final long MOST_BYTES = 32L << 20;
    private static final Text NO_PAGE = new Text("There is no such page.", "そのようなページはありません。");
    private static final Text NO_HEAD = new Text("Ask with GET.", "GET で要求してください。");
    private static final Text CUT = new Text("The request was not whole.", "要求が途中で切れています。");
    private static final Text TOO_MUCH = new Text("A request may have 32 MiB; this one has more.", "要求は32MiBまでです。");
    private static final Text UNKEPT = new Text(
            "This could not be kept and was not accepted: the disk of the workbench is full, or a right is missing.",
            "保存できなかったため受け付けませんでした。ワークベンチのディスクがいっぱいか、権限がありません。");
    private static final Text FAULT =
            new Text("This is a fault of the program; it stands in the server's log.", "プログラムの不具合です。サーバーのログに記録されています。");
    private static final Text NOBODY = new Text("Log in first.", "先にログインしてください。");
    private static final Text NO_ACCESS = new Text("Your account may not do this.", "このアカウントでは行えません。");

    private final Javalin server;

    private WebServer(Javalin server) {
        this.server = server;
    }

    /// Who asks, and how a refusal looks.
    /// @param visitor of a request
    /// @param refusal a page (or JSON for `/api`) about what was refused
    public record Desk(
            WebGuard guard, Visitors visitors, BiFunction<WebCall, WebCall.Refused, String> refusal, RequestLog log) {}

    /// Finds who asks.
    @FunctionalInterface
    public interface Visitors {
        Visitor of(Context context);
    }

    /// @param port 0 for any that is free
    public static WebServer start(String host, int port, List<WebRoute> routes, Desk desk) {
        LIBRARIES.forEach(library -> library.setLevel(Level.WARNING));
        Javalin server = Javalin.create(config -> configure(config, routes, desk));
        server.start(host, port);
        return new WebServer(server);
    }

    public int port() {
        return server.port();
    }

    private static void configure(JavalinConfig config, List<WebRoute> routes, Desk desk) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MOST_BYTES;
        config.http.generateEtags = false;
        config.http.prefer405over404 = true;
        config.concurrency.useVirtualThreads = true;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(60_000);
            http.setRequestHeaderSize(16 << 10);
        });
        config.requestLogger.http((context, took) -> desk.log()
                .ended(context.method().name(), context.path(), name(context, desk), context.statusCode(), took));
        config.routes.before(context -> {
            WebGuard.headers(context);
            desk.guard().admit(context, System.nanoTime());
            if (context.method().equals(HandlerType.HEAD)) {
                throw new WebCall.Refused(405, NO_HEAD);
            }
            if (context.req().getContentLengthLong() > MOST_BYTES) {
                throw new WebCall.Refused(413, TOO_MUCH);
            }
        });
        for (WebRoute route : routes) {
            config.routes.addEndpoint(
                    Endpoint.create(route.method(), route.path()).handler(context -> serve(route, context, desk)));
        }
        config.routes.after(WebServer::tagged);
        config.routes.exception(WebCall.Refused.class, (refused, context) -> refuse(refused, context, desk));
        config.routes.exception(HttpResponseException.class, (wrong, context) -> {
            WebGuard.headers(context);
            refuse(new WebCall.Refused(wrong.getStatus(), new Text(plain(wrong), plain(wrong))), context, desk);
        });
        config.routes.exception(WriteFailure.class, (unwritten, context) -> {
            LOG.log(Level.SEVERE, unwritten.why().en().replaceAll("\\p{Cntrl}", "?"));
            refuse(new WebCall.Refused(507, UNKEPT), context, desk);
        });
        config.routes.exception(Exception.class, (fault, context) -> {
            if (isGone(fault)) {
                refuse(new WebCall.Refused(400, CUT), context, desk);
                return;
            }
            LOG.log(Level.SEVERE, context.method() + " " + context.path().replaceAll("\\p{Cntrl}", "?"), fault);
            refuse(new WebCall.Refused(500, FAULT), context, desk);
        });
        config.routes.error(404, context -> {
            if (context.attribute(REFUSED) == null) {
                refuse(WebCall.Refused.notFound(NO_PAGE), context, desk);
            }
        });
    }

    private static String name(Context context, Desk desk) {
        Visitor known = context.attribute(VISITOR);
        return known == null ? desk.visitors().of(context).name() : known.name();
    }

    /// What programs read carries the hash of its content; who has it already is told so.
    private static void tagged(Context context) throws IOException {
        InputStream content = context.resultInputStream();
        if (!context.method().equals(HandlerType.GET)
                || content == null
                || context.statusCode() != 200
                || !WebRoute.isApi(context.path())) {
            return;
        }
        byte[] bytes = content.readAllBytes();
        String tag = WebCall.tag(ContentHash.of(bytes));
        context.header("ETag", tag)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Language, Cookie");
        String has = context.header("If-None-Match");
        if (has != null && (has.strip().equals("*") || has.contains(tag))) {
            context.status(304).result(new byte[0]);
        } else {
            context.result(bytes);
        }
    }

    /// Who asked has gone, or has not said all; that is no fault of ours.
    private static boolean isGone(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof EOFException || at instanceof TimeoutException || at instanceof QuietException) {
                return true;
            }
        }
        return false;
    }

    private static String plain(HttpResponseException wrong) {
        return wrong.getMessage() == null ? Integer.toString(wrong.getStatus()) : wrong.getMessage();
    }

    private static void serve(WebRoute route, Context context, Desk desk) throws Exception {
        Visitor visitor = desk.visitors().of(context);
        context.attribute(VISITOR, visitor);
        if (!visitor.access().allows(route.access())) {
            throw visitor.access() == Access.ANYONE
                    ? new WebCall.Refused(401, NOBODY)
                    : new WebCall.Refused(403, NO_ACCESS);
        }
        if (route.changes()) {
            desk.guard().admitChange(context, visitor);
        }
        WebCall call = new WebCall(context, visitor, route.right().others());
        Asker.as(visitor.name(), () -> route.handler().handle(call));
    }

    private static void refuse(WebCall.Refused refused, Context context, Desk desk) {
        context.attribute(REFUSED, Map.of());
        Visitor known = context.attribute(VISITOR);
        WebCall call = new WebCall(context, known == null ? desk.visitors().of(context) : known, Access.ADMINISTRATOR);
        boolean api = WebRoute.isApi(context.path());
        if (refused.status() == 401 && !api && context.method().equals(HandlerType.GET)) {
            // who has not said who they are is asked, and comes back here
            call.seeOther(
                    ViewState.parse(LOG_IN).with(BACK, call.state().address()).in(call.lang()));
            return;
        }
        context.status(refused.status())
                .contentType(api ? "application/problem+json" : "text/html; charset=utf-8")
                .result(desk.refusal().apply(call, refused).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop();
    }
}
