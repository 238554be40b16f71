package org.genryu.evidence.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.genryu.evidence.text.Tongue;

/// What was found in one article.
///
/// @param date of the article, if it is known
public record Extract(
        String document, Tongue tongue, Optional<LocalDate> date, List<Claim> claims, List<Rejected> rejected) {
    public Extract {
        claims = List.copyOf(claims);
        rejected = List.copyOf(rejected);
    }
}
