package org.genryu.web.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Text;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// The main terms of a term sheet: what each is in the sheet, and the sheet with others instead. Numbers stay texts as
/// people write them; whether they can be read is told by the command that values the sheet.
final class SheetTerms {
    /// A term that may be changed; its name stands in addresses.
    enum Term {
        PRICE("Price path, times", "価格の倍率"),
        FLOOR("Floor price", "下限価格"),
        GEARING("Loans, share of cost", "借入の割合"),
        RATE("Interest of the first loan", "最初の借入の金利"),
        COVER("Guarantee, share covered", "保証割合"),
        DELAY("Delay, months", "遅延（月）"),
        TAX("Tax rate", "税率");

        private final String en;
        private final String ja;

        Term(String en, String ja) {
            this.en = en;
            this.ja = ja;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        Text label() {
            return new Text(en, ja);
        }
    }

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
    private static final List<String> PRICE_KEYS = List.of("start", "level");
    private static final String VALUE = "value";

    private final Map<String, Object> sheet;

    private SheetTerms(Map<String, Object> sheet) {
        this.sheet = sheet;
    }

    /// The terms of a sheet; empty if it is no map of YAML.
    static Optional<SheetTerms> of(String yaml) {
        try {
            Object tree = new Load(LoadSettings.builder()
                            .setSchema(new FailsafeSchema())
                            .build())
                    .loadFromString(yaml);
            return map(tree).map(SheetTerms::new);
        } catch (YamlEngineException _) {
            return Optional.empty();
        }
    }

    Text title(String id) {
        return map(sheet.get("title"))
                .map(both -> new Text(word(both.get("en"), id), word(both.get("ja"), id)))
                .orElse(Text.same(word(sheet.get("title"), id)));
    }

    private static String word(@Nullable Object entry, String otherwise) {
        return entry instanceof String text ? text : otherwise;
    }

    /// What the sheet says of a term; empty where it says nothing.
    Optional<String> now(Term term) {
        return switch (term) {
            case PRICE -> prices().isEmpty() ? Optional.empty() : Optional.of("1");
            case FLOOR -> support("floor").flatMap(one -> written(one, "price"));
            case GEARING -> section("finance").flatMap(one -> written(one, "gearing"));
            case RATE -> loan().flatMap(one -> written(one, "rate"));
            case COVER -> support("guarantee").flatMap(one -> written(one, "cover"));
            case DELAY -> delay().flatMap(one -> written(one, "months"));
            case TAX -> section("fiscal").flatMap(one -> written(one, "tax"));
        };
    }

    /// Whether the term can be changed: a guarantee needs a loan, a rate one to be the rate of.
    boolean has(Term term) {
        return switch (term) {
            case FLOOR -> product().isPresent();
            case DELAY -> section("schedule").isPresent();
            case PRICE, GEARING, RATE, COVER, TAX -> now(term).isPresent();
        };
    }

    /// The sheet with another value of a term.
    void set(Term term, String value) {
        switch (term) {
            case PRICE -> factor(value).ifPresent(this::scale);
            case FLOOR -> floor(value);
            case GEARING -> section("finance").ifPresent(one -> one.put("gearing", value));
            case RATE -> loan().ifPresent(one -> one.put("rate", value));
            case COVER -> support("guarantee").ifPresent(one -> one.put("cover", value));
            case DELAY -> section("schedule").ifPresent(one -> one.put("delay", late(value)));
            case TAX -> section("fiscal").ifPresent(one -> one.put("tax", value));
        }
    }

    /// As a file.
    String yaml() {
        return new Dump(DumpSettings.builder()
                        .setSchema(new FailsafeSchema())
                        .setWidth(200)
                        .build())
                .dumpToString(sheet);
    }

    // ---------------------------------------------------------------- parts of the sheet

    private static Optional<Map<String, Object>> map(@Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> found)) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked") // keys of a sheet are words; another key is an error that the reader tells
        Map<String, Object> words = (Map<String, Object>) found;
        return Optional.of(words);
    }

    private static List<Map<String, Object>> maps(@Nullable Object entry) {
        List<Map<String, Object>> all = new ArrayList<>();
        if (entry instanceof List<?> list) {
            list.forEach(one -> map(one).ifPresent(all::add));
        }
        return all;
    }

    private Optional<Map<String, Object>> section(String name) {
        return map(sheet.get(name));
    }

    private Optional<Map<String, Object>> loan() {
        return section("finance").stream()
                .flatMap(one -> maps(one.get("loans")).stream())
                .findFirst();
    }

    private Optional<Map<String, Object>> support(String kind) {
        return maps(sheet.get("supports")).stream()
                .flatMap(one -> map(one.get(kind)).stream())
                .findFirst();
    }

    private Optional<Map<String, Object>> delay() {
        return section("schedule").flatMap(one -> map(one.get("delay")));
    }

    private Optional<String> product() {
        return maps(sheet.get("products")).stream()
                .flatMap(one -> Optional.ofNullable(one.get("product")).stream())
                .map(String::valueOf)
                .findFirst();
    }

    private List<Map<String, Object>> prices() {
        return section("prices").stream()
                .flatMap(one -> one.values().stream())
                .flatMap(one -> map(one).stream())
                .toList();
    }

    /// A number stands alone or with its source.
    private static Optional<String> written(Map<String, Object> part, String key) {
        Object entry = part.get(key);
        return entry instanceof String text
                ? Optional.of(text)
                : map(entry).map(one -> word(one.get(VALUE), "")).filter(text -> !text.isEmpty());
    }

    // ---------------------------------------------------------------- what is changed

    private static Map<String, Object> late(String months) {
        Map<String, Object> delay = new LinkedHashMap<>();
        delay.put("chance", "100 %");
        delay.put("months", months);
        return delay;
    }

    private void floor(String price) {
        Optional<Map<String, Object>> known = support("floor");
        if (known.isPresent()) {
            known.get().put("price", price);
        } else if (product().isPresent()) {
            Map<String, Object> floor = new LinkedHashMap<>();
            floor.put("giver", "state");
            floor.put("product", product().get());
            floor.put("price", price);
            Map<String, Object> support = new LinkedHashMap<>();
            support.put("floor", floor);
            List<Object> all = new ArrayList<>(maps(sheet.get("supports")));
            all.add(support);
            sheet.put("supports", all);
        }
    }

    /// `1.1` or `110 %`.
    private static Optional<BigDecimal> factor(String text) {
        String plain = text.replace("％", "%").strip();
        boolean percent = plain.endsWith("%");
        String number = percent ? plain.substring(0, plain.length() - 1).strip() : plain;
        return number.matches("\\d{1,9}(\\.\\d{1,9})?")
                ? Optional.of(new BigDecimal(number).movePointLeft(percent ? 2 : 0))
                : Optional.empty();
    }

    /// Whether a factor can be read.
    static boolean isFactor(String text) {
        return factor(text).isPresent();
    }

    private void scale(BigDecimal factor) {
        for (Map<String, Object> price : prices()) {
            for (String key : PRICE_KEYS) {
                written(price, key).ifPresent(text -> price.put(key, scaled(text, factor)));
            }
            if (price.get("values") instanceof List<?> values) {
                price.put(
                        "values",
                        values.stream()
                                .map(one -> one instanceof String text ? scaled(text, factor) : one)
                                .toList());
            }
        }
    }

    /// The first number of a text, or both ends of a range, times the factor.
    private static String scaled(String text, BigDecimal factor) {
        Matcher found = NUMBER.matcher(text);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (found.find()
                && (at == 0 || text.substring(at, found.start()).strip().equals(".."))) {
            String number = new BigDecimal(found.group().replace(",", ""))
                    .multiply(factor)
                    .stripTrailingZeros()
                    .toPlainString();
            out.append(text, at, found.start()).append(number);
            at = found.end();
        }
        return out.append(text.substring(at)).toString();
    }
}
