package org.genryu.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another class is another program. Rung: by hand.
class ProgramContentTest {
    @TempDir
    private Path folder;

    private Path jar(String name, String content) throws IOException {
        return jar(name, content, "");
    }

    private Path jar(String name, String content, String comment) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("A.class");
            entry.setTime(0);
            zip.setComment(comment);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static Optional<String> of(Path... jars) {
        String[] names = new String[jars.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = jars[i].toString();
        }
        return ProgramContent.of(String.join(File.pathSeparator, names));
    }

    @Test
    void anotherContentMustBeAnotherProgramWhateverItsSizeAndTime() throws IOException {
        Path one = jar("one.jar", "aaaa");
        Path other = jar("other.jar", "aaab");
        Files.setLastModifiedTime(one, FileTime.fromMillis(0));
        Files.setLastModifiedTime(other, FileTime.fromMillis(0));
        assertThat(Files.size(one)).isEqualTo(Files.size(other));
        assertThat(of(one)).isPresent().isNotEqualTo(of(other));
        assertThat(of(jar("copy.jar", "aaaa"))).isEqualTo(of(one));
        assertThat(of(one, other)).isPresent().isNotEqualTo(of(one)).isNotEqualTo(of(other, one));
    }

    @Test
    void aCommentMustNotHideWhatAJarHolds() throws IOException {
        for (String comment : List.of("signed", "PK\005\006", "x".repeat(0xFFFF))) {
            Optional<String> one = of(jar("one.jar", "aaaa", comment));
            assertThat(one).as(comment).isPresent().isNotEqualTo(of(jar("other.jar", "aaab", comment)));
            assertThat(one).as(comment).isEqualTo(of(jar("plain.jar", "aaaa")));
        }
    }

    @Test
    void everyJarThatTheProgramIsMadeOfMustCount() {
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
        assertThat(jars).isNotEmpty().allSatisfy(jar -> assertThat(of(jar)).isPresent());
    }

    @Test
    void whatIsNoJarMustHaveNoContent() throws IOException {
        Path one = jar("one.jar", "aaaa");
        assertThat(of(folder)).as("a folder of classes").isEmpty();
        assertThat(of(one, folder)).isEmpty();
        assertThat(of(folder.resolve("gone.jar"))).isEmpty();
        assertThat(of(Files.writeString(folder.resolve("short"), "a"))).isEmpty();
        assertThat(of(Files.writeString(folder.resolve("long"), "a".repeat(100))))
                .isEmpty();
        assertThat(ProgramContent.of("")).isEmpty();
    }
}
