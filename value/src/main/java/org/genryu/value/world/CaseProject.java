package org.genryu.value.world;

import java.util.List;
import java.util.Optional;
import org.genryu.balance.risk.Assessment;
import org.genryu.core.Finding;
import org.genryu.core.Text;
import org.genryu.value.BankableSupport;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.ProjectWorth;
import org.genryu.value.cash.Realization;
import org.genryu.value.project.Project;

/// One term sheet of a case beside the run: what it is worth at its own prices and at the run's, what makes it bankable
/// there, and what it adds to whom. Base case alone: expected prices, central values, no delay; futures at the run's
/// prices are asked of [AtRun#prices] (`Valuer.value`).
///
/// @param link what of the case it is
/// @param own at the sheet's own prices
/// @param run at the prices of the run; empty if none of its products is linked to a market of the run
/// @param added by product that is a commodity of the case, in the order of the sheet
/// @param feeds what its processes take in, at the run's prices; the sheet's costs do not follow them
/// @param notes what a reader of these numbers should know
public record CaseProject(
        ProjectLink link,
        ProjectWorth own,
        Optional<AtRun> run,
        List<AddedSupply> added,
        List<BoughtFeed> feeds,
        List<Finding> notes) {
    public CaseProject {
        added = List.copyOf(added);
        feeds = List.copyOf(feeds);
        notes = List.copyOf(notes);
    }

    /// A project at the prices of a run.
    ///
    /// @param prices the project with these prices
    /// @param anew with the debt that these prices carry
    /// @param signed with the debt that the sheet signs at its own prices: can it be served?
    /// @param bankable support that lets the debt as signed be covered at these prices; empty if no senior debt is
    /// signed
    public record AtRun(RunPrices prices, ProjectWorth anew, ProjectWorth signed, Optional<BankableSupport> bankable) {
        static AtRun of(RunPrices prices, Project own, DebtPlan plan) {
            Project met = prices.project();
            CashFlow anew = CashFlow.base(met);
            CashFlow signed = CashFlow.of(met, plan, Realization.central(met));
            return new AtRun(
                    prices, ProjectWorth.of(anew), ProjectWorth.of(signed), BankableSupport.inBaseCase(own, met));
        }
    }

    public Project project() {
        return link.project();
    }

    /// @param world the balanced world of the run
    public static CaseProject of(ProjectLink link, Assessment world) {
        CashFlow own = CashFlow.base(link.project());
        Optional<RunPrices> prices = RunPrices.of(link, world.balance());
        Optional<AtRun> run = prices.map(found -> AtRun.of(found, link.project(), own.plan()));
        return new CaseProject(
                link,
                ProjectWorth.of(own),
                run,
                AddedSupply.of(link, own, world),
                BoughtFeed.of(link, own, world.balance()),
                prices.map(found -> held(link, found)).orElse(List.of()));
    }

    private static List<Finding> held(ProjectLink link, RunPrices prices) {
        RunPrices.Held held = prices.held();
        if (held.after() == 0 && held.before() == 0) {
            return List.of();
        }
        String id = link.project().header().id();
        return List.of(new Finding(
                Finding.Severity.NOTE,
                Finding.Place.of(link.file()),
                new Text("Project '" + id + "'", "プロジェクト「" + id + "」"),
                new Text(
                        "of its months " + held.after() + " lie after and " + held.before()
                                + " before the run; there the price of the nearest period holds in real terms"
                                + " (assumption). The last period is " + held.last() + ".",
                        "評価期間のうち " + held.after() + " か月は計算期間より後、" + held.before()
                                + " か月は前です。そこでは最も近い期の実質価格が続くと仮定しています。最後の期は " + held.last() + " です。"),
                Optional.empty()));
    }
}
