package org.genryu.value.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.genryu.core.Outcome;

/// The term sheets of the test resources.
public final class Sheets {
    private Sheets() {}

    public static Project project(String name) {
        return outcome(name)
                .clean()
                .orElseThrow(() -> new AssertionError(outcome(name).findings()));
    }

    static Outcome<Project> outcome(String name) {
        return TermSheet.project(name + ".yaml", text(name));
    }

    public static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Sheets.class.getResourceAsStream(name + ".yaml"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
