package org.genryu.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// By hand: the eras of Japan.
class EraTest {
    @Test
    void theFirstYearMustBeTheOneInWhichTheEraBegan() {
        assertThat(Era.of("令和").orElseThrow().year(1)).isEqualTo(2019);
        assertThat(Era.of("H").orElseThrow().year(31)).isEqualTo(2019);
        assertThat(Era.SHOWA.year(64)).isEqualTo(1989);
        assertThat(Era.TAISHO.year(15)).isEqualTo(1926);
        assertThat(Era.MEIJI.year(45)).isEqualTo(1912);
        assertThat(Era.of("歯姫")).isEmpty();
    }

    @Test
    void aDayMustBelongToOneEra() {
        LocalDate last = LocalDate.of(2019, 4, 30);
        assertThat(Era.HEISEI.reaches(last, last)).isTrue();
        assertThat(Era.REIWA.reaches(last, last)).isFalse();
        assertThat(Era.HEISEI.reaches(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31)))
                .isFalse();
        assertThat(Era.TAISHO.reaches(LocalDate.of(1926, 1, 1), LocalDate.of(1926, 12, 31)))
                .isTrue();
    }
}
