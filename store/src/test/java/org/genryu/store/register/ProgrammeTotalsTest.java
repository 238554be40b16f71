package org.genryu.store.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.store.KeptChange;
import org.genryu.store.KeptChange.Deed;
import org.genryu.store.KeptChange.Reason;
import org.genryu.store.register.RegisterAmount.Kind;
import org.genryu.store.register.RegisterAmount.Standing;
import org.junit.jupiter.api.Test;

/// Nothing is added twice. Rung: by hand, and random against the definition.
class ProgrammeTotalsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    /// A register that is told change by change.
    private static final class Told {
        private final List<KeptChange> changes = new ArrayList<>();
        private final Map<String, Integer> versions = new HashMap<>();

        Told entry(String id, String announcement, String partOf, String maybeSame) {
            RegisterEntry.Frame frame = new RegisterEntry.Frame(
                    announcement.isEmpty() ? List.of() : List.of(announcement),
                    Optional.of(partOf).filter(part -> !part.isEmpty()),
                    maybeSame.isEmpty() ? List.of() : List.of(maybeSame.split(";")));
            return keep(RegisterDeeds.add(
                    id,
                    new RegisterEntry.Facts(Text.same(id), "x", "", frame, ""),
                    new RegisterEntry.Reached(EntryStage.CANDIDATE, DAY)));
        }

        Told amount(String subject, Kind kind, double low, double high, Standing standing) {
            return keep(RegisterDeeds.amount(
                    subject,
                    versions.getOrDefault(subject, 0),
                    new RegisterDeeds.Amounts(
                            kind, new MoneyRange(low, high, "USD"), DAY, standing, Optional.empty(), "")));
        }

        Told keep(Deed deed) {
            versions.put(deed.subject(), deed.version());
            changes.add(new KeptChange(changes.size() + 1, deed, new Reason("2026-01-01", "a", "b", "c"), "", ""));
            return this;
        }

        MoneyRange total(Kind kind) {
            return new ProgrammeTotals(new ProgrammeRegister(changes))
                    .of(kind)
                    .getFirst()
                    .money();
        }
    }

    @Test
    void aPartMustBeInsideOfItsWhole() {
        Told told = new Told()
                .entry("whole", "", "", "")
                .amount("entry/whole", Kind.PROMISED, 0, 100, Standing.READ)
                .entry("part", "", "whole", "")
                .amount("entry/part", Kind.PROMISED, 40, 40, Standing.READ);
        assertThat(told.total(Kind.PROMISED)).isEqualTo(new MoneyRange(40, 100, "USD"));
        told.entry("other-part", "", "whole", "").amount("entry/other-part", Kind.PROMISED, 70, 70, Standing.READ);
        assertThat(told.total(Kind.PROMISED))
                .as("parts may be more than was told of the whole")
                .isEqualTo(new MoneyRange(110, 110, "USD"));
    }

    @Test
    void whatMayOverlapMustBeSureOnceAndPossibleTwice() {
        Told told = new Told()
                .entry("plant", "", "", "maker")
                .amount("entry/plant", Kind.PROMISED, 33, 33, Standing.READ)
                .entry("maker", "", "", "")
                .amount("entry/maker", Kind.PROMISED, 20, 25, Standing.READ)
                .entry("bank", "", "", "maker")
                .amount("entry/bank", Kind.PROMISED, 5, 5, Standing.READ);
        assertThat(told.total(Kind.PROMISED)).isEqualTo(new MoneyRange(33, 63, "USD"));
    }

    @Test
    void anAmountForAllTogetherMustNotBeAddedToTheirs() {
        Told told = new Told()
                .keep(RegisterDeeds.announce("round", Map.of("name_en", "r", "name_ja", "r", "on", "2026-01-01")))
                .amount("announcement/round", Kind.COMMITTED, 10, Double.POSITIVE_INFINITY, Standing.READ)
                .entry("a", "round", "", "")
                .entry("b", "round", "", "")
                .amount("entry/a", Kind.COMMITTED, 4, 4, Standing.READ);
        assertThat(told.total(Kind.COMMITTED)).isEqualTo(new MoneyRange(10, Double.POSITIVE_INFINITY, "USD"));
        told.amount("entry/b", Kind.COMMITTED, 9, 9, Standing.READ)
                .entry("c", "", "", "")
                .amount("entry/c", Kind.COMMITTED, 1, 1, Standing.READ);
        assertThat(told.total(Kind.COMMITTED)).isEqualTo(new MoneyRange(14, Double.POSITIVE_INFINITY, "USD"));
    }

    @Test
    void flowsMustAddAndPromisesMustNot() {
        Told told = new Told()
                .entry("a", "", "", "")
                .amount("entry/a", Kind.PROMISED, 5, 5, Standing.READ)
                .amount("entry/a", Kind.PROMISED, 6, 6, Standing.READ)
                .amount("entry/a", Kind.DISBURSED, 1, 1, Standing.READ)
                .amount("entry/a", Kind.DISBURSED, 2, 3, Standing.REPORTED)
                .amount("entry/a", Kind.DISBURSED, 50, 50, Standing.UNVERIFIED);
        assertThat(told.total(Kind.PROMISED)).isEqualTo(new MoneyRange(6, 6, "USD"));
        assertThat(told.total(Kind.DISBURSED)).isEqualTo(new MoneyRange(3, 4, "USD"));
    }

    /// Over random registers: never more than all rows together, never less than any one of them.
    @Test
    void aTotalMustLieBetweenItsLargestRowAndAllOfThem() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Told told = new Told();
            double most = 0;
            double least = 0;
            double largest = 0;
            int entries = 1 + random.nextInt(8);
            for (int i = 0; i < entries; i++) {
                String part = i > 0 && random.nextInt(3) == 0 ? "e" + random.nextInt(i) : "";
                String maybe = i > 0 && random.nextInt(3) == 0 ? "e" + random.nextInt(i) : "";
                double low = random.nextInt(50);
                double high = low + random.nextInt(50);
                told.entry("e" + i, "", part, maybe).amount("entry/e" + i, Kind.PROMISED, low, high, Standing.READ);
                most += high;
                least = Math.max(least, low);
                largest = Math.max(largest, high);
            }
            MoneyRange total = told.total(Kind.PROMISED);
            assertThat(total.low()).as("seed %s", seed).isGreaterThanOrEqualTo(least);
            assertThat(total.high()).as("seed %s", seed).isBetween(largest, most);
        }
    }

    /// A store may come from a stranger: whatever its changes say, the register is told.
    @Test
    void noChangeMayBreakTheRegister() {
        List<String> words = List.of(
                "",
                "entry/a",
                "a",
                "b",
                "candidate",
                "selected",
                "promised",
                "committed",
                "2026-02-30",
                "2026-03-01",
                "NaN",
                "-1e9",
                "1e308",
                "1e999",
                "USD",
                "ドル",
                "read",
                "unverified",
                "75",
                "given-up",
                "\u0000\u001b[31m",
                "a;a;b;");
        List<String> names = List.of(
                "stage",
                "on",
                "kind",
                "low",
                "high",
                "currency",
                "standing",
                "replaces",
                "part_of",
                "maybe_same",
                "announcements",
                "due",
                "done",
                "state",
                "name_en",
                "name_ja",
                "who",
                "entry");
        List<String> subjects = List.of("entry/a", "entry/b", "announcement/a", "milestone/a", "", "entry/", "x");
        List<String> kinds = List.of("add", "move", "amount", "mark", "", "later");
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<KeptChange> changes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Map<String, String> content = new HashMap<>();
                names.forEach(name -> content.put(name, words.get(random.nextInt(words.size()))));
                Deed deed = Deed.after(
                        i,
                        "register",
                        subjects.get(random.nextInt(subjects.size())),
                        kinds.get(random.nextInt(kinds.size())),
                        content);
                changes.add(new KeptChange(
                        i + 1, deed, new Reason(words.get(random.nextInt(words.size())), "", "", ""), "", ""));
            }
            ProgrammeRegister register = new ProgrammeRegister(changes);
            ProgrammeAccount account = new ProgrammeAccount(register, DAY);
            for (Kind kind : Kind.values()) {
                account.totals(kind).forEach(total -> {
                    assertThat(total.money().in(Lang.JA)).isNotEmpty();
                    account.part(total.money());
                });
            }
            account.promisedFrom(EntryStage.SELECTED);
            account.waiting().forEach(one -> one.clock().days(DAY));
            register.milestones().forEach(one -> one.state(DAY));
            changes.forEach(change -> assertThat(RegisterBook.told(change.deed(), change.reason(), Lang.EN))
                    .isNotEmpty());
        }
    }

    @Test
    void moneyMustBeReadAsPeopleWriteIt() {
        assertThat(MoneyRange.read("33.3 bn USD").found().orElseThrow().low()).isCloseTo(33.3e9, within(1.0));
        assertThat(MoneyRange.read("3400億円超").found()).contains(new MoneyRange(340e9, Double.POSITIVE_INFINITY, "JPY"));
        assertThat(MoneyRange.read("more than 340 bn JPY").found())
                .contains(new MoneyRange(340e9, Double.POSITIVE_INFINITY, "JPY"));
        assertThat(MoneyRange.read("up to $25 billion").found()).contains(new MoneyRange(0, 25e9, "USD"));
        assertThat(MoneyRange.read("最大250億ドル").found()).contains(new MoneyRange(0, 25e9, "USD"));
        assertThat(MoneyRange.read("10..20 bn USD").found()).contains(new MoneyRange(10e9, 20e9, "USD"));
        assertThat(MoneyRange.read("約2兆円").found()).contains(new MoneyRange(2e12, 2e12, "JPY"));
        for (String none :
                List.of("", "33.3", "33.3e9", "5 t", "-1 bn USD", "USD", "100 ±10 USD", "100 USD/t", "up to", "円")) {
            assertThat(MoneyRange.read(none).found()).as(none).isEmpty();
        }
    }
}
