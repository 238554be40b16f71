package org.genryu.report.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.brief.Brief.Part;
import org.genryu.report.words.CaseWords;
import org.genryu.report.write.NumberFormat;
import org.genryu.results.Citations;
import org.genryu.stress.account.MeasureEffects;
import org.genryu.stress.account.PlantStress;
import org.genryu.stress.account.PriceStress;
import org.genryu.stress.account.SectorStress;
import org.genryu.stress.account.StockStress;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.Survival;
import org.genryu.stress.account.UseStress;
import org.genryu.stress.damage.DamageAccount;
import org.genryu.stress.month.MeasurePayment;
import org.genryu.stress.month.WorldStocks;
import org.genryu.stress.shelf.ShelfRow;

/// What do the months of a scenario say in a few words? Who runs short, when and for how long, what prices
/// do inside and outside, which stock runs out, what it costs, and how sure that is; all against the calm
/// world. Every number is the account's own, here it gets words.
///
/// Size: one short method for each sentence of one screen.
public final class StressBrief {
    private static final int MOST = 6;

    /// A measure that changes less of what users lose is not told as a change: rounds of a month may leave as much
    /// open [fraction].
    public static final double TELLING = 0.01;

    private static final String GROUP = "group:";

    private final StressAccount account;
    private final Told told;
    private final Lang lang;
    private final SupplyCase of;
    private final CaseWords called;
    private final NumberFormat shown;
    private final ShelfWords words;

    /// What is known of the question beside the account.
    ///
    /// @param assumptions rows of the case that are marked as assumed
    /// @param inForce whether the scenario is in force in the base of the case
    /// @param effects of the measures, if somebody asked
    /// @param damage what it costs economies, where it was counted
    public record Told(
            int assumptions, boolean inForce, Optional<MeasureEffects> effects, Optional<DamageAccount> damage) {
        public Told(
                CaseFile file,
                StressAccount account,
                Optional<MeasureEffects> effects,
                Optional<DamageAccount> damage) {
            this(
                    Citations.of(file).assumptions().size(),
                    file.header().base().contains(account.answer().scenario().id()),
                    effects,
                    damage);
        }
    }

    public StressBrief(StressAccount account, Told told, Lang lang) {
        this.account = account;
        this.told = told;
        this.lang = lang;
        this.of = account.balances().under().of();
        this.called = new CaseWords(of, lang);
        this.shown = new NumberFormat(lang);
        this.words = new ShelfWords(of, lang);
    }

    public Brief brief() {
        List<Part> parts = new ArrayList<>(hits());
        parts.addAll(2, bears());
        if (!account.answer().payments().isEmpty()) {
            parts.add(part(StressPhrases.MEASURES, measures()));
        }
        parts.add(part(StressPhrases.SURE, List.of(sure())));
        List<UseStress> home = account.shortAtHome();
        return new Brief(
                title(),
                parts,
                home.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Brief.Goods(
                                home.getFirst().place(), home.getFirst().commodity())));
    }

    /// Where it hits: who runs short, prices, costs.
    public List<Part> hits() {
        return List.of(
                part(StressPhrases.SHORT, shortages()),
                part(StressPhrases.PRICES, prices()),
                part(StressPhrases.COSTS, costs()));
    }

    /// What bears it: stocks and plants.
    public List<Part> bears() {
        return List.of(part(StressPhrases.STOCKS, stocks()), part(StressPhrases.PLANTS, plants()));
    }

    private Part part(StressPhrases head, List<Line> lines) {
        return new Part(say(head), lines);
    }

    private String say(StressPhrases words, Object... values) {
        return words.in(lang, values);
    }

    private List<String> title() {
        String scenario = account.answer().scenario().title().in(lang);
        int last = account.answer().clock().months() - 1;
        int ahead = account.answer().clock().foresight();
        List<String> title = new ArrayList<>(List.of(
                say(StressPhrases.WHAT_IF, scenario),
                say(
                        StressPhrases.AGAINST,
                        of.info().title().in(lang),
                        called.period(0),
                        called.period(last),
                        ahead > last ? say(StressPhrases.SEES_ALL) : say(StressPhrases.SEES, ahead))));
        if (told.inForce()) {
            title.add(say(StressPhrases.IN_FORCE));
        }
        return title;
    }

    private List<Line> shortages() {
        List<UseStress> home = account.shortAtHome();
        long elsewhere =
                account.uses().stream().filter(use -> use.first().isPresent()).count() - home.size();
        if (home.isEmpty()) {
            return List.of(sentence(
                    say(StressPhrases.NOBODY) + (elsewhere > 0 ? say(StressPhrases.ELSEWHERE, elsewhere) : "")));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.list("", home.stream().limit(MOST).map(this::use).toList(), home.size(), 6));
        UseStress first = home.stream()
                .min(Comparator.comparingInt((UseStress use) -> use.first().orElseThrow())
                        .thenComparing(use -> use.demand()))
                .orElseThrow();
        lines.add(sentence(say(
                        StressPhrases.FIRST,
                        called.commodity(first.commodity()),
                        called.place(first.place()),
                        called.period(first.first().orElseThrow()))
                + (elsewhere > 0 ? say(StressPhrases.ELSEWHERE, elsewhere) : "")));
        List<Survival> countries = account.homeSurvival();
        lines.add(Line.list(
                say(StressPhrases.HOLDS), countries.stream().map(this::holds).toList(), countries.size(), 2));
        return lines;
    }

    /// How long a country holds out, with what, and how many days of that it keeps.
    private String holds(Survival country) {
        String name = country(country.country());
        if (country.weakest().isEmpty()) {
            return say(StressPhrases.HOLDS_ALL, name);
        }
        UseStress weakest = country.weakest().get();
        String what = account.survival().stream()
                .filter(one -> one.country().equals(country.country())
                        && one.commodity().isPresent()
                        && one.commodity().getAsInt() == weakest.commodity())
                .findFirst()
                .map(one -> called.commodity(weakest.commodity()) + words.separator() + cover(one))
                .orElse(called.commodity(weakest.commodity()));
        String after = country.recover().isPresent()
                ? say(StressPhrases.SERVICE_AFTER, country.recover().getAsInt())
                : say(StressPhrases.NOT_WHOLE);
        double survive = country.survive().orElseThrow();
        String held = survive < ShelfWords.AT_ONCE
                ? say(StressPhrases.NO_MONTH)
                : say(StressPhrases.MONTHS, ShelfWords.months(survive));
        return say(StressPhrases.HOLDS_OUT, name, held, what, after);
    }

    private String cover(Survival one) {
        double all = one.cover().orElse(0);
        double open = one.open().orElse(0);
        return days(all).equals(days(open))
                ? say(StressPhrases.COVERED, days(all))
                : say(StressPhrases.COVERED_OPEN, days(all), days(open));
    }

    private static String days(double days) {
        return String.format(Locale.ROOT, "%.0f", days);
    }

    /// A country by its name; what has none by its id.
    public String country(String id) {
        int place = of.world().places().ids().find(id);
        return place < 0 ? id : called.place(place);
    }

    private String use(UseStress use) {
        return words.use(ShelfRow.Lack.of(use, account.answer().clock().first()));
    }

    private List<Line> prices() {
        List<PriceStress> moved = account.movedAtHome();
        if (moved.isEmpty()) {
            return List.of(sentence(say(StressPhrases.NO_MOVE)));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.list(
                say(StressPhrases.CALM_TO),
                moved.stream().limit(MOST).map(this::price).toList(),
                moved.size(),
                4));
        inside(moved).ifPresent(lines::add);
        dumped().ifPresent(lines::add);
        return lines;
    }

    private String price(PriceStress one) {
        return words.price(ShelfRow.Move.of(one, account.answer().clock().first()));
    }

    /// The price at home beside that of the other side in the same month, where they part.
    private Optional<Line> inside(List<PriceStress> moved) {
        List<String> entries = new ArrayList<>();
        for (PriceStress one : moved) {
            OptionalInt there = account.inside(one);
            if (there.isPresent() && entries.size() < 3) {
                int m = there.getAsInt();
                entries.add(say(
                        StressPhrases.INSIDE,
                        called.commodity(one.commodity()),
                        ShelfWords.rounded(account.path().price()[m][one.month()]),
                        called.place(account.answer().calm().balance().markets().place()[m]),
                        words.quoted(one.price(), one.commodity()),
                        called.place(one.place())));
            }
        }
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(Line.list(say(StressPhrases.TWO_PRICES), entries, entries.size(), 2));
    }

    private Optional<Line> dumped() {
        var markets = account.answer().calm().balance().markets();
        List<String> entries = new ArrayList<>();
        account.dumped()
                .forEach((m, amount) -> entries.add(say(
                        StressPhrases.DUMPED_AMOUNT,
                        called.commodity(markets.commodity()[m]),
                        shown.about(amount, called.unit(markets.commodity()[m])),
                        called.place(markets.place()[m]))));
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(Line.list(say(StressPhrases.DUMPED), entries, entries.size(), 2));
    }

    private List<Line> stocks() {
        List<StockStress> out = account.emptyAtHome();
        if (out.isEmpty()) {
            return List.of(sentence(say(StressPhrases.NONE_EMPTY)));
        }
        return List.of(Line.list(
                say(StressPhrases.EMPTY),
                out.stream().limit(MOST).map(this::stock).toList(),
                out.size(),
                2));
    }

    /// What a tier of stocks is called after the commodity.
    public static String tier(WorldStocks.Tier tier, Lang lang) {
        StressPhrases words = switch (tier) {
            case COMMERCIAL -> StressPhrases.COMMERCIAL;
            case STRATEGIC -> StressPhrases.STRATEGIC;
            case USERS -> StressPhrases.USERS;
            case PRODUCERS -> StressPhrases.PRODUCERS;
        };
        return words.in(lang);
    }

    private String stock(StockStress stock) {
        return say(
                StressPhrases.STOCK,
                called.commodity(stock.pile().commodity()),
                tier(stock.pile().tier(), lang),
                called.place(stock.pile().place()),
                called.period(stock.empty().orElseThrow()),
                shown.about(stock.opening(), called.unit(stock.pile().commodity())));
    }

    private List<Line> costs() {
        String currency = of.info().money().currency();
        List<String> entries = new ArrayList<>();
        Map<String, Double> countries = account.costByCountry();
        entries.add(lost(say(StressPhrases.WORLD), account.cost(), currency));
        for (String home : of.info().home()) {
            int place = of.world().places().ids().find(home);
            if (countries.containsKey(home)) {
                entries.add(lost(place < 0 ? home : called.place(place), countries.getOrDefault(home, 0.0), currency));
            }
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.list(say(StressPhrases.USERS_LOSE), entries, entries.size(), 2));
        told.damage().ifPresent(damage -> lines.addAll(new DamageLines(damage, of, lang).lines()));
        List<SectorStress> sectors = account.sectors().stream()
                .filter(sector -> sector.direct() > 0)
                .sorted(Comparator.comparingDouble((SectorStress sector) -> -sector.direct())
                        .thenComparingInt(SectorStress::sector))
                .toList();
        if (!sectors.isEmpty()) {
            lines.add(Line.list(
                    say(StressPhrases.AT_RISK),
                    sectors.stream()
                            .limit(MOST)
                            .map(sector -> say(
                                    StressPhrases.SECTOR,
                                    sector.name().in(lang),
                                    called.place(sector.place()),
                                    shown.money(sector.direct(), currency),
                                    called.period(sector.first())))
                            .toList(),
                    sectors.size(),
                    3));
        }
        return lines;
    }

    private String lost(String who, double cost, String currency) {
        return say(cost < 0 ? StressPhrases.GAINS : StressPhrases.AT, who, shown.money(Math.abs(cost), currency));
    }

    private List<Line> plants() {
        List<PlantStress> moved = PlantStress.largest(account.plants().stream()
                .filter(plant -> account.isHome(plant.place()))
                .toList());
        if (moved.isEmpty()) {
            return List.of(sentence(say(StressPhrases.NO_PLANT)));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.list("", moved.stream().limit(MOST).map(this::plant).toList(), moved.size(), 2));
        double earned = account.homeEarnings();
        lines.add(sentence(say(
                earned < 0 ? StressPhrases.EARN_LESS : StressPhrases.EARN,
                shown.money(Math.abs(earned), of.info().money().currency()))));
        return lines;
    }

    private String plant(PlantStress plant) {
        String shut = plant.since().isPresent()
                ? say(
                        StressPhrases.MOTHBALLED,
                        Integer.toString(plant.shut()),
                        called.period(plant.since().getAsInt()),
                        shown.label(plant.part()))
                : "";
        String more = plant.more() < 0 ? "-" : "+";
        return say(
                StressPhrases.PLANT,
                called.plant(plant.process(), plant.main()),
                called.place(plant.place()),
                more + shown.about(Math.abs(plant.more()), called.unit(plant.main())),
                more + shown.label(Math.abs(plant.change())) + shut);
    }

    private List<Line> measures() {
        String currency = of.info().money().currency();
        List<Line> lines = new ArrayList<>();
        List<MeasurePayment> payments = account.answer().payments();
        lines.add(Line.list(
                "", payments.stream().map(one -> payment(one, currency)).toList(), payments.size(), 3));
        if (told.effects().isEmpty()) {
            lines.add(sentence(say(StressPhrases.ASK)));
            return lines;
        }
        MeasureEffects effects = told.effects().get();
        lines.add(Line.list(
                "",
                effects.each().stream()
                        .map(one -> effect(one, effects, currency))
                        .toList(),
                effects.each().size(),
                4));
        lines.add(sentence(say(
                        StressPhrases.TOGETHER,
                        shown.money(effects.none().lost(), currency),
                        shown.money(effects.all().lost(), currency),
                        shown.money(effects.savedApart(), currency))
                + "; "
                + say(StressPhrases.IN_QUIET, shown.money(effects.quiet().paid(), currency))));
        return lines;
    }

    private String payment(MeasurePayment one, String currency) {
        String name = name(one.action());
        if (!one.stated()) {
            return say(StressPhrases.NOT_STATED, name);
        }
        String payers = one.payers().isEmpty()
                ? say(StressPhrases.NOBODY_PAYS)
                : say(
                        StressPhrases.PAID_BY,
                        String.join(
                                ", ", one.payers().stream().map(this::country).toList()));
        return say(StressPhrases.MEASURE, name, shown.money(one.net(), currency), payers);
    }

    /// The shape of a measure and what it is about.
    public String name(Scenario.Action action) {
        List<String> about = Stream.of("commodity", "commodities", "processes", "strait", "use")
                .flatMap(key -> action.list(key).stream())
                .limit(2)
                .map(this::thing)
                .toList();
        String shape = action.shape().word().in(lang);
        return about.isEmpty() ? shape : shape + " " + String.join(", ", about);
    }

    private String thing(String id) {
        if (id.equals("*")) {
            return say(StressPhrases.EVERYTHING);
        }
        int commodity = of.world().commodities().ids().find(id);
        if (commodity >= 0) {
            return called.commodity(commodity);
        }
        return account.plants().stream()
                .filter(plant -> plant.id().equals(id))
                .findFirst()
                .map(plant -> say(
                        StressPhrases.PLANT_AT,
                        called.plant(plant.process(), plant.main()),
                        called.place(plant.place())))
                .orElse(id.startsWith(GROUP) ? id.substring(GROUP.length()) : id);
    }

    private String effect(MeasureEffects.Effect one, MeasureEffects effects, String currency) {
        double saved = one.with().saves(effects.none());
        double paid = one.with().paid();
        double sold = one.with().earned() - effects.none().earned();
        String more = paid > 0 && saved > 0 ? say(StressPhrases.PER_PAID, ShelfWords.times(saved / paid)) : "";
        if (sold > TELLING * Math.abs(effects.none().lost())) {
            more += say(StressPhrases.ALONE_EARNS, shown.money(sold, currency));
        }
        if (Math.abs(saved) < TELLING * Math.abs(effects.none().lost())) {
            return say(StressPhrases.ALONE_NOTHING, name(one.measure()), sold > 0 ? more : "");
        }
        return say(
                saved < 0 ? StressPhrases.ALONE_MORE : StressPhrases.ALONE,
                name(one.measure()),
                shown.money(Math.abs(saved), currency),
                more);
    }

    /// How sure that is.
    public Line sure() {
        boolean whole = account.answer().refused().isEmpty();
        return sentence(say(whole ? StressPhrases.PROVED : StressPhrases.STOPPED)
                + say(StressPhrases.ASSUMED, told.assumptions()));
    }

    private static Line sentence(String text) {
        return new Line(List.of(text), 1, 3);
    }
}
