package org.genryu.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AheadTest {
    @Test
    void anAnswerMustBeWorkedOutOnce() {
        AtomicInteger asked = new AtomicInteger();
        Ahead<Integer> plain = new Ahead<>(asked::incrementAndGet);
        assertThat(asked).hasValue(0);
        assertThat(plain.get()).isEqualTo(1);
        assertThat(plain.get()).isEqualTo(1);
        Ahead<Integer> begun = new Ahead<>(asked::incrementAndGet);
        begun.begin();
        assertThat(begun.get()).isEqualTo(2);
        begun.begin();
        assertThat(begun.get()).isEqualTo(2);
    }

    @Test
    void whoAsksMustWaitForWhatWasBegun() {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Ahead<String> begun = new Ahead<>(() -> {
            inside.countDown();
            return awaited(go);
        });
        begun.begin();
        assertThat(awaited(inside)).isEqualTo("there");
        go.countDown();
        assertThat(begun.get()).isEqualTo("there");
    }

    private static String awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES) ? "there" : "never";
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void troubleMustComeOutAsWhatItWas() {
        Ahead<String> broken = new Ahead<>(() -> {
            throw new IllegalArgumentException("no");
        });
        broken.begin();
        assertThatThrownBy(broken::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");
        assertThatThrownBy(broken::get).isInstanceOf(IllegalArgumentException.class);
    }
}
