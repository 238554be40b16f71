package org.genryu.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genryu.core.number.NumberText;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.document.Article;
import org.genryu.evidence.document.DocumentLimits;
import org.genryu.evidence.document.DocumentReader;
import org.genryu.evidence.relation.Relation;
import org.genryu.evidence.time.TimeFrame;
import org.junit.jupiter.api.Test;

/// Judged by hand: everything that is read from five articles of others, which the project may not carry. What was
/// judged is kept as places and values; with `-Ddocuments=DIR` the articles themselves are read again and held
/// against it.
///
/// A claim is right if its amount, unit, subject, measure and date are; `subject`, `date` and `unlinked` name what
/// is wrong, `missed` is what a careful reader found beside it.
class BackgroundDocumentsTest {
    /// Pairs that must stand in a relation: two claims, each as document and measure, or `ref` for a fact.
    private static final List<String> PAIRS = List.of(
            "001 date.event|002 date.event|conflict",
            "003 date.event|002 date.event|not_comparable",
            "000 name.official|entity:jbic|conflict",
            "000 amount.investment|001 amount.investment|agree",
            "003 status.commitment|ref|conflict",
            "003 status.commitment|001 status.commitment|not_comparable",
            "002 length.depth|004 length.depth|agree",
            "002 status.readiness|004 status.readiness|conflict",
            "002 event.export_stop|004 event.export_stop|agree",
            "002 share.refining|ref|agree",
            "000 share.profit|ref|not_comparable",
            "004 amount.production|ref|agree");

    private static List<NamedCsvRecord> judged() throws IOException {
        try (Reader in = new InputStreamReader(
                        BackgroundDocumentsTest.class.getResourceAsStream("/gold/documents.csv"),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            return rows.stream().toList();
        }
    }

    @Test
    void whatIsToldOfTheArticlesMustBeWhatWasJudged() throws IOException {
        Map<String, Long> verdicts =
                judged().stream().collect(Collectors.groupingBy(row -> row.getField("verdict"), Collectors.counting()));
        long all = judged().size();
        long right = verdicts.getOrDefault("right", 0L);
        long missed = verdicts.getOrDefault("missed", 0L);
        String told = String.format(
                Locale.ROOT,
                "| %d | %d | %d | %d | %d | %d | %.2f | %.2f |",
                all - missed,
                right,
                verdicts.getOrDefault("subject", 0L),
                verdicts.getOrDefault("date", 0L),
                verdicts.getOrDefault("unlinked", 0L),
                missed,
                right / (double) (all - missed),
                right / (double) all);
        assertThat(Files.readString(Path.of("..", "docs", "method", "evidence.md")))
                .contains(told);
    }

    /// The twenty claims that were listed before anything was read are all right.
    @Test
    void theListedClaimsMustBeRight() throws IOException {
        List<NamedCsvRecord> listed = judged().stream()
                .filter(row -> !row.getField("listed").isEmpty())
                .toList();
        assertThat(listed).hasSize(20).allMatch(row -> row.getField("verdict").equals("right"));
    }

    @Test
    void theArticlesMustBeReadAsTheyWereJudged() throws IOException {
        String folder = System.getProperty("documents", "");
        assumeThat(folder).as("no articles given").isNotEmpty();
        List<Article> articles = new ArrayList<>();
        DocumentReader reader = new DocumentReader(DocumentLimits.USUAL);
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.sorted().toList()) {
                articles.addAll(reader.read(file).value().orElseThrow());
            }
        }
        Dossier dossier = new EvidenceDesk().read(articles, TimeFrame.undated(LocalDate.of(2026, 6, 1)), List.of());
        assertThat(dossier.claims().stream().map(BackgroundDocumentsTest::shown))
                .containsExactlyInAnyOrderElementsOf(judged().stream()
                        .filter(row -> !row.getField("verdict").equals("missed"))
                        .map(row -> String.join(
                                        " ",
                                        row.getField("document"),
                                        row.getField("start"),
                                        row.getField("measure"),
                                        row.getField("subject"),
                                        row.getField("value"))
                                .strip())
                        .toList());
        Map<String, String> names = dossier.claims().stream()
                .collect(Collectors.toMap(Claim::id, one -> document(one) + " " + one.measure()));
        List<String> found = dossier.relations().stream()
                .flatMap(one -> Stream.of(
                        named(names, one.a()) + "|" + named(names, one.b()) + "|"
                                + one.kind().word(),
                        named(names, one.b()) + "|" + named(names, one.a()) + "|"
                                + one.kind().word()))
                .toList();
        assertThat(found).containsAll(PAIRS);
        assertThat(dossier.relations().stream()
                        .filter(one -> one.kind() == Relation.Kind.CONFLICT)
                        .count())
                .isEqualTo(13);
    }

    private static String named(Map<String, String> names, String id) {
        return names.getOrDefault(id, id.startsWith("ref-") ? "ref" : id);
    }

    private static String document(Claim claim) {
        return Path.of(claim.quote().document()).getFileName().toString().substring(0, 3);
    }

    private static String shown(Claim claim) {
        String value = switch (claim.kind()) {
            case AMOUNT ->
                claim.quantity()
                        .map(q -> q.low().stream()
                                        .mapToObj(NumberText::exact)
                                        .findFirst()
                                        .orElse("") + ".."
                                + q.high().stream()
                                        .mapToObj(NumberText::exact)
                                        .findFirst()
                                        .orElse("")
                                + " " + q.unit())
                        .orElse("");
            case PERIOD ->
                claim.period()
                        .map(p -> p.from().map(LocalDate::toString).orElse("") + ".."
                                + p.to().map(LocalDate::toString).orElse(""))
                        .orElse("");
            case NAME, PLACE, STATUS -> "";
        };
        String subject = claim.subject().startsWith("document:") ? "document" : claim.subject();
        return String.join(
                        " ",
                        document(claim),
                        Integer.toString(claim.quote().stretch().start()),
                        claim.measure(),
                        subject,
                        value.strip())
                .strip();
    }
}
