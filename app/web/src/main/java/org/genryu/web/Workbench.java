package org.genryu.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.store.StoreAddress;
import org.genryu.web.api.Answers;
import org.genryu.web.api.ApiRoutes;
import org.genryu.web.api.HealthRoutes;
import org.genryu.web.book.BookPages;
import org.genryu.web.build.BuildView;
import org.genryu.web.edit.EditRoutes;
import org.genryu.web.http.Access;
import org.genryu.web.http.AuditLog;
import org.genryu.web.http.RequestLog;
import org.genryu.web.http.SecretToken;
import org.genryu.web.http.Visitor;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebGuard;
import org.genryu.web.http.WebRoute;
import org.genryu.web.http.WebServer;
import org.genryu.web.job.JobDesk;
import org.genryu.web.job.WorkerProgram;
import org.genryu.web.login.Accounts;
import org.genryu.web.login.LoginRoutes;
import org.genryu.web.login.ProviderLogin;
import org.genryu.web.measure.MeasurePages;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPages;
import org.genryu.web.told.ToldPages;
import org.genryu.web.version.CaseBooks;
import org.genryu.web.world.CaseShelf;

/// The workbench, serving. For one person on this machine nobody logs in; where it is shared everybody does.
public final class Workbench implements AutoCloseable {
    private static final Finding NO_ADMINISTRATOR = Finding.error(
            Finding.Place.NOWHERE,
            new Text("Shared workbench", "共有ワークベンチ"),
            new Text("has no administrator; it must have one before others can log in.", "管理者がいません。共有する前に管理者が必要です。"),
            new Text(
                    "make one with `genryu account add NAME --role administrator` (and the same --home or --store).",
                    "`genryu account add 名前 --role administrator` で作成してください(--home または --store は同じものを指定します)。"));

    private final WebServer server;
    private final JobDesk jobs;
    private final CaseBooks books;
    private final HomeLock lock;
    private final Optional<Accounts> accounts;
    private final Settings settings;
    private final List<WebRoute> routes;

    /// What it is started with.
    /// @param host of this machine on which it listens
    /// @param port 0 for any that is free
    /// @param home folder of what it keeps
    /// @param store of what people change: a file, or a PostgreSQL server; a file in the home folder if it is empty
    /// @param cases ids of built-in cases, folders or workbooks; the built-in one if there are none
    /// @param worker the program as a process
    /// @param person name in histories
    /// @param version of the program
    /// @param shared how others come to it; empty if one person alone does
    public record Settings(
            String host,
            int port,
            Path home,
            Optional<StoreAddress> store,
            List<String> cases,
            WorkerProgram worker,
            String person,
            String version,
            Optional<Shared> shared) {
        public Settings {
            cases = List.copyOf(cases);
        }

        /// For one person.
        public Settings(
                String host,
                int port,
                Path home,
                Optional<StoreAddress> store,
                List<String> cases,
                WorkerProgram worker,
                String person,
                String version) {
            this(host, port, home, store, cases, worker, person, version, Optional.empty());
        }

        private StoreAddress storeOrFile() {
            return store.orElseGet(() -> new StoreAddress.SqliteFile(
                    home.resolve("genryu.db").toAbsolutePath().normalize()));
        }
    }

    /// How others come to it.
    ///
    /// @param address as browsers know it; empty if they are on this machine
    /// @param provider of identities; empty if there are passwords alone
    public record Shared(Optional<URI> address, Optional<ProviderLogin.Settings> provider) {
        private boolean secure() {
            return address.map(URI::getScheme).equals(Optional.of("https"));
        }
    }

    private Workbench(Settings settings, CaseShelf cases, HomeLock lock, AuditLog audit, Optional<Accounts> accounts)
            throws IOException {
        this.settings = settings;
        this.lock = lock;
        this.accounts = accounts;
        Clock clock = Clock.systemUTC();
        this.books = CaseBooks.open(
                settings.storeOrFile(), settings.home().resolve("cases"), cases, clock, settings.person());
        this.jobs = JobDesk.open(settings.home().resolve("jobs"), settings.worker());
        WebDesk desk = new WebDesk(
                settings.home(), settings.storeOrFile(), jobs, cases, new ToldPages(), clock, settings.version());
        Visitor person = new Visitor(settings.person(), Access.ADMINISTRATOR, SecretToken.make());
        Set<String> names = new TreeSet<>(WebGuard.loopback());
        names.add(settings.host());
        Optional<URI> address = settings.shared().flatMap(Shared::address);
        address.ifPresent(known -> names.add(known.getHost()));
        RequestLog log = new RequestLog(settings.home().resolve("log").resolve("requests.jsonl"), clock);
        List<WebRoute> doors = accounts.map(open -> new LoginRoutes(
                                open,
                                settings.shared()
                                        .flatMap(Shared::provider)
                                        .map(known -> new ProviderLogin(known, () -> address.orElse(own()))))
                        .routes())
                .orElse(List.of());
        this.routes = routes(desk, books, new HealthRoutes(desk, log, audit), doors);
        WebServer.Visitors visitors =
                accounts.<WebServer.Visitors>map(open -> open).orElse(_ -> person);
        boolean secure = settings.shared().map(Shared::secure).orElse(false);
        this.server = WebServer.start(
                settings.host(),
                settings.port(),
                routes,
                new WebServer.Desk(new WebGuard(names, secure), visitors, Workbench::refusal, log));
        WebPages.prepare(desk);
    }

    /// Serves from now on; the outcome is empty if no case can be read, or the home folder serves another already.
    public static Outcome<Workbench> start(Settings settings) throws IOException {
        Outcome<CaseShelf> cases = CaseShelf.open(settings.cases());
        if (cases.value().isEmpty()) {
            return Outcome.failed(cases.findings());
        }
        Outcome<HomeLock> lock = HomeLock.take(settings.home());
        if (lock.value().isEmpty()) {
            return Outcome.failed(lock.findings());
        }
        Optional<Accounts> accounts = Optional.empty();
        AuditLog audit = new AuditLog(settings.home().resolve("log").resolve("audit.jsonl"), Clock.systemUTC());
        try {
            if (settings.shared().isPresent()) {
                accounts = Optional.of(accounts(settings, settings.shared().get(), audit));
                if (!accounts.get().hasAdministrator()) {
                    accounts.get().close();
                    lock.value().get().close();
                    return Outcome.failed(List.of(NO_ADMINISTRATOR));
                }
            }
            return Outcome.of(
                    new Workbench(settings, cases.value().get(), lock.value().get(), audit, accounts),
                    cases.findings());
        } catch (IOException | RuntimeException trouble) {
            if (accounts.isPresent()) {
                accounts.get().close();
            }
            lock.value().get().close();
            throw trouble;
        }
    }

    private static Accounts accounts(Settings settings, Shared shared, AuditLog audit) throws IOException {
        return Accounts.open(settings.storeOrFile(), Clock.systemUTC(), audit, shared.secure());
    }

    private URI own() {
        return URI.create(address());
    }

    /// The tables of all packages, in one: an address that is not in it does not exist.
    /// @param doors by which people come in; none where nobody logs in
    static List<WebRoute> routes(WebDesk desk, CaseBooks books, HealthRoutes health, List<WebRoute> doors) {
        List<WebRoute> all = new ArrayList<>(WebPages.routes(desk));
        all.addAll(doors);
        all.addAll(new EditRoutes(desk, books).routes());
        all.addAll(new BuildView(desk, books).routes());
        all.addAll(MeasurePages.routes(desk));
        all.addAll(BookPages.routes(desk));
        all.addAll(ApiRoutes.routes(desk, health, all));
        return List.copyOf(all);
    }

    /// Programs get a problem document, people a page.
    private static String refusal(WebCall call, WebCall.Refused refused) {
        return WebRoute.isApi(call.context().path()) ? Answers.problem(call, refused) : WebPages.refusal(call, refused);
    }

    /// All that it answers; nothing else is.
    public List<WebRoute> routes() {
        return routes;
    }

    /// Where it is, for a browser on this machine.
    public String address() {
        return "http://" + settings.host() + ":" + server.port() + "/";
    }

    @Override
    public void close() {
        server.close();
        jobs.close();
        try {
            books.close();
            if (accounts.isPresent()) {
                accounts.get().close();
            }
        } catch (IOException e) {
            Logger.getLogger("org.genryu.web").log(Level.WARNING, "The store did not close.", e);
        }
        lock.close();
    }
}
