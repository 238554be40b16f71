package org.genryu.cli.evidence;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.evidence.trend.Attention;
import org.genryu.evidence.trend.Detector.Day;
import org.genryu.evidence.trend.DetectorSetting;
import org.genryu.evidence.trend.Kleinberg;
import org.genryu.evidence.trend.Topic;
import org.genryu.results.JsonDocument;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu trend`: attention over time, alarms and bursts.
///
/// Size: every option in two languages, and the answer of alarms and of bursts as text and as JSON.
public final class TrendCommand implements Command {
    private static final List<String> METHODS =
            List.of("epitweetr", "kleinberg", "kleinberg-batched", "ears-c1", "ears-c2", "ewma", "poisson");

    @Override
    public String name() {
        return "trend";
    }

    @Override
    public Text summary() {
        return new Text(
                "How attention to a topic moves: reports, stories and sources apart, alarms with their rate of false ones, and bursts.",
                "話題への関心の動き。記事・話の数・情報源を分けて数え、警報とその誤報率、急増期間を示します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Documents, or one CSV with `time` and optional `count` and `total`; exports of Google Trends, GDELT and page
                views are read as what they are and never mixed.

                Examples:
                  genryu trend news/*.txt --topic レアアース
                  genryu trend news/*.txt --topic all --fdr 0.1
                  genryu trend series.csv --method kleinberg-batched --s 2 --gamma 1 --json""", """
                文書、または `time` と任意の `count`・`total` の列をもつ CSV 一つ。Google トレンド、GDELT、閲覧数の
                書き出しもそのまま読み、混ぜません。

                例:
                  genryu trend news/*.txt --topic レアアース
                  genryu trend news/*.txt --topic all --fdr 0.1
                  genryu trend series.csv --method kleinberg-batched --s 2 --gamma 1 --json""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.parameters("FILE…", new Text("Documents, or one CSV.", "文書、または CSV 一つ。")));
        spec.addOption(words.option(
                "--topic",
                "WORD",
                new Text(
                        "A topic of the program, any word, several by commas, or all.",
                        "組み込みの話題、任意の語、コンマ区切りの複数、または all。")));
        spec.addOption(words.option(
                "--method",
                "NAME",
                new Text(
                        "One of " + String.join(", ", METHODS) + "; by default epitweetr.",
                        String.join("、", METHODS) + " のいずれか。既定は epitweetr。")));
        spec.addOption(words.option(
                "--s", "NUMBER", new Text("kleinberg: base of the rates, above 1.", "kleinberg: 率の底(1 より大)。")));
        spec.addOption(words.option(
                "--gamma", "NUMBER", new Text("kleinberg: cost of going up, above 0.", "kleinberg: 上がる費用(0 より大)。")));
        spec.addOption(words.option(
                "--alpha", "NUMBER", new Text("epitweetr, poisson: level of an alarm.", "epitweetr・poisson: 警報の水準。")));
        spec.addOption(words.option(
                "--lambda", "NUMBER", new Text("ewma: weight of a new value, 0 to 1.", "ewma: 新しい値の重み(0〜1)。")));
        spec.addOption(words.option(
                "--start", "NUMBER", new Text("ewma: mean; by default that of the series.", "ewma: 平均。既定は系列の平均。")));
        spec.addOption(words.option(
                "--sigma", "NUMBER", new Text("ewma: deviation; ears: its floor.", "ewma: 標準偏差。ears: その下限。")));
        spec.addOption(words.flag(
                "--weekday",
                new Text(
                        "Hold each day against the same weekday of the weeks before; for daily series with a pattern of the week.",
                        "各日を前の週の同じ曜日と比べます。曜日の型がある日次の系列向けです。")));
        spec.addOption(words.option(
                "--fdr",
                "RATE",
                new Text(
                        "Several topics: part of the alarms that may be false (Benjamini and Hochberg); by default 0.1.",
                        "複数の話題: 警報のうち誤報を許す割合(Benjamini と Hochberg)。既定は 0.1。")));
        spec.addOption(words.option(
                "--pulled", "YYYY-MM-DD", new Text("On which day a series of others was fetched.", "外部の系列を取得した日。")));
        spec.addOption(
                words.option("--shingle", "char5|word1", new Text("How copies of a story are told.", "同じ話の判定に使う断片。")));
        spec.addOption(words.timeLimit());
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        List<String> files = call.parameters();
        if (files.isEmpty()) {
            throw new Arguments.Misuse(new Text("trend: a FILE is missing.", "trend: FILE を指定してください。"));
        }
        String method = call.option("--method").orElse("epitweetr");
        if (!METHODS.contains(method)) {
            throw new Arguments.Misuse(new Text(
                    "--method is '%s'; it must be one of %s.".formatted(method, String.join(", ", METHODS)),
                    "--method は '%s' です。%s のいずれかを指定してください。".formatted(method, String.join("、", METHODS))));
        }
        List<Finding> findings = new ArrayList<>();
        List<String> topics = topics(call);
        if (topics.size() > 1 && CountedSeries.file(files).isEmpty()) {
            List<Attention.Dated> articles = CountedSeries.articles(call, files, findings);
            if (method.startsWith("kleinberg") || failed(findings)) {
                return method.startsWith("kleinberg")
                        ? bad(new Text("kleinberg takes one topic at a time.", "kleinberg は話題を一つずつ調べます。"))
                        : new CommandResult.BadInput(findings);
            }
            call.progress().clear();
            call.remarks(findings);
            double rate = number(call, "--fdr", 0.1);
            between("--fdr", rate, 0, 1);
            return TopicWatch.of(articles, topics, CountedSeries.shingle(call), setting(call, method), rate)
                    .tell(call, method);
        }
        Optional<CountedSeries> counted = CountedSeries.of(call, files, findings);
        if (counted.isEmpty() || failed(findings)) {
            return new CommandResult.BadInput(findings);
        }
        call.progress().clear();
        call.remarks(findings);
        CountedSeries series = counted.get();
        if (series.counts().length == 0) {
            call.line(new Text("No dated report on the topic.", "日付のある記事がありません。"));
        }
        return method.startsWith("kleinberg") ? bursts(call, series, method) : days(call, series, method);
    }

    private static boolean failed(List<Finding> findings) {
        return findings.stream().anyMatch(one -> one.severity() == Severity.ERROR);
    }

    private static List<String> topics(CommandCall call) {
        String said = call.option("--topic").orElse("rare-earths");
        return said.equals("all")
                ? Topic.own().stream().map(Topic::id).toList()
                : Arrays.stream(said.split("[,、]"))
                        .map(String::strip)
                        .distinct()
                        .toList();
    }

    /// The day on which a series was fetched: what is said on the call stands above what the file says.
    private static Optional<String> pulled(CommandCall call, CountedSeries series) {
        Optional<String> said = call.option("--pulled");
        said.ifPresent(day -> {
            try {
                LocalDate.parse(day);
            } catch (DateTimeException e) {
                throw new Arguments.Misuse(new Text(
                        "--pulled is '%s'; it must be a day such as 2026-01-14.".formatted(day),
                        "--pulled は '%s' です。2026-01-14 のような日付を指定してください。".formatted(day)));
            }
        });
        return said.or(series::pulled);
    }

    private static double number(CommandCall call, String option, double usual) {
        try {
            return call.option(option).map(Double::parseDouble).orElse(usual);
        } catch (NumberFormatException e) {
            throw new Arguments.Misuse(new Text(
                    "%s is '%s'; it must be a number."
                            .formatted(option, call.option(option).orElse("")),
                    "%s は '%s' です。数を指定してください。"
                            .formatted(option, call.option(option).orElse(""))));
        }
    }

    private static void between(String option, double value, double low, double high) {
        if (!(value > low && value < high)) {
            String limit = high == Double.POSITIVE_INFINITY ? "" : " and below " + NumberText.exact(high);
            String more = high == Double.POSITIVE_INFINITY ? "" : "、" + NumberText.exact(high) + " より小さい数";
            throw new Arguments.Misuse(new Text(
                    "%s is %s; it must be above %s%s."
                            .formatted(option, NumberText.exact(value), NumberText.exact(low), limit),
                    "%s は %s です。%s より大きい数%sを指定してください。"
                            .formatted(option, NumberText.exact(value), NumberText.exact(low), more)));
        }
    }

    // ---------------------------------------------------------------- bursts

    private static CommandResult bursts(CommandCall call, CountedSeries series, String method) {
        double s = number(call, "--s", 2);
        double gamma = number(call, "--gamma", 1);
        between("--s", s, 1, Double.POSITIVE_INFINITY);
        between("--gamma", gamma, 0, Double.POSITIVE_INFINITY);
        boolean batched = method.equals("kleinberg-batched");
        double[] totals = series.totals().orElse(new double[0]);
        if (batched && (totals.length == 0 || Arrays.stream(series.counts()).sum() == 0)) {
            return bad(new Text(
                    "kleinberg-batched needs a column `total` and some reports.",
                    "kleinberg-batched には total 列と 1 件以上の記事が必要です。"));
        }
        double[] gaps = series.gaps();
        boolean sound = gaps.length > 0 && Arrays.stream(gaps).allMatch(gap -> gap > 0);
        if (!batched && !sound) {
            return bad(new Text(
                    "kleinberg needs two reports or more, each at another time, in rising order.",
                    "kleinberg には異なる時刻の記事が 2 件以上、時刻順に必要です。"));
        }
        Kleinberg.Path path =
                batched ? Kleinberg.batches(series.counts(), totals, s, gamma) : Kleinberg.gaps(gaps, s, gamma);
        // a gap begins with one report and ends with the next
        List<String> times = batched ? series.times() : series.reportTimes();
        int ends = batched ? 0 : 1;
        Set<String> high = new HashSet<>();
        for (int i = 0; i < path.states().length; i++) {
            if (path.states()[i] > 0) {
                high.addAll(times.subList(i, i + 1 + ends));
            }
        }
        Optional<String> pulled = pulled(call, series);
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("method", method)
                        .text("kind", series.kind())
                        .part("parameters", () -> json.number("s", s).number("gamma", gamma));
                pulled.ifPresent(day -> json.text("pulled", day));
                json.rows("points", () -> {
                    for (int t = 0; t < series.counts().length; t++) {
                        int at = t;
                        json.row(() -> json.text("time", series.times().get(at))
                                .number("value", series.counts()[at])
                                .number("limit", Double.NaN)
                                .yes("alarm", high.contains(series.times().get(at))));
                    }
                });
                json.numbers(
                        "states", Arrays.stream(path.states()).asDoubleStream().toArray());
                json.number("cost", path.cost());
                json.rows(
                        "bursts",
                        () -> path.bursts()
                                .forEach(burst -> json.row(() -> json.number("level", burst.level())
                                        .text("from", label(times, burst.from()))
                                        .text("to", label(times, burst.to() + ends))
                                        .number("weight", burst.weight()))));
                clusters(json, series);
            }
            return new CommandResult.Done();
        }
        head(call, series, pulled);
        path.bursts().stream()
                .filter(burst -> burst.level() > 0)
                .forEach(burst -> call.line(new Text(
                        "Burst of level %s from %s to %s, weight %s."
                                .formatted(
                                        burst.level(),
                                        label(times, burst.from()),
                                        label(times, burst.to() + ends),
                                        NumberText.number(burst.weight())),
                        "急増(段階%s): %s から %s まで、重み %s。"
                                .formatted(
                                        burst.level(),
                                        label(times, burst.from()),
                                        label(times, burst.to() + ends),
                                        NumberText.number(burst.weight())))));
        if (path.bursts().stream().noneMatch(burst -> burst.level() > 0)) {
            call.line(new Text("No burst.", "急増はありません。"));
        }
        return new CommandResult.Done();
    }

    private static String label(List<String> times, int at) {
        return at < times.size() ? times.get(at) : Integer.toString(at);
    }

    private static CommandResult bad(Text problem) {
        return new CommandResult.BadInput(
                List.of(Finding.error(Finding.Place.NOWHERE, new Text("Series", "系列"), problem)));
    }

    // ---------------------------------------------------------------- alarms

    private static DetectorSetting setting(CommandCall call, String method) {
        DetectorSetting usual = DetectorSetting.usual(
                DetectorSetting.Method.valueOf(method.toUpperCase(Locale.ROOT).replace('-', '_')));
        double alpha = number(call, "--alpha", usual.alpha());
        between("--alpha", alpha, 0, 1);
        double lambda = number(call, "--lambda", usual.lambda());
        between("--lambda", lambda, 0, 1.0000001);
        OptionalDouble start = given(call, "--start");
        OptionalDouble sigma = given(call, "--sigma");
        if (sigma.isPresent() && !(sigma.getAsDouble() >= 0)) {
            between("--sigma", sigma.getAsDouble(), 0, Double.POSITIVE_INFINITY);
        }
        return new DetectorSetting(usual.method(), alpha, lambda, start, sigma, call.flag("--weekday"));
    }

    private static OptionalDouble given(CommandCall call, String option) {
        return call.option(option).isPresent() ? OptionalDouble.of(number(call, option, 0)) : OptionalDouble.empty();
    }

    private static CommandResult days(CommandCall call, CountedSeries series, String method) {
        DetectorSetting setting = setting(call, method);
        if (setting.weekly() && !series.isDaily()) {
            return bad(new Text("--weekday needs a value for each day, without gaps.", "--weekday には欠けのない日ごとの値が必要です。"));
        }
        boolean counts = !series.kind().equals("gdelt") && !series.kind().equals("google-trends");
        if (!counts && method.equals("poisson")) {
            return bad(new Text(
                    "poisson needs counts; these values are shares or an index.", "poisson には件数が必要です。これらの値は割合か指数です。"));
        }
        List<Day> days = counts ? setting.days(series.counts()) : setting.daysOfShares(series.counts());
        OptionalDouble expected = counts
                ? OptionalDouble.of(DetectorSetting.falseAlarms(
                        setting.quietDays(DetectorSetting.quiet(series.counts(), series.isDaily()))))
                : OptionalDouble.empty();
        Optional<String> pulled = pulled(call, series);
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("method", method).text("kind", series.kind());
                pulled.ifPresent(day -> json.text("pulled", day));
                json.part(
                        "parameters",
                        () -> json.number("alpha", setting.alpha())
                                .number("lambda", setting.lambda())
                                .number("sigma", setting.sigma().orElse(Double.NaN))
                                .yes("weekday", setting.weekly()));
                expected.ifPresent(rate -> json.number("false_alarms_a_day", rate));
                json.rows("points", () -> {
                    for (int t = 0; t < days.size(); t++) {
                        Day day = days.get(t);
                        String time = series.times().get(t);
                        json.row(() -> json.text("time", time)
                                .number("value", day.value())
                                .number("limit", day.limit().orElse(Double.NaN))
                                .yes("alarm", day.alarm()));
                    }
                });
                json.rows("bursts", () -> {});
                clusters(json, series);
            }
            return new CommandResult.Done();
        }
        head(call, series, pulled);
        long alarms = days.stream().filter(Day::alarm).count();
        if (expected.isPresent()) {
            String week = NumberText.number(7 * expected.getAsDouble());
            String all = NumberText.number(expected.getAsDouble() * days.size());
            call.line(new Text(
                    "%s alarms in %s days; where nothing happens %s false ones would be expected (%s in seven days)."
                            .formatted(alarms, days.size(), all, week),
                    "%s 日間に警報 %s 件。何も起きていなくても %s 件ほど(7日あたり %s 件)の誤報が見込まれます。"
                            .formatted(days.size(), alarms, all, week)));
        } else {
            call.line(new Text(
                    "%s alarms in %s points; of values that are no counts no rate of false ones can be told."
                            .formatted(alarms, days.size()),
                    "%s 時点に警報 %s 件。件数でない値の誤報率はわかりません。".formatted(days.size(), alarms)));
        }
        for (int t = 0; t < days.size(); t++) {
            if (days.get(t).alarm()) {
                call.line("  " + series.times().get(t) + "  "
                        + NumberText.number(days.get(t).value()) + " > "
                        + NumberText.number(days.get(t).limit().orElse(0)));
            }
        }
        return new CommandResult.Done();
    }

    private static void head(CommandCall call, CountedSeries series, Optional<String> pulled) {
        if (pulled.isPresent()) {
            call.line(new Text(
                    "Series of %s, pulled on %s.".formatted(series.kind(), pulled.get()),
                    "系列: %s、取得日 %s。".formatted(series.kind(), pulled.get())));
        } else if (!series.kind().equals("counts") && !series.kind().equals("reports")) {
            call.line(new Text(
                    "Series of %s. On which day it was pulled is not known, and a second pull may differ; say --pulled or a line '# pulled 2026-01-14'."
                            .formatted(series.kind()),
                    "系列: %s。取得日が不明です(取り直すと値が変わることがあります)。--pulled か「# 取得日 2026-01-14」の行で示してください。"
                            .formatted(series.kind())));
        }
        series.attention().ifPresent(one -> {
            Text name = series.topic().orElseThrow().name();
            String reports = NumberText.number(Arrays.stream(one.reports()).sum());
            String all = NumberText.number(Arrays.stream(one.all()).sum());
            call.line(new Text(
                    "%s: %s of %s dated reports, %s different stories; %s undated reports are not in the series. Reports of one day are spread evenly over it."
                            .formatted(
                                    name.en(),
                                    reports,
                                    all,
                                    one.clusters(),
                                    one.undated().size()),
                    "%s: 日付のある記事 %s 件のうち %s 件、異なる話 %s 件。日付のない %s 件は系列に含めません。同じ日の記事は一日に均等に置きます。"
                            .formatted(
                                    name.ja(),
                                    all,
                                    reports,
                                    one.clusters(),
                                    one.undated().size())));
        });
    }

    private static void clusters(JsonDocument json, CountedSeries series) {
        json.number("clusters", series.attention().map(Attention::clusters).orElse(0));
        json.texts("undated", series.attention().map(Attention::undated).orElse(List.of()));
    }
}
