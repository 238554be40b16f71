package org.genryu.value.price;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.core.Text;

/// Which parameters make a history most likely, how sure are they, and is the model worth its parameters?
///
/// AIC = 2 (number of parameters) - 2 ln L: the model with the lower one explains the same history better.
public sealed interface Calibration {
    /// A model was found.
    /// @param model that starts from the last date of the history
    /// @param parameters with standard errors from the curvature of ln L
    /// @param logLikelihood ln L
    /// @param aic 2 k - 2 ln L
    record Fitted(PriceModel.Gaussian model, List<Parameter> parameters, double logLikelihood, double aic)
            implements Calibration {
        public Fitted {
            parameters = List.copyOf(parameters);
        }

        static Fitted of(PriceModel.Gaussian model, List<Parameter> parameters, double logLikelihood) {
            return new Fitted(model, parameters, logLikelihood, 2 * parameters.size() - 2 * logLikelihood);
        }

        /// The parameter of that name.
        public Optional<Parameter> parameter(String name) {
            return parameters.stream().filter(it -> it.name().equals(name)).findFirst();
        }
    }

    /// The history does not carry the model.
    /// @param instead a simpler model that it does carry, if any
    record NotFitted(Text reason, Optional<Fitted> instead) implements Calibration {}

    /// An estimate.
    /// @param name as in the record of the model
    /// @param value in the model's unit
    /// @param error standard error; empty where the history does not determine it
    record Parameter(String name, double value, OptionalDouble error) {}
}
