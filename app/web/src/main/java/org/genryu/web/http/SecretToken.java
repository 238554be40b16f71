package org.genryu.web.http;

import java.math.BigInteger;
import java.security.SecureRandom;

/// What nobody may guess: the only place of the house where something is random without a seed.
public final class SecretToken {
    private static final int BITS = 160;

    private SecretToken() {}

    /// A new one, in letters and digits.
    public static String make() {
        return new BigInteger(BITS, new SecureRandom()).toString(Character.MAX_RADIX);
    }

    /// As many bytes.
    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
