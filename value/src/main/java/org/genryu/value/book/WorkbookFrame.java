package org.genryu.value.book;

import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;

/// What all sheets of a workbook share: the cash flow, the language, the sheet of inputs and the addresses of its
/// cells.
final class WorkbookFrame {
    /// A month or an amount that is never reached.
    static final double NEVER = 1e9;

    /// A page of months holds five years and more; fifty years are ten pages.
    private static final int COLUMNS_A_PAGE = 64;

    final CashFlow flow;
    final Project project;
    final WorkbookSheet months;
    final WorkbookSheet debt;
    final WorkbookSheet building;
    private final Lang lang;
    private final Map<String, String> cells = new HashMap<>();
    private final Worksheet inputSheet;
    private final String inputs;
    private int inputRow = 1;

    WorkbookFrame(CashFlow flow, Lang lang, Workbook workbook) {
        this.flow = flow;
        this.project = flow.project();
        this.lang = lang;
        this.inputs = t("Inputs", "入力");
        this.inputSheet = workbook.newWorksheet(inputs);
        int steps = flow.plan().construction().need().length;
        this.building = sheet(workbook, t("Building", "建設"), steps);
        this.months = sheet(workbook, t("Months", "月次"), flow.months());
        this.debt = sheet(workbook, t("Debt", "借入"), flow.periods().size());
        headInputs();
    }

    private WorkbookSheet sheet(Workbook workbook, String name, int columns) {
        Worksheet sheet = titled(workbook.newWorksheet(name));
        printed(sheet, Math.max(1, Math.ceilDiv(columns, COLUMNS_A_PAGE)), 1);
        return new WorkbookSheet(name, sheet, columns, cells);
    }

    /// Landscape, on so many pages across and down; 0 for as many as it takes.
    static void printed(Worksheet sheet, int across, int down) {
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A3_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) across);
        sheet.fitToHeight((short) down);
    }

    private void headInputs() {
        printed(inputSheet, 1, 0);
        String[] heads = {
            t("input", "入力"), t("value", "値"), t("unit", "単位"), t("line", "行"), t("as written", "原文"), t("source", "出典")
        };
        for (int c = 0; c < heads.length; c++) {
            inputSheet.value(0, c, heads[c]);
            inputSheet.style(0, c).bold().set();
        }
        inputSheet.width(0, 48);
    }

    String t(String en, String ja) {
        return new Text(en, ja).in(lang);
    }

    private Worksheet titled(Worksheet sheet) {
        sheet.value(0, 0, t("line", "行"));
        sheet.value(0, 1, t("unit", "単位"));
        sheet.value(0, 2, t("total", "合計"));
        sheet.freezePane(WorkbookSheet.FIRST, 1);
        sheet.width(0, 36);
        sheet.repeatRows(0);
        sheet.repeatCols(0, 1);
        return sheet;
    }

    /// What a loan is called.
    String loan(int i) {
        return project.names().loan(flow.plan().loans().get(i).loan().id()).in(lang);
    }

    /// What a product is called.
    String product(String id) {
        return project.names().product(id).in(lang);
    }

    /// What a price is called.
    String price(String id) {
        return project.names().price(id).in(lang);
    }

    String currency() {
        return project.header().money().currency();
    }

    void input(String key, SheetFigure figure) {
        inputSheet.value(inputRow, 3, figure.origin().line());
        inputSheet.value(inputRow, 4, figure.origin().written());
        inputSheet.value(inputRow, 5, figure.origin().source().orElse(""));
        number(key, figure.origin().key(), figure.central(), figure.unit());
    }

    void number(String key, String label, double value, String unit) {
        inputSheet.value(inputRow, 0, label);
        inputSheet.value(inputRow, 1, value);
        inputSheet
                .style(inputRow, 1)
                .fontColor(WorkbookSheet.BLUE)
                .format(shown(unit))
                .set();
        inputSheet.value(inputRow, 2, unit);
        cells.put(key, "'" + inputs + "'!$B$" + (inputRow + 1));
        inputRow++;
    }

    /// Single numbers are shown with all that they have, except amounts of money and rates.
    private static String shown(String unit) {
        return unit.matches("[A-Z]{3}") || unit.equals("1/yr") || unit.equals("fraction")
                ? WorkbookSheet.format(unit)
                : "General";
    }

    static String sum(int count, String term) {
        StringBuilder out = new StringBuilder("0");
        for (int i = 0; i < count; i++) {
            out.append('+').append(term.formatted(i));
        }
        return out.toString();
    }

    /// Rows of the supports that pay cash; the keys of those that are income. Period whose services fall into month
    /// m, or -1.
    int due(int m) {
        for (int k = 0; k < flow.periods().size(); k++) {
            if (flow.periods().get(k).until() - 1 == m) {
                return k;
            }
        }
        return -1;
    }

    boolean yearEnd(int m) {
        return m == flow.before().yearEnd(m / 12);
    }

    void formulaInput(String key, String label, String formula) {
        inputSheet.value(inputRow, 0, label);
        inputSheet.formula(inputRow, 1, months.fill(formula, 0));
        inputSheet.style(inputRow, 1).format("#,##0.####").set();
        cells.put(key, "'" + inputs + "'!$B$" + (inputRow + 1));
        inputRow++;
    }

    int loans() {
        return flow.plan().loans().size();
    }

    /// Rates a service period, from the yearly ones.
    boolean senior(int i) {
        return flow.plan().loans().get(i).loan().rank() == FinanceTerms.Rank.SENIOR;
    }

    /// Months from the middle of the price year to the middle of the first month.
    double first() {
        return project.timeline().valuation() + 0.5 - (project.header().money().priceYear() * 12 + 6);
    }
}
