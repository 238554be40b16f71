package org.genryu.evidence.claim;

import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.core.ContentHash;
import org.genryu.core.Lang;
import org.genryu.evidence.amount.Bound;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.text.Stretch;
import org.genryu.evidence.time.StatedPeriod;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A claim as one JSON object. An open end is null; a number that is whole is written without a point.
public final class ClaimJson {
    /// Of the rules by which documents are read; it changes when one of them does.
    public static final String EXTRACTOR = "1";

    /// Admiralty code: the credibility of a claim is not known until a person says it. Not known is no middling
    /// value.
    private static final int UNKNOWN_CLAIM = 6;

    private static final JsonFactory FACTORY = new JsonFactory();

    private ClaimJson() {}

    /// The id of a claim: SHA-256 of what it says and in which document, in canonical form; where it stands
    /// and how sure the reading is are no part of it.
    static String id(Claim claim) {
        StringWriter out = new StringWriter();
        try (JsonGenerator to = generator(out)) {
            to.writeStartObject();
            content(to, claim);
            to.writeStringProperty("document", claim.quote().document());
            to.writeStringProperty("stated_at", claim.statedAt());
            to.writeEndObject();
        }
        return "sha256:" + ContentHash.of(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static JsonGenerator generator(Writer out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    private static void content(JsonGenerator to, Claim claim) {
        to.writeStringProperty("kind", claim.kind().word());
        to.writeStringProperty("subject", claim.subject());
        to.writeStringProperty("measure", claim.measure());
        to.writeStringProperty("scope", claim.scope());
        to.writeStringProperty("nature", claim.nature().word());
        to.writeName("value");
        value(to, claim);
        to.writeName("period");
        period(to, claim.period());
    }

    /// @param status `candidate`, `accepted`, `rejected` or `superseded`
    /// @param lang of the doubt
    public static void write(JsonGenerator to, Claim claim, String status, Lang lang) {
        to.writeStartObject();
        to.writeStringProperty("id", claim.id());
        content(to, claim);
        if (claim.statedAt().isEmpty()) {
            to.writeNullProperty("stated_at");
        } else {
            to.writeStringProperty("stated_at", claim.statedAt());
        }
        to.writeName("quote").writeStartObject();
        to.writeStringProperty("doc", claim.quote().document());
        stretch(to, claim.quote().stretch());
        to.writeStringProperty("raw", claim.quote().stretch().raw());
        to.writeEndObject();
        to.writeName("more").writeStartArray();
        for (Stretch place : claim.more()) {
            to.writeStartObject();
            stretch(to, place);
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeName("source")
                .writeStartObject()
                .writeStringProperty("id", claim.publisher())
                .writeStringProperty("reliability", SourceGrades.of(claim.publisher()))
                .writeEndObject();
        to.writeNumberProperty("credibility", UNKNOWN_CLAIM);
        to.writeNumberProperty("confidence", Math.round(claim.confidence() * 100) / 100.0);
        to.writeName("extractor")
                .writeStartObject()
                .writeStringProperty("version", EXTRACTOR)
                .writeName("rules")
                .writeStartArray();
        claim.rules().forEach(to::writeString);
        to.writeEndArray().writeEndObject();
        to.writeStringProperty("label", "TLP:CLEAR");
        to.writeStringProperty("status", status);
        to.writeStringProperty(
                "review", claim.doubt().map(doubt -> doubt.in(lang)).orElse(""));
        to.writeName("corrected_by").writeStartArray().writeEndArray();
        to.writeEndObject();
    }

    private static void stretch(JsonGenerator to, Stretch stretch) {
        to.writeNumberProperty("start", stretch.start());
        to.writeNumberProperty("end", stretch.end());
    }

    private static void value(JsonGenerator to, Claim claim) {
        to.writeStartObject();
        Optional<Quantity> quantity = claim.quantity();
        number(to, "low", quantity.map(Quantity::low).orElse(OptionalDouble.empty()));
        number(to, "high", quantity.map(Quantity::high).orElse(OptionalDouble.empty()));
        number(to, "mode", quantity.map(Quantity::mode).orElse(OptionalDouble.empty()));
        text(to, "text", claim.text());
        number(to, "grain", quantity.map(q -> OptionalDouble.of(q.grain())).orElse(OptionalDouble.empty()));
        text(to, "unit", quantity.map(Quantity::unit));
        text(to, "content", quantity.map(Quantity::content).filter(content -> !content.isEmpty()));
        text(to, "basis", quantity.map(q -> q.basis().word()));
        text(
                to,
                "bound",
                quantity.map(Quantity::bound)
                        .filter(bound -> bound != Bound.NONE)
                        .map(Bound::sign));
        to.writeBooleanProperty("approx", quantity.map(Quantity::approx).orElse(false));
        to.writeName("also").writeStartObject();
        number(to, "mode", quantity.flatMap(Quantity::also).map(Quantity::mode).orElse(OptionalDouble.empty()));
        text(to, "unit", quantity.flatMap(Quantity::also).map(Quantity::unit));
        to.writeEndObject();
        to.writeEndObject();
    }

    private static void period(JsonGenerator to, Optional<StatedPeriod> period) {
        to.writeStartObject();
        text(to, "from", period.flatMap(StatedPeriod::from).map(LocalDate::toString));
        text(to, "to", period.flatMap(StatedPeriod::to).map(LocalDate::toString));
        text(to, "kind", period.map(p -> p.kind().word()));
        text(to, "mod", period.flatMap(StatedPeriod::part));
        text(to, "other", period.flatMap(StatedPeriod::other).map(LocalDate::toString));
        to.writeName("flags").writeStartArray();
        period.ifPresent(p -> p.flags().forEach(flag -> to.writeString(flag.word())));
        to.writeEndArray();
        to.writeEndObject();
    }

    public static void text(JsonGenerator to, String name, Optional<String> text) {
        if (text.isPresent()) {
            to.writeStringProperty(name, text.get());
        } else {
            to.writeNullProperty(name);
        }
    }

    private static void number(JsonGenerator to, String name, OptionalDouble number) {
        if (number.isEmpty()) {
            to.writeNullProperty(name);
        } else if (number.getAsDouble() == Math.rint(number.getAsDouble()) && Math.abs(number.getAsDouble()) < 1e15) {
            to.writeNumberProperty(name, (long) number.getAsDouble());
        } else {
            to.writeNumberProperty(name, number.getAsDouble());
        }
    }
}
