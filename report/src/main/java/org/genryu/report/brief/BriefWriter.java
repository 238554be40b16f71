package org.genryu.report.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.explain.PublishedComparison;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.brief.Brief.Part;
import org.genryu.results.RunResult;

/// Writes a [Brief]: every number is the stage's own, here it gets words.
final class BriefWriter {
    private final BriefSubject told;

    BriefWriter(BriefSubject told) {
        this.told = told;
    }

    Brief brief() {
        BriefDependences dependences = new BriefDependences(told);
        BriefChanges changes = new BriefChanges(told);
        Part depends = new Part(told.say(BriefPhrases.DEPENDS), dependences.lines());
        List<Part> parts = new ArrayList<>(List.of(
                new Part(told.say(BriefPhrases.SHORT), changes.uses()),
                new Part(told.say(BriefPhrases.PRICES), changes.prices()),
                new Part(
                        told.say(BriefPhrases.MONEY),
                        List.of(told.base().map(this::lost).orElseGet(this::paid)))));
        parts.add(told.base().isPresent() ? parts.size() : 0, depends);
        List<Line> projects = new BriefProjects(told).lines();
        if (!projects.isEmpty()) {
            parts.add(new Part(told.say(BriefPhrases.PROJECTS), projects));
        }
        if (!told.run().shelf().entries().isEmpty()) {
            parts.add(new Part(
                    StressPhrases.SCENARIOS.in(told.lang()),
                    new ShelfWords(told.supply(), told.lang()).lines(told.run().shelf())));
        }
        parts.add(new Part(told.say(BriefPhrases.SURE), List.of(sure())));
        List<Line> happened = happened();
        if (!happened.isEmpty()) {
            parts.addFirst(new Part(told.say(BriefPhrases.IN_FORCE), happened));
        }
        return new Brief(title(), parts, told.base().flatMap(changes::lostFirst).or(dependences::traced));
    }

    /// What is in force because it happened, and what of it was left out.
    private List<Line> happened() {
        RunResult.Happened happened = told.run().beside().happened();
        List<Line> lines = new ArrayList<>();
        titles(happened.events(), "", lines);
        titles(happened.left(), told.say(BriefPhrases.LEFT_OUT), lines);
        return lines;
    }

    private void titles(List<RunResult.Prepared> events, String head, List<Line> into) {
        if (!events.isEmpty()) {
            List<String> titles =
                    events.stream().map(event -> event.title().in(told.lang())).toList();
            into.add(Line.list(head, titles, titles.size(), 3));
        }
    }

    private List<String> title() {
        int last = told.supply().periods().count() - 1;
        String span = last == 0
                ? told.called().period(0)
                : told.say(
                        BriefPhrases.SPAN,
                        told.called().period(0),
                        told.called().period(last));
        String title = told.supply().info().title().in(told.lang());
        return told.run()
                .beside()
                .title()
                .map(scenario -> List.of(
                        told.say(BriefPhrases.WHAT_IF, scenario.in(told.lang())),
                        told.say(
                                told.base().isPresent() ? BriefPhrases.AGAINST_TITLE : BriefPhrases.ALONE_TITLE,
                                title,
                                span)))
                .orElseGet(() -> List.of(told.say(BriefPhrases.BASE_TITLE, title, span)));
    }

    private Line paid() {
        Balance.Account account = told.balance().account();
        return Line.sentence(told.say(
                BriefPhrases.PAID,
                money(account.payments()),
                money(account.costs()),
                money(account.rents()),
                money(account.residual())));
    }

    private Line lost(Balance base) {
        List<String> entries = new ArrayList<>();
        entries.add(changed(
                told.say(BriefPhrases.THE_WORLD),
                told.balance().account().welfare() - base.account().welfare()));
        Map<String, Double> before = welfare(base);
        Map<String, Double> now = welfare(told.balance());
        for (String home : told.supply().info().home()) {
            if (now.containsKey(home)
                    && before.containsKey(home)
                    && told.assessment().isPresent()) {
                entries.add(changed(
                        told.name(told.assessment().get().country(home)),
                        now.getOrDefault(home, 0.0) - before.getOrDefault(home, 0.0)));
            }
        }
        return Line.list(told.say(BriefPhrases.OF_WELFARE), entries, entries.size(), 2);
    }

    private static Map<String, Double> welfare(Balance of) {
        return of.account().byCountry().stream()
                .collect(Collectors.toMap(
                        Balance.Share::who,
                        share -> share.profit() + share.consumerSurplus() + share.tariffs(),
                        Double::sum));
    }

    private String changed(String who, double change) {
        return told.say(change < 0 ? BriefPhrases.LOSES : BriefPhrases.GAINS, who, money(Math.abs(change)));
    }

    private String money(double amount) {
        return told.shown().money(amount, told.supply().info().money().currency());
    }

    /// Under a scenario the base case is what was observed.
    private Line sure() {
        Balance observed = told.base().orElse(told.balance());
        List<String> entries = new ArrayList<>(fitted(observed));
        PublishedComparison comparison = PublishedComparison.of(observed);
        long inside = comparison.count(PublishedComparison.Status.INSIDE, false);
        long outside = comparison.count(PublishedComparison.Status.OUTSIDE, false)
                + comparison.count(PublishedComparison.Status.MISSING, false);
        if (inside + outside > 0) {
            entries.add(told.say(BriefPhrases.INDEPENDENT, inside, inside + outside));
        }
        entries.add(told.say(
                BriefPhrases.ASSUMED,
                count(told.run().evidence().assumptions().size()),
                count(told.run().evidence().unverified().size())));
        entries.add(intervals());
        entries.add(proved());
        return new Line(entries, entries.size(), 4);
    }

    private List<String> fitted(Balance observed) {
        if (observed.calibration().isEmpty()) {
            return List.of(told.say(BriefPhrases.NOT_FITTED));
        }
        Balance.Calibration found = observed.calibration().get();
        String fitted = told.say(
                BriefPhrases.FITTED,
                told.called().period(0),
                count(found.met()),
                count(found.compared().size()),
                told.shown().label(found.distance()));
        Balance.Account account = observed.account();
        return account.payments() > Math.abs(account.residual())
                ? List.of(
                        fitted,
                        told.say(
                                BriefPhrases.UNEXPLAINED,
                                told.shown().label(Math.abs(account.residual()) / account.payments())))
                : List.of(fitted);
    }

    private String intervals() {
        Balance.Markets markets = told.balance().markets();
        long single = markets.single(BriefSubject.ONE_PRICE);
        long all = (long) markets.size() * told.supply().periods().count();
        return single == all
                ? told.say(BriefPhrases.ALL_ONE_NUMBER, count(all))
                : told.say(BriefPhrases.ONE_NUMBER, count(single), count(all));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private String proved() {
        return switch (told.run().result()) {
            case BalanceResult.StoppedEarly(var _, double gap, var cause) ->
                told.say(
                        BriefPhrases.STOPPED,
                        Double.isFinite(gap) ? told.shown().percent(gap) : "—",
                        why(cause));
            case BalanceResult.Balanced _, BalanceResult.Infeasible _, BalanceResult.Unbounded _ ->
                told.say(BriefPhrases.PROVED);
        };
    }

    private String why(BalanceResult.Cause cause) {
        return switch (cause) {
            case BalanceResult.Cause.Time _ -> told.say(BriefPhrases.TIME_OVER);
            case BalanceResult.Cause.Memory _ -> told.say(BriefPhrases.MEMORY_OUT);
            case BalanceResult.Cause.NotProved notProved -> notProved.why().in(told.lang());
        };
    }
}
