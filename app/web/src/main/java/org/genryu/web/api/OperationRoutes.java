package org.genryu.web.api;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.results.JsonDocument;
import org.genryu.web.http.Access;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebCall.Refused;
import org.genryu.web.http.WebRoute;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobFolder;
import org.genryu.web.job.JobQuestion;
import org.genryu.web.job.JobState;
import org.genryu.web.page.WebDesk;
import org.genryu.web.world.KnownCase;

/// Commands of the program as long work that a program asks for: an operation is accepted at once, told as it goes,
/// and answered by what the command itself answers.
final class OperationRoutes {
    private static final long BEAT = 5_000;
    private static final String ALL = "/api/operations";
    private static final String ONE = ALL + "/{id}";
    private static final Text NONE = new Text("There is no such operation here.", "そのような操作はありません。");
    private static final Text WRONG = new Text("The question cannot be asked this way.", "この形では依頼できません。");
    private static final Text NOT_DONE =
            new Text("The operation has no answer; ask for its status.", "この操作にはまだ結果がありません。状態を確認してください。");
    private static final Text NO_TABLE = new Text("The answer has no such table.", "この結果にそのような表はありません。");
    private final WebDesk desk;

    OperationRoutes(WebDesk desk) {
        this.desk = desk;
    }

    List<WebRoute> routes() {
        Text cancel = new Text("Stops an operation that is not over.", "終わっていない操作を中止します。");
        return List.of(
                ApiRoute.change(
                        HandlerType.POST,
                        ALL,
                        new Text(
                                "Asks a command about a case. The same question has the same operation.",
                                "ケースについてコマンドを依頼します。同じ依頼は同じ操作になります。"),
                        Optional.of("Question"),
                        ApiRoute.json(202, "Operation"),
                        this::ask),
                ApiRoute.document(
                        ALL, new Text("All operations, the youngest first.", "すべての操作(新しい順)。"), "Operations", this::all),
                ApiRoute.document(
                        ONE,
                        new Text("An operation as it stands.", "操作の状態。"),
                        "Operation",
                        call -> told(call, 200, job(call))),
                ApiRoute.change(
                                HandlerType.DELETE,
                                ONE,
                                cancel,
                                Optional.empty(),
                                ApiRoute.json(200, "Operation"),
                                this::cancel)
                        .others(Access.KEEPER),
                ApiRoute.change(
                                HandlerType.POST,
                                ONE + "/cancel",
                                cancel,
                                Optional.empty(),
                                ApiRoute.json(200, "Operation"),
                                this::cancel)
                        .others(Access.KEEPER),
                ApiRoute.document(
                        ONE + "/events",
                        new Text("How far an operation is, as server-sent events.", "操作の進み具合(サーバー送信イベント)。"),
                        List.of(),
                        List.of(new WebRoute.Answer(200, Optional.of("text/event-stream"), Optional.empty())),
                        this::events),
                ApiRoute.document(
                        ONE + "/result",
                        new Text("The JSON document that the command answered.", "コマンドが返した JSON 文書。"),
                        "Result",
                        call -> result(call, job(call))),
                ApiRoute.document(
                        ONE + "/tables",
                        new Text("The tables of the answer.", "結果の表の一覧。"),
                        "ResultTables",
                        this::tables),
                ApiRoute.document(
                        ONE + "/tables/{table}",
                        new Text("A table of the answer with types, units and headings.", "結果の表(型、単位、見出し付き)。"),
                        List.of(CaseRoutes.FORMAT),
                        List.of(ApiRoute.json(200, "ResultTable"), ApiRoute.csv()),
                        this::table),
                ApiRoute.document(
                        "/api/answers/{hash}",
                        new Text("An answer by its content hash.", "内容ハッシュで指定した結果。"),
                        "Result",
                        this::answered));
    }

    private Job job(WebCall call) throws Refused {
        return desk.jobs().job(call.parameter("id")).orElseThrow(() -> Refused.notFound(NONE));
    }

    // ---------------------------------------------------------------- asking

    private void ask(WebCall call) throws Exception {
        JsonBody body = JsonBody.read(call.context().bodyAsBytes());
        List<Finding> findings = new ArrayList<>(body.wrong());
        Optional<AskedCommand> command =
                named("command", body.command(), findings).flatMap(word -> taken(AskedCommand.of(word), findings));
        Optional<KnownCase> about = named("case", body.subject(), findings).flatMap(word -> known(word, findings));
        command.ifPresent(one -> findings.addAll(one.wrong(body.words())));
        if (command.isEmpty() || about.isEmpty() || !findings.isEmpty()) {
            throw new Refused(422, WRONG, findings);
        }
        Job job = desk.jobs()
                .again(
                        new JobQuestion(
                                command.get().word(),
                                about.get().hash(),
                                about.get().argument(),
                                body.words()),
                        desk.clock().instant(),
                        call.visitor().name());
        call.context().header("Location", ALL + "/" + job.id());
        told(call, 202, job);
    }

    private static Optional<String> named(String key, Optional<String> value, List<Finding> findings) {
        if (value.filter(text -> !text.isBlank()).isEmpty()
                && findings.stream().noneMatch(one -> one.place().file().equals(key))) {
            findings.add(Finding.error(
                    Place.of(key),
                    new Text("Key '" + key + "'", "キー '" + key + "'"),
                    new Text("is not there; it must be a text.", "がありません。文字列で指定してください。")));
        }
        return value.filter(text -> !text.isBlank());
    }

    private static <T> Optional<T> taken(Outcome<T> outcome, List<Finding> findings) {
        findings.addAll(outcome.findings());
        return outcome.value();
    }

    private Optional<KnownCase> known(String reference, List<Finding> findings) {
        Optional<KnownCase> found = desk.cases().find(reference);
        if (found.isEmpty()) {
            findings.addAll(CaseRoutes.near(desk, reference));
        }
        return found;
    }

    private void cancel(WebCall call) throws Exception {
        Job job = job(call);
        desk.mayCancel(call, job);
        desk.jobs().cancel(job.id());
        told(call, 200, job(call));
    }

    // ---------------------------------------------------------------- telling

    private void all(WebCall call) {
        Answers.send(
                call,
                200,
                json -> json.rows(
                        "operations",
                        () -> desk.jobs().jobs().stream()
                                .filter(OperationRoutes::isAsked)
                                .forEach(job -> json.row(() -> operation(json, call, job)))));
    }

    private static boolean isAsked(Job job) {
        return AskedCommand.all().contains(job.question().command());
    }

    private static void told(WebCall call, int status, Job job) {
        Answers.send(call, status, json -> operation(json, call, job));
    }

    private static void operation(JsonDocument json, WebCall call, Job job) {
        String self = ALL + "/" + job.id();
        json.text("id", job.id())
                .text("command", job.question().command())
                .text("case", job.question().subject())
                .texts("words", job.question().words())
                .text("asked", job.asked().toString())
                .text("status", job.state().word());
        switch (job.state()) {
            case JobState.Waiting _, JobState.Cancelled _ -> {
                // the word says it
            }
            case JobState.Running running ->
                json.part(
                        "progress",
                        () -> json.text("stage", running.stage().in(call.lang()))
                                .number("done", running.done())
                                .number("total", running.total()));
            case JobState.Done(int code) -> {
                json.number("code", code).yes("proved", code == 0);
                json.text("answer", hash(job).orElse(""));
            }
            case JobState.Failed failed -> {
                json.number("code", failed.code());
                json.part("problem", () -> Failure.tell(json, call.lang(), job, failed));
            }
        }
        json.part("links", () -> {
            json.text("self", self).text("events", self + "/events");
            if (!job.state().over()) {
                json.text("cancel", self + "/cancel");
            }
            if (job.state() instanceof JobState.Done) {
                json.text("result", self + "/result").text("tables", self + "/tables");
                hash(job).ifPresent(hash -> json.text("answer", "/api/answers/" + hash));
            }
        });
    }

    private static Optional<String> hash(Job job) {
        try {
            return job.folder().hash();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// One event for each change, a beat in between, an end when the operation is over.
    private void events(WebCall call) throws Exception {
        String id = job(call).id();
        call.context().contentType("text/event-stream");
        OutputStream out = call.context().outputStream();
        long seen = desk.jobs().version() - 1;
        while (true) {
            seen = desk.jobs().await(seen, BEAT);
            Optional<Job> job = desk.jobs().job(id);
            if (job.isEmpty()) {
                return;
            }
            boolean over = job.get().state().over();
            StringWriter data = new StringWriter();
            try (JsonDocument json = JsonDocument.begin(data, call.lang(), () -> {})) {
                operation(json, call, job.get());
            }
            out.write(("event: " + (over ? "over" : "step") + "\ndata: " + data + "\n\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (over) {
                return;
            }
        }
    }

    // ---------------------------------------------------------------- answering

    /// What it has told, for whoever is told where that is from.
    private JobFolder done(WebCall call, Job job) throws Refused, IOException {
        if (!(job.state() instanceof JobState.Done)) {
            throw new Refused(409, NOT_DONE);
        }
        call.about(desk.imprint(job));
        return job.folder();
    }

    private void result(WebCall call, Job job) throws Exception {
        call.context()
                .contentType(ApiRoute.JSON)
                .result(Files.readAllBytes(done(call, job).answer()));
    }

    private void answered(WebCall call) throws Exception {
        result(call, desk.jobs().answered(call.parameter("hash")).orElseThrow(() -> Refused.notFound(NONE)));
    }

    private void tables(WebCall call) throws Exception {
        Job job = job(call);
        List<ResultFiles.Described> all = ResultFiles.of(done(call, job).out());
        Answers.send(
                call,
                200,
                json -> json.rows(
                        "tables",
                        () -> all.forEach(one -> json.row(() -> {
                            ResultFiles.describe(json, one.table());
                            json.text(
                                    "self",
                                    ALL + "/" + job.id() + "/tables/"
                                            + one.table().name());
                        }))));
    }

    private void table(WebCall call) throws Exception {
        Job job = job(call);
        String name = call.parameter("table");
        ResultFiles.Described found = ResultFiles.of(done(call, job).out()).stream()
                .filter(one -> one.table().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.notFound(NO_TABLE));
        if (CaseRoutes.isCsv(call)) {
            call.context().contentType(ApiRoute.CSV + "; charset=utf-8").result(Files.readAllBytes(found.file()));
            return;
        }
        Answers.send(call, 200, json -> {
            ResultFiles.describe(json, found.table());
            ResultFiles.rows(json, found);
        });
    }
}
