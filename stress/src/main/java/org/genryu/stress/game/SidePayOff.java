package org.genryu.stress.game;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.genryu.casefile.SupplyCase;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.UseStress;
import org.genryu.stress.damage.Damage;

/// What a scenario brings a side against the calm world: the areas between calm prices and prices that lie left
/// of the curves of its users, plants and lanes, less the value added that its countries lose.
///
///     plants: Σ (what a unit earns - in calm) (activity + in calm) / 2, and likewise lanes that start there
///
/// Floors are paid by the side that calls itself home. What stockpiles and plants cost to lay in or build is not in it.
///
/// @param users what its users gain, mostly below 0 [currency]
/// @param plants what its plants gain, floors included [currency]
/// @param lanes what lanes that start there gain [currency]
/// @param floors what it pays for floors [currency]
/// @param damage value added that it loses [currency]
public record SidePayOff(double users, double plants, double lanes, double floors, double damage) {
    /// [currency]
    public double total() {
        return users + plants + lanes - floors - damage;
    }

    /// What it brings beyond another one.
    public SidePayOff less(SidePayOff other) {
        return new SidePayOff(
                users - other.users,
                plants - other.plants,
                lanes - other.lanes,
                floors - other.floors,
                damage - other.damage);
    }

    /// The mean of several [currency].
    static SidePayOff mean(List<SidePayOff> all) {
        return new SidePayOff(
                mean(all, SidePayOff::users),
                mean(all, SidePayOff::plants),
                mean(all, SidePayOff::lanes),
                mean(all, SidePayOff::floors),
                mean(all, SidePayOff::damage));
    }

    private static double mean(List<SidePayOff> all, ToDoubleFunction<SidePayOff> part) {
        return all.stream().mapToDouble(part).sum() / all.size();
    }

    /// @param side countries, or ids of places
    /// @param pays whether the side pays the floors
    public static SidePayOff of(StressAccount account, Damage damage, List<String> side, boolean pays) {
        SupplyCase of = account.answer().of();
        double users = 0;
        for (UseStress use : account.uses()) {
            users -= member(of, use.place(), side) ? use.cost() : 0;
        }
        double lost = damage.countries().stream()
                .filter(country -> member(of, country.place(), side))
                .mapToDouble(Damage.Country::total)
                .sum();
        return new SidePayOff(users, plants(account, side), lanes(account, side), pays ? account.measures() : 0, lost);
    }

    /// Whether a place is of the side.
    public static boolean member(SupplyCase of, int place, List<String> side) {
        return side.contains(of.world().places().country()[place])
                || side.contains(of.world().places().ids().id(place));
    }

    private static double plants(StressAccount account, List<String> side) {
        SupplyCase of = account.answer().of();
        SupplyCase.Processes plants = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        var find = account.answer().calm().balance().markets().finder();
        double sum = 0;
        for (int p = 0; p < plants.size(); p++) {
            if (!member(of, plants.place()[p], side)) {
                continue;
            }
            int recipe = plants.recipe()[p];
            for (int i = 0; i < account.answer().clock().months(); i++) {
                double more = 0;
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                    int m = find.applyAsInt(plants.place()[p], recipes.commodity()[line]);
                    more += recipes.amount()[line] * dearer(account, m, i);
                }
                sum += more
                                * mean(
                                        account.path().activity()[p][i],
                                        account.answer().quiet().activity()[p][i])
                        + account.path().topUp()[p][i];
            }
        }
        return sum;
    }

    private static double lanes(StressAccount account, List<String> side) {
        SupplyCase of = account.answer().of();
        SupplyCase.Routes routes = of.routes();
        var find = account.answer().calm().balance().markets().finder();
        double sum = 0;
        for (int l = 0; l < routes.size(); l++) {
            if (member(of, routes.from()[l], side)) {
                int from = find.applyAsInt(routes.from()[l], routes.commodity()[l]);
                int to = find.applyAsInt(routes.to()[l], routes.commodity()[l]);
                for (int i = 0; i < account.answer().clock().months(); i++) {
                    sum += (dearer(account, to, i) - dearer(account, from, i))
                            * Math.min(
                                    account.path().flow()[l][i],
                                    account.answer().quiet().flow()[l][i]);
                }
            }
        }
        return sum;
    }

    private static double dearer(StressAccount account, int market, int i) {
        return account.path().price()[market][i] - account.answer().quiet().price()[market][i];
    }

    private static double mean(double a, double b) {
        return (a + b) / 2;
    }
}
