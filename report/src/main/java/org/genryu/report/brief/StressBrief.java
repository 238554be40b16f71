package org.genryu.report.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.core.number.NumberText;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.brief.Brief.Part;
import org.genryu.report.words.CaseWords;
import org.genryu.report.write.NumberFormat;
import org.genryu.stress.account.PriceStress;
import org.genryu.stress.account.SectorStress;
import org.genryu.stress.account.StockStress;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.UseStress;
import org.genryu.stress.damage.DamageAccount;

/// What do the months of a scenario say in a few words? Who runs short, when and for how long, what prices
/// do inside and outside, which stock runs out, what it costs, and how sure that is; all against the calm
/// world. Every number is the account's own, here it gets words.
public final class StressBrief {
    private static final int MOST = 6;

    /// A price that moves less is not told [fraction].
    private static final double MOVED = 0.05;

    private final StressAccount account;
    private final Optional<DamageAccount> damage;
    private final int assumptions;
    private final Lang lang;
    private final SupplyCase of;
    private final CaseWords called;
    private final NumberFormat shown;

    /// @param assumptions rows of the case that are marked as assumed
    public StressBrief(StressAccount account, int assumptions, Lang lang) {
        this(account, Optional.empty(), assumptions, lang);
    }

    /// @param damage what it costs economies
    public StressBrief(StressAccount account, Optional<DamageAccount> damage, int assumptions, Lang lang) {
        this.account = account;
        this.damage = damage;
        this.assumptions = assumptions;
        this.lang = lang;
        this.of = account.balances().under().of();
        this.called = new CaseWords(of, lang);
        this.shown = new NumberFormat(lang);
    }

    public Brief brief() {
        List<Part> parts = new ArrayList<>();
        parts.add(part(StressPhrases.SHORT, shortages()));
        parts.add(part(StressPhrases.PRICES, prices()));
        parts.add(part(StressPhrases.STOCKS, stocks()));
        parts.add(part(StressPhrases.COSTS, costs()));
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

    /// The sentence that is told of a scenario where there is room for one.
    public String headline() {
        List<UseStress> home = account.shortAtHome();
        return home.isEmpty() ? say(StressPhrases.NOBODY) : use(home.getFirst());
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
        return List.of(
                say(StressPhrases.WHAT_IF, scenario),
                say(
                        StressPhrases.AGAINST,
                        of.info().title().in(lang),
                        called.period(0),
                        called.period(last),
                        ahead > last ? say(StressPhrases.SEES_ALL) : say(StressPhrases.SEES, ahead)));
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
                called.period(first.first().orElseThrow()),
                elsewhere)));
        return lines;
    }

    private String use(UseStress use) {
        String recover = use.recover().isPresent()
                ? say(StressPhrases.WHOLE_FROM, called.period(use.recover().getAsInt()))
                : say(StressPhrases.NOT_WHOLE);
        return say(
                StressPhrases.USE,
                called.commodity(use.commodity()),
                called.use(use.use()),
                called.place(use.place()),
                shown.label(use.part()),
                called.period(use.worst()),
                called.period(use.first().orElseThrow()),
                months(use.survive().orElse(0)),
                recover);
    }

    private static String months(double months) {
        return months >= 10 ? String.format(Locale.ROOT, "%.0f", months) : String.format(Locale.ROOT, "%.1f", months);
    }

    private List<Line> prices() {
        List<PriceStress> moved = PriceStress.largest(account.prices().stream()
                .filter(one -> account.isHome(one.place()) && Math.abs(one.ratio() - 1) > MOVED)
                .toList());
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
        return lines;
    }

    private String price(PriceStress one) {
        return say(
                StressPhrases.PRICE,
                called.commodity(one.commodity()),
                called.place(one.place()),
                money(one.calm()),
                quoted(one.price(), one.commodity()),
                times(one.ratio()),
                called.period(one.month()));
    }

    private static String times(double ratio) {
        return NumberText.number(NumberFormat.rounded(ratio, 2));
    }

    private static String money(double price) {
        return NumberText.number(NumberFormat.rounded(price, 3));
    }

    private String quoted(double price, int commodity) {
        return NumberText.price(
                NumberFormat.rounded(price, 3), of.info().money().currency(), called.unit(commodity), lang);
    }

    /// The price at home beside that of the other side in the same month, where they part.
    private Optional<Line> inside(List<PriceStress> moved) {
        List<String> entries = new ArrayList<>();
        var markets = account.answer().calm().balance().markets();
        for (PriceStress one : moved) {
            for (int m = 0; m < markets.size() && entries.size() < 3; m++) {
                String country = of.world().places().country()[markets.place()[m]];
                boolean other = markets.commodity()[m] == one.commodity()
                        && of.info().rival().contains(country);
                double calm = account.answer().quiet().price()[m][one.month()];
                double now = account.path().price()[m][one.month()];
                if (other && calm > 0 && now / calm < one.ratio() / (1 + MOVED)) {
                    entries.add(say(
                            StressPhrases.INSIDE,
                            called.commodity(one.commodity()),
                            money(now),
                            called.place(markets.place()[m]),
                            quoted(one.price(), one.commodity()),
                            called.place(one.place())));
                    break;
                }
            }
        }
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(Line.list(say(StressPhrases.TWO_PRICES), entries, entries.size(), 2));
    }

    private List<Line> stocks() {
        List<StockStress> out = account.stocks().stream()
                .filter(stock ->
                        stock.empty().isPresent() && account.isHome(stock.pile().place()))
                .sorted(Comparator.comparingInt(
                                (StockStress stock) -> stock.empty().orElseThrow())
                        .thenComparing(stock -> stock.index()))
                .toList();
        if (out.isEmpty()) {
            return List.of(sentence(say(StressPhrases.NONE_EMPTY)));
        }
        return List.of(Line.list(
                say(StressPhrases.EMPTY),
                out.stream().limit(MOST).map(this::stock).toList(),
                out.size(),
                2));
    }

    private String stock(StockStress stock) {
        StressPhrases tier = switch (stock.pile().tier()) {
            case COMMERCIAL -> StressPhrases.COMMERCIAL;
            case STRATEGIC -> StressPhrases.STRATEGIC;
            case USERS -> StressPhrases.USERS;
            case PRODUCERS -> StressPhrases.PRODUCERS;
        };
        return say(
                StressPhrases.STOCK,
                called.commodity(stock.pile().commodity()),
                say(tier),
                called.place(stock.pile().place()),
                called.period(stock.empty().orElseThrow()),
                shown.about(stock.opening(), called.unit(stock.pile().commodity())));
    }

    private List<Line> costs() {
        String currency = of.info().money().currency();
        List<String> entries = new ArrayList<>();
        Map<String, Double> countries = account.costByCountry();
        entries.add(say(StressPhrases.WORLD, shown.money(account.cost(), currency)));
        for (String home : of.info().home()) {
            int place = of.world().places().ids().find(home);
            if (countries.containsKey(home)) {
                entries.add(say(
                        StressPhrases.AT,
                        place < 0 ? home : called.place(place),
                        shown.money(countries.getOrDefault(home, 0.0), currency)));
            }
        }
        if (account.topUp() > 0) {
            entries.add(say(StressPhrases.TOP_UP, shown.money(account.topUp(), currency)));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.list(say(StressPhrases.USERS_LOSE), entries, entries.size(), 2));
        damage.ifPresent(told -> lines.addAll(new DamageLines(told, of, lang).lines()));
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

    private Line sure() {
        boolean whole = account.answer().refused().isEmpty();
        return sentence(
                say(whole ? StressPhrases.PROVED : StressPhrases.STOPPED) + say(StressPhrases.ASSUMED, assumptions));
    }

    private static Line sentence(String text) {
        return new Line(List.of(text), 1, 3);
    }
}
