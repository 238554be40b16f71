package org.genryu.value.cash;

import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.Project.Losses;
import org.genryu.value.project.SupportTerms;

/// The tax of a year, from what was earned in it.
///
/// base = earned - depreciation - interest - losses carried; tax = τ max(base, 0) - credit; losses' = max(-base, 0);
/// rent tax: L_t = L_{t-1} (1 + uplift) - NCF_t, and where that is below 0 the rate on -L_t, L_t = 0
///
/// straight – capital cost / years from the year in which operation starts; declining – rate · what is left, all of
/// it in the last year of operation; unit of production – capital cost · output / all output of the plan
///
/// Interest and fees of construction are not written off, sustaining capital counts as cost of its year – both
/// simplifications, on the careful side and on the other.
final class Taxes {
    private final Project project;
    private final double creditShare;
    private final SupportTerms.TaxCredit[] credits;
    private final Year last = new Year();
    private final double land;
    private final Project.Fiscal fiscal;
    private final double rate;
    private final double writeYears;
    private final double writeRate;
    private final double rentRate;
    private final double rentGrowth;
    private double[][] output = {};
    private double[] index = {};
    private int months;
    private int start;
    private int end;
    private double basis;
    private double allOutput;
    private double left;
    private double loss;
    private double credit;
    private double rent;

    /// What a year's tax is made of; the next year writes over it.
    static final class Year {
        private double depreciation;
        private double tax;
        private double credit;
        private double rent;

        double depreciation() {
            return depreciation;
        }

        double tax() {
            return tax;
        }

        double credit() {
            return credit;
        }

        /// The resource rent tax.
        double rent() {
            return rent;
        }
    }

    Taxes(Project project) {
        this.project = project;
        double whole = project.plant().capital().total();
        this.land = whole > 0 ? 1 - project.plant().capital().depreciable() / whole : 0;
        this.credits = project.finance().supports().stream()
                .filter(SupportTerms.TaxCredit.class::isInstance)
                .map(SupportTerms.TaxCredit.class::cast)
                .toArray(SupportTerms.TaxCredit[]::new);
        this.fiscal = project.host().fiscal();
        this.rate = fiscal.tax().central();
        this.writeYears = fiscal.writeYears().central();
        this.writeRate = fiscal.writeRate().central();
        this.rentRate = fiscal.rentTax().central();
        this.rentGrowth = 1 + fiscal.rentUplift().central();
        this.creditShare = project.host().fiscal().taxCredit().central() + creditShare();
    }

    /// Begins another future.
    /// @param grants [currency] by month
    void begin(Operations future, double[] grants) {
        output = future.output();
        index = future.index();
        months = future.months();
        start = future.start();
        end = future.end();
        double capex = sum(future.spending().capex(), 0, project.timeline().operateStart());
        double given = sum(grants, 0, project.timeline().operateStart());
        basis = Math.max(0, capex * (1 - land) - given);
        left = basis;
        allOutput = project.host().fiscal().write() == Project.Write.UNIT_OF_PRODUCTION
                ? sum(future.output()[0], 0, future.months())
                : 0;
        credit = capex * creditShare;
        loss = 0;
        rent = 0;
    }

    static double sum(double[] of, int from, int until) {
        double sum = 0;
        for (int m = from; m < until; m++) {
            sum += of[m];
        }
        return sum;
    }

    private double creditShare() {
        double sum = 0;
        for (SupportTerms.TaxCredit c : credits) {
            sum += c.share().central();
        }
        return sum;
    }

    /// @param earned sales and support income less royalty and all costs of the year
    /// @param flow pre-tax cash of the year, after capital cost
    Year year(int y, double earned, double interest, double flow) {
        double depreciation = depreciation(y);
        double base = earned - depreciation - interest - loss;
        double due = fiscal.losses() == Losses.FULL ? rate * base : rate * Math.max(base, 0);
        loss = fiscal.losses() == Losses.CARRY_FORWARD ? Math.max(-base, 0) : 0;
        last.depreciation = depreciation;
        last.tax = due;
        last.credit = credit(y, due);
        last.rent = rentTax(flow);
        return last;
    }

    private double depreciation(int y) {
        int first = start / 12;
        int last = (end - 1) / 12;
        if (y < first || basis == 0) {
            return 0;
        }
        double amount = switch (fiscal.write()) {
            case STRAIGHT -> basis / writeYears * Math.clamp(writeYears - (y - first), 0, 1);
            case DECLINING -> y == last ? left : left * writeRate;
            case UNIT_OF_PRODUCTION -> {
                int until = Math.min(months, 12 * (y + 1));
                double made = sum(output[0], 12 * y, until);
                yield allOutput > 0 ? basis * made / allOutput : 0;
            }
        };
        left -= amount;
        return amount;
    }

    /// Credits count from the first year of operation; what is refundable is paid out, the rest waits for tax.
    private double credit(int y, double due) {
        double paidOut = 0;
        if (y < start / 12) {
            return 0;
        }
        for (SupportTerms.TaxCredit c : credits) {
            double earned = c.perUnit().central() * made(c, y);
            if (c.refundable()) {
                paidOut += earned;
            } else {
                credit += earned;
            }
        }
        double used = Math.min(credit, Math.max(due, 0));
        credit -= used;
        return used + paidOut;
    }

    private double made(SupportTerms.TaxCredit credit, int y) {
        PlantTerms plant = project.plant();
        double[] made = output[credit.product().map(plant::index).orElse(0)];
        double sum = 0;
        for (int m = 12 * y; m < Math.min(months, 12 * (y + 1)); m++) {
            sum += credit.window().holds(m) ? made[m] * index[m] : 0;
        }
        return sum;
    }

    private double rentTax(double flow) {
        if (rentRate == 0) {
            return 0;
        }
        rent = rent * rentGrowth - flow;
        double excess = Math.max(-rent, 0);
        rent = Math.max(rent, 0);
        return rentRate * excess;
    }
}
