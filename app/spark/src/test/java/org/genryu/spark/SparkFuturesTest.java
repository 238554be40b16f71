package org.genryu.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.genryu.stress.future.FutureEngine;
import org.genryu.stress.future.FutureLoss;
import org.genryu.stress.future.FutureWorkers;
import org.genryu.study.FutureCluster;
import org.genryu.study.FutureErrand;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Rung: identity. What a future comes to has the same bytes wherever it was gone through.
@Timeout(value = 170, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SparkFuturesTest {
    /// A month without supply, and an event that begins at a rate: each future balances a calm world of its own.
    private static final TextCase TOWN = TextCase.years(2027, 2028)
            .table("places", "place,kind,country\nsrc,country,CN\ntown,country,JP")
            .table("commodities", "commodity,unit\ngood,t")
            .table("recipes", "recipe,commodity,amount\ndig,good,1")
            .table("processes", "process,place,recipe,status,capacity,cost\npit,src,dig,operating,2400,10")
            .table("routes", "route,from,to,commodity,cost\nway,src,town,good,1")
            .table(
                    "demands",
                    "demand,place,use,commodity,amount,shortage_cost\n"
                            + "need,town,tools,good,900..1500,\"triangular(500, 1000, 2000)\"")
            .scenario(
                    "cut",
                    "start: 2027-01\nmonths: 12\nforesight: 0\nevents:\n"
                            + "  - ban: {from: CN, start: 2027-02, months: 3, hazard: 2}\n")
            .scenario("floor", "measures:\n  - floor: {commodity: good, price: 12, paid_by: JP}\n");

    @BeforeAll
    static void theProgramIsWhatWasPacked() throws IOException {
        System.setProperty(
                "spark.jars",
                ProcessCluster.program().stream().map(Path::toString).collect(Collectors.joining(",")));
        System.setProperty("spark.driver.host", "127.0.0.1");
        System.setProperty("spark.driver.bindAddress", "127.0.0.1");
    }

    private static FutureErrand errand(int futures) {
        return new FutureErrand(TOWN.files(), "cut", List.of(), true, futures, 7);
    }

    private static byte[] bytes(FutureLoss one) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(one);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return bytes.toByteArray();
    }

    private static List<byte[]> all(FutureEngine engine, int futures) {
        List<byte[]> rows = new ArrayList<>();
        engine.each(futures, one -> {
            assertThat(one.number()).isEqualTo(rows.size());
            return rows.add(bytes(one));
        });
        return rows;
    }

    private static List<byte[]> here(FutureErrand errand, int workers) {
        return all(new FutureWorkers(workers, errand.open()::loss), errand.futures());
    }

    private static void mustBeTheSame(List<byte[]> rows, List<byte[]> others) {
        assertThat(rows).hasSameSizeAs(others);
        for (int f = 0; f < rows.size(); f++) {
            assertThat(rows.get(f)).as("future %d", f).isEqualTo(others.get(f));
        }
    }

    @Test
    void threadsOfThisMachineMustComeToTheSame() {
        FutureErrand errand = errand(60);
        List<byte[]> one = here(errand, 1);
        assertThat(one.stream().map(ByteBuffer::wrap).distinct().count())
                .as("they differ")
                .isGreaterThan(50);
        mustBeTheSame(here(errand, 2), one);
        try (FutureCluster.Connection there = new SparkCluster().connect(errand, Optional.empty(), 2)) {
            mustBeTheSame(all(there, 60), one);
            List<Integer> told = new ArrayList<>();
            there.each(60, loss -> {
                told.add(loss.number());
                return told.size() < 5;
            });
            assertThat(told).as("as many as are wanted").containsExactly(0, 1, 2, 3, 4);
        }
    }

    @Test
    void aClusterMustComeToTheSameAlthoughAWorkerIsKilledInTheMiddle(@TempDir Path home)
            throws IOException, InterruptedException {
        FutureErrand errand = errand(200);
        List<byte[]> one = here(errand, 1);
        try (ProcessCluster cluster = ProcessCluster.start(home, 2);
                FutureCluster.Connection there = new SparkCluster().connect(errand, Optional.of(cluster.url()), 1)) {
            SparkConnection spark = (SparkConnection) there;
            await(spark, 2, home);
            List<byte[]> rows = new ArrayList<>();
            there.each(200, loss -> {
                if (rows.size() == 40) {
                    cluster.kill(0);
                }
                return rows.add(bytes(loss));
            });
            mustBeTheSame(rows, one);
            await(spark, 1, home);
        }
    }

    private static void await(SparkConnection spark, int executors, Path home) throws InterruptedException {
        for (int tries = 0; spark.executors() != executors; tries++) {
            assertThat(tries)
                    .as("executors: %s, logs in %s", spark.executors(), home)
                    .isLessThan(600);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Test
    void theCommandMustSayTheSameToTheByte(@TempDir Path folder) throws IOException, InterruptedException {
        for (Map.Entry<String, String> file : TOWN.files().entrySet()) {
            Path path = folder.resolve("town").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        byte[] local = told(folder, "--workers", "1");
        assertThat(new String(local, StandardCharsets.UTF_8)).contains("\"status\":\"solved\"");
        assertThat(told(folder, "--engine", "spark")).isEqualTo(local);
    }

    private static byte[] told(Path folder, String... how) throws IOException, InterruptedException {
        String path =
                ProcessCluster.program().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))
                        + File.pathSeparator + ProcessCluster.packed().resolve("lib/spark") + "/*";
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.driver.host=127.0.0.1",
                "-cp",
                path,
                "org.genryu.cli.Main",
                "stress",
                folder.resolve("town").toString(),
                "--scenario",
                "cut",
                "--with",
                "floor",
                "--futures",
                "60",
                "--json"));
        line.addAll(List.of(how));
        Process process = new ProcessBuilder(line)
                .redirectError(folder.resolve("err").toFile())
                .start();
        byte[] said = process.getInputStream().readAllBytes();
        String err = Files.readString(folder.resolve("err"));
        assertThat(process.waitFor()).as(err).isEqualTo(0);
        assertThat(err).as("Spark must not talk").doesNotContain("WARN", "INFO", "Exception", "SLF4J");
        return said;
    }

    @Test
    void aMasterThatIsNoneMustBeSaid() {
        assertThatThrownBy(() -> new SparkCluster().connect(errand(1), Optional.of("spark://127.0.0.1:1"), 1))
                .isInstanceOf(FutureCluster.Unavailable.class)
                .hasMessageStartingWith("Spark's master 'spark://127.0.0.1:1' does not answer (")
                .hasMessageEndingWith("Maybe it is not running, or its port is another one.");
        assertThatThrownBy(() -> new SparkCluster().connect(errand(1), Optional.of("http://here"), 1))
                .isInstanceOf(FutureCluster.Unavailable.class)
                .hasMessage(
                        "Spark's master is 'http://here'; it must be local[N], spark://host:port, k8s://… or yarn.");
    }
}
