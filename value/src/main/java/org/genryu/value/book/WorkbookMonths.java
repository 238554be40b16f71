package org.genryu.value.book;

import java.util.ArrayList;
import java.util.List;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.Operations;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;

/// The sheet `Months`, before supports and tax: time, output, sales, costs.
final class WorkbookMonths {
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
        List<Double> ramp = project.plant().output().rampUp();
        months.values("ramp", book.t("ramp-up", "立ち上がり"), "1", m -> {
            int k = m - ops.start();
            return k < 0 ? 0.0 : ramp.get(Math.min(k, ramp.size() - 1));
        });
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

    private void products() {
        months.heading(book.t("Output and sales", "産出と売上"));
        List<String> names = new ArrayList<>(project.market().prices().keySet());
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            months.values(
                    "path-" + i,
                    book.t("price ", "価格 ") + names.get(i),
                    book.currency(),
                    m -> flow.draw().prices()[index][m]);
            boolean real =
                    new ArrayList<>(project.market().prices().values()).get(i).real();
            months.formula(
                    "price-" + i,
                    book.t("nominal price ", "名目価格 ") + names.get(i),
                    book.currency(),
                    real ? "{path-" + i + "}*{index}" : "{path-" + i + "}");
        }
        StringBuilder sum = new StringBuilder("0");
        for (int p = 0; p < project.plant().products().size(); p++) {
            PlantTerms.Product product = project.plant().products().get(p);
            months.formula(
                    "output-" + p,
                    book.t("output ", "産出 ") + product.id(),
                    product.unit(),
                    "[amount-%s]/12*[grade]*{share}*{yearly}*{running}*{alive}".formatted(p));
            if (product.sale() instanceof PlantTerms.Sale.AtPrice(String name, SheetFigure _)) {
                months.formula(
                        "sales-" + p,
                        book.t("sales ", "売上 ") + product.id(),
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
