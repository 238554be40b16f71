package org.genryu.web.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.form.RawTable;
import org.genryu.core.Finding;
import org.genryu.core.Text;
import org.genryu.core.name.Finder;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultSchema;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebRoute;
import org.genryu.web.http.WebRoute.Setting;
import org.genryu.web.page.WebDesk;
import org.genryu.web.world.KnownCase;

/// What the workbench knows: its cases with their tables and scenarios, and what its results may hold.
final class CaseRoutes {
    static final Setting FORMAT = new Setting(
            "format", new Text("Form of the answer; json by default.", "応答の形式。既定は json。"), List.of("json", "csv"));
    private static final Text NO_CASE = new Text("There is no such case here.", "そのようなケースはありません。");
    private static final Text NO_TABLE = new Text("This case has no such table.", "このケースにそのような表はありません。");
    private static final Text NO_SCENARIO = new Text("This case has no such scenario.", "このケースにそのようなシナリオはありません。");
    private final WebDesk desk;

    CaseRoutes(WebDesk desk) {
        this.desk = desk;
    }

    List<WebRoute> routes() {
        return List.of(
                ApiRoute.document("/api", new Text("Where everything is.", "入口。"), "Entry", this::entry),
                ApiRoute.document(
                        "/api/session",
                        new Text(
                                "Who asks, what they may do, and the token that their changes must carry.",
                                "利用者、権限、変更に必要なトークン。"),
                        "Session",
                        this::session),
                ApiRoute.document("/api/cases", new Text("All cases.", "すべてのケース。"), "Cases", this::cases),
                ApiRoute.document(
                        "/api/cases/{case}",
                        new Text("A case by its id (the newest version) or id@hash.", "ケース(IDなら最新版、id@hash なら特定の版)。"),
                        "Case",
                        this::one),
                ApiRoute.document(
                        "/api/cases/{case}/tables/{table}",
                        new Text("A table of a case as it is written.", "ケースの表(書かれたまま)。"),
                        List.of(FORMAT),
                        List.of(ApiRoute.json(200, "CaseTable"), ApiRoute.csv()),
                        this::table),
                ApiRoute.document(
                        "/api/cases/{case}/scenarios/{scenario}",
                        new Text("A scenario of a case.", "ケースのシナリオ。"),
                        "Scenario",
                        this::scenario),
                ApiRoute.document(
                        "/api/commands",
                        new Text("What can be asked, with which options.", "依頼できるコマンドとオプション。"),
                        "Commands",
                        CaseRoutes::commands),
                ApiRoute.document(
                        "/api/tables",
                        new Text("Every table that a result may hold.", "結果に含まれうるすべての表。"),
                        "ResultTables",
                        CaseRoutes::tables));
    }

    private void entry(WebCall call) {
        Answers.send(
                call,
                200,
                json -> json.text("program", "genryu")
                        .text("version", desk.version())
                        .part(
                                "links",
                                () -> json.text("session", "/api/session")
                                        .text("cases", "/api/cases")
                                        .text("commands", "/api/commands")
                                        .text("tables", "/api/tables")
                                        .text("operations", "/api/operations")
                                        .text("description", "/api/openapi.json")));
    }

    private void session(WebCall call) {
        Answers.send(
                call,
                200,
                json -> json.text("name", call.visitor().name())
                        .text("role", call.visitor().access().name().toLowerCase(java.util.Locale.ROOT))
                        .text("token", call.visitor().token()));
    }

    private void cases(WebCall call) {
        Answers.send(
                call,
                200,
                json -> json.rows("cases", () -> desk.cases().all().forEach(one -> json.row(() -> known(json, one)))));
    }

    private static void known(JsonDocument json, KnownCase one) {
        json.text("id", one.id()).text("reference", one.reference()).text("hash", one.hash());
        Answers.both(json, "title", one.title());
        json.yes("example", one.example());
        json.text("self", "/api/cases/" + one.reference());
    }

    /// The case of the address, for whoever is told where the answer is from.
    private KnownCase chosen(WebCall call) throws WebCall.Refused {
        String reference = call.parameter("case");
        KnownCase found = desk.cases()
                .find(reference)
                .orElseThrow(() -> new WebCall.Refused(404, NO_CASE, near(desk, reference)));
        call.about(desk.imprint(found));
        return found;
    }

    /// What is wrong with a name that is of no case.
    static List<Finding> near(WebDesk desk, String reference) {
        return new Finder(
                        new Text("Case", "ケース"),
                        desk.cases().all().stream()
                                .map(one -> new Finder.Named(one.id(), one.title()))
                                .toList())
                .find(AskedCommand.shown(reference))
                .findings();
    }

    private void one(WebCall call) throws WebCall.Refused {
        KnownCase found = chosen(call);
        Answers.send(call, 200, json -> described(json, found));
    }

    private static void described(JsonDocument json, KnownCase one) {
        known(json, one);
        json.rows(
                "tables",
                () -> new TreeMap<>(one.file().tables())
                        .values().stream()
                                .filter(table -> table.rows() > 0)
                                .forEach(table -> json.row(
                                        () -> json.text("table", table.spec().name())
                                                .number("rows", table.rows())
                                                .text(
                                                        "self",
                                                        "/api/cases/" + one.reference() + "/tables/"
                                                                + table.spec().name()))));
        json.rows(
                "scenarios",
                () -> one.file()
                        .scenarios()
                        .values()
                        .forEach(scenario -> json.row(() -> {
                            json.text("id", scenario.id());
                            Answers.both(json, "title", scenario.title());
                            json.text("self", "/api/cases/" + one.reference() + "/scenarios/" + scenario.id());
                        })));
    }

    private void table(WebCall call) throws Exception {
        KnownCase about = chosen(call);
        CaseTable table = Optional.ofNullable(about.file().tables().get(call.parameter("table")))
                .orElseThrow(() -> WebCall.Refused.notFound(NO_TABLE));
        RawTable raw = table.raw();
        if (isCsv(call)) {
            call.context()
                    .contentType(ApiRoute.CSV + "; charset=utf-8")
                    .result(csv(raw).getBytes(StandardCharsets.UTF_8));
            return;
        }
        Answers.send(call, 200, json -> {
            json.text("table", table.spec().name()).text("case", about.reference());
            json.rows(
                    "columns",
                    () -> table.spec().columns().values().stream()
                            .filter(column -> raw.head().contains(column.name()))
                            .forEach(column -> json.row(() -> {
                                json.text("name", column.name()).text("unit", column.unit());
                                Answers.both(json, "meaning", column.meaning());
                            })));
            json.rows("rows", () -> {
                for (int i = 0; i < raw.rows(); i++) {
                    int row = i;
                    json.row(() -> {
                        for (int at = 0; at < raw.width(); at++) {
                            json.text(raw.head().get(at), raw.cell(row, at));
                        }
                    });
                }
            });
        });
    }

    /// As it was asked for; what is no form is refused.
    static boolean isCsv(WebCall call) throws WebCall.Refused {
        String format = call.setting(FORMAT.name()).orElse("json");
        if (!FORMAT.choices().contains(format)) {
            throw new WebCall.Refused(
                    400,
                    new Text(
                            "format is '%s'; it must be json or csv.".formatted(AskedCommand.shown(format)),
                            "format が '%s' です。json または csv にしてください。".formatted(AskedCommand.shown(format))));
        }
        return format.equals("csv");
    }

    private static String csv(RawTable raw) {
        StringBuilder text = new StringBuilder();
        line(text, raw.head());
        for (int row = 0; row < raw.rows(); row++) {
            List<String> cells = new java.util.ArrayList<>();
            for (int at = 0; at < raw.width(); at++) {
                cells.add(raw.cell(row, at));
            }
            line(text, cells);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        for (int at = 0; at < cells.size(); at++) {
            text.append(at == 0 ? "" : ",")
                    .append(new String(org.genryu.results.CsvWriter.text(cells.get(at)), StandardCharsets.UTF_8));
        }
        text.append('\n');
    }

    private void scenario(WebCall call) throws Exception {
        KnownCase about = chosen(call);
        String id = call.parameter("scenario");
        Scenario scenario = about.file().scenario(id).orElseThrow(() -> WebCall.Refused.notFound(NO_SCENARIO));
        Answers.send(call, 200, json -> {
            json.text("id", scenario.id()).text("case", about.reference());
            Answers.both(json, "title", scenario.title());
            json.number("months", scenario.months());
            json.text(
                    "yaml",
                    Optional.ofNullable(about.file().raw().scenarios().get(id)).orElse(""));
        });
    }

    private static void commands(WebCall call) {
        Answers.send(
                call,
                200,
                json -> json.rows("commands", () -> {
                    for (AskedCommand one : AskedCommand.values()) {
                        json.row(() -> json.text("command", one.word())
                                .texts("flags", one.flags())
                                .texts("valued", one.valued()));
                    }
                }));
    }

    private static void tables(WebCall call) {
        Answers.send(
                call,
                200,
                json -> json.rows(
                        "tables",
                        () -> ResultSchema.current().tables().values().stream()
                                .filter(table -> table.file().isPresent())
                                .forEach(table -> json.row(() -> ResultFiles.describe(json, table)))));
    }
}
