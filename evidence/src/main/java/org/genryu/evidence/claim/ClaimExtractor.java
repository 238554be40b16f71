package org.genryu.evidence.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Deadline;
import org.genryu.evidence.amount.AmountMention;
import org.genryu.evidence.amount.AmountScanner;
import org.genryu.evidence.claim.Claim.Kind;
import org.genryu.evidence.claim.Claim.Nature;
import org.genryu.evidence.document.Article;
import org.genryu.evidence.entity.EntityMention;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.text.Sentences;
import org.genryu.evidence.text.Shadow;
import org.genryu.evidence.text.Tongue;
import org.genryu.evidence.time.PeriodMention;
import org.genryu.evidence.time.PeriodScanner;
import org.genryu.evidence.time.StatedPeriod;
import org.genryu.evidence.time.TimeFrame;

/// Which claims does an article make? Its dates first, then its amounts, the things it names, and what is said of them.
/// Cost: linear in the length of the text, but for the amounts of one sentence, each of which looks at all its words.
public final class ClaimExtractor {
    private final Gazetteer gazetteer;
    private final AmountClaims amountClaims;
    private final ToldClaims toldClaims;
    private final Happenings happenings;

    public ClaimExtractor(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.amountClaims = new AmountClaims(gazetteer);
        this.toldClaims = new ToldClaims(gazetteer);
        this.happenings = new Happenings(gazetteer);
    }

    /// @param frame with the date that a person gave, if any: it stands above the one the document tells
    public Extract extract(Article article, TimeFrame frame) {
        Shadow shadow = Shadow.of(article.text());
        String text = shadow.text();
        Optional<StatedPeriod> told =
                frame.document().isPresent() || article.date().isPresent()
                        ? Optional.empty()
                        : PeriodScanner.documentDate(text, frame);
        Optional<LocalDate> date = frame.document().or(article::date).or(() -> told.flatMap(StatedPeriod::from));
        String statedAt = told.filter(period -> period.kind() != StatedPeriod.Kind.INSTANT)
                .flatMap(StatedPeriod::from)
                .map(day -> day.toString().substring(0, 7))
                .orElse(date.map(LocalDate::toString).orElse(""));
        TimeFrame dated = date.map(frame::dated).orElse(frame);
        List<PeriodMention> periods = PeriodScanner.scan(text, dated);
        AmountScanner.Found amounts = AmountScanner.scan(text, PeriodScanner.taken(periods));
        List<EntityMention> entities = gazetteer.mentions(text);
        List<EntityMention> pointed = Pointers.with(text, entities);
        Page page = new Page(
                article,
                shadow,
                Sentences.of(text),
                periods,
                amounts.amounts(),
                pointed,
                told.or(() -> date.map(ClaimExtractor::on)),
                statedAt,
                Page.topics(entities));
        List<Claim> drafts = new ArrayList<>();
        told.ifPresent(period -> documentDate(page, period).ifPresent(drafts::add));
        for (AmountMention amount : page.amounts()) {
            Deadline.present().check();
            drafts.add(amountClaims.of(page, amount));
        }
        drafts.addAll(toldClaims.of(page));
        drafts.addAll(happenings.of(page, List.copyOf(drafts)));
        List<Rejected> rejected = amounts.refused().stream()
                .map(none -> new Rejected(article.name(), shadow.stretch(none.from(), none.to()), none.reason()))
                .toList();
        return new Extract(article.name(), Tongue.of(article.text()), date, Claims.joined(drafts), rejected);
    }

    private static StatedPeriod on(LocalDate day) {
        return new StatedPeriod(
                Optional.of(day),
                Optional.of(day),
                StatedPeriod.Kind.INSTANT,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Optional<Claim> documentDate(Page page, StatedPeriod period) {
        return page.periods().stream()
                .filter(one -> one.period().from().equals(period.from())
                        && one.period().to().equals(period.to()))
                .findFirst()
                .map(one -> Claims.draft(
                        page,
                        Kind.PERIOD,
                        "document:" + page.article().name(),
                        "date.document",
                        "",
                        Nature.ACTUAL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(one.period()),
                        one.from(),
                        one.to(),
                        0.9,
                        List.of(one.rule()),
                        Optional.empty()));
    }
}
