package org.genryu.cli.bill;

import java.util.Optional;

/// One thing by others that is shipped, as `parts.csv` has it.
///
/// @param purl its package URL, such as `pkg:maven/info.picocli/picocli@4.7.7`
/// @param licence SPDX identifier
/// @param file name of its jar; of a native library the name without `lib` and all after the first dot, such as `Clp`;
///     of an archive that is not shipped itself the folder that it has filled, such as `natives/linux-x86-64/`
/// @param sum SHA-256 of the jar, archive or font in hex; empty for native libraries, whose sums stand in
///     `natives/SHA256SUMS`
record ShippedPart(String purl, String licence, String file, Optional<String> sum) {
    /// @param line `purl,licence,file,sha256`
    static ShippedPart of(String line) {
        String[] cells = line.split(",", -1);
        return new ShippedPart(
                cells[0], cells[1], cells[2], Optional.of(cells[3]).filter(sum -> !sum.isEmpty()));
    }

    /// A jar of this house.
    static ShippedPart own(String file, String version) {
        String name = file.substring(0, file.length() - ("-" + version + ".jar").length());
        return new ShippedPart(
                "pkg:maven/org.genryu/%s@%s".formatted(name, version), "Apache-2.0", file, Optional.empty());
    }

    boolean isJar() {
        return file.endsWith(".jar");
    }

    boolean isArchive() {
        return file.endsWith("/");
    }

    /// What stands between the type and the name.
    String group() {
        return purl.substring(purl.indexOf('/') + 1, purl.lastIndexOf('/'));
    }

    String name() {
        return purl.substring(purl.lastIndexOf('/') + 1, versionAt());
    }

    /// Empty if it has none of its own.
    Optional<String> version() {
        return Optional.of(purl.substring(Math.min(purl.length(), versionAt() + 1)))
                .filter(text -> !text.isEmpty());
    }

    private int versionAt() {
        int at = purl.lastIndexOf('@');
        return at < 0 ? purl.length() : at;
    }
}
