package org.genryu.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.genryu.balance.BalanceResult;
import org.genryu.core.Deadline;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.Run;
import org.genryu.report.count.Followed;
import org.genryu.report.draw.Document;
import org.genryu.report.words.Phrase;
import org.genryu.report.write.Html;

/// What do people read? `report.html`: one file with everything in it ([Document]).
///
/// Order: the sentence that matters most, the chain, prices, shortages, dependence, the base year, who earns what,
/// why the prices, the sources, the run.
public final class Page {
    private final Run run;
    private final Optional<Followed> followed;
    private final Lang lang;
    private final Map<Text, Consumer<Html>> sections = new LinkedHashMap<>();

    private Page(Run run, Optional<Followed> followed, Lang lang) {
        this.run = run;
        this.followed = followed;
        this.lang = lang;
    }

    /// The whole file.
    public static String of(Run run, Lang lang) {
        return of(run, run.balance().map(Followed::kept), lang);
    }

    /// The whole file.
    /// @param followed the balance of the run, if it has one
    public static String of(Run run, Optional<Followed> followed, Lang lang) {
        return new Page(run, followed, lang).whole();
    }

    private String whole() {
        Consumer<Html> headline = switch (run.result()) {
            case BalanceResult.Balanced _ -> answer(followed.orElseThrow());
            case BalanceResult.StoppedEarly(var _, var _, var cause) ->
                followed.map(this::answer).orElseGet(() -> without(cause));
            case BalanceResult.Infeasible(var limits) -> noAnswer(Words.NO_ANSWER, limits);
            case BalanceResult.Unbounded(var limits) -> noAnswer(Words.WITHOUT_LIMIT, limits);
        };
        section(Words.SOURCES, out -> SourceSections.sources(out, run, lang));
        section(Words.RUN, out -> SourceSections.run(out, run, lang));
        String title = run.supply().info().title().in(lang);
        return new Document(
                        lang,
                        Words.REPORT.in(lang),
                        title,
                        View.facts(run, lang),
                        run.facts().version())
                .of(headline.andThen(out -> SourceSections.warnings(out, run, lang)), sections, Words.FOOTER.in(lang));
    }

    private Consumer<Html> answer(Followed balance) {
        View view = View.of(run, balance, lang);
        section(WorldWords.MAP, out -> MapSection.write(out, view));
        section(WorldWords.TIERS, out -> TierSection.write(out, view));
        section(Words.CHAIN, out -> ChainSection.write(out, view));
        section(Words.PRICES, out -> PriceSection.write(out, view));
        section(Words.SHORTAGES, out -> ShortageSection.write(out, view));
        section(Words.DEPENDENCE, out -> DependenceSection.write(out, view));
        section(WorldWords.RISK, out -> RiskSection.write(out, view));
        section(Words.BASE, out -> {
            ComparisonSection.write(out, view);
            ProofSections.base(out, view);
        });
        section(Words.MONEY, out -> ProofSections.money(out, view));
        section(Words.WHY, out -> ProofSections.why(out, view));
        return out -> Headline.write(out, view);
    }

    private Consumer<Html> noAnswer(Words title, List<BalanceResult.Limit> limits) {
        return out -> SourceSections.limits(out, title, limits, lang);
    }

    /// No answer was proved and none is kept: what was lacking, and for a proof where.
    private Consumer<Html> without(BalanceResult.Cause cause) {
        return switch (cause) {
            case BalanceResult.Cause.Time _ -> noAnswer(Words.NO_TIME, List.of());
            case BalanceResult.Cause.Memory _ -> noAnswer(Words.NO_MORE_MEMORY, List.of());
            case BalanceResult.Cause.NotProved notProved ->
                noAnswer(
                        Words.UNPROVED,
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
