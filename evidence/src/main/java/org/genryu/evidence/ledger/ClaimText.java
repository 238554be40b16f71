package org.genryu.evidence.ledger;

import org.genryu.core.Lang;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.ClaimWords;
import org.genryu.evidence.entity.Gazetteer;

/// What a claim can be found by: what it quotes, says, is about in either language, and is from.
final class ClaimText {
    private final ClaimWords names = new ClaimWords(Gazetteer.own());

    String of(Claim claim) {
        return String.join(
                " ",
                names.about(claim, Lang.EN),
                names.about(claim, Lang.JA),
                claim.quote().stretch().raw(),
                claim.subject(),
                claim.measure(),
                claim.scope(),
                claim.nature().word(),
                claim.text().orElse(""),
                claim.publisher(),
                claim.quote().document(),
                claim.statedAt());
    }
}
