package org.genryu.store.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;

/// A project or measure of the programme.
///
/// @param version of the entry: the number of its changes
/// @param stages in the order in which they were entered, the last one holds
/// @param amounts in the order in which they were entered
public record RegisterEntry(String id, int version, Facts facts, List<Reached> stages, List<RegisterAmount> amounts) {
    public RegisterEntry {
        stages = List.copyOf(stages);
        amounts = List.copyOf(amounts);
    }

    /// What it is.
    ///
    /// @param field such as `energy` or `minerals`
    /// @param frame where it belongs
    public record Facts(Text name, String field, String partners, Frame frame, String note) {}

    /// Where an entry belongs.
    ///
    /// @param announcements ids; an amount of an announcement for all of its entries together is not added to
    /// theirs
    /// @param partOf entry inside of which it is; its amount is in that one's
    /// @param maybeSame entries with which it may overlap, which nobody has said clearly
    public record Frame(List<String> announcements, Optional<String> partOf, List<String> maybeSame) {
        public Frame {
            announcements = List.copyOf(announcements);
            maybeSame = List.copyOf(maybeSame);
        }
    }

    /// @param on the day on which it came so far
    public record Reached(EntryStage stage, LocalDate on) {}

    public EntryStage stage() {
        return stages.getLast().stage();
    }

    /// The day on which it last came to a stage; empty if it never did.
    public Optional<LocalDate> reached(EntryStage stage) {
        return stages.reversed().stream()
                .filter(one -> one.stage() == stage)
                .map(Reached::on)
                .findFirst();
    }

    /// Its own amount of a kind and currency: of promises the last one told, of flows the sum. Empty where none
    /// counts.
    public Optional<MoneyRange> amount(RegisterAmount.Kind kind, String currency) {
        return amount(amounts, kind, currency);
    }

    static Optional<MoneyRange> amount(List<RegisterAmount> amounts, RegisterAmount.Kind kind, String currency) {
        List<RegisterAmount> all = amounts.stream()
                .filter(one -> one.kind() == kind
                        && one.counts()
                        && one.money().currency().equals(currency))
                .toList();
        return switch (kind) {
            case PROMISED, ENVELOPE, REPORTED ->
                all.stream()
                        .reduce((last, next) ->
                                next.told().on().isBefore(last.told().on()) ? last : next)
                        .map(RegisterAmount::money);
            case COMMITTED, DISBURSED, RECOVERED ->
                all.stream().map(RegisterAmount::money).reduce(MoneyRange::plus);
        };
    }
}
