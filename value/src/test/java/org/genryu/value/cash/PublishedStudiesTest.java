package org.genryu.value.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.genryu.value.project.Project;
import org.junit.jupiter.api.Test;

/// Published values: what studies say of their projects, against sheets that hold no more than the studies tell and
/// marked assumptions for the rest. What differs, and why, stands in `docs/method/studies.md`; the page's figures are
/// compared here.
class PublishedStudiesTest {
    /// What the unpublished lines of a study (sustaining capital, depreciation, working capital, ramp-up) may move.
    private static final double POINTS = 0.02;

    private static final double MILLION = 1e6;

    private static CashFlow flow(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PublishedStudiesTest.class.getResourceAsStream(name + ".yaml"))) {
            var read = Project.read(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(read.findings()).isEmpty();
            return CashFlow.base(read.clean().orElseThrow());
        }
    }

    private static double irr(CashFlow flow) {
        return flow.measures().irr().found().orElseThrow();
    }

    /// The row of the page, with the figures of now.
    private static void pageMustSay(String name, String published, CashFlow flow) throws IOException {
        String row = String.format(
                Locale.ROOT,
                "| %s | %s | %.1f %%, %,.0f |",
                name,
                published,
                irr(flow) * 100,
                flow.measures().npv() / MILLION);
        assertThat(Files.readString(Path.of("../docs/method/studies.md"))).contains(row);
    }

    @Test
    void nolansOf2021MustReturnWhatItsStudySays() throws IOException {
        CashFlow flow = flow("nolans-2021");
        assertThat(irr(flow)).isCloseTo(0.181, within(POINTS));
        assertThat(flow.measures().npv()).isCloseTo(1_402 * MILLION, within(140 * MILLION));
        pageMustSay("Nolans 2021", "18.1 %, 1,402 m AUD", flow);
    }

    @Test
    void nolansOf2022MustReturnWhatItsUpdateSays() throws IOException {
        CashFlow flow = flow("nolans-2022");
        assertThat(irr(flow)).isCloseTo(0.193, within(POINTS));
        assertThat(flow.measures().npv()).isCloseTo(1_693 * MILLION, within(170 * MILLION));
        pageMustSay("Nolans 2022", "19.3 %, 1,693 m USD", flow);
    }

    @Test
    void rhyoliteRidgeMustReturnWhatItsStudySays() throws IOException {
        CashFlow flow = flow("rhyolite-ridge-2020");
        assertThat(irr(flow)).isCloseTo(0.208, within(POINTS));
        assertThat(flow.measures().npv()).isCloseTo(1_265 * MILLION, within(130 * MILLION));
        pageMustSay("Rhyolite Ridge 2020", "20.8 %, 1,265 m USD", flow);
    }

    @Test
    void tennesseeLithiumMustReturnWhatItsStudySays() throws IOException {
        CashFlow flow = flow("tennessee-lithium-2023");
        assertThat(irr(flow)).isCloseTo(0.32, within(POINTS));
        pageMustSay("Tennessee Lithium 2023", "32 %, 2,490 m USD", flow);
    }

    /// The report tells a price, not a return: 6.70 USD/MMBtu delivered, of which the voyage is not the project's.
    @Test
    void alaskaLngMustBreakEvenAtThePriceOfItsReport() throws IOException {
        CashFlow flow = flow("alaska-lng-2022");
        double perTonne = flow.measures().breakEven().found().orElseThrow();
        double delivered = perTonne / 52 + 0.70;
        assertThat(delivered).isCloseTo(6.70, within(0.35));
        assertThat(Files.readString(Path.of("../docs/method/studies.md")))
                .contains(String.format(Locale.ROOT, "%.2f USD/MMBtu here", delivered))
                .contains(String.format(
                        Locale.ROOT,
                        "%.1f %% before finance, %.1f %% to the owners",
                        irr(flow) * 100,
                        flow.measures().irrEquity().found().orElseThrow() * 100));
    }
}
