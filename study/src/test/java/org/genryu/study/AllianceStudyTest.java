package org.genryu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.core.ProgressReport;
import org.genryu.share.rule.MeasuredWeights;
import org.genryu.stress.game.AllianceAccount;
import org.genryu.stress.game.AllianceAccount.Acted;
import org.genryu.stress.game.AllianceAccount.Aim;
import org.genryu.stress.game.AllianceAccount.Plan;
import org.genryu.stress.game.SidePayOff;
import org.genryu.study.AllianceStudy.Played;
import org.genryu.study.AllianceStudy.Question;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// The worth of an alliance out of the months of a scenario. Rung: by hand, and identity.
class AllianceStudyTest {
    private static TextCase world() {
        return TextCase.years(2027, 2028)
                .table("places", "place,kind,country\nsrc,country,CN\nJP,country,JP\nUS,country,US\nAU,country,AU")
                .table("commodities", "commodity,unit\ngood,t")
                .table("recipes", "recipe,commodity,amount\ndig,good,1")
                .table("processes", "process,place,recipe,status,capacity,cost\npit,src,dig,operating,3600,10")
                .table(
                        "routes",
                        "route,from,to,commodity,cost\nj,src,JP,good,1\nu,src,US,good,1\nuj,US,JP,good,1\nju,JP,US,good,1")
                .table(
                        "demands",
                        "demand,place,use,commodity,amount,shortage_cost\nneedj,JP,tools,good,1200,1000\nneedu,US,tools,good,1200,400")
                .table("stores", "store,place,commodity,kind,capacity,level\nheap,US,good,commercial,250,250")
                .scenario(
                        "cut",
                        "start: 2027-01\nmonths: 12\nforesight: 12\nevents:\n"
                                + "  - ban: {from: CN, start: 2027-01, months: 3}\n"
                                + "measures:\n"
                                + "  - stockpile: {place: JP, commodity: good, amount: 100, first: 2027, last: 2028}\n");
    }

    private static AllianceAccount account(String... members) {
        return played(world(), Question.CENTRAL, members).account().orElseThrow();
    }

    private static Played played(TextCase world, Question question, String... members) {
        CaseFile file = world.file();
        StressStudy.Calm calm = (StressStudy.Calm) StressStudy.calm(
                        file, InForce.of(file), SolvedCases.NONE, BalanceOptions.DEFAULT, ProgressReport.SILENT)
                .clean()
                .orElseThrow();
        return AllianceStudy.of(
                        calm, file.scenario("cut").orElseThrow(), List.of(members), question, ProgressReport.SILENT)
                .clean()
                .orElseThrow();
    }

    @Test
    void aMeasureMustBelongToThoseWhoHoldIt() {
        AllianceAccount account = account("JP", "US", "AU");
        // Only coalitions with Japan can lay in its stockpile; one member alone shares with nobody.
        assertThat(account.plans().get(0b001)).extracting(Acted::plan).containsExactly(Plan.NOTHING, Plan.MEASURES);
        assertThat(account.plans().get(0b010)).extracting(Acted::plan).containsExactly(Plan.NOTHING);
        assertThat(account.plans().get(0b011))
                .extracting(Acted::plan)
                .containsExactly(Plan.NOTHING, Plan.MEASURES, Plan.SHARING, Plan.BOTH);
        assertThat(account.plans().get(0b110)).extracting(Acted::plan).containsExactly(Plan.NOTHING, Plan.SHARING);
    }

    @Test
    void whatACoalitionGainsMustBeWhatItsMembersGainLessWhatTheyPay() {
        AllianceAccount account = account("JP", "US", "AU");
        for (int s = 0; s < account.plans().size(); s++) {
            for (Acted acted : account.plans().get(s)) {
                double sum = 0;
                for (int i = 0; i < 3; i++) {
                    sum += (s >> i & 1) == 1 ? acted.direct().get(i).total() - acted.paid()[i] : 0;
                }
                assertThat(acted.gain().total()).isEqualTo(sum, within(1e-6));
            }
            assertThat(account.worth(s, Aim.ALL)).isGreaterThanOrEqualTo(0);
            assertThat(account.worth(s, Aim.PRICE)).isGreaterThanOrEqualTo(0);
        }
        assertThat(account.plans().get(0b001).getFirst().gain()).isEqualTo(new SidePayOff(0, 0, 0, 0, 0));
        // Australia has neither use nor plant: it brings nothing to anybody
        for (int s = 0; s < 4; s++) {
            assertThat(account.worth(s | 4, Aim.ALL)).isEqualTo(account.worth(s, Aim.ALL), within(1e-6));
        }
        double share = 5;
        assertThat(account.transfer(0, share))
                .isEqualTo(
                        share
                                - account.together().direct().getFirst().total()
                                + account.together().paid()[0],
                        within(1e-9));
    }

    /// The same with a demand that nobody knows for sure, and a plant of Japan's own.
    private static TextCase uncertain() {
        return world().table(
                        "demands",
                        "demand,place,use,commodity,amount,shortage_cost\nneedj,JP,tools,good,1200 ±30%,1000\n"
                                + "needu,US,tools,good,1200,400");
    }

    @Test
    void everyCoalitionMustMeetTheSameFuturesAndChooseBeforeItKnows() {
        Played played = played(uncertain(), new Question(6, 3, true), "JP", "US", "AU");
        AllianceAccount mean = played.account().orElseThrow();
        assertThat(played.futures()).hasSize(6);
        for (int s = 1; s < 8; s++) {
            Plan chosen = mean.best(s, Aim.ALL).plan();
            double sum = 0;
            for (AllianceAccount one : played.futures()) {
                sum += one.acting(s, chosen).gain().total();
                // Australia brings nothing in any of them: the draws are the same with it and without it.
                assertThat(one.worth(s | 4, Aim.ALL)).isEqualTo(one.worth(s & ~4, Aim.ALL), within(1e-6));
            }
            assertThat(mean.worth(s, Aim.ALL)).isEqualTo(sum / 6, within(1e-6));
        }
        assertThat(played.futures().stream().map(one -> one.worth(1, Aim.ALL)).distinct())
                .hasSizeGreaterThan(1);
        // Money at risk is what Japan lays out for its stockpile; nobody owns a plant; Australia bears nothing.
        MeasuredWeights weights = played.weights().orElseThrow();
        assertThat(weights.capital()[0]).isPositive();
        assertThat(weights.capital()[1]).isZero();
        assertThat(weights.technology()).containsExactly(0, 0, 0);
        assertThat(weights.risk().orElseThrow()[2]).isEqualTo(0, within(1e-6));
        assertThat(Arrays.stream(weights.weights()).sum()).isCloseTo(1, within(1e-5));
    }

    @Test
    void betterPlantsMustCountByWhatAllLoseWithoutThem() {
        // Nothing comes for a year. Japan can build works that make 600 t a year at 50; Australia's would need
        // 90.
        TextCase plants = world().header("rival", "[CN]")
                .table("recipes", "recipe,commodity,amount\ndig,good,1\nsmelt,good,1")
                .table(
                        "processes",
                        "process,place,recipe,status,capacity,cost,first\npit,src,dig,operating,3600,10,\n"
                                + "works,JP,smelt,planned,600,50,2028\nplain,AU,smelt,planned,600,90,2028")
                .scenario(
                        "cut",
                        "start: 2027-01\nmonths: 12\nforesight: 12\nevents:\n"
                                + "  - ban: {from: CN, start: 2027-01, months: 12}\n"
                                + "measures:\n"
                                + "  - build: {processes: [works], capacity: 600, first: 2027, last: 2028}\n");
        Played played = played(plants, new Question(0, 1, true), "JP", "US");
        MeasuredWeights weights = played.weights().orElseThrow();
        assertThat(weights.technology()[0]).isEqualTo(600.0 * (90 - 50), within(1e-3));
        assertThat(weights.technology()[1]).isZero();
        assertThat(weights.risk()).isEmpty();
        assertThat(weights.weights()[0]).isCloseTo(1, within(1e-9));
    }

    @Test
    void aMeasureOnTheTerritoryOfOthersMustNotServeWhoRespectsIt() {
        TextCase world = world().scenario(
                        "cut",
                        "start: 2027-01\nmonths: 12\nforesight: 12\nevents:\n"
                                + "  - ban: {from: CN, start: 2027-01, months: 3}\n"
                                + "measures:\n"
                                + "  - stockpile: {place: US, commodity: good, amount: 100, first: 2027, last: 2028, paid_by: JP}\n");
        AllianceAccount account =
                played(world, Question.CENTRAL, "JP", "US").account().orElseThrow();
        // Japan pays for a stock in the United States: alone it may, but not where territory counts.
        assertThat(account.plans().get(0b01).get(1).abroad()).isTrue();
        assertThat(account.worth(0b01, Aim.TERRITORY)).isZero();
        assertThat(account.plans().get(0b11)).noneMatch(Acted::abroad);
        assertThat(account.worth(0b11, Aim.TERRITORY)).isEqualTo(account.worth(0b11, Aim.ALL), within(1e-9));
    }

    @Test
    void theStockpileMustSaveJapanTheShortageThatItCovers() {
        AllianceAccount account = account("JP", "US");
        Acted own = account.plans().get(0b01).get(1);
        // without it less is there than is wanted; with it a month more is served, which Japan itself pays for
        assertThat(own.gain().users()).isGreaterThan(0);
        assertThat(own.paid()[0]).isEqualTo(own.gain().floors(), within(1e-9));
        assertThat(own.paid()[1]).isZero();
    }
}
