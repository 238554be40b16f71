package org.genryu.evidence.scenario;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.core.DataTable;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.UnsafeSigns;

/// A scenario as it is written for a case: the events that a text told, each below the claim it cites and the
/// assumptions that fill its gaps.
///
/// @param id of the scenario and name of its file
public record DraftScenario(String id, Text title, List<ToldEvent> events) {
    /// What is assumed where a text does not tell it.
    private record Episode(String value, Text why, String source) {}

    public DraftScenario {
        events = List.copyOf(events);
    }

    /// @param fallback first month where no event tells one
    public String yaml(YearMonth fallback, Lang lang) {
        Map<String, Map<String, Episode>> episodes = episodes();
        YearMonth start = events.stream()
                .map(event -> event.start().orElse(fallback))
                .min(YearMonth::compareTo)
                .orElse(fallback);
        StringBuilder out = new StringBuilder();
        out.append("id: ").append(id).append('\n');
        out.append("title: {en: ")
                .append(quoted(title.en()))
                .append(", ja: ")
                .append(quoted(title.ja()))
                .append("}\n");
        out.append("start: ").append(start).append('\n');
        out.append("months: ").append(length(start, fallback, episodes)).append('\n');
        out.append("foresight: 0\n");
        out.append("events:\n");
        for (ToldEvent event : events) {
            out.append(event(event, fallback, episodes.getOrDefault(event.shape(), Map.of()), lang));
        }
        return out.append("measures: []\n").toString();
    }

    /// So long that the last event is over, and a year more, in which what it did may heal.
    private int length(YearMonth start, YearMonth fallback, Map<String, Map<String, Episode>> episodes) {
        int end = 12;
        for (ToldEvent event : events) {
            int assumed = Integer.parseInt(episodes.getOrDefault(event.shape(), Map.of())
                    .getOrDefault("months", new Episode("12", Text.same(""), ""))
                    .value());
            YearMonth from = event.start().orElse(fallback);
            int before = (from.getYear() - start.getYear()) * 12 + from.getMonthValue() - start.getMonthValue();
            end = Math.max(end, before + event.months().orElse(assumed));
        }
        return end + 12;
    }

    private static String event(ToldEvent event, YearMonth fallback, Map<String, Episode> episodes, Lang lang) {
        StringBuilder out = new StringBuilder();
        out.append("  # claim ")
                .append(event.claim())
                .append(" [")
                .append(line(event.document()))
                .append(' ')
                .append(event.quote().start())
                .append("-")
                .append(event.quote().end())
                .append("] ")
                .append(line(event.quote().raw()))
                .append('\n');
        Map<String, String> keys = new LinkedHashMap<>();
        if (event.shape().equals("dumping")) {
            keys.put("by", event.from().getFirst());
        } else if (event.shape().equals("outage")) {
            keys.put("places", list(event.from()));
        } else if (event.strait().isPresent() && event.shape().equals("closure")) {
            keys.put("strait", event.strait().get());
        } else if (event.from().size() == 1) {
            keys.put("from", event.from().getFirst());
        } else if (!event.from().isEmpty()) {
            keys.put("from", list(event.from()));
        }
        boolean trades = List.of("ban", "licence", "quota", "tariff").contains(event.shape());
        if (trades && !event.to().isEmpty()) {
            keys.put("to", list(event.to()));
        }
        if (!event.goods().isEmpty() && !event.shape().equals("closure")) {
            keys.put("commodities", list(event.goods()));
        }
        if (event.start().isEmpty()) {
            out.append("  # ")
                    .append(new Text("assumption: start, which the text does not tell", "仮定: 開始月(本文に記載なし)").in(lang))
                    .append('\n');
        }
        keys.put("start", event.start().orElse(fallback).toString());
        if (event.months().isPresent()) {
            keys.put("months", Integer.toString(event.months().getAsInt()));
        }
        event.sizes().forEach(keys::put);
        episodes.forEach((key, episode) -> {
            if (!keys.containsKey(key)) {
                keys.put(key, episode.value());
                out.append("  # ")
                        .append(new Text(
                                        "assumption: " + key + " " + episode.value() + ", "
                                                + episode.why().en() + " (" + episode.source() + ")",
                                        "仮定: " + key + " " + episode.value() + "。"
                                                + episode.why().ja() + "（" + episode.source() + "）")
                                .in(lang))
                        .append('\n');
            }
        });
        List<String> parts = new ArrayList<>();
        keys.forEach((key, value) -> parts.add(key + ": " + value));
        return out.append("  - ")
                .append(event.shape())
                .append(": {")
                .append(String.join(", ", parts))
                .append("}\n")
                .toString();
    }

    private static Map<String, Map<String, Episode>> episodes() {
        Map<String, Map<String, Episode>> episodes = new LinkedHashMap<>();
        for (NamedCsvRecord row : DataTable.rows(DraftScenario.class, "episodes.csv")) {
            episodes.computeIfAbsent(row.getField("shape"), _ -> new LinkedHashMap<>())
                    .put(
                            row.getField("key"),
                            new Episode(
                                    row.getField("value"),
                                    new Text(row.getField("why_en"), row.getField("why_ja")),
                                    row.getField("source")));
        }
        return episodes;
    }

    private static String list(List<String> words) {
        return "[" + String.join(", ", words) + "]";
    }

    /// One line of a comment, whatever the text holds.
    private static String line(String text) {
        return UnsafeSigns.shown(ReadText.quotable(text.replaceAll("\\s+", " ")));
    }

    private static String quoted(String text) {
        return "\"" + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
