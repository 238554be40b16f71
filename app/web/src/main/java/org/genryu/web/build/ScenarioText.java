package org.genryu.web.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The text of a scenario, changed line by line, so that its comments stay.
record ScenarioText(List<String> lines) {
    private static final Pattern KEY = Pattern.compile("([a-z_]+):(?:\\s+(.*))?");
    private static final Pattern ITEM = Pattern.compile("\\s*- .*");
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.+%/:-]*( [\\p{L}\\p{N}_.+%/-]+)*|-?[0-9.]+( ?%)?");
    private static final Pattern TITLE =
            Pattern.compile("\\b(en|ja):\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[^,}]*)");

    /// One event or measure with the comments above it.
    ///
    /// @param section `events` or `measures`
    /// @param first line of its comments, or its own; 1 is the first line of the text
    /// @param line on which it stands
    /// @param last line of it
    record Item(String section, int first, int line, int last, List<String> comments) {}

    ScenarioText {
        lines = List.copyOf(lines);
    }

    static ScenarioText of(String text) {
        return new ScenarioText(
                text.replace("\r\n", "\n").stripTrailing().lines().toList());
    }

    static ScenarioText fresh(String id, String start) {
        return of("id: " + id + "\ntitle: {en: \"New scenario\", ja: \"新しいシナリオ\"}\nstart: " + start
                + "\nmonths: 24\nforesight: 3\nevents: []\nmeasures: []\n");
    }

    String text() {
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /// What is written behind a key at the left edge; empty if it is not there.
    String value(String key) {
        for (String line : lines) {
            Matcher found = KEY.matcher(line);
            if (found.matches() && found.group(1).equals(key)) {
                return found.group(2) == null
                        ? ""
                        : plain(found.group(2).replaceFirst("\\s#.*$", "").strip());
            }
        }
        return "";
    }

    /// The title in one language.
    String title(String lang) {
        String written = value("title");
        Matcher found = TITLE.matcher(written);
        while (found.find()) {
            if (found.group(1).equals(lang)) {
                return plain(found.group(2).strip());
            }
        }
        return written.startsWith("{") ? "" : written;
    }

    ScenarioText with(String key, String value) {
        List<String> other = new ArrayList<>(lines);
        for (int i = 0; i < other.size(); i++) {
            Matcher found = KEY.matcher(other.get(i));
            if (found.matches() && found.group(1).equals(key)) {
                other.set(i, key + ": " + value);
                return new ScenarioText(other);
            }
        }
        other.addFirst(key + ": " + value);
        return new ScenarioText(other);
    }

    ScenarioText titled(String en, String ja) {
        return with("title", "{en: " + quoted(en) + ", ja: " + quoted(ja) + "}");
    }

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        String section = "";
        List<String> comments = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                section = key.group(1);
                comments.clear();
                first = 0;
            } else if (line.strip().startsWith("#")) {
                first = comments.isEmpty() ? i + 1 : first;
                comments.add(line.strip().substring(1).strip());
            } else if (isAction(section) && ITEM.matcher(line).matches()) {
                items.add(new Item(section, comments.isEmpty() ? i + 1 : first, i + 1, end(i), List.copyOf(comments)));
                comments.clear();
            }
        }
        return items;
    }

    private static boolean isAction(String section) {
        return section.equals("events") || section.equals("measures");
    }

    /// The last line of the item that begins on a line.
    private int end(int from) {
        int depth = indent(lines.get(from));
        int last = from;
        for (int i = from + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.strip().startsWith("#") || indent(line) <= depth) {
                break;
            }
            last = i;
        }
        return last + 1;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /// The same without the item that stands on the line.
    ScenarioText without(int line) {
        List<String> other = new ArrayList<>(lines);
        for (Item item : items()) {
            if (item.line() == line) {
                other.subList(item.first() - 1, item.last()).clear();
                boolean left = items().stream()
                                .filter(one -> one.section().equals(item.section()))
                                .count()
                        > 1;
                return left ? new ScenarioText(other) : new ScenarioText(other).with(item.section(), "[]");
            }
        }
        return this;
    }

    /// The same with more lines at the end of a section.
    ScenarioText plus(String section, List<String> added) {
        List<String> other = new ArrayList<>(lines);
        List<Item> there =
                items().stream().filter(item -> item.section().equals(section)).toList();
        if (!there.isEmpty()) {
            other.addAll(there.getLast().last(), added);
            return new ScenarioText(other);
        }
        for (int i = 0; i < other.size(); i++) {
            Matcher key = KEY.matcher(other.get(i));
            if (key.matches() && key.group(1).equals(section)) {
                other.set(i, section + ":");
                other.addAll(i + 1, added);
                return new ScenarioText(other);
            }
        }
        other.add(section + ":");
        other.addAll(added);
        return new ScenarioText(other);
    }

    /// One action as a line.
    static String line(String shape, Map<String, List<String>> keys) {
        return "  - " + shape + ": {"
                + keys.entrySet().stream()
                        .map(key -> key.getKey() + ": " + words(key.getValue()))
                        .collect(Collectors.joining(", "))
                + "}";
    }

    private static String words(List<String> words) {
        return words.size() == 1
                ? word(words.getFirst())
                : words.stream().map(ScenarioText::word).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String word(String word) {
        return PLAIN.matcher(word).matches() && !word.endsWith(":") ? word : quoted(word);
    }

    /// A text between quotes, in one line.
    static String quoted(String text) {
        return "\""
                + text.replaceAll("[\\s\\p{Cntrl}]+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String plain(String written) {
        if (written.length() >= 2 && written.startsWith("\"") && written.endsWith("\"")) {
            return written.substring(1, written.length() - 1)
                    .replace("\\\"", "\"")
                    .replace("\\\\", "\\");
        }
        if (written.length() >= 2 && written.startsWith("'") && written.endsWith("'")) {
            return written.substring(1, written.length() - 1).replace("''", "'");
        }
        return written;
    }
}
