package org.genryu.core.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A folder that somebody else can change is not private. Rung: by hand, on the system's own file system.
@DisabledOnOs(OS.WINDOWS)
class PrivateFolderTest {
    private final PrivateFolder guard = PrivateFolder.ofThisProcess();

    @TempDir
    private Path root;

    private static Path withRights(Path folder, String rights) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
        return folder;
    }

    @Test
    void whatItMakesMustBeForTheUserAlone() throws IOException {
        Path made = guard.open(root.resolve("a/b/c"));
        assertThat(made).isDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        assertThat(guard.open(made)).isEqualTo(made);
    }

    /// What the system tells is what its function answers.
    @Test
    void theUserMustBeTheSameByBothWays() {
        assumeThat(Path.of("/proc/self/status")).exists();
        assertThat(PrivateFolder.told()).hasValue(PrivateFolder.asked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx---r--", "rwxrwxrwx", "rwx--x--x"})
    void aFolderThatOthersMayEnterMustBeRefused(String rights) throws IOException {
        Path open = withRights(root.resolve("open"), rights);
        assertThatThrownBy(() -> guard.open(open))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("'" + open.toRealPath() + "' belongs to user ")
                .hasMessageEndingWith("; it must be your own with 700");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx----w-", "rwxrwxrwx"})
    void aFolderWhosePlaceOthersMayTakeMustBeRefused(String rights) throws IOException {
        Path shared = withRights(root.resolve("shared"), rights);
        assertThatThrownBy(() -> guard.open(shared.resolve("mine")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("others may change '" + shared.toRealPath() + "' (user ");
    }

    @Test
    void inAFolderWhereNamesBelongToTheirMakersItMustServe() throws IOException {
        Path sticky = withRights(root.resolve("sticky"), "rwxrwxrwx");
        Files.setAttribute(sticky, "unix:mode", 01777);
        assertThat(guard.open(sticky.resolve("mine"))).isDirectory();
    }

    @Test
    void aFolderOfSomebodyElseMustBeRefused() throws IOException {
        int us = (Integer) Files.getAttribute(root, "unix:uid");
        PrivateFolder somebody = new PrivateFolder(OptionalInt.of(us + 1));
        Path ours = guard.open(root.resolve("ours"));
        assertThatThrownBy(() -> somebody.open(ours))
                .hasMessage("'%s' belongs to user %d with rights 700; it must be your own with 700", ours, us);
        Path file = Files.writeString(ours.resolve("file"), "x");
        assertThat(guard.holds(file)).isTrue();
        assertThat(somebody.holds(file)).isFalse();
    }

    @Test
    void aLinkMustBeFollowedToWhereItLeads() throws IOException {
        Path open = withRights(root.resolve("open"), "rwxrwxrwx");
        Path link = Files.createSymbolicLink(root.resolve("link"), open);
        assertThatThrownBy(() -> guard.open(link)).hasMessageContaining("rights 777");
    }

    @Test
    void aFileThatOthersMayWriteOrThatIsALinkMustNotCount() throws IOException {
        Path folder = guard.open(root.resolve("folder"));
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(guard.holds(file)).isTrue();
        assertThat(guard.holds(Files.createSymbolicLink(folder.resolve("link"), file)))
                .isFalse();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        assertThat(guard.holds(file)).isFalse();
        assertThat(guard.holds(folder.resolve("none"))).isFalse();
    }

    @Test
    void aRelativeFolderMustBeRefused() {
        assertThatThrownBy(() -> guard.open(Path.of("?", ".cache"))).hasMessage("it is no absolute path");
        assertThat(Path.of("?")).doesNotExist();
    }
}
