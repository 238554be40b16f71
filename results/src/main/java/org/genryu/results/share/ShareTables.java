package org.genryu.results.share;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Lang;
import org.genryu.core.disk.Draft;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultTable;
import org.genryu.share.game.CoalitionGame;
import org.genryu.share.rule.ClaimsProblem;
import org.genryu.share.rule.ClaimsRule;
import org.genryu.share.rule.Division;
import org.genryu.share.rule.DivisionAccount;
import org.genryu.share.rule.DivisionRule;
import org.genryu.share.rule.KohlbergProof;
import org.genryu.share.rule.Nucleolus;
import org.genryu.share.rule.Split;
import org.genryu.share.rule.Standing;

/// A division as tables, and as a JSON document whose keys are the rules.
public final class ShareTables {
    private final DivisionAccount account;
    private final Division division;
    private final CoalitionGame stated;

    public ShareTables(DivisionAccount account) {
        this.account = account;
        this.division = account.division();
        this.stated = account.stated();
    }

    /// All in the order of the schema.
    public List<ResultTable> all() {
        List<ResultTable> all = new ArrayList<>(List.of(shares(), rules(), leavers(), coalitions()));
        account.claims().ifPresent(claims -> all.add(awards(claims)));
        return all;
    }

    public void write(Draft to) throws IOException {
        for (ResultTable table : all()) {
            table.csv(to);
        }
    }

    private ResultTable shares() {
        return new ResultTable("shares", to -> {
            for (Division.Proposal one : division.proposals()) {
                Optional<double[]> shares = one.shares();
                for (int i = 0; shares.isPresent() && i < stated.size(); i++) {
                    double share = shares.get()[i];
                    to.text(one.rule().id()).text(stated.players().get(i));
                    to.number(account.told(i, share)).number(stated.alone(i)).number(account.gain(i, share));
                    int player = i;
                    to.number(account.errors().flatMap(errors -> errors.of(one.rule(), player)))
                            .end();
                }
            }
        });
    }

    private ResultTable rules() {
        return new ResultTable("share_rules", to -> {
            for (Division.Proposal one : division.proposals()) {
                Optional<Standing> standing = one.standing();
                to.text(one.rule().id()).text(one.rule() == division.proposed() ? "yes" : "");
                to.number(standing.map(s -> (double) s.leavers()));
                to.text(standing.filter(s -> s.tightest() > 0)
                        .map(s -> stated.name(s.tightest()))
                        .orElse(""));
                to.number(standing.filter(s -> s.tightest() > 0).map(Standing::complaint));
                to.text(proof(one.rule())
                        .map(p -> p.holds() ? "proved" : "open")
                        .orElse(""));
                to.text(one.split() instanceof Split.Undefined(var why) ? why.en() : "")
                        .end();
            }
        });
    }

    private Optional<KohlbergProof> proof(DivisionRule rule) {
        return switch (rule) {
            case NUCLEOLUS -> proof(Nucleolus.Kind.NUCLEOLUS);
            case PRENUCLEOLUS -> proof(Nucleolus.Kind.PRENUCLEOLUS);
            case PER_CAPITA_NUCLEOLUS -> proof(Nucleolus.Kind.PER_CAPITA);
            case SHAPLEY, WEIGHTED_SHAPLEY, OWEN, TAU, GATELY, NASH, WEIGHTED_NASH -> Optional.empty();
        };
    }

    private Optional<KohlbergProof> proof(Nucleolus.Kind kind) {
        return division.nuclei().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .flatMap(Nucleolus::proof);
    }

    private ResultTable leavers() {
        return new ResultTable("share_leavers", to -> {
            for (Division.Proposal one : division.proposals()) {
                if (one.standing().isPresent()) {
                    double[] shares = one.shares().orElseThrow();
                    for (Standing.Objection leaver : one.standing().get().leaving()) {
                        to.text(one.rule().id()).text(stated.name(leaver.coalition()));
                        to.number(stated.worth(leaver.coalition()))
                                .number(account.told(leaver.coalition(), shares))
                                .number(leaver.gain())
                                .end();
                    }
                }
            }
        });
    }

    private ResultTable coalitions() {
        return new ResultTable("coalitions", to -> {
            double[] dividends = division.game().dividends();
            for (int s : stated.bySize()) {
                to.text(stated.name(s)).number(Integer.bitCount(s)).number(stated.worth(s));
                to.number(division.game().worth(s))
                        .number(division.traits().cover().worth(s))
                        .number(dividends[s])
                        .end();
            }
        });
    }

    private ResultTable awards(ClaimsProblem claims) {
        return new ResultTable("claim_awards", to -> {
            for (ClaimsRule rule : ClaimsRule.values()) {
                double[] awards = rule.of(claims);
                for (int i = 0; i < awards.length; i++) {
                    to.text(rule.id()).text(stated.players().get(i));
                    to.number(claims.claims()[i]).number(awards[i]).end();
                }
            }
        });
    }

    /// `players`, a key for every rule with a number for each player, `core`, `traits` and the tables.
    public void json(JsonDocument json, Lang lang) {
        json.texts("players", stated.players());
        json.text("proposed", division.proposed().id());
        json.text("advice", division.advice().name().toLowerCase(java.util.Locale.ROOT));
        for (Division.Proposal one : division.proposals()) {
            json.part(one.rule().id(), () -> {
                switch (one.split()) {
                    case Split.Shares(double[] shares) -> players(json, shares);
                    case Split.Undefined(var why) -> json.text("undefined", why.in(lang));
                }
            });
        }
        json.part("core", () -> core(json));
        json.part(
                "traits",
                () -> json.yes("costs", account.costs())
                        .yes("superadditive", division.traits().superadditive())
                        .yes("convex", division.traits().convex())
                        .yes("monotone", division.traits().monotone())
                        .yes("imputations", division.traits().imputations()));
        List.of(rules(), leavers()).forEach(json::table);
        account.claims().ifPresent(claims -> json.table(awards(claims)));
        if (stated.size() <= MOST_TOLD) {
            json.table(coalitions());
        }
    }

    /// Coalitions of larger games stand in the file alone.
    private static final int MOST_TOLD = 8;

    private void players(JsonDocument json, double[] shares) {
        for (int i = 0; i < shares.length; i++) {
            json.number(stated.players().get(i), account.told(i, shares[i]));
        }
    }

    private void core(JsonDocument json) {
        json.yes("empty", division.coreIsEmpty());
        json.number("least_core", division.leastCore().orElse(Double.POSITIVE_INFINITY));
        division.of(DivisionRule.PRENUCLEOLUS)
                .flatMap(Division.Proposal::shares)
                .ifPresent(shares -> json.part("point", () -> players(json, shares)));
        division.of(DivisionRule.PRENUCLEOLUS)
                .flatMap(Division.Proposal::standing)
                .ifPresent(standing -> json.rows(
                        "blocking",
                        () -> standing.leaving()
                                .forEach(one -> json.row(() -> json.text("coalition", stated.name(one.coalition()))
                                        .number("gain", one.gain())))));
        if (stated.size() == 3) {
            json.rows("corners", () -> division.corners().forEach(corner -> json.row(() -> players(json, corner))));
        }
    }
}
