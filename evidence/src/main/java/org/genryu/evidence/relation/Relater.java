package org.genryu.evidence.relation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.genryu.core.Deadline;
import org.genryu.core.Text;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.Claim.Kind;
import org.genryu.evidence.entity.Entity;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.entity.Office;

/// Which of many claims belong together, and what do they say together? Claims are compared only within one
/// subject and measure; those that say the same in the same words stand for each other, so that the cost does
/// not grow with the square of the copies.
public final class Relater {
    /// So many different sayings about one thing are compared with each other; the rest only with the references.
    private static final int SAYINGS = 60;

    private static final String UNLINKED = "unlinked";

    private final Gazetteer gazetteer;
    private final List<Claim> references;
    private final PairRules pairs;

    public Relater(Gazetteer gazetteer, List<Claim> references) {
        this.gazetteer = gazetteer;
        this.references = List.copyOf(references);
        this.pairs = new PairRules(references);
    }

    /// All relations, contradictions first, in an order that does not depend on the order of the claims.
    public List<Relation> relate(List<Claim> claims) {
        Map<String, List<Claim>> groups = new TreeMap<>();
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.addAll(references);
        sorted.sort(Comparator.comparing(Claim::id));
        for (Claim claim : sorted) {
            boolean compared = !claim.measure().equals(UNLINKED)
                    && !claim.subject().isEmpty()
                    && claim.kind() != Kind.NAME
                    && !claim.measure().equals("date.document")
                    && !claim.measure().equals("date.happening")
                    && !claim.measure().equals("exchange");
            if (compared) {
                groups.computeIfAbsent(
                                claim.kind() + " " + claim.subject() + " " + claim.measure(), _ -> new ArrayList<>())
                        .add(claim);
            }
        }
        List<Relation> found = new ArrayList<>();
        for (List<Claim> group : groups.values()) {
            Deadline.present().check();
            Sayings sayings = sayings(group);
            compare(sayings.different(), found);
            sayings.seconds().forEach((first, second) -> found.add(pairs.of(first, second)));
        }
        capacities(groups, found);
        parents(sorted, found);
        wholes(sorted, found);
        for (Claim claim : claims) {
            if (claim.measure().equals("name.official")) {
                name(claim).ifPresent(found::add);
            } else if (claim.measure().equals("office.holder")) {
                office(claim).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing((Relation one) -> rank(one.kind()))
                .thenComparing(Relation::a)
                .thenComparing(Relation::b)
                .thenComparing(Relation::rule));
        return List.copyOf(found);
    }

    private static int rank(Relation.Kind kind) {
        return switch (kind) {
            case CONFLICT -> 0;
            case INCONSISTENT_SET -> 1;
            case MISS -> 2;
            case REVISION -> 3;
            case CHANGE -> 4;
            case NOT_COMPARABLE -> 5;
            case AGREE -> 6;
        };
    }

    private record Saying(
            String scope,
            Claim.Nature nature,
            Optional<Quantity> quantity,
            Optional<String> text,
            String days,
            boolean reference) {}

    /// One claim for each different saying, and a second one of another publisher: copies never add support, but
    /// who says the same independently does.
    private record Sayings(List<Claim> different, Map<Claim, Claim> seconds) {}

    private static Sayings sayings(List<Claim> group) {
        Map<Saying, Claim> different = new LinkedHashMap<>();
        Map<Claim, Claim> seconds = new LinkedHashMap<>();
        for (Claim claim : group) {
            String days = claim.period()
                    .map(period -> period.from() + ".." + period.to())
                    .orElse("");
            Saying saying = new Saying(
                    claim.scope(), claim.nature(), claim.quantity(), claim.text(), days, References.isReference(claim));
            Claim first = different.putIfAbsent(saying, claim);
            if (first != null && !first.publisher().equals(claim.publisher())) {
                seconds.putIfAbsent(first, claim);
            }
        }
        return new Sayings(List.copyOf(different.values()), seconds);
    }

    private void compare(List<Claim> sayings, List<Relation> found) {
        for (int i = 0; i < sayings.size(); i++) {
            for (int j = i + 1; j < sayings.size(); j++) {
                boolean both = References.isReference(sayings.get(i)) && References.isReference(sayings.get(j));
                boolean many = i >= SAYINGS || j >= SAYINGS;
                boolean one = References.isReference(sayings.get(i)) || References.isReference(sayings.get(j));
                if (!both && (!many || one)) {
                    found.add(pairs.of(sayings.get(i), sayings.get(j)));
                }
            }
        }
    }

    /// What a plant can make and what it made are shown side by side, never compared (K7).
    private void capacities(Map<String, List<Claim>> groups, List<Relation> found) {
        String capacity = " capacity.production";
        groups.forEach((key, able) -> {
            List<Claim> made = groups.getOrDefault(key.replace(capacity, " amount.production"), List.of());
            if (!key.endsWith(capacity)) {
                return;
            }
            List<Claim> makers = sayings(made).different();
            for (Claim a : sayings(able).different().stream().limit(SAYINGS).toList()) {
                makers.stream()
                        .limit(SAYINGS)
                        .filter(b -> PairRules.overlap(a, b) && a.scope().equals(b.scope()))
                        .forEach(b -> found.add(new Relation(
                                Relation.Kind.NOT_COMPARABLE,
                                "K7",
                                a.id(),
                                b.id(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                List.of("measure"),
                                new Text("one is what can be made, the other what was made.", "一方は能力、他方は実績です。"))));
            }
        });
    }

    /// States of a thing and of what it belongs to stand side by side.
    private void parents(List<Claim> claims, List<Relation> found) {
        List<Claim> states =
                claims.stream().filter(claim -> claim.kind() == Kind.STATUS).toList();
        for (Claim a : states) {
            String parent = gazetteer.entity(a.subject()).map(Entity::parent).orElse("");
            states.stream()
                    .filter(b ->
                            b.subject().equals(parent) && b.measure().equals(a.measure()) && !References.isReference(a))
                    .forEach(b -> found.add(new Relation(
                            Relation.Kind.NOT_COMPARABLE,
                            "K7",
                            a.id(),
                            b.id(),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            List.of("subject"),
                            new Text("one is a part of what the other speaks of.", "一方は他方の一部です。"))));
        }
    }

    /// Shares of one whole that make more than all of it (K8): of the same measure, scope, nature and period.
    private void wholes(List<Claim> claims, List<Relation> found) {
        Map<String, Map<String, Claim>> wholes = new TreeMap<>();
        for (Claim claim : claims) {
            boolean share = claim.measure().matches("share\\.(production|refining|market|demand)")
                    && claim.quantity().isPresent()
                    && claim.period().isPresent();
            boolean country = gazetteer
                    .entity(claim.subject())
                    .filter(entity -> entity.kind().equals("country"))
                    .isPresent();
            if (share && country && claim.quantity().get().low().isPresent()) {
                String key = claim.measure() + " " + claim.scope() + " " + claim.nature() + " "
                        + claim.period().get().from() + ".."
                        + claim.period().get().to();
                wholes.computeIfAbsent(key, _ -> new TreeMap<>())
                        .merge(claim.subject(), claim, (a, b) -> low(a) >= low(b) ? a : b);
            }
        }
        for (Map<String, Claim> whole : wholes.values()) {
            double sum = whole.values().stream()
                    .mapToDouble(
                            claim -> low(claim) - claim.quantity().orElseThrow().grain())
                    .sum();
            if (whole.size() > 1 && sum > 100) {
                List<String> ids = whole.values().stream().map(Claim::id).toList();
                String all = org.genryu.core.number.NumberText.number(
                        whole.values().stream().mapToDouble(Relater::low).sum());
                found.add(new Relation(
                        Relation.Kind.INCONSISTENT_SET,
                        "K8",
                        ids.getFirst(),
                        String.join(" ", ids.subList(1, ids.size())),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        List.of(),
                        new Text("the parts make " + all + " % of the whole.", "部分の合計が全体の " + all + "% になります。")));
            }
        }
    }

    private static double low(Claim claim) {
        return claim.quantity().orElseThrow().low().orElseThrow();
    }

    // ---------------------------------------------------------------- names and offices (K10)

    private Optional<Relation> name(Claim claim) {
        String said = claim.text().orElse("");
        Entity entity = gazetteer.entity(claim.subject()).orElseThrow();
        boolean right = said.endsWith(entity.name().ja())
                || entity.also().stream().anyMatch(name -> name.length() > 3 && said.endsWith(name))
                || said.equals(entity.name().en());
        if (right) {
            return Optional.empty();
        }
        Optional<Entity> other = gazetteer.named(said).stream()
                .filter(one -> !one.id().equals(entity.id()))
                .findFirst();
        Text note = new Text(
                "the name of it is " + entity.name().en() + " (" + entity.name().ja() + ")"
                        + other.map(one -> "; the name given is that of "
                                        + one.name().en() + " " + abbreviation(one))
                                .orElse("")
                        + ".",
                "正式名は" + entity.name().ja() + "です"
                        + other.map(one -> "。書かれた名は" + abbreviation(one) + "のものです")
                                .orElse("") + "。");
        return Optional.of(new Relation(
                Relation.Kind.CONFLICT,
                "K10",
                claim.id(),
                "entity:" + entity.id(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of("name"),
                note));
    }

    private static String abbreviation(Entity entity) {
        return entity.also().stream()
                .filter(name -> name.matches("[A-Z]{3,}"))
                .findFirst()
                .orElse(entity.id());
    }

    /// Somebody is said to hold an office on days on which, by the table, another did; or to have left it while
    /// holding it.
    private Optional<Relation> office(Claim claim) {
        String[] parts = claim.subject().split(":");
        String person = claim.text().orElse("");
        LocalDate from = claim.period().orElseThrow().from().orElseThrow();
        LocalDate to = claim.period().orElseThrow().to().orElseThrow();
        List<Office> known = gazetteer.offices().stream()
                .filter(one -> one.office().equals(parts[1]) && one.country().equals(parts.length > 2 ? parts[2] : ""))
                .toList();
        boolean holds =
                known.stream().anyMatch(one -> one.person().equals(person) && (one.heldOn(from) || one.heldOn(to)));
        Optional<Office> holder = known.stream().filter(one -> one.heldOn(from)).findFirst();
        boolean former = claim.scope().equals("former");
        if (former ? !holds : holds || holder.isEmpty()) {
            return Optional.empty();
        }
        String who = name(person);
        Text note = former
                ? new Text(who + " held the office on " + from + ".", who + "は" + from + "に在任していました。")
                : new Text(
                        who + " did not hold the office on " + from + "; "
                                + name(holder.get().person()) + " did ("
                                + holder.get().source() + ").",
                        who + "は" + from + "に在任しておらず、在任者は" + name(holder.get().person()) + "でした（"
                                + holder.get().source() + "）。");
        String reference =
                "office:" + holder.map(one -> one.person() + ":" + one.from()).orElse(person);
        return Optional.of(new Relation(
                Relation.Kind.CONFLICT,
                "K10",
                claim.id(),
                reference,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of("person", "period"),
                note));
    }

    private String name(String person) {
        return gazetteer.entity(person).map(entity -> entity.name().en()).orElse(person);
    }
}
