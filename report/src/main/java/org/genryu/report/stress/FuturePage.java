package org.genryu.report.stress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.brief.BriefSection;
import org.genryu.report.brief.FutureBrief;
import org.genryu.report.draw.PageDocument;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.words.CaseWords;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.NumberFormat;
import org.genryu.report.write.PageMark;
import org.genryu.report.write.Plot;
import org.genryu.report.write.QuantileDots;
import org.genryu.stress.future.FutureAccount;
import org.genryu.stress.future.FutureAccount.Measure;
import org.genryu.stress.month.StressClock;

/// Many futures of a scenario, for people: when somebody at home runs short, what it costs, who is short how often.
/// Both answers are fifty equally likely values, so that a chance can be counted.
public final class FuturePage {
    private static final int MOST = 15;
    private static final Text SHORT = new Text("When the first use at home runs short", "自国・パートナー国で最初に不足する時期");
    private static final Text EACH = new Text("Each dot is as likely as any other.", "どの点も同じ確からしさです。");
    private static final Text MONTHS = new Text("months from %s until something is short", "%sから不足までの月数");
    private static final Text BEFORE = new Text(
            "%%1$s of %%2$s equally likely futures run short before month %%3$s (from %s).",
            "等確率の未来%%2$s本中%%1$s本で、%sから%%3$sか月になる前に不足します。");
    private static final Text NEVER = new Text("not short", "不足なし");
    private static final Text COST = new Text("What users at home lose", "自国・パートナー国の利用者の損失");
    private static final Text LOSE = new Text(
            "%%1$s of %%2$s equally likely futures cost less than %%3$s %s.", "等確率の未来%%2$s本中%%1$s本で、損失が%%3$s%s未満です。");
    private static final Text LINE = new Text("Threshold", "しきい値");
    private static final Text CHANCE = new Text("equally likely", "等確率の値");
    private static final Text USES = new Text("Who is short how often", "どの用途がどれだけの確率で不足するか");

    private final FutureAccount account;
    private final StressClock clock;
    private final Lang lang;
    private final NumberFormat shown;
    private final PageFigure figure;

    private FuturePage(FutureAccount account, StressClock clock, Lang lang, String facts) {
        this.account = account;
        this.clock = clock;
        this.lang = lang;
        this.shown = new NumberFormat(lang);
        this.figure = new PageFigure(lang, facts);
    }

    /// The whole page.
    public static String of(FutureAccount account, StressClock clock, Title title, Lang lang, PageMark mark) {
        String told = StressPagePhrases.FACTS.in(
                lang,
                mark.version(),
                title.id(),
                clock.label(0),
                clock.label(clock.months() - 1),
                account.of().info().money().currency());
        String facts = mark.on(told, lang);
        FuturePage page = new FuturePage(account, clock, lang, facts);
        Map<Text, Consumer<Html>> sections = new LinkedHashMap<>();
        sections.put(SHORT, page::until);
        sections.put(COST, page::cost);
        sections.put(USES, page::uses);
        FutureBrief brief = new FutureBrief(account, title.words(), lang);
        return new PageDocument(
                        lang, StressPagePhrases.KIND.in(lang), title.words().in(lang), facts, mark)
                .of(
                        html -> BriefSection.write(html, brief.brief(), 1, "", lang),
                        sections,
                        StressPagePhrases.FOOTER.in(lang));
    }

    /// What the scenario is called.
    public record Title(String id, Text words) {}

    private void until(Html html) {
        String start = clock.label(0);
        FigureTable table = new FigureTable(
                "futures-short", 0, CHANCE.in(lang), MONTHS.in(lang).formatted(start));
        for (int dot = 1; dot <= QuantileDots.DOTS; dot++) {
            double p = QuantileDots.at(dot);
            double months = account.untilShort(p);
            table.row(
                    FigureTable.number(shown.number(p), p),
                    Double.isFinite(months)
                            ? FigureTable.number(shown.number(months), months)
                            : new FigureTable.Cell("— (" + NEVER.in(lang) + ")", ""));
        }
        table.plotted(Plot.of(Plot.Kind.DOTS)
                .with("value", 1)
                .beyond(NEVER.in(lang))
                .threshold(BEFORE.in(lang).formatted(start), LINE.in(lang)));
        figure.table(html, "futures-short", SHORT.in(lang), EACH.in(lang), table);
    }

    private void cost(Html html) {
        String currency = account.of().info().money().currency();
        FigureTable table = new FigureTable("futures-cost", 0, CHANCE.in(lang), COST.in(lang));
        for (int dot = 1; dot <= QuantileDots.DOTS; dot++) {
            double p = QuantileDots.at(dot);
            double cost = account.quantile(Measure.HOME, p).value();
            table.row(FigureTable.number(shown.number(p), p), FigureTable.number(shown.money(cost, currency), cost));
        }
        table.plotted(
                Plot.of(Plot.Kind.DOTS).with("value", 1).threshold(LOSE.in(lang).formatted(currency), LINE.in(lang)));
        figure.table(html, "futures-cost", COST.in(lang), EACH.in(lang), table);
    }

    private void uses(Html html) {
        CaseWords called = new CaseWords(account.of(), lang);
        List<FutureAccount.Use> uses = account.uses().stream()
                .filter(use -> use.home() && use.chance().value() > 0)
                .toList();
        if (uses.isEmpty()) {
            html.leaf("p", StressPagePhrases.NOBODY.in(lang));
            return;
        }
        FigureTable table = new FigureTable(
                "futures-uses",
                3,
                StressPagePhrases.COMMODITY.in(lang),
                StressPagePhrases.USE.in(lang),
                StressPagePhrases.PLACE.in(lang),
                new Text("chance of a shortage", "不足の確率").in(lang),
                new Text("chance, low", "確率の下端").in(lang),
                new Text("chance, high", "確率の上端").in(lang),
                new Text("lacking on average", "平均の不足").in(lang));
        uses.forEach(use -> table.row(
                FigureTable.word(called.commodity(use.commodity())),
                FigureTable.word(called.use(use.use())),
                FigureTable.word(called.place(use.place())),
                share(use.chance().value()),
                use.chance().low().map(this::share).orElseGet(() -> new FigureTable.Cell("—", "")),
                use.chance().high().map(this::share).orElseGet(() -> new FigureTable.Cell("—", "")),
                share(use.part())));
        table.plotted(Plot.of(Plot.Kind.RANGES)
                .with("name", 0, 1, 2)
                .with("low", 4)
                .with("value", 3)
                .with("high", 5)
                .unit("%")
                .most(MOST));
        figure.table(html, "futures-uses", USES.in(lang), "", table);
    }

    private FigureTable.Cell share(double value) {
        return FigureTable.number(shown.percent(value), value);
    }
}
