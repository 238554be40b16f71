package org.genryu.share.game;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.name.NearestNames;
import org.genryu.core.number.Numeral;
import org.genryu.core.number.ReadText;

/// A game out of a table: the columns `coalition` (names joined by `+`, in any order) and `value`, or
/// `cost`, which makes it a cost game. Lines that begin with `#` are remarks; separated by commas,
/// semicolons or tabs.
///
/// The players are the names of the largest coalition, in its order, so that the order of rows is of no
/// matter. A player without a row of its own has 0 alone; another coalition without a row has what its
/// parts have that have one. Both are told.
///
/// @param game of worths; of costs where `costs` holds
/// @param costs whether the values are costs
/// @param missing coalitions without a row
public record GameFile(CoalitionGame game, boolean costs, List<Integer> missing) {
    private static final int NAMED = 5;
    private static final int LARGEST_TEXT = 200_000_000;

    public GameFile {
        missing = List.copyOf(missing);
    }

    /// @param file its name, for findings
    public static Outcome<GameFile> read(String file, String text) {
        return new Reading(file).of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private record Row(Set<String> names, double value, int line) {}

    /// One reading.
    private static final class Reading {
        private final String file;
        private final List<Finding> findings = new ArrayList<>();
        private boolean costs;

        Reading(String file) {
            this.file = file;
        }

        Outcome<GameFile> of(String text) {
            List<CsvRecord> records = records(text);
            if (!findings.isEmpty()) {
                return Outcome.failed(findings);
            }
            if (records.isEmpty()) {
                return failed(
                        0,
                        "",
                        "it has no rows.",
                        "行がありません。",
                        "the columns `coalition,value` and one row a coalition are meant.",
                        "列 `coalition,value` と提携ごとの行を書いてください。");
            }
            List<String> heads =
                    records.getFirst().getFields().stream().map(Reading::head).toList();
            int coalition = heads.indexOf("coalition");
            int value = heads.indexOf("value");
            costs = value < 0 && heads.indexOf("cost") >= 0;
            value = costs ? heads.indexOf("cost") : value;
            if (coalition < 0 || value < 0) {
                return failed(
                        (int) records.getFirst().getStartingLineNumber(),
                        "",
                        "its columns are '%s'; there must be `coalition` and `value`."
                                .formatted(ReadText.quotable(String.join(",", heads))),
                        "列が「%s」です。`coalition` と `value` が必要です。".formatted(ReadText.quotable(String.join(",", heads))),
                        "the first line should read `coalition,value`.",
                        "先頭行を `coalition,value` としてください。");
            }
            List<Row> rows = new ArrayList<>();
            for (CsvRecord record : records.subList(1, records.size())) {
                row(record, coalition, value).ifPresent(rows::add);
            }
            return rows.isEmpty() && !findings.isEmpty() ? Outcome.failed(findings) : game(rows);
        }

        private static String head(String cell) {
            return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        }

        private List<CsvRecord> records(String text) {
            String first = text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .findFirst()
                    .orElse("");
            char separator =
                    first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
            try (CsvReader<CsvRecord> reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .commentStrategy(CommentStrategy.SKIP)
                    .maxBufferSize(LARGEST_TEXT)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)) {
                return reader.stream()
                        .filter(record -> record.getFields().stream().anyMatch(cell -> !cell.isBlank()))
                        .toList();
            } catch (CsvParseException | UncheckedIOException | IOException _) {
                error(
                        0,
                        "",
                        "it cannot be read as a table; maybe a quotation mark is not closed.",
                        "表として読めません。引用符が閉じていない可能性があります。");
                return List.of();
            }
        }

        private Optional<Row> row(CsvRecord record, int coalition, int value) {
            int line = (int) record.getStartingLineNumber();
            if (record.getFieldCount() <= Math.max(coalition, value)) {
                error(
                        line,
                        "",
                        "the row has %s cells; it must have one for each column.".formatted(record.getFieldCount()),
                        "セルが%s個しかありません。列の数だけ必要です。".formatted(record.getFieldCount()));
                return Optional.empty();
            }
            String named = Normalizer.normalize(record.getField(coalition), Normalizer.Form.NFKC)
                    .strip();
            List<String> list =
                    Arrays.stream(named.split("\\+", -1)).map(String::strip).toList();
            Set<String> names = new LinkedHashSet<>(list);
            boolean nobody = named.isEmpty() || named.equals("∅") || named.equals("-");
            if (!nobody && (names.contains("") || names.size() < list.size())) {
                error(
                        line,
                        "coalition",
                        "the coalition is '%s'; it must be names joined by `+`, each once."
                                .formatted(ReadText.quotable(named)),
                        "提携が「%s」です。名前を `+` でつなぎ、同じ名前は一度だけ書いてください。".formatted(ReadText.quotable(named)));
                return Optional.empty();
            }
            String cell = record.getField(value).strip();
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            ReadText<Double> number = number(cell);
            if (number instanceof ReadText.Refused<Double> refused) {
                findings.add(refused.at(new Place(file, line, costs ? "cost" : "value"), thing(named), cell));
                // It still has its row, so that the others are told what else is wrong.
                return nobody ? Optional.empty() : Optional.of(new Row(names, 0, line));
            }
            double amount = number.found().orElseThrow();
            if (nobody && amount != 0) {
                error(
                        line,
                        costs ? "cost" : "value",
                        "nobody is worth %s; it must be 0.".formatted(cell),
                        "誰もいない提携の値が%sです。0でなければなりません。".formatted(cell));
                return Optional.empty();
            }
            return nobody ? Optional.empty() : Optional.of(new Row(names, amount, line));
        }

        private static ReadText<Double> number(String cell) {
            return Numeral.tidy(cell)
                    .then(tidy -> Numeral.at(tidy, 0).then(found -> {
                        double amount = found.value().doubleValue();
                        return found.end() == tidy.length() && Math.abs(amount) < 1e300
                                ? ReadText.of(amount)
                                : ReadText.<Double>refuse(new Text(
                                        "it must be one finite number without a unit.", "単位のない有限の数を一つ書いてください。"));
                    }));
        }

        private Outcome<GameFile> game(List<Row> rows) {
            if (rows.isEmpty()) {
                return failed(
                        0,
                        "",
                        "no row has a value.",
                        "値のある行がありません。",
                        "one row a coalition, such as `JP+US,180`, is meant.",
                        "`JP+US,180` のように提携ごとに一行書いてください。");
            }
            Row largest = rows.getFirst();
            for (Row row : rows) {
                largest = row.names().size() > largest.names().size() ? row : largest;
            }
            List<String> players = List.copyOf(largest.names());
            if (players.size() > CoalitionGame.MOST) {
                return failed(
                        largest.line(),
                        "coalition",
                        "it has %s players; a table must have %s or fewer."
                                .formatted(players.size(), CoalitionGame.MOST),
                        "プレイヤーが%s人です。表では%s人以下でなければなりません。".formatted(players.size(), CoalitionGame.MOST),
                        "partners that always act together should be one player.",
                        "常に一緒に動く当事者は一人にまとめてください。");
            }
            Map<Integer, Row> given = new LinkedHashMap<>();
            for (Row row : rows) {
                coalition(row, players).ifPresent(s -> {
                    Row before = given.putIfAbsent(s, row);
                    if (before != null) {
                        error(
                                row.line(),
                                "coalition",
                                "'%s' stands in line %s already; a coalition must have one row."
                                        .formatted(String.join("+", row.names()), before.line()),
                                "「%s」は%s行目にもあります。一つの提携は一行でなければなりません。"
                                        .formatted(String.join("+", row.names()), before.line()));
                    }
                });
            }
            return findings.stream().anyMatch(one -> one.severity() == Severity.ERROR)
                    ? Outcome.failed(findings)
                    : filled(players, given);
        }

        private Optional<Integer> coalition(Row row, List<String> players) {
            int coalition = 0;
            for (String name : row.names()) {
                int at = players.indexOf(name);
                if (at < 0) {
                    findings.add(new Finding(
                            Severity.ERROR,
                            new Place(file, row.line(), "coalition"),
                            thing(String.join("+", row.names())),
                            new Text(
                                    "'%s' is not in the largest coalition; every player must be."
                                            .formatted(ReadText.quotable(name)),
                                    "「%s」が最大の提携にいません。全プレイヤーが入っていなければなりません。".formatted(ReadText.quotable(name))),
                            NearestNames.cure(name, players)));
                    return Optional.empty();
                }
                coalition |= 1 << at;
            }
            return Optional.of(coalition);
        }

        private Outcome<GameFile> filled(List<String> players, Map<Integer, Row> given) {
            int all = (1 << players.size()) - 1;
            double[] worth = new double[all + 1];
            List<Integer> missing = new ArrayList<>();
            for (int s = 1; s <= all; s++) {
                Row row = given.get(s);
                if (row != null) {
                    worth[s] = row.value();
                } else {
                    missing.add(s);
                    worth[s] = Integer.bitCount(s) == 1 ? 0 : inParts(worth, s);
                }
            }
            CoalitionGame game = new CoalitionGame(players, worth);
            if (!missing.isEmpty()) {
                String named = missing.stream().limit(NAMED).map(game::name).collect(Collectors.joining(", "))
                        + (missing.size() > NAMED ? ", …" : "");
                findings.add(Finding.warning(
                        Place.of(file),
                        new Text("Game", "ゲーム"),
                        new Text(
                                "%s of %s coalitions have no value (%s); a single player is taken as 0, others as what their parts have."
                                        .formatted(missing.size(), all, named),
                                "%s件中%s件の提携に値がありません（%s）。一人の提携は0、それ以外は部分提携の値の合計とみなします。"
                                        .formatted(all, missing.size(), named)),
                        new Text("their rows were left out.", "行が抜けていないか確認してください。")));
            }
            return Outcome.of(new GameFile(game, costs, missing), findings);
        }

        /// The best (for costs the cheapest) that two parts have.
        private double inParts(double[] worth, int s) {
            int lowest = s & -s;
            int rest = s ^ lowest;
            double best = worth[lowest] + worth[rest];
            for (int t = (rest - 1) & rest; t > 0; t = (t - 1) & rest) {
                double parts = worth[t | lowest] + worth[rest ^ t];
                best = costs ? Math.min(best, parts) : Math.max(best, parts);
            }
            return best;
        }

        private static Text thing(String coalition) {
            String shown = ReadText.quotable(coalition);
            return new Text("Coalition '" + shown + "'", "提携「" + shown + "」");
        }

        private void error(int line, String column, String en, String ja) {
            findings.add(Finding.error(new Place(file, line, column), new Text("Game", "ゲーム"), new Text(en, ja)));
        }

        private Outcome<GameFile> failed(int line, String column, String en, String ja, String cureEn, String cureJa) {
            findings.add(Finding.error(
                    new Place(file, line, column),
                    new Text("Game", "ゲーム"),
                    new Text(en, ja),
                    new Text(cureEn, cureJa)));
            return Outcome.failed(findings);
        }
    }
}
