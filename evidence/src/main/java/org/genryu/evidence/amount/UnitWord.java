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
    enum Kind {
        MEASURE,
        MONEY,
        COUNT,
        TIME,
        SHARE,
        TIMES
    }
}
