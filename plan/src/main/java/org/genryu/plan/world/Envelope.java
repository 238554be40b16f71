package org.genryu.plan.world;

import org.genryu.core.Text;

/// What some options may spend together in some years.
///
/// @param by `all`, `agency`, `country` or `field`
/// @param of the agency, country or field
/// @param from first month [months since the year 0]; `Integer.MIN_VALUE` from the start
/// @param until month after the last; `Integer.MAX_VALUE` to the end
/// @param amount [currency]
public record Envelope(String id, Text name, String by, String of, int from, int until, double amount) {
    boolean counts(PlanOption option) {
        return switch (by) {
            case "agency" -> option.agency().equals(of);
            case "country" -> option.country().equals(of);
            case "field" -> option.field().equals(of);
            default -> true;
        };
    }
}
