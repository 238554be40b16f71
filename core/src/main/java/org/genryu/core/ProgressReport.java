package org.genryu.core;

/// How far is long work? Whoever starts it passes one of these; nothing in the rooms writes to a stream.
/// Calls may come from any thread and in any number: the receiver decides what to show.
@FunctionalInterface
public interface ProgressReport {
    ProgressReport SILENT = (stage, done, total) -> {};

    /// @param stage what is being done
    /// @param done steps done, from 0 to `total`
    /// @param total number of steps; 0 if it is not known
    void at(Text stage, long done, long total);

    /// Work of unknown length begins.
    default void begin(Text stage) {
        at(stage, 0, 0);
    }
}
