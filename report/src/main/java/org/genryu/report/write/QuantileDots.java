package org.genryu.report.write;

import org.genryu.core.Check;

/// Which probabilities have the dots of a picture of equally likely values? Dot i of n is the quantile of
/// (i - 1/2) / n, so that the picture can be drawn again from them alone.
///
/// Fifty: Fernandes, Walls, Munson, Hullman, Kay (2018), Uncertainty displays using quantile dotplots or CDFs improve
/// transit decision-making, CHI 2018.
public final class QuantileDots {
    public static final int DOTS = 50;

    private QuantileDots() {}

    /// @param dot from 1 to [#DOTS]
    public static double at(int dot) {
        Check.that(dot >= 1 && dot <= DOTS, "Dots: dot is %s; it must lie between 1 and %s.", dot, DOTS);
        return (dot - 0.5) / DOTS;
    }
}
