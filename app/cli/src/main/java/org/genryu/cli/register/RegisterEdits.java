package org.genryu.cli.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.DataTable;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.ReadText;
import org.genryu.store.KeptChange.Deed;
import org.genryu.store.KeptChange.Reason;
import org.genryu.store.register.EntryStage;
import org.genryu.store.register.MoneyRange;
import org.genryu.store.register.ProgrammeRegister;
import org.genryu.store.register.RegisterAmount;
import org.genryu.store.register.RegisterBook;
import org.genryu.store.register.RegisterDeeds;
import org.genryu.store.register.RegisterEntry;
import org.genryu.store.register.RegisterMilestone;
import picocli.CommandLine.Model.CommandSpec;

/// What somebody wants to change in the register, as it was typed.
///
/// @param action `move`, `add`, `amount` or `milestone`
/// @param words that follow it
record RegisterEdits(CommandCall call, String action, List<String> words) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /// No text of a change needs more characters.
    private static final int LONGEST = 10_000;

    static void describe(CommandSpec spec, HelpOptions words) {
        option(spec, words, "--as", "WHO", "Who changes it; by default the user of the system.", "変更する人。既定はシステムの利用者。");
        option(spec, words, "--because", "WHY", "Why; kept with the change.", "理由。変更とともに残します。");
        option(
                spec,
                words,
                "--cites",
                "SOURCES",
                "What it rests on, ids or addresses joined by `;`.",
                "根拠とする出典。IDやアドレスを `;` で区切ります。");
        option(spec, words, "--on", "DAY", "The day on which it happened; by default today.", "それが起きた日。既定は今日。");
        option(
                spec,
                words,
                "--seen",
                "VERSION",
                "The version that you have seen; a newer one refuses the change.",
                "確認した版。それより新しい版があれば変更しません。");
        option(
                spec,
                words,
                "--standing",
                "WORD",
                "Of an amount: read, reported, derived or unverified (the default).",
                "金額の確かさ: read、reported、derived、unverified(既定)。");
        option(
                spec,
                words,
                "--replaces",
                "CHANGE",
                "Of an amount: the number of the change that it corrects.",
                "金額: 訂正する変更の番号。");
        option(spec, words, "--note", "TEXT", "What else there is to say.", "補足。");
        option(spec, words, "--name-en", "NAME", "Of something new: its English name.", "追加するものの英語名。");
        option(spec, words, "--name-ja", "NAME", "Of something new: its Japanese name.", "追加するものの日本語名。");
        option(spec, words, "--field", "WORD", "Of a new entry, such as energy.", "追加する項目の分野(energy など)。");
        option(spec, words, "--partners", "NAMES", "Of a new entry: who takes part.", "追加する項目の参加者。");
        option(spec, words, "--announcement", "ID", "Of a new entry: where it was announced.", "追加する項目の発表。");
        option(spec, words, "--part-of", "ID", "Of a new entry: the one inside of which it is.", "追加する項目を含む項目。");
        option(spec, words, "--maybe-same", "ID", "Of a new entry: those with which it may overlap.", "重なる可能性のある項目。");
        option(spec, words, "--doer", "WHO", "Of a new milestone: who is to do it.", "新しいマイルストーンの実行主体。");
        option(spec, words, "--entry", "ID", "Of a new milestone: its entry.", "新しいマイルストーンの項目。");
        option(spec, words, "--due", "DAY", "Of a milestone: the last day.", "マイルストーンの期限。");
        option(spec, words, "--done", "DAY", "Of a milestone: the day on which it was done.", "マイルストーンの完了日。");
        spec.addOption(
                words.flag("--reopen", new Text("Of a milestone: it is not done after all.", "マイルストーンを未完了に戻します。")));
        spec.addOption(words.flag("--call-off", new Text("Of a milestone: it will not be done.", "マイルストーンを中止とします。")));
    }

    private static void option(CommandSpec spec, HelpOptions words, String name, String label, String en, String ja) {
        spec.addOption(words.option(name, label, new Text(en, ja)));
    }

    /// Refuses what cannot be a change before anything is opened.
    void check() {
        int least = switch (action) {
            case "move" -> 2;
            case "amount" -> 3;
            default -> 1;
        };
        if (words.size() < least) {
            throw new Arguments.Misuse(new Text(
                    "register %s: it takes %s words, such as in `genryu register --help`.".formatted(action, least),
                    "register %s: 語が %s 個必要です。`genryu register --help` の例をご覧ください。".formatted(action, least)));
        }
        for (String option : List.of("--because", "--cites")) {
            if (call.option(option).filter(text -> !text.isBlank()).isEmpty()) {
                throw new Arguments.Misuse(new Text(
                        "register: %s is missing; a change keeps its reason and what it cites.".formatted(option),
                        "register: %s を指定してください。変更には理由と出典を残します。".formatted(option)));
            }
        }
    }

    Reason reason() {
        return new Reason(
                Instant.now().toString(),
                text("--as").filter(who -> !who.isBlank()).orElse(System.getProperty("user.name", "unknown")),
                text("--because").orElse(""),
                text("--cites").orElse(""));
    }

    private Optional<String> text(String option) {
        Optional<String> text = call.option(option);
        text.ifPresent(one -> {
            if (one.length() > LONGEST || one.indexOf('\0') >= 0) {
                throw new Arguments.Misuse(new Text(
                        "%s: it must be a text of at most %s characters.".formatted(option, LONGEST),
                        "%s: %s 文字以内の文でなければなりません。".formatted(option, LONGEST)));
            }
        });
        return text;
    }

    /// What is to be kept; notes on what is odd but may be meant.
    Outcome<Deed> deed(ProgrammeRegister register) {
        return switch (action) {
            case "move" -> move(register);
            case "amount" -> amount(register);
            case "add" -> add(register);
            default -> milestone(register);
        };
    }

    private int seen(int newest) {
        return call.option("--seen")
                .map(text -> (int) Math.min(Integer.MAX_VALUE - 1, Arguments.whole("--seen", text, 0)))
                .orElse(newest);
    }

    private LocalDate on() {
        return text("--on").map(text -> day("--on", text)).orElseGet(LocalDate::now);
    }

    private Outcome<Deed> move(ProgrammeRegister register) {
        EntryStage next = stage(words.get(1));
        Outcome<RegisterEntry> found = RegisterBook.entry(register, words.getFirst());
        if (found.value().isEmpty()) {
            return Outcome.failed(found.findings());
        }
        RegisterEntry entry = found.value().get();
        EntryStage now = entry.stage();
        Text thing = new Text("Entry '" + entry.id() + "'", "項目「" + entry.id() + "」");
        if (next == now) {
            return Outcome.failed(List.of(Finding.error(
                    Finding.Place.NOWHERE,
                    thing,
                    new Text(
                            "it is %s already.".formatted(now.word()),
                            "すでに「%s」です。".formatted(now.text().ja())))));
        }
        List<Finding> odd = new ArrayList<>();
        boolean back = next.compareTo(now) < 0;
        boolean skips = !back && next != EntryStage.DROPPED && next.ordinal() > now.ordinal() + 1;
        if (back || skips) {
            odd.add(Finding.warning(
                    Finding.Place.NOWHERE,
                    thing,
                    new Text(
                            "it goes %s from %s to %s.".formatted(back ? "back" : "ahead", now.word(), next.word()),
                            "「%s」から「%s」へ%s。"
                                    .formatted(now.text().ja(), next.text().ja(), back ? "戻ります" : "段階を飛ばして進みます")),
                    new Text(
                            back ? "it corrects an earlier change." : "the stages between are not on record.",
                            back ? "以前の変更の訂正ではありませんか。" : "途中の段階の記録がないのではありませんか。")));
        }
        return Outcome.of(
                RegisterDeeds.move(entry.id(), seen(entry.version()), new RegisterEntry.Reached(next, on())), odd);
    }

    private Outcome<Deed> amount(ProgrammeRegister register) {
        String id = words.getFirst();
        Text thing = new Text("Register '" + id + "'", "登録簿「" + id + "」");
        RegisterAmount.Kind kind = RegisterAmount.Kind.of(words.get(1))
                .orElseThrow(() -> noChoice("KIND", words.get(1), RegisterAmount.Kind.words()));
        RegisterAmount.Standing standing = standing();
        Optional<Long> replaces = text("--replaces").map(text -> Arguments.whole("--replaces", text, 1));
        Outcome<String> subject = RegisterBook.subject(register, id);
        if (subject.value().isEmpty()) {
            return Outcome.failed(subject.findings());
        }
        String typed = String.join(" ", words.subList(2, words.size()));
        ReadText<MoneyRange> money = MoneyRange.read(typed);
        if (money instanceof ReadText.Refused<MoneyRange> refused) {
            return Outcome.failed(List.of(refused.at(new Finding.Place("", 0, "AMOUNT"), thing, typed)));
        }
        if (replaces.isPresent()
                && register.amounts(id).stream()
                        .noneMatch(one -> one.change() == replaces.get() && one.kind() == kind)) {
            return Outcome.failed(List.of(Finding.error(
                    Finding.Place.NOWHERE,
                    thing,
                    new Text(
                            "change %s told it no amount of this kind.".formatted(replaces.get()),
                            "変更 %s はこの種類の金額ではありません。".formatted(replaces.get())))));
        }
        RegisterDeeds.Amounts told = new RegisterDeeds.Amounts(
                kind,
                money.found().orElseThrow(),
                on(),
                standing,
                replaces,
                text("--note").orElse(""));
        return Outcome.of(
                RegisterDeeds.amount(subject.value().get(), seen(register.version(id)), told),
                standing == RegisterAmount.Standing.UNVERIFIED ? List.of(unverified(thing)) : List.of());
    }

    private RegisterAmount.Standing standing() {
        return text("--standing")
                .map(word -> RegisterAmount.Standing.of(word)
                        .orElseThrow(() -> noChoice("--standing", word, RegisterAmount.Standing.words())))
                .orElse(RegisterAmount.Standing.UNVERIFIED);
    }

    private static Finding unverified(Text thing) {
        return Finding.warning(
                Finding.Place.NOWHERE,
                thing,
                new Text("the amount is unverified and stands in no total.", "金額は未検証のため、合計には入りません。"),
                new Text(
                        "it was read where it is cited; then say --standing read.",
                        "出典で確かめた金額なら --standing read を付けてください。"));
    }

    private Outcome<Deed> add(ProgrammeRegister register) {
        String id = newId(register);
        RegisterEntry.Frame frame = new RegisterEntry.Frame(
                DataTable.parts(text("--announcement").orElse("")),
                text("--part-of"),
                DataTable.parts(text("--maybe-same").orElse("")));
        List<Finding> unknown = new ArrayList<>();
        frame.announcements().stream()
                .filter(one -> register.announcement(one).isEmpty())
                .forEach(one -> unknown.add(RegisterBook.unknown(one, register.ids())));
        List<String> others = new ArrayList<>(frame.maybeSame());
        frame.partOf().ifPresent(others::add);
        others.stream()
                .filter(one -> register.entry(one).isEmpty())
                .forEach(one -> unknown.add(RegisterBook.unknown(one, register.ids())));
        if (!unknown.isEmpty()) {
            return Outcome.failed(unknown);
        }
        EntryStage stage = text("--stage").map(RegisterEdits::stage).orElse(EntryStage.CANDIDATE);
        RegisterEntry.Facts facts = new RegisterEntry.Facts(
                newName(),
                text("--field").orElse("other"),
                text("--partners").orElse(""),
                frame,
                text("--note").orElse(""));
        return Outcome.of(RegisterDeeds.add(id, facts, new RegisterEntry.Reached(stage, on())));
    }

    private String newId(ProgrammeRegister register) {
        String id = words.getFirst();
        if (!ID.matcher(id).matches() || register.ids().contains(id)) {
            throw new Arguments.Misuse(new Text(
                    "register: '%s' must be a new id of lower-case words joined by `-`.".formatted(id),
                    "register: '%s' は新しいIDでなければなりません。英小文字の語を `-` でつなげてください。".formatted(id)));
        }
        return id;
    }

    private Text newName() {
        for (String option : List.of("--name-en", "--name-ja")) {
            if (text(option).filter(name -> !name.isBlank()).isEmpty()) {
                throw new Arguments.Misuse(new Text(
                        "register: %s is missing; what is new has a name in both languages.".formatted(option),
                        "register: %s を指定してください。新しいものには両言語の名前が必要です。".formatted(option)));
            }
        }
        return new Text(text("--name-en").orElse(""), text("--name-ja").orElse(""));
    }

    private Outcome<Deed> milestone(ProgrammeRegister register) {
        String id = words.getFirst();
        RegisterMilestone.Dates dates = new RegisterMilestone.Dates(
                text("--due").map(text -> day("--due", text)),
                text("--done").map(text -> day("--done", text)),
                call.flag("--call-off"));
        Optional<RegisterMilestone> known = register.milestone(id);
        boolean isNew =
                call.option("--name-en").isPresent() || call.option("--name-ja").isPresent();
        if (known.isEmpty() && !isNew) {
            return Outcome.failed(RegisterBook.milestone(register, id).findings());
        } else if (isNew) {
            Optional<String> entry = text("--entry");
            if (entry.filter(one -> register.entry(one).isEmpty()).isPresent()) {
                return Outcome.failed(List.of(RegisterBook.unknown(entry.get(), register.ids())));
            }
            return Outcome.of(RegisterDeeds.agree(
                    new RegisterMilestone(
                            newId(register), 0, newName(), text("--doer").orElse(""), entry, dates),
                    text("--note").orElse("")));
        } else if (dates.due().isEmpty() && dates.done().isEmpty() && !dates.givenUp() && !call.flag("--reopen")) {
            throw new Arguments.Misuse(new Text(
                    "register milestone: nothing changes; give --done, --due, --reopen or --call-off.",
                    "register milestone: 変更がありません。--done、--due、--reopen、--call-off のいずれかを指定してください。"));
        }
        return Outcome.of(
                RegisterDeeds.mark(id, seen(known.orElseThrow().version()), dates, call.flag("--reopen")), List.of());
    }

    static EntryStage stage(String word) {
        return EntryStage.of(word).orElseThrow(() -> noChoice("STAGE", word, EntryStage.words()));
    }

    private static Arguments.Misuse noChoice(String what, String word, List<String> known) {
        return new Arguments.Misuse(new Text(
                "%s is '%s'; it must be one of %s.".formatted(what, word, String.join(", ", known)),
                "%s は '%s' です。%s のいずれかを指定してください。".formatted(what, word, String.join("、", known))));
    }

    static LocalDate day(String what, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new Arguments.Misuse(new Text(
                    "%s is '%s'; it must be a day such as 2026-03-01.".formatted(what, text),
                    "%s は '%s' です。2026-03-01 のような日付を指定してください。".formatted(what, text)));
        }
    }
}
