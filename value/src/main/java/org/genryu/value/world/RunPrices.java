package org.genryu.value.world;

import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.genryu.balance.Balance;
import org.genryu.core.time.Periods;
import org.genryu.value.cash.Realization;
import org.genryu.value.price.PriceModel;
import org.genryu.value.project.Project;
import org.genryu.value.world.ProjectLink.ProductMarket;

/// The prices of a run as a project meets them: the dual of the market's balance in the period that holds the month.
///
/// price(m) = money · scale · price of the run at (place, commodity, period of month m), in price-year money of the
/// sheet
///
/// Before the first and after the last period of the run the nearest period's price holds in price-year money: an
/// assumption, and [Held] says for how many months it was made. A price of the sheet that moves by chance moves so
/// around the run's ([PriceModel.OnPath]); one that does not is replaced by it.
///
/// @param project at these prices
/// @param held months for which no period of the run stands
public record RunPrices(Project project, Held held) {
    private static final int YEAR = 12;

    /// @param before months of the project before the first period
    /// @param after months of the project after the last period
    /// @param last label of the last period, whose price goes on
    public record Held(int before, int after, String last) {}

    /// Empty if no price of the project is one of the run.
    public static Optional<RunPrices> of(ProjectLink link, Balance balance) {
        IntBinaryOperator find = balance.markets().finder();
        Project.Market market = link.project().market();
        boolean any = false;
        for (ProductMarket linked : link.products()) {
            int m = find.applyAsInt(linked.place(), linked.commodity());
            if (linked.price().isPresent() && m >= 0) {
                market = at(market, linked.price().get(), path(link, linked, balance, m));
                any = true;
            }
        }
        return any
                ? Optional.of(new RunPrices(link.project().with(market), held(link.project(), balance)))
                : Optional.empty();
    }

    private static Project.Market at(Project.Market market, String price, PriceModel.Table path) {
        Project.Price old = java.util.Objects.requireNonNull(market.prices().get(price), price);
        PriceModel chance = chance(old.model());
        boolean moves = chance.logVariance(1) > 0;
        return market.with(price, moves ? new PriceModel.OnPath(path, chance) : path, true);
    }

    /// What of a model is chance: a path that was given is none.
    private static PriceModel chance(PriceModel model) {
        return switch (model) {
            case PriceModel.Table _, PriceModel.PerFuture _ -> new PriceModel.Flat(1);
            case PriceModel.OnPath on -> chance(on.around());
            case PriceModel.WithJumps j ->
                new PriceModel.WithJumps(chance(j.of()), j.perYear(), j.meanLog(), j.deviationLog(), j.fade());
            case PriceModel.Gaussian gaussian -> gaussian;
        };
    }

    private static PriceModel.Table path(ProjectLink link, ProductMarket linked, Balance balance, int market) {
        Project project = link.project();
        int months = months(project);
        double[] path = new double[months];
        for (int m = 0; m < months; m++) {
            path[m] = link.money() * linked.scale() * balance.markets().price()[market][period(project, balance, m)];
        }
        return new PriceModel.Table(path, 1.0 / YEAR);
    }

    /// The period of the run that a month of the project lies in, or the nearest.
    static int period(Project project, Balance balance, int month) {
        Periods periods = balance.of().periods();
        return Math.clamp(periods.index(project.timeline().valuation() + month), 0, periods.count() - 1);
    }

    /// To the end of the latest future.
    private static int months(Project project) {
        int delay = (int) Math.ceil(project.timeline().longestDelay());
        return Realization.months(project, delay) + YEAR;
    }

    private static Held held(Project project, Balance balance) {
        Periods periods = balance.of().periods();
        int months = Realization.months(project, 0);
        int before = 0;
        int after = 0;
        for (int m = 0; m < months; m++) {
            int t = periods.index(project.timeline().valuation() + m);
            before += t < 0 ? 1 : 0;
            after += t >= periods.count() ? 1 : 0;
        }
        return new Held(before, after, periods.label(periods.count() - 1));
    }
}
