package org.genryu.evidence.relation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.core.Text;
import org.genryu.core.number.Units;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.Claim.Nature;
import org.genryu.evidence.claim.ClaimWords;
import org.genryu.evidence.time.StatedPeriod;

/// What do two claims about the same measure of the same subject say together?
///
/// K1 same scope and nature, and periods that overlap, else they are not compared but told apart · K2
/// intervals widened by rounding · K3 they meet: agree · K4 they do not: conflict · K5 same publisher later:
/// revision · K6 another period: change; forecast against fact: miss · K7 unit, basis, scope or nature
/// differ: not comparable · K9 two currencies: through a cited rate.
final class PairRules {
    /// A ratio that near to a power of ten looks like a slip of scale.
    private static final double POWER_OF_TEN = 0.01;

    /// The rate with which currencies are compared.
    private final Optional<Claim> usdJpy;

    PairRules(List<Claim> references) {
        this.usdJpy = references.stream()
                .filter(one -> one.measure().equals("exchange"))
                .findFirst();
    }

    Relation of(Claim a, Claim b) {
        return switch (a.kind()) {
            case AMOUNT -> amounts(a, b);
            case PERIOD -> periods(a, b);
            case STATUS -> states(a, b);
            case NAME, PLACE -> names(a, b);
        };
    }

    // ---------------------------------------------------------------- amounts

    private Relation amounts(Claim a, Claim b) {
        Quantity left = a.quantity().orElseThrow();
        Quantity right = b.quantity().orElseThrow();
        boolean miss = isForecast(a) != isForecast(b)
                && (isActual(a) || isActual(b))
                && overlap(a, b)
                && a.scope().equals(b.scope());
        List<String> fields = differences(a, b, left, right, miss);
        Interval one = Interval.of(left);
        Interval two = Interval.of(right);
        Optional<Interval> same = one.in(left.unit(), right.unit());
        boolean money = Units.currencyCode(left.unit()).isPresent()
                && Units.currencyCode(right.unit()).isPresent();
        if (same.isEmpty() && !(money && fields.isEmpty())) {
            fields.add("unit");
        }
        if (!fields.isEmpty()) {
            return new Relation(
                    Relation.Kind.NOT_COMPARABLE,
                    "K7",
                    a.id(),
                    b.id(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    fields,
                    differ(fields));
        }
        if (same.isEmpty()) {
            return throughRate(a, b, one, two);
        }
        return compared(a, b, same.get(), two, miss, "");
    }

    private static List<String> differences(Claim a, Claim b, Quantity left, Quantity right, boolean miss) {
        List<String> fields = new ArrayList<>();
        if (!a.scope().equals(b.scope())) {
            fields.add("scope");
        }
        boolean physical = a.measure().startsWith("length.");
        if (a.nature() != b.nature() && !miss && !physical && !(isStanding(a) && isStanding(b))) {
            fields.add("nature");
        }
        if (left.basis() != right.basis()) {
            fields.add("basis");
        }
        return fields;
    }

    /// A fact and what was agreed may both be a standing figure: an envelope of money that was agreed is told as
    /// one.
    private static boolean isStanding(Claim claim) {
        return claim.nature() == Nature.ACTUAL || claim.nature() == Nature.AGREED || claim.nature() == Nature.ESTIMATE;
    }

    private static boolean isForecast(Claim claim) {
        return claim.nature() == Nature.FORECAST;
    }

    private static boolean isActual(Claim claim) {
        return claim.nature() == Nature.ACTUAL;
    }

    private Relation compared(Claim a, Claim b, Interval one, Interval two, boolean miss, String through) {
        if (one.meets(two)) {
            boolean other = !overlap(a, b);
            return other
                    ? change(a, b, one, two)
                    : relation(
                            Relation.Kind.AGREE,
                            through.isEmpty() ? "K3" : "K9",
                            a,
                            b,
                            one,
                            two,
                            new Text("the two can both be so" + through + ".", "両方が同時に成り立ちます" + through + "。"));
        }
        if (!overlap(a, b)) {
            return change(a, b, one, two);
        }
        if (miss) {
            return relation(
                    Relation.Kind.MISS,
                    "K6",
                    a,
                    b,
                    one,
                    two,
                    new Text("what came is not what was forecast.", "実績が予測と異なります。"));
        }
        if (a.publisher().equals(b.publisher())
                && !a.quote().document().equals(b.quote().document())
                && !a.statedAt().isEmpty()
                && !b.statedAt().isEmpty()
                && !a.statedAt().equals(b.statedAt())) {
            return relation(
                    Relation.Kind.REVISION,
                    "K5",
                    a,
                    b,
                    one,
                    two,
                    new Text("the same publisher says another amount later.", "同じ発行元が後日に別の数値を示しています。"));
        }
        boolean within = a.quote().document().equals(b.quote().document());
        Text slip = slip(one, two);
        Text note = within
                ? new Text("one document says both. " + slip.en(), "一つの文書が両方を述べています。" + slip.ja())
                : new Text("not both can be so. " + slip.en(), "両方が同時には成り立ちません。" + slip.ja());
        return relation(
                Relation.Kind.CONFLICT,
                within ? "K8" : "K4",
                a,
                b,
                one,
                two,
                new Text(note.en().strip(), note.ja()));
    }

    private static Relation change(Claim a, Claim b, Interval one, Interval two) {
        return relation(
                Relation.Kind.CHANGE, "K6", a, b, one, two, new Text("they are of different periods.", "対象の期間が異なります。"));
    }

    private static Text slip(Interval one, Interval two) {
        double x = middle(one);
        double y = middle(two);
        double power = Math.log10(Math.abs(x / y));
        boolean near = Double.isFinite(power)
                && Math.abs(Math.rint(power)) >= 1
                && Math.abs(Math.pow(10, power - Math.rint(power)) - 1) <= POWER_OF_TEN;
        return near
                ? new Text("They differ by a power of ten: a slip of scale?", "10のべき乗だけ違います。位の取り違えではありませんか。")
                : new Text("", "");
    }

    private static double middle(Interval interval) {
        return Double.isInfinite(interval.low())
                ? interval.high()
                : Double.isInfinite(interval.high()) ? interval.low() : (interval.low() + interval.high()) / 2;
    }

    private Relation throughRate(Claim a, Claim b, Interval one, Interval two) {
        String from = a.quantity().orElseThrow().unit();
        String to = b.quantity().orElseThrow().unit();
        double implied = from.equals("JPY") ? middle(one) / middle(two) : middle(two) / middle(one);
        String rate = String.format(Locale.ROOT, "%.1f", implied);
        boolean known = usdJpy.isPresent()
                && ((from.equals("JPY") && to.equals("USD")) || (from.equals("USD") && to.equals("JPY")));
        if (!known) {
            return new Relation(
                    Relation.Kind.NOT_COMPARABLE,
                    "K9",
                    a.id(),
                    b.id(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    List.of("unit"),
                    new Text(
                            "two currencies; the rate that makes them equal is " + rate + ".",
                            "通貨が異なります。等しくなる為替は " + rate + " です。"));
        }
        Interval cited = Interval.of(usdJpy.get().quantity().orElseThrow());
        Interval left = from.equals("JPY") ? one.over(cited) : one;
        Interval right = to.equals("JPY") ? two.over(cited) : two;
        return compared(a, b, left, right, false, " (" + rate + " JPY/USD)");
    }

    // ---------------------------------------------------------------- periods, states, names

    private static Relation periods(Claim a, Claim b) {
        if (!a.scope().equals(b.scope())) {
            List<String> fields = List.of(a.measure().equals("date.event") ? "persons" : "scope");
            return new Relation(
                    Relation.Kind.NOT_COMPARABLE,
                    "K7",
                    a.id(),
                    b.id(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    fields,
                    differ(fields));
        }
        if (overlap(a, b)) {
            return new Relation(
                    Relation.Kind.AGREE,
                    "K3",
                    a.id(),
                    b.id(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    List.of(),
                    new Text("both name the same days.", "同じ日を指しています。"));
        }
        long days = Math.abs(ChronoUnit.DAYS.between(start(a), start(b)));
        return new Relation(
                Relation.Kind.CONFLICT,
                "K4",
                a.id(),
                b.id(),
                OptionalDouble.empty(),
                OptionalDouble.of(days),
                List.of(),
                new Text("the dates are " + days + " days apart.", "日付が" + days + "日離れています。"));
    }

    private static LocalDate start(Claim claim) {
        StatedPeriod period = claim.period().orElseThrow();
        return period.from().or(period::to).orElseThrow();
    }

    private static final List<String> COMMITMENT =
            List.of("not named", "letter of intent", "memorandum", "heads of agreement", "contract");
    private static final List<String> READINESS =
            List.of("sample-scale test", "test", "makes mining possible", "commercial");

    /// A state that is said to be further on earlier than one that is less so is a conflict; the other way
    /// round it is a change.
    private static Relation states(Claim a, Claim b) {
        String left = a.text().orElse("");
        String right = b.text().orElse("");
        boolean tests = left.endsWith("test") && right.endsWith("test");
        if (left.equals(right) || tests) {
            return new Relation(
                    Relation.Kind.AGREE,
                    "K3",
                    a.id(),
                    b.id(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    List.of(),
                    new Text("both name the same state.", "同じ状態を述べています。"));
        }
        List<String> order = a.measure().equals("status.readiness") ? READINESS : COMMITMENT;
        boolean known = a.period().isPresent() && b.period().isPresent();
        boolean firstEarlier = known && start(a).isBefore(start(b));
        boolean aFurther = order.indexOf(left) > order.indexOf(right);
        if (known && firstEarlier != aFurther && !start(a).equals(start(b))) {
            return new Relation(
                    Relation.Kind.CHANGE,
                    "K6",
                    a.id(),
                    b.id(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    List.of(),
                    new Text("it went from one state to the next.", "状態が進みました。"));
        }
        return new Relation(
                Relation.Kind.CONFLICT,
                "K4",
                a.id(),
                b.id(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of("status"),
                new Text(
                        "'" + left + "' and '" + right
                                + "': what was said earlier is further on than what was said later.",
                        "「" + state(left) + "」と「" + state(right) + "」。先に述べられた状態の方が進んでいます。"));
    }

    private static String state(String text) {
        return ClaimWords.state(text).map(Text::ja).orElse(text);
    }

    private static Relation names(Claim a, Claim b) {
        boolean same = a.text().equals(b.text());
        return new Relation(
                same ? Relation.Kind.AGREE : Relation.Kind.CONFLICT,
                "K10",
                a.id(),
                b.id(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(),
                same
                        ? new Text("both give the same name.", "同じ名を挙げています。")
                        : new Text("they give different names.", "異なる名を挙げています。"));
    }

    // ---------------------------------------------------------------- parts

    /// Whether both may be of the same time; one whose time is not told may be of any.
    static boolean overlap(Claim a, Claim b) {
        return a.period().isEmpty()
                || b.period().isEmpty()
                || isOpen(a)
                || isOpen(b)
                || a.period().get().overlaps(b.period().get());
    }

    private static boolean isOpen(Claim claim) {
        return claim.period().orElseThrow().from().isEmpty()
                && claim.period().orElseThrow().to().isEmpty();
    }

    private static Relation relation(
            Relation.Kind kind, String rule, Claim a, Claim b, Interval one, Interval two, Text note) {
        double gap = one.gap(two);
        double base = Math.min(Math.abs(one.end(two)), Math.abs(two.end(one)));
        double width = Math.max(finite(one.width()), finite(two.width()));
        return new Relation(
                kind,
                rule,
                a.id(),
                b.id(),
                gap > 0 && base > 0 ? OptionalDouble.of(gap / base) : OptionalDouble.empty(),
                gap > 0 && width > 0 ? OptionalDouble.of(gap / width) : OptionalDouble.empty(),
                List.of(),
                note);
    }

    private static double finite(double width) {
        return Double.isFinite(width) ? width : 0;
    }

    private static Text differ(List<String> fields) {
        String names = String.join(", ", fields);
        return new Text("they differ in " + names + ".", "次の点が異なります: " + names + "。");
    }
}
