package org.genryu.cli;

import java.util.Optional;

/// The version of the program, as the build wrote it into the jar.
final class Version {
    private Version() {}

    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
