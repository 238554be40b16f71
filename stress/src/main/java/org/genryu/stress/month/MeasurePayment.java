package org.genryu.stress.month;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;
import org.genryu.stress.month.WorldStocks.Pile;

/// What a measure of the scenario costs those who pay for it.
///
///     floor        amount made · (floor - price), where the price is below it
///     subsidy      amount · activity
///     offtake      amount bought · (price agreed - price); the buyer pays unless the scenario says who
///     stockpile    bought less sold at the prices of the month
///     any          its own `cost`, a twelfth a month
///
/// @param payers countries or places that pay, in equal parts; empty if the scenario names none
/// @param byMonth spent less received [currency]
/// @param before spent before the first month of the clock, at calm prices [currency]
/// @param holds worth of what it still holds at the end, at calm prices [currency]
/// @param stated whether anything says what it costs; a measure of which nothing is said costs nothing here
public record MeasurePayment(
        Action action, List<String> payers, double[] byMonth, double before, double holds, boolean stated) {
    /// Spent less received less what is still held [currency].
    public double net() {
        double sum = before - holds;
        for (double month : byMonth) {
            sum += month;
        }
        return sum;
    }

    /// Present value of all that is laid out, whether or not it comes back: the money at risk [currency].
    /// @param rate [1/yr]
    public double funds(double rate) {
        double sum = Math.max(0, before);
        for (int month = 0; month < byMonth.length; month++) {
            sum += Math.max(0, byMonth[month]) * Math.pow(1 + rate, -(month + 1) / 12.0);
        }
        return sum;
    }

    /// Every measure of the scenario, in its order.
    static List<MeasurePayment> of(Scenario scenario, StressWorld world, StressPath path) {
        List<MeasurePayment> all = new ArrayList<>();
        for (Action action : scenario.actions()) {
            if (!action.shape().event() && action.from() < action.until()) {
                all.add(of(action, world, path));
            }
        }
        return List.copyOf(all);
    }

    private static MeasurePayment of(Action action, StressWorld world, StressPath path) {
        double[] months = new double[world.clock.months()];
        double own = action.number("cost").orElse(0) / 12;
        for (int i = 0; i < months.length; i++) {
            if (holds(action, world, i)) {
                months[i] = own + month(action, world, path, i);
            }
        }
        String shape = action.shape().name();
        List<String> payers = action.list("paid_by");
        double before = 0;
        double holds = 0;
        if (shape.equals("stockpile")) {
            List<Pile> piles = world.stocks.all();
            for (int s = 0; s < piles.size(); s++) {
                Pile pile = piles.get(s);
                if (pile.laid().equals(Optional.of(action))) {
                    before += pile.opening() * world.calm.price(pile.market(), 0);
                    holds += path.level()[s][months.length - 1] * world.calm.price(pile.market(), months.length - 1);
                    payers = payers.isEmpty()
                            ? List.of(world.with.world().places().country()[pile.place()])
                            : payers;
                }
            }
        }
        if (shape.equals("offtake") && payers.isEmpty()) {
            payers = action.list("buyer");
        }
        boolean stated = action.number("cost").isPresent()
                || List.of("floor", "subsidy", "stockpile", "offtake").contains(shape);
        return new MeasurePayment(action, payers, months, before, holds, stated);
    }

    private static boolean holds(Action action, StressWorld world, int i) {
        int month = world.clock.first() + i;
        return month >= action.from() && month < action.until();
    }

    private static double month(Action action, StressWorld world, StressPath path, int i) {
        return switch (action.shape().name()) {
            case "floor" -> floor(action, world, path, i);
            case "subsidy" -> {
                double activity = 0;
                for (int p : plants(action, world)) {
                    activity += path.activity()[p][i];
                }
                yield action.number("amount").orElse(0) * activity;
            }
            case "offtake" -> offtake(action, world, path, i);
            case "stockpile" -> stockpile(action, world, path, i);
            default -> 0;
        };
    }

    private static double floor(Action action, StressWorld world, StressPath path, int i) {
        double sum = 0;
        for (MonthlyActions.Floor one : world.actions.floors(i)) {
            if (one.action().equals(action)) {
                double below = Math.max(0, one.floor() - path.price()[one.market()][i]);
                sum += one.amount() * below * path.activity()[one.process()][i];
            }
        }
        return sum;
    }

    private static List<Integer> plants(Action action, StressWorld world) {
        return action.list("processes").stream()
                .map(id -> world.with.industry().processes().ids().find(id))
                .filter(p -> p >= 0)
                .toList();
    }

    private static double offtake(Action action, StressWorld world, StressPath path, int i) {
        double sum = 0;
        for (int p : plants(action, world)) {
            for (MonthlyActions.Offtake one : world.actions.offtakes(p, i)) {
                if (one.action().equals(action)) {
                    double price = path.price()[world.mainMarket(p)][i];
                    sum += Math.min(path.activity()[p][i], one.amount()) * (one.price() - world.mainAmount(p) * price);
                }
            }
        }
        return sum;
    }

    private static double stockpile(Action action, StressWorld world, StressPath path, int i) {
        double sum = 0;
        List<Pile> piles = world.stocks.all();
        for (int s = 0; s < piles.size(); s++) {
            Pile pile = piles.get(s);
            if (pile.laid().equals(Optional.of(action))) {
                double before = i == 0 ? pile.opening() : path.level()[s][i - 1];
                sum += (path.level()[s][i] - world.kept(pile, i) * before) * path.price()[pile.market()][i];
            }
        }
        return sum;
    }

    /// A finding for each measure that costs something which nobody pays.
    static List<Finding> unpaid(Scenario scenario, List<MeasurePayment> payments) {
        return payments.stream()
                .filter(one -> one.payers().isEmpty() && one.stated())
                .map(one -> Finding.warning(
                        new Place(
                                one.action().file(),
                                one.action().line(),
                                one.action().shape().name()),
                        new Text("Scenario '" + scenario.id() + "'", "シナリオ「" + scenario.id() + "」"),
                        new Text(
                                one.action().shape().name() + " costs something and names nobody who pays.",
                                one.action().shape().name() + " には費用がかかりますが、負担者がありません。"),
                        new Text(
                                "`paid_by: [US]` says who does; without it the cost is told as nobody's.",
                                "`paid_by: [US]` のように負担者を書いてください。なければ負担者なしの費用として示します。")))
                .toList();
    }
}
