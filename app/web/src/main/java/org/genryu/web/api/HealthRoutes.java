package org.genryu.web.api;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.genryu.core.Text;
import org.genryu.web.http.Access;
import org.genryu.web.http.AuditLog;
import org.genryu.web.http.RequestLog;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebRoute;
import org.genryu.web.page.WebDesk;

/// Is the server well, and how busy is it? For those who keep it.
public final class HealthRoutes {
    private static final List<String> STATES = List.of("waiting", "running", "done", "failed", "cancelled");
    private final WebDesk desk;
    private final RequestLog log;
    private final AuditLog audit;

    public HealthRoutes(WebDesk desk, RequestLog log, AuditLog audit) {
        this.desk = desk;
        this.log = log;
        this.audit = audit;
    }

    List<WebRoute> routes() {
        return List.of(
                WebRoute.get(
                        "/health", Access.ANYONE, new Text("Whether the server can work.", "サーバーの状態。"), this::health),
                WebRoute.get(
                        "/metrics",
                        Access.VIEWER,
                        new Text("How busy the server is, as plain text.", "サーバーの負荷(テキスト)。"),
                        this::metrics));
    }

    /// 503 if what people decide could not be kept.
    private void health(WebCall call) {
        boolean writable = Files.isWritable(desk.home());
        Answers.send(
                call,
                writable ? 200 : 503,
                json -> json.text("status", writable ? "ok" : "unwritable").text("version", desk.version()));
    }

    private void metrics(WebCall call) {
        StringBuilder text = new StringBuilder();
        for (int digit = 1; digit <= 5; digit++) {
            line(text, "genryu_requests_total{status=\"%sxx\"}".formatted(digit), log.ended(digit));
        }
        line(text, "genryu_request_seconds_total", log.seconds());
        line(text, "genryu_log_lines_lost_total", log.lost());
        for (AuditLog.Deed deed : AuditLog.Deed.values()) {
            line(text, "genryu_account_deeds_total{deed=\"%s\"}".formatted(AuditLog.word(deed)), audit.count(deed));
        }
        Map<String, Long> jobs = desk.jobs().jobs().stream()
                .collect(Collectors.groupingBy(job -> job.state().word(), TreeMap::new, Collectors.counting()));
        STATES.forEach(state -> line(text, "genryu_jobs{state=\"%s\"}".formatted(state), jobs.getOrDefault(state, 0L)));
        Runtime machine = Runtime.getRuntime();
        line(text, "genryu_memory_bytes", machine.totalMemory() - machine.freeMemory());
        line(text, "genryu_uptime_seconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
        call.context().contentType("text/plain; version=0.0.4; charset=utf-8").result(text.toString());
    }

    private static void line(StringBuilder text, String name, double value) {
        text.append(name)
                .append(' ')
                .append(String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.000$", ""))
                .append('\n');
    }
}
