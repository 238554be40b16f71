package org.genryu.store.register;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.genryu.core.Text;

/// What was to be done, by whom and until when: a milestone of an entry or an action that both governments agreed.
///
/// @param who states or bodies, joined by `;`
/// @param entry of which it is a milestone
public record RegisterMilestone(String id, int version, Text what, String who, Optional<String> entry, Dates dates) {
    /// @param due last day; empty if none was agreed
    /// @param done the day on which it was done; empty if it is not
    /// @param givenUp whether it was called off
    public record Dates(Optional<LocalDate> due, Optional<LocalDate> done, boolean givenUp) {}

    /// How it stands on a day.
    public enum State {
        DONE("done", "完了"),
        DONE_LATE("done late", "遅れて完了"),
        LATE("late", "期限超過"),
        OPEN("open", "期限前"),
        UNDATED("without a date", "期限なし"),
        GIVEN_UP("called off", "中止");

        private final String en;
        private final String ja;

        State(String en, String ja) {
            this.en = en;
            this.ja = ja;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public Text text() {
            return new Text(en, ja);
        }
    }

    public State state(LocalDate day) {
        if (dates.givenUp()) {
            return State.GIVEN_UP;
        } else if (dates.done().isPresent()) {
            boolean late =
                    dates.due().filter(due -> dates.done().get().isAfter(due)).isPresent();
            return late ? State.DONE_LATE : State.DONE;
        }
        return dates.due()
                .map(due -> due.isBefore(day) ? State.LATE : State.OPEN)
                .orElse(State.UNDATED);
    }
}
