package org.genryu.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.genryu.core.Text;
import org.genryu.core.name.Finder;
import org.genryu.core.name.Finder.Named;
import org.genryu.core.time.Periods;

/// Which place, commodity, element, period or scenario of a case did a person mean? Everything that is asked for by a
/// word is found here, before anything is solved.
public final class CaseNames {
    private CaseNames() {}

    /// The places, by index into places.csv; a country also by its three-letter code and its usual names.
    public static Finder places(CaseFile file) {
        CaseTable places = file.table("places");
        String[] kind = places.words("kind");
        String[] country = places.words("country");
        return new Finder(
                new Text("Place", "地点"),
                named(
                        places,
                        row -> kind[row].equals("country") || places.id(row).equals(country[row])
                                ? ofCountry(country[row])
                                : List.of()));
    }

    /// The commodities, by index into commodities.csv.
    public static Finder commodities(CaseFile file) {
        return new Finder(new Text("Commodity", "品目"), named(file.table("commodities"), _ -> List.of()));
    }

    /// The elements that contents.csv names inside a commodity, in its order.
    ///
    /// @param name of an element in both languages
    public static Finder elements(CaseFile file, int commodity, Function<String, Text> name) {
        CaseTable contents = file.table("contents");
        int[] of = contents.references("commodity");
        double[] amount = contents.numbers("amount").values();
        String[] element = contents.words("element");
        return new Finder(
                new Text("Element", "元素"),
                IntStream.range(0, of.length)
                        .filter(row -> of[row] == commodity && amount[row] > 0)
                        .mapToObj(row -> element[row])
                        .distinct()
                        .map(symbol -> new Named(symbol, name.apply(symbol)))
                        .toList());
    }

    /// The periods, by index.
    public static Finder periods(CaseFile file) {
        Periods periods = file.header().info().periods();
        return new Finder(
                new Text("Period", "期"),
                IntStream.range(0, periods.count())
                        .mapToObj(t -> new Named(periods.label(t), Text.same(periods.label(t))))
                        .toList());
    }

    /// The scenarios by id, in the order of their ids.
    public static Finder scenarios(CaseFile file) {
        return new Finder(
                new Text("Scenario", "シナリオ"),
                file.scenarios().values().stream()
                        .sorted(java.util.Comparator.comparing(Scenario::id))
                        .map(scenario -> new Named(scenario.id(), scenario.title()))
                        .toList());
    }

    /// The scenarios that are in force in every run, in the order of `base` in case.yaml.
    public static Finder inForce(CaseFile file) {
        return new Finder(
                new Text("Event in force", "適用中の事象"),
                file.header().base().stream()
                        .map(id -> new Named(
                                id, file.scenario(id).map(Scenario::title).orElse(Text.same(id))))
                        .toList());
    }

    private interface Also {
        List<String> words(int row);
    }

    private static List<Named> named(CaseTable table, Also also) {
        String[] en = table.words("name_en");
        String[] ja = table.words("name_ja");
        List<Named> named = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            String id = table.id(row);
            String english = en[row].isEmpty() ? ja[row].isEmpty() ? id : ja[row] : en[row];
            named.add(new Named(id, new Text(english, ja[row].isEmpty() ? english : ja[row]), also.words(row)));
        }
        return named;
    }

    private static List<String> ofCountry(String code) {
        if (code.isEmpty()) {
            return List.of();
        }
        Locale country = Locale.of("", code);
        List<String> words = new ArrayList<>(
                Arrays.asList(country.getDisplayCountry(Locale.ENGLISH), country.getDisplayCountry(Locale.JAPANESE)));
        try {
            words.add(country.getISO3Country());
        } catch (MissingResourceException e) {
            return words;
        }
        return words;
    }
}
