package org.genryu.cli.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.genryu.cli.console.CommandCall;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.ClaimWords;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.relation.References;
import org.genryu.evidence.relation.Relation;

/// Claims and contradictions as lines for people, the contradictions first.
final class EvidenceTold {
    private static final int SHOWN = 100;

    private final CommandCall call;
    private final Lang lang;
    private final ClaimWords words = new ClaimWords(Gazetteer.own());
    private final Map<String, Claim> known = new HashMap<>();

    EvidenceTold(CommandCall call, List<Claim> claims) {
        this.call = call;
        this.lang = call.lang();
        References.own().forEach(claim -> known.put(claim.id(), claim));
        claims.forEach(claim -> known.put(claim.id(), claim));
    }

    /// Relations of some kinds under a heading; nothing if there are none.
    void relations(Text heading, List<Relation> relations, Relation.Kind... kinds) {
        List<Relation> wanted = relations.stream()
                .filter(one -> List.of(kinds).contains(one.kind()))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        call.line("");
        call.line(heading.in(lang) + " (" + wanted.size() + ")");
        wanted.stream().limit(SHOWN).forEach(one -> {
            Optional<Claim> first = Optional.ofNullable(known.get(one.a()));
            call.line("  " + first.map(claim -> words.about(claim, lang)).orElse(one.a()) + " [" + one.rule() + "]");
            call.line("    - " + told(one.a()));
            for (String other : one.b().split(" ")) {
                if (known.containsKey(other)) {
                    call.line("    - " + told(other));
                }
            }
            call.line("    " + one.note().in(lang));
        });
        rest(wanted.size());
    }

    private String told(String id) {
        Claim claim = known.get(id);
        if (claim == null) {
            return id;
        }
        String raw = org.genryu.core.number.ReadText.quotable(
                claim.quote().stretch().raw().replaceAll("\\s+", " "));
        String where = References.isReference(claim)
                ? claim.publisher()
                : claim.quote().document() + ":" + claim.quote().stretch().start();
        return words.value(claim, lang) + " \"" + raw + "\" [" + where + "]";
    }

    /// One line a claim: id, status, what, value, where.
    void claims(Text heading, List<Claim> claims, Function<String, String> status) {
        if (claims.isEmpty()) {
            return;
        }
        call.line("");
        call.line(heading.in(lang) + " (" + claims.size() + ")");
        claims.stream()
                .limit(SHOWN)
                .forEach(claim -> call.line("  " + id(claim.id()) + "  " + status.apply(claim.id()) + "  "
                        + words.about(claim, lang) + " = " + told(claim.id())
                        + claim.doubt()
                                .map(doubt -> new Text(" Review: " + doubt.en(), " 要確認: " + doubt.ja()).in(lang))
                                .orElse("")));
        rest(claims.size());
    }

    private void rest(int all) {
        if (all > SHOWN) {
            call.line(new Text(
                    "  … and " + (all - SHOWN) + " more; --json has all.",
                    "  … ほか" + (all - SHOWN) + "件。--json ですべて見られます。"));
        }
    }

    /// So much of an id as people type.
    static String id(String whole) {
        return whole.replace("sha256:", "")
                .substring(0, Math.min(10, whole.replace("sha256:", "").length()));
    }
}
