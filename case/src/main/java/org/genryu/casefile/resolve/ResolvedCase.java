package org.genryu.casefile.resolve;

import org.genryu.casefile.SupplyCase;

/// A case ready for the solver, and every number that a change or scenario touched on the way.
public record ResolvedCase(SupplyCase supply, ChangeLog log) {}
