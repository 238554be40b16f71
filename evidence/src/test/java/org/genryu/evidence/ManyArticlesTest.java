package org.genryu.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.core.ContentHash;
import org.genryu.core.Lang;
import org.genryu.core.number.RandomDraws;
import org.genryu.evidence.document.Article;
import org.genryu.evidence.time.TimeFrame;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Many articles, made from a few templates: they are read, related, and give the same bytes each time.
class ManyArticlesTest {
    private static final String[] COUNTRIES = {"中国", "豪州", "米国", "ベトナム", "ブラジル", "インド", "マレーシア", "カナダ"};
    private static final String[] MINERALS = {"レアアース", "ガリウム", "リチウム", "コバルト", "タングステン", "黒鉛"};
    private static final String[] ENGLISH = {"China", "Australia", "Vietnam", "Brazil", "India", "Canada"};

    private static List<Article> articles(int count) {
        RandomDraws draws = RandomDraws.of(7, "articles");
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("見出し " + i + "\n");
            for (int k = 0; k < 8; k++) {
                String country = COUNTRIES[(int) (draws.uniform(i, 10L * k) * COUNTRIES.length)];
                String mineral = MINERALS[(int) (draws.uniform(i, 10L * k + 1) * MINERALS.length)];
                int year = 2018 + (int) (draws.uniform(i, 10L * k + 2) * 8);
                int number = 1 + (int) (draws.uniform(i, 10L * k + 3) * 99);
                String english = ENGLISH[(int) (draws.uniform(i, 10L * k + 4) * ENGLISH.length)];
                text.append(country + "の" + year + "年の" + mineral + "生産量は" + number + "万トンだった。世界の" + mineral + "の"
                        + number + "%を精製している。"
                        + "関係者は、投資の回収には" + (3 + k) + "年かかるとみている。\n"
                        + english + " produced " + number + ",000 tonnes of rare earths in " + year + ", up " + k
                        + "% from a year earlier. The price rose to $" + (40 + number) + "/kg.\n");
            }
            articles.add(new Article(
                    "article-" + i,
                    "",
                    "paper-" + i % 40,
                    Optional.of(LocalDate.of(2025, 1, 1).plusDays(i % 300)),
                    text.toString()));
        }
        return articles;
    }

    private static String hash(int count) {
        StringWriter out = new StringWriter();
        new EvidenceDesk()
                .read(articles(count), TimeFrame.undated(LocalDate.of(2026, 6, 1)), List.of())
                .json(out, Lang.EN, _ -> "candidate", _ -> Optional.empty());
        return ContentHash.of(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameArticlesMustGiveTheSameBytes() {
        assertThat(hash(60)).isEqualTo(hash(60));
    }

    /// Read, related and written within five minutes of one processor and two gigabytes: the processor time of this
    /// JVM, and what its heap held at most.
    @Tag("slow")
    @Test
    void tenThousandArticlesMustBeReadAndRelated() {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        List<Article> articles = articles(10_000);
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = machine.getProcessCpuTime();
        Dossier dossier = new EvidenceDesk().read(articles, TimeFrame.undated(LocalDate.of(2026, 6, 1)), List.of());
        dossier.json(Writer.nullWriter(), Lang.EN, _ -> "candidate", _ -> Optional.empty());
        long seconds = (machine.getProcessCpuTime() - before) / 1_000_000_000;
        long megabytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
        assertThat(dossier.claims()).hasSizeGreaterThan(200_000);
        assertThat(dossier.relations()).isNotEmpty();
        assertThat(seconds).as("processor time [s], %s MB at most", megabytes).isLessThan(300);
        if (Runtime.getRuntime().maxMemory() >> 20 <= 2048) { // a larger heap is filled before it is tidied
            assertThat(megabytes).as("heap [MB], %s s", seconds).isLessThan(2048);
        }
    }
}
