package org.genryu.web.version;

import java.util.List;
import org.genryu.core.Finding;
import org.genryu.web.world.KnownCase;

/// What became of edits that were to be saved.
public sealed interface Saving {
    /// They are on the disk.
    ///
    /// @param version what they have made
    /// @param known the newest case from now on
    /// @param findings warnings and notes that were not there before
    record Saved(CaseVersion version, KnownCase known, List<Finding> findings) implements Saving {
        public Saved {
            findings = List.copyOf(findings);
        }
    }

    /// The case is as they want it already; nothing was kept.
    record Unchanged(KnownCase known) implements Saving {}

    /// They would make a case that has errors; nothing was kept.
    record Faulty(List<Finding> findings) implements Saving {
        public Faulty {
            findings = List.copyOf(findings);
        }
    }

    /// Somebody else has changed the same; nothing was kept.
    ///
    /// @param newest what they must rest on now
    /// @param since versions after the one that their author has seen
    record Conflict(List<EditClash> clashes, KnownCase newest, List<CaseVersion> since) implements Saving {
        public Conflict {
            clashes = List.copyOf(clashes);
            since = List.copyOf(since);
        }
    }
}
