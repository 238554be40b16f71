package org.genryu.store.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.store.register.RegisterAmount.Kind;

/// What do the amounts of a register add up to, with nothing added twice?
///
/// ```
/// worth(e)   = the larger of e's own amount and Σ worth(p) over the parts p of e
/// total      = Σ over groups g;  low(g)  = max of worth.low,  high(g) = Σ worth.high
/// ```
///
/// A group is one entry that is inside of no other, or several that may overlap. The amount that an announcement tells
/// for its entries together stands for theirs where it is larger. Not in any total: dropped entries, amounts that
/// nobody has checked, totals that others have printed. Amounts of two currencies have two totals.
public final class ProgrammeTotals {
    private final ProgrammeRegister register;
    private final SequencedMap<String, RegisterEntry> entries = new LinkedHashMap<>();

    /// Of all entries that are not dropped.
    public ProgrammeTotals(ProgrammeRegister register) {
        this(register, EntryStage.CANDIDATE);
    }

    /// Of those that have come at least so far.
    public ProgrammeTotals(ProgrammeRegister register, EntryStage least) {
        this.register = register;
        for (RegisterEntry entry : register.entries()) {
            if (entry.stage().reaches(least)) {
                entries.put(entry.id(), entry);
            }
        }
    }

    /// @param entries ids of those with an amount that counts, without those inside of others
    public record Total(Kind kind, MoneyRange money, Set<String> entries) {
        public Total {
            entries = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(entries));
        }
    }

    /// One for each currency in which there is an amount of the kind, in the order of the codes.
    public List<Total> of(Kind kind) {
        Set<String> currencies = new TreeSet<>();
        for (RegisterEntry entry : entries.values()) {
            currencies(entry.amounts(), kind, currencies);
        }
        for (Announcement announcement : register.announcements()) {
            if (!members(announcement).isEmpty()) {
                currencies(announcement.amounts(), kind, currencies);
            }
        }
        return currencies.stream().map(currency -> total(kind, currency)).toList();
    }

    private static void currencies(List<RegisterAmount> amounts, Kind kind, Set<String> found) {
        amounts.stream()
                .filter(one -> one.kind() == kind && one.counts())
                .forEach(one -> found.add(one.money().currency()));
    }

    private Total total(Kind kind, String currency) {
        MoneyRange sum = MoneyRange.none(currency);
        Set<String> counted = new LinkedHashSet<>();
        Set<String> joined = new HashSet<>();
        for (Announcement announcement : register.announcements()) {
            Optional<MoneyRange> joint = RegisterEntry.amount(announcement.amounts(), kind, currency);
            List<RegisterEntry> members = members(announcement).stream()
                    .filter(entry -> joint.isPresent() && joined.add(entry.id()))
                    .toList();
            if (!members.isEmpty()) {
                sum = sum.plus(joint.orElseThrow().larger(groups(members, kind, currency, counted)));
                members.forEach(entry -> counted.add(entry.id()));
            }
        }
        List<RegisterEntry> others = entries.values().stream()
                .filter(entry -> whole(entry).isEmpty() && !joined.contains(entry.id()))
                .toList();
        return new Total(kind, sum.plus(groups(others, kind, currency, counted)), counted);
    }

    /// Those of an announcement that are inside of no other entry.
    private List<RegisterEntry> members(Announcement announcement) {
        return entries.values().stream()
                .filter(entry -> entry.facts().frame().announcements().contains(announcement.id())
                        && whole(entry).isEmpty())
                .toList();
    }

    /// The entry inside of which this one is. It was entered before, so that nothing is inside of itself.
    private Optional<RegisterEntry> whole(RegisterEntry part) {
        return part.facts().frame().partOf().map(entries::get).filter(whole -> before(whole, part));
    }

    private boolean before(RegisterEntry one, RegisterEntry other) {
        for (String id : entries.keySet()) {
            if (id.equals(one.id()) || id.equals(other.id())) {
                return id.equals(one.id()) && !one.id().equals(other.id());
            }
        }
        return false;
    }

    private MoneyRange groups(List<RegisterEntry> all, Kind kind, String currency, Set<String> counted) {
        MoneyRange sum = MoneyRange.none(currency);
        List<RegisterEntry> left = new ArrayList<>(all);
        while (!left.isEmpty()) {
            List<RegisterEntry> group = new ArrayList<>(List.of(left.removeFirst()));
            for (int i = 0; i < group.size(); i++) {
                RegisterEntry at = group.get(i);
                List<RegisterEntry> linked =
                        left.stream().filter(other -> mayOverlap(at, other)).toList();
                group.addAll(linked);
                left.removeAll(linked);
            }
            double low = 0;
            double high = 0;
            for (RegisterEntry entry : group) {
                Optional<MoneyRange> worth = worth(entry, kind, currency);
                if (worth.isPresent()) {
                    low = Math.max(low, worth.get().low());
                    high += worth.get().high();
                    counted.add(entry.id());
                }
            }
            sum = sum.plus(new MoneyRange(low, high, currency));
        }
        return sum;
    }

    private static boolean mayOverlap(RegisterEntry one, RegisterEntry other) {
        return one.facts().frame().maybeSame().contains(other.id())
                || other.facts().frame().maybeSame().contains(one.id());
    }

    private Optional<MoneyRange> worth(RegisterEntry entry, Kind kind, String currency) {
        Optional<MoneyRange> own = entry.amount(kind, currency);
        Optional<MoneyRange> parts = entries.values().stream()
                .filter(part -> whole(part).filter(entry::equals).isPresent())
                .flatMap(part -> worth(part, kind, currency).stream())
                .reduce(MoneyRange::plus);
        return own.isPresent() && parts.isPresent() ? Optional.of(own.get().larger(parts.get())) : own.or(() -> parts);
    }

    /// Who stands in no total because nobody has checked its amount, by id.
    public Map<String, MoneyRange> unverified() {
        Map<String, MoneyRange> found = new LinkedHashMap<>();
        for (RegisterEntry entry : entries.values()) {
            entry.amounts().stream()
                    .filter(one -> !one.replaced() && one.told().standing() == RegisterAmount.Standing.UNVERIFIED)
                    .forEach(one -> found.put(entry.id(), one.money()));
        }
        return found;
    }
}
