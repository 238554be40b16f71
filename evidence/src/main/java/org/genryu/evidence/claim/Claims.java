package org.genryu.evidence.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Text;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.claim.Claim.Kind;
import org.genryu.evidence.claim.Claim.Nature;
import org.genryu.evidence.claim.Claim.Quote;
import org.genryu.evidence.text.Stretch;
import org.genryu.evidence.time.StatedPeriod;

/// How claims of one article are made, and those that say the same become one.
final class Claims {
    private Claims() {}

    static Claim draft(
            Page page,
            Kind kind,
            String subject,
            String measure,
            String scope,
            Nature nature,
            Optional<Quantity> quantity,
            Optional<String> text,
            Optional<StatedPeriod> period,
            int from,
            int to,
            double confidence,
            List<String> rules,
            Optional<Text> doubt) {
        Optional<Text> hidden = page.shadow().hides(from, to)
                ? Optional.of(new Text("the text holds signs there that no reader sees.", "目に見えない文字が含まれています。"))
                : Optional.empty();
        Optional<Text> dubious = period.filter(StatedPeriod::isDoubtful)
                .map(_ -> new Text("its date may be meant otherwise.", "日付が別の意味かもしれません。"));
        String publisher = page.article().publisher().isEmpty()
                ? page.article().name()
                : page.article().publisher();
        return new Claim(
                "",
                kind,
                subject,
                measure,
                scope,
                nature,
                quantity,
                text,
                period,
                page.statedAt(),
                new Quote(page.article().name(), page.shadow().stretch(from, to)),
                List.of(),
                publisher,
                Math.min(0.95, confidence),
                rules,
                hidden.or(() -> doubt).or(() -> dubious));
    }

    private record Same(
            Kind kind,
            String subject,
            String measure,
            String scope,
            Optional<Quantity> quantity,
            Optional<String> text,
            String period) {}

    /// What says the same of the same is one claim with several places. It has the nature that is said most
    /// often, the period that is told, and the highest confidence. An amount of which it is open what it is
    /// stays by itself.
    static List<Claim> joined(List<Claim> drafts) {
        Map<Same, List<Claim>> groups = new LinkedHashMap<>();
        for (Claim draft : drafts) {
            String period = draft.kind() == Kind.AMOUNT && !draft.measure().equals(AmountClaims.UNLINKED)
                    ? ""
                    : days(draft.period());
            groups.computeIfAbsent(
                            new Same(
                                    draft.kind(),
                                    draft.subject(),
                                    draft.measure(),
                                    draft.scope(),
                                    draft.quantity(),
                                    draft.text(),
                                    period),
                            _ -> new ArrayList<>())
                    .add(draft);
        }
        List<Claim> joined = new ArrayList<>();
        for (List<Claim> group : groups.values()) {
            joined.addAll(byPeriod(group));
        }
        joined.sort(java.util.Comparator.comparingInt(
                claim -> claim.quote().stretch().start()));
        return joined.stream().map(claim -> claim.with(ClaimJson.id(claim))).toList();
    }

    /// The days of a period, however they were written.
    private static String days(Optional<StatedPeriod> period) {
        return period.map(one -> one.from() + ".." + one.to()).orElse("");
    }

    /// Those of different periods stay apart; those without one go to the first.
    private static List<Claim> byPeriod(List<Claim> group) {
        Map<String, List<Claim>> periods = new LinkedHashMap<>();
        group.stream()
                .filter(claim -> claim.period().isPresent())
                .forEach(claim -> periods.computeIfAbsent(days(claim.period()), _ -> new ArrayList<>())
                        .add(claim));
        List<Claim> open =
                group.stream().filter(claim -> claim.period().isEmpty()).toList();
        if (periods.isEmpty()) {
            return List.of(one(open));
        }
        periods.values().iterator().next().addAll(open);
        return periods.values().stream().map(Claims::one).toList();
    }

    private static Claim one(List<Claim> same) {
        List<Claim> sorted = same.stream()
                .sorted(java.util.Comparator.comparingInt(
                        claim -> claim.quote().stretch().start()))
                .toList();
        Claim first = sorted.getFirst();
        Map<Nature, Integer> votes = new LinkedHashMap<>();
        sorted.forEach(claim -> votes.merge(claim.nature(), 1, Integer::sum));
        Nature nature = votes.entrySet().stream()
                .max(Map.Entry.<Nature, Integer>comparingByValue()
                        .thenComparing(entry -> -entry.getKey().ordinal()))
                .orElseThrow()
                .getKey();
        double confidence = sorted.stream().mapToDouble(Claim::confidence).max().orElse(0);
        Optional<StatedPeriod> period =
                sorted.stream().map(Claim::period).flatMap(Optional::stream).findFirst();
        List<Stretch> more = sorted.stream()
                .skip(1)
                .map(claim -> claim.quote().stretch())
                .distinct()
                .toList();
        return new Claim(
                "",
                first.kind(),
                first.subject(),
                first.measure(),
                first.scope(),
                nature,
                first.quantity(),
                first.text(),
                period,
                first.statedAt(),
                first.quote(),
                more,
                first.publisher(),
                confidence,
                first.rules(),
                first.doubt());
    }
}
