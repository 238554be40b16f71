package org.genryu.report.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Lang;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.brief.Brief.Part;
import org.genryu.report.write.NumberFormat;
import org.genryu.stress.game.GameAccount;
import org.genryu.stress.game.MixedPair;

/// What does a game say in a few words? Where both sides settle, what it is worth to be first, what a threat is worth.
public final class GameBrief {
    private static final int MOST = 12;

    private final GameAccount account;
    private final String name;
    private final String currency;
    private final Lang lang;
    private final NumberFormat shown;

    /// @param name of the case
    public GameBrief(GameAccount account, String name, String currency, Lang lang) {
        this.account = account;
        this.name = name;
        this.currency = currency;
        this.lang = lang;
        this.shown = new NumberFormat(lang);
    }

    public Brief brief() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(say(GamePhrases.SETTLE), settle()));
        parts.add(new Part(say(GamePhrases.FIRST), first()));
        parts.add(new Part(say(GamePhrases.PAYS), List.of(pairs())));
        parts.add(new Part(
                say(GamePhrases.SURE),
                List.of(sentence(say(GamePhrases.PROOF, money(account.told().regret()))))));
        return new Brief(
                List.of(
                        say(GamePhrases.TITLE),
                        say(
                                GamePhrases.BASIS,
                                name,
                                account.ours().size(),
                                account.theirs().size())),
                parts,
                Optional.empty());
    }

    private String say(GamePhrases words, Object... values) {
        return words.in(lang, values);
    }

    private String money(double value) {
        return shown.money(value, currency);
    }

    private static Line sentence(String text) {
        return new Line(List.of(text), 1, 3);
    }

    private String title(List<GameAccount.Choice> choices, int i) {
        return choices.get(i).title().in(lang);
    }

    private Line mix(GamePhrases head, List<GameAccount.Choice> choices, double[] chance) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < chance.length; i++) {
            if (chance[i] > 1e-9) {
                entries.add(say(GamePhrases.CHANCE, title(choices, i), shown.label(chance[i])));
            }
        }
        return Line.list(say(head), entries, entries.size(), 3);
    }

    private List<Line> settle() {
        MixedPair told = account.told();
        List<Line> lines = new ArrayList<>();
        lines.add(mix(GamePhrases.OURS, account.ours(), told.ours()));
        lines.add(mix(GamePhrases.THEIRS, account.theirs(), told.theirs()));
        lines.add(sentence(say(GamePhrases.WORTH, money(told.ourValue()), money(told.theirValue()))));
        if (account.equilibria().size() > 1) {
            lines.add(sentence(say(GamePhrases.OTHERS, account.equilibria().size() - 1)));
        }
        return lines;
    }

    private static int only(double[] chance) {
        int most = 0;
        for (int i = 1; i < chance.length; i++) {
            most = chance[i] > chance[most] ? i : most;
        }
        return most;
    }

    private List<Line> first() {
        List<Line> lines = new ArrayList<>();
        lines.add(sentence(say(
                GamePhrases.WE_FIRST,
                title(account.ours(), only(account.weFirst().first())),
                title(account.theirs(), account.weFirst().answer()),
                money(account.weFirst().value()),
                money(account.ourCommitment()))));
        account.weFirstMixed().ifPresent(mixed -> lines.add(sentence(say(GamePhrases.WE_MIX, money(mixed.value())))));
        lines.add(sentence(say(
                GamePhrases.THREAT,
                title(account.theirs(), only(account.theyFirst().first())),
                title(account.ours(), account.theyFirst().answer()),
                money(account.theyFirst().value()),
                money(account.theirThreat()))));
        return lines;
    }

    private Line pairs() {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < account.ours().size(); i++) {
            for (int j = 0; j < account.theirs().size(); j++) {
                entries.add(say(
                        GamePhrases.PAIR,
                        account.ours().get(i).id(),
                        account.theirs().get(j).id(),
                        money(account.game().ours()[i][j]),
                        money(account.game().theirs()[i][j])));
            }
        }
        return new Line(entries.subList(0, Math.min(MOST, entries.size())), entries.size(), 6);
    }
}
