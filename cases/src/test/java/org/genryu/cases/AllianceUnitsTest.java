package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.genryu.balance.Balance;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.read.CaseReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The prices of the committed case are not of the units in which its commodities are counted. Rung: identity.
class AllianceUnitsTest {
    /// MMBtu in a tonne of LNG, as the case says.
    private static final double MMBTU = 52;

    private static Map<String, Double> commodities(Predicate<String> which, double factor) {
        Map<String, Double> factors = new HashMap<>();
        CaseFile file =
                CaseReader.readText(BuiltInCases.files("alliance")).clean().orElseThrow();
        for (String id : file.table("commodities").names()) {
            if (which.test(id)) {
                factors.put(id, factor);
            }
        }
        assertThat(factors).isNotEmpty();
        return factors;
    }

    private static void same(OtherUnits units, Map<String, Double> freight) {
        Map<String, String> files = new LinkedHashMap<>(BuiltInCases.files("alliance"));
        // Published figures count several commodities together, which must then be in one unit.
        files.remove("references.csv");
        Balance before = AllianceEdits.withIntervals(files);
        Balance after = AllianceEdits.withIntervals(units.written(files, freight));
        assertThat(PriceMoves.between(before, after, commodity -> 1 / units.factor(commodity)))
                .isEmpty();
    }

    @Test
    @Tag("slow")
    void refinedCopperInKilogrammesMustMoveNoPrice() {
        same(new OtherUnits("kg", commodities("copper-refined"::equals, 1000), false), Map.of());
    }

    /// The refineries count what they do in kilogrammes too.
    @Test
    @Tag("slow")
    void refineriesInKilogrammesMustMoveNoPrice() {
        same(new OtherUnits("kg", commodities("copper-refined"::equals, 1000), true), Map.of());
    }

    @Test
    @Tag("slow")
    void oxidesInKilogrammesMustMoveNoPrice() {
        same(new OtherUnits("kg", commodities(id -> id.endsWith("-oxide"), 1000), false), Map.of());
    }

    @Test
    @Tag("slow")
    void gasByItsHeatMustMoveNoPrice() {
        Map<String, Double> freight = AllianceEdits.freights(BuiltInCases.files("alliance"));
        same(new OtherUnits("MMBtu", commodities("lng"::equals, MMBTU), true), freight);
    }

    @Test
    @Tag("slow")
    void theWholeCaseInAThousandTonnesMustMoveNoPrice() {
        same(new OtherUnits("kt", commodities(_ -> true, 1e-3), true), Map.of());
    }
}
