package org.genryu.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.genryu.casefile.SupplyCase;
import org.genryu.solve.ReadBack;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A written program of a calibrated case under a scenario that cuts a year. Rung: second solver.
class WrittenScenarioTest {
    @TempDir
    Path folder;

    private static final TextCase CASES = TextCase.years(2025, 2026)
            .table("places", "place,kind,country\nAU,country,AU\nJP,country,JP")
            .table("commodities", "commodity,unit\nore,t")
            .table("recipes", "recipe,commodity,amount\ndig,ore,1")
            .table("processes", """
                    process,place,recipe,status,capacity,cost,observed
                    pit,AU,dig,operating,100,10,50
                    old,AU,dig,operating,100,14,10""")
            .table("routes", "route,from,to,commodity,cost\nsea,AU,JP,ore,2")
            .table("prices", "place,commodity,price\nJP,ore,20")
            .table("demands", "demand,place,use,commodity,amount,price,elasticity\nneed,JP,tools,ore,60,20,-0.5")
            .scenario(
                    "half", "id: half\nevents:\n  - outage: {processes: pit, loss: 80 %, start: 2026-04, months: 6}\n");

    @Test
    void writtenProgramMustHaveTheObjectiveAndAmountsThatTheBalanceTells() throws IOException {
        SupplyCase base = CASES.supply();
        SupplyCase half = CASES.supply("half");
        if (!(Balancer.balance(half, base, BalanceOptions.DEFAULT)
                instanceof BalanceResult.Balanced(Balance told, var _))) {
            throw new AssertionError("no balance");
        }
        for (String ending : new String[] {"lp", "mps"}) {
            Path file = folder.resolve("half." + ending);
            try (BalanceModel model = BalanceModel.open(half, base, BalanceOptions.DEFAULT)) {
                assertThat(model.write(file)).isTrue();
            }
            ReadBack found = ReadBack.of(file);
            assertThat(found.objective()).isCloseTo(told.objective(), within(1e-9 * Math.abs(told.objective())));
            for (int p = 0; p < 2; p++) {
                String id = told.of().industry().processes().ids().id(p);
                double[] amount = told.quantities().activity()[p];
                assertThat(found.sum("processes.capacity(%s,".formatted(id)))
                        .as(id)
                        .isCloseTo(amount[0] + amount[1], within(1e-7));
            }
        }
    }
}
