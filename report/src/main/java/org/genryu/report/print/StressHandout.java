package org.genryu.report.print;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.explain.PublishedComparison;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.report.brief.BacktestBrief;
import org.genryu.report.brief.Brief;
import org.genryu.report.brief.FutureBrief;
import org.genryu.report.brief.ShelfWords;
import org.genryu.report.brief.StressBrief;
import org.genryu.report.draw.LineChart;
import org.genryu.report.draw.Palette;
import org.genryu.report.words.CaseWords;
import org.genryu.report.write.Html;
import org.genryu.report.write.NumberFormat;
import org.genryu.results.ground.Grounds;
import org.genryu.stress.account.PriceStress;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.UseStress;
import org.genryu.stress.backtest.BacktestAccount;
import org.genryu.stress.damage.DamageAccount;
import org.genryu.stress.future.FutureAccount;
import org.genryu.stress.shelf.ShelfRow;

/// What do two pages say of a scenario? The question, the answer against the calm world, who runs short in which month;
/// overleaf what helps, how sure it is, and on what it rests. Every number is the account's own.
public final class StressHandout {
    private static final int CHARTS = 2;
    private static final Palette CALM = Palette.OTHERS;
    private static final Palette NOW = new Palette(1, 0);

    /// What is known of the question beside the months themselves.
    ///
    /// @param damage what it costs economies
    /// @param published figures of the base year beside what was published
    /// @param tried how well such months told what happened; empty if that was not asked
    /// @param futures of the scenario; empty if nobody asked
    public record Known(
            StressAccount account,
            StressBrief.Told told,
            DamageAccount damage,
            Helps helps,
            Grounds grounds,
            PublishedComparison published,
            Optional<BacktestAccount> tried,
            Optional<FutureAccount> futures) {}

    private final Known known;
    private final StressAccount account;
    private final Lang lang;
    private final SupplyCase of;
    private final CaseWords called;
    private final NumberFormat shown;
    private final StressBrief brief;

    private StressHandout(Known known, Lang lang) {
        this.known = known;
        this.account = known.account();
        this.lang = lang;
        this.of = account.balances().under().of();
        this.called = new CaseWords(of, lang);
        this.shown = new NumberFormat(lang);
        this.brief = new StressBrief(account, known.told(), lang);
    }

    /// The two pages.
    public static Handout of(Known known, Permalink again, Lang lang) {
        return new StressHandout(known, lang).handout(again);
    }

    private Handout handout(Permalink again) {
        Brief whole = brief.brief();
        List<Handout.Block> first = new ArrayList<>(List.of(months()));
        prices().ifPresent(first::add);
        brief.hits().forEach(part -> first.add(lines(part)));
        List<Handout.Block> second = new ArrayList<>(new HelpsWords(known.helps(), account, brief, lang).blocks());
        brief.bears().forEach(part -> second.add(lines(part)));
        second.add(new Handout.Lines(
                say(HandoutPhrases.SUPPOSED),
                List.of(one(new ShelfWords(of, lang).facts(account.answer().scenario())))));
        second.add(new Handout.Lines(say(HandoutPhrases.SURE), sure()));
        known.futures().ifPresent(futures -> second.add(over(futures)));
        second.add(new Handout.Sources(
                say(HandoutPhrases.SOURCES),
                say(known.grounds().sources().isEmpty() ? HandoutPhrases.NO_SOURCES : HandoutPhrases.SOURCES_SAID),
                known.grounds().sources()));
        return new Handout(
                lang,
                say(HandoutPhrases.KIND),
                of.info().title().in(lang),
                whole.title().getFirst(),
                String.join(" ", whole.title().subList(1, whole.title().size())),
                answer(),
                first,
                second,
                again);
    }

    private String say(HandoutPhrases words, Object... values) {
        return words.in(lang, values);
    }

    private static Handout.Lines lines(Brief.Part part) {
        return new Handout.Lines(part.head(), part.lines());
    }

    private String money(double value) {
        return shown.money(value, of.info().money().currency());
    }

    private List<String> answer() {
        ShelfRow row = ShelfRow.of(account, known.damage().damage());
        List<String> answer = new ArrayList<>();
        answer.add(new ShelfWords(of, lang).headline(row) + (lang == Lang.EN ? "." : "。"));
        String lost = say(HandoutPhrases.AGAINST, money(row.home()), money(row.world()), money(row.damage()));
        answer.add(
                known.helps() instanceof Helps.Own(var effects)
                        ? lost
                                + (lang == Lang.EN ? " " : "")
                                + say(
                                        HandoutPhrases.AND_MEASURES,
                                        money(effects.none().lost()))
                        : lost);
        if (!row.whole()) {
            answer.add(say(HandoutPhrases.NOT_WHOLE_ANSWER));
        }
        return answer;
    }

    private Handout.Picture months() {
        List<UseStress> lacking = account.shortAtHome();
        boolean any = !lacking.isEmpty();
        List<UseStress> told = any
                ? lacking
                : account.uses().stream()
                        .filter(use -> account.isHome(use.place()))
                        .sorted(Comparator.comparingDouble((UseStress use) -> -use.part())
                                .thenComparingInt(UseStress::demand))
                        .limit(4)
                        .toList();
        double tallest =
                any ? lacking.stream().mapToDouble(UseStress::part).max().orElse(1) : UseStress.SHORT;
        List<MonthPicture.Row> rows = told.stream().map(this::row).toList();
        MonthPicture picture = new MonthPicture(
                IntStream.range(0, account.answer().clock().months())
                        .mapToObj(called::period)
                        .toList(),
                happening(),
                rows,
                tallest);
        String title = say(HandoutPhrases.SHORT_PICTURE);
        return new Handout.Picture(
                title,
                any ? say(HandoutPhrases.SHORT_SAID, shown.label(tallest)) : say(HandoutPhrases.NONE_SHORT),
                (html, most) -> picture.draw(html, title, most));
    }

    private BitSet happening() {
        BitSet months = new BitSet();
        int first = account.answer().clock().first();
        int count = account.answer().clock().months();
        account.answer().scenario().events().forEach(event -> {
            int from = Math.clamp((long) event.from() - first, 0, count);
            months.set(from, Math.clamp((long) event.until() - first, from, count));
        });
        return months;
    }

    private MonthPicture.Row row(UseStress use) {
        double[] part = new double[use.wanted().length];
        for (int i = 0; i < part.length; i++) {
            part[i] = use.wanted()[i] > 0 ? Math.max(0, use.lacking()[i] / use.wanted()[i]) : 0;
        }
        boolean lacks = use.first().isPresent();
        return new MonthPicture.Row(
                called.commodity(use.commodity()),
                say(HandoutPhrases.USE_PLACE, called.use(use.use()), called.place(use.place())),
                part,
                lacks ? use.first().getAsInt() : -1,
                lacks
                        ? say(
                                HandoutPhrases.SHORT_FROM,
                                called.period(use.first().getAsInt()))
                        : say(HandoutPhrases.NEVER_SHORT),
                lacks ? say(HandoutPhrases.WORST, shown.label(use.part()), called.period(use.worst())) : "");
    }

    private Optional<Handout.Block> prices() {
        List<PriceStress> moved = account.movedAtHome().stream().limit(CHARTS).toList();
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Handout.Picture(say(HandoutPhrases.PRICE_PICTURE), "", (html, _) -> {
            html.open("table", "class", "side").open("tbody").open("tr");
            moved.forEach(one -> price(html, one));
            html.close("tr").close("tbody").close("table").open("ul", "class", "key");
            List<LineChart.Line> lines = lines(moved.getFirst());
            for (int i = 0; i < lines.size(); i++) {
                LineChart.key(html, i, lines.get(i), lines.get(i).name());
            }
            html.close("ul");
        }));
    }

    private List<LineChart.Line> lines(PriceStress one) {
        return List.of(
                line(say(HandoutPhrases.CALM), CALM, account.answer().quiet().price()[one.market()]),
                line(say(HandoutPhrases.SCENARIO), NOW, account.path().price()[one.market()]));
    }

    private void price(Html html, PriceStress one) {
        List<String> months = IntStream.range(0, account.answer().clock().months())
                .mapToObj(called::period)
                .toList();
        String unit = of.info().money().currency() + "/" + called.unit(one.commodity());
        String title = say(HandoutPhrases.USE_LABEL, called.commodity(one.commodity()), called.place(one.place()))
                + " (" + unit + ")";
        html.open("td").leaf("h3", title);
        new LineChart(months, lines(one)).draw(html, "price-" + one.market(), title, title, shown::number);
        html.close("td");
    }

    private static LineChart.Line line(String name, Palette paint, double[] values) {
        return new LineChart.Line(name, paint, values, values, values);
    }

    private List<Brief.Line> sure() {
        List<Brief.Line> lines = new ArrayList<>(List.of(brief.sure()));
        var resting = known.grounds().resting();
        lines.add(one(say(HandoutPhrases.RESTS, resting.rows().size(), resting.assumed(), resting.unverified())));
        long inside = known.published().count(PublishedComparison.Status.INSIDE, false);
        long outside = known.published().count(PublishedComparison.Status.OUTSIDE, false)
                + known.published().count(PublishedComparison.Status.MISSING, false);
        if (inside + outside > 0) {
            lines.add(one(say(HandoutPhrases.HELD_OUT, inside, inside + outside)));
        }
        known.tried()
                .filter(tried -> !tried.scores().isEmpty())
                .ifPresent(tried -> lines.add(new Brief.Line(
                        new BacktestBrief(tried, lang)
                                .brief().parts().getFirst().lines().stream()
                                        .map(line -> line.all(lang))
                                        .map(said -> say(HandoutPhrases.TRIED, said))
                                        .limit(1)
                                        .toList(),
                        1,
                        2)));
        if (known.futures().isEmpty()) {
            lines.add(one(say(HandoutPhrases.FUTURES_ASK)));
        }
        return lines;
    }

    private Handout.Lines over(FutureAccount futures) {
        List<Brief.Line> lines = new FutureBrief(
                        futures, account.answer().scenario().title(), lang)
                .brief().parts().stream().flatMap(part -> part.lines().stream()).toList();
        return new Handout.Lines(say(HandoutPhrases.OVER, futures.rows().size()), lines);
    }

    private static Brief.Line one(String text) {
        return new Brief.Line(List.of(text), 1, 2);
    }
}
