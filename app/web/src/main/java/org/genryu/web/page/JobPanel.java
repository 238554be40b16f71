package org.genryu.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.report.write.Html;
import org.genryu.results.ResultFolder;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobState;
import org.genryu.web.link.ViewState;
import org.genryu.web.told.ToldPage;

/// How does a job look on a page: its answer if there is one, else how far it is or why there is none.
public final class JobPanel {
    private static final String CLOSING = "/stress/build";
    private static final String STRAIT = "STRAIT";
    private static final Pattern STRAITS = Pattern.compile("href=\"" + ToldPage.CLOSE + "([\\w-]+)\"");

    private final WebCall call;
    private final Job job;
    private final Optional<ToldPage> told;

    private JobPanel(WebCall call, Job job, Optional<ToldPage> told) {
        this.call = call;
        this.job = job;
        this.told = told;
    }

    public static JobPanel of(WebDesk desk, WebCall call, Job job) throws IOException {
        Path page = job.folder().out().resolve(ResultFolder.page(call.lang()));
        Optional<ToldPage> told = job.state() instanceof JobState.Done && Files.exists(page)
                ? Optional.of(desk.told().of(job.folder(), call.lang()))
                : Optional.empty();
        return new JobPanel(call, job, told);
    }

    /// The same of a job if something was asked; the frame knows of it.
    public static Optional<JobPanel> of(WebDesk desk, WebCall call, PageFrame frame, Optional<Job> asked)
            throws IOException {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        JobPanel panel = of(desk, call, asked.get());
        panel.announce(frame);
        return Optional.of(panel);
    }

    /// Of a command that writes no page: only how far it is, or why there is no answer.
    static JobPanel untold(WebCall call, Job job) {
        return new JobPanel(call, job, Optional.empty());
    }

    /// What the command has told, once it has.
    public Optional<ToldPage> told() {
        return told;
    }

    /// Lets the frame know.
    public void announce(PageFrame frame) {
        told.ifPresent(frame::with);
        if (!job.state().over()) {
            frame.waiting();
        }
    }

    /// What is said first, or what the job is at.
    public void headline(Html html) {
        if (told.isPresent()) {
            html.made(told.get().headline());
            if (job.state() instanceof JobState.Done(int code) && code != 0) {
                html.leaf("p", WebPhrases.NOT_PROVED.in(call.lang()), "class", "warn");
            }
        } else if (!(job.state() instanceof JobState.Done)) {
            progress(html);
        }
    }

    /// Sections of the told page by their anchors.
    public void sections(Html html, List<String> anchors) {
        told.ifPresent(page ->
                anchors.forEach(anchor -> Optional.ofNullable(page.sections().get(anchor))
                        .ifPresent(one -> section(html, anchor, job.id(), addressed(one)))));
    }

    /// With the straits of maps as ways into a scenario of this case that closes them.
    private ToldPage.Section addressed(ToldPage.Section section) {
        if (!section.content().contains(ToldPage.CLOSE)) {
            return section;
        }
        String form = call.state()
                .at(CLOSING)
                .with(ViewState.SCENARIO, "")
                .with(ViewState.CLOSE, STRAIT)
                .address();
        String content = STRAITS.matcher(section.content())
                .replaceAll(found -> Matcher.quoteReplacement(
                        "href=\"" + form.replace(STRAIT, found.group(1)).replace("&", "&amp;") + '"'));
        return new ToldPage.Section(section.heading(), content);
    }

    /// All sections of the told page.
    public void sections(Html html) {
        told.ifPresent(page -> sections(html, List.copyOf(page.sections().keySet())));
    }

    /// Everything that was told, in the place of a page that a script fills again while a form of it changes.
    /// @param first what is said there before it
    public static void answer(Html html, Optional<JobPanel> panel, Consumer<Html> first) {
        html.open("div", "id", "answer");
        first.accept(html);
        panel.ifPresent(one -> {
            one.headline(html);
            one.sections(html);
            one.files(html);
        });
        html.close("div");
    }

    /// Links to what can be kept of it.
    public void files(Html html) {
        told.ifPresent(page -> html.open("p", "class", "run")
                .text(page.facts() + " ")
                .leaf("a", WebPhrases.TABLES_CSV.in(call.lang()), "href", "/jobs/" + job.id() + "/tables.zip")
                .close("p"));
    }

    /// @param run id of the job, which pictures carry when they are kept
    private static void section(Html html, String anchor, String run, ToldPage.Section section) {
        html.line()
                .open("section", "aria-labelledby", anchor, "data-run", run)
                .leaf("h2", section.heading(), "id", anchor);
        html.made(section.content()).close("section");
    }

    private void progress(Html html) {
        String id = job.id();
        html.open(
                "div", "class", "job", "role", "status", "data-job", job.state().over() ? "" : id);
        switch (job.state()) {
            case JobState.Waiting _ ->
                html.leaf("p", WebPhrases.WAITING.in(call.lang()), "class", "lead")
                        .open("progress", "aria-label", WebPhrases.WAITING.in(call.lang()))
                        .close("progress");
            case JobState.Running running -> running(html, running);
            case JobState.Failed failed -> failed(html, failed);
            case JobState.Cancelled _ -> {
                html.leaf("p", WebPhrases.CANCELLED.in(call.lang()), "class", "lead");
                button(html, "again", WebPhrases.AGAIN);
            }
            case JobState.Done _ -> {
                // told instead
            }
        }
        if (!job.state().over()) {
            html.leaf("p", WebPhrases.RELOAD.in(call.lang()), "class", "soft");
            button(html, "cancel", WebPhrases.CANCEL);
        }
        html.close("div");
    }

    /// Does something with the job and comes back.
    private void button(Html html, String what, WebPhrases words) {
        PageFrame.form(html, call, "/jobs/" + job.id() + "/" + what, out -> {
            out.empty(
                    "input",
                    "type",
                    "hidden",
                    "name",
                    "back",
                    "value",
                    call.state().address());
            out.leaf("button", words.in(call.lang()));
        });
    }

    private void running(Html html, JobState.Running running) {
        html.leaf("p", WebPhrases.WORKING.in(call.lang()), "class", "lead");
        html.open("p")
                .leaf("span", running.stage().in(call.lang()), "data-stage", "")
                .text(" ");
        html.leaf(
                "span",
                running.total() > 0 ? WebPhrases.STEPS.in(call.lang(), running.done(), running.total()) : "",
                "data-steps",
                "");
        html.close("p");
        String words = WebPhrases.WORKING.in(call.lang());
        if (running.total() > 0) {
            html.open(
                            "progress",
                            "max",
                            Long.toString(running.total()),
                            "value",
                            Long.toString(running.done()),
                            "aria-label",
                            words)
                    .close("progress");
        } else {
            html.open("progress", "aria-label", words).close("progress");
        }
    }

    /// What the command said about it.
    private void failed(Html html, JobState.Failed failed) {
        html.leaf("p", WebPhrases.FAILED.in(call.lang()) + " " + failed.why().in(call.lang()), "class", "lead");
        for (String line : said()) {
            html.leaf("p", line, "class", "warn");
        }
        if (!failed.forGood()) {
            button(html, "again", WebPhrases.AGAIN);
        }
    }

    private List<String> said() {
        try {
            return Files.readAllLines(job.folder().said());
        } catch (IOException _) {
            return List.of();
        }
    }
}
