package org.genryu.balance;

import org.genryu.balance.calibration.CalibrationTerms;
import org.genryu.balance.layout.DemandCurve;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.casefile.SupplyCase;

/// How much is typical of each column: where the solver begins, and in what size it counts.
///
/// T_c = the larger of what is wanted of a commodity directly and what was observed of it; what nothing is known of
/// is left to the solver.
final class ColumnSizes {
    private final SupplyCase of;
    private final ProgramLayout layout;
    private final CalibrationTerms terms;

    ColumnSizes(SupplyCase of, ProgramLayout layout, CalibrationTerms terms) {
        this.of = of;
        this.layout = layout;
        this.terms = terms;
    }

    /// By column of the program; 0 where nothing is known.
    double[] columns() {
        double[] size = new double[layout.columns];
        things(size, layout.activity, terms.activity());
        things(size, layout.flow, terms.flow());
        for (int d = 0; d < of.use().demands().size(); d++) {
            for (int t = 0; t < layout.periods && layout.curve.has(d); t++) {
                double reference = DemandCurve.reference(of, d, t);
                double capped = DemandCurve.capped(of, d, t);
                size[layout.curve.at(d, t)] = capped;
                size[layout.curve.at(d, t) + 1] = Math.max(reference - capped, 0.1 * reference);
            }
        }
        return size;
    }

    private void things(double[] size, ProgramLayout.Block block, CalibrationTerms.Answer[] answers) {
        for (int i = 0; i < answers.length; i++) {
            for (int t = 0; t < layout.periods; t++) {
                int column = block.at(i, t);
                switch (answers[i]) {
                    case CalibrationTerms.Answer.Flat _ -> {}
                    case CalibrationTerms.Answer.Bound bound -> size[column] = bound.reference()[t];
                    case CalibrationTerms.Answer.Entering entering -> size[column] = entering.unit()[t];
                    case CalibrationTerms.Answer.Rising rising -> {
                        double knee = rising.knee(t);
                        double above = Math.max(rising.reference()[t] - knee, 0.05 * rising.reference()[t]);
                        size[column] = rising.floor() > 0 ? knee : above;
                        if (rising.floor() > 0) {
                            size[column + 1] = above;
                        }
                    }
                }
            }
        }
    }
}
