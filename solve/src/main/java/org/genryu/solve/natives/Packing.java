package org.genryu.solve.natives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genryu.core.ContentHash;

/// A step of the build: takes the libraries as they were fetched, cuts what would have them look for others in the
/// working folder, holds them against [LibrarySums], and puts them among the classes.
///
/// Search paths of ELF libraries are cut. A Mach-O library is signed over its own text and a DLL names no folders:
/// there the build stops if something is unfit.
final class Packing {
    private Packing() {}

    /// Stops the build, with the reason and no more.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason, null, false, false);
        }
    }

    /// @param args folder with the libraries as fetched; folder for them as packed; name of the platform
    public static void main(String[] args) throws IOException {
        Platform platform = Stream.of(Platform.values())
                .filter(one -> one.folder.equals(args[2]))
                .findFirst()
                .orElseThrow(() -> new Refused("Platform '%s' is not known.".formatted(args[2])));
        pack(Path.of(args[0]), Path.of(args[1]), platform, LibrarySums.packed());
    }

    static void pack(Path fetched, Path packed, Platform platform, LibrarySums sums) throws IOException {
        Files.createDirectories(packed);
        for (String file : platform.files()) {
            byte[] library;
            try {
                library = clean(Files.readAllBytes(fetched.resolve(file)), Set.copyOf(platform.files()), file);
            } catch (NoSuchFileException missing) {
                throw new Refused("%s for %s: it is not in what was fetched.".formatted(file, platform.folder));
            }
            String is = ContentHash.of(library);
            Optional<String> must = sums.of(platform, file);
            if (must.filter(is::equals).isEmpty()) {
                throw new Refused(
                        "%s for %s: its SHA-256 is %s; natives/SHA256SUMS says %s. It was changed on its way here, or another version was asked for."
                                .formatted(file, platform.folder, is, must.orElse("nothing")));
            }
            Files.write(packed.resolve(file), library);
        }
    }

    /// The library, looking for others nowhere but beside itself and in the system's folders.
    /// @param beside names of the files packed into the same folder
    static byte[] clean(byte[] library, Set<String> beside, String name) {
        byte[] clean = Linkage.of(library).format() == Linkage.Format.ELF
                ? new ElfDynamicSection(library).withoutUnfitFolders()
                : library;
        List<String> unfit = Linkage.of(clean).unfit(beside);
        if (!unfit.isEmpty()) {
            throw new Refused(
                    "%s: it would look for code in a folder that is not known beforehand: %s. Such a library is not packed."
                            .formatted(name, String.join(", ", unfit)));
        }
        return clean;
    }
}
