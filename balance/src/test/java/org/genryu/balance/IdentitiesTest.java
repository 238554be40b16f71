package org.genryu.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.genryu.balance.Balance.Account;
import org.genryu.balance.BalanceOptions.Intervals;
import org.genryu.balance.calibration.CalibrationTerms;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.solve.ReadBack;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Identities and a second solver, on every world of the zoo and on random ones, plain and calibrated, fixed and
/// elastic: the accounts add up, and the written program has the reported optimum.
class IdentitiesTest {
    private static final double SAME = 1e-9;

    /// What earns less a unit, in worlds of prices around ten, has a curve too flat for a solver to see where on it
    /// the answer lies.
    private static final double PENNY = 1e-3;

    @TempDir
    Path folder;

    static Stream<Arguments> worlds() {
        List<Arguments> worlds = new ArrayList<>();
        Arrays.stream(Zoo.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getParameterCount() == 0)
                .filter(m -> m.getReturnType() == TextCase.class)
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .forEach(m -> {
                    try {
                        SupplyCase of = supply((TextCase) m.invoke(null));
                        worlds.add(Arguments.of("zoo " + m.getName(), of, BalanceOptions.DEFAULT.uncalibrated()));
                        worlds.add(Arguments.of("zoo calibrated " + m.getName(), of, BalanceOptions.DEFAULT));
                    } catch (ReflectiveOperationException trouble) {
                        throw new AssertionError(trouble);
                    }
                });
        for (int seed : new int[] {1, 2, 3, 5, 6, 7, 8, 10}) {
            for (boolean elastic : new boolean[] {false, true}) {
                String name = "random %d%s".formatted(seed, elastic ? " elastic" : "");
                RandomWorld plain = new RandomWorld(seed, elastic);
                plain.returns.add("use,p0,metal,scrap,1.5,0.5,normal,0.6");
                plain.processes.add("remelter,p0,remelt,operating,10,0.5,o0");
                Given world = plain.given();
                worlds.add(Arguments.of(name, world.supply(), BalanceOptions.DEFAULT.uncalibrated()));
                RandomWorld seen = new RandomWorld(seed, elastic);
                Given unseen = seen.given();
                // Observed a little beside its own answer, so that something stays unexplained.
                seen.observe(unseen, unseen.balance());
                seen.processes.replaceAll(row -> scaled(row, 1.07));
                worlds.add(Arguments.of(name + " calibrated", seen.given().supply(), BalanceOptions.DEFAULT));
            }
        }
        return worlds.stream();
    }

    private static String scaled(String row, double factor) {
        int comma = row.lastIndexOf(',');
        return row.substring(0, comma + 1)
                + String.format(Locale.ROOT, "%.9g", factor * Double.parseDouble(row.substring(comma + 1)));
    }

    private static SupplyCase supply(TextCase cases) {
        return CaseResolver.resolve(CaseReader.readText(cases.files()).value().orElseThrow())
                .value()
                .orElseThrow()
                .supply();
    }

    private static Balance balance(SupplyCase of, BalanceOptions options) {
        BalanceResult result = Balancer.balance(of, options.with(Intervals.NONE));
        assertThat(result).isInstanceOf(BalanceResult.Balanced.class);
        return ((BalanceResult.Balanced) result).balance();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void paymentsMustBeCostsRentsAndResidual(String name, SupplyCase of, BalanceOptions options) {
        Account account = balance(of, options).account();
        double scale = Math.abs(account.payments()) + Math.abs(account.costs()) + Math.abs(account.rents());
        assertThat(account.payments())
                .isCloseTo(account.costs() + account.rents() + account.residual(), within(SAME * scale));
        double profits =
                account.byCountry().stream().mapToDouble(Balance.Share::profit).sum();
        assertThat(profits).isCloseTo(account.rents(), within(SAME * scale));
        double earned = account.byCountry().stream()
                .mapToDouble(s -> s.profit() + s.consumerSurplus() + s.tariffs())
                .sum();
        assertThat(earned).isCloseTo(account.welfare(), within(SAME * (scale + Math.abs(account.welfare()))));
        assertThat(account.costs()).isNotNegative();
        if (!options.calibrated()) {
            assertThat(account.residual()).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void writtenProgramMustHaveTheReportedOptimum(String name, SupplyCase of, BalanceOptions options)
            throws IOException {
        Balance balance = balance(of, options);
        for (String ending : new String[] {"lp", "mps"}) {
            Path file = folder.resolve("case." + ending);
            try (BalanceModel model = BalanceModel.open(of, of, options)) {
                assertThat(model.write(file)).isTrue();
                ReadBack found = ReadBack.of(file);
                double scale = Math.abs(balance.objective()) + balance.account().costs();
                assertThat(found.objective()).isCloseTo(balance.objective(), within(SAME * scale));
                amounts(balance, model, found);
            }
        }
    }

    /// Where something bends, its amounts are the only best ones.
    private static void amounts(Balance balance, BalanceModel model, ReadBack found) {
        SupplyCase of = balance.of();
        for (int p = 0; p < of.industry().processes().size(); p++) {
            for (int t = 0; t < of.periods().count(); t++) {
                if (!(model.terms().activity()[p]
                                instanceof CalibrationTerms.Answer.Rising(var _, var _, double margin, var _, var _))
                        || margin < PENNY) {
                    continue;
                }
                double amount = balance.quantities().activity()[p][t];
                assertThat(found.sum("processes.capacity(%s,%s)"
                                .formatted(
                                        of.industry().processes().ids().id(p),
                                        of.periods().label(t))))
                        .isCloseTo(amount, within(1e-8 * (1 + amount)));
            }
        }
        for (int d = 0; d < of.use().demands().size(); d++) {
            for (int t = 0; t < of.periods().count() && model.layout().curve.has(d); t++) {
                double served = balance.quantities().served()[d][t];
                assertThat(found.sum("demands.amount(%s,%s)"
                                .formatted(
                                        of.use().demands().ids().id(d).replace('-', '_'),
                                        of.periods().label(t))))
                        .isCloseTo(served, within(1e-8 * (1 + served)));
            }
        }
    }
}
