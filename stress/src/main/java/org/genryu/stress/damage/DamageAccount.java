package org.genryu.stress.damage;

import java.util.List;

/// The one count of what a scenario costs economies.
///
/// @param published for the same question, in the order of the case
/// @param variants with one assumption changed; empty if they were not asked for
public record DamageAccount(Damage damage, List<PublishedEstimate> published, List<DamageVariant> variants) {}
