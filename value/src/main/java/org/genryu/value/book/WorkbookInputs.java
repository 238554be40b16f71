package org.genryu.value.book;

import java.util.List;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.Operations;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;
import org.genryu.value.project.SupportTerms;

/// The numbers of the term sheet that enter the workbook, each with line, text and source.
final class WorkbookInputs {
    private final WorkbookFrame book;
    private final CashFlow flow;
    private final Project project;
    private final Operations ops;

    WorkbookInputs(WorkbookFrame book) {
        this.book = book;
        this.flow = book.flow;
        this.project = book.project;
        this.ops = flow.before().operations();
    }

    void write() {
        Project.Rates rates = project.timeline().rates();
        book.input("discount", rates.discount());
        book.input("inflation", rates.inflation());
        book.number(
                "mid", "rates.timing", rates.mid() ? 0.5 : 1, book.t("months after the start of the month", "月初からの月数"));
        book.number(
                "first", "price_year", book.first(), book.t("months from the middle of the price year", "基準年央からの月数"));
        book.number("op-start", "schedule", ops.start(), "month");
        book.number("op-end", "schedule", ops.end(), "month");
        book.number(
                "seized",
                "politics.seizure",
                Math.min(WorkbookFrame.NEVER, flow.draw().seized()),
                "month");
        book.number(
                "capex",
                "capex.items",
                project.plant().capital().total(),
                project.header().money().currency());
        book.number("overrun", "capex.overrun", flow.draw().overrun(), "1");
        book.number("grade", "geology.grade_factor", flow.draw().grade(), "1");
        book.input("decline", project.plant().output().decline());
        book.number("ramp-months", "ramp_up", project.plant().output().rampUp().size(), "month");
        book.input("sustaining", project.plant().capital().sustaining());
        book.input("closing", project.plant().environment().closing());
        book.number(
                "closing-months",
                "environment.closing_time",
                project.plant().environment().closingMonths(),
                "month");
        book.input("idle", project.host().politics().idleCost());
        fiscalInputs();
        plantInputs();
        financeInputs();
    }

    private void fiscalInputs() {
        Project.Fiscal f = project.host().fiscal();
        book.input("royalty", f.royalty());
        book.input("tax", f.tax());
        book.input("write-years", f.writeYears());
        book.input("write-rate", f.writeRate());
        book.input("credit", f.taxCredit());
        book.input("rent-tax", f.rentTax());
        book.input("rent-uplift", f.rentUplift());
        book.input("working-days", f.workingDays());
        double whole = project.plant().capital().total();
        book.number(
                "land",
                "capex.items[land]",
                whole > 0 ? 1 - project.plant().capital().depreciable() / whole : 0,
                "1");
    }

    private void plantInputs() {
        List<PlantTerms.Product> products = project.plant().products();
        for (int p = 0; p < products.size(); p++) {
            book.input("amount-" + p, products.get(p).amount());
            book.input("sold-" + p, products.get(p).sold());
            switch (products.get(p).sale()) {
                case PlantTerms.Sale.AtPrice(String _, SheetFigure payable) -> book.input("payable-" + p, payable);
                case PlantTerms.Sale.Disposed(SheetFigure cost) -> book.input("disposal-" + p, cost);
            }
        }
        List<PlantTerms.Cost> costs = project.plant().costs();
        for (int c = 0; c < costs.size(); c++) {
            book.input("fixed-" + c, costs.get(c).fixed());
            book.input("variable-" + c, costs.get(c).variable());
        }
        List<PlantTerms.Burden> burdens = project.plant().environment().burdens();
        for (int b = 0; b < burdens.size(); b++) {
            book.input("burden-" + b, burdens.get(b).perUnit());
            book.input("burden-cost-" + b, burdens.get(b).cost());
        }
    }

    private void financeInputs() {
        FinanceTerms.Terms terms = project.finance().terms();
        book.number("step", "finance.period", terms.serviceMonths(), "month");
        book.number("dsra", "finance.reserves.dsra", terms.dsra().central(), "month");
        book.input("lock-up", terms.lockUp());
        book.input("sweep", terms.sweep());
        book.input("sponsor", terms.sponsorSupport());
        List<DebtPlan.Planned> loans = flow.plan().loans();
        for (int i = 0; i < loans.size(); i++) {
            DebtPlan.Planned p = loans.get(i);
            book.input("rate-" + i, p.loan().rate());
            book.number(
                    "loan-" + i,
                    book.t("balance at completion (solved): ", "完成時残高（解）：") + book.loan(i),
                    p.repayment().debt(),
                    book.currency());
            double fee = 0;
            for (SupportTerms support : project.finance().supports()) {
                fee += DebtPlan.covers(support, p.loan()) ? DebtPlan.feeRate(support) : 0;
            }
            book.number("fee-" + i, book.t("fees of covers on ", "保証料・保険料率：") + book.loan(i), fee, "1/yr");
        }
    }
}
