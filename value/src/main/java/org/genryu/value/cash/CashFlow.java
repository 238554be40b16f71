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
/// In every service period of every future: what the project, sponsors, reserve, buyer and state bring is
/// what lenders, givers of covers, reserve, owners, buyer and the cost of recovery get.
///
/// @param plan the debt as signed; it is not sized anew for a future
/// @param byMonth lines by month
/// @param periods service periods from the planned start of operation to the end
/// @param cause why the debt is in default
public record CashFlow(
        Project project,
        DebtPlan plan,
        Realization draw,
        UnleveredCashFlow before,
        ByMonth byMonth,
        List<Period> periods,
        CreditState.Cause cause) {
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
        void clear() {
            java.util.Arrays.fill(tax, 0);
            java.util.Arrays.fill(taxCredit, 0);
            java.util.Arrays.fill(rentTax, 0);
            java.util.Arrays.fill(interest, 0);
            java.util.Arrays.fill(depreciation, 0);
            java.util.Arrays.fill(fees, 0);
            java.util.Arrays.fill(draws, 0);
            java.util.Arrays.fill(carry, 0);
            java.util.Arrays.fill(equityIn, 0);
            java.util.Arrays.fill(distributed, 0);
        }

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

    /// One service period. Sources are uses: retained before + cfads + injected + from reserve + sponsor +
    /// idle = Σ paid + Σ swept + Σ recovered + to reserve + retained + distributed + buyer + cost.
    ///
    /// @param first month
    /// @param until first month after
    /// @param cfads [currency]
    /// @param state of the debt at its end
    public record Period(
            int number,
            int first,
            int until,
            double cfads,
            List<LoanPeriod> loans,
            Accounts accounts,
            CreditState state) {
        public Period {
            loans = List.copyOf(loans);
        }

        /// Scheduled service, of the senior loans or of all; interest that is added to the balance by name is
        /// part of it, so that the DSCR does not hide it.
        public double due(boolean seniorOnly) {
            return loans.stream()
                    .filter(l -> l.senior || !seniorOnly)
                    .mapToDouble(l -> l.interest + Math.max(0, l.principal))
                    .sum();
        }

        /// What comes in less what goes out; 0 but for rounding.
        public double gap() {
            Accounts a = accounts;
            double uses = loans.stream()
                    .mapToDouble(l -> l.paid + l.swept + l.collected.recovered)
                    .sum();
            return a.retainedBefore
                    + cfads
                    + a.injected
                    + a.fromReserve
                    + a.sponsor
                    + a.collection.idle
                    - uses
                    - a.toReserve
                    - a.retained
                    - a.distributed
                    - a.collection.buyer
                    - a.collection.cost;
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

    /// @param opening scheduled balance, without arrears; goes on after a default as if it were served
    /// @param interest due by schedule
    /// @param principal due by schedule
    /// @param paid by the project, of what is due and of arrears
    /// @param guaranteed paid by guarantors
    /// @param insured paid by insurers
    /// @param swept repaid early
    /// @param arrears unpaid after the period
    /// @param lost unpaid of this period's own service
    /// @param collected after a default
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
            double lost,
            Collected collected) {}

    /// What a loan's claim gets after a default.
    ///
    /// @param recovered paid by the project, its buyer, reserve or sponsors on the claim
    /// @param passed of it, what goes to guarantors and insurers
    /// @param compensated by the state that seized
    public record Collected(double recovered, double passed, double compensated) {}

    /// What else comes and goes after a default.
    ///
    /// @param idle loss that is not made because the plant stands idle, or that nobody pays
    /// @param buyer cash of the project that is the buyer's, less what it pays for the project
    /// @param cost of the recovery
    public record Collection(double idle, double buyer, double cost) {}

    /// @param retainedBefore cash locked up in the period before; below 0 what standing idle after a default
    /// has cost
    /// @param injected by owners because CFADS is negative beyond what is retained, within the sponsors'
    /// limit while debt is owed
    /// @param fromReserve drawn or released from the reserve account
    /// @param sponsor committed support for debt service, and recourse at default
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
            boolean lockedUp,
            Collection collection) {}

    /// The base case: central draw, debt sized on it.
    public static CashFlow base(Project project) {
        DebtPlan plan = DebtPlan.of(project);
        return of(project, plan, Realization.central(project));
    }

    public static CashFlow of(Project project, DebtPlan plan, Realization draw) {
        int months = Realization.months(project, draw.delay());
        return new CashWaterfall(project, plan, months).flow(draw);
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

    /// The service period in which the debt is in default; empty if it never is.
    public Optional<Period> defaulted() {
        return periods.stream().filter(p -> p.state() == CreditState.DEFAULT).findFirst();
    }

    /// What is less than this share of all debt is rounding: a balance that was repaid is never exactly nil.
    static final double DUST = 1e-9;
}
