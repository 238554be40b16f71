package org.genryu.stress.month;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.balance.Balance;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.casefile.resolve.UncertainCell;
import org.genryu.casefile.resolve.WithoutScenarioFlows;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.time.Periods;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;

/// A scenario, month by month, against the calm world.
public final class MonthlyStress {
    /// Months of a scenario that says nothing of its length.
    private static final int USUAL = 24;

    private MonthlyStress() {}

    /// The answer.
    ///
    /// @param calm the world without the scenario
    /// @param of the case under the scenario, on the clock that is cut at every month
    /// @param path what happens; empty if a month has no proved answer
    /// @param stocks all stocks of the monthly world, in the order of [StressPath#level()]
    /// @param payments what the measures of the scenario cost, in its order; empty if no month has an answer
    /// @param refused verdict on the month without a proved answer
    public record Answer(
            Scenario scenario,
            StressClock clock,
            CalmWorld calm,
            SupplyCase of,
            StressPath quiet,
            Optional<StressPath> path,
            WorldStocks stocks,
            List<MeasurePayment> payments,
            Optional<Refused> refused) {}

    /// A month without a proved answer.
    public record Refused(int month, Solution verdict) {}

    /// The clock of a scenario: its start and length, cut to the case.
    public static StressClock clock(Scenario scenario, Periods periods, List<Finding> findings) {
        int first = scenario.start().orElse(periods.firstMonth());
        int end = periods.firstMonth() + periods.wholes() * periods.step().months();
        int from = Math.clamp(first, periods.firstMonth(), end - 1);
        int wanted = scenario.months() > 0 ? scenario.months() : USUAL;
        int months = Math.max(1, Math.min(wanted, end - from));
        if (from != first || (months < wanted && scenario.months() > 0)) {
            findings.add(Finding.warning(
                    Place.of(scenario.file()),
                    thing(scenario),
                    new Text(
                            "its months lie in part outside of the case; only those inside are told.",
                            "シナリオの月の一部がケースの期間外です。期間内だけを扱います。"),
                    new Text("start, months or the periods of the case are wrong.", "start・months かケースの期間を確かめてください。")));
        }
        return new StressClock(
                periods.whole(), from, months, scenario.foresight().orElse(months));
    }

    private static Optional<Finding> near(Scenario scenario, StressClock clock, BitSet months) {
        if (months.isEmpty()) {
            return Optional.empty();
        }
        String first = clock.label(months.nextSetBit(0));
        return Optional.of(Finding.warning(
                Place.of(scenario.file()),
                thing(scenario),
                new Text(
                        "the proof of " + months.cardinality() + " months, the first of them " + first
                                + ", misses by up to a hundredth; their prices are near, not exact.",
                        first + " ほか計" + months.cardinality() + "か月は最適性の証明に百分の一以内の誤差が残ります。その月の価格は近似値です。"),
                new Text("read the prices of these months as about.", "その月の価格はおよその値として読んでください。")));
    }

    /// A scenario and the case on its months, with and without it.
    ///
    /// @param responses what uncertain cells of [ResponseRanges] hold; the others hold their central values
    /// @param findings of the clock and of the case under the scenario
    public record Asked(
            CaseFile file,
            Scenario scenario,
            StressClock clock,
            ResolvedCase with,
            ResolvedCase without,
            Map<UncertainCell, Double> responses,
            List<Finding> findings) {
        public Asked {
            responses = Map.copyOf(responses);
            findings = List.copyOf(findings);
        }

        /// The same with other answers of plants, lanes, uses and stocks.
        public Asked responding(Map<UncertainCell, Double> drawn) {
            return new Asked(file, scenario, clock, with, without, drawn, findings);
        }
    }

    /// @param happened what is in force in the calm world too
    /// @param periods of the case
    /// @param carried what the case carries where nothing happens
    public static Outcome<Asked> asked(
            CaseFile file, Scenario scenario, InForce happened, Periods periods, WithoutScenarioFlows carried) {
        List<Finding> findings = new ArrayList<>();
        StressClock clock = clock(scenario, periods, findings);
        Set<Integer> months = new TreeSet<>();
        for (int i = 0; i <= clock.months(); i++) {
            months.add(clock.first() + i);
        }
        Outcome<ResolvedCase> with = CaseResolver.monthly(file, happened.with(Optional.of(scenario)), carried, months);
        Outcome<ResolvedCase> without = CaseResolver.monthly(file, happened.with(Optional.empty()), carried, months);
        if (with.clean().isEmpty() || without.clean().isEmpty()) {
            return Outcome.failed(with.findings());
        }
        findings.addAll(0, with.findings());
        return Outcome.of(
                new Asked(
                        file,
                        scenario,
                        clock,
                        with.clean().get(),
                        without.clean().get(),
                        Map.of(),
                        findings),
                List.of());
    }

    /// @param happened what is in force in the calm world too
    /// @param base the balance of the calm world, on whole periods
    /// @param carried what the case carries where nothing happens
    public static Outcome<Answer> answer(
            CaseFile file,
            Scenario scenario,
            InForce happened,
            Balance base,
            WithoutScenarioFlows carried,
            SolveOptions options) {
        Outcome<Asked> asked = asked(file, scenario, happened, base.of().periods(), carried);
        if (asked.value().isEmpty()) {
            return Outcome.failed(asked.findings());
        }
        Outcome<Answer> answered = answer(
                asked.value().get(),
                asked.value().get().with().supply(),
                asked.value().get().without().supply(),
                base,
                options);
        List<Finding> findings = new ArrayList<>(answered.findings());
        findings.addAll(drawnElsewhere(scenario));
        return new Outcome<>(answered.value(), findings);
    }

    /// A finding for each event whose time is for futures to draw, which one run takes as it is written.
    private static List<Finding> drawnElsewhere(Scenario scenario) {
        return scenario.events().stream()
                .filter(event -> event.number("hazard").isPresent()
                        || event.number("ends").isPresent())
                .map(event -> Finding.warning(
                        new Place(event.file(), event.line(), event.shape().name()),
                        thing(scenario),
                        new Text(
                                "hazard and ends act in futures alone; here the event begins at its start and lasts its months.",
                                "hazard・ends は未来ごとの計算でのみ働きます。ここでは start に始まり months の間続くものとします。"),
                        new Text("`stress --futures N` draws them.", "`stress --futures N` で引けます。")))
                .toList();
    }

    /// The same with other numbers in the case.
    /// @param under the case under the scenario
    /// @param nothing the case without it
    /// @param base the balance of its calm world
    public static Outcome<Answer> answer(
            Asked asked, SupplyCase under, SupplyCase nothing, Balance base, SolveOptions options) {
        Scenario scenario = asked.scenario();
        StressClock clock = asked.clock();
        List<Finding> findings = new ArrayList<>(asked.findings());
        CalmWorld calm = new CalmWorld(base, clock);
        StressWorld world = new StressWorld(asked, calm, under, nothing);
        findings.addAll(world.actions.findings());
        StressPath quiet = MonthlySimulation.calmPath(world);
        MonthlySimulation simulation = new MonthlySimulation(world, options);
        try {
            StressPath path = simulation.run();
            near(scenario, clock, simulation.near()).ifPresent(findings::add);
            List<MeasurePayment> payments = MeasurePayment.of(scenario, world, path);
            findings.addAll(MeasurePayment.unpaid(scenario, payments));
            return Outcome.of(
                    new Answer(
                            scenario,
                            clock,
                            calm,
                            under,
                            quiet,
                            Optional.of(path),
                            world.stocks,
                            payments,
                            Optional.empty()),
                    findings);
        } catch (MonthlySimulation.NoAnswer none) {
            Optional<Refused> refused = Optional.of(new Refused(none.month(), none.verdict()));
            int told = none.month();
            if (told == 0) {
                return Outcome.of(
                        new Answer(
                                scenario,
                                clock,
                                calm,
                                under,
                                quiet,
                                Optional.empty(),
                                world.stocks,
                                List.of(),
                                refused),
                        findings);
            }
            near(scenario, clock, simulation.near().get(0, told)).ifPresent(findings::add);
            findings.add(Finding.warning(
                    Place.of(scenario.file()),
                    thing(scenario),
                    new Text(
                            "the month " + clock.label(told) + " has no proved answer; the months before it are told.",
                            clock.label(told) + " の月は証明つきの解が得られませんでした。それより前の月だけを示します。"),
                    new Text(
                            "a weaker event, or `foresight: 0`, may be solved.",
                            "事象を弱めるか `foresight: 0` で解けることがあります。")));
            StressClock shorter = new StressClock(clock.periods(), clock.first(), told, clock.foresight());
            return Outcome.of(
                    new Answer(
                            scenario,
                            shorter,
                            calm,
                            under,
                            quiet.first(told),
                            Optional.of(simulation.path().first(told)),
                            world.stocks,
                            List.of(),
                            refused),
                    findings);
        }
    }

    private static Text thing(Scenario scenario) {
        return new Text("Scenario '" + scenario.id() + "'", "シナリオ「" + scenario.id() + "」");
    }
}
