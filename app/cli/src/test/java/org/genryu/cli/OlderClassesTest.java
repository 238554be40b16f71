package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What the launcher does to the jar that is too old. Rung: identity.
class OlderClassesTest {
    @TempDir
    private Path folder;

    private static Path picocli() throws URISyntaxException {
        return Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static Map<String, byte[]> files(Path jar) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /// Opcodes of all methods, in order.
    private static Map<String, List<String>> instructions(ClassModel of) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (MethodModel method : of.methods()) {
            List<String> codes = new java.util.ArrayList<>();
            method.code().ifPresent(code -> {
                for (CodeElement element : code) {
                    if (element instanceof Instruction instruction) {
                        codes.add(instruction.opcode().name().replace("_W", ""));
                    }
                }
            });
            all.put(method.methodName().stringValue() + method.methodType().stringValue(), codes);
        }
        return all;
    }

    @Test
    void everyClassMustBeNewEnoughForTheArchiveAndDoTheSame() throws Exception {
        Path jar = Files.copy(picocli(), folder.resolve("picocli.jar"));
        assertThat(OlderClasses.renew(jar, folder)).isTrue();
        Map<String, byte[]> before = files(picocli());
        Map<String, byte[]> after = files(jar);
        assertThat(List.copyOf(after.keySet())).isEqualTo(List.copyOf(before.keySet()));
        int renewed = 0;
        for (Map.Entry<String, byte[]> file : after.entrySet()) {
            byte[] was = before.getOrDefault(file.getKey(), new byte[0]);
            if (!file.getKey().endsWith(".class")) {
                assertThat(file.getValue()).as(file.getKey()).isEqualTo(was);
                continue;
            }
            ClassModel now = ClassFile.of().parse(file.getValue());
            assertThat(now.majorVersion()).as(file.getKey()).isGreaterThanOrEqualTo(50);
            assertThat(instructions(now))
                    .as(file.getKey())
                    .isEqualTo(instructions(ClassFile.of().parse(was)));
            renewed += Arrays.equals(was, file.getValue()) ? 0 : 1;
        }
        assertThat(renewed).isGreaterThan(100);
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            for (String name : after.keySet()) {
                if (name.startsWith("picocli/") && name.endsWith(".class")) {
                    String of = name.substring(0, name.length() - ".class".length());
                    Class.forName(of.replace('/', '.'), true, classes); // links it, and so verifies it
                }
            }
        }
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    }

    @Test
    void aJarThatIsNewEnoughMustKeepItsBytes() throws Exception {
        Path jar = Files.copy(picocli(), folder.resolve("picocli.jar"));
        FileTime time = Files.getLastModifiedTime(jar);
        OlderClasses.renew(jar, folder);
        byte[] once = Files.readAllBytes(jar);
        assertThat(OlderClasses.renew(jar, folder)).isFalse();
        assertThat(Files.readAllBytes(jar)).isEqualTo(once);
        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(time);
    }
}
