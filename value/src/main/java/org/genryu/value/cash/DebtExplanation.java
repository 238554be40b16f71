package org.genryu.value.cash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Explanation;
import org.genryu.core.Text;
import org.genryu.value.cash.CashFlow.LoanPeriod;
import org.genryu.value.cash.CashFlow.Period;
import org.genryu.value.project.FinanceTerms.Loan;
import org.genryu.value.project.FinanceTerms.Size;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;

/// How are total cost, debt, a DSCR and the owners' NPV made? Each number with its equation and the numbers below it,
/// down to the inputs of the sheet.
final class DebtExplanation {
    private final CashFlow flow;
    private final Project project;
    private final String currency;

    private DebtExplanation(CashFlow flow) {
        this.flow = flow;
        this.project = flow.project();
        this.currency = project.header().money().currency();
    }

    /// Total cost, each loan, the least DSCR if there is one, the owners' NPV.
    static List<Explanation> all(CashFlow flow) {
        DebtExplanation story = new DebtExplanation(flow);
        List<Explanation> out = new ArrayList<>();
        out.add(story.cost());
        for (int i = 0; i < flow.plan().loans().size(); i++) {
            out.add(story.loan(i));
        }
        story.leastDscr().ifPresent(out::add);
        out.add(story.owners());
        return out;
    }

    private Explanation number(Text label, double value, String unit, Text how, List<Explanation> parts) {
        return new Explanation(label, value, unit, how, parts);
    }

    private static double sum(double[][] of) {
        return Arrays.stream(of).flatMapToDouble(Arrays::stream).sum();
    }

    private Explanation cost() {
        Construction c = flow.plan().construction();
        double interest = sum(c.interest());
        double fees = sum(c.fees());
        double reserve = flow.plan().reserve();
        double capital = c.cost() - interest - fees - reserve;
        List<Explanation> items = new ArrayList<>();
        project.plant().capital().items().forEach(i -> items.add(i.amount().explain()));
        List<Explanation> rates =
                flow.plan().loans().stream().map(p -> p.loan().rate().explain()).toList();
        return number(
                new Text("Total cost", "総費用"),
                c.cost(),
                currency,
                new Text(
                        "capital cost less grants + interest and fees in construction + reserve",
                        "建設費（補助金控除後）＋建中利息・手数料＋準備金"),
                List.of(
                        number(
                                new Text("Capital cost less grants", "建設費（補助金控除後）"),
                                capital,
                                currency,
                                new Text("Σ items · overrun · index - grants", "項目合計・超過倍率・物価 − 補助金"),
                                items),
                        number(
                                new Text("Interest in construction", "建中利息"),
                                interest,
                                currency,
                                new Text("by the rule of the sheet, step by step", "シートの計算規則による"),
                                rates),
                        number(
                                new Text("Fees in construction", "建中手数料"),
                                fees,
                                currency,
                                new Text("upfront · amount + commitment · undrawn", "契約時手数料・借入額＋未実行枠手数料"),
                                flow.plan().loans().stream()
                                        .map(p -> p.loan().upfrontFee().explain())
                                        .toList()),
                        number(
                                new Text("Reserve at completion", "完成時の準備金"),
                                reserve,
                                currency,
                                new Text("months · first senior service", "月数・最初の優先元利"),
                                List.of(project.finance().terms().dsra().explain()))));
    }

    private Explanation loan(int i) {
        DebtPlan.Planned planned = flow.plan().loans().get(i);
        Loan loan = planned.loan();
        List<Explanation> inputs = new ArrayList<>();
        Text how = switch (loan.size()) {
            case Size.Fixed(SheetFigure amount) -> {
                inputs.add(amount.explain());
                yield new Text("as the sheet says", "シートの指定額");
            }
            case Size.Share(SheetFigure share) -> {
                inputs.add(share.explain());
                yield new Text("share · total cost", "割合・総費用");
            }
            case Size.Carried _ -> {
                inputs.add(loan.dscr().explain());
                inputs.add(project.finance().terms().gearing().explain());
                yield new Text(
                        "the largest whose service stays within CFADS / DSCR, at most gearing · total cost",
                        "元利がCFADS÷DSCRに収まる最大額（上限は借入比率・総費用）");
            }
        };
        inputs.add(loan.rate().explain());
        return number(
                new Text(
                        "Loan '" + project.names().loan(loan.id()).en() + "', drawn",
                        "借入「" + project.names().loan(loan.id()).ja() + "」の実行額"),
                planned.drawn(),
                currency,
                how,
                inputs);
    }

    private Optional<Explanation> leastDscr() {
        return flow.periods().stream()
                .filter(p -> p.due(true) > CashFlow.DUST * (1 + flow.plan().debt()))
                .min(Comparator.comparingDouble(p -> p.cfads() / p.due(true)))
                .map(this::dscr);
    }

    private Explanation dscr(Period period) {
        List<Explanation> due = new ArrayList<>();
        for (LoanPeriod l : period.loans()) {
            if (l.senior()) {
                due.add(service(l));
            }
        }
        return number(
                new Text("Least DSCR (service period " + period.number() + ")", "最小DSCR（第" + period.number() + "返済期）"),
                period.cfads() / period.due(true),
                "1",
                new Text("CFADS / senior service", "CFADS÷優先元利"),
                List.of(
                        cfads(period),
                        number(
                                new Text("Senior service", "優先元利"),
                                period.due(true),
                                currency,
                                new Text("Σ interest + principal", "利息＋元本の合計"),
                                due)));
    }

    private Explanation service(LoanPeriod l) {
        Loan loan = project.finance().loan(l.loan()).orElseThrow();
        return number(
                new Text(
                        "Service of '" + project.names().loan(l.loan()).en() + "'",
                        "「" + project.names().loan(l.loan()).ja() + "」の元利"),
                l.interest() + l.principal(),
                currency,
                new Text("opening balance · periodic rate + principal", "期首残高・期間金利＋元本"),
                List.of(
                        Explanation.leaf(new Text("opening balance", "期首残高"), l.opening(), currency),
                        Explanation.leaf(new Text("interest", "利息"), l.interest(), currency),
                        Explanation.leaf(new Text("principal", "元本"), l.principal(), currency),
                        loan.rate().explain()));
    }

    private Explanation cfads(Period p) {
        Operations.Spending s = flow.before().operations().spending();
        double taxes = within(flow.byMonth().tax(), p)
                - within(flow.byMonth().taxCredit(), p)
                + within(flow.byMonth().rentTax(), p);
        double sales = within(flow.before().operations().totalSales(), p);
        double earned = within(flow.before().earned(), p);
        return number(
                new Text("CFADS", "返済原資（CFADS）"),
                p.cfads(),
                currency,
                new Text("Σ of its lines", "各行の合計"),
                List.of(
                        Explanation.leaf(new Text("sales", "売上"), sales, currency),
                        Explanation.leaf(
                                new Text("support income less royalty and costs", "支援収入からロイヤルティと費用を引いたもの"),
                                earned - sales,
                                currency),
                        Explanation.leaf(new Text("working capital", "運転資金"), -within(s.workingCapital(), p), currency),
                        Explanation.leaf(
                                new Text("fees of covers", "保証料・保険料"),
                                -within(flow.byMonth().fees(), p),
                                currency),
                        Explanation.leaf(new Text("taxes", "税"), -taxes, currency)));
    }

    private static double within(double[] line, Period p) {
        return Taxes.sum(line, p.first(), p.until());
    }

    private Explanation owners() {
        double discount = project.timeline().rates().discount().central();
        double got = ProjectMetrics.present(flow, flow.byMonth().distributed(), true, discount);
        double paid = ProjectMetrics.present(flow, flow.byMonth().equityIn(), false, discount);
        return number(
                new Text("NPV after finance", "資金調達後の正味現在価値"),
                got - paid,
                currency,
                new Text("PV of distributions - PV of what owners pay in", "配当の現在価値 − 払込の現在価値"),
                List.of(
                        Explanation.leaf(new Text("distributions", "配当"), got, currency),
                        Explanation.leaf(new Text("paid in", "払込"), -paid, currency),
                        project.timeline().rates().discount().explain()));
    }
}
