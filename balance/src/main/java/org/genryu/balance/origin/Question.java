package org.genryu.balance.origin;

/// What is asked about the way that the mass came: where does the walk back through the inflows end, and in which
/// column?
///
/// | question | the walk ends | columns |
/// | --- | --- | --- |
/// | Mined | where the substance comes into the world | sources |
/// | Made | at the first plant, looking back, that made something of the stage | sources |
/// | Maker | at the first plant, looking back, whatever it made; scrap counts for the country that collects it |
/// sources |
/// | Touched | at the first node, looking back, in the country | touched, untouched |
/// | Shipped | at the first lane, looking back, through the strait | touched, untouched |
///
/// Touched is exact: it is the same system with the country's nodes taken out, and what still reaches the place never
/// passed the country.
sealed interface Question {
    record Mined() implements Question {}

    record Made(String stage) implements Question {}

    record Maker() implements Question {}

    record Touched(int country) implements Question {}

    record Shipped(String strait) implements Question {}

    /// Columns of the questions that only say yes or no.
    int YES = 0;

    int NO = 1;
}
