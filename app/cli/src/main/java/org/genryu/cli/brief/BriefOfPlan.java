package org.genryu.cli.brief;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.BalanceResult;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.plan.PlanCommand;
import org.genryu.core.Outcome;
import org.genryu.plan.world.Plan;
import org.genryu.plan.world.PlanQuestion;
import org.genryu.plan.world.Planner;
import org.genryu.report.print.Permalink;
import org.genryu.report.print.PlanHandout;
import org.genryu.results.Citations;
import org.genryu.results.ground.Grounds;
import org.genryu.study.StressStudy;

/// `genryu brief --budget`: a plan on two pages.
record BriefOfPlan(BriefPages pages) {
    private static final List<String> OPTIONS = List.of(BriefCommand.BUDGET, "--target", "--scenarios", "--risk");

    CommandResult answer() throws IOException {
        CommandCall call = pages.call();
        Outcome<PlanQuestion> asked = PlanCommand.question(call, pages.file(), PlanCommand.risk(call));
        if (asked.clean().isEmpty()) {
            return new CommandResult.BadInput(asked.findings());
        }
        PlanQuestion question = asked.clean().get();
        Outcome<Plan> answered = Planner.of(pages.file(), question, call.progress());
        if (answered.value().isEmpty()) {
            return new CommandResult.BadInput(StressStudy.joined(pages.before(), answered.findings()));
        }
        Plan plan = answered.value().get();
        Permalink again = pages.permalink("plan", OPTIONS);
        Grounds grounds = Grounds.of(plan, Citations.of(pages.file()));
        pages.tell(
                PlanHandout.of(
                        new PlanHandout.Known(plan, question, pages.file().header(), grounds), again, call.lang()),
                plan.isProved() ? "proved" : "stopped",
                answered.findings());
        BalanceResult.Cause cause = new BalanceResult.Cause.NotProved(Optional.empty(), Optional.empty());
        return plan.isProved()
                ? new CommandResult.Done()
                : new CommandResult.Unproved(cause, plan.worth().gap(), true);
    }
}
