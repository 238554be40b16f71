package org.genryu.value.book;

import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// The flows of project and owners on half months, one under the other, for the workbook's own rate of return: what is
/// paid within a month lies in its middle or at its end, taxes and distributions at its end.
final class WorkbookReturns {
    private final String name;

    WorkbookReturns(WorkbookFrame book, Workbook workbook) {
        name = book.t("Flows", "収支列");
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.setVisibilityState(VisibilityState.HIDDEN);
        boolean middle = book.project.timeline().rates().mid();
        int months = book.flow.months();
        for (int m = 0; m < months; m++) {
            String within = book.months.cell("before-tax", m);
            String end = "-" + book.months.cell("tax-net", m);
            String paid = "-" + book.months.cell("equity-in", m);
            String got = book.months.cell("distributed", m);
            sheet.formula(2 * m, 0, middle ? within : "0");
            sheet.formula(2 * m + 1, 0, middle ? end : within + end);
            sheet.formula(2 * m, 1, middle ? paid : "0");
            sheet.formula(2 * m + 1, 1, middle ? got : got + paid);
        }
        rows = 2 * months;
    }

    private final int rows;

    String project() {
        return irr("A");
    }

    String owners() {
        return irr("B");
    }

    private String irr(String column) {
        return "POWER(1+IRR('%1$s'!$%2$s$1:$%2$s$%3$s,0.004),24)-1".formatted(name, column, rows);
    }
}
