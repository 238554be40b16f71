package org.genryu.value;

import java.util.List;
import java.util.Optional;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.future.Bankability;
import org.genryu.value.future.FutureOptions;
import org.genryu.value.future.FutureResult;
import org.genryu.value.future.Futures;
import org.genryu.value.future.Sensitivity;
import org.genryu.value.future.SupportWorth;
import org.genryu.value.future.Supports;
import org.genryu.value.price.ProbabilityMeasure;
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
        FutureResult risk = Futures.of(project, plan, ProbabilityMeasure.REAL_WORLD, futures);
        FutureResult fair = Futures.of(project, plan, ProbabilityMeasure.RISK_NEUTRAL, futures);
        Optional<SupportWorth.Package> supports = project.finance().supports().isEmpty()
                ? Optional.empty()
                : Optional.of(Supports.of(project, plan, risk, fair, futures));
        List<Bankability.Rung> floors =
                options.floors.isEmpty() ? List.of() : Bankability.ladder(project, options.floors, futures);
        return new Valuation(project, base, risk, fair, supports, floors, Sensitivity.tornado(project));
    }
}
