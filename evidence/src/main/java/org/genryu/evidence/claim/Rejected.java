package org.genryu.evidence.claim;

import org.genryu.core.Text;
import org.genryu.evidence.text.Stretch;

/// Digits of a document that are no amount, or none that could be read with certainty.
public record Rejected(String document, Stretch stretch, Text reason) {}
