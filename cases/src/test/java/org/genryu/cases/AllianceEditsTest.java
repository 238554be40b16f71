package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An edit moves price and quantity the way and about as far as the stated elasticities say. Rung: closed form, two
/// markets in logarithms.
class AllianceEditsTest {
    private static final Path PAGE = Path.of("../docs/cases/alliance.md");
    private static final String FIRST = "<!-- edits: kept by a test -->\n\n";
    private static final String LAST = "\n<!-- /edits -->";

    /// The table of the page is what comes out. A row outside of a factor of two says so.
    @Test
    @Tag("slow")
    void tenEditsMustMoveTheRightWayAndThePageMustSayHowFar() throws IOException {
        AllianceEdits edits = new AllianceEdits();
        StringBuilder table = new StringBuilder(
                "| edit | year | price: implied | found | what moves | implied | found | within a factor of two |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        List<String> far = new ArrayList<>();
        for (AllianceEdits.Edit edit : edits.edits()) {
            AllianceEdits.Outcome found = edits.outcome(edit);
            boolean near = near(found.price(), found.foundPrice()) && near(found.amount(), found.foundAmount());
            if (!near) {
                far.add(edit.what());
            }
            table.append("| %s | %d | %s | %s | `%s` | %s | %s | %s |\n"
                    .formatted(
                            edit.what(),
                            edit.year(),
                            percent(found.price()),
                            percent(found.foundPrice()),
                            edit.thing(),
                            percent(found.amount()),
                            percent(found.foundAmount()),
                            near ? "yes" : "**no**"));
        }
        String page = Files.readString(PAGE);
        int from = page.indexOf(FIRST);
        int to = page.indexOf(LAST);
        Files.writeString(Path.of("target/alliance-edits.md"), table.toString());
        assertThat(page).isEqualTo(page.substring(0, from) + FIRST + table + page.substring(to));
        assertThat(far).isEmpty();
    }

    private static boolean near(double implied, double found) {
        return implied * found > 0
                && Math.abs(found) <= 2 * Math.abs(implied)
                && 2 * Math.abs(found) >= Math.abs(implied);
    }

    private static String percent(double log) {
        return String.format(Locale.ROOT, "%+.2f %%", 100 * Math.expm1(log));
    }
}
