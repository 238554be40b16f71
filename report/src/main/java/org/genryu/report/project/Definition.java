package org.genryu.report.project;

import java.util.Locale;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.write.Html;

/// What the numbers on the first screen of a project mean; each opens its own.
enum Definition {
    FUTURES(
            "futures", "未来",
            "Drawn worlds of prices, overrun, delay, grade, stops and seizure, with real-world probabilities. The debt is signed once, on the central case, and meets each of them as it stands.",
                    "価格・超過費用・遅延・品位・操業停止・接収を現実の確率で抽選した世界です。借入は中心値のケースで一度だけ決まり、どの未来にもその条件のまま臨みます。"),
    VALUE(
            "value before finance", "資金調達前の価値",
            "NPV: all cash after taxes, without loans, at the discount rate of the sheet, in money of the valuation date. Tax is the tax that is paid, so the tax that interest saves is in it.",
                    "正味現在価値（NPV）：税引後の全収支（借入を除く）をシートの割引率で評価時点に割り引いた額です。税は実際に支払う額で、利息による節税を含みます。"),
    EIGHT_IN_TEN(
            "eight in ten", "8割",
            "From the 10 % to the 90 % quantile over the futures: one in ten is below, one in ten above.",
                    "未来の10％点から90％点まで。1割はこれを下回り、1割は上回ります。"),
    LOSS(
            "chance of a loss", "損失の確率",
            "Share of the futures whose NPV before finance is below 0.", "資金調達前のNPVがゼロを下回る未来の割合です。"),
    DEFAULT(
            "in default", "債務不履行",
            "Share of the futures in which a breach of the debt is not cured in time, or a loss is larger than what sponsors are bound to pay, or everything is seized; over the whole life of the debt. The exact terms stand under what lenders may lose.",
                    "延滞・条項違反が期限内に解消されない、損失が出資者の負担上限を超える、または接収された未来の割合（借入の全期間）です。詳しい条件は「貸し手の損失」にあります。"),
    ERROR(
            "±", "±",
            "One standard error of the chance: √(p(1 − p)/n) over n futures. It says how well the futures measure it and nothing of whether the sheet is right.",
                    "確率の標準誤差 √(p(1 − p)/n)（n は未来の数）です。抽選による測定の精度であり、シートの正しさを示すものではありません。"),
    MISSED(
            "a service is missed", "期日に支払われない元利",
            "Share of the futures in which a debt service is not paid in full on its date, whether it is made good later or not.",
                    "元利が期日に全額支払われない未来の割合です。後に解消されたものを含みます。"),
    RETURN(
            "IRR", "IRR",
            "The yearly rate at which the NPV before finance falls through nil; none where no rate does, several where several do.",
                    "資金調達前のNPVが正から負に変わる年率です。該当する率がなければ「なし」、複数あれば複数を示します。"),
    COVER(
            "least DSCR", "最小DSCR",
            "The least of cash for debt service over what is due to senior lenders, by service period, ramp-up included. It may be below 0 where a period earns less than it costs.",
                    "返済期ごとの返済原資÷優先貸し手への元利のうち最小の値です（立ち上がり期を含む）。収入が費用を下回る期があれば負になります。"),
    CENTRAL(
            "central values", "中心値",
            "Every number of the sheet at its central value, prices at what is expected: one case, and not the mean of the futures.",
                    "シートの各数値を中心値、価格を期待値とした一つのケースです。未来の平均ではありません。"),
    ASSUMPTIONS(
            "assumptions and sources", "仮定と出典",
            "A number counts as an assumption where the sheet says so, and as sourced where it names a source. All stand with line and note under inputs and sources.",
                    "シートに仮定と記された数値を仮定、出典名のある数値を出典ありと数えます。すべて「入力値と出典」に行番号・備考とともにあります。");

    private final String word;
    private final String wordJa;
    private final String meaning;
    private final String meaningJa;

    Definition(String word, String wordJa, String meaning, String meaningJa) {
        this.word = word;
        this.wordJa = wordJa;
        this.meaning = meaning;
        this.meaningJa = meaningJa;
    }

    String anchor() {
        return "def-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ToldSentence.Number shown(String number) {
        return new ToldSentence.Number(number, this);
    }

    static void all(Html html, Lang lang) {
        html.open("dl");
        for (Definition one : values()) {
            html.leaf("dt", new Text(one.word, one.wordJa).in(lang), "id", one.anchor());
            html.leaf("dd", new Text(one.meaning, one.meaningJa).in(lang));
        }
        html.close("dl");
    }
}
