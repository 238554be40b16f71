package org.genryu.store.register;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How long has an entry been waiting for its money since it was selected?
///
/// The memorandum of 2025 lets Japan pay in not earlier than 45 business days after notice; another summary says 45
/// days. Both readings are told, counted from the day of selection, since the day of the notice is not public. Business
/// days here are Monday to Friday: holidays of either state come on top.
///
/// @param selected the day of selection
/// @param funded the day of funding; empty if it has not come
public record FundingClock(LocalDate selected, Optional<LocalDate> funded) {
    /// Of the memorandum.
    private static final int DAYS = 45;

    /// Of an entry that was selected and is not dropped.
    public static Optional<FundingClock> of(RegisterEntry entry) {
        return entry.stage().reaches(EntryStage.SELECTED)
                ? entry.reached(EntryStage.SELECTED).map(day -> new FundingClock(day, entry.reached(EntryStage.FUNDED)))
                : Optional.empty();
    }

    /// The first day by the reading of business days.
    public LocalDate afterBusinessDays() {
        LocalDate day = selected;
        for (int counted = 0; counted < DAYS; ) {
            day = day.plusDays(1);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            counted += weekend ? 0 : 1;
        }
        return day;
    }

    /// The first day by the reading of plain days.
    public LocalDate afterDays() {
        return selected.plusDays(DAYS);
    }

    /// Days from selection to funding, or to the given day if there was none.
    public long days(LocalDate today) {
        return ChronoUnit.DAYS.between(selected, funded.orElse(today));
    }
}
