package org.genryu.cli.circle.inner;

import java.util.List;
import org.genryu.cli.circle.Outer;

/// The other half of the circle.
public record Inner(List<Outer> outer) {}
