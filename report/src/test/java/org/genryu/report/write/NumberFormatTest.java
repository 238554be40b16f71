package org.genryu.report.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;

/// Rung: by hand.
class NumberFormatTest {
    @Test
    void aBoundMustBeReadableAndNeverTooSmall() {
        NumberFormat shown = new NumberFormat(Lang.EN);
        assertThat(shown.atMost(0)).isEqualTo("0.0%");
        assertThat(shown.atMost(-1e-9)).isEqualTo("0.0%");
        assertThat(shown.atMost(1e-12)).isEqualTo(shown.percent(1e-5));
        assertThat(shown.atMost(0.003)).isEqualTo(shown.percent(0.003));
    }
}
