package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Text;

/// Which country does a place belong to, and what is the country called? A place without a country stands for itself.
///
/// @param codes ISO 3166 two-letter codes, or the id of a place without a country, in the order in which places.csv
/// first names them
/// @param names as the case calls them, else as the world's usual list does
/// @param ofPlace index into `codes` by place
public record PlaceCountries(List<String> codes, List<Text> names, int[] ofPlace) {

    public static PlaceCountries of(SupplyCase supply) {
        SupplyCase.Places places = supply.world().places();
        Map<String, Integer> index = new LinkedHashMap<>();
        List<Text> names = new ArrayList<>();
        int[] ofPlace = new int[places.size()];
        for (int p = 0; p < ofPlace.length; p++) {
            boolean alone = places.country()[p].isEmpty();
            String code = alone ? places.ids().id(p) : places.country()[p];
            Integer known = index.putIfAbsent(code, names.size());
            ofPlace[p] = known == null ? names.size() : known;
            if (known == null) {
                names.add(alone ? places.names()[p] : usualName(code));
            }
            if (!alone && places.kind()[p].equals("country")) {
                names.set(ofPlace[p], places.names()[p]);
            }
        }
        return new PlaceCountries(List.copyOf(index.keySet()), List.copyOf(names), ofPlace);
    }

    public int size() {
        return codes.size();
    }

    /// Index of the country, or -1.
    public int find(String code) {
        return codes.indexOf(code);
    }

    private static Text usualName(String code) {
        if (!code.matches("[A-Za-z]{2}")) {
            return Text.same(code);
        }
        Locale country = Locale.of("", code);
        return new Text(country.getDisplayCountry(Locale.ENGLISH), country.getDisplayCountry(Locale.JAPANESE));
    }
}
