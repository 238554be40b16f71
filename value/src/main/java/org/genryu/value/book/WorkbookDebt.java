package org.genryu.value.book;

import java.util.List;
import java.util.function.IntFunction;
import org.genryu.value.cash.CashFlow;

/// The sheet `Debt`: balances, waterfall and ratios by service period. What is collected after a default
/// stands there as numbers of the engine; everything else is formulas.
final class WorkbookDebt {
    private final WorkbookFrame book;
    private final CashFlow flow;
    private final WorkbookSheet months;
    private final WorkbookSheet debt;
    /// Service period of the default, counted from 0; beyond the last if there is none.
    private final int fallen;

    WorkbookDebt(WorkbookFrame book) {
        this.book = book;
        this.flow = book.flow;
        this.months = book.months;
        this.debt = book.debt;
        this.fallen = flow.defaulted().map(p -> p.number() - 1).orElse(Integer.MAX_VALUE);
    }

    /// A formula while the debt is in service; nil after a default, when claims take the place of services.
    private void served(String key, String label, String unit, String formula) {
        debt.formulas(key, label, unit, k -> k <= fallen ? formula : "0");
    }

    /// Rates a service period, from the yearly ones.
    void declareDebtCells() {
        for (int i = 0; i < book.loans(); i++) {
            book.formulaInput(
                    "periodic-" + i,
                    book.t("rate a service period: ", "期間金利：") + book.loan(i),
                    "POWER(1+[rate-" + i + "],[step]/12)-1");
        }
    }

    void debtOpening() {
        debt.heading(book.t("Balances", "残高"));
        for (int i = 0; i < book.loans(); i++) {
            String id = " " + book.loan(i);
            int loan = i;
            debt.formulas(
                    "opening-" + i,
                    book.t("opening balance", "期首残高") + id,
                    book.currency(),
                    k -> k == 0 ? start(loan) : "{opening-%1$s<}-{principal-%1$s<}-{swept-%1$s<}".formatted(loan));
            debt.formula(
                    "interest-" + i,
                    book.t("interest", "利息") + id,
                    book.currency(),
                    "{opening-%1$s}*[periodic-%1$s]".formatted(i));
            debt.formula(
                    "principal-" + i,
                    book.t("principal", "元本") + id,
                    book.currency(),
                    "MIN({schedule-%1$s},{opening-%1$s})".formatted(i));
        }
        debt.formula(
                "interest",
                book.t("interest of all loans", "利息合計"),
                book.currency(),
                WorkbookFrame.sum(book.loans(), "{interest-%s}"));
        served(
                "fees",
                book.t("fees of covers", "保証料・保険料"),
                book.currency(),
                WorkbookFrame.sum(book.loans(), "[fee-%1$s]*{opening-%1$s}*[step]/12"));
    }

    /// The balance at completion, from the sheet `Building` if anything is built.
    private String start(int loan) {
        int steps = flow.plan().construction().need().length;
        return steps > 0 ? book.building.cell("balance-" + loan, steps - 1) : "[loan-" + loan + "]";
    }

    private String sumOf(boolean senior, String term) {
        StringBuilder out = new StringBuilder("0");
        for (int i = 0; i < book.loans(); i++) {
            if (book.senior(i) == senior) {
                out.append('+').append(term.formatted(i));
            }
        }
        return out.toString();
    }

    void waterfall() {
        debt.heading(book.t("Waterfall", "支払順位"));
        debt.formulas(
                "cfads",
                book.t("CFADS", "返済原資（CFADS）"),
                book.currency(),
                k -> "SUM("
                        + months.range(
                                "cfads",
                                flow.periods().get(k).first(),
                                flow.periods().get(k).until()) + ")");
        for (int i = 0; i < book.loans(); i++) {
            served(
                    "owed-" + i,
                    book.t("owed with arrears ", "延滞を含む支払予定 ") + book.loan(i),
                    book.currency(),
                    "{arrears-%1$s<}*(1+[periodic-%1$s])+{interest-%1$s}+{principal-%1$s}".formatted(i));
        }
        debt.formula("kept", book.t("retained before", "前期留保"), book.currency(), "{retained<}");
        debt.formula("owes", book.t("owed at the start", "期首の債務"), book.currency(), owes());
        debt.formulas(
                "sponsor-before",
                book.t("sponsor support left", "出資者支援の残り"),
                book.currency(),
                k -> k == 0
                        ? "[sponsor]"
                        : "{sponsor-before<}-{sponsor-paid<}-IF({owes<}>0.000000001*(1+[debt]),{injected<},0)");
        served(
                "injected",
                book.t("injected by owners", "出資者の補填"),
                book.currency(),
                "IF({owes}>0.000000001*(1+[debt]),MIN({sponsor-before},MAX(0,-({kept}+{cfads}))),MAX(0,-({kept}+{cfads})))");
        served("cash", book.t("cash", "資金"), book.currency(), "MAX(0,{kept}+{cfads})");
        served("senior-owed", book.t("senior owed", "優先債務の支払予定"), book.currency(), sumOf(true, "{owed-%s}"));
        served(
                "senior-own",
                book.t("senior paid from cash", "優先債務（資金から）"),
                book.currency(),
                "MIN({senior-owed},MAX(0,{cash}))");
        debt.formulas(
                "reserve-before",
                book.t("reserve before", "準備金（前）"),
                book.currency(),
                k -> k == 0 ? "[reserve]" : "{reserve-after<}");
        number("recourse", book.t("recourse to sponsors", "出資者への求償"), this::recourse);
        number(
                "idle",
                book.t("loss that nobody pays (plant idle)", "誰も負担しない損失（操業停止）"),
                k -> accounts(k).collection().idle());
        number(
                "buyer",
                book.t("cash to the buyer", "買収者への資金"),
                k -> accounts(k).collection().buyer());
        number(
                "cost",
                book.t("cost of recovery", "回収費用"),
                k -> accounts(k).collection().cost());
        for (int i = 0; i < book.loans(); i++) {
            int loan = i;
            number(
                    "recovered-" + i,
                    book.t("recovered on the claim ", "債権の回収 ") + book.loan(i),
                    k -> flow.periods().get(k).loans().get(loan).collected().recovered());
        }
        served(
                "reserve-drawn",
                book.t("drawn from reserve", "準備金の取崩し"),
                book.currency(),
                "MIN({reserve-before},{senior-owed}-{senior-own})");
        served(
                "sponsor-paid",
                book.t("sponsor support", "出資者支援"),
                book.currency(),
                "MIN({sponsor-before}-IF({owes}>0.000000001*(1+[debt]),{injected},0),{senior-owed}-{senior-own}-{reserve-drawn})");
        served(
                "senior-share",
                book.t("share of the senior that is paid", "優先債務の支払割合"),
                "1",
                "IF({senior-owed}>0,({senior-own}+{reserve-drawn}+{sponsor-paid})/{senior-owed},0)");
        served("target", book.t("reserve wanted", "準備金の目標"), book.currency(), target());
        served(
                "topped-up",
                book.t("reserve topped up", "準備金の積立"),
                book.currency(),
                "MIN({cash}-{senior-own},MAX(0,{target}-({reserve-before}-{reserve-drawn})))");
        served(
                "released",
                book.t("reserve released", "準備金の解放"),
                book.currency(),
                "MAX(0,{reserve-before}-{reserve-drawn}-{target})");
        debt.formula(
                "reserve-after",
                book.t("reserve after", "準備金（後）"),
                book.currency(),
                "{reserve-before}-{reserve-drawn}+{topped-up}-{released}-{reserve-called}");
        number("reserve-called", book.t("reserve taken at default", "不履行時の準備金充当"), this::called);
        served(
                "cash-junior",
                book.t("cash for junior loans", "劣後債務への資金"),
                book.currency(),
                "{cash}-{senior-own}-{topped-up}+{released}");
        served("junior-owed", book.t("junior owed", "劣後債務の支払予定"), book.currency(), sumOf(false, "{owed-%s}"));
        served(
                "junior-own",
                book.t("junior paid", "劣後債務の支払い"),
                book.currency(),
                "MIN({junior-owed},MAX(0,{cash-junior}))");
        served(
                "junior-share",
                book.t("share of the junior that is paid", "劣後債務の支払割合"),
                "1",
                "IF({junior-owed}>0,{junior-own}/{junior-owed},0)");
        for (int i = 0; i < book.loans(); i++) {
            served(
                    "arrears-" + i,
                    book.t("arrears ", "延滞 ") + book.loan(i),
                    book.currency(),
                    "{owed-%s}*(1-{%s-share})".formatted(i, book.senior(i) ? "senior" : "junior"));
        }
        distribution();
    }

    private String target() {
        StringBuilder out = new StringBuilder("[dsra]/[step]*(0");
        for (int i = 0; i < book.loans(); i++) {
            if (book.senior(i)) {
                out.append(
                        "+IF({k}<[ends-%1$s],({opening-%1$s}-MAX(0,{principal-%1$s}))*[periodic-%1$s]+MIN({schedule-%1$s>},MAX(0,{opening-%1$s}-MAX(0,{principal-%1$s}))),0)"
                                .formatted(i));
            }
        }
        return out + ")";
    }

    /// What is owed before a period, arrears included.
    private String owes() {
        StringBuilder out = new StringBuilder("0");
        for (int i = 0; i < book.loans(); i++) {
            out.append("+{opening-%1$s}+{arrears-%1$s<}".formatted(i));
        }
        return out.toString();
    }

    private void number(String key, String label, IntFunction<Double> value) {
        debt.values(key, label, book.currency(), value);
    }

    private CashFlow.Accounts accounts(int k) {
        return flow.periods().get(k).accounts();
    }

    private double recourse(int k) {
        return k == fallen ? accounts(k).sponsor() - served(k) : 0;
    }

    /// Sponsor support for debt service in the period of the default, before the recourse.
    private double served(int k) {
        return Math.max(
                0,
                accounts(k).sponsor()
                        - flow.project().finance().terms().remedies().recourse().central());
    }

    private double called(int k) {
        double recovered = flow.periods().get(k).loans().stream()
                .mapToDouble(l -> l.collected().recovered())
                .sum();
        return k == fallen ? Math.max(0, recovered - recourse(k)) : 0;
    }

    private void distribution() {
        served("cash-owners", book.t("cash for owners", "出資者への資金"), book.currency(), "{cash-junior}-{junior-own}");
        debt.formula(
                "senior-due",
                book.t("senior service due", "優先元利"),
                book.currency(),
                sumOf(true, "{interest-%1$s}+MAX(0,{principal-%1$s})"));
        debt.formula(
                "locked",
                book.t("locked up", "配当停止"),
                "0/1",
                "IF(AND({senior-due}>0,OR({senior-share}<1,{cfads}<[lock-up]*{senior-due})),1,0)");
        debt.formula(
                "senior-left",
                book.t("senior left to repay", "優先債務の残り"),
                book.currency(),
                sumOf(true, "MAX(0,{opening-%1$s}-{principal-%1$s})"));
        debt.formulas(
                "sweep-share",
                book.t("share swept", "繰上返済割合"),
                "1",
                k -> k >= fallen
                        ? "0"
                        : "IF(AND({locked}=0,{senior-left}>0),MIN(1,{cash-owners}*[sweep]/{senior-left}),0)");
        for (int i = 0; i < book.loans(); i++) {
            debt.formula(
                    "swept-" + i,
                    book.t("swept ", "繰上返済 ") + book.loan(i),
                    book.currency(),
                    book.senior(i) ? "{sweep-share}*MAX(0,{opening-%1$s}-{principal-%1$s})".formatted(i) : "0");
        }
        debt.formulas(
                "retained",
                book.t("retained", "留保"),
                book.currency(),
                k -> k >= fallen ? Double.toString(accounts(k).retained()) : "IF({locked}=1,{cash-owners},0)");
        debt.formulas(
                "distributed",
                book.t("distributed", "配当"),
                book.currency(),
                k -> k >= fallen
                        ? Double.toString(accounts(k).distributed())
                        : "IF({locked}=1,0,{cash-owners}-(" + WorkbookFrame.sum(book.loans(), "{swept-%s}") + "))");
        debt.formula(
                "conserved",
                book.t("sources less uses (must be 0)", "源泉と使途の差（0であること）"),
                book.currency(),
                "{kept}+{cfads}+{injected}+{idle}+{reserve-drawn}+{released}+{reserve-called}+{sponsor-paid}+{recourse}-("
                        + WorkbookFrame.sum(book.loans(), "{owed-%1$s}-{arrears-%1$s}+{swept-%1$s}+{recovered-%1$s}")
                        + ")-{topped-up}-{retained}-{distributed}-{buyer}-{cost}");
    }

    /// LLCR: what is still to come until the last senior debt, at the mean senior rate, over the senior balance.
    private void lifeCover() {
        StringBuilder rates = new StringBuilder("0");
        for (int i = 0; i < book.loans(); i++) {
            rates.append(book.senior(i) ? "+[loan-%1$s]*[periodic-%1$s]".formatted(i) : "");
        }
        String all = sumOf(true, "[loan-%s]");
        book.formulaInput(
                "senior-rate",
                book.t("mean senior rate a service period", "優先債務の平均期間金利"),
                "IF(" + all + ">0,(" + rates + ")/(" + all + "),0)");
        debt.formula(
                "senior-open", book.t("senior balance", "優先債務の期首残高"), book.currency(), sumOf(true, "{opening-%s}"));
        String owed = "{senior-open}>0.000000001*(" + all + ")";
        debt.formula(
                "indebted", book.t("senior debt to come", "優先債務が残る期"), "0/1", "IF(OR(" + owed + ",{indebted>}=1),1,0)");
        debt.formula(
                "worth",
                book.t("value of the cash to come", "将来の返済原資の現在価値"),
                book.currency(),
                "({worth>}+{indebted}*{cfads})/(1+[senior-rate])");
        debt.formula("llcr", "LLCR", "1", "IF(" + owed + ",{worth}/{senior-open},\"\")");
    }

    void ratios() {
        debt.heading(book.t("Ratios", "比率"));
        debt.formula(
                "dscr",
                "DSCR",
                "1",
                "IF({senior-due}>0.000000001*[loan-0-or-1],{cfads}/{senior-due},\"\")"
                        .replace("[loan-0-or-1]", book.loans() > 0 ? "[loan-0]" : "1"));
        debt.formula("icr", "ICR", "1", "IF({interest}>0,{cfads}/{interest},\"\")");
        lifeCover();
        debt.total(List.of("cfads", "interest", "distributed", "conserved"));
    }
}
