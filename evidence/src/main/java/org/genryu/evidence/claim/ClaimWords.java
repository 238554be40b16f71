package org.genryu.evidence.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.core.number.Units;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.entity.Entity;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.time.StatedPeriod;

/// A claim in words, in either language.
public final class ClaimWords {
    private final Gazetteer gazetteer;
    private final MeasureTable measures = new MeasureTable();

    public ClaimWords(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /// What it is about: `China: share of refining (Rare earths)`.
    public String about(Claim claim, Lang lang) {
        String measure = measure(claim.measure()).in(lang);
        String scope = Arrays.stream(claim.scope().split(";"))
                .filter(part -> !part.isEmpty())
                .map(part -> scope(part).in(lang))
                .collect(Collectors.joining(lang == Lang.EN ? ", " : "、"));
        String subject = claim.subject().isEmpty()
                ? new Text("unknown", "不明").in(lang)
                : subject(claim.subject()).in(lang);
        return subject
                + (lang == Lang.EN ? ": " : "：")
                + measure
                + (scope.isEmpty() ? "" : lang == Lang.EN ? " (" + scope + ")" : "（" + scope + "）");
    }

    /// What is said: an amount, a name, a state; and when.
    public String value(Claim claim, Lang lang) {
        List<String> parts = new ArrayList<>();
        claim.quantity().map(quantity -> amount(quantity, lang)).ifPresent(parts::add);
        claim.text().map(text -> named(text, lang)).ifPresent(parts::add);
        claim.period().map(ClaimWords::days).filter(days -> !days.isEmpty()).ifPresent(parts::add);
        if (claim.nature() != Claim.Nature.ACTUAL) {
            parts.add(nature(claim.nature()).in(lang));
        }
        return String.join(", ", parts);
    }

    private String named(String text, Lang lang) {
        return state(text)
                .or(() -> gazetteer.entity(text).map(Entity::name))
                .orElse(Text.same(text))
                .in(lang);
    }

    /// How far something has come, in words; empty if the text is no state.
    public static Optional<Text> state(String text) {
        return switch (text) {
            case "contract" -> Optional.of(new Text(text, "契約"));
            case "letter of intent" -> Optional.of(new Text(text, "関心表明"));
            case "memorandum" -> Optional.of(new Text(text, "覚書"));
            case "heads of agreement" -> Optional.of(new Text(text, "基本合意"));
            case "not named" -> Optional.of(new Text(text, "明示なし"));
            case "makes mining possible" -> Optional.of(new Text(text, "採掘が可能"));
            case "test" -> Optional.of(new Text(text, "試験"));
            case "sample-scale test" -> Optional.of(new Text(text, "試料規模の試験"));
            case "commercial" -> Optional.of(new Text(text, "商業化"));
            default -> Optional.empty();
        };
    }

    private static String amount(Quantity quantity, Lang lang) {
        String unit = quantity.unit();
        boolean money = Units.currencyCode(unit).isPresent() && unit.length() == 3;
        Optional<String> low = quantity.low().isPresent()
                ? Optional.of(one(quantity.low().getAsDouble(), unit, money, lang))
                : Optional.empty();
        Optional<String> high = quantity.high().isPresent()
                ? Optional.of(one(quantity.high().getAsDouble(), unit, money, lang))
                : Optional.empty();
        if (low.isPresent() && low.equals(high)) {
            return low.get();
        }
        if (low.isEmpty()) {
            return quantity.bound().sign() + " " + high.orElse("");
        }
        return high.map(top -> low.get() + " .. " + top).orElse(quantity.bound().sign() + " " + low.get());
    }

    private static String one(double value, String unit, boolean money, Lang lang) {
        return money
                ? NumberText.money(value, unit, lang)
                : unit.equals("%") ? NumberText.number(value) + "%" : NumberText.amount(value, unit, lang);
    }

    private static String days(StatedPeriod period) {
        String from = period.from().map(LocalDate::toString).orElse("");
        String to = period.to().map(LocalDate::toString).orElse("");
        return from.equals(to) ? from : from + ".." + to;
    }

    private Text subject(String id) {
        if (id.startsWith("summit:")) {
            Text pair = subject(id.substring("summit:".length()));
            return new Text("Summit of " + pair.en(), pair.ja() + "首脳会談");
        }
        if (id.startsWith("office:")) {
            String[] parts = id.split(":");
            Text country = subject(parts.length > 2 ? parts[2] : "");
            Text office = switch (parts[1]) {
                case "head-of-government" -> new Text("head of government", "首相");
                case "head-of-state" -> new Text("head of state", "国家元首");
                case "finance-minister" -> new Text("finance minister", "財務相");
                default -> new Text("foreign minister", "外相");
            };
            return new Text(country.en() + ", " + office.en(), country.ja() + "の" + office.ja());
        }
        if (id.startsWith("document:")) {
            return new Text("This document", "この文書");
        }
        return gazetteer.entity(id).map(entity -> entity.name()).orElse(Text.same(id));
    }

    private Text scope(String part) {
        if (part.startsWith("on:")) {
            Text on = subject(part.substring(3));
            return new Text("on " + on.en(), on.ja() + "への");
        }
        if (part.startsWith("content:")) {
            return Text.same(part.substring("content:".length()));
        }
        return part.equals("first") ? new Text("first", "初回") : subject(part);
    }

    private Text measure(String id) {
        if (id.startsWith("change.")) {
            Text of = measure(id.substring("change.".length()));
            return new Text("change of " + of.en(), of.ja() + "の増減");
        }
        return switch (id) {
            case "date.document" -> new Text("date", "日付");
            case "date.event" -> new Text("day", "開催日");
            case Happenings.MEASURE -> new Text("day of an event", "出来事の日");
            case "event.export_stop" -> new Text("stop of exports", "輸出停止");
            case "status.commitment" -> new Text("commitment", "約束の段階");
            case "status.readiness" -> new Text("readiness", "実用化の段階");
            case "name.official" -> new Text("name", "名称");
            case "office.holder" -> new Text("holder", "在任者");
            case "exchange" -> new Text("exchange rate", "為替換算率");
            case AmountClaims.UNLINKED -> new Text("not told of what", "対象不明");
            default -> measures.measure(id).map(MeasureTable.Measure::name).orElse(Text.same(id));
        };
    }

    private static Text nature(Claim.Nature nature) {
        return switch (nature) {
            case ACTUAL -> new Text("fact", "実績");
            case ESTIMATE -> new Text("estimate", "推定");
            case FORECAST -> new Text("forecast", "見通し");
            case TARGET -> new Text("target", "目標");
            case PROPOSAL -> new Text("proposal", "提案");
            case CAPABILITY -> new Text("capability", "能力");
            case AGREED -> new Text("agreed", "合意");
        };
    }
}
