package org.genryu.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Rung: by hand.
class ThrottleTest {
    private static final long SECOND = 1_000_000_000L;

    private static int allowed(Throttle throttle, int times, String name, String address, long now) {
        int allowed = 0;
        for (int i = 0; i < times; i++) {
            allowed += throttle.mayTry(name.replace("#", "" + i), address.replace("#", "" + i), now) ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void tenTriesAMinuteMustBeAllOfANameFromOneAddress() {
        Throttle throttle = new Throttle();
        assertThat(allowed(throttle, 50, "ito", "1.2.3.4", 5 * SECOND)).isEqualTo(10);
        assertThat(throttle.mayTry("ito", "1.2.3.4", 65 * SECOND)).isFalse();
        assertThat(throttle.mayTry("ito", "9.9.9.9", 5 * SECOND))
                .as("who is elsewhere")
                .isTrue();
        assertThat(throttle.mayTry("ito", "1.2.3.4", 66 * SECOND)).isTrue();
    }

    @Test
    void whoTriesManyNamesOrFromManyPlacesMustBeHeldUpToo() {
        assertThat(allowed(new Throttle(), 500, "name#", "1.2.3.4", 1)).isEqualTo(Throttle.OF_ADDRESS);
        assertThat(allowed(new Throttle(), 500, "ito", "address#", 1)).isEqualTo(Throttle.OF_NAME);
    }

    @Test
    void aRightTryMustNotCount() {
        Throttle throttle = new Throttle();
        for (int i = 0; i < 500; i++) {
            assertThat(throttle.mayTry("ito", "1.2.3.4", 1)).isTrue();
            throttle.forget("ito", "1.2.3.4");
        }
    }
}
