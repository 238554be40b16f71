package org.genryu.evidence.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genryu.core.Outcome;

/// Where the entries of a ledger are kept: a file of lines or a store. Entries are only ever added.
interface LedgerKeep {
    /// What is there and was not read yet.
    Outcome<List<LedgerEntry>> read() throws IOException;

    /// Adds entries, all of them or none.
    /// @return what has come: first what others have added since, then these; none of these where another has
    /// decided
    ///     about the same claim since it was read
    Outcome<List<LedgerEntry>> append(List<LedgerEntry> drafts) throws IOException;

    /// Ids of the claims among which those with the words must be; empty where that is not known.
    Optional<Set<String>> candidates(List<String> words) throws IOException;
}
