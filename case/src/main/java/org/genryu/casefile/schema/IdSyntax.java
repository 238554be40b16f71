package org.genryu.casefile.schema;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.core.Text;
import org.genryu.core.name.NearestNames;

/// The forms of words in a case: ids and country codes.
public final class IdSyntax {
    private static final Set<String> COUNTRIES = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));

    private IdSyntax() {}

    /// Codes by everything a country may be called, made when the first wrong code is met.
    private static final class Holder {
        static final Map<String, String> CODES = codes();
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : COUNTRIES) {
            Locale country = Locale.of("", code);
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            codes.put(country.getDisplayCountry(Locale.JAPANESE), code);
        }
        return Collections.unmodifiableMap(codes);
    }

    public static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    /// As many names as are looked through.
    static int countryNames() {
        return 4 * COUNTRIES.size();
    }

    /// Two-letter codes that were probably meant: the code of a three-letter code or of a country's name, or one
    /// that looks alike.
    static List<String> countriesLike(String wrong) {
        String word = wrong.strip().toLowerCase(Locale.ROOT);
        if (word.equals("uk")) {
            return List.of("GB");
        }
        Map<String, String> codes = Holder.CODES;
        String exact = codes.getOrDefault(word, "");
        if (!exact.isEmpty()) {
            return List.of(exact);
        }
        return NearestNames.of(word, codes.keySet()).stream()
                .filter(name -> name.length() > 3)
                .map(name -> codes.getOrDefault(name, ""))
                .distinct()
                .toList();
    }

    /// Lower-case words joined by `-`; a place may also be a country's two-letter code.
    public static boolean isId(String id) {
        boolean dash = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                dash = false;
            } else if (c == '-' && !dash) {
                dash = true;
            } else {
                return false;
            }
        }
        return !dash;
    }

    /// An id with spaces or signs that mean something in lists and conditions is an error, other departures are a
    /// matter of style.
    public static void checkId(String id, CaseSchema.TableSpec table, CaseFindings.Where where, CaseFindings faults) {
        if (isId(id) || (table.name().equals("places") && isCountry(id))) {
            return;
        }
        boolean harmless = id.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
        if (harmless) {
            faults.idStyle(where, id, cure(id));
        } else {
            faults.idForm(where, id, cure(id));
        }
    }

    /// A word of the case's own vocabulary should look like an id.
    public static void checkWord(String word, String column, CaseFindings.Where where, CaseFindings faults) {
        faults.doubtfulWord(
                where,
                column,
                word,
                new Text("words of the case are lower-case, joined by '-'", "ケース内の語は小文字を「-」でつなぎます"),
                CaseFindings.meant(List.of(better(word))));
    }

    private static Optional<Text> cure(String id) {
        String better = better(id);
        return better.equals(id) ? Optional.empty() : Optional.of(new Text("'" + better + "'.", "「" + better + "」。"));
    }

    private static String better(String id) {
        String words = id.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "-");
        String trimmed = words.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? "name-of-it" : trimmed;
    }
}
