package org.genryu.plan;

import java.util.Arrays;
import org.genryu.core.Check;

/// What can happen: the cost of scenario s is level_s + Σ cost of its parts.
///
/// @param probability by scenario; they sum to 1
/// @param level by scenario, whatever is decided [money]
/// @param parts by scenario: which parts it is made of, one as often as it is there; scenarios may share them
public record Outlook(double[] probability, double[] level, int[][] parts) {
    public Outlook {
        double sum = Arrays.stream(probability).sum();
        Check.that(
                Math.abs(sum - 1) < 1e-9 && Arrays.stream(probability).allMatch(p -> p >= 0),
                "Outlook: the probabilities sum to %s; they must be 0 or more and sum to 1.",
                sum);
        Check.that(
                level.length == probability.length && parts.length == probability.length,
                "Outlook: %s probabilities, %s levels, %s lists of parts; there must be as many.",
                probability.length,
                level.length,
                parts.length);
    }

    public int size() {
        return probability.length;
    }

    /// One scenario alone is sure.
    public Outlook only(int scenario) {
        double[] sure = new double[size()];
        sure[scenario] = 1;
        return new Outlook(sure, level, parts);
    }
}
