package org.genryu.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.core.Deadline;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.draw.PageDocument;
import org.genryu.report.words.Phrase;
import org.genryu.report.write.Html;
import org.genryu.report.write.PageMark;
import org.genryu.results.RunResult;

/// What do people read? `report.html`: one file with everything in it ([PageDocument]).
///
/// Order: the sentence that matters most, what the scenarios come to, the chain, prices, shortages, dependence, plants
/// and projects, the base year, who earns what, why the prices, the sources, the run.
public final class ReportPage {
    private final RunResult run;
    private final Optional<TracedBalance> followed;
    private final Lang lang;
    private final Map<Text, Consumer<Html>> sections = new LinkedHashMap<>();

    private ReportPage(RunResult run, Optional<TracedBalance> followed, Lang lang) {
        this.run = run;
        this.followed = followed;
        this.lang = lang;
    }

    /// The whole file.
    public static String of(RunResult run, Lang lang) {
        return of(run, run.balance().map(TracedBalance::kept), lang);
    }

    /// The whole file.
    /// @param followed the balance of the run, if it has one
    public static String of(RunResult run, Optional<TracedBalance> followed, Lang lang) {
        return new ReportPage(run, followed, lang).whole();
    }

    private String whole() {
        Consumer<Html> headline = switch (run.result()) {
            case BalanceResult.Balanced _ -> answer(followed.orElseThrow());
            case BalanceResult.StoppedEarly(var _, var _, var cause) ->
                followed.map(this::answer).orElseGet(() -> without(cause));
            case BalanceResult.Infeasible(var limits) -> noAnswer(PagePhrases.NO_ANSWER, limits);
            case BalanceResult.Unbounded(var limits) -> noAnswer(PagePhrases.WITHOUT_LIMIT, limits);
        };
        section(PagePhrases.SOURCES, out -> SourceSections.sources(out, run, lang));
        section(PagePhrases.RUN, out -> SourceSections.run(out, run, lang));
        String title = run.supply().info().title().in(lang);
        return new PageDocument(
                        lang,
                        PagePhrases.REPORT.in(lang),
                        title,
                        PageView.facts(run, lang),
                        new PageMark(run.facts().version(), run.facts().label()))
                .of(
                        headline.andThen(out -> SourceSections.warnings(out, run, lang)),
                        sections,
                        PagePhrases.FOOTER.in(lang));
    }

    private Consumer<Html> answer(TracedBalance balance) {
        PageView view = PageView.of(run, balance, lang);
        if (!run.shelf().told().isEmpty()) {
            section(WorldPhrases.SHELF, out -> ShelfSection.write(out, view));
        }
        section(WorldPhrases.MAP, out -> MapSection.write(out, view));
        section(WorldPhrases.TIERS, out -> TierSection.write(out, view));
        section(PagePhrases.CHAIN, out -> ChainSection.write(out, view));
        section(PagePhrases.PRICES, out -> PriceSection.write(out, view));
        section(PagePhrases.SHORTAGES, out -> ShortageSection.write(out, view));
        section(PagePhrases.DEPENDENCE, out -> DependenceSection.write(out, view));
        section(WorldPhrases.RISK, out -> RiskSection.write(out, view));
        section(WorldPhrases.PLANTS, out -> PlantSection.write(out, view));
        if (!run.projects().all().isEmpty()) {
            section(WorldPhrases.PROJECTS, out -> ProjectSection.write(out, view));
        }
        section(PagePhrases.BASE, out -> {
            ComparisonSection.write(out, view);
            ProofSections.base(out, view);
        });
        section(PagePhrases.MONEY, out -> ProofSections.money(out, view));
        section(PagePhrases.WHY, out -> ProofSections.why(out, view));
        return out -> Headline.write(out, view);
    }

    private Consumer<Html> noAnswer(PagePhrases title, List<BalanceResult.Limit> limits) {
        return out -> SourceSections.limits(out, title, limits, lang);
    }

    /// No answer was proved and none is kept: what was lacking, and for a proof where.
    private Consumer<Html> without(BalanceResult.Cause cause) {
        return switch (cause) {
            case BalanceResult.Cause.Time _ -> noAnswer(PagePhrases.NO_TIME, List.of());
            case BalanceResult.Cause.Memory _ -> noAnswer(PagePhrases.NO_MORE_MEMORY, List.of());
            case BalanceResult.Cause.NotProved notProved ->
                noAnswer(
                        PagePhrases.UNPROVED,
                        notProved.where().stream()
                                .map(at -> new BalanceResult.Limit(
                                        at.table(), at.id(), at.column(), at.period(), notProved.why()))
                                .toList());
        };
    }

    /// A section is not begun when the time is over.
    private void section(Phrase name, Consumer<Html> content) {
        sections.put(name.text(), out -> {
            Deadline.present().check();
            content.accept(out);
        });
    }
}
