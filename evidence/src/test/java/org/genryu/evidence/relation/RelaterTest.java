package org.genryu.evidence.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.evidence.amount.AmountBasis;
import org.genryu.evidence.amount.AmountMention;
import org.genryu.evidence.amount.AmountScanner;
import org.genryu.evidence.amount.Bound;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.Claim.Kind;
import org.genryu.evidence.claim.Claim.Nature;
import org.genryu.evidence.claim.Newsroom;
import org.genryu.evidence.text.Stretch;
import org.genryu.evidence.time.StatedPeriod;
import org.junit.jupiter.api.Test;

/// By hand: what fits together and what does not.
class RelaterTest {
    private static final Relater RELATER = new Relater(Newsroom.GAZETTEER, References.own());

    private static Claim budget(String id, String amount, int fiscalYear, String publisher, String statedAt) {
        Quantity quantity = AmountScanner.scan(amount).amounts().stream()
                .map(AmountMention::quantity)
                .findFirst()
                .orElseThrow();
        LocalDate from = LocalDate.of(fiscalYear, 4, 1);
        StatedPeriod period = new StatedPeriod(
                Optional.of(from),
                Optional.of(from.plusYears(1).minusDays(1)),
                StatedPeriod.Kind.FISCAL,
                Optional.empty(),
                List.of(),
                Optional.empty());
        return claim(
                id, "jp", "amount.spending", "", Nature.ACTUAL, quantity, Optional.of(period), publisher, statedAt);
    }

    private static Claim claim(
            String id,
            String subject,
            String measure,
            String scope,
            Nature nature,
            Quantity quantity,
            Optional<StatedPeriod> period,
            String publisher,
            String statedAt) {
        return new Claim(
                id,
                Kind.AMOUNT,
                subject,
                measure,
                scope,
                nature,
                Optional.of(quantity),
                Optional.empty(),
                period,
                statedAt,
                new Claim.Quote(id, new Stretch(0, 0, "")),
                List.of(),
                publisher,
                1,
                List.of(),
                Optional.empty());
    }

    private static Relation between(List<Relation> relations, String a, String b) {
        return relations.stream()
                .filter(one -> (one.a().equals(a) && one.b().equals(b))
                        || (one.a().equals(b) && one.b().equals(a)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void budgetsMustBeRelatedByYearAndPublisher() {
        List<Claim> claims = List.of(
                budget("a", "約3兆円", 2024, "p", "2024-05-01"),
                budget("b", "3兆2000億円", 2024, "q", "2024-05-02"),
                budget("c", "3兆円", 2023, "p", "2023-05-01"),
                budget("d", "2.1兆円", 2024, "r", "2024-05-03"),
                budget("e", "3兆5000億円", 2024, "q", "2024-09-01"));
        List<Relation> relations = RELATER.relate(claims);
        assertThat(between(relations, "a", "b").kind()).isEqualTo(Relation.Kind.AGREE);
        assertThat(between(relations, "a", "c").kind()).isEqualTo(Relation.Kind.CHANGE);
        assertThat(between(relations, "b", "d").kind()).isEqualTo(Relation.Kind.CONFLICT);
        assertThat(between(relations, "b", "e").kind()).isEqualTo(Relation.Kind.REVISION);
        // 3.2e12 ± 5e10 against 2.1e12 ± 5e10: the gap is 1.0e12, of 2.15e12
        assertThat(between(relations, "b", "d").gap().orElseThrow())
                .isCloseTo(1.0 / 2.15, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(between(relations, "b", "d").gapWidths().orElseThrow())
                .isCloseTo(10, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void aSlipOfScaleMustBeAsked() {
        List<Relation> relations =
                RELATER.relate(List.of(budget("a", "850億円", 2024, "p", ""), budget("b", "85億円", 2024, "q", "")));
        assertThat(between(relations, "a", "b").note().en())
                .isEqualTo("not both can be so. They differ by a power of ten: a slip of scale?");
    }

    @Test
    void whatDiffersInContentOrNatureMustNotBeCompared() {
        Quantity tonnes = AmountScanner.scan("1000トン").amounts().getFirst().quantity();
        Claim oxide = claim(
                "a",
                "au",
                "amount.production",
                "content:REO;rare-earths",
                Nature.ACTUAL,
                tonnes,
                Optional.empty(),
                "p",
                "");
        Claim metal = claim(
                "b",
                "au",
                "amount.production",
                "content:metal;rare-earths",
                Nature.ACTUAL,
                AmountScanner.scan("700トン").amounts().getFirst().quantity(),
                Optional.empty(),
                "q",
                "");
        Claim target = claim(
                "c",
                "au",
                "amount.production",
                "content:REO;rare-earths",
                Nature.TARGET,
                tonnes,
                Optional.empty(),
                "q",
                "");
        List<Relation> relations = RELATER.relate(List.of(oxide, metal, target));
        assertThat(between(relations, "a", "b").fields()).containsExactly("scope");
        assertThat(between(relations, "a", "c").fields()).containsExactly("nature");
    }

    @Test
    void sharesAboveTheWholeMustBeFlagged() {
        StatedPeriod year = new StatedPeriod(
                Optional.of(LocalDate.of(2024, 1, 1)),
                Optional.of(LocalDate.of(2024, 12, 31)),
                StatedPeriod.Kind.CALENDAR,
                Optional.empty(),
                List.of(),
                Optional.empty());
        List<Claim> parts = new ArrayList<>();
        for (String[] part : new String[][] {{"cn", "70%"}, {"us", "25%"}, {"au", "20%"}}) {
            parts.add(claim(
                    part[0] + "-share",
                    part[0],
                    "share.production",
                    "rare-earths",
                    Nature.ACTUAL,
                    AmountScanner.scan(part[1]).amounts().getFirst().quantity(),
                    Optional.of(year),
                    part[0],
                    ""));
        }
        assertThat(RELATER.relate(parts)).anySatisfy(one -> {
            assertThat(one.kind()).isEqualTo(Relation.Kind.INCONSISTENT_SET);
            assertThat(one.note().en()).isEqualTo("the parts make 115 % of the whole.");
        });
        assertThat(RELATER.relate(parts.subList(0, 2))).noneMatch(one -> one.kind() == Relation.Kind.INCONSISTENT_SET);
    }

    @Test
    void aForecastThatDidNotComeTrueMustBeAMiss() {
        Quantity forecast = AmountScanner.scan("1000トン").amounts().getFirst().quantity();
        Quantity actual = AmountScanner.scan("300トン").amounts().getFirst().quantity();
        List<Relation> relations = RELATER.relate(List.of(
                claim("a", "lynas", "amount.production", "", Nature.FORECAST, forecast, Optional.empty(), "p", ""),
                claim("b", "lynas", "amount.production", "", Nature.ACTUAL, actual, Optional.empty(), "q", "")));
        assertThat(between(relations, "a", "b").kind()).isEqualTo(Relation.Kind.MISS);
    }

    @Test
    void tonnesAndKilogramsMustBeCompared() {
        List<Relation> relations = RELATER.relate(List.of(
                claim(
                        "a",
                        "lynas",
                        "amount.production",
                        "",
                        Nature.ACTUAL,
                        AmountScanner.scan("1.5トン").amounts().getFirst().quantity(),
                        Optional.empty(),
                        "p",
                        ""),
                claim(
                        "b",
                        "lynas",
                        "amount.production",
                        "",
                        Nature.ACTUAL,
                        AmountScanner.scan("1500キログラム").amounts().getFirst().quantity(),
                        Optional.empty(),
                        "q",
                        "")));
        assertThat(between(relations, "a", "b").kind()).isEqualTo(Relation.Kind.AGREE);
    }

    // ---------------------------------------------------------------- the small newsroom

    private static List<Relation> news() {
        return RELATER.relate(Newsroom.claims(Newsroom.PLEDGE, Newsroom.MEETING, Newsroom.BLOG, Newsroom.DEEP_SEA));
    }

    private static String notes(Relation.Kind kind) {
        return String.join(
                "\n",
                news().stream()
                        .filter(one -> one.kind() == kind)
                        .map(one -> one.note().en())
                        .toList());
    }

    @Test
    void oneMeetingWithTwoDatesMustBeAConflict() {
        assertThat(notes(Relation.Kind.CONFLICT)).contains("the dates are 243 days apart.");
    }

    @Test
    void whoDidNotHoldAnOfficeMustBeTold() {
        assertThat(notes(Relation.Kind.CONFLICT))
                .contains("Sanae Takaichi did not hold the office on 2025-02-27; Shigeru Ishiba did");
    }

    @Test
    void theWrongNameOfAnAgencyMustBeTold() {
        assertThat(notes(Relation.Kind.CONFLICT))
                .contains(
                        "the name of it is Japan Bank for International Cooperation (国際協力銀行); the name given is that of Nippon Export and Investment Insurance NEXI.");
    }

    @Test
    void yenAndDollarsMustBeComparedThroughTheCitedRate() {
        assertThat(news()).anySatisfy(one -> {
            assertThat(one.kind()).isEqualTo(Relation.Kind.AGREE);
            assertThat(one.rule()).isEqualTo("K9");
            assertThat(one.note().en()).isEqualTo("the two can both be so (145.5 JPY/USD).");
        });
    }

    @Test
    void aShareMustAgreeWithTheReference() {
        assertThat(news()).anySatisfy(one -> {
            assertThat(one.kind()).isEqualTo(Relation.Kind.AGREE);
            assertThat(one.a()).isEqualTo("ref-cn-refining");
        });
    }

    @Test
    void theOrderOfTheClaimsMustNotMatter() {
        List<Claim> claims =
                new ArrayList<>(Newsroom.claims(Newsroom.PLEDGE, Newsroom.MEETING, Newsroom.BLOG, Newsroom.DEEP_SEA));
        List<Relation> first = RELATER.relate(claims);
        Collections.reverse(claims);
        assertThat(RELATER.relate(claims)).isEqualTo(first);
    }

    @Test
    void aBoundMustMeetWhatLiesBeyondIt() {
        Quantity atLeast = new Quantity(
                OptionalDouble.of(80),
                OptionalDouble.empty(),
                OptionalDouble.of(80),
                5,
                "%",
                AmountBasis.SHARE,
                Bound.AT_LEAST,
                false,
                "",
                Optional.empty());
        assertThat(Interval.of(atLeast).high()).isEqualTo(100);
        assertThat(Interval.of(atLeast).low()).isEqualTo(75);
    }
}
