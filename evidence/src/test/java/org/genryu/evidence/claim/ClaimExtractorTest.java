package org.genryu.evidence.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genryu.core.number.NumberText;
import org.genryu.evidence.claim.Claim.Kind;
import org.genryu.evidence.claim.Claim.Nature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// By hand: who says what of what.
class ClaimExtractorTest {
    private static String shown(Claim claim) {
        String value = claim.quantity()
                .map(q -> (q.low().isPresent() ? NumberText.exact(q.low().getAsDouble()) : "")
                        + (q.low().equals(q.high())
                                ? ""
                                : ".."
                                        + (q.high().isPresent()
                                                ? NumberText.exact(q.high().getAsDouble())
                                                : ""))
                        + " " + q.unit())
                .orElse(claim.text().orElse(""));
        String scope = claim.scope().isEmpty() ? "" : " of " + claim.scope();
        return (claim.subject() + " " + claim.measure() + scope + " " + value.strip() + " "
                        + claim.nature().word())
                .replaceAll(" +", " ")
                .strip();
    }

    private static List<String> amounts(String text) {
        return Newsroom.claims(text).stream()
                .filter(claim -> claim.kind() == Kind.AMOUNT)
                .map(ClaimExtractorTest::shown)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "中国は世界のレアアースの9割以上を精製している。| cn share.refining of rare-earths 90.. % actual",
                "豪州の2024年のレアアース生産量は1万3000トンだった。| au amount.production of rare-earths 13000 t actual",
                "ブラジルのレアアース埋蔵量は約2100万トンと推定される。| br amount.reserves of rare-earths 20475000..21525000 t estimate",
                "米国はレアアースの中国への依存度を2030年までに30%以下に引き下げる目標を掲げた。| us share.dependence of on:cn;rare-earths ..30 % target",
                "ライナスの重希土類の生産能力は年間1500トンに達する。| lynas capacity.production of heavy-rare-earths 1500 t/yr actual",
                "JERAはアラスカLNGから年間100万トンを20年間調達する計画だ。| jera amount.supply 1000000 t/yr forecast",
                "China refined 91 percent of the world's rare earths in 2024.| cn share.refining of rare-earths 91 % actual",
                "Lynas produced 10,500 tonnes of NdPr oxide last year.| lynas amount.production of content:NdPr oxide;neodymium 10500 t actual",
                "The price of dysprosium rose to $900/kg in May 2025.| dysprosium price 900 USD/kg actual",
                "MP Materials will get a $150 million loan from the Pentagon.| mp-materials amount.loan 150000000 USD actual",
                "Japan's reliance on China for rare earths is about 60 percent.| jp share.dependence of on:cn;rare-earths 55..65 % actual",
                "The mine has reserves of 2.1 million tonnes, Arafura said.| arafura amount.reserves 2100000 t actual"
            })
    void anAmountMustBeLinkedToWhatItIsSaidOf(String text, String expected) {
        assertThat(amounts(text)).contains(expected);
    }

    @Test
    void whatIsSaidTwiceMustBeOneClaimWithTwoPlaces() {
        List<Claim> claims = Newsroom.claims("日本による80兆円の対米投資。\n焦点は80兆円の対米投資だ。").stream()
                .filter(claim -> claim.kind() == Kind.AMOUNT)
                .toList();
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.quote().stretch().start()).isEqualTo(5);
            assertThat(claim.quote().stretch().end()).isEqualTo(9);
            assertThat(claim.quote().stretch().raw()).isEqualTo("80兆円");
            assertThat(claim.more())
                    .singleElement()
                    .satisfies(again -> assertThat(again.start()).isEqualTo(19));
        });
    }

    @Test
    void placesMustCountCodePoints() {
        Claim claim = Newsroom.claims("🇯🇵 中国が80%以上の精製を担う。").stream()
                .filter(one -> one.kind() == Kind.AMOUNT)
                .findFirst()
                .orElseThrow();
        assertThat(claim.quote().stretch().start()).isEqualTo(6);
        assertThat(claim.quote().stretch().raw()).isEqualTo("80%以上");
    }

    @Test
    void theDateOfADocumentMustBeAClaimAndStateThePrecision() {
        List<Claim> claims = Newsroom.claims(Newsroom.MEETING);
        assertThat(claims).anyMatch(claim -> claim.measure().equals("date.document"));
        assertThat(claims).allMatch(claim -> claim.statedAt().equals("2025-10"));
    }

    @Test
    void aMeetingMustHaveItsDayAndItsPersons() {
        assertThat(Newsroom.claims(Newsroom.MEETING)).anySatisfy(claim -> {
            assertThat(claim.subject()).isEqualTo("summit:jp-us");
            assertThat(claim.scope()).isEqualTo("first;takaichi;trump");
            assertThat(claim.period().orElseThrow().from().orElseThrow()).hasToString("2025-10-28");
        });
    }

    @Test
    void aProposalMustNotBecomeAFact() {
        assertThat(Newsroom.claims(Newsroom.PLEDGE))
                .filteredOn(claim -> claim.measure().equals("share.profit"))
                .singleElement()
                .satisfies(claim -> assertThat(claim.nature()).isEqualTo(Nature.PROPOSAL));
    }

    @Test
    void ofWhatNothingTellsMustStayOpenAndGoToReview() {
        assertThat(Newsroom.claims("それは42トンだった。")).singleElement().satisfies(claim -> {
            assertThat(claim.measure()).isEqualTo(AmountClaims.UNLINKED);
            assertThat(claim.confidence()).isLessThan(0.2);
            assertThat(claim.doubt().orElseThrow().en()).isEqualTo("of what it is said could not be told.");
        });
    }

    @Test
    void theIdMustDependOnTheContentAlone() {
        String text = "中国は世界のレアアースの9割以上を精製している。";
        String id = Newsroom.claims(text).getFirst().id();
        assertThat(id).startsWith("sha256:").hasSize(71);
        assertThat(Newsroom.claims("前置き。" + text).getFirst().id()).isEqualTo(id);
        assertThat(Newsroom.claims(text.replace("9割", "8割")).getFirst().id()).isNotEqualTo(id);
    }

    /// What stands in another order on the screen than in the file.
    @Test
    void aTurnedOrderMustGoToReview() {
        assertThat(Newsroom.claims("中国の精製の割合は\u202E08%\u202C以上だ。"))
                .filteredOn(one -> one.kind() == Kind.AMOUNT)
                .allSatisfy(one -> assertThat(one.doubt()).isPresent());
    }

    @Test
    void hiddenSignsMustGoToReview() {
        Claim claim = Newsroom.claims("中国が8\u200B0%以上の精製を担う。").stream()
                .filter(one -> one.kind() == Kind.AMOUNT)
                .findFirst()
                .orElseThrow();
        assertThat(claim.doubt().orElseThrow().en()).isEqualTo("the text holds signs there that no reader sees.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2025年6月12日、カナダのG7サミットが開幕した。| g7 2025-06-12",
                "米国のトランプ大統領は2025年10月27日に来日した。| us 2025-10-27",
                "2026年1月11日、JAMSTECの調査船が港を出港した。| jamstec 2026-01-11",
                "The G7 held its meeting on 12 January 2026.| g7 2026-01-12",
                "China's rules took effect on 1 December 2024.| cn 2024-12-01",
                "概要¶• 2023年:中国が精製技術を国家機密に指定| cn 2023-01-01"
            })
    void aDayOnWhichSomethingHappenedMustBeKept(String text, String expected) {
        assertThat(happenings(text.replace("¶", "\n"))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "G7サミットを前に各国は備えた。2026年6月に近い。",
        "2026年6月12日のG7サミットに先立ち準備が進む。",
        "中国は2024年に21万トンを生産した。",
        "The meeting of the G7 was long."
    })
    void whatDidNotHappenThenMustNotBeKept(String text) {
        assertThat(happenings(text)).isEmpty();
    }

    private static List<String> happenings(String text) {
        return Newsroom.claims(text).stream()
                .filter(claim -> claim.measure().equals(Happenings.MEASURE))
                .map(claim -> claim.subject() + " "
                        + claim.period().orElseThrow().from().orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "米国と中国はグリーンランドに注目する。20社の企業がこの島で探査する。| gl count.companies 20 company actual",
                "China looks at Greenland. On this island 20 companies explore.| gl count.companies 20 company actual",
                "日本は豪州と協力する。2024年、同国のレアアース生産量は1万3000トンだった。| au amount.production of rare-earths 13000 t actual"
            })
    void whatPointsBackMustMeanTheNearestOfItsKind(String text, String expected) {
        assertThat(amounts(text)).contains(expected);
    }
}
