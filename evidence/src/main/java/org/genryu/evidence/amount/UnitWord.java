package org.genryu.evidence.amount;

import java.math.BigDecimal;
import java.util.Optional;
import org.genryu.core.Text;

/// What a word behind a number says about it.
///
/// @param unit such as `t`, `USD`, `%`; a thing that is counted has its English name
/// @param factor of the unit in one of the word: 1000 for km
/// @param length characters of the word in the shadow
/// @param doubt why the word may mean something else
record UnitWord(String unit, BigDecimal factor, Kind kind, int length, Optional<Text> doubt) {
    /// How it is written behind a slash: `kWh` for a thousand `Wh`; empty if there is no usual sign.
    Optional<String> symbol() {
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            return Optional.of(unit);
        }
        if (unit.equals("kg") && factor.compareTo(new BigDecimal("0.001")) == 0) {
            return Optional.of("g");
        }
        boolean prefixed = unit.equals("W") || unit.equals("Wh") || unit.equals("m");
        int power = factor.precision() - factor.scale() - 1;
        boolean whole = factor.stripTrailingZeros().precision() == 1 && power > 0 && power % 3 == 0 && power <= 12;
        return prefixed && whole ? Optional.of(" kMGT".charAt(power / 3) + unit) : Optional.empty();
    }

    enum Kind {
        MEASURE,
        MONEY,
        COUNT,
        TIME,
        SHARE,
        TIMES
    }
}
