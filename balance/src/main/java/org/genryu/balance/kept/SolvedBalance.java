package org.genryu.balance.kept;

import org.genryu.balance.BalanceResult;
import org.genryu.balance.SolvedProgram;

/// A best answer with the program that it was found in: all that later questions about it need.
///
/// @param balanced the answer and its proof
/// @param program the way to the other answers that cost the same
public record SolvedBalance(BalanceResult.Balanced balanced, SolvedProgram program) {}
