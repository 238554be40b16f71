package org.genryu.report.project;

import java.util.Locale;
import java.util.Map;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.value.Valuation;
import org.genryu.value.cash.CreditState;
import org.genryu.value.future.FutureResult;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.FinanceTerms.Remedies;

/// What may lenders lose? The chance of default with its definition and its causes, and for each loan the
/// claim, the loss given default and the expected and tail loss: one set of numbers, from the same futures.
final class CreditSection {
    private static final double TAIL = 0.01;

    private final Valuation valuation;
    private final Lang lang;
    private final String money;

    CreditSection(Valuation valuation, Lang lang) {
        this.valuation = valuation;
        this.lang = lang;
        this.money = valuation.project().header().money().currency();
    }

    private String in(String en, String ja) {
        return new Text(en, ja).in(lang);
    }

    private String money(double value) {
        return NumberText.money(value, money, lang);
    }

    void write(Html html) {
        if (!(valuation.base().plan().debt() > 0)) {
            html.leaf("p", in("There is no debt, so nothing can be in default.", "借入がないため、債務不履行はありません。"));
            return;
        }
        definition(html);
        causes(html);
        loans(html);
    }

    private void definition(Html html) {
        Remedies remedies = valuation.project().finance().terms().remedies();
        String cure = NumberText.number(remedies.cure().central());
        double ratio = remedies.ratio().central();
        String covenant = ratio > 0 ? NumberText.number(ratio) : in("none", "なし");
        String lag = NumberText.number(remedies.lag().central());
        boolean sale = remedies.way() == FinanceTerms.Remedy.SALE;
        html.leaf(
                "p",
                in(
                        String.format(
                                Locale.ROOT,
                                "Default: a service is missed, or the DSCR is below the covenant (%s), and that is not cured at the first service date after %s months; or a loss of the project is larger than what its sponsors are bound to pay; or everything is seized. The whole balance is then due.",
                                covenant,
                                cure),
                        String.format(
                                Locale.ROOT,
                                "債務不履行とは、元利の延滞またはDSCRの条項（%s）違反が、%sか月経過後の最初の返済日までに解消されない場合、損失が出資者の負担上限を超える場合、または接収された場合をいいます。このとき残高の全額が期限となります。",
                                covenant,
                                cure)));
        html.leaf(
                "p",
                sale
                        ? in(
                                "The project is then sold, with " + lag + " months to the payment.",
                                "その後プロジェクトは売却され、支払いまで" + lag + "か月とします。")
                        : in(
                                "Lenders then keep the cash of the project, paid out from " + lag
                                        + " months on, until their claims are settled; a period that would lose money stands idle.",
                                "その後は貸し手が収支を受け取り、" + lag + "か月後から債権が完済されるまで支払います。赤字となる期は操業を止めます。"));
        double cost = remedies.cost().central();
        if (cost > 0) {
            html.leaf(
                    "p",
                    in(
                            "Recovering costs " + NumberText.percent(cost)
                                    + " of what is recovered, before anybody is paid.",
                            "回収額の" + NumberText.percent(cost) + "は回収費用に充てられ、債権への支払いに優先します。"));
        }
    }

    private void causes(Html html) {
        FutureResult.Default fails = valuation.risk().defaults();
        FigureTable table = new FigureTable("default-causes", 1, in("cause of default", "不履行の原因"), in("chance", "確率"));
        for (Map.Entry<CreditState.Cause, Double> cause : fails.causes().entrySet()) {
            table.row(
                    FigureTable.word(cause.getKey().words().in(lang)),
                    FigureTable.number(NumberText.percent(cause.getValue()), cause.getValue()));
        }
        table.row(
                FigureTable.word(in("any", "合計")),
                FigureTable.number(NumberText.percent(fails.probability()), fails.probability()));
        PageFigure.table(html, lang, in("Why the debt falls into default", "債務不履行の原因"), table, true);
    }

    private void loans(Html html) {
        FigureTable table = new FigureTable(
                "credit",
                1,
                in("loan", "借入"),
                in("chance of default", "不履行の確率"),
                in("claim if in default", "不履行時の債権"),
                in("loss given default", "不履行時損失率"),
                in("expected loss", "期待損失"),
                "±",
                in("worst 1 %", "最悪1%"),
                in("kept by the lender", "貸し手に残る損失"),
                in("spread that pays for it", "損失に見合う金利上乗せ"),
                in("rate of the loan", "借入の金利"));
        FutureResult risk = valuation.risk();
        for (FutureResult.LoanRisk loan : risk.loans()) {
            double rate = valuation
                    .project()
                    .finance()
                    .loan(loan.loan())
                    .orElseThrow()
                    .rate()
                    .central();
            table.row(
                    FigureTable.word(
                            valuation.project().names().loan(loan.loan()).in(lang)),
                    FigureTable.number(NumberText.percent(loan.chance()), loan.chance()),
                    FigureTable.number(money(loan.claim()), loan.claim()),
                    FigureTable.number(NumberText.percent(loan.lossShare()), loan.lossShare()),
                    FigureTable.number(money(loan.loss().mean()), loan.loss().mean()),
                    FigureTable.number(
                            money(loan.loss().standardError()), loan.loss().standardError()),
                    FigureTable.number(
                            money(loan.loss().meanOfHighest(TAIL)), loan.loss().meanOfHighest(TAIL)),
                    FigureTable.number(
                            money(loan.lossAfterCovers().mean()),
                            loan.lossAfterCovers().mean()),
                    FigureTable.number(NumberText.percent(loan.lossSpread()), loan.lossSpread()),
                    FigureTable.number(NumberText.percent(rate), rate));
        }
        PageFigure.table(html, lang, in("What lenders may lose", "貸し手の損失"), table, true);
        html.leaf(
                "p",
                in(
                        "Expected loss = chance of default · claim · loss given default, gross of fees. Values today: claims less recoveries at the loan's rate to the default, then at the riskless rate.",
                        "期待損失＝不履行の確率・債権・不履行時損失率（保証料を差し引く前）。債権から回収額を借入金利で不履行時点に割り引いて引き、無リスク金利で現在価値にしています。"));
    }
}
