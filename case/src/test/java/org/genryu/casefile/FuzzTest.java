package org.genryu.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;

/// Whatever stands in a file, reading ends in findings and never in an exception, and what was read is written and
/// read back alike. Rung: random against the identity.
class FuzzTest {
    private static final String[] PIECES = {
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
        "multiply"
    };

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> rows() {
        return Arbitraries.of(PIECES)
                .filter(piece -> !piece.contains("\n"))
                .list()
                .ofSize(7)
                .list()
                .ofMaxSize(6)
                .map(rows -> String.join(
                                "\n",
                                rows.stream().map(r -> String.join(",", r)).toList()) + "\n");
    }

    @Provide
    Arbitrary<String> tables() {
        return Arbitraries.of(new ArrayList<>(Schema.current().tables().keySet()));
    }

    @Property(tries = 80, seed = "1")
    void anyTextInATableMustEndInFindings(@ForAll("tables") String table, @ForAll("soup") String text) {
        resolveAnyhow(Small.years().with(table + ".csv", text));
    }

    @Property(tries = 120, seed = "2")
    void anyCellsUnderTheRightHeadMustEndInFindings(@ForAll("tables") String table, @ForAll("rows") String rows) {
        List<String> head =
                new ArrayList<>(Schema.current().get(table).columns().keySet());
        resolveAnyhow(Small.years()
                .with(table + ".csv", String.join(",", head.subList(0, Math.min(7, head.size()))) + "\n" + rows));
    }

    @Property(tries = 60, seed = "3")
    void anyBytesInATableMustEndInFindings(@ForAll byte[] bytes) {
        resolveAnyhow(Small.years().with("routes.csv", new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    @Property(tries = 80, seed = "4")
    void anyTextInYamlMustEndInFindings(@ForAll("soup") String text) {
        resolveAnyhow(Small.years().with("case.yaml", text));
        resolveAnyhow(Small.years().with("scenarios/s.yaml", "events:\n  - " + text));
        resolveAnyhow(Small.years().with("scenarios/s.yaml", "events:\n  - ban: {from: " + text + "}\n"));
    }

    @Property(tries = 80, seed = "5")
    void anyConditionMustEndInFindings(@ForAll("soup") String text) {
        String quoted = '"' + text.replace("\"", "\"\"") + '"';
        resolveAnyhow(
                Small.years().with("changes.csv", "table,id,column,value\nprocesses," + quoted + ",capacity,1\n"));
        resolveAnyhow(
                Small.years().with("changes.csv", "table,id,column,value\nroutes,commodity=" + quoted + ",cost,1\n"));
    }

    private static void resolveAnyhow(Small small) {
        Outcome<CaseFile> read = small.read();
        assertThat(read.findings()).allSatisfy(f -> assertThat(f.in(Lang.JA)).isNotEmpty());
        read.clean().ifPresent(file -> {
            assertThat(Resolver.resolve(file).findings()).isNotNull();
            assertThat(Resolver.resolve(file, file.scenario("s")).findings()).isNotNull();
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

    @Property(tries = 3000, seed = "6")
    void aPlainNumberMustBeExactlyWhatTheJdkReads(@ForAll("decimals") String text) {
        char[] chars = text.toCharArray();
        assertThat(Plain.parse(chars, 0, chars.length)).isEqualTo(Double.parseDouble(text));
    }

    @Provide
    Arbitrary<String> decimals() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20);
        Arbitrary<String> fraction = Arbitraries.oneOf(Arbitraries.just(""), digits.map(d -> "." + d));
        Arbitrary<String> power = Arbitraries.oneOf(
                Arbitraries.just(""), Arbitraries.integers().between(-330, 280).map(e -> "e" + e));
        Arbitrary<String> sign = Arbitraries.of("", "-", "+");
        return net.jqwik.api.Combinators.combine(sign, digits, fraction, power).as((s, d, f, p) -> s + d + f + p);
    }

    @Property(tries = 1000, seed = "7")
    void everyDoubleMustComeBackFromItsText(@ForAll double value) {
        char[] chars = Double.toString(value).toCharArray();
        assertThat(Plain.parse(chars, 0, chars.length)).isEqualTo(value);
    }

    /// The order of application, once more in the plainest way.
    @Property(tries = 150, seed = "8")
    void changesMustActLikeThePlainLoop(@ForAll("edits") List<int[]> edits) {
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
        Resolved resolved = Small.years().with("changes.csv", csv.toString()).resolved();
        assertThat(Small.row(resolved.supply().use().demands().amount(), 0, 3)).containsExactly(expected);
        double[] replayed = {30, 30, 30};
        for (ChangeLog.Entry entry : resolved.log()) {
            int t = Integer.parseInt(entry.period()) - 2025;
            assertThat(entry.before()).isEqualTo(replayed[t]);
            replayed[t] = entry.after();
        }
        assertThat(replayed).containsExactly(expected);
    }

    @Provide
    Arbitrary<List<int[]>> edits() {
        Arbitrary<Integer> period = Arbitraries.integers().between(0, 2);
        return net.jqwik.api.Combinators.combine(
                        period, period, period, Arbitraries.integers().between(0, 9))
                .as((a, b, op, value) -> new int[] {a, b, op, value})
                .list()
                .ofMaxSize(8);
    }
}
