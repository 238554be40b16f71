package org.genryu.store.register;

import java.time.LocalDate;
import java.util.List;
import org.genryu.core.Text;

/// What two governments have announced at once: a frame for entries, with amounts of its own.
///
/// @param amounts for all of its entries together; totals that others have printed
public record Announcement(String id, int version, Text name, LocalDate on, List<RegisterAmount> amounts) {
    public Announcement {
        amounts = List.copyOf(amounts);
    }
}
