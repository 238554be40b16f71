package org.genryu.report.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Lang;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.brief.Brief.Part;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.NumberFormat;
import org.genryu.results.share.AllianceTables;
import org.genryu.share.rule.Division;
import org.genryu.share.rule.DivisionAccount;
import org.genryu.share.rule.MeasuredWeights;
import org.genryu.stress.game.AllianceAccount;
import org.genryu.stress.game.AllianceAccount.Aim;
import org.genryu.stress.game.SidePayOff;

/// What does an alliance say in a few words beside its splits? Who pays and who gains, what must be
/// handed over, who would ride free, under which aims it is stable.
public final class AllianceLines {
    private final AllianceAccount alliance;
    private final DivisionAccount account;
    private final Map<Aim, Division> byAim;
    private final Optional<MeasuredWeights> weights;
    private final ShareBrief brief;
    private final Lang lang;

    public AllianceLines(AllianceTables told, Lang lang) {
        this.alliance = told.alliance();
        this.account = told.proposed();
        this.byAim = told.byAim();
        this.weights = told.weights();
        this.brief = new ShareBrief(account, lang);
        this.lang = lang;
    }

    private String say(AlliancePhrases words, Object... values) {
        return words.in(lang, values);
    }

    /// For the screen and the top of the page.
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<String> pays = new ArrayList<>();
        List<String> free = new ArrayList<>();
        Optional<double[]> shares = shares();
        AllianceAccount.Acted all = alliance.together();
        parts.add(new Part(say(AlliancePhrases.TOGETHER), List.of(new Line(List.of(together(all)), 1, 3))));
        for (int i = 0; i < alliance.members().size(); i++) {
            String name = alliance.members().get(i);
            SidePayOff direct = all.direct().get(i);
            String told = say(AlliancePhrases.MEMBER, name, brief.amount(direct.total()), brief.amount(all.paid()[i]));
            if (shares.isPresent()) {
                double transfer = alliance.transfer(i, shares.get()[i]);
                told += say(
                        transfer >= 0 ? AlliancePhrases.GETS : AlliancePhrases.GIVES, brief.amount(Math.abs(transfer)));
            }
            pays.add(told);
            if (shares.isPresent()
                    && alliance.freeRide(i) > shares.get()[i] + account.stated().tolerance()) {
                free.add(say(AlliancePhrases.RIDES, name, brief.amount(alliance.freeRide(i))));
            }
        }
        parts.add(new Part(say(AlliancePhrases.PAYS), List.of(new Line(pays, pays.size(), 4))));
        parts.add(new Part(
                say(AlliancePhrases.FREE),
                List.of(
                        free.isEmpty()
                                ? new Line(List.of(say(AlliancePhrases.NO_RIDER)), 1, 2)
                                : new Line(free, free.size(), 3))));
        List<String> aims = new ArrayList<>();
        byAim.forEach((aim, division) -> aims.add(say(
                alliance.holds(aim) && !division.coreIsEmpty() ? AlliancePhrases.STABLE : AlliancePhrases.UNSTABLE,
                aim(aim),
                brief.amount(division.game().together()))));
        parts.add(new Part(say(AlliancePhrases.AIMS), List.of(new Line(aims, aims.size(), 3))));
        parts.add(new Part(say(AlliancePhrases.BONDS), List.of(bonds())));
        weights.ifPresent(measured -> parts.add(new Part(say(AlliancePhrases.WEIGHTS), List.of(weights(measured)))));
        return parts;
    }

    /// The coalition that holds although others watch it for nothing, by aim: of those that gain something the one
    /// that gains most.
    private Line bonds() {
        List<String> entries = new ArrayList<>();
        for (Aim aim : byAim.keySet()) {
            Optional<AllianceAccount.Bond> best = alliance.bonds(aim).stream()
                    .filter(bond ->
                            bond.holds() && bond.worth() > account.stated().tolerance())
                    .max(Comparator.comparingDouble(AllianceAccount.Bond::worth));
            entries.add(
                    best.isEmpty()
                            ? say(AlliancePhrases.NO_BOND, aim(aim))
                            : say(
                                    best.get().pays() > 0 ? AlliancePhrases.BOND_PAID : AlliancePhrases.BOND,
                                    aim(aim),
                                    account.stated().name(best.get().coalition()),
                                    brief.amount(best.get().worth()),
                                    brief.amount(best.get().pays())));
        }
        return new Line(entries, entries.size(), 4);
    }

    private Line weights(MeasuredWeights measured) {
        List<String> entries = new ArrayList<>();
        double[] weights = measured.weights();
        for (int i = 0; i < weights.length; i++) {
            String risk =
                    measured.risk().isPresent() ? brief.amount(measured.risk().get()[i]) : "—";
            entries.add(say(
                    AlliancePhrases.WEIGHT,
                    alliance.members().get(i),
                    new NumberFormat(lang).percent(weights[i]),
                    brief.amount(measured.capital()[i]),
                    brief.amount(measured.technology()[i]),
                    risk));
        }
        return new Line(entries, entries.size(), 4);
    }

    /// Whether every coalition holds, aim by aim.
    public FigureTable held() {
        FigureTable table = new FigureTable(
                "bonds",
                2,
                say(AlliancePhrases.AIM),
                say(AlliancePhrases.COALITION),
                say(AlliancePhrases.WORTH),
                say(AlliancePhrases.ALL_OUTSIDE),
                say(AlliancePhrases.HANDED),
                say(AlliancePhrases.HELD));
        for (Aim aim : byAim.keySet()) {
            for (AllianceAccount.Bond bond : alliance.bonds(aim)) {
                String held = !bond.holds()
                        ? say(AlliancePhrases.BREAKS)
                        : bond.joiners().isEmpty()
                                ? say(AlliancePhrases.KEEPS)
                                : say(AlliancePhrases.GROWS, names(bond.joiners()));
                table.row(
                        FigureTable.word(aim(aim)),
                        FigureTable.word(account.stated().name(bond.coalition())),
                        amount(bond.worth()),
                        amount(bond.outside()),
                        amount(bond.pays()),
                        FigureTable.word(held));
            }
        }
        return table;
    }

    private String names(List<Integer> some) {
        return String.join("+", some.stream().map(alliance.members()::get).toList());
    }

    /// What must be handed over can be told only where all act together.
    private Optional<double[]> shares() {
        return alliance.holds() ? account.division().proposal().shares() : Optional.empty();
    }

    private String together(AllianceAccount.Acted all) {
        String plan = say(
                switch (all.plan()) {
                    case NOTHING -> AlliancePhrases.NOTHING;
                    case MEASURES -> AlliancePhrases.MEASURES;
                    case SHARING -> AlliancePhrases.SHARING;
                    case BOTH -> AlliancePhrases.BOTH;
                    case OWN_TERRITORY -> AlliancePhrases.OWN_TERRITORY;
                    case OWN_TERRITORY_SHARING -> AlliancePhrases.OWN_TERRITORY_SHARING;
                });
        return alliance.holds()
                ? say(AlliancePhrases.ACT, plan, brief.amount(all.gain().total()))
                : say(
                        AlliancePhrases.APART,
                        plan,
                        brief.amount(all.gain().total()),
                        brief.amount(account.stated().together()));
    }

    private String aim(Aim aim) {
        return say(
                switch (aim) {
                    case ALL -> AlliancePhrases.ALL;
                    case PRICE -> AlliancePhrases.PRICE;
                    case SECURITY -> AlliancePhrases.SECURITY;
                    case TERRITORY -> AlliancePhrases.TERRITORY;
                });
    }

    private FigureTable.Cell amount(double value) {
        return FigureTable.number(brief.amount(value), value);
    }

    /// Who pays and who gains, member by member.
    public FigureTable members() {
        FigureTable table = new FigureTable(
                "members",
                1,
                say(AlliancePhrases.PARTNER),
                say(AlliancePhrases.USERS),
                say(AlliancePhrases.PLANTS),
                say(AlliancePhrases.LANES),
                say(AlliancePhrases.SECURITY),
                say(AlliancePhrases.PAID),
                say(AlliancePhrases.ALONE),
                say(AlliancePhrases.OUTSIDE),
                say(AlliancePhrases.TRANSFER));
        Optional<double[]> shares = shares();
        AllianceAccount.Acted all = alliance.together();
        for (int i = 0; i < alliance.members().size(); i++) {
            SidePayOff direct = all.direct().get(i);
            table.row(
                    FigureTable.word(alliance.members().get(i)),
                    amount(direct.users()),
                    amount(direct.plants()),
                    amount(direct.lanes()),
                    amount(-direct.damage()),
                    amount(all.paid()[i]),
                    amount(alliance.worth(1 << i, Aim.ALL)),
                    amount(alliance.freeRide(i)),
                    amount(shares.isPresent() ? alliance.transfer(i, shares.get()[i]) : 0));
        }
        return table;
    }

    /// What each coalition gains, line by line.
    public FigureTable worths() {
        FigureTable table = new FigureTable(
                "worths",
                1,
                say(AlliancePhrases.COALITION),
                say(AlliancePhrases.ALL),
                say(AlliancePhrases.USERS),
                say(AlliancePhrases.PLANTS),
                say(AlliancePhrases.LANES),
                say(AlliancePhrases.PAID),
                say(AlliancePhrases.SECURITY));
        for (int s : account.stated().bySize()) {
            SidePayOff gain = alliance.best(s, Aim.ALL).gain();
            table.row(
                    FigureTable.word(account.stated().name(s)),
                    amount(gain.total()),
                    amount(gain.users()),
                    amount(gain.plants()),
                    amount(gain.lanes()),
                    amount(gain.floors()),
                    amount(-gain.damage()));
        }
        return table;
    }
}
