package org.genryu.value.future;

import org.genryu.core.number.Amount;

/// The arithmetic of a block of futures side by side: random words, uniforms, normals and exponentials as plain loops
/// over [#WIDTH] lanes without a branch, which HotSpot turns into vector instructions. Every lane is worked out by the
/// same operations in the same order, so a number does not depend on the machine's vector length.
///
/// uniform u = (word div 2^12 + 1/2) / 2^52, as core's `Draws` – [#uniforms]
///
/// normals of a pair of words (Box and Muller 1958): R = √(-2 ln U), z₁ = R cos πt, z₂ = R sin πt – [#normals]
///
/// U = 2^-G (1 - f), f = (high 32 bits of the first word + 1/2) / 2^33 in (0, 1/2), G = leading zeros of its low 32
/// bits (at most 31): -2 ln U = 2 G ln 2 + f p(f), so that no logarithm of a full number is needed
///
/// t = (second word div 2^12 + 1/2) / 2^51 in (-1, 1); sin and cos of πt/4 by polynomials, then doubled twice
///
/// exp x = (q(x / 2^k))^(2^k), |x| held within 40 – [#exp]
///
/// The polynomials are Chebyshev interpolants; largest errors, which the test measures: p 9e-11 (relative), sine and
/// cosine 5e-12, so a normal is within 1e-10 · |z| of the exact transform; exp 1e-12 (relative). |z| stays below 6.8,
/// which a normal leaves once in 10^11 draws.
final class FutureLanes {
    /// Futures in a block.
    static final int WIDTH = 256;

    /// Largest |x| of [#exp]; beyond it the value of the bound is taken.
    static final double EXP_BOUND = 40;

    /// Largest |x| for which [#deviate] is as exact as [#exp].
    static final double SMALL = 3.5;

    private static final double TWO_LN_2 = 2 * 0.6931471805599453;
    private static final double[] LOG = {
        1.9999999998235207,
        1.0000000992593514,
        0.6666574614297482,
        0.5003327176309136,
        0.39382602034642256,
        0.4003663571615051,
        -0.17038896023717673,
        2.2593360303497243,
        -5.534493628971438,
        10.636678499711644,
        -10.854534218066663,
        5.556001651540083
    };
    private static final double S0 = 0.7853981633940534;
    private static final double S1 = -0.08074551201845517;
    private static final double S2 = 0.0024903932107047493;
    private static final double S3 = -3.6572393478294945e-05;
    private static final double S4 = 3.0899711117648236e-07;
    private static final double C0 = 0.9999999999999442;
    private static final double C1 = -0.30842513753003925;
    private static final double C2 = 0.0158543441971015;
    private static final double C3 = -0.00032599168753039566;
    private static final double C4 = 3.590475543598127e-06;
    private static final double C5 = -2.4268528076023486e-08;

    private final long[] first = new long[WIDTH];
    private final long[] second = new long[WIDTH];
    private final double[] radius = new double[WIDTH];

    /// word(f, s, index) of the lanes whose keys are given.
    static void words(long[] keys, long index, long[] out) {
        long step = (index + 1) * DrawKeys.GAMMA;
        for (int i = 0; i < WIDTH; i++) {
            out[i] = DrawKeys.mix(keys[i] + step);
        }
    }

    /// In (0, 1).
    void uniforms(long[] keys, long index, double[] out) {
        words(keys, index, first);
        for (int i = 0; i < WIDTH; i++) {
            out[i] = ((first[i] >>> 12) + 0.5) * 0x1p-52;
        }
    }

    /// Two standard normals a lane from the words 2 `pair` and 2 `pair` + 1.
    void normals(long[] keys, long pair, double[] cosine, double[] sine) {
        words(keys, 2 * pair, first);
        words(keys, 2 * pair + 1, second);
        radii(first, radius);
        turn(second, radius, cosine, sine);
    }

    private static void radii(long[] words, double[] out) {
        for (int i = 0; i < WIDTH; i++) {
            out[i] = Long.numberOfLeadingZeros((words[i] << 32) | 0x80000000L);
        }
        double a0 = LOG[0];
        double a1 = LOG[1];
        double a2 = LOG[2];
        double a3 = LOG[3];
        double a4 = LOG[4];
        double a5 = LOG[5];
        double a6 = LOG[6];
        double a7 = LOG[7];
        double a8 = LOG[8];
        double a9 = LOG[9];
        double a10 = LOG[10];
        double a11 = LOG[11];
        for (int i = 0; i < WIDTH; i++) {
            double f = ((words[i] >>> 32) + 0.5) * 0x1p-33;
            double p = Math.fma(Math.fma(Math.fma(a11, f, a10), f, a9), f, a8);
            p = Math.fma(Math.fma(Math.fma(Math.fma(p, f, a7), f, a6), f, a5), f, a4);
            p = Math.fma(Math.fma(Math.fma(Math.fma(p, f, a3), f, a2), f, a1), f, a0);
            out[i] = Math.sqrt(Math.fma(out[i], TWO_LN_2, p * f));
        }
    }

    private static void turn(long[] words, double[] radius, double[] cosine, double[] sine) {
        for (int i = 0; i < WIDTH; i++) {
            double t = ((words[i] >> 12) + 0.5) * 0x1p-51;
            double u = t * t;
            double s = t * Math.fma(Math.fma(Math.fma(Math.fma(S4, u, S3), u, S2), u, S1), u, S0);
            double c = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(C5, u, C4), u, C3), u, C2), u, C1), u, C0);
            double halfSine = 2 * s * c;
            double halfCosine = 1 - 2 * s * s;
            double r = radius[i];
            cosine[i] = r * (1 - 2 * halfSine * halfSine);
            sine[i] = r * (2 * halfSine * halfCosine);
        }
    }

    /// Replaces x by exp x, for any |x| up to [#EXP_BOUND].
    static void exp(double[] x) {
        for (int i = 0; i < WIDTH; i++) {
            double r = Math.max(-EXP_BOUND, Math.min(EXP_BOUND, x[i])) * 0x1p-8;
            double p = Math.fma(Math.fma(1.0 / 362880, r, 1.0 / 40320), r, 1.0 / 5040);
            p = Math.fma(Math.fma(p, r, 1.0 / 720), r, 1.0 / 120);
            p = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(p, r, 1.0 / 24), r, 1.0 / 6), r, 0.5), r, 1), r, 1);
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            x[i] = p * p;
        }
    }

    /// One step of a deviation and its price: x ← decay x + lead z; z ← median exp x, for |x| up to [#SMALL] (a
    /// little less exact beyond, never wild).
    static void deviate(double[] z, double[] deviation, double decay, double lead, double median) {
        for (int i = 0; i < WIDTH; i++) {
            double x = Math.fma(decay, deviation[i], lead * z[i]);
            deviation[i] = x;
            double r = x * 0x1p-5;
            double p = Math.fma(Math.fma(Math.fma(1.0 / 40320, r, 1.0 / 5040), r, 1.0 / 720), r, 1.0 / 120);
            p = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(p, r, 1.0 / 24), r, 1.0 / 6), r, 0.5), r, 1), r, 1);
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            z[i] = median * (p * p);
        }
    }

    /// The uniform of one lane.
    static double uniform(long key, long index) {
        return ((DrawKeys.mix(key + (index + 1) * DrawKeys.GAMMA) >>> 12) + 0.5) * 0x1p-52;
    }

    /// A standard normal of one lane from one word, by the inverse of the distribution function.
    static double normal(long key, long index) {
        return Amount.STANDARD.inverseCumulativeProbability(uniform(key, index));
    }
}
