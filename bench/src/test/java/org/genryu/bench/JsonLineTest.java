package org.genryu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// By hand.
class JsonLineTest {
    @Test
    void numbersAreKeptByNameAndTheRestIsLeftOut() {
        assertThat(JsonLine.numbers(
                        "{\"peer\": \"arrays\", \"seconds\": {\"read\": 0.5}, \"objective\": -2e3, \"rows\": [1]}"))
                .contains(Map.of("seconds.read", 0.5, "objective", -2000.0));
    }

    @Test
    void whatIsNoObjectGivesNothing() {
        assertThat(JsonLine.numbers("")).isEmpty();
        assertThat(JsonLine.numbers("[1, 2]")).isEmpty();
        assertThat(JsonLine.numbers("{\"half\":")).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBackInFull() {
        assertThat(JsonLine.numbers(JsonLine.write(Map.of("third", 1.0 / 3)))).contains(Map.of("third", 1.0 / 3));
    }
}
