package org.genryu.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Rung: published value (the check values of both sums for "123456789").
class QuickSumTest {
    @Test
    void sumsMustBeThePublishedOnes() {
        assertThat(new QuickSum().add(bytes("123456789"))).hasToString("9 %d %d".formatted(0xCBF43926L, 0xE3069283L));
    }

    @Test
    void partsMustGiveTheSumOfTheWhole() {
        assertThat(new QuickSum().add(bytes("12345")).add(bytes("6789")))
                .hasToString(new QuickSum().add(bytes("123456789")).toString());
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
