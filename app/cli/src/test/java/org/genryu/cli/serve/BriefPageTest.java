package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.genryu.cli.SmallCases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One button makes the two pages, in the language of the page. Rung: identity.
class BriefPageTest {
    private static final Pattern PACKED = Pattern.compile("href=\"(/jobs/\\w+/tables\\.zip)\"");
    private static final int TRIES = 3_000;

    @TempDir
    private Path folder;

    private static String ended(Bench bench, String address) throws InterruptedException {
        for (int t = 0; t < TRIES; t++) {
            String page = bench.get(address).body();
            if (PACKED.matcher(page).find()) {
                return page;
            }
            assertThat(page).doesNotContain("class=\"warn\"");
            Thread.sleep(100);
        }
        throw new AssertionError("no pages");
    }

    private static Map<String, byte[]> parts(byte[] zip) throws Exception {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    @Test
    @Tag("slow") // the pages say how the engine told the past
    void anAnswerMustLeadToItsTwoPagesInTheLanguageOfThePage() throws Exception {
        String town = SmallCases.town()
                .with(
                        "scenarios/stop.yaml",
                        "title: {en: The stop, ja: 供給停止}\nstart: 2027-01\nmonths: 12\nforesight: 0\n"
                                + "events:\n  - ban: {from: CN, start: 2027-01, months: 6}\n")
                .in(folder.resolve("town"));
        try (Bench bench = Bench.open(folder.resolve("home"), town);
                HttpClient client = HttpClient.newHttpClient()) {
            for (String lang : new String[] {"en", "ja"}) {
                String stress = bench.get("/stress?case=town&lang=" + lang + "&scenario=stop")
                        .body();
                Matcher way = Pattern.compile("href=\"(/brief\\?[^\"]*)\"").matcher(stress);
                assertThat(way.find()).isTrue();
                HttpResponse<String> dated = bench.get(way.group(1).replace("&amp;", "&"));
                assertThat(dated.statusCode()).isEqualTo(303);
                String address = dated.headers().firstValue("Location").orElseThrow();
                assertThat(address).contains("date=20");
                String page = ended(bench, address);
                assertThat(page)
                        .contains(lang.equals("ja") ? "供給停止" : "The stop")
                        .contains(lang.equals("ja") ? "答えに戻る" : "Back to the answer");
                Matcher packed = PACKED.matcher(page);
                assertThat(packed.find()).isTrue();
                HttpRequest zip = HttpRequest.newBuilder(URI.create(bench.address() + packed.group(1)))
                        .build();
                Map<String, byte[]> parts =
                        parts(client.send(zip, BodyHandlers.ofByteArray()).body());
                assertThat(parts).containsKeys("brief.html", "brief.pdf", "export.json");
                assertThat(new String(parts.get("brief.html"), StandardCharsets.UTF_8))
                        .contains(lang.equals("ja") ? "供給停止" : "The stop")
                        .contains("lang=\"" + lang + "\"");
                assertThat(new String(parts.get("brief.pdf"), StandardCharsets.ISO_8859_1))
                        .startsWith("%PDF-");
                // the same address is the same job
                assertThat(bench.get(address).body()).contains(packed.group(1));
            }
            assertThat(bench.get("/brief?case=town&date=2026-01-02").statusCode())
                    .isEqualTo(404);
        }
    }
}
