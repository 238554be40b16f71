package org.genryu.share.rule;

import org.genryu.core.Check;
import org.genryu.core.Text;

/// What does a rule say of a game? Shares, or why it says nothing: a rule without an answer is an answer.
public sealed interface Split {
    /// @param shares by player; their sum is v(N) [unit of the game]
    record Shares(double[] shares) implements Split {
        public Shares {
            for (double share : shares) {
                Check.that(
                        Math.abs(share) < Double.POSITIVE_INFINITY, "Split: a share is %s; it must be finite.", share);
            }
            shares = shares.clone();
        }
    }

    /// @param why as a sentence
    record Undefined(Text why) implements Split {}
}
