package org.genryu.value.cash;

import java.util.List;
import java.util.Optional;
import org.genryu.core.Outcome;
import org.genryu.value.project.Project;

/// Everything that a project pays and gets in one future, month by month and by service period, with who pays.
///
/// Building by month, services and distributions at the end of each service period, tax at the end of each year
/// counted from the valuation date. Money is nominal, in the sheet's currency.
///
/// equity in = capex - grants + interest and fees (if funded) + reserve - draws, while building;
/// CFADS = earned - change in working capital - tax - fees of covers; what it pays – [CashWaterfall]
///
/// @param plan the debt as signed; it is not sized anew for a future
/// @param byMonth lines by month
/// @param periods service periods from the planned start of operation to the end
public record CashFlow(
        Project project,
        DebtPlan plan,
        Realization draw,
        UnleveredCashFlow before,
        ByMonth byMonth,
        List<Period> periods) {
    public CashFlow {
        periods = List.copyOf(periods);
    }

    /// @param tax income tax before credits
    /// @param interest scheduled interest, in the month in which it is due; what tax is worked out with
    /// @param depreciation in the last month of its year
    /// @param fees of guarantees and insurance
    /// @param draws of all loans
    /// @param carry interest and fees during construction that are paid in cash
    /// @param equityIn what owners pay in, below 0 where the loans drawn exceed the need
    /// @param distributed to owners
    public record ByMonth(
            double[] tax,
            double[] taxCredit,
            double[] rentTax,
            double[] interest,
            double[] depreciation,
            double[] fees,
            double[] draws,
            double[] carry,
            double[] equityIn,
            double[] distributed) {
        static ByMonth of(int months) {
            return new ByMonth(
                    new double[months],
                    new double[months],
                    new double[months],
                    new double[months],
                    new double[months],
                    new double[months],
                    new double[months],
                    new double[months],
                    new double[months],
                    new double[months]);
        }
    }

    /// One service period. Sources are uses: retained before + cfads + injected + from reserve + sponsor =
    /// Σ paid + Σ swept + to reserve + retained + distributed.
    ///
    /// @param first month
    /// @param until first month after
    /// @param cfads [currency]
    public record Period(int number, int first, int until, double cfads, List<LoanPeriod> loans, Accounts accounts) {
        public Period {
            loans = List.copyOf(loans);
        }

        /// Scheduled service, of the senior loans or of all.
        public double due(boolean seniorOnly) {
            return loans.stream()
                    .filter(l -> l.senior || !seniorOnly)
                    .mapToDouble(l -> l.interest + l.principal)
                    .sum();
        }

        public double interest() {
            return loans.stream().mapToDouble(LoanPeriod::interest).sum();
        }

        public double opening(boolean seniorOnly) {
            return loans.stream()
                    .filter(l -> l.senior || !seniorOnly)
                    .mapToDouble(LoanPeriod::opening)
                    .sum();
        }
    }

    /// @param opening scheduled balance, without arrears
    /// @param interest due by schedule
    /// @param principal due by schedule
    /// @param paid by the project, of what is due and of arrears
    /// @param guaranteed paid by guarantors
    /// @param insured paid by insurers and as compensation
    /// @param swept repaid early
    /// @param arrears unpaid after the period
    /// @param lost unpaid of this period's own service before covers
    public record LoanPeriod(
            String loan,
            boolean senior,
            double opening,
            double interest,
            double principal,
            double paid,
            double guaranteed,
            double insured,
            double swept,
            double arrears,
            double lost) {}

    /// @param retainedBefore cash locked up in the period before
    /// @param injected by owners because CFADS is negative beyond what is retained
    /// @param fromReserve drawn or released from the reserve account
    /// @param sponsor committed support for debt service
    /// @param reserve balance after the period
    public record Accounts(
            double retainedBefore,
            double injected,
            double fromReserve,
            double sponsor,
            double toReserve,
            double retained,
            double distributed,
            double reserve,
            boolean lockedUp) {}

    /// The base case: central draw, debt sized on it.
    public static CashFlow base(Project project) {
        DebtPlan plan = DebtPlan.of(project);
        return of(project, plan, Realization.central(project));
    }

    public static CashFlow of(Project project, DebtPlan plan, Realization draw) {
        return new CashWaterfall(project, plan, draw).run();
    }

    /// Reads a sheet and works out its base case; empty if the sheet has errors.
    public static Outcome<CashFlow> read(String file, String text) {
        Outcome<Project> project = Project.read(file, text);
        return new Outcome<>(project.clean().map(CashFlow::base), project.findings());
    }

    public int months() {
        return before.operations().months();
    }

    public DebtRatios ratios() {
        return DebtRatios.of(this);
    }

    public ProjectMetrics measures() {
        return ProjectMetrics.of(this);
    }

    /// First month of a service that was not met from the project's own means; empty if all were.
    public Optional<Integer> firstDefault() {
        return periods.stream()
                .filter(p -> p.loans().stream().anyMatch(l -> l.lost() > DUST * (1 + plan.debt())))
                .map(p -> p.until() - 1)
                .findFirst();
    }

    /// What is less than this share of all debt is rounding: a balance that was repaid is never exactly nil.
    static final double DUST = 1e-9;
}
