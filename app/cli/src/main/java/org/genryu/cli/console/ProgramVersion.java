package org.genryu.cli.console;

import java.util.Optional;

/// The version of the program, as the build wrote it into the jar.
public final class ProgramVersion {
    private ProgramVersion() {}

    public static String current() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
