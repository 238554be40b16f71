package org.genryu.value.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.value.project.SplitTerms.Tier;
import org.genryu.value.project.TermSheet.Entry;
import org.genryu.value.project.TermSheet.Part;

/// Makes the split of cash from its part of the sheet; empty if there is none, or if it has a fault,
/// which is told.
final class SplitReader {
    private SplitReader() {}

    static Optional<SplitTerms> read(Part root, SheetRules rules, List<FinanceTerms.Shareholder> equity) {
        List<Part> parts = root.sections("split");
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Set<String> owners = new LinkedHashSet<>();
        equity.forEach(holder -> owners.add(holder.party()));
        Set<String> known = new LinkedHashSet<>(owners);
        root.sections("parties").forEach(party -> known.add(party.word("party")));
        boolean sound = true;
        List<Tier> tiers = new ArrayList<>();
        for (Part part : parts) {
            Tier tier = tier(part);
            tiers.add(tier);
            sound &= rules.splitShares(part, tier);
            for (String party : new SplitTerms(List.of(tier)).parties()) {
                sound &= rules.splitParty(part, party, List.copyOf(known));
            }
            if (tier instanceof Tier.Memorandum memorandum) {
                sound &= rules.splitPayer(part, memorandum.payer(), List.copyOf(owners));
            }
        }
        sound &= rules.splitEnds(parts.getLast(), tiers);
        return sound ? Optional.of(new SplitTerms(tiers)) : Optional.empty();
    }

    private static Tier tier(Part part) {
        return switch (part.name()) {
            case "capital" -> new Tier.Capital();
            case "preferred" -> new Tier.Preferred(part.number("rate").central());
            case "catch-up" ->
                new Tier.CatchUp(
                        part.word("party"),
                        part.number("carry").central(),
                        part.number("rate").central());
            case "hurdle" ->
                new Tier.Hurdle(part.word("party"), part.number("rate").central(), shares(part));
            case "rest" -> new Tier.Rest(shares(part));
            default ->
                new Tier.Memorandum(
                        part.word("payer"),
                        part.word("other"),
                        part.number("rate").central(),
                        (int) Math.round(part.number("tenor").central()),
                        part.word("reading"),
                        part.number("later").central());
        };
    }

    private static Map<String, Double> shares(Part part) {
        Map<String, Double> shares = new LinkedHashMap<>();
        part.given("shares", Entry.Shares.class)
                .ifPresent(given -> given.figures().forEach((party, figure) -> shares.put(party, figure.central())));
        return shares;
    }
}
