package org.genryu.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Names are found, by one thread or by several at once. Rung: identity.
class NameIndexTest {
    private static final int NAMES = 500;
    private static final int ASKED = 3_000_000;

    private static NameIndex names() {
        NameIndex names = new NameIndex();
        for (int i = 0; i < NAMES; i++) {
            char[] name = name(i).toCharArray();
            names.add(name, 0, name.length);
        }
        return names;
    }

    private static String name(int i) {
        return "name-" + i;
    }

    @Test
    void everyNameIsFoundAndNoOther() {
        NameIndex names = names();
        for (int i = 0; i < NAMES; i++) {
            assertThat(names.find(name(i))).isEqualTo(i);
            assertThat(names.find(name(i))).isEqualTo(i);
        }
        assertThat(names.find("name")).isEqualTo(-1);
        assertThat(names.find("")).isEqualTo(-1);
        assertThat(names.size()).isEqualTo(NAMES);
    }

    /// Asks from as many threads as there are processors; ends with how many answers were wrong, 1 at most.
    static final class Crowd {
        public static void main(String[] words) {
            NameIndex names = names();
            List<String> asked =
                    IntStream.range(0, NAMES).mapToObj(NameIndexTest::name).toList();
            long wrong = IntStream.range(0, ASKED)
                    .parallel()
                    .filter(k -> names.find(asked.get(k % NAMES)) != k % NAMES)
                    .count();
            System.exit(wrong == 0 ? 0 : 1);
        }
    }

    /// A plan and an alliance resolve one case on two threads. In a process of its own with Java's first compiler
    /// alone,
    /// as the launcher starts it: the second one reads a field once where it stands twice, and would hide the
    /// fault.
    @Test
    void severalMayAskAtOnce() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Crowd.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(child.waitFor()).isZero();
    }
}
