package org.genryu.evidence.amount;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Text;
import org.genryu.core.number.Units;
import org.genryu.evidence.amount.UnitWord.Kind;

/// Which unit does a word of running text name? The longest word that stands there decides.
///
/// A table of a case has its own, stricter grammar ([Units]); every unit that is named here is one of it, or a thing
/// that is counted. Prefixes are multiplied out: 5 km are 5000 m.
final class UnitLexicon {
    /// unit | factor | kind | words. A blank inside a word is written `_`.
    private static final String WORDS = """
            t | 1 | MEASURE | トン t tonne tonnes metric_ton metric_tons metric_tonnes
            t | 1000 | MEASURE | kt kT KT Kt キロトン kilotonnes
            t | 1000000 | MEASURE | Mt MMt MMT mmt megatonnes
            t | 1000000000 | MEASURE | Gt gigatonnes
            t | 1 | MEASURE | dmt wmt dry_metric_tonnes wet_metric_tonnes dry_tonnes wet_tonnes dry_metric_tons wet_metric_tons 湿重量トン 湿トン 乾燥トン 乾重量トン
            kg | 1 | MEASURE | kg キログラム kilogram kilograms kilo kilos
            kg | 0.001 | MEASURE | g グラム gram grams
            kg | 0.000001 | MEASURE | mg ミリグラム milligram milligrams
            lb | 1 | MEASURE | lb lbs pound_weight 重量ポンド
            lb | 1000000 | MEASURE | Mlb Mlbs
            ozt | 1 | MEASURE | トロイオンス troy_ounce troy_ounces
            ozt | 1000 | MEASURE | koz
            ozt | 1000000 | MEASURE | Moz
            m | 1 | MEASURE | m メートル metre metres meter meters
            m | 1000 | MEASURE | km キロメートル kilometre kilometres kilometer kilometers
            m | 0.01 | MEASURE | cm センチメートル センチ
            m | 0.001 | MEASURE | mm ミリメートル ミリ
            kn | 1 | MEASURE | ノット knots knot
            mtu | 1 | MEASURE | mtu
            nm | 1 | MEASURE | 海里 nautical_mile nautical_miles
            mi | 1 | MEASURE | mile miles マイル
            ft | 1 | MEASURE | ft feet foot フィート
            ha | 1 | MEASURE | ha ヘクタール hectare hectares
            m2 | 1000000 | MEASURE | km2 平方キロメートル 平方キロ square_kilometres square_kilometers
            m2 | 1 | MEASURE | m2 平方メートル square_metres square_meters square_metre square_meter
            m3 | 1 | MEASURE | m3 立方メートル 立米 cubic_metres cubic_meters cubic_metre cubic_meter
            m3 | 1000000 | MEASURE | mcm MMcm
            m3 | 1000000000 | MEASURE | bcm
            m3 | 1000000000000 | MEASURE | tcm
            cf | 1 | MEASURE | 立方フィート cubic_feet cubic_foot
            cf | 1000000 | MEASURE | MMcf mmcf MMscf mmscf
            cf | 1000000000 | MEASURE | Bcf bcf
            cf | 1000000000000 | MEASURE | Tcf tcf
            cf/d | 1000000 | MEASURE | MMcfd mmcfd MMscfd mmscfd
            cf/d | 1000000000 | MEASURE | Bcfd bcfd
            bbl | 1 | MEASURE | バレル bbl barrel barrels
            bbl | 1000000 | MEASURE | MMbbl mmbbl MMbbls
            boe | 1 | MEASURE | boe barrels_of_oil_equivalent barrel_of_oil_equivalent 石油換算バレル
            boe | 1000000 | MEASURE | MMboe mmboe
            boe/d | 1 | MEASURE | boepd boe/d
            boe/d | 1000 | MEASURE | kboepd kboe/d
            L | 1 | MEASURE | リットル litre litres liter liters
            L | 1000 | MEASURE | キロリットル kl
            MMBtu | 1 | MEASURE | MMBtu mmbtu MMBTU mmBtu 百万BTU 百万Btu 百万英国熱量単位 million_Btu million_BTU million_British_thermal_units
            Btu | 1 | MEASURE | Btu BTU 英国熱量単位
            W | 1 | MEASURE | W ワット watt watts
            W | 1000 | MEASURE | kW キロワット kilowatt kilowatts
            W | 1000000 | MEASURE | MW MWe MWp メガワット megawatt megawatts
            W | 1000000000 | MEASURE | GW GWe GWp ギガワット gigawatt gigawatts
            Wh | 1000 | MEASURE | kWh キロワット時 kilowatt-hours kilowatt_hours kilowatt-hour kilowatt_hour
            Wh | 1000000 | MEASURE | MWh メガワット時 megawatt-hours megawatt_hours megawatt-hour megawatt_hour
            Wh | 1000000000 | MEASURE | GWh ギガワット時 gigawatt-hours gigawatt_hours gigawatt-hour gigawatt_hour
            Wh | 1000000000000 | MEASURE | TWh テラワット時 terawatt-hours terawatt_hours terawatt-hour terawatt_hour
            t/yr | 1 | MEASURE | tpa tpy
            t/yr | 1000 | MEASURE | ktpa
            t/yr | 1000000 | MEASURE | Mtpa mtpa MTPA mmtpa MMtpa
            t/d | 1 | MEASURE | tpd
            bbl/d | 1 | MEASURE | bpd b/d bopd
            bbl/d | 1000 | MEASURE | kb/d kbd kbpd
            bbl/d | 1000000 | MEASURE | MMb/d mmb/d mmbpd MMbpd
            ppm | 1 | SHARE | ppm parts_per_million
            degC | 1 | MEASURE | 度C ℃ °C 摂氏
            % | 1 | SHARE | % パーセント percent per_cent pct
            pp | 1 | SHARE | %ポイント ポイント percentage_points percentage_point percentage-point pp
            bp | 1 | SHARE | bp bps basis_points basis_point ベーシスポイント
            % | 10 | SHARE | 割
            1 | 1 | TIMES | 倍 times fold -fold x
            yr | 1 | TIME | 年間 年分 年 カ年 か年 ヵ年 箇年 year years yr yrs y annum year-old
            month | 1 | TIME | カ月分 か月分 ヶ月分 ヵ月分 ケ月分 カ月 か月 ヶ月 ヵ月 ケ月 箇月 カ月間 か月間 ヶ月間 ヵ月間 month months
            week | 1 | TIME | 週間 週間分 週分 週 week weeks
            d | 1 | TIME | 日間 日分 日 day days
            h | 1 | TIME | 時間分 時間 hour hours
            min | 1 | TIME | 分間 分 minute minutes
            s | 1 | TIME | 秒間 秒 second seconds
            person | 1 | COUNT | 人 名 people persons person workers worker employees employee jobs job head 人以内
            country | 1 | COUNT | カ国 か国 ヶ国 ヵ国 ケ国 箇国 カ国・地域 countries nations
            company | 1 | COUNT | 社 companies firms
            ship | 1 | COUNT | 隻 ships ship vessels vessel carriers cargoes cargo カーゴ tankers tanker
            kind | 1 | COUNT | 種類 種 kinds types
            element | 1 | COUNT | 元素 elements rare_earth_elements
            step | 1 | COUNT | 段階 steps stages
            mineral | 1 | COUNT | 鉱物 鉱種 minerals
            site | 1 | COUNT | カ所 か所 ヶ所 ヵ所 箇所 sites locations mines
            unit | 1 | COUNT | 基 台 units turbines turbine
            piece | 1 | COUNT | 個 本 枚 pieces
            item | 1 | COUNT | 件 項目 品目 items projects
            household | 1 | COUNT | 世帯 households household homes
            dose | 1 | COUNT | 回 occasions
            share | 1 | COUNT | 株 shares share
            TEU | 1 | COUNT | TEU TEUs
            """;

    private static final Map<String, String> MONEY_FRONT = Map.ofEntries(
            Map.entry("US$", "USD"),
            Map.entry("A$", "AUD"),
            Map.entry("AU$", "AUD"),
            Map.entry("C$", "CAD"),
            Map.entry("NZ$", "NZD"),
            Map.entry("CA$", "CAD"),
            Map.entry("NT$", "TWD"),
            Map.entry("HK$", "HKD"),
            Map.entry("S$", "SGD"),
            Map.entry("R$", "BRL"),
            Map.entry("$", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("₹", "INR"),
            Map.entry("Rs.", "INR"),
            Map.entry("RMB", "CNY"),
            Map.entry("Rmb", "CNY"),
            Map.entry("CN¥", "CNY"),
            Map.entry("JP¥", "JPY"),
            Map.entry("Rs", "INR"),
            Map.entry("¥", "JPY"));

    private static final Map<String, String> MONEY_BEHIND = Map.ofEntries(
            Map.entry("ドル", "USD"),
            Map.entry("米ドル", "USD"),
            Map.entry("US dollars", "USD"),
            Map.entry("U.S. dollars", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("円", "JPY"),
            Map.entry("yen", "JPY"),
            Map.entry("ユーロ", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("豪ドル", "AUD"),
            Map.entry("Australian dollars", "AUD"),
            Map.entry("カナダドル", "CAD"),
            Map.entry("加ドル", "CAD"),
            Map.entry("Canadian dollars", "CAD"),
            Map.entry("元", "CNY"),
            Map.entry("人民元", "CNY"),
            Map.entry("yuan", "CNY"),
            Map.entry("RMB", "CNY"),
            Map.entry("ウォン", "KRW"),
            Map.entry("won", "KRW"),
            Map.entry("英ポンド", "GBP"),
            Map.entry("ルピー", "INR"),
            Map.entry("rupees", "INR"),
            Map.entry("ランド", "ZAR"),
            Map.entry("rand", "ZAR"),
            Map.entry("レアル", "BRL"),
            Map.entry("reais", "BRL"),
            Map.entry("ルーブル", "RUB"),
            Map.entry("roubles", "RUB"),
            Map.entry("rubles", "RUB"),
            Map.entry("リンギ", "MYR"),
            Map.entry("リンギット", "MYR"),
            Map.entry("ringgit", "MYR"),
            Map.entry("ルピア", "IDR"),
            Map.entry("rupiah", "IDR"),
            Map.entry("バーツ", "THB"),
            Map.entry("baht", "THB"),
            Map.entry("ドン", "VND"),
            Map.entry("dong", "VND"),
            Map.entry("テンゲ", "KZT"),
            Map.entry("tenge", "KZT"),
            Map.entry("香港ドル", "HKD"),
            Map.entry("台湾ドル", "TWD"),
            Map.entry("シンガポールドル", "SGD"),
            Map.entry("NZドル", "NZD"));

    private static final Map<String, UnitWord> KNOWN = known();
    /// Length of the longest word that begins with a letter, in either case.
    private static final Map<Character, Integer> LONGEST = longest();

    private UnitLexicon() {}

    private static Map<Character, Integer> longest() {
        Map<Character, Integer> longest = new HashMap<>();
        for (String word : KNOWN.keySet()) {
            longest.merge(Character.toLowerCase(word.charAt(0)), word.length(), Math::max);
        }
        return Map.copyOf(longest);
    }

    private static Map<String, UnitWord> known() {
        Map<String, UnitWord> known = new HashMap<>();
        for (String line : WORDS.lines().toList()) {
            String[] cells = line.split("\\|");
            for (String written : cells[3].strip().split(" ")) {
                String word = written.replace('_', ' ');
                known.put(
                        word,
                        new UnitWord(
                                cells[0].strip(),
                                new BigDecimal(cells[1].strip()),
                                Kind.valueOf(cells[2].strip()),
                                word.length(),
                                Optional.empty()));
            }
        }
        MONEY_BEHIND.forEach((word, code) -> known.put(word, money(code, word.length())));
        for (String word : new String[] {"¢", "cents", "cent", "US cents", "セント", "米セント"}) {
            known.put(word, new UnitWord("USD", new BigDecimal("0.01"), Kind.MONEY, word.length(), Optional.empty()));
        }
        known.put("銭", new UnitWord("JPY", new BigDecimal("0.01"), Kind.MONEY, 1, Optional.empty()));
        Text ton = new Text(
                "'ton' may be a tonne, a short ton or a long ton; it is read as a tonne.",
                "ton はトン、米トン、英トンのいずれの可能性もあり、トンとして読みました。");
        for (String word : new String[] {"ton", "tons", "wet ton", "wet tons", "dry ton", "dry tons"}) {
            known.put(word, new UnitWord("t", BigDecimal.ONE, Kind.MEASURE, word.length(), Optional.of(ton)));
        }
        Text metric = new Text(
                "'mt' may be tonnes or million tonnes; it is read as tonnes.", "「mt」はトンか百万トンか定まらず、トンとして読みました。");
        for (String word : new String[] {"mt", "MT"}) {
            known.put(word, new UnitWord("t", BigDecimal.ONE, Kind.MEASURE, word.length(), Optional.of(metric)));
        }
        Text daily = new Text(
                "the m of 'mb/d' may be a million or a thousand; it is read as a million.",
                "「mb/d」の m は百万か千か定まらず、百万として読みました。");
        known.put("mb/d", new UnitWord("bbl/d", new BigDecimal(1_000_000), Kind.MEASURE, 4, Optional.of(daily)));
        Text kilo = new Text(
                "'キロ' may be kilograms or kilometres; nothing is converted.", "「キロ」はキログラムかキロメートルか定まらず、換算していません。");
        known.put("キロ", new UnitWord("キロ", BigDecimal.ONE, Kind.MEASURE, 2, Optional.of(kilo)));
        Text pound = new Text("'pounds' may be money or a weight; nothing is converted.", "「ポンド」は通貨か重さか定まらず、換算していません。");
        for (String word : new String[] {"ポンド", "pound", "pounds"}) {
            known.put(word, new UnitWord("pound", BigDecimal.ONE, Kind.MEASURE, word.length(), Optional.of(pound)));
        }
        Text ounce =
                new Text("'ounces' may be troy ounces or not; nothing is converted.", "「オンス」はトロイオンスかどうか定まらず、換算していません。");
        for (String word : new String[] {"オンス", "oz", "ounce", "ounces"}) {
            known.put(word, new UnitWord("ounce", BigDecimal.ONE, Kind.MEASURE, word.length(), Optional.of(ounce)));
        }
        return Map.copyOf(known);
    }

    private static UnitWord money(String code, int length) {
        return new UnitWord(code, BigDecimal.ONE, Kind.MONEY, length, Optional.empty());
    }

    /// The unit whose word begins at `at`.
    static Optional<UnitWord> at(String text, int at) {
        if (at >= text.length()) {
            return Optional.empty();
        }
        for (int length = 1; length <= 3 && at + length < text.length(); length++) {
            String code = MONEY_FRONT.get(text.substring(at, at + length));
            if (code != null && text.charAt(at + length) == '/') {
                return Optional.of(money(code, length)); // `62.5 $/kg`
            }
        }
        int most = Math.max(
                LONGEST.getOrDefault(Character.toLowerCase(text.charAt(at)), 0), isUpper(text.charAt(at)) ? 3 : 0);
        for (int length = Math.min(most, text.length() - at); length > 0; length--) {
            String word = text.substring(at, at + length);
            if (wholeWord(text, at + length, word)) {
                UnitWord known = KNOWN.get(word);
                UnitWord folded = known != null || length < 3 ? known : KNOWN.get(word.toLowerCase(Locale.ROOT));
                if (folded != null) {
                    return Optional.of(folded);
                }
            }
            if (length == 3 && word.chars().allMatch(c -> c >= 'A' && c <= 'Z') && wholeWord(text, at + 3, word)) {
                Optional<String> code = Units.currencyCode(word);
                if (code.isPresent()) {
                    return Optional.of(money(code.get(), 3));
                }
            }
        }
        return Optional.empty();
    }

    /// The money whose sign or code ends before `at`, such as `US$` or `AUD `.
    static Optional<UnitWord> moneyBefore(String text, int at) {
        int end = at;
        while (end > 0 && end > at - 1 && text.charAt(end - 1) == ' ') {
            end--;
        }
        for (int length = Math.min(3, end); length > 0; length--) {
            String word = text.substring(end - length, end);
            boolean begins = end - length == 0 || !isLatin(text.charAt(end - length - 1));
            String code = MONEY_FRONT.get(word);
            boolean ofAnother = word.equals("$") && !begins; // `X$`: some dollar, not that of the US
            if (code != null && !ofAnother && (begins || !isLatin(word.charAt(0)))) {
                return Optional.of(money(code, at - end + length));
            }
            if (length == 3
                    && begins
                    && Units.currencyCode(word).filter(word::equals).isPresent()) {
                return Optional.of(money(word, at - end + length));
            }
        }
        return Optional.empty();
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean wholeWord(String text, int end, String word) {
        char last = word.charAt(word.length() - 1);
        return !(isLatin(last) || Character.isDigit(last))
                || end == text.length()
                || !(isLatin(text.charAt(end)) || Character.isDigit(text.charAt(end)));
    }
}
