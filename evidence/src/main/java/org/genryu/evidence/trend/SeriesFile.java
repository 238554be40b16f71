package org.genryu.evidence.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.Literal;

/// A series out of a CSV file: `time` with optional `count` and `total`, or an export of Google Trends
/// (two lines of head, then `Week,レアアース: (日本)`), of GDELT (`Date,Series,Value`) or of page views
/// (`Date,レアアース`). Values of different kinds are never mixed: the kind is told.
///
/// @param kind `counts`, `google-trends` (0–100 of a sample), `gdelt` (share of coverage) or `views`
/// @param times as they are written
/// @param totals empty where the file has none
/// @param pulled on which day it was fetched, where a line `# pulled 2026-06-01` says so
/// @param counted whether it has a column of counts; else each line is one report
public record SeriesFile(
        String kind,
        List<String> times,
        double[] counts,
        Optional<double[]> totals,
        Optional<String> pulled,
        boolean counted) {
    private static final Pattern PULLED =
            Pattern.compile("(?im)^\\s*#\\s*(?:pulled|取得日?)\\s*[:： ]\\s*(\\d{4}-\\d{2}-\\d{2})");
    /// The head of a file stands in so many lines.
    private static final int HEAD = 6;
    private static final Text THING = new Text("Series", "系列");

    public SeriesFile {
        times = List.copyOf(times);
    }

    /// Whether the first lines look like such a file.
    public static boolean isOne(String text) {
        return head(text.lines().limit(HEAD).toList()) >= 0;
    }

    private static int head(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i)
                    .replace("\uFEFF", "")
                    .toLowerCase(Locale.ROOT)
                    .matches("\"?(time|date|day|week|month|日|週|月|日付)\"?(,.*)?")) {
                return i;
            }
        }
        return -1;
    }

    public static Outcome<SeriesFile> read(String file, String text) {
        List<String> lines = text.replace("\r", "").lines().toList();
        int head = head(lines.subList(0, Math.min(HEAD, lines.size())));
        if (head < 0) {
            return Outcome.failed(List.of(Finding.error(
                    new Finding.Place(file, 1, ""), THING, new Text("it has no column `time`.", "time 列がありません。"))));
        }
        List<String> names = cells(lines.get(head).replace("\uFEFF", ""));
        boolean titled = lines.subList(0, head).stream()
                .anyMatch(line -> !line.isBlank() && !line.strip().startsWith("#"));
        boolean counted = names.getFirst().equals("time") || names.contains("count");
        String kind = names.contains("series") && names.contains("value")
                ? "gdelt"
                : counted
                        ? "counts"
                        : titled || names.stream().anyMatch(name -> name.contains(": (")) ? "google-trends" : "views";
        int count = kind.equals("gdelt") ? names.indexOf("value") : kind.equals("counts") ? names.indexOf("count") : 1;
        int total = kind.equals("counts") ? names.indexOf("total") : -1;
        List<Finding> findings = new ArrayList<>();
        List<String> times = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        for (int i = head + 1; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
                continue;
            }
            times.add(cells.getFirst());
            counts.add(count < 0 ? 1 : number(file, i + 1, cells, count, names, findings));
            if (total >= 0) {
                totals.add(number(file, i + 1, cells, total, names, findings));
            }
        }
        return new Outcome<>(
                Optional.of(new SeriesFile(
                        kind,
                        times,
                        array(counts),
                        total < 0 ? Optional.empty() : Optional.of(array(totals)),
                        pulled(text),
                        count >= 0)),
                findings);
    }

    private static Optional<String> pulled(String text) {
        Matcher said = PULLED.matcher(text);
        return said.find() ? Optional.of(said.group(1)) : Optional.empty();
    }

    private static double number(
            String file, int line, List<String> cells, int column, List<String> names, List<Finding> findings) {
        String cell = column < cells.size() ? cells.get(column) : "";
        OptionalDouble value = cell.equals("<1") ? OptionalDouble.of(0) : Literal.plain(cell.replace(",", ""));
        if (value.isEmpty() || value.getAsDouble() < 0) {
            findings.add(Finding.error(
                    new Finding.Place(file, line, names.get(column)),
                    THING,
                    new Text("'" + cell + "' is no number of 0 or more.", "「" + cell + "」は 0 以上の数ではありません。")));
            return 0;
        }
        return value.getAsDouble();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            String bare = cell.strip();
            cells.add((bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                            ? bare.substring(1, bare.length() - 1)
                            : bare)
                    .toLowerCase(Locale.ROOT));
        }
        return cells;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
