package org.genryu.value.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.value.price.PriceModel;
import org.genryu.value.project.Project.Host;
import org.genryu.value.project.Project.Market;
import org.genryu.value.project.Project.Timeline;
import org.genryu.value.project.TermSheet.Entry;
import org.genryu.value.project.TermSheet.Part;

/// Term sheet -> project: words become types, dates become months from the valuation date, defaults are filled in, and
/// the rules that join several keys are checked ([SheetRules]).
///
/// Size: one method for each part of a project.
final class SheetResolver {
    private final TermSheet sheet;
    private final Part root;
    private final SheetFaults faults;
    /// In the order of the sheet, with where each stands.
    private final List<Map.Entry<SupportTerms, Part>> supported = new ArrayList<>();

    private final SheetRules rules;

    private SheetResolver(TermSheet sheet) {
        this.sheet = sheet;
        this.root = sheet.root();
        this.faults = new SheetFaults(sheet.file());
        this.rules = new SheetRules(sheet, faults);
    }

    static Outcome<Project> resolve(TermSheet sheet) {
        SheetResolver resolver = new SheetResolver(sheet);
        if (!resolver.hasWhatItTakes()) {
            return Outcome.failed(resolver.faults.all());
        }
        Project project = resolver.project();
        resolver.rules.check(project);
        return Outcome.of(project, resolver.faults.all());
    }

    /// Without these nothing can be worked out; the reader has told each of them already.
    private boolean hasWhatItTakes() {
        return root.given("valuation_date", Entry.Month.class).isPresent()
                && root.section("schedule").given("build").isPresent()
                && root.section("schedule").given("operate").isPresent()
                && !root.sections("products").isEmpty();
    }

    private Project project() {
        Timeline timeline = timeline();
        FinanceTerms finance = finance(timeline);
        Project.Header header = header(SheetNames.of(root, supported));
        return new Project(header, timeline, plant(timeline), market(), host(), finance);
    }

    private Project.Header header(SheetNames names) {
        Map<String, Project.Source> sources = new LinkedHashMap<>();
        for (Part p : root.sections("sources")) {
            sources.put(
                    p.name(),
                    new Project.Source(
                            p.name(),
                            p.word("title"),
                            p.word("publisher"),
                            p.word("url"),
                            p.word("date"),
                            p.word("reliability"),
                            p.word("credibility")));
        }
        Text title =
                root.given("title", Entry.Titled.class).map(Entry.Titled::text).orElse(Text.same(sheet.id()));
        List<String> processes = java.util.Arrays.stream(root.word("process").split(";"))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        List<Text> warnings = new ArrayList<>();
        root.sections("warnings")
                .forEach(p -> p.given("text", Entry.Titled.class).ifPresent(t -> warnings.add(t.text())));
        return new Project.Header(
                sheet.id(),
                title,
                new Project.Builds(processes, processes.isEmpty() ? 0 : root.line("process")),
                sheet.money(),
                choice(Project.Stage.class, root.word("stage")),
                sources,
                warnings,
                names);
    }

    static <E extends Enum<E>> E choice(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    // ---------------------------------------------------------------- time

    private Timeline timeline() {
        Part rates = root.section("rates");
        Part schedule = root.section("schedule");
        Part delay = schedule.section("delay");
        int valuation = root.given("valuation_date", Entry.Month.class)
                .map(Entry.Month::month)
                .orElse(0);
        int permits = (int) Math.round(schedule.number("permits").central());
        int wanted = schedule.given("build_start", Entry.Month.class)
                .map(m -> m.month() - valuation)
                .orElse(permits);
        if (wanted < 0) {
            rules.buildBeforeValuation(schedule, wanted);
        } else if (wanted < permits) {
            rules.buildBeforePermits(schedule, wanted, permits);
        }
        Timeline timeline = new Timeline(
                new Project.Rates(
                        rates.number("discount"),
                        rates.number("riskless"),
                        rates.number("inflation"),
                        rates.word("timing").equals("mid")),
                valuation,
                Math.max(0, Math.max(wanted, permits)),
                months(schedule, "build"),
                Math.max(1, months(schedule, "operate")),
                delay.number("chance"),
                delay.number("months"),
                delay.number("with_overrun"));
        rules.delayEnds(delay, timeline);
        return timeline;
    }

    private static int months(Part part, String key) {
        return (int) Math.round(part.number(key).central());
    }

    // ---------------------------------------------------------------- the plant

    private PlantTerms plant(Timeline timeline) {
        Part environment = root.section("environment");
        return new PlantTerms(
                capital(timeline),
                output(),
                geology(),
                root.sections("products").stream().map(this::product).toList(),
                costs(),
                new PlantTerms.Environment(
                        burdens(environment), environment.number("closing"), months(environment, "closing_time")));
    }

    private PlantTerms.Capital capital(Timeline timeline) {
        Part capex = root.section("capex");
        List<PlantTerms.Item> items = capex.sections("items").stream()
                .map(p -> new PlantTerms.Item(
                        p.word("item"), p.number("amount"), choice(PlantTerms.ItemKind.class, p.word("kind"))))
                .toList();
        PlantTerms.Overrun overrun = capex.given("overrun", Entry.Word.class)
                .<PlantTerms.Overrun>map(w -> new PlantTerms.Overrun.OfClass(
                        w.text(), SheetFigure.Origin.of(capex.path("overrun"), w.line(), w.text())))
                .orElseGet(() -> new PlantTerms.Overrun.Given(capex.number("overrun")));
        return new PlantTerms.Capital(
                items, spread(capex, timeline.buildMonths()), overrun, root.number("sustaining_capex"));
    }

    /// Shares by year -> shares by month; a last year that is cut short spends its share in its months.
    private List<Double> spread(Part capex, int months) {
        List<SheetFigure> shares = capex.given("spread", Entry.Numbers.class)
                .map(Entry.Numbers::figures)
                .orElse(List.of());
        if (months == 0) {
            return List.of();
        }
        int years = (months + 11) / 12;
        if (shares.isEmpty() || !rules.spreadFits(capex, shares, years)) {
            return java.util.Collections.nCopies(months, 1.0 / months);
        }
        List<Double> byMonth = new ArrayList<>();
        for (int m = 0; m < months; m++) {
            int year = m / 12;
            int length = Math.min(12, months - 12 * year);
            byMonth.add(shares.get(year).central() / length);
        }
        return byMonth;
    }

    private PlantTerms.Output output() {
        Part geology = root.section("geology");
        List<Double> ramp = new ArrayList<>();
        SheetFigure.Origin origin = SheetFigure.Origin.standard("ramp_up", "100 %");
        Optional<Entry> entry = root.get("ramp_up");
        if (entry.isPresent() && entry.get() instanceof Entry.Word(String text, int line)) {
            ramp.addAll(RiskClasses.rampUp(text));
            origin = SheetFigure.Origin.of("ramp_up", line, text);
        } else if (entry.isPresent() && entry.get() instanceof Entry.Numbers(List<SheetFigure> figures, int line)) {
            for (SheetFigure figure : figures) {
                ramp.addAll(java.util.Collections.nCopies(12, figure.central()));
            }
            origin = SheetFigure.Origin.of("ramp_up", line, figures.toString());
        }
        if (ramp.isEmpty()) {
            ramp.add(1.0);
        }
        return new PlantTerms.Output(
                ramp, origin, root.number("decline"), geology.number("grade_factor"), geology.number("yearly_factor"));
    }

    private PlantTerms.Geology geology() {
        Part geology = root.section("geology");
        Part technology = root.section("technology");
        return new PlantTerms.Geology(
                geology.number("ore"),
                geology.number("grade"),
                geology.number("recovery"),
                geology.sections("resource").stream().map(this::resource).toList(),
                geology.given("basket", Entry.Shares.class)
                        .map(Entry.Shares::figures)
                        .orElse(Map.of()),
                geology.sections("feeds").stream()
                        .map(p -> new PlantTerms.Feed(
                                p.word("feed"),
                                p.number("amount"),
                                p.number("recovery"),
                                p.given("content", Entry.Shares.class)
                                        .map(Entry.Shares::figures)
                                        .orElse(Map.of())))
                        .toList(),
                technology.number("readiness"),
                technology.number("depth"));
    }

    private PlantTerms.Resource resource(Part part) {
        String word = part.word("class");
        PlantTerms.ResourceClass kind =
                word.isEmpty() ? PlantTerms.ResourceClass.INDICATED : choice(PlantTerms.ResourceClass.class, word);
        boolean inferred = kind == PlantTerms.ResourceClass.INFERRED;
        String written = part.word("base_case");
        if (inferred && written.equals("yes")) {
            rules.inferredInBaseCase(part);
        }
        SheetFigure factor = part.given("factor")
                .orElseGet(() -> new SheetFigure(
                        org.genryu.core.number.Amount.of(RiskClasses.reserveFactor(kind)),
                        "fraction",
                        SheetFigure.Origin.standard(
                                part.path("factor"), kind.name().toLowerCase(Locale.ROOT))));
        boolean counts = !inferred && !written.equals("no");
        return new PlantTerms.Resource(kind, part.number("tonnes"), part.number("grade"), factor, counts, part.line());
    }

    private PlantTerms.Product product(Part part) {
        Optional<Entry> price = part.get("price");
        Optional<SheetFigure> disposal = part.given("disposal_cost");
        PlantTerms.Sale sale;
        if (price.isPresent() && price.get() instanceof Entry.Word(String name, int _)) {
            sale = new PlantTerms.Sale.AtPrice(name, part.number("payable"));
        } else if (price.isPresent() && price.get() instanceof Entry.Number) {
            sale = new PlantTerms.Sale.AtPrice(part.name(), part.number("payable"));
        } else {
            if (part.get("price").isEmpty() && part.get("disposal_cost").isEmpty()) {
                rules.productWithoutPrice(part);
            }
            sale = new PlantTerms.Sale.Disposed(disposal.orElseGet(() -> part.given("disposal_cost")
                    .orElse(SheetFigure.of(part.path("disposal_cost"), 0, part.word("unit")))));
        }
        return new PlantTerms.Product(part.name(), part.word("unit"), part.number("amount"), sale, part.number("sold"));
    }

    private List<PlantTerms.Cost> costs() {
        String first = root.sections("products").getFirst().name();
        return root.sections("costs").stream()
                .map(p -> new PlantTerms.Cost(
                        p.word("item"),
                        p.number("fixed"),
                        p.number("variable"),
                        p.word("of").isEmpty() ? first : p.word("of")))
                .toList();
    }

    private static List<PlantTerms.Burden> burdens(Part part) {
        List<PlantTerms.Burden> burdens = new ArrayList<>();
        for (String kind : List.of("waste", "co2", "water")) {
            if (part.given(kind).isPresent()) {
                Optional<SheetFigure> active = kind.equals("waste") ? part.given("radioactivity") : Optional.empty();
                burdens.add(new PlantTerms.Burden(kind, part.number(kind), part.number(kind + "_cost"), active));
            }
        }
        return burdens;
    }

    // ---------------------------------------------------------------- prices

    private Market market() {
        Map<String, Project.Price> prices = new LinkedHashMap<>();
        List<String> own = root.sections("products").stream()
                .filter(product -> product.given("price").isPresent())
                .map(Part::name)
                .toList();
        for (Part part : root.sections("prices")) {
            rules.priceName(part, own);
            price(part).ifPresent(p -> prices.put(part.name(), p));
        }
        for (Part product : root.sections("products")) {
            product.given("price")
                    .ifPresent(figure -> prices.put(
                            product.name(),
                            new Project.Price(
                                    product.name(),
                                    product.word("unit"),
                                    new PriceModel.Flat(Math.max(figure.central(), Double.MIN_NORMAL)),
                                    true,
                                    "",
                                    figure.origin())));
        }
        List<TermSheet.Triple> triples = root.given("correlation", Entry.Triples.class)
                .map(Entry.Triples::triples)
                .orElse(List.of());
        List<Project.Correlation> pairs = new ArrayList<>();
        for (int i = 0; i < triples.size(); i++) {
            TermSheet.Triple triple = triples.get(i);
            if (rules.correlates(triple, triples.subList(0, i), prices.keySet())) {
                pairs.add(new Project.Correlation(
                        triple.first(), triple.second(), triple.value().central()));
            }
        }
        return new Market(prices, pairs);
    }

    private Optional<Project.Price> price(Part part) {
        SheetFigure.Origin origin = SheetFigure.Origin.of(part.path(), part.line(), part.word("model"));
        return PriceTerms.model(part, root.section("rates"), rules)
                .map(model -> new Project.Price(
                        part.name(),
                        part.word("unit"),
                        model,
                        part.word("terms").equals("real"),
                        part.word("of"),
                        origin));
    }

    // ---------------------------------------------------------------- the state

    private Host host() {
        Part fiscal = root.section("fiscal");
        Part depreciation = fiscal.section("depreciation");
        Part politics = root.section("politics");
        Part stop = politics.section("stop");
        Part seizure = politics.section("seizure");
        return new Host(
                new Project.Fiscal(
                        fiscal.number("royalty"),
                        fiscal.word("royalty_base").equals("nsr"),
                        fiscal.number("tax"),
                        choice(Project.Write.class, depreciation.word("method")),
                        depreciation.number("years"),
                        depreciation.number("rate"),
                        choice(Project.Losses.class, fiscal.word("losses")),
                        fiscal.number("tax_credit"),
                        fiscal.number("rent_tax"),
                        fiscal.number("rent_uplift"),
                        fiscal.number("state_share"),
                        root.section("working_capital").number("days")),
                new Project.Politics(
                        stop.number("hazard"),
                        stop.number("months"),
                        stop.number("idle_cost"),
                        seizure.number("hazard"),
                        seizure.number("recovery"),
                        politics.number("link_to_price")));
    }

    // ---------------------------------------------------------------- finance

    private FinanceTerms finance(Timeline timeline) {
        Part part = root.section("finance");
        List<FinanceTerms.Loan> loans =
                part.sections("loans").stream().map(this::loan).toList();
        Map<String, FinanceTerms.Loan> byId = new HashMap<>();
        loans.forEach(l -> byId.put(l.id(), l));
        List<String> parties =
                root.sections("parties").stream().map(p -> p.word("party")).toList();
        part.sections("loans").forEach(p -> rules.party(p, "lender", parties));
        part.sections("equity").forEach(p -> rules.party(p, "party", parties));
        root.sections("supports").forEach(p -> rules.party(p, "giver", parties));
        SupportReader supports = new SupportReader(rules, byId, timeline.valuation());
        List<FinanceTerms.Shareholder> equity =
                part.sections("equity").stream().map(SheetResolver::shareholder).toList();
        return new FinanceTerms(
                terms(part),
                loans,
                equity,
                supports(supports),
                root.sections("parties").stream()
                        .map(p -> new FinanceTerms.Party(
                                p.word("party"), p.word("name"), p.word("country"), p.word("role"), p.word("brings")))
                        .toList(),
                SplitReader.read(root, rules, equity));
    }

    private List<SupportTerms> supports(SupportReader reader) {
        for (Part part : root.sections("supports")) {
            reader.read(part).ifPresent(support -> supported.add(Map.entry(support, part)));
        }
        return supported.stream().map(Map.Entry::getKey).toList();
    }

    private static FinanceTerms.Terms terms(Part part) {
        Part construction = part.section("construction");
        Part reserves = part.section("reserves");
        int service = part.given("step")
                .map(f -> (int) Math.round(f.central()))
                .orElse(
                        switch (part.word("period")) {
                            case "quarter" -> 3;
                            case "half" -> 6;
                            default -> 12;
                        });
        return new FinanceTerms.Terms(
                part.number("gearing"),
                service,
                choice(FinanceTerms.Rule.class, construction.word("rule")),
                construction.word("paid").equals("capitalised"),
                months(construction, "step"),
                choice(FinanceTerms.Order.class, part.word("order")),
                reserves.number("dsra"),
                reserves.word("funded").equals("start"),
                part.section("lock_up").number("dscr"),
                part.number("sweep"),
                part.number("sponsor_support"),
                part.word("deferral").equals("yes"),
                remedies(part.section("default")));
    }

    private static FinanceTerms.Remedies remedies(Part part) {
        return new FinanceTerms.Remedies(
                part.number("cure"),
                part.number("ratio"),
                choice(FinanceTerms.Remedy.class, part.word("way")),
                part.given("recovery"),
                part.number("lag"),
                part.number("cost"),
                part.number("recourse"));
    }

    private FinanceTerms.Loan loan(Part part) {
        if (part.given("amount").isPresent() && part.given("share").isPresent()) {
            rules.amountAndShare(part);
        }
        FinanceTerms.Size size = part.given("amount")
                .<FinanceTerms.Size>map(FinanceTerms.Size.Fixed::new)
                .or(() -> part.given("share").map(FinanceTerms.Size.Share::new))
                .orElseGet(FinanceTerms.Size.Carried::new);
        return new FinanceTerms.Loan(
                part.name(),
                part.word("lender"),
                choice(FinanceTerms.Rank.class, part.word("rank")),
                size,
                part.number("rate"),
                Math.max(1, (int) Math.round(part.number("tenor").central() * 12)),
                months(part, "grace"),
                choice(FinanceTerms.Shape.class, part.word("shape")),
                part.number("dscr"),
                part.number("upfront_fee"),
                part.number("commitment_fee"),
                part.word("capitalise").equals("yes"),
                part.given("market_rate"));
    }

    private static FinanceTerms.Shareholder shareholder(Part part) {
        return new FinanceTerms.Shareholder(
                part.word("party"),
                part.given("share").map(SheetFigure::central).orElse(0.0),
                part.given("amount"),
                part.word("kind").equals("preferred"),
                part.number("rate"));
    }
}
