package org.genryu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.future.FutureAccount;
import org.genryu.stress.future.FutureDraws;
import org.genryu.stress.future.FutureLoss;
import org.genryu.stress.future.FutureWorkers;
import org.genryu.stress.month.CalmWorld;
import org.genryu.stress.month.MonthlyStress;
import org.genryu.stress.month.StressClock;
import org.genryu.study.StressStudy.Calm;

/// Many futures of one scenario: each draws every uncertain number of the case, balances a calm world of its own and
/// goes through the months against that. A future is a function of seed, number of futures and its own number, so that
/// any of them can be gone through alone.
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
    private final FutureDraws draws;
    private final Question question;

    private StressFutures(
            Calm calm, MonthlyStress.Asked asked, ResolvedCase nothing, ResolvedCase plain, Question question) {
        this.calm = calm;
        this.asked = asked;
        this.nothing = nothing;
        this.plain = plain;
        this.question = question;
        this.draws = FutureDraws.of(
                List.of(
                        plain.uncertain(),
                        nothing.uncertain(),
                        asked.with().uncertain(),
                        asked.without().uncertain()),
                question.seed(),
                question.futures());
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
        return futures.draws.cells().isEmpty()
                ? Outcome.failed(List.of(Finding.error(
                        Place.of(calm.file().raw().name()),
                        new Text("Case '" + id + "'", "ケース「" + id + "」"),
                        new Text(
                                "no number that the scenario rests on was written with a range; all its futures would"
                                        + " be the same.",
                                "シナリオが拠る数値に幅のあるものがありません。どの未来も同じになります。"),
                        new Text(
                                "what is not known can be written as a range, such as `80..120` or `100 ±15`.",
                                "確かでない数値は `80..120` や `100 ±15` のように幅で書いてください。"))))
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
        FutureAccount account = new FutureAccount(draws, asked.with().supply());
        Text stage = new Text("going through the futures", "未来を1つずつ計算中");
        new FutureWorkers(question.workers()).each(question.futures(), this::loss, one -> {
            account.add(one);
            progress.at(stage, account.rows().size(), question.futures());
            return !(question.within().isPresent()
                    && account.isWithin(question.within().getAsDouble()));
        });
        return account;
    }

    private FutureLoss loss(int future) {
        return one(future).map(account -> FutureLoss.of(future, account)).orElseGet(() -> FutureLoss.none(future));
    }

    /// One of them; empty if its calm world or its first month has no answer.
    public Optional<StressAccount> one(int future) {
        Deadline.present().check();
        return balance(future).flatMap(base -> {
            SupplyCase under = drawn(asked.with(), future);
            SupplyCase without = drawn(asked.without(), future);
            Outcome<MonthlyStress.Answer> answer = MonthlyStress.answer(
                    asked, under, without, base, calm.options().solve());
            return answer.value().flatMap(told -> told.path().map(path -> StressAccount.of(told, path)));
        });
    }

    /// What is worth telling about the case and the scenario before any draw.
    public List<Finding> findings() {
        return new ArrayList<>(asked.findings());
    }

    private SupplyCase drawn(ResolvedCase of, int future) {
        return of.uncertain().isEmpty() ? of.supply() : of.realized(draws.of(future, of.uncertain()));
    }

    /// The calm world of a future.
    private Optional<Balance> balance(int future) {
        if (plain.uncertain().isEmpty() && nothing.uncertain().isEmpty()) {
            return Optional.of(calm.balance());
        }
        SupplyCase mine = drawn(plain, future);
        SupplyCase first = drawn(nothing, future);
        SupplyCase still = CalmWorld.keepingStocks(mine);
        BalanceResult result =
                Balancer.balance(still, Balancer.fit(CalmWorld.keepingStocks(first), calm.options()), calm.options());
        if (result instanceof BalanceResult.Infeasible && !still.equals(mine)) {
            result = Balancer.balance(mine, Balancer.fit(first, calm.options()), calm.options());
        }
        return result instanceof BalanceResult.Balanced(Balance balance, var _)
                ? Optional.of(balance)
                : Optional.empty();
    }
}
