package org.genryu.balance.layout;

/// How many columns does each thing have in a period? 1 for a plain one, 2 where its marginal cost is flat first and
/// rises then, 0 for none.
///
/// @param activity by process
/// @param flow by lane
/// @param curve by demand
public record ColumnSteps(int[] activity, int[] flow, int[] curve) {}
