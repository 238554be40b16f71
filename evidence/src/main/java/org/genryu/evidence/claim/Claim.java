package org.genryu.evidence.claim;

import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.text.Stretch;
import org.genryu.evidence.time.StatedPeriod;

/// What a document says about one thing. It says who said it, not that it is so.
///
/// @param id `sha256:` and the hash of its content: the same claim of the same document has the same id everywhere
/// @param subject id of what it is about, as in the gazetteer; empty if the text does not tell
/// @param measure what of it, such as `share.refining`; `unlinked` if the text does not tell
/// @param scope what more must be the same for two claims to speak of the same: minerals, persons, on whom one
/// depends; joined by `;`
/// @param quantity the amount; empty for other kinds
/// @param text the name, place or state; empty for amounts and periods
/// @param period for when it is said; empty if that is not told
/// @param statedAt date of the document, as exact as it is known: `2025-10`; empty if it has none
/// @param quote where it stands first
/// @param more where it stands again in the same document
/// @param publisher who answers for the document; its name if that is not known
/// @param confidence how sure it is that amount, subject and measure belong together, 0..1
/// @param rules by which it was read
/// @param doubt why a person should look at it
public record Claim(
        String id,
        Kind kind,
        String subject,
        String measure,
        String scope,
        Nature nature,
        Optional<Quantity> quantity,
        Optional<String> text,
        Optional<StatedPeriod> period,
        String statedAt,
        Quote quote,
        List<Stretch> more,
        String publisher,
        double confidence,
        List<String> rules,
        Optional<Text> doubt) {
    /// What kind of thing is claimed.
    public enum Kind {
        AMOUNT("amount"),
        PERIOD("period"),
        NAME("name"),
        PLACE("place"),
        STATUS("status");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// As what something is said to be.
    public enum Nature {
        ACTUAL("actual"),
        ESTIMATE("estimate"),
        FORECAST("forecast"),
        TARGET("target"),
        PROPOSAL("proposal"),
        CAPABILITY("capability"),
        AGREED("agreed");

        private final String word;

        Nature(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// A place in a document.
    public record Quote(String document, Stretch stretch) {}

    public Claim {
        more = List.copyOf(more);
        rules = List.copyOf(rules);
    }

    /// The same claim with further places.
    Claim with(List<Stretch> places) {
        return new Claim(
                id,
                kind,
                subject,
                measure,
                scope,
                nature,
                quantity,
                text,
                period,
                statedAt,
                quote,
                places,
                publisher,
                confidence,
                rules,
                doubt);
    }

    Claim with(String newId) {
        return new Claim(
                newId,
                kind,
                subject,
                measure,
                scope,
                nature,
                quantity,
                text,
                period,
                statedAt,
                quote,
                more,
                publisher,
                confidence,
                rules,
                doubt);
    }
}
