package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genryu.testkit.TextCase;
import tools.jackson.databind.JsonNode;

/// A case as files, what `run` says of it, and what `trace` says of one thing.
final class HandWorld {
    private final String home;
    private final Map<String, Double> indicators = new HashMap<>();

    HandWorld(Path folder, TextCase cases, String... more) throws IOException {
        this.home = folder.resolve("case").toString();
        for (var file : cases.files().entrySet()) {
            Path target = Path.of(home).resolve(file.getKey());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, file.getValue());
        }
        Path out = folder.resolve("out");
        List<String> words = new ArrayList<>(List.of("run", home, "--out", out.toString(), "--quiet"));
        words.addAll(List.of(more));
        Session run = Session.of(words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(out.resolve("indicators.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            indicators.put(String.join(" ", cells[1], cells[2], cells[3]), Double.parseDouble(cells[4]));
        }
    }

    /// By name, subject and period, with blanks between.
    Map<String, Double> indicators() {
        return indicators;
    }

    /// 0 of rows that are left out.
    double indicator(String name, String subject, String period) {
        return indicators.getOrDefault(String.join(" ", name, subject, period), 0.0);
    }

    private Session trace(String place, String commodity, String period, String... more) {
        List<String> words = new ArrayList<>(
                List.of("trace", home, "--place", place, "--commodity", commodity, "--period", period, "--quiet"));
        words.addAll(List.of(more));
        return Session.of(words.toArray(String[]::new));
    }

    String text(String place, String commodity, String period) {
        return trace(place, commodity, period).out();
    }

    Said json(String place, String commodity, String period) {
        return new Said(trace(place, commodity, period, "--json").json());
    }

    /// The answer for programs.
    record Said(JsonNode json) {
        /// 0 of rows that are left out.
        double share(String element, String stage, String country) {
            for (JsonNode row : json.get("exposure")) {
                if (row.get("element").asString().equals(element)
                        && row.get("stage").asString().equals(stage)
                        && row.get("country").asString().equals(country)) {
                    return row.get("share").asDouble();
                }
            }
            return 0;
        }

        double[] range(String stage, String country) {
            for (JsonNode row : json.get("share_ranges")) {
                if (row.get("stage").asString().equals(stage)
                        && row.get("country").asString().equals(country)) {
                    return new double[] {
                        row.get("low").asDouble(), row.get("high").asDouble()
                    };
                }
            }
            throw new AssertionError("no range of " + stage + " " + country + " in " + json.get("share_ranges"));
        }

        String determined() {
            return json.get("determined").get(0).get("status").asString();
        }

        List<String> ways() {
            List<String> ways = new ArrayList<>();
            StringBuilder links = new StringBuilder();
            for (int k = 0; k < json.get("ways").size(); k++) {
                JsonNode link = json.get("ways").get(k);
                links.append(link.get("stage").asString())
                        .append(' ')
                        .append(link.get("country").asString())
                        .append(" > ");
                JsonNode next = json.get("ways").get(k + 1);
                if (next == null || next.get("link").asInt() == 1) {
                    ways.add(links.append(Math.round(link.get("share").asDouble() * 1e9) / 1e9)
                            .toString());
                    links.setLength(0);
                }
            }
            return ways;
        }
    }
}
