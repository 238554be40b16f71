package org.genryu.store.register;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.core.Text;

/// One amount that somebody has told of an entry or an announcement.
///
/// @param change number of the change by which it was entered; by it a later one says that it takes its place
/// @param replaced by a later change; it counts nowhere any more
public record RegisterAmount(long change, Kind kind, MoneyRange money, Told told, boolean replaced) {
    /// Where it comes from.
    ///
    /// @param on the day for which it was told
    /// @param cites ids of sources, joined by `;`
    public record Told(LocalDate on, Standing standing, String cites, String note) {}

    /// What the amount is of.
    public enum Kind {
        /// how much has been offered, "up to": a state, the last one counts
        PROMISED("promised", "表明額"),
        /// what was signed: a flow, all of them count
        COMMITTED("committed", "契約額"),
        /// what was paid out
        DISBURSED("disbursed", "支払額"),
        /// what has come back
        RECOVERED("recovered", "回収額"),
        /// the frame for everything
        ENVELOPE("envelope", "総枠"),
        /// a total that others have printed: shown beside the rows, never added to them
        REPORTED("reported", "報道された合計");

        private final String en;
        private final String ja;

        Kind(String en, String ja) {
            this.en = en;
            this.ja = ja;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public Text text() {
            return new Text(en, ja);
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }
    }

    /// How well it is known.
    public enum Standing {
        /// on the page that is cited
        READ,
        /// in another's account of it
        REPORTED,
        /// worked out from others
        DERIVED,
        /// nobody has checked it: in no total
        UNVERIFIED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Standing> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(Standing::word).toList();
        }
    }

    /// Whether it may stand in a total.
    public boolean counts() {
        return !replaced && told.standing() != Standing.UNVERIFIED;
    }

    RegisterAmount withoutEffect() {
        return new RegisterAmount(change, kind, money, told, true);
    }
}
