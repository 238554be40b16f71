package org.genryu.evidence;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.document.Article;
import org.genryu.evidence.relation.Relation;
import org.genryu.evidence.time.TimeFrame;

/// What two sentences of different publishers say together, against what a careful reader marked.
final class GoldPairs {
    private static final TimeFrame FRAME = new TimeFrame(Optional.empty(), LocalDate.of(2026, 6, 1), OptionalInt.of(4));

    /// Pairs, flags of a contradiction, those of them that were marked, and contradictions that were marked.
    int pairs;

    int right;
    int flagged;
    int hits;
    int wanted;
    final List<String> wrong = new ArrayList<>();

    static GoldPairs of(String file) throws IOException {
        EvidenceDesk desk = new EvidenceDesk();
        GoldPairs score = new GoldPairs();
        for (String[] cells : GoldSentence.cells(file)) {
            score.add(desk, cells);
        }
        return score;
    }

    private void add(EvidenceDesk desk, String[] cells) {
        Dossier dossier = desk.read(List.of(article("a", cells[1]), article("b", cells[2])), FRAME, List.of());
        Set<String> one = ids(dossier, 0);
        Set<String> two = ids(dossier, 1);
        Set<String> kinds = dossier.relations().stream()
                .filter(relation -> (one.contains(relation.a()) && two.contains(relation.b()))
                        || (two.contains(relation.a()) && one.contains(relation.b()))
                        || relation.b().startsWith("entity:"))
                .map(Relation::kind)
                .map(Relation.Kind::word)
                .collect(Collectors.toSet());
        boolean conflict = kinds.contains("conflict");
        boolean marked = cells[0].equals("conflict");
        boolean same =
                marked ? conflict : !conflict && (cells[0].equals("none") ? kinds.isEmpty() : kinds.contains(cells[0]));
        pairs++;
        right += same ? 1 : 0;
        flagged += conflict ? 1 : 0;
        wanted += marked ? 1 : 0;
        hits += marked && conflict ? 1 : 0;
        if (!same) {
            wrong.add(cells[1] + "\n    " + cells[2] + "\n    wanted " + cells[0] + ", found " + kinds + "\n    "
                    + dossier.claims().stream()
                            .map(claim -> claim.measure() + "@" + claim.subject() + "[" + claim.scope() + "] "
                                    + claim.nature() + " "
                                    + claim.quantity().map(GoldSentence::shown).orElse(""))
                            .toList());
        }
    }

    private static Article article(String name, String text) {
        return new Article(name, "", "publisher of " + name, Optional.empty(), text);
    }

    private static Set<String> ids(Dossier dossier, int article) {
        return dossier.extracts().get(article).claims().stream()
                .map(Claim::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    double precision() {
        return flagged == 0 ? 1 : (double) hits / flagged;
    }

    double recall() {
        return wanted == 0 ? 1 : (double) hits / wanted;
    }

    String row(String part) {
        return String.format(
                Locale.ROOT,
                "| %s: contradictions flagged | %d | %d | %d | %.3f | %.3f | | 0.80, 0.70 |%n| %s: kind of relation | %d | | %d | | | %.3f | |%n",
                part,
                wanted,
                flagged,
                hits,
                precision(),
                recall(),
                part,
                pairs,
                right,
                (double) right / pairs);
    }
}
