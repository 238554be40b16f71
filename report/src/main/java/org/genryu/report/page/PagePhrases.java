package org.genryu.report.page;

import org.genryu.balance.BalanceResult;
import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// Every text of the page, once, in both languages. `%s` stands for what is filled in; both languages take it in the
/// same order unless numbered.
enum PagePhrases implements Phrase {
    REPORT("Genryu report", "源流レポート"),
    SCENARIO("Scenario", "シナリオ"),
    CASE("Case", "ケース"),
    LABEL("Label", "公開区分"),
    NO_LABEL("no label", "指定なし"),
    COLON(": ", "："),
    LIST(", ", "、"),
    OTHERS("others (%s)", "その他（%s）"),
    OTHER("others", "その他"),
    STOCK("stock", "在庫"),
    RUN_FACTS(
            "Case %s · scenario %s · label: %s · Genryu %s · case hash %s",
            "ケース %s ・ シナリオ %s ・ 公開区分：%s ・ Genryu %s ・ ケースのハッシュ値 %s"),
    MISSING("—", "—"),
    COUNTRY("Country", "国"),
    PLACE("Place", "地点"),
    COMMODITY("Commodity", "品目"),
    STAGE("Stage", "段階"),
    PERIOD("Period", "期"),
    UNIT("Unit", "単位"),
    SHARE("Share", "割合"),
    AMOUNT("Amount", "数量"),
    FROM("From", "供給側"),
    TO("To", "需要側"),
    USE("Use", "用途"),

    NO_FIXED_SHORT("No demand of a fixed amount runs short.", "量の決まった需要に不足はありません。"),
    HELD_TITLE("What price keeps out of reach of the home partners", "価格高騰によりパートナー国の手に届かない量"),
    HELD_SENTENCE(
            "%1$s demands (of %2$s in the case) go without at least a tenth of what they want; each bar is the part that is missing, the tallest %3$s.",
            "ケースの需要%2$s件のうち、パートナー国の%1$s件が必要量の1割以上を手に入れられません。棒はその割合で、最大は%3$sです。"),
    NOBODY_SHORT("Nobody runs short in this scenario.", "このシナリオでは不足は生じません。"),
    SURE_ORIGIN(
            "Origin counts where a thing was made, also when it came through third countries; what mixes at a place is assumed to leave it in equal proportions.",
            "原産は第三国を経由した分も含めて生産国で数えます。ある地点で混ざったものは、同じ割合で出ていくと仮定します。"),

    CHAIN("From the mine to the use", "鉱山から用途まで"),
    CHAIN_INTRO(
            "Each bar is a country at a stage of the chain, each band what one country made and another used at a later stage. All widths have one scale. ↻ is what comes back as scrap or goes back to be recycled, ▤ is drawn from stock, ⇄ moves from country to country within a stage.",
            "縦棒は各段階の国、帯はある国が生産し別の国が後の段階で使った量で、太さはすべて同じ縮尺です。↻は回収・再利用される量、▤は在庫からの取り崩し、⇄は同じ段階内の国どうしのやりとりを表します。"),
    CHAIN_TITLE("%1$s: who makes it and who uses it, %2$s", "%1$sの流れ：誰が作り、誰が使うか（%2$s）"),
    CHAIN_SENTENCE("%1$s: %2$s leads with %3$s", "%1$sは%2$sが首位（%3$s）"),
    CHAIN_KIND("Kind", "種類"),
    LINK("flow", "流れ"),
    RECYCLED_IN("recycled input", "再生原料の投入"),
    RECYCLED_OUT("returned for recycling", "回収"),
    FROM_STOCK("from stock", "在庫から"),
    WITHIN_IN("received within the stage", "同じ段階内での受け入れ"),
    WITHIN_OUT("passed on within the stage", "同じ段階内での引き渡し"),
    FINAL_USE("use", "最終用途"),
    NO_CHAIN(
            "The case says neither what elements its commodities contain nor which belong together, so there is no chain to draw.",
            "品目の含有元素もグループも指定がないため、供給網の図は描けません。"),

    PRICES("Prices", "価格"),
    PRICES_INTRO(
            "A price is what one more unit would cost at a place, in money of %1$s. Where the market stands at a kink the price is an interval, drawn as a band: from what one unit less would save to what one unit more would cost. A price can be zero or negative: a by-product that must be got rid of.",
            "価格はその地点でもう1単位を得るための費用です（%1$s年価格）。需給が折れ点にあるとき価格は幅をもち、帯で示します。下端は1単位減らすと節約できる額、上端は1単位増やすとかかる額です。ゼロや負の価格もあり得ます（処分が必要な副産物など）。"),
    PRICE_OF("%1$s [%2$s]", "%1$s［%2$s］"),
    PRICES_TITLE("Prices by commodity and place", "品目・地点別の価格"),
    PRICES_CUT(
            "The %1$s most valuable of %2$s commodities are drawn; all are in prices.csv.",
            "取引額の大きい%1$s品目を図示しています（全%2$s品目はprices.csv）。"),
    PRICE("Price", "価格"),
    PRICE_LOW("Lower end", "下限"),
    PRICE_HIGH("Upper end", "上限"),
    TRADE_UNIT("Unit of the trade", "取引の単位"),
    TRADE_PRICE("Price in it", "その単位での価格"),
    PRICE_MOVES("from %1$s to %2$s", "%1$sから%2$sへ"),
    NO_BOUND("no bound, or not worked out", "限界なし、または未計算"),

    SHORTAGES("Shortages", "不足"),
    SHORT_TITLE("Who runs short, when and how much", "誰が、いつ、どれだけ不足するか"),
    SHORT_SENTENCE(
            "%1$s of %2$s demands run short; each bar is the part that is missing, the tallest %3$s.",
            "%2$s件の需要のうち%1$s件で不足が生じます。棒は足りない割合で、最大は%3$sです。"),
    WANTED("Wanted", "必要量"),
    SERVED("Served", "供給量"),
    SHORT_SHARE("Part missing", "不足率"),
    FORGONE("How the home partners' demands react to price", "パートナー国の需要の価格への反応"),
    FORGONE_TEXT(
            "A demand that reacts to price buys less when it is dear. Up to a point that is saving; where nearly nothing is bought at any price, it is a shortage by another name.",
            "価格に反応する需要は、高くなれば買う量を減らします。ある程度までは節約ですが、ほとんど買えなくなれば不足と変わりません。"),
    CHANGE("Change", "変化"),

    DEPENDENCE("Dependence by stage", "段階別の依存度"),
    DEPENDENCE_INTRO(
            "The dashed line marks a share of %1$s. A first part that crosses it is more than the programme wants from one country outside; what the partners make themselves stands last. HHI is the sum of the squared shares: 1 is a single maker, 0.25 is like four equal ones.",
            "破線は割合%1$sの位置です。先頭の区分がこれを越えると、域外の一国への依存が目標を超えています。パートナー国自身の生産分は右端に置きます。HHIは割合の2乗和で、1は1か国独占、0.25は同規模の4か国に相当します。"),
    HOME_TITLE("Where it was made: what %1$s used in %2$s", "%1$sが使ったものの生産国（%2$s）"),
    HOME_SENTENCE(
            "Of %1$s commodities, %2$s come to more than %3$s from one country outside.",
            "%1$s品目のうち%2$s品目で、域外の一国への依存が%3$sを超えています。"),
    WORLD_TITLE("Who makes it: world production in %s", "世界の生産国（%s）"),
    WORLD_SENTENCE(
            "For %2$s of %1$s commodities one country makes more than half.", "%1$s品目のうち%2$s品目で、一国が世界生産の半分超を占めます。"),
    HHI("HHI", "HHI"),

    BASE("The base year against observation", "基準年の実績との比較"),
    BASE_TITLE("Observed and modelled, %s", "実績とモデル（%s）"),
    BASE_SENTENCE(
            "Distance %1$s: %2$s of %3$s observed values are met within 1%%; the largest gap is %4$s (%5$s against %6$s).",
            "乖離は%1$sです。実績値%3$s件のうち%2$s件を1%%以内で再現し、最大の差は%4$s（実績%5$s、モデル%6$s）です。"),
    BASE_ALL("Distance %1$s: all %2$s observed values are met within 1%%.", "乖離は%1$sで、実績値%2$s件のすべてを1%%以内で再現しています。"),
    BASE_WEDGE(
            "The wedge is what has to be added to the cost of a plant or lane so that the observed amount is a best answer: what the model does not know.",
            "ウェッジとは、実績量が最適解になるように設備や輸送路の費用に加える額で、モデルが知らない事情を表します。"),
    NO_BASE(
            "The case holds no observed values, or the run was made without calibration: nothing to compare.",
            "実績値がないか、較正なしの計算のため、比較はありません。"),
    BASE_ASSUMED(
            "%1$s of the %2$s values stand in rows that rest on assumptions, so meeting them shows that the figures agree with each other, not that the world does.",
            "%2$s件の値のうち%1$s件は仮定を含む行の値であり、一致は数値どうしの整合を示すもので、現実との独立した一致を示すものではありません。"),
    LARGEST_GAPS("The largest gaps", "差の大きいもの"),
    KIND("Kind", "種類"),
    WHAT("What", "対象"),
    OBSERVED("Observed", "実績"),
    MODEL("Model", "モデル"),
    DIFFERENCE("Difference", "差"),
    WEDGE("Wedge", "ウェッジ"),
    ACTIVITY("activity", "稼働量"),
    FLOW("trade", "貿易"),
    OBSERVED_AXIS("observed", "実績"),
    MODEL_AXIS("model", "モデル"),

    MONEY("Who earns what", "誰がどれだけ得るか"),
    MONEY_TITLE("Profit by country, discounted", "国別の利益（割引後）"),
    MONEY_SENTENCE("%1$s earns most: a profit of %2$s over the horizon.", "利益が最も大きいのは%1$sで、期間全体で%2$sです。"),
    NOBODY_EARNS("Nobody earns more than the costs over the horizon.", "期間全体で費用を上回る利益を得る者はいません。"),
    OWNER_TITLE("Profit by owner, discounted", "所有者別の利益（割引後）"),
    SEVERAL_OWNERS("Several owners, not told apart", "複数の所有者（内訳なし）"),
    PROFIT("Profit", "利益"),
    TARIFFS("Tariffs taken", "関税収入"),
    SURPLUS("Consumer surplus", "消費者余剰"),
    OWNER("Owner", "所有者"),
    IDENTITIES("The identities of the run", "収支の恒等式"),
    IDENTITIES_TEXT(
            "What users pay is cost, rent, and what the data of the base year leave unexplained. Shortage costs are paid to nobody and stand apart. Consumer surplus and welfare rest on the assumed demand curves and shortage costs: compare them between runs, not with a budget. The last column says how well an identity holds.",
            "利用者が支払う額は、費用、レント、そして基準年のデータで説明できない残差の和です。不足費用は誰にも支払われないため、別に示します。消費者余剰と厚生は仮定した需要曲線と不足費用によるため、額そのものではなく計算どうしの差を見てください。恒等式がどの程度成り立つかを最終列に示します。"),
    IDENTITY("Identity", "恒等式"),
    VALUE("Value", "値"),
    HOLDS("Holds within", "誤差"),
    PAYMENTS("Payments: what users pay", "支払い（利用者が払う額）"),
    COSTS("Costs", "費用"),
    OF_WHICH_TARIFFS("of which tariffs, taken by the importing countries", "うち関税（輸入国の収入）"),
    RENTS(
            "Rents of scarce capacity, sites, stocks and reserves, and of the cheaper producers",
            "レント（希少な設備・用地・在庫・埋蔵量と、より安い生産者の取り分）"),
    RESIDUAL("Left unexplained by the data of the base year", "基準年のデータで説明できない残差"),
    SHORTAGE_COSTS("Shortage costs, in no other sum", "不足費用（ほかの額には含まない）"),
    WELFARE("Welfare: consumer surplus + rents + tariffs", "厚生（消費者余剰＋レント＋関税収入）"),
    PAY_IS("Payments = costs + rents + residual", "支払い＝費用＋レント＋残差"),
    ZERO_PROFIT("Largest profit or loss that no limit explains, of what users pay", "制約で説明できない最大の損益（支払額比）"),

    WHY("Why these prices?", "なぜこの価格か"),
    WHY_INTRO(
            "Each price opens into the numbers that make it: the supplier of the next unit and the limits that bind.",
            "各価格を開くと、それを決める数値、つまり次の1単位の供給者と効いている制約が見えます。"),
    WHY_AT("%1$s at %2$s, %3$s", "%1$s（%2$s、%3$s）"),

    SOURCES("Sources", "出典"),
    SOURCES_INTRO(
            "Reliability of the source from A (best) to F (cannot be judged), credibility of what it says from 1 (confirmed) to 6 (cannot be judged).",
            "情報源の信頼度はA（最良）からF（判定不能）、内容の確度は1（確認済み）から6（判定不能）です。"),
    SOURCES_NONE("The case names no sources.", "このケースには出典がありません。"),
    SOURCE("Source", "出典"),
    PUBLISHER("Publisher", "発行者"),
    DATE("Date", "日付"),
    RELIABILITY("Reliability", "信頼度"),
    CREDIBILITY("Credibility", "確度"),
    ROWS("Rows that cite it", "引用する行数"),
    ASSUMPTIONS("Rows that rest on an assumption (%s)", "仮定に基づく行（%s件）"),
    UNVERIFIED("Rows whose source is marked unverified (%s)", "出典が未検証とされている行（%s件）"),
    REASON("Reason", "理由"),
    TABLE_NAME("Table", "表"),
    ROW_ID("Row", "行"),
    ROW_COUNT("Number of rows", "行数"),
    UNVERIFIED_CHIP("unverified", "未検証"),
    ASSUMPTION_CHIP("assumption", "仮定"),

    RUN("The run", "計算の記録"),
    FACT("Fact", "項目"),
    STATUS("Verdict", "判定"),
    OPTIMAL("proved optimal", "最適（証明済み）"),
    STOPPED("stopped at the time limit", "制限時間で終了"),
    NO_MORE_MEMORY("stopped: the solver's memory ran out", "ソルバーのメモリ不足で終了"),
    UNPROVED("the answer could not be proved", "解を証明できず"),
    INFEASIBLE("no answer exists", "解なし"),
    UNBOUNDED("cost falls without limit", "費用が際限なく下がる"),
    VERSION("Program version", "プログラムの版"),
    HASH("Hash of the case", "ケースのハッシュ値"),
    SEED("Seed", "乱数の種"),
    CALIBRATED("Calibrated to the base year", "基準年への較正"),
    YES("yes", "あり"),
    NO("no", "なし"),
    SOLVER("Solver", "ソルバー"),
    SIZES("Columns, rows, entries", "列数・行数・係数の数"),
    CERT_PRIMAL("Certificate: largest violation of a limit", "証明：制約の最大違反"),
    CERT_DUAL("Certificate: largest reduced cost of the wrong sign", "証明：符号が誤った被約費用の最大値"),
    CERT_GAP("Certificate: gap between the two objectives", "証明：双対ギャップ"),
    OBJECTIVE("Objective", "目的関数値"),
    FINDINGS("Warnings and notes (%s)", "警告と注記（%s件）"),
    WARNINGS("Warnings (%s): read the numbers with these", "警告（%s件）：以下を踏まえて数値をお読みください"),
    MORE_WARNINGS("%s more stand in the last section.", "ほか%s件は最後の節にあります。"),
    NO_FINDINGS("No warnings.", "警告はありません。"),

    NO_ANSWER(
            "No answer exists: the limits below clash. Without any one of them there is an answer.",
            "解がありません。次の制約が互いに矛盾しています。どれか一つを外せば解が得られます。"),
    WITHOUT_LIMIT("No answer exists: something earns without limit.", "解がありません。際限なく利益を生むものがあります。"),
    NO_TIME("Time ran out before any answer was found.", "解が一つも見つからないうちに制限時間に達しました。"),
    LIMIT("Limit", "制約"),
    FOOTER(
            "Made by Genryu, an open workbench for resource security. Figures are results of a model on the case named above; boundaries and names of places imply no position.",
            "資源安全保障のためのオープンな作業台「源流（Genryu）」による。数値は上記ケースに対するモデルの結果であり、地名や国名の表記はいかなる立場も意味しません。");

    private final String en;
    private final String ja;

    /// How a run ended that proved nothing.
    static PagePhrases stopped(BalanceResult.Cause cause) {
        return switch (cause) {
            case BalanceResult.Cause.Time _ -> STOPPED;
            case BalanceResult.Cause.Memory _ -> NO_MORE_MEMORY;
            case BalanceResult.Cause.NotProved _ -> UNPROVED;
        };
    }

    PagePhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
