package org.genryu.share.rule;

import java.util.Locale;
import org.genryu.core.Text;

/// The rules by which an estate is shared among claims, with what each stands on in one line.
public enum ClaimsRule {
    PROPORTIONAL("Proportional", "比例配分", "Everybody loses the same part of the claim.", "全員が請求額の同じ割合を失う。"),
    EQUAL_AWARDS(
            "Constrained equal awards",
            "制約つき均等配分",
            "Everybody gets the same, but nobody more than the claim.",
            "請求額を上限に、全員が同額を得る。"),
    EQUAL_LOSSES(
            "Constrained equal losses",
            "制約つき均等損失",
            "Everybody loses the same, but nobody more than the claim.",
            "請求額を上限に、全員が同額を失う。"),
    TALMUD(
            "Talmud",
            "タルムード",
            "Equal awards up to half of the claims, equal losses beyond; the nucleolus.",
            "請求額の半分までは均等配分、それを超えると均等損失。仁と一致。"),
    RANDOM_ARRIVAL(
            "Random arrival",
            "無作為到着",
            "First come, first served, on average over all orders; Shapley's value.",
            "先着順をすべての順序で平均したもの。シャープレイ値と一致。"),
    ALPHA_MIN(
            "Alpha-min",
            "α最小",
            "The smallest claim to each, the rest in proportion to what is left of the claims.",
            "まず全員に最小の請求額、残りは残額に比例。");

    private final String en;
    private final String ja;
    private final String axiomEn;
    private final String axiomJa;

    ClaimsRule(String en, String ja, String axiomEn, String axiomJa) {
        this.en = en;
        this.ja = ja;
        this.axiomEn = axiomEn;
        this.axiomJa = axiomJa;
    }

    /// As tables and JSON write it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text title() {
        return new Text(en, ja);
    }

    /// What it stands on, in one line.
    public Text axiom() {
        return new Text(axiomEn, axiomJa);
    }

    /// What it awards, by claim.
    public double[] of(ClaimsProblem problem) {
        return switch (this) {
            case PROPORTIONAL -> problem.proportional();
            case EQUAL_AWARDS -> problem.equalAwards();
            case EQUAL_LOSSES -> problem.equalLosses();
            case TALMUD -> problem.talmud();
            case RANDOM_ARRIVAL -> problem.randomArrival();
            case ALPHA_MIN -> problem.alphaMin();
        };
    }
}
