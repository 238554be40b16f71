package org.genryu.stress.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.stress.account.PriceStress;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Which price leads: the one whose moves come to most over the months, not the one that jumps highest in one. Rung: by
/// hand.
class PriceWeightTest {
    private static final TextCase WORLD = TextCase.years(2027, 2028)
            .table("places", "place,kind,country\nsrc,country,CN\ntown,country,JP")
            .table("commodities", "commodity,unit\nsharp,t\nlong,t")
            .table("recipes", "recipe,commodity,amount\ndig-sharp,sharp,1\ndig-long,long,1")
            .table(
                    "processes",
                    "process,place,recipe,status,capacity,cost\npit-sharp,src,dig-sharp,operating,2400,10\n"
                            + "pit-long,src,dig-long,operating,2400,10")
            .table("routes", "route,from,to,commodity,cost\nway-sharp,src,town,sharp,1\nway-long,src,town,long,1")
            .table(
                    "demands",
                    "demand,place,use,commodity,amount,shortage_cost\na,town,tools,sharp,1200,5011\n"
                            + "b,town,tools,long,1200,1011")
            .scenario(
                    "cut",
                    "start: 2027-01\nmonths: 12\nforesight: 0\nevents:\n"
                            + "  - ban: {from: CN, commodities: [sharp], start: 2027-03, months: 1}\n"
                            + "  - ban: {from: CN, commodities: [long], start: 2027-03, months: 8}\n");

    /// 100 t a month at 5,000 above the calm 11 for one month, at 1,000 above it for eight.
    @Test
    void aPriceThatStaysHighMustLeadOneThatJumpsForAMonth() {
        MonthlyStress.Answer answer = StressRuns.run(WORLD);
        List<PriceStress> all =
                PriceStress.largest(PriceStress.of(answer, answer.path().orElseThrow()));
        assertThat(all.getFirst().weight()).isCloseTo(8 * 100 * 1000.0, within(1.0));
        assertThat(all.getFirst().ratio()).isCloseTo(1011.0 / 11, within(1e-3));
        assertThat(all.get(1).weight()).isCloseTo(100 * 5000.0, within(1.0));
        assertThat(all.get(1).ratio()).isCloseTo(5011.0 / 11, within(1e-3));
        assertThat(all.get(1).month()).isEqualTo(2);
    }
}
