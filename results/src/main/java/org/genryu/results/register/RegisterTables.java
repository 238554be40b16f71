package org.genryu.results.register;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.core.disk.Draft;
import org.genryu.results.ResultTable;
import org.genryu.results.RowSink;
import org.genryu.store.KeptChange;
import org.genryu.store.register.EntryStage;
import org.genryu.store.register.FundingClock;
import org.genryu.store.register.MoneyRange;
import org.genryu.store.register.ProgrammeAccount;
import org.genryu.store.register.ProgrammeTotals;
import org.genryu.store.register.RegisterAmount;
import org.genryu.store.register.RegisterEntry;
import org.genryu.store.register.RegisterMilestone;
import org.genryu.store.register.ShippedProgramme;

/// The programme register as tables.
public record RegisterTables(ProgrammeAccount account) {
    /// Every project and measure.
    public ResultTable entries() {
        return new ResultTable("register_entries", to -> {
            for (RegisterEntry entry : account.register().entries()) {
                RegisterEntry.Facts facts = entry.facts();
                to.text(entry.id()).text(facts.name().en()).text(facts.name().ja());
                to.text(facts.field()).text(facts.partners());
                to.text(String.join(";", facts.frame().announcements()))
                        .text(facts.frame().partOf().orElse(""))
                        .text(String.join(";", facts.frame().maybeSame()));
                to.text(entry.stage().word())
                        .text(entry.stages().getLast().on().toString())
                        .number(entry.version());
                to.text(facts.note()).end();
            }
        });
    }

    /// Every amount as it was told.
    public ResultTable amounts() {
        return new ResultTable("register_amounts", to -> {
            for (var announcement : account.register().announcements()) {
                amounts(to, "announcement/" + announcement.id(), announcement.amounts());
            }
            for (RegisterEntry entry : account.register().entries()) {
                amounts(to, "entry/" + entry.id(), entry.amounts());
            }
        });
    }

    private static void amounts(RowSink to, String subject, List<RegisterAmount> amounts) throws IOException {
        for (RegisterAmount amount : amounts) {
            to.text(subject).text(amount.kind().word());
            money(to, amount.money());
            to.text(amount.money().currency()).text(amount.told().on().toString());
            to.text(amount.told().standing().word()).text(amount.counts() ? "yes" : "");
            to.text(amount.told().cites()).text(amount.told().note()).end();
        }
    }

    private static void money(RowSink to, MoneyRange money) throws IOException {
        to.number(money.low()).number(money.high());
    }

    /// What the amounts add up to.
    public ResultTable totals() {
        return new ResultTable("register_totals", to -> {
            for (RegisterAmount.Kind kind : List.of(
                    RegisterAmount.Kind.PROMISED,
                    RegisterAmount.Kind.COMMITTED,
                    RegisterAmount.Kind.DISBURSED,
                    RegisterAmount.Kind.RECOVERED)) {
                totals(to, EntryStage.CANDIDATE, account.totals(kind));
            }
            totals(to, EntryStage.SELECTED, account.promisedFrom(EntryStage.SELECTED));
            totals(to, EntryStage.FUNDED, account.promisedFrom(EntryStage.FUNDED));
        });
    }

    private void totals(RowSink to, EntryStage least, List<ProgrammeTotals.Total> totals) throws IOException {
        for (ProgrammeTotals.Total total : totals) {
            Optional<double[]> part = account.part(total.money());
            to.text(total.kind().word()).text(least.word()).text(total.money().currency());
            money(to, total.money());
            to.number(part.map(of -> of[0])).number(part.map(of -> of[1]));
            to.text(String.join(";", total.entries())).end();
        }
    }

    /// Milestones and agreed actions as they stand on the day.
    public ResultTable milestones() {
        return new ResultTable("register_milestones", to -> {
            for (RegisterMilestone one : account.register().milestones()) {
                to.text(one.id()).text(one.entry().orElse("")).text(one.who());
                to.text(one.what().en()).text(one.what().ja());
                to.text(day(one.dates().due())).text(day(one.dates().done()));
                to.text(one.state(account.day()).word()).end();
            }
        });
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    /// How long every selected entry has waited.
    public ResultTable clock() {
        return new ResultTable("register_clock", to -> {
            for (ProgrammeAccount.Waiting waiting : account.waiting()) {
                FundingClock clock = waiting.clock();
                to.text(waiting.entry().id()).text(clock.selected().toString());
                to.text(clock.afterDays().toString())
                        .text(clock.afterBusinessDays().toString());
                to.text(day(clock.funded())).number(clock.days(account.day())).end();
            }
        });
    }

    /// What entries would add to the built-in case.
    public ResultTable implied() {
        return new ResultTable("register_implied", to -> {
            for (ProgrammeAccount.Effect effect : account.effects()) {
                ShippedProgramme.Implied one = effect.implied();
                Optional<ShippedProgramme.Implied.Yearly> yearly = one.capacity();
                to.text(one.entry()).text(effect.stage().word()).text(one.process());
                to.number(yearly.map(ShippedProgramme.Implied.Yearly::low))
                        .number(yearly.map(ShippedProgramme.Implied.Yearly::high));
                to.text(yearly.map(ShippedProgramme.Implied.Yearly::unit).orElse(""));
                to.text(one.source()).text(one.note()).end();
            }
        });
    }

    /// Changes, the first one first.
    public static ResultTable changes(List<KeptChange> changes) {
        return new ResultTable("register_changes", to -> {
            for (KeptChange change : changes) {
                to.number(change.number())
                        .text(change.reason().at())
                        .text(change.reason().who());
                to.text(change.reason().why()).text(change.reason().cites());
                to.text(change.deed().subject())
                        .number(change.deed().version())
                        .text(change.deed().kind());
                to.text(change.deed().content().entrySet().stream()
                        .map(word -> word.getKey() + "=" + word.getValue())
                        .collect(Collectors.joining("; ")));
                to.text(change.hash()).end();
            }
        });
    }

    /// All tables into the folder.
    public void write(Draft to) throws IOException {
        for (ResultTable table : List.of(
                entries(),
                amounts(),
                totals(),
                milestones(),
                clock(),
                implied(),
                changes(account.register().changes()))) {
            table.csv(to);
        }
    }
}
