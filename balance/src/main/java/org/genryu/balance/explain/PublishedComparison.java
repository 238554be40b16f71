package org.genryu.balance.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Goods;
import org.genryu.casefile.SupplyCase.Measure;
import org.genryu.casefile.SupplyCase.Reference;

/// How near does a balance come to the published figures of the case (`references.csv`)?
///
/// With x the activity or flow of the period a year, w the weight of a commodity – its amount 1, its content of the
/// elements asked for, or its price – and P the place (of a country: all its places; blank: the world):
///
/// production = Σ_{p in P} Σ_lines w · made · x;  production share = the same over all places
/// trade = Σ_{lanes from → P} w · x;  import share = the same over all lanes from outside P into P
/// price = price of the commodity at P, the mean where there are several places
///
/// A share is inside if |computed - published| ≤ tolerance, everything else if
/// |computed - published| ≤ tolerance · |published|.
///
/// @param rows in the order of the case
public record PublishedComparison(List<Row> rows) {
    public enum Status {
        INSIDE,
        OUTSIDE,
        /// There is nothing to compare with: nobody makes or ships it, or it has no price.
        MISSING
    }

    /// @param computed in the unit of the figure; empty when there is nothing to compare with
    /// @param unit `fraction`, currency per unit, or a unit a year: of the commodity – for elements the same unit
    /// of element where it is a unit of mass, kg where it is not
    public record Row(Reference figure, Optional<Double> computed, String unit, Status status) {
        /// computed - published: of shares in points, of everything else relative to the published figure.
        public Optional<Double> difference() {
            boolean absolute = isShare(figure.measure()) || figure.value() == 0;
            return computed.map(c -> absolute ? c - figure.value() : (c - figure.value()) / Math.abs(figure.value()));
        }
    }

    public PublishedComparison {
        rows = List.copyOf(rows);
    }

    /// @param balance of a case whose references are compared; empty without references
    public static PublishedComparison of(Balance balance) {
        return of(balance, balance.of().world().references());
    }

    /// Other figures than those of the case.
    public static PublishedComparison of(Balance balance, SupplyCase.References references) {
        ReferenceMeasurer measurer = new ReferenceMeasurer(balance);
        return new PublishedComparison(Arrays.stream(references.rows())
                .map(figure -> row(balance.of(), measurer, figure))
                .toList());
    }

    /// @param fitted whether the rows from which the case was made are counted, or the independent ones
    public long count(Status status, boolean fitted) {
        return rows.stream()
                .filter(row -> row.status() == status && row.figure().fitted() == fitted)
                .count();
    }

    static boolean isShare(Measure measure) {
        return measure == Measure.PRODUCTION_SHARE || measure == Measure.IMPORT_SHARE;
    }

    private static Row row(SupplyCase of, ReferenceMeasurer measurer, Reference figure) {
        Optional<Double> computed = measurer.measure(figure);
        String unit = unit(of, figure);
        if (computed.isEmpty()) {
            return new Row(figure, computed, unit, Status.MISSING);
        }
        double allowed = isShare(figure.measure()) ? figure.tolerance() : figure.tolerance() * Math.abs(figure.value());
        boolean inside = Math.abs(computed.get() - figure.value()) <= allowed;
        return new Row(figure, computed, unit, inside ? Status.INSIDE : Status.OUTSIDE);
    }

    private static String unit(SupplyCase of, Reference figure) {
        Goods goods = figure.goods();
        String currency = of.info().money().currency();
        String own =
                goods.commodities().length == 0 ? "" : of.world().commodities().unit()[goods.commodities()[0]];
        String each = goods.elements().length > 0 && !own.matches("g|kg|t|kt|Mt") ? "kg" : own;
        return switch (figure.measure()) {
            case PRODUCTION_SHARE, IMPORT_SHARE -> "fraction";
            case PRICE -> currency + "/" + each;
            case PRODUCTION, TRADE -> (goods.byValue() ? currency : each) + "/yr";
        };
    }
}
