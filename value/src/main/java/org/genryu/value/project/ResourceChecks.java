package org.genryu.value.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Explanation;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Text;
import org.genryu.core.number.Amount;
import org.genryu.core.number.NumberText;

/// Can the ground give what the sheet promises? Public figures are held against each other, with the arithmetic shown.
///
/// supplied product = ore · grade · recovery · share in the basket + Σ feed · content · recovery; warn if the sheet
/// promises more (by over 2 %), tell if it takes less than half reserve = Σ tonnes · factor over the classes of the
/// base case (never inferred); warn if the life mines more years of content = Σ tonnes · grade of all classes /
/// promised product; warn if below the life
///
/// Not judged: what is not mined or fed (no geology), products that are not counted in tonnes, and whether the sheet's
/// inputs themselves are true.
///
/// Size: one method for each test of the gate.
public final class ResourceChecks {
    private static final double SLACK = 1.02;
    private static final double TAKEN = 0.5;
    private static final double RICHER = 1.5;
    /// The shortest of 127 mines from discovery to first output took six years (S&P Global 2023).
    private static final int SHORTEST_LEAD = 72;
    /// A plant whose yearly sales exceed its cost twice, or take twelve years to equal it, is an outlier.
    private static final double CHEAP = 0.5;

    private static final double DEAR = 12;
    private static final double WHOLE = 0.9;
    private static final int PROVEN = 7;

    private final Project project;
    private final PlantTerms plant;
    private final List<Verdict> verdicts = new ArrayList<>();

    /// @param arithmetic how the number was come to, down to the inputs of the sheet
    public record Verdict(Finding finding, Explanation arithmetic) {}

    private ResourceChecks(Project project) {
        this.project = project;
        this.plant = project.plant();
    }

    static List<Verdict> judge(Project project) {
        ResourceChecks gate = new ResourceChecks(project);
        gate.plant.products().forEach(gate::massBalance);
        gate.reserve();
        gate.content();
        gate.gradeAgainstResource();
        gate.gradeRange();
        gate.basket();
        gate.offtakes();
        gate.stockpiled();
        gate.funding();
        gate.unitCost();
        gate.technology();
        gate.leadTime();
        gate.closing();
        gate.tenors();
        return List.copyOf(gate.verdicts);
    }

    private void say(
            Severity severity, SheetFigure.Origin at, Text thing, Text problem, Text cure, Explanation arithmetic) {
        String key = at.key().substring(at.key().lastIndexOf('.') + 1);
        Place place = new Place(project.header().id() + ".yaml", at.line(), key);
        verdicts.add(new Verdict(new Finding(severity, place, thing, problem, Optional.of(cure)), arithmetic));
    }

    private Text thing() {
        return new Text(
                "Project '" + project.header().id() + "'",
                "プロジェクト「" + project.header().id() + "」");
    }

    private static Text thing(PlantTerms.Product product) {
        return new Text("Product '" + product.id() + "'", "製品「" + product.id() + "」");
    }

    private static String n(double value) {
        return NumberText.number(value);
    }

    /// A grade needs more digits than a share.
    private static String percent(double fraction) {
        return NumberText.number(100 * fraction) + "%";
    }

    private static Explanation sum(Text label, double value, String unit, String how, List<Explanation> parts) {
        return new Explanation(label, value, unit, Text.same(how), parts);
    }

    /// Tonnes of a product a year as the sheet counts it; empty if it is not counted in mass.
    private static Optional<Double> tonnes(PlantTerms.Product product) {
        return switch (product.unit()) {
            case "t" -> Optional.of(product.amount().central());
            case "kg" -> Optional.of(product.amount().central() / 1000);
            default -> Optional.empty();
        };
    }

    private boolean mined() {
        return plant.geology().ore().central() > 0 && plant.geology().grade().central() > 0;
    }

    // ---------------------------------------------------------------- mass balance

    private void massBalance(PlantTerms.Product product) {
        PlantTerms.Geology g = plant.geology();
        List<Explanation> parts = new ArrayList<>();
        double supplied = fromOre(product, parts);
        for (PlantTerms.Feed feed : g.feeds()) {
            Optional<SheetFigure> content = Optional.ofNullable(feed.content().get(product.id()));
            if (content.isPresent()) {
                double part = feed.amount().central()
                        * content.get().central()
                        * feed.recovery().central();
                supplied += part;
                parts.add(sum(
                        Text.same(feed.feed()),
                        part,
                        "t/yr",
                        "amount · content · recovery",
                        List.of(
                                feed.amount().explain(),
                                content.get().explain(),
                                feed.recovery().explain())));
            }
        }
        Optional<Double> promised = tonnes(product);
        if (parts.isEmpty() || promised.isEmpty()) {
            return;
        }
        Explanation arithmetic = sum(
                new Text("what the ground and the feeds give of " + product.id(), product.id() + " の供給可能量"),
                supplied,
                "t/yr",
                "Σ",
                parts);
        balanceVerdict(product, promised.get(), supplied, arithmetic);
    }

    private double fromOre(PlantTerms.Product product, List<Explanation> parts) {
        PlantTerms.Geology g = plant.geology();
        Optional<SheetFigure> share = Optional.ofNullable(g.basket().get(product.id()));
        boolean only = g.basket().isEmpty()
                && plant.products().getFirst().equals(product)
                && plant.products().size() == 1;
        if (!mined() || (share.isEmpty() && !only)) {
            return 0;
        }
        double part = g.ore().central()
                * g.grade().central()
                * g.recovery().central()
                * share.map(SheetFigure::central).orElse(1.0);
        List<Explanation> inputs = new ArrayList<>(
                List.of(g.ore().explain(), g.grade().explain(), g.recovery().explain()));
        share.ifPresent(s -> inputs.add(s.explain()));
        parts.add(sum(
                new Text("ore", "鉱石"),
                part,
                "t/yr",
                share.isPresent() ? "ore · grade · recovery · share" : "ore · grade · recovery",
                inputs));
        return part;
    }

    private void balanceVerdict(PlantTerms.Product product, double promised, double supplied, Explanation arithmetic) {
        if (promised > supplied * SLACK) {
            say(
                    Severity.WARNING,
                    product.amount().origin(),
                    thing(product),
                    new Text(
                            "amount is %s t/yr, but what goes in holds only %s t/yr that can be recovered."
                                    .formatted(n(promised), n(supplied)),
                            "産出量は年 %s t ですが、投入物から回収できるのは年 %s t だけです。".formatted(n(promised), n(supplied))),
                    new Text(
                            "the amount is of concentrate or is design capacity, or another feed is meant.",
                            "精鉱の量や設計能力を書いていませんか。または別の原料がありませんか。"),
                    arithmetic);
        } else if (promised < supplied * TAKEN) {
            say(
                    Severity.NOTE,
                    product.amount().origin(),
                    thing(product),
                    new Text(
                            "amount is %s t/yr, %s of the %s t/yr that the ore gives: separation, not the mine, is the limit."
                                    .formatted(n(promised), NumberText.percent(promised / supplied), n(supplied)),
                            "産出量は年 %s t で、鉱石から得られる年 %s t の %s です。制約は採掘ではなく分離です。"
                                    .formatted(n(promised), n(supplied), NumberText.percent(promised / supplied))),
                    new Text(
                            "the rest is sold as concentrate and is missing from products.",
                            "残りを精鉱として売るなら products に書いてください。"),
                    arithmetic);
        }
    }

    // ---------------------------------------------------------------- reserve

    private double mass(boolean baseOnly) {
        return plant.geology().resources().stream()
                .filter(r -> !baseOnly || r.baseCase())
                .mapToDouble(r -> r.tonnes().central() * (baseOnly ? r.factor().central() : 1))
                .sum();
    }

    private void reserve() {
        if (!mined() || plant.geology().resources().isEmpty()) {
            return;
        }
        double years = project.timeline().operateMonths() / 12.0;
        double share = 0;
        for (int k = 0; k < project.timeline().operateMonths(); k++) {
            share += plant.output().share(k) / 12;
        }
        double need = plant.geology().ore().central() * share;
        double reserve = mass(true);
        if (need <= reserve * SLACK) {
            return;
        }
        List<Explanation> parts = new ArrayList<>();
        for (PlantTerms.Resource r : plant.geology().resources()) {
            if (r.baseCase()) {
                parts.add(sum(
                        Text.same(r.kind().name().toLowerCase(java.util.Locale.ROOT)),
                        r.tonnes().central() * r.factor().central(),
                        "t",
                        "tonnes · factor",
                        List.of(r.tonnes().explain(), r.factor().explain())));
            }
        }
        say(
                Severity.WARNING,
                plant.geology().ore().origin(),
                thing(),
                new Text(
                        "%s years of operation mine %s t of ore, but the reserve of the base case is %s t."
                                .formatted(n(years), n(need), n(reserve)),
                        "操業 %s 年で鉱石 %s t を採掘しますが、基準ケースの埋蔵量は %s t です。".formatted(n(years), n(need), n(reserve))),
                new Text("a shorter life, or more drilling first.", "操業期間を短くするか、先に掘削で埋蔵量を増やしてください。"),
                sum(new Text("reserve", "埋蔵量"), reserve, "t", "Σ (inferred never counts)", parts));
    }

    /// Content of all classes against what is promised, even where the ore treated is unknown.
    private void content() {
        double promised = plant.products().stream()
                .mapToDouble(p -> plant.geology().basket().isEmpty()
                                || plant.geology().basket().containsKey(p.id())
                        ? tonnes(p).orElse(0.0)
                        : 0)
                .sum();
        double content = plant.geology().resources().stream()
                .mapToDouble(r -> r.tonnes().central() * r.grade().central())
                .sum();
        if (promised <= 0 || content <= 0) {
            return;
        }
        double years = content / promised;
        double grade = content / mass(false);
        double life = project.timeline().operateMonths() / 12.0;
        if (years >= life) {
            return;
        }
        List<Explanation> parts = plant.geology().resources().stream()
                .map(r -> sum(
                        Text.same(r.kind().name().toLowerCase(java.util.Locale.ROOT)),
                        r.tonnes().central() * r.grade().central(),
                        "t",
                        "tonnes · grade",
                        List.of(r.tonnes().explain(), r.grade().explain())))
                .toList();
        say(
                Severity.WARNING,
                plant.products().getFirst().amount().origin(),
                thing(),
                new Text(
                        "all classes of the resource hold %s t: %s years of %s t/yr, which takes %s t of ore a year at full recovery; the life is %s years."
                                .formatted(n(content), n(years), n(promised), n(promised / grade), n(life)),
                        "全区分の資源量の含有量は %s t で、年 %s t なら %s 年分です（回収率100%%でも鉱石年 %s t が必要）。操業期間は %s 年です。"
                                .formatted(n(content), n(promised), n(years), n(promised / grade), n(life))),
                new Text("the amount is of concentrate, not of oxide.", "酸化物ではなく精鉱の量ではありませんか。"),
                sum(new Text("content of all classes", "全区分の含有量"), content, "t", "Σ", parts));
    }

    /// The best spot is not the deposit.
    private void gradeAgainstResource() {
        double all = mass(false);
        if (!mined() || all <= 0) {
            return;
        }
        double mean = plant.geology().resources().stream()
                        .mapToDouble(r -> r.tonnes().central() * r.grade().central())
                        .sum()
                / all;
        SheetFigure grade = plant.geology().grade();
        if (grade.central() <= mean * RICHER) {
            return;
        }
        double atMean = plant.geology().ore().central() * mean;
        say(
                Severity.WARNING,
                grade.origin(),
                thing(),
                new Text(
                        "grade is %s, %s times the mean of the resource; at the mean of %s the ore holds %s t/yr."
                                .formatted(
                                        percent(grade.central()), n(grade.central() / mean), percent(mean), n(atMean)),
                        "品位 %s は資源量の平均の %s 倍です。平均 %s なら鉱石の含有量は年 %s t です。"
                                .formatted(
                                        percent(grade.central()), n(grade.central() / mean), percent(mean), n(atMean))),
                new Text("the grade is of the best spot only.", "最良の地点だけの品位ではありませんか。"),
                sum(
                        new Text("content of the ore at the mean grade", "平均品位での含有量"),
                        atMean,
                        "t/yr",
                        "ore · Σ (tonnes · grade) / Σ tonnes",
                        List.of(plant.geology().ore().explain(), grade.explain())));
    }

    private void gradeRange() {
        SheetFigure grade = plant.geology().grade();
        double ore = plant.geology().ore().central();
        if (!mined() || !(grade.amount() instanceof Amount.Uniform(double low, double high))) {
            return;
        }
        say(
                Severity.NOTE,
                grade.origin(),
                thing(),
                new Text(
                        "the ore holds %s to %s t/yr over the range of its grade, an upper bound on wet mass."
                                .formatted(n(ore * low), n(ore * high)),
                        "品位の幅では鉱石の含有量は年 %s〜%s t です（湿重量なら上限）。".formatted(n(ore * low), n(ore * high))),
                new Text("a rate of supply is meant, not the resource.", "資源量ではなく供給速度で判断してください。"),
                sum(
                        new Text("content of the ore at the high end", "上端での含有量"),
                        ore * high,
                        "t/yr",
                        "ore · grade",
                        List.of(plant.geology().ore().explain(), grade.explain())));
    }

    private void basket() {
        double sum = plant.geology().basket().values().stream()
                .mapToDouble(SheetFigure::central)
                .sum();
        if (plant.geology().basket().isEmpty() || sum >= 1 / SLACK) {
            return;
        }
        SheetFigure first = plant.geology().basket().values().iterator().next();
        say(
                Severity.NOTE,
                first.origin(),
                thing(),
                new Text(
                        "the basket sums to %s; the other %s is neither sold nor disposed of."
                                .formatted(NumberText.percent(sum), NumberText.percent(1 - sum)),
                        "basket の合計は %s です。残り %s は販売も処分もされません。"
                                .formatted(NumberText.percent(sum), NumberText.percent(1 - sum))),
                new Text("the light oxides are left out; say what becomes of them.", "軽希土の扱い（販売・処分）を書いてください。"),
                sum(
                        new Text("sum of the basket", "basket の合計"),
                        sum,
                        "fraction",
                        "Σ",
                        plant.geology().basket().values().stream()
                                .map(SheetFigure::explain)
                                .toList()));
    }

    // ---------------------------------------------------------------- contracts and money

    private void offtakes() {
        for (PlantTerms.Product product : plant.products()) {
            List<Explanation> parts = new ArrayList<>();
            double sold = 0;
            for (SupportTerms support : project.finance().supports()) {
                if (support instanceof SupportTerms.Offtake o
                        && o.product().equals(product.id())
                        && o.amount().isPresent()) {
                    sold += o.amount().get().central();
                    parts.add(o.amount().get().explain());
                }
            }
            double amount = product.amount().central();
            if (amount > 0 && sold > amount * WHOLE) {
                boolean over = sold > amount * SLACK;
                say(
                        over ? Severity.WARNING : Severity.NOTE,
                        product.amount().origin(),
                        thing(product),
                        new Text(
                                "%s of the output is promised to buyers: %s of %s %s/yr."
                                        .formatted(
                                                NumberText.percent(sold / amount), n(sold), n(amount), product.unit()),
                                "産出量の %s が引取契約済みです（年 %s／%s %s）。"
                                        .formatted(
                                                NumberText.percent(sold / amount), n(sold), n(amount), product.unit())),
                        new Text("one of the amounts is an option, not firm.", "確約でない量が含まれていませんか。"),
                        sum(new Text("promised", "引取量"), sold, product.unit() + "/yr", "Σ", parts));
            }
        }
    }

    private void stockpiled() {
        for (SupportTerms support : project.finance().supports()) {
            if (support instanceof SupportTerms.Floor f
                    && f.produced()
                    && plant.product(f.product()).sold().central() < 1) {
                PlantTerms.Product product = plant.product(f.product());
                double rest = product.amount().central() * (1 - product.sold().central());
                say(
                        Severity.NOTE,
                        f.price().origin(),
                        new Text("Support '" + f.name() + "'", "支援「" + f.name() + "」"),
                        new Text(
                                "it is paid on stockpiled output too: %s %s/yr that nobody buys."
                                        .formatted(n(rest), product.unit()),
                                "備蓄分にも支払われます（売れない年 %s %s）。".formatted(n(rest), product.unit())),
                        new Text("`on: sold` is meant.", "`on: sold` ではありませんか。"),
                        sum(
                                new Text("stockpiled", "備蓄"),
                                rest,
                                product.unit() + "/yr",
                                "amount · (1 - sold)",
                                List.of(
                                        product.amount().explain(),
                                        product.sold().explain())));
            }
        }
    }

    private void funding() {
        List<Explanation> parts = new ArrayList<>();
        double funds = 0;
        for (FinanceTerms.Loan loan : project.finance().loans()) {
            if (loan.size() instanceof FinanceTerms.Size.Fixed(SheetFigure amount)) {
                funds += amount.central();
                parts.add(amount.explain());
            }
        }
        for (FinanceTerms.Shareholder holder : project.finance().equity()) {
            funds += holder.amount().map(SheetFigure::central).orElse(0.0);
            holder.amount().ifPresent(a -> parts.add(a.explain()));
        }
        double cost = plant.capital().total();
        if (cost <= 0 || funds <= cost * SLACK) {
            return;
        }
        String currency = project.header().money().currency();
        say(
                Severity.NOTE,
                plant.capital().items().getFirst().amount().origin(),
                thing(),
                new Text(
                        "loans and equity add up to %s %s, the capital cost to %s: the rest must be interest, working capital and contingency."
                                .formatted(n(funds), currency, n(cost)),
                        "借入と出資の合計は %s %s、建設費は %s です。差は利息・運転資金・予備費のはずです。".formatted(n(funds), currency, n(cost))),
                new Text("a part of the cost is missing from capex.items.", "capex.items に書かれていない費用はありませんか。"),
                sum(new Text("funds", "資金"), funds, currency, "Σ", parts));
    }

    private void unitCost() {
        double cost = plant.capital().total();
        double sales = plant.products().stream()
                .mapToDouble(p -> switch (p.sale()) {
                    case PlantTerms.Sale.Disposed _ -> 0;
                    case PlantTerms.Sale.AtPrice(String name, SheetFigure payable) ->
                        Optional.ofNullable(project.market().prices().get(name))
                                .map(price -> price.model().start() * p.amount().central() * payable.central())
                                .orElse(0.0);
                })
                .sum();
        boolean building = project.timeline().buildMonths() > 0 && cost > 0 && sales > 0;
        if (!building || (cost >= sales * CHEAP && cost <= sales * DEAR)) {
            return;
        }
        PlantTerms.Product first = plant.products().getFirst();
        double each = cost / first.amount().central();
        String unit = project.header().money().currency() + "/(" + first.unit() + "/yr)";
        say(
                Severity.WARNING,
                plant.capital().items().getFirst().amount().origin(),
                thing(),
                new Text(
                        "the capital cost is %s years of full sales, %s %s; between %s and %s years are usual."
                                .formatted(n(cost / sales), n(each), unit, n(CHEAP), n(DEAR)),
                        "建設費は最大売上の %s 年分（%s %s）です。通常は %s〜%s 年分です。"
                                .formatted(n(cost / sales), n(each), unit, n(CHEAP), n(DEAR))),
                new Text("a cost is missing, or an amount is in the wrong unit.", "費用の書き漏れ、または単位の誤りではありませんか。"),
                sum(
                        new Text("capital cost per unit of capacity", "能力当たり建設費"),
                        each,
                        unit,
                        "Σ items / amount",
                        plant.capital().items().stream()
                                .map(i -> i.amount().explain())
                                .toList()));
    }

    // ---------------------------------------------------------------- technology and time

    private void technology() {
        SheetFigure readiness = plant.geology().readiness();
        if (readiness.central() >= PROVEN) {
            return;
        }
        SheetFigure depth = plant.geology().depth();
        String deep = depth.central() > 0 ? " under %s m of water".formatted(n(depth.central())) : "";
        String deepJa = depth.central() > 0 ? "（水深 %s m）".formatted(n(depth.central())) : "";
        say(
                Severity.WARNING,
                readiness.origin(),
                thing(),
                new Text(
                        "technology readiness is %s of 9%s: nothing of the kind works at full scale."
                                .formatted(n(readiness.central()), deep),
                        "技術成熟度は 9 段階の %s です%s。実規模で動いた例はありません。".formatted(n(readiness.central()), deepJa)),
                new Text(
                        "overrun class and ramp-up should be those of a first of a kind.",
                        "超過費用と立ち上がりは初号機の区分を使ってください。"),
                sum(
                        new Text("readiness", "成熟度"),
                        readiness.central(),
                        "1",
                        "",
                        List.of(readiness.explain(), depth.explain())));
    }

    private void leadTime() {
        boolean early = project.header().stage() == Project.Stage.CONCEPT
                || project.header().stage() == Project.Stage.SCOPING;
        int months = project.timeline().operateStart();
        if (!mined() || !early || months >= SHORTEST_LEAD) {
            return;
        }
        say(
                Severity.WARNING,
                plant.capital().items().getFirst().amount().origin(),
                thing(),
                new Text(
                        "first output %s years from now at this stage; of 127 mines none took less than 6 years from discovery, the mean is 15.7."
                                .formatted(n(months / 12.0)),
                        "この段階で %s 年後の生産開始です。127 鉱山の実績では発見から最短 6 年、平均 15.7 年です。".formatted(n(months / 12.0))),
                new Text("permits and build should be longer.", "許認可と建設の期間を長くしてください。"),
                Explanation.leaf(new Text("months to first output", "生産開始までの月数"), months, "month"));
    }

    private void closing() {
        if (!mined() || plant.environment().closing().central() > 0) {
            return;
        }
        say(
                Severity.WARNING,
                plant.environment().closing().origin(),
                thing(),
                new Text("closing is 0; a mine must be closed at a cost.", "閉鎖費が 0 です。鉱山の閉鎖には必ず費用がかかります。"),
                new Text("`environment: {closing: …}` was forgotten.", "`environment: {closing: …}` を書き足してください。"),
                plant.environment().closing().explain());
    }

    private void tenors() {
        for (FinanceTerms.Loan loan : project.finance().loans()) {
            int until = loan.graceMonths() + loan.tenorMonths();
            if (until > project.timeline().operateMonths()) {
                say(
                        Severity.WARNING,
                        loan.rate().origin(),
                        new Text("Loan '" + loan.id() + "'", "借入「" + loan.id() + "」"),
                        new Text(
                                "grace and tenor are %s years, the operation %s years; it must be repaid before the end."
                                        .formatted(
                                                n(until / 12.0),
                                                n(project.timeline().operateMonths() / 12.0)),
                                "据置と返済で %s 年、操業は %s 年です。操業終了前に完済しなければなりません。"
                                        .formatted(
                                                n(until / 12.0),
                                                n(project.timeline().operateMonths() / 12.0))),
                        new Text("the tenor should be shorter.", "返済期間を短くしてください。"),
                        Explanation.leaf(new Text("grace and tenor", "据置と返済"), until, "month"));
            }
        }
    }
}
