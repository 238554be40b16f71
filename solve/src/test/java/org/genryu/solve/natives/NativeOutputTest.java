package org.genryu.solve.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What a native library prints by itself does not stand in an answer. By hand, in a process of its own.
@DisabledOnOs(OS.WINDOWS)
class NativeOutputTest {
    /// Prints natively before, during and after quiet work, and by Java after it.
    static final class Noisy {
        public static void main(String[] words) {
            NativeOutput output = new NativeOutput();
            puts("before");
            output.quietly(() -> {
                puts("noise");
                output.quietly(() -> puts("noise within"));
                puts("more noise");
            });
            puts("after");
            output.quietly(() -> puts("noise again"));
            System.out.println("the answer");
        }

        private static void puts(String text) {
            Linker linker = Linker.nativeLinker();
            MethodHandle puts = linker.downcallHandle(
                    linker.defaultLookup().find("puts").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            try (Arena arena = Arena.ofConfined()) {
                int said = (int) puts.invokeExact(arena.allocateFrom(text));
                assertThat(said).isNotNegative();
            } catch (Throwable trouble) {
                throw new IllegalStateException(trouble);
            }
        }
    }

    @Test
    void onlyWhatIsMeantMustBePrinted() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Noisy.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        assertThat(said.lines()).containsExactlyInAnyOrder("before", "after", "the answer");
    }
}
