package org.genryu.report.brief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genryu.balance.risk.Assessment;
import org.genryu.balance.risk.SupplierDependence;
import org.genryu.core.Deadline;
import org.genryu.core.Lang;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.words.Glossary;

/// Whom does home depend on, and who stands behind that?
final class BriefDependences {
    private static final int MOST_HOMES = 2;
    private static final int MOST = 6;
    private static final int MINES = 3;

    private final BriefSubject told;
    private final List<SupplierDependence> leads = new ArrayList<>();

    BriefDependences(BriefSubject told) {
        this.told = told;
    }

    List<Line> lines() {
        if (told.assessment().isEmpty()) {
            return List.of(Line.sentence(told.say(BriefPhrases.NO_TIME)));
        }
        Assessment known = told.assessment().get();
        if (known.homes().isEmpty()) {
            return List.of(Line.sentence(world(known)));
        }
        List<Line> lines = new ArrayList<>();
        for (int home : known.homes().stream().limit(MOST_HOMES).toList()) {
            List<SupplierDependence> all = SupplierDependence.of(known, home, 0);
            lines.add(
                    all.isEmpty()
                            ? Line.sentence(told.say(BriefPhrases.WITHIN, told.name(home)))
                            : new Line(list(home, all), all.size(), told.base().isPresent() ? 1 : 2));
            all.stream().findFirst().ifPresent(leads::add);
        }
        if (known.homes().size() > MOST_HOMES) {
            lines.add(Line.sentence(
                    told.say(BriefPhrases.MORE_HOMES, known.homes().size() - MOST_HOMES)));
        }
        if (told.base().isEmpty()) {
            first().flatMap(this::behind).ifPresent(text -> lines.add(Line.sentence(text)));
        }
        return lines;
    }

    private List<String> list(int home, List<SupplierDependence> all) {
        SupplierDependence first = all.getFirst();
        List<String> entries = new ArrayList<>();
        entries.add(told.say(
                BriefPhrases.LEAD,
                told.name(home),
                told.called().period(0),
                told.shown().label(first.share()),
                told.called().commodity(first.commodity()),
                told.name(first.country())));
        all.stream()
                .skip(1)
                .limit(MOST)
                .map(one -> told.say(
                        BriefPhrases.ONE,
                        told.called().commodity(one.commodity()),
                        told.shown().label(one.share()),
                        told.name(one.country())))
                .forEach(entries::add);
        return entries;
    }

    /// At the place of the partner that uses most of it.
    private Optional<Brief.Goods> goods(SupplierDependence lead) {
        Assessment known = told.assessment().orElseThrow();
        return IntStream.range(0, told.supply().world().places().size())
                .filter(p -> known.countryOf(p) == lead.home())
                .filter(p -> known.usedAt(p, lead.commodity(), 0) > 0)
                .boxed()
                .max(Comparator.<Integer>comparingDouble(p -> known.usedAt(p, lead.commodity(), 0))
                        .thenComparing(Comparator.reverseOrder()))
                .map(p -> new Brief.Goods(p, lead.commodity()));
    }

    private Optional<String> behind(SupplierDependence lead) {
        Assessment known = told.assessment().orElseThrow();
        try {
            return lead.behind(known, 0)
                    .map(behind -> told.say(
                            BriefPhrases.BEHIND,
                            told.name(lead.home()),
                            behind.substance().isElement()
                                    ? Glossary.element(behind.substance().name(), told.lang())
                                    : Glossary.group(behind.substance().name(), told.lang()),
                            behind.origins().stream()
                                    .limit(MINES)
                                    .map(one -> told.say(
                                            one.mined() ? BriefPhrases.MINED : BriefPhrases.FROM,
                                            one.name().in(told.lang()),
                                            told.shown().label(one.share())))
                                    .collect(Collectors.joining(told.lang() == Lang.JA ? "、" : ", ")),
                            told.shown().label(behind.touched()),
                            told.name(lead.country())));
        } catch (Deadline.TimeUp _) {
            return Optional.of(told.say(BriefPhrases.NO_TIME));
        }
    }

    private record Made(int commodity, int country, double share, double value) {}

    /// The largest maker of what is worth most, of all commodities.
    private String world(Assessment known) {
        return IntStream.range(0, told.supply().world().commodities().size())
                .mapToObj(c -> largest(known, c))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble((Made made) -> made.share() * made.value())
                        .thenComparing(Comparator.comparingInt(Made::commodity).reversed()))
                .map(made -> told.say(
                        BriefPhrases.WORLD,
                        told.called().commodity(made.commodity()),
                        told.shown().label(made.share()),
                        told.name(made.country()),
                        told.called().period(0)))
                .orElseGet(() -> told.say(BriefPhrases.NOTHING_MADE));
    }

    private Optional<Made> largest(Assessment known, int commodity) {
        double[] made = IntStream.range(0, known.countries())
                .mapToDouble(k -> known.made(k, commodity, 0))
                .toArray();
        double total = Arrays.stream(made).sum();
        return IntStream.range(0, made.length)
                .filter(k -> made[k] > 0)
                .boxed()
                .max(Comparator.<Integer>comparingDouble(k -> made[k]).thenComparing(Comparator.reverseOrder()))
                .map(k -> new Made(
                        commodity,
                        k,
                        made[k] / total,
                        total * told.balance().markets().mean(commodity, 0)));
    }

    private Optional<SupplierDependence> first() {
        return leads.stream().max(Comparator.comparingDouble(SupplierDependence::atStake));
    }

    /// The goods of what is told first; after [#lines].
    Optional<Brief.Goods> traced() {
        return first().flatMap(this::goods);
    }
}
