package org.genryu.web.job;

import java.util.Optional;

/// By whom is asked what is asked now? Bound around the handling of a request, so that no page can forget to say it.
public final class Asker {
    private static final ScopedValue<String> NAME = ScopedValue.newInstance();

    private Asker() {}

    /// Something that is done for somebody.
    @FunctionalInterface
    public interface Work {
        void done() throws Exception;
    }

    /// Does it in the name of somebody.
    public static void as(String name, Work work) throws Exception {
        ScopedValue.where(NAME, name).<Void, Exception>call(() -> {
            work.done();
            return null;
        });
    }

    /// Nobody where the server does it by itself.
    static Optional<String> now() {
        return NAME.isBound() ? Optional.of(NAME.get()) : Optional.empty();
    }
}
