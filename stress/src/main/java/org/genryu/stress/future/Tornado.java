package org.genryu.stress.future;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.resolve.UncertainCell;

/// What moves what users at home lose: each uncertain number alone at a low and a high quantile, all others at their
/// central values. What two numbers do together it does not see; the futures do.
///
/// @param central loss with every number at its central value [currency]
/// @param swings the widest first; one without an answer at an end last
public record Tornado(double central, List<Swing> swings) {
    /// Probability of the low end; the high one is its complement.
    public static final double LOW = 0.1;

    public Tornado {
        swings = swings.stream()
                .sorted(Comparator.comparingDouble((Swing one) -> -one.width())
                        .thenComparing(one -> one.cell().table())
                        .thenComparing(one -> one.cell().id())
                        .thenComparing(one -> one.cell().column()))
                .toList();
    }

    /// One number.
    ///
    /// @param atLow loss with it at its low end [currency]; empty if there is no answer
    /// @param atHigh the same at its high end
    public record Swing(UncertainCell cell, Optional<Double> atLow, Optional<Double> atHigh) {
        /// In the unit of its column.
        public double low() {
            return cell.amount().quantile(LOW);
        }

        public double high() {
            return cell.amount().quantile(1 - LOW);
        }

        /// How far apart the two losses lie [currency]; 0 where one has no answer.
        public double width() {
            return atLow.isPresent() && atHigh.isPresent() ? Math.abs(atHigh.get() - atLow.get()) : 0;
        }
    }
}
