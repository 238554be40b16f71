package org.genryu.stress.worst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The interdiction example of the Pyomo gallery (github.com/Pyomo/PyomoGallery, `network_interdiction`, 3-clause
/// BSD): a
/// network of six arcs that a greedy attacker gets wrong. Rung: published value, worked out by hand.
class PublishedNetworkTest {
    private static final double EXACT = 1e-6;

    private static final String[] ARCS = {"start-b", "start-c", "c-b", "b-end", "c-d", "d-end"};

    /// What is not delivered costs 350 at each end.
    private static TextCase network(String moves) {
        return TextCase.years(2025, 2025)
                .table("places", """
                        place,kind
                        start,site
                        b,site
                        c,site
                        d,site
                        end,site""")
                .table("commodities", """
                        commodity,unit,disposal_cost
                        good,t,350""")
                .table("recipes", """
                        recipe,commodity,amount
                        make,good,1""")
                .table("processes", """
                        process,place,recipe,status,capacity,cost,min_use
                        from-start,start,make,operating,20,0,1
                        from-c,c,make,operating,10,0,1""")
                .table("routes", """
                        route,from,to,commodity,cost,capacity
                        start-b,start,b,good,0,10
                        start-c,start,c,good,10,70
                        c-b,c,b,good,30,30
                        b-end,b,end,good,0,100
                        c-d,c,d,good,20,40
                        d-end,d,end,good,70,50""")
                .table("demands", """
                        demand,place,use,commodity,amount,shortage_cost
                        end,end,use,good,30,350""")
                .table("moves", moves);
    }

    /// The attacker takes the capacity of an arc.
    private static String shut() {
        StringBuilder rows = new StringBuilder("move,table,id,column,op,value\n");
        for (String arc : ARCS) {
            rows.append(arc).append(",routes,").append(arc).append(",capacity,multiply,0\n");
        }
        return rows.toString();
    }

    /// The attacker makes an arc dearer than serving a unit is ever worth: 2 × 350 + 1.
    private static String dear() {
        return shut().replace("capacity,multiply,0", "cost,add,701");
    }

    static Stream<String> forms() {
        return Stream.of(shut(), dear());
    }

    static WorstCut cut(TextCase world, WorstQuestion question) {
        Outcome<CaseFile> read = world.read();
        assertThat(read.hasErrors()).as(read.findings().toString()).isFalse();
        WorstCuts.Result result = WorstCuts.of(read.value().orElseThrow(), question, ProgressReport.SILENT)
                .clean()
                .orElseThrow();
        return result instanceof WorstCuts.Result.Found(WorstCut found) ? found : fail(result);
    }

    private static WorstCut fail(WorstCuts.Result result) {
        throw new AssertionError(result.toString());
    }

    static WorstQuestion asking(int moves) {
        return new WorstQuestion(moves, BalanceOptions.DEFAULT);
    }

    private static List<String> ids(WorstCut cut, WorstCut.Attack attack) {
        return attack.moves().stream().map(j -> cut.moves().get(j).id()).toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theWorstCutsMustBeThosePublished(String form) {
        WorstCut cut = cut(network(form), asking(3));
        assertThat(cut.calm()).isCloseTo(700, within(EXACT));
        assertThat(cut.curve())
                .extracting(attack -> cut.calm() + attack.damage())
                .usingElementComparator((a, b) -> Math.abs(a - b) <= EXACT ? 0 : Double.compare(a, b))
                .containsExactly(700.0, 7300.0, 21000.0, 21000.0);
        assertThat(ids(cut, cut.curve().get(1))).containsExactly("start-c");
        assertThat(ids(cut, cut.curve().get(2))).isIn(List.of("b-end", "c-d"), List.of("b-end", "d-end"));
        assertThat(cut.curve()).allMatch(WorstCut.Attack::isProved);
        assertThat(cut.nested()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nextWorstSetsMustFollowInOrder(String form) {
        WorstCut one = cut(network(form), asking(1).beside(3));
        assertThat(one.alternatives())
                .extracting(attack -> ids(one, attack).getFirst() + " " + Math.round(one.calm() + attack.damage()))
                .containsExactly("b-end 2900", "c-b 1900", "start-b 1100");
        assertThat(one.unique()).isTrue();
        WorstCut two = cut(network(form), asking(2).beside(1));
        assertThat(two.unique()).isFalse();
        assertThat(Stream.of(two.worst(), two.alternatives().getFirst()).map(attack -> ids(two, attack)))
                .containsExactlyInAnyOrder(List.of("b-end", "c-d"), List.of("b-end", "d-end"));
    }

    /// The attacker who takes the worst arc first and then the next reaches 14,900 of 21,000.
    @Test
    void greedyMustBeShownAsNotOptimal() {
        CaseFile file = network(shut()).read().clean().orElseThrow();
        Enumeration all = new Enumeration(file, BalanceOptions.DEFAULT);
        WorstCut cut = cut(network(shut()), asking(2));
        assertThat(cut.calm() + all.greedy(2)).isCloseTo(14_900, within(EXACT));
        assertThat(cut.calm() + cut.worst().damage()).isCloseTo(21_000, within(EXACT));
    }

    @Test
    void theBestDefenceMustBeThatOfFullEnumeration() {
        CaseFile file = network(shut()).read().clean().orElseThrow();
        Enumeration all = new Enumeration(file, BalanceOptions.DEFAULT);
        for (int k = 1; k <= 3; k++) {
            WorstCut cut = cut(network(shut()), asking(k).defending(3));
            for (WorstCut.Defence defence : cut.defences()) {
                assertThat(defence.left().damage()).isCloseTo(all.defended(defence.most(), k), within(EXACT));
                assertThat(defence.isProved()).isTrue();
            }
            assertThat(cut.defences().getFirst().left().damage())
                    .isEqualTo(cut.worst().damage());
        }
    }

    /// The same arcs as a maximum flow from start to end: 80, 10, nothing.
    @Test
    void theLeastMaximumFlowMustBeThatPublished() {
        WorstCut cut =
                cut(network(shut()).table("processes", """
                        process,place,recipe,status,capacity,cost
                        from-start,start,make,operating,1000,0""").table("routes", """
                        route,from,to,commodity,cost,capacity
                        start-b,start,b,good,0,10
                        start-c,start,c,good,0,70
                        c-b,c,b,good,0,30
                        b-end,b,end,good,0,100
                        c-d,c,d,good,0,40
                        d-end,d,end,good,0,50""").table("demands", """
                        demand,place,use,commodity,amount,shortage_cost
                        end,end,use,good,100,1"""), asking(2));
        assertThat(cut.curve())
                .extracting(attack -> Math.round((100 - cut.calm() - attack.damage()) * 1e6) / 1e6)
                .containsExactly(80.0, 10.0, 0.0);
    }

    /// One unit that must arrive, on the shortest way: 5, 17, no way at all.
    @Test
    void theLongestShortestPathMustBeThatPublished() {
        WorstCut cut =
                cut(network(shut()).table("processes", """
                        process,place,recipe,status,capacity,cost
                        from-start,start,make,operating,1,0""").table("routes", """
                        route,from,to,commodity,cost,capacity
                        start-b,start,b,good,10,1
                        start-c,start,c,good,2,1
                        c-b,c,b,good,2,1
                        b-end,b,end,good,1,1
                        c-d,c,d,good,7,1
                        d-end,d,end,good,8,1""").table("demands", """
                        demand,place,use,commodity,amount
                        end,end,use,good,1"""), asking(2));
        assertThat(cut.calm()).isCloseTo(5, within(EXACT));
        assertThat(cut.calm() + cut.curve().get(1).damage()).isCloseTo(17, within(EXACT));
        assertThat(cut.worst().damage()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(cut.worst().isProved()).isTrue();
        assertThat(cut.losers()).isEmpty();
    }
}
