package org.genryu.evidence.entity;

/// A name where it stands.
///
/// @param from first character in the shadow
/// @param to after the last one
public record EntityMention(Entity entity, int from, int to) {}
