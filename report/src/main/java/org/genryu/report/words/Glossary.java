package org.genryu.report.words;

import java.util.Map;
import org.genryu.balance.origin.Origin;
import org.genryu.balance.origin.Trace;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.core.Text;

/// What are the words of a case called in the two languages? Stages, uses and elements that this list does not know
/// stand as the case writes them.
public final class Glossary {
    private static final Map<String, Text> STAGES = Map.ofEntries(
            word("mine", "Mining", "採掘"),
            word("ore", "Ore", "鉱石"),
            word("concentrate", "Concentrate", "精鉱"),
            word("refine", "Refining", "製錬"),
            word("refined", "Refined", "製錬"),
            word("refining", "Refining", "製錬"),
            word("carbonate", "Carbonate", "炭酸塩"),
            word("separation", "Separation", "分離精製"),
            word("separated", "Separated", "分離精製"),
            word("oxide", "Separated oxide", "分離酸化物"),
            word("metal", "Metal and alloy", "金属・合金"),
            word("alloy", "Alloy", "合金"),
            word("magnet", "Magnet", "磁石"),
            word("component", "Component", "部品"),
            word("product", "Product", "製品"),
            word("use", "Use", "最終用途"),
            word("scrap", "Scrap", "スクラップ"),
            word("byproduct", "By-product", "副産物"),
            word("by-product", "By-product", "副産物"),
            word("waste", "Waste", "廃棄物"),
            word("gas", "Gas", "ガス"),
            word("lng", "LNG", "LNG"),
            word("heavy-feed", "Heavy feed", "中重希土混合物"),
            word("crude", "Crude", "粗製品"),
            word("anode", "Anode material", "負極材"),
            word("field", "Gas field", "ガス田"),
            word("liquefied", "Liquefaction", "液化"),
            word("regasified", "Regasification", "再ガス化"),
            word("power", "Power", "電力"));

    private static final Map<String, Text> USES = Map.ofEntries(
            word("ev-motors", "electric-car motors", "EVモーター"),
            word("wind", "wind turbines", "風力発電"),
            word("defence", "defence", "防衛"),
            word("electronics", "electronics", "電子機器"),
            word("catalysts", "catalysts", "触媒"),
            word("polishing", "polishing", "研磨材"),
            word("glass", "glass", "ガラス"),
            word("ceramics", "ceramics", "セラミックス"),
            word("phosphors", "phosphors", "蛍光体"),
            word("batteries", "batteries", "電池"),
            word("alloys", "alloys", "合金"),
            word("metallurgy", "metallurgy", "冶金"),
            word("lasers", "lasers", "レーザー"),
            word("fibre", "optical fibre", "光ファイバー"),
            word("industrial-motors", "industrial motors", "産業用モーター"),
            word("vehicle-motors", "small motors in vehicles", "車載小型モーター"),
            word("magnet-additives", "magnet additives", "磁石添加材"),
            word("medical-imaging", "medical imaging", "医用画像"),
            word("stock-building", "stock building", "備蓄積み増し"),
            word("antimony-use", "all uses of antimony", "アンチモンの全用途"),
            word("city-gas-homes", "city gas for homes", "都市ガス（家庭用）"),
            word("city-gas-industry", "city gas for industry", "都市ガス（工業用）"),
            word("city-gas-other", "city gas for others", "都市ガス（その他）"),
            word("city-gas-shops", "city gas for shops", "都市ガス（商業用）"),
            word("cobalt-use", "all uses of cobalt", "コバルトの全用途"),
            word("compound-semiconductors", "compound semiconductors", "化合物半導体"),
            word("copper-use", "all uses of copper", "銅の全用途"),
            word("fibre-infrared", "optical fibre and infrared optics", "光ファイバー・赤外光学"),
            word("flame-retardants", "flame retardants", "難燃剤"),
            word("gallium-use", "all uses of gallium", "ガリウムの全用途"),
            word("gas-all", "all uses of gas", "ガスの全用途"),
            word("gas-power", "power from gas", "ガス火力発電"),
            word("germanium-use", "all uses of germanium", "ゲルマニウムの全用途"),
            word("glass-grease", "glass and grease", "ガラス・グリース"),
            word("graphite-use", "all uses of graphite", "黒鉛の全用途"),
            word("hard-metal", "hard metal tools", "超硬工具"),
            word("lead-alloys", "lead alloys", "鉛合金"),
            word("lithium-use", "all uses of lithium", "リチウムの全用途"),
            word("nickel-use", "all uses of nickel", "ニッケルの全用途"),
            word("other-copper", "other uses of copper", "銅のその他の用途"),
            word("refractories", "refractories", "耐火物"),
            word("stainless-steel", "stainless steel", "ステンレス鋼"),
            word("superalloys", "superalloys", "超合金"),
            word("tungsten-use", "all uses of tungsten", "タングステンの全用途"),
            word("wiring", "wiring", "電線"),
            word("other", "other uses", "その他の用途"));

    private static final Map<String, Text> ELEMENTS = Map.ofEntries(
            word("sc", "Scandium", "スカンジウム"),
            word("y", "Yttrium", "イットリウム"),
            word("la", "Lanthanum", "ランタン"),
            word("ce", "Cerium", "セリウム"),
            word("pr", "Praseodymium", "プラセオジム"),
            word("nd", "Neodymium", "ネオジム"),
            word("sm", "Samarium", "サマリウム"),
            word("eu", "Europium", "ユウロピウム"),
            word("gd", "Gadolinium", "ガドリニウム"),
            word("tb", "Terbium", "テルビウム"),
            word("dy", "Dysprosium", "ジスプロシウム"),
            word("ho", "Holmium", "ホルミウム"),
            word("er", "Erbium", "エルビウム"),
            word("tm", "Thulium", "ツリウム"),
            word("yb", "Ytterbium", "イッテルビウム"),
            word("lu", "Lutetium", "ルテチウム"),
            word("ga", "Gallium", "ガリウム"),
            word("ge", "Germanium", "ゲルマニウム"),
            word("sb", "Antimony", "アンチモン"),
            word("w", "Tungsten", "タングステン"),
            word("li", "Lithium", "リチウム"),
            word("co", "Cobalt", "コバルト"),
            word("ni", "Nickel", "ニッケル"),
            word("cu", "Copper", "銅"),
            word("c", "Carbon", "炭素"));

    private static final Map<String, Text> GROUPS = Map.ofEntries(
            word("rare-earth", "Rare earths", "レアアース"),
            word("magnet", "Magnets", "永久磁石"),
            word("critical-mineral", "Critical minerals", "重要鉱物"),
            word("lng", "LNG", "LNG"),
            word("gas", "Natural gas", "天然ガス"),
            word("gallium", "Gallium", "ガリウム"),
            word("germanium", "Germanium", "ゲルマニウム"),
            word("graphite", "Graphite", "黒鉛"),
            word("antimony", "Antimony", "アンチモン"),
            word("tungsten", "Tungsten", "タングステン"),
            word("lithium", "Lithium", "リチウム"),
            word("cobalt", "Cobalt", "コバルト"),
            word("nickel", "Nickel", "ニッケル"),
            word("copper", "Copper", "銅"));

    private Glossary() {}

    /// The name of a group of commodities.
    public static String group(String word, Lang lang) {
        Text known = GROUPS.get(word);
        return known == null ? word : known.in(lang);
    }

    /// @param word of the case, `mine`, or as `exposure.csv` has it with a feed (`metal/old-scrap`)
    public static String stage(String word, Lang lang) {
        for (SupplyCase.Feed feed : Trace.SCRAP) {
            String end = Origin.Remade.stage("", feed);
            if (word.endsWith(end)) {
                return stage(word.substring(0, word.length() - end.length()), lang) + " " + feed(feed, lang);
            }
        }
        Text known = STAGES.get(word);
        return known == null ? word : known.in(lang);
    }

    /// What a stage is done on, where it is not what came from the ground.
    public static String feed(SupplyCase.Feed feed, Lang lang) {
        return switch (feed) {
            case NEW_SCRAP -> new Text("on new scrap (of factories)", "工程くずから").in(lang);
            case OLD_SCRAP -> new Text("on old scrap (from use)", "使用後のくず（老廃くず）から").in(lang);
            case SYNTHETIC -> new Text("synthetic", "合成").in(lang);
            case PRIMARY, UNSAID -> new Text("from the ground", "鉱石などから").in(lang);
        };
    }

    /// What a demand is for.
    public static String use(String word, Lang lang) {
        Text known = USES.get(word);
        return known == null ? word : known.in(lang);
    }

    /// The name of the element, or the word as it is.
    public static String element(String symbol, Lang lang) {
        Text known = ELEMENTS.get(symbol.toLowerCase(java.util.Locale.ROOT));
        return known == null ? symbol : known.in(lang);
    }

    private static Map.Entry<String, Text> word(String word, String en, String ja) {
        return Map.entry(word, new Text(en, ja));
    }
}
