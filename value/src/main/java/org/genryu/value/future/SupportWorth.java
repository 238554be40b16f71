package org.genryu.value.future;

import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;

/// What one public support is worth and what it costs. Money in the sheet's currency.
///
/// Values are worked out under the valuation measure at the riskless rate, losses and chances under the real one.
///
/// @param fairValue what the giver gives away, net of what it gets
/// @param fairError its standard error
/// @param expectedLoss mean of what the giver loses, real world, discounted; of covers gross of fees, of
/// others what is paid less what is got
/// @param tailLoss mean of the worst hundredth of the futures (CVaR 99 %) of the same, real world
/// @param fees value of the fees that covers expect to get; 0 for others
/// @param alone value to owners and lenders together if it were the only support; empty if it cannot be left out
/// @param last value that would be lost if it alone were taken away
/// @param fair its share of what the package brings (Shapley)
/// @param effect on default and cover
/// @param coveringFee fee at which the giver expects to lose nothing; only for guarantees and insurance
/// @param warning where it is priced below its expected loss
public record SupportWorth(
        String support,
        String giver,
        double fairValue,
        double fairError,
        double expectedLoss,
        double expectedError,
        double tailLoss,
        double fees,
        Optional<Added> added,
        Effect effect,
        Optional<Fee> coveringFee,
        Optional<Text> warning) {
    /// @param alone on a project without any other
    /// @param last on a project with all others
    /// @param share Shapley value; empty where the supports are too many to run every set of them
    public record Added(double alone, double last, Optional<Double> share) {}

    /// @param rate [1/yr] on the covered balance
    /// @param error its standard error
    /// @param agreed what the sheet asks for
    public record Fee(double rate, double error, double agreed) {}

    /// Probability of default, and the DSCR that nine of ten futures exceed, without and with the support (with all
    /// others).
    ///
    /// @param errorWithout standard error of the first
    /// @param priced whether the loan without the cover bears the rate that the sheet says for it; else the
    /// cover is seen by its fee alone, which can only raise the chance of default
    public record Effect(
            double defaultWithout,
            double errorWithout,
            double defaultWith,
            double errorWith,
            double coverWithout,
            double coverWith,
            boolean priced) {}

    /// The whole package.
    ///
    /// @param marketOnly value to owners and lenders together without supports (that can be left out)
    /// @param withSupport the same with all of them: marketOnly + Σ share
    /// @param worths in the order of the sheet
    public record Package(double marketOnly, double withSupport, List<SupportWorth> worths) {
        public Package {
            worths = List.copyOf(worths);
        }

        /// Sum of the stand-alone values; differs from the package by how the supports overlap.
        public double sumAlone() {
            return worths.stream()
                    .mapToDouble(w -> w.added().map(Added::alone).orElse(0.0))
                    .sum();
        }
    }
}
