package org.genryu.evidence.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How many of the texts that a topic names are about it, topic by topic, on texts of our own that a careful reader
/// gave topics. The method page shows the table.
class TopicPrecisionTest {
    private record Marked(Set<String> topics, String text) {}

    private static List<Marked> marked() throws IOException {
        try (InputStream in = TopicPrecisionTest.class.getResourceAsStream("/gold/topics.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\|", 2))
                    .map(cells -> new Marked(cells[0].isEmpty() ? Set.of() : Set.of(cells[0].split(",")), cells[1]))
                    .toList();
        }
    }

    @Test
    void theTableMustBeWhatIsMeasured() throws IOException {
        List<Marked> texts = marked();
        String page = Files.readString(Path.of("..", "docs", "method", "evidence.md"));
        StringBuilder table = new StringBuilder();
        for (Topic topic : Topic.own()) {
            List<Marked> named =
                    texts.stream().filter(one -> topic.isIn(one.text())).toList();
            long right = named.stream()
                    .filter(one -> one.topics().contains(topic.id()))
                    .count();
            long wanted = texts.stream()
                    .filter(one -> one.topics().contains(topic.id()))
                    .count();
            double precision = right / (double) named.size();
            table.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %d | %d | %.2f | %.2f |%n",
                    topic.id(),
                    wanted,
                    named.size(),
                    precision,
                    right / (double) wanted));
            assertThat(precision).as(topic.id()).isGreaterThanOrEqualTo(0.7);
        }
        Files.writeString(Path.of("target", "topics.md"), table);
        assertThat(page).contains(table);
    }
}
