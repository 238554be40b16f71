package org.genryu.value.cash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.core.Explanation;
import org.genryu.core.Text;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;
import org.genryu.value.project.SupportTerms;

/// How is the NPV made? Present value line by line, each with its equation and the inputs of the sheet that enter it;
/// the parts add up to the whole.
///
/// Size: one method for each line of the cash flow.
final class NpvExplanation {
    private final CashFlow flow;
    private final Project project;
    private final Operations ops;
    private final double discount;
    private final String currency;

    private NpvExplanation(CashFlow flow) {
        this.flow = flow;
        this.project = flow.project();
        this.ops = flow.before().operations();
        this.discount = project.timeline().rates().discount().central();
        this.currency = project.header().money().currency();
    }

    static Explanation npv(CashFlow flow) {
        return new NpvExplanation(flow).npv();
    }

    private Explanation npv() {
        List<Explanation> parts = new ArrayList<>();
        for (int p = 0; p < project.plant().products().size(); p++) {
            sales(p).ifPresent(parts::add);
        }
        for (SupportCash support : flow.before().supports()) {
            double[] cash = support.byMonth();
            if (Arrays.stream(cash).anyMatch(c -> c != 0)) {
                parts.add(support(support.support(), cash));
            }
        }
        parts.addAll(costs());
        parts.addAll(taxes());
        double sum = parts.stream().mapToDouble(Explanation::value).sum();
        return new Explanation(
                new Text("NPV before finance", "資金調達前の正味現在価値"),
                sum,
                currency,
                new Text("Σ of the lines, each discounted at the rate of the sheet", "各行の現在価値の合計（シートの割引率）"),
                parts);
    }

    private double present(double[] line, double sign, boolean atEnd) {
        return sign * ProjectMetrics.present(flow, line, atEnd, discount);
    }

    private Explanation line(String en, String ja, double value, Text how, List<Explanation> inputs) {
        List<Explanation> all = new ArrayList<>(inputs);
        all.add(project.timeline().rates().discount().explain());
        return new Explanation(new Text(en, ja), value, currency, how, all);
    }

    private java.util.Optional<Explanation> sales(int p) {
        PlantTerms.Product product = project.plant().products().get(p);
        if (!(product.sale() instanceof PlantTerms.Sale.AtPrice(String name, SheetFigure payable))) {
            return java.util.Optional.empty();
        }
        Project.Price price =
                java.util.Objects.requireNonNull(project.market().prices().get(name), name);
        List<Explanation> inputs = new ArrayList<>(List.of(
                product.amount().explain(),
                payable.explain(),
                product.sold().explain(),
                project.plant().output().gradeFactor().explain(),
                Explanation.leaf(
                        new Text(
                                price.origin().key() + " (line "
                                        + price.origin().line() + ")",
                                price.origin().key() + "（" + price.origin().line() + "行目）"),
                        price.model().start(),
                        currency + "/" + price.unit())));
        if (price.real()) {
            inputs.add(project.timeline().rates().inflation().explain());
        }
        return java.util.Optional.of(line(
                "Sales of " + project.names().product(product.id()).en(),
                project.names().product(product.id()).ja() + "の売上",
                present(ops.sales()[p], 1, false),
                new Text(
                        "amount/12 · ramp-up · grade · year · sold · price · payable, discounted",
                        "産出量/12・立ち上がり・品位・年係数・販売割合・価格・支払割合を割引"),
                inputs));
    }

    private Explanation support(SupportTerms support, double[] cash) {
        boolean grant = support instanceof SupportTerms.Grant;
        List<Explanation> inputs = switch (support) {
            case SupportTerms.Floor f ->
                List.of(f.price().explain(), f.shareAbove().explain(), f.above().explain());
            case SupportTerms.Cfd c -> List.of(c.price().explain());
            case SupportTerms.Offtake o ->
                List.of(o.price().orElse(o.discount()).explain());
            case SupportTerms.Grant g -> List.of(g.amount().orElse(g.share()).explain());
            case SupportTerms.Guarantee g -> List.of(g.fee().explain());
            case SupportTerms.Insurance i -> List.of(i.premium().explain());
            case SupportTerms.Concessional c -> List.of(c.marketRate().explain());
            case SupportTerms.PublicEquity _ -> List.of();
            case SupportTerms.TaxCredit t -> List.of(t.share().explain());
        };
        return line(
                "Support: " + project.names().support(support.name()).en(),
                "支援：" + project.names().support(support.name()).ja(),
                present(cash, 1, false),
                grant
                        ? new Text("paid as the capital cost is spent", "建設費の支出に応じて交付")
                        : new Text("paid by the giver less what it takes", "支援者の支払いから受取りを引いたもの"),
                inputs);
    }

    private List<Explanation> costs() {
        Operations.Spending s = ops.spending();
        PlantTerms plant = project.plant();
        List<Explanation> items = new ArrayList<>();
        plant.capital().items().forEach(i -> items.add(i.amount().explain()));
        if (plant.capital().overrun() instanceof PlantTerms.Overrun.Given(SheetFigure factor)) {
            items.add(factor.explain());
        }
        List<Explanation> out = new ArrayList<>();
        add(out, "Capital cost", "建設費", s.capex(), "Σ items · overrun · spread · index", "項目合計・超過倍率・支出割合・物価", items);
        add(
                out,
                "Fixed costs",
                "固定費",
                s.fixed(),
                "fixed/12 · index, the idle share while stopped",
                "固定費/12・物価（停止中は残る割合）",
                plant.costs().stream().map(c -> c.fixed().explain()).toList());
        add(
                out,
                "Variable costs",
                "変動費",
                s.variable(),
                "variable · output · index",
                "変動費・産出・物価",
                plant.costs().stream().map(c -> c.variable().explain()).toList());
        add(out, "Disposal", "処分費", s.disposal(), "cost · output · index", "処分費・産出・物価", disposal(plant));
        add(
                out,
                "Environmental burden",
                "環境負荷",
                s.burden(),
                "burden per unit · cost · output · index",
                "原単位・費用・産出・物価",
                plant.environment().burdens().stream()
                        .flatMap(b -> java.util.stream.Stream.of(
                                b.perUnit().explain(), b.cost().explain()))
                        .toList());
        add(
                out,
                "Royalty",
                "ロイヤルティ",
                s.royalty(),
                "royalty · sales (less variable costs, if net smelter return)",
                "ロイヤルティ率・売上（NSRなら変動費控除後）",
                List.of(project.host().fiscal().royalty().explain()));
        add(
                out,
                "Sustaining capital",
                "維持投資",
                s.sustaining(),
                "a twelfth a month · index",
                "年額の十二分の一・物価",
                List.of(plant.capital().sustaining().explain()));
        add(
                out,
                "Closing",
                "閉鎖費",
                s.closing(),
                "evenly after the end of operation · index",
                "操業終了後に均等・物価",
                List.of(plant.environment().closing().explain()));
        add(
                out,
                "Working capital",
                "運転資金",
                s.workingCapital(),
                "change of days/365 · yearly sales, free again at the end",
                "日数/365・年間売上の増減（最後に回収）",
                List.of(project.host().fiscal().workingDays().explain()));
        return out;
    }

    private static List<Explanation> disposal(PlantTerms plant) {
        List<Explanation> out = new ArrayList<>();
        for (PlantTerms.Product product : plant.products()) {
            if (product.sale() instanceof PlantTerms.Sale.Disposed(SheetFigure cost)) {
                out.add(cost.explain());
                out.add(product.amount().explain());
            }
        }
        return out;
    }

    private void add(
            List<Explanation> out,
            String en,
            String ja,
            double[] cost,
            String how,
            String howJa,
            List<Explanation> inputs) {
        if (Arrays.stream(cost).anyMatch(c -> c != 0)) {
            out.add(line(en, ja, present(cost, -1, false), new Text(how, howJa), inputs));
        }
    }

    private List<Explanation> taxes() {
        List<Explanation> out = new ArrayList<>();
        Project.Fiscal fiscal = project.host().fiscal();
        if (Arrays.stream(flow.byMonth().tax()).anyMatch(t -> t != 0)) {
            out.add(line(
                    "Income tax",
                    "法人税",
                    present(flow.byMonth().tax(), -1, true),
                    new Text(
                            "tax · max(earned - depreciation - interest - losses, 0), at the end of the year",
                            "税率・max(収益 - 償却 - 利息 - 繰越欠損, 0)（年末）"),
                    List.of(fiscal.tax().explain(), fiscal.writeYears().explain())));
        }
        if (Arrays.stream(flow.byMonth().taxCredit()).anyMatch(t -> t != 0)) {
            out.add(line(
                    "Tax credit",
                    "税額控除",
                    present(flow.byMonth().taxCredit(), 1, true),
                    new Text("share of the capital cost, as far as there is tax", "建設費の割合（税額の範囲内）"),
                    List.of(fiscal.taxCredit().explain())));
        }
        if (Arrays.stream(flow.byMonth().rentTax()).anyMatch(t -> t != 0)) {
            out.add(line(
                    "Resource rent tax",
                    "資源レント税",
                    present(flow.byMonth().rentTax(), -1, true),
                    new Text("rate on what exceeds the uplifted losses", "割増後の繰越欠損を超える額に対する税"),
                    List.of(fiscal.rentTax().explain(), fiscal.rentUplift().explain())));
        }
        return out;
    }
}
