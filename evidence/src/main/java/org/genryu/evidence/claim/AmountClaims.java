package org.genryu.evidence.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Text;
import org.genryu.evidence.amount.AmountBasis;
import org.genryu.evidence.amount.AmountMention;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.claim.Claim.Kind;
import org.genryu.evidence.claim.MeasureTable.Measure;
import org.genryu.evidence.claim.MeasureTable.Spoken;
import org.genryu.evidence.entity.EntityMention;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.text.Sentences;
import org.genryu.evidence.time.PeriodMention;
import org.genryu.evidence.time.StatedPeriod;

/// Of what is an amount said? Its unit says what can be meant, the nearest word of a measure what is, and [Subjects] of
/// whom. What cannot be told stays open (`unlinked`) and is marked for review.
///
/// confidence = 0.15 + 0.4/(1 + d/12) + 0.35 min(1, worth) + 0.1 (a period is told)
///
/// d – characters between the amount and the word of its measure; worth – of the subject. It orders what a
/// person looks at, it is no probability.
final class AmountClaims {
    static final String UNLINKED = "unlinked";

    /// Shares whose words say little: `share of refining` is one of refining, `relies on imports` a dependence.
    private static final Set<String> GENERAL = Set.of("share.market", "share.imports");

    /// So much further away a word of a general share counts, where another one is told too [characters].
    private static final int LESS_SAID = 40;

    /// So far before a sentence its period may stand [characters].
    private static final int REACH = 120;

    /// What is said of a mineral beside its subject.
    private static final Pattern OF_MINERAL = Pattern.compile(
            "(?:change\\.)?(?:share\\.(?:production|refining|dependence|demand|market|imports|recovery)|(?:amount|capacity|value)\\.(?:production|quota|reserves|demand|exports|imports|stock|supply)|price.*|duration\\.stock)");

    private static final Text OPEN = new Text("of what it is said could not be told.", "何についての数量か読み取れませんでした。");
    private static final Pattern DEPENDENCE = Pattern.compile("(?:産)?[^\\s、。はが]{0,10}(?:へ|に)の?(?:依存|頼)");
    /// `対中依存`: one character stands for the country.
    private static final Pattern DEPENDENCE_SHORT = Pattern.compile("対([中米日露韓豪欧])依存");
    private static final Map<String, String> SHORT_NAMES =
            Map.of("中", "cn", "米", "us", "日", "jp", "露", "ru", "韓", "kr", "豪", "au", "欧", "eu");
    private static final Pattern DEPENDENCE_EN = Pattern.compile(
            "(?i)(?:dependen(?:t|ce)|relian(?:t|ce)|rel(?:y|ies|ied)|depend(?:s|ed)?) (?:up)?on (?:imports from )?$");

    private final MeasureTable measures;
    private final NatureWords natures;
    private final Subjects subjects;

    AmountClaims(Gazetteer gazetteer) {
        this.measures = new MeasureTable();
        this.natures = new NatureWords();
        this.subjects = new Subjects(gazetteer);
    }

    Claim of(Page page, AmountMention mention) {
        Quantity quantity = mention.quantity();
        Sentences.Sentence sentence = page.sentence(mention.from());
        Optional<Spoken> spoken = nearest(page, quantity, sentence, mention);
        Optional<Measure> measure = spoken.map(Spoken::measure);
        Optional<Subjects.Choice> subject =
                measure.flatMap(one -> subjects.of(page, one.id(), one.subjects(), mention.from(), mention.to()));
        boolean changed = isChange(mention)
                && measure.filter(one -> !one.id().equals("share.tariff")).isPresent();
        String id =
                measure.map(one -> changed ? "change." + one.id() : one.id()).orElse(UNLINKED);
        String about = subject.map(Subjects.Choice::id).orElse("");
        Optional<StatedPeriod> period = period(page, sentence, mention);
        String scope = measure.isPresent() ? scope(page, id, about, sentence, mention) : "";
        double near = spoken.map(one -> 0.4 / (1 + apart(one.from(), one.to(), mention) / 12.0))
                .orElse(0.0);
        double worth = subject.map(one -> 0.35 * Math.min(1, one.worth())).orElse(0.0);
        double confidence = measure.isEmpty() ? 0.1 : 0.15 + near + worth + (period.isPresent() ? 0.1 : 0);
        Optional<Text> doubt = mention.doubt()
                .or(() -> measure.isEmpty()
                                || subject.map(Subjects.Choice::isGuess).orElse(true)
                        ? Optional.of(OPEN)
                        : Optional.empty());
        return Claims.draft(
                page,
                Kind.AMOUNT,
                about,
                id,
                scope,
                natures.of(page, sentence.from(), sentence.to(), mention.from(), mention.to()),
                Optional.of(quantity),
                Optional.empty(),
                period,
                mention.from(),
                mention.to(),
                confidence,
                mention.rules(),
                doubt);
    }

    private Optional<Spoken> nearest(Page page, Quantity quantity, Sentences.Sentence sentence, AmountMention mention) {
        Spoken best = null;
        double least = Double.MAX_VALUE;
        List<Spoken> all = measures.spoken(page.text(), sentence.from(), sentence.to(), kinds(quantity, mention));
        boolean special =
                all.stream().anyMatch(one -> !GENERAL.contains(one.measure().id()));
        for (Spoken one : all) {
            double apart = apart(one.from(), one.to(), mention)
                    - 0.1 * (one.to() - one.from())
                    + commas(page.text(), one, mention) * 8
                    + (GENERAL.contains(one.measure().id()) && special ? LESS_SAID : 0);
            if (apart < least) {
                least = apart;
                best = one;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Whether an amount says by how much something rose or fell.
    private static boolean isChange(AmountMention mention) {
        String unit = mention.quantity().unit();
        boolean told =
                mention.quantity().basis() == AmountBasis.YOY || mention.rules().contains("N6");
        return told
                && (unit.equals("%") || unit.equals("pp") || mention.quantity().basis() == AmountBasis.YOY);
    }

    /// In what kinds of units that is measured of which an amount may be said: a change [%] may be one of anything.
    private static Set<String> kinds(Quantity quantity, AmountMention mention) {
        String kind = MeasureTable.kind(quantity);
        return !isChange(mention)
                ? Set.of(kind)
                : quantity.unit().equals("pp")
                        ? Set.of("share")
                        : Set.of("mass", "massrate", "money", "price", "tariff");
    }

    private static int commas(String text, Spoken one, AmountMention mention) {
        int from = Math.min(one.to(), mention.to());
        int to = Math.max(one.from(), mention.from());
        return from >= to
                ? 0
                : (int) text.substring(from, to)
                        .chars()
                        .filter(c -> c == '、' || c == ',' || c == ';' || c == '「')
                        .count();
    }

    private static int apart(int from, int to, AmountMention mention) {
        return from >= mention.to() ? from - mention.to() : Math.max(0, mention.from() - to);
    }

    /// The period of the sentence that stands nearest; a day on which somebody met somebody is none of an
    /// amount, unless there is no other.
    private static Optional<StatedPeriod> period(Page page, Sentences.Sentence sentence, AmountMention mention) {
        PeriodMention best = null;
        int least = Integer.MAX_VALUE;
        for (PeriodMention one : page.periods(sentence.from(), sentence.to())) {
            int apart =
                    (one.to() <= mention.from() ? mention.from() - one.to() : Math.max(0, one.from() - mention.to()))
                            + (one.period().kind() == StatedPeriod.Kind.INSTANT ? 40 : 0);
            if (apart < least) {
                least = apart;
                best = one;
            }
        }
        return Optional.ofNullable(best).map(PeriodMention::period).or(() -> before(page, sentence));
    }

    /// The period of the sentence before, in the same paragraph.
    private static Optional<StatedPeriod> before(Page page, Sentences.Sentence sentence) {
        int from = Math.max(page.lineStart(sentence.from()), sentence.from() - REACH);
        return page.periods(from, sentence.from()).stream()
                .reduce((_, last) -> last)
                .map(PeriodMention::period);
    }

    private String scope(
            Page page, String measure, String subject, Sentences.Sentence sentence, AmountMention mention) {
        Set<String> parts = new TreeSet<>();
        if (OF_MINERAL.matcher(measure).matches()) {
            parts.addAll(subjects.minerals(page, subject, mention.from(), mention.to()));
        }
        if (measure.endsWith("share.dependence")) {
            on(page, sentence).ifPresent(parts::add);
        }
        if (!mention.quantity().content().isEmpty()) {
            parts.add("content:" + mention.quantity().content());
        }
        return String.join(";", new ArrayList<>(parts));
    }

    /// On whom one depends.
    private static Optional<String> on(Page page, Sentences.Sentence sentence) {
        List<EntityMention> here = page.entities(sentence.from(), sentence.to());
        return here.stream()
                .filter(one -> one.entity().kind().equals("country")
                        || one.entity().kind().equals("group"))
                .filter(one -> DEPENDENCE
                                .matcher(page.text()
                                        .substring(
                                                one.to(), Math.min(page.text().length(), one.to() + 24)))
                                .lookingAt()
                        || DEPENDENCE_EN
                                .matcher(page.text().substring(Math.max(0, one.from() - 24), one.from()))
                                .find())
                .reduce((_, last) -> last)
                .map(one -> "on:" + one.entity().id())
                .or(() -> {
                    Matcher said = DEPENDENCE_SHORT.matcher(page.text()).region(sentence.from(), sentence.to());
                    return said.find()
                            ? Optional.ofNullable(SHORT_NAMES.get(said.group(1)))
                                    .map(id -> "on:" + id)
                            : Optional.empty();
                });
    }
}
