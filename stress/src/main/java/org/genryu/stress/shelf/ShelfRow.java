package org.genryu.stress.shelf;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.genryu.stress.account.PriceStress;
import org.genryu.stress.account.StockStress;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.UseStress;
import org.genryu.stress.damage.Damage;
import org.genryu.stress.month.StressClock;

/// What a scenario comes to at home, in a row. Months are counted since the year 0, places and commodities as in the
/// case.
///
/// @param scenario id
/// @param first month of its clock
/// @param months that are told
/// @param whole whether all of its months have an answer
/// @param shorts uses at home that run short
/// @param worst the costliest of them
/// @param price at home whose moves come to most over the months; empty if none moves
/// @param empty stock at home that runs out first
/// @param survive how long the weakest use at home holds out from the first event [months]; infinite if none is short
/// @param recover months from the first event until no use at home is short; empty if none is, or one still is
/// @param home what users at home lose against calm [currency]
/// @param world what all users lose [currency]
/// @param damage value added that economies at home lose, with suppliers and customers [currency]
/// @param measures what the measures cost those who pay [currency]
public record ShelfRow(
        String scenario,
        int first,
        int months,
        boolean whole,
        int shorts,
        Optional<Lack> worst,
        Optional<Move> price,
        Optional<Empty> empty,
        double survive,
        OptionalInt recover,
        double home,
        double world,
        double damage,
        double measures) {

    /// What it costs home: what economies or users lose, whichever is more, since one is part of the other
    /// [currency].
    public double impact() {
        return Math.max(damage, home);
    }

    /// A use that runs short.
    ///
    /// @param part that it lacks in its worst month [fraction]
    /// @param worst that month
    /// @param first month in which it is short
    /// @param survive how long it holds out [months]
    /// @param recover first month from which it is never short again
    public record Lack(
            int place,
            int commodity,
            String use,
            double part,
            int worst,
            int first,
            double survive,
            OptionalInt recover) {
        /// @param start first month of the clock
        public static Lack of(UseStress use, int start) {
            return new Lack(
                    use.place(),
                    use.commodity(),
                    use.use(),
                    use.part(),
                    start + use.worst(),
                    start + use.first().orElseThrow(),
                    use.survive().orElse(0),
                    use.recover().isPresent()
                            ? OptionalInt.of(start + use.recover().getAsInt())
                            : OptionalInt.empty());
        }
    }

    /// A price in the month in which it stands farthest from the calm one.
    ///
    /// @param calm [currency/unit]
    /// @param price [currency/unit]
    public record Move(int place, int commodity, int month, double calm, double price) {
        /// @param start first month of the clock
        public static Move of(PriceStress one, int start) {
            return new Move(one.place(), one.commodity(), start + one.month(), one.calm(), one.price());
        }

        /// [1]; 1 where the calm price is not above nil
        public double ratio() {
            return calm > 0 ? price / calm : 1;
        }
    }

    /// A stock and the month at whose end it is empty.
    ///
    /// @param tier of [org.genryu.stress.month.WorldStocks.Tier]
    public record Empty(int place, int commodity, String tier, int month) {}

    /// @param damage of the same months
    public static ShelfRow of(StressAccount account, Damage damage) {
        StressClock clock = account.answer().clock();
        List<UseStress> shorts = account.shortAtHome();
        return new ShelfRow(
                account.answer().scenario().id(),
                clock.first(),
                clock.months(),
                account.answer().refused().isEmpty(),
                shorts.size(),
                shorts.stream().findFirst().map(use -> Lack.of(use, clock.first())),
                account.movedAtHome().stream().findFirst().map(one -> Move.of(one, clock.first())),
                account.emptyAtHome().stream().findFirst().map(one -> empty(one, clock.first())),
                shorts.stream()
                        .mapToDouble(use -> use.survive().orElseThrow())
                        .min()
                        .orElse(Double.POSITIVE_INFINITY),
                recover(account, shorts),
                account.homeCost(),
                account.cost(),
                damage.countries().stream()
                        .filter(country -> account.isHome(country.place()))
                        .mapToDouble(Damage.Country::total)
                        .sum(),
                account.measures());
    }

    private static OptionalInt recover(StressAccount account, List<UseStress> shorts) {
        return shorts.stream().anyMatch(use -> use.recover().isEmpty())
                ? OptionalInt.empty()
                : shorts.stream()
                        .mapToInt(use -> use.recover().orElseThrow() - account.start())
                        .max();
    }

    private static Empty empty(StockStress one, int start) {
        return new Empty(
                one.pile().place(),
                one.pile().commodity(),
                one.pile().tier().word(),
                start + one.empty().orElseThrow());
    }
}
