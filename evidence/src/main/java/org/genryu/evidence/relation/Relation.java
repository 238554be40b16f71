package org.genryu.evidence.relation;

import java.util.List;
import java.util.OptionalDouble;
import org.genryu.core.Text;

/// How two claims stand to each other.
///
/// @param rule by which it was found: K3 to K10
/// @param a id of the first claim
/// @param b id of the second; for a set that does not fit together the ids of its parts, joined by blanks
/// @param gap between the two, as a fraction of the smaller in size; empty where there is none to speak of
/// @param gapWidths the same in widths of the wider interval
/// @param fields in which they differ, where they cannot be compared
public record Relation(
        Kind kind,
        String rule,
        String a,
        String b,
        OptionalDouble gap,
        OptionalDouble gapWidths,
        List<String> fields,
        Text note) {
    /// What the two say together.
    public enum Kind {
        /// both at once can be so
        AGREE("agree"),
        /// not both can be so
        CONFLICT("conflict"),
        /// the same publisher says another amount later
        REVISION("revision"),
        /// another period, another amount
        CHANGE("change"),
        /// what came is not what was forecast
        MISS("miss"),
        NOT_COMPARABLE("not_comparable"),
        INCONSISTENT_SET("inconsistent_set");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Relation {
        fields = List.copyOf(fields);
    }
}
