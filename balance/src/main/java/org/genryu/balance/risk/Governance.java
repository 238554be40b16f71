package org.genryu.balance.risk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// How well is a country governed, by whom and in which edition?
///
/// Built in: the World Bank's Worldwide Governance Indicators of 2021 (2022 update), four of the six estimates. The
/// edition stands with every score, since the 2025 update recalculated the whole history.
///
/// @param scores by `country/indicator`
public record Governance(Map<String, Score> scores) {
    /// The estimates that are there: political stability, government effectiveness, regulatory quality, rule of
    /// law.
    public static final List<String> ESTIMATES = List.of("pv", "ge", "rq", "rl");

    /// @param value -2.5 (worst) .. 2.5 (best)
    /// @param edition of the publication
    /// @param year that the score is about
    public record Score(double value, String edition, int year) {}

    public Governance {
        scores = Map.copyOf(scores);
    }

    /// The table that comes with the program.
    public static Governance builtIn() {
        try (InputStream in = Objects.requireNonNull(
                        Governance.class.getResourceAsStream("governance.csv"), "governance.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return of(lines.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Governance of(Stream<String> lines) {
        Map<String, Score> scores = new LinkedHashMap<>();
        lines.filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(","))
                .forEach(cell -> scores.put(
                        cell[0] + "/" + cell[1],
                        new Score(Double.parseDouble(cell[2]), cell[3], Integer.parseInt(cell[4]))));
        return new Governance(scores);
    }

    public Optional<Score> score(String country, String indicator) {
        return Optional.ofNullable(scores.get(country + "/" + indicator));
    }

    /// Mean of the estimates that the table has for the country. The EU's method takes the mean of all six; the
    /// built-in table has four (voice and control of corruption are missing), which is said wherever the mean is
    /// shown.
    public Optional<Double> mean(String country) {
        List<Double> known = ESTIMATES.stream()
                .flatMap(indicator -> score(country, indicator).stream())
                .map(Score::value)
                .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.stream().mapToDouble(x -> x).average().orElseThrow());
    }

    /// With the scores of another table in place of those of the same country and indicator.
    public Governance with(Map<String, Score> own) {
        Map<String, Score> all = new LinkedHashMap<>(scores);
        all.putAll(own);
        return new Governance(all);
    }

    /// Editions and years in use, such as `2022 (2021)`.
    public String edition() {
        return String.join(
                ", ",
                scores.values().stream()
                        .map(score -> "%s (%s)".formatted(score.edition(), score.year()))
                        .distinct()
                        .sorted()
                        .toList());
    }
}
