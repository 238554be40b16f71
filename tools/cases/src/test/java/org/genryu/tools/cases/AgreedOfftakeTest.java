package org.genryu.tools.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What firms have agreed stands in the case as it was published, turned into feed of the plants. Rung: by hand.
class AgreedOfftakeTest {
    private static final Pattern KUANTAN =
            Pattern.compile("processes: \\[my-kuantan-light\\], amount: ([0-9]+), price: ([0-9]+)");

    @Test
    void japanMustBuyFiveThousandTonnesOfNdprOfKuantanAtTheFloorOf110() {
        CaseText made = new CaseText();
        Matcher found = KUANTAN.matcher(made.files().getOrDefault("scenarios/agreed-offtake.yaml", ""));
        assertThat(found.find()).isTrue();
        double perFeed = made.recipes().getOrDefault("light-mt-weld", Map.of()).getOrDefault("ndpr-oxide", 0.0);
        assertThat(Double.parseDouble(found.group(1)) * perFeed).isCloseTo(5000, within(1.0));
        assertThat(Double.parseDouble(found.group(2)) / perFeed).isCloseTo(110_000, within(10.0));
    }
}
