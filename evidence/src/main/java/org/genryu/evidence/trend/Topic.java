package org.genryu.evidence.trend;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genryu.core.DataTable;
import org.genryu.core.Text;
import org.genryu.evidence.text.Shadow;

/// What a topic is told by: words with weights, those that speak against it below 0. A text is about it when
/// the weights of the words that it holds, each counted once, make [#ENOUGH] or more.
///
/// @param words in small letters, with their weights
public record Topic(String id, Text name, Map<String, Double> words) {
    public static final double ENOUGH = 2;

    public Topic {
        words = Map.copyOf(words);
    }

    /// The topics that come with the program.
    public static List<Topic> own() {
        Map<String, Map<String, Double>> words = new LinkedHashMap<>();
        Map<String, Text> names = new LinkedHashMap<>();
        for (NamedCsvRecord row : DataTable.rows(Topic.class, "topics.csv")) {
            names.put(row.getField("topic"), new Text(row.getField("name_en"), row.getField("name_ja")));
            words.computeIfAbsent(row.getField("topic"), _ -> new LinkedHashMap<>())
                    .put(row.getField("word").toLowerCase(Locale.ROOT), Double.parseDouble(row.getField("weight")));
        }
        List<Topic> topics = new ArrayList<>();
        names.forEach((id, name) -> topics.add(new Topic(id, name, words.getOrDefault(id, Map.of()))));
        return List.copyOf(topics);
    }

    /// The topic of this id or name, or the one of the word alone.
    public static Topic of(String word) {
        return own().stream()
                .filter(topic -> topic.id().equalsIgnoreCase(word)
                        || topic.name().en().equalsIgnoreCase(word)
                        || topic.name().ja().equals(word))
                .findFirst()
                .orElseGet(() -> new Topic(word, Text.same(word), Map.of(word.toLowerCase(Locale.ROOT), ENOUGH)));
    }

    public boolean isIn(String text) {
        return isInFolded(folded(text));
    }

    /// A text in the form in which topics are looked for.
    static String folded(String text) {
        return Shadow.of(text).text().toLowerCase(Locale.ROOT);
    }

    boolean isInFolded(String folded) {
        double sum = 0;
        for (Map.Entry<String, Double> word : words.entrySet()) {
            sum += folded.contains(word.getKey()) ? word.getValue() : 0;
        }
        return sum >= ENOUGH;
    }
}
