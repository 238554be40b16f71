package org.genryu.results.share;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.disk.Draft;
import org.genryu.results.ResultTable;
import org.genryu.share.rule.Division;
import org.genryu.share.rule.DivisionAccount;
import org.genryu.share.rule.MeasuredWeights;
import org.genryu.stress.game.AllianceAccount;
import org.genryu.stress.game.AllianceAccount.Aim;
import org.genryu.stress.game.SidePayOff;

/// An alliance as tables, beside the splits of its game.
///
/// @param proposed the split that is proposed of the game of all aims
/// @param byAim the divisions of the games of each aim
/// @param weights what each partner brings, where that was measured
public record AllianceTables(
        AllianceAccount alliance,
        DivisionAccount proposed,
        Map<Aim, Division> byAim,
        Optional<MeasuredWeights> weights) {
    public List<ResultTable> all() {
        List<ResultTable> all = new ArrayList<>(List.of(worths(), members(), aims(), bonds()));
        weights.ifPresent(measured -> all.add(weights(measured)));
        return all;
    }

    public void write(Draft to) throws IOException {
        for (ResultTable table : all()) {
            table.csv(to);
        }
    }

    private ResultTable worths() {
        return new ResultTable("alliance_worths", to -> {
            for (int s : proposed.stated().bySize()) {
                AllianceAccount.Acted acted = alliance.best(s, Aim.ALL);
                SidePayOff gain = acted.gain();
                to.text(proposed.stated().name(s)).text(acted.plan().id()).number(gain.total());
                to.number(gain.users()).number(gain.plants()).number(gain.lanes());
                to.number(gain.floors())
                        .number(-gain.damage())
                        .number(proposed.stated().worth(s));
                to.number(proposed.errors().map(errors -> errors.worths()[s])).end();
            }
        });
    }

    private ResultTable members() {
        return new ResultTable("alliance_members", to -> {
            Optional<double[]> shares =
                    alliance.holds() ? proposed.division().proposal().shares() : Optional.empty();
            AllianceAccount.Acted all = alliance.together();
            for (int i = 0; i < alliance.members().size(); i++) {
                SidePayOff direct = all.direct().get(i);
                int player = i;
                to.text(alliance.members().get(i)).number(direct.users()).number(direct.plants());
                to.number(direct.lanes()).number(-direct.damage()).number(all.paid()[i]);
                to.number(alliance.worth(1 << i, Aim.ALL)).number(alliance.freeRide(i));
                to.number(shares.map(x -> x[player]))
                        .number(shares.map(x -> alliance.transfer(player, x[player])))
                        .end();
            }
        });
    }

    private ResultTable bonds() {
        return new ResultTable("alliance_bonds", to -> {
            for (Aim aim : byAim.keySet()) {
                for (AllianceAccount.Bond bond : alliance.bonds(aim)) {
                    to.text(aim.id()).text(proposed.stated().name(bond.coalition()));
                    to.number(bond.worth()).number(bond.outside()).number(bond.pays());
                    to.text(bond.holds() ? "yes" : "").text(bond.stable() ? "yes" : "");
                    to.text(names(bond.leavers())).text(names(bond.joiners())).end();
                }
            }
        });
    }

    private String names(List<Integer> some) {
        return String.join(";", some.stream().map(alliance.members()::get).toList());
    }

    private ResultTable weights(MeasuredWeights measured) {
        return new ResultTable("alliance_weights", to -> {
            double[] weights = measured.weights();
            for (int i = 0; i < weights.length; i++) {
                int player = i;
                to.text(alliance.members().get(i)).number(measured.capital()[i]).number(measured.technology()[i]);
                to.number(measured.risk().map(risk -> risk[player]))
                        .number(weights[i])
                        .end();
            }
        });
    }

    private ResultTable aims() {
        return new ResultTable("alliance_aims", to -> {
            for (Map.Entry<Aim, Division> one : byAim.entrySet()) {
                Division division = one.getValue();
                to.text(one.getKey().id());
                to.number(division.game().together()).number(division.leastCore());
                to.text(alliance.holds(one.getKey()) && !division.coreIsEmpty() ? "stable" : "empty")
                        .text(division.proposed().id())
                        .end();
            }
        });
    }
}
