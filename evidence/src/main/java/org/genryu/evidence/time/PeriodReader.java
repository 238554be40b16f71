package org.genryu.evidence.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.genryu.core.Era;
import org.genryu.evidence.time.StatedPeriod.Flag;
import org.genryu.evidence.time.StatedPeriod.Kind;

/// What days does one match of a form mean? Empty where there are no such days, as of 令和0年 or 13月.
///
/// Size: one method for each kind of date.
final class PeriodReader {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final Matcher match;
    private final TimeFrame frame;
    /// Full date that stands nearest, or the date of the document.
    private final Optional<LocalDate> near;
    private final List<Flag> flags = new ArrayList<>();
    private Optional<LocalDate> other = Optional.empty();

    PeriodReader(Matcher match, TimeFrame frame, Optional<LocalDate> near) {
        this.match = match;
        this.frame = frame;
        this.near = near;
    }

    /// Whether the form says its year, so that others may be read against it.
    boolean isFull() {
        return group("y").isPresent() || group("ey").isPresent();
    }

    Optional<StatedPeriod> read() {
        try {
            return days();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private Optional<StatedPeriod> days() {
        if (has("a")) {
            return dayAndMonth();
        }
        if (has("fy")) {
            return fiscal(fiscalYear());
        }
        if (has("rf")) {
            return relativeFiscal();
        }
        if (has("yend")) {
            return yearEnd();
        }
        if (has("rm") || has("erm")) {
            return relativeMonth();
        }
        Optional<Integer> year = year();
        if (year.isPresent() && year.get() < 1) {
            return Optional.empty();
        }
        boolean monthFirst = has("m") || has("em");
        if (year.isEmpty() && monthFirst) {
            return withoutYear();
        }
        if (year.isEmpty()) {
            return has("q") || has("qw")
                    ? reference(date -> fiscal(fiscalYearOf(date)))
                    : reference(_ -> Optional.empty());
        }
        int y = year.get();
        if (match.group().contains("年度")) {
            boolean follows =
                    group("fiscal").map(last -> (y + 1) % 100 == whole(last)).orElse(true);
            if (has("y2")) {
                return fiscalYears(y);
            }
            return follows ? fiscal(y) : Optional.empty();
        }
        if (has("first")) {
            int months = List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
                            .indexOf(match.group("first").toLowerCase(Locale.ROOT))
                    + 2;
            LocalDate start = LocalDate.of(y, 1, 1);
            return period(start, start.plusMonths(months).minusDays(1), Kind.CALENDAR);
        }
        if (has("within")) {
            return Optional.of(new StatedPeriod(
                    Optional.empty(), Optional.of(LocalDate.of(y, 12, 31)), Kind.HORIZON, part(), flags, other));
        }
        if (match.group().contains("月期") && !has("m2")) {
            LocalDate start = LocalDate.of(y, month(), 1).plusMonths(1).minusYears(1);
            if (has("q") || has("h")) {
                LocalDate from = start.plusMonths(has("q") ? 3L * (quarter() - 1) : half() == 1 ? 0 : 6);
                return period(from, from.plusMonths(has("q") ? 3 : 6).minusDays(1), Kind.FISCAL);
            }
            return period(start, start.plusYears(1).minusDays(1), Kind.FISCAL);
        }
        if (has("q") || has("qw")) {
            LocalDate start = LocalDate.of(y, quarter() * 3 - 2, 1);
            return period(start, start.plusMonths(3).minusDays(1), Kind.CALENDAR);
        }
        if (has("h") || has("hn") || has("hw")) {
            LocalDate start = LocalDate.of(y, half() == 1 ? 1 : 7, 1);
            return period(start, start.plusMonths(6).minusDays(1), Kind.CALENDAR);
        }
        if (monthFirst) {
            return monthOf(y);
        }
        if (has("y2")) {
            int last = lastYear(y);
            return last < y ? Optional.empty() : years(y, last);
        }
        return match.group().contains("代") || match.group().endsWith("s")
                ? years(y - y % 10, y - y % 10 + 9)
                : years(y, y);
    }

    // ---------------------------------------------------------------- years

    private Optional<Integer> year() {
        Optional<String> era = group("era");
        if (era.isPresent()) {
            String written = group("ey").orElse("0");
            int ofEra = written.equals("元") ? 1 : whole(written);
            Era known = Era.of(era.get()).orElseThrow();
            return Optional.of(ofEra < 1 ? 0 : known.year(ofEra));
        }
        if (has("ry") || has("ery")) {
            int shift = yearShift(group("ry").orElse(group("ery").orElse("")));
            Optional<LocalDate> base = frame.document().or(() -> near);
            return base.map(date -> date.getYear() + shift);
        }
        return group("y").map(written -> {
            int number = whole(written);
            boolean two = written.length() == 2;
            if (two && !match.group().startsWith("西暦")) {
                flags.add(Flag.TWO_DIGIT_YEAR);
                return frame.fullYear(number);
            }
            return number;
        });
    }

    private static int yearShift(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "再来年", "再来年度" -> 2;
            case "来年", "翌年", "来年度", "翌年度", "next year" -> 1;
            case "昨年", "去年", "前年", "昨年度", "前年度", "last year" -> -1;
            case "一昨年" -> -2;
            default -> 0;
        };
    }

    private Optional<StatedPeriod> years(int first, int last) {
        Optional<String> part = part();
        return period(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), Kind.CALENDAR, part);
    }

    private Optional<StatedPeriod> fiscalYears(int first) {
        LocalDate start = LocalDate.of(first, frame.firstMonth(), 1);
        int years = lastYear(first) - first + 1;
        fiscalFlag();
        return years < 1
                ? Optional.empty()
                : period(start, start.plusYears(years).minusDays(1), Kind.FISCAL);
    }

    /// The last year of a span; of two digits it is one of the same century.
    private int lastYear(int first) {
        int written = Integer.parseInt(match.group("y2"));
        return match.group("y2").length() == 2 ? first - first % 100 + written : written;
    }

    private Optional<StatedPeriod> yearEnd() {
        return reference(date -> {
            int y = date.getYear();
            return switch (match.group("yend")) {
                case "年初" -> period(LocalDate.of(y, 1, 1), LocalDate.of(y, 1, 31), Kind.CALENDAR, Optional.of("年初"));
                case "年末" -> period(LocalDate.of(y, 12, 1), LocalDate.of(y, 12, 31), Kind.CALENDAR, Optional.of("年末"));
                default ->
                    Optional.of(new StatedPeriod(
                            Optional.empty(),
                            Optional.of(LocalDate.of(y, 12, 31)),
                            Kind.HORIZON,
                            Optional.empty(),
                            flags,
                            other));
            };
        });
    }

    // ---------------------------------------------------------------- months and days

    private Optional<StatedPeriod> monthOf(int year) {
        if (has("overYear") || has("overQuarter")) {
            LocalDate end = LocalDate.of(year, month(), 1).plusMonths(1).minusDays(1);
            return period(end.plusDays(1).minusMonths(has("overYear") ? 12 : 3), end, Kind.FISCAL);
        }
        if (has("em2")) {
            LocalDate last = LocalDate.of(year, monthOf(group("em2").orElse("")), 1);
            LocalDate first = LocalDate.of(year, month(), 1);
            return last.isBefore(first)
                    ? Optional.empty()
                    : period(first, last.plusMonths(1).minusDays(1), Kind.CALENDAR);
        }
        LocalDate start = LocalDate.of(year, month(), 1);
        if (has("m2") && !has("d2")) {
            LocalDate last = LocalDate.of(year, Integer.parseInt(match.group("m2")), 1);
            return last.isBefore(start)
                    ? Optional.empty()
                    : period(start, last.plusMonths(1).minusDays(1), Kind.CALENDAR);
        }
        if (has("d")) {
            LocalDate first = LocalDate.of(year, month(), whole(match.group("d")));
            if (has("d2")) {
                LocalDate last = LocalDate.of(
                        year, group("m2").map(Integer::parseInt).orElse(month()), Integer.parseInt(match.group("d2")));
                return last.isBefore(first) ? Optional.empty() : period(first, last, Kind.CALENDAR);
            }
            return period(first, first, Kind.INSTANT);
        }
        return period(start, start.plusMonths(1).minusDays(1), Kind.CALENDAR, part());
    }

    private Optional<StatedPeriod> withoutYear() {
        if (month() < 1 || month() > 12) {
            return Optional.empty();
        }
        if (near.isEmpty()) {
            flags.add(Flag.NO_REFERENCE);
            return Optional.of(new StatedPeriod(
                    Optional.empty(), Optional.empty(), has("d") ? Kind.INSTANT : Kind.CALENDAR, part(), flags, other));
        }
        flags.add(Flag.YEAR_FROM_CONTEXT);
        int base = near.get().getYear();
        Optional<StatedPeriod> nearest = Optional.empty();
        long least = Long.MAX_VALUE;
        for (int y = base - 1; y <= base + 1; y++) {
            Optional<StatedPeriod> one = tried(y);
            long apart = one.flatMap(StatedPeriod::from)
                    .map(day -> Math.abs(day.toEpochDay() - near.get().toEpochDay()))
                    .orElse(Long.MAX_VALUE);
            if (apart < least) {
                least = apart;
                nearest = one;
            }
        }
        return nearest;
    }

    private Optional<StatedPeriod> tried(int year) {
        try {
            return monthOf(year);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private Optional<StatedPeriod> relativeMonth() {
        return reference(date -> {
            String word = group("rm").orElse(group("erm").orElse("")).toLowerCase(Locale.ROOT);
            int shift = switch (word) {
                case "来月", "翌月", "next month" -> 1;
                case "再来月" -> 2;
                case "先月", "last month" -> -1;
                default -> 0;
            };
            LocalDate start = date.withDayOfMonth(1).plusMonths(shift);
            if (has("d")) {
                LocalDate day = LocalDate.of(start.getYear(), start.getMonthValue(), whole(match.group("d")));
                return period(day, day, Kind.INSTANT);
            }
            return period(start, start.plusMonths(1).minusDays(1), Kind.CALENDAR, part());
        });
    }

    /// Day first when the first number exceeds 12; where both orders are dates, both are kept.
    private Optional<StatedPeriod> dayAndMonth() {
        int a = Integer.parseInt(match.group("a"));
        int b = Integer.parseInt(match.group("b"));
        int y = Integer.parseInt(match.group("y"));
        if (a > 12 && a <= 31 && b <= 12) {
            LocalDate day = LocalDate.of(y, b, a);
            return period(day, day, Kind.INSTANT);
        }
        if (b > 12) {
            LocalDate day = LocalDate.of(y, a, b);
            return period(day, day, Kind.INSTANT);
        }
        LocalDate day = LocalDate.of(y, b, a);
        LocalDate swapped = LocalDate.of(y, a, b);
        if (!day.equals(swapped)) {
            flags.add(Flag.DAY_OR_MONTH);
            other = Optional.of(swapped);
        }
        return period(day, day, Kind.INSTANT);
    }

    // ---------------------------------------------------------------- fiscal years

    private int fiscalYear() {
        String written = match.group("fy");
        if (written.length() == 2) {
            flags.add(Flag.TWO_DIGIT_YEAR);
            return frame.fullYear(Integer.parseInt(written));
        }
        return Integer.parseInt(written);
    }

    private int fiscalYearOf(LocalDate date) {
        return date.getMonthValue() >= frame.firstMonth() ? date.getYear() : date.getYear() - 1;
    }

    private Optional<StatedPeriod> relativeFiscal() {
        return reference(date -> {
            int year = fiscalYearOf(date) + yearShift(match.group("rf"));
            if (has("within") && match.group("within").equals("内")) {
                LocalDate end =
                        LocalDate.of(year, frame.firstMonth(), 1).plusYears(1).minusDays(1);
                fiscalFlag();
                return Optional.of(new StatedPeriod(
                        Optional.empty(), Optional.of(end), Kind.HORIZON, Optional.empty(), flags, other));
            }
            return fiscal(year);
        });
    }

    private Optional<StatedPeriod> fiscal(int year) {
        fiscalFlag();
        LocalDate start = LocalDate.of(year, frame.firstMonth(), 1);
        if (has("q") || has("qw")) {
            LocalDate from = start.plusMonths(3L * (quarter() - 1));
            return period(from, from.plusMonths(3).minusDays(1), Kind.FISCAL);
        }
        if (has("h")) {
            LocalDate from = start.plusMonths(half() == 1 ? 0 : 6);
            return period(from, from.plusMonths(6).minusDays(1), Kind.FISCAL);
        }
        return period(start, start.plusYears(1).minusDays(1), Kind.FISCAL);
    }

    private void fiscalFlag() {
        if (frame.fiscalStart().isEmpty()) {
            flags.add(Flag.FISCAL_START_ASSUMED);
        }
    }

    // ---------------------------------------------------------------- parts

    private Optional<StatedPeriod> reference(java.util.function.Function<LocalDate, Optional<StatedPeriod>> step) {
        Optional<LocalDate> date = frame.document().or(() -> near);
        if (date.isEmpty()) {
            flags.add(Flag.NO_REFERENCE);
            return Optional.of(
                    new StatedPeriod(Optional.empty(), Optional.empty(), Kind.CALENDAR, part(), flags, other));
        }
        return step.apply(date.get());
    }

    private Optional<StatedPeriod> period(LocalDate from, LocalDate to, Kind kind) {
        return period(from, to, kind, part());
    }

    private Optional<StatedPeriod> period(LocalDate from, LocalDate to, Kind kind, Optional<String> part) {
        Optional<Era> era = group("era").flatMap(Era::of);
        if (era.isPresent() && !era.get().reaches(from, to)) {
            flags.add(Flag.ERA_OVERRUN);
        }
        return Optional.of(new StatedPeriod(Optional.of(from), Optional.of(to), kind, part, flags, other));
    }

    private Optional<String> part() {
        return group("part").or(() -> group("epart").map(word -> word.toLowerCase(Locale.ROOT)));
    }

    private int month() {
        Optional<String> english = group("em");
        return english.isPresent() ? monthOf(english.get()) : whole(match.group("m"));
    }

    private static int monthOf(String english) {
        return MONTHS.indexOf(english.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private int quarter() {
        return group("q")
                .map(PeriodReader::whole)
                .orElseGet(() -> 1
                        + List.of("first", "second", "third", "fourth")
                                .indexOf(match.group("qw").toLowerCase(Locale.ROOT)));
    }

    private int half() {
        String word = group("h").or(() -> group("hn")).or(() -> group("hw")).orElse("");
        return word.startsWith("上")
                        || word.startsWith("中")
                        || word.startsWith("前")
                        || word.equals("1")
                        || word.equalsIgnoreCase("first")
                ? 1
                : 2;
    }

    private static int whole(String written) {
        if (written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(written);
        }
        return org.genryu.core.number.Numeral.at(written, 0)
                .found()
                .map(found -> found.value().intValue())
                .orElse(0);
    }

    private boolean has(String name) {
        return group(name).isPresent();
    }

    private Optional<String> group(String name) {
        return PeriodForms.group(match, name);
    }
}
