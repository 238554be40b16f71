package org.genryu.value.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.value.project.Project;
import org.genryu.value.project.Sheets;
import org.junit.jupiter.api.Test;

/// Identity: what is distributed goes to somebody; by hand: preferred equity earns its rate and no more.
class EquityReturnsTest {
    private static final double ROUNDING = 1e-9;

    @Test
    void allThatIsDistributedMustBeReceived() {
        for (String name : new String[] {"small", "bench", "everything"}) {
            CashFlow flow = CashFlow.base(Sheets.project(name));
            EquityReturns owners = EquityReturns.of(flow);
            for (int m = 0; m < flow.months(); m++) {
                int month = m;
                double received = owners.state()[m]
                        + owners.clawback()[m]
                        + owners.holders().stream()
                                .mapToDouble(h -> h.received()[month])
                                .sum();
                double paidIn = owners.holders().stream()
                        .mapToDouble(h -> h.paidIn()[month])
                        .sum();
                assertThat(received).isCloseTo(flow.byMonth().distributed()[m], within(ROUNDING * 1e9));
                assertThat(paidIn).isCloseTo(flow.byMonth().equityIn()[m], within(ROUNDING * 1e9));
            }
        }
    }

    @Test
    void preferredEquityMustEarnItsRateWhereThereIsEnough() {
        String text = Sheets.text("small").replace("closing: 20 MUSD", "closing: 0");
        Project project = Project.read("small.yaml", text).clean().orElseThrow();
        EquityReturns.Holder preferred =
                EquityReturns.of(CashFlow.base(project)).holders().get(1);
        assertThat(preferred.party()).isEqualTo("jogmec");
        assertThat(preferred.weight()).isCloseTo(0.3, within(ROUNDING));
        double irr = preferred.flow(project).irr().found().orElseThrow();
        // paid in at the middle of a month, grown from its end
        assertThat(irr).isCloseTo(0.06, within(0.002));
    }
}
