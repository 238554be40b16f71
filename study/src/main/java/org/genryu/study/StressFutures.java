package org.genryu.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.casefile.resolve.UncertainCell;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.solve.SolvedBlocks;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.future.DrawCorrelations;
import org.genryu.stress.future.EventDraws;
import org.genryu.stress.future.FutureAccount;
import org.genryu.stress.future.FutureDraws;
import org.genryu.stress.future.FutureEngine;
import org.genryu.stress.future.FutureLoss;
import org.genryu.stress.future.FutureWorkers;
import org.genryu.stress.future.Tornado;
import org.genryu.stress.month.CalmWorld;
import org.genryu.stress.month.MonthlyStress;
import org.genryu.stress.month.ResponseRanges;
import org.genryu.stress.month.StressClock;
import org.genryu.study.StressStudy.Calm;

/// Many futures of one scenario. Each draws every uncertain number of the case and when its events begin and end,
/// balances a calm world of its own and goes through the months against that. A future is a function of seed, number
/// of futures and its own number, so that any of them can be gone through alone.
///
/// What an event takes as a share of what the case carries is a share of what its central numbers carry.
public final class StressFutures {
    /// @param futures how many at most
    /// @param workers how many side by side
    /// @param within share of its mean to which what users at home lose is to be known; then the run ends
    public record Question(int futures, long seed, int workers, OptionalDouble within) {}

    private final Calm calm;
    private final MonthlyStress.Asked asked;
    private final ResolvedCase nothing;
    private final ResolvedCase plain;
    private final List<UncertainCell> responses;
    /// How the calm world of a future is balanced: what its draws do not touch is as in the central one.
    private final BalanceOptions options;

    private final DrawCorrelations correlations;
    private final FutureDraws draws;
    private final Question question;

    private StressFutures(
            Calm calm, MonthlyStress.Asked asked, ResolvedCase nothing, ResolvedCase plain, Question question) {
        this.calm = calm;
        this.asked = asked;
        this.nothing = nothing;
        this.plain = plain;
        this.question = question;
        this.responses =
                ResponseRanges.of(calm.file(), calm.balance().calibration().isPresent());
        List<List<UncertainCell>> sources = List.of(
                responses,
                plain.uncertain(),
                nothing.uncertain(),
                asked.with().uncertain(),
                asked.without().uncertain());
        this.correlations = DrawCorrelations.of(
                calm.file(),
                asked.scenario(),
                sources.stream().flatMap(List::stream).toList());
        this.draws = FutureDraws.of(sources, correlations.pairs(), question.seed(), question.futures());
        SolvedBlocks central = SolvedBlocks.open();
        if (!isCalmForAll()) {
            balance(
                    cells -> swung(cells, Optional.empty(), 0),
                    calm.options().with(calm.options().solve().knowing(central)));
        }
        this.options = calm.options()
                .with(calm.options().solve().knowing(central.closed()).alone());
    }

    /// Whether no draw touches the calm world.
    private boolean isCalmForAll() {
        return plain.uncertain().isEmpty() && nothing.uncertain().isEmpty();
    }

    /// The futures of a scenario; none if no number that it rests on is uncertain.
    public static Outcome<StressFutures> of(Calm calm, Scenario scenario, Question question) {
        Outcome<MonthlyStress.Asked> asked = MonthlyStress.asked(
                calm.file(), scenario, calm.happened(), calm.balance().of().periods(), calm.carried());
        Outcome<ResolvedCase> nothing = CaseResolver.resolve(calm.file());
        Outcome<ResolvedCase> plain =
                CaseResolver.resolve(calm.file(), calm.happened().with(Optional.empty()), calm.carried());
        if (asked.clean().isEmpty()
                || nothing.clean().isEmpty()
                || plain.clean().isEmpty()) {
            return Outcome.failed(asked.findings());
        }
        StressFutures futures = new StressFutures(
                calm, asked.clean().get(), nothing.clean().get(), plain.clean().get(), question);
        String id = calm.file().header().id();
        return futures.draws.cells().isEmpty() && !EventDraws.any(scenario)
                ? Outcome.failed(List.of(Finding.error(
                        Place.of(calm.file().raw().name()),
                        new Text("Case '" + id + "'", "ケース「" + id + "」"),
                        new Text(
                                "no number that the scenario rests on was written with a range; all its futures would"
                                        + " be the same.",
                                "シナリオが拠る数値に幅のあるものがありません。どの未来も同じになります。"),
                        new Text(
                                "what is not known can be written as a range, such as `80..120` or `100 ±15`; an event can have a"
                                        + " `hazard` or a chance that it `ends`.",
                                "確かでない数値は `80..120` や `100 ±15` のように幅で、事象の時期は `hazard`・`ends` で書いてください。"))))
                : Outcome.of(futures);
    }

    public FutureDraws draws() {
        return draws;
    }

    public Question question() {
        return question;
    }

    public Scenario scenario() {
        return asked.scenario();
    }

    /// Its months.
    public StressClock clock() {
        return asked.clock();
    }

    /// All of them, counted.
    public FutureAccount all(ProgressReport progress) {
        return all(new FutureWorkers(question.workers(), this::loss), progress);
    }

    /// All of them, gone through there.
    public FutureAccount all(FutureEngine engine, ProgressReport progress) {
        FutureAccount account = new FutureAccount(draws, asked.with().supply());
        Text stage = new Text("going through the futures", "未来を1つずつ計算中");
        engine.each(question.futures(), one -> {
            account.add(one);
            progress.at(stage, account.rows().size(), question.futures());
            return !(question.within().isPresent()
                    && account.isWithin(question.within().getAsDouble()));
        });
        return account;
    }

    /// What one of them comes to.
    public FutureLoss loss(int future) {
        return one(future).map(account -> FutureLoss.of(future, account)).orElseGet(() -> FutureLoss.none(future));
    }

    /// What a world draws of uncertain numbers, in the units of their columns.
    private interface Draw {
        double[] of(List<UncertainCell> cells);
    }

    /// One of them; empty if its calm world or its first month has no answer.
    public Optional<StressAccount> one(int future) {
        return happening(asked, future).flatMap(mine -> told(mine, cells -> draws.of(future, cells)));
    }

    /// Several courses of action in one future, on the same draws and against the same calm world; in their order,
    /// each empty where it has no answer.
    ///
    /// @param courses of [#course], with the same events first
    public List<Optional<StressAccount>> one(int future, List<MonthlyStress.Asked> courses) {
        Draw draw = cells -> draws.of(future, cells);
        Optional<Balance> base = balance(draw, options);
        return courses.stream()
                .map(course -> base.flatMap(calm -> happening(course, future).flatMap(mine -> told(mine, draw, calm))))
                .toList();
    }

    /// A scenario ready for [#one(int, List)].
    public Outcome<MonthlyStress.Asked> course(Scenario scenario) {
        return MonthlyStress.asked(
                calm.file(), scenario, calm.happened(), calm.balance().of().periods(), calm.carried());
    }

    private Optional<StressAccount> told(MonthlyStress.Asked mine, Draw draw) {
        return balance(draw, options).flatMap(base -> told(mine, draw, base));
    }

    private Optional<StressAccount> told(MonthlyStress.Asked mine, Draw draw, Balance base) {
        Deadline.present().check();
        Outcome<MonthlyStress.Answer> answer = MonthlyStress.answer(
                mine.responding(responding(draw)),
                drawn(mine.with(), draw),
                drawn(mine.without(), draw),
                base,
                calm.options().solve().alone());
        return answer.value().flatMap(told -> told.path().map(path -> StressAccount.of(told, path)));
    }

    private Map<UncertainCell, Double> responding(Draw draw) {
        double[] values = draw.of(responses);
        Map<UncertainCell, Double> drawn = new HashMap<>();
        for (int k = 0; k < values.length; k++) {
            drawn.put(responses.get(k), values[k]);
        }
        return drawn;
    }

    /// Each uncertain number alone at its ends, events as they are written; empty if the central world has no
    /// answer.
    public Optional<Tornado> tornado(ProgressReport progress) {
        Optional<StressAccount> central = told(asked, cells -> swung(cells, Optional.empty(), 0));
        if (central.isEmpty()) {
            return Optional.empty();
        }
        Text stage = new Text("changing one number at a time", "数値を一つずつ変えて計算中");
        List<Tornado.Swing> swings = new ArrayList<>();
        for (UncertainCell cell : draws.cells()) {
            progress.at(stage, swings.size(), draws.cells().size());
            swings.add(new Tornado.Swing(cell, at(cell, Tornado.LOW), at(cell, 1 - Tornado.LOW)));
        }
        return Optional.of(new Tornado(central.get().homeCost(), swings));
    }

    private Optional<Double> at(UncertainCell cell, double quantile) {
        return told(asked, cells -> swung(cells, Optional.of(cell), quantile)).map(StressAccount::homeCost);
    }

    private static double[] swung(List<UncertainCell> cells, Optional<UncertainCell> swung, double quantile) {
        return cells.stream()
                .mapToDouble(cell -> swung.filter(cell::equals).isPresent()
                        ? cell.amount().quantile(quantile)
                        : cell.amount().central())
                .toArray();
    }

    /// A scenario with its events when and as long as they are in a future.
    private Optional<MonthlyStress.Asked> happening(MonthlyStress.Asked of, int future) {
        return EventDraws.any(of.scenario())
                ? course(EventDraws.of(of.scenario(), of.clock().first(), future, draws.hypercube()))
                        .value()
                : Optional.of(of);
    }

    /// What is worth telling about the case and the scenario before any draw.
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(asked.findings());
        findings.addAll(correlations.findings());
        DrawCorrelations.repaired(calm.file(), draws.hypercube().repair()).ifPresent(findings::add);
        return findings;
    }

    private static SupplyCase drawn(ResolvedCase of, Draw draw) {
        return of.uncertain().isEmpty() ? of.supply() : of.realized(draw.of(of.uncertain()));
    }

    /// The calm world of a draw.
    private Optional<Balance> balance(Draw draw, BalanceOptions how) {
        if (isCalmForAll()) {
            return Optional.of(calm.balance());
        }
        SupplyCase mine = drawn(plain, draw);
        SupplyCase first = drawn(nothing, draw);
        SupplyCase still = CalmWorld.keepingStocks(mine);
        BalanceResult result = Balancer.balance(still, Balancer.fit(CalmWorld.keepingStocks(first), how), how);
        if (result instanceof BalanceResult.Infeasible && !still.equals(mine)) {
            result = Balancer.balance(mine, Balancer.fit(first, how), how);
        }
        return result instanceof BalanceResult.Balanced(Balance balance, var _)
                ? Optional.of(balance)
                : Optional.empty();
    }
}
