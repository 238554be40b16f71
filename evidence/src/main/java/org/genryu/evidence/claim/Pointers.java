package org.genryu.evidence.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.evidence.entity.EntityMention;

/// Whom do words such as この島, 同国 and `this deposit` point to? To the nearest thing of their kind that was named
/// before them.
final class Pointers {
    private static final Pattern POINTER = Pattern.compile(
            "(?:この|同)(?:(島)|(国)(?!家|際|内|有|債|土|防|産|立)|(鉱床|鉱山|鉱区))|\\b(?:[Tt]his|[Tt]hat) (?:(island)|(country)|(deposit|mine))\\b");
    private static final List<Set<String>> KINDS =
            List.of(Set.of("country", "deposit"), Set.of("country"), Set.of("deposit", "project"));

    private Pointers() {}

    /// What is named in a text, with the words that point back to it.
    static List<EntityMention> with(String text, List<EntityMention> named) {
        List<EntityMention> all = new ArrayList<>(named);
        Matcher pointer = POINTER.matcher(text);
        while (pointer.find()) {
            int at = pointer.start();
            int group = 1;
            while (pointer.group(group) == null) {
                group++;
            }
            Set<String> kinds = KINDS.get((group - 1) % 3);
            named.stream()
                    .takeWhile(one -> one.to() <= at)
                    .filter(one -> kinds.contains(one.entity().kind()))
                    .reduce((_, last) -> last)
                    .ifPresent(one -> all.add(new EntityMention(one.entity(), at, pointer.end())));
        }
        all.sort(Comparator.comparingInt(EntityMention::from));
        return all;
    }
}
