package org.genryu.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ChangeLog;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.laws.Input;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// Whatever stands in a file, reading ends in findings and never in an exception, and what was read is written and
/// read back alike. Rung: random against the identity.
class FuzzTest {
    private static final List<String> PIECES = List.of(
            "place",
            "mine",
            "ore",
            "*",
            "&",
            "=",
            "!=",
            "place.country=CN",
            "commodity.group",
            ".",
            "group:rock",
            ";",
            ",",
            "\"",
            "\n",
            "\r\n",
            "#",
            "'",
            "-",
            "+",
            "=1+1",
            "@x",
            "1",
            "-1",
            "1e400",
            "NaN",
            "∞",
            "35 %",
            "80..120",
            "100 ±15",
            "triangular(1,2,3)",
            "兆円",
            "5500億ドル",
            "t/d",
            "2027",
            "2027-13",
            "2027-Q3",
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "- ",
            "&a",
            "*a",
            "events",
            "ban",
            "from",
            "~",
            "\t",
            "　",
            "\u0000",
            "\uFEFF",
            "\uD83D",
            "\uD83D\uDE00",
            "series",
            "changes",
            "routes",
            "capacity",
            "multiply");

    private static final List<String> CELLS =
            PIECES.stream().filter(piece -> !piece.contains("\n")).toList();

    private static final List<String> TABLES =
            List.copyOf(CaseSchema.current().tables().keySet());

    private static String soup(Input input) {
        return input.made("text", of -> String.join("", of.list("pieces", 0, 40, each -> each.one("piece", PIECES))));
    }

    private static String rows(Input input) {
        return input.made(
                "rows",
                of -> of
                        .list(
                                "rows",
                                0,
                                6,
                                row -> String.join(",", row.list("row", 7, 7, each -> each.one("cell", CELLS))))
                        .stream()
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void anyTextInATableMustEndInFindings() {
        Law.of(1, 80).holds(input -> {
            String table = input.one("table", TABLES);
            String text = soup(input);
            resolveAnyhow(Small.years().with(table + ".csv", text));
        });
    }

    @Test
    void anyCellsUnderTheRightHeadMustEndInFindings() {
        Law.of(2, 120).holds(input -> {
            String table = input.one("table", TABLES);
            String rows = rows(input);
            List<String> head =
                    new ArrayList<>(CaseSchema.current().get(table).columns().keySet());
            resolveAnyhow(Small.years()
                    .with(table + ".csv", String.join(",", head.subList(0, Math.min(7, head.size()))) + "\n" + rows));
        });
    }

    @Test
    void anyBytesInATableMustEndInFindings() {
        Law.of(3, 60).holds(input -> {
            byte[] bytes = input.bytes("bytes");
            resolveAnyhow(Small.years().with("routes.csv", new String(bytes, StandardCharsets.ISO_8859_1)));
        });
    }

    @Test
    void anyTextInYamlMustEndInFindings() {
        Law.of(4, 80).holds(input -> {
            String text = soup(input);
            resolveAnyhow(Small.years().with("case.yaml", text));
            resolveAnyhow(Small.years().with("scenarios/s.yaml", "events:\n  - " + text));
            resolveAnyhow(Small.years().with("scenarios/s.yaml", "events:\n  - ban: {from: " + text + "}\n"));
        });
    }

    @Test
    void anyConditionMustEndInFindings() {
        Law.of(5, 80).holds(input -> {
            String text = soup(input);
            String quoted = '"' + text.replace("\"", "\"\"") + '"';
            resolveAnyhow(
                    Small.years().with("changes.csv", "table,id,column,value\nprocesses," + quoted + ",capacity,1\n"));
            resolveAnyhow(Small.years()
                    .with("changes.csv", "table,id,column,value\nroutes,commodity=" + quoted + ",cost,1\n"));
        });
    }

    private static void resolveAnyhow(Small small) {
        Outcome<CaseFile> read = small.read();
        assertThat(read.findings()).allSatisfy(f -> assertThat(f.in(Lang.JA)).isNotEmpty());
        read.clean().ifPresent(file -> {
            assertThat(CaseResolver.resolve(file).findings()).isNotNull();
            assertThat(CaseResolver.resolve(file, file.scenario("s")).findings())
                    .isNotNull();
        });
        read.value().ifPresent(FuzzTest::writeAndReadBack);
    }

    private static void writeAndReadBack(CaseFile file) {
        SortedMap<String, String> written = CaseWriter.texts(file);
        CaseFile again = CaseReader.readText(without(written)).value().orElseThrow();
        assertThat(CaseWriter.texts(again)).isEqualTo(written);
    }

    private static SortedMap<String, String> without(SortedMap<String, String> written) {
        SortedMap<String, String> files = new TreeMap<>(written);
        files.remove("datapackage.json");
        return files;
    }

    @Test
    void aPlainNumberMustBeExactlyWhatTheJdkReads() {
        Law.of(6, 3000).holds(input -> {
            String text = decimal(input);
            char[] chars = text.toCharArray();
            assertThat(PlainNumbers.parse(chars, 0, chars.length)).isEqualTo(Double.parseDouble(text));
        });
    }

    private static String decimal(Input input) {
        return input.made("text", of -> {
            String sign = of.one("sign", List.of("", "-", "+"));
            String whole = digits(of);
            String fraction = of.one("fraction", List.of(false, true)) ? "." + digits(of) : "";
            String power = of.one("power", List.of(false, true)) ? "e" + of.whole("exponent", -330, 280) : "";
            return sign + whole + fraction + power;
        });
    }

    private static String digits(Input input) {
        return String.join("", input.list("digits", 1, 20, each -> "" + each.whole("digit", 0, 9)));
    }

    @Test
    void everyDoubleMustComeBackFromItsText() {
        Law.of(7, 1000).holds(input -> {
            double value = input.real("value");
            char[] chars = Double.toString(value).toCharArray();
            assertThat(PlainNumbers.parse(chars, 0, chars.length)).isEqualTo(value);
        });
    }

    /// The order of application, once more in the plainest way.
    @Test
    void changesMustActLikeThePlainLoop() {
        Law.of(8, 150).holds(input -> {
            List<int[]> edits = input.list("edits", 0, 8, each -> new int[] {
                each.whole("from", 0, 2), each.whole("until", 0, 2), each.whole("op", 0, 2), each.whole("value", 0, 9)
            });
            StringBuilder csv = new StringBuilder("table,id,column,from,until,op,value\n");
            double[] expected = {30, 30, 30};
            for (int[] edit : edits) {
                int from = Math.min(edit[0], edit[1]);
                int until = Math.max(edit[0], edit[1]);
                String op = List.of("set", "add", "multiply").get(edit[2]);
                csv.append("demands,motors,amount,%d,%d,%s,%d\n".formatted(2025 + from, 2025 + until, op, edit[3]));
                for (int t = from; t <= until; t++) {
                    expected[t] = switch (edit[2]) {
                        case 0 -> edit[3];
                        case 1 -> expected[t] + edit[3];
                        default -> expected[t] * edit[3];
                    };
                }
            }
            ResolvedCase resolved =
                    Small.years().with("changes.csv", csv.toString()).resolved();
            assertThat(Small.row(resolved.supply().use().demands().amount(), 0, 3))
                    .containsExactly(expected);
            double[] replayed = {30, 30, 30};
            for (ChangeLog.Entry entry : resolved.log()) {
                int t = Integer.parseInt(entry.period()) - 2025;
                assertThat(entry.before()).isEqualTo(replayed[t]);
                replayed[t] = entry.after();
            }
            assertThat(replayed).containsExactly(expected);
        });
    }
}
