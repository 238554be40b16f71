package org.genryu.balance.origin;

import org.genryu.core.Text;

/// What can stand behind a share? A country, or one of four things that are no country. The columns of every share are
/// in this order: the countries, then `stock`, `recycled`, `unknown`, `without`.
///
/// | word | the mass |
/// | --- | --- |
/// | `stock` | lay in a store, or was under way, when the first period began: who made it is not in the case |
/// | `recycled` | came back from use as scrap: an origin of its own; what it was made from long ago is not in the
/// case |
/// | `unknown` | goes round in a closed circle that nothing feeds, or came from where nothing came in |
/// | `without` | reached the place without passing the stage |
///
/// @param countries the countries of the case
public record Sources(Countries countries) {
    private static final String[] WORDS = {"stock", "recycled", "unknown", "without"};
    private static final Text[] NAMES = {
        new Text("from stock", "在庫から"),
        new Text("recycled from use", "使用後の回収"),
        new Text("not known", "不明"),
        new Text("did not pass this stage", "この段階を経ていない")
    };

    public int size() {
        return countries.size() + WORDS.length;
    }

    public int stock() {
        return countries.size();
    }

    public int recycled() {
        return countries.size() + 1;
    }

    public int unknown() {
        return countries.size() + 2;
    }

    public int without() {
        return countries.size() + 3;
    }

    /// Whether the source is a country.
    public boolean isCountry(int source) {
        return source < countries.size();
    }

    /// As in the column `country` of the result tables: the country's code or one of the four words.
    public String code(int source) {
        return isCountry(source) ? countries.codes().get(source) : WORDS[source - countries.size()];
    }

    public Text name(int source) {
        return isCountry(source) ? countries.names().get(source) : NAMES[source - countries.size()];
    }
}
