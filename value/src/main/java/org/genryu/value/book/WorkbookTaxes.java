package org.genryu.value.book;

import java.util.Arrays;
import java.util.List;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.Operations;
import org.genryu.value.cash.Realization;
import org.genryu.value.project.Project;
import org.genryu.value.project.Project.Losses;
import org.genryu.value.project.SupportTerms;

/// Tax on the sheet `Months`, and what owners pay in and get.
final class WorkbookTaxes {
    private final WorkbookFrame book;
    private final CashFlow flow;
    private final Project project;
    private final Operations ops;
    private final WorkbookSheet months;
    private final WorkbookSheet debt;

    WorkbookTaxes(WorkbookFrame book) {
        this.book = book;
        this.flow = book.flow;
        this.project = book.project;
        this.ops = flow.before().operations();
        this.months = book.months;
        this.debt = book.debt;
    }

    private String year(String key, int m) {
        return "SUM(" + months.range(key, m / 12 * 12, m + 1) + ")";
    }

    void taxes() {
        months.heading(book.t("Tax", "税"));
        months.formulas(
                "interest",
                book.t("interest due", "利息"),
                book.currency(),
                m -> book.due(m) < 0 ? "0" : debt.cell("interest", book.due(m)));
        months.formulas(
                "fees",
                book.t("fees of covers", "保証料・保険料"),
                book.currency(),
                m -> book.due(m) < 0 ? "0" : debt.cell("fees", book.due(m)));
        String basis = "MAX(0,SUM(" + months.range("capex") + ")*(1-[land])-SUM(" + months.range("grants") + "))";
        book.formulaInput("basis", book.t("basis of depreciation", "償却基礎額"), basis);
        book.formulaInput(
                "all-output", book.t("output of the whole life", "全期間の産出"), "SUM(" + months.range("output-0") + ")");
        int firstYear = ops.start() / 12;
        int lastYear = (ops.end() - 1) / 12;
        months.formulas(
                "depreciation",
                book.t("depreciation", "減価償却"),
                book.currency(),
                m -> depreciation(m, firstYear, lastYear));
        months.formulas(
                "left",
                book.t("not written off yet", "未償却残高"),
                book.currency(),
                m -> (m == 0 ? "[basis]" : "{left<}") + "-{depreciation}");
        months.formulas(
                "base",
                book.t("taxable income", "課税所得"),
                book.currency(),
                m -> book.yearEnd(m)
                        ? year("earned", m) + "-" + year("fees", m) + "-{depreciation}-" + year("interest", m)
                                + "-{loss<}"
                        : "0");
        Losses losses = project.host().fiscal().losses();
        months.formulas(
                "loss",
                book.t("loss carried forward", "繰越欠損"),
                book.currency(),
                m -> losses == Losses.CARRY_FORWARD ? book.yearEnd(m) ? "MAX(-{base},0)" : "{loss<}" : "0");
        months.formula(
                "tax",
                book.t("income tax", "法人税"),
                book.currency(),
                losses == Losses.FULL ? "[tax]*{base}" : "[tax]*MAX({base},0)");
        credits(firstYear);
        months.formulas(
                "rent-base",
                book.t("resource rent: losses", "資源レントの欠損"),
                book.currency(),
                m -> book.yearEnd(m) ? "{rent<}*(1+[rent-uplift])-" + year("before-tax", m) : "0");
        months.formulas(
                "rent",
                book.t("losses carried", "繰越額"),
                book.currency(),
                m -> book.yearEnd(m) ? "MAX({rent-base},0)" : "{rent<}");
        months.formula(
                "rent-tax", book.t("resource rent tax", "資源レント税"), book.currency(), "[rent-tax]*MAX(-{rent-base},0)");
        months.formula(
                "tax-net", book.t("taxes less credits", "税（控除後）"), book.currency(), "{tax}-{tax-credit}+{rent-tax}");
        months.formula(
                "cfads",
                book.t("cash flow available for debt service", "返済原資（CFADS）"),
                book.currency(),
                "{earned}-{tied-change}-{fees}-{tax-net}");
    }

    private String depreciation(int m, int first, int last) {
        int y = m / 12;
        if (!book.yearEnd(m) || y < first) {
            return "0";
        }
        return switch (project.host().fiscal().write()) {
            case STRAIGHT -> "[basis]/[write-years]*MAX(0,MIN(1,[write-years]-({y}-" + first + ")))";
            case DECLINING -> y == last ? "{left<}" : "{left<}*[write-rate]";
            case UNIT_OF_PRODUCTION -> "IF([all-output]>0,[basis]*" + year("output-0", m) + "/[all-output],0)";
        };
    }

    private void credits(int firstYear) {
        double share = project.finance().supports().stream()
                .mapToDouble(
                        s -> s instanceof SupportTerms.TaxCredit c ? c.share().central() : 0)
                .sum();
        book.number("credit-share", "supports.tax-credit.share", share, "1");
        double[] refundable = new double[ops.months()];
        double[] waiting = new double[ops.months()];
        for (SupportTerms support : project.finance().supports()) {
            if (support instanceof SupportTerms.TaxCredit c) {
                double[] into = c.refundable() ? refundable : waiting;
                double[] made =
                        ops.output()[c.product().map(project.plant()::index).orElse(0)];
                for (int m = 0; m < made.length; m++) {
                    into[m] += c.window().holds(m) ? c.perUnit().central() * made[m] * ops.index()[m] : 0;
                }
            }
        }
        months.values(
                "credit-paid",
                book.t("credits per unit, refundable", "産出税額控除（還付型）"),
                book.currency(),
                m -> refundable[m]);
        months.values("credit-earned", book.t("credits per unit", "産出税額控除"), book.currency(), m -> waiting[m]);
        String first = "SUM(" + months.range("capex") + ")*([credit]+[credit-share])";
        months.formulas(
                "credit-pool",
                book.t("credits before use", "使用前の控除残高"),
                book.currency(),
                m -> (m == 0 ? first : "{credit-left<}")
                        + (book.yearEnd(m) && m / 12 >= firstYear ? "+" + year("credit-earned", m) : ""));
        months.formulas(
                "credit-used",
                book.t("credits used", "控除の使用"),
                book.currency(),
                m -> book.yearEnd(m) && m / 12 >= firstYear ? "MIN({credit-pool},MAX({tax},0))" : "0");
        months.formula("credit-left", book.t("credits left", "控除残高"), book.currency(), "{credit-pool}-{credit-used}");
        months.formulas(
                "tax-credit",
                book.t("tax credit", "税額控除"),
                book.currency(),
                m -> "{credit-used}" + (book.yearEnd(m) && m / 12 >= firstYear ? "+" + year("credit-paid", m) : ""));
    }

    /// Share of each month in the planned capital cost of its step, as the plan spends it.
    private double[] weights() {
        double[] planned =
                Operations.of(project, Realization.central(project)).spending().capex();
        int width = project.finance().terms().constructionStep();
        int start = project.timeline().buildStart();
        int length = project.timeline().buildMonths();
        double[] out = new double[flow.months()];
        for (int k = 0; k < length; k++) {
            int from = k / width * width;
            int until = Math.min(length, from + width);
            double all = Arrays.stream(planned, start + from, start + until).sum();
            out[start + k] = all > 0 ? planned[start + k] / all : 1.0 / (until - from);
        }
        return out;
    }

    private String step(String row, int m, double[] weights) {
        int k = (m - project.timeline().buildStart())
                / project.finance().terms().constructionStep();
        return weights[m] == 0 ? "0" : "{weight}*{alive}*" + book.building.cell(row, k);
    }

    void owners() {
        months.heading(book.t("Owners", "出資者"));
        double[] weights = weights();
        months.values("weight", book.t("share of its step of building", "建中期間内の割合"), "1", m -> weights[m]);
        months.formulas("draws", book.t("loans drawn", "借入実行"), book.currency(), m -> step("draws", m, weights));
        months.formulas(
                "carry",
                book.t("interest and fees in construction", "建中利息・手数料"),
                book.currency(),
                m -> step("carry", m, weights));
        int last = project.timeline().operateStart() - 1;
        int first = project.timeline().operateStart();
        months.formulas("equity-in", book.t("paid in by owners", "出資者の払込"), book.currency(), m -> {
            StringBuilder out = new StringBuilder();
            boolean building = project.timeline().buildMonths() > 0;
            out.append(m < first ? "{capex}-{grants}+{carry}-{draws}" : building || m > 0 ? "0" : "-([debt])");
            if (m == Math.max(0, last) && m < flow.draw().seized()) {
                out.append("+[reserve]");
            }
            if (m < first) {
                out.append("-{cfads}");
            }
            if (book.due(m) >= 0) {
                out.append("+")
                        .append(debt.cell("injected", book.due(m)))
                        .append("+")
                        .append(debt.cell("sponsor-paid", book.due(m)))
                        .append("+")
                        .append(debt.cell("recourse", book.due(m)));
            }
            return out.toString();
        });
        months.formulas(
                "distributed",
                book.t("distributed", "配当"),
                book.currency(),
                m -> book.due(m) < 0 ? "0" : debt.cell("distributed", book.due(m)));
        months.total(List.of("sales", "capex", "earned", "before-tax", "tax", "cfads", "equity-in", "distributed"));
    }
}
