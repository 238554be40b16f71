/// What would it mean if a headline came true? An event that a text tells becomes the draft of a scenario:
/// each line cites its claim, and what the text leaves open is filled from past episodes and marked as an
/// assumption.
@NullMarked
package org.genryu.evidence.scenario;

import org.jspecify.annotations.NullMarked;
