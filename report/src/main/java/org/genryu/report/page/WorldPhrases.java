package org.genryu.report.page;

import org.genryu.casefile.SupplyCase;
import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// The texts of the sections on the world: map, tiers, comparison, progress and risk. Blanks as in [PagePhrases].
enum WorldPhrases implements Phrase {
    MAP("Where it comes from, and by which way", "どこから、どの航路で来るか"),
    MAP_INTRO(
            "What %1$s import from outside, by way of transport. Lines are as wide as what passes is worth and grow where ways meet; dashed lines go over land or air. Numbers mark straits. Inputs that other countries needed before stand in the next section.",
            "%1$sが域外から輸入するものの経路です。線の太さは通過する価額で、航路が合流すると太くなります。破線は陸路・空路です。番号は海峡を示します。相手国が使った原料の経路は次の節にあります。"),
    MAP_TITLE("%1$s: imports of %2$s, %3$s", "%1$s：%2$sの輸入経路（%3$s）"),
    MAP_SENTENCE("Imports of %1$s: %2$s.", "輸入額は%1$s、主な供給国は%2$sです。"),
    MAP_STRAITS("Through straits: %1$s.", "海峡を通る割合は%1$sです。"),
    MAP_SCALE("%1$s a year", "年間%1$s"),
    WITH_SHARE("%1$s %2$s", "%1$s（%2$s）"),
    OTHER_MINERALS("Other minerals", "その他の鉱物"),
    STRAITS("Straits", "海峡"),
    STRAITS_HEAD("Straits, with the part of these imports that passes", "海峡と、この輸入のうち通過する割合"),
    SHARE_OF_IMPORTS("Share of these imports", "この輸入に占める割合"),
    NO_MAP("The home partners import nothing from outside.", "パートナー国の域外からの輸入はありません。"),
    TIERS("Who stands behind it, tier by tier", "誰が背後にいるか：段階ごとの生産国"),
    TIERS_INTRO(
            "Seen from each partner: a product on top, and under it, stage by stage down to the mine, the countries that did the work, also through third countries. The dashed line marks %1$s. Shares assume that what mixes at a place leaves it in equal proportions.",
            "各パートナー国から見た図です。上段が製品で、下へ段階ごとに鉱山まで、その工程を担った国を第三国経由も含めて示します。破線は%1$sです。ある地点で混ざったものは同じ割合で出ていくと仮定しています。"),
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
            "目標%1$sへの歩み：域外の一国からの最大割合（%2$s→%3$s）"),
    PROGRESS_SENTENCE(
            "Of %1$s commodities, %3$s lie above %2$s in %4$s and %5$s in %6$s. The arrow goes from the circle to the end of the period; plain means that the target is met.",
            "%1$s品目のうち%2$sを超えるのは%4$sに%3$s品目、%6$sに%5$s品目です。矢印は丸（期首）から期末の値へ向かい、無地は目標の達成を表します。"),
    PLANTS("Plants: capacity and utilisation", "プラントの能力と稼働率"),
    PLANTS_SENTENCE(
            "In %1$s, %3$s of %2$s plants with a limit run at it. The table begins with those whose output is worth most.",
            "%1$sに能力の上限で稼働するプラントは、上限のある%2$s基のうち%3$s基です。表は生産額の大きい順です。"),
    PLANT("Plant", "プラント"),
    STATUS("Status", "状態"),
    CAPACITY_AT("Capacity a year, %s", "能力（年、%s）"),
    UTILISATION_AT("Utilisation, %s", "稼働率（%s）"),
    OPERATING("operating", "稼働中"),
    BUILDING("building", "建設中"),
    PLANNED("planned", "計画"),
    CANDIDATE("candidate", "候補"),
    CLOSED("closed", "閉鎖"),
    SHELF("What the scenarios come to", "シナリオの結果"),
    SHELF_SENTENCE(
            "Each scenario of the case month by month against the calm world, at home: %1$s of %2$s were gone through, in %3$s of them a use runs short. genryu stress --scenario ID tells one of them month by month.",
            "ケースの各シナリオを月ごとに平時と比べた、自国・パートナー国での結果。%2$s件中%1$s件を計算し、%3$s件で不足が生じる。genryu stress --scenario ID で月ごとに示す。"),
    PROJECTS("Projects", "プロジェクト"),
    PROJECT("Project", "プロジェクト"),
    PROJECTS_INTRO(
            "The term sheets of the case at the prices of this run, year by year, in their base case. Debt as the sheet signs it meets these prices; costs of what a plant buys follow the sheet and not the run, and what that leaves out stands in the last column.",
            "ケースのタームシートを、この計算の各年の価格で評価しました（基本ケース）。返済はシートの借入条件によります。原料費はシートの通りで計算した価格には従わないため、その差を最後の列に示します。"),
    PROJECTS_SENTENCE(
            "Of %1$s projects, %2$s sell on markets of this run; %3$s of these are worth more than they cost.",
            "%1$s件のうち、この計算の市場で販売するのは%2$s件、そのうち%3$s件は費用を上回る価値があります。"),
    PROJECTS_TITLE("Projects at the prices of this run", "この計算の価格によるプロジェクトの評価"),
    NEEDS("What the signed debt needs", "借入の返済に要る支援"),
    CURRENCY("Currency", "通貨"),
    NPV_SHEET("NPV, sheet's prices", "NPV（シートの価格）"),
    NPV_RUN("NPV, this run's", "NPV（この計算の価格）"),
    IRR_SHEET("IRR, sheet's prices", "IRR（シートの価格）"),
    IRR_RUN("IRR, this run's", "IRR（この計算の価格）"),
    DSCR_SIGNED("Least DSCR, debt as signed", "最小DSCR（シートの借入）"),
    FEED_DRIFT("Dearer inputs, not in NPV", "NPVに含まない原料高"),
    OUTSIDE_THE_CASE("sells nothing on a market of this run", "この計算の市場では販売しない"),
    NO_DEBT("signs no senior debt", "優先借入なし"),
    NOTHING_NEEDED("nothing", "なし"),
    NOT_REACHABLE("no kind of support reaches it", "どの支援でも届かない"),
    SUPPLY_TITLE("What the projects add, in their best year", "プロジェクトの供給（最大の年）"),
    OUTPUT("Output a year", "年間の生産量"),
    IN_RUN("Of its plants in this run", "この計算でのプラントの生産量"),
    HOME_USE("Use of %s", "%sの使用量"),
    OF_HOME_USE("Output over use", "使用量に対する生産量"),
    RISK("Indicators of supply risk, side by side", "供給リスク指標の比較"),
    RISK_INTRO(
            "The published indicators on the amounts of the first period. They measure different things and are never averaged. A dash means that the case does not hold what the formula needs.",
            "公表されている指標を最初の期の数量に当てはめました。測るものが異なるため平均はしません。「—」は、式に必要なデータがケースにないことを表します。"),
    RISK_TITLE("Seen from %1$s, %2$s", "%1$sから見た指標（%2$s）"),
    RISK_SENTENCE(
            "Of %1$s commodities that it has, %2$s hang on a single point of failure.",
            "調達する%1$s品目のうち、%2$s品目が一国に決定的に依存しています（単一障害点）。"),
    LEADER("Largest maker", "最大の生産国"),
    LEADER_SHARE("Its share", "その割合"),
    SINGLE_POINT("Single point of failure", "単一障害点"),
    N_1("N-1 cover", "N-1カバー率"),
    IMPORT_RELIANCE("Import reliance", "輸入依存度"),
    EU_SR("EU supply risk", "EU供給リスク（SR）"),
    EU_EI("EU economic importance", "EU経済的重要性（EI）"),
    GEOPOLRISK("GeoPolRisk score", "GeoPolRiskスコア"),
    USGS_TE("USGS trade exposure", "USGS貿易エクスポージャー（TE）"),
    UNSCORED("Makers without governance score", "統治スコアのない生産国の割合"),
    FORMULAS("Formulas and editions", "計算式と版"),
    F_HHI("HHI = Σ s², shares of countries in world production.", "HHI＝Σs²（sは世界生産に占める国別割合）。"),
    F_SINGLE(
            "Single point of failure: the largest maker has a half or more, the next less than a third.",
            "単一障害点：最大の生産国が2分の1以上で、次の国が3分の1未満。"),
    F_N_1(
            "N-1 cover = (S − S_top) / (D − D_top): supply without the largest maker over the demand of the others (IEA).",
            "N-1カバー率＝(S − S_top) / (D − D_top)：最大の生産国を除いた供給と、同国を除いた需要の比（IEA）。"),
    F_IR(
            "Import reliance = (imports − exports) / (production + imports − exports).",
            "輸入依存度＝（輸入 − 輸出）/（生産 + 輸入 − 輸出）。"),
    F_EU(
            "EU SR = [HHI(GS)·IR/2 + HHI(EU)·(1 − IR/2)]·(1 − EoL_RIR)·SI with HHI = Σ S²·WGI·t (Blengini et al. 2017); here the partner stands for the EU, t = 1, SI = 1 and EoL_RIR = 0, so it is an upper reading. 1.0 or more counts as high.",
            "EU SR＝[HHI(GS)·IR/2 + HHI(EU)·(1 − IR/2)]·(1 − EoL_RIR)·SI、HHI＝ΣS²·WGI·t（Blengini et al. 2017）。ここではEUの代わりに当該国を置き、t＝1、SI＝1、EoL_RIR＝0とするため高めの値です。1.0以上が高リスク。"),
    F_EI(
            "EU EI = Σ A·Q / max Q · 10 · SI needs the value added by use for all uses of a material: not in the case.",
            "EU EI＝ΣA·Q / max Q·10·SIには全用途の付加価値が必要ですが、ケースにありません。"),
    F_GEOPOLRISK(
            "GeoPolRisk = HHI · Σ g·f / (p + F), g = (2.5 − PV)/5 (Santillán-Saldivar et al. 2022), with the partners at the border.",
            "GeoPolRisk＝HHI·Σg·f /（p + F）、g＝(2.5 − PV)/5（Santillán-Saldivar et al. 2022）。相手国は国境での輸入先です。"),
    F_USGS(
            "USGS SR = (DP·TE·EV)^(1/3) (Nassar et al. 2020): only TE, net imports and stock release over all supply, can be worked out; DP and EV need indices that the case does not hold.",
            "USGS SR＝(DP·TE·EV)^(1/3)（Nassar et al. 2020）。計算できるのはTE（純輸入と在庫放出の供給に対する比）だけで、DPとEVに必要な指標はケースにありません。"),
    F_GOVERNANCE(
            "Governance: World Bank, Worldwide Governance Indicators, edition %1$s, the mean of four of the six estimates; a country without score gets the middle of the scale.",
            "統治指標：世界銀行WGI、%1$s版。6指標のうち4指標の平均で、スコアのない国は目盛りの中央とします。"),
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
    WORLD("world", "世界"),
    PRODUCTION("production", "生産"),
    PRODUCTION_SHARE("share of production", "生産割合"),
    TRADE("trade", "貿易"),
    IMPORT_SHARE("share of imports", "輸入割合"),
    PRICE("price", "価格"),
    NARROWER("%1$s (%2$s)", "%1$s（%2$s）"),
    POINTS("%1$s pt", "%1$sポイント"),
    FIGURE("Figure", "公表値の対象"),
    PUBLISHED("Published", "公表値"),
    TOLERANCE("Tolerance", "許容差"),
    INSIDE("inside", "範囲内"),
    OUTSIDE("outside", "範囲外"),
    NOT_COMPARED("nothing to compare", "比較対象なし"),
    DETERMINED("No other flows cost as little: the shares are determined.", "同じ費用の流れはほかになく、割合は一意です。"),
    BY_WAY_OF("through %1$s", "%1$s経由"),
    RANGED(
            "Other flows cost the same; in those that were found the shares reach from .. to: %1$s.",
            "同じ費用の流れがほかにもあります。見つかった流れでの割合の幅：%1$s。"),
    NOT_RANGED(
            "Whether other flows cost the same was not worked out here; `genryu trace` asks.",
            "同じ費用の流れがほかにあるかはここでは計算していません。`genryu trace` で確かめられます。"),
    NO_TIERS("The case names no home partner that uses anything.", "このケースには使用量のあるパートナー国がありません。");

    private final String en;
    private final String ja;

    WorldPhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    /// A status of processes.csv.
    static WorldPhrases status(SupplyCase.Status status) {
        return valueOf(status.name());
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
