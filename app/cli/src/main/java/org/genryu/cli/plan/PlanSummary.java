package org.genryu.cli.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseHeader;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.command.BriefRows;
import org.genryu.cli.console.CommandCall;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.plan.world.Plan;
import org.genryu.report.brief.Brief;
import org.genryu.report.plan.PlanPhrases;
import org.genryu.report.write.NumberFormat;
import org.genryu.results.JsonDocument;
import org.genryu.results.plan.PlanTables;

/// What a plan says on one screen to people and in one document to programs.
final class PlanSummary {
    private final CommandCall call;
    private final CaseFile file;
    private final PlanTables tables;
    private final Plan plan;
    private final Lang lang;
    private final NumberFormat shown;

    PlanSummary(CommandCall call, CaseFile file, PlanTables tables) {
        this.call = call;
        this.file = file;
        this.tables = tables;
        this.plan = tables.plan();
        this.lang = call.lang();
        this.shown = new NumberFormat(lang);
    }

    List<String> lines() {
        CaseHeader header = file.header();
        List<Brief.Part> parts = new ArrayList<>();
        parts.add(part(new Text("Build", "建設・実施"), build()));
        parts.add(part(new Text("It buys", "効果"), buys()));
        parts.add(part(new Text("Sure", "確かさ"), sure()));
        if (!plan.dependence().isEmpty()) {
            parts.add(part(new Text("Dependence", "依存度"), dependence()));
        }
        parts.add(part(new Text("Each billion", "10億あたり"), List.of(billion())));
        plan.waiting().ifPresent(waiting -> parts.add(part(new Text("Waiting", "待つこと"), waiting(waiting))));
        plan.robust().ifPresent(robust -> parts.add(part(new Text("Worst case", "最悪の場合"), worst(robust))));
        parts.add(part(new Text("Left out", "不採用"), out()));
        parts.add(part(new Text("As good", "ほぼ同等"), nearly()));
        String title = say(
                "%s: the best plan within %s",
                "%s：予算%s内の最良の計画", header.title().in(lang), money(plan.worth().budget()));
        return BriefRows.screen(new Brief(List.of(title), parts, Optional.empty()), steps(), lang);
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
        return shown.money(amount, file.header().currency());
    }

    private List<Brief.Line> build() {
        List<String> chosen = plan.options().stream()
                .filter(one -> one.reason() == Plan.Reason.CHOSEN)
                .sorted(Comparator.comparingDouble(Plan.Verdict::saves).reversed())
                .map(one -> one.option().name().in(lang) + " " + money(one.cost()))
                .toList();
        if (chosen.isEmpty()) {
            return List.of(sentence(say("nothing: no option saves what it costs", "なし：費用に見合う選択肢がありません")));
        }
        List<Brief.Line> lines = new ArrayList<>(List.of(new Brief.Line(chosen, chosen.size(), 4)));
        List<String> placed = plan.fields().stream()
                .filter(field -> field.spent() > 0)
                .map(field -> field.name().in(lang) + " " + money(field.spent()))
                .toList();
        lines.add(new Brief.Line(List.of(say("by field: %s", "分野別：%s", String.join(say(", ", "、"), placed))), 1, 2));
        return lines;
    }

    private List<Brief.Line> buys() {
        Plan.Worth worth = plan.worth();
        String first = say(
                "for %s it saves %s in the mean and %s in the worst fifth of what may come; net %s",
                "%sの支出で、期待値で%s、悪い方5分の1で%sを節減。正味%s",
                money(worth.spent()),
                money(worth.expected()),
                money(worth.tail()),
                money(worth.net()));
        return List.of(
                sentence(first),
                sentence(say(
                        "doing nothing is sorry for %s (mean and tail weighed)",
                        "何もしない場合の後悔は%s（期待値と悪い方の加重）", money(worth.regret()))));
    }

    private List<Brief.Line> sure() {
        List<Brief.Line> lines = new ArrayList<>();
        String gap = shown.atMost(plan.worth().gap());
        lines.add(sentence(
                plan.isProved()
                        ? say(
                                "proved: no plan within the limits gains more than %s more",
                                "証明済み：制約内のどの計画も、これより%sを超えて改善しません", gap)
                        : say("not proved: a plan may gain %s more", "未証明：%sまで改善の余地があります", gap)));
        plan.promise()
                .ifPresentOrElse(
                        run -> lines.add(sentence(
                                run.isHeld()
                                        ? say(
                                                "run again through the engine: every saving within %s of the gain",
                                                "エンジンで再計算：どの節減額も、効果の%s以内で一致", shown.atMost(run.miss()))
                                        : say(
                                                "NOT held by the engine: run again through it, a saving differs by %s of the gain; do not rely on these amounts",
                                                "エンジンでは成り立ちません：再計算すると節減額が効果の%s異なります。これらの金額は信頼できません",
                                                shown.percent(run.miss())))),
                        () -> lines.add(sentence(
                                say("the engine found no proved answer for the plan", "エンジンでは計画の証明された解が得られませんでした"))));
        tables.missed()
                .ifPresent(miss -> lines.add(sentence(
                        miss.getValue() <= Plan.HELD
                                ? say(
                                        "month by month: nowhere more than %s short beyond the promise",
                                        "月次の計算：約束を超える不足はどこでも%s以内", shown.atMost(miss.getValue()))
                                : say(
                                        "month by month: in %s home lacks %s more than promised, before stocks and lanes answer",
                                        "月次の計算：%sでは在庫や輸送路が応じるまで約束より%s多く不足",
                                        miss.getKey(),
                                        shown.percent(miss.getValue())))));
        return lines;
    }

    private List<Brief.Line> dependence() {
        return PlanPhrases.dependence(plan, lang).stream()
                .map(PlanSummary::sentence)
                .toList();
    }

    private Brief.Line billion() {
        List<String> best = plan.options().stream()
                .filter(one -> one.reason() == Plan.Reason.CHOSEN)
                .sorted(Comparator.comparingDouble(Plan.Verdict::perMoney).reversed())
                .map(one -> say(
                        "%s %s×",
                        "%s %s倍", one.option().name().in(lang), shown.number(NumberFormat.rounded(one.perMoney(), 2))))
                .toList();
        return best.isEmpty() ? sentence(say("nothing is bought", "支出なし")) : new Brief.Line(best, best.size(), 2);
    }

    private List<Brief.Line> waiting(Plan.Waiting waiting) {
        List<Brief.Line> lines = new ArrayList<>();
        lines.add(sentence(say(
                "deciding each option when its spending begins is worth %s (at most %s)",
                "各選択肢を支出開始時に決める価値は%s（最大でも%s）", money(waiting.worth()), money(waiting.most()))));
        List<String> later = waiting.later().stream()
                .map(one -> one.otherwise()
                        ? say("%s unless %s", "%s（%sでなければ）", named(one.id()), PlanPhrases.names(plan, one.not(), lang))
                        : say(
                                "%s only if %s",
                                "%s（%sのときだけ）", named(one.id()), PlanPhrases.names(plan, one.where(), lang)))
                .toList();
        if (!later.isEmpty()) {
            lines.add(new Brief.Line(later, later.size(), 3));
        }
        return lines;
    }

    private String named(String id) {
        return PlanPhrases.name(plan, id, lang);
    }

    private List<Brief.Line> worst(Plan.Robust robust) {
        return List.of(
                sentence(say(
                        "the plan: %s, %s with what it costs; nothing done: %s, %s",
                        "計画：%s、費用込みで%s。何もしない場合：%s、%s",
                        named(robust.plan().attack()),
                        money(robust.plan().total()),
                        named(robust.nothing().attack()),
                        money(robust.nothing().total()))),
                sentence(say(
                        "best against the worst: %s, %s (no plan below %s): %s",
                        "最悪に最も強い計画：%s、%s（どの計画も%s以上）：%s",
                        named(robust.robust().attack()),
                        money(robust.robust().total()),
                        money(robust.bound()),
                        PlanPhrases.names(plan, robust.robust().chosen(), lang))));
    }

    private List<Brief.Line> out() {
        List<String> dear = plan.options().stream()
                .filter(one -> !one.chosen())
                .sorted(Comparator.comparingDouble(Plan.Verdict::saves).reversed())
                .map(one -> PlanPhrases.out(plan, one, file.header(), lang))
                .toList();
        return dear.isEmpty() ? List.of(sentence(say("nothing", "なし"))) : List.of(new Brief.Line(dear, dear.size(), 3));
    }

    private List<Brief.Line> nearly() {
        List<Brief.Line> lines = new ArrayList<>();
        plan.lean()
                .ifPresent(lean -> lines.add(sentence(say(
                        "99 %% of the gain for %s, without: %s",
                        "効果の99%%を%sで得られます。外せるもの：%s",
                        money(lean.spent()),
                        PlanPhrases.names(plan, lean.dropped(), lang)))));
        lines.add(sentence(say(
                "knowing what comes would be worth at most %s; one more of budget saves %s",
                "起こることを事前に知る価値は最大%s。予算の追加1あたりの節減は%s",
                money(plan.information().perfect()),
                String.format(Locale.ROOT, "%.2f", plan.information().oneMore()))));
        return lines;
    }

    private List<String> steps() {
        String named = call.parameter(0).orElse(BuiltInCases.DEFAULT);
        String word = BriefRows.word(named);
        String asked = "genryu plan %s --budget %s"
                .formatted(word, call.option("--budget").orElse(""));
        String year = file.header().periods().label(file.header().periods().count() / 2);
        List<String> rows = new ArrayList<>(
                call.option("--target").isEmpty()
                        ? BriefRows.command(
                                asked + " --target dependence:30%%@%s".formatted(year), say("with a target", "目標つき"))
                        : BriefRows.command(
                                asked + " --target " + call.option("--target").orElse("") + " --risk 0",
                                say("by the mean alone", "期待値だけで")));
        rows.add(BriefRows.row(call.option("--out")
                .map(out -> say("All rows are in %s.", "すべての行は %s にあります。", out))
                .orElse(say("`--out DIR` writes all rows and a page.", "`--out DIR` ですべての行とページを書き出します。"))));
        return BriefRows.beside(say("Next", "次に"), rows);
    }

    void json(List<Finding> findings) {
        Plan.Worth worth = plan.worth();
        try (JsonDocument json = call.answer()) {
            json.text("status", plan.isProved() ? "proved" : "stopped");
            json.texts(
                    "chosen",
                    plan.options().stream()
                            .filter(Plan.Verdict::chosen)
                            .map(one -> one.option().id())
                            .toList());
            json.number("objective", worth.objective())
                    .number("bound", worth.bound())
                    .number("gap", worth.gap())
                    .number("gain", worth.gain())
                    .number("spent", worth.spent())
                    .number("placed", worth.placed())
                    .number("expected", worth.expected())
                    .number("tail", worth.tail())
                    .number("net", worth.net())
                    .number("premium", worth.premium());
            json.number("perfect_information", plan.information().perfect())
                    .number("stochastic_solution", plan.information().calm())
                    .number("one_more", plan.information().oneMore());
            plan.promise().ifPresent(run -> json.number("promise_miss", run.miss()));
            plan.lean()
                    .ifPresent(lean -> json.part(
                            "lean",
                            () -> json.number("spent", lean.spent())
                                    .texts("dropped", lean.dropped())
                                    .texts("added", lean.added())));
            plan.waiting()
                    .ifPresent(
                            waiting -> json.number("waiting", waiting.worth()).number("waiting_most", waiting.most()));
            plan.robust().ifPresent(robust -> json.number("worst_bound", robust.bound()));
            tables.all().forEach(json::table);
            json.number("solves", plan.work().solves());
            json.findings("findings", findings);
            json.part(
                    "seconds",
                    () -> json.number("prepare", plan.work().prepare())
                            .number("search", plan.work().search())
                            .number("tell", plan.work().tell()));
        }
    }
}
