package org.genryu.value.world;

import java.util.List;
import java.util.Optional;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Outcome;
import org.genryu.core.number.Money;
import org.genryu.value.project.Project;

/// What of a case is a project? The processes that its sheet names, and for each of its products the commodity and the
/// market of the case.
///
/// A price of the sheet names its market itself (`of: ndpr-oxide@JP`); without that the product's id is the commodity,
/// and the market is at the place of the named process that makes it.
///
/// @param file name of the sheet within the case
/// @param processes indices of the named processes of the case
/// @param products one for each product of the sheet that is a commodity of the case, in the order of the sheet
/// @param money what one unit of the case's money is worth in the sheet's (both in money of their price years)
public record ProjectLink(
        String file, Project project, List<Integer> processes, List<ProductMarket> products, double money) {
    public ProjectLink {
        processes = List.copyOf(processes);
        products = List.copyOf(products);
    }

    /// @param product index among the products of the sheet
    /// @param commodity index
    /// @param place index of the place whose price is meant
    /// @param scale units of the case in one unit of the product: 0.001 for kg and t; a price per unit of the
    /// product is so much of one per unit of the case
    /// @param price name of the price of the sheet that the market's price takes the place of; empty if nobody pays
    /// for the product
    public record ProductMarket(int product, int commodity, int place, double scale, Optional<String> price) {}

    /// @param exchange what other money is worth ([org.genryu.casefile.ExchangeRates#into] of the case's money)
    /// @return the link, even if it is empty, and everything in the sheet that does not fit the case
    public static Outcome<ProjectLink> of(String file, Project project, SupplyCase supply, Money.Rates exchange) {
        ProjectLinker linker = new ProjectLinker(file, project, supply, exchange);
        return Outcome.of(linker.link(), linker.findings());
    }
}
