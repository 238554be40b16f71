package org.genryu.report.brief;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// The sentences of the [StressBrief], in both languages. Blanks as in [Phrase].
enum StressPhrases implements Phrase {
    WHAT_IF("What if: %1$s", "もし：%1$s"),
    AGAINST("%1$s, month by month, %2$s to %3$s, against the calm world; %4$s", "%1$s（%2$s〜%3$s、月ごと）、平時との比較。%4$s"),
    IN_FORCE(
            "It is in force in the base of the case; the calm world here is the one without it",
            "ケースの基準で発効中。ここでの平時はこれがない世界"),
    SEES("actors see %s months ahead", "当事者は%sか月先まで見通す"),
    SEES_ALL("actors foresee all", "当事者はすべてを見通す"),

    SHORT("Runs short", "不足"),
    NOBODY("At home no use lacks more than a hundredth of what it gets in calm", "自国・パートナー国で平時より百分の一を超えて減る用途はない"),
    ELSEWHERE("; uses that run short elsewhere: %s", "（域外で不足する用途：%s件）"),
    USE(
            "%1$s for %2$s, %3$s: -%4$s in %5$s; short from %6$s%7$s, %8$s",
            "%3$sの%1$s（%2$s）：%5$sに-%4$s。%7$s%6$sから不足、%8$s"),
    AFTER(" after holding out %s months", "%sか月持ちこたえ"),
    AT_ONCE(", at once", "持ちこたえずに"),
    WHOLE_FROM("whole again from %s", "%sに回復"),
    NOT_WHOLE("not whole by the end", "期末までに回復せず"),
    FIRST("First to run short at home: %1$s, %2$s, %3$s", "自国・パートナー国で最初に不足するのは%2$sの%1$s（%3$s）"),

    HOLDS("Holds out: ", "持ちこたえる期間："),
    HOLDS_ALL("%s is never short", "%sに不足なし"),
    HOLDS_OUT("%1$s %2$s (%3$s), %4$s", "%1$s %2$s（%3$s）、%4$s"),
    MONTHS("%s months", "%sか月"),
    NO_MONTH("not a month", "ひと月も持たず"),
    COVERED("%s days of cover", "在庫%s日分"),
    COVERED_OPEN("%1$s days of cover, %2$s without strategic stock", "在庫%1$s日分、国家備蓄を除き%2$s日分"),
    SERVICE_AFTER("whole after %s months", "%sか月後に回復"),

    PRICES("Prices", "価格"),
    NO_MOVE("No price at home moves by 5%% or more", "自国・パートナー国の価格に5%%以上の動きはない"),
    CALM_TO("Calm → at the farthest: ", "平時 → 最も離れた月："),
    PRICE("%1$s, %2$s %3$s → %4$s (times %5$s, %6$s)", "%2$sの%1$s %3$s → %4$s（%5$s倍、%6$s）"),
    PRICE_NIL("%1$s, %2$s %3$s → next to nothing (%4$s)", "%2$sの%1$s %3$s → ほぼゼロ（%4$s）"),
    TWO_PRICES("Inside and outside: ", "域内と域外："),
    INSIDE("%1$s %2$s in %3$s, %4$s in %5$s", "%1$s %3$s%2$s、%5$s%4$s"),

    STOCKS("Stocks", "在庫"),
    NONE_EMPTY("No stock at home runs out", "自国・パートナー国で尽きる在庫はない"),
    EMPTY("Run out: ", "尽きるもの："),
    STOCK("%1$s %2$s, %3$s, %4$s (%5$s at the start)", "%3$sの%1$sの%2$s %4$s（当初%5$s）"),
    COMMERCIAL("in commercial stock", "民間在庫"),
    STRATEGIC("in strategic stock", "国家備蓄"),
    USERS("with users", "需要家在庫"),
    PRODUCERS("with plants", "プラント在庫"),

    DUMPED("Sold below its price beyond what is made: ", "生産を超えて安値で売られる量："),
    DUMPED_AMOUNT("%1$s %2$s from %3$s", "%3$sの%1$s %2$s"),

    COSTS("It costs", "費用"),
    USERS_LOSE("Users lose against calm: ", "利用者の損失（平時比）："),
    WORLD("world", "世界"),
    AT("%1$s %2$s", "%1$s %2$s"),
    GAINS("%1$s gains %2$s", "%1$sは%2$sの得"),
    AT_RISK("Value added that cannot be made: ", "生み出せない付加価値："),
    SECTOR("%1$s, %2$s %3$s from %4$s", "%2$sの%1$s %3$s（%4$sから）"),

    PLANTS("Plants", "プラント"),
    NO_PLANT("No plant at home makes more than a hundredth more or less", "自国・パートナー国のプラントに百分の一を超える増減はない"),
    PLANT("%1$s, %2$s %3$s (%4$s)", "%2$sの%1$s %3$s（%4$s）"),
    PLANT_AT("%1$s, %2$s", "%2$sの%1$s"),
    MOTHBALLED(", %3$s of it mothballed for %1$s months from %2$s", "、うち%3$sが%2$sから%1$sか月休止"),
    EARN("Plants at home sell for %s more than in calm, less what they take in", "自国・パートナー国のプラントの売上（投入額を除く）は平時比%s増"),
    EARN_LESS(
            "Plants at home sell for %s less than in calm, less what they take in", "自国・パートナー国のプラントの売上（投入額を除く）は平時比%s減"),

    MEASURES("Measures", "対策"),
    EVERYTHING("of everything", "全品目"),
    MEASURE("%1$s costs %2$s%3$s", "%1$s 費用%2$s%3$s"),
    PAID_BY(" (%s)", "（%s）"),
    NOBODY_PAYS(" (nobody pays)", "（負担者なし）"),
    NOT_STATED("%s: no cost is stated", "%s：費用の記載なし"),
    ALONE("%1$s alone spares users at home %2$s%3$s", "%1$sだけで利用者の損失は%2$s減%3$s"),
    ALONE_MORE("%1$s alone costs users at home %2$s more%3$s", "%1$sだけで利用者の損失は%2$s増%3$s"),
    ALONE_EARNS(", plants at home sell for %s more", "、プラントの売上は%s増"),
    PER_PAID(", %s for each paid", "、負担1当たり%s"),
    ALONE_NOTHING("%1$s alone changes what users lose by less than a hundredth%2$s", "%1$sだけでは利用者の損失は百分の一も変わらない%2$s"),
    TOGETHER(
            "All together users lose %2$s instead of %1$s (one by one they would spare %3$s)",
            "すべて合わせると利用者の損失は%1$sから%2$sに（個別に足すと%3$s減）"),
    IN_QUIET("where nothing happens they cost %s", "事象がなくても費用は%s"),
    ASK("--measures says what each is worth", "--measures で各対策の効果を示す"),

    SCENARIO("Scenario", "シナリオ"),
    SCENARIOS("Scenarios", "シナリオ"),
    FACTS("Facts changed", "変わる事実"),
    CHOICES("Choices changed", "変わる選択"),
    EMPTY_FIRST("Runs out first", "最初に尽きる在庫"),
    EMPTY_STOCK("%1$s %2$s, %3$s, %4$s", "%3$sの%1$sの%2$s（%4$s）"),
    HELD("Holds out", "持ちこたえる期間"),
    SHORT_FROM("Short from", "不足開始"),
    BACK("Whole again from", "回復"),
    LOST_PART("Largest part lacking", "最大の不足割合"),
    HOME_LOSES("Users at home lose", "自国・パートナー国の利用者の損失"),
    WORLD_LOSES("Users of the world lose", "世界の利用者の損失"),
    VALUE_ADDED("Value added lost at home", "自国・パートナー国で失われる付加価値"),
    PAID("Measures cost", "対策の費用"),
    SHORT_USE("%1$s for %2$s, %3$s", "%3$sの%1$s（%2$s）"),
    SHORT_MORE(" (and %s more)", "（ほか%s件）"),
    SHELF_ENTRY("%1$s: %2$s", "%1$s：%2$s"),
    SHELF_LACKS("%1$s, %2$s -%3$s (%4$s)", "%2$sの%1$s -%3$s（%4$s）"),
    SHELF_DEAR("no shortage, %1$s, %2$s times %3$s", "不足なし、%2$sの%1$s %3$s倍"),
    SHELF_CALM("no shortage, no price moves", "不足・値動きなし"),
    SHELF_ASK("%s scenarios, not gone through yet", "%s件（まだ計算していない）"),

    SURE("How sure", "確かさ"),
    PROVED("All months have an answer. ", "全ての月に解がある。"),
    STOPPED("Only the months before the one without an answer are told. ", "解のない月より前だけを示す。"),
    ASSUMED(
            "How fast plants, lanes and uses answer and what users keep is assumed where the case says nothing (table responses); %s rows of the case are assumptions",
            "工程・輸送路・需要の短期の応答と需要家在庫は、ケース（表 responses）にない限り仮定。ケースの仮定は%s行");

    private final String en;
    private final String ja;

    StressPhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
