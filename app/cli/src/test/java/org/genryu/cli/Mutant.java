package org.genryu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Spoils a text as people and broken programs do, always in the same way for the same seed.
final class Mutant {
    /// What stands in cells and values that something is wrong with.
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "　",
            "0",
            "-0",
            "-1",
            "1",
            "0.5",
            "2",
            "1e15",
            "1e18",
            "1e29",
            "1e30",
            "1e308",
            "-1e308",
            "1e400",
            "1e-9",
            "1e-300",
            "-1e-300",
            "4.9e-324",
            "9223372036854775807",
            "99999999999",
            "NaN",
            "Infinity",
            "∞",
            "1/0",
            "unlimited",
            "never",
            "0..0",
            "1..0",
            "80..120",
            "0..1e308",
            "100 ±15",
            "100 ±1e300",
            "triangular(1,2,3)",
            "lognormal(100, 9)",
            "lognormal(1, 0.3)",
            "35 %",
            "-35 %",
            "350 t/d",
            "110 USD/kg",
            "5500億ドル",
            "300 MUSD",
            "1 GWh",
            "１２３",
            "=1+1",
            "@x",
            "+1",
            "*",
            "~",
            "group:rock",
            "group:x",
            "ore",
            "metal",
            "mine",
            "town",
            "pit",
            "x",
            "X y",
            "JP",
            "CN",
            "ZZ",
            "2025",
            "2026",
            "2027",
            "0000",
            "9999",
            "99999",
            "2026-13",
            "2026-Q3",
            "2026-01",
            "yes",
            "no",
            "set",
            "multiply",
            "fixed",
            "lognormal",
            "weibull",
            "isoelastic",
            "candidate",
            "closed",
            "place=*",
            "place.country=CN & commodity.group=rock",
            "\"",
            "'",
            "a\"b",
            "#",
            "\u0000",
            "\uFEFF",
            "\uD83D",
            "\u202E",
            "\u001B[2J",
            "[",
            "]",
            "{",
            "}",
            "[]",
            "{}",
            "[[]]",
            "- x",
            "a: b",
            "&a [*a]",
            "!!int x",
            "flat",
            "mean-reverting",
            "schwartz-smith",
            "two-factor",
            "table",
            "level",
            "bullet",
            "sculpted",
            "cost",
            "delay",
            "senior",
            "oxide");

    private final SplittableRandom random;

    Mutant(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// A table with cells, heads, rows or characters spoilt.
    String table(String csv) {
        String text = csv;
        for (int times = 1 + below(3); times > 0; times--) {
            text = switch (below(10)) {
                case 0 -> head(text);
                case 1, 2 -> rows(text);
                case 3 -> characters(text);
                default -> cell(text);
            };
        }
        return text;
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(List.of(text.split("\n", -1)));
    }

    private String cell(String csv) {
        List<String> lines = lines(csv);
        int at = lines.size() < 2 ? 0 : 1 + below(lines.size() - 1);
        List<String> cells = new ArrayList<>(List.of(lines.get(at).split(",", -1)));
        cells.set(below(cells.size()), below(6) == 0 ? one(cells) : one(NASTY));
        lines.set(at, String.join(",", cells));
        return String.join("\n", lines);
    }

    private String head(String csv) {
        List<String> lines = lines(csv);
        List<String> cells = new ArrayList<>(List.of(lines.getFirst().split(",", -1)));
        int at = below(cells.size());
        switch (below(4)) {
            case 0 -> cells.remove(at);
            case 1 -> cells.add(at, one(cells));
            case 2 -> cells.set(at, one(cells));
            default -> cells.set(at, one(NASTY));
        }
        lines.set(0, String.join(",", cells));
        return String.join("\n", lines);
    }

    private String rows(String csv) {
        List<String> lines = lines(csv);
        int at = below(lines.size());
        switch (below(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, one(lines));
            case 2 -> lines.set(at, one(lines));
            case 3 -> lines.add(at, ",".repeat(below(20)));
            case 4 -> lines.set(at, lines.get(at) + "," + one(NASTY));
            default ->
                lines.set(at, lines.get(at).substring(0, below(lines.get(at).length() + 1)));
        }
        return String.join("\n", lines);
    }

    /// Some characters changed, left out, doubled or cut off.
    private String characters(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int times = 1 + below(4); times > 0 && !out.isEmpty(); times--) {
            int at = below(out.length());
            switch (below(5)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.setCharAt(at, (char) below(256));
                case 2 -> out.insert(at, out.charAt(at));
                case 3 -> out.insert(at, one(NASTY));
                default -> out.setLength(below(8) == 0 ? at : out.length());
            }
        }
        return out.toString();
    }

    /// YAML with values, keys, lines or characters spoilt.
    String yaml(String yaml) {
        String text = yaml;
        for (int times = 1 + below(3); times > 0; times--) {
            text = switch (below(8)) {
                case 0 -> rows(text);
                case 1 -> characters(text);
                default -> value(text);
            };
        }
        return text;
    }

    /// One word between colons, commas and brackets.
    private String value(String yaml) {
        int at = below(Math.max(1, yaml.length()));
        int start = at;
        while (start > 0 && ":,[{\n".indexOf(yaml.charAt(start - 1)) < 0) {
            start--;
        }
        int end = Math.min(at, yaml.length());
        while (end < yaml.length() && ":,]}\n".indexOf(yaml.charAt(end)) < 0) {
            end++;
        }
        return yaml.substring(0, start) + " " + one(NASTY) + yaml.substring(end);
    }

    byte[] bytes(byte[] from) {
        byte[] bytes = from.clone();
        for (int times = 1 + below(8); times > 0; times--) {
            bytes[below(bytes.length)] = (byte) below(256);
        }
        return below(4) == 0 ? java.util.Arrays.copyOf(bytes, below(bytes.length)) : bytes;
    }

    /// A part of a workbook: an attribute, a text between tags, or characters.
    String xml(String part) {
        if (below(3) == 0) {
            return characters(part);
        }
        int at = below(Math.max(1, part.length()));
        int start = Math.max(part.lastIndexOf('>', at), part.lastIndexOf('"', at)) + 1;
        int next = part.indexOf('<', start);
        int quote = part.indexOf('"', start);
        int end = next < 0 ? part.length() : quote < 0 ? next : Math.min(next, quote);
        return part.substring(0, Math.min(start, end)) + one(NASTY) + part.substring(end);
    }
}
