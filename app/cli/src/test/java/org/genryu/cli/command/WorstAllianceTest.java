package org.genryu.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.cases.BuiltInCases;
import org.genryu.core.ProgressReport;
import org.genryu.stress.worst.RivalMove;
import org.genryu.stress.worst.RivalMoves;
import org.genryu.stress.worst.WorstCut;
import org.genryu.stress.worst.WorstCuts;
import org.genryu.stress.worst.WorstQuestion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The worst cuts of the built-in case, proved, and the same as `genryu balance` says of them. Rung: certificate.
@Tag("slow")
class WorstAllianceTest {
    private static final BalanceOptions OPTIONS = BalanceOptions.DEFAULT.with(BalanceOptions.Intervals.NONE);

    @Test
    void theWorstFourMovesMustBeProvedAndBeWhatTheBalanceSays() {
        CaseFile file =
                CaseReader.readText(BuiltInCases.files("alliance")).clean().orElseThrow();
        WorstCuts.Result result = WorstCuts.of(file, new WorstQuestion(4, OPTIONS), ProgressReport.SILENT)
                .clean()
                .orElseThrow();
        WorstCut cut = ((WorstCuts.Result.Found) result).cut();
        assertThat(cut.moves().size()).isGreaterThanOrEqualTo(60);
        assertThat(cut.curve()).hasSize(5).allMatch(WorstCut.Attack::isProved);
        for (int k = 1; k <= 4; k++) {
            assertThat(cut.curve().get(k).damage())
                    .isGreaterThan(cut.curve().get(k - 1).damage());
        }
        assertThat(cut.alternatives())
                .allMatch(next -> next.damage() <= cut.worst().damage());
        SupplyCase calm = CaseResolver.resolve(file).clean().orElseThrow().supply();
        List<RivalMove> made = cut.worst().moves().stream()
                .map(j -> RivalMoves.of(file, calm).get(j))
                .toList();
        SupplyCase attacked = CaseResolver.resolve(file, Optional.of(RivalMoves.scenario(made)))
                .clean()
                .orElseThrow()
                .supply();
        double damage = objective(attacked, calm) - objective(calm, calm);
        assertThat(cut.worst().damage()).isCloseTo(damage, within(1e-6 * damage));
    }

    private static double objective(SupplyCase of, SupplyCase base) {
        return Balancer.balance(of, base, OPTIONS) instanceof BalanceResult.Balanced(var balance, var _)
                ? balance.objective()
                : Double.NaN;
    }
}
