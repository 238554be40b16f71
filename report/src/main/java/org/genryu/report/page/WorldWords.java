package org.genryu.report.page;

import org.genryu.core.Text;

/// The texts of the sections on the world: map, tiers, comparison, progress and risk. Blanks as in [Words].
enum WorldWords implements Phrase {
    HEADLINE_TOUCHED(
            "Counting every stage down to the mine, %2$s of the %3$s in it passed through %1$s.",
            "鉱山までさかのぼると、含まれる%3$sの%2$sがいずれかの段階で%1$sを経ています。"),
    MAP("Where it comes from, and by which way", "どこから、どの航路で来るか"),
    MAP_INTRO(
            "What %1$s import from outside, by way of transport. Lines are as wide as what passes is worth and grow where ways meet; dashed lines go over land or air. Numbers mark straits. Inputs that other countries needed before stand in the next section.",
            "%1$sが域外から輸入するものの経路です。線の太さは通過する価額で、航路が合流すると太くなります。破線は陸路・空路です。番号は海峡を示します。相手国が使った原料の経路は次の節にあります。"),
    MAP_TITLE("%1$s: imports of %2$s, %3$s", "%1$s：%2$sの輸入経路（%3$s）"),
    MAP_SENTENCE("Imports of %1$s: %2$s.", "輸入額は%1$s、主な供給国は%2$sです。"),
    MAP_STRAITS("Through straits: %1$s.", "海峡を通る割合は%1$sです。"),
    MAP_SCALE("%1$s a year", "年間%1$s"),
    WITH_SHARE("%1$s %2$s", "%1$s（%2$s）"),
    OTHER_MINERALS("Other minerals (%1$s)", "その他の鉱物（%1$s種）"),
    STRAITS("Straits", "海峡"),
    STRAITS_HEAD("Straits, with the part of these imports that passes", "海峡と、この輸入のうち通過する割合"),
    SHARE_OF_IMPORTS("Share of these imports", "この輸入に占める割合"),
    NO_MAP("The home partners import nothing from outside.", "パートナー国の域外からの輸入はありません。"),
    TIERS("Who stands behind it, tier by tier", "誰が背後にいるか：段階ごとの生産国"),
    TIERS_INTRO(
            "Seen from each partner: a product on top, and under it, stage by stage down to the mine, the countries that did the work, also through third countries. The dashed line marks %1$s. Shares assume that what mixes at a place leaves it in equal proportions.",
            "各パートナー国から見た図です。上段が製品で、下へ段階ごとに鉱山まで、その工程を担った国を第三国経由も含めて示します。破線は%1$sです。ある場所で混ざったものは同じ割合で出ていくと仮定しています。"),
    SEEN_FROM("Seen from %1$s", "%1$sから見ると"),
    TIERS_TITLE("%1$s: who stands behind what %2$s uses, %3$s", "%2$sが使う%1$sの背後にいる国（%3$s）"),
    TIERS_SENTENCE("From the mine up: %1$s.", "鉱山から順に、%1$s。"),
    TIER_LEADER("%1$s %2$s %3$s", "%1$sは%2$s（%3$s）"),
    TIERS_TOUCHED("%2$s of it passed through %1$s at some stage.", "いずれかの段階で%1$sを経たものは%2$sに上ります。"),
    ELEMENT_IN("%1$s in: %2$s", "%2$sに含まれる%1$s"),
    TIER("Tier", "段階"),
    TOUCHED("passed through at any stage", "いずれかの段階で経由"),
    TOUCHED_BY("Passed through at any stage", "いずれかの段階で経由した国"),
    ALSO_TOUCHED("Other elements in it that passed through %1$s", "含まれる他の元素のうち%1$sを経た割合"),
    SHIPPED("shipped through at any stage", "いずれかの段階で通過した海峡"),
    SHIPPED_THROUGH("Shipped through at any stage", "いずれかの段階で通過した海峡"),
    PROGRESS_TITLE(
            "Progress to the target of %1$s: the largest part from one country outside, %2$s to %3$s",
            "目標%1$sへの歩み：域外の一国からの最大シェア（%2$s→%3$s）"),
    PROGRESS_SENTENCE(
            "Of %1$s commodities, %3$s lie above %2$s in %4$s and %5$s in %6$s. The arrow goes from the circle to the end of the period; plain means that the target is met.",
            "%1$s品目のうち%2$sを超えるのは%4$sに%3$s品目、%6$sに%5$s品目です。矢印は丸（期首）から期末の値へ向かい、無地は目標の達成を表します。"),
    COMPARED_INTRO(
            "Published figures against the model. Figures from which the case was made must come out again and prove nothing; the others were left aside and are the test.",
            "公表値とモデルの比較です。ケースの作成に使った値は再現されて当然で、検証にはなりません。使わずに残しておいた値との一致だけが検証になります。"),
    COMPARED_INDEPENDENT("Figures that were not used to make the case (%1$s)", "ケースの作成に使わなかった公表値（%1$s件）"),
    COMPARED_FITTED("Figures that the case was made from (%1$s)", "ケースの作成に使った公表値（%1$s件）"),
    COMPARED_SENTENCE(
            "%1$s of %2$s lie within their tolerance, %3$s outside, %4$s have nothing to compare with.",
            "%2$s件のうち%1$s件が許容範囲内、%3$s件が範囲外、%4$s件は比較対象がありません。"),
    TOO_LOW("‹ model too low", "‹ モデルが小さい"),
    TOO_HIGH("model too high ›", "モデルが大きい ›"),
    WITHIN_TOLERANCE("within tolerance", "許容範囲"),
    PRODUCTION("production", "生産"),
    PRODUCTION_SHARE("share of production", "生産シェア"),
    TRADE("trade", "貿易"),
    IMPORT_SHARE("share of imports", "輸入シェア"),
    PRICE("price", "価格"),
    NARROWER("%1$s (%2$s)", "%1$s（%2$s）"),
    POINTS("%1$s pt", "%1$sポイント"),
    FIGURE("Figure", "公表値の対象"),
    PUBLISHED("Published", "公表値"),
    TOLERANCE("Tolerance", "許容差"),
    INSIDE("inside", "範囲内"),
    OUTSIDE("outside", "範囲外"),
    NOT_COMPARED("nothing to compare", "比較対象なし"),
    NO_TIERS("The case names no home partner that uses anything.", "このケースには使用量のあるパートナー国がありません。");

    private final String en;
    private final String ja;

    WorldWords(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
