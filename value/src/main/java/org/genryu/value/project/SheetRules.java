package org.genryu.value.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.value.project.Project.Timeline;
import org.genryu.value.project.SheetFaults.Where;
import org.genryu.value.project.TermSheet.Entry;
import org.genryu.value.project.TermSheet.Part;

/// The rules of a term sheet that join several keys: shares that must add up, references that must exist, debt that
/// must not exceed the cost. Each rule tells what is wrong in one method, tested word for word.
///
/// Size: one method for each rule.
final class SheetRules {
    /// Shares are written with a few digits: 33.3 % three times is meant to be the whole.
    private static final double ROUNDED = 2e-3;
    /// Amounts that agree to this relative size are the same amount.
    private static final double SAME = 1e-9;
    /// Sets of supports are counted in the bits of an int.
    private static final int MOST_SUPPORTS = 30;
    /// [month]
    private static final int MOST_DELAY = 600;
    /// What else than prices can be correlated.
    private static final List<String> UNCERTAIN = List.of("cost", "delay", "grade", "stop", "seizure");

    private final TermSheet sheet;
    private final SheetFaults faults;

    SheetRules(TermSheet sheet, SheetFaults faults) {
        this.sheet = sheet;
        this.faults = faults;
    }

    private Text project() {
        return new Text("Project '" + sheet.id() + "'", "プロジェクト「" + sheet.id() + "」");
    }

    private Where at(Part part, String key) {
        return new Where(thing(part), part.line(key), key);
    }

    private Text thing(Part part) {
        Text kind = switch (part.section()) {
            case "products" -> new Text("Product", "製品");
            case "prices" -> new Text("Price", "価格");
            case "finance.loans" -> new Text("Loan", "借入");
            case "geology.resource" -> new Text("Resource", "資源量");
            default ->
                part.section().startsWith("supports.")
                        ? new Text("Support", "支援")
                        : part.section().startsWith("split.") ? new Text("Tier", "段階") : new Text("", "");
        };
        return kind.en().isEmpty()
                ? project()
                : new Text(kind.en() + " '" + part.name() + "'", kind.ja() + "「" + part.name() + "」");
    }

    /// Everything that can only be judged on the whole.
    void check(Project project) {
        supportsCount(project);
        productUnits(project);
        debtAboveCost(project);
        equityShares(project);
        basketSum();
        sourcesKnown(sheet.root());
        coversTogether(project);
        SheetDoubts.tell(faults, project);
    }

    // ---------------------------------------------------------------- single rules

    boolean spreadFits(Part capex, List<SheetFigure> shares, int years) {
        double sum = shares.stream().mapToDouble(SheetFigure::central).sum();
        if (shares.size() != years) {
            faults.error(
                    at(capex, "spread"),
                    new Text(
                            "spread has %s shares for %s years of building; there must be one for each year."
                                    .formatted(shares.size(), years),
                            "spread の割合が %s 個、建設は %s 年です。各年に一つ必要です。".formatted(shares.size(), years)),
                    new Text("schedule.build was changed and the spread was not.", "schedule.build だけを変更していませんか。"));
            return false;
        }
        if (Math.abs(sum - 1) > ROUNDED) {
            faults.error(
                    at(capex, "spread"),
                    new Text(
                            "spread sums to %s; it must sum to 100%%.".formatted(NumberText.percent(sum)),
                            "spread の合計が %s です。100%% でなければなりません。".formatted(NumberText.percent(sum))),
                    new Text("a year was left out or counted twice.", "抜けている年や重複している年がないか確かめてください。"));
            return false;
        }
        return true;
    }

    /// What is counted in one unit is not multiplied by the price of another.
    private void productUnits(Project project) {
        List<Part> parts = sheet.root().sections("products");
        for (int p = 0; p < parts.size(); p++) {
            PlantTerms.Product product = project.plant().products().get(p);
            if (product.sale() instanceof PlantTerms.Sale.AtPrice(String name, var _)) {
                Project.Price price = project.market().prices().get(name);
                if (price != null && !price.unit().equals(product.unit())) {
                    faults.error(
                            at(parts.get(p), "price"),
                            new Text(
                                    "it is counted in %s and its price '%s' is for 1 %s; both must be the same unit."
                                            .formatted(product.unit(), name, price.unit()),
                                    "数える単位は %s ですが、価格「%s」は 1 %s 当たりです。同じ単位でなければなりません。"
                                            .formatted(product.unit(), name, price.unit())),
                            new Text(
                                    "`unit: %s` at the price; an amount for another unit is converted."
                                            .formatted(product.unit()),
                                    "価格に `unit: %s` と書いてください。他の単位の金額は換算されます。".formatted(product.unit())));
                }
            }
        }
    }

    void productWithoutPrice(Part part) {
        faults.error(
                new Where(thing(part), part.line(), "price"),
                new Text(
                        "it has neither price nor disposal_cost; it must be sold or disposed of.",
                        "price も disposal_cost もありません。販売するか処分するかを決めなければなりません。"),
                new Text(
                        "`price: …` or `disposal_cost: 0` was forgotten.",
                        "`price: …` または `disposal_cost: 0` を書き足してください。"));
    }

    void inferredInBaseCase(Part part) {
        faults.error(
                at(part, "base_case"),
                new Text(
                        "inferred tonnes are put into the base case; they must never be counted as reserve.",
                        "予測資源量が基準ケースに入っています。埋蔵量に数えてはなりません。"),
                new Text(
                        "`base_case: no`, until drilling has made them indicated.",
                        "掘削で推定資源量になるまで `base_case: no` としてください。"));
    }

    void buildBeforeValuation(Part schedule, int months) {
        faults.warning(
                at(schedule, "build_start"),
                new Text(
                        "build_start lies %s months before the valuation date; building is taken to start then."
                                .formatted(-months),
                        "build_start が評価時点より %s か月前です。評価時点に着工するものとして計算します。".formatted(-months)),
                new Text("only what is still to be spent belongs into capex.", "これから支出する分だけを capex に書いてください。"));
    }

    void buildBeforePermits(Part schedule, int wanted, int permits) {
        faults.warning(
                at(schedule, "build_start"),
                new Text(
                        "build_start lies %s months after the valuation date, but permits take %s; building waits."
                                .formatted(wanted, permits),
                        "build_start は評価時点の %s か月後ですが、許認可に %s か月かかります。着工は許認可を待ちます。".formatted(wanted, permits)),
                new Text("the start should be later.", "着工を遅らせてください。"));
    }

    /// Every future is as long as the longest delay makes it, also where the middle of the delays is short.
    void delayEnds(Part delay, Timeline timeline) {
        if (timeline.longestDelay() > MOST_DELAY) {
            faults.error(
                    at(delay, "months"),
                    new Text(
                            "months reaches %s in one case in ten thousand; it must stay within %s."
                                    .formatted(NumberText.number(timeline.longestDelay()), MOST_DELAY),
                            "months が1万回に1回は %s に達します。%s 以内でなければなりません。"
                                    .formatted(NumberText.number(timeline.longestDelay()), MOST_DELAY)),
                    new Text("the spread is narrower, or has ends, as in 6..24.", "ばらつきを小さくするか、6..24 のように両端を書いてください。"));
        }
    }

    /// Whether the model can be made; a parameter that could not be read has been told already.
    boolean hasParameters(Part part, String model, List<String> needed) {
        List<String> lacking =
                needed.stream().filter(key -> part.get(key).isEmpty()).toList();
        if (lacking.isEmpty()) {
            return needed.stream()
                    .noneMatch(key -> part.given(key, Entry.Unread.class).isPresent());
        }
        String list = String.join(", ", lacking);
        faults.error(
                at(part, "model"),
                new Text(
                        "model %s lacks %s; each must be given.".formatted(model, list),
                        "モデル %s に %s がありません。必須です。".formatted(model, list)),
                new Text("another model is meant, such as flat.", "flat など別のモデルではありませんか。"));
        return false;
    }

    /// A price must not bear the name of another uncertain thing, nor of a product that has a price of its own.
    void priceName(Part part, Collection<String> others) {
        List<String> taken = new ArrayList<>(UNCERTAIN);
        taken.addAll(others);
        if (taken.contains(part.name())) {
            faults.error(
                    new Where(thing(part), part.line(), part.name()),
                    new Text(
                            "the name '%s' stands for something else in a sheet already.".formatted(part.name()),
                            "名前「%s」はシートの中で別のものを指します。".formatted(part.name())),
                    new Text(
                            "the price should be renamed, such as '%s-price'.".formatted(part.name()),
                            "「%s-price」のような別の名前にしてください。".formatted(part.name())));
        }
    }

    boolean correlates(TermSheet.Triple triple, List<TermSheet.Triple> before, Set<String> prices) {
        List<String> known = new ArrayList<>(prices);
        known.addAll(UNCERTAIN);
        Where here = new Where(project(), triple.value().origin().line(), "correlation");
        boolean good = true;
        if (triple.first().equals(triple.second())) {
            faults.error(
                    here,
                    new Text(
                            "'%s' stands with itself; a pair must be of two different things."
                                    .formatted(triple.first()),
                            "「%s」同士の相関が書かれています。異なる二つの組でなければなりません。".formatted(triple.first())),
                    new Text("the line can be deleted.", "この行は削除できます。"));
            good = false;
        }
        if (before.stream().anyMatch(triple::isSamePair)) {
            faults.error(
                    here,
                    new Text(
                            "'%s' with '%s' is given twice; it must be given once."
                                    .formatted(triple.first(), triple.second()),
                            "「%s」と「%s」の相関が二度書かれています。一度でなければなりません。".formatted(triple.first(), triple.second())),
                    new Text("delete one of them.", "どちらかを削除してください。"));
            good = false;
        }
        for (String word : List.of(triple.first(), triple.second())) {
            if (!known.contains(word)) {
                faults.noSuch(
                        here,
                        word,
                        new Text(
                                "price (or cost, delay, grade, stop, seizure)",
                                "価格（または cost、delay、grade、stop、seizure）"),
                        known);
                good = false;
            }
        }
        return good;
    }

    void unknownLoan(Part part, String id, Collection<String> loans) {
        faults.noSuch(at(part, "of"), id, new Text("loan", "借入"), List.copyOf(loans));
    }

    void amountAndShare(Part part) {
        faults.warning(
                at(part, "share"),
                new Text(
                        "amount and share are both given; the amount is taken.",
                        "amount と share の両方が書かれています。amount を使います。"),
                new Text("one of them should be deleted.", "どちらかを削除してください。"));
    }

    void windowBackwards(Part part) {
        faults.error(
                at(part, "last"),
                new Text("last lies before first; it must come after.", "last が first より前です。後でなければなりません。"),
                new Text("first and last were exchanged.", "first と last が入れ替わっていませんか。"));
    }

    // ---------------------------------------------------------------- rules on the whole

    private void supportsCount(Project project) {
        int count = project.finance().supports().size();
        if (count > MOST_SUPPORTS) {
            faults.error(
                    at(sheet.root(), "supports"),
                    new Text(
                            "there are %s supports; there must be %s or fewer.".formatted(count, MOST_SUPPORTS),
                            "支援が %s 件あります。%s 件以下でなければなりません。".formatted(count, MOST_SUPPORTS)),
                    new Text("supports of one kind can be put together.", "同じ種類の支援をまとめてください。"));
        }
    }

    /// Loans of fixed amount must not exceed what the project costs, nor shares the whole.
    private void debtAboveCost(Project project) {
        double fixed = 0;
        double shares = 0;
        for (FinanceTerms.Loan loan : project.finance().loans()) {
            switch (loan.size()) {
                case FinanceTerms.Size.Fixed(SheetFigure amount) -> fixed += amount.central();
                case FinanceTerms.Size.Share(SheetFigure share) -> shares += share.central();
                case FinanceTerms.Size.Carried _ -> {
                    // sized on the cash flow, under the gearing
                }
            }
        }
        Part finance = sheet.root().section("finance");
        double cost = project.plant().capital().total()
                * project.plant().capital().overrun().central();
        String currency = project.header().money().currency();
        boolean known = sheet.root().section("capex").sections("items").stream()
                .allMatch(item -> item.given("amount").isPresent());
        if (known && fixed > cost * (1 + SAME)) {
            faults.error(
                    at(finance, "loans"),
                    new Text(
                            "the loans add up to %s %s, the capital cost to %s; debt must not exceed the cost."
                                    .formatted(NumberText.number(fixed), currency, NumberText.number(cost)),
                            "借入の合計 %s %s が建設費 %s を超えています。借入は費用以下でなければなりません。"
                                    .formatted(NumberText.number(fixed), currency, NumberText.number(cost))),
                    new Text(
                            "an amount is in the wrong unit, or a part of the cost is missing from capex.items.",
                            "金額の単位の誤り、または capex.items の書き漏れではありませんか。"));
        }
        if (shares > 1 + ROUNDED) {
            faults.error(
                    at(finance, "loans"),
                    new Text(
                            "the shares of the loans sum to %s; they must not exceed 100%%."
                                    .formatted(NumberText.percent(shares)),
                            "借入の割合の合計が %s です。100%% 以下でなければなりません。".formatted(NumberText.percent(shares))),
                    new Text("shares are of the total cost, not of the debt.", "割合は借入総額ではなく総費用に対するものです。"));
        }
    }

    private void equityShares(Project project) {
        double sum = project.finance().equity().stream()
                .mapToDouble(FinanceTerms.Shareholder::share)
                .sum();
        boolean all =
                project.finance().equity().stream().allMatch(e -> e.amount().isEmpty());
        if (all && sum > 0 && Math.abs(sum - 1) > ROUNDED) {
            faults.error(
                    at(sheet.root().section("finance"), "equity"),
                    new Text(
                            "the shares of the equity sum to %s; they must sum to 100%%."
                                    .formatted(NumberText.percent(sum)),
                            "出資割合の合計が %s です。100%% でなければなりません。".formatted(NumberText.percent(sum))),
                    new Text("an equity owner is missing.", "書かれていない出資者がいませんか。"));
        }
    }

    private void basketSum() {
        Part geology = sheet.root().section("geology");
        Optional<Entry.Shares> basket = geology.given("basket", Entry.Shares.class);
        double sum = basket.map(b -> b.figures().values().stream()
                        .mapToDouble(SheetFigure::central)
                        .sum())
                .orElse(0.0);
        if (sum > 1 + ROUNDED) {
            faults.error(
                    at(geology, "basket"),
                    new Text(
                            "the shares of the basket sum to %s; they must not exceed 100%%."
                                    .formatted(NumberText.percent(sum)),
                            "basket の合計が %s です。100%% 以下でなければなりません。".formatted(NumberText.percent(sum))),
                    new Text("a share is of the ore, not of what is recovered.", "鉱石に対する割合を書いていませんか。回収分に対する割合です。"));
        }
        List<String> products =
                sheet.root().sections("products").stream().map(Part::name).toList();
        basket.ifPresent(b -> b.figures().forEach((name, figure) -> {
            if (!products.contains(name)) {
                faults.warning(
                        new Where(project(), figure.origin().line(), name),
                        new Text(
                                "the basket holds '%s', which is no product; it must be sold or disposed of."
                                        .formatted(name),
                                "basket に製品にない「%s」があります。販売するか処分するかを決めなければなりません。".formatted(name)),
                        faults.near(name, products)
                                .orElse(new Text(
                                        "a product with its price or disposal_cost is missing.",
                                        "price または disposal_cost のある製品を書き足してください。")));
            }
        }));
    }

    /// A source that numbers name must be among the sources, if the sheet has any.
    private void sourcesKnown(Part part) {
        List<String> known =
                sheet.root().sections("sources").stream().map(Part::name).toList();
        if (!known.isEmpty()) {
            sources(part, known);
        }
    }

    private void sources(Part part, List<String> known) {
        part.entries().forEach((key, entry) -> {
            switch (entry) {
                case Entry.Number(SheetFigure f) -> source(part, key, f, known);
                case Entry.Numbers(List<SheetFigure> figures, int _) ->
                    figures.forEach(f -> source(part, key, f, known));
                case Entry.Shares(var figures, int _) -> figures.values().forEach(f -> source(part, key, f, known));
                case Entry.Section(Part inner) -> sources(inner, known);
                case Entry.Sections(List<Part> parts) -> parts.forEach(p -> sources(p, known));
                case Entry.Word _, Entry.Titled _, Entry.Month _, Entry.Triples _, Entry.Unread _ -> {
                    // no number
                }
            }
        });
    }

    private void source(Part part, String key, SheetFigure figure, List<String> known) {
        for (String id : figure.origin().source().orElse("").split(";")) {
            String word = id.strip();
            if (!word.isEmpty() && !word.equals("assumption") && !known.contains(word)) {
                faults.warning(
                        new Where(thing(part), figure.origin().line(), key),
                        new Text(
                                "source is '%s'; it must be a source of the sheet.".formatted(word),
                                "出典が「%s」です。シートにある出典でなければなりません。".formatted(word)),
                        faults.near(word, known)
                                .orElse(new Text("it is missing from `sources`.", "`sources` に書き足してください。")));
            }
        }
    }

    /// Guarantees of one loan cannot cover more than the whole of it.
    private void coversTogether(Project project) {
        for (FinanceTerms.Loan loan : project.finance().loans()) {
            double cover = project.finance().supports().stream()
                    .mapToDouble(s ->
                            s instanceof SupportTerms.Guarantee g && g.loan().equals(loan.id())
                                    ? g.cover().central()
                                    : 0)
                    .sum();
            if (cover > 1 + SAME) {
                faults.error(
                        at(sheet.root(), "supports"),
                        new Text(
                                "guarantees cover %s of loan '%s'; they must not exceed 100%%."
                                        .formatted(NumberText.percent(cover), loan.id()),
                                "借入「%s」の保証割合の合計が %s です。100%% 以下でなければなりません。"
                                        .formatted(loan.id(), NumberText.percent(cover))),
                        new Text("each giver's part should be its own share.", "保証者ごとの分担割合を書いてください。"));
            }
        }
    }

    // ---------------------------------------------------------------- the split of cash

    /// Shares must be the whole; a hurdle needs a share for its party, a catch-up a rate above its carry.
    boolean splitShares(Part part, SplitTerms.Tier tier) {
        return switch (tier) {
            case SplitTerms.Tier.Capital _, SplitTerms.Tier.Preferred _, SplitTerms.Tier.Memorandum _ -> true;
            case SplitTerms.Tier.CatchUp(String _, double carry, double rate) -> {
                if (rate <= carry) {
                    faults.error(
                            at(part, "rate"),
                            new Text(
                                    "rate is %s; it must be above the carry, %s."
                                            .formatted(NumberText.percent(rate), NumberText.percent(carry)),
                                    "rate が %s です。carry の %s より大きくなければなりません。"
                                            .formatted(NumberText.percent(rate), NumberText.percent(carry))));
                }
                yield rate > carry;
            }
            case SplitTerms.Tier.Hurdle(String party, double _, Map<String, Double> shares) -> {
                boolean own = shares.getOrDefault(party, 0.0) > 0;
                if (!own) {
                    faults.error(
                            at(part, "shares"),
                            new Text(
                                    "party '%s' has no share; it must have one, or its return never rises."
                                            .formatted(party),
                                    "当事者「%s」の割合がありません。割合がなければリターンは上がりません。".formatted(party)));
                }
                yield own & whole(part, shares);
            }
            case SplitTerms.Tier.Rest(Map<String, Double> shares) -> whole(part, shares);
        };
    }

    private boolean whole(Part part, Map<String, Double> shares) {
        double sum = shares.values().stream().mapToDouble(share -> share).sum();
        if (Math.abs(sum - 1) > ROUNDED) {
            faults.error(
                    at(part, "shares"),
                    new Text(
                            "shares sum to %s; they must sum to 100%%.".formatted(NumberText.percent(sum)),
                            "割合の合計が %s です。100%% でなければなりません。".formatted(NumberText.percent(sum))));
        }
        return Math.abs(sum - 1) <= ROUNDED;
    }

    /// Who lends, owns or gives need not stand among the parties, but nearly the name of one was surely meant for
    /// it.
    void party(Part part, String key, List<String> known) {
        String word = part.word(key);
        if (!word.isEmpty() && !known.contains(word)) {
            faults.near(word, known)
                    .ifPresent(cure -> faults.warning(
                            at(part, key),
                            new Text(
                                    "%s is '%s', which is no party of the sheet.".formatted(key, word),
                                    "%s の「%s」はシートの当事者にありません。".formatted(key, word)),
                            cure));
        }
    }

    /// Where the sheet names parties or shareholders, a tier names one of them.
    boolean splitParty(Part part, String party, List<String> known) {
        if (!known.isEmpty() && !known.contains(party)) {
            faults.noSuch(at(part, "shares"), party, new Text("party", "当事者"), known);
        }
        return known.isEmpty() || known.contains(party);
    }

    /// Who is to get its money back must have paid it in.
    boolean splitPayer(Part part, String payer, List<String> owners) {
        if (!owners.contains(payer)) {
            faults.error(
                    at(part, "payer"),
                    new Text(
                            "payer '%s' brings no equity; it must be in finance.equity.".formatted(payer),
                            "払込者「%s」は出資していません。finance.equity に書いてください。".formatted(payer)));
        }
        return owners.contains(payer);
    }

    /// The last tier must take what is left.
    boolean splitEnds(Part last, List<SplitTerms.Tier> tiers) {
        boolean memorandum = tiers.stream().anyMatch(SplitTerms.Tier.Memorandum.class::isInstance);
        boolean ends = memorandum ? tiers.size() == 1 : tiers.getLast() instanceof SplitTerms.Tier.Rest;
        if (!ends) {
            faults.error(
                    new Where(project(), last.line(), "split"),
                    memorandum
                            ? new Text(
                                    "a memorandum stands alone; it must be the only tier.",
                                    "memorandum は単独で、唯一の段階でなければなりません。")
                            : new Text(
                                    "the last tier is '%s'; it must be `rest`.".formatted(last.name()),
                                    "最後の段階が「%s」です。`rest` でなければなりません。".formatted(last.name())));
        }
        return ends;
    }
}
