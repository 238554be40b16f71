package org.genryu.bench;

import java.nio.file.Path;
import org.genryu.balance.BalanceModel;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.core.Outcome;

/// The way of a case from its folder to the answer, as the program goes it, with the seconds of each step.
final class Pipeline {
    private Pipeline() {}

    /// @param read seconds of reading and checking the tables [s]
    /// @param resolve seconds of applying series and changes [s]
    record Read(SupplyCase supply, double read, double resolve) {}

    /// @param build seconds of writing the program's arrays [s]
    /// @param handOver seconds of giving them to the solver [s]
    /// @param solver seconds in the solver itself [s]
    /// @param rest all other seconds: certificate, quantities, prices, accounts [s]
    /// @param objective discounted cost [currency]
    record Steps(Read read, double build, double handOver, double solver, double rest, double objective) {
        /// Everything but the solver's run [s].
        double overhead() {
            return read.read() + read.resolve() + build + handOver + rest;
        }
    }

    static Read read(Path folder) {
        long start = System.nanoTime();
        CaseFile file = good(CaseReader.read(folder));
        long read = System.nanoTime();
        SupplyCase supply = good(CaseResolver.resolve(file)).supply();
        return new Read(supply, seconds(start, read), seconds(read, System.nanoTime()));
    }

    /// Builds and hands over, without solving.
    static BalanceModel handOver(SupplyCase supply, BalanceOptions options) {
        return BalanceModel.open(supply, options.solve());
    }

    static Steps all(Path folder, BalanceOptions options) {
        Read read = read(folder);
        long start = System.nanoTime();
        return switch (Balancer.balance(read.supply(), options)) {
            case BalanceResult.Balanced(var balance, var proof) -> {
                double whole = seconds(start, System.nanoTime());
                double build = proof.seconds().build();
                double handOver = proof.seconds().handOver();
                double solver = proof.seconds().solve();
                yield new Steps(read, build, handOver, solver, whole - build - handOver - solver, balance.objective());
            }
            case BalanceResult.Infeasible _, BalanceResult.Unbounded _, BalanceResult.StoppedEarly _ ->
                throw new IllegalStateException("The case of the bench has no balance.");
        };
    }

    private static <T> T good(Outcome<T> outcome) {
        return outcome.clean()
                .orElseThrow(() -> new IllegalStateException("The case of the bench has errors: "
                        + outcome.findings().getFirst()));
    }

    private static double seconds(long from, long until) {
        return (until - from) / 1e9;
    }
}
