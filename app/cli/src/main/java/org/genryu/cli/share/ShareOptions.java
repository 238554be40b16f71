package org.genryu.cli.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.cli.console.Arguments.Misuse;
import org.genryu.cli.console.CommandCall;
import org.genryu.core.Text;
import org.genryu.core.name.NearestNames;
import org.genryu.share.rule.Division;

/// What was typed about players: weights, blocs, claims.
final class ShareOptions {
    private ShareOptions() {}

    /// `US=1,JP=2`
    static Map<String, Double> numbers(String option, String text) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            String[] sides = part.split("=", -1);
            double value = sides.length == 2 ? number(sides[1]) : Double.NaN;
            if (!(Math.abs(value) < 1e300) || sides[0].isBlank()) {
                throw new Misuse(new Text(
                        "%s is '%s'; it must be names with numbers such as US=1,JP=2.".formatted(option, text),
                        "%s は '%s' です。US=1,JP=2 のように名前と数を書いてください。".formatted(option, text)));
            }
            if (numbers.put(sides[0].strip(), value) != null) {
                throw new Misuse(new Text(
                        "%s names '%s' twice.".formatted(option, sides[0].strip()),
                        "%s に '%s' が二度あります。".formatted(option, sides[0].strip())));
            }
        }
        return numbers;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /// A number from 0.
    static double amount(String option, String text) {
        double amount = number(text.replace(",", ""));
        if (amount >= 0 && amount < 1e300) {
            return amount;
        }
        throw new Misuse(new Text(
                "%s is '%s'; it must be a number, 0 or more.".formatted(option, text),
                "%s は '%s' です。0 以上の数を指定してください。".formatted(option, text)));
    }

    static Division.Options of(CommandCall call, List<String> players) {
        Optional<double[]> weights = call.option("--weights").map(text -> weights(text, players));
        return new Division.Options(weights, blocs(call, players));
    }

    static List<Integer> blocs(CommandCall call, List<String> players) {
        return call.option("--blocs").map(text -> blocs(text, players)).orElse(List.of());
    }

    private static double[] weights(String text, List<String> players) {
        Map<String, Double> given = numbers("--weights", text);
        double[] weights = new double[players.size()];
        given.forEach((name, weight) -> {
            weights[player("--weights", name, players)] = weight;
            if (!(weight > 0)) {
                throw new Misuse(new Text(
                        "--weights: the weight of '%s' is %s; it must be above 0.".formatted(name, weight),
                        "--weights: '%s' の重みが %s です。0 より大きくなければなりません。".formatted(name, weight)));
            }
        });
        List<String> without =
                players.stream().filter(name -> !given.containsKey(name)).toList();
        if (!without.isEmpty()) {
            throw new Misuse(new Text(
                    "--weights has none for %s; every player must have one.".formatted(String.join(", ", without)),
                    "--weights に %s の重みがありません。全プレイヤーに必要です。".formatted(String.join("、", without))));
        }
        return weights;
    }

    /// `JP+US,AU`: who stands in none is a bloc of its own.
    private static List<Integer> blocs(String text, List<String> players) {
        List<Integer> blocs = new ArrayList<>();
        int seen = 0;
        for (String part : text.split(",", -1)) {
            int bloc = 0;
            for (String name :
                    Arrays.stream(part.split("\\+", -1)).map(String::strip).toList()) {
                int bit = 1 << player("--blocs", name, players);
                if ((seen & bit) != 0) {
                    throw new Misuse(new Text(
                            "--blocs: '%s' stands in two blocs; it must stand in one.".formatted(name),
                            "--blocs: '%s' が二つのブロックにあります。一つでなければなりません。".formatted(name)));
                }
                seen |= bit;
                bloc |= bit;
            }
            blocs.add(bloc);
        }
        for (int i = 0; i < players.size(); i++) {
            if ((seen >> i & 1) == 0) {
                blocs.add(1 << i);
            }
        }
        return blocs;
    }

    static int player(String option, String name, List<String> players) {
        int at = players.indexOf(name);
        if (at < 0) {
            Optional<Text> near = NearestNames.cure(name, players);
            String all = String.join(", ", players);
            throw new Misuse(new Text(
                    "%s: '%s' is no player; they are %s.".formatted(option, name, all)
                            + near.map(text -> " Maybe " + text.en()).orElse(""),
                    "%s: '%s' はプレイヤーではありません。プレイヤーは %s です。".formatted(option, name, all)
                            + near.map(text -> " 対処案: " + text.ja()).orElse("")));
        }
        return at;
    }
}
