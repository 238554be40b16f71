package org.genryu.balance.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.balance.EquivalentBalances;
import org.genryu.balance.FlowRanges;
import org.genryu.balance.SolvedProgram;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.core.disk.BinaryReader;
import org.genryu.core.disk.BinaryWriter;
import org.genryu.core.disk.DamagedContent;
import org.genryu.laws.Law;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.Test;

/// A balance read back is the one that was written. Rung: identity, on the small worlds, one with observations, one
/// with a demand curve, one cut by an event; and random damage.
class BalanceReaderTest {
    private static TextCase town() {
        return TextCase.years(2025, 2026)
                .table("places", "place,country\nmine,CN\nother,AU\ntown,JP")
                .table("commodities", "commodity,unit\nore,t")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1")
                .table("processes", """
                        process,place,recipe,owner,status,capacity,cost,observed
                        pit,mine,dig,state,operating,100 t/yr,10,30
                        hole,other,dig,,operating,100 t/yr,10,30""")
                .table("routes", """
                        route,from,to,commodity,cost,capacity,days,observed
                        ship,mine,town,ore,2,90,20,30
                        boat,other,town,ore,2,90,20,30""")
                .table("demands", """
                        demand,place,use,commodity,amount,growth,shortage_cost
                        need,town,making,ore,60,30 %,500""")
                .table("stores", """
                        store,place,commodity,kind,capacity,level,cost
                        shed,town,ore,strategic,20,5,1""")
                .scenario("stop", """
                        id: stop
                        events:
                          - outage: {processes: pit, start: 2025-04, months: 3, loss: 50 %}""");
    }

    private static Map<String, SupplyCase> worlds() {
        Map<String, SupplyCase> worlds = new TreeMap<>();
        worlds.put("streams", Zoo.streams().supply());
        worlds.put("loop", Zoo.loop().supply());
        worlds.put("joint", Zoo.jointProduction().supply());
        worlds.put("stock", Zoo.stock().supply());
        worlds.put("returns", Zoo.returns().supply());
        worlds.put("town", town().supply());
        Optional<Scenario> stop = Optional.ofNullable(town().file().scenarios().get("stop"));
        worlds.put(
                "town in parts",
                CaseResolver.resolve(town().file(), stop).clean().orElseThrow().supply());
        return worlds;
    }

    private static SolvedBalance solved(SupplyCase of, BalanceOptions options) {
        List<SolvedProgram> kept = new ArrayList<>();
        BalanceResult result = Balancer.balance(of, options.keeping(kept::add));
        if (!(result instanceof BalanceResult.Balanced balanced)) {
            throw new AssertionError("no balance: " + result);
        }
        return new SolvedBalance(balanced, kept.getFirst());
    }

    private static byte[] written(SolvedBalance solved) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryWriter to = new BinaryWriter(bytes);
            BalanceWriter.write(solved, to);
            to.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SolvedBalance read(byte[] bytes, SupplyCase of) throws DamagedContent {
        BinaryReader from = new BinaryReader(bytes);
        SolvedBalance read = BalanceReader.read(from, of, BalanceOptions.DEFAULT.solve());
        from.end();
        return read;
    }

    /// Written again, what was read gives the same bytes; and it is told with the same words.
    @Test
    void whatWasWrittenMustComeBack() {
        worlds().forEach((name, of) -> {
            for (BalanceOptions options : List.of(BalanceOptions.DEFAULT, BalanceOptions.DEFAULT.uncalibrated())) {
                SolvedBalance solved = solved(of, options);
                byte[] bytes = written(solved);
                try {
                    SolvedBalance read = read(bytes, of);
                    assertThat(written(read)).as(name).isEqualTo(bytes);
                    assertThat(read.balanced().balance())
                            .as(name)
                            .usingRecursiveComparison()
                            .isEqualTo(solved.balanced().balance());
                    assertThat(read.balanced().proof().notes())
                            .isEqualTo(solved.balanced().proof().notes());
                    assertThat(read.balanced().proof().certificate())
                            .isEqualTo(solved.balanced().proof().certificate());
                    assertThat(read.balanced().proof().seconds().solve())
                            .as("it was not solved now")
                            .isZero();
                } catch (DamagedContent damaged) {
                    throw new AssertionError(name, damaged);
                }
            }
        });
    }

    @Test
    void theOtherAnswersMustBeTheSame() throws DamagedContent {
        SupplyCase of = town().supply();
        SolvedBalance solved = solved(of, BalanceOptions.DEFAULT.uncalibrated());
        SolvedBalance read = read(written(solved), of);
        List<FlowRanges.Term> ship = List.of(new FlowRanges.Term(true, 0, 1, 1));
        try (EquivalentBalances one = solved.program().get();
                EquivalentBalances other = read.program().get()) {
            assertThat(one.isUnique()).as("either mine can supply the town").isFalse();
            assertThat(other.isUnique()).isFalse();
            for (double eps : new double[] {0, 0.01}) {
                FlowRanges.Range range = one.range(ship, eps).orElseThrow();
                assertThat(range.isOpen()).isTrue();
                assertThat(other.range(ship, eps)).hasValue(range);
            }
            assertThat(other.most(ship).orElseThrow().flow())
                    .isDeepEqualTo(one.most(ship).orElseThrow().flow());
        }
    }

    @Test
    void aBalanceOfAnotherCaseMustBeRefused() {
        Map<String, SupplyCase> worlds = worlds();
        byte[] bytes = written(solved(town().supply(), BalanceOptions.DEFAULT));
        worlds.forEach((name, of) -> {
            if (!name.equals("town")) {
                assertThatThrownBy(() -> read(bytes, of)).as(name).isInstanceOf(DamagedContent.class);
            }
        });
    }

    @Test
    void whatIsCutMustBeRefused() {
        SupplyCase of = town().supply();
        byte[] bytes = written(solved(of, BalanceOptions.DEFAULT));
        for (int length = 0; length < bytes.length; length += 23) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut, of)).isInstanceOf(DamagedContent.class);
        }
    }

    /// Also bytes whose sums somebody made fit must end in an answer or in nothing, never in a fault.
    @Test
    void whatIsChangedMustBeReadOrRefused() {
        SupplyCase of = town().supply();
        byte[] bytes = written(solved(of, BalanceOptions.DEFAULT));
        Law.of(7, 200).holds(input -> {
            byte[] changed = bytes.clone();
            for (int times = input.whole("changes", 1, 4); times > 0; times--) {
                changed[input.whole("at", 0, bytes.length - 1)] = (byte) input.whole("to", 0, 255);
            }
            try (EquivalentBalances ties = read(changed, of).program().get()) {
                assertThat(ties).isNotNull();
            } catch (DamagedContent refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        });
    }
}
