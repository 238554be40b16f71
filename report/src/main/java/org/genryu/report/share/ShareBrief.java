package org.genryu.report.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Lang;
import org.genryu.report.brief.Brief;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.brief.Brief.Part;
import org.genryu.report.write.NumberFormat;
import org.genryu.share.game.CoalitionGame;
import org.genryu.share.rule.ClaimsProblem;
import org.genryu.share.rule.ClaimsRule;
import org.genryu.share.rule.Division;
import org.genryu.share.rule.DivisionAccount;
import org.genryu.share.rule.DivisionRule;
import org.genryu.share.rule.Nucleolus;
import org.genryu.share.rule.Split;
import org.genryu.share.rule.SplitErrors;
import org.genryu.share.rule.Standing;

/// What does a division say in a few words? Which split to propose and why, what the equal surplus gives,
/// who would leave under each, whether anything holds all together.
public final class ShareBrief {
    private final DivisionAccount account;
    private final Division division;
    private final CoalitionGame stated;
    private final Lang lang;
    private final NumberFormat shown;

    public ShareBrief(DivisionAccount account, Lang lang) {
        this.account = account;
        this.division = account.division();
        this.stated = account.stated();
        this.lang = lang;
        this.shown = new NumberFormat(lang);
    }

    public Brief brief() {
        return brief(List.of());
    }

    /// @param more what there is beside the splits, told after the proposal
    public Brief brief(List<Part> more) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(say(SharePhrases.PROPOSE), proposal()));
        parts.addAll(more);
        parts.add(new Part(say(SharePhrases.BASELINE), baseline()));
        weighted().ifPresent(parts::add);
        account.claims().ifPresent(claims -> parts.add(new Part(say(SharePhrases.CLAIMS), claims(claims))));
        parts.add(new Part(say(SharePhrases.LEAVE), List.of(leaving())));
        parts.add(new Part(say(SharePhrases.WHY), why()));
        parts.add(new Part(say(SharePhrases.CORE), core()));
        parts.add(new Part(say(SharePhrases.SURE), sure()));
        return new Brief(
                List.of(
                        say(account.costs() ? SharePhrases.COST_TITLE : SharePhrases.TITLE),
                        say(
                                SharePhrases.BASIS,
                                account.name(),
                                stated.size(),
                                amount(stated.together()),
                                amount(alone()),
                                amount(division.game().surplus()))),
                parts,
                Optional.empty());
    }

    private double alone() {
        double sum = 0;
        for (int i = 0; i < stated.size(); i++) {
            sum += stated.alone(i);
        }
        return sum;
    }

    private String say(SharePhrases words, Object... values) {
        return words.in(lang, values);
    }

    /// A number of the game as people read it.
    public String amount(double value) {
        double near = Math.abs(value) <= division.game().tolerance() ? 0 : value;
        return account.currency().isEmpty() ? shown.number(near) : shown.money(near, account.currency());
    }

    private static Line sentence(String text) {
        return new Line(List.of(text), 1, 3);
    }

    private String title(DivisionRule rule) {
        return rule.title().in(lang);
    }

    private List<String> shares(double[] shares) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            entries.add(say(SharePhrases.SHARE, stated.players().get(i), amount(account.told(i, shares[i]))));
        }
        return entries;
    }

    private Line list(String head, double[] shares) {
        return Line.list(head, shares(shares), shares.length, 3);
    }

    private List<Line> proposal() {
        Division.Proposal proposal = division.proposal();
        List<Line> lines = new ArrayList<>();
        switch (proposal.split()) {
            case Split.Shares(double[] shares) ->
                lines.add(list(say(SharePhrases.RULE, title(proposal.rule())), shares));
            case Split.Undefined(var why) -> lines.add(sentence(why.in(lang)));
        }
        lines.add(sentence(advice()));
        return lines;
    }

    private String advice() {
        return switch (division.advice()) {
            case SHAPLEY_HOLDS -> say(SharePhrases.SHAPLEY_HOLDS);
            case ONLY_THE_CORE_HOLDS -> say(SharePhrases.CORE_HOLDS);
            case NOTHING_HOLDS ->
                say(SharePhrases.NOTHING_HOLDS, amount(division.leastCore().orElse(0.0)));
            case BETTER_APART ->
                say(SharePhrases.BETTER_APART, amount(-division.game().surplus()));
            case NOTHING_TO_GAIN -> say(SharePhrases.NOTHING_TO_GAIN);
        };
    }

    private List<Line> baseline() {
        Division.Proposal nash = division.of(DivisionRule.NASH).orElseThrow();
        List<Line> lines = new ArrayList<>();
        lines.add(list("", nash.shares().orElseThrow()));
        Standing standing = nash.standing().orElseThrow();
        lines.add(sentence(
                standing.holds()
                        ? say(SharePhrases.BASELINE_HOLDS)
                        : say(
                                SharePhrases.BASELINE_FAILS,
                                name(standing.leaving().getFirst().coalition()),
                                amount(standing.leaving().getFirst().gain()))));
        return lines;
    }

    private String name(int coalition) {
        return stated.name(coalition);
    }

    private Optional<Part> weighted() {
        List<Line> lines = new ArrayList<>();
        for (DivisionRule rule :
                List.of(DivisionRule.WEIGHTED_SHAPLEY, DivisionRule.WEIGHTED_NASH, DivisionRule.OWEN)) {
            division.of(rule)
                    .flatMap(Division.Proposal::shares)
                    .ifPresent(shares -> lines.add(list(say(SharePhrases.RULE, title(rule)), shares)));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Part(say(SharePhrases.WEIGHTED), lines));
    }

    private List<Line> claims(ClaimsProblem claims) {
        List<Line> lines = new ArrayList<>();
        for (ClaimsRule rule : ClaimsRule.values()) {
            lines.add(new Line(
                    List.of(say(SharePhrases.RULE, rule.title().in(lang))
                            + String.join(" · ", shares(rule.of(claims)))),
                    1,
                    1));
        }
        return lines;
    }

    private Line leaving() {
        List<String> entries = new ArrayList<>();
        for (Division.Proposal one : division.proposals()) {
            one.standing().filter(standing -> !standing.holds()).ifPresent(standing -> {
                Standing.Objection first = standing.leaving().getFirst();
                entries.add(
                        standing.leavers() == 1
                                ? say(
                                        SharePhrases.LEAVES,
                                        title(one.rule()),
                                        name(first.coalition()),
                                        amount(first.gain()))
                                : say(
                                        SharePhrases.LEAVE_MANY,
                                        title(one.rule()),
                                        name(first.coalition()),
                                        amount(first.gain()),
                                        standing.leavers() - 1));
            });
        }
        return entries.isEmpty() ? sentence(say(SharePhrases.NOBODY_LEAVES)) : new Line(entries, entries.size(), 5);
    }

    /// Why Shapley's value and the nucleolus differ, by the coalition that decides.
    private List<Line> why() {
        Optional<double[]> nucleus = division.of(DivisionRule.NUCLEOLUS).flatMap(Division.Proposal::shares);
        if (nucleus.isEmpty() || stated.size() == 1) {
            return List.of(sentence(say(SharePhrases.NO_NUCLEOLUS)));
        }
        double[] shapley = division.of(DivisionRule.SHAPLEY)
                .flatMap(Division.Proposal::shares)
                .orElseThrow();
        int most = 0;
        for (int i = 1; i < shapley.length; i++) {
            most = Math.abs(nucleus.get()[i] - shapley[i]) > Math.abs(nucleus.get()[most] - shapley[most]) ? i : most;
        }
        double by = account.told(most, nucleus.get()[most]) - account.told(most, shapley[most]);
        Standing at = division.of(DivisionRule.SHAPLEY)
                .flatMap(Division.Proposal::standing)
                .orElseThrow();
        if (Math.abs(by) <= division.game().tolerance()) {
            return List.of(sentence(say(SharePhrases.SAME)));
        }
        String differ = say(
                by > 0 ? SharePhrases.DIFFER_MORE : SharePhrases.DIFFER_LESS,
                stated.players().get(most),
                amount(Math.abs(by)));
        return List.of(sentence(differ
                + say(
                        at.holds() ? SharePhrases.TIGHT_HOLDS : SharePhrases.TIGHT_LEAVES,
                        name(at.tightest()),
                        amount(Math.abs(at.complaint())))));
    }

    private List<Line> core() {
        if (division.leastCore().isEmpty()) {
            return List.of(sentence(say(SharePhrases.CORE_UNKNOWN)));
        }
        double least = division.leastCore().get();
        return List.of(sentence(
                division.coreIsEmpty()
                        ? say(SharePhrases.CORE_EMPTY, amount(least))
                        : -least <= division.game().tolerance()
                                ? say(SharePhrases.CORE_JUST)
                                : say(SharePhrases.CORE_IS, amount(-least))));
    }

    private String drawn(SplitErrors errors) {
        List<String> each = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            int player = i;
            errors.of(division.proposed(), i)
                    .ifPresent(error ->
                            each.add(say(SharePhrases.ERROR, stated.players().get(player), amount(error))));
        }
        return say(SharePhrases.DRAWN, errors.futures(), String.join(" · ", each));
    }

    private List<Line> sure() {
        List<Line> lines = new ArrayList<>();
        boolean proved = division.nuclei().stream()
                .filter(one -> one.split() instanceof Split.Shares)
                .allMatch(one -> one.proof().map(proof -> proof.holds()).orElse(false));
        long programs =
                division.nuclei().stream().mapToLong(Nucleolus::programs).sum();
        lines.add(sentence(say(proved ? SharePhrases.PROVED : SharePhrases.OPEN, programs)));
        account.errors().ifPresent(errors -> lines.add(sentence(drawn(errors))));
        if (!division.traits().superadditive()) {
            int first = division.traits().lifted().getFirst();
            lines.add(sentence(say(
                    SharePhrases.COVER,
                    division.traits().lifted().size(),
                    name(first),
                    amount(division.traits().cover().worth(first)
                            - division.game().worth(first)))));
        } else if (division.traits().convex()) {
            lines.add(sentence(say(SharePhrases.CONVEX)));
        }
        return lines;
    }
}
