package org.genryu.store;

import java.io.IOException;
import org.genryu.core.Finding;
import org.genryu.core.Text;

/// The store could not be opened, read or written, and nothing that was kept before has changed.
public final class StoreFailure extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;
    private final boolean writing;

    private StoreFailure(Finding finding, boolean writing) {
        super(finding.thing().en() + ": " + finding.problem().en());
        this.finding = finding;
        this.writing = writing;
    }

    static StoreFailure of(StoreAddress address, boolean writing, Text problem) {
        return of(
                new Text("Store '%s'".formatted(address.shown()), "記録庫「%s」".formatted(address.shown())),
                writing,
                problem);
    }

    /// @param thing what it is about
    /// @param writing whether something was to be kept, rather than read
    /// @param problem what is and what must be
    static StoreFailure of(Text thing, boolean writing, Text problem) {
        return new StoreFailure(Finding.error(Finding.Place.NOWHERE, thing, problem), writing);
    }

    StoreFailure because(Exception cause) {
        initCause(cause);
        return this;
    }

    /// The store, what is, what helps.
    public Finding finding() {
        return finding;
    }

    /// The same as one sentence.
    public Text why() {
        return new Text(
                finding.thing().en() + ": " + finding.problem().en(),
                finding.thing().ja() + "：" + finding.problem().ja());
    }

    /// Whether something was to be kept, rather than read.
    public boolean writing() {
        return writing;
    }
}
