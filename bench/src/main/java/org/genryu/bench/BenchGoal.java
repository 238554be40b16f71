package org.genryu.bench;

import java.util.List;
import org.genryu.core.Check;

/// What must hold between a figure of ours and a figure of another program, or a fixed limit.
///
/// @param name what is judged, in words
/// @param suite suite whose runs it compares
/// @param sizes sizes at which it is judged
/// @param ours our figure, as `run.figure`
/// @param other the figure beside it, as `run.figure`; empty for [Rule#MOST]
/// @param rule how the two are compared
/// @param most what the compared value may be at most
/// @param aim what we would like it to be at most; equal to `most` where there is no further aim
public record BenchGoal(
        String name,
        String suite,
        List<BenchSize> sizes,
        Figure ours,
        Figure other,
        Rule rule,
        double most,
        double aim) {

    public enum Rule {
        /// ours / other
        RATIO,
        /// |ours - other| / |other|
        GAP,
        /// ours alone
        MOST
    }

    /// One number of one run.
    public record Figure(String run, String name) {
        /// From `run.figure`; a figure of a nested object keeps its dots.
        static Figure of(String text) {
            int dot = text.indexOf('.');
            Check.that(dot > 0 || text.isEmpty(), "Figure '%s': it must be run.figure.", text);
            return text.isEmpty() ? new Figure("", "") : new Figure(text.substring(0, dot), text.substring(dot + 1));
        }
    }

    public enum Verdict {
        REACHES_AIM("reaches the aim"),
        HOLDS("holds"),
        MISSES("misses");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// The value that is held against `most`: of medians, never of single rounds.
    public double compare(BenchSpread mine, BenchSpread theirs) {
        return switch (rule) {
            case RATIO -> mine.median() / theirs.median();
            case GAP -> Math.abs(mine.median() - theirs.median()) / Math.abs(theirs.median());
            case MOST -> mine.median();
        };
    }

    /// The verdict; a value that is not a number misses.
    public Verdict judge(double value) {
        if (value <= aim) {
            return aim < most ? Verdict.REACHES_AIM : Verdict.HOLDS;
        }
        return value <= most ? Verdict.HOLDS : Verdict.MISSES;
    }
}
