package org.genryu.cli.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.cli.command.BriefRows;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.report.brief.Brief;
import org.genryu.report.write.NumberFormat;
import org.genryu.store.KeptChange;
import org.genryu.store.register.EntryStage;
import org.genryu.store.register.MoneyRange;
import org.genryu.store.register.ProgrammeAccount;
import org.genryu.store.register.ProgrammeTotals;
import org.genryu.store.register.RegisterAmount;
import org.genryu.store.register.RegisterAmount.Kind;
import org.genryu.store.register.RegisterBook;
import org.genryu.store.register.RegisterEntry;
import org.genryu.store.register.RegisterMilestone;
import org.genryu.store.register.RegisterMilestone.State;

/// What the register says on one screen: how much is promised, selected, signed and paid, and what is late.
final class RegisterSummary {
    private final ProgrammeAccount account;
    private final Lang lang;
    private final NumberFormat shown;

    RegisterSummary(ProgrammeAccount account, Lang lang) {
        this.account = account;
        this.lang = lang;
        this.shown = new NumberFormat(lang);
    }

    private String say(String en, String ja, Object... words) {
        return (lang == Lang.EN ? en : ja).formatted(words);
    }

    private String day(LocalDate day) {
        return NumberText.day(day, lang);
    }

    List<String> screen() {
        List<Brief.Part> parts = new ArrayList<>();
        parts.add(part("Promised", "表明", promised()));
        parts.add(part("Selected", "選定", selected()));
        parts.add(part("Signed, paid", "契約・支払", List.of(sentence(signed()))));
        parts.add(part("Clock", "経過日数", clock()));
        parts.add(part("Late", "期限超過", late()));
        parts.add(part("In the case", "ケースでは", List.of(sentence(effects()))));
        if (!account.printed().isEmpty()) {
            parts.add(part("Not added", "加算せず", List.of(printed())));
        }
        String counts = account.counts().entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey().text().in(lang))
                .collect(Collectors.joining(say(", ", "、")));
        String title = say(
                "The programme on %s: %s entries (%s)",
                "%s時点のプログラム：%s項目（%s）",
                day(account.day()),
                account.register().entries().size(),
                counts);
        return BriefRows.screen(new Brief(List.of(title), parts, Optional.empty()), List.of(), lang);
    }

    private Brief.Part part(String en, String ja, List<Brief.Line> lines) {
        return new Brief.Part(new Text(en, ja).in(lang), lines);
    }

    private static Brief.Line sentence(String text) {
        return new Brief.Line(List.of(text), 1, 3);
    }

    private String money(List<ProgrammeTotals.Total> totals) {
        return totals.isEmpty()
                ? say("nothing on record", "記録なし")
                : totals.stream()
                        .map(total -> total.money().in(lang) + of(total.money()))
                        .collect(Collectors.joining(say(" and ", "と")));
    }

    /// `(20% to 95% of the envelope of $550 billion)`
    private String of(MoneyRange money) {
        Optional<double[]> part = account.part(money);
        if (part.isEmpty()) {
            return "";
        }
        String from = shown.label(part.get()[0]);
        String to = shown.label(part.get()[1]);
        return say(
                " (%s of the envelope of %s)",
                "（総枠%2$sの%1$s）",
                from.equals(to) ? from : say("%s to %s", "%s～%s", from, to),
                account.envelope().orElseThrow().in(lang));
    }

    private List<Brief.Line> promised() {
        List<Brief.Line> lines = new ArrayList<>();
        lines.add(sentence(say("%s; nothing is counted twice", "%s。重複なし", money(account.totals(Kind.PROMISED)))));
        if (!account.unverified().isEmpty()) {
            lines.add(sentence(say(
                    "left out because nobody has checked it: %s",
                    "未検証のため除外：%s",
                    account.unverified().entrySet().stream()
                            .map(one -> account.name(one.getKey()).in(lang) + " "
                                    + one.getValue().in(lang))
                            .collect(Collectors.joining(say(", ", "、"))))));
        }
        return lines;
    }

    private List<Brief.Line> selected() {
        return List.of(
                sentence(say(
                        "%s entries, %s",
                        "%s項目、%s",
                        account.register().entries().stream()
                                .filter(entry -> entry.stage().reaches(EntryStage.SELECTED))
                                .count(),
                        money(account.promisedFrom(EntryStage.SELECTED)))),
                sentence(say("funded: %s", "資金拠出済み：%s", money(account.promisedFrom(EntryStage.FUNDED)))));
    }

    private String signed() {
        return say(
                "signed %s · paid out %s · recovered %s",
                "契約 %s・支払 %s・回収 %s",
                money(account.totals(Kind.COMMITTED)),
                money(account.totals(Kind.DISBURSED)),
                money(account.totals(Kind.RECOVERED)));
    }

    private List<Brief.Line> clock() {
        List<String> told = account.waiting().stream()
                .map(one -> say(
                        "%s %s days%s",
                        "%s %s日%s",
                        one.entry().facts().name().in(lang),
                        one.clock().days(account.day()),
                        one.clock().funded().isPresent() ? say(" (funded)", "（拠出済み）") : ""))
                .toList();
        if (told.isEmpty()) {
            return List.of(sentence(say("nothing is selected", "選定されたものはありません")));
        }
        return List.of(
                sentence(say(
                        "days since selection; funds no earlier than 45 days, or 45 business days, after the notice",
                        "選定からの日数。資金拠出は通知の45日後、または45営業日後以降")),
                new Brief.Line(told, told.size(), 4));
    }

    private List<Brief.Line> late() {
        List<RegisterMilestone> late = account.milestones(State.LATE);
        int done = account.milestones(State.DONE).size()
                + account.milestones(State.DONE_LATE).size();
        List<Brief.Line> lines = new ArrayList<>();
        lines.add(sentence(say(
                "%s of %s milestones and agreed actions; %s done, %s of these late",
                "マイルストーン・合意事項 %2$s件のうち%1$s件。完了 %3$s件（うち遅れ %4$s件）",
                late.size(),
                account.register().milestones().size(),
                done,
                account.milestones(State.DONE_LATE).size())));
        List<String> names = late.stream()
                .map(one -> say(
                        "%s: %s",
                        "%s：%s",
                        day(one.dates().due().orElseThrow()),
                        one.what().in(lang)))
                .toList();
        if (!names.isEmpty()) {
            lines.add(new Brief.Line(names, names.size(), 4));
        }
        return lines;
    }

    private String effects() {
        long count = account.selectedWithProcess();
        return count == 0
                ? say(
                        "no selected entry adds to a process of the case 'alliance': its dependence stays as it is",
                        "選定された項目のうち、ケース「alliance」の工程を増やすものはありません。依存度は変わりません")
                : say(
                        "%s selected entries add to processes of the case 'alliance' (register_implied.csv)",
                        "選定された%s項目が、ケース「alliance」の工程を増やします（register_implied.csv）", count);
    }

    /// Totals that circulate, by what they are of.
    private Brief.Line printed() {
        Map<String, List<String>> told = new LinkedHashMap<>();
        for (ProgrammeAccount.Printed one : account.printed()) {
            told.computeIfAbsent(one.announcement().name().in(lang), _ -> new ArrayList<>())
                    .add(one.amount().money().in(lang));
        }
        List<String> entries = told.entrySet().stream()
                .map(one -> say(
                        "%s, totals in print: %s",
                        "%s、報道された合計：%s", one.getKey(), String.join(say(", ", "、"), one.getValue())))
                .toList();
        return new Brief.Line(entries, entries.size(), 3);
    }

    // ---------------------------------------------------------------- rows

    /// One row an entry.
    List<String> entries(Optional<EntryStage> stage) {
        List<String> rows = new ArrayList<>();
        for (RegisterEntry entry : account.register().entries()) {
            if (stage.isEmpty() || stage.get() == entry.stage()) {
                rows.add("%s  %s  %s  %s%s"
                        .formatted(
                                entry.id(),
                                entry.stage().text().in(lang),
                                entry.facts().name().in(lang),
                                amounts(entry),
                                entry.facts()
                                        .frame()
                                        .partOf()
                                        .map(id -> say(" (inside %s)", "（%sの内数）", id))
                                        .orElse("")));
            }
        }
        return rows;
    }

    private String amounts(RegisterEntry entry) {
        List<String> told = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            entry.amounts().stream()
                    .filter(one -> one.kind() == kind && !one.replaced())
                    .reduce((_, last) -> last)
                    .ifPresent(one ->
                            told.add(kind.text().in(lang) + " " + one.money().in(lang) + doubt(one)));
        }
        return told.isEmpty() ? say("no amount on record", "金額の記録なし") : String.join(say(", ", "、"), told);
    }

    private String doubt(RegisterAmount amount) {
        return switch (amount.told().standing()) {
            case READ -> "";
            case REPORTED -> say(" (reported)", "（報道）");
            case DERIVED -> say(" (derived)", "（計算）");
            case UNVERIFIED -> say(" (unverified)", "（未検証）");
        };
    }

    /// Everything about one thing, its history last.
    List<String> thing(String id) {
        List<String> lines = new ArrayList<>();
        lines.add(account.name(id).in(lang) + "  (" + id + ")");
        account.register().entry(id).ifPresent(entry -> {
            lines.add(say("stage: %s", "段階：%s", entry.stage().text().in(lang)));
            lines.add(say("amounts: %s", "金額：%s", amounts(entry)));
            if (!entry.facts().partners().isEmpty()) {
                lines.add(say("partners: %s", "参加者：%s", entry.facts().partners()));
            }
            if (!entry.facts().note().isEmpty()) {
                lines.add(say("note: %s", "補足：%s", entry.facts().note()));
            }
        });
        account.register()
                .milestone(id)
                .ifPresent(one -> lines.add(say(
                        "%s; due %s",
                        "%s。期限 %s",
                        one.state(account.day()).text().in(lang),
                        one.dates().due().map(this::day).orElse(say("not agreed", "なし")))));
        lines.add(say("history, newest version last:", "履歴（最新の版が最後）："));
        for (KeptChange change : account.register().history(id)) {
            lines.add("  " + change.deed().version() + "  "
                    + RegisterBook.told(change.deed(), change.reason(), lang) + "  ["
                    + change.reason().cites() + "]");
        }
        return lines;
    }
}
