package org.genryu.core.disk;

import java.io.IOException;

/// What was read is not what was written: too short, too long, or of another shape.
public final class DamagedContent extends IOException {
    private static final long serialVersionUID = 1;

    /// @param what is wrong with it
    public DamagedContent(String what) {
        super(what);
    }
}
