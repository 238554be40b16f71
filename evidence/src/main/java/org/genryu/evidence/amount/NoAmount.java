package org.genryu.evidence.amount;

import org.genryu.core.Text;

/// Digits that are no amount, or that could not be read as one with certainty.
///
/// @param from first character in the shadow
/// @param to after the last one
public record NoAmount(int from, int to, Text reason) {}
