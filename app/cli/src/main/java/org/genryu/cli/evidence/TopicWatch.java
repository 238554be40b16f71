package org.genryu.cli.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.evidence.trend.Attention;
import org.genryu.evidence.trend.Detector.Day;
import org.genryu.evidence.trend.DetectorSetting;
import org.genryu.evidence.trend.FalseDiscovery;
import org.genryu.evidence.trend.NearCopies.Shingle;
import org.genryu.evidence.trend.Topic;
import org.genryu.results.JsonDocument;

/// Several topics watched at once: of the alarms of each day those are kept that hold against the number of topics.
record TopicWatch(List<Watched> topics, double rate) {
    /// @param falseAWeek alarms in seven days where nothing happens
    /// @param kept of each day, whether its alarm holds
    private record Watched(CountedSeries series, List<Day> days, double[] chances, double falseAWeek, boolean[] kept) {}

    static TopicWatch of(
            List<Attention.Dated> articles,
            List<String> topics,
            Shingle shingle,
            DetectorSetting setting,
            double rate) {
        List<Watched> watched = new ArrayList<>();
        for (String name : topics) {
            CountedSeries series = CountedSeries.of(articles, Topic.of(name), shingle);
            List<Day> days = setting.days(series.counts());
            boolean silent = Arrays.stream(series.counts()).sum() == 0;
            List<Day> quiet = silent ? List.of() : setting.quietDays(DetectorSetting.quiet(series.counts(), true));
            double[] chances = new double[days.size()];
            Arrays.fill(chances, 1);
            watched.add(new Watched(
                    series,
                    days,
                    silent ? chances : DetectorSetting.chances(days, quiet),
                    silent ? 0 : 7 * DetectorSetting.falseAlarms(quiet),
                    new boolean[days.size()]));
        }
        for (int t = 0; t < watched.getFirst().days().size(); t++) {
            int day = t;
            double[] chances =
                    watched.stream().mapToDouble(one -> one.chances()[day]).toArray();
            boolean[] remaining = FalseDiscovery.remaining(chances, rate);
            for (int k = 0; k < remaining.length; k++) {
                Watched one = watched.get(k);
                one.kept()[t] = remaining[k] && one.days().get(t).alarm();
            }
        }
        return new TopicWatch(watched, rate);
    }

    CommandResult tell(CommandCall call, String method) {
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("method", method).part("parameters", () -> json.number("fdr", rate));
                json.rows("topics", () -> topics.forEach(one -> json.row(() -> row(json, one))));
            }
            return new CommandResult.Done();
        }
        double all = topics.stream().mapToDouble(Watched::falseAWeek).sum();
        call.line(new Text(
                "%s topics in %s days. Where nothing happens %s false alarms would be expected in seven days over all of them; marked by * are those that hold against the number of topics (false discovery rate %s)."
                        .formatted(
                                topics.size(),
                                topics.getFirst().days().size(),
                                NumberText.number(all),
                                NumberText.number(rate)),
                "%s 日間、話題 %s 件。何も起きていなくても全体で7日あたり %s 件の誤報が見込まれます。* は話題の数を考えても残る警報です(偽発見率 %s)。"
                        .formatted(
                                topics.getFirst().days().size(),
                                topics.size(),
                                NumberText.number(all),
                                NumberText.number(rate))));
        for (Watched one : topics) {
            Attention attention = one.series().attention().orElseThrow();
            Text name = one.series().topic().orElseThrow().name();
            String reports =
                    NumberText.number(Arrays.stream(attention.reports()).sum());
            call.line(new Text(
                    "%s: %s reports, %s stories, %s false alarms expected in seven days"
                            .formatted(name.en(), reports, attention.clusters(), NumberText.number(one.falseAWeek())),
                    "%s: 記事 %s 件、話 %s 件、7日あたり誤報 %s 件の見込み"
                            .formatted(name.ja(), reports, attention.clusters(), NumberText.number(one.falseAWeek()))));
            for (int t = 0; t < one.days().size(); t++) {
                Day day = one.days().get(t);
                if (day.alarm()) {
                    call.line((one.kept()[t] ? "  * " : "    ")
                            + one.series().times().get(t) + "  "
                            + NumberText.number(day.value()) + " > "
                            + NumberText.number(day.limit().orElse(0)));
                }
            }
        }
        return new CommandResult.Done();
    }

    private static void row(JsonDocument json, Watched one) {
        Attention attention = one.series().attention().orElseThrow();
        json.text("topic", one.series().topic().orElseThrow().id())
                .number("reports", Arrays.stream(attention.reports()).sum())
                .number("stories", attention.clusters())
                .number("false_alarms_a_week", one.falseAWeek())
                .texts("undated", attention.undated());
        json.rows("alarms", () -> {
            for (int t = 0; t < one.days().size(); t++) {
                Day day = one.days().get(t);
                int at = t;
                if (day.alarm()) {
                    json.row(() -> json.text("time", one.series().times().get(at))
                            .number("value", day.value())
                            .number("limit", day.limit().orElse(Double.NaN))
                            .number("chance", one.chances()[at])
                            .yes("kept", one.kept()[at]));
                }
            }
        });
    }
}
