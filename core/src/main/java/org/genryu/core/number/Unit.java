package org.genryu.core.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.genryu.core.Check;
import org.genryu.core.Text;

/// A unit of measure: what it measures, and its exact size in base units (kg, m, day, J, the money of the case, one
/// thing).
///
/// size = over / under [base units], a ratio of two exact decimals: a month is 365/12 days
///
/// A year is 365 days wherever an amount per year meets an amount per day: periods are equal (`Periods`), a plant of
/// 350 t/d makes 127,750 t/yr, and a kW over a year is 8,760 kWh.
///
/// @param symbol as people write it, such as `t/yr`; `1` for a pure number
/// @param over above 0
/// @param under above 0
public record Unit(String symbol, Dimension dimension, BigDecimal over, BigDecimal under) {
    /// A pure number, a fraction, a ratio.
    public static final Unit ONE = new Unit("1", Dimension.NONE, BigDecimal.ONE, BigDecimal.ONE);

    /// Enough digits that a conversion there and back is exact in double precision.
    private static final MathContext DIGITS = new MathContext(40);

    public Unit {
        Check.that(
                over.signum() > 0 && under.signum() > 0,
                "Unit '%s': size is %s/%s; it must be above 0.",
                symbol,
                over,
                under);
    }

    public boolean isPure() {
        return dimension.equals(Dimension.NONE);
    }

    /// The amount in `to`. Both units must measure the same thing.
    public BigDecimal convert(BigDecimal amount, Unit to) {
        Check.that(
                dimension.equals(to.dimension),
                "Unit '%s' cannot be converted to '%s': they measure different things.",
                symbol,
                to.symbol);
        if (over.equals(to.over) && under.equals(to.under)) {
            return amount;
        }
        return amount.multiply(over).multiply(to.under).divide(under.multiply(to.over), DIGITS);
    }

    /// The amount in `to`, rounded once.
    public double convert(double amount, Unit to) {
        return convert(new BigDecimal(amount), to).doubleValue();
    }

    Unit times(Unit other, String name) {
        return new Unit(
                name, dimension.join(other.dimension, 1), over.multiply(other.over), under.multiply(other.under));
    }

    /// So much of this for one of the other, under a name of its own.
    public Unit per(Unit other, String name) {
        return new Unit(
                name, dimension.join(other.dimension, -1), over.multiply(other.under), under.multiply(other.over));
    }

    Unit named(String name) {
        return new Unit(name, dimension, over, under);
    }

    /// What a unit measures, as powers of what the base units measure.
    ///
    /// @param powers by name: `mass length time energy money`, or a thing that is counted; never 0
    public record Dimension(Map<String, Integer> powers) {
        public static final Dimension NONE = new Dimension(Map.of());
        private static final Map<String, Text> NAMES = Map.of(
                "mass",
                new Text("mass", "質量"),
                "length",
                new Text("length", "長さ"),
                "time",
                new Text("time", "時間"),
                "energy",
                new Text("energy", "エネルギー"),
                "money",
                new Text("money", "金額"));

        public Dimension {
            powers = Map.copyOf(powers);
        }

        static Dimension of(String name) {
            return new Dimension(Map.of(name, 1));
        }

        Dimension join(Dimension other, int sign) {
            Map<String, Integer> joined = new TreeMap<>(powers);
            BiFunction<Integer, Integer, Integer> sum = Integer::sum;
            other.powers.forEach((name, power) -> joined.merge(name, sign * power, sum));
            joined.values().removeIf(power -> power == 0);
            return new Dimension(joined);
        }

        /// In words: `money per mass`, `質量 ÷ 時間`.
        public Text words() {
            if (powers.isEmpty()) {
                return new Text("a pure number", "単位のない数");
            }
            Text above = part(1);
            Text below = part(-1);
            if (below.en().isEmpty()) {
                return above;
            }
            return new Text(
                    (above.en().isEmpty() ? "1" : above.en()) + " per " + below.en(),
                    (above.ja().isEmpty() ? "1" : above.ja()) + " ÷ " + below.ja());
        }

        private Text part(int sign) {
            StringBuilder en = new StringBuilder();
            StringBuilder ja = new StringBuilder();
            new TreeMap<>(powers).forEach((name, power) -> {
                if (power * sign > 0) {
                    Text word = word(name, power * sign);
                    en.append(en.isEmpty() ? "" : " times ").append(word.en());
                    ja.append(ja.isEmpty() ? "" : " × ").append(word.ja());
                }
            });
            return new Text(en.toString(), ja.toString());
        }

        private static Text word(String name, int power) {
            if (name.equals("length") && power == 3) {
                return new Text("volume", "体積");
            }
            if (name.equals("length") && power == 2) {
                return new Text("area", "面積");
            }
            Text word = NAMES.getOrDefault(name, Text.same(name));
            return power == 1 ? word : new Text(word.en() + "^" + power, word.ja() + "^" + power);
        }
    }
}
