package org.genryu.balance.origin;

import org.genryu.casefile.SupplyCase;
import org.genryu.core.Text;

/// What can stand behind a share? A country, or one of six things that are no country. The columns of every share are
/// in this order: the countries, then `stock`, `recycled`, `new-scrap`, `synthetic`, `unknown`, `without`.
///
/// | word | the mass |
/// | --- | --- |
/// | `stock` | lay in a store, or was under way, when the first period began: who made it is not in the case |
/// | `recycled` | is old scrap, what was used: an origin of its own; what it was made from long ago is not in the
/// case |
/// | `new-scrap` | is scrap of factories that the case makes of nothing: of whose feed is not in the case |
/// | `synthetic` | is made where nature has none |
/// | `unknown` | goes round in a closed circle that nothing feeds, or came from where nothing came in |
/// | `without` | reached the place without passing the stage |
///
/// @param countries the countries of the case
public record ShareSources(PlaceCountries countries) {
    private static final String[] WORDS = {"stock", "recycled", "new-scrap", "synthetic", "unknown", "without"};
    private static final Text[] NAMES = {
        new Text("from stock", "在庫から"),
        new Text("old scrap, from use", "使用後の回収（老廃くず）"),
        new Text("new scrap, from factories", "工程くず"),
        new Text("synthetic", "合成品"),
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

    public int newScrap() {
        return countries.size() + 2;
    }

    public int synthetic() {
        return countries.size() + 3;
    }

    public int unknown() {
        return countries.size() + 4;
    }

    public int without() {
        return countries.size() + 5;
    }

    /// The source that is no country of a feed; of PRIMARY `unknown`.
    int of(SupplyCase.Feed feed) {
        return switch (feed) {
            case OLD_SCRAP -> recycled();
            case NEW_SCRAP -> newScrap();
            case SYNTHETIC -> synthetic();
            case PRIMARY, UNSAID -> unknown();
        };
    }

    /// Whether the source is a country.
    public boolean isCountry(int source) {
        return source < countries.size();
    }

    /// As in the column `country` of the result tables: the country's code or one of the six words.
    public String code(int source) {
        return isCountry(source) ? countries.codes().get(source) : WORDS[source - countries.size()];
    }

    public Text name(int source) {
        return isCountry(source) ? countries.names().get(source) : NAMES[source - countries.size()];
    }
}
