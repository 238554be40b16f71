package org.genryu.cli;

import java.util.Optional;

/// The version of the program, as the build wrote it into the jar.
final class ProgramVersion {
    private ProgramVersion() {}

    static String current() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
