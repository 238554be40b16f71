package org.genryu.web.version;

import java.util.List;
import org.genryu.store.KeptChange.Reason;

/// One state of a case in its history.
///
/// @param number from 1 on
/// @param hash of the content
/// @param kind what brought it about
/// @param reason who, when and why
/// @param edits in the order in which they were made; none in a version that was read from elsewhere
public record CaseVersion(int number, String hash, Kind kind, Reason reason, List<CaseEdit> edits) {
    public CaseVersion {
        edits = List.copyOf(edits);
    }

    /// What brings a version about.
    public enum Kind {
        /// The case was read from its folder, workbook or out of the program.
        READ,
        /// Somebody changed it by hand.
        EDIT,
        /// Somebody sent a file.
        UPLOAD,
        /// Somebody wrote or changed a scenario.
        SCENARIO,
        /// The edits of another version were taken back.
        UNDO,
        /// An earlier version was made the newest again.
        RESTORE
    }
}
