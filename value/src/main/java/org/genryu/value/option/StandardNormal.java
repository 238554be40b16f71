package org.genryu.value.option;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// N, the distribution function of the standard normal, under the name that the formulas use.
final class StandardNormal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private StandardNormal() {}

    static double cdf(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /// The value that a standard normal stays below with probability p, above 0 and below 1.
    static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }
}
