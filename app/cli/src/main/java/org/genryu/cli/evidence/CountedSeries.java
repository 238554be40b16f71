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
/// @param gaps between single reports, or between the times of the series
/// @param kind of the counts, which are never mixed
record CountedSeries(
        List<String> times,
        double[] counts,
        Optional<double[]> totals,
        double[] gaps,
        String kind,
        Optional<Attention> attention,
        Optional<Topic> topic) {
    static Optional<CountedSeries> of(CommandCall call, List<String> files, List<Finding> findings) throws IOException {
        Path first = Arguments.path("FILE", files.getFirst());
        if (files.size() == 1 && Files.isRegularFile(first) && Files.size(first) < 50_000_000) {
            String text = new String(Files.readAllBytes(first), StandardCharsets.UTF_8);
            if (SeriesFile.isOne(text)) {
                Outcome<SeriesFile> read = SeriesFile.read(files.getFirst(), text);
                findings.addAll(read.findings());
                return read.value()
                        .map(one -> new CountedSeries(
                                one.times(),
                                one.counts(),
                                one.totals(),
                                gaps(one),
                                one.kind(),
                                Optional.empty(),
                                Optional.empty()));
            }
        }
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
        Topic topic = Topic.of(call.option("--topic").orElse("rare-earths"));
        Shingle shingle = call.option("--shingle")
                .map(word -> Arguments.choice("--shingle", word, Shingle.class))
                .orElse(Shingle.CHAR5);
        Attention attention = Attention.of(articles, topic, shingle);
        List<Double> gaps = new ArrayList<>();
        double before = Double.NaN;
        for (int t = 0; t < attention.days().size(); t++) {
            for (int i = 0; i < attention.reports()[t]; i++) {
                double at = t + (i + 0.5) / attention.reports()[t];
                if (!Double.isNaN(before)) {
                    gaps.add(at - before);
                }
                before = at;
            }
        }
        return Optional.of(new CountedSeries(
                attention.days().stream().map(LocalDate::toString).toList(),
                attention.reports(),
                Optional.of(attention.all()),
                gaps.stream().mapToDouble(Double::doubleValue).toArray(),
                "reports",
                Optional.of(attention),
                Optional.of(topic)));
    }

    private static Optional<LocalDate> date(Article article, TimeFrame frame) {
        return article.date()
                .or(() -> PeriodScanner.documentDate(Shadow.of(article.text()).text(), frame)
                        .flatMap(period -> period.from()));
    }

    /// The gaps between the times of a series [days], or between its numbers.
    private static double[] gaps(SeriesFile series) {
        double[] times =
                series.times().stream().mapToDouble(CountedSeries::time).toArray();
        double[] gaps = new double[Math.max(0, times.length - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = times[i + 1] - times[i];
        }
        return gaps;
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
