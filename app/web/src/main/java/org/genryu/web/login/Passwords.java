package org.genryu.web.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.genryu.core.Text;
import org.genryu.web.http.SecretToken;

/// Is this the password? Kept is its Argon2id hash (RFC 9106) alone, with salt and cost, in the usual form
/// `$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`; the cost is what OWASP recommends at least (19 MiB, two passes).
/// Counted by Bouncy Castle.
public final class Passwords {
    /// [signs]; length is what counts, so there are no rules about kinds of signs.
    static final int SHORTEST = 12;

    static final int LONGEST = 256;

    private static final int MEMORY = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;
    /// Nobody may make us spend more on a hash that was kept: 1 GiB, 64 passes.
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

    private static final int MOST_MEMORY = 1 << 20;

    /// A hash that no password has, as dear as a real one: for names that are no account's.
    private static final String NOBODYS =
            "$argon2id$v=19$m=%s,t=%s,p=%s$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                    .formatted(MEMORY, PASSES, LANES);

    private Passwords() {}

    /// The hash to be kept.
    public static String hash(String password) {
        byte[] salt = SecretToken.bytes(SALT);
        byte[] hash = argon2(password, salt, MEMORY, PASSES, LANES, HASH);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%s,t=%s,p=%s$%s$%s"
                .formatted(MEMORY, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /// Whether it is the password of this hash; takes as long where there is none.
    public static boolean matches(String password, String kept) {
        Matcher form = FORM.matcher(kept.isEmpty() ? NOBODYS : kept);
        if (!form.matches()) {
            return false;
        }
        int memory = Integer.parseInt(form.group(1));
        int passes = Integer.parseInt(form.group(2));
        int lanes = Integer.parseInt(form.group(3));
        if (memory > MOST_MEMORY || passes < 1 || lanes < 1 || memory < 8 * lanes) {
            return false;
        }
        byte[] wanted = Base64.getDecoder().decode(form.group(5));
        byte[] salt = Base64.getDecoder().decode(form.group(4));
        byte[] got = argon2(password, salt, memory, passes, lanes, wanted.length);
        return MessageDigest.isEqual(wanted, got) && !kept.isEmpty();
    }

    /// What is wrong with a new password; empty if nothing is.
    /// @param account whose it is to be
    public static Optional<Text> wrong(String password, String account) {
        String plain = plain(password);
        int length = plain.codePointCount(0, plain.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(new Text(
                    "The password has %s signs; it must have %s to %s. Maybe take four or five words."
                            .formatted(length, SHORTEST, LONGEST),
                    "パスワードは%s字です。%s字以上%s字以内にしてください。単語を4、5個つなげると覚えやすくなります。".formatted(length, SHORTEST, LONGEST)));
        }
        if (plain.codePoints().distinct().count() < 5
                || plain.toLowerCase(Locale.ROOT).contains(account)) {
            return Optional.of(new Text(
                    "The password is too easy to guess; it must have five different signs and not hold the account's name.",
                    "パスワードが推測されやすいものです。5種類以上の文字を使い、アカウント名を含めないでください。"));
        }
        return Optional.empty();
    }

    /// The same signs, however a keyboard writes them.
    private static String plain(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static byte[] argon2(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        byte[] bytes = plain(password).getBytes(StandardCharsets.UTF_8);
        byte[] hash = new byte[length];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        generator.generateBytes(bytes, hash);
        Arrays.fill(bytes, (byte) 0);
        return hash;
    }
}
