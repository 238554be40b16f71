package org.genryu.evidence.time;

/// A date or period where it stands.
///
/// @param from first character in the shadow
/// @param to after the last one
/// @param rule by which it was read, such as `N16`
public record PeriodMention(StatedPeriod period, int from, int to, String rule) {}
