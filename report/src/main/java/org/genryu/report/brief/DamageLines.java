package org.genryu.report.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.words.CaseWords;
import org.genryu.report.write.NumberFormat;
import org.genryu.stress.damage.Damage;
import org.genryu.stress.damage.DamageAccount;
import org.genryu.stress.damage.DamageVariant;
import org.genryu.stress.damage.PublishedEstimate;

/// What a scenario costs economies, in a few words: of a year's value added, beside what others have published, and
/// which assumption moves it most.
final class DamageLines {
    private final DamageAccount account;
    private final Lang lang;
    private final String currency;
    private final CaseWords called;
    private final NumberFormat shown;

    DamageLines(DamageAccount account, SupplyCase of, Lang lang) {
        this.account = account;
        this.lang = lang;
        this.currency = of.info().money().currency();
        this.called = new CaseWords(of, lang);
        this.shown = new NumberFormat(lang);
    }

    /// None where nothing is lost or gained.
    List<Line> lines() {
        List<Damage.Country> hit = account.damage().countries().stream()
                .filter(country -> country.total() != 0)
                .sorted(Comparator.comparingDouble((Damage.Country country) -> -Math.abs(country.total()))
                        .thenComparingInt(Damage.Country::place))
                .toList();
        List<Line> lines = new ArrayList<>();
        if (!hit.isEmpty()) {
            lines.add(Line.list(
                    say(DamagePhrases.LOST), hit.stream().map(this::country).toList(), hit.size(), 4));
        }
        if (!account.published().isEmpty()) {
            lines.add(Line.list(
                    say(DamagePhrases.PUBLISHED),
                    account.published().stream().map(this::published).toList(),
                    account.published().size(),
                    4));
        }
        if (!hit.isEmpty() && !account.variants().isEmpty()) {
            List<String> moves = moves(hit.getFirst());
            lines.add(Line.list(say(DamagePhrases.MOVES), moves, moves.size(), 6));
        }
        return lines;
    }

    private String say(DamagePhrases words, Object... values) {
        return words.in(lang, values);
    }

    private String money(double value) {
        return shown.money(value, currency);
    }

    private String country(Damage.Country country) {
        if (!(country.year() > 0)) {
            return say(DamagePhrases.UNTOLD, called.place(country.place()), money(country.total()));
        }
        boolean gain = country.total() < 0;
        double sign = gain ? -1 : 1;
        return say(
                gain ? DamagePhrases.GAINED : DamagePhrases.COUNTRY,
                called.place(country.place()),
                shown.label(sign * country.share()),
                money(sign * country.total()),
                money(sign * country.direct()),
                money(sign * country.suppliers()),
                money(sign * country.customers()));
    }

    private String published(PublishedEstimate one) {
        String value = figure(one, one.value());
        if (one.low().isPresent() && one.high().isPresent()) {
            value = say(
                    DamagePhrases.BETWEEN,
                    value,
                    figure(one, one.low().get()),
                    figure(one, one.high().get()));
        }
        return say(DamagePhrases.ESTIMATE, called.place(one.place()), value, one.id(), figure(one, one.ours()));
    }

    private String figure(PublishedEstimate one, double value) {
        return one.share() ? shown.label(value) : money(value);
    }

    /// Of each assumption the setting that moves the country most.
    private List<String> moves(Damage.Country country) {
        Set<DamageVariant.Assumption> told = EnumSet.noneOf(DamageVariant.Assumption.class);
        List<DamageVariant> ranked = DamageVariant.ranked(account.variants(), account.damage(), country.place());
        List<String> moves = new ArrayList<>();
        for (DamageVariant one : ranked) {
            if (told.add(one.assumption())) {
                DamageVariant most = ranked.stream()
                        .filter(other -> other.assumption() == one.assumption())
                        .max(Comparator.comparingDouble(
                                other -> Math.abs(other.change(account.damage(), country.place()))))
                        .orElse(one);
                double year = country.worstYear() + most.change(account.damage(), country.place());
                moves.add(say(
                        DamagePhrases.VARIANT,
                        say(assumption(most.assumption())),
                        setting(most.setting()),
                        called.place(country.place()),
                        country.year() > 0 ? shown.label(year / country.year()) : money(year)));
            }
        }
        return moves;
    }

    private static DamagePhrases assumption(DamageVariant.Assumption assumption) {
        return switch (assumption) {
            case STOCK_DAYS -> DamagePhrases.STOCK_DAYS;
            case SUBSTITUTION -> DamagePhrases.SUBSTITUTION;
            case CRITICAL_SHARE -> DamagePhrases.CRITICAL_SHARE;
            case ONE_MISSING -> DamagePhrases.ONE_MISSING;
            case CASCADE -> DamagePhrases.CASCADE;
        };
    }

    private String setting(String word) {
        return switch (word) {
            case "half" -> say(DamagePhrases.HALF);
            case "by_worth" -> say(DamagePhrases.BY_WORTH);
            case "direct" -> say(DamagePhrases.DIRECT);
            case "suppliers" -> say(DamagePhrases.TO_SUPPLIERS);
            case "critical_5_%" -> say(DamagePhrases.CRITICAL);
            default -> word;
        };
    }
}
