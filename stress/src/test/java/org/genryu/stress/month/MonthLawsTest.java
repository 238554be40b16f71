package org.genryu.stress.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.genryu.laws.Input;
import org.genryu.laws.Law;
import org.genryu.stress.account.StressAccount;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// What holds of the months of any world. Who foresees all never pays more than who sees less far; where nothing but a
/// stock bridges a ban from the first month on, who sees a month farther never pays more; a measure that costs nothing
/// never harms who foresees all; a longer ban or a smaller stock never lowers what is lost. Rung: laws over drawn
/// worlds.
class MonthLawsTest {
    private static final int MONTHS = 8;
    private static final int ALL = -1;

    /// What is drawn. A town uses 100 a month at a price of 100 and answers along a straight line; a pit far off
    /// makes
    /// that much at 20, a dearer one nearby a part; the first is banned for some months.
    ///
    /// @param near what the second pit can make [t a month]
    /// @param cost of it [USD/t]
    /// @param give elasticity of the use at a price of 100, in tenths
    private record Drawn(int begin, int ban, int stock, int near, int cost, int give) {
        Drawn(Input input) {
            this(
                    input.whole("begin", 1, 3),
                    input.whole("ban", 1, 5),
                    input.whole("stock", 0, 300),
                    input.whole("near", 0, 60),
                    input.whole("cost", 30, 90),
                    input.whole("give", 1, 9));
        }

        /// With nothing but the stock, from the first month on.
        Drawn alone() {
            return new Drawn(1, ban, stock, 0, cost, give);
        }

        Drawn banned(int months) {
            return new Drawn(begin, months, stock, near, cost, give);
        }

        Drawn holding(int other) {
            return new Drawn(begin, ban, other, near, cost, give);
        }

        MonthlyStress.Answer under(int foresight, String measures) {
            return StressRuns.run(StressRuns.town(
                            "store,place,commodity,kind,capacity,level\nheap,town,good,commercial," + stock + ","
                                    + stock,
                            String.format(
                                    Locale.ROOT,
                                    """
                                    start: 2027-01
                                    months: %s
                                    %sevents:
                                      - ban: {from: CN, start: 2027-0%s, months: %s}
                                    %s""",
                                    MONTHS,
                                    foresight == ALL ? "" : "foresight: " + foresight + "\n",
                                    begin,
                                    ban,
                                    measures))
                    .table("places", "place,kind,country\nsrc,country,CN\ntown,country,JP\nother,country,AU")
                    .table(
                            "processes",
                            "process,place,recipe,status,capacity,cost\npit,src,dig,operating,1200,20\n"
                                    + "pit-2,other,dig,operating," + 12 * near + "," + cost)
                    .table("routes", "route,from,to,commodity,cost\nway,src,town,good,0\nway-2,other,town,good,0")
                    .table(
                            "demands",
                            "demand,place,use,commodity,amount,price,elasticity,curve\nneed,town,tools,good,1200,100,-0."
                                    + give + ",linear"));
        }

        /// Costs of the pits, less the worth of what is used, less the worth of what is left at calm prices
        /// [USD].
        double paid(int foresight, String measures) {
            MonthlyStress.Answer answer = under(foresight, measures);
            StressPath path = answer.path().orElseThrow();
            int town = answer.calm().balance().markets().find(1, 0);
            double slope = 10.0 / give;
            double sum = 0;
            for (int i = 0; i < MONTHS; i++) {
                double q = path.served()[0][i];
                sum += 20 * path.activity()[0][i] + cost * path.activity()[1][i];
                sum -= (100 + 100 * slope) * q - slope * q * q / 2;
            }
            for (double[] level : path.level()) {
                sum -= answer.quiet().price()[town][0] * level[MONTHS - 1];
            }
            return sum;
        }

        /// What users lose [USD].
        double lost(int foresight, String measures) {
            MonthlyStress.Answer answer = under(foresight, measures);
            return StressAccount.of(answer, answer.path().orElseThrow()).cost();
        }
    }

    private static void notMore(double first, double second, String what) {
        assertThat(first).as(what).isLessThanOrEqualTo(second + 1e-5 * Math.abs(second) + 1e-2);
    }

    @Test
    void whoForeseesAllMustNotPayMore() {
        Law.of(31, 8).holds(input -> {
            Drawn drawn = new Drawn(input);
            double all = drawn.paid(ALL, "");
            for (int foresight : new int[] {0, 1, 3}) {
                notMore(all, drawn.paid(foresight, ""), "foresight " + foresight);
            }
        });
    }

    @Test
    void whoSeesAMonthFartherMustNotPayMoreForAStock() {
        Law.of(32, 6).holds(input -> {
            Drawn drawn = new Drawn(input).alone();
            double before = drawn.paid(0, "");
            for (int foresight = 1; foresight <= 5; foresight++) {
                double now = drawn.paid(foresight, "");
                notMore(now, before, "foresight " + foresight);
                before = now;
            }
        });
    }

    /// All together; users alone may lose by a stockpile, since filling it again makes what is scarce dearer for
    /// them.
    @Test
    void aMeasureThatCostsNothingMustNotHarmWhoForeseesAll() {
        Law.of(33, 8).holds(input -> {
            Drawn drawn = new Drawn(input);
            int amount = input.whole("amount", 1, 200);
            notMore(
                    drawn.paid(
                            ALL,
                            "measures:\n  - stockpile: {place: JP, commodity: good, amount: " + amount
                                    + " t, start: 2027-01, months: 12}\n"),
                    drawn.paid(ALL, ""),
                    "stockpile of " + amount);
            notMore(
                    drawn.lost(
                            ALL,
                            "measures:\n  - thrift: {use: tools, share: 0.0" + input.whole("thrift", 1, 9)
                                    + ", start: 2027-01, months: 12}\n"),
                    drawn.lost(ALL, ""),
                    "thrift");
        });
    }

    @Test
    void aLongerBanOrASmallerStockMustNotLowerWhatIsLost() {
        Law.of(34, 6).holds(input -> {
            Drawn drawn = new Drawn(input);
            double lost = drawn.lost(0, "");
            notMore(lost, drawn.banned(drawn.ban() + 1).lost(0, ""), "a month longer");
            notMore(lost, drawn.holding(drawn.stock() / 2).lost(0, ""), "half the stock");
        });
    }

    /// S2: oxide 100 at the magnet maker and magnets 200 at the user. Where the oxide is banned both stocks count;
    /// where magnets are, the oxide does not; a month on the way from one to the other shifts the shortage.
    @Test
    void aStockMustCountWhereItsFormCanBeUsed() {
        assertLacks("ox", 0, 0, 0, 0, 100, 100, 100, 0);
        assertLacks("mag", 0, 0, 0, 100, 100, 100, 100, 0);
        assertLacks("ox", 30, 0, 0, 0, 0, 100, 100, 100);
    }

    private static void assertLacks(String banned, int days, double... months) {
        TextCase world = TextCase.years(2027, 2028)
                .table("places", "place,kind,country\nmine,country,CN\nmaker,country,KR\ntown,country,JP")
                .table("commodities", "commodity,unit\nox,t\nmag,t")
                .table("recipes", "recipe,commodity,amount\ndig,ox,1\npress,ox,-1\npress,mag,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        pit,mine,dig,operating,1200,10
                        works,maker,press,operating,1200,5""")
                .table(
                        "routes",
                        "route,from,to,commodity,cost,days\nraw,mine,maker,ox,1,0\ncooked,maker,town,mag,1," + days)
                .table("demands", "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,mag,1200,1000")
                .table("stores", """
                        store,place,commodity,kind,capacity,level
                        heap,maker,ox,commercial,100,100
                        shelf,town,mag,commercial,200,200""")
                .scenario(
                        "cut",
                        "start: 2027-01\nmonths: 12\nforesight: " + (days > 0 ? 2 : 0) + "\nevents:\n  - ban: {from: "
                                + (banned.equals("ox") ? "CN" : "KR") + ", commodities: [" + banned
                                + "], start: 2027-01, months: 6}\n");
        double[] lacks = StressRuns.lacks(StressRuns.path(world), 0, months.length);
        for (int i = 0; i < months.length; i++) {
            assertThat(lacks[i])
                    .as("%s banned, %s days, month %s of %s", banned, days, i + 1, java.util.Arrays.toString(lacks))
                    .isCloseTo(months[i], org.assertj.core.api.Assertions.within(1e-4));
        }
    }
}
