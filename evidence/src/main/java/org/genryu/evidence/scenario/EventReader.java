package org.genryu.evidence.scenario;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.ContentHash;
import org.genryu.core.DataTable;
import org.genryu.core.number.NumberText;
import org.genryu.evidence.amount.AmountMention;
import org.genryu.evidence.amount.AmountScanner;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.document.Article;
import org.genryu.evidence.entity.EntityMention;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.text.Sentences;
import org.genryu.evidence.text.Shadow;
import org.genryu.evidence.time.PeriodMention;
import org.genryu.evidence.time.PeriodScanner;
import org.genryu.evidence.time.TimeFrame;

/// Which events does a text tell that a scenario can hold? A sentence tells at most one: the shape whose
/// words stand in it first in the order of the table, with the countries, goods, dates and amounts of the
/// same sentence.
public final class EventReader {
    private static final Pattern AIM = Pattern.compile("^[^\\s、。が]{0,6}?(?:向け|への|へ|に対)");
    private static final Pattern AIM_EN =
            Pattern.compile("(?i)\\b(?:to|against|on|for|from) (?:the )?(?:[a-z]+ and (?:the )?)?$");
    private static final Pattern TOWARDS = Pattern.compile("対(日|米|中|韓|欧)(?!話|応|策|象|抗|立|面|価|外|内|処|称|照|比|局|潜)");
    private static final Map<String, String> TOWARDS_CODES =
            Map.of("日", "JP", "米", "US", "中", "CN", "韓", "KR", "欧", "EU");
    private static final Pattern DENIED = Pattern.compile(
            "(?i)(?:解除|撤廃|再開|しない|検討|可能性|恐れ|懸念)|\\b(?:lifts?|lifted|resumes?|resumed|may(?!,? (?:\\d{1,2},? )?(?:19|20)\\d{2})|might|could|considers?|denies|fears?|threatens?)\\b");

    private final Gazetteer gazetteer;
    private final Map<Pattern, String> shapes = new LinkedHashMap<>();
    private final Map<String, List<String>> goods = new LinkedHashMap<>();

    public EventReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        for (NamedCsvRecord row : DataTable.rows(EventReader.class, "shapes.csv")) {
            shapes.put(Pattern.compile(row.getField("words")), row.getField("shape"));
        }
        for (NamedCsvRecord row : DataTable.rows(EventReader.class, "commodities.csv")) {
            goods.put(row.getField("entity"), DataTable.parts(row.getField("commodity")));
        }
    }

    /// The events of an article, in the order in which they stand there.
    public List<ToldEvent> events(Article article, TimeFrame frame) {
        Shadow shadow = Shadow.of(article.text());
        String text = shadow.text();
        boolean any = Sentences.of(text).stream()
                .anyMatch(sentence ->
                        shape(text.substring(sentence.from(), sentence.to())).isPresent());
        if (!any) {
            return List.of();
        }
        Optional<LocalDate> told = frame.document()
                .or(article::date)
                .or(() -> PeriodScanner.documentDate(text, frame).flatMap(period -> period.from()));
        List<PeriodMention> periods =
                PeriodScanner.scan(text, told.map(frame::dated).orElse(frame));
        List<AmountMention> amounts =
                AmountScanner.scan(text, PeriodScanner.taken(periods)).amounts();
        List<EntityMention> entities = gazetteer.mentions(text);
        List<ToldEvent> found = new ArrayList<>();
        for (Sentences.Sentence sentence : Sentences.of(text)) {
            String words = text.substring(sentence.from(), sentence.to());
            shape(words)
                    .flatMap(shape -> event(shape, article, shadow, sentence, periods, amounts, entities, told))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private Optional<String> shape(String sentence) {
        if (DENIED.matcher(sentence).find()) {
            return Optional.empty();
        }
        return shapes.entrySet().stream()
                .filter(shape -> shape.getKey().matcher(sentence).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Optional<ToldEvent> event(
            String shape,
            Article article,
            Shadow shadow,
            Sentences.Sentence sentence,
            List<PeriodMention> periods,
            List<AmountMention> amounts,
            List<EntityMention> entities,
            Optional<LocalDate> told) {
        String text = shadow.text();
        Set<String> from = new LinkedHashSet<>();
        Set<String> to = new LinkedHashSet<>();
        Set<String> things = new LinkedHashSet<>();
        Optional<String> strait = Optional.empty();
        boolean aimed = false;
        for (EntityMention one : inside(entities, sentence)) {
            String kind = one.entity().kind();
            if (kind.equals("mineral") && goods.containsKey(one.entity().id())) {
                things.addAll(goods.getOrDefault(one.entity().id(), List.of()));
            } else if (kind.equals("strait")) {
                strait = strait.or(() -> Optional.of(one.entity().id()));
            } else if (kind.equals("country")
                    || ((kind.equals("agency") || kind.equals("firm") || kind.equals("project"))
                            && !one.entity().parent().isEmpty()
                            && one.entity().parent().length() == 2)) {
                String code = (kind.equals("country")
                                ? one.entity().id()
                                : one.entity().parent())
                        .toUpperCase(Locale.ROOT);
                aimed = isAim(text, one, aimed);
                (aimed && !from.contains(code) ? to : from).add(code);
            }
        }
        Matcher towards = TOWARDS.matcher(text).region(sentence.from(), sentence.to());
        while (towards.find()) {
            to.add(TOWARDS_CODES.getOrDefault(towards.group(1), ""));
        }
        from.removeAll(to);
        if (shape.equals("tariff")) {
            taxed(from, to);
        }
        to.remove("EU");
        boolean whole = switch (shape) {
            case "closure" -> strait.isPresent();
            case "outage" -> !from.isEmpty();
            case "tariff" -> !to.isEmpty() && !things.isEmpty();
            default -> !from.isEmpty() && !things.isEmpty();
        };
        if (!whole) {
            return Optional.empty();
        }
        Optional<YearMonth> start = periods.stream()
                .filter(one -> one.from() >= sentence.from() && one.to() <= sentence.to())
                .map(one -> one.period().from())
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> told)
                .map(YearMonth::from);
        List<AmountMention> here = amounts.stream()
                .filter(one -> one.from() >= sentence.from() && one.to() <= sentence.to())
                .toList();
        Map<String, String> sizes = sizes(shape, here);
        String claim = "sha256:"
                + ContentHash.of(String.join(
                                "\n",
                                shape,
                                from.toString(),
                                to.toString(),
                                things.toString(),
                                strait.orElse(""),
                                start.toString(),
                                article.name())
                        .getBytes(StandardCharsets.UTF_8));
        return Optional.of(new ToldEvent(
                shape,
                List.copyOf(from),
                List.copyOf(to),
                List.copyOf(things),
                strait,
                start,
                months(here),
                sizes,
                claim,
                article.name(),
                shadow.stretch(sentence.from(), sentence.to())));
    }

    /// Who is named first sets the tariff on what comes from the others: the goods go to the one who taxes them.
    private static void taxed(Set<String> from, Set<String> to) {
        List<String> all = new ArrayList<>(from);
        all.addAll(to);
        from.clear();
        to.clear();
        if (!all.isEmpty()) {
            to.add(all.getFirst());
            from.addAll(all.subList(1, all.size()));
        }
    }

    private static List<EntityMention> inside(List<EntityMention> entities, Sentences.Sentence sentence) {
        return entities.stream()
                .filter(one -> one.from() >= sentence.from() && one.to() <= sentence.to())
                .toList();
    }

    /// Whether something is done to the one that is named. `to Japan and the United States` aims at both.
    private static boolean isAim(String text, EntityMention one, boolean before) {
        String behind = text.substring(one.to(), Math.min(text.length(), one.to() + 12));
        String front = text.substring(Math.max(0, one.from() - 30), one.from());
        boolean listed = before && front.matches("(?s).*(?:and|,|・|と|、)(?: the)? ?$");
        boolean joined = behind.matches("(?s)(?:と|・|、).{1,6}(?:向け|への|へ|に対).*");
        return AIM.matcher(behind).find() || AIM_EN.matcher(front).find() || listed || joined;
    }

    private static OptionalInt months(List<AmountMention> amounts) {
        for (AmountMention one : amounts) {
            Quantity quantity = one.quantity();
            double unit = switch (quantity.unit()) {
                case "yr" -> 12;
                case "month" -> 1;
                case "week" -> 12 / 52.0;
                default -> 0;
            };
            if (unit > 0 && quantity.mode().isPresent()) {
                return OptionalInt.of(
                        (int) Math.max(1, Math.ceil(quantity.mode().getAsDouble() * unit)));
            }
        }
        return OptionalInt.empty();
    }

    private static Map<String, String> sizes(String shape, List<AmountMention> amounts) {
        Map<String, String> sizes = new TreeMap<>();
        for (AmountMention one : amounts) {
            Quantity quantity = one.quantity();
            if (!quantity.unit().equals("%") || quantity.mode().isEmpty() || !sizes.isEmpty()) {
                continue;
            }
            double percent = quantity.mode().getAsDouble();
            double size = Math.abs(percent) / 100;
            switch (shape) {
                case "tariff" -> sizes.put("rate", NumberText.exact(size));
                case "quota" -> sizes.put("share", NumberText.exact(Math.max(0, 1 - size)));
                case "dumping" -> sizes.put("price", "-" + NumberText.exact(Math.abs(percent)) + " %");
                case "ban", "closure" -> {
                    if (size < 1) {
                        sizes.put("leak", NumberText.exact(Math.round((1 - size) * 1e9) / 1e9));
                    }
                }
                case "outage" -> sizes.put("loss", NumberText.exact(Math.min(1, size)));
                default -> {
                    // a licence has no single size
                }
            }
        }
        return sizes;
    }
}
