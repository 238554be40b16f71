package org.genryu.evidence.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.evidence.claim.Claim.Kind;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.text.Sentences;
import org.genryu.evidence.time.PeriodMention;
import org.genryu.evidence.time.StatedPeriod;

/// On which days was there a meeting, a visit, a signing, a vote? And what does a list tell whose items begin with a
/// time? Such days are kept and not compared: two meetings on two days are no contradiction.
final class Happenings {
    static final String MEASURE = "date.happening";

    private static final Pattern WORD = Pattern.compile(
            "会議|会合|協議|会談|セミナー|サミット|シンポジウム|署名|調印|訪[日米中欧韓印豪]|来日|選挙|投票|出港|入港|着工|起工|法案を?提出|提出|可決|採択|施行|発効|開幕|閉幕");
    private static final Pattern WORD_EN = Pattern.compile(
            "(?i)\\b(?:meetings?|conference|summit|talks|forum|seminar|elections?|vote[ds]?|signing|signed|visit(?:ed|s)?|set sail|came into force|took effect|was adopted)\\b");
    private static final Pattern NOT_YET = Pattern.compile("に先立ち|を前に|を控え|に向け");
    /// `• 2023年:…`: an item of a list that begins with a time.
    private static final Pattern ITEM = Pattern.compile("^[ \\t]*(?:[•・●*-]|\\d{1,2}\\.)[ \\t]*$");
    private static final List<String> WHO = List.of("pair", "group", "country", "agency");
    /// So far apart a day and its word may stand [characters].
    private static final int REACH = 60;
    /// Longest stretch that is taken for the days of one event [days].
    private static final long LONGEST = 31;

    private final Subjects subjects;
    private final NatureWords natures;

    Happenings(Gazetteer gazetteer) {
        this.subjects = new Subjects(gazetteer);
        this.natures = new NatureWords();
    }

    /// @param told what is claimed already: a day of it is not told twice
    List<Claim> of(Page page, List<Claim> told) {
        List<Claim> found = new ArrayList<>();
        for (Sentences.Sentence sentence : page.sentences()) {
            for (PeriodMention one : page.periods(sentence.from(), sentence.to())) {
                place(page, sentence, one)
                        .filter(_ -> told.stream().noneMatch(claim -> sameDay(claim, one.period())))
                        .ifPresent(at -> claim(page, sentence, one, at, found));
            }
        }
        return found;
    }

    private static boolean sameDay(Claim claim, StatedPeriod period) {
        return claim.kind() == Kind.PERIOD
                && claim.period()
                        .filter(other ->
                                other.from().equals(period.from()) && other.to().equals(period.to()))
                        .isPresent();
    }

    /// Where the word stands that says what happened then.
    private static Optional<int[]> place(Page page, Sentences.Sentence sentence, PeriodMention one) {
        String text = page.text();
        if (one.period().from().isEmpty() || one.period().to().isEmpty()) {
            return Optional.empty();
        }
        boolean item = text.startsWith(":", one.to())
                && ITEM.matcher(text.substring(page.lineStart(one.from()), one.from()))
                        .matches();
        if (item) {
            return Optional.of(new int[] {one.to() + 1, one.to() + 1});
        }
        long days =
                one.period().to().get().toEpochDay() - one.period().from().get().toEpochDay();
        if (days > LONGEST) {
            return Optional.empty();
        }
        int last = Math.min(sentence.to(), one.to() + REACH);
        Matcher behind = WORD.matcher(text).region(one.to(), last).useTransparentBounds(true);
        if (behind.find()) {
            boolean another =
                    page.periods(one.to(), behind.start()).stream().findAny().isPresent();
            boolean later =
                    NOT_YET.matcher(text).region(behind.end(), text.length()).lookingAt();
            return another || later ? Optional.empty() : Optional.of(new int[] {behind.start(), behind.end()});
        }
        Matcher english = WORD_EN.matcher(text)
                .region(Math.max(sentence.from(), one.from() - REACH), last)
                .useTransparentBounds(true);
        List<int[]> near = new ArrayList<>();
        while (english.find()) {
            near.add(new int[] {english.start(), english.end()});
        }
        return near.stream()
                .min(Comparator.comparingInt(at -> at[1] <= one.from() ? one.from() - at[1] : at[0] - one.to()))
                .filter(at -> page.periods(Math.min(at[1], one.to()), Math.max(at[0], one.from()))
                        .isEmpty());
    }

    private void claim(Page page, Sentences.Sentence sentence, PeriodMention one, int[] at, List<Claim> found) {
        Optional<Subjects.Choice> who =
                subjects.of(page, MEASURE, WHO, at[0], at[1]).filter(choice -> !choice.isGuess());
        if (who.isEmpty()) {
            return;
        }
        found.add(Claims.draft(
                page,
                Kind.PERIOD,
                who.get().id(),
                MEASURE,
                "",
                natures.of(page, sentence.from(), sentence.to(), at[0], at[1]),
                Optional.empty(),
                Optional.empty(),
                Optional.of(one.period()),
                one.from(),
                Math.max(one.to(), at[1]),
                0.3 + 0.3 * Math.min(1, who.get().worth()),
                List.of(one.rule(), "K10"),
                Optional.empty()));
    }
}
