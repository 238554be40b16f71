package org.genryu.results;

import java.io.IOException;
import java.util.Optional;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.time.Periods;
import org.genryu.stress.shelf.Shelf;
import org.genryu.stress.shelf.ShelfRow;

/// What scenarios come to, one row each; one that was not gone through has none.
public final class ShelfTable {
    private final Shelf shelf;
    private final SupplyCase of;

    private ShelfTable(Shelf shelf, SupplyCase of) {
        this.shelf = shelf;
        this.of = of;
    }

    /// @param of the case
    public static ResultTable of(Shelf shelf, SupplyCase of) {
        ShelfTable table = new ShelfTable(shelf, of);
        return new ResultTable("shelf", table::rows);
    }

    private void rows(RowSink to) throws IOException {
        for (Shelf.Entry entry : shelf.told()) {
            row(entry.row().orElseThrow(), to);
        }
    }

    private void row(ShelfRow row, RowSink to) throws IOException {
        to.text(row.scenario())
                .text(month(row.first()))
                .number(row.months())
                .text(row.whole() ? "yes" : "")
                .number(row.shorts());
        Optional<ShelfRow.Lack> worst = row.worst();
        to.text(worst.map(use -> place(use.place())).orElse(""))
                .text(worst.map(use -> commodity(use.commodity())).orElse(""))
                .text(worst.map(ShelfRow.Lack::use).orElse(""))
                .number(worst.map(ShelfRow.Lack::part))
                .text(worst.map(use -> month(use.worst())).orElse(""))
                .text(worst.map(use -> month(use.first())).orElse(""))
                .number(worst.map(ShelfRow.Lack::survive))
                .text(worst.filter(use -> use.recover().isPresent())
                        .map(use -> month(use.recover().orElseThrow()))
                        .orElse(""));
        Optional<ShelfRow.Move> price = row.price();
        to.text(price.map(one -> place(one.place())).orElse(""))
                .text(price.map(one -> commodity(one.commodity())).orElse(""))
                .number(price.map(ShelfRow.Move::calm))
                .number(price.map(ShelfRow.Move::price))
                .text(price.map(one -> month(one.month())).orElse(""));
        Optional<ShelfRow.Empty> empty = row.empty();
        to.text(empty.map(one -> place(one.place())).orElse(""))
                .text(empty.map(one -> commodity(one.commodity())).orElse(""))
                .text(empty.map(ShelfRow.Empty::tier).orElse(""))
                .text(empty.map(one -> month(one.month())).orElse(""));
        to.number(row.home())
                .number(row.world())
                .number(row.damage())
                .number(row.measures())
                .end();
    }

    private String place(int place) {
        return of.world().places().ids().id(place);
    }

    private String commodity(int commodity) {
        return of.world().commodities().ids().id(commodity);
    }

    private static String month(int month) {
        return new Periods(Periods.Step.MONTH, month, 1).label(0);
    }
}
