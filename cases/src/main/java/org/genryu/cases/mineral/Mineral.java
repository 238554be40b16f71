package org.genryu.cases.mineral;

import java.util.Optional;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;

/// A mineral as `minerals.csv` describes it, with its two prices [USD/t].
///
///     price of the mined form = recovery · (1 − margin) · price of the refined form, where only one is published
///     cost of refining = price refined − price mined / recovery
///
/// @param row the row of the table
/// @param price of the refined form in the base year
/// @param minedPrice of the mined form
record Mineral(SourceRow row, double price, double minedPrice) {

    static Mineral of(SourceTables tables, SourceRow row, int year) {
        String id = row.text("mineral");
        Optional<Double> refined = published(tables, id, "refined", year);
        Optional<Double> mined = published(tables, id, "mined", year);
        double kept = row.number("recovery") * (1 - row.number("margin"));
        double price = refined.or(() -> mined.map(value -> value / kept))
                .orElseThrow(() -> new IllegalArgumentException(row.where() + ": no price."));
        return new Mineral(row, price, mined.orElse(price * kept));
    }

    private static Optional<Double> published(SourceTables tables, String mineral, String stage, int year) {
        return tables.table("minerals_prices").stream()
                .filter(row -> row.text("mineral").equals(mineral)
                        && row.text("stage").equals(stage)
                        && row.number("year") <= year)
                .max((one, other) -> Double.compare(one.number("year"), other.number("year")))
                .map(row -> row.number("value") * row.number("per_t"));
    }

    String id() {
        return row.text("mineral");
    }

    /// @param stage `mined` or `refined`
    String commodity(String stage) {
        return row.text(stage);
    }

    double priceOf(String stage) {
        return stage.equals("mined") ? minedPrice : price;
    }

    double recovery() {
        return row.number("recovery");
    }

    /// Cost of refining a tonne without what is refined [USD/t].
    double refiningCost() {
        return price - minedPrice / recovery();
    }

    double miningCost() {
        return row.number("mine_cost") * minedPrice;
    }
}
