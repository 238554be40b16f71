package org.genryu.web.book;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.report.write.Html;
import org.genryu.store.ChangeStore;
import org.genryu.store.KeptChange;
import org.genryu.store.StoreAddress;
import org.genryu.web.http.WebCall;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobState;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;

/// What ran and how did it end; who changed what, is it as it was written, can it be restored?
final class RunsView {
    private static final Text JOBS = new Text("Runs", "実行");
    private static final Text AUDIT = new Text("Who changed what", "誰が何を変えたか");
    private static final Text SAFE = new Text("Can it be restored?", "元に戻せるか");
    private static final List<Text> JOB_COLUMNS = List.of(
            new Text("Asked", "依頼"),
            new Text("By", "依頼者"),
            new Text("Question", "内容"),
            new Text("State", "状態"),
            new Text("Case (hash)", "ケース（ハッシュ）"),
            new Text("Id", "ID"),
            new Text("Do", "操作"));
    private static final List<Text> CHANGE_COLUMNS = List.of(
            new Text("No.", "番号"),
            new Text("When", "日時"),
            new Text("Who", "誰が"),
            new Text("What", "何を"),
            new Text("Why", "なぜ"),
            new Text("Cites", "出典"),
            new Text("Hash", "ハッシュ"));
    private static final Text CANCEL = new Text("Cancel", "中止");
    private static final Text AGAIN = new Text("Ask again", "もう一度計算する");
    private static final Text FILES = new Text("Files", "ファイル");
    private static final Text NO_CHANGE = new Text("Nobody has changed anything yet.", "まだ変更はありません。");
    private static final Text VERIFY = new Text("Verify the chain of hashes", "ハッシュの連鎖を検証する");
    private static final Text WHOLE = new Text(
            "All %s changes are as they were written, each after the one before. Last hash %s.",
            "変更 %s 件すべてが書かれたままで、順につながっています。最後のハッシュ %s");
    private static final Text BACKUP = new Text("Download a backup", "控えをダウンロード");
    private static final Text TEST = new Text("Test the restore now", "復元を今試す");
    private static final Text NEVER = new Text("The restore was never tested here.", "ここではまだ復元を試していません。");
    private static final Text TESTED = new Text(
            "Last restore test %s: %s changes, restored to the same hash %s.", "最後の復元試験 %s：変更 %s 件、同じハッシュ %s に戻りました。");
    private static final Text OTHER_HASH =
            new Text("The restore ended at another hash; the backup is not whole.", "復元後のハッシュが一致しません。控えが完全ではありません。");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String CHECK = "verify";
    private static final String TEST_FILE = "restore-test.txt";
    private static final int MOST_CHANGES = 200;
    private static final int MOST_JOBS = 200;

    private final WebDesk desk;

    RunsView(WebDesk desk) {
        this.desk = desk;
    }

    void show(WebCall call) throws Exception {
        Optional<String> said = call.setting(CHECK).isPresent() ? Optional.of(verified(call)) : Optional.empty();
        PageFrame frame = new PageFrame(desk, call, WebPage.RUNS);
        Optional<String> tested = tested();
        List<KeptChange> changes = changes();
        List<Job> jobs = desk.jobs().jobs();
        call.page(frame.of(html -> {
            said.ifPresent(words -> html.leaf("p", words, "class", "lead", "role", "status"));
            html.leaf("h2", JOBS.in(call.lang()), "id", "jobs");
            jobs(html, call, jobs);
            html.leaf("h2", AUDIT.in(call.lang()), "id", "audit");
            if (changes.isEmpty()) {
                html.leaf("p", NO_CHANGE.in(call.lang()));
            } else {
                changes(html, call, changes);
            }
            html.open("p")
                    .leaf(
                            "a",
                            VERIFY.in(call.lang()),
                            "class",
                            "button second",
                            "href",
                            call.state().with(CHECK, "yes").address())
                    .close("p");
            html.leaf("h2", SAFE.in(call.lang()), "id", "restore");
            html.leaf("p", tested.map(line -> told(call, line)).orElse(NEVER.in(call.lang())));
            html.open("div", "class", "next");
            html.leaf("a", BACKUP.in(call.lang()), "class", "button second", "href", "/runs/backup.jsonl");
            button(html, call, "/runs/restore-test", TEST);
            html.close("div");
        }));
    }

    private static void button(Html html, WebCall call, String action, Text words) {
        PageFrame.form(html, call, call.state().at(action).address(), out -> out.leaf("button", words.in(call.lang())));
    }

    // ---------------------------------------------------------------- jobs

    private static void head(Html html, WebCall call, Text caption, List<Text> columns) {
        PageFrame.tableHead(
                html,
                caption.in(call.lang()),
                columns.stream().map(column -> column.in(call.lang())).toList());
    }

    private void jobs(Html html, WebCall call, List<Job> jobs) {
        head(html, call, JOBS, JOB_COLUMNS);
        jobs.stream().limit(MOST_JOBS).forEach(job -> {
            html.open("tr").leaf("th", time(job.asked()), "scope", "row");
            html.leaf("td", String.join(", ", new TreeSet<>(job.askers())), "class", "words");
            html.leaf("td", desk.shown(job.question().typed()), "class", "words");
            html.leaf("td", state(call, job.state()));
            html.leaf("td", short_(job.question().subject())).leaf("td", short_(job.id()));
            html.open("td");
            actions(html, call, job);
            html.close("td").close("tr");
        });
        html.close("tbody").close("table").close("div");
    }

    private static void actions(Html html, WebCall call, Job job) {
        switch (job.state()) {
            case JobState.Waiting _, JobState.Running _ -> button(html, call, "/jobs/" + job.id() + "/cancel", CANCEL);
            case JobState.Failed _, JobState.Cancelled _ -> button(html, call, "/jobs/" + job.id() + "/again", AGAIN);
            case JobState.Done _ -> html.leaf("a", FILES.in(call.lang()), "href", "/jobs/" + job.id() + "/tables.zip");
        }
    }

    private static String state(WebCall call, JobState state) {
        return switch (state) {
            case JobState.Waiting _ -> new Text("waiting", "待機中").in(call.lang());
            case JobState.Running(Text stage, long _, long _) ->
                new Text("running: " + stage.en(), "計算中：" + stage.ja()).in(call.lang());
            case JobState.Done(int code) ->
                code == 0
                        ? new Text("done", "完了").in(call.lang())
                        : new Text("done, not all proved", "完了（一部未証明）").in(call.lang());
            case JobState.Failed(int code) ->
                new Text("no answer (" + code + ")", "答えなし（" + code + "）").in(call.lang());
            case JobState.Cancelled _ -> new Text("cancelled", "中止").in(call.lang());
        };
    }

    private static String time(java.time.Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    /// To the second, in universal time as it is kept.
    private static String moment(String at) {
        return at.length() < 20 ? at : at.substring(0, 19).replace('T', ' ') + " UTC";
    }

    private static String short_(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    // ---------------------------------------------------------------- changes

    private List<KeptChange> changes() throws Exception {
        StoreAddress address = desk.store();
        if (!ChangeStore.exists(address)) {
            return List.of();
        }
        return HomeStore.told(() -> {
            try (ChangeStore store = ChangeStore.open(address)) {
                return store.newest(MOST_CHANGES);
            }
        });
    }

    private static void changes(Html html, WebCall call, List<KeptChange> changes) {
        head(html, call, AUDIT, CHANGE_COLUMNS);
        for (KeptChange one : changes) {
            html.open("tr").leaf("th", Long.toString(one.number()), "scope", "row", "class", "n");
            html.leaf("td", moment(one.reason().at())).leaf("td", one.reason().who());
            html.leaf(
                    "td",
                    one.deed().book() + " · " + one.deed().kind() + " · "
                            + one.deed().subject(),
                    "class",
                    "words");
            html.leaf("td", one.reason().why(), "class", "words")
                    .leaf("td", one.reason().cites(), "class", "words");
            html.leaf("td", short_(one.hash())).close("tr");
        }
        html.close("tbody").close("table").close("div");
    }

    private String verified(WebCall call) throws Exception {
        StoreAddress address = desk.store();
        if (!ChangeStore.exists(address)) {
            return NO_CHANGE.in(call.lang());
        }
        ChangeStore.Head head = HomeStore.told(() -> {
            try (ChangeStore store = ChangeStore.open(address)) {
                return store.verify();
            }
        });
        return WHOLE.in(call.lang()).formatted(head.changes(), short_(head.hash()));
    }

    // ---------------------------------------------------------------- backup

    void backup(WebCall call) throws Exception {
        call.backup("genryu-backup.jsonl", "application/jsonl", backup().getBytes(StandardCharsets.UTF_8));
    }

    private String backup() throws IOException, WebCall.Refused {
        return HomeStore.told(() -> {
            try (ChangeStore store = ChangeStore.open(desk.store())) {
                StringWriter text = new StringWriter();
                store.backup(text);
                return text.toString();
            }
        });
    }

    /// Restores a backup into a store of its own, which is taken away again: does it come to the same hash?
    void restoreTest(WebCall call) throws Exception {
        String backup = backup();
        Path aside = Files.createTempDirectory(desk.home(), "restore-");
        Path scratch = aside.resolve("restored.db");
        try {
            ChangeStore.Head restored = HomeStore.told(() -> {
                try (ChangeStore store = ChangeStore.open(new StoreAddress.SqliteFile(scratch.toAbsolutePath()));
                        BufferedReader from = new BufferedReader(new StringReader(backup))) {
                    store.restore(from, "genryu-backup.jsonl");
                    return store.verify();
                }
            });
            ChangeStore.Head kept = HomeStore.told(() -> {
                try (ChangeStore store = ChangeStore.open(desk.store())) {
                    return store.verify();
                }
            });
            if (kept.changes() == restored.changes() && !kept.hash().equals(restored.hash())) {
                throw new WebCall.Refused(500, OTHER_HASH);
            }
            try (Draft draft = Draft.file(desk.home().resolve(TEST_FILE))) {
                draft.write(TEST_FILE, desk.clock().instant() + " " + restored.changes() + " " + restored.hash());
                draft.commit();
            }
        } finally {
            for (String ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(aside.resolve("restored.db" + ending));
            }
            Files.delete(aside);
        }
        call.seeOther(call.state().at(WebPage.RUNS.path()));
    }

    private Optional<String> tested() throws IOException {
        try {
            return Optional.of(Files.readString(desk.home().resolve(TEST_FILE)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static String told(WebCall call, String line) {
        String[] parts = (line + "  ").split(" ", -1);
        return TESTED.in(call.lang()).formatted(parts[0], parts[1], short_(parts[2]));
    }
}
