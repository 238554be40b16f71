package org.genryu.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genryu.core.Deadline;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.ClaimExtractor;
import org.genryu.evidence.claim.Extract;
import org.genryu.evidence.document.Article;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.relation.References;
import org.genryu.evidence.relation.Relater;
import org.genryu.evidence.relation.Relation;
import org.genryu.evidence.scenario.EventReader;
import org.genryu.evidence.scenario.ToldEvent;
import org.genryu.evidence.time.TimeFrame;

/// From articles to claims, to what they say together, to the events a scenario could be made of: the room in one
/// method.
///
/// Articles are read one by one and independently; the result does not depend on who reads them.
public final class EvidenceDesk {
    private final ClaimExtractor extractor;
    private final EventReader events;
    private final Relater relater;
    private final List<Claim> references;

    public EvidenceDesk() {
        Gazetteer gazetteer = Gazetteer.own();
        this.references = References.own();
        this.extractor = new ClaimExtractor(gazetteer);
        this.events = new EventReader(gazetteer);
        this.relater = new Relater(gazetteer, references);
    }

    /// @param earlier claims of a ledger, with which the new ones are compared
    public Dossier read(List<Article> articles, TimeFrame frame, List<Claim> earlier) {
        List<Extract> extracts = new ArrayList<>();
        List<ToldEvent> told = new ArrayList<>();
        List<Claim> claims = new ArrayList<>(earlier);
        Set<String> known = new HashSet<>();
        earlier.forEach(claim -> known.add(claim.id()));
        for (Article article : articles) {
            Deadline.present().check();
            Extract extract = extractor.extract(article, frame);
            extracts.add(extract);
            told.addAll(events.events(article, frame));
            extract.claims().stream().filter(claim -> known.add(claim.id())).forEach(claims::add);
        }
        List<Relation> relations = relater.relate(claims);
        Set<String> used = new HashSet<>();
        relations.forEach(one -> {
            used.add(one.a());
            used.add(one.b());
        });
        return new Dossier(
                extracts,
                relations,
                references.stream().filter(one -> used.contains(one.id())).toList(),
                told);
    }

    /// What claims say together that are there already.
    public List<Relation> relate(List<Claim> claims) {
        return relater.relate(claims);
    }
}
