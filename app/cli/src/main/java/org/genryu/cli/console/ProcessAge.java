package org.genryu.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// How long has this process been there, the launcher's part of it included?
///
/// Where the system counts from when it was booted (Linux: field 22 of `/proc/self/stat`, in hundredths of a second,
/// against `/proc/uptime`), from there: what Java knows is then only as good as the whole second in which that was.
public final class ProcessAge {
    private static final double TICKS_A_SECOND = 100;
    /// Of the fields that follow the name of the program, which may hold anything.
    private static final int STARTED = 22 - 3;

    private ProcessAge() {}

    /// [s]
    public static double seconds() {
        try {
            return seconds(Files.readString(Path.of("/proc/self/stat")), Files.readString(Path.of("/proc/uptime")));
        } catch (IOException | RuntimeException _) {
            return ProcessHandle.current()
                    .info()
                    .startInstant()
                    .map(start ->
                            Math.max(0, Duration.between(start, Instant.now()).toNanos() * 1e-9))
                    .orElse(0.0);
        }
    }

    /// @param stat of the process
    /// @param uptime of the machine
    static double seconds(String stat, String uptime) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        double started = Long.parseLong(fields[STARTED]) / TICKS_A_SECOND;
        return Math.max(0, Double.parseDouble(uptime.split(" ")[0]) - started);
    }
}
