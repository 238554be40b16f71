package org.genryu.laws;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;

/// The whole numbers that a trial is made of; 0 is always the plainest.
sealed interface Chance {
    /// @param most 0 or more
    /// @return 0 to most
    long upTo(long most);

    /// @param count of the corners there are, 1 or more
    /// @return 0 to count - 1 for a corner, count for none
    int corner(int count);

    /// How many of a list: in truth, or at most.
    int size(int least, int most);

    /// Whether a list goes on.
    /// @param tooFew whether it has not reached its size
    boolean goesOn(boolean tooFew);

    /// Random. A quarter of the choices comes from a range made smaller by some powers of two, so that small
    /// numbers are met as well as large ones; one thing in eight is a corner.
    final class Drawn implements Chance {
        /// Apart from the draws of the chain, whose second key is a hash of a name.
        private static final long LAWS = 0x6c617773L;

        private final int number;
        private final UniformRandomProvider random;

        /// @param number of the trial; it is a word of the counter as the number of a future is
        Drawn(long seed, int number) {
            this.number = number;
            this.random = new Philox4x64(new long[] {seed, LAWS, 0, number, 0, 0});
        }

        @Override
        public long upTo(long most) {
            if (most == 0) {
                return 0;
            }
            int bits = Long.SIZE - Long.numberOfLeadingZeros(most);
            long reach = random.nextInt(4) == 0 ? most >>> random.nextInt(bits) : most;
            return reach == Long.MAX_VALUE ? random.nextLong() >>> 1 : random.nextLong(reach + 1);
        }

        @Override
        public int corner(int count) {
            if (number < Law.CORNERS) {
                return number % count;
            }
            return random.nextInt(8) == 0 ? random.nextInt(count) : count;
        }

        @Override
        public int size(int least, int most) {
            int[] corners = {least, Math.min(least + 1, most), most};
            int corner = corner(corners.length);
            return corner < corners.length ? corners[corner] : least + (int) upTo(most - least);
        }

        @Override
        public boolean goesOn(boolean tooFew) {
            return tooFew;
        }
    }

    /// Those of another trial, changed; 0 where they end.
    final class Given implements Chance {
        private final long[] choices;
        private int next;

        Given(long[] choices) {
            this.choices = choices;
        }

        @Override
        public long upTo(long most) {
            return next < choices.length ? Math.min(choices[next++], most) : 0;
        }

        @Override
        public int corner(int count) {
            return (int) upTo(count);
        }

        @Override
        public int size(int least, int most) {
            return most;
        }

        @Override
        public boolean goesOn(boolean tooFew) {
            return upTo(1) == 1 && tooFew;
        }
    }
}
