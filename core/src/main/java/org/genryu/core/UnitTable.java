package org.genryu.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Every unit that Genryu knows by name, as rows of one table; `docs/method/numbers.md` prints the same rows.
///
/// A row: what it measures | symbol | prefixes | over | under | other names. Size = over/under in kg, m, day, J or
/// one thing.
/// Symbols keep their case (`Mt` is a million tonnes, `mt` is refused); other names may be written in any case.
final class UnitTable {
    private static final String ROWS = """
            mass | g | k M m μ u キロ ミリ | 0.001 | 1 | gram grams gramme grammes グラム
            mass | t | k M G | 1000 | 1 | tonne tonnes metric-ton metric-tons トン
            mass | lb |  | 0.45359237 | 1 | lbs pound pounds
            mass | ozt |  | 0.0311034768 | 1 | toz troy-ounce troy-ounces
            mass | short-ton |  | 907.18474 | 1 | short-tons
            mass | long-ton |  | 1016.0469088 | 1 | long-tons
            mass | mtu |  | 10 | 1 | metric-ton-unit
            mass | dwt |  | 1000 | 1 | deadweight-tonne
            length | m | k c m キロ センチ ミリ | 1 | 1 | metre metres meter meters メートル
            length | nm |  | 1852 | 1 | NM nmi nautical-mile nautical-miles 海里
            length | mi |  | 1609.344 | 1 | mile miles マイル
            length | ft |  | 0.3048 | 1 | foot feet フィート
            area | ha |  | 10000 | 1 | hectare hectares ヘクタール
            volume | L | k M m キロ ミリ | 0.001 | 1 | l litre litres liter liters リットル
            volume | bbl | k | 0.158987294928 | 1 | barrel barrels バレル
            volume | MMbbl |  | 158987.294928 | 1 |
            volume | gal |  | 0.003785411784 | 1 | gallon gallons ガロン
            volume | cf |  | 0.028316846592 | 1 | ft3 cubic-feet 立方フィート
            volume | Mcf |  | 28.316846592 | 1 | mcf
            volume | MMcf |  | 28316.846592 | 1 | mmcf
            volume | Bcf |  | 28316846.592 | 1 | bcf
            volume | Tcf |  | 28316846592 | 1 | tcf
            volume | m3 |  | 1 | 1 | cubic-metre cubic-metres 立方メートル 立米
            volume | bcm |  | 1000000000 | 1 | BCM
            time | s |  | 1 | 86400 | second seconds 秒
            time | min |  | 1 | 1440 | minute minutes 分
            time | h |  | 1 | 24 | hr hrs hour hours 時間
            time | d |  | 1 | 1 | day days 日 日間
            time | week |  | 7 | 1 | weeks 週 週間
            time | month |  | 365 | 12 | mo months 月 か月 カ月 ヶ月 ケ月 ヵ月 箇月 か月間 カ月間
            time | quarter |  | 365 | 4 | quarters 四半期
            time | yr |  | 365 | 1 | a y year years annum 年 年間
            speed | kn |  | 44448 | 1 | knot knots ノット
            energy | J | k M G T P E キロ メガ ギガ テラ ペタ | 1 | 1 | joule joules ジュール
            energy | Wh | k M G T P キロ メガ ギガ テラ | 3600 | 1 | ワット時
            energy | cal | k M G T キロ | 4.1868 | 1 | calorie calories カロリー
            energy | Btu |  | 1055.05585262 | 1 | BTU
            energy | MMBtu |  | 1055055852.62 | 1 | MMBTU mmbtu million-btu
            energy | therm |  | 105505585.262 | 1 | therms
            energy | quad |  | 1055055852620000000 | 1 | quads
            energy | toe | k M G | 41868000000 | 1 | 石油換算トン
            energy | tce | k M G | 29307600000 | 1 | 石炭換算トン
            power | W | k M G T キロ メガ ギガ テラ | 86400 | 1 | watt watts ワット
            mass per time | tpa | k M | 1000 | 365 | mtpa=M
            mass per time | tpd | k | 1000 | 1 |
            volume per time | bpd | k M | 0.158987294928 | 1 |
            volume per time | bcma |  | 1000000000 | 365 |
            mass times length | tkm |  | 1000000 | 1 | トンキロ
            item | unit |  | 1 | 1 | units item items piece pieces pcs 個 台 基 本 件 点
            person | person |  | 1 | 1 | persons people 人 名
            ship | ship |  | 1 | 1 | ships vessel vessels cargo cargoes 隻 カーゴ
            TEU | TEU |  | 1 | 1 | teu
            separative work | SWU | k M | 1 | 1 | kgSWU
            none | % |  | 1 | 100 | percent pct per-cent パーセント
            none | 割 |  | 1 | 10 |
            none | ‰ |  | 1 | 1000 | permil
            none | ppm |  | 1 | 1000000 |
            none | ppb |  | 1 | 1000000000 |
            none | bp |  | 1 | 10000 | bps basis-point basis-points
            none | thousand |  | 1000 | 1 | thousands
            none | million |  | 1000000 | 1 | millions mn mln
            none | billion |  | 1000000000 | 1 | billions bn bln
            none | trillion |  | 1000000000000 | 1 | trillions tn
            """;

    /// Words that could mean two things, with the ways to say which.
    static final Map<String, Text> AMBIGUOUS = Map.ofEntries(
            ambiguous(
                    "ton",
                    "'t' (1,000 kg), 'short-ton' (907 kg) or 'long-ton' (1,016 kg)",
                    "t（1,000 kg）、short-ton（907 kg）、long-ton（1,016 kg）"),
            ambiguous(
                    "tons",
                    "'t' (1,000 kg), 'short-ton' (907 kg) or 'long-ton' (1,016 kg)",
                    "t（1,000 kg）、short-ton（907 kg）、long-ton（1,016 kg）"),
            ambiguous("oz", "'ozt' (troy ounce, 31.1 g) or grams", "ozt（トロイオンス、31.1 g）、g"),
            ambiguous("mt", "'t' (tonne) or 'Mt' (million tonnes)", "t（トン）、Mt（百万トン）"),
            ambiguous("MT", "'t' (tonne) or 'Mt' (million tonnes)", "t（トン）、Mt（百万トン）"),
            ambiguous("キロ", "'kg', 'km' or 'kW'", "kg、km、kW"),
            ambiguous("ポンド", "'lb' (mass) or 'GBP' (money)", "lb（質量）、GBP（通貨）"),
            ambiguous("Mbbl", "'kbbl' (thousand) or 'MMbbl' (million)", "kbbl（千）、MMbbl（百万）"),
            ambiguous("MBtu", "'MMBtu' (million) or 'thousand Btu'", "MMBtu（百万）、thousand Btu（千）"),
            ambiguous("mcm", "'million m3' or 'thousand m3'", "million m3（百万）、thousand m3（千）"),
            ambiguous("M", "'million' or a prefix as in 'Mt'", "million、または Mt のような接頭辞"));

    /// Currency names in use besides the ISO 4217 codes.
    static final Map<String, String> CURRENCY_NAMES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("US$", "USD"),
            Map.entry("ドル", "USD"),
            Map.entry("米ドル", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("¥", "JPY"),
            Map.entry("円", "JPY"),
            Map.entry("yen", "JPY"),
            Map.entry("日本円", "JPY"),
            Map.entry("€", "EUR"),
            Map.entry("ユーロ", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("英ポンド", "GBP"),
            Map.entry("A$", "AUD"),
            Map.entry("豪ドル", "AUD"),
            Map.entry("C$", "CAD"),
            Map.entry("カナダドル", "CAD"),
            Map.entry("元", "CNY"),
            Map.entry("人民元", "CNY"),
            Map.entry("RMB", "CNY"),
            Map.entry("yuan", "CNY"),
            Map.entry("ウォン", "KRW"));

    /// ISO 4217 codes that are read as currencies.
    static final List<String> CURRENCIES = List.of(
            ("USD JPY EUR GBP CNY AUD CAD KRW INR IDR MYR THB VND PHP SGD HKD TWD NZD CHF SEK NOK DKK PLN CZK HUF "
                            + "RON UAH RUB KZT UZS MNT TRY ILS SAR AED QAR KWD OMR EGP NGN ZAR NAD BWP ZMW CDF TZS KES GHS MGA MZN MWK MMK LAK PGK BRL ARS CLP "
                            + "PEN COP BOB MXN GEL AZN")
                    .split(" "));

    private static final Map<String, BigDecimal> PREFIXES = Map.ofEntries(
            prefix("k", 3),
            prefix("M", 6),
            prefix("G", 9),
            prefix("T", 12),
            prefix("P", 15),
            prefix("E", 18),
            prefix("c", -2),
            prefix("m", -3),
            prefix("μ", -6),
            prefix("u", -6),
            prefix("キロ", 3),
            prefix("メガ", 6),
            prefix("ギガ", 9),
            prefix("テラ", 12),
            prefix("ペタ", 15),
            prefix("センチ", -2),
            prefix("ミリ", -3));

    /// One row as it stands in the table.
    record Row(
            String measures,
            String symbol,
            List<String> prefixes,
            BigDecimal over,
            BigDecimal under,
            List<String> names) {}

    final List<Row> rows = ROWS.lines().map(UnitTable::row).toList();
    private final Map<String, Unit> exact = new LinkedHashMap<>();
    private final Map<String, Unit> folded = new LinkedHashMap<>();

    UnitTable() {
        for (Row row : rows) {
            Unit unit = new Unit(row.symbol(), dimension(row.measures()), row.over(), row.under());
            add(unit, row.symbol());
            for (String name : row.names()) {
                int prefixed = name.indexOf('=');
                if (prefixed < 0) {
                    add(unit, name);
                } else {
                    add(scaled(unit, name.substring(prefixed + 1), row.symbol()), name.substring(0, prefixed));
                }
            }
            for (String prefix : row.prefixes()) {
                boolean latin = prefix.charAt(0) < 0x3000;
                if (latin) {
                    add(scaled(unit, prefix, row.symbol()), prefix + row.symbol());
                }
                row.names().stream()
                        .filter(name -> name.indexOf('=') < 0
                                && name.charAt(0) < 0x3000 == latin
                                && !(latin && name.length() > 3))
                        .forEach(name -> exact.putIfAbsent(prefix + name, scaled(unit, prefix, row.symbol())));
            }
        }
        List.of("kilogram", "kilograms").forEach(name -> add(find("kg").orElseThrow(), name));
        List.of("kilometre", "kilometres", "kilometer", "kilometers")
                .forEach(name -> add(find("km").orElseThrow(), name));
    }

    /// The unit of this symbol, or of this name in any case.
    java.util.Optional<Unit> find(String word) {
        Unit unit = exact.get(word);
        return java.util.Optional.ofNullable(unit != null ? unit : folded.get(word.toLowerCase(Locale.ROOT)));
    }

    /// All symbols and names, for suggestions.
    List<String> words() {
        return List.copyOf(exact.keySet());
    }

    private void add(Unit unit, String name) {
        exact.putIfAbsent(name, unit);
        if (name.length() > 3) {
            folded.putIfAbsent(name.toLowerCase(Locale.ROOT), unit);
        }
    }

    private static Unit scaled(Unit unit, String prefix, String symbol) {
        return new Unit(prefix + symbol, unit.dimension(), unit.over().multiply(PREFIXES.get(prefix)), unit.under());
    }

    private static Unit.Dimension dimension(String measures) {
        return switch (measures) {
            case "none" -> Unit.Dimension.NONE;
            case "area" -> new Unit.Dimension(Map.of("length", 2));
            case "volume" -> new Unit.Dimension(Map.of("length", 3));
            case "speed" -> new Unit.Dimension(Map.of("length", 1, "time", -1));
            case "power" -> new Unit.Dimension(Map.of("energy", 1, "time", -1));
            case "mass per time" -> new Unit.Dimension(Map.of("mass", 1, "time", -1));
            case "volume per time" -> new Unit.Dimension(Map.of("length", 3, "time", -1));
            case "mass times length" -> new Unit.Dimension(Map.of("mass", 1, "length", 1));
            default -> Unit.Dimension.of(measures);
        };
    }

    private static Row row(String line) {
        String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        return new Row(
                cells[0],
                cells[1],
                words(cells[2]),
                new BigDecimal(cells[3]),
                new BigDecimal(cells[4]),
                words(cells[5]));
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : new ArrayList<>(List.of(cell.split(" ")));
    }

    private static Map.Entry<String, BigDecimal> prefix(String name, int power) {
        return Map.entry(name, BigDecimal.ONE.scaleByPowerOfTen(power));
    }

    private static Map.Entry<String, Text> ambiguous(String word, String en, String ja) {
        return Map.entry(word, new Text(en + " is meant.", ja + "のどれかを書いてください。"));
    }
}
