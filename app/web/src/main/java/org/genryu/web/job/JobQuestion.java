package org.genryu.web.job;

import java.util.ArrayList;
import java.util.List;
import org.genryu.core.ContentHash;

/// What is asked of the program: one of its commands, on one version of a case.
///
/// @param command such as `stress`
/// @param subject the content of what it is about (hash of the case), so that a link never changes its meaning
/// @param first the first word after the command: a folder of the case or the id of a built-in one; no part of the
///     identity, since the same content may lie elsewhere
/// @param words what follows, options and values
public record JobQuestion(String command, String subject, String first, List<String> words) {
    public JobQuestion {
        words = List.copyOf(words);
    }

    /// The same question to the same program has the same id.
    /// @param program content of the program
    public String id(String program) {
        List<String> all = new ArrayList<>(List.of(program, command, subject));
        all.addAll(words);
        return ContentHash.of(all).substring(0, 32);
    }

    /// What is typed after the name of the program.
    public List<String> typed() {
        List<String> typed = new ArrayList<>(List.of(command));
        if (!first.isEmpty()) {
            typed.add(first);
        }
        typed.addAll(words);
        return List.copyOf(typed);
    }
}
