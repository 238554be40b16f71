package org.genryu.report.project;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.share.contract.SplitAccount;

/// Who gets what of the owners' cash by the split of the sheet: sums and returns by party, then year by
/// year.
///
/// @param discount rate of the sheet [1/yr]
public record SplitSection(SplitAccount account, double discount, String money, Lang lang) {
    private String in(String en, String ja) {
        return new Text(en, ja).in(lang);
    }

    private FigureTable.Cell money(double value) {
        return FigureTable.number(NumberText.money(value, money, lang), value);
    }

    /// For the screen: one line a party.
    public List<String> lines() {
        return IntStream.range(0, account.parties().size())
                .mapToObj(p -> in("  %s: pays in %s, gets %s, NPV %s, IRR %s", "  %s：払込%s、受取%s、NPV %s、IRR %s")
                        .formatted(
                                account.parties().get(p),
                                money(account.paidIn(p)).shown(),
                                money(account.received(p)).shown(),
                                money(account.npv(p, discount)).shown(),
                                account.irr(p).map(NumberText::percent).orElse("—")))
                .toList();
    }

    /// When the shares of a memorandum change; empty for other splits.
    public String flip() {
        return account.flip().isPresent()
                ? in("The shares change in %s.", "割合は%s年に切り替わります。")
                        .formatted(account.flip().getAsInt())
                : "";
    }

    void write(Html html) {
        FigureTable sums = new FigureTable(
                "split-parties", 1, in("party", "当事者"), in("pays in", "払込"), in("gets", "受取"), "NPV", "IRR");
        for (int p = 0; p < account.parties().size(); p++) {
            sums.row(
                    FigureTable.word(account.parties().get(p)),
                    money(account.paidIn(p)),
                    money(account.received(p)),
                    money(account.npv(p, discount)),
                    account.irr(p)
                            .map(rate -> FigureTable.number(NumberText.percent(rate), rate))
                            .orElse(FigureTable.word("—")));
        }
        if (!flip().isEmpty()) {
            html.leaf("p", flip());
        }
        String caption = in("By party", "当事者別");
        PageFigure.table(html, lang, caption, sums, true);
        List<String> columns = new ArrayList<>(List.of(in("year", "年")));
        account.parties().forEach(party -> columns.add(in("%s gets", "%sの受取").formatted(party)));
        FigureTable years = new FigureTable("split-years", 1, columns.toArray(String[]::new));
        for (int t = 0; t < account.years(); t++) {
            List<FigureTable.Cell> row = new ArrayList<>();
            row.add(FigureTable.word(Integer.toString(account.first() + t)));
            for (double[] received : account.received()) {
                row.add(money(received[t]));
            }
            years.row(row);
        }
        PageFigure.table(html, lang, in("By year", "年別"), years, false);
    }
}
