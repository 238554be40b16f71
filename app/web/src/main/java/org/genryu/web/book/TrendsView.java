package org.genryu.web.book;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.evidence.claim.JsonTree;
import org.genryu.report.draw.LineChart;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.Palette;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.Plot;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobQuestion;
import org.genryu.web.job.JobState;
import org.genryu.web.page.JobPanel;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;

/// Is the talk really rising, or is it one story copied? A series, or articles on a topic, against its own past.
final class TrendsView {
    private static final String SERIES = "series";
    private static final String METHOD = "method";
    private static final String TOPIC = "topic";
    private static final Set<String> ENDINGS = Set.of("csv", "txt", "html", "htm", "md", "eml", "xml");
    private static final List<String> METHODS =
            List.of("epitweetr", "ears-c1", "ears-c2", "ewma", "poisson", "kleinberg", "kleinberg-batched");
    private static final Text FIRST = new Text(
            "Send a series (CSV with the columns time,count, and total if you have it) or articles with dates: on which days is there more than its own past explains?",
            "系列（time,count 列のCSV。あれば total 列も）か、日付のある記事を送ると、過去からの予想を超えた日を示します。");
    private static final Text SEND = new Text("Send", "送る");
    private static final Text FILES = new Text("CSV series, or articles", "系列のCSV、または記事");
    private static final Text PASTE = new Text("or paste a series", "または系列を貼り付け");
    private static final Text HOW = new Text("How it is told", "検出の方法");
    private static final Text METHOD_LABEL = new Text("Method", "方法");
    private static final Text TOPIC_LABEL = new Text("Topic (of articles)", "話題（記事のとき）");
    private static final Text TELL = new Text("Tell", "調べる");
    private static final Text NO_SERIES = new Text("There is no such series here.", "そのような系列はありません。");
    private static final Text TOLD = new Text(
            "%1$s alarms in %2$s points of time; where nothing happens %3$s false ones a day would be expected (%4$s).",
            "%2$s時点のうち警報%1$s件。何も起きていなければ誤報は一日あたり%3$s件の見込み（%4$s）。");
    private static final Text BURSTS = new Text("%1$s bursts (%2$s).", "急増%1$s件（%2$s）。");
    private static final Text STORIES =
            new Text("%s different stories among the reports that were read.", "読んだ記事のうち、異なる話は%s件。");
    private static final Text CHART = new Text("Value and limit of alarm", "値と警報の限界");
    private static final Text VALUE = new Text("value", "値");
    private static final Text LIMIT = new Text("limit", "限界");
    private static final Text TIME = new Text("time", "時点");
    private static final Text ALARM = new Text("alarm", "警報");

    private final WebDesk desk;
    private final SentFiles sent;

    TrendsView(WebDesk desk) {
        this.desk = desk;
        this.sent = new SentFiles(desk, "series", ENDINGS);
    }

    void show(WebCall call) throws Exception {
        PageFrame frame = new PageFrame(desk, call, WebPage.TRENDS);
        Optional<Job> job = asked(call);
        Optional<JobPanel> panel = JobPanel.of(desk, call, frame, job);
        Optional<JsonTree> answer = job.isPresent() ? answer(job.get()) : Optional.empty();
        call.page(frame.of(html -> {
            html.open("div", "id", "answer");
            panel.ifPresent(one -> one.headline(html));
            answer.ifPresent(one -> told(html, call, job.orElseThrow(), one));
            html.close("div");
            if (job.isPresent()) {
                how(html, call);
            } else {
                html.leaf("p", FIRST.in(call.lang()), "class", "lead");
            }
            send(html, call);
        }));
    }

    private Optional<Job> asked(WebCall call) throws Exception {
        List<String> files = new ArrayList<>();
        List<String> hashes =
                call.setting(SERIES).map(text -> List.of(text.split(","))).orElse(List.of());
        for (String hash : hashes) {
            files.add(sent.find(hash)
                    .orElseThrow(() -> WebCall.Refused.notFound(NO_SERIES))
                    .file()
                    .toAbsolutePath()
                    .toString());
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(files.subList(1, files.size()));
        call.setting(METHOD).ifPresent(method -> words.addAll(List.of("--method", method)));
        call.setting(TOPIC).ifPresent(topic -> words.addAll(List.of("--topic", topic)));
        return Optional.of(desk.jobs()
                .ask(
                        new JobQuestion("trend", String.join(",", hashes), files.getFirst(), words),
                        desk.clock().instant()));
    }

    private static Optional<JsonTree> answer(Job job) throws IOException {
        return job.state() instanceof JobState.Done
                ? JsonTree.read(Files.readString(job.folder().answer()))
                : Optional.empty();
    }

    /// Keeps what was sent.
    void keep(WebCall call) throws Exception {
        List<String> hashes = sent.keep(call, "files", "pasted").stream()
                .map(SentFiles.Sent::hash)
                .toList();
        call.seeOther(call.state().at(WebPage.TRENDS.path()).with(SERIES, String.join(",", hashes)));
    }

    // ---------------------------------------------------------------- what it says

    private static List<JsonTree> rows(JsonTree answer, String name) {
        List<JsonTree> rows = new ArrayList<>();
        if (answer.fields().get(name) instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof JsonTree row) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static void told(Html html, WebCall call, Job job, JsonTree answer) {
        List<JsonTree> points = rows(answer, "points");
        String method = answer.text("method").orElse("");
        long alarms = points.stream().filter(TrendsView::isAlarm).count();
        OptionalDouble expected = answer.number("false_alarms_a_day");
        html.leaf(
                "p",
                expected.isPresent()
                        ? TOLD.in(call.lang())
                                .formatted(alarms, points.size(), NumberText.number(expected.getAsDouble()), method)
                        : BURSTS.in(call.lang())
                                .formatted(rows(answer, "bursts").size(), method),
                "class",
                "lead");
        OptionalDouble stories = answer.number("clusters");
        if (stories.orElse(0) > 0) {
            html.leaf("p", STORIES.in(call.lang()).formatted(NumberText.number(stories.getAsDouble())));
        }
        if (points.size() > 1) {
            figure(html, call, job, points);
        }
    }

    private static boolean isAlarm(JsonTree point) {
        return Boolean.TRUE.equals(point.fields().get("alarm"));
    }

    private static void figure(Html html, WebCall call, Job job, List<JsonTree> points) {
        FigureTable table = new FigureTable(
                "trend",
                2,
                TIME.in(call.lang()),
                ALARM.in(call.lang()),
                VALUE.in(call.lang()),
                LIMIT.in(call.lang()),
                ALARM.in(call.lang()) + " (0/1)");
        for (JsonTree one : points) {
            table.row(
                    FigureTable.word(one.text("time").orElse("")),
                    FigureTable.word(isAlarm(one) ? "●" : ""),
                    number(one.number("value")),
                    number(one.number("limit")),
                    FigureTable.number(isAlarm(one) ? "1" : "0", isAlarm(one) ? 1 : 0));
        }
        double[] values = column(points, "value");
        double[] limits = column(points, "limit");
        boolean limited = java.util.Arrays.stream(limits).allMatch(Double::isFinite);
        List<LineChart.Line> lines = new ArrayList<>();
        lines.add(new LineChart.Line(VALUE.in(call.lang()), new Palette(1, 0), values, values, values));
        if (limited) {
            lines.add(new LineChart.Line(LIMIT.in(call.lang()), new Palette(0, 1), limits, limits, limits));
        }
        LineChart chart = new LineChart(
                points.stream().map(one -> one.text("time").orElse("")).toList(), lines);
        Plot plot = Plot.of(Plot.Kind.DAYS).with("x", 0).with("value", 2).with("flag", 4);
        table.plotted(limited ? plot.with("also", 3) : plot);
        new PageFigure(call.lang(), "trend · " + job.id())
                .many(
                        html,
                        "trend",
                        CHART.in(call.lang()),
                        "",
                        out -> chart.draw(
                                out, "trend-p", CHART.in(call.lang()), CHART.in(call.lang()), NumberText::number),
                        table);
    }

    private static FigureTable.Cell number(OptionalDouble value) {
        return value.isPresent()
                ? FigureTable.number(NumberText.number(value.getAsDouble()), value.getAsDouble())
                : new FigureTable.Cell("—", "");
    }

    private static double[] column(List<JsonTree> points, String name) {
        return points.stream()
                .mapToDouble(one -> one.number(name).orElse(Double.NaN))
                .toArray();
    }

    // ---------------------------------------------------------------- forms

    private static void how(Html html, WebCall call) {
        html.leaf("h2", HOW.in(call.lang()));
        html.open("form", "method", "get", "action", WebPage.TRENDS.path(), "data-live", "answer", "class", "sheet");
        Map<String, String> kept = new LinkedHashMap<>(call.state().settings());
        kept.remove(METHOD);
        kept.remove(TOPIC);
        kept.forEach((name, value) -> html.empty("input", "type", "hidden", "name", name, "value", value));
        html.leaf("label", METHOD_LABEL.in(call.lang()), "for", METHOD).open("select", "id", METHOD, "name", METHOD);
        String chosen = call.setting(METHOD).orElse(METHODS.getFirst());
        METHODS.forEach(one -> PageFrame.option(html, one, one, one.equals(chosen)));
        html.close("select");
        html.leaf("label", TOPIC_LABEL.in(call.lang()), "for", TOPIC)
                .empty(
                        "input",
                        "id",
                        TOPIC,
                        "name",
                        TOPIC,
                        "value",
                        call.setting(TOPIC).orElse(""));
        html.open("p", "class", "wide")
                .leaf("button", TELL.in(call.lang()))
                .close("p")
                .close("form");
    }

    private static void send(Html html, WebCall call) {
        html.leaf("h2", SEND.in(call.lang()));
        PageFrame.form(
                html,
                call,
                call.state().at("/trends/series").address(),
                out -> {
                    out.leaf("label", FILES.in(call.lang()), "for", "files")
                            .empty("input", "type", "file", "id", "files", "name", "files", "multiple", "multiple");
                    out.leaf("label", PASTE.in(call.lang()), "for", "pasted")
                            .open("textarea", "id", "pasted", "name", "pasted")
                            .close("textarea");
                    out.open("p", "class", "wide")
                            .leaf("button", SEND.in(call.lang()))
                            .close("p");
                },
                "enctype",
                "multipart/form-data",
                "class",
                "sheet");
    }
}
