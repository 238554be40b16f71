package org.genryu.casefile.schema;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Text;
import org.genryu.core.name.NearNames;
import org.genryu.core.name.NearestNames;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;

/// Which of a few known names (of tables, columns, keys) was meant by what somebody wrote?
///
/// - [Same]: it differs in nothing but case, blanks of any kind, full-width letters and the signs `-` and `_`. It is
///   that name.
/// - [Near]: it is likely that name, and only its writer can say so: few letters differ ([NearestNames]), it is cut
/// short
///   (`cap`), a unit stands behind it (`cost_usd`, `capacity (t/yr)`), or it is what the name means in English or
///   Japanese (`longitude`, `運賃`). Names that are there already were not misspelt, so they are never near.
/// - [Unlike]: it is nothing like any of them.
public sealed interface NameSpelling {
    /// @param exact whether it is written exactly so
    record Same(String name, boolean exact) implements NameSpelling {}

    /// @param names the likeliest first
    record Near(List<String> names) implements NameSpelling {
        /// "'cost' is meant."
        public Text cure() {
            return CaseFindings.meant(names).orElseThrow();
        }
    }

    record Unlike() implements NameSpelling {}

    /// Shorter words are no abbreviations.
    int SHORTEST = 3;

    /// Longer ones are a text, not a name.
    int LONGEST = 200;

    /// @param known names with what they mean
    /// @param there names that are there already
    static NameSpelling of(String written, Map<String, Text> known, Set<String> there) {
        Optional<Same> same = same(written, known.keySet());
        if (same.isPresent()) {
            return same.get();
        }
        if (written.length() > LONGEST) {
            return new Unlike();
        }
        Map<String, Text> missing = new LinkedHashMap<>(known);
        missing.keySet().removeAll(there);
        List<String> near = near(written, plain(written), missing);
        return near.isEmpty() ? new Unlike() : new Near(near);
    }

    /// The name that is surely meant. It costs far less than looking for near ones.
    static Optional<Same> same(String written, Collection<String> known) {
        if (known.contains(written)) {
            return Optional.of(new Same(written, true));
        }
        String plain = plain(written);
        return known.stream()
                .filter(name -> plain.equals(plain(name)))
                .findFirst()
                .map(name -> new Same(name, false));
    }

    /// The same where names have no other meaning than themselves.
    static NameSpelling of(String written, Iterable<String> known, Set<String> there) {
        Map<String, Text> names = new LinkedHashMap<>();
        known.forEach(name -> names.put(name, Text.same(name)));
        return of(written, names, there);
    }

    /// What a key that is not known may have meant, as a cure; empty if it is nothing like a known one that is
    /// missing.
    static Optional<Text> cure(String written, Iterable<String> known, Set<String> there) {
        return switch (of(written, known, there)) {
            case Same(String name, boolean _) -> CaseFindings.meant(List.of(name));
            case Near near -> Optional.of(near.cure());
            case Unlike() -> Optional.empty();
        };
    }

    /// What is said about a key that is not known.
    record Unknown(Severity severity, Text problem, Text cure) {}

    /// A key that looks like a known one would count for nothing if it were left out: that is an error, and so is
    /// one of which nobody has looked whether it does.
    static Unknown unknown(String key, NearNames.Search meant) {
        return switch (meant) {
            case NearNames.Search.Found(Text cure) ->
                new Unknown(
                        Severity.ERROR,
                        new Text(
                                "key '" + key
                                        + "' is not known, but looks like one that is; left out it would count for"
                                        + " nothing.",
                                "キー「" + key + "」は未知ですが、既知のキーによく似ています。このままでは使われません。"),
                        cure);
            case NearNames.Search.Unsought() ->
                new Unknown(
                        Severity.ERROR,
                        new Text(
                                "key '" + key + "' is not known; left out it may count for nothing, and after so many"
                                        + " unknown words likely names were not searched.",
                                "キー「" + key + "」は未知です。未知の語が多すぎるため、似た名前は探していません。このままでは使われないおそれがあります。"),
                        new Text("the first unknown words should be corrected first.", "まず最初の未知の語を直して再検査してください。"));
            case NearNames.Search.Nothing() ->
                new Unknown(
                        Severity.WARNING,
                        new Text(
                                "key '" + key + "' is not known; it is kept but not used.",
                                "キー「" + key + "」は未知です。保持しますが使いません。"),
                        new Text(
                                "it belongs into `note`; the reference page lists the keys.",
                                "備考なら note に書いてください。キーの一覧は参照ページにあります。"));
        };
    }

    private static List<String> near(String written, String plain, Map<String, Text> missing) {
        List<String> meant = new ArrayList<>();
        String word = tidy(written);
        missing.forEach((name, meaning) -> {
            boolean cut = plain.length() >= SHORTEST && plain(name).startsWith(plain);
            boolean says = says(meaning.en(), word) || says(meaning.ja(), word);
            if (cut || says || carriesUnit(written, name)) {
                meant.add(name);
            }
        });
        return meant.isEmpty() ? NearestNames.of(word, missing.keySet()) : meant;
    }

    /// Whether the meaning begins with the word and goes on only with a remark.
    private static boolean says(String meaning, String word) {
        String head = tidy(meaning).split("[(（:;,、：；。|]", 2)[0].strip();
        return !word.isEmpty() && head.equals(word);
    }

    /// Whether it is the name and a unit, a currency or a year behind it.
    private static boolean carriesUnit(String written, String name) {
        String[] words = tidy(written).split("[^\\p{L}\\p{N}¢$€£¥%]+");
        StringBuilder front = new StringBuilder();
        for (int i = 0; i + 1 < words.length; i++) {
            front.append(plain(words[i]));
            if (front.toString().equals(plain(name))) {
                return areUnits(words, i + 1);
            }
        }
        return false;
    }

    private static boolean areUnits(String[] words, int from) {
        Units units = Units.of(new Money("USD", 2025));
        for (int i = from; i < words.length; i++) {
            String word = words[i];
            boolean known = List.of("per", "in", "unit").contains(word)
                    || word.matches("\\d{1,4}")
                    || isUnit(units, word)
                    || isUnit(units, word.toUpperCase(Locale.ROOT));
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnit(Units units, String word) {
        return switch (units.read(word)) {
            case ReadText.Value<Unit> _ -> true;
            case ReadText.Refused<Unit>(Text rule, Optional<Text> _) ->
                !rule.en().endsWith("is not a known unit.");
        };
    }

    private static String tidy(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /// Without case, blanks, signs that join words, and characters that cannot be seen.
    static String plain(String written) {
        String word = tidy(written);
        StringBuilder out = new StringBuilder(word.length());
        word.codePoints()
                .filter(c -> c != '-' && c != '_' && !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.CONTROL)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
