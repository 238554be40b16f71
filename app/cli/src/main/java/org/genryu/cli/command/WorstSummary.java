package org.genryu.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseHeader;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.console.CommandCall;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.brief.Brief;
import org.genryu.report.write.NumberFormat;
import org.genryu.results.JsonDocument;
import org.genryu.results.stress.WorstTables;
import org.genryu.stress.worst.WorstCut;

/// What the worst moves say on one screen to people and in one document to programs.
final class WorstSummary {
    /// Who loses, told by name.
    private static final int LOSERS = 5;

    private final CommandCall call;
    private final CaseFile file;
    private final WorstCut cut;
    private final Lang lang;
    private final NumberFormat shown;

    WorstSummary(CommandCall call, CaseFile file, WorstCut cut) {
        this.call = call;
        this.file = file;
        this.cut = cut;
        this.lang = call.lang();
        this.shown = new NumberFormat(lang);
    }

    List<String> lines() {
        CaseHeader header = file.header();
        List<Brief.Part> parts = new ArrayList<>();
        parts.add(part(new Text("Worst", "最悪の手"), worst()));
        parts.add(part(new Text("Sure", "確かさ"), sure()));
        parts.add(part(new Text("By number", "手の数ごと"), curve()));
        if (!cut.alternatives().isEmpty()) {
            parts.add(part(new Text("Next worst", "次に悪い組"), next()));
        }
        cut.losers()
                .filter(all -> all.stream().anyMatch(loss -> loss.change() < 0))
                .ifPresent(all -> parts.add(part(new Text("Who loses", "失う国"), List.of(losers(all)))));
        if (cut.defences().size() > 1) {
            parts.add(part(new Text("Defence", "防御"), defence()));
        }
        String title = say(
                "%s: the worst %s of %s moves of the other side",
                "%s：相手側の%3$s手のうち最悪の%2$s手",
                header.title().in(lang),
                cut.worst().most(),
                cut.moves().size());
        String years = say(
                "Damage: what the best answer costs more than in calm, %s to %s, discounted (%s of %s)",
                "損害：平時に比べた最善の対応の費用の増加（%s～%s、割引後、%4$s年の%3$s）",
                header.periods().label(0),
                header.periods().label(header.periods().count() - 1),
                header.currency(),
                Integer.toString(header.priceYear()));
        return BriefRows.screen(new Brief(List.of(title, years), parts, Optional.empty()), steps(), lang);
    }

    private Brief.Part part(Text head, List<Brief.Line> lines) {
        return new Brief.Part(head.in(lang), lines);
    }

    private static Brief.Line sentence(String text) {
        return new Brief.Line(List.of(text), 1, 3);
    }

    private String say(String en, String ja, Object... words) {
        return (lang == Lang.EN ? en : ja).formatted(words);
    }

    private String money(double amount) {
        return amount == Double.POSITIVE_INFINITY
                ? say("no answer: some demand can no longer be served", "解なし：満たせない需要が残ります")
                : shown.money(amount, file.header().currency());
    }

    private String names(List<Integer> set) {
        if (set.isEmpty()) {
            return say("none", "なし");
        }
        List<String> names =
                set.stream().map(j -> cut.moves().get(j).name().in(lang)).toList();
        return String.join(lang == Lang.EN ? " + " : "＋", names);
    }

    private List<Brief.Line> worst() {
        WorstCut.Attack worst = cut.worst();
        return List.of(sentence(names(worst.moves())), sentence(say("damage %s", "損害 %s", money(worst.damage()))));
    }

    private List<Brief.Line> sure() {
        WorstCut.Attack worst = cut.worst();
        if (!worst.isProved()) {
            return List.of(sentence(
                    worst.bound() == Double.POSITIVE_INFINITY
                            ? say("not proved: nothing bounds what other sets do", "未証明：ほかの組の損害に上限を示せていません")
                            : say(
                                    "not proved: no set does more than %s, %s above",
                                    "未証明：どの組の損害も %s 以下（差 %s）", money(worst.bound()), shown.percent(worst.gap()))));
        }
        String proof = say(
                "proved: no set of %s or fewer does more (gap 0; %s least costs solved instead of all sets)",
                "証明済み：%s手以内でこれを超える組はありません（差0。全組でなく%s回の計算で証明）",
                worst.most(),
                shown.number(cut.work().solves()));
        String one = cut.unique()
                ? say("no other set does as much", "同じ損害の組はほかにありません")
                : say("not the only one: another set does as much", "唯一ではありません。同じ損害の組がほかにもあります");
        return List.of(sentence(proof), sentence(one));
    }

    private List<Brief.Line> curve() {
        List<String> entries = new ArrayList<>();
        for (WorstCut.Attack attack : cut.curve()) {
            if (attack.most() > 0) {
                entries.add(say("%s: %s", "%s手：%s", attack.most(), money(attack.damage()))
                        + (attack.isProved() ? "" : say(" (not proved)", "（未証明）")));
            }
        }
        if (entries.isEmpty()) {
            return List.of(sentence(say("0 moves do nothing", "0手では何も起きません")));
        }
        String nested = cut.nested()
                ? say("nested: each worst set holds the one before", "入れ子：最悪の組はひとつ前の組を含みます")
                : say("not nested: the best first move depends on how many follow", "入れ子ではありません：最初の手は、続く手の数によって変わります");
        return List.of(new Brief.Line(entries, entries.size(), 2), sentence(nested));
    }

    private List<Brief.Line> next() {
        List<Brief.Line> lines = new ArrayList<>();
        for (WorstCut.Attack attack : cut.alternatives()) {
            lines.add(new Brief.Line(
                    List.of(say("%s: %s", "%s：%s", money(attack.damage()), names(attack.moves()))), 1, 2));
        }
        return lines;
    }

    private Brief.Line losers(List<WorstCut.Loss> all) {
        List<WorstCut.Loss> losing =
                all.stream().filter(loss -> loss.change() < 0).toList();
        List<String> entries = losing.stream()
                .limit(LOSERS)
                .map(loss -> say("%s %s", "%s %s", loss.name().in(lang), money(-loss.change())))
                .toList();
        return new Brief.Line(entries, losing.size(), 2);
    }

    private List<Brief.Line> defence() {
        List<Brief.Line> lines = new ArrayList<>();
        for (WorstCut.Defence defence : cut.defences()) {
            if (defence.most() > 0) {
                String proof = defence.isProved()
                        ? say("proved", "証明済み")
                        : say(
                                "between %s and %s",
                                "%s 以上 %s 以下",
                                money(defence.least()),
                                money(defence.left().bound()));
                lines.add(new Brief.Line(
                        List.of(say(
                                "%s made impossible: %s left (%s) by preventing: %s",
                                "%s件を防ぐ：残る損害 %s（%s）。防ぐ手：%s",
                                defence.most(),
                                money(defence.left().damage()),
                                proof,
                                names(defence.prevented()))),
                        1,
                        2));
            }
        }
        return lines;
    }

    private List<String> steps() {
        String named = call.parameter(0).orElse(BuiltInCases.DEFAULT);
        String word = BriefRows.word(named);
        String own = call.flag("--uncalibrated") ? " --uncalibrated" : "";
        List<String> rows = new ArrayList<>();
        if (cut.defences().size() == 1) {
            rows.addAll(BriefRows.command(
                    "genryu worst %s --moves %s --defend 2%s"
                            .formatted(word, cut.worst().most(), own),
                    say("what is best made impossible first", "先に防ぐべき手")));
        } else {
            rows.addAll(BriefRows.command(
                    "genryu worst %s --moves %s%s".formatted(word, cut.worst().most() + 1, own),
                    say("one move more", "もう一手")));
        }
        rows.add(BriefRows.row(call.option("--out")
                .map(out -> say("All rows are in %s.", "すべての行は %s にあります。", out))
                .orElse(say("`--out DIR` writes all rows as tables.", "`--out DIR` ですべての行を表に書き出します。"))));
        return BriefRows.beside(say("Next", "次に"), rows);
    }

    void json(List<Finding> findings) {
        WorstTables tables = new WorstTables(cut);
        try (JsonDocument json = call.answer()) {
            json.text("status", cut.worst().isProved() ? "proved" : "stopped");
            json.texts(
                    "moves",
                    cut.worst().moves().stream()
                            .map(j -> cut.moves().get(j).id())
                            .toList());
            json.number("damage", cut.worst().damage())
                    .number("bound", cut.worst().bound())
                    .number("gap", cut.worst().gap())
                    .number("calm", cut.calm());
            json.table("curve", tables.curve());
            json.yes("unique", cut.unique()).yes("nested", cut.nested());
            json.table(tables.next())
                    .table(tables.defence())
                    .table(tables.losers())
                    .table(tables.moves());
            json.number("solves", cut.work().solves());
            json.findings("findings", findings);
            json.part(
                    "seconds",
                    () -> json.number("prepare", cut.work().seconds().prepare())
                            .number("search", cut.work().seconds().search())
                            .number("tell", cut.work().seconds().tell()));
        }
    }
}
