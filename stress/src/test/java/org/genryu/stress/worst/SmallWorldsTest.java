package org.genryu.stress.worst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Locale;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.laws.Input;
import org.genryu.laws.Law;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Drawn worlds of two goods, with moves that shut, halve, make dearer, force to run, and overlap. Rung: random against
/// the simple version, which balances every set of moves for itself.
class SmallWorldsTest {
    private static final String[] PLACES = {"a", "b", "c", "d"};

    private static TextCase world(Input input, boolean curves) {
        StringBuilder routes = new StringBuilder("route,from,to,commodity,cost,capacity\n");
        StringBuilder moves = new StringBuilder("move,table,id,column,op,value,cost\n");
        int number = 0;
        for (String from : PLACES) {
            for (String to : PLACES) {
                if (from.compareTo(to) < 0 && input.whole("way " + from + to, 0, 3) > 0) {
                    String id = from + "-" + to;
                    line(
                            routes,
                            id,
                            from,
                            to,
                            "good",
                            input.whole("cost " + id, 0, 9),
                            input.whole("cap " + id, 1, 12));
                    line(moves, "m" + number++, "routes", id, edit(input, id), input.whole("price " + id, 1, 3));
                    if (input.whole("two " + id, 0, 3) == 0) {
                        line(moves, "m" + (number - 1), "processes", "make-a", "capacity,multiply,0.5", 1);
                    }
                }
            }
        }
        line(moves, "plant", "processes", "make-b", edit(input, "plant"), 1);
        line(moves, "forced", "processes", "forced", "capacity,multiply,0", 1);
        StringBuilder demands = new StringBuilder(
                curves
                        ? "demand,place,use,commodity,amount,price,elasticity,curve,shortage_cost\n"
                        : "demand,place,use,commodity,amount,shortage_cost\n");
        for (String place : new String[] {"c", "d"}) {
            int amount = input.whole("wants " + place, 1, 9);
            line(
                    demands,
                    "use-" + place,
                    place,
                    "use",
                    "good",
                    amount,
                    curves ? input.whole("worth " + place, 5, 20) + ",-0.5,isoelastic,200" : "100");
        }
        line(demands, "other", "d", "use", "other", 4, curves ? "10,-0.4,isoelastic,200" : "60");
        return TextCase.years(2025, 2025)
                .table("places", "place,kind\na,site\nb,site\nc,site\nd,site")
                .table("commodities", "commodity,unit,disposal_cost\ngood,t,1\nother,t,0")
                .table("recipes", "recipe,commodity,amount\nmake,good,1\nmake-other,other,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost,min_use
                        make-a,a,make,operating,12,1,
                        make-b,b,make,operating,6,4,
                        make-d,d,make-other,operating,3,2,
                        forced,b,make,operating,2,30,1""")
                .table("routes", routes.toString())
                .table("demands", demands.toString())
                .table("moves", moves.toString());
    }

    private static String edit(Input input, String id) {
        return switch (input.whole("edit " + id, 0, 4)) {
            case 0 -> "capacity,multiply,0.5";
            case 1 -> "cost,add," + input.whole("dearer " + id, 1, 30);
            case 2 -> "capacity,set,1";
            default -> "capacity,multiply,0";
        };
    }

    private static void line(StringBuilder to, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            to.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "%s", cells[i]));
        }
        to.append('\n');
    }

    private static void agrees(Input input, boolean curves, double tolerance) {
        TextCase world = world(input, curves);
        CaseFile file = world.read().clean().orElseThrow();
        Enumeration all = new Enumeration(file, BalanceOptions.DEFAULT);
        int k = input.whole("k", 0, 3);
        WorstCut cut =
                PublishedNetworkTest.cut(world, PublishedNetworkTest.asking(k).defending(curves ? 0 : 1));
        double before = -1;
        for (WorstCut.Attack attack : cut.curve()) {
            double worst = all.worst(attack.most(), new BitSet(), _ -> true);
            assertThat(attack.damage()).isCloseTo(worst, within(tolerance));
            assertThat(attack.isProved()).isTrue();
            assertThat(attack.damage()).isGreaterThanOrEqualTo(before);
            before = attack.damage();
            BitSet set = new BitSet();
            attack.moves().forEach(set::set);
            assertThat(all.damage(set)).isCloseTo(attack.damage(), within(tolerance));
        }
        double left = Double.POSITIVE_INFINITY;
        for (WorstCut.Defence defence : cut.defences()) {
            assertThat(defence.left().damage())
                    .isCloseTo(all.defended(defence.most(), cut.worst().most()), within(tolerance));
            assertThat(defence.left().damage()).isLessThanOrEqualTo(left + tolerance);
            assertThat(defence.isProved()).isTrue();
            left = defence.left().damage();
        }
    }

    @Test
    void theProvedCutMustBeTheWorstOfAllSets() {
        Law.of(7, 25).holds(input -> agrees(input, false, 1e-6));
    }

    @Test
    void theSameMustHoldWhereDemandReacts() {
        Law.of(8, 8).holds(input -> agrees(input, true, 1e-4));
    }

    @Test
    void aBudgetMustBeKept() {
        Law.of(9, 15).holds(input -> {
            TextCase world = world(input, false);
            CaseFile file = world.read().clean().orElseThrow();
            Enumeration all = new Enumeration(file, BalanceOptions.DEFAULT);
            int k = input.whole("k", 1, 3);
            double budget = input.whole("budget", 1, 6);
            WorstCut cut = PublishedNetworkTest.cut(
                    world, PublishedNetworkTest.asking(k).within(budget));
            double worst = all.worst(
                    k,
                    new BitSet(),
                    set -> set.stream()
                                    .mapToDouble(j -> all.moves().get(j).cost())
                                    .sum()
                            <= budget);
            assertThat(cut.worst().damage()).isCloseTo(worst, within(1e-6));
            assertThat(cut.worst().moves().stream()
                            .mapToDouble(j -> cut.moves().get(j).cost())
                            .sum())
                    .isLessThanOrEqualTo(budget);
        });
    }

    /// The sets after the worst one are the next of the enumeration, none of them a better one with idle moves.
    @Test
    void nextWorstSetsMustBeThoseOfEnumeration() {
        Law.of(10, 12).holds(input -> {
            TextCase world = world(input, false);
            CaseFile file = world.read().clean().orElseThrow();
            Enumeration all = new Enumeration(file, BalanceOptions.DEFAULT);
            WorstCut cut = PublishedNetworkTest.cut(
                    world, PublishedNetworkTest.asking(2).beside(2));
            double[] told = cut.alternatives().stream()
                    .mapToDouble(WorstCut.Attack::damage)
                    .toArray();
            assertThat(told).containsExactly(Siblings.after(all, told.length), within(1e-6));
        });
    }
}
