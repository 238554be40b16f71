package org.genryu.report.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.genryu.balance.Balance;
import org.genryu.balance.account.DemandAccount;
import org.genryu.balance.account.Shortages;
import org.genryu.balance.account.Shortages.Shortage;
import org.genryu.balance.risk.Assessment;
import org.genryu.balance.risk.Governance;
import org.genryu.balance.risk.PriceMove;
import org.genryu.core.Deadline;
import org.genryu.core.Lang;
import org.genryu.core.number.NumberText;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.write.NumberFormat;

/// What runs short and which prices move; under a scenario against the base case.
final class BriefChanges {
    /// From here on a use is told [fraction].
    private static final double TOLD = 0.01;

    /// From here on a price moved many times over.
    private static final double STEEP = 2;

    private static final int MOST = 6;

    private final BriefSubject told;

    BriefChanges(BriefSubject told) {
        this.told = told;
    }

    /// Of the use at home that loses most against the base case, if it has any in the first period.
    Optional<Brief.Goods> lostFirst(Balance base) {
        List<DemandAccount> demands = DemandAccount.of(told.balance());
        return Shortages.against(told.balance(), base, TOLD).stream()
                .filter(this::isAtHome)
                .filter(gap -> demands.get(gap.demand()).served()[0] > 0)
                .findFirst()
                .map(gap -> new Brief.Goods(gap.place(), gap.commodity()));
    }

    /// Who runs short.
    List<Line> uses() {
        return told.base().map(this::less).orElseGet(this::shortages);
    }

    private List<Line> shortages() {
        List<Shortage> all = Shortages.of(told.balance(), Shortages.NOTICED);
        List<Line> lines = new ArrayList<>();
        lines.add(gaps(all, Shortage::fixed, BriefPhrases.CUT, BriefPhrases.NO_CUT, 2));
        lines.add(gaps(
                all, gap -> !gap.fixed() && gap.part() >= TOLD, BriefPhrases.PRICED_AWAY, BriefPhrases.NONE_PRICED, 3));
        return lines;
    }

    private List<Line> less(Balance base) {
        List<Shortage> all = Shortages.against(told.balance(), base, TOLD);
        List<Line> lines = new ArrayList<>();
        boolean gone = all.stream().anyMatch(Shortage::isGone);
        if (gone) {
            lines.add(gaps(all, Shortage::isGone, BriefPhrases.GONE, BriefPhrases.NONE_GONE, 3));
        }
        if (!gone || all.stream().anyMatch(gap -> !gap.isGone())) {
            lines.add(gaps(all, gap -> !gap.isGone(), BriefPhrases.LESS, BriefPhrases.NO_LESS, gone ? 3 : 5));
        }
        if (Shortages.of(base, Shortages.NOTICED).stream().anyMatch(Shortage::fixed)) {
            lines.add(gaps(
                    Shortages.of(told.balance(), Shortages.NOTICED),
                    Shortage::fixed,
                    BriefPhrases.CUT_ALSO,
                    BriefPhrases.CUT_NO_MORE,
                    1));
        }
        return lines;
    }

    /// Those at home by name; if there are none, how many there are elsewhere.
    private Line gaps(List<Shortage> all, Predicate<Shortage> kind, BriefPhrases head, BriefPhrases none, int rows) {
        List<Shortage> of = all.stream().filter(kind).toList();
        List<Shortage> home = of.stream().filter(this::isAtHome).toList();
        if (home.isEmpty()) {
            return Line.sentence(told.say(none) + (of.isEmpty() ? "" : told.say(BriefPhrases.ELSEWHERE, of.size())));
        }
        return Line.list(
                told.say(head), home.stream().limit(MOST).map(this::gap).toList(), home.size(), rows);
    }

    private boolean isAtHome(Shortage gap) {
        String country = told.supply().world().places().country()[gap.place()];
        return told.supply().info().home().isEmpty()
                || told.supply().info().home().contains(country);
    }

    private String gap(Shortage gap) {
        int commodity = gap.commodity();
        return told.say(
                BriefPhrases.GAP,
                told.called().commodity(commodity),
                told.called().use(gap.use()),
                told.called().place(gap.place()),
                told.shown().label(gap.part()),
                told.shown().about(gap.lacking(), told.called().unit(commodity)),
                told.called().period(gap.worst()));
    }

    List<Line> prices() {
        if (told.assessment().isEmpty()) {
            return List.of(Line.sentence(told.say(BriefPhrases.NO_TIME)));
        }
        try {
            return told.base().isPresent() ? pricesAgainst(told.base().get()) : pricesOver();
        } catch (Deadline.TimeUp _) {
            return List.of(Line.sentence(told.say(BriefPhrases.NO_TIME)));
        }
    }

    private List<Line> pricesOver() {
        int last = told.supply().periods().count() - 1;
        List<PriceMove> moves = PriceMove.over(told.assessment().orElseThrow());
        return moves.isEmpty()
                ? calm(last)
                : List.of(moves(
                        moves,
                        told.say(
                                BriefPhrases.OVER,
                                told.called().period(0),
                                told.called().period(last)),
                        3,
                        false));
    }

    /// Where no price moves, what the largest are.
    private List<Line> calm(int last) {
        List<Line> lines = new ArrayList<>();
        List<PriceMove> largest = PriceMove.ofLargest(told.assessment().orElseThrow());
        if (last > 0 || largest.isEmpty()) {
            lines.add(Line.sentence(told.say(BriefPhrases.NO_MOVE)));
        }
        if (!largest.isEmpty()) {
            lines.add(Line.list(
                    told.say(BriefPhrases.LEVELS, told.called().period(last)),
                    largest.stream().limit(MOST).map(this::level).toList(),
                    largest.size(),
                    3));
        }
        return lines;
    }

    private String level(PriceMove price) {
        Balance.Markets markets = told.balance().markets();
        int commodity = markets.commodity()[price.market()];
        return told.say(
                        BriefPhrases.LEVEL,
                        told.called().commodity(commodity),
                        told.called().place(markets.place()[price.market()]),
                        price(commodity, price.after()))
                + open(price).map(said -> told.say(BriefPhrases.DETAILS, said)).orElse("");
    }

    /// From where to where the price may be, if it is not one number.
    private Optional<String> open(PriceMove move) {
        Balance.Markets markets = told.balance().markets();
        int commodity = markets.commodity()[move.market()];
        double low = markets.low()[move.market()][move.period()];
        double high = markets.high()[move.market()][move.period()];
        return Double.isFinite(low)
                        && Double.isFinite(high)
                        && !markets.isSingle(move.market(), move.period(), BriefSubject.ONE_PRICE)
                ? Optional.of(told.say(BriefPhrases.OPEN, price(commodity, low), price(commodity, high)))
                : Optional.empty();
    }

    private List<Line> pricesAgainst(Balance base) {
        List<PriceMove> moves =
                PriceMove.against(told.assessment().orElseThrow(), Assessment.of(base, Governance.builtIn()));
        if (moves.isEmpty()) {
            return List.of(Line.sentence(told.say(BriefPhrases.NO_MOVE)));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(moves(moves, told.say(BriefPhrases.AGAINST), 3, true));
        List<PriceMove> steep = moves.stream()
                .filter(move -> move.times().orElse(0) >= STEEP)
                .sorted(Comparator.comparingDouble(
                        (PriceMove move) -> -move.times().orElse(0)))
                .toList();
        if (!steep.isEmpty() && !steep.getFirst().equals(moves.getFirst())) {
            lines.add(moves(steep, told.say(BriefPhrases.STEEPEST), 2, true));
        }
        return lines;
    }

    private Line moves(List<PriceMove> moves, String head, int rows, boolean dated) {
        return Line.list(
                head, moves.stream().limit(MOST).map(move -> move(move, dated)).toList(), moves.size(), rows);
    }

    private String move(PriceMove move, boolean dated) {
        Balance.Markets markets = told.balance().markets();
        int commodity = markets.commodity()[move.market()];
        List<String> details = new ArrayList<>();
        if (dated) {
            details.add(told.called().period(move.period()));
        }
        move.times().stream()
                .filter(times -> times >= STEEP)
                .forEach(times -> details.add(told.say(BriefPhrases.TIMES, times(times))));
        open(move).ifPresent(details::add);
        String after = price(commodity, move.after());
        return told.say(
                        BriefPhrases.MOVE,
                        told.called().commodity(commodity),
                        told.called().place(markets.place()[move.market()]),
                        withoutUnit(price(commodity, move.before()), after),
                        after)
                + (details.isEmpty()
                        ? ""
                        : told.say(BriefPhrases.DETAILS, String.join(told.lang() == Lang.JA ? "、" : ", ", details)));
    }

    /// `440` of `440 ¢/lb` before `593 ¢/lb`.
    private static String withoutUnit(String price, String next) {
        int same = 0;
        while (same < Math.min(price.length(), next.length())
                && price.charAt(price.length() - 1 - same) == next.charAt(next.length() - 1 - same)
                && !Character.isDigit(price.charAt(price.length() - 1 - same))) {
            same++;
        }
        return price.substring(0, price.length() - same);
    }

    private static String times(double times) {
        return NumberText.number(NumberFormat.rounded(times, 2));
    }

    /// In the unit of the trade, if it has one of its own.
    private String price(int commodity, double value) {
        return told.supply()
                .world()
                .commodities()
                .trade()
                .get(commodity)
                .map(trade ->
                        NumberText.quoted(NumberFormat.rounded(value * trade.factor(), 3), trade.symbol(), told.lang()))
                .orElseGet(() -> NumberText.price(
                        NumberFormat.rounded(value, 3),
                        told.supply().info().money().currency(),
                        told.called().unit(commodity),
                        told.lang()));
    }
}
