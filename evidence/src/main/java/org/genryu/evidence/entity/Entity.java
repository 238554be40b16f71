package org.genryu.evidence.entity;

import java.util.List;
import org.genryu.core.Text;

/// Something that documents speak of.
///
/// @param id lower-case words joined by `-`; that of a country is its ISO 3166 code
/// @param kind `country`, `pair`, `group`, `mineral`, `agency`, `firm`, `project`, `programme`, `deposit`, `strait`,
/// `person`
/// @param also other names in either language
/// @param parent what it belongs to: the country of a person or agency, the group of a mineral; empty if nothing
/// @param parts of a pair of countries, and what a programme is told by where its name is not said
/// @param measures what is told of it where only its parts are named, as in the measure table
public record Entity(
        String id,
        String kind,
        Text name,
        List<String> also,
        String parent,
        List<String> parts,
        List<String> measures) {
    public Entity {
        also = List.copyOf(also);
        parts = List.copyOf(parts);
        measures = List.copyOf(measures);
    }
}
