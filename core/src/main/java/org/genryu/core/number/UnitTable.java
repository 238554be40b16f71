package org.genryu.core.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genryu.core.Text;

/// Every unit that Genryu knows by name, as rows of one table; `docs/method/numbers.md` prints the same rows.
///
/// A row: what it measures | symbol | prefixes | over | under | other names | source of the size. Size = over/under in
/// kg, m, day, J or one thing. A prefix `M=k` is written `M` and means `k`, as the American gas trade counts.
/// Symbols keep their case (`Mt` is a million tonnes, `mt` is refused); other names may be written in any case.
final class UnitTable {
    private static final String ROWS = """
            mass | g | k M m μ u キロ ミリ | 0.001 | 1 | gram grams gramme grammes kgs=k グラム | SI
            mass | t | k M G | 1000 | 1 | tonne tonnes metric-ton metric-tons metric-tonne metric-tonnes トン メートルトン | SI
            mass | dmt | k M | 1000 | 1 | DMT dry-metric-ton dry-metric-tons dry-tonne dry-tonnes 乾量トン ドライトン | SI
            mass | lb | k | 0.45359237 | 1 | lbs pound pounds 重量ポンド | yard-pound
            mass | ozt | k M | 0.0311034768 | 1 | toz troy-oz troy-ounce troy-ounces トロイオンス | yard-pound
            mass | short-ton |  | 907.18474 | 1 | short-tons ショートトン 米トン | yard-pound
            mass | long-ton |  | 1016.0469088 | 1 | long-tons ロングトン 英トン | yard-pound
            mass | mtu |  | 10 | 1 | metric-ton-unit metric-ton-units dmtu | trade
            mass | flask |  | 34.47302012 | 1 | flasks フラスコ | USGS
            mass | ct | k M | 0.0002 | 1 | carat carats カラット | SI
            mass | dwt |  | 1000 | 1 | deadweight-tonne 載貨重量トン | SI
            length | m | k c m キロ センチ ミリ | 1 | 1 | metre metres meter meters メートル | SI
            length | nm |  | 1852 | 1 | NM nmi nautical-mile nautical-miles 海里 | IHO
            length | mi |  | 1609.344 | 1 | mile miles マイル | yard-pound
            length | ft |  | 0.3048 | 1 | foot feet フィート | yard-pound
            area | ha |  | 10000 | 1 | hectare hectares ヘクタール | SI
            volume | L | k M m キロ ミリ | 0.001 | 1 | l litre litres liter liters リットル | SI
            volume | bbl | k | 0.158987294928 | 1 | barrel barrels バレル | EIA
            volume | MMbbl |  | 158987.294928 | 1 |  | EIA
            volume | gal |  | 0.003785411784 | 1 | gallon gallons ガロン | yard-pound
            volume | cf |  | 0.028316846592 | 1 | ft3 cubic-foot cubic-feet 立方フィート | yard-pound
            volume | Mcf |  | 28.316846592 | 1 | mcf MCF | yard-pound
            volume | MMcf |  | 28316.846592 | 1 | mmcf MMCF | yard-pound
            volume | Bcf |  | 28316846.592 | 1 | bcf BCF | yard-pound
            volume | Tcf |  | 28316846592 | 1 | tcf TCF | yard-pound
            volume | scf | M=k MM=M B=G T | 0.028316846592 | 1 | standard-cubic-foot standard-cubic-feet 標準立方フィート | ISO 13443
            volume | m3 |  | 1 | 1 | cubic-metre cubic-metres cubic-meter cubic-meters 立方メートル 立米 | SI
            volume | Sm3 | k M | 1 | 1 | scm standard-cubic-metre standard-cubic-metres | ISO 13443
            volume | Nm3 | k M | 28815 | 27315 | normal-cubic-metre normal-cubic-metres ノルマル立方メートル ノルマル立米 | ISO 13443
            volume | bcm |  | 1000000000 | 1 | BCM | SI
            time | s |  | 1 | 86400 | second seconds 秒 | SI
            time | min |  | 1 | 1440 | minute minutes 分 | SI
            time | h |  | 1 | 24 | hr hrs hour hours 時間 | SI
            time | d |  | 1 | 1 | day days 日 日間 | SI
            time | week |  | 7 | 1 | weeks wk wks 週 週間 | SI
            time | month |  | 365 | 12 | mo months 月 か月 カ月 ヶ月 ケ月 ヵ月 箇月 か月間 カ月間 | 365 days
            time | quarter |  | 365 | 4 | quarters 四半期 | 365 days
            time | yr |  | 365 | 1 | a y year years annum 年 年間 | 365 days
            speed | kn |  | 44448 | 1 | knot knots ノット | IHO
            energy | J | k M G T P E キロ メガ ギガ テラ ペタ | 1 | 1 | joule joules ジュール | SI
            energy | Wh | k M G T P キロ メガ ギガ テラ | 3600 | 1 | ワット時 | SI
            energy | cal | k M G T キロ | 4.1868 | 1 | calorie calories カロリー | steam tables
            energy | Btu |  | 1055.05585262 | 1 | BTU 英熱量 | steam tables
            energy | MMBtu |  | 1055055852.62 | 1 | MMBTU mmbtu million-btu | steam tables
            energy | BBtu |  | 1055055852620 | 1 | BBTU billion-btu | steam tables
            energy | TBtu |  | 1055055852620000 | 1 | TBTU tbtu trillion-btu | steam tables
            energy | therm |  | 105505585.262 | 1 | therms | steam tables
            energy | quad |  | 1055055852620000000 | 1 | quads | steam tables
            energy | boe | k | 6119323945.196 | 1 | BOE barrel-of-oil-equivalent barrels-of-oil-equivalent 石油換算バレル | EIA
            energy | MMboe |  | 6119323945196000 | 1 | mmboe MMBOE | EIA
            energy | toe | k M G | 41868000000 | 1 | 石油換算トン | IEA
            energy | tce | k M G | 29307600000 | 1 | 石炭換算トン | IEA
            power | W | k M G T キロ メガ ギガ テラ | 86400 | 1 | watt watts ワット | SI
            mass per time | tpa | k M | 1000 | 365 | tpy mtpa=M mmtpa=M MMtpa=M mtpy=M | SI
            mass per time | tpd | k | 1000 | 1 |  | SI
            mass per time | tpm | k | 12000 | 365 |  | 365 days
            volume per time | bpd | k M | 0.158987294928 | 1 | bopd | EIA
            volume per time | cfd | M=k MM=M B=G | 0.028316846592 | 1 | bcfd=G mmcfd=M | yard-pound
            volume per time | scfd | M=k MM=M B=G | 0.028316846592 | 1 | mmscfd=M | ISO 13443
            energy per time | boepd | k | 6119323945.196 | 1 | boed | EIA
            volume per time | bcma |  | 1000000000 | 365 |  | SI
            mass times length | tkm |  | 1000000 | 1 | トンキロ | SI
            item | unit |  | 1 | 1 | units item items piece pieces pcs 個 台 基 本 件 点 | count
            person | person |  | 1 | 1 | persons people 人 名 | count
            ship | ship |  | 1 | 1 | ships vessel vessels cargo cargoes 隻 カーゴ | count
            TEU | TEU |  | 1 | 1 | teu | count
            separative work | SWU | k M | 1 | 1 | kgSWU | trade
            rare-earth oxide | REO |  | 1 | 1 | TREO 希土類酸化物 | content
            lithium carbonate equivalent | LCE |  | 1 | 1 | 炭酸リチウム換算 | content
            uranium oxide | U3O8 |  | 1 | 1 |  | content
            tungsten oxide | WO3 |  | 1 | 1 |  | content
            none | % |  | 1 | 100 | percent pct per-cent パーセント | ratio
            none | 割 |  | 1 | 10 |  | ratio
            none | ‰ |  | 1 | 1000 | permil | ratio
            none | ppm |  | 1 | 1000000 |  | ratio
            none | ppb |  | 1 | 1000000000 |  | ratio
            none | bp |  | 1 | 10000 | bps basis-point basis-points | ratio
            none | thousand |  | 1000 | 1 | thousands | ratio
            none | million |  | 1000000 | 1 | millions mn mln mio | ratio
            none | billion |  | 1000000000 | 1 | billions bn bln mrd | ratio
            none | trillion |  | 1000000000000 | 1 | trillions tn | ratio
            """;

    /// A word that is refused, and how to say what is meant.
    record Refusal(Text rule, Text cure) {}

    /// Words that could mean two things, and weights that say too little.
    static final Map<String, Refusal> REFUSED = Map.ofEntries(
            ambiguous(
                    "ton",
                    "'t' (1,000 kg), 'short-ton' (907 kg) or 'long-ton' (1,016 kg)",
                    "t（1,000 kg）、short-ton（907 kg）、long-ton（1,016 kg）"),
            ambiguous(
                    "tons",
                    "'t' (1,000 kg), 'short-ton' (907 kg) or 'long-ton' (1,016 kg)",
                    "t（1,000 kg）、short-ton（907 kg）、long-ton（1,016 kg）"),
            ambiguous("oz", "'ozt' (troy ounce, 31.1 g) or grams", "ozt（トロイオンス、31.1 g）、g"),
            ambiguous("オンス", "'ozt' (troy ounce, 31.1 g) or grams", "ozt（トロイオンス、31.1 g）、g"),
            ambiguous("koz", "'kozt' (thousand troy ounces) or kilograms", "kozt（千トロイオンス）、kg"),
            ambiguous("Moz", "'Mozt' (million troy ounces) or tonnes", "Mozt（百万トロイオンス）、t"),
            ambiguous("mt", "'t' (tonne) or 'Mt' (million tonnes)", "t（トン）、Mt（百万トン）"),
            ambiguous("MT", "'t' (tonne) or 'Mt' (million tonnes)", "t（トン）、Mt（百万トン）"),
            ambiguous("キロ", "'kg', 'km' or 'kW'", "kg、km、kW"),
            ambiguous("ポンド", "'lb' (mass) or 'GBP' (money)", "lb（質量）、GBP（通貨）"),
            ambiguous("Mlb", "'million lb' or 'thousand lb'", "million lb（百万）、thousand lb（千）"),
            ambiguous("Mbbl", "'kbbl' (thousand) or 'MMbbl' (million)", "kbbl（千）、MMbbl（百万）"),
            ambiguous("Mboe", "'kboe' (thousand) or 'MMboe' (million)", "kboe（千）、MMboe（百万）"),
            ambiguous("MBtu", "'MMBtu' (million) or 'thousand Btu'", "MMBtu（百万）、thousand Btu（千）"),
            ambiguous("mcm", "'million m3' or 'thousand m3'", "million m3（百万）、thousand m3（千）"),
            ambiguous("Mlbs", "'million lb' or 'thousand lb'", "million lb（百万）、thousand lb（千）"),
            ambiguous("st", "'short-ton' (907 kg) or 't'", "short-ton（907 kg）、t"),
            ambiguous("b", "'bbl' (barrel) or 'billion'", "bbl（バレル）、billion（十億）"),
            ambiguous("kb", "'kbbl' (thousand barrels)", "kbbl（千バレル）"),
            ambiguous("mb", "'MMbbl' (million barrels) or 'kbbl' (thousand)", "MMbbl（百万バレル）、kbbl（千バレル）"),
            ambiguous("Mb", "'MMbbl' (million barrels) or 'kbbl' (thousand)", "MMbbl（百万バレル）、kbbl（千バレル）"),
            ambiguous("mboe", "'kboe' (thousand) or 'MMboe' (million)", "kboe（千）、MMboe（百万）"),
            ambiguous("MMcm", "'million m3' or 'bcm' (thousand million)", "million m3（百万）、bcm（十億）"),
            ambiguous("MMm", "'million m3'", "million m3（百万立方メートル）"),
            ambiguous("M", "'million' or a prefix as in 'Mt'", "million、または Mt のような接頭辞"),
            wet("wmt"),
            wet("WMT"),
            wet("wet-metric-ton"),
            wet("wet-metric-tons"),
            wet("wet-tonne"),
            wet("wet-tonnes"),
            wet("湿量トン"),
            wet("ウェットトン"));

    private static Map.Entry<String, Refusal> wet(String word) {
        return Map.entry(
                word,
                new Refusal(
                        new Text(
                                "'%s' is a wet weight, and how much of it is water is not said.".formatted(word),
                                "「%s」は湿量で、水分がどれだけかわかりません。".formatted(word)),
                        new Text(
                                "the dry weight is meant: 'dmt' after multiplying by 1 - moisture.",
                                "（1 − 水分率）を掛けた乾量を dmt で書いてください。")));
    }

    /// Words that have one meaning below a fraction stroke, where nobody means the other.
    static final Map<String, String> BELOW = Map.of("ポンド", "lb");

    /// Hundredths of a currency.
    static final Map<String, String> CENTS = Map.ofEntries(
            Map.entry("¢", "USD"),
            Map.entry("US¢", "USD"),
            Map.entry("USc", "USD"),
            Map.entry("c", "USD"),
            Map.entry("cts", "USD"),
            Map.entry("cent", "USD"),
            Map.entry("cents", "USD"),
            Map.entry("US-cent", "USD"),
            Map.entry("US-cents", "USD"),
            Map.entry("セント", "USD"),
            Map.entry("米セント", "USD"),
            Map.entry("A¢", "AUD"),
            Map.entry("AUc", "AUD"),
            Map.entry("豪セント", "AUD"),
            Map.entry("C¢", "CAD"),
            Map.entry("euro-cent", "EUR"),
            Map.entry("euro-cents", "EUR"),
            Map.entry("ユーロセント", "EUR"));

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
            List<String> names,
            String source) {}

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
            for (String written : row.prefixes()) {
                int equals = written.indexOf('=');
                String prefix = equals < 0 ? written : written.substring(equals + 1);
                boolean latin = prefix.charAt(0) < 0x3000;
                if (latin) {
                    String front = equals < 0 ? prefix : written.substring(0, equals);
                    add(scaled(unit, prefix, row.symbol()).named(front + row.symbol()), front + row.symbol());
                }
                if (equals >= 0) {
                    continue;
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
            case "energy per time" -> new Unit.Dimension(Map.of("energy", 1, "time", -1));
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
                words(cells[5]),
                cells[6]);
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : new ArrayList<>(List.of(cell.split(" ")));
    }

    private static Map.Entry<String, BigDecimal> prefix(String name, int power) {
        return Map.entry(name, BigDecimal.ONE.scaleByPowerOfTen(power));
    }

    private static Map.Entry<String, Refusal> ambiguous(String word, String en, String ja) {
        return Map.entry(
                word,
                new Refusal(
                        new Text(
                                "'%s' can mean more than one unit.".formatted(word),
                                "「%s」は複数の単位に読めます。".formatted(word)),
                        new Text(en + " is meant.", ja + "のどれかを書いてください。")));
    }
}
