package org.genryu.value.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.Operations;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;

/// The sheet `Months`, before supports and tax: time, output, sales, costs.
final class WorkbookMonths {
    /// More steps of a ramp-up than these are a row of numbers and not cells.
    private static final int MOST_STEPS = 12;

    private static final double SAME = 1e-12;

    private final WorkbookFrame book;
    private final CashFlow flow;
    private final Project project;
    private final Operations ops;
    private final WorkbookSheet months;

    WorkbookMonths(WorkbookFrame book) {
        this.book = book;
        this.flow = book.flow;
        this.project = book.project;
        this.ops = flow.before().operations();
        this.months = book.months;
    }

    void write() {
        time();
        products();
        spending();
    }

    private void time() {
        months.heading(book.t("Time", "時間"));
        months.values("m", book.t("month from the valuation date", "評価時点からの月"), "", m -> (double) m);
        months.formula("y", book.t("year", "年"), "", "INT({m}/12)");
        months.formula("index", book.t("price level", "物価"), "1", "POWER(1+[inflation],([first]+{m})/12)");
        months.formula("op", book.t("operation", "操業"), "0/1", "IF(AND({m}>=[op-start],{m}<[op-end]),1,0)");
        months.formula("alive", book.t("not seized", "接収前"), "0/1", "IF({m}<[seized],1,0)");
        months.values(
                "running",
                book.t("not stopped", "停止なし"),
                "0/1",
                m -> flow.draw().stopped()[m] ? 0.0 : 1.0);
        rampUp();
        months.formula(
                "share",
                book.t("share of full output", "稼働率"),
                "1",
                "{op}*{ramp}*POWER(1-[decline],MAX(0,{m}-[op-start]-[ramp-months]+1)/12)");
        months.values(
                "yearly",
                book.t("factor of the year", "年係数"),
                "1",
                m -> flow.draw().yearly()[m / 12]);
        months.formula("factor", book.t("discount factor", "割引係数"), "1", "POWER(1+[discount],-({m}+[mid])/12)");
        months.formula(
                "factor-end",
                book.t("discount factor, end of month", "割引係数（月末）"),
                "1",
                "POWER(1+[discount],-({m}+1)/12)");
    }

    /// Shares of full output as cells, one for each run of months that have the same; a share a month, as the
    /// classes have them, is the months' own row of numbers.
    private void rampUp() {
        List<Double> ramp = project.plant().output().rampUp();
        List<Integer> starts = new ArrayList<>();
        for (int k = 0; k < ramp.size(); k++) {
            if (k == 0 || !ramp.get(k).equals(ramp.get(k - 1))) {
                starts.add(k);
            }
        }
        boolean few = starts.size() <= MOST_STEPS;
        for (int s = 0; few && s < starts.size(); s++) {
            int from = starts.get(s);
            book.number(
                    "ramp-" + s,
                    book.t("share of full output from month " + (from + 1), "操業" + (from + 1) + "か月目からの稼働率"),
                    ramp.get(from),
                    "fraction");
        }
        String label = book.t("ramp-up", "立ち上がり");
        if (few) {
            months.formulas("ramp", label, "1", m -> {
                int k = Math.min(m - ops.start(), ramp.size() - 1);
                int step = (int) starts.stream().filter(from -> from <= k).count() - 1;
                return k < 0 ? "0" : "[ramp-" + step + "]";
            });
        } else {
            months.values("ramp", label, "1", m -> {
                int k = m - ops.start();
                return k < 0 ? 0.0 : ramp.get(Math.min(k, ramp.size() - 1));
            });
        }
    }

    /// The path of a price: a formula of its model's parameters where the future follows what the model expects,
    /// else the numbers of the future, by a factor of 1 to try other levels with.
    private void path(int i, Project.Price price) {
        String label = book.t("price ", "価格 ") + book.price(price.name());
        String unit = book.currency() + "/" + price.unit();
        String factor = "price-factor-" + i;
        book.number(factor, book.t("factor on the price: ", "価格に掛ける係数：") + book.price(price.name()), 1, "1");
        Optional<String> formula = expected(price) ? formula(i, price, unit) : Optional.empty();
        if (formula.isPresent()) {
            months.formula("path-" + i, label, unit, "[" + factor + "]*" + formula.get());
        } else {
            months.values(
                    "told-" + i,
                    label + book.t(" (of this future)", "（この未来の値）"),
                    unit,
                    m -> flow.draw().prices()[i][m]);
            months.formula("path-" + i, label, unit, "[" + factor + "]*{told-" + i + "}");
        }
    }

    private boolean expected(Project.Price price) {
        int i = List.copyOf(project.market().prices().values()).indexOf(price);
        for (int m = 0; m < flow.months(); m++) {
            double wanted = price.model().expected((m + 1) / 12.0, ProbabilityMeasure.REAL_WORLD);
            if (Math.abs(flow.draw().prices()[i][m] - wanted) > SAME * wanted) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> formula(int i, Project.Price price, String unit) {
        String name = book.price(price.name());
        return switch (price.model()) {
            case PriceModel.Flat flat -> {
                book.number("start-" + i, book.t("price: ", "価格：") + name, flat.level(), unit);
                yield Optional.of("[start-" + i + "]");
            }
            case PriceModel.Lognormal moving -> {
                book.number("start-" + i, book.t("price today: ", "現在の価格：") + name, moving.start(), unit);
                book.number("drift-" + i, book.t("drift: ", "期待変化率：") + name, moving.drift(), "1/yr");
                yield Optional.of("[start-%1$s]*EXP([drift-%1$s]*({m}+1)/12)".formatted(i));
            }
            case PriceModel.MeanReverting back -> {
                book.number("start-" + i, book.t("price today: ", "現在の価格：") + name, back.start(), unit);
                book.number("level-" + i, book.t("long-run level: ", "長期水準：") + name, back.level(), unit);
                book.number("speed-" + i, book.t("speed of return: ", "回帰速度：") + name, back.reversion(), "1/yr");
                book.number("swing-" + i, book.t("volatility: ", "変動性：") + name, back.volatility(), "fraction");
                yield Optional.of(
                        "[level-%1$s]*EXP(LN([start-%1$s]/[level-%1$s])*EXP(-[speed-%1$s]*({m}+1)/12)+POWER([swing-%1$s],2)*(1-EXP(-2*[speed-%1$s]*({m}+1)/12))/(4*[speed-%1$s]))"
                                .formatted(i));
            }
            default -> Optional.empty();
        };
    }

    private void products() {
        months.heading(book.t("Output and sales", "産出と売上"));
        List<String> names = new ArrayList<>(project.market().prices().keySet());
        for (int i = 0; i < names.size(); i++) {
            Project.Price price =
                    List.copyOf(project.market().prices().values()).get(i);
            path(i, price);
            boolean real = price.real();
            months.formula(
                    "price-" + i,
                    book.t("nominal price ", "名目価格 ") + book.price(price.name()),
                    book.currency() + "/" + price.unit(),
                    real ? "{path-" + i + "}*{index}" : "{path-" + i + "}");
        }
        StringBuilder sum = new StringBuilder("0");
        for (int p = 0; p < project.plant().products().size(); p++) {
            PlantTerms.Product product = project.plant().products().get(p);
            months.formula(
                    "output-" + p,
                    book.t("output ", "産出 ") + book.product(product.id()),
                    product.unit(),
                    "[amount-%s]/12*[grade]*{share}*{yearly}*{running}*{alive}".formatted(p));
            if (product.sale() instanceof PlantTerms.Sale.AtPrice(String name, SheetFigure _)) {
                months.formula(
                        "sales-" + p,
                        book.t("sales ", "売上 ") + book.product(product.id()),
                        book.currency(),
                        "{output-%s}*{price-%s}*[sold-%s]*[payable-%s]".formatted(p, names.indexOf(name), p, p));
                sum.append("+{sales-").append(p).append('}');
            }
        }
        months.formula("sales", book.t("sales", "売上"), book.currency(), sum.toString());
    }

    private void spending() {
        months.heading(book.t("Costs", "費用"));
        List<Double> spread = project.plant().capital().spread();
        int start = project.timeline().buildStart();
        months.values("spread", book.t("spread of the capital cost", "建設費の支出割合"), "1", m -> {
            int k = m - start;
            return k >= 0 && k < spread.size() ? spread.get(k) : 0.0;
        });
        months.formula(
                "capex", book.t("capital cost", "建設費"), book.currency(), "[capex]*[overrun]*{spread}*{index}*{alive}");
        int costs = project.plant().costs().size();
        months.formula(
                "fixed",
                book.t("fixed costs", "固定費"),
                book.currency(),
                "(" + WorkbookFrame.sum(costs, "[fixed-%s]") + ")/12*{index}*IF({running}=1,1,[idle])*{op}*{alive}");
        StringBuilder variable = new StringBuilder("(0");
        for (int c = 0; c < costs; c++) {
            int p = project.plant().index(project.plant().costs().get(c).of());
            variable.append("+[variable-%s]*{output-%s}".formatted(c, p));
        }
        months.formula("variable", book.t("variable costs", "変動費"), book.currency(), variable + ")*{index}");
        StringBuilder disposal = new StringBuilder("(0");
        for (int p = 0; p < project.plant().products().size(); p++) {
            if (project.plant().products().get(p).sale() instanceof PlantTerms.Sale.Disposed) {
                disposal.append("+[disposal-%s]*{output-%s}".formatted(p, p));
            }
        }
        months.formula("disposal", book.t("disposal", "処分費"), book.currency(), disposal + ")*{index}");
        int burdens = project.plant().environment().burdens().size();
        months.formula(
                "burden",
                book.t("environmental burden", "環境負荷"),
                book.currency(),
                "(" + WorkbookFrame.sum(burdens, "[burden-%1$s]*[burden-cost-%1$s]") + ")*{output-0}*{index}");
        months.formula(
                "royalty",
                book.t("royalty", "ロイヤルティ"),
                book.currency(),
                project.host().fiscal().nsr() ? "[royalty]*MAX(0,{sales}-{variable})" : "[royalty]*{sales}");
        months.formula(
                "sustaining",
                book.t("sustaining capital", "維持投資"),
                book.currency(),
                "[sustaining]/12*{index}*{op}*{alive}");
        months.formula(
                "closing",
                book.t("closing", "閉鎖費"),
                book.currency(),
                "IF(AND({m}>=[op-end],{m}<[op-end]+[closing-months]),[closing]/[closing-months]*{index}*{alive},0)");
        months.formula(
                "tied",
                book.t("working capital", "運転資金"),
                book.currency(),
                "IF({m}=[op-end]-1,0,[working-days]/365*12*{sales})*{op}*{alive}");
        months.formula(
                "tied-change",
                book.t("change in working capital", "運転資金の増減"),
                book.currency(),
                "IF({op}*{alive}=1,{tied}-{tied<},0)");
    }
}
