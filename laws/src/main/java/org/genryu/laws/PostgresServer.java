package org.genryu.laws;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real server of PostgreSQL with a cluster of its own, on a free port of this machine, gone with [#close].
///
/// The server refuses to run as root; there it runs as nobody. Where none is installed its tests are left out, unless
/// `GENRYU_NEEDS_POSTGRES` is set, as `.ci/run` does: then they fail.
public final class PostgresServer implements AutoCloseable {
    private static final int NOBODY = 65534;

    private final Path programs;
    private final Path folder;
    private final int port;
    private int databases;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /// A running one; empty if none is installed and none is needed.
    public static Optional<PostgresServer> start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        if (programs.isEmpty() && System.getenv("GENRYU_NEEDS_POSTGRES") == null) {
            return Optional.empty();
        }
        // Its sockets need a short name, and its user a folder that it can reach.
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "genryu-pg-");
        if (isRoot()) {
            run(List.of("chown", NOBODY + ":" + NOBODY, folder.toString()));
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        PostgresServer server = new PostgresServer(
                programs.orElseThrow(() -> new IOException("PostgreSQL is not installed")), folder, port);
        server.program("initdb", "-D", server.data(), "-U", "genryu", "-A", "trust", "-E", "UTF8", "--locale=C");
        server.up();
        return Optional.of(server);
    }

    private static Optional<Path> programs() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void program(String name, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            line.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        line.add(programs.resolve(name).toString());
        line.addAll(List.of(words));
        run(line);
    }

    private static void run(List<String> line) throws IOException, InterruptedException {
        // Not a pipe: a server that stays would hold it open.
        Path said = Files.createTempFile("said", ".txt");
        Process process = new ProcessBuilder(line)
                .directory(Path.of("/tmp").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        String text = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(line + ": " + text);
        }
    }

    public void up() throws IOException, InterruptedException {
        String settings = "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1";
        program(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-t",
                "50",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                settings,
                "start");
    }

    /// All its processes are ended at once, without a word and without writing anything down.
    public void crash() throws IOException, InterruptedException {
        program("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    /// The setting of a new database.
    public String database() throws IOException, InterruptedException {
        String name = "store_" + databases++;
        program("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "genryu", name);
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=genryu";
    }

    @Override
    public void close() throws IOException {
        try {
            crash();
            run(List.of("rm", "-rf", folder.toString()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
