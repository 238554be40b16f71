package org.genryu.evidence.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.genryu.evidence.entity.Entity;
import org.genryu.evidence.entity.EntityMention;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.text.Sentences;

/// Of whom or what is something said? Things named in the sentence come first, then those earlier in the same
/// paragraph, those of the heading, and what the document speaks of most. Nearness, the mark of the subject
/// (は, が), and how likely the kind of thing is for the measure decide.
///
/// worth = 1/(1 + r/2) · 1/(1 + d/25) · m · c
///
/// r – place of its kind in the measure's list; d – characters between it and the amount; m – 1.5 with
/// は or が, 0.8 behind the amount; c – 1 in the sentence, 0.55 earlier in the paragraph, 0.45 in the
/// heading, 0.2 as the topic of the document
final class Subjects {
    /// @param worth 0..1.5, as above
    record Choice(String id, double worth) {
        /// Whether nothing near the place tells it, and it is only what the document speaks of.
        boolean isGuess() {
            return worth <= TOPIC;
        }
    }

    /// The amount whose subject is looked for.
    ///
    /// @param receives whether it is said of him who is given something: a loan is one of the borrower
    private record Place(List<String> kinds, int from, int to, boolean receives) {}

    private static final double TOPIC = 0.2;
    private static final Choice NONE = new Choice("", 0);

    private static final Pattern OBJECT =
            Pattern.compile("^(?:[^\\s、。]{0,6}?)(?:へ|向け|に対|に依存|への|への|産[^。、]{0,8}への)|^との[^。、]{0,18}に対");

    private static final Pattern OBJECT_EN = Pattern.compile("(?i)\\b(?:on|to|against|towards) $");

    private final Gazetteer gazetteer;

    Subjects(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /// The likeliest subject of a measure at a place.
    Optional<Choice> of(Page page, String measure, List<String> kinds, int from, int to) {
        Optional<Choice> told = byParts(page, measure, from);
        Choice best = NONE;
        boolean receives = measure.equals("amount.loan") || measure.equals("amount.subsidy");
        Sentences.Sentence sentence = page.sentence(from);
        best = better(
                best, page, page.entities(sentence.from(), sentence.to()), new Place(kinds, from, to, receives), 1);
        best = better(
                best,
                page,
                page.entities(page.lineStart(from), sentence.from()),
                new Place(kinds, from, to, receives),
                0.55);
        Optional<int[]> heading = page.heading(from);
        if (heading.isPresent()) {
            best = better(
                    best,
                    page,
                    page.entities(heading.get()[0], heading.get()[1]),
                    new Place(kinds, from, to, receives),
                    0.45);
        }
        boolean own = gazetteer
                .entity(best.id())
                .filter(entity -> entity.measures().contains(measure))
                .isPresent();
        if (told.isPresent() && !own) {
            return told;
        }
        return best.worth() > 0 ? Optional.of(best) : topic(page, kinds);
    }

    private static Choice better(Choice so, Page page, List<EntityMention> mentions, Place place, double context) {
        List<String> kinds = place.kinds();
        int from = place.from();
        int to = place.to();
        Choice best = so;
        for (EntityMention mention : mentions) {
            Entity entity = mention.entity();
            boolean stands = entity.kind().equals("agency") || entity.kind().equals("person");
            int rank = kinds.indexOf(entity.kind());
            boolean forCountry = rank < 0 && stands && !entity.parent().isEmpty() && kinds.contains("country");
            if ((rank < 0 && !forCountry) || (!place.receives() && isObject(page.text(), mention))) {
                continue;
            }
            rank = forCountry ? kinds.indexOf("country") : rank;
            int apart = mention.to() <= from ? from - mention.to() : mention.from() >= to ? mention.from() - to : 0;
            boolean marked =
                    page.text().startsWith("は", mention.to()) || page.text().startsWith("が", mention.to());
            double side = mention.from() >= to ? 0.8 : marked ? 1.5 : 1;
            double fit = forCountry ? 0.8 : entity.kind().equals("mineral") && rank > 0 ? 0.5 : 1;
            double worth = fit * context * side / (1 + rank / 2.0) / (1 + Math.min(apart, 400) / 25.0);
            if (worth > best.worth()) {
                best = new Choice(forCountry ? entity.parent() : entity.id(), worth);
            }
        }
        return best;
    }

    /// Whether the name is marked as that to which something is done.
    static boolean isObject(String text, EntityMention mention) {
        return OBJECT.matcher(text.substring(mention.to(), Math.min(text.length(), mention.to() + 16)))
                        .find()
                || OBJECT_EN
                        .matcher(text.substring(Math.max(0, mention.from() - 9), mention.from()))
                        .find();
    }

    /// A programme whose name is not said, where all of its parts are, and the measure is one of its own.
    private Optional<Choice> byParts(Page page, String measure, int from) {
        Sentences.Sentence sentence = page.sentence(from);
        Set<String> near =
                countries(page.entities(Math.max(page.lineStart(from), sentence.from() - 160), sentence.to()));
        for (Entity one : gazetteer.ofKind("programme")) {
            if (one.measures().contains(measure) && near.containsAll(one.parts())) {
                return Optional.of(new Choice(one.id(), 0.6));
            }
        }
        for (Entity one : gazetteer.ofKind("project")) {
            if (one.measures().contains(measure) && !one.parts().isEmpty() && near.containsAll(one.parts())) {
                return Optional.of(new Choice(one.id(), 0.6));
            }
        }
        for (Entity one : gazetteer.ofKind("programme")) {
            if (one.measures().contains(measure)
                    && !one.parts().isEmpty()
                    && topics(page).containsAll(one.parts())) {
                return Optional.of(new Choice(one.id(), 0.35));
            }
        }
        return Optional.empty();
    }

    /// Countries and minerals that are named, those of pairs and of persons included.
    private Set<String> countries(List<EntityMention> mentions) {
        Set<String> found = new LinkedHashSet<>();
        for (EntityMention mention : mentions) {
            Entity entity = mention.entity();
            found.add(entity.id());
            if (entity.kind().equals("pair")) {
                found.addAll(entity.parts());
            }
            if (entity.kind().equals("person")) {
                found.add(entity.parent());
            }
        }
        return found;
    }

    /// The pair of countries that the document names most, if it names one at least three times.
    private Set<String> topics(Page page) {
        Set<String> found = new TreeSet<>();
        page.topics().entrySet().stream()
                .filter(topic -> topic.getValue() >= 3)
                .map(topic -> gazetteer.entity(topic.getKey()))
                .flatMap(Optional::stream)
                .filter(entity -> entity.kind().equals("pair"))
                .findFirst()
                .ifPresent(pair -> found.addAll(pair.parts()));
        return found;
    }

    private Optional<Choice> topic(Page page, List<String> kinds) {
        return page.topics().keySet().stream()
                .map(gazetteer::entity)
                .flatMap(Optional::stream)
                .filter(entity -> kinds.contains(entity.kind()))
                .findFirst()
                .map(entity -> new Choice(entity.id(), TOPIC));
    }

    /// The minerals of which an amount is said, none if that is one itself: the nearest one of the sentence
    /// with those that stand in one list with it, else the one of the heading, else the topic of the
    /// document.
    List<String> minerals(Page page, String subject, int from, int to) {
        if (gazetteer
                .entity(subject)
                .filter(entity -> entity.kind().equals("mineral"))
                .isPresent()) {
            return List.of();
        }
        Sentences.Sentence sentence = page.sentence(from);
        List<EntityMention> here = minerals(page.entities(sentence.from(), sentence.to()), subject);
        if (here.isEmpty()) {
            here = minerals(page.entities(page.lineStart(from), sentence.from()), subject);
        }
        if (here.isEmpty() && page.heading(from).isPresent()) {
            int[] heading = page.heading(from).get();
            here = minerals(page.entities(heading[0], heading[1]), subject);
        }
        if (here.isEmpty()) {
            return page.topics().keySet().stream()
                    .map(gazetteer::entity)
                    .flatMap(Optional::stream)
                    .filter(entity ->
                            entity.kind().equals("mineral") && !entity.id().equals(subject))
                    .findFirst()
                    .map(entity -> List.of(entity.id()))
                    .orElse(List.of());
        }
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < here.size(); i++) {
            EntityMention one = here.get(i);
            int apart = one.to() <= from ? from - one.to() : Math.max(0, one.from() - to);
            if (apart < least) {
                least = apart;
                nearest = i;
            }
        }
        int first = nearest;
        int last = nearest;
        while (first > 0 && listed(page.text(), here.get(first - 1), here.get(first))) {
            first--;
        }
        while (last + 1 < here.size() && listed(page.text(), here.get(last), here.get(last + 1))) {
            last++;
        }
        Set<String> ids = new TreeSet<>();
        here.subList(first, last + 1).forEach(one -> ids.add(one.entity().id()));
        return new ArrayList<>(ids);
    }

    private static List<EntityMention> minerals(List<EntityMention> mentions, String subject) {
        return mentions.stream()
                .filter(one -> one.entity().kind().equals("mineral")
                        && !one.entity().id().equals(subject))
                .toList();
    }

    private static boolean listed(String text, EntityMention left, EntityMention right) {
        String between = text.substring(left.to(), right.from()).strip();
        return between.matches("[、,・]|と|や|および|及び|and|, and|or|または");
    }
}
