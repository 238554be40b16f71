package org.genryu.value.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.FinanceTerms.Loan;
import org.genryu.value.project.SheetFigure;

/// How large the loans are and how they are repaid, on the sheet of the debt: target DSCR, gearing, tenor and grace are
/// cells, amounts and schedules are formulas, as [org.genryu.value.cash.Repayment] has them.
///
/// The one number that closes the circle (cash depends on tax, tax on interest, interest on the loans) is the row of
/// the cash that the loans are sized on: it stands there as numbers, with the difference to the cash that follows from
/// it beside. Who changes a term pastes the cash over these numbers until the difference is nil.
final class WorkbookSizing {
    private final WorkbookFrame book;
    private final WorkbookSheet debt;
    private final DebtPlan plan;
    private final List<Integer> order = new ArrayList<>();

    WorkbookSizing(WorkbookFrame book) {
        this.book = book;
        this.debt = book.debt;
        this.plan = book.flow.plan();
        for (int i = 0; i < book.loans(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> loan(i).rank()).thenComparing(i -> carried(i) ? 1 : 0));
    }

    private Loan loan(int i) {
        return plan.loans().get(i).loan();
    }

    private boolean carried(int i) {
        return loan(i).size() instanceof FinanceTerms.Size.Carried;
    }

    /// The terms as cells; what is solved in building stands before them.
    void inputs() {
        FinanceTerms.Terms terms = book.project.finance().terms();
        book.input("gearing", terms.gearing());
        book.number(
                "plan-periods", book.t("service periods of the plan", "計画の返済期数"), Math.max(plan.cfads().length, 0), "");
        for (int i : order) {
            String name = book.loan(i);
            book.number("tenor-" + i, book.t("tenor: ", "返済年数：") + name, loan(i).tenorMonths() / 12.0, "yr");
            book.number("grace-" + i, book.t("grace: ", "据置期間：") + name, loan(i).graceMonths(), "month");
            book.input("dscr-" + i, loan(i).dscr());
            switch (loan(i).size()) {
                case FinanceTerms.Size.Fixed(SheetFigure amount) -> book.input("size-" + i, amount);
                case FinanceTerms.Size.Share(SheetFigure share) -> book.input("size-" + i, share);
                case FinanceTerms.Size.Carried _ -> {
                    // what the cash carries
                }
            }
            book.number("growth-" + i, book.t("balance at completion by drawn: ", "完成時残高÷借入額：") + name, growth(i), "1");
            book.formulaInput(
                    "waits-" + i, book.t("periods of grace: ", "据置期数：") + name, "INT([grace-%s]/[step])".formatted(i));
            book.formulaInput(
                    "lasts-" + i,
                    book.t("service periods: ", "返済期数：") + name,
                    "[waits-%1$s]+MAX(1,ROUNDUP(ROUND([tenor-%1$s]*12,6)/[step],0))".formatted(i));
            book.formulaInput(
                    "ends-" + i,
                    book.t("last service period: ", "最終返済期：") + name,
                    "MAX(MIN([plan-periods],[lasts-%1$s]),[waits-%1$s]+1)".formatted(i));
        }
    }

    /// Balance at completion for each unit drawn.
    private double growth(int i) {
        double drawn = plan.loans().get(i).drawn();
        double debtThen = plan.loans().get(i).repayment().debt();
        return book.project.finance().terms().capitalised() && drawn > 0 ? debtThen / drawn : 1;
    }

    /// Rows by service period; single cells of what is drawn.
    void rows() {
        debt.heading(book.t("Sizing and repayment", "規模と返済計画"));
        debt.values("k", book.t("service period", "返済期"), "", k -> (double) k + 1);
        double[] cfads = plan.cfads();
        debt.values(
                "sized-on",
                book.t("cash that the loans are sized on (solved)", "借入規模の基礎となる返済原資（解）"),
                book.currency(),
                k -> k < cfads.length ? cfads[k] : 0.0);
        List<Integer> before = new ArrayList<>();
        for (int i : order) {
            carry(i, before);
            amount(i, before);
            schedule(i);
            before.add(i);
        }
    }

    private void carry(int i, List<Integer> before) {
        StringBuilder taken = new StringBuilder();
        before.forEach(j -> taken.append("-{service-").append(j).append('}'));
        debt.formula(
                "carry-" + i,
                book.t("cash by DSCR less what ranks before, ", "DSCRで除し先順位を引いた資金 ") + book.loan(i),
                book.currency(),
                "IF({k}<=MIN([plan-periods],[lasts-%1$s]),MAX(0,{sized-on})/[dscr-%1$s]%2$s,0)".formatted(i, taken));
        boolean sculpted = loan(i).shape() == FinanceTerms.Shape.SCULPTED;
        String more = "({back-%1$s>}+MAX(0,{carry-%1$s}))/(1+[periodic-%1$s])".formatted(i);
        String grown = loan(i).capitalises() ? more : "MAX({back-%s>},%s)".formatted(i, more);
        debt.formula(
                "back-" + i,
                book.t("debt that the cash to come carries, ", "将来の資金が支える残高 ") + book.loan(i),
                book.currency(),
                sculpted
                        ? "IF(AND({k}>[waits-%1$s],{k}<=[ends-%1$s]),%2$s,{back-%1$s>})".formatted(i, grown)
                        : "IF(AND({k}>[waits-%1$s],{k}<=[ends-%1$s]),MAX(0,{carry-%1$s})/(%2$s),\"\")"
                                .formatted(i, each(i)));
        String all = debt.range("back-" + i);
        book.formulaInput(
                "capacity-" + i,
                book.t("debt that the cash carries: ", "収支が支える借入額：") + book.loan(i),
                sculpted ? debt.cell("back-" + i, 0) : "IF(COUNT(" + all + ")>0,MIN(" + all + "),0)");
    }

    /// Service of a loan of one after the grace.
    private String each(int i) {
        String left = "([ends-%1$s]-[waits-%1$s])".formatted(i);
        return switch (loan(i).shape()) {
            case LEVEL, SCULPTED -> level(i, "1");
            case EQUAL -> "1/%2$s+[periodic-%1$s]*(1-({k}-1-[waits-%1$s])/%2$s)".formatted(i, left);
            case BULLET -> "[periodic-%1$s]+IF({k}=[ends-%1$s],1,0)".formatted(i);
        };
    }

    private static String level(int i, String of) {
        return "IF([periodic-%1$s]>0,%2$s*[periodic-%1$s]/(1-POWER(1+[periodic-%1$s],-([ends-%1$s]-[waits-%1$s]))),%2$s/([ends-%1$s]-[waits-%1$s]))"
                .formatted(i, of);
    }

    private void amount(int i, List<Integer> before) {
        String formula = switch (loan(i).size()) {
            case FinanceTerms.Size.Fixed _ -> "[size-%s]".formatted(i);
            case FinanceTerms.Size.Share _ -> "[size-%s]*[cost]".formatted(i);
            case FinanceTerms.Size.Carried _ ->
                "MIN([capacity-%1$s],MAX(0,[gearing]*[cost]%2$s))/[growth-%1$s]".formatted(i, committed(before));
        };
        book.formulaInput("drawn-" + i, book.t("drawn: ", "借入額：") + book.loan(i), formula);
        book.formulaInput(
                "scale-" + i,
                book.t("share of what the cash carries: ", "収支が支える額に対する割合：") + book.loan(i),
                "IF([capacity-%1$s]>0,[drawn-%1$s]*[growth-%1$s]/[capacity-%1$s],0)".formatted(i));
    }

    /// Loans of given size, and those before that are sized on cash.
    private String committed(List<Integer> before) {
        StringBuilder out = new StringBuilder();
        for (int j : order) {
            switch (loan(j).size()) {
                case FinanceTerms.Size.Fixed _ -> out.append("-[growth-%1$s]*[size-%1$s]".formatted(j));
                case FinanceTerms.Size.Share _ -> out.append("-[growth-%1$s]*[size-%1$s]*[cost]".formatted(j));
                case FinanceTerms.Size.Carried _ ->
                    out.append(before.contains(j) ? "-[growth-%1$s]*[drawn-%1$s]".formatted(j) : "");
            }
        }
        return out.toString();
    }

    private void schedule(int i) {
        debt.formulas(
                "planned-" + i,
                book.t("planned opening balance, ", "計画期首残高 ") + book.loan(i),
                book.currency(),
                k -> k == 0
                        ? "[drawn-%1$s]*[growth-%1$s]".formatted(i)
                        : "{planned-%1$s<}-{schedule-%1$s<}".formatted(i));
        debt.formula(
                "schedule-" + i,
                book.t("principal by schedule, ", "元本返済予定 ") + book.loan(i),
                book.currency(),
                "IF({k}>[ends-%1$s],0,IF({k}=[ends-%1$s],{planned-%1$s},IF({k}<=[waits-%1$s],0,%2$s)))"
                        .formatted(i, principal(i)));
        debt.formula(
                "service-" + i,
                book.t("service by schedule, ", "元利返済予定 ") + book.loan(i),
                book.currency(),
                "{planned-%1$s}*[periodic-%1$s]+{schedule-%1$s}".formatted(i));
    }

    private String principal(int i) {
        String whole = "[drawn-%1$s]*[growth-%1$s]".formatted(i);
        String even = whole + "/([ends-%1$s]-[waits-%1$s])".formatted(i);
        return switch (loan(i).shape()) {
            case SCULPTED -> {
                String own = "[scale-%1$s]*MAX({carry-%1$s},0)-{planned-%1$s}*[periodic-%1$s]".formatted(i);
                String held = loan(i).capitalises() ? own : "MIN(MAX(0,{planned-%s}),MAX(0,%s))".formatted(i, own);
                yield "IF([scale-%s]>0,%s,%s)".formatted(i, held, even);
            }
            case LEVEL -> level(i, whole) + "-{planned-%1$s}*[periodic-%1$s]".formatted(i);
            case EQUAL -> even;
            case BULLET -> "0";
        };
    }

    /// What the first senior services are, for the reserve; 0 where it is filled from cash.
    String reserve() {
        StringBuilder out = new StringBuilder("0");
        for (int i : order) {
            out.append(book.senior(i) ? "+" + debt.cell("service-" + i, 0) : "");
        }
        return book.project.finance().terms().dsraAtStart() ? "(" + out + ")*[dsra]/[step]" : "0";
    }

    /// The cash that follows, less the cash that was sized on, relative to the cost; of the plan's own future only.
    String gap() {
        return debt.fill(
                "IF([cost]>0,SUMPRODUCT(ABS(%s-%s))/[cost],0)".formatted(debt.range("cfads"), debt.range("sized-on")),
                0);
    }
}
