package org.genryu.report.stress;

import java.util.List;
import java.util.Optional;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.brief.Brief;
import org.genryu.report.write.NumberFormat;
import org.genryu.stress.future.Tornado;

/// Which uncertain number moves the loss at home most, on one screen.
public final class SwingLines {
    private static final int MOST = 12;

    private final SupplyCase of;
    private final Lang lang;
    private final NumberFormat shown;

    /// @param of the case
    public SwingLines(SupplyCase of, Lang lang) {
        this.of = of;
        this.lang = lang;
        this.shown = new NumberFormat(lang);
    }

    /// @param title of the scenario
    public Brief brief(Tornado tornado, Text title) {
        List<Brief.Line> lines = tornado.swings().stream()
                .limit(MOST)
                .map(one -> new Brief.Line(List.of(line(one)), 1, 1))
                .toList();
        return new Brief(
                List.of(
                        title.in(lang),
                        say(
                                StressPagePhrases.SWING_TITLE,
                                money(tornado.central()),
                                tornado.swings().size())),
                List.of(
                        new Brief.Part(say(StressPagePhrases.SWING_HEAD), lines),
                        new Brief.Part(
                                say(StressPagePhrases.SURE),
                                List.of(new Brief.Line(List.of(say(StressPagePhrases.SWING_SURE)), 1, 3)))),
                Optional.empty());
    }

    private String line(Tornado.Swing one) {
        return say(
                StressPagePhrases.SWING,
                one.cell().column(),
                one.cell().table() + " " + one.cell().id(),
                one.cell().amount().text(),
                one.atLow().map(this::money).orElse("—"),
                one.atHigh().map(this::money).orElse("—"));
    }

    private String money(double value) {
        return shown.money(value, of.info().money().currency());
    }

    private String say(StressPagePhrases words, Object... values) {
        return words.in(lang, values);
    }
}
