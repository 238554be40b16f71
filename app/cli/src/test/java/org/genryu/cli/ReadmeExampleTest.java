package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult.Balanced;
import org.genryu.balance.Balancer;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.junit.jupiter.api.Test;

/// The example of the README, word for word. Rung: by hand.
class ReadmeExampleTest {
    private static final String FENCE = "```";

    @Test
    void theExampleOfTheReadmeMustGiveItsPrice() {
        assertThat(price()).isCloseTo(12, within(1e-9));
    }

    @Test
    void theReadmeMustShowThisVeryExample() {
        String readme = squeezed(House.lines(House.root().resolve("README.md")));
        String block = readme.substring(readme.indexOf(FENCE + "java") + FENCE.length() + "java".length());
        String shown = block.substring(0, block.indexOf(FENCE));
        String here = squeezed(
                House.lines(House.root().resolve("app/cli/src/test/java/org/genryu/cli/ReadmeExampleTest.java")));
        assertThat(shown).contains("Balancer.balance(");
        assertThat(here).contains(shown);
    }

    /// Without white space, for the formatter breaks lines where the README does not; `return price` stands here
    /// alone.
    private static String squeezed(List<String> lines) {
        return String.join("\n", lines).replaceAll("return price;\\s*", "").replaceAll("\\s+", "");
    }

    private static double price() {
        Map<String, String> tables = Map.of(
                "case.yaml",
                        "id: town\ncurrency: USD\nprice_year: 2025\nperiods: {first: 2025, last: 2025, step: year}\n",
                "places.csv", "place\nmine\ntown\n",
                "commodities.csv", "commodity,unit\nore,t\n",
                "recipes.csv", "recipe,commodity,amount\ndig,ore,1\n",
                "processes.csv", "process,place,recipe,status,capacity,cost\npit,mine,dig,operating,100,10 USD/t\n",
                "routes.csv", "route,from,to,commodity,cost\nrail,mine,town,ore,2 USD/t\n",
                "demands.csv",
                        "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,ore,60 t/yr,500 USD/t\n");
        CaseFile file = CaseReader.readText(tables).clean().orElseThrow();
        SupplyCase town = CaseResolver.resolve(file).clean().orElseThrow().supply();
        if (Balancer.balance(town, BalanceOptions.DEFAULT) instanceof Balanced(Balance balance, var proof)) {
            double price = balance.markets().price()[balance.markets().find(1, 0)][0]; // 12 USD/t: 10 to dig, 2 to ship
            return price;
        }
        throw new AssertionError("not balanced");
    }
}
