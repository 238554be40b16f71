package org.genryu.stress.month;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.WithoutScenarioFlows;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.solve.SolveOptions;
import org.genryu.testkit.TextCase;

/// Runs a small world under its scenario `cut`.
final class StressRuns {
    private StressRuns() {}

    /// One source, one town of 100 a month, one stock; the words of the scenario are given.
    static TextCase town(String stores, String scenario) {
        return TextCase.years(2027, 2028)
                .table("places", "place,kind,country\nsrc,country,CN\ntown,country,JP")
                .table("commodities", "commodity,unit\ngood,t")
                .table("recipes", "recipe,commodity,amount\ndig,good,1")
                .table("processes", "process,place,recipe,status,capacity,cost\npit,src,dig,operating,1200,10")
                .table("routes", "route,from,to,commodity,cost\nway,src,town,good,1")
                .table("demands", "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,good,1200,1000")
                .table("stores", stores)
                .scenario("cut", scenario);
    }

    static String ban(int months, String more) {
        return "start: 2027-01\nmonths: 24\n" + more + "events:\n  - ban: {from: CN, start: 2027-01, months: " + months
                + "}\n";
    }

    static Balance calm(CaseFile file) {
        SupplyCase of = CalmWorld.keepingStocks(
                CaseResolver.resolve(file).clean().orElseThrow().supply());
        BalanceResult result = Balancer.balance(of, BalanceOptions.DEFAULT);
        if (result instanceof BalanceResult.Balanced(Balance balance, var _)) {
            return balance;
        }
        throw new AssertionError(result.toString());
    }

    static Outcome<MonthlyStress.Answer> outcome(TextCase world) {
        CaseFile file = world.file();
        return MonthlyStress.answer(
                file,
                file.scenario("cut").orElseThrow(),
                InForce.of(file),
                calm(file),
                WithoutScenarioFlows.UNKNOWN,
                SolveOptions.DEFAULT);
    }

    static MonthlyStress.Answer run(TextCase world) {
        Outcome<MonthlyStress.Answer> outcome = outcome(world);
        return outcome.clean().orElseThrow(() -> new AssertionError(text(outcome.findings())));
    }

    static StressPath path(TextCase world) {
        MonthlyStress.Answer answer = run(world);
        return answer.path()
                .orElseThrow(() -> new AssertionError(answer.refused().toString()));
    }

    static String text(List<Finding> findings) {
        return findings.stream().map(f -> f.in(Lang.EN)).collect(Collectors.joining("\n"));
    }

    static double sum(double[] months) {
        return Arrays.stream(months).sum();
    }

    /// What a demand lacks in the first months.
    static double[] lacks(StressPath path, int demand, int months) {
        double[] lacks = new double[months];
        for (int i = 0; i < months; i++) {
            lacks[i] = path.wanted()[demand][i] - path.served()[demand][i];
        }
        return lacks;
    }
}
