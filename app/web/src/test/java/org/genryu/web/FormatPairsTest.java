package org.genryu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.genryu.core.Lang;
import org.genryu.core.number.NumberText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The formatter of the browser writes what that of the server writes, letter for letter. Rung: identity.
class FormatPairsTest {
    private static final double[] EDGES = {
        0,
        1,
        9.995,
        99.995,
        999.95,
        999.949,
        9_999,
        9_999.5,
        9_999_4999.0,
        99_990_000,
        99_999_999,
        1e8,
        99_994_999,
        99_999_499_999.0,
        999_999_999_999.0,
        1e12,
        9_999_999_999_999_998.0,
        1e16,
        1e17,
        1.5e20,
        999_949.9,
        999_950,
        433_333_333,
        3.6e12,
        5.2e9,
        1_500,
        15_000,
        0.053,
        0.00035,
        0.0009994,
        0.00099951,
        1e-7,
        1.2345e-7,
        0.1,
        0.05,
        0.0005,
        2.675,
        1.005,
        0.5,
        1e15,
        1e21,
        123456.785,
        0.2945
    };
    private static final String[] UNITS = {"t", "t/yr", "kg", "1"};
    private static final String[] CURRENCIES = {"JPY", "USD", "EUR", "CNY", "CHF"};

    @TempDir
    Path folder;

    private static List<Double> values() {
        List<Double> values = new ArrayList<>();
        for (double edge : EDGES) {
            values.add(edge);
            values.add(-edge);
            values.add(Math.nextUp(edge));
            values.add(Math.nextDown(edge));
        }
        SplittableRandom random = new SplittableRandom(4_000);
        for (int i = 0; i < 400; i++) {
            double size = Math.pow(10, random.nextDouble(-8, 18));
            values.add((random.nextBoolean() ? 1 : -1) * size);
            values.add((double) Math.round(size));
        }
        // Java writes the smallest number of all with a digit more than it needs
        values.removeIf(value -> value != 0 && Math.abs(value) < Double.MIN_NORMAL);
        return values;
    }

    /// What is asked, and what the server writes: kind, value, unit, language, text.
    private static List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        int turn = 0;
        for (double value : values()) {
            String exact = Double.toString(value);
            turn++;
            pairs.add(String.join("\t", "number", exact, "", "en", NumberText.number(value)));
            pairs.add(String.join("\t", "percent", exact, "", "en", NumberText.percent(value)));
            for (Lang lang : Lang.values()) {
                String word = lang.name().toLowerCase(Locale.ROOT);
                String currency = CURRENCIES[turn % CURRENCIES.length];
                String unit = UNITS[turn % UNITS.length];
                pairs.add(String.join("\t", "money", exact, currency, word, NumberText.money(value, currency, lang)));
                pairs.add(String.join("\t", "amount", exact, unit, word, NumberText.amount(value, unit, lang)));
            }
        }
        return pairs;
    }

    @Test
    void serverAndBrowserMustWriteTheSameOfEveryNumber() throws Exception {
        List<String> pairs = pairs();
        assertThat(pairs.size()).isGreaterThan(4_000);
        Path asked = folder.resolve("pairs.tsv");
        Files.write(asked, pairs, StandardCharsets.UTF_8);
        Path script = folder.resolve("pairs.js");
        Files.writeString(script, """
                const format = require(process.argv[2]);
                const lines = require("fs").readFileSync(process.argv[3], "utf8").split(/\\r?\\n/).filter((line) => line);
                let other = 0;
                for (const line of lines) {
                  const [kind, value, unit, lang, text] = line.split("\\t");
                  const ours = kind === "money" ? format.money(Number(value), unit, lang)
                    : kind === "amount" ? format.amount(Number(value), unit, lang) : format[kind](Number(value));
                  if (ours !== text) {
                    other += 1;
                    console.log(line + " <> " + ours);
                  }
                }
                console.log(lines.length + " pairs, " + other + " differ");
                """);
        Path format = folder.resolve("format.js");
        try (var in = FormatPairsTest.class.getResourceAsStream("script/format.js")) {
            assertThat(in).isNotNull();
            Files.write(format, in.readAllBytes());
        }
        String said = node(script, format, asked);
        assertThat(said.strip()).isEqualTo(pairs.size() + " pairs, 0 differ");
    }

    private static String node(Path... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        for (Path word : words) {
            command.add(word.toString());
        }
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            assumeThat(missing).as("node is not on this machine").isNull();
            throw missing;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
