package org.genryu.balance.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.genryu.balance.Given;
import org.genryu.casefile.SupplyCase;
import org.junit.jupiter.api.Test;

/// The elasticities that the page about the balance prints are those of the program.
class BalancePageTest {
    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    @Test
    void elasticitiesOfThePageMustBeThoseOfTheProgram() throws IOException {
        SupplyCase of = Given.of("""
                ## case
                periods: {first: 2025, last: 2036, step: year}
                ## places
                place
                town
                ## commodities
                commodity,unit,stage
                ore,t,
                metal,t,refined
                ## demands
                demand,place,use,commodity,amount,shortage_cost
                need,town,tools,metal,1,9
                want,town,tools,ore,1,9
                """).supply();
        Elasticities all = new Elasticities(of);
        int ore = of.world().commodities().ids().find("ore");
        int metal = of.world().commodities().ids().find("metal");
        String page = Files.readString(Path.of("../docs/method/balance.md"));
        assertThat(page)
                .contains("| η of a mine, ore or concentrate, or a blank stage | %s | %s |"
                        .formatted(plain(all.supply(ore, 0)), plain(all.supply(ore, 10))))
                .contains("| η of every other plant | %s | %s |"
                        .formatted(plain(all.supply(metal, 0)), plain(all.supply(metal, 11))))
                .contains("| σ between origins | %s | %s |"
                        .formatted(plain(all.substitution(ore, 0)), plain(all.substitution(metal, 10))))
                .contains("a usual %s %% of the price where it ends".formatted(plain(100 * BasePrices.TRADE)));
        assertThat(Calibrator.fading(of, 0)).isEqualTo(1);
        assertThat(Calibrator.fading(of, 10)).isZero();
        assertThat(page).contains("gone after ten years");
    }
}
