package org.genryu.report.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.core.Lang;
import org.genryu.core.number.NumberText;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.brief.Brief.Part;
import org.genryu.stress.backtest.BacktestAccount;
import org.genryu.stress.backtest.EpisodeScore;
import org.genryu.stress.backtest.MonthlyShape;

/// What does a back-test say in a few words? Where the months are nearer to what happened than forecasts that need no
/// model, where they are not, and by how much.
public final class BacktestBrief {
    private final BacktestAccount account;
    private final Lang lang;

    public BacktestBrief(BacktestAccount account, Lang lang) {
        this.account = account;
        this.lang = lang;
    }

    public Brief brief() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(say(BacktestPhrases.SUMMARY), summary()));
        if (!account.scores().isEmpty()) {
            parts.add(new Part(
                    say(BacktestPhrases.EPISODES),
                    account.scores().stream().map(one -> sentence(episode(one))).toList()));
            String hashes = account.scores().stream()
                    .map(one -> one.inputs().substring(0, 8))
                    .distinct()
                    .collect(Collectors.joining(" "));
            parts.add(new Part(
                    say(BacktestPhrases.SURE),
                    List.of(sentence(say(BacktestPhrases.KNOWN)), sentence(say(BacktestPhrases.FIXED, hashes)))));
        }
        return new Brief(List.of(say(BacktestPhrases.TITLE), say(BacktestPhrases.BASIS)), parts, Optional.empty());
    }

    private String say(BacktestPhrases words, Object... values) {
        return words.in(lang, values);
    }

    private static Line sentence(String text) {
        return new Line(List.of(text), 1, 3);
    }

    private List<Line> summary() {
        List<Line> lines = new ArrayList<>();
        lines.add(sentence(
                say(BacktestPhrases.BETTER, account.better(), account.scores().size())));
        String losing = account.scores().stream()
                .filter(one -> !one.better())
                .map(one -> one.episode().name().in(lang))
                .collect(Collectors.joining(" · "));
        if (!losing.isEmpty()) {
            lines.add(sentence(say(BacktestPhrases.LOSES, losing)));
        }
        if (!account.untold().isEmpty()) {
            lines.add(sentence(say(BacktestPhrases.UNTOLD, String.join(" · ", account.untold()))));
        }
        return lines;
    }

    private String episode(EpisodeScore one) {
        MonthlyShape told = one.toldWhereCounted();
        MonthlyShape seen = one.episode().observed();
        return say(
                BacktestPhrases.EPISODE,
                one.episode().name().in(lang),
                number(one.distance()),
                number(one.noChange()),
                one.lastShape().map(BacktestBrief::number).orElse(say(BacktestPhrases.NONE)),
                seen.known().cardinality(),
                number(told.level()[told.trough()]),
                month(one, told.trough()),
                number(seen.level()[seen.trough()]),
                month(one, seen.trough()),
                told.recovered().isPresent()
                        ? say(BacktestPhrases.BACK, month(one, told.recovered().getAsInt()))
                        : say(BacktestPhrases.NOT_BACK),
                seen.recovered().isPresent()
                        ? say(
                                BacktestPhrases.WAS_BACK,
                                month(one, seen.recovered().getAsInt()))
                        : say(BacktestPhrases.WAS_NOT_BACK));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private String month(EpisodeScore one, int i) {
        return NumberText.month(one.episode().first() + i, lang);
    }
}
