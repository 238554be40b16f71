package org.genryu.value.cash;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.value.project.Figure;
import org.genryu.value.project.Finance;
import org.genryu.value.project.Plant;
import org.genryu.value.project.Project;
import org.genryu.value.project.Project.Losses;
import org.genryu.value.project.Support;

/// The cash flow of one future as a workbook with live formulas, so that a bank can check it in its own tool.
///
/// Sheets: `Inputs` (every number of the term sheet that is used, with its line and source), `Months` (operations,
/// supports, tax; one formula a row), `Debt` (service periods: balances, waterfall, ratios), `Results` (values beside
/// those of the engine, with the difference). What the engine solved by iteration (amounts drawn, principal schedules)
/// stands there as numbers, and the checks show that nothing is left of the circularity.
///
/// Size: one method for each group of rows.
public final class CashBook {
    private static final double NEVER = 1e9;

    private final CashFlow flow;
    private final Project project;
    private final Operations ops;
    private final Lang lang;
    private final Map<String, String> cells = new HashMap<>();
    private final Worksheet inputSheet;
    private final BookSheet months;
    private final BookSheet debt;
    private int inputRow = 1;

    private CashBook(CashFlow flow, Lang lang, Workbook book) {
        this.flow = flow;
        this.project = flow.project();
        this.ops = flow.before().operations();
        this.lang = lang;
        Worksheet results = book.newWorksheet("Results");
        this.inputSheet = book.newWorksheet("Inputs");
        this.months = new BookSheet("Months", titled(book.newWorksheet("Months")), ops.months(), cells);
        this.debt = new BookSheet(
                "Debt", titled(book.newWorksheet("Debt")), flow.periods().size(), cells);
        inputs();
        declareDebtCells();
        time();
        products();
        spending();
        List<String> income = supports();
        before(income);
        debtOpening();
        taxes();
        waterfall();
        owners();
        ratios();
        months.write();
        debt.write();
        results(results);
    }

    /// Writes the workbook; its labels are in one language.
    public static void write(CashFlow flow, Lang lang, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Genryu", "1.0")) {
            new CashBook(flow, lang, book);
        }
    }

    private String t(String en, String ja) {
        return new Text(en, ja).in(lang);
    }

    private Worksheet titled(Worksheet sheet) {
        sheet.value(0, 0, t("line", "行"));
        sheet.value(0, 1, t("unit", "単位"));
        sheet.value(0, 2, t("total", "合計"));
        sheet.freezePane(BookSheet.FIRST, 1);
        sheet.width(0, 36);
        return sheet;
    }

    // ---------------------------------------------------------------- inputs

    private void inputs() {
        String[] heads = {
            t("input", "入力"), t("value", "値"), t("unit", "単位"), t("line", "行"), t("as written", "原文"), t("source", "出典")
        };
        for (int c = 0; c < heads.length; c++) {
            inputSheet.value(0, c, heads[c]);
            inputSheet.style(0, c).bold().set();
        }
        inputSheet.width(0, 48);
        Project.Rates rates = project.timeline().rates();
        input("discount", rates.discount());
        input("inflation", rates.inflation());
        number("mid", "rates.timing", rates.mid() ? 0.5 : 1, t("months after the start of the month", "月初からの月数"));
        number("first", "price_year", first(), t("months from the middle of the price year", "基準年央からの月数"));
        number("op-start", "schedule", ops.start(), "month");
        number("op-end", "schedule", ops.end(), "month");
        number("seized", "politics.seizure", Math.min(NEVER, flow.draw().seized()), "month");
        number(
                "capex",
                "capex.items",
                project.plant().capital().total(),
                project.header().money().currency());
        number("overrun", "capex.overrun", flow.draw().overrun(), "1");
        number("grade", "geology.grade_factor", flow.draw().grade(), "1");
        input("decline", project.plant().output().decline());
        number("ramp-months", "ramp_up", project.plant().output().rampUp().size(), "month");
        input("sustaining", project.plant().capital().sustaining());
        input("closing", project.plant().environment().closing());
        number(
                "closing-months",
                "environment.closing_time",
                project.plant().environment().closingMonths(),
                "month");
        input("idle", project.host().politics().idleCost());
        fiscalInputs();
        plantInputs();
        financeInputs();
    }

    private double first() {
        return project.timeline().valuation() + 0.5 - (project.header().money().priceYear() * 12 + 6);
    }

    private void fiscalInputs() {
        Project.Fiscal f = project.host().fiscal();
        input("royalty", f.royalty());
        input("tax", f.tax());
        input("write-years", f.writeYears());
        input("write-rate", f.writeRate());
        input("credit", f.taxCredit());
        input("rent-tax", f.rentTax());
        input("rent-uplift", f.rentUplift());
        input("working-days", f.workingDays());
        double whole = project.plant().capital().total();
        number(
                "land",
                "capex.items[land]",
                whole > 0 ? 1 - project.plant().capital().depreciable() / whole : 0,
                "1");
    }

    private void plantInputs() {
        List<Plant.Product> products = project.plant().products();
        for (int p = 0; p < products.size(); p++) {
            input("amount-" + p, products.get(p).amount());
            input("sold-" + p, products.get(p).sold());
            switch (products.get(p).sale()) {
                case Plant.Sale.AtPrice(String _, Figure payable) -> input("payable-" + p, payable);
                case Plant.Sale.Disposed(Figure cost) -> input("disposal-" + p, cost);
            }
        }
        List<Plant.Cost> costs = project.plant().costs();
        for (int c = 0; c < costs.size(); c++) {
            input("fixed-" + c, costs.get(c).fixed());
            input("variable-" + c, costs.get(c).variable());
        }
        List<Plant.Burden> burdens = project.plant().environment().burdens();
        for (int b = 0; b < burdens.size(); b++) {
            input("burden-" + b, burdens.get(b).perUnit());
            input("burden-cost-" + b, burdens.get(b).cost());
        }
    }

    private void financeInputs() {
        Finance.Terms terms = project.finance().terms();
        number("step", "finance.period", terms.serviceMonths(), "month");
        number("dsra", "finance.reserves.dsra", terms.dsra().central(), "month");
        number(
                "reserve",
                t("reserve at completion (solved)", "完成時の準備金（解）"),
                flow.plan().reserve(),
                currency());
        input("lock-up", terms.lockUp());
        input("sweep", terms.sweep());
        input("sponsor", terms.sponsorSupport());
        List<DebtPlan.Planned> loans = flow.plan().loans();
        for (int i = 0; i < loans.size(); i++) {
            DebtPlan.Planned p = loans.get(i);
            input("rate-" + i, p.loan().rate());
            number(
                    "loan-" + i,
                    t("balance at completion (solved): ", "完成時残高（解）：")
                            + p.loan().id(),
                    p.repayment().debt(),
                    currency());
            double fee = 0;
            for (Support support : project.finance().supports()) {
                fee += DebtPlan.covers(support, p.loan()) ? DebtPlan.feeRate(support) : 0;
            }
            number("fee-" + i, t("fees of covers on ", "保証料・保険料率：") + p.loan().id(), fee, "1/yr");
        }
    }

    private String currency() {
        return project.header().money().currency();
    }

    private void input(String key, Figure figure) {
        inputSheet.value(inputRow, 3, figure.origin().line());
        inputSheet.value(inputRow, 4, figure.origin().written());
        inputSheet.value(inputRow, 5, figure.origin().source().orElse(""));
        number(key, figure.origin().key(), figure.central(), figure.unit());
    }

    private void number(String key, String label, double value, String unit) {
        inputSheet.value(inputRow, 0, label);
        inputSheet.value(inputRow, 1, value);
        inputSheet.style(inputRow, 1).fontColor(BookSheet.BLUE).set();
        inputSheet.value(inputRow, 2, unit);
        cells.put(key, "Inputs!$B$" + (inputRow + 1));
        inputRow++;
    }

    // ---------------------------------------------------------------- months

    private void time() {
        months.heading(t("Time", "時間"));
        months.values("m", t("month from the valuation date", "評価時点からの月"), "", m -> (double) m);
        months.formula("y", t("year", "年"), "", "INT({m}/12)");
        months.formula("index", t("price level", "物価"), "1", "POWER(1+[inflation],([first]+{m})/12)");
        months.formula("op", t("operation", "操業"), "0/1", "IF(AND({m}>=[op-start],{m}<[op-end]),1,0)");
        months.formula("alive", t("not seized", "接収前"), "0/1", "IF({m}<[seized],1,0)");
        months.values(
                "running", t("not stopped", "停止なし"), "0/1", m -> flow.draw().stopped()[m] ? 0.0 : 1.0);
        List<Double> ramp = project.plant().output().rampUp();
        months.values("ramp", t("ramp-up", "立ち上がり"), "1", m -> {
            int k = m - ops.start();
            return k < 0 ? 0.0 : ramp.get(Math.min(k, ramp.size() - 1));
        });
        months.formula(
                "share",
                t("share of full output", "稼働率"),
                "1",
                "{op}*{ramp}*POWER(1-[decline],MAX(0,{m}-[op-start]-[ramp-months]+1)/12)");
        months.values(
                "yearly", t("factor of the year", "年係数"), "1", m -> flow.draw().yearly()[m / 12]);
        months.formula("factor", t("discount factor", "割引係数"), "1", "POWER(1+[discount],-({m}+[mid])/12)");
        months.formula(
                "factor-end", t("discount factor, end of month", "割引係数（月末）"), "1", "POWER(1+[discount],-({m}+1)/12)");
    }

    private void products() {
        months.heading(t("Output and sales", "産出と売上"));
        List<String> names = new ArrayList<>(project.market().prices().keySet());
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            months.values(
                    "path-" + i,
                    t("price ", "価格 ") + names.get(i),
                    currency(),
                    m -> flow.draw().prices()[index][m]);
            boolean real =
                    new ArrayList<>(project.market().prices().values()).get(i).real();
            months.formula(
                    "price-" + i,
                    t("nominal price ", "名目価格 ") + names.get(i),
                    currency(),
                    real ? "{path-" + i + "}*{index}" : "{path-" + i + "}");
        }
        StringBuilder sum = new StringBuilder("0");
        for (int p = 0; p < project.plant().products().size(); p++) {
            Plant.Product product = project.plant().products().get(p);
            months.formula(
                    "output-" + p,
                    t("output ", "産出 ") + product.id(),
                    product.unit(),
                    "[amount-%d]/12*[grade]*{share}*{yearly}*{running}*{alive}".formatted(p));
            if (product.sale() instanceof Plant.Sale.AtPrice(String name, Figure _)) {
                months.formula(
                        "sales-" + p,
                        t("sales ", "売上 ") + product.id(),
                        currency(),
                        "{output-%d}*{price-%d}*[sold-%d]*[payable-%d]".formatted(p, names.indexOf(name), p, p));
                sum.append("+{sales-").append(p).append('}');
            }
        }
        months.formula("sales", t("sales", "売上"), currency(), sum.toString());
    }

    private void spending() {
        months.heading(t("Costs", "費用"));
        List<Double> spread = project.plant().capital().spread();
        int start = project.timeline().buildStart();
        months.values("spread", t("spread of the capital cost", "建設費の支出割合"), "1", m -> {
            int k = m - start;
            return k >= 0 && k < spread.size() ? spread.get(k) : 0.0;
        });
        months.formula("capex", t("capital cost", "建設費"), currency(), "[capex]*[overrun]*{spread}*{index}*{alive}");
        int costs = project.plant().costs().size();
        months.formula(
                "fixed",
                t("fixed costs", "固定費"),
                currency(),
                "(" + sum(costs, "[fixed-%d]") + ")/12*{index}*IF({running}=1,1,[idle])*{op}*{alive}");
        StringBuilder variable = new StringBuilder("(0");
        for (int c = 0; c < costs; c++) {
            int p = project.plant().index(project.plant().costs().get(c).of());
            variable.append("+[variable-%d]*{output-%d}".formatted(c, p));
        }
        months.formula("variable", t("variable costs", "変動費"), currency(), variable + ")*{index}");
        StringBuilder disposal = new StringBuilder("(0");
        for (int p = 0; p < project.plant().products().size(); p++) {
            if (project.plant().products().get(p).sale() instanceof Plant.Sale.Disposed) {
                disposal.append("+[disposal-%d]*{output-%d}".formatted(p, p));
            }
        }
        months.formula("disposal", t("disposal", "処分費"), currency(), disposal + ")*{index}");
        int burdens = project.plant().environment().burdens().size();
        months.formula(
                "burden",
                t("environmental burden", "環境負荷"),
                currency(),
                "(" + sum(burdens, "[burden-%1$d]*[burden-cost-%1$d]") + ")*{output-0}*{index}");
        months.formula(
                "royalty",
                t("royalty", "ロイヤルティ"),
                currency(),
                project.host().fiscal().nsr() ? "[royalty]*MAX(0,{sales}-{variable})" : "[royalty]*{sales}");
        months.formula(
                "sustaining", t("sustaining capital", "維持投資"), currency(), "[sustaining]/12*{index}*{op}*{alive}");
        months.formula(
                "closing",
                t("closing", "閉鎖費"),
                currency(),
                "IF(AND({m}>=[op-end],{m}<[op-end]+[closing-months]),[closing]/[closing-months]*{index}*{alive},0)");
        months.formula(
                "tied",
                t("working capital", "運転資金"),
                currency(),
                "IF({m}=[op-end]-1,0,[working-days]/365*12*{sales})*{op}*{alive}");
        months.formula(
                "tied-change",
                t("change in working capital", "運転資金の増減"),
                currency(),
                "IF({op}*{alive}=1,{tied}-{tied<},0)");
    }

    private static String sum(int count, String term) {
        StringBuilder out = new StringBuilder("0");
        for (int i = 0; i < count; i++) {
            out.append('+').append(term.formatted(i));
        }
        return out.toString();
    }

    /// Rows of the supports that pay cash; the keys of those that are income.
    private List<String> supports() {
        months.heading(t("Supports", "支援"));
        List<String> income = new ArrayList<>();
        List<Support> all = project.finance().supports();
        StringBuilder grants = new StringBuilder("0");
        for (int s = 0; s < all.size(); s++) {
            switch (all.get(s)) {
                case Support.Floor floor -> income.add(floor(s, floor));
                case Support.Cfd cfd -> income.add(contract(s, cfd));
                case Support.Offtake offtake -> {
                    if (offtake.firm()) {
                        income.add(offtake(s, offtake));
                    }
                }
                case Support.Grant grant -> {
                    input(
                            "grant-" + s,
                            grant.amount().orElseGet(() -> Figure.of("supports.grant.amount", 0, currency())));
                    input("grant-share-" + s, grant.share());
                    grants.append("+IF({capex}>0,([grant-%1$d]+[grant-share-%1$d]*[capex])*{spread},0)".formatted(s));
                }
                case Support.Guarantee _,
                        Support.Insurance _,
                        Support.Concessional _,
                        Support.PublicEquity _,
                        Support.TaxCredit _ -> {
                    // in the debt, the equity or the tax
                }
            }
        }
        months.formula("grants", t("grants", "補助金"), currency(), grants.toString());
        return income;
    }

    private String volume(int s, String product, boolean produced, Optional<Figure> most, Support.Window window) {
        int p = project.plant().index(product);
        number("from-" + s, t("first month of support ", "支援の開始月 ") + s, Math.max(-NEVER, window.first()), "month");
        number("until-" + s, t("end of support ", "支援の終了月 ") + s, Math.min(NEVER, window.until()), "month");
        String made = produced ? "{output-" + p + "}" : "{output-" + p + "}*[sold-" + p + "]";
        String counted = made;
        if (most.isPresent()) {
            input("most-" + s, most.get());
            counted = "MIN(" + made + ",[most-" + s + "]/12)";
        }
        months.formula(
                "volume-" + s,
                t("covered volume ", "対象量 ") + s,
                project.plant().products().get(p).unit(),
                "IF(AND({m}>=[from-%1$d],{m}<[until-%1$d]),%2$s,0)".formatted(s, counted));
        return priceRow(p);
    }

    private String priceRow(int p) {
        if (project.plant().products().get(p).sale() instanceof Plant.Sale.AtPrice(String name, Figure _)) {
            return "{price-" + new ArrayList<>(project.market().prices().keySet()).indexOf(name) + "}";
        }
        return "0";
    }

    private String floor(int s, Support.Floor floor) {
        String price = volume(s, floor.product(), floor.produced(), floor.amount(), floor.window());
        input("strike-" + s, floor.price());
        input("above-" + s, floor.above());
        input("upside-" + s, floor.shareAbove());
        number(
                "cap-" + s,
                "supports.floor.cap",
                floor.cap().map(Figure::central).orElse(NEVER * NEVER),
                currency());
        String index = floor.indexed() ? "*{index}" : "";
        months.formula("worth-" + s, t("market value ", "市場価値 ") + s, currency(), "{volume-" + s + "}*" + price);
        months.formula(
                "floored-" + s,
                t("value at the floor ", "下限での価値 ") + s,
                currency(),
                "{volume-%1$d}*[strike-%1$d]%2$s".formatted(s, index));
        months.formula(
                "shared-" + s,
                t("value at the upper price ", "上限での価値 ") + s,
                currency(),
                "{volume-%1$d}*[above-%1$d]%2$s".formatted(s, index));
        int width = floor.averageMonths();
        months.formulas(
                "upside-" + s,
                t("upside share ", "上振れ分の分配 ") + s,
                currency(),
                m -> settles(m, width)
                        ? "MIN([cap-%1$d]-%2$s,[upside-%1$d]*MAX(0,SUM(%3$s)-SUM(%4$s)))"
                                .formatted(
                                        s,
                                        taken(s, m, width),
                                        trail("worth-" + s, m, width),
                                        trail("shared-" + s, m, width))
                        : "0");
        months.formulas(
                "support-" + s,
                t("floor: ", "下限価格：") + floor.giver(),
                currency(),
                m -> settles(m, width)
                        ? "MAX(0,SUM(%1$s)-SUM(%2$s))-{upside-%3$d}"
                                .formatted(trail("floored-" + s, m, width), trail("worth-" + s, m, width), s)
                        : "0");
        return "support-" + s;
    }

    private boolean settles(int m, int width) {
        return m % width == width - 1 || m == ops.months() - 1;
    }

    private String trail(String key, int m, int width) {
        return months.range(key, m / width * width, m + 1);
    }

    /// What the giver has had since the year began.
    private String taken(int s, int m, int width) {
        int year = m / 12 * 12;
        int until = m / width * width;
        if (until <= year) {
            return "0";
        }
        String from = BookSheet.letter(BookSheet.FIRST + year);
        String to = BookSheet.letter(BookSheet.FIRST + until - 1);
        return "SUM(" + from + months.line("upside-" + s) + ":" + to + months.line("upside-" + s) + ")";
    }

    private String contract(int s, Support.Cfd cfd) {
        String price = volume(s, cfd.product(), cfd.produced(), cfd.amount(), cfd.window());
        input("strike-" + s, cfd.price());
        months.formula(
                "support-" + s,
                t("contract for difference: ", "差額契約：") + cfd.giver(),
                currency(),
                "([strike-%1$d]%2$s-%3$s)*{volume-%1$d}".formatted(s, cfd.indexed() ? "*{index}" : "", price));
        return "support-" + s;
    }

    private String offtake(int s, Support.Offtake offtake) {
        int p = project.plant().index(offtake.product());
        String price = volume(s, offtake.product(), false, offtake.amount(), offtake.window());
        String market = price.equals("0") ? "0" : price + "*[payable-" + p + "]";
        String pays;
        if (offtake.price().isPresent()) {
            input("strike-" + s, offtake.price().get());
            pays = "[strike-" + s + "]";
        } else {
            input("discount-" + s, offtake.discount());
            pays = market + "*(1-[discount-" + s + "])";
        }
        months.formula(
                "support-" + s,
                t("offtake: ", "引取契約：") + offtake.giver(),
                currency(),
                "(%s-%s)*{volume-%d}".formatted(pays, market, s));
        return "support-" + s;
    }

    private void before(List<String> income) {
        months.heading(t("Before finance", "資金調達前"));
        StringBuilder earned = new StringBuilder("{sales}");
        income.forEach(key -> earned.append("+{").append(key).append('}'));
        earned.append("-{royalty}-{fixed}-{variable}-{disposal}-{burden}-{sustaining}-{closing}");
        months.formula("earned", t("earned", "収益"), currency(), earned.toString());
        months.formula(
                "before-tax", t("cash before tax", "税引前収支"), currency(), "{earned}-{tied-change}-{capex}+{grants}");
    }

    // ---------------------------------------------------------------- tax

    /// Period whose services fall into month m, or -1.
    private int due(int m) {
        for (int k = 0; k < flow.periods().size(); k++) {
            if (flow.periods().get(k).until() - 1 == m) {
                return k;
            }
        }
        return -1;
    }

    private boolean yearEnd(int m) {
        return m == flow.before().yearEnd(m / 12);
    }

    private String year(String key, int m) {
        return "SUM(" + months.range(key, m / 12 * 12, m + 1) + ")";
    }

    private void taxes() {
        months.heading(t("Tax", "税"));
        months.formulas(
                "interest", t("interest due", "利息"), currency(), m -> due(m) < 0 ? "0" : debt.cell("interest", due(m)));
        months.formulas(
                "fees", t("fees of covers", "保証料・保険料"), currency(), m -> due(m) < 0 ? "0" : debt.cell("fees", due(m)));
        String basis = "MAX(0,SUM(" + months.range("capex") + ")*(1-[land])-SUM(" + months.range("grants") + "))";
        formulaInput("basis", t("basis of depreciation", "償却基礎額"), basis);
        formulaInput("all-output", t("output of the whole life", "全期間の産出"), "SUM(" + months.range("output-0") + ")");
        int firstYear = ops.start() / 12;
        int lastYear = (ops.end() - 1) / 12;
        months.formulas(
                "depreciation", t("depreciation", "減価償却"), currency(), m -> depreciation(m, firstYear, lastYear));
        months.formulas(
                "left",
                t("not written off yet", "未償却残高"),
                currency(),
                m -> (m == 0 ? "[basis]" : "{left<}") + "-{depreciation}");
        months.formulas(
                "base",
                t("taxable income", "課税所得"),
                currency(),
                m -> yearEnd(m)
                        ? year("earned", m) + "-" + year("fees", m) + "-{depreciation}-" + year("interest", m)
                                + "-{loss<}"
                        : "0");
        Losses losses = project.host().fiscal().losses();
        months.formulas(
                "loss",
                t("loss carried forward", "繰越欠損"),
                currency(),
                m -> losses == Losses.CARRY_FORWARD ? yearEnd(m) ? "MAX(-{base},0)" : "{loss<}" : "0");
        months.formula(
                "tax",
                t("income tax", "法人税"),
                currency(),
                losses == Losses.FULL ? "[tax]*{base}" : "[tax]*MAX({base},0)");
        credits(firstYear);
        months.formulas(
                "rent-base",
                t("resource rent: losses", "資源レントの欠損"),
                currency(),
                m -> yearEnd(m) ? "{rent<}*(1+[rent-uplift])-" + year("before-tax", m) : "0");
        months.formulas(
                "rent", t("losses carried", "繰越額"), currency(), m -> yearEnd(m) ? "MAX({rent-base},0)" : "{rent<}");
        months.formula("rent-tax", t("resource rent tax", "資源レント税"), currency(), "[rent-tax]*MAX(-{rent-base},0)");
        months.formula("tax-net", t("taxes less credits", "税（控除後）"), currency(), "{tax}-{tax-credit}+{rent-tax}");
        months.formula(
                "cfads",
                t("cash flow available for debt service", "元利払い前収支"),
                currency(),
                "{earned}-{tied-change}-{fees}-{tax-net}");
    }

    private String depreciation(int m, int first, int last) {
        int y = m / 12;
        if (!yearEnd(m) || y < first) {
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
                .mapToDouble(s -> s instanceof Support.TaxCredit c ? c.share().central() : 0)
                .sum();
        number("credit-share", "supports.tax-credit.share", share, "1");
        double[] refundable = new double[ops.months()];
        double[] waiting = new double[ops.months()];
        for (Support support : project.finance().supports()) {
            if (support instanceof Support.TaxCredit c) {
                double[] into = c.refundable() ? refundable : waiting;
                double[] made =
                        ops.output()[c.product().map(project.plant()::index).orElse(0)];
                for (int m = 0; m < made.length; m++) {
                    into[m] += c.window().holds(m) ? c.perUnit().central() * made[m] * ops.index()[m] : 0;
                }
            }
        }
        months.values("credit-paid", t("credits per unit, refundable", "産出税額控除（還付型）"), currency(), m -> refundable[m]);
        months.values("credit-earned", t("credits per unit", "産出税額控除"), currency(), m -> waiting[m]);
        String first = "SUM(" + months.range("capex") + ")*([credit]+[credit-share])";
        months.formulas(
                "credit-pool",
                t("credits before use", "使用前の控除残高"),
                currency(),
                m -> (m == 0 ? first : "{credit-left<}")
                        + (yearEnd(m) && m / 12 >= firstYear ? "+" + year("credit-earned", m) : ""));
        months.formulas(
                "credit-used",
                t("credits used", "控除の使用"),
                currency(),
                m -> yearEnd(m) && m / 12 >= firstYear ? "MIN({credit-pool},MAX({tax},0))" : "0");
        months.formula("credit-left", t("credits left", "控除残高"), currency(), "{credit-pool}-{credit-used}");
        months.formulas(
                "tax-credit",
                t("tax credit", "税額控除"),
                currency(),
                m -> "{credit-used}" + (yearEnd(m) && m / 12 >= firstYear ? "+" + year("credit-paid", m) : ""));
    }

    private void formulaInput(String key, String label, String formula) {
        inputSheet.value(inputRow, 0, label);
        inputSheet.formula(inputRow, 1, months.fill(formula, 0));
        cells.put(key, "Inputs!$B$" + (inputRow + 1));
        inputRow++;
    }

    // ---------------------------------------------------------------- debt

    private int loans() {
        return flow.plan().loans().size();
    }

    /// Rates a service period, from the yearly ones.
    private void declareDebtCells() {
        for (int i = 0; i < loans(); i++) {
            formulaInput(
                    "periodic-" + i,
                    t("rate a service period: ", "期間利率：")
                            + flow.plan().loans().get(i).loan().id(),
                    "POWER(1+[rate-" + i + "],[step]/12)-1");
        }
    }

    private void debtOpening() {
        debt.heading(t("Balances", "残高"));
        debt.values("k", t("service period", "返済期"), "", k -> (double) k + 1);
        for (int i = 0; i < loans(); i++) {
            DebtPlan.Planned p = flow.plan().loans().get(i);
            double[] schedule = p.repayment().principal();
            String id = " " + p.loan().id();
            debt.values(
                    "schedule-" + i,
                    t("principal schedule (solved)", "元本返済予定（解）") + id,
                    currency(),
                    k -> k < schedule.length ? schedule[k] : 0.0);
            int loan = i;
            debt.formulas(
                    "opening-" + i,
                    t("opening balance", "期首残高") + id,
                    currency(),
                    k -> k == 0
                            ? "[loan-" + loan + "]"
                            : "{opening-%1$d<}-{principal-%1$d<}-{swept-%1$d<}".formatted(loan));
            debt.formula(
                    "interest-" + i,
                    t("interest", "利息") + id,
                    currency(),
                    "{opening-%1$d}*[periodic-%1$d]".formatted(i));
            debt.formula(
                    "principal-" + i,
                    t("principal", "元本") + id,
                    currency(),
                    "MIN({schedule-%1$d},{opening-%1$d})".formatted(i));
        }
        debt.formula("interest", t("interest of all loans", "利息合計"), currency(), sum(loans(), "{interest-%d}"));
        debt.formula(
                "fees",
                t("fees of covers", "保証料・保険料"),
                currency(),
                sum(loans(), "[fee-%1$d]*{opening-%1$d}*[step]/12"));
    }

    private boolean senior(int i) {
        return flow.plan().loans().get(i).loan().rank() == Finance.Rank.SENIOR;
    }

    private String sumOf(boolean senior, String term) {
        StringBuilder out = new StringBuilder("0");
        for (int i = 0; i < loans(); i++) {
            if (senior(i) == senior) {
                out.append('+').append(term.formatted(i));
            }
        }
        return out.toString();
    }

    private void waterfall() {
        debt.heading(t("Waterfall", "支払順位"));
        debt.formulas(
                "cfads",
                t("CFADS", "元利払い前収支"),
                currency(),
                k -> "SUM("
                        + months.range(
                                "cfads",
                                flow.periods().get(k).first(),
                                flow.periods().get(k).until()) + ")");
        for (int i = 0; i < loans(); i++) {
            debt.formula(
                    "owed-" + i,
                    t("owed with arrears ", "延滞を含む支払予定 ")
                            + flow.plan().loans().get(i).loan().id(),
                    currency(),
                    "{arrears-%1$d<}*(1+[periodic-%1$d])+{interest-%1$d}+{principal-%1$d}".formatted(i));
        }
        debt.formula("kept", t("retained before", "前期留保"), currency(), "{retained<}");
        debt.formula("injected", t("injected by owners", "出資者の補填"), currency(), "MAX(0,-({kept}+{cfads}))");
        debt.formula("cash", t("cash", "資金"), currency(), "{kept}+{cfads}+{injected}");
        debt.formula("senior-owed", t("senior owed", "優先債務の支払予定"), currency(), sumOf(true, "{owed-%d}"));
        debt.formula(
                "senior-own", t("senior paid from cash", "優先債務（資金から）"), currency(), "MIN({senior-owed},MAX(0,{cash}))");
        debt.formulas(
                "reserve-before",
                t("reserve before", "準備金（前）"),
                currency(),
                k -> k == 0 ? "[reserve]" : "{reserve-after<}");
        debt.formula(
                "reserve-drawn",
                t("drawn from reserve", "準備金の取崩し"),
                currency(),
                "MIN({reserve-before},{senior-owed}-{senior-own})");
        debt.formulas(
                "sponsor-before",
                t("sponsor support left", "出資者支援の残り"),
                currency(),
                k -> k == 0 ? "[sponsor]" : "{sponsor-before<}-{sponsor-paid<}");
        debt.formula(
                "sponsor-paid",
                t("sponsor support", "出資者支援"),
                currency(),
                "MIN({sponsor-before},{senior-owed}-{senior-own}-{reserve-drawn})");
        debt.formula(
                "senior-share",
                t("share of the senior that is paid", "優先債務の支払割合"),
                "1",
                "IF({senior-owed}>0,({senior-own}+{reserve-drawn}+{sponsor-paid})/{senior-owed},0)");
        debt.formula("target", t("reserve wanted", "準備金の目標"), currency(), target());
        debt.formula(
                "topped-up",
                t("reserve topped up", "準備金の積立"),
                currency(),
                "MIN({cash}-{senior-own},MAX(0,{target}-({reserve-before}-{reserve-drawn})))");
        debt.formula(
                "released",
                t("reserve released", "準備金の解放"),
                currency(),
                "MAX(0,{reserve-before}-{reserve-drawn}-{target})");
        debt.formula(
                "reserve-after",
                t("reserve after", "準備金（後）"),
                currency(),
                "{reserve-before}-{reserve-drawn}+{topped-up}-{released}");
        debt.formula(
                "cash-junior",
                t("cash for junior loans", "劣後債務への資金"),
                currency(),
                "{cash}-{senior-own}-{topped-up}+{released}");
        debt.formula("junior-owed", t("junior owed", "劣後債務の支払予定"), currency(), sumOf(false, "{owed-%d}"));
        debt.formula("junior-own", t("junior paid", "劣後債務の支払い"), currency(), "MIN({junior-owed},MAX(0,{cash-junior}))");
        debt.formula(
                "junior-share",
                t("share of the junior that is paid", "劣後債務の支払割合"),
                "1",
                "IF({junior-owed}>0,{junior-own}/{junior-owed},0)");
        for (int i = 0; i < loans(); i++) {
            debt.formula(
                    "arrears-" + i,
                    t("arrears ", "延滞 ") + flow.plan().loans().get(i).loan().id(),
                    currency(),
                    "{owed-%d}*(1-{%s-share})".formatted(i, senior(i) ? "senior" : "junior"));
        }
        distribution();
    }

    private String target() {
        StringBuilder out = new StringBuilder("[dsra]/[step]*(0");
        for (int i = 0; i < loans(); i++) {
            if (senior(i)) {
                out.append(
                        "+IF({k}<%2$d,({opening-%1$d}-MAX(0,{principal-%1$d}))*[periodic-%1$d]+MIN({schedule-%1$d>},MAX(0,{opening-%1$d}-MAX(0,{principal-%1$d}))),0)"
                                .formatted(
                                        i,
                                        flow.plan().loans().get(i).repayment().principal().length));
            }
        }
        return out + ")";
    }

    private void distribution() {
        debt.formula("cash-owners", t("cash for owners", "出資者への資金"), currency(), "{cash-junior}-{junior-own}");
        debt.formula(
                "senior-due",
                t("senior service due", "優先元利"),
                currency(),
                sumOf(true, "{interest-%1$d}+{principal-%1$d}"));
        debt.formula(
                "locked",
                t("locked up", "配当停止"),
                "0/1",
                "IF(AND({senior-due}>0,{cash-owners}>0,OR({senior-share}<1,{cfads}<[lock-up]*{senior-due})),1,0)");
        debt.formula(
                "senior-left",
                t("senior left to repay", "優先債務の残り"),
                currency(),
                sumOf(true, "MAX(0,{opening-%1$d}-{principal-%1$d})"));
        debt.formula(
                "sweep-share",
                t("share swept", "繰上返済割合"),
                "1",
                "IF(AND({locked}=0,{senior-left}>0),MIN(1,{cash-owners}*[sweep]/{senior-left}),0)");
        for (int i = 0; i < loans(); i++) {
            debt.formula(
                    "swept-" + i,
                    t("swept ", "繰上返済 ") + flow.plan().loans().get(i).loan().id(),
                    currency(),
                    senior(i) ? "{sweep-share}*MAX(0,{opening-%1$d}-{principal-%1$d})".formatted(i) : "0");
        }
        debt.formula("retained", t("retained", "留保"), currency(), "IF({locked}=1,{cash-owners},0)");
        debt.formula(
                "distributed",
                t("distributed", "配当"),
                currency(),
                "IF({locked}=1,0,{cash-owners}-(" + sum(loans(), "{swept-%d}") + "))");
        debt.formula(
                "conserved",
                t("sources less uses (must be 0)", "源泉と使途の差（0であること）"),
                currency(),
                "{kept}+{cfads}+{injected}+{reserve-drawn}+{released}+{sponsor-paid}-("
                        + sum(loans(), "{owed-%1$d}-{arrears-%1$d}+{swept-%1$d}")
                        + ")-{topped-up}-{retained}-{distributed}");
    }

    private void owners() {
        months.heading(t("Owners", "出資者"));
        months.values(
                "draws",
                t("loans drawn (solved)", "借入実行（解）"),
                currency(),
                m -> flow.byMonth().draws()[m]);
        months.values(
                "carry",
                t("interest and fees in construction (solved)", "建中利息・手数料（解）"),
                currency(),
                m -> flow.byMonth().carry()[m]);
        int last = project.timeline().operateStart() - 1;
        int first = project.timeline().operateStart();
        months.formulas("equity-in", t("paid in by owners", "出資者の払込"), currency(), m -> {
            StringBuilder out = new StringBuilder();
            boolean building = project.timeline().buildMonths() > 0;
            out.append(m < first ? "{capex}-{grants}+{carry}-{draws}" : building || m > 0 ? "0" : "-{draws}");
            if (m == Math.max(0, last) && m < flow.draw().seized()) {
                out.append("+[reserve]");
            }
            if (m < first) {
                out.append("-{cfads}");
            }
            if (due(m) >= 0) {
                out.append("+")
                        .append(debt.cell("injected", due(m)))
                        .append("+")
                        .append(debt.cell("sponsor-paid", due(m)));
            }
            return out.toString();
        });
        months.formulas(
                "distributed",
                t("distributed", "配当"),
                currency(),
                m -> due(m) < 0 ? "0" : debt.cell("distributed", due(m)));
        months.total(List.of("sales", "capex", "earned", "before-tax", "tax", "cfads", "equity-in", "distributed"));
    }

    private void ratios() {
        debt.heading(t("Ratios", "比率"));
        debt.formula(
                "dscr",
                "DSCR",
                "1",
                "IF({senior-due}>0.000000001*[loan-0-or-1],{cfads}/{senior-due},\"\")"
                        .replace("[loan-0-or-1]", loans() > 0 ? "[loan-0]" : "1"));
        debt.formula("icr", "ICR", "1", "IF({interest}>0,{cfads}/{interest},\"\")");
        debt.total(List.of("cfads", "interest", "distributed", "conserved"));
    }

    // ---------------------------------------------------------------- results

    private void results(Worksheet sheet) {
        Measures measures = flow.measures();
        String[] heads = {t("result", "結果"), t("workbook", "ワークブック"), t("engine", "エンジン"), t("difference", "差")};
        for (int c = 0; c < heads.length; c++) {
            sheet.value(0, c, heads[c]);
            sheet.style(0, c).bold().set();
        }
        sheet.width(0, 48);
        int row = 1;
        row = result(
                sheet,
                row,
                t("NPV before finance", "資金調達前NPV"),
                npv("before-tax", "tax-net", "factor", "factor-end"),
                measures.npv());
        row = result(
                sheet,
                row,
                t("NPV after finance", "資金調達後NPV"),
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
                t("sales, sum", "売上合計"),
                "SUM(" + months.range("sales") + ")",
                Taxes.sum(ops.totalSales(), 0, ops.months()));
        row = result(
                sheet,
                row,
                t("income tax, sum", "法人税合計"),
                "SUM(" + months.range("tax") + ")",
                Taxes.sum(flow.byMonth().tax(), 0, ops.months()));
        row = result(
                sheet,
                row,
                t("CFADS, sum", "元利払い前収支の合計"),
                "SUM(" + debt.range("cfads") + ")",
                flow.periods().stream().mapToDouble(CashFlow.Period::cfads).sum());
        row = result(
                sheet,
                row,
                t("distributed, sum", "配当合計"),
                "SUM(" + debt.range("distributed") + ")",
                Taxes.sum(flow.byMonth().distributed(), 0, ops.months()));
        Optional<Double> least = Ratios.least(flow.ratios().dscr()).found();
        if (least.isPresent()) {
            row = result(sheet, row, t("least DSCR", "最小DSCR"), "MIN(" + debt.range("dscr") + ")", least.get());
            row = result(
                    sheet,
                    row,
                    t("mean DSCR", "平均DSCR"),
                    "AVERAGE(" + debt.range("dscr") + ")",
                    Ratios.mean(flow.ratios().dscr()).found().orElse(0.0));
        }
        row = result(
                sheet,
                row,
                t("check: sources less uses", "検査：源泉と使途の差"),
                "SUMPRODUCT(ABS(" + debt.range("conserved") + "))",
                0);
        row = result(
                sheet,
                row,
                t("check: circularity left (relative)", "検査：循環の残差（相対）"),
                Double.toString(flow.plan().residual()),
                0);
        sheet.value(row + 1, 0, t("Blue numbers are inputs; everything else is a formula.", "青字は入力、その他はすべて数式です。"));
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
