package org.genryu.solve.convex;

import org.genryu.solve.Solution.Point;

/// Where a solver may begin: the nearer, the fewer steps. The answer does not depend on it beyond rounding.
///
/// @param amounts by column: a typical amount, which is also the size in which the column counts; 0 where none is known
/// @param prices by row: about what a unit is worth; empty if nothing is known
/// @param at by column: its amount in an answer to nearly the same program, NaN where that had none; empty if there is
/// no such answer
public record StartPoint(double[] amounts, double[] prices, double[] at) {
    public StartPoint(double[] amounts, double[] prices) {
        this(amounts, prices, new double[0]);
    }

    public static StartPoint of(double[] amounts) {
        return new StartPoint(amounts, new double[0]);
    }

    /// The answer to nearly the same program, in the same sizes.
    public StartPoint near(Point answer) {
        return new StartPoint(amounts, answer.dual(), answer.x());
    }

    /// Whether it is the answer to nearly the same program.
    boolean near() {
        return at.length > 0 && prices.length > 0;
    }

    /// The same without that answer.
    StartPoint far() {
        return new StartPoint(amounts, prices);
    }

    /// Its part of a block.
    StartPoint part(ProgramBlocks blocks, int b) {
        return new StartPoint(
                ProgramBlocks.pick(amounts, blocks.columns()[b]),
                prices.length == 0 ? prices : ProgramBlocks.pick(prices, blocks.rows()[b]),
                at.length == 0 ? at : ProgramBlocks.pick(at, blocks.columns()[b]));
    }
}
