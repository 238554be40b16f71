package org.genryu.evidence.ledger;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.genryu.core.ContentHash;
import org.genryu.core.Lang;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.ClaimJson;
import org.genryu.evidence.claim.ClaimParser;
import org.genryu.evidence.claim.JsonTree;
import tools.jackson.core.JsonGenerator;

/// One line of a ledger.
///
/// @param number from 1 on
/// @param at moment, as in ISO 8601
/// @param by who did it
/// @param claim id of the claim it is about
/// @param other the claim that stands in its place, of [Act#SUPERSEDE]; the other one of a closed contradiction
/// @param record the claim itself, of [Act#PROPOSE]
/// @param previous hash of the line before; empty in the first
public record LedgerEntry(
        int number,
        String at,
        String by,
        Act act,
        String claim,
        String other,
        String reason,
        Optional<Claim> record,
        String previous) {
    /// What was done.
    public enum Act {
        PROPOSE,
        ACCEPT,
        REJECT,
        SUPERSEDE,
        /// a contradiction was looked at and closed
        CLOSE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Act> of(String word) {
            return Arrays.stream(values())
                    .filter(act -> act.word().equals(word))
                    .findFirst();
        }
    }

    /// The same in its place.
    LedgerEntry as(int place, String before) {
        return new LedgerEntry(place, at, by, act, claim, other, reason, record, before);
    }

    /// The line without its hash.
    private String body() {
        StringWriter out = new StringWriter();
        try (JsonGenerator to = ClaimJson.generator(out)) {
            to.writeStartObject();
            to.writeNumberProperty("number", number);
            to.writeStringProperty("at", at);
            to.writeStringProperty("by", by);
            to.writeStringProperty("act", act.word());
            to.writeStringProperty("claim", claim);
            to.writeStringProperty("other", other);
            to.writeStringProperty("reason", reason);
            if (record.isPresent()) {
                to.writeName("record");
                ClaimJson.write(to, record.get(), "candidate", Lang.EN);
            }
            to.writeStringProperty("previous", previous);
            to.writeEndObject();
        }
        return out.toString();
    }

    /// SHA-256 of the line, which holds the hash of the line before: who changes one must change all that follow.
    String hash() {
        return ContentHash.of(body().getBytes(StandardCharsets.UTF_8));
    }

    /// The line as it is written.
    String line() {
        String body = body();
        return body.substring(0, body.length() - 1) + ",\"hash\":\""
                + ContentHash.of(body.getBytes(StandardCharsets.UTF_8)) + "\"}\n";
    }

    /// The entry that a line is; empty if it is none, or not as it was written.
    static Optional<LedgerEntry> read(String line) {
        int cut = line.lastIndexOf(",\"hash\":\"");
        if (cut < 0 || !line.endsWith("\"}")) {
            return Optional.empty();
        }
        String body = line.substring(0, cut) + "}";
        String hash = line.substring(cut + 9, line.length() - 2);
        return hash.equals(ContentHash.of(body.getBytes(StandardCharsets.UTF_8)))
                ? JsonTree.read(body).flatMap(LedgerEntry::of)
                : Optional.empty();
    }

    private static Optional<LedgerEntry> of(JsonTree json) {
        for (Act act : Act.values()) {
            if (json.text("act").filter(act.word()::equals).isPresent()) {
                Optional<Claim> record = ClaimParser.read(json.part("record"));
                if (act == Act.PROPOSE && record.isEmpty()) {
                    return Optional.empty();
                }
                return Optional.of(new LedgerEntry(
                        (int) json.number("number").orElse(0),
                        json.text("at").orElse(""),
                        json.text("by").orElse(""),
                        act,
                        json.text("claim").orElse(""),
                        json.text("other").orElse(""),
                        json.text("reason").orElse(""),
                        record,
                        json.text("previous").orElse("")));
            }
        }
        return Optional.empty();
    }

    /// The hash at the end of a line that was read.
    static String hashOf(String line) {
        return line.substring(line.lastIndexOf(",\"hash\":\"") + 9, line.length() - 2);
    }
}
