package org.genryu.core.disk;

import java.io.IOException;
import org.genryu.core.Text;

/// The name is no place to write to: nothing was written, and another name helps.
public final class TargetRefused extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Text why;

    TargetRefused(Text why) {
        super(why.en());
        this.why = why;
    }

    /// A whole sentence: the name, what is there, what must be.
    public Text why() {
        return why;
    }
}
