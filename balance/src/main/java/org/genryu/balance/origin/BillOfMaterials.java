package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genryu.casefile.SupplyCase;

/// From a product up to the mine: what one piece of it holds (`bills.csv`), by commodity and by element, and who stands
/// behind each at the place where it is made.
///
/// mass of an element = Σ_commodities amount in the product · content [t per product]
///
/// @param product id as in bills.csv
public record BillOfMaterials(String product, List<Line> lines) {
    /// @param amount of the commodity in one product [its unit]
    /// @param mass of the substance in it [its unit per product]
    /// @param origin at the place; empty if the place has none of the commodity in the period
    public record Line(int commodity, double amount, Substance substance, double mass, Optional<Origin> origin) {}

    /// The products of a case.
    public static Set<String> products(SupplyCase supply) {
        return new LinkedHashSet<>(Arrays.asList(supply.use().bills().product()));
    }

    /// The bill of a product made at a place in period t; without lines if the case does not know the product.
    public static BillOfMaterials of(Tracing tracing, String product, int place, int t) {
        SupplyCase.Bills bills = tracing.balance().of().use().bills();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < bills.size(); i++) {
            if (bills.product()[i].equals(product)) {
                int commodity = bills.commodity()[i];
                for (Substance substance : tracing.inside(commodity)) {
                    lines.add(new Line(
                            commodity,
                            bills.amount()[i],
                            substance,
                            bills.amount()[i] * substance.weight()[commodity],
                            tracing.trace(substance).origin(place, commodity, t)));
                }
            }
        }
        return new BillOfMaterials(product, List.copyOf(lines));
    }

    /// The part of the product's mass of an element that passed through a country at any stage [fraction]; lines
    /// without origin count as not known and are left out.
    public double touched(String element, int country) {
        double through = 0;
        double mass = 0;
        for (Line line : lines) {
            if (line.substance().element().equalsIgnoreCase(element)
                    && line.origin().isPresent()) {
                through += line.mass() * line.origin().get().touched()[country];
                mass += line.mass();
            }
        }
        return mass > 0 ? through / mass : 0;
    }
}
