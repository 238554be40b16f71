package org.genryu.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.genryu.core.Lang;
import org.genryu.report.Sample;
import org.genryu.report.SampleWorld;
import org.genryu.report.count.Followed;
import org.junit.jupiter.api.Test;

/// Rung: by hand (who is named first, and what for).
class HeadlineTest {
    private static final double SHARE_TOLERANCE = 1e-12;

    /// Magnets of jp-ev-motors are missing in all years but the first, at most a tenth; those of us-defence at most
    /// nine tenths.
    @Test
    void whoIsPricedOutMustBeToldApartFromWhoRunsShortAndComeFirstWhenGrave() {
        Sample sample = SampleWorld.make()
                .reactsToPrice("jp-ev-motors")
                .reactsToPrice("us-lasers")
                .demand("us", "lasers", "dy-oxide", new double[] {10, 10, 10, 10, 10, 10}, 10, 10, 1, 10, 10, 10)
                .price("us", "dy-oxide", 300000);
        View view = View.of(sample.run(), Followed.kept(sample.balance()), Lang.EN);
        assertThat(Shortfall.fixed(view)).isEmpty();
        Shortfall gap = Shortfall.heldBack(view).getFirst();
        assertThat(gap).isEqualTo(new Shortfall(gap.demand(), 2, 2, 9, 10, 9 * 300000.0));
        assertThat(Page.of(sample.run(), Lang.EN))
                .contains(
                        "In 2027 price keeps 90% of the Dysprosium oxide out of reach for lasers in United States: 9 t of the 10 t wanted at the reference price.")
                .doesNotContain("Nobody runs short");
    }

    @Test
    void theHeadlineMustNameTheDependenceWithMostAtStake() {
        View view = View.of(
                SampleWorld.make().run(), Followed.kept(SampleWorld.make().balance()), Lang.EN);
        Headline.Dependence found = Headline.dependence(view, 0).orElseThrow();
        assertThat(view.commodity(found.commodity())).isEqualTo("NdFeB magnet");
        assertThat(view.source(found.country())).isEqualTo("China");
        assertThat(found.share()).isCloseTo(10500 / 30500.0, org.assertj.core.data.Offset.offset(SHARE_TOLERANCE));
        Shortfall shortage = Shortfall.athome(view, Shortfall.fixed(view)).getFirst();
        assertThat(view.supply().periods().label(shortage.first())).isEqualTo("2026");
        assertThat(view.supply().periods().label(shortage.worst())).isEqualTo("2030");
        assertThat(shortage.lacking()).isEqualTo(3000);
    }
}
