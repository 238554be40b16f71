package org.genryu.cli.circle;

import org.genryu.cli.circle.inner.Inner;

/// Needs a class of the package inside its own, which needs it: a circle, by which the rule is shown to fail.
public record Outer(Inner inner) {}
