package org.genryu.evidence.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Text;
import org.genryu.evidence.claim.Claim.Kind;
import org.genryu.evidence.claim.Claim.Nature;
import org.genryu.evidence.entity.Entity;
import org.genryu.evidence.entity.EntityMention;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.text.Sentences;
import org.genryu.evidence.time.PeriodMention;
import org.genryu.evidence.time.StatedPeriod;

/// What does a text claim beside amounts? When somebody met, when exports were stopped, how far a project or
/// a commitment is, what an agency is called, and who held an office.
final class ToldClaims {
    private static final Text BORROWED =
            new Text("its date is that of the last day that was named before it.", "日付はその前に挙げられた最後の日です。");
    private static final Pattern MEETING = Pattern.compile(
            "(?i)首脳会談|(?<=と|の|での)会談(?=を行|が|し|に|[、。\\s]|$)|初めての会談|\\bsummit\\b(?! of\\b)|\\bmet with\\b|\\bmeeting between\\b");
    private static final Pattern MET_THEN = Pattern.compile("に[^、。]{0,12}(?:会[っい談]|行[わっい]|開[かい]|臨)");
    private static final Pattern BEFORE = Pattern.compile("に先立ち|を前に|を控え|に向け");
    private static final Pattern STOP = Pattern.compile(
            "(?i)(?:輸出|供給|出荷)を?(?:[^。、]{0,4})(?:停止|禁止|止め)|禁輸|\\bexport ban\\b|\\b(?:halted|stopped|banned|suspended)\\b[^.]{0,30}\\b(?:exports|shipments)\\b");
    private static final Map<String, Pattern> COMMITMENTS = Map.of(
            "contract",
                    Pattern.compile(
                            "(?i)(?:供給|売買|購入|引き取り|長期)契約を(?:締結|結)|\\bsigned (?:a|an) [^.]{0,30}(?:supply|purchase|sales) (?:contract|agreement)"),
            "letter of intent", Pattern.compile("(?i)関心表明書|意向書|意向表明|\\bletters? of intent\\b|\\bLOI\\b"),
            "memorandum", Pattern.compile("(?i)覚書|\\bmemorandum of understanding\\b|\\bMOU\\b"),
            "heads of agreement", Pattern.compile("(?i)基本合意書|\\bheads of agreement\\b|\\bHOA\\b"),
            "not named",
                    Pattern.compile(
                            "明示されなかった|含まれなかった|盛り込まれなかった|(?i)\\bwas not (?:named|included|listed)\\b|\\bwere not (?:named|included|listed)\\b"));
    private static final Map<String, Pattern> READINESS = Map.of(
            "makes mining possible",
                    Pattern.compile("採掘を可能に|(?i)\\bmakes? (?:\\w+ )?mining possible\\b|\\bable to mine\\b"),
            "test", Pattern.compile("試験採掘|採掘試験|(?i)\\btest mining\\b|\\bmining test\\b|\\btrial mining\\b"),
            "commercial", Pattern.compile("商業生産を開始|商業採掘を開始|(?i)\\bbegan commercial (?:production|mining)\\b"));
    private static final Pattern NAMED = Pattern.compile(
            "([\\p{IsHan}\\p{IsKatakana}ー・]{4,30})\\(([A-Z][A-Za-z]{1,9})\\)|([A-Z][A-Za-z]{1,9})\\(([\\p{IsHan}\\p{IsKatakana}ー・]{4,30})\\)");
    private static final Map<String, String> OFFICES = Map.ofEntries(
            Map.entry("首相", "head-of-government"),
            Map.entry("総理大臣", "head-of-government"),
            Map.entry("総理", "head-of-government"),
            Map.entry("大統領", "head-of-state"),
            Map.entry("国家主席", "head-of-state"),
            Map.entry("財務相", "finance-minister"),
            Map.entry("財務大臣", "finance-minister"),
            Map.entry("財務長官", "finance-minister"),
            Map.entry("外相", "foreign-minister"),
            Map.entry("外務大臣", "foreign-minister"),
            Map.entry("国務長官", "foreign-minister"),
            Map.entry("Prime Minister", "head-of-government"),
            Map.entry("Chancellor", "head-of-government"),
            Map.entry("President", "head-of-state"),
            Map.entry("Treasury Secretary", "finance-minister"),
            Map.entry("Finance Minister", "finance-minister"),
            Map.entry("Secretary of State", "foreign-minister"),
            Map.entry("Foreign Minister", "foreign-minister"));
    private static final String TITLES = String.join(
            "|",
            OFFICES.keySet().stream()
                    .sorted(java.util.Comparator.comparingInt(String::length)
                            .reversed()
                            .thenComparing(java.util.Comparator.naturalOrder()))
                    .toList());
    private static final Pattern TITLE_BEHIND =
            Pattern.compile("^(?:氏)?[ ,・]{0,2}(元|前|former )?(" + TITLES + ")(?:\\((当時)\\))?");
    private static final Pattern TITLE_BEFORE =
            Pattern.compile("(元|前|former )?(?:[^\\s、。]{0,4})?(" + TITLES + ")(?:の|である|、| )?$");

    private final Gazetteer gazetteer;
    private final Subjects subjects;

    ToldClaims(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.subjects = new Subjects(gazetteer);
    }

    List<Claim> of(Page page) {
        List<Claim> found = new ArrayList<>();
        for (Sentences.Sentence sentence : page.sentences()) {
            meeting(page, sentence).ifPresent(found::add);
            stop(page, sentence).ifPresent(found::add);
            states(page, sentence, found);
        }
        names(page, found);
        offices(page, found);
        return found;
    }

    // ---------------------------------------------------------------- meetings

    private Optional<Claim> meeting(Page page, Sentences.Sentence sentence) {
        Matcher word = MEETING.matcher(page.text())
                .region(sentence.from(), sentence.to())
                .useTransparentBounds(true);
        if (!word.find()) {
            return Optional.empty();
        }
        int at = word.start();
        Optional<PeriodMention> day = page.periods(sentence.from(), sentence.to()).stream()
                .filter(one -> one.period().kind() == StatedPeriod.Kind.INSTANT)
                .filter(one -> one.to() <= at
                        || isLatin(page.text().charAt(at))
                        || MET_THEN.matcher(page.text())
                                .region(one.to(), sentence.to())
                                .lookingAt())
                .min(java.util.Comparator.comparingInt(one -> one.to() <= at ? at - one.to() : 3 * (one.from() - at)));
        if (day.isEmpty()
                || BEFORE.matcher(page.text())
                        .region(word.end(), page.text().length())
                        .lookingAt()) {
            return Optional.empty();
        }
        List<EntityMention> here = page.entities(sentence.from(), sentence.to());
        Optional<String> pair = pair(here)
                .or(() -> page.topics().keySet().stream()
                        .map(gazetteer::entity)
                        .flatMap(Optional::stream)
                        .filter(entity -> entity.kind().equals("pair"))
                        .map(Entity::id)
                        .findFirst());
        Set<String> scope = new TreeSet<>();
        here.stream().map(EntityMention::entity).filter(this::leads).forEach(person -> scope.add(person.id()));
        if (scope.size() == 2
                && page.text()
                        .substring(sentence.from(), sentence.to())
                        .matches("(?is).*(?:初の|初めて|初会談|first (?:meeting|summit|in-person)).*")) {
            scope.add("first");
        }
        return pair.map(who -> Claims.draft(
                page,
                Kind.PERIOD,
                "summit:" + who,
                "date.event",
                String.join(";", scope),
                Nature.ACTUAL,
                Optional.empty(),
                Optional.empty(),
                Optional.of(day.get().period()),
                day.get().from(),
                day.get().to(),
                0.5 + 0.1 * scope.size(),
                List.of(day.get().rule(), "K10"),
                Optional.empty()));
    }

    private static boolean isLatin(char c) {
        return c < 0x250;
    }

    private boolean leads(Entity person) {
        return person.kind().equals("person")
                && gazetteer.offices().stream()
                        .anyMatch(office -> office.person().equals(person.id())
                                && office.office().startsWith("head-of"))
                && !person.id().equals("abe");
    }

    /// The pair that is named, or whose two countries are, be it by their heads.
    private Optional<String> pair(List<EntityMention> here) {
        Set<String> countries = new TreeSet<>();
        for (EntityMention one : here) {
            if (one.entity().kind().equals("pair")) {
                return Optional.of(one.entity().id());
            }
            if (one.entity().kind().equals("country")) {
                countries.add(one.entity().id());
            }
            if (leads(one.entity())) {
                countries.add(one.entity().parent());
            }
        }
        return gazetteer.ofKind("pair").stream()
                .filter(one -> countries.containsAll(one.parts()))
                .map(Entity::id)
                .findFirst();
    }

    // ---------------------------------------------------------------- stops of exports, states

    private Optional<Claim> stop(Page page, Sentences.Sentence sentence) {
        Matcher word =
                STOP.matcher(page.text()).region(sentence.from(), sentence.to()).useTransparentBounds(true);
        if (!word.find()) {
            return Optional.empty();
        }
        int from = word.start();
        int to = word.end();
        Optional<PeriodMention> period = page.periods(sentence.from(), sentence.to()).stream()
                .filter(one -> one.to() <= from)
                .reduce((_, last) -> last);
        Optional<Subjects.Choice> who = subjects.of(page, "event.export_stop", List.of("country"), from, to);
        if (period.isEmpty() || who.isEmpty()) {
            return Optional.empty();
        }
        String scope = String.join(";", subjects.minerals(page, who.get().id(), from, to));
        return Optional.of(Claims.draft(
                page,
                Kind.PERIOD,
                who.get().id(),
                "event.export_stop",
                scope,
                Nature.ACTUAL,
                Optional.empty(),
                Optional.empty(),
                Optional.of(period.get().period()),
                period.get().from(),
                to,
                0.3 + 0.4 * Math.min(1, who.get().worth()),
                List.of(period.get().rule(), "K10"),
                Optional.empty()));
    }

    private void states(Page page, Sentences.Sentence sentence, List<Claim> found) {
        state(page, sentence, "status.commitment", COMMITMENTS, List.of("project"), found);
        state(page, sentence, "status.readiness", READINESS, List.of("project"), found);
    }

    private void state(
            Page page,
            Sentences.Sentence sentence,
            String measure,
            Map<String, Pattern> states,
            List<String> kinds,
            List<Claim> found) {
        for (Map.Entry<String, Pattern> entry : new java.util.TreeMap<>(states).entrySet()) {
            String state = entry.getKey();
            Matcher word = entry.getValue()
                    .matcher(page.text())
                    .region(sentence.from(), sentence.to())
                    .useTransparentBounds(true);
            if (!word.find()) {
                continue;
            }
            int from = word.start();
            int to = word.end();
            List<EntityMention> here = page.entities(sentence.from(), sentence.to()).stream()
                    .filter(one -> kinds.contains(one.entity().kind()))
                    .toList();
            if (here.isEmpty()) {
                continue;
            }
            String subject = here.stream()
                    .min(java.util.Comparator.comparingInt(
                            one -> one.to() <= from ? from - one.to() : Math.max(0, one.from() - to)))
                    .orElseThrow()
                    .entity()
                    .id();
            Optional<StatedPeriod> own = page.periods(sentence.from(), sentence.to()).stream()
                    .map(PeriodMention::period)
                    .findFirst();
            Optional<StatedPeriod> period = own.or(() -> page.lastDay(from));
            Optional<Text> doubt = own.isEmpty() && period.isPresent() ? Optional.of(BORROWED) : Optional.empty();
            found.add(Claims.draft(
                    page,
                    Kind.STATUS,
                    subject,
                    measure,
                    "",
                    Nature.ACTUAL,
                    Optional.empty(),
                    Optional.of(state),
                    period,
                    from,
                    to,
                    own.isPresent() ? 0.6 : 0.45,
                    List.of("K10"),
                    doubt));
        }
    }

    // ---------------------------------------------------------------- names and offices

    private void names(Page page, List<Claim> found) {
        Matcher named = NAMED.matcher(page.text());
        while (named.find()) {
            boolean behind = named.group(1) != null;
            String abbreviation = behind ? named.group(2) : named.group(3);
            String name = behind ? named.group(1) : named.group(4);
            gazetteer.named(abbreviation).stream()
                    .filter(entity -> entity.kind().equals("agency")
                            || entity.kind().equals("firm")
                            || entity.kind().equals("group"))
                    .findFirst()
                    .ifPresent(entity -> found.add(Claims.draft(
                            page,
                            Kind.NAME,
                            entity.id(),
                            "name.official",
                            "",
                            Nature.ACTUAL,
                            Optional.empty(),
                            Optional.of(name),
                            Optional.empty(),
                            named.start(),
                            named.end(),
                            0.8,
                            List.of("K10"),
                            Optional.empty())));
        }
    }

    private void offices(Page page, List<Claim> found) {
        for (EntityMention mention : page.entities()) {
            if (!mention.entity().kind().equals("person")) {
                continue;
            }
            String whole = page.text().substring(mention.from(), mention.to());
            String behind =
                    page.text().substring(mention.to(), Math.min(page.text().length(), mention.to() + 30));
            String before = page.text()
                    .substring(Math.max(page.lineStart(mention.from()), mention.from() - 26), mention.from());
            Matcher after = TITLE_BEHIND.matcher(behind);
            Matcher front = TITLE_BEFORE.matcher(before);
            Matcher inside = Pattern.compile("(元|前)?(" + TITLES + ")$").matcher(whole);
            if (inside.find()) {
                office(page, mention, inside.group(2), inside.group(1) != null, mention.from(), mention.to(), found);
            } else if (after.find()) {
                office(
                        page,
                        mention,
                        after.group(2),
                        after.group(1) != null,
                        mention.from(),
                        mention.to() + after.end(),
                        found);
            } else if (front.find()) {
                boolean former = before.substring(0, front.start(2)).matches("(?s).*(?:前|元|former )[^、。\\s]{0,4}$");
                office(
                        page,
                        mention,
                        front.group(2),
                        former,
                        mention.from() - before.length() + front.start(2),
                        mention.to(),
                        found);
            }
        }
    }

    private void office(
            Page page, EntityMention mention, String title, boolean former, int from, int to, List<Claim> found) {
        Sentences.Sentence sentence = page.sentence(mention.from());
        Optional<StatedPeriod> day = page.periods(sentence.from(), sentence.to()).stream()
                .filter(one -> one.period().kind() == StatedPeriod.Kind.INSTANT)
                .findFirst()
                .map(PeriodMention::period)
                .or(page::published);
        if (day.isEmpty()) {
            return;
        }
        String office = OFFICES.getOrDefault(title, "") + ":" + mention.entity().parent();
        found.add(Claims.draft(
                page,
                Kind.NAME,
                "office:" + office,
                "office.holder",
                former ? "former" : "",
                Nature.ACTUAL,
                Optional.empty(),
                Optional.of(mention.entity().id()),
                day,
                from,
                to,
                0.7,
                List.of("K10"),
                Optional.empty()));
    }
}
