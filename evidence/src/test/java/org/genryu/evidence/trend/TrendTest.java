package org.genryu.evidence.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.core.number.RandomDraws;
import org.genryu.evidence.document.Article;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Published and recomputed examples; the optimum against all paths; rates of false alarms by simulation.
class TrendTest {
    private static final double[] R = {0, 2, 1, 6, 7, 2, 8, 7, 2, 1};
    private static final double[] D = {9, 11, 12, 10, 10, 8, 12, 10, 13, 11};

    @Test
    void theBatchedExampleMustHaveItsOptimum() {
        Kleinberg.Path path = Kleinberg.batches(R, D, 2, 1);
        assertThat(path.states()).containsExactly(0, 0, 0, 1, 1, 0, 1, 1, 0, 0);
        assertThat(path.cost()).isCloseTo(25.524433, within(5e-7));
        List<Kleinberg.Burst> bursts =
                path.bursts().stream().filter(burst -> burst.level() == 1).toList();
        assertThat(bursts).extracting(Kleinberg.Burst::from).containsExactly(3, 6);
        assertThat(bursts.get(0).weight()).isCloseTo(3.955970, within(5e-7));
        assertThat(bursts.get(1).weight()).isCloseTo(5.342265, within(5e-7));
    }

    @Test
    void noPathMayCostLessThanTheOneFound() {
        Law.of(3, 40).holds(input -> {
            int n = input.whole("batches", 2, 9);
            double[] all = new double[n];
            double[] relevant = new double[n];
            for (int i = 0; i < n; i++) {
                all[i] = input.whole("all", 2, 12);
                relevant[i] = input.whole("relevant", 0, (int) all[i] - 1);
            }
            relevant[0] = Math.max(1, relevant[0]);
            Kleinberg.Path path = Kleinberg.batches(relevant, all, 1.5, 0.7);
            double p0 = Arrays.stream(relevant).sum() / Arrays.stream(all).sum();
            double[] p = {p0, Math.min(1.5 * p0, 1 - 1e-12)};
            double least = Double.POSITIVE_INFINITY;
            for (int states = 0; states < 1 << n; states++) {
                double cost = 0;
                int before = 0;
                for (int t = 0; t < n; t++) {
                    int state = states >> t & 1;
                    cost += (state > before ? 0.7 * Math.log(n) : 0) - logBinomial(all[t], relevant[t], p[state]);
                    before = state;
                }
                least = Math.min(least, cost);
            }
            assertThat(path.cost()).isCloseTo(least, within(1e-6));
        });
    }

    private static double logBinomial(double d, double r, double p) {
        double log = r * Math.log(p) + (d - r) * Math.log(1 - p);
        for (int i = 0; i < r; i++) {
            log += Math.log((d - i) / (r - i));
        }
        return log;
    }

    @Test
    void gapsMustRiseToABurstAndRefuseEqualTimes() {
        Kleinberg.Path path = Kleinberg.gaps(new double[] {10, 10, 10, 1, 1, 1, 1, 1, 10, 10}, 2, 1);
        assertThat(path.states()[4]).isPositive();
        assertThat(path.states()[0]).isZero();
        assertThat(path.bursts().getFirst()).isEqualTo(new Kleinberg.Burst(0, 0, 9, 0));
        assertThatThrownBy(() -> Kleinberg.gaps(new double[] {1, 0}, 2, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> Kleinberg.gaps(new double[] {1}, 1, 1)).hasMessageContaining("s is 1.0");
    }

    @Test
    void earsMustAlarmWhereItIsPublishedTo() {
        double[] counts = {2, 3, 1, 2, 4, 2, 3, 2, 3, 9, 12, 15, 3, 2};
        List<Detector.Day> c1 = Detector.ears(counts, 0, 0);
        assertThat(alarms(c1)).containsExactly(10, 11);
        assertThat(c1.get(9).limit().orElseThrow()).isCloseTo(5.4443, within(5e-5));
        assertThat(c1.get(10).limit().orElseThrow()).isCloseTo(11.3191, within(5e-5));
        assertThat(c1.get(11).limit().orElseThrow()).isCloseTo(17.1007, within(5e-5));
        List<Detector.Day> c2 = Detector.ears(counts, 2, 0);
        assertThat(alarms(c2)).containsExactly(10, 11, 12);
        assertThat(c2.get(9).limit().orElseThrow()).isCloseTo(5.4443, within(5e-5));
        assertThat(alarms(Detector.ears(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 0, 0)))
                .isEmpty();
    }

    private static int[] alarms(List<Detector.Day> days) {
        return IntStream.range(0, days.size())
                .filter(t -> days.get(t).alarm())
                .map(t -> t + 1)
                .toArray();
    }

    @Test
    void ewmaMustFollowTheHandbook() {
        double[] values = {
            52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1
        };
        double[] expected = {
            50.60, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05, 49.38,
            49.92, 50.73, 51.23, 51.94, 51.99
        };
        List<Detector.Day> days = Detector.ewma(values, 0.3, 50, 2.0539);
        for (int t = 0; t < values.length; t++) {
            assertThat(days.get(t).value()).isCloseTo(expected[t], within(0.0051));
            assertThat(days.get(t).alarm()).isFalse();
        }
        assertThat(days.getFirst().limit().orElseThrow()).isCloseTo(52.5884, within(5e-5));
    }

    /// By hand: 4 4 4 4 4 4 11 has one spike, which is weighted down to almost nothing.
    @Test
    void aPastSpikeMustNotHideTheNextOne() {
        double[] counts = {4, 5, 4, 5, 4, 5, 40, 20};
        assertThat(Detector.epitweetr(counts, 0.025).getLast().alarm()).isTrue();
        assertThat(Detector.ears(counts, 0, 0).getLast().alarm()).isFalse();
    }

    @Test
    void surpriseMustBeTheTailOfPoisson() {
        // P(X ≥ 3; 1) = 1 − e⁻¹(1 + 1 + ½)
        assertThat(Detector.surprise(3, 1)).isCloseTo(-Math.log10(1 - Math.exp(-1) * 2.5), within(1e-12));
    }

    private static final double[] EVEN = {20, 20, 20, 20, 20, 20, 20};
    private static final double[] WORKING_WEEK = {24, 22, 23, 21, 20, 7, 5};

    /// 210,000 quiet days of other draws: the rate of false alarms is within 20 % of the one that is stated for the
    /// series, whether each day is like the others or has its weekday.
    @ParameterizedTest
    @EnumSource(DetectorSetting.Method.class)
    void falseAlarmsMustBeAsOftenAsIsSaid(DetectorSetting.Method method) {
        DetectorSetting setting = DetectorSetting.usual(method);
        mustBeNear(setting, quietDays(EVEN));
        mustBeNear(setting.byWeekday(), quietDays(WORKING_WEEK));
    }

    private static double[] quietDays(double[] means) {
        RandomDraws draws = RandomDraws.of(5, "quiet");
        return IntStream.range(0, 7 * 30_000)
                .mapToDouble(t -> poisson(means[t % 7], draws.uniform(t, 1)))
                .toArray();
    }

    /// By adding up probabilities from 0 on.
    private static double poisson(double mean, double uniform) {
        double probability = Math.exp(-mean);
        double sum = probability;
        int count = 0;
        while (sum < uniform && count < 1000) {
            count++;
            probability *= mean / count;
            sum += probability;
        }
        return count;
    }

    private static void mustBeNear(DetectorSetting setting, double[] counts) {
        double stated = DetectorSetting.falseAlarms(setting.quietDays(DetectorSetting.quiet(counts, true)));
        double observed =
                setting.days(counts).stream().filter(Detector.Day::alarm).count() / (double) counts.length;
        assertThat(stated).isPositive();
        assertThat(observed).as(setting.toString()).isCloseTo(stated, within(0.2 * stated));
    }

    /// By hand: Mondays of 30, other days of 10. A Monday is nothing special against Mondays; a Tuesday of 30
    /// is, and the spread that the Mondays make hides it from a detector that knows no weekdays.
    @Test
    void aWeekdayMustBeHeldAgainstItsLikes() {
        double[] counts = new double[7 * 10];
        for (int t = 0; t < counts.length; t++) {
            counts[t] = (t % 7 == 0 ? 30 : 10) + t / 7 % 2;
        }
        counts[64] = 30; // a Tuesday
        DetectorSetting setting = DetectorSetting.usual(DetectorSetting.Method.EARS_C1);
        assertThat(alarms(setting.byWeekday().days(counts))).containsExactly(65);
        assertThat(alarms(setting.days(counts))).isEmpty();
    }

    /// Ten quiet series, day by day: seldom does any alarm remain; what is far above all does.
    @Test
    void alarmsThatRemainMustBeFewWhereNothingHappens() {
        RandomDraws draws = RandomDraws.of(6, "topics");
        DetectorSetting setting = DetectorSetting.usual(DetectorSetting.Method.EPITWEETR);
        int days = 3000;
        double[][] chances = new double[10][];
        List<Detector.Day> quiet = setting.quietDays(EVEN);
        for (int k = 0; k < 10; k++) {
            int topic = k;
            double[] counts = IntStream.range(0, days)
                    .mapToDouble(t -> poisson(20, draws.uniform(t, topic)))
                    .toArray();
            chances[k] = DetectorSetting.chances(setting.days(counts), quiet);
        }
        int alarmed = 0;
        for (int t = 0; t < days; t++) {
            int day = t;
            boolean[] remaining = FalseDiscovery.remaining(
                    Arrays.stream(chances).mapToDouble(each -> each[day]).toArray(), 0.1);
            alarmed += IntStream.range(0, 10).anyMatch(k -> remaining[k]) ? 1 : 0;
        }
        assertThat(alarmed / (double) days).isBetween(0.08, 0.12);
    }

    /// Benjamini and Hochberg 1995, section 4: fifteen p-values, of which the procedure at 0.05 rejects four.
    @Test
    void thePublishedExampleOfManyTestsMustRejectFour() {
        double[] chances = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000
        };
        boolean[] remaining = FalseDiscovery.remaining(chances, 0.05);
        assertThat(IntStream.range(0, 15).filter(i -> remaining[i])).containsExactly(0, 1, 2, 3);
    }

    /// 500 stories edited as agencies and papers do, and 500 pairs of different stories that share some sentences.
    @Test
    void copiesMustBeToldFromOtherStories() {
        int found = 0;
        int named = 0;
        for (int i = 0; i < 500; i++) {
            String story = Stories.story(i);
            found += isOneStory(story, Stories.edited(story, i)) ? 1 : 0;
            named += isOneStory(story, Stories.akin(i)) ? 1 : 0;
        }
        double recall = found / 500.0;
        double precision = found / (double) (found + named);
        assertThat(recall).isGreaterThanOrEqualTo(0.95);
        assertThat(precision).isGreaterThanOrEqualTo(0.98);
    }

    private static boolean isOneStory(String one, String other) {
        int[] clusters = NearCopies.clusters(List.of(one, other), NearCopies.Shingle.CHAR5);
        return clusters[0] == clusters[1];
    }

    /// The simple version: every pair by the index itself.
    @Test
    void clustersMustBeThoseOfAllPairs() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String story = Stories.story(i % 12);
            texts.add(i % 3 == 0 ? story : i % 3 == 1 ? Stories.edited(story, i) : Stories.akin(i % 12));
        }
        int[] simple = IntStream.range(0, texts.size()).toArray();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (simple[i] != simple[j]
                        && NearCopies.similarity(texts.get(i), texts.get(j), NearCopies.Shingle.CHAR5)
                                >= NearCopies.NEAR) {
                    int from = Math.max(simple[i], simple[j]);
                    int to = Math.min(simple[i], simple[j]);
                    Arrays.setAll(simple, k -> simple[k] == from ? to : simple[k]);
                }
            }
        }
        assertThat(NearCopies.clusters(texts, NearCopies.Shingle.CHAR5)).containsExactly(simple);
    }

    @Test
    void aSketchMustBeNearForWhatIsNear() {
        String story = Stories.story(3);
        long one = NearCopies.sketch(NearCopies.shingles(story, NearCopies.Shingle.CHAR5));
        long near = NearCopies.sketch(NearCopies.shingles(story + "続報。", NearCopies.Shingle.CHAR5));
        long far = NearCopies.sketch(NearCopies.shingles(Stories.story(4), NearCopies.Shingle.CHAR5));
        assertThat(Long.bitCount(one ^ near)).isLessThan(8).isLessThan(Long.bitCount(one ^ far));
    }

    @Test
    void copiesMustBeOneStory() {
        String story = "中国商務部は重レアアースの輸出を許可制にすると発表した。対象は七元素で、磁石メーカーは在庫の確保を急いでいる。専門家は影響が数カ月続くとみる。";
        String other = "豪州の鉱山会社は決算を発表し、生産量が前年を上回ったと述べた。価格の下落で利益は減ったが、投資計画は変えない方針だという。";
        int[] clusters = NearCopies.clusters(
                List.of(story, other, story.replace("専門家は", "関係者は"), story + " ", other.replace("述べた", "のべた")),
                NearCopies.Shingle.CHAR5);
        assertThat(clusters).containsExactly(0, 1, 0, 0, 1);
        assertThat(NearCopies.similarity("a b c", "a b d", NearCopies.Shingle.WORD1))
                .isEqualTo(0.5);
    }

    @Test
    void attentionMustCountReportsStoriesAndSourcesApart() {
        List<Attention.Dated> articles = new ArrayList<>();
        LocalDate day = LocalDate.of(2026, 1, 5);
        String story = "レアアースの輸出規制が強化された。対象の企業は対応を急いでいる。";
        articles.add(dated("a", story, Optional.of(day)));
        articles.add(dated("b", story, Optional.of(day)));
        articles.add(dated(
                "c", "Rare earth prices rose again in the spring as buyers returned.", Optional.of(day.plusDays(2))));
        articles.add(dated("d", "天気の話。", Optional.of(day)));
        articles.add(dated("e", "希土類の話。", Optional.empty()));
        Attention attention = Attention.of(articles, Topic.of("レアアース"), NearCopies.Shingle.CHAR5);
        assertThat(attention.days()).hasSize(3);
        assertThat(attention.reports()).containsExactly(2, 0, 1);
        assertThat(attention.stories()).containsExactly(1, 0, 1);
        assertThat(attention.sources()).containsExactly(2, 0, 1);
        assertThat(attention.share(0)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(attention.undated()).containsExactly("e");
        assertThat(attention.clusters()).isEqualTo(3);
    }

    private static Attention.Dated dated(String name, String text, Optional<LocalDate> date) {
        return new Attention.Dated(new Article(name, "", "", date, text), date);
    }

    @Test
    void aTopicMustKnowItsWordsAndWhatSpeaksAgainstIt() {
        assertThat(Topic.of("rare-earths").isIn("ネオジムとテルビウムが不足する。")).isTrue();
        assertThat(Topic.of("rare-earths").isIn("ネオジム磁石を買った。")).isFalse();
        assertThat(Topic.of("gallium-germanium").isIn("ゲルマニウム温浴の店")).isFalse();
        assertThat(Topic.of("南鳥島").isIn("南鳥島の海")).isTrue();
    }

    @Test
    void seriesOfOthersMustBeReadAsWhatTheyAre() {
        assertThat(SeriesFile.read("a.csv", "time,count,total\n2026-01-01,3,10\n")
                        .value()
                        .orElseThrow()
                        .totals()
                        .orElseThrow())
                .containsExactly(10);
        assertThat(SeriesFile.read("g.csv", "カテゴリ: すべてのカテゴリ\n\n週,レアアース: (日本)\n2026-01-04,<1\n2026-01-11,100\n")
                        .value()
                        .orElseThrow())
                .satisfies(series -> {
                    assertThat(series.kind()).isEqualTo("google-trends");
                    assertThat(series.counts()).containsExactly(0, 100);
                });
        assertThat(SeriesFile.read("d.csv", "Date,Series,Value\n2026-01-01,Volume Intensity,0.012\n")
                        .value()
                        .orElseThrow()
                        .kind())
                .isEqualTo("gdelt");
        assertThat(SeriesFile.read("v.csv", "# pulled 2026-06-01\nDate,Rare-earth element\n2026-01-01,812\n")
                        .value()
                        .orElseThrow())
                .satisfies(series -> {
                    assertThat(series.kind()).isEqualTo("views");
                    assertThat(series.pulled()).contains("2026-06-01");
                });
        assertThat(SeriesFile.read("c.csv", "# 取得日: 2026-06-01\ntime,count\n2026-01-01,3\n")
                        .value()
                        .orElseThrow())
                .satisfies(series -> {
                    assertThat(series.kind()).isEqualTo("counts");
                    assertThat(series.pulled()).contains("2026-06-01");
                });
        assertThat(SeriesFile.read("x.csv", "time,count\n2026-01-01,many\n").findings())
                .hasSize(1);
    }
}
