package org.genryu.value.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.genryu.casefile.form.XlsxWriter;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtRatios;
import org.genryu.value.cash.Metric;
import org.genryu.value.cash.ProjectMetrics;

/// The cash flow of one future as a workbook with live formulas, so that a bank can check it in its own tool.
///
/// Sheets, named in the language of the book: results (values beside those of the engine, with the difference), inputs
/// (every number of the term sheet that is used, with its line and source), building (construction finance by step),
/// months (operations, supports, tax; one formula a row), debt (sizing, balances, waterfall, ratios by service period).
/// Target DSCR, gearing, tenor, prices and ramp-up are cells; loans are sized and sculpted by formulas. Two numbers are
/// solved by the engine: the total cost and the cash that the loans are sized on ([WorkbookSizing]); the checks show
/// that nothing is left of the circularity. It prints on fewer than twenty pages.
public final class CashFlowWorkbook {
    /// Cash that differs by less than this share of the cost is the same.
    private static final double SAME = 1e-9;

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
            Worksheet results = workbook.newWorksheet(new Text("Results", "結果").in(lang));
            WorkbookFrame.printed(results, 1, 1);
            WorkbookFrame book = new WorkbookFrame(flow, lang, workbook);
            new WorkbookInputs(book).write();
            WorkbookDebt debt = new WorkbookDebt(book);
            debt.declareDebtCells();
            book.number(
                    "cost", book.t("total cost (solved)", "総費用（解）"), flow.plan().cost(), book.currency());
            WorkbookSizing sizing = new WorkbookSizing(book);
            sizing.inputs();
            sizing.rows();
            book.formulaInput("reserve", book.t("reserve at completion", "完成時の準備金"), sizing.reserve());
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
            WorkbookReturns returns = new WorkbookReturns(book, workbook);
            new CashFlowWorkbook(flow, book)
                    .results(results, builds ? Optional.of(building) : Optional.empty(), sizing, returns);
        }
    }

    private void results(
            Worksheet sheet, Optional<WorkbookBuilding> building, WorkbookSizing sizing, WorkbookReturns returns) {
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
        Optional<Double> life = DebtRatios.least(flow.ratios().llcr()).found();
        if (life.isPresent()) {
            row = result(sheet, row, book.t("least LLCR", "最小LLCR"), "MIN(" + debt.range("llcr") + ")", life.get());
        }
        if (measures.irr() instanceof Metric.Value(double irr)) {
            row = result(sheet, row, book.t("IRR before finance", "資金調達前IRR"), returns.project(), irr);
        }
        if (measures.irrEquity() instanceof Metric.Value(double irr)) {
            row = result(sheet, row, book.t("IRR of the owners", "出資者IRR"), returns.owners(), irr);
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
                planned() ? sizing.gap() : new BigDecimal(flow.plan().residual()).toPlainString(),
                0);
        if (building.isPresent()) {
            String cost = building.get().check();
            row = result(sheet, row, book.t("check: needs less total cost", "検査：所要額と総費用の差"), cost, 0);
            String debts = building.get().balances();
            row = result(sheet, row, book.t("check: balances at completion", "検査：完成時残高の差"), debts, 0);
        }
        sheet.value(row + 1, 0, book.t("Blue numbers are inputs; everything else is a formula.", "青字は入力、その他はすべて数式です。"));
    }

    /// Whether this is the future that the loans were sized on.
    private boolean planned() {
        double[] cfads = flow.plan().cfads();
        double apart = 0;
        for (int k = 0; k < Math.max(cfads.length, flow.periods().size()); k++) {
            double sized = k < cfads.length ? cfads[k] : 0;
            apart += Math.abs(
                    sized - (k < flow.periods().size() ? flow.periods().get(k).cfads() : 0));
        }
        return apart <= SAME * flow.plan().cost();
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
