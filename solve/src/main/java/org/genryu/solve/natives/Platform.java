package org.genryu.solve.natives;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The platforms for which libraries are packed.
enum Platform {
    LINUX_X86_64("linux-x86-64"),
    LINUX_AARCH64("linux-aarch64"),
    DARWIN_X86_64("darwin-x86-64"),
    DARWIN_AARCH64("darwin-aarch64"),
    WIN32_X86_64("win32-x86-64");

    /// Name of the resource folder.
    final String folder;

    Platform(String folder) {
        this.folder = folder;
    }

    /// HiGHS stands alone.
    List<String> highs() {
        return switch (this) {
            case LINUX_X86_64, LINUX_AARCH64 -> List.of("libhighs.so.1");
            case DARWIN_X86_64, DARWIN_AARCH64 -> List.of("libhighs.1.dylib");
            case WIN32_X86_64 -> List.of("highs.dll");
        };
    }

    /// Clp and the libraries that it looks for beside itself; empty where it is not packed.
    List<String> clp() {
        return switch (this) {
            case LINUX_X86_64, LINUX_AARCH64 -> List.of("libClp.so.1", "libCoinUtils.so.2", "libOsi.so.0", "libz.so.1");
            case DARWIN_X86_64, DARWIN_AARCH64 ->
                List.of("libClp.1.dylib", "libCoinUtils.2.dylib", "libOsi.0.dylib", "libz.1.dylib");
            case WIN32_X86_64 -> List.of();
        };
    }

    /// All that is packed.
    List<String> files() {
        return Stream.concat(highs().stream(), clp().stream()).toList();
    }

    /// @param os as the Java property `os.name`
    /// @param arch as the Java property `os.arch`
    static Optional<Platform> of(String os, String arch) {
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        boolean intel = arch.equals("amd64") || arch.equals("x86_64");
        if (!arm && !intel) {
            return Optional.empty();
        }
        if (os.startsWith("Linux")) {
            return Optional.of(arm ? LINUX_AARCH64 : LINUX_X86_64);
        }
        if (os.startsWith("Mac")) {
            return Optional.of(arm ? DARWIN_AARCH64 : DARWIN_X86_64);
        }
        return os.startsWith("Windows") && intel ? Optional.of(WIN32_X86_64) : Optional.empty();
    }
}
