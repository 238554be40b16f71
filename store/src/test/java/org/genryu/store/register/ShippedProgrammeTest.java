package org.genryu.store.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.core.DataTable;
import org.genryu.core.Lang;
import org.genryu.store.register.RegisterAmount.Kind;
import org.genryu.store.register.RegisterMilestone.State;
import org.junit.jupiter.api.Test;

/// The facts that come with the program, and what they come to. Rung: by hand, from the published amounts.
class ShippedProgrammeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final double BN = 1e9;

    private final ProgrammeRegister register = RegisterBook.shipped();
    private final ProgrammeAccount account = new ProgrammeAccount(register, DAY);

    @Test
    void everyFactMustHaveASourceThatIsKnown() {
        Set<String> cited = new TreeSet<>();
        register.changes()
                .forEach(change -> cited.addAll(DataTable.parts(change.reason().cites())));
        ShippedProgramme.implied().forEach(one -> cited.addAll(DataTable.parts(one.source())));
        assertThat(cited).isNotEmpty();
        assertThat(ShippedProgramme.sources().keySet()).containsExactlyInAnyOrderElementsOf(cited);
        assertThat(register.changes())
                .allSatisfy(change -> assertThat(change.reason().cites()).isNotEmpty());
        assertThat(ShippedProgramme.sources().values())
                .allSatisfy(source -> assertThat(source.url()).startsWith("https://"));
    }

    @Test
    void whatBelongsToAnEntryMustNameOneThatIsThere() {
        for (RegisterEntry entry : register.entries()) {
            assertThat(entry.facts().frame().announcements())
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(register.announcement(id)).isPresent());
            entry.facts()
                    .frame()
                    .partOf()
                    .ifPresent(id -> assertThat(register.entry(id)).isPresent());
            assertThat(entry.facts().frame().maybeSame())
                    .allSatisfy(id -> assertThat(register.entry(id)).isPresent());
            assertThat(entry.facts().name().ja())
                    .isNotEqualTo(entry.facts().name().en());
        }
        register.milestones()
                .forEach(one -> one.entry()
                        .ifPresent(id -> assertThat(register.entry(id)).isPresent()));
        assertThat(account.effects()).hasSize(ShippedProgramme.implied().size());
    }

    /// The rows of the fact sheet with a sourced amount add to 456.45 bn.
    @Test
    void theRowsOfTheFactSheetMustAddToWhatIsPublished() {
        double sum = 0;
        for (RegisterEntry entry : register.entries()) {
            if (entry.facts().frame().partOf().isEmpty()) {
                sum += entry.amounts().stream()
                        .filter(one -> one.told().on().equals(LocalDate.of(2025, 10, 28)) && one.counts())
                        .mapToDouble(one -> one.money().high())
                        .sum();
            }
        }
        assertThat(sum).isCloseTo(456.45 * BN, within(1.0));
    }

    /// 36.0 of the first round and the reported 73 of the second: 109, a fifth of 550.
    @Test
    void whatIsSelectedMustBeAFifthOfTheEnvelope() {
        ProgrammeTotals.Total selected =
                account.promisedFrom(EntryStage.SELECTED).getFirst();
        assertThat(selected.money().low()).isCloseTo(109 * BN, within(1.0));
        assertThat(selected.money().high()).isCloseTo(109 * BN, within(1.0));
        assertThat(selected.entries()).hasSize(5);
        assertThat(account.part(selected.money()).orElseThrow()[0]).isCloseTo(0.198, within(0.0005));
    }

    /// Sure is what was selected; at most it is every row once: 456.45 - 0.5 + 0.6 (told again) + 33.3 + 2.1 + 33.
    /// The
    /// small reactors of the second round are inside of a row of the sheet, copper smelting too.
    @Test
    void whatIsPromisedMustHoldNothingTwice() {
        ProgrammeTotals.Total promised = account.totals(Kind.PROMISED).getFirst();
        assertThat(promised.money().currency()).isEqualTo("USD");
        assertThat(promised.money().low()).isCloseTo(109 * BN, within(1.0));
        assertThat(promised.money().high()).isCloseTo(524.95 * BN, within(1.0));
        assertThat(promised.entries()).doesNotContain("smr-tennessee-alabama", "copper-smelting", "gas-transmission");
        assertThat(account.unverified()).containsOnlyKeys("gas-transmission");
        assertThat(account.printed())
                .extracting(one -> one.amount().money().in(Lang.EN))
                .containsExactly(
                        "more than $390.0 billion",
                        "$400.0 billion",
                        "more than $450.0 billion",
                        "$467.0 billion",
                        "$73.0 billion");
    }

    @Test
    void whatIsSignedMustStayInItsOwnMoneyAndItsBound() {
        List<ProgrammeTotals.Total> signed = account.totals(Kind.COMMITTED);
        assertThat(signed).hasSize(1);
        assertThat(signed.getFirst().money().in(Lang.JA)).isEqualTo("3,400億円超");
        assertThat(signed.getFirst().entries())
                .containsExactlyInAnyOrder("portsmouth-gas", "texas-gulflink", "diamond-grit");
        assertThat(account.totals(Kind.DISBURSED)).isEmpty();
        assertThat(account.part(signed.getFirst().money()))
                .as("yen of a dollar envelope")
                .isEmpty();
    }

    @Test
    void whatIsLateMustBeTold() {
        assertThat(account.milestones(State.LATE))
                .extracting(RegisterMilestone::id)
                .containsExactly("framework-ministerial", "framework-support");
        assertThat(account.milestones(State.DONE_LATE))
                .extracting(RegisterMilestone::id)
                .containsExactly("minerals-action-plan");
        assertThat(new ProgrammeAccount(register, LocalDate.of(2026, 4, 27)).milestones(State.LATE))
                .extracting(RegisterMilestone::id)
                .containsExactly("framework-ministerial");
    }

    /// 17 February 2026 was a Tuesday: 45 business days later is Tuesday, 21 April.
    @Test
    void theClockMustKnowBothReadings() {
        FundingClock clock = account.waiting().getFirst().clock();
        assertThat(account.waiting()).hasSize(5);
        assertThat(clock.selected()).isEqualTo(LocalDate.of(2026, 2, 17));
        assertThat(clock.afterBusinessDays()).isEqualTo(LocalDate.of(2026, 4, 21));
        assertThat(clock.afterDays()).isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(clock.days(DAY)).isEqualTo(286);
    }

    @Test
    void nothingSelectedMustClaimAProcessOfTheCase() {
        assertThat(account.selectedWithProcess()).isZero();
        assertThat(account.counts()).containsEntry(EntryStage.SELECTED, 5).containsEntry(EntryStage.CANDIDATE, 22);
    }
}
