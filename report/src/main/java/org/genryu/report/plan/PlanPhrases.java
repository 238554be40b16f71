package org.genryu.report.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genryu.casefile.CaseHeader;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.plan.world.Plan;
import org.genryu.plan.world.PlanOption;
import org.genryu.plan.world.PlanScenario;
import org.genryu.report.write.NumberFormat;

/// Sentences about a plan.
public final class PlanPhrases {
    private PlanPhrases() {}

    /// Names of options or scenarios, as a list in a sentence.
    public static String names(Plan plan, List<String> ids, Lang lang) {
        return ids.isEmpty()
                ? new Text("nothing", "なし").in(lang)
                : ids.stream()
                        .map(id -> name(plan, id, lang))
                        .collect(Collectors.joining(new Text("; ", "、").in(lang)));
    }

    /// The name of an option or of a scenario; of several scenarios at once the names of all.
    public static String name(Plan plan, String id, Lang lang) {
        return Arrays.stream(id.split("\\+"))
                .map(part -> Stream.concat(
                                plan.options().stream()
                                        .map(Plan.Verdict::option)
                                        .filter(option -> option.id().equals(part))
                                        .map(PlanOption::name),
                                plan.scenarios().stream()
                                        .map(Plan.Outcome::scenario)
                                        .filter(scenario -> scenario.id().equals(part))
                                        .map(PlanScenario::name))
                        .findFirst()
                        .orElse(Text.same(part))
                        .in(lang))
                .collect(Collectors.joining(" + "));
    }

    /// Why an option is left out.
    public static String out(Plan plan, Plan.Verdict one, CaseHeader header, Lang lang) {
        return one.option().name().in(lang) + new Text(": ", "：").in(lang) + why(plan, one, header, lang);
    }

    /// The reason alone.
    public static String why(Plan plan, Plan.Verdict one, CaseHeader header, Lang lang) {
        String other = name(plan, one.why(), lang);
        NumberFormat shown = new NumberFormat(lang);
        String saves = shown.money(one.saves(), header.currency());
        String charge = shown.money(one.charge(), header.currency());
        Text said = switch (one.reason()) {
            case CHOSEN ->
                new Text("saves %s or more for %s".formatted(saves, charge), "%sに対し%s以上を節減".formatted(charge, saves));
            case DEAR ->
                new Text("saves %s at most for %s".formatted(saves, charge), "%sに対し節減は最大%s".formatted(charge, saves));
            case LIMIT ->
                new Text("would pay; '%s' leaves no room".formatted(one.why()), "見合うが枠「%s」に収まらない".formatted(one.why()));
            case REQUIRES ->
                new Text("needs '%s', which is not in the plan".formatted(other), "前提の「%s」が計画にない".formatted(other));
            case EXCLUDED -> new Text("'%s' excludes it".formatted(other), "「%s」と両立しない".formatted(other));
            case PLACED -> new Text("takes money that is left; its goods are not in the case", "残額を配分。その品目はケースにない");
            case NOT_PLACED -> new Text("no money is left for it", "残額が足りない");
            case ALIKE -> new Text("another plan does as well", "同等の別案がある");
        };
        return said.in(lang);
    }

    /// One sentence for each chain.
    public static List<String> dependence(Plan plan, Lang lang) {
        NumberFormat shown = new NumberFormat(lang);
        List<String> said = new ArrayList<>();
        for (Plan.Dependence one : plan.dependence()) {
            String engine = plan.promise()
                    .flatMap(run -> run.shareOf(one.chain()))
                    .map(share -> new Text(
                                    "; the engine gives %s".formatted(shown.percent(share)),
                                    "。エンジンの再計算では%s".formatted(shown.percent(share)))
                            .in(lang))
                    .orElse("");
            Text text = one.met()
                    ? new Text(
                            "%s: from %s to %s"
                                    .formatted(
                                            one.chain().en(), shown.percent(one.before()), shown.percent(one.share())),
                            "%s：%sから%sへ"
                                    .formatted(
                                            one.chain().ja(), shown.percent(one.before()), shown.percent(one.share())))
                    : new Text(
                            "%s: %s is out of reach; %s from %s without paying more than five times the price"
                                    .formatted(
                                            one.chain().en(),
                                            shown.percent(one.wanted()),
                                            shown.percent(one.share()),
                                            shown.percent(one.before())),
                            "%s：%sには届かない。価格の5倍を超えて払わない範囲では%sから%sまで"
                                    .formatted(
                                            one.chain().ja(),
                                            shown.percent(one.wanted()),
                                            shown.percent(one.before()),
                                            shown.percent(one.share())));
            said.add(text.in(lang) + engine);
        }
        return said;
    }
}
