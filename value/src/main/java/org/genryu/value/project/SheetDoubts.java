package org.genryu.value.project;

import java.util.List;
import java.util.Optional;
import org.genryu.casefile.form.YamlTree;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.SheetFaults.Where;

/// What can be read but is hardly meant: a number cut by a comma, a price in the wrong unit of weight,
/// supports and loans that contradict each other. Each doubt has one method, with what was probably meant.
final class SheetDoubts {
    /// A kilogram for a tonne is a factor of a thousand; whatever is further off than this is no price of the
    /// same.
    private static final double FAR = 100;
    /// What interest and fees may add to the capital cost before fixed loans break the gearing all the same.
    private static final double FINANCE = 1.25;

    private final SheetFaults faults;
    private final Project project;
    private final Text thing;

    private SheetDoubts(SheetFaults faults, Project project) {
        this.faults = faults;
        this.project = project;
        this.thing = new Text(
                "Project '" + project.header().id() + "'",
                "プロジェクト「" + project.header().id() + "」");
    }

    /// Everything that is doubtful about a whole sheet.
    static void tell(SheetFaults faults, Project project) {
        SheetDoubts doubts = new SheetDoubts(faults, project);
        doubts.costs();
        project.finance().supports().forEach(doubts::strike);
        doubts.twoPrices();
        doubts.gearing();
        doubts.grants();
    }

    // ---------------------------------------------------------------- numbers cut by commas

    /// In braces a comma ends a value: `{amount: 1,250,000 USD}` is an amount of 1 and two keys.
    static void cutNumbers(SheetFaults faults, YamlTree tree) {
        switch (tree) {
            case YamlTree.Entries map -> {
                map.entries().keySet().stream()
                        .filter(SheetDoubts::isCut)
                        .findFirst()
                        .ifPresent(key -> cut(faults, key, map.line()));
                map.entries().values().forEach(node -> cutNumbers(faults, node));
            }
            case YamlTree.Items list -> list.items().forEach(item -> cutNumbers(faults, item));
            case YamlTree.Word _ -> {
                // a value
            }
        }
    }

    /// Whether a key is what a comma has cut off a number.
    static boolean isCut(String key) {
        return key.matches("\\d{3}(\\D.*)?");
    }

    private static void cut(SheetFaults faults, String key, int line) {
        faults.error(
                new Where(new Text("Number", "数値"), line, key),
                new Text(
                        "'%s' is what a comma has cut off a number; in braces a comma ends the value.".formatted(key),
                        "「%s」は数値がカンマで切れたものです。波括弧の中ではカンマで値が終わります。".formatted(key)),
                new Text(
                        "the number is written without commas, or in quotes, such as \"1,250,000 USD\".",
                        "カンマなし、または \"1,250,000 USD\" のように引用符で書いてください。"));
    }

    // ---------------------------------------------------------------- units of weight

    /// Price of a product at the start, as it is paid; empty where it is not sold.
    private static Optional<Double> price(Project project, PlantTerms.Product product) {
        return product.sale() instanceof PlantTerms.Sale.AtPrice(String name, SheetFigure payable)
                        && project.market().prices().get(name) instanceof Project.Price known
                ? Optional.of(known.model().expected(1.0 / 12, ProbabilityMeasure.REAL_WORLD) * payable.central())
                : Optional.empty();
    }

    /// All costs of a year at full output beside all sales.
    private void costs() {
        double sales = 0;
        for (PlantTerms.Product product : project.plant().products()) {
            sales += product.amount().central() * price(project, product).orElse(0.0);
        }
        double costs = 0;
        for (PlantTerms.Cost cost : project.plant().costs()) {
            costs += cost.fixed().central()
                    + cost.variable().central()
                            * project.plant().product(cost.of()).amount().central();
        }
        if (sales > 0 && costs > 0 && (costs * FAR < sales || costs > sales * FAR)) {
            SheetFigure first = project.plant().costs().getFirst().variable();
            faults.warning(
                    new Where(thing, first.origin().line(), "costs"),
                    new Text(
                            "the operating costs at full output are %s times the sales; costs and prices may be in different units."
                                    .formatted(NumberText.number(costs / sales)),
                            "最大操業時の操業費が売上の%s倍です。費用と価格の単位が異なるおそれがあります。".formatted(NumberText.number(costs / sales))),
                    new Text("USD/kg was meant for USD/t, or the other way.", "USD/t と USD/kg の取り違えではありませんか。"));
        }
    }

    private void strike(SupportTerms support) {
        Optional<SheetFigure> agreed = switch (support) {
            case SupportTerms.Floor floor -> Optional.of(floor.price());
            case SupportTerms.Cfd cfd -> Optional.of(cfd.price());
            case SupportTerms.Offtake offtake -> offtake.price();
            case SupportTerms.Grant _,
                    SupportTerms.Guarantee _,
                    SupportTerms.Insurance _,
                    SupportTerms.Concessional _,
                    SupportTerms.PublicEquity _,
                    SupportTerms.TaxCredit _ -> Optional.empty();
        };
        agreed.ifPresent(figure -> SheetDoubts.strike(project, product(support), figure.central())
                .ifPresent(said -> faults.warning(
                        new Where(
                                new Text("Support '" + support.name() + "'", "支援「" + support.name() + "」"),
                                figure.origin().line(),
                                "price"),
                        said,
                        CURE)));
    }

    private static final Text CURE =
            new Text("a unit is missing, such as `90 USD/kg`.", "`90 USD/kg` のような単位の書き漏れではありませんか。");

    private PlantTerms.Product product(SupportTerms support) {
        String id = switch (support) {
            case SupportTerms.Floor floor -> floor.product();
            case SupportTerms.Cfd cfd -> cfd.product();
            case SupportTerms.Offtake offtake -> offtake.product();
            case SupportTerms.Grant _,
                    SupportTerms.Guarantee _,
                    SupportTerms.Insurance _,
                    SupportTerms.Concessional _,
                    SupportTerms.PublicEquity _,
                    SupportTerms.TaxCredit _ -> "";
        };
        return id.isEmpty()
                ? project.plant().products().getFirst()
                : project.plant().product(id);
    }

    /// Whether an agreed price [currency/unit] is of another size than the market's.
    private static Optional<Text> strike(Project project, PlantTerms.Product product, double agreed) {
        double market = price(project, product).orElse(0.0);
        if (!(market > 0) || (agreed * FAR >= market && agreed <= market * FAR)) {
            return Optional.empty();
        }
        String unit = project.header().money().currency() + "/" + product.unit();
        String said = NumberText.number(agreed) + " " + unit;
        String at = NumberText.number(market) + " " + unit;
        return Optional.of(new Text(
                "the price is %s, the market's %s; they may be in different units.".formatted(said, at),
                "価格が %s、市場価格が %s です。単位が異なるおそれがあります。".formatted(said, at)));
    }

    /// The same for a floor of the first product that was asked for outside of the sheet.
    static Optional<Finding> floor(Project project, double price) {
        return strike(project, project.plant().products().getFirst(), price)
                .map(said -> new Finding(
                        Severity.WARNING, Place.of("--floors"), new Text("Floor", "下限価格"), said, Optional.of(CURE)));
    }

    // ---------------------------------------------------------------- terms that contradict each other

    private record Priced(String name, String product, SupportTerms.Window window, Optional<SheetFigure> amount) {}

    private static Optional<Priced> priced(SupportTerms support) {
        return switch (support) {
            case SupportTerms.Floor f -> Optional.of(new Priced(f.name(), f.product(), f.window(), f.amount()));
            case SupportTerms.Cfd c -> Optional.of(new Priced(c.name(), c.product(), c.window(), c.amount()));
            case SupportTerms.Offtake _,
                    SupportTerms.Grant _,
                    SupportTerms.Guarantee _,
                    SupportTerms.Insurance _,
                    SupportTerms.Concessional _,
                    SupportTerms.PublicEquity _,
                    SupportTerms.TaxCredit _ -> Optional.empty();
        };
    }

    /// Floors and contracts for difference that pay on the same tonne at the same time.
    private void twoPrices() {
        List<Priced> all = project.finance().supports().stream()
                .map(SheetDoubts::priced)
                .flatMap(Optional::stream)
                .toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                Priced a = all.get(j);
                Priced b = all.get(i);
                boolean together = a.window.first() < b.window.until() && b.window.first() < a.window.until();
                double made = project.plant().product(a.product).amount().central();
                double bound = a.amount.map(SheetFigure::central).orElse(made)
                        + b.amount.map(SheetFigure::central).orElse(made);
                if (a.product.equals(b.product) && together && bound > made) {
                    faults.warning(
                            new Where(thing, 0, "supports"),
                            new Text(
                                    "'%s' and '%s' pay on the same tonnes at the same time.".formatted(a.name, b.name),
                                    "「%s」と「%s」が同じ数量に同じ時期に支払われます。".formatted(a.name, b.name)),
                            new Text(
                                    "each has an `amount` or its own years (`first`, `last`).",
                                    "それぞれに `amount` か期間（`first`・`last`）を書いてください。"));
                }
            }
        }
    }

    /// Loans of given size beside the gearing.
    private void gearing() {
        double cost = project.plant().capital().total()
                * project.plant().capital().overrun().central();
        double fixed = 0;
        double shares = 0;
        for (FinanceTerms.Loan loan : project.finance().loans()) {
            switch (loan.size()) {
                case FinanceTerms.Size.Fixed(SheetFigure amount) -> fixed += amount.central();
                case FinanceTerms.Size.Share(SheetFigure share) -> shares += share.central();
                case FinanceTerms.Size.Carried _ -> {
                    // sized under the gearing
                }
            }
        }
        SheetFigure gearing = project.finance().terms().gearing();
        double share = shares + (cost > 0 ? fixed / (cost * FINANCE) : 0);
        if (fixed <= cost && share > gearing.central() * (1 + 1e-9)) {
            faults.warning(
                    new Where(thing, gearing.origin().line(), "gearing"),
                    new Text(
                            "the loans of given size are at least %s of the cost, above the gearing of %s."
                                    .formatted(NumberText.percent(share), NumberText.percent(gearing.central())),
                            "額の決まった借入が費用の少なくとも %s で、借入比率の上限 %s を超えています。"
                                    .formatted(NumberText.percent(share), NumberText.percent(gearing.central()))),
                    new Text("the amounts or the gearing should be changed.", "借入額か gearing を見直してください。"));
        }
    }

    private void grants() {
        double cost = project.plant().capital().total();
        double given = 0;
        int line = 0;
        for (SupportTerms support : project.finance().supports()) {
            if (support instanceof SupportTerms.Grant g) {
                given += g.amount().map(SheetFigure::central).orElse(0.0)
                        + g.share().central() * cost;
                line = g.amount().orElse(g.share()).origin().line();
            }
        }
        if (given > cost * (1 + 1e-9)) {
            String currency = project.header().money().currency();
            faults.error(
                    new Where(thing, line, "grant"),
                    new Text(
                            "the grants are %s %s, the capital cost %s; a grant must not exceed the cost."
                                    .formatted(NumberText.number(given), currency, NumberText.number(cost)),
                            "補助金の合計が %s %s で、建設費 %s を超えています。費用以下でなければなりません。"
                                    .formatted(NumberText.number(given), currency, NumberText.number(cost))),
                    new Text("the amount is in the wrong unit.", "金額の単位の誤りではありませんか。"));
        }
    }
}
