package org.genryu.store.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Text;
import org.genryu.store.register.RegisterAmount.Kind;
import org.genryu.store.register.RegisterMilestone.State;

/// What does the register say on a day: how much is promised, selected, signed and paid, what is late, and what that
/// means for the model?
///
/// @param day on which it is told
public record ProgrammeAccount(ProgrammeRegister register, LocalDate day) {
    /// Those of a stage, from the first stage on; stages without an entry are left out.
    public Map<EntryStage, Integer> counts() {
        Map<EntryStage, Integer> counts = new EnumMap<>(EntryStage.class);
        register.entries().forEach(entry -> counts.merge(entry.stage(), 1, Integer::sum));
        return counts;
    }

    public List<ProgrammeTotals.Total> totals(Kind kind) {
        return new ProgrammeTotals(register).of(kind);
    }

    /// What is promised to entries that have come at least so far.
    public List<ProgrammeTotals.Total> promisedFrom(EntryStage least) {
        return new ProgrammeTotals(register, least).of(Kind.PROMISED);
    }

    /// What is left of an amount when the most that entries from SELECTED on may take is taken off.
    ///
    /// Of a range without an upper end the lower one counts. It is never below nothing.
    ///
    /// @param amount [currency]
    /// @param currency that it is in; amounts in others are of no matter
    public double left(double amount, String currency) {
        return promisedFrom(EntryStage.SELECTED).stream()
                .map(ProgrammeTotals.Total::money)
                .filter(money -> money.currency().equals(currency))
                .map(money -> money.high() < Double.POSITIVE_INFINITY ? money.high() : money.low())
                .reduce(amount, (left, taken) -> Math.max(0, left - taken));
    }

    public Map<String, MoneyRange> unverified() {
        return new ProgrammeTotals(register).unverified();
    }

    /// The frame for everything; the largest one if there are several.
    public Optional<MoneyRange> envelope() {
        return register.announcements().stream()
                .flatMap(one -> one.amounts().stream())
                .filter(one -> one.kind() == Kind.ENVELOPE && one.counts())
                .map(RegisterAmount::money)
                .reduce((a, b) -> b.high() > a.high() ? b : a);
    }

    /// Which part of the envelope an amount takes, from and to [fraction]; empty without an envelope in its
    /// currency.
    public Optional<double[]> part(MoneyRange money) {
        return envelope()
                .filter(all -> all.currency().equals(money.currency()) && all.high() > 0)
                .map(all -> new double[] {money.low() / all.high(), money.high() / all.high()});
    }

    /// A total that others have printed.
    public record Printed(Announcement announcement, RegisterAmount amount) {}

    /// In the order in which they were entered.
    public List<Printed> printed() {
        List<Printed> printed = new ArrayList<>();
        for (Announcement announcement : register.announcements()) {
            announcement.amounts().stream()
                    .filter(one -> one.kind() == Kind.REPORTED && !one.replaced())
                    .forEach(one -> printed.add(new Printed(announcement, one)));
        }
        return printed;
    }

    /// An entry that was selected, and how long it has waited.
    public record Waiting(RegisterEntry entry, FundingClock clock) {}

    public List<Waiting> waiting() {
        List<Waiting> waiting = new ArrayList<>();
        register.entries()
                .forEach(entry -> FundingClock.of(entry).ifPresent(clock -> waiting.add(new Waiting(entry, clock))));
        return waiting;
    }

    /// Milestones of a state.
    public List<RegisterMilestone> milestones(State state) {
        return register.milestones().stream()
                .filter(one -> one.state(day) == state)
                .toList();
    }

    /// What an entry adds to the built-in case.
    ///
    /// @param stage of the entry
    public record Effect(ShippedProgramme.Implied implied, EntryStage stage) {}

    /// Of the entries that the register holds and about which something is known.
    public List<Effect> effects() {
        return ShippedProgramme.implied().stream()
                .flatMap(one -> register.entry(one.entry()).map(entry -> new Effect(one, entry.stage())).stream())
                .toList();
    }

    /// How many entries from SELECTED on add to a process of the built-in case.
    public long selectedWithProcess() {
        return effects().stream()
                .filter(one -> one.stage().reaches(EntryStage.SELECTED)
                        && !one.implied().process().isEmpty())
                .map(one -> one.implied().entry())
                .distinct()
                .count();
    }

    /// How an id is called; the id itself if nothing is known of it.
    public Text name(String id) {
        return register.entry(id)
                .map(entry -> entry.facts().name())
                .or(() -> register.announcement(id).map(Announcement::name))
                .or(() -> register.milestone(id).map(RegisterMilestone::what))
                .orElse(Text.same(id));
    }
}
