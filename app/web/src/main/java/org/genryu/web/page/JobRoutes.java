package org.genryu.web.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.web.http.Access;
import org.genryu.web.http.ExportForm;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebRoute;
import org.genryu.web.http.ZippedFiles;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobState;
import org.genryu.web.link.ViewState;

/// What browsers ask about a job: how far it is, as events; its files; that it be cancelled.
final class JobRoutes {
    private static final long BEAT = 5_000;

    private final WebDesk desk;

    JobRoutes(WebDesk desk) {
        this.desk = desk;
    }

    List<WebRoute> routes() {
        return List.of(
                WebRoute.get(
                        "/jobs/{id}/events",
                        Access.VIEWER,
                        new Text("How far a job is, as server-sent events.", "ジョブの進み具合(サーバー送信イベント)。"),
                        this::events),
                WebRoute.get(
                        "/jobs/{id}/files/{lang}/{name}",
                        Access.VIEWER,
                        new Text("A table under a picture of a job's page.", "ジョブのページの図の表。"),
                        this::file),
                WebRoute.get(
                        "/jobs/{id}/tables.zip",
                        Access.VIEWER,
                        new Text("All files of a job's answer.", "ジョブの答えの全ファイル。"),
                        this::tables),
                WebRoute.post(
                        "/jobs/{id}/again",
                        Access.ANALYST,
                        new Text("Work on a job that was cancelled or lost again.", "中止または失われたジョブをもう一度実行します。"),
                        this::again),
                WebRoute.post("/jobs/{id}/cancel", Access.ANALYST, new Text("Stop a job.", "ジョブを中止します。"), this::cancel)
                        .others(Access.KEEPER));
    }

    private Job job(WebCall call) throws WebCall.Refused {
        return desk.jobs()
                .job(call.parameter("id"))
                .orElseThrow(() -> WebCall.Refused.notFound(WebPhrases.NO_JOB.text()));
    }

    /// One event for each change, a beat in between, an end when the job is over.
    private void events(WebCall call) throws Exception {
        Job job = job(call);
        var context = call.context();
        context.contentType("text/event-stream");
        var out = context.outputStream();
        long seen = -1;
        while (true) {
            JobState state = desk.jobs().job(job.id()).map(Job::state).orElse(new JobState.Cancelled());
            out.write(("event: " + (state.over() ? "over" : "step") + "\ndata: " + told(state, call.lang()) + "\n\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (state.over()) {
                return;
            }
            seen = desk.jobs().await(seen < 0 ? desk.jobs().version() : seen, BEAT);
        }
    }

    private static String told(JobState state, Lang lang) {
        return switch (state) {
            case JobState.Running(Text stage, long done, long total) ->
                done + "\t" + total + "\t" + stage.in(lang).replaceAll("\\s+", " ");
            case JobState.Waiting _ -> "0\t0\t" + WebPhrases.WAITING.in(lang);
            case JobState.Done _, JobState.Failed _, JobState.Cancelled _ -> "0\t0\t" + state.word();
        };
    }

    private void file(WebCall call) throws Exception {
        Job job = job(call);
        Lang lang = call.parameter("lang").equals("ja") ? Lang.JA : Lang.EN;
        if (!(job.state() instanceof JobState.Done)) {
            throw WebCall.Refused.notFound(WebPhrases.NO_FILE.text());
        }
        String name = call.parameter("name");
        String content = Optional.ofNullable(
                        desk.told().of(job.folder(), lang).files().get(name))
                .orElseThrow(() -> WebCall.Refused.notFound(WebPhrases.NO_FILE.text()));
        call.export(desk.imprint(job), lang, name, new ExportForm.Csv(content));
    }

    private void tables(WebCall call) throws Exception {
        Job job = job(call);
        if (!(job.state() instanceof JobState.Done)
                || !Files.isDirectory(job.folder().out())) {
            throw WebCall.Refused.notFound(WebPhrases.NO_FILE.text());
        }
        call.export(
                desk.imprint(job),
                "genryu-" + job.id() + ".zip",
                new ExportForm.Zip(files(job.folder().out())));
    }

    private static Map<String, ZippedFiles.Content> files(Path folder) throws IOException {
        Map<String, ZippedFiles.Content> all = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> all.put(
                            file.getFileName().toString().toLowerCase(Locale.ROOT), () -> Files.readAllBytes(file)));
        }
        return all;
    }

    private void cancel(WebCall call) throws Exception {
        Job job = job(call);
        desk.mayCancel(call, job);
        desk.jobs().cancel(job.id());
        back(call);
    }

    private void again(WebCall call) throws Exception {
        desk.jobs()
                .again(
                        job(call).question(),
                        desk.clock().instant(),
                        call.visitor().name());
        back(call);
    }

    private static void back(WebCall call) {
        call.seeOther(WebCall.here(call.field("back")).orElse(ViewState.parse("/runs")));
    }
}
