package org.genryu.value.book;

import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.Construction;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.Realization;
import org.genryu.value.cash.UnleveredCashFlow;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.Project;

/// The sheet `Building`: construction finance by step, as [Construction] solves it.
///
/// The amounts drawn and the total cost are solved by the engine and stand in the inputs; need, interest, fees and
/// balances are formulas, and the checks show that the needs add up to that cost. need = fixed + w · drawn(need) is
/// linear by pieces and solved in closed form for each funding order.
final class WorkbookBuilding {
    private final WorkbookFrame book;
    private final CashFlow flow;
    private final Project project;
    private final WorkbookSheet sheet;
    private final Construction construction;
    private final FinanceTerms.Terms terms;
    private final int steps;

    WorkbookBuilding(WorkbookFrame book) {
        this.book = book;
        this.flow = book.flow;
        this.project = book.project;
        this.sheet = book.building;
        this.construction = flow.plan().construction();
        this.terms = project.finance().terms();
        this.steps = construction.need().length;
    }

    void inputs() {
        for (int i = 0; i < book.loans(); i++) {
            DebtPlan.Planned p = flow.plan().loans().get(i);
            book.input("upfront-" + i, p.loan().upfrontFee());
            book.input("commitment-" + i, p.loan().commitmentFee());
            book.formulaInput(
                    "step-rate-" + i,
                    book.t("rate a step of building: ", "建中期間金利：") + book.loan(i),
                    "POWER(1+[rate-%s],%s/12)-1".formatted(i, terms.constructionStep()));
            book.formulaInput(
                    "on-draw-" + i, book.t("interest on the draws of a step: ", "当期引出への金利：") + book.loan(i), onDraw(i));
        }
        book.formulaInput("debt", book.t("loans drawn", "借入合計"), WorkbookFrame.sum(book.loans(), "[drawn-%s]"));
        String weight = "0";
        for (int i = 0; i < book.loans(); i++) {
            weight += "+[drawn-%1$s]*[on-draw-%1$s]".formatted(i);
        }
        book.formulaInput(
                "on-draw",
                book.t("mean interest on the draws of a step", "当期引出への平均金利"),
                "IF([debt]>0,(" + weight + ")/[debt],0)");
    }

    private String onDraw(int i) {
        return switch (terms.rule()) {
            case OPENING -> "0";
            case MID -> "[step-rate-" + i + "]/2";
            case COMPOUND -> "SQRT(1+[step-rate-" + i + "])-1";
        };
    }

    /// Capital cost less grants of the plan by step: the future of the workbook may cost more, the plan is signed.
    private double[] planned() {
        UnleveredCashFlow base = UnleveredCashFlow.of(project, Realization.central(project));
        double[] out = new double[steps];
        for (int k = 0; k < project.timeline().buildMonths(); k++) {
            int m = project.timeline().buildStart() + k;
            out[k / terms.constructionStep()] += base.operations().spending().capex()[m] - base.grants()[m];
        }
        return out;
    }

    void rows() {
        sheet.heading(book.t("Construction finance", "建中資金"));
        double[] planned = planned();
        sheet.values(
                "planned",
                book.t("capital cost less grants, as planned", "建設費（補助金控除後・計画）"),
                book.currency(),
                t -> planned[t]);
        sheet.values("last", book.t("last step", "最終期"), "0/1", t -> t == steps - 1 ? 1.0 : 0.0);
        sheet.values("opening", book.t("first step", "初期"), "0/1", t -> t == 0 ? 1.0 : 0.0);
        for (int i = 0; i < book.loans(); i++) {
            String before = terms.capitalised() ? "{used-%s<}" : "{balance-%s<}";
            sheet.formula(
                    "fees-" + i,
                    book.t("fees ", "手数料 ") + id(i),
                    book.currency(),
                    ("{opening}*[upfront-%1$s]*[drawn-%1$s]+[commitment-%1$s]*" + terms.constructionStep()
                                    + "/12*MAX(0,[drawn-%1$s]-" + before + ")")
                            .formatted(i, i));
        }
        need();
        for (int i = 0; i < book.loans(); i++) {
            loan(i);
        }
        sheet.formula(
                "draws",
                book.t("draws of all loans", "借入実行合計"),
                book.currency(),
                WorkbookFrame.sum(book.loans(), "{draw-%s}"));
        sheet.formula(
                "carry",
                book.t("interest and fees paid", "支払利息・手数料"),
                book.currency(),
                terms.capitalised() ? "0" : WorkbookFrame.sum(book.loans(), "{interest-%1$s}+{fees-%1$s}"));
    }

    private String id(int i) {
        return book.loan(i);
    }

    private void need() {
        StringBuilder fixed = new StringBuilder("{planned}+{last}*[reserve]");
        if (!terms.capitalised()) {
            for (int i = 0; i < book.loans(); i++) {
                fixed.append("+{fees-%1$s}+[step-rate-%1$s]*{balance-%1$s<}".formatted(i));
            }
        }
        sheet.formula(
                "fixed", book.t("need before interest on the draws", "当期引出利息前の所要額"), book.currency(), fixed.toString());
        sheet.formula("spent", book.t("spent before", "前期までの支出"), book.currency(), "{spent<}+{need<}");
        sheet.formula("need", book.t("need", "所要額"), book.currency(), terms.capitalised() ? "{fixed}" : needed());
        sheet.formula(
                "drawn",
                book.t("drawn", "借入実行"),
                book.currency(),
                terms.capitalised()
                        ? "[debt]*{planned}/SUM({planned:})"
                        : switch (terms.order()) {
                            case PRO_RATA -> "{need}*[debt]/[cost]";
                            case EQUITY_FIRST ->
                                "MAX(0,{spent}+{need}-MAX(0,[cost]-[debt]))-MAX(0,{spent}-MAX(0,[cost]-[debt]))";
                            case DEBT_FIRST -> "MIN({spent}+{need},[debt])-MIN({spent},[debt])";
                        });
    }

    private String needed() {
        return switch (terms.order()) {
            case PRO_RATA -> "{fixed}/(1-[on-draw]*[debt]/[cost])";
            case EQUITY_FIRST ->
                "MAX({fixed},({fixed}+[on-draw]*({spent}-MAX({spent},MAX(0,[cost]-[debt]))))/(1-[on-draw]))";
            case DEBT_FIRST -> "MIN({fixed}/(1-[on-draw]),{fixed}+[on-draw]*MAX(0,[debt]-{spent}))";
        };
    }

    private void loan(int i) {
        sheet.formula(
                "draw-" + i,
                book.t("draw ", "借入実行 ") + id(i),
                book.currency(),
                "IF([debt]>0,{drawn}*[drawn-%s]/[debt],0)".formatted(i));
        sheet.formula(
                "interest-" + i,
                book.t("interest ", "利息 ") + id(i),
                book.currency(),
                "[step-rate-%1$s]*{balance-%1$s<}+[on-draw-%1$s]*{draw-%1$s}".formatted(i));
        sheet.formula(
                "used-" + i,
                book.t("drawn so far ", "累計実行 ") + id(i),
                book.currency(),
                "{used-%1$s<}+{draw-%1$s}".formatted(i));
        sheet.formula(
                "balance-" + i,
                book.t("balance ", "残高 ") + id(i),
                book.currency(),
                (terms.capitalised()
                                ? "{balance-%1$s<}+{draw-%1$s}+{interest-%1$s}+{fees-%1$s}"
                                : "{balance-%1$s<}+{draw-%1$s}")
                        .formatted(i));
    }

    /// What the needs (and, if capitalised, interest and fees) add up to, less the cost that was solved.
    String check() {
        if (!terms.capitalised()) {
            return "SUM(" + sheet.range("need") + ")-" + sheet.fill("[cost]", 0);
        }
        StringBuilder sum = new StringBuilder("SUM(" + sheet.range("need") + ")");
        for (int i = 0; i < book.loans(); i++) {
            sum.append("+SUM(")
                    .append(sheet.range("interest-" + i))
                    .append(")+SUM(")
                    .append(sheet.range("fees-" + i))
                    .append(')');
        }
        return sum + "-" + sheet.fill("[cost]", 0);
    }

    /// Balances at completion less those that the debt starts with.
    String balances() {
        StringBuilder sum = new StringBuilder("0");
        for (int i = 0; i < book.loans(); i++) {
            sum.append("+ABS(")
                    .append(sheet.cell("balance-" + i, steps - 1))
                    .append('-')
                    .append(sheet.fill("[loan-" + i + "]", 0))
                    .append(')');
        }
        return sum.toString();
    }
}
