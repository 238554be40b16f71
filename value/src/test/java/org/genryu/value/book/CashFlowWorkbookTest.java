package org.genryu.value.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.genryu.core.Lang;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.Realization;
import org.genryu.value.project.Project;
import org.genryu.value.project.Sheets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Second solver: the exported workbook, recalculated by LibreOffice, against the engine.
class CashFlowWorkbookTest {
    /// Two programs that add the same numbers in another order.
    private static final double RELATIVE = 1e-9;

    @Test
    void theWorkbookMustBeWrittenWithoutLibreOffice() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CashFlowWorkbook.write(CashFlow.base(Sheets.project("small")), Lang.JA, out);
        assertThat(out.size()).isGreaterThan(50_000);
    }

    @Test
    @Tag("slow")
    void libreOfficeMustComeToTheSameNumbers(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(office().isPresent(), "LibreOffice is not installed");
        Project small = Sheets.project("small");
        DebtPlan plan = DebtPlan.of(small);
        Realization central = Realization.central(small);
        mustAgree(CashFlow.base(small), folder.resolve("small"));
        mustAgree(CashFlow.base(Sheets.project("bench")), folder.resolve("bench"));
        CashFlow poor =
                CashFlow.of(small, plan, central.times(0, 0.4).withOverrun(1.4).withStop(70, 9));
        mustAgree(poor, folder.resolve("poor"));
        mustAgree(CashFlow.of(small, plan, central.withDelay(small, 10)), folder.resolve("late"));
        mustAgree(CashFlow.base(Sheets.project("everything")), folder.resolve("everything"));
    }

    @Test
    @Tag("slow")
    void aBookPrintsOnFewerThanTwentyPages(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(office().isPresent(), "LibreOffice is not installed");
        Path book = folder.resolve("cash.xlsx");
        try (OutputStream out = Files.newOutputStream(book)) {
            CashFlowWorkbook.write(CashFlow.base(Sheets.project("small")), Lang.JA, out);
        }
        convert(book, folder, "pdf");
        String pdf = Files.readString(folder.resolve("cash.pdf"), StandardCharsets.ISO_8859_1);
        assertThat(pdf.split("/Type */Page\\b", -1).length - 1).isBetween(5, 19);
    }

    private static void convert(Path book, Path folder, String to) throws IOException, InterruptedException {
        ProcessBuilder run = new ProcessBuilder(
                office().orElseThrow().toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                folder.toString(),
                book.toString());
        run.redirectErrorStream(true).redirectOutput(folder.resolve("log.txt").toFile());
        assertThat(run.start().waitFor(300, TimeUnit.SECONDS)).isTrue();
    }

    private static void mustAgree(CashFlow flow, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path book = folder.resolve("cash.xlsx");
        try (OutputStream out = Files.newOutputStream(book)) {
            CashFlowWorkbook.write(flow, Lang.EN, out);
        }
        List<String[]> results = recalculated(book, folder);
        assertThat(results).hasSizeGreaterThan(6);
        for (String[] row : results) {
            double workbook = Double.parseDouble(row[1]);
            double engine = Double.parseDouble(row[2]);
            double size = Math.max(
                    Math.abs(engine), row[0].startsWith("check") ? flow.plan().cost() : 1e-3);
            assertThat(workbook).as(row[0]).isCloseTo(engine, within(RELATIVE * size));
        }
    }

    /// The first sheet after recalculation, rows with a number of the engine.
    private static List<String[]> recalculated(Path book, Path folder) throws IOException, InterruptedException {
        convert(book, folder, "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false");
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("cash.csv"))) {
            String[] cells = line.split("\t");
            if (cells.length == 4 && !cells[0].equals("result")) {
                rows.add(cells);
            }
        }
        return rows;
    }

    private static java.util.Optional<Path> office() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(p -> Path.of(p, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
