package org.genryu.value;

import java.util.List;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.future.Bankability;
import org.genryu.value.future.FutureOptions;
import org.genryu.value.future.Sensitivity;
import org.genryu.value.future.Supports;
import org.genryu.value.project.Project;

/// Values a project: base case, futures under both measures, supports, sensitivities. The class to start reading at.
public final class Valuer {
    private Valuer() {}

    /// @param futures how many, from which seed, on how many threads
    /// @param floors prices [currency/unit of the first product] for which a floor is valued; may be empty
    public record Options(FutureOptions futures, List<Double> floors) {
        /// What the program does if nothing else is asked for.
        public static final Options STANDARD = new Options(FutureOptions.STANDARD, List.of());

        public Options {
            floors = List.copyOf(floors);
        }
    }

    public static Valuation value(Project project, Options options) {
        CashFlow base = CashFlow.base(project);
        DebtPlan plan = base.plan();
        FutureOptions futures = options.futures;
        Supports.Answer answer = Supports.of(project, plan, futures);
        List<Bankability.Rung> floors =
                options.floors.isEmpty() ? List.of() : Bankability.ladder(project, options.floors, futures);
        return new Valuation(
                project, base, answer.risk(), answer.fair(), answer.supports(), floors, Sensitivity.tornado(project));
    }
}
