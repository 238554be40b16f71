package org.genryu.value.future;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// By hand: what the published terms say, and that every row can be used.
class InstrumentsTest {
    private static final List<String> KINDS = List.of(
            "guarantee", "insurance", "floor", "cfd", "offtake", "grant", "concessional", "equity", "tax-credit");

    @Test
    void everyInstrumentHasAKindASourceAndBothNames() {
        assertThat(Instruments.all()).hasSizeGreaterThan(10).allSatisfy(i -> {
            assertThat(KINDS).contains(i.kind());
            assertThat(i.name().en()).isNotBlank();
            assertThat(i.name().ja()).isNotBlank();
            assertThat(i.certain()).isEqualTo(i.url().startsWith("https://"));
        });
        assertThat(Instruments.all().stream().map(Instruments.Instrument::id)).doesNotHaveDuplicates();
    }

    @Test
    void aLineIsReadyForATermSheet() {
        assertThat(Instruments.of("jogmec-guarantee").orElseThrow().line())
                .isEqualTo("- guarantee: {giver: jogmec, of: …, cover: 90 %, fee: 0.4 %..1.55 %}");
        assertThat(Instruments.of("mp-floor").orElseThrow().until()).isEqualTo("2035-12");
        assertThat(Instruments.of("nothing")).isEmpty();
    }
}
