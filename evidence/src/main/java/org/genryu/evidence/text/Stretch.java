package org.genryu.evidence.text;

/// A part of a text as it was written.
///
/// @param start of the first character [Unicode code points from the beginning of the text]
/// @param end after the last one
/// @param raw the part itself
public record Stretch(int start, int end, String raw) {}
