package org.genryu.balance.risk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.genryu.balance.Balance;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Trace;
import org.genryu.balance.origin.Tracing;

/// What do tables and page both ask of a balance? Who stands behind everything and how dependent that makes: worked out
/// once, by whoever asks first. Threads may share it.
public final class TracedBalance {
    private final Tracing tracing;
    private final Function<Substance, Trace> traces;
    private Optional<Assessment> assessment = Optional.empty();

    private TracedBalance(Tracing tracing, Function<Substance, Trace> traces) {
        this.tracing = tracing;
        this.traces = traces;
    }

    /// Keeps every trace for whoever asks again.
    public static TracedBalance kept(Balance balance) {
        Tracing tracing = Tracing.of(balance);
        Map<String, Trace> known = new ConcurrentHashMap<>();
        return new TracedBalance(
                tracing,
                substance -> known.computeIfAbsent(
                        substance.element() + " " + substance.group(), _ -> tracing.trace(substance)));
    }

    /// For one who asks once for each: no trace is kept, so that a large case needs little memory.
    public static TracedBalance passing(Balance balance) {
        Tracing tracing = Tracing.of(balance);
        return new TracedBalance(tracing, tracing::trace);
    }

    public Balance balance() {
        return tracing.balance();
    }

    public Tracing tracing() {
        return tracing;
    }

    /// The indicators, by the governance scores that come with the program.
    public synchronized Assessment assessment() {
        if (assessment.isEmpty()) {
            assessment = Optional.of(Assessment.of(tracing.balance(), Governance.builtIn()));
        }
        return assessment.get();
    }

    /// One substance through all places and periods.
    /// @param substance one of those of [#tracing]
    public Trace trace(Substance substance) {
        return traces.apply(substance);
    }
}
