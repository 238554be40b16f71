package org.genryu.balance;

import java.util.BitSet;
import java.util.function.Supplier;
import org.genryu.balance.layout.ColumnSteps;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Check;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;

/// What a best answer was found in, and so the way to the other answers that cost the same; opening it costs a program,
/// not opening it nothing.
///
/// @param of the case as it was solved, its periods cut where events begin or end
/// @param steps where its things stand in the program
/// @param program as it stood at the answer: where costs bend, the tangent there
/// @param bent columns that bend
/// @param point the answer
/// @param options under which more is solved
public record SolvedProgram(
        SupplyCase of, ColumnSteps steps, MathProgram program, BitSet bent, Solution.Point point, SolveOptions options)
        implements Supplier<EquivalentBalances> {

    public SolvedProgram {
        Check.that(
                steps.activity().length == of.industry().processes().size()
                        && steps.flow().length == of.routes().size()
                        && steps.curve().length == of.use().demands().size(),
                "SolvedProgram: its columns are those of another case.");
        ProgramLayout layout = ProgramLayout.of(of, steps);
        int columns = program.columns().size();
        int rows = program.rows().size();
        Check.that(
                columns == layout.columns && rows == layout.rows && bent.length() <= columns,
                "SolvedProgram: %s columns and %s rows; the case has %s and %s.",
                columns,
                rows,
                layout.columns,
                layout.rows);
        Check.that(
                point.x().length == columns
                        && point.reducedCost().length == columns
                        && point.activity().length == rows
                        && point.dual().length == rows,
                "SolvedProgram: its point is of another program.");
    }

    @Override
    public EquivalentBalances get() {
        return new FlowRanges(of, ProgramLayout.of(of, steps), program, bent, point, options);
    }
}
