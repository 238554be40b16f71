package org.genryu.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.genryu.core.Text;
import org.genryu.study.FutureCluster;
import org.genryu.study.FutureErrand;

/// Apache Spark as machines for futures: a standalone master, any other that Spark knows, or threads of this machine.
///
/// Settings of Spark that are given to Java (`-Dspark.driver.host=…`) hold; those below are only where nothing is said.
public final class SparkCluster implements FutureCluster {
    private static final Pattern STANDALONE = Pattern.compile("spark://([^:/,]+):(\\d+)");
    private static final Pattern KNOWN =
            Pattern.compile("local(\\[(\\*|\\d+)])?|local-cluster\\[[^]]+]|spark://.+|k8s://.+|yarn");
    private static final int PATIENCE = 5_000;

    @Override
    public Connection connect(FutureErrand errand, Optional<String> master, int workers) {
        String there = master.orElse("local[" + workers + "]");
        check(there);
        SparkConf conf = new SparkConf(true)
                .setMaster(there)
                .setIfMissing("spark.app.name", "genryu")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.executor.extraJavaOptions", "--enable-native-access=ALL-UNNAMED");
        if (!there.startsWith("local")) {
            conf.setIfMissing("spark.jars", String.join(",", ownJars()));
        }
        try {
            return new SparkConnection(new JavaSparkContext(conf), errand, there);
        } catch (RuntimeException trouble) {
            throw new Unavailable(new Text(
                    "Spark could not be started with the master '%s': %s".formatted(there, trouble.getMessage()),
                    "マスター '%s' で Spark を開始できません：%s".formatted(there, trouble.getMessage())));
        }
    }

    /// What an executor needs beside Spark's own: the program, as it runs here.
    private static List<String> ownJars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .filter(path -> !new File(path)
                        .getAbsoluteFile()
                        .getParentFile()
                        .getName()
                        .equals("spark"))
                .toList();
    }

    private static void check(String master) {
        if (!KNOWN.matcher(master).matches()) {
            throw new Unavailable(new Text(
                    "Spark's master is '%s'; it must be local[N], spark://host:port, k8s://… or yarn."
                            .formatted(master),
                    "Spark のマスターは '%s' です。local[N]・spark://host:port・k8s://…・yarn のいずれかを指定してください。".formatted(master)));
        }
        Matcher standalone = STANDALONE.matcher(master);
        if (!standalone.matches()) {
            return;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(standalone.group(1), Integer.parseInt(standalone.group(2))), PATIENCE);
        } catch (IOException | IllegalArgumentException trouble) {
            throw new Unavailable(new Text(
                    "Spark's master '%s' does not answer (%s). Maybe it is not running, or its port is another one."
                            .formatted(master, trouble.getMessage()),
                    "Spark のマスター '%s' が応答しません(%s)。動いているか、ポート番号が正しいか確かめてください。".formatted(master, trouble.getMessage())));
        }
    }
}
