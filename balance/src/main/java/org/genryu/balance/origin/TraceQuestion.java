package org.genryu.balance.origin;

import org.genryu.casefile.SupplyCase;

/// What is asked about the way that the mass came: where does the walk back through the inflows end, and in which
/// column?
///
/// | question | the walk ends | columns |
/// | --- | --- | --- |
/// | Mined | where the substance comes into the world | sources |
/// | Made | at the first plant, looking back, that made something of the stage out of what came from the ground; on the
/// way back it passes through plants that made it of scrap | sources |
/// | Remade | at the first plant, looking back, that made something of the stage, if it fed on what is asked for |
/// sources |
/// | Maker | at the first plant, looking back, whatever it made; old scrap counts for the country that collects it |
/// sources |
/// | Supplied | where the substance comes into the world; old scrap counts for the country that collects it | sources |
/// | Touched | at the first node, looking back, in the country | touched, untouched |
/// | Shipped | at the first lane, looking back, through the strait | touched, untouched |
///
/// Touched is exact: it is the same system with the country's nodes taken out, and what still reaches the place never
/// passed the country.
sealed interface TraceQuestion {
    record Mined() implements TraceQuestion {}

    record Made(String stage) implements TraceQuestion {}

    record Remade(String stage, SupplyCase.Feed feed) implements TraceQuestion {}

    /// @param round by recipe: whether what it makes is new scrap again
    record Maker(boolean[] round) implements TraceQuestion {}

    record Supplied() implements TraceQuestion {}

    record Touched(int country) implements TraceQuestion {}

    record Shipped(String strait) implements TraceQuestion {}

    /// Columns of the questions that only say yes or no.
    int YES = 0;

    int NO = 1;
}
