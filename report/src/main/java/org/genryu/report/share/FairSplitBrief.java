package org.genryu.report.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.brief.Brief;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.brief.Brief.Part;
import org.genryu.report.write.NumberFormat;
import org.genryu.share.contract.FairSplitAccount;
import org.genryu.share.contract.FairTerms;

/// What does a contract promise in a few words? What each party may expect and what would be fair, how
/// far it may come out, and which terms would be fair.
public record FairSplitBrief(FairSplitAccount account, Text title, String currency, Lang lang) {
    private String say(String en, String ja, Object... values) {
        return new Text(en, ja).in(lang).formatted(values);
    }

    private String money(double value) {
        return new NumberFormat(lang).money(value, currency);
    }

    private static Line line(String text) {
        return new Line(List.of(text), 1, 2);
    }

    public Brief brief() {
        List<Line> expects = new ArrayList<>();
        List<Line> spread = new ArrayList<>();
        for (int p = 0; p < account.parties().size(); p++) {
            FairTerms.Outcome one = account.outcomes().get(p);
            String party = account.parties().get(p);
            expects.add(line(say(
                    "%s: %s ± %s; fair would be %s",
                    "%s：%s ± %s、公平な分は%s", party, money(one.mean()), money(one.error()), money(account.fair(p)))));
            spread.add(line(say(
                    "%s: %s in a bad tenth, %s in the middle, %s in a good tenth; below standing alone in %s of futures",
                    "%s：悪い1割で%s、中央値%s、良い1割で%s。単独を下回る未来は%s",
                    party,
                    money(one.p10()),
                    money(one.p50()),
                    money(one.p90()),
                    new NumberFormat(lang).label(one.below()))));
        }
        List<Line> terms = new ArrayList<>();
        account.terms().forEach(one -> terms.add(line(term(one))));
        return new Brief(
                List.of(
                        say("What does the split promise, and is it fair?", "分配は何を約束し、公平か"),
                        say(
                                "%s: %s futures, NPV at the discount rate of the sheet",
                                "%s：未来%s本、シートの割引率でのNPV", title.in(lang), account.futures())),
                List.of(
                        new Part(say("Expected", "期待値"), expects),
                        new Part(say("Comes out", "結果の幅"), spread),
                        new Part(say("Fair terms", "公平な条件"), terms)),
                Optional.empty());
    }

    private String term(FairSplitAccount.Solved one) {
        NumberFormat shown = new NumberFormat(lang);
        return switch (one.answer()) {
            case FairTerms.Term.Found(double term) ->
                say(
                        "%s: %s instead of %s gives %s its fair part",
                        "%s：%sを%sの代わりにすると%sが公平な分を得る",
                        one.name(),
                        shown.percent(term),
                        shown.percent(one.now()),
                        account.parties().getFirst());
            case FairTerms.Term.OutOfReach(double nearest, double mean) ->
                say(
                        "%s: no value is fair; %s comes nearest, with %s for %s",
                        "%s：公平になる値はない。最も近い%sで%s（%s）",
                        one.name(),
                        shown.percent(nearest),
                        money(mean),
                        account.parties().getFirst());
        };
    }
}
