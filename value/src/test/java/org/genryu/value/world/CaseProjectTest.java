package org.genryu.value.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.genryu.value.world.OreWorld.SHEET;
import static org.genryu.value.world.OreWorld.YEAR;
import static org.genryu.value.world.OreWorld.valued;
import static org.genryu.value.world.OreWorld.world;

import java.util.List;
import java.util.Objects;
import org.genryu.core.Lang;
import org.genryu.testkit.TextCase;
import org.genryu.value.BankableSupport;
import org.genryu.value.future.Bankability;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Term sheets at the prices of a run. Rung: by hand and closed form.
class CaseProjectTest {
    private static final double EXACT = 1e-9;
    private static final String MODEL = "{model: flat, start: 11 USD/t}";

    private static double npvAtRun(CaseProject project) {
        return project.run().orElseThrow().anew().npv();
    }

    @Test
    void aTonneAMonthAtTenTwelveAndFourteenMustHaveExactlyThisValue() {
        CaseProject project = valued(SHEET, world());
        assertThat(project.own().npv()).isCloseTo(YEAR * 11 * (1 + 1 / 1.1 + 1 / 1.21), within(EXACT));
        double byHand = YEAR * (10 + 12 / 1.1 + 14 / 1.21);
        assertThat(byHand).isCloseTo(370.28, within(0.01));
        assertThat(npvAtRun(project)).isCloseTo(byHand, within(EXACT));
        assertThat(project.notes()).isEmpty();
    }

    /// What the sheet counts in is no matter: kilograms, other money, other prices, nominal prices.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount: 12 t/yr, price | unit: kg, amount: 12000 kg/yr, price | {model: flat, start: 11 USD/t} | {model: flat, unit: kg, start: 0.011 USD/kg} | 1",
                "currency: USD | currency: JPY | start: 11 USD/t | start: 1650 JPY/t | 150",
                "price_year: 2025 | price_year: 2024 | inflation: 0 % | inflation: 0 % | 1",
                "id: pit-project | id: pit-project | {model: flat, start: 11 USD/t} | {model: flat, terms: nominal, start: 11 USD/t} | 1"
            })
    void unitsAndMoneyOfTheSheetMustNotChangeItsWorth(String a, String b, String c, String d, double money) {
        TextCase world = world().header("exchange", "{JPY: {value: 0.006666666666666667, source: s, date: 2025}}")
                .table("sources", "source,title\ns,A bank");
        CaseProject project = valued(SHEET.replace(a, b).replace(c, d), world);
        double byHand = YEAR * (10 + 12 / 1.1 + 14 / 1.21);
        assertThat(npvAtRun(project) / money).isCloseTo(byHand, within(1e-6));
    }

    @Test
    void pricesOfTheRunMustRiseWithTheInflationOfTheSheet() {
        CaseProject project = valued(SHEET.replace("inflation: 0 %", "inflation: 3 %"), world());
        double sum = 0;
        for (int m = 0; m < 36; m++) {
            double price = 10 + 2 * (m / 12);
            // from the middle of 2025 to the middle of the month
            sum += price * Math.pow(1.03, (m + 0.5 + 6) / 12) * Math.pow(1.1, -(m + 1) / 12.0);
        }
        assertThat(npvAtRun(project)).isCloseTo(sum, within(EXACT));
    }

    @Test
    void lastPriceMustHoldBeyondTheRunAndBeToldAsAnAssumption() {
        CaseProject project = valued(SHEET.replace("operate: 3 years", "operate: 5 years"), world());
        double byHand = YEAR * (10 + 12 / 1.1 + 14 / 1.21 + 14 / Math.pow(1.1, 3) + 14 / Math.pow(1.1, 4));
        assertThat(npvAtRun(project)).isCloseTo(byHand, within(EXACT));
        RunPrices.Held held = project.run().orElseThrow().prices().held();
        assertThat(held).isEqualTo(new RunPrices.Held(0, 24, "2028"));
        assertThat(project.notes()).singleElement().satisfies(note -> {
            assertThat(note.in(Lang.EN))
                    .isEqualTo("Project 'pit-project': of its months 24 lie after and 0 before the run; there the"
                            + " price of the nearest period holds in real terms (assumption). The last period is"
                            + " 2028. [projects/pit-project.yaml]");
            assertThat(note.in(Lang.JA)).contains("評価期間のうち 24 か月は計算期間より後", "最後の期は 2028 です");
        });
    }

    @Test
    void firstPriceMustHoldBeforeTheRun() {
        CaseProject project = valued(SHEET.replace("valuation_date: 2026-01", "valuation_date: 2025-01"), world());
        assertThat(npvAtRun(project)).isCloseTo(YEAR * (10 + 10 / 1.1 + 12 / 1.21), within(EXACT));
        assertThat(project.run().orElseThrow().prices().held().before()).isEqualTo(12);
    }

    @Test
    void aBanMustRaiseTheValueOfAMineByTheHigherPriceTimesItsOutput() {
        TextCase world = world().table("places", "place,kind,country\nAU,country,AU\nCN,country,CN\nJP,country,JP")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        pit,AU,dig,operating,1000,16
                        cheap,CN,dig,operating,1000,9""")
                .table("series", "table,id,column,period,value")
                .table("routes", "route,from,to,commodity,cost\nau-jp,AU,JP,ore,0\ncn-jp,CN,JP,ore,0")
                .project("pit-project", SHEET.replace("start: 11", "of: ore@JP, start: 11"))
                .scenario("stop", """
                        id: stop
                        events:
                          - ban: {from: CN, to: [JP], commodities: [ore], start: 2027-01, months: 12, leak: 0}
                        """);
        CaseProject before = one(CaseProjects.of(world.file(), OreWorld.balance(world.supply())));
        CaseProject banned = one(CaseProjects.of(world.file(), OreWorld.balance(world.supply("stop"))));
        assertThat(npvAtRun(before)).isCloseTo(YEAR * 9 * (1 + 1 / 1.1 + 1 / 1.21), within(EXACT));
        assertThat(npvAtRun(banned) - npvAtRun(before)).isCloseTo(YEAR * (16 - 9) / 1.1, within(EXACT));
        assertThat(banned.own()).isEqualTo(before.own());
    }

    private static CaseProject one(CaseProjects all) {
        assertThat(all.all()).hasSize(1);
        return all.all().getFirst();
    }

    @Test
    void theRunMustBeTheExpectedPathAndTheSheetsVolatilityStayAroundIt() {
        String moving = "{model: mean-reverting, start: 11 USD/t, level: 20 USD/t, reversion: 0.4, volatility: 25 %}";
        CaseProject project = valued(SHEET.replace(MODEL, moving), world());
        assertThat(npvAtRun(project)).isCloseTo(YEAR * (10 + 12 / 1.1 + 14 / 1.21), within(EXACT));
        PriceModel model = model(project.run().orElseThrow().prices().project());
        PriceModel own = model(project.project());
        assertThat(model).isInstanceOf(PriceModel.OnPath.class);
        assertThat(model.expected(1.5, ProbabilityMeasure.REAL_WORLD)).isEqualTo(12);
        assertThat(model.logVariance(1.5)).isEqualTo(own.logVariance(1.5)).isPositive();
    }

    private static PriceModel model(Project project) {
        return Objects.requireNonNull(project.market().prices().get("ore-price"))
                .model();
    }

    @Test
    void outputMustStandBesideWhatTheHomePartnersUse() {
        AddedSupply ore =
                valued(SHEET.replace("12 t/yr", "36 t/yr"), world()).added().getFirst();
        assertThat(ore.maker()).isEqualTo("AU");
        assertThat(ore.full()).isEqualTo(36);
        assertThat(ore.output()).containsExactly(new double[] {36, 36, 36}, within(EXACT));
        assertThat(ore.inRun()).containsExactly(new double[] {48, 48, 48}, within(1e-6));
        assertThat(ore.partners()).extracting(AddedSupply.Partner::country).containsExactly("JP");
        assertThat(ore.homeUse(0)).isCloseTo(48, within(1e-6));
        assertThat(ore.share(0).orElseThrow()).isCloseTo(0.75, within(1e-6));
        assertThat(ore.concentration()).containsExactly(new double[] {1, 1, 1}, within(EXACT));
    }

    @Test
    void concentrationMustBeThatWithTheProjectsOutputInPlaceOfItsProcess() {
        TextCase world = world().table("places", "place,kind,country\nAU,country,AU\nCN,country,CN\nJP,country,JP")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        pit,AU,dig,operating,12,1
                        cheap,CN,dig,operating,36,9""")
                .table("series", "table,id,column,period,value")
                .table("routes", "route,from,to,commodity,cost\nau-jp,AU,JP,ore,0\ncn-jp,CN,JP,ore,0");
        AddedSupply ore =
                valued(SHEET.replace("12 t/yr", "36 t/yr"), world).added().getFirst();
        // a quarter and three quarters; then halves
        assertThat(ore.concentration()[0]).isCloseTo(0.0625 + 0.5625, within(1e-6));
        assertThat(ore.concentrationWith()[0]).isCloseTo(0.5, within(1e-6));
    }

    /// A level loan at 5 % over six half-years of 6 t each: LLCR at a floor p above all prices is 6 p a / D with a
    /// the annuity.
    @Test
    void leastFloorMustBeTheOneThatCoversTheLoanOfTheSheet() {
        String sheet = SHEET.replace("build: 0 months", "build: 1 months").replace("amount: 0}", "amount: 500}") + """
                finance:
                  gearing: 100 %
                  loans:
                    - {loan: bank, lender: bank, rank: senior, amount: 450, rate: 5 %, tenor: 36 months, shape: level, dscr: 1.3}
                """;
        CaseProject project = valued(sheet, world());
        BankableSupport support = project.run().orElseThrow().bankable().orElseThrow();
        double half = Math.sqrt(1.05) - 1;
        double annuity = (1 - Math.pow(1 + half, -6)) / half;
        double byHand = 1.3 * project.own().debt() / (6 * annuity);
        assertThat(byHand).isGreaterThan(14);
        assertThat(support.answers().get(Bankability.Lever.FLOOR))
                .isInstanceOfSatisfying(
                        Bankability.Answer.Needed.class,
                        needed -> assertThat(needed.amount()).isCloseTo(byHand, within(needed.width() + EXACT)));
        assertThat(support.answers()).doesNotContainKey(Bankability.Lever.COVER);
        assertThat(project.run().orElseThrow().signed().missed()).isPresent();
    }

    @Test
    void feedThatTheSheetDoesNotFollowMustBeToldWithItsPresentValue() {
        TextCase world = world().table("recipes", "recipe,commodity,amount\ndig,ore,1\nmelt,ore,-2\nmelt,slag,1")
                .table("demands", """
                        demand,place,use,commodity,amount
                        need,JP,tools,ore,48
                        want,AU,roads,slag,5""");
        CaseProject project = valued(
                SHEET.replace("process: pit", "process: melter").replace("product: ore", "product: slag"), world);
        BoughtFeed ore = project.feeds().getFirst();
        assertThat(ore.amount()).isEqualTo(2);
        assertThat(ore.cost()).containsExactly(new double[] {20, 24, 28}, within(1e-6));
        assertThat(ore.drift()).isCloseTo(YEAR * (4 / 1.1 + 8 / 1.21), within(1e-6));
        assertThat(List.of(npvAtRun(project)))
                .allSatisfy(npv -> assertThat(npv).isCloseTo(YEAR * (21 + 25 / 1.1 + 29 / 1.21), within(1e-6)));
    }
}
