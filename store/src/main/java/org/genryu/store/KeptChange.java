package org.genryu.store;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genryu.core.Check;
import org.genryu.core.ContentHash;

/// One change as it is kept for ever.
///
/// hash = SHA-256 of the change as JSON without its hash ([ChangeJson]), which holds the hash of the change before: who
/// alters one must alter all that follow, and two stores with the same last hash hold the same changes.
///
/// @param number from 1 on, without gaps, over all books
/// @param previous hash of the change before; empty in the first
public record KeptChange(long number, Deed deed, Reason reason, String previous, String hash) {
    /// What was done.
    ///
    /// @param book what the subject belongs to, such as `register`
    /// @param subject what was changed, such as `entry/diamond-grit`
    /// @param version of the subject after it, from 1 on without gaps
    /// @param kind a word of the book, such as `move`
    /// @param content words by name, as the kind needs them
    public record Deed(String book, String subject, int version, String kind, SortedMap<String, String> content) {
        public Deed {
            Check.that(version >= 1, "Change of '%s': version is %s; it must be 1 or more.", subject, version);
            content = Collections.unmodifiableSortedMap(new TreeMap<>(content));
        }

        /// @param seen version of the subject on which the change rests; 0 if there is none yet
        public static Deed after(int seen, String book, String subject, String kind, Map<String, String> content) {
            return new Deed(book, subject, seen + 1, kind, new TreeMap<>(content));
        }

        /// The word of that name; empty if there is none.
        public String word(String name) {
            return content.getOrDefault(name, "");
        }
    }

    /// Who did it and why.
    ///
    /// @param at moment of the record, as in ISO 8601
    /// @param cites ids of sources, joined by `;`
    public record Reason(String at, String who, String why, String cites) {}

    /// A change that is not kept yet.
    public record Draft(Deed deed, Reason reason) {}

    static KeptChange of(Draft draft, long number, String previous) {
        KeptChange bare = new KeptChange(number, draft.deed(), draft.reason(), previous, "");
        return new KeptChange(number, draft.deed(), draft.reason(), previous, bare.sum());
    }

    /// What its hash must be.
    String sum() {
        return ContentHash.of(ChangeJson.body(this).getBytes(StandardCharsets.UTF_8));
    }

    /// Whether it is as it was written.
    boolean isWhole() {
        return hash.equals(sum());
    }
}
