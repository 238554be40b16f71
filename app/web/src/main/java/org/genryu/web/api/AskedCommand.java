package org.genryu.web.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.name.Finder;

/// Which commands of the program may programs ask, and with which words? Those that read a case and answer; none that
/// writes elsewhere or opens a file that it is told.
enum AskedCommand {
    RUN(List.of("--shelf", "--uncalibrated"), List.of("--scenario", "--without")),
    BALANCE(List.of("--exposure", "--uncalibrated"), List.of("--scenario", "--without")),
    TRACE(List.of("--range"), List.of("--place", "--commodity", "--element", "--period", "--scenario")),
    STRESS(
            List.of("--uncalibrated", "--measures", "--assumptions", "--tornado"),
            List.of("--scenario", "--with", "--futures", "--seed", "--future", "--within")),
    SCENARIOS(List.of("--told", "--uncalibrated"), List.of()),
    SURVIVE(List.of("--by-worth", "--uncalibrated"), List.of("--most", "--recover")),
    WORST(List.of("--uncalibrated"), List.of("--moves", "--budget", "--defend", "--next")),
    GAME(List.of("--uncalibrated"), List.of("--ours", "--theirs")),
    SHARE(List.of("--uncalibrated"), List.of("--members", "--scenario", "--with")),
    PLAN(List.of("--uncalibrated"), List.of("--budget", "--target", "--scenarios", "--risk")),
    CHECK(List.of(), List.of());

    private static final int LONGEST = 200;

    /// Ids, names, numbers and lists of them; nothing that leads elsewhere in a file system.
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{M}\\p{N} ,.:;=+%*()&・-]{1," + LONGEST + "}");

    private static final Text OPTION = new Text("Option", "オプション");

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<String> flags;

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<String> valued;

    AskedCommand(List<String> flags, List<String> valued) {
        this.flags = List.copyOf(flags);
        this.valued = List.copyOf(valued);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Options without a value.
    List<String> flags() {
        return flags;
    }

    /// Options with one.
    List<String> valued() {
        return valued;
    }

    static List<String> all() {
        return Arrays.stream(values()).map(AskedCommand::word).toList();
    }

    /// The command of this name.
    static Outcome<AskedCommand> of(String word) {
        Outcome<Integer> found = new Finder(
                        new Text("Command", "コマンド"),
                        Arrays.stream(values())
                                .map(one -> new Finder.Named(one.word(), Text.same(one.word())))
                                .toList())
                .find(word);
        return found.value()
                .map(at -> Outcome.of(values()[at], found.findings()))
                .orElseGet(() -> Outcome.failed(found.findings()));
    }

    /// Everything that is wrong with the words after the case.
    List<Finding> wrong(List<String> words) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Place place = Place.of("words[%s]".formatted(i));
            if (valued.contains(word)) {
                i++;
                value(word, i < words.size() ? words.get(i) : "", place, findings);
            } else if (!flags.contains(word)) {
                findings.add(unknown(word, place));
            }
        }
        return findings;
    }

    private Finding unknown(String word, Place place) {
        List<String> all = new ArrayList<>(valued);
        all.addAll(flags);
        String list = all.isEmpty() ? "" : String.join(", ", all);
        return Finding.error(
                place,
                named(word),
                new Text(
                        "is no word that '%s' can be asked with here; %s."
                                .formatted(word(), all.isEmpty() ? "it takes none" : "it takes " + list),
                        "は '%s' に使えません。%s。".formatted(word(), all.isEmpty() ? "オプションはありません" : "使えるのは " + list)),
                new Text(
                        "give options as two words, name and value; the folder of results is the workbench's own.",
                        "オプションは名前と値の2語で指定してください。出力先は指定できません。"));
    }

    private static void value(String option, String value, Place place, List<Finding> findings) {
        if (value.isBlank()
                || (value.startsWith("-") && !value.matches("-[\\d.].*"))
                || !VALUE.matcher(value).matches()
                || (value.contains("..") && !value.matches(".*\\d\\.\\.\\d.*"))) {
            findings.add(Finding.error(
                    place,
                    named(option),
                    new Text(
                            "has the value '%s'; it must be ids, names, numbers or a list of them, %s signs at most."
                                    .formatted(shown(value), LONGEST),
                            "の値が '%s' です。ID、名前、数値、またはその並びを%s字以内で指定してください。".formatted(shown(value), LONGEST)),
                    new Text(
                            "a word is missing, or a file was meant; files are not read here.",
                            "値が抜けているか、ファイルを指定していませんか。ファイルは読みません。")));
        }
    }

    private static Text named(String word) {
        return new Text(OPTION.en() + " '" + shown(word) + "'", OPTION.ja() + " '" + shown(word) + "'");
    }

    /// As much of it as a sentence can bear.
    static String shown(String word) {
        String plain = word.replaceAll("\\p{Cntrl}", "\u2423");
        return plain.length() > 60 ? plain.substring(0, 60) + "\u2026" : plain;
    }
}
