package org.genryu.balance.kept;

import java.io.IOException;
import org.genryu.balance.Balance;
import org.genryu.balance.SolvedProgram;
import org.genryu.core.Finding;
import org.genryu.core.Text;
import org.genryu.core.disk.BinaryWriter;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;

/// Writes a balance without its case, field by field in the order of its records; [BalanceReader] reads it back.
/// What time it took is left out: it was another run's.
public final class BalanceWriter {
    private BalanceWriter() {}

    public static void write(SolvedBalance solved, BinaryWriter to) throws IOException {
        Balance balance = solved.balanced().balance();
        to.number(balance.objective());
        quantities(balance.quantities(), to);
        markets(balance.markets(), to);
        to.list(balance.calibration().stream().toList(), BalanceWriter::calibration);
        account(balance.account(), to);
        proof(solved.balanced().proof(), to);
        program(solved.program(), to);
    }

    private static void quantities(Balance.Quantities of, BinaryWriter to) throws IOException {
        to.table(of.activity());
        to.table(of.built());
        to.table(of.flow());
        to.table(of.level());
        to.table(of.wanted());
        to.table(of.served());
        to.table(of.returned());
    }

    private static void markets(Balance.Markets of, BinaryWriter to) throws IOException {
        to.numbers(of.place());
        to.numbers(of.commodity());
        to.table(of.price());
        to.table(of.low());
        to.table(of.high());
        to.table(of.disposed());
    }

    private static void calibration(BinaryWriter to, Balance.Calibration of) throws IOException {
        to.list(of.compared(), (at, one) -> {
            at.text(one.kind());
            at.text(one.id());
            at.number(one.observed());
            at.number(one.model());
            at.number(one.wedge());
        });
        to.number(of.distance());
    }

    private static void account(Balance.Account of, BinaryWriter to) throws IOException {
        to.number(of.payments());
        to.number(of.costs());
        to.number(of.tariffs());
        to.number(of.shortage());
        to.number(of.rents());
        to.number(of.residual());
        to.number(of.consumerSurplus());
        to.number(of.zeroProfit());
        to.list(of.byOwner(), BalanceWriter::share);
        to.list(of.byCountry(), BalanceWriter::share);
    }

    private static void share(BinaryWriter to, Balance.Share of) throws IOException {
        to.text(of.who());
        to.number(of.profit());
        to.number(of.consumerSurplus());
        to.number(of.tariffs());
    }

    private static void proof(Balance.Proof of, BinaryWriter to) throws IOException {
        Solution.Certificate certificate = of.certificate();
        to.number(certificate.primal());
        to.number(certificate.dual());
        to.number(certificate.gap());
        to.text(of.run().solver());
        to.text(of.run().version());
        to.text(of.run().algorithm());
        to.number(of.run().iterations());
        to.number(of.columns());
        to.number(of.rows());
        to.number(of.entries());
        to.list(of.notes(), BalanceWriter::finding);
    }

    private static void finding(BinaryWriter to, Finding of) throws IOException {
        to.number(of.severity().ordinal());
        to.text(of.place().file());
        to.number(of.place().line());
        to.text(of.place().column());
        text(to, of.thing());
        text(to, of.problem());
        to.list(of.cure().stream().toList(), BalanceWriter::text);
    }

    private static void text(BinaryWriter to, Text of) throws IOException {
        to.text(of.en());
        to.text(of.ja());
    }

    private static void program(SolvedProgram of, BinaryWriter to) throws IOException {
        to.numbers(of.steps().activity());
        to.numbers(of.steps().flow());
        to.numbers(of.steps().curve());
        MathProgram program = of.program();
        to.number(program.offset());
        to.numbers(program.columns().cost());
        to.numbers(program.columns().lower());
        to.numbers(program.columns().upper());
        to.numbers(program.rows().lower());
        to.numbers(program.rows().upper());
        to.numbers(program.matrix().start());
        to.numbers(program.matrix().row());
        to.numbers(program.matrix().value());
        to.bits(program.whole());
        to.list(program.curvature().stream().toList(), BinaryWriter::numbers);
        to.bits(of.bent());
        to.numbers(of.point().x());
        to.numbers(of.point().activity());
        to.numbers(of.point().dual());
        to.numbers(of.point().reducedCost());
    }
}
