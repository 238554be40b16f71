package org.genryu.value.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.genryu.casefile.form.XlsxWriter;
import org.genryu.core.Lang;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtRatios;
import org.genryu.value.cash.ProjectMetrics;

/// The cash flow of one future as a workbook with live formulas, so that a bank can check it in its own tool.
///
/// Sheets: `Results` (values beside those of the engine, with the difference), `Inputs` (every number of the term sheet
/// that is used, with its line and source), `Building` (construction finance by step), `Months` (operations, supports,
/// tax; one formula a row), `Debt` (service periods: balances, waterfall, ratios). What the engine solved by iteration
/// (amounts drawn, principal schedules) stands there as numbers, and the checks show that nothing is left of the
/// circularity.
public final class CashFlowWorkbook {
    private final WorkbookFrame book;
    private final CashFlow flow;
    private final WorkbookSheet months;
    private final WorkbookSheet debt;

    private CashFlowWorkbook(CashFlow flow, WorkbookFrame book) {
        this.book = book;
        this.flow = flow;
        this.months = book.months;
        this.debt = book.debt;
    }

    /// Writes the workbook; its labels are in one language. The same project gives the same bytes.
    public static void write(CashFlow flow, Lang lang, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fill(flow, lang, bytes);
        out.write(XlsxWriter.timeless(bytes.toByteArray()));
    }

    private static void fill(CashFlow flow, Lang lang, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Genryu", "1.0")) {
            Worksheet results = workbook.newWorksheet("Results");
            WorkbookFrame book = new WorkbookFrame(flow, lang, workbook);
            new WorkbookInputs(book).write();
            WorkbookDebt debt = new WorkbookDebt(book);
            debt.declareDebtCells();
            WorkbookBuilding building = new WorkbookBuilding(book);
            building.inputs();
            new WorkbookMonths(book).write();
            new WorkbookSupports(book).write();
            boolean builds = flow.plan().construction().need().length > 0;
            if (builds) {
                building.rows();
            }
            debt.debtOpening();
            WorkbookTaxes taxes = new WorkbookTaxes(book);
            taxes.taxes();
            debt.waterfall();
            taxes.owners();
            debt.ratios();
            book.building.write();
            book.months.write();
            book.debt.write();
            new CashFlowWorkbook(flow, book).results(results, builds ? Optional.of(building) : Optional.empty());
        }
    }

    private void results(Worksheet sheet, Optional<WorkbookBuilding> building) {
        ProjectMetrics measures = flow.measures();
        String[] heads = {
            book.t("result", "結果"), book.t("workbook", "ブック"), book.t("engine", "エンジン"), book.t("difference", "差")
        };
        for (int c = 0; c < heads.length; c++) {
            sheet.value(0, c, heads[c]);
            sheet.style(0, c).bold().set();
        }
        sheet.width(0, 48);
        int row = 1;
        row = result(
                sheet,
                row,
                book.t("NPV before finance", "資金調達前NPV"),
                npv("before-tax", "tax-net", "factor", "factor-end"),
                measures.npv());
        row = result(
                sheet,
                row,
                book.t("NPV after finance", "資金調達後NPV"),
                "SUMPRODUCT(%s,%s)-SUMPRODUCT(%s,%s)"
                        .formatted(
                                months.range("distributed"),
                                months.range("factor-end"),
                                months.range("equity-in"),
                                months.range("factor")),
                measures.npvEquity());
        row = result(
                sheet,
                row,
                book.t("sales, sum", "売上合計"),
                "SUM(" + months.range("sales") + ")",
                Arrays.stream(flow.before().operations().totalSales()).sum());
        row = result(
                sheet,
                row,
                book.t("income tax, sum", "法人税合計"),
                "SUM(" + months.range("tax") + ")",
                Arrays.stream(flow.byMonth().tax()).sum());
        row = result(
                sheet,
                row,
                book.t("CFADS, sum", "返済原資（CFADS）の合計"),
                "SUM(" + debt.range("cfads") + ")",
                flow.periods().stream().mapToDouble(CashFlow.Period::cfads).sum());
        row = result(
                sheet,
                row,
                book.t("distributed, sum", "配当合計"),
                "SUM(" + debt.range("distributed") + ")",
                Arrays.stream(flow.byMonth().distributed()).sum());
        Optional<Double> least = DebtRatios.least(flow.ratios().dscr()).found();
        if (least.isPresent()) {
            row = result(sheet, row, book.t("least DSCR", "最小DSCR"), "MIN(" + debt.range("dscr") + ")", least.get());
            row = result(
                    sheet,
                    row,
                    book.t("mean DSCR", "平均DSCR"),
                    "AVERAGE(" + debt.range("dscr") + ")",
                    DebtRatios.mean(flow.ratios().dscr()).found().orElse(0.0));
        }
        row = result(
                sheet,
                row,
                book.t("check: sources less uses", "検査：源泉と使途の差"),
                "SUMPRODUCT(ABS(" + debt.range("conserved") + "))",
                0);
        row = result(
                sheet,
                row,
                book.t("check: circularity left (relative)", "検査：循環の残差（相対）"),
                Double.toString(flow.plan().residual()),
                0);
        if (building.isPresent()) {
            String cost = building.get().check();
            row = result(sheet, row, book.t("check: needs less total cost", "検査：所要額と総費用の差"), cost, 0);
            String debts = building.get().balances();
            row = result(sheet, row, book.t("check: balances at completion", "検査：完成時残高の差"), debts, 0);
        }
        sheet.value(row + 1, 0, book.t("Blue numbers are inputs; everything else is a formula.", "青字は入力、その他はすべて数式です。"));
    }

    private String npv(String cash, String tax, String factor, String factorEnd) {
        return "SUMPRODUCT(%s,%s)-SUMPRODUCT(%s,%s)"
                .formatted(months.range(cash), months.range(factor), months.range(tax), months.range(factorEnd));
    }

    private static int result(Worksheet sheet, int row, String label, String formula, double engine) {
        sheet.value(row, 0, label);
        sheet.formula(row, 1, formula);
        sheet.value(row, 2, engine);
        sheet.formula(row, 3, "B" + (row + 1) + "-C" + (row + 1));
        return row + 1;
    }
}
