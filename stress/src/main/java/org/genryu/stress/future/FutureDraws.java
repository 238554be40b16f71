package org.genryu.stress.future;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.casefile.resolve.UncertainCell;
import org.genryu.core.number.CorrelatedHypercube;
import org.genryu.core.number.Correlation;
import org.genryu.core.number.LatinHypercube;

/// What does a future draw of each uncertain number of the case? By name: the same whatever else is uncertain, in any
/// order of rows.
///
/// @param cells each once
public record FutureDraws(List<UncertainCell> cells, CorrelatedHypercube hypercube) {
    private static final String STAGE = "stress futures";

    public FutureDraws {
        cells = List.copyOf(cells);
    }

    /// @param sources cells of the cases that a future rests on; one that several have is drawn once
    /// @param pairs rank correlations of streams
    public static FutureDraws of(
            List<List<UncertainCell>> sources, List<Correlation.Pair> pairs, long seed, int futures) {
        Map<String, UncertainCell> all = new LinkedHashMap<>();
        for (List<UncertainCell> cells : sources) {
            cells.forEach(cell -> all.putIfAbsent(stream(cell), cell));
        }
        return new FutureDraws(
                List.copyOf(all.values()), CorrelatedHypercube.of(LatinHypercube.of(seed, STAGE, futures), pairs));
    }

    /// What a number is called among the draws.
    static String stream(UncertainCell cell) {
        return cell.table() + "/" + cell.id() + "/" + cell.column();
    }

    /// The values of these cells, in the units of their columns.
    public double[] of(int future, List<UncertainCell> of) {
        double[] values = new double[of.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = of.get(k).amount().quantile(hypercube.uniform(future, stream(of.get(k))));
        }
        return values;
    }

    /// The values of all.
    public double[] of(int future) {
        return of(future, cells);
    }
}
