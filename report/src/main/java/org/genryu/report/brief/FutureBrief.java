package org.genryu.report.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.brief.Brief.Part;
import org.genryu.report.words.CaseWords;
import org.genryu.report.words.Phrase;
import org.genryu.report.write.NumberFormat;
import org.genryu.stress.future.FutureAccount;
import org.genryu.stress.future.FutureAccount.Estimate;
import org.genryu.stress.future.FutureAccount.Measure;

/// What do many futures of a scenario say in a few words? How likely who runs short, what that costs from good to bad,
/// which uncertain numbers move it most, and how sure the sample makes that. Every number is the account's own.
public final class FutureBrief {
    private static final int MOST = 6;

    /// The sentences, in both languages. Blanks as in [Phrase].
    private enum Words implements Phrase {
        WHAT_IF("What if, over %2$s futures: %1$s", "もし（%2$s通りの未来で）：%1$s"),
        AGAINST("%1$s; numbers that each future draws within their ranges: %2$s", "%1$s。各未来が幅の中から引く数値：%2$s個"),
        SHORT("Runs short", "不足"),
        ANY("At home something runs short in %s of the futures", "自国・パートナー国で何かが不足する未来は%s"),
        USE("%1$s for %2$s, %3$s: %4$s, lacking %5$s on average", "%3$sの%1$s（%2$s）：%4$s、平均%5$s欠く"),
        NO_USE("No use at home is short in any of them", "自国・パートナー国ではどの未来でも用途は不足しない"),
        COSTS("It costs", "費用"),
        SPREAD(
                "Users at home lose %1$s in the middle, %2$s in the best and %3$s in the worst twentieth",
                "自国側の利用者の損失は中央値%1$s、良い方20分の1で%2$s、悪い方20分の1で%3$s"),
        MOVES("What moves it", "左右するもの"),
        MOVER("%1$s of %2$s (rank correlation %3$s)", "%2$sの%1$s（順位相関 %3$s）"),
        NOTHING("No uncertain number moves the loss at home", "自国側の損失を動かす不確かな数値はない"),
        SURE("How sure", "確かさ"),
        ERROR(
                "The mean, %1$s, is known to ±%2$s (95%%). %3$s of %4$s futures have an answer in all months",
                "平均%1$sの誤差は±%2$s（95%%）。%4$s通りのうち%3$s通りは全月に解がある"),
        FEW("Too few futures to say how sure. %1$s of %2$s have an answer", "確かさを言うには未来が少なすぎる。%2$s通りのうち%1$s通りに解がある");

        private final String en;
        private final String ja;

        Words(String en, String ja) {
            this.en = en;
            this.ja = ja;
        }

        @Override
        public Text text() {
            return new Text(en, ja);
        }
    }

    private final FutureAccount account;
    private final Text scenario;
    private final Lang lang;
    private final CaseWords called;
    private final NumberFormat shown;

    /// @param scenario its title
    public FutureBrief(FutureAccount account, Text scenario, Lang lang) {
        this.account = account;
        this.scenario = scenario;
        this.lang = lang;
        this.called = new CaseWords(account.of(), lang);
        this.shown = new NumberFormat(lang);
    }

    public Brief brief() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(say(Words.SHORT), shortages()));
        parts.add(new Part(say(Words.COSTS), List.of(costs())));
        parts.add(new Part(say(Words.MOVES), List.of(movers())));
        parts.add(new Part(say(Words.SURE), List.of(sure())));
        return new Brief(
                List.of(
                        say(Words.WHAT_IF, scenario.in(lang), account.rows().size()),
                        say(
                                Words.AGAINST,
                                account.of().info().title().in(lang),
                                account.draws().cells().size())),
                parts,
                Optional.empty());
    }

    private String say(Words words, Object... values) {
        return words.in(lang, values);
    }

    private String money(double amount) {
        return shown.money(amount, account.of().info().money().currency());
    }

    /// A share with its interval.
    private String chance(Estimate chance) {
        return shown.label(chance.value())
                + chance.low()
                        .flatMap(low -> chance.high().map(high -> switch (lang) {
                            case EN -> " (" + shown.label(low) + " to " + shown.label(high) + ")";
                            case JA -> "（" + shown.label(low) + "〜" + shown.label(high) + "）";
                        }))
                        .orElse("");
    }

    private List<Line> shortages() {
        List<FutureAccount.Use> home = account.uses().stream()
                .filter(use -> use.home() && use.chance().value() > 0)
                .toList();
        if (home.isEmpty()) {
            return List.of(Line.sentence(say(Words.NO_USE)));
        }
        return List.of(
                Line.sentence(say(Words.ANY, chance(account.shortAtHome()))),
                Line.list("", home.stream().limit(MOST).map(this::use).toList(), home.size(), 6));
    }

    private String use(FutureAccount.Use use) {
        return say(
                Words.USE,
                called.commodity(use.commodity()),
                called.use(use.use()),
                called.place(use.place()),
                chance(use.chance()),
                shown.label(use.part()));
    }

    private Line costs() {
        return Line.sentence(say(
                Words.SPREAD,
                money(account.quantile(Measure.HOME, 0.5).value()),
                money(account.quantile(Measure.HOME, 0.05).value()),
                money(account.quantile(Measure.HOME, 0.95).value())));
    }

    private Line movers() {
        List<FutureAccount.Mover> all = account.movers().stream()
                .filter(one -> one.correlation().value() != 0)
                .toList();
        return all.isEmpty()
                ? Line.sentence(say(Words.NOTHING))
                : Line.list("", all.stream().limit(MOST).map(this::mover).toList(), all.size(), 3);
    }

    private String mover(FutureAccount.Mover one) {
        return say(
                Words.MOVER,
                one.cell().column(),
                one.cell().table() + " " + one.cell().id(),
                shown.number(NumberFormat.rounded(one.correlation().value(), 2)));
    }

    private Line sure() {
        Estimate mean = account.mean(Measure.HOME);
        return Line.sentence(
                mean.high().isPresent()
                        ? say(
                                Words.ERROR,
                                money(mean.value()),
                                money(mean.high().get() - mean.value()),
                                account.told(),
                                account.rows().size())
                        : say(Words.FEW, account.told(), account.rows().size()));
    }
}
