package org.genryu.value.cash;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.genryu.core.Text;

/// The cash flow of a project by calendar year: every line that comes in or goes out, with its sign, and what is left.
///
/// CFADS, service and distributions count in the year in which their service period ends.
///
/// @param first calendar year
/// @param lines [currency] by year, money that comes in above 0
/// @param cfads [currency]
/// @param service [currency] interest and principal due, above 0
public record CalendarYears(int first, Map<Text, double[]> lines, double[] cfads, double[] service) {

    public static CalendarYears of(CashFlow flow) {
        return new Adding(flow).years();
    }

    public int count() {
        return cfads.length;
    }

    public String label(int year) {
        return Integer.toString(first + year);
    }

    private static final class Adding {
        private final CashFlow flow;
        private final int valuation;
        private final int first;
        private final int count;
        private final Map<Text, double[]> lines = new LinkedHashMap<>();

        Adding(CashFlow flow) {
            this.flow = flow;
            this.valuation = flow.project().timeline().valuation();
            this.first = Math.floorDiv(valuation, 12);
            this.count = Math.floorDiv(valuation + flow.months() - 1, 12) - first + 1;
        }

        CalendarYears years() {
            Operations operations = flow.before().operations();
            Operations.Spending spending = operations.spending();
            line("sales", "売上", operations.totalSales(), 1);
            for (SupportCash support : flow.before().supports()) {
                Text name = flow.project().names().support(support.support().name());
                line(name.en(), name.ja(), support.byMonth(), 1);
            }
            line("royalty", "ロイヤルティ", spending.royalty(), -1);
            line("fixed costs", "固定費", spending.fixed(), -1);
            line("variable costs", "変動費", spending.variable(), -1);
            line("disposal of by-products", "副産物の処分", spending.disposal(), -1);
            line("environment", "環境対策", spending.burden(), -1);
            line("capital cost", "建設費", spending.capex(), -1);
            line("sustaining capital", "維持投資", spending.sustaining(), -1);
            line("closing", "閉鎖費", spending.closing(), -1);
            line("working capital", "運転資金", spending.workingCapital(), -1);
            line("income tax", "法人税", flow.byMonth().tax(), -1);
            line("tax credit", "税額控除", flow.byMonth().taxCredit(), 1);
            line("resource rent tax", "資源レント税", flow.byMonth().rentTax(), -1);
            line("fees of cover", "保証料・保険料", flow.byMonth().fees(), -1);
            line("interest in construction", "建設中の利息", flow.byMonth().carry(), -1);
            line("loans drawn", "借入実行", flow.byMonth().draws(), 1);
            line("equity paid in", "出資", flow.byMonth().equityIn(), 1);
            line("distributed to owners", "配当", flow.byMonth().distributed(), -1);
            return new CalendarYears(
                    first, lines, byPeriod(CashFlow.Period::cfads), byPeriod(period -> period.due(false)));
        }

        /// Adds the months of each year; a line that is zero all the time is left out.
        private void line(String en, String ja, double[] months, int sign) {
            double[] sums = new double[count];
            for (int m = 0; m < months.length; m++) {
                sums[year(m)] += sign * months[m];
            }
            if (Arrays.stream(sums).anyMatch(sum -> sum != 0)) {
                lines.put(new Text(en, ja), sums);
            }
        }

        private double[] byPeriod(ToDoubleFunction<CashFlow.Period> amount) {
            double[] sums = new double[count];
            for (CashFlow.Period period : flow.periods()) {
                sums[year(Math.min(period.until(), flow.months()) - 1)] += amount.applyAsDouble(period);
            }
            return sums;
        }

        private int year(int month) {
            return Math.min(Math.floorDiv(valuation + month, 12) - first, count - 1);
        }
    }
}
