package org.genryu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.core.ProgressReport;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.backtest.BacktestAccount;
import org.genryu.stress.backtest.EpisodeScore;
import org.genryu.stress.damage.Damage;
import org.genryu.stress.damage.DamageAccount;
import org.genryu.stress.damage.DamageVariant;
import org.genryu.stress.damage.DamageVariant.Assumption;
import org.genryu.stress.damage.PublishedEstimate;
import org.genryu.stress.game.GameAccount;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// What a stop costs an economy of two branches, and an episode told again. Rung: by hand.
class DamageStudyTest {
    /// 100 a month from abroad, a stock of 300 in town, nothing comes for six months: nothing is left in months 4
    /// to 6.
    private static TextCase town() {
        return TextCase.years(2027, 2028)
                .table("places", "place,kind,country\nsrc,country,CN\ntown,country,JP")
                .table("commodities", "commodity,unit\ngood,t")
                .table("recipes", "recipe,commodity,amount\ndig,good,1")
                .table("processes", "process,place,recipe,status,capacity,cost\npit,src,dig,operating,1800,10")
                .table("routes", "route,from,to,commodity,cost\nway,src,town,good,1")
                .table("demands", "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,good,1200,1000")
                .table("stores", "store,place,commodity,kind,capacity,level\nheap,town,good,commercial,300,300")
                .table("branches", "branch,place,output,value_added\na,town,1000,650\nb,town,2000,1400")
                .table("inputs", "from,to,amount\na,a,150\na,b,500\nb,a,200\nb,b,100")
                .table("sectors", "sector,place,value_added,use,critical_share,branch\nmakers,town,1400,tools,0.5,b")
                .table("estimates", "estimate,scenario,place,measure,value\nothers,cut,town,amount,200")
                .scenario(
                        "cut",
                        "start: 2027-01\nmonths: 12\nforesight: 0\nevents:\n  - ban: {from: CN, start: 2027-01, months: 6}\n");
    }

    private static StressStudy.Calm calm(CaseFile file) {
        return (StressStudy.Calm) StressStudy.calm(
                        file, InForce.of(file), SolvedCases.NONE, BalanceOptions.DEFAULT, ProgressReport.SILENT)
                .clean()
                .orElseThrow();
    }

    private static StressAccount told(StressStudy.Calm calm) {
        return ((StressStudy.Result.Told) calm.under(calm.file().scenario("cut").orElseThrow())
                        .clean()
                        .orElseThrow())
                .account();
    }

    @Test
    void aStopMustCostWhatTheTableSays() {
        StressStudy.Calm calm = calm(town().file());
        DamageAccount account = DamageStudy.of(calm.file(), told(calm));
        Damage.Country town = account.damage().countries().getFirst();
        // Half of b stands still for three months; a loses 500 · 0.5 / (1000 - 150) of its orders.
        assertThat(town.direct()).isCloseTo(3 * .5 * 1400 / 12, within(1e-6));
        assertThat(town.suppliers()).isCloseTo(3 * 250.0 / 850 * 650 / 12, within(1e-6));
        assertThat(town.customers()).isCloseTo(0, within(1e-9));
        assertThat(town.year()).isEqualTo(2050);
        assertThat(town.months()[2]).isCloseTo(0, within(1e-9));
        assertThat(town.months()[3]).isCloseTo(town.total() / 3, within(1e-6));
        assertThat(town.share()).isCloseTo(town.total() / 2050, within(1e-12));
        PublishedEstimate published = account.published().getFirst();
        assertThat(published.value()).isEqualTo(200);
        assertThat(published.ours()).isEqualTo(town.worstYear());
    }

    /// Two months more of stock leave one month without; nothing else changes.
    @Test
    void oneAssumptionAtATimeMustBeChanged() {
        StressStudy.Calm calm = calm(town().file());
        StressAccount account = told(calm);
        DamageAccount varied = DamageStudy.varied(calm, account, ProgressReport.SILENT);
        int place = varied.damage().countries().getFirst().place();
        double base = varied.damage().countries().getFirst().worstYear();
        Map<String, Double> months = Map.of("0", 0.0, "60", -base * (60 / (365 / 12.0)) / 3, "180", -base);
        for (DamageVariant one : varied.variants()) {
            if (one.assumption() == Assumption.STOCK_DAYS) {
                assertThat(one.change(varied.damage(), place))
                        .isCloseTo(months.get(one.setting()), within(1e-6 * base));
            }
        }
        assertThat(change(varied, place, "0.5")).isCloseTo(-base / 2, within(1e-6 * base));
        assertThat(change(varied, place, "1")).isGreaterThan(base * .5);
        assertThat(change(varied, place, "direct"))
                .isCloseTo(-varied.damage().countries().getFirst().suppliers(), within(1e-6 * base));
        List<DamageVariant> ranked = DamageVariant.ranked(varied.variants(), varied.damage(), place);
        assertThat(ranked).hasSameSizeAs(varied.variants());
        assertThat(Math.abs(ranked.getFirst().change(varied.damage(), place))).isGreaterThan(base * .5);
    }

    private static double change(DamageAccount account, int place, String setting) {
        return account.variants().stream()
                .filter(one -> one.setting().equals(setting))
                .findFirst()
                .orElseThrow()
                .change(account.damage(), place);
    }

    private static TextCase episode(String observed) {
        return town().table(
                        "episodes", "episode,scenario,from,to,commodity,counts,base\nstop,cut,src,town,good,sent,50")
                .table("observed", "episode,month,value\n" + observed);
    }

    @Test
    void anEpisodeMustBeHeldAgainstWhatWasCounted() {
        CaseFile file =
                episode("stop,2027-01,0\nstop,2027-02,10\nstop,2027-08,50").file();
        BacktestAccount account = BacktestStudy.of(
                        List.of(file), SolvedCases.NONE, BalanceOptions.DEFAULT, ProgressReport.SILENT)
                .clean()
                .orElseThrow();
        EpisodeScore score = account.scores().getFirst();
        assertThat(account.untold()).isEmpty();
        assertThat(score.told().level()[0]).isCloseTo(0, within(1e-9));
        assertThat(score.told().level()[5]).isCloseTo(0, within(1e-9));
        assertThat(score.told().level()[6]).isGreaterThanOrEqualTo(1 - 1e-6);
        assertThat(score.noChange()).isCloseTo(Math.sqrt((1 + .64) / 3), within(1e-12));
        assertThat(score.lastShape()).isEmpty();
        assertThat(score.better()).isTrue();
    }

    /// What was counted must not be among what the hash is made of; everything else must.
    @Test
    void theHashMustBeOfAllButWhatWasCounted() {
        String hash = BacktestStudy.inputs(episode("stop,2027-01,0").file());
        assertThat(BacktestStudy.inputs(episode("stop,2027-01,40").file())).isEqualTo(hash);
        assertThat(BacktestStudy.inputs(episode("stop,2027-01,0")
                        .scenario("cut", "start: 2027-01\nmonths: 12\nevents: []\n")
                        .file()))
                .isNotEqualTo(hash);
    }

    /// A heap of our own against their stop: doing nothing brings nothing, a stop hurts us, the heap takes a part
    /// of that
    /// away, and every equilibrium is proved.
    @Test
    void aGameMustBeMadeOfTheMonthsOfEveryPair() {
        CaseFile file = town().header("home", "[JP]")
                .header("rival", "[CN]")
                .scenario(
                        "heap",
                        "start: 2027-01\nmonths: 12\nforesight: 0\nmeasures:\n  - stockpile: {place: town, commodity: good, amount: 100 t}\n")
                .file();
        StressStudy.Calm calm = calm(file);
        GameStudy.Played played = GameStudy.of(
                        calm,
                        List.of(file.scenario("heap").orElseThrow()),
                        List.of(file.scenario("cut").orElseThrow()),
                        ProgressReport.SILENT)
                .clean()
                .orElseThrow();
        assertThat(played.untold()).isEmpty();
        GameAccount game = played.game().orElseThrow();
        assertThat(game.game().ours()[0][0]).isCloseTo(0, within(1e-6));
        assertThat(game.game().theirs()[0][0]).isCloseTo(0, within(1e-6));
        double stop = game.pays().get(0).get(1).ours().damage();
        assertThat(stop).isCloseTo(town3(), within(1e-6));
        assertThat(game.pays().get(1).get(1).ours().damage()).isCloseTo(stop * 2 / 3, within(1e-6));
        assertThat(game.game().ours()[1][1]).isGreaterThan(game.game().ours()[0][1]);
        assertThat(game.equilibria()).allMatch(one -> one.regret() <= 1e-6 * stop);
        assertThat(game.weFirst().value()).isGreaterThanOrEqualTo(game.told().ourValue() - 1e-6);
    }

    /// Three months without: half of b, and what a no longer sells to it.
    private static double town3() {
        return 3 * (.5 * 1400 / 12 + 250.0 / 850 * 650 / 12);
    }
}
