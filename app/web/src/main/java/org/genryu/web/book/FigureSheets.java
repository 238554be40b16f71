package org.genryu.web.book;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.results.CsvWriter;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobState;
import org.genryu.web.page.WebDesk;

/// The table under a picture as a file that says by itself where it is from: case, scenario, question, run, date and
/// label stand in rows above it.
final class FigureSheets {
    private static final Text NO_FILE = new Text("There is no such file here.", "そのようなファイルはありません。");
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int PLAIN_DIGITS = 15;
    private static final String MARK = "\uFEFF";

    private final WebDesk desk;

    FigureSheets(WebDesk desk) {
        this.desk = desk;
    }

    void file(WebCall call) throws Exception {
        Job job = desk.jobs()
                .job(call.parameter("id"))
                .filter(one -> one.state() instanceof JobState.Done)
                .orElseThrow(() -> WebCall.Refused.notFound(NO_FILE));
        Lang lang = call.parameter("lang").equals("ja") ? Lang.JA : Lang.EN;
        String name = call.parameter("name");
        String csv = Optional.ofNullable(
                        desk.told().of(job.folder(), lang).files().get(name))
                .orElseThrow(() -> WebCall.Refused.notFound(NO_FILE));
        List<List<String>> head = head(job, lang);
        if (call.setting("as").orElse("").equals("xlsx")) {
            call.file(name.replaceFirst("csv$", "xlsx"), XLSX, workbook(head, csv));
        } else {
            call.file(name, "text/csv; charset=utf-8", excel(head, csv).getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<List<String>> head(Job job, Lang lang) {
        List<String> typed = job.question().typed();
        int at = typed.indexOf("--scenario");
        String about = desk.cases().all().stream()
                .filter(one -> one.hash().equals(job.question().subject()))
                .map(one -> one.id() + "@" + one.hash())
                .findFirst()
                .orElse(job.question().subject());
        return List.of(
                List.of(new Text("case", "ケース").in(lang), about),
                List.of(
                        new Text("scenario", "シナリオ").in(lang),
                        at >= 0 && at + 1 < typed.size() ? typed.get(at + 1) : "—"),
                List.of(
                        new Text("question", "内容").in(lang),
                        HomeStore.shown(desk, job.question().typed())),
                List.of(new Text("run", "計算").in(lang), job.id()),
                List.of(
                        new Text("date", "日付").in(lang),
                        LocalDate.ofInstant(job.asked(), ZoneOffset.UTC).toString()),
                List.of(new Text("label", "区分").in(lang), new Text("no label", "指定なし").in(lang)));
    }

    /// With a byte order mark, so that spreadsheets read Japanese.
    private static String excel(List<List<String>> head, String csv) {
        StringBuilder out = new StringBuilder(MARK);
        for (List<String> row : head) {
            out.append(cell(row.get(0))).append(',').append(cell(row.get(1))).append("\r\n");
        }
        return out.append("\r\n").append(csv.replace(MARK, "")).toString();
    }

    private static String cell(String text) {
        return new String(CsvWriter.text(text), StandardCharsets.UTF_8);
    }

    private static byte[] workbook(List<List<String>> head, String csv) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Genryu", "1.0");
                CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv.replace(MARK, ""))) {
            Worksheet sheet = book.newWorksheet("Genryu");
            List<List<String>> rows = new ArrayList<>(head);
            rows.add(List.of());
            int first = rows.size();
            reader.forEach(record -> rows.add(record.getFields()));
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    put(sheet, r, c, rows.get(r).get(c), r > first);
                }
            }
            sheet.freezePane(0, first + 1);
        }
        return bytes.toByteArray();
    }

    /// A plain number stays one.
    private static void put(Worksheet sheet, int row, int column, String text, boolean table) {
        if (table && text.length() <= PLAIN_DIGITS + 8 && text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
            sheet.value(row, column, new BigDecimal(text));
        } else if (!text.isEmpty()) {
            sheet.value(row, column, text);
        }
    }
}
