package org.genryu.cli.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.CommandCall;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.evidence.document.Article;
import org.genryu.evidence.document.DocumentLimits;
import org.genryu.evidence.document.DocumentReader;
import org.genryu.evidence.text.Shadow;
import org.genryu.evidence.time.PeriodScanner;
import org.genryu.evidence.time.TimeFrame;
import org.genryu.evidence.trend.Attention;
import org.genryu.evidence.trend.NearCopies.Shingle;
import org.genryu.evidence.trend.SeriesFile;
import org.genryu.evidence.trend.Topic;

/// What a trend is made of: a series out of a file, or the reports on a topic that documents are.
///
/// @param times as they are written
/// @param totals all that was read, where that is known
/// @param reports the times of single reports [days, or as numbers]; those of one day are spread evenly over it; empty
/// where the values are no counts
/// @param reportTimes of each, as they are written
/// @param kind of the counts, which are never mixed
/// @param pulled when a series of others was fetched, where that is known
record CountedSeries(
        List<String> times,
        double[] counts,
        Optional<double[]> totals,
        double[] reports,
        List<String> reportTimes,
        String kind,
        Optional<String> pulled,
        Optional<Attention> attention,
        Optional<Topic> topic) {
    /// More single reports than that say nothing more about their gaps.
    private static final int MOST_REPORTS = 100_000;

    /// The articles that documents hold, each with its date.
    static List<Attention.Dated> articles(CommandCall call, List<String> files, List<Finding> findings)
            throws IOException {
        DocumentReader reader = new DocumentReader(DocumentLimits.USUAL);
        List<Attention.Dated> articles = new ArrayList<>();
        TimeFrame frame = ReadCommand.frame(call);
        for (String file : files) {
            call.progress().begin(new Text("reading " + file, file + " を読み込み中"));
            Outcome<List<Article>> read = reader.read(Arguments.path("FILE", file));
            findings.addAll(read.findings());
            for (Article article : read.value().orElse(List.of())) {
                articles.add(new Attention.Dated(article, date(article, frame)));
            }
        }
        return articles;
    }

    static Shingle shingle(CommandCall call) {
        return call.option("--shingle")
                .map(word -> Arguments.choice("--shingle", word, Shingle.class))
                .orElse(Shingle.CHAR5);
    }

    /// The series that the only file is, if it is one.
    static Optional<Outcome<SeriesFile>> file(List<String> files) throws IOException {
        Path first = Arguments.path("FILE", files.getFirst());
        if (files.size() == 1 && Files.isRegularFile(first) && Files.size(first) < 50_000_000) {
            String text = new String(Files.readAllBytes(first), StandardCharsets.UTF_8);
            return SeriesFile.isOne(text) ? Optional.of(SeriesFile.read(files.getFirst(), text)) : Optional.empty();
        }
        return Optional.empty();
    }

    static Optional<CountedSeries> of(CommandCall call, List<String> files, List<Finding> findings) throws IOException {
        Optional<Outcome<SeriesFile>> series = file(files);
        if (series.isPresent()) {
            findings.addAll(series.get().findings());
            return series.get().value().map(CountedSeries::of);
        }
        List<Attention.Dated> articles = articles(call, files, findings);
        return Optional.of(of(articles, Topic.of(call.option("--topic").orElse("rare-earths")), shingle(call)));
    }

    static CountedSeries of(List<Attention.Dated> articles, Topic topic, Shingle shingle) {
        Attention attention = Attention.of(articles, topic, shingle);
        List<String> days = attention.days().stream().map(LocalDate::toString).toList();
        return new CountedSeries(
                days,
                attention.reports(),
                Optional.of(attention.all()),
                spread(days, attention.reports()),
                labels(days, attention.reports()),
                "reports",
                Optional.empty(),
                Optional.of(attention),
                Optional.of(topic));
    }

    private static CountedSeries of(SeriesFile file) {
        boolean single = !file.counted();
        boolean counts = single || file.kind().equals("counts") || file.kind().equals("views");
        double[] reports = !counts
                ? new double[0]
                : single
                        ? file.times().stream().mapToDouble(CountedSeries::time).toArray()
                        : spread(file.times(), file.counts());
        return new CountedSeries(
                file.times(),
                file.counts(),
                file.totals(),
                reports,
                single ? file.times() : counts ? labels(file.times(), file.counts()) : List.of(),
                file.kind(),
                file.pulled(),
                Optional.empty(),
                Optional.empty());
    }

    /// Whether the times are days without gaps.
    boolean isDaily() {
        for (int t = 0; t < times.size(); t++) {
            if (time(times.get(t)) != time(times.getFirst()) + t) {
                return false;
            }
        }
        return times.size() > 1 && times.getFirst().matches("\\d{4}-\\d{2}-\\d{2}.*");
    }

    /// The gaps between single reports.
    double[] gaps() {
        double[] gaps = new double[Math.max(0, reports.length - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = reports[i + 1] - reports[i];
        }
        return gaps;
    }

    /// Reports of one time, spread evenly up to the next.
    private static double[] spread(List<String> times, double[] counts) {
        double[] at = times.stream().mapToDouble(CountedSeries::time).toArray();
        List<Double> reports = new ArrayList<>();
        for (int t = 0; t < at.length && reports.size() < MOST_REPORTS; t++) {
            double step = t + 1 < at.length ? at[t + 1] - at[t] : t > 0 ? at[t] - at[t - 1] : 1;
            long here = Math.round(counts[t]);
            for (long i = 0; i < here && reports.size() < MOST_REPORTS; i++) {
                reports.add(at[t] + Math.min(1, step) * (i + 0.5) / here);
            }
        }
        return reports.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<String> labels(List<String> times, double[] counts) {
        List<String> labels = new ArrayList<>();
        for (int t = 0; t < counts.length && labels.size() < MOST_REPORTS; t++) {
            for (long i = 0; i < Math.round(counts[t]) && labels.size() < MOST_REPORTS; i++) {
                labels.add(times.get(t));
            }
        }
        return labels;
    }

    private static Optional<LocalDate> date(Article article, TimeFrame frame) {
        return article.date()
                .or(() -> PeriodScanner.documentDate(Shadow.of(article.text()).text(), frame)
                        .flatMap(period -> period.from()));
    }

    private static double time(String written) {
        try {
            return written.matches("\\d{4}-\\d{2}-\\d{2}.*")
                    ? LocalDate.parse(written.substring(0, 10)).toEpochDay()
                    : Double.parseDouble(written);
        } catch (java.time.DateTimeException | NumberFormatException e) {
            return Double.NaN;
        }
    }
}
