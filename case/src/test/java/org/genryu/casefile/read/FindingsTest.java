package org.genryu.casefile.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.genryu.casefile.Small;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every finding word for word in both languages. `findings.txt` holds, one after the other, what is wrong (files
/// that replace those of the small case) and what must be said about it (lines that begin with the severity). Rung:
/// by hand; the text file is read by a person whenever it changes.
class FindingsTest {
    private static final String FILE = "findings.txt";

    private record Fault(String title, Small given, List<String> said) {}

    private static List<Fault> faults() throws IOException {
        String text;
        try (InputStream in = Objects.requireNonNull(FindingsTest.class.getResourceAsStream(FILE))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Fault> faults = new ArrayList<>();
        for (String section : text.split("(?m)^## ")) {
            if (section.isBlank()) {
                continue;
            }
            List<String> said = section.lines()
                    .filter(line -> line.matches("(ERROR|WARNING|NOTE) .*|    .*"))
                    .toList();
            Small small = Small.years();
            String[] files = section.split("(?m)^@");
            for (int i = 1; i < files.length; i++) {
                int end = files[i].indexOf('\n');
                String body = files[i].substring(end + 1).replaceAll("(?m)^((ERROR|WARNING|NOTE) |    ).*\n", "");
                small = small.with(files[i].substring(0, end), body);
            }
            faults.add(new Fault(section.lines().findFirst().orElseThrow(), small, said));
        }
        return faults;
    }

    private static List<String> say(Small small) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : small.read().findings()) {
            lines.add(finding.severity() + " " + finding.in(Lang.EN));
            lines.add("    " + finding.in(Lang.JA));
        }
        return lines;
    }

    @TestFactory
    Stream<DynamicTest> everyFaultMustBeSaidInTheseWords() throws IOException {
        return faults().stream()
                .map(fault -> DynamicTest.dynamicTest(
                        fault.title(), () -> assertThat(say(fault.given())).isEqualTo(fault.said())));
    }

    @Test
    void theSmallCaseItselfMustBeSound() {
        assertThat(say(Small.years())).isEmpty();
        assertThat(say(Small.months())).isEmpty();
    }
}
