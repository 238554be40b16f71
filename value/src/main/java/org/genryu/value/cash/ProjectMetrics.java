package org.genryu.value.cash;

import java.util.ArrayList;
import java.util.List;
import org.genryu.core.Explanation;
import org.genryu.core.Text;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;

/// What one future is worth, before and after finance, and the numbers that people ask for.
///
/// NPV before finance = Σ (before tax)_m δ(m) - Σ (tax - credit + rent tax)_m δ(end of m), with the tax that is really
/// paid (so the tax shield of interest is in it); after finance: what owners get less what they pay in.
/// δ(t) = (1 + discount)^-t, t at the middle or the end of the month as the sheet says, tax and services at the end.
/// unit cost = PV(all costs and taxes less sales of other products) / PV(output of the first product), in price-year
/// money; break-even price = mean price · the factor on the first product's price at which NPV before finance is 0;
/// AETR = PV(royalty + taxes) / PV(cash before royalty and taxes)
///
/// Real: NPV in price-year money; real IRR = (1 + IRR)/(1 + inflation) - 1.
///
/// @param npv [currency] before finance, nominal money of the valuation date
/// @param npvReal [currency] before finance, price-year money
/// @param npvEquity [currency] after finance
/// @param peakNeed [currency] most that is sunk at any time, undiscounted
public record ProjectMetrics(
        double npv,
        double npvReal,
        double npvEquity,
        double npvEquityReal,
        Metric irr,
        Metric irrReal,
        Metric irrEquity,
        Metric irrEquityReal,
        Metric payback,
        Metric paybackDiscounted,
        Metric unitCost,
        Metric breakEven,
        Metric aetr,
        double peakNeed) {

    static ProjectMetrics of(CashFlow flow) {
        Project project = flow.project();
        double discount = project.timeline().rates().discount().central();
        double inflation = project.timeline().rates().inflation().central();
        TimedCash before = project(flow);
        TimedCash equity = equity(flow);
        double level = priceLevel(project);
        double npv = before.npv(discount);
        double npvEquity = equity.npv(discount);
        Metric irr = before.irr();
        Metric irrEquity = equity.irr();
        return new ProjectMetrics(
                npv,
                npv / level,
                npvEquity,
                npvEquity / level,
                irr,
                real(irr, inflation),
                irrEquity,
                real(irrEquity, inflation),
                before.payback(0),
                before.payback(discount),
                unitCost(flow, discount),
                breakEven(flow, discount),
                aetr(flow, discount),
                peak(before));
    }

    /// Money of the valuation date per unit of price-year money.
    static double priceLevel(Project project) {
        double years =
                (project.timeline().valuation() - (project.header().money().priceYear() * 12 + 6)) / 12.0;
        return Math.pow(1 + project.timeline().rates().inflation().central(), years);
    }

    static Metric real(Metric nominal, double inflation) {
        return switch (nominal) {
            case Metric.Value(double v) -> new Metric.Value((1 + v) / (1 + inflation) - 1);
            case Metric.None none -> none;
            case Metric.Several(List<Double> values, Text reason) ->
                new Metric.Several(
                        values.stream().map(v -> (1 + v) / (1 + inflation) - 1).toList(), reason);
        };
    }

    static double time(Project project, int m) {
        return (m + (project.timeline().rates().mid() ? 0.5 : 1)) / 12;
    }

    /// Before finance: operating cash in its month, tax at the month's end.
    public static TimedCash project(CashFlow flow) {
        int n = flow.months();
        double[] amounts = new double[2 * n];
        double[] times = new double[2 * n];
        for (int m = 0; m < n; m++) {
            amounts[2 * m] = flow.before().beforeTax()[m];
            times[2 * m] = time(flow.project(), m);
            amounts[2 * m + 1] = -flow.byMonth().tax()[m]
                    + flow.byMonth().taxCredit()[m]
                    - flow.byMonth().rentTax()[m];
            times[2 * m + 1] = (m + 1) / 12.0;
        }
        return new TimedCash(amounts, times);
    }

    /// After finance: what owners pay in as the building goes on, what they get at the end of a service period.
    public static TimedCash equity(CashFlow flow) {
        int n = flow.months();
        double[] amounts = new double[2 * n];
        double[] times = new double[2 * n];
        for (int m = 0; m < n; m++) {
            amounts[2 * m] = -flow.byMonth().equityIn()[m];
            times[2 * m] = time(flow.project(), m);
            amounts[2 * m + 1] = flow.byMonth().distributed()[m];
            times[2 * m + 1] = (m + 1) / 12.0;
        }
        return new TimedCash(amounts, times);
    }

    private static double peak(TimedCash flow) {
        double sum = 0;
        double least = 0;
        for (double amount : flow.amounts()) {
            sum += amount;
            least = Math.min(least, sum);
        }
        return -least;
    }

    /// Present value of a line by month.
    public static double present(CashFlow flow, double[] line, boolean atEnd, double discount) {
        double sum = 0;
        for (int m = 0; m < line.length; m++) {
            double t = atEnd ? (m + 1) / 12.0 : time(flow.project(), m);
            sum += line[m] * Math.pow(1 + discount, -t);
        }
        return sum;
    }

    private static Metric unitCost(CashFlow flow, double discount) {
        Operations ops = flow.before().operations();
        double[] output = ops.output()[0].clone();
        for (int m = 0; m < output.length; m++) {
            output[m] *= ops.index()[m];
        }
        double made = present(flow, output, false, discount);
        if (made <= 0) {
            return Metric.none("nothing is made", "産出がありません");
        }
        double sales = present(flow, ops.sales()[0], false, discount);
        return new Metric.Value((sales - project(flow).npv(discount)) / made);
    }

    private static final int BISECTIONS = 80;

    private static Metric breakEven(CashFlow flow, double discount) {
        Project project = flow.project();
        PlantTerms.Product main = project.plant().products().getFirst();
        if (!(main.sale() instanceof PlantTerms.Sale.AtPrice(String name, var _))) {
            return Metric.none("the first product is not sold", "最初の製品が販売品ではありません");
        }
        int index = new ArrayList<>(project.market().prices().keySet()).indexOf(name);
        double low = 0;
        double high = 1;
        while (npv(flow, index, high, discount) < 0 && high < 1e6) {
            low = high;
            high *= 2;
        }
        if (high >= 1e6) {
            return Metric.none("no price makes it pay", "どの価格でも採算が取れません");
        }
        for (int i = 0; i < BISECTIONS && high - low > 1e-14 * high; i++) {
            double middle = (low + high) / 2;
            if (npv(flow, index, middle, discount) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low == 0 && npv(flow, index, 0, discount) >= 0
                ? Metric.none("it pays even at a price of 0", "価格がゼロでも採算が取れます")
                : new Metric.Value(high * meanPrice(flow, index, discount));
    }

    private static double npv(CashFlow flow, int price, double factor, double discount) {
        Realization draw = flow.draw().times(price, factor);
        return project(CashFlow.of(flow.project(), flow.plan(), draw)).npv(discount);
    }

    /// Mean of the price, weighted by discounted output, in the price's own terms.
    private static double meanPrice(CashFlow flow, int price, double discount) {
        double[] made = flow.before().operations().output()[0];
        double[] value = new double[made.length];
        for (int m = 0; m < made.length; m++) {
            value[m] = made[m] * flow.draw().prices()[price][m];
        }
        double volume = present(flow, made, false, discount);
        return volume > 0 ? present(flow, value, false, discount) / volume : 0;
    }

    private static Metric aetr(CashFlow flow, double discount) {
        double royalty = present(flow, flow.before().operations().spending().royalty(), false, discount);
        double cash = present(flow, flow.before().beforeTax(), false, discount) + royalty;
        double taxes = royalty
                + present(flow, flow.byMonth().tax(), true, discount)
                - present(flow, flow.byMonth().taxCredit(), true, discount)
                + present(flow, flow.byMonth().rentTax(), true, discount);
        return cash > 0
                ? new Metric.Value(taxes / cash)
                : Metric.none("the project earns nothing before tax", "税引前の価値が負です");
    }

    /// The stories of total cost, each loan, the least DSCR and the owners' NPV.
    public static List<Explanation> explainDebt(CashFlow flow) {
        return DebtExplanation.all(flow);
    }

    /// The story of the NPV before finance: present value of each line, down to the inputs of the sheet.
    public static Explanation explain(CashFlow flow) {
        return NpvExplanation.npv(flow);
    }
}
