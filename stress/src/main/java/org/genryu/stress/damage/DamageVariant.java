package org.genryu.stress.damage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.stress.account.SectorStress;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.UseStress;

/// The damage once more with one assumption changed, all others as they are.
///
/// @param assumption which
/// @param setting what it is instead, as a word of [Assumption]
public record DamageVariant(Assumption assumption, String setting, Damage damage) {
    /// What the answer rests on without a source that settles it.
    public enum Assumption {
        /// How long users go on from their own stocks [days].
        STOCK_DAYS,
        /// Share of a loss that an industry avoids by other means.
        SUBSTITUTION,
        /// Share of an industry that stands on the use.
        CRITICAL_SHARE,
        /// Whether the one thing that a use lacks stops all of it, or its part by worth.
        ONE_MISSING,
        /// How far the loss is followed to suppliers and customers.
        CASCADE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Those that follow from one run of the months: all but the stocks.
    public static List<DamageVariant> of(CaseFile file, StressAccount account) {
        List<DamageVariant> all = new ArrayList<>();
        SupplyCase.Sectors sectors = account.answer().of().use().sectors();
        add(all, file, account, Assumption.SUBSTITUTION, "0", substituted(sectors, _ -> 0));
        add(all, file, account, Assumption.SUBSTITUTION, "0.5", substituted(sectors, _ -> 0.5));
        add(all, file, account, Assumption.CRITICAL_SHARE, "half", critical(sectors, share -> share / 2));
        add(all, file, account, Assumption.CRITICAL_SHARE, "1", critical(sectors, _ -> 1));
        List<SectorStress> byWorth =
                SectorStress.of(account.answer().of(), byWorth(account), StressAccount.keptByUsers(account.answer()));
        all.add(new DamageVariant(
                Assumption.ONE_MISSING, "by_worth", Damage.of(file, account, byWorth, Damage.Reach.WHOLE)));
        add(all, file, account, "direct", new Damage.Reach(Cascade.Depth.DIRECT, 2));
        add(all, file, account, "suppliers", new Damage.Reach(Cascade.Depth.SUPPLIERS, 2));
        add(all, file, account, "critical_5_%", new Damage.Reach(Cascade.Depth.CUSTOMERS, 0.05));
        return all;
    }

    private static void add(
            List<DamageVariant> all, CaseFile file, StressAccount account, String setting, Damage.Reach reach) {
        all.add(new DamageVariant(Assumption.CASCADE, setting, Damage.of(file, account, account.sectors(), reach)));
    }

    private static void add(
            List<DamageVariant> all,
            CaseFile file,
            StressAccount account,
            Assumption assumption,
            String setting,
            SupplyCase.Sectors sectors) {
        SupplyCase of = account.answer().of();
        SupplyCase.Use use = new SupplyCase.Use(
                of.use().demands(), of.use().returns(), of.use().bills(), sectors);
        SupplyCase other = new SupplyCase(of.info(), of.world(), of.industry(), of.routes(), use, of.stock());
        List<SectorStress> lost = SectorStress.of(other, account.uses(), StressAccount.keptByUsers(account.answer()));
        all.add(new DamageVariant(assumption, setting, Damage.of(file, account, lost, Damage.Reach.WHOLE)));
    }

    private static SupplyCase.Sectors substituted(SupplyCase.Sectors of, DoubleUnaryOperator to) {
        double[] changed = Arrays.stream(of.substitution()).map(to).toArray();
        return new SupplyCase.Sectors(
                of.ids(),
                of.place(),
                of.names(),
                of.use(),
                of.valueAdded(),
                of.criticalShare(),
                changed,
                of.bufferDays());
    }

    private static SupplyCase.Sectors critical(SupplyCase.Sectors of, DoubleUnaryOperator to) {
        double[] changed = Arrays.stream(of.criticalShare()).map(to).toArray();
        return new SupplyCase.Sectors(
                of.ids(),
                of.place(),
                of.names(),
                of.use(),
                of.valueAdded(),
                changed,
                of.substitution(),
                of.bufferDays());
    }

    /// The uses as if each lacked the mean part of all goods of the same use at its place, by calm worth.
    private static List<UseStress> byWorth(StressAccount account) {
        var find = account.answer().calm().balance().markets().finder();
        List<UseStress> all = new ArrayList<>();
        for (UseStress use : account.uses()) {
            double[] lacking = new double[use.lacking().length];
            for (int i = 0; i < lacking.length; i++) {
                double lacks = 0;
                double wants = 0;
                for (UseStress other : account.uses()) {
                    if (other.place() == use.place() && other.use().equals(use.use())) {
                        int m = find.applyAsInt(other.place(), other.commodity());
                        double price = Math.max(0, account.answer().quiet().price()[m][i]);
                        lacks += price * other.lacking()[i];
                        wants += price * other.wanted()[i];
                    }
                }
                lacking[i] = wants > 0 ? use.wanted()[i] * lacks / wants : use.lacking()[i];
            }
            all.add(new UseStress(
                    use.demand(),
                    use.place(),
                    use.commodity(),
                    use.use(),
                    use.first(),
                    use.worst(),
                    use.months(),
                    use.survive(),
                    use.recover(),
                    lacking,
                    use.wanted(),
                    use.ratio(),
                    use.cost()));
        }
        return all;
    }

    /// What it changes of a country's worst year [currency].
    public double change(Damage base, int place) {
        return worstYear(damage, place) - worstYear(base, place);
    }

    private static double worstYear(Damage damage, int place) {
        return damage.countries().stream()
                .filter(country -> country.place() == place)
                .mapToDouble(Damage.Country::worstYear)
                .sum();
    }

    /// The assumptions of a country, the one that moves its worst year most first.
    public static List<DamageVariant> ranked(List<DamageVariant> all, Damage base, int place) {
        double[] most = new double[Assumption.values().length];
        for (DamageVariant one : all) {
            int at = one.assumption().ordinal();
            most[at] = Math.max(most[at], Math.abs(one.change(base, place)));
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(
                                (DamageVariant one) -> -most[one.assumption().ordinal()])
                        .thenComparing(DamageVariant::assumption)
                        .thenComparingDouble(one -> one.change(base, place)))
                .toList();
    }
}
