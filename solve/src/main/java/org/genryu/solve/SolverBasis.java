package org.genryu.solve;

/// Which columns and rows are basic, at lower, at upper, free: a place from which a changed model is solved
/// warm.
/// @param columns HiGHS's code by column
/// @param rows HiGHS's code by row
public record SolverBasis(int[] columns, int[] rows) {}
