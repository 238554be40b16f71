package org.genryu.value.book;

import java.util.HashMap;
import java.util.Map;
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

    final CashFlow flow;
    final Project project;
    final WorkbookSheet months;
    final WorkbookSheet debt;
    final WorkbookSheet building;
    private final Lang lang;
    private final Map<String, String> cells = new HashMap<>();
    private final Worksheet inputSheet;
    private int inputRow = 1;

    WorkbookFrame(CashFlow flow, Lang lang, Workbook workbook) {
        this.flow = flow;
        this.project = flow.project();
        this.lang = lang;
        this.inputSheet = workbook.newWorksheet("Inputs");
        int steps = flow.plan().construction().need().length;
        this.building = sheet(workbook, "Building", steps);
        this.months = sheet(workbook, "Months", flow.months());
        this.debt = sheet(workbook, "Debt", flow.periods().size());
        headInputs();
    }

    private WorkbookSheet sheet(Workbook workbook, String name, int columns) {
        return new WorkbookSheet(name, titled(workbook.newWorksheet(name)), columns, cells);
    }

    private void headInputs() {
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
        return sheet;
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
        inputSheet.style(inputRow, 1).fontColor(WorkbookSheet.BLUE).set();
        inputSheet.value(inputRow, 2, unit);
        cells.put(key, "Inputs!$B$" + (inputRow + 1));
        inputRow++;
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
        cells.put(key, "Inputs!$B$" + (inputRow + 1));
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
