package org.genryu.report.print;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.genryu.casefile.CaseHeader;
import org.genryu.core.Lang;
import org.genryu.core.number.NumberText;
import org.genryu.plan.world.Plan;
import org.genryu.plan.world.PlanQuestion;
import org.genryu.report.brief.Brief;
import org.genryu.report.plan.PlanPhrases;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.NumberFormat;
import org.genryu.results.ground.Grounds;

/// What do two pages say of a plan? What is asked, what to build and what it buys, the frontier; overleaf what is left
/// out and why, what may come, how sure it is, and on what it rests.
public final class PlanHandout {
    private static final int YEAR = 12;

    /// What is known of a plan.
    public record Known(Plan plan, PlanQuestion question, CaseHeader header, Grounds grounds) {}

    private final Known known;
    private final Plan plan;
    private final Lang lang;
    private final NumberFormat shown;

    private PlanHandout(Known known, Lang lang) {
        this.known = known;
        this.plan = known.plan();
        this.lang = lang;
        this.shown = new NumberFormat(lang);
    }

    /// The two pages.
    public static Handout of(Known known, Permalink again, Lang lang) {
        return new PlanHandout(known, lang).handout(again);
    }

    private Handout handout(Permalink again) {
        List<Handout.Block> first = new ArrayList<>();
        first.add(frontier());
        first.add(new Handout.Sheet(say(HandoutPhrases.BUILT), "", chosen()));
        if (!plan.dependence().isEmpty()) {
            first.add(new Handout.Lines(
                    say(HandoutPhrases.DEPENDENCE),
                    PlanPhrases.dependence(plan, lang).stream()
                            .map(PlanHandout::one)
                            .toList()));
        }
        List<Handout.Block> second = new ArrayList<>(List.of(
                new Handout.Sheet(say(HandoutPhrases.MAY_COME), say(HandoutPhrases.MAY_COME_SAID), scenarios())));
        List<Brief.Line> out = out();
        if (!out.isEmpty()) {
            second.add(new Handout.Lines(say(HandoutPhrases.LEFT_OUT), out));
        }
        second.add(new Handout.Lines(say(HandoutPhrases.SURE), sure()));
        second.add(new Handout.Sources(
                say(HandoutPhrases.SOURCES),
                say(known.grounds().sources().isEmpty() ? HandoutPhrases.NO_SOURCES : HandoutPhrases.PLAN_SOURCES_SAID),
                known.grounds().sources()));
        return new Handout(
                lang,
                say(HandoutPhrases.KIND),
                known.header().title().in(lang),
                question(),
                "",
                answer(),
                first,
                second,
                again);
    }

    private String say(HandoutPhrases words, Object... values) {
        return words.in(lang, values);
    }

    private static Brief.Line one(String text) {
        return new Brief.Line(List.of(text), 1, 2);
    }

    private String money(double value) {
        return shown.money(value, known.header().currency());
    }

    private String question() {
        String asked = say(HandoutPhrases.PLAN_QUESTION, money(known.question().budget()));
        return known.question().dependence().isEmpty()
                ? asked
                : asked
                        + say(
                                HandoutPhrases.PLAN_AIM,
                                shown.percent(known.question().dependence().getAsDouble()),
                                NumberText.month(known.question().from(), lang));
    }

    private List<Plan.Verdict> built() {
        return plan.options().stream()
                .filter(Plan.Verdict::chosen)
                .sorted(Comparator.comparing((Plan.Verdict one) -> one.reason() != Plan.Reason.CHOSEN)
                        .thenComparing(
                                Comparator.comparingDouble(Plan.Verdict::saves).reversed())
                        .thenComparing(one -> one.option().id()))
                .toList();
    }

    private List<String> answer() {
        Plan.Worth worth = plan.worth();
        List<String> names = built().stream()
                .filter(one -> one.reason() == Plan.Reason.CHOSEN)
                .map(one -> one.option().name().in(lang))
                .toList();
        int most = Math.min(5, names.size());
        String more = names.size() > most
                ? (lang == Lang.EN ? " " : "、") + say(HandoutPhrases.MORE, names.size() - most)
                : "";
        return List.of(
                names.isEmpty()
                        ? say(HandoutPhrases.PLAN_NOTHING)
                        : say(
                                HandoutPhrases.PLAN_CHOSEN,
                                names.stream().limit(most).collect(Collectors.joining(lang == Lang.EN ? ", " : "、"))
                                        + more),
                say(
                        HandoutPhrases.PLAN_BUYS,
                        money(worth.spent()),
                        money(worth.expected()),
                        money(worth.tail()),
                        money(worth.net())));
    }

    private Handout.Picture frontier() {
        FrontierPicture picture = new FrontierPicture(
                plan.frontier(),
                plan.worth().budget(),
                say(HandoutPhrases.MEAN),
                say(HandoutPhrases.TAIL),
                this::money);
        String title = say(HandoutPhrases.FRONTIER);
        return new Handout.Picture(
                title,
                say(HandoutPhrases.FRONTIER_SAID, money(plan.worth().spent())),
                (html, _) -> picture.draw(html, title));
    }

    private FigureTable chosen() {
        FigureTable table = new FigureTable(
                "chosen",
                2,
                say(HandoutPhrases.OPTION),
                say(HandoutPhrases.YEARS),
                say(HandoutPhrases.COST),
                say(HandoutPhrases.SAVES));
        built().forEach(one -> table.row(
                FigureTable.word(one.option().name().in(lang)),
                FigureTable.word(Math.floorDiv(one.option().begin(), YEAR) + "–"
                        + Math.floorDiv(one.option().end() - 1, YEAR)),
                FigureTable.number(money(one.cost()), one.cost()),
                one.reason() == Plan.Reason.PLACED
                        ? FigureTable.word("—")
                        : FigureTable.number(money(one.saves()), one.saves())));
        return table;
    }

    private FigureTable scenarios() {
        FigureTable table = new FigureTable(
                "scenarios",
                1,
                say(HandoutPhrases.CASE_SCENARIO),
                say(HandoutPhrases.CHANCE),
                say(HandoutPhrases.WITHOUT),
                say(HandoutPhrases.WITH));
        plan.scenarios().stream()
                .sorted(Comparator.comparingDouble((Plan.Outcome one) -> -one.before()))
                .forEach(one -> table.row(
                        FigureTable.word(one.scenario().name().in(lang)),
                        FigureTable.number(
                                shown.percent(one.scenario().chance()),
                                one.scenario().chance()),
                        FigureTable.number(money(one.before()), one.before()),
                        FigureTable.number(money(one.after()), one.after())));
        return table;
    }

    private List<Brief.Line> out() {
        List<String> reasons = plan.options().stream()
                .filter(one -> !one.chosen())
                .sorted(Comparator.comparingDouble(Plan.Verdict::saves)
                        .reversed()
                        .thenComparing(one -> one.option().id()))
                .map(one -> PlanPhrases.out(known.plan(), one, known.header(), lang))
                .toList();
        return reasons.isEmpty() ? List.of() : List.of(new Brief.Line(reasons, reasons.size(), 6));
    }

    private List<Brief.Line> sure() {
        List<Brief.Line> lines = new ArrayList<>();
        String gap = shown.atMost(plan.worth().gap());
        lines.add(one(say(plan.isProved() ? HandoutPhrases.PLAN_PROVED : HandoutPhrases.PLAN_OPEN, gap)));
        lines.add(one(plan.promise()
                .map(run ->
                        say(run.isHeld() ? HandoutPhrases.PROMISE : HandoutPhrases.BROKEN, shown.atMost(run.miss())))
                .orElse(say(HandoutPhrases.UNTESTED))));
        lines.add(one(say(
                HandoutPhrases.INFORMATION,
                money(plan.information().perfect()),
                String.format(Locale.ROOT, "%.2f", plan.information().oneMore()))));
        plan.lean()
                .ifPresent(lean -> lines.add(one(
                        say(HandoutPhrases.LEAN, money(lean.spent()), PlanPhrases.names(plan, lean.dropped(), lang)))));
        var resting = known.grounds().resting();
        lines.add(one(say(HandoutPhrases.RESTS, resting.rows().size(), resting.assumed(), resting.unverified())));
        return lines;
    }
}
