package org.genryu.evidence;

import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.genryu.core.Lang;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.ClaimJson;
import org.genryu.evidence.claim.Extract;
import org.genryu.evidence.claim.Rejected;
import org.genryu.evidence.relation.Relation;
import org.genryu.evidence.scenario.ToldEvent;
import tools.jackson.core.JsonGenerator;

/// What came of reading documents: what each says, and what they say together.
///
/// @param extracts one for each article, in the order in which they were given
/// @param relations contradictions first
/// @param references facts that come with the program and are part of a relation
/// @param events what a scenario could be made of
public record Dossier(
        List<Extract> extracts, List<Relation> relations, List<Claim> references, List<ToldEvent> events) {
    public Dossier {
        extracts = List.copyOf(extracts);
        relations = List.copyOf(relations);
        references = List.copyOf(references);
        events = List.copyOf(events);
    }

    public List<Claim> claims() {
        return extracts.stream().flatMap(extract -> extract.claims().stream()).toList();
    }

    public List<Rejected> rejected() {
        return extracts.stream().flatMap(extract -> extract.rejected().stream()).toList();
    }

    /// Claims for which nothing else was found that agrees: they stay candidates of a single source.
    public List<Claim> single() {
        Set<String> agreed = new HashSet<>();
        relations.stream().filter(one -> one.kind() == Relation.Kind.AGREE).forEach(one -> {
            agreed.add(one.a());
            agreed.add(one.b());
        });
        return claims().stream().filter(claim -> !agreed.contains(claim.id())).toList();
    }

    /// The whole as one JSON document.
    /// @param status of a claim, by its id
    /// @param closed why a contradiction was closed, by the ids of its claims
    public void json(
            Writer out, Lang lang, Function<String, String> status, Function<Relation, Optional<String>> closed) {
        try (JsonGenerator to = ClaimJson.generator(out)) {
            to.writeStartObject();
            to.writeName("documents").writeStartArray();
            for (Extract extract : extracts) {
                to.writeStartObject();
                to.writeStringProperty("doc", extract.document());
                to.writeStringProperty("language", extract.tongue().code());
                ClaimJson.text(to, "date", extract.date().map(Object::toString));
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeName("claims").writeStartArray();
            claims().forEach(claim -> ClaimJson.write(to, claim, status.apply(claim.id()), lang));
            to.writeEndArray();
            to.writeName("relations").writeStartArray();
            relations.forEach(relation -> relation(to, relation, lang, closed.apply(relation)));
            to.writeEndArray();
            to.writeName("references").writeStartArray();
            references.forEach(claim -> ClaimJson.write(to, claim, "accepted", lang));
            to.writeEndArray();
            to.writeName("rejected").writeStartArray();
            for (Rejected one : rejected()) {
                to.writeStartObject();
                to.writeStringProperty("doc", one.document());
                to.writeStringProperty("raw", one.stretch().raw());
                to.writeNumberProperty("start", one.stretch().start());
                to.writeNumberProperty("end", one.stretch().end());
                to.writeStringProperty("reason", one.reason().in(lang));
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }

    private static void relation(JsonGenerator to, Relation relation, Lang lang, Optional<String> closed) {
        to.writeStartObject();
        to.writeStringProperty("kind", relation.kind().word());
        to.writeStringProperty("rule", relation.rule());
        to.writeStringProperty("a", relation.a());
        to.writeStringProperty("b", relation.b());
        number(
                to,
                "gap_pct",
                relation.gap().isPresent()
                        ? OptionalDouble.of(relation.gap().getAsDouble() * 100)
                        : OptionalDouble.empty());
        number(to, "gap_widths", relation.gapWidths());
        to.writeName("fields").writeStartArray();
        relation.fields().forEach(to::writeString);
        to.writeEndArray();
        to.writeStringProperty("note", relation.note().in(lang));
        to.writeStringProperty("status", closed.isPresent() ? "closed" : "open");
        ClaimJson.text(to, "reason", closed);
        to.writeEndObject();
    }

    private static void number(JsonGenerator to, String name, OptionalDouble number) {
        if (number.isPresent()) {
            to.writeNumberProperty(name, number.getAsDouble());
        } else {
            to.writeNullProperty(name);
        }
    }
}
