package org.genryu.report.stress;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// The texts of the page about a stress. Blanks as in [Phrase].
enum StressPagePhrases implements Phrase {
    KIND("Genryu stress", "源流 ストレス"),
    FACTS(
            "Genryu %1$s · scenario %2$s · %3$s to %4$s, month by month · money in %5$s",
            "Genryu %1$s · シナリオ %2$s · %3$s〜%4$s（月ごと） · 金額は%5$s"),
    FOOTER(
            "Made by Genryu. Everything is told against the calm world; an assumption is marked as one.",
            "Genryuが作成。すべて平時との比較です。仮定には印を付けています。"),

    SHELF_FACTS(
            "Genryu %1$s · scenarios side by side, month by month · money in %2$s",
            "Genryu %1$s · シナリオの比較（月ごと） · 金額は%2$s"),
    BESIDE("Side by side", "並べて比較"),
    ROWS("One row a scenario", "シナリオごとの一行"),

    SWING_TITLE(
            "One of %2$s uncertain numbers at a time; with all at their centre users at home lose %1$s",
            "不確かな数値%2$s件を一つずつ変更。すべて中心値なら自国・パートナー国の利用者の損失は%1$s"),
    SWING_HEAD("They lose", "損失"),
    SWING("%4$s to %5$s: %1$s of %2$s (%3$s)", "%4$s〜%5$s：%2$sの%1$s（%3$s）"),
    SWING_SURE(
            "Each at its 10%% and 90%% quantile, all others at their centre; what two do together is not in it (--futures)",
            "各数値を10%%点と90%%点に置き、他は中心値。組み合わせの効果は含まない（--futures）"),
    NODES("%1$s: what home loses without each node, from %2$s", "%1$s：結節点を失ったときの自国・パートナー国への影響（%2$sから）"),
    AT_RISK_NODES("At risk", "危険"),
    BRIDGED("Bridged", "耐えられる"),
    NODE_ENTRY("%1$s: holds out %2$s of %3$s months; %4$s; %5$s", "%1$s：%3$sか月のうち%2$sか月持ちこたえる。%4$s。%5$s"),
    NODE_LACKS("%1$s, %2$s -%3$s", "%2$sの%1$s -%3$s"),
    NODE_LOSES("users lose %1$s, economies %2$s", "利用者の損失%1$s、経済の損失%2$s"),
    NODE_BRIDGED("%1$s (%2$s months)", "%1$s（%2$sか月）"),
    NODE_NONE("no answer: %s", "解なし：%s"),
    NO_NODES("none", "なし"),
    SURE("How sure", "確かさ"),
    NODE_SURE(
            "A node is lost without warning and works again after what is assumed for its kind (plants 6 months, routes 3, straits 3, countries 12; --recover says otherwise). Time to survive here is what the months do, not the best that could be done",
            "結節点は予告なく失われ、種類ごとの仮定（工程6・輸送路3・海峡3・国12か月。--recover で変更）の後に復旧する。持ちこたえる期間は月ごとの計算の結果であり、最善を尽くした場合の上限ではない"),

    SHORT("Who runs short, and when", "誰がいつ不足するか"),
    NOBODY("At home no use lacks more than a hundredth of what it gets in calm.", "自国・パートナー国で平時より百分の一を超えて減る用途はありません。"),
    SHORT_TITLE("What uses at home lack, by month", "自国・パートナー国の用途の不足（月ごと）"),
    SHORT_SENTENCE(
            "%1$s uses run short; the tallest bar is %2$s of what is wanted. The costliest come first.",
            "%1$s件の用途が不足します。最も高い棒は必要量の%2$sです。損失の大きい順です。"),
    SURVIVAL("How long each use holds out", "各用途が持ちこたえる期間"),
    COUNTRIES("How long each country holds out, and with what", "国と品目ごとの持ちこたえる期間"),
    COVER("Days of cover at the start", "当初の在庫日数"),
    OPEN_COVER("without strategic stock", "国家備蓄を除く在庫日数"),
    RECOVER_AFTER("Service whole after, months", "供給が戻るまでの月数"),
    EMPTY("Runs out first", "最初に尽きる在庫"),
    WHOLE_AFTER("Stocks whole after, months", "在庫が戻るまでの月数"),
    ALL("all", "全体"),
    WHO("Use", "用途"),
    UNIT("Unit", "単位"),
    MONTH("Month", "月"),
    WANTED("Wanted", "必要量"),
    SERVED("Served", "供給量"),
    LACKING("Lacking", "不足"),
    COMMODITY("Commodity", "品目"),
    USE("Use", "用途"),
    PLACE("Place", "地点"),
    FIRST("Short from", "不足開始"),
    SURVIVE("Holds out, months", "持ちこたえる月数"),
    WORST("Worst month", "最悪の月"),
    PART("Largest part lacking", "最大の不足割合"),
    RECOVER("Whole again from", "回復"),
    LOST("Users lose", "利用者の損失"),

    PRICES("Prices inside and outside", "域内と域外の価格"),
    NO_MOVE("No price at home moves by 5%% or more.", "自国・パートナー国の価格に5%%以上の動きはありません。"),
    PRICE_TITLE("Prices by month beside the calm world", "月ごとの価格と平時の価格"),
    PRICE_SENTENCE(
            "%1$s of %2$s commodities whose price at home moves, the costliest first; where the imposing side has another price, it is the third line.",
            "価格が動く%2$s品目のうち、影響額の大きい%1$s品目です。発動側の価格が異なる場合は三本目の線で示します。"),
    CALM_PRICE("Price in calm", "平時の価格"),
    PRICE("Price", "価格"),
    CALM("calm", "平時"),

    STOCKS("Stocks", "在庫"),
    NO_STOCK("No stock at home falls.", "自国・パートナー国の在庫は減りません。"),
    STOCK_TITLE("Stocks at home by month", "自国・パートナー国の在庫（月末）"),
    STOCK_SENTENCE("%1$s of %2$s stocks that fall, those that run out first come first.", "減る在庫%2$s件のうち、先に尽きる%1$s件です。"),
    STOCK("Stock", "在庫"),
    USUAL("Level in calm", "平時の水準"),
    LEVEL("Level", "水準"),

    PLANTS("Plants", "プラント"),
    NO_PLANT("No plant makes more than a hundredth more or less.", "百分の一を超えて増減するプラントはありません。"),
    PLANT_TITLE("What plants at home make, by month", "自国・パートナー国のプラントの生産量（月ごと）"),
    PLANT_SENTENCE(
            "%1$s plants at home; the table has all %2$s that make more or less than in calm.",
            "自国・パートナー国の%1$s基です。表には平時から増減する全%2$s基があります。"),
    PLANT("Plant", "プラント"),
    CHANGE("Change", "変化"),
    MORE("More than in calm", "平時との差"),
    SHUT("Months mothballed", "休止月数"),
    MADE("made", "生産量"),

    COSTS("What it costs", "費用"),
    COSTS_SENTENCE(
            "Users of the world lose %1$s against calm, those at home %2$s. A gain stays a gain.",
            "利用者の損失は平時比で世界%1$s、自国・パートナー国%2$s。得をした分は差し引かれています。"),
    COUNTRY("Country", "国"),
    USERS_LOSE("Users lose against calm", "利用者の損失（平時比）"),
    INDUSTRY("Industry", "産業"),
    AT_RISK("Value added that cannot be made", "生み出せない付加価値"),

    MEASURES("Measures", "対策"),
    MEASURE("Measure", "対策"),
    PAYER("Paid by", "負担者"),
    NET("Costs", "費用"),
    HOLDS("Still holds at the end", "期末に残る価値"),
    NOT_ASKED(
            "What each measure is worth was not asked for: --measures says it.", "各対策の効果は計算していません（--measures で計算します）。"),
    EFFECTS("What each measure is worth", "各対策の効果"),
    EFFECTS_SENTENCE(
            "The same events without any measure, with each alone, and with all. Effects do not add. Only what happens at home.",
            "同じ事象について、対策なし、各対策だけ、すべての対策を比べます。効果は足し算になりません。自国・パートナー国のみ。"),
    WITH("With", "条件"),
    SPARED("Spared", "防いだ損失"),
    PLANTS_EARN("Plants sell, less inputs, against calm", "プラントの売上（投入額を除く、平時比）"),
    SHORTS("Uses short", "不足する用途"),
    NO_MEASURE("no measure", "対策なし"),
    ALL_MEASURES("all measures", "すべての対策"),
    NO_EVENT("all measures, no event", "事象なし・すべての対策"),

    SAYS("What the scenario says", "シナリオの内容"),
    WHAT("What", "種類"),
    WORDS("Words", "内容"),
    IN_FORCE("In force", "期間"),
    SOURCE("Source", "出典"),
    SINCE("from %s", "%sから"),
    FROM_TO("%1$s to %2$s", "%1$s〜%2$s");

    private final String en;
    private final String ja;

    StressPagePhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
