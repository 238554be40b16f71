package org.genryu.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A standalone cluster of this machine: a master and workers with one processor each, every one a process of its own
/// with Spark's jars alone. The program comes to them from the driver.
final class ProcessCluster implements AutoCloseable {
    /// Parts that both have, which the packed program keeps on its side.
    private static final String SHARED =
            "(slf4j-api|jakarta\\.servlet-api|commons-(io|codec|compress|logging))-.*\\.jar";

    private final Path home;
    private final int port;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    private ProcessCluster(Path home, int port) throws IOException {
        this.home = home;
        this.port = port;
        this.master = java("master", "master.Master", "--host", "127.0.0.1", "--port", "" + port);
    }

    /// The folder with the packed program.
    static Path packed() {
        return Path.of(System.getProperty("packed"));
    }

    /// The packed program's jars.
    static List<Path> program() throws IOException {
        List<Path> all = new ArrayList<>(jars(packed()));
        all.addAll(jars(packed().resolve("lib")));
        return all;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    static ProcessCluster start(Path home, int workers) throws IOException, InterruptedException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        List<Path> linked = new ArrayList<>(jars(packed().resolve("lib/spark")));
        program().stream()
                .filter(jar -> jar.getFileName().toString().matches(SHARED))
                .forEach(linked::add);
        for (Path jar : linked) {
            Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar.toAbsolutePath());
        }
        ProcessCluster cluster = new ProcessCluster(home, freePort());
        cluster.awaitMaster();
        for (int w = 0; w < workers; w++) {
            cluster.workers.add(cluster.java(
                    "worker-" + w,
                    "worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    home.resolve("work-" + w).toString(),
                    cluster.url()));
        }
        return cluster;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process java(String name, String main, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                home.resolve("jars") + "/*",
                "org.apache.spark.deploy." + main));
        line.addAll(List.of(arguments));
        line.addAll(main.startsWith("master") ? List.of("--webui-port", "0") : List.of());
        ProcessBuilder process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        process.environment().put("SPARK_HOME", home.toString());
        process.environment().put("SPARK_SCALA_VERSION", "2.13");
        process.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        process.environment().put("SPARK_WORKER_WEBUI_PORT", "0");
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return process.start();
    }

    private void awaitMaster() throws InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            assertThat(master.isAlive()).as("master").isTrue();
            try (Socket _ = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException _) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the master does not answer");
    }

    String url() {
        return "spark://127.0.0.1:" + port;
    }

    /// Ends a worker and its executor at once, as a machine does that loses its power.
    void kill(int worker) {
        end(workers.get(worker));
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        workers.forEach(ProcessCluster::end);
        end(master);
    }
}
