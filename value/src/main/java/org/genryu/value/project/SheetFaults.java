package org.genryu.value.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.genryu.casefile.schema.CaseSchema.Range;
import org.genryu.casefile.schema.NameSpelling;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Text;
import org.genryu.core.name.NearNames;
import org.genryu.core.number.ReadText;

/// Everything that was found while a term sheet was read, in the words in which it is said to people. Each kind of
/// fault has one method, so that all wording stands in one place and is tested word for word.
final class SheetFaults {
    private final String file;
    private final List<Finding> all = new ArrayList<>();
    private final NearNames near = new NearNames();

    /// What a finding is about and where it stands.
    record Where(Text thing, int line, String key) {}

    SheetFaults(String file) {
        this.file = file;
    }

    /// By line, those of one line in the order in which they were found.
    List<Finding> all() {
        List<Finding> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(f -> f.place().line()));
        near.remark().ifPresent(sorted::add);
        return sorted;
    }

    void addAll(List<Finding> findings) {
        all.addAll(findings);
    }

    private void add(Severity severity, Where where, Text problem, Optional<Text> cure) {
        all.add(new Finding(severity, new Place(file, where.line, where.key), where.thing, problem, cure));
    }

    void error(Where where, Text problem, Text cure) {
        add(Severity.ERROR, where, problem, Optional.of(cure));
    }

    void error(Where where, Text problem) {
        add(Severity.ERROR, where, problem, Optional.empty());
    }

    void warning(Where where, Text problem, Text cure) {
        add(Severity.WARNING, where, problem, Optional.of(cure));
    }

    /// The names that may be meant by a word, as long as looking for them costs little.
    Optional<Text> near(String word, List<String> known) {
        return near.cure(word, known);
    }

    /// The keys that may be meant by one that is none ([NameSpelling#cure]), within the same budget.
    NearNames.Search near(String key, Set<String> known, Set<String> there) {
        return near.search(key, known.size(), () -> NameSpelling.cure(key, known, there));
    }

    void shape(Where where, Text expected) {
        error(
                where,
                new Text(
                        "%s must be %s.".formatted(where.key, expected.en()),
                        "%s は%sでなければなりません。".formatted(where.key, expected.ja())));
    }

    void unknownKey(Where where, NearNames.Search meant) {
        NameSpelling.Unknown said = NameSpelling.unknown(where.key, meant);
        add(said.severity(), where, said.problem(), Optional.of(said.cure()));
    }

    void readAs(Where where, String written) {
        add(
                Severity.NOTE,
                where,
                new Text(
                        "key '%s' was read as '%s'.".formatted(ReadText.quotable(written), where.key),
                        "キー「%s」を「%s」として読みました。".formatted(ReadText.quotable(written), where.key)),
                Optional.empty());
    }

    void missing(Where where, Text meaning) {
        error(
                where,
                new Text(
                        "%s is missing; it must be given.".formatted(where.key),
                        "%s がありません。必須です。".formatted(where.key)),
                new Text(
                        "`%s: …` was forgotten: %s.".formatted(where.key, meaning.en()),
                        "`%s: …`（%s）を書き足してください。".formatted(where.key, meaning.ja())));
    }

    void badNumber(Where where, String written, Text rule, Optional<Text> cure) {
        String shown = ReadText.quotable(written);
        add(
                Severity.ERROR,
                where,
                new Text(
                        "%s is '%s'; %s".formatted(where.key, shown, rule.en()),
                        "%s が「%s」です。%s".formatted(where.key, shown, rule.ja())),
                cure);
    }

    /// A date was read in a sense that others may not share.
    void assumed(Where where, String written, Text note) {
        add(
                Severity.NOTE,
                where,
                new Text(
                        "%s is '%s'; %s".formatted(where.key, written, note.en()),
                        "%s が「%s」です。%s".formatted(where.key, written, note.ja())),
                Optional.empty());
    }

    void noRate(Where where, String written, String currency, String own) {
        String shown = ReadText.quotable(written);
        error(
                where,
                new Text(
                        "%s is '%s'; it is in %s, and the sheet counts in %s."
                                .formatted(where.key, shown, currency, own),
                        "%s が「%s」です。%s 建てですが、シートは %s 建てです。".formatted(where.key, shown, currency, own)),
                new Text(
                        "`exchange: {%1$s: …}` with the worth of one %1$s in %2$s was forgotten."
                                .formatted(currency, own),
                        "`exchange: {%1$s: …}`（1 %1$s の価値、%2$s 建て）を書き足してください。".formatted(currency, own)));
    }

    /// A plain number above 1 where a fraction is wanted was probably a percentage.
    void outOfRange(Where where, String written, Range range, boolean fraction) {
        String shown = ReadText.quotable(written);
        Text rule = range.rule();
        boolean percent = fraction
                && shown.matches("\\d{1,3}(\\.\\d+)?")
                && Double.parseDouble(shown) > range.high()
                && range.holds(Double.parseDouble(shown) / 100);
        add(
                Severity.ERROR,
                where,
                new Text(
                        "%s is %s; it must %s.".formatted(where.key, shown, rule.en()),
                        "%s が %s です。%sでなければなりません。".formatted(where.key, shown, rule.ja())),
                percent
                        ? Optional.of(
                                new Text("'%s %%' was meant.".formatted(shown), "「%s %%」の意味ではありませんか。".formatted(shown)))
                        : Optional.empty());
    }

    void unknownWord(Where where, String word, List<String> words) {
        String shown = ReadText.quotable(word);
        String list = String.join(", ", words);
        add(
                Severity.ERROR,
                where,
                new Text(
                        "%s is '%s'; it must be one of %s.".formatted(where.key, shown, list),
                        "%s が「%s」です。%s のいずれかでなければなりません。".formatted(where.key, shown, list)),
                near.cure(word, words));
    }

    void noSuch(Where where, String word, Text what, List<String> known) {
        String shown = ReadText.quotable(word);
        add(
                Severity.ERROR,
                where,
                new Text(
                        "%s is '%s'; it must be a %s of the sheet."
                                .formatted(where.key, shown, what.en().toLowerCase(Locale.ROOT)),
                        "%s が「%s」です。シートにある%sでなければなりません。".formatted(where.key, shown, what.ja())),
                near.cure(word, known)
                        .or(() -> known.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Text(
                                        "one of %s is meant.".formatted(String.join(", ", known)),
                                        "%s のいずれかではありませんか。".formatted(String.join("、", known))))));
    }

    void twice(Where where, String id, int first) {
        error(
                where,
                new Text(
                        "the id '%s' is used twice; it must be unique. It stands first on line %s."
                                .formatted(id, first),
                        "ID「%s」が二度使われています。IDは一意でなければなりません。最初は %s 行目です。".formatted(id, first)),
                new Text("one of them should be renamed.", "どちらかを改名してください。"));
    }

    void badWord(Where where, String written, Text rule) {
        badNumber(where, written, rule, Optional.empty());
    }
}
