package org.genryu.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;

/// Rung: published value; then by hand.
class PasswordsTest {
    /// Of the reference implementation's own tests (phc-winner-argon2, `src/test.c`, version 0x13).
    private static final String PUBLISHED =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void thePublishedHashMustBeOfItsPasswordAlone() {
        assertThat(Passwords.matches("password", PUBLISHED)).isTrue();
        assertThat(Passwords.matches("Password", PUBLISHED)).isFalse();
        assertThat(Passwords.matches("", PUBLISHED)).isFalse();
        assertThat(Passwords.matches("password", PUBLISHED.replace("t=2", "t=3")))
                .isFalse();
    }

    @Test
    void whatWasHashedMustMatchAndNeverLookTheSame() {
        String password = "正しい馬の電池と留め金";
        String once = Passwords.hash(password);
        assertThat(once).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(password);
        assertThat(Passwords.hash(password)).isNotEqualTo(once);
        assertThat(Passwords.matches(password, once)).isTrue();
        assertThat(Passwords.matches(password + " ", once)).isFalse();
        // Half width and full width are the same keys.
        assertThat(Passwords.matches("ＡＢＣ１２３", Passwords.hash("ABC123"))).isTrue();
    }

    /// Nobody has the empty hash, nor one that would cost the machine too much.
    @Test
    void whatIsNoHashMustMatchNothing() {
        for (String kept : new String[] {
            "",
            "plain",
            "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "$argon2id$v=19$m=4,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
        }) {
            assertThat(Passwords.matches("password", kept)).as(kept).isFalse();
        }
    }

    @Test
    void anEasyPasswordMustBeRefusedInBothLanguages() {
        assertThat(Passwords.wrong("short", "ito").orElseThrow().in(Lang.EN))
                .isEqualTo("The password has 5 signs; it must have 12 to 256. Maybe take four or five words.");
        assertThat(Passwords.wrong("short", "ito").orElseThrow().in(Lang.JA))
                .isEqualTo("パスワードは5字です。12字以上256字以内にしてください。単語を4、5個つなげると覚えやすくなります。");
        for (String easy : new String[] {"aaaaaaaaaaaaaaaa", "abababababababab", "i-am-ITO-of-tokyo"}) {
            assertThat(Passwords.wrong(easy, "ito").orElseThrow().in(Lang.EN))
                    .isEqualTo(
                            "The password is too easy to guess; it must have five different signs and not hold the account's name.");
        }
        assertThat(Passwords.wrong("x".repeat(300), "ito")).isPresent();
        assertThat(Passwords.wrong("correct horse battery", "ito")).isEmpty();
        assertThat(Passwords.wrong("正しい馬の電池と留め金で", "ito")).isEmpty();
    }
}
