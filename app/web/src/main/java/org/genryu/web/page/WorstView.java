package org.genryu.web.page;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.NumberFormat;
import org.genryu.results.ResultSchema;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobState;
import org.genryu.web.link.ViewState;

/// Which moves of the other side hurt most? The tables of `genryu worst`, with the bound and the gap that prove them.
final class WorstView {
    static final String PATH = "/stress/worst";
    private static final String MOVES = "moves";
    private static final Text TITLE = new Text("The worst moves of the other side", "相手側の最悪の手");
    private static final Text SENTENCE = new Text("The worst that at most %s moves can do: %s.", "最大%s手での最悪の組：%s。");
    private static final Text NOTHING = new Text("no move does damage", "損害を与える手はありません");
    private static final Text HOW_MANY = new Text("Moves at most", "手の数の上限");
    private static final Text WORK = new Text("Work it out", "計算する");
    private final WebDesk desk;

    WorstView(WebDesk desk) {
        this.desk = desk;
    }

    void show(WebCall call) throws Exception {
        PageFrame frame = new PageFrame(desk, call, WebPage.STRESS);
        String moves = call.setting(MOVES)
                .filter(text -> text.matches("[1-9]|1\\d|20"))
                .orElse("3");
        Job job = desk.ask(frame.shown(), "worst", List.of("--moves", moves));
        boolean done = job.state() instanceof JobState.Done;
        JobPanel panel = JobPanel.untold(call, job);
        panel.announce(frame);
        Map<String, List<NamedCsvRecord>> tables = done ? tables(job.folder().out()) : Map.of();
        call.page(frame.of(html -> {
            html.leaf("h2", TITLE.in(call.lang()));
            if (done) {
                told(html, call.lang(), moves, tables);
            } else {
                panel.headline(html);
            }
            form(html, call, moves);
            tables.forEach((name, rows) ->
                    table(html, call.lang(), ResultSchema.current().table(name), rows, tables));
        }));
    }

    private static Map<String, List<NamedCsvRecord>> tables(Path folder) throws IOException {
        Map<String, List<NamedCsvRecord>> tables = new java.util.LinkedHashMap<>();
        for (ResultSchema.Table table : ResultSchema.current().of(ResultSchema.Room.WORST)) {
            Path file = folder.resolve(table.file().orElse(""));
            if (table.file().isPresent() && Files.exists(file)) {
                try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
                    tables.put(table.name(), reader.stream().toList());
                }
            }
        }
        return tables;
    }

    private static Map<String, String> names(Map<String, List<NamedCsvRecord>> tables, Lang lang) {
        Map<String, String> names = new HashMap<>();
        for (NamedCsvRecord row : tables.getOrDefault("rival_moves", List.of())) {
            String name = row.getField(lang == Lang.JA ? "name_ja" : "name_en");
            names.put(row.getField("move"), name.isEmpty() ? row.getField("move") : name);
        }
        return names;
    }

    private static void told(Html html, Lang lang, String moves, Map<String, List<NamedCsvRecord>> tables) {
        Map<String, String> names = names(tables, lang);
        List<String> worst = tables.getOrDefault("rival_moves", List.of()).stream()
                .filter(row -> row.getField("chosen").equals("yes"))
                .map(row -> names.getOrDefault(row.getField("move"), ""))
                .toList();
        String set = worst.isEmpty() ? NOTHING.in(lang) : String.join(lang == Lang.JA ? "、" : "; ", worst);
        html.leaf("p", SENTENCE.in(lang).formatted(moves, set), "class", "lead");
    }

    private static void form(Html html, WebCall call, String moves) {
        html.open("form", "method", "get", "action", PATH, "class", "picker");
        for (String kept : List.of(ViewState.LANG, ViewState.CASE, ViewState.SCENARIO)) {
            call.setting(kept).ifPresent(value -> html.empty("input", "type", "hidden", "name", kept, "value", value));
        }
        html.open("label").text(HOW_MANY.in(call.lang()) + " ");
        html.empty("input", "type", "number", "name", MOVES, "min", "1", "max", "20", "value", moves);
        html.close("label").leaf("button", WORK.in(call.lang())).close("form");
    }

    private static void table(
            Html html,
            Lang lang,
            ResultSchema.Table table,
            List<NamedCsvRecord> rows,
            Map<String, List<NamedCsvRecord>> tables) {
        Map<String, String> names = names(tables, lang);
        List<ResultSchema.Column> columns = table.columns();
        FigureTable sheet = new FigureTable(
                table.name(),
                columns.size(),
                columns.stream().map(column -> column.meaning().in(lang)).toArray(String[]::new));
        for (NamedCsvRecord row : rows) {
            List<FigureTable.Cell> cells = new ArrayList<>();
            for (ResultSchema.Column column : columns) {
                String cell = row.getField(column.name());
                if (column.kind() == ResultSchema.Kind.NUMBER && !cell.isEmpty()) {
                    double value = Double.parseDouble(cell);
                    cells.add(new FigureTable.Cell(new NumberFormat(lang).number(value), cell));
                } else {
                    cells.add(FigureTable.word(moves(cell, names)));
                }
            }
            sheet.row(cells);
        }
        String caption = table.meaning().in(lang);
        html.open("section", "aria-labelledby", "t-" + table.name()).leaf("h3", caption, "id", "t-" + table.name());
        PageFigure.table(html, lang, caption, sheet, table.name().equals("worst"));
        html.close("section");
    }

    /// A set of moves by their names.
    private static String moves(String cell, Map<String, String> names) {
        List<String> words = new ArrayList<>();
        for (String word : cell.split(";")) {
            words.add(names.getOrDefault(word, word));
        }
        return String.join("; ", words);
    }
}
