package org.genryu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// One mine and one town, as a person would have written it down, and ways to spoil it.
///
/// ```
///   mine ──rail, 2 USD/t, 90 t/yr──► town wants 60 t/yr, a ton short costs 500 USD
///   pit, 10 USD/t, 100 t/yr
/// ```
public final class SmallCases {
    private static final Map<String, String> SOUND = Map.of(
            "case.yaml", """
                    id: small
                    title: {en: One mine and one town, ja: 鉱山と町}
                    currency: USD
                    price_year: 2025
                    discount_rate: 0
                    periods: {first: 2025, last: 2026, step: year}
                    """,
            "places.csv", "place\nmine\ntown\n",
            "commodities.csv", "commodity,unit\nore,t\n",
            "recipes.csv", "recipe,commodity,amount\ndig,ore,1\n",
            "processes.csv", "process,place,recipe,status,capacity,cost\npit,mine,dig,operating,100,10\n",
            "routes.csv", "route,from,to,commodity,cost,capacity\nrail,mine,town,ore,2,90\n",
            "demands.csv", "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,ore,60,500\n",
            "scenarios/closed.yaml", """
                    id: closed
                    title: {en: The rail is closed, ja: 鉄道の閉鎖}
                    start: 2026-01
                    months: 12
                    events:
                      - change: {table: routes, id: rail, column: capacity, op: set, value: 0, start: 2026-01, months: 12}
                    """);

    private final Map<String, String> files;

    private SmallCases(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    public static SmallCases sound() {
        return new SmallCases(SOUND);
    }

    /// A town that gets 100 a month of a good from abroad and holds a stock of 300.
    public static SmallCases town() {
        return new SmallCases(Map.of(
                "case.yaml",
                "id: town\ntitle: {en: A town, ja: 町}\ncurrency: USD\nprice_year: 2025\ndiscount_rate: 0\nhome: [JP]\n"
                        + "rival: [CN]\nperiods: {first: 2027, last: 2028, step: year}\n",
                "places.csv",
                "place,name_en,name_ja,kind,country\nmine,Mine,鉱山,site,CN\ntown,Town,町,site,JP\n",
                "commodities.csv",
                "commodity,name_en,name_ja,unit\ngood,Good,品,t\n",
                "recipes.csv",
                "recipe,commodity,amount\nmake,good,1\n",
                "processes.csv",
                "process,place,recipe,status,capacity,cost\ndig,mine,make,operating,1500,10\n",
                "routes.csv",
                "route,from,to,commodity,cost\nsea,mine,town,good,1\n",
                "demands.csv",
                "demand,place,use,commodity,amount,shortage_cost\neat,town,tools,good,1200,1000\n",
                "stores.csv",
                "store,place,commodity,kind,capacity,level\nheap,town,good,commercial,300,300\n"));
    }

    public SmallCases with(String file, String text) {
        files.put(file, text);
        return this;
    }

    /// Writes it into the folder and returns its name as it would be typed.
    public String in(Path folder) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.toString();
    }
}
