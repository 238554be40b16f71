package org.genryu.store.register;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.store.KeptChange.Deed;

/// The kinds of changes of the register and the words that each holds: written here, read by [ProgrammeRegister].
public final class RegisterDeeds {
    static final String ADD = "add";
    static final String MOVE = "move";
    static final String AMOUNT = "amount";
    static final String MARK = "mark";

    private RegisterDeeds() {}

    /// A new entry.
    public static Deed add(String id, RegisterEntry.Facts facts, RegisterEntry.Reached first) {
        Map<String, String> words = new TreeMap<>(Map.of(
                "name_en", facts.name().en(),
                "name_ja", facts.name().ja(),
                "field", facts.field(),
                "partners", facts.partners(),
                "announcements", String.join(";", facts.frame().announcements()),
                "part_of", facts.frame().partOf().orElse(""),
                "maybe_same", String.join(";", facts.frame().maybeSame()),
                "stage", first.stage().word(),
                "on", first.on().toString()));
        return deed(0, ProgrammeRegister.ENTRY + id, ADD, noted(words, facts.note()));
    }

    /// An entry comes to another stage.
    ///
    /// @param seen version of the entry on which it rests
    public static Deed move(String id, int seen, RegisterEntry.Reached next) {
        return deed(
                seen,
                ProgrammeRegister.ENTRY + id,
                MOVE,
                Map.of("stage", next.stage().word(), "on", next.on().toString()));
    }

    /// What is told of an amount.
    ///
    /// @param replaces number of the change whose amount it corrects
    public record Amounts(
            RegisterAmount.Kind kind,
            MoneyRange money,
            LocalDate on,
            RegisterAmount.Standing standing,
            Optional<Long> replaces,
            String note) {}

    /// An amount of an entry or an announcement.
    ///
    /// @param subject `entry/ID` or `announcement/ID`
    /// @param seen version of the subject on which it rests
    public static Deed amount(String subject, int seen, Amounts amount) {
        return deed(seen, subject, AMOUNT, words(amount));
    }

    private static Map<String, String> words(Amounts amount) {
        Map<String, String> words = new TreeMap<>(Map.of(
                "kind", amount.kind().word(),
                "low", NumberText.exact(amount.money().low()),
                "high",
                        Double.isInfinite(amount.money().high())
                                ? ""
                                : NumberText.exact(amount.money().high()),
                "currency", amount.money().currency(),
                "on", amount.on().toString(),
                "standing", amount.standing().word()));
        amount.replaces().ifPresent(number -> words.put("replaces", Long.toString(number)));
        return noted(words, amount.note());
    }

    static MoneyRange money(Deed deed) {
        double low = number(deed.word("low")).orElse(0.0);
        double high = number(deed.word("high")).orElse(Double.POSITIVE_INFINITY);
        return new MoneyRange(Math.max(0, low), Math.max(Math.max(0, low), high), deed.word("currency"));
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    static Deed announce(String id, Map<String, String> words) {
        return deed(0, ProgrammeRegister.ANNOUNCEMENT + id, ADD, words);
    }

    /// A new milestone or agreed action.
    public static Deed agree(RegisterMilestone milestone, String note) {
        Map<String, String> words = new TreeMap<>(Map.of(
                "name_en", milestone.what().en(),
                "name_ja", milestone.what().ja(),
                "who", milestone.who(),
                "entry", milestone.entry().orElse("")));
        milestone.dates().due().ifPresent(day -> words.put("due", day.toString()));
        milestone.dates().done().ifPresent(day -> words.put("done", day.toString()));
        return deed(0, ProgrammeRegister.MILESTONE + milestone.id(), ADD, noted(words, note));
    }

    /// A milestone is done, open again, called off, or has another last day.
    ///
    /// @param seen version of the milestone on which it rests
    /// @param dates what is new of them; the others are left out
    /// @param reopened whether it is open again
    public static Deed mark(String id, int seen, RegisterMilestone.Dates dates, boolean reopened) {
        Map<String, String> words = new TreeMap<>();
        dates.due().ifPresent(day -> words.put("due", day.toString()));
        dates.done().ifPresent(day -> words.put("done", day.toString()));
        if (reopened || dates.givenUp()) {
            words.put("state", reopened ? "open" : "given-up");
        }
        return deed(seen, ProgrammeRegister.MILESTONE + id, MARK, words);
    }

    private static Map<String, String> noted(Map<String, String> words, String note) {
        if (!note.isEmpty()) {
            words.put("note", note);
        }
        return words;
    }

    /// What a change does, in words; as it is kept where this program has no words for it.
    static Text told(Deed deed) {
        Optional<EntryStage> stage = EntryStage.of(deed.word("stage"));
        Optional<RegisterAmount.Kind> kind = RegisterAmount.Kind.of(deed.word("kind"));
        if (deed.kind().equals(MOVE) && stage.isPresent()) {
            return new Text(
                    "moved to %s on %s".formatted(stage.get().word(), deed.word("on")),
                    "「%s」へ(%s)".formatted(stage.get().text().ja(), deed.word("on")));
        } else if (deed.kind().equals(AMOUNT) && kind.isPresent()) {
            MoneyRange money = money(deed);
            return new Text(
                    "%s %s, told of %s, %s"
                            .formatted(
                                    kind.get().text().en(), money.in(Lang.EN), deed.word("on"), deed.word("standing")),
                    "%s %s(%s、%s)"
                            .formatted(
                                    kind.get().text().ja(), money.in(Lang.JA), deed.word("on"), deed.word("standing")));
        }
        String words = deed.content().entrySet().stream()
                .filter(word -> !word.getValue().isEmpty())
                .map(word -> word.getKey() + "=" + word.getValue())
                .collect(Collectors.joining(" "));
        return Text.same(deed.kind() + " " + words);
    }

    private static Deed deed(int seen, String subject, String kind, Map<String, String> words) {
        return Deed.after(seen, ProgrammeRegister.BOOK, subject, kind, words);
    }
}
