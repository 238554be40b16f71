package org.genryu.evidence.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.evidence.time.StatedPeriod.Kind;

/// Which dates and periods stand in a shadow? Every form is looked for everywhere; of those that overlap the one that
/// begins first wins, and of these the longest.
///
/// What says no year is read against the nearest date that says one, else against the date of the document.
public final class PeriodScanner {
    private static final Pattern UNTIL = Pattern.compile("\\s?(?:までに?|以前|を期限に)");
    private static final Pattern SINCE = Pattern.compile(
            "\\s?(?:以降|(?:の[^、。0-9]{1,10})?以来|以後|から(?!\\s?[0-9〇一二三四五六七八九十今来翌数]|[^。]{0,20}?(?:まで|にかけ|[年月日]に|へ)))|(?i) onwards?\\b");
    private static final Pattern UNTIL_BEFORE =
            Pattern.compile("(?i)\\b(?:by|until|till|through|before)( the end of| at least)?\\s?$");
    private static final Pattern RANGE_ON = Pattern.compile(" to (?=\\d|[A-Z])");
    private static final Pattern PREPOSITION =
            Pattern.compile("(?i)(?:by|until|till|through|before|since|after|from) ");
    private static final Pattern SINCE_BEFORE = Pattern.compile("(?i)\\b(?:since|after|from)(?: the)?\\s?$");

    /// `46 % from 2013 levels`: the year is what is compared with.
    private static final Pattern LEVELS = Pattern.compile("(?i)(?:'s)? (?:levels?|baseline|figures?)\\b");

    /// So far behind a month a day may stand that belongs to it [characters].
    private static final int DAY_REACH = 60;

    private record Match(Matcher matcher, String rule, int from, int to) {}

    private PeriodScanner() {}

    public static List<PeriodMention> scan(String shadow, TimeFrame frame) {
        List<Match> matches = matches(shadow);
        List<PeriodMention> anchors = new ArrayList<>();
        List<PeriodMention> years = new ArrayList<>();
        for (Match match : matches) {
            PeriodReader reader = new PeriodReader(match.matcher(), frame, Optional.empty());
            if (reader.isFull() && !comparesOnly(shadow, match)) {
                reader.read()
                        .ifPresent(period -> (isPrecise(period) ? anchors : years)
                                .add(new PeriodMention(period, match.from(), match.to(), match.rule())));
            }
        }
        List<PeriodMention> found = new ArrayList<>();
        for (Match match : matches) {
            if (PeriodForms.group(match.matcher(), "da").isPresent()) {
                dayAlone(match, found).ifPresent(found::add);
                continue;
            }
            Optional<LocalDate> near = nearest(anchors, match.from())
                    .or(frame::document)
                    .or(() -> nearest(years, match.from()).map(day -> day.withMonth(7)));
            new PeriodReader(match.matcher(), frame, near)
                    .read()
                    .map(period -> horizon(shadow, match, period))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /// The characters that belong to dates.
    public static BitSet taken(List<PeriodMention> periods) {
        BitSet taken = new BitSet();
        periods.forEach(period -> taken.set(period.from(), period.to()));
        return taken;
    }

    /// The date of a document that tells it on a line of its own, such as `2025.08.04` or `2025年10月掲載`, near its
    /// beginning or anywhere with the word for it.
    public static Optional<StatedPeriod> documentDate(String shadow, TimeFrame frame) {
        int lines = 0;
        for (String line : shadow.split("\n", -1)) {
            String one = line.strip();
            if (one.isEmpty() || one.length() > 80) {
                lines += one.isEmpty() ? 0 : 1;
                continue;
            }
            lines++;
            String bare = one.replaceFirst("^[^:]{1,12}: ?(?=[12]\\d{3}|\\d{1,2}/)", "");
            List<PeriodMention> found = scan(bare, frame);
            if (found.size() == 1
                    && found.getFirst().period().from().isPresent()
                    && !found.getFirst().period().isDoubtful()) {
                PeriodMention date = found.getFirst();
                boolean alone = date.from() == 0
                        && date.to() == bare.length()
                        && (date.period().kind() == Kind.INSTANT || lines <= 3)
                        && lines <= 12;
                boolean named = Pattern.compile("^\\s?(?:掲載|公開|更新|配信|発表|付)")
                                .matcher(bare.substring(date.to()))
                                .find()
                        || Pattern.compile("(?i)(?:published|updated|posted|date:|掲載日|公開日|更新日)[^0-9]{0,6}$")
                                .matcher(bare.substring(0, date.from()))
                                .find();
                if (alone || named) {
                    return Optional.of(date.period());
                }
            }
        }
        return Optional.empty();
    }

    private static List<Match> matches(String shadow) {
        List<Match> all = new ArrayList<>();
        for (PeriodForms.Form form : PeriodForms.ALL) {
            Matcher matcher = form.pattern().matcher(shadow);
            int from = 0;
            while (from <= shadow.length() && matcher.find(from)) {
                Matcher one = form.pattern()
                        .matcher(shadow)
                        .useTransparentBounds(true)
                        .useAnchoringBounds(false);
                one.region(matcher.start(), shadow.length());
                if (one.lookingAt()) {
                    all.add(new Match(one, form.rule(), one.start(), one.end()));
                }
                from = Math.max(matcher.end(), matcher.start() + 1);
            }
        }
        all.sort(Comparator.comparingInt(Match::from).thenComparing(Match::to, Comparator.reverseOrder()));
        List<Match> kept = new ArrayList<>();
        int end = 0;
        for (Match match : all) {
            boolean readable = PeriodForms.group(match.matcher(), "da").isPresent()
                    || new PeriodReader(
                                    match.matcher(), TimeFrame.undated(LocalDate.EPOCH), Optional.of(LocalDate.EPOCH))
                            .read()
                            .isPresent();
            if (match.from() >= end && readable) {
                kept.add(match);
                end = match.to();
            }
        }
        return kept;
    }

    /// `the most since December 2009`: what is compared with says nothing about the year that is told.
    private static boolean comparesOnly(String shadow, Match match) {
        return shadow.startsWith("以来", match.to())
                || shadow.substring(Math.max(0, match.from() - 6), match.from()).equals("since ")
                || shadow.startsWith("since ", match.from());
    }

    private static boolean isPrecise(StatedPeriod period) {
        return period.from().isPresent()
                && period.to().isPresent()
                && period.from().get().plusDays(31).isAfter(period.to().get());
    }

    /// The nearest one before, else the first one behind.
    private static Optional<LocalDate> nearest(List<PeriodMention> anchors, int at) {
        if (anchors.isEmpty()) {
            return Optional.empty();
        }
        int low = 0;
        int high = anchors.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (anchors.get(middle).to() <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return anchors.get(Math.max(0, low - 1)).period().from();
    }

    /// A day without its month belongs to the month that was said shortly before.
    private static Optional<PeriodMention> dayAlone(Match match, List<PeriodMention> found) {
        if (found.isEmpty() || match.from() - found.getLast().to() > DAY_REACH) {
            return Optional.empty();
        }
        StatedPeriod last = found.getLast().period();
        int day = Integer.parseInt(match.matcher().group("da"));
        return last.from()
                .filter(from -> isPrecise(last) && day <= from.lengthOfMonth())
                .map(from -> from.withDayOfMonth(day))
                .map(date -> new PeriodMention(
                        new StatedPeriod(
                                Optional.of(date),
                                Optional.of(date),
                                Kind.INSTANT,
                                Optional.empty(),
                                List.of(StatedPeriod.Flag.YEAR_FROM_CONTEXT),
                                Optional.empty()),
                        match.from(),
                        match.to(),
                        match.rule()));
    }

    /// `2030年までに` has no beginning, `since 2010` no end.
    private static PeriodMention horizon(String shadow, Match match, StatedPeriod period) {
        String bare = shadow.substring(Math.max(0, match.from() - 18), match.from());
        String before = bare + leading(shadow, match);
        Matcher until = UNTIL.matcher(shadow).region(match.to(), shadow.length());
        Matcher since = SINCE.matcher(shadow).region(match.to(), shadow.length());
        boolean range = PeriodForms.group(match.matcher(), "m2").isPresent()
                || PeriodForms.group(match.matcher(), "d2").isPresent()
                || PeriodForms.group(match.matcher(), "y2").isPresent();
        if ((until.lookingAt() && !range)
                || UNTIL_BEFORE.matcher(before).find()
                || UNTIL_BEFORE.matcher(bare).find()) {
            return new PeriodMention(
                    new StatedPeriod(
                            Optional.empty(), period.to(), Kind.HORIZON, period.part(), period.flags(), period.other()),
                    match.from(),
                    match.to(),
                    match.rule());
        }
        boolean goesOn =
                RANGE_ON.matcher(shadow).region(match.to(), shadow.length()).lookingAt();
        // `8月1日から` is the day itself, `8月から` has no end
        boolean lasts = PeriodForms.group(match.matcher(), "d").isEmpty()
                && !shadow.substring(match.from(), match.to()).contains("年代");
        if ((since.lookingAt() && (lasts || !shadow.startsWith("から", match.to())))
                || (!goesOn
                        && (SINCE_BEFORE.matcher(before).find()
                                || SINCE_BEFORE.matcher(bare).find())
                        && !LEVELS.matcher(shadow)
                                .region(match.to(), shadow.length())
                                .lookingAt()
                        && PeriodForms.group(match.matcher(), "d2").isEmpty()
                        && PeriodForms.group(match.matcher(), "y2").isEmpty())) {
            return new PeriodMention(
                    new StatedPeriod(
                            period.from(),
                            Optional.empty(),
                            Kind.HORIZON,
                            period.part(),
                            period.flags(),
                            period.other()),
                    match.from(),
                    match.to(),
                    match.rule());
        }
        return new PeriodMention(period, match.from(), match.to(), match.rule());
    }

    /// The preposition that belongs to the form itself, as in `by 2030` and `in May`.
    private static String leading(String shadow, Match match) {
        String whole = shadow.substring(match.from(), match.to());
        int end = whole.indexOf(' ');
        String first = end < 0 ? "" : whole.substring(0, end + 1);
        return end >= 0
                        && (Character.isLowerCase(whole.charAt(0))
                                || PREPOSITION.matcher(first).matches())
                ? first
                : "";
    }
}
