package org.genryu.evidence.entity;

import java.time.LocalDate;
import java.util.Optional;

/// Who held an office from when to when?
///
/// @param office such as `head-of-government`
/// @param from first day
/// @param to day on which the next one took over; empty if it goes on
public record Office(
        String person, String office, String country, LocalDate from, Optional<LocalDate> to, String source) {
    public boolean heldOn(LocalDate day) {
        return !day.isBefore(from) && (to.isEmpty() || !day.isAfter(to.get()));
    }
}
