package org.genryu.stress.worst;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// What is wrong or doubtful in a question is told, and nothing is without effect in silence. Rung: by hand, word for
/// word.
class WorstFindingsTest {
    private static TextCase world(String moves) {
        TextCase world = TextCase.years(2025, 2025)
                .table("places", """
                        place,name_en,name_ja,kind,country
                        mine,Mine,鉱山,site,CN
                        town,Town,町,site,JP""")
                .table("commodities", "commodity,unit\ngood,t")
                .table("recipes", "recipe,commodity,amount\nmake,good,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        dig,mine,make,operating,10,1
                        shut,mine,make,operating,0,1""")
                .table("routes", "route,from,to,commodity,cost\nway,mine,town,good,1")
                .table("demands", """
                        demand,place,use,commodity,amount,shortage_cost
                        eat,town,use,good,5,100""");
        return moves.isEmpty() ? world : world.table("moves", moves);
    }

    private static Outcome<WorstCuts.Result> ask(TextCase world, WorstQuestion question) {
        return WorstCuts.of(world.read().clean().orElseThrow(), question, ProgressReport.SILENT);
    }

    private static WorstQuestion asking(int moves) {
        return new WorstQuestion(moves, BalanceOptions.DEFAULT);
    }

    private static List<String> said(List<Finding> findings, Lang lang) {
        return findings.stream().map(found -> found.in(lang)).toList();
    }

    @Test
    void aCaseWithoutMovesMustSayWhatIsMissing() {
        Outcome<WorstCuts.Result> none = ask(world(""), asking(1));
        assertThat(none.value()).isEmpty();
        assertThat(said(none.findings(), Lang.EN))
                .containsExactly(
                        "Worst cut: the case has no moves of another side: no table of moves, no place of a rival, and no"
                                + " strait that a lane passes. [case.yaml rival] Maybe `rival: [CN]` in case.yaml or a table"
                                + " moves.csv is missing.");
        assertThat(said(none.findings(), Lang.JA))
                .containsExactly("最悪の手: 相手側の手がありません。moves 表も、rival の国の地点も、輸送路が通る海峡もありません。"
                        + " [case.yaml rival] 対処案: case.yaml に `rival: [CN]` を書くか、moves.csv を加えてください。");
    }

    @Test
    void withoutATableTheExportsOfARivalMustBeTheMove() {
        Outcome<WorstCuts.Result> banned = ask(world("").header("rival", "[CN]"), asking(1));
        WorstCut cut = ((WorstCuts.Result.Found) banned.value().orElseThrow()).cut();
        assertThat(cut.moves()).extracting(RivalMove::id).containsExactly("ban-mine");
        assertThat(cut.moves().getFirst().name().en()).isEqualTo("Mine stops its exports");
        assertThat(cut.moves().getFirst().name().ja()).isEqualTo("鉱山が輸出を止める");
        assertThat(cut.worst().damage()).isEqualTo(5 * 98);
        assertThat(cut.losers().orElseThrow()).anyMatch(loss -> loss.change() < 0);
    }

    @Test
    void aMoveThatChangesNothingMustBeTold() {
        Outcome<WorstCuts.Result> idle = ask(
                world("move,table,id,column,op,value\nnothing,processes,shut,capacity,multiply,0\n"
                        + "stop,routes,way,capacity,set,0"),
                asking(1));
        assertThat(said(idle.findings(), Lang.EN))
                .anyMatch(text -> text.startsWith("Move 'nothing': it changes nothing that the balance knows"))
                .noneMatch(text -> text.startsWith("Move 'stop'"));
        assertThat(said(idle.findings(), Lang.JA)).anyMatch(text -> text.startsWith("手「nothing」: 需給均衡の数値を何も変えません。"));
    }

    @Test
    void moreMovesThanThereAreMustBeTold() {
        TextCase world = world("move,table,id,column,op,value\nstop,routes,way,capacity,set,0");
        Outcome<WorstCuts.Result> many = ask(world, asking(3).defending(2));
        assertThat(said(many.findings(), Lang.EN))
                .contains(
                        "Worst cut: --moves is 3; the case has 1 moves, and all of them are considered. Maybe a smaller"
                                + " number is meant.",
                        "Worst cut: --defend is 2; the case has only 1 moves that could be prevented. Maybe a smaller number"
                                + " is meant.");
        assertThat(((WorstCuts.Result.Found) many.value().orElseThrow())
                        .cut()
                        .worst()
                        .damage())
                .isEqualTo(490);
    }

    @Test
    void aBudgetWithoutCostsMustBeTold() {
        TextCase world = world("move,table,id,column,op,value\nstop,routes,way,capacity,set,0");
        assertThat(said(ask(world, asking(1).within(1)).findings(), Lang.EN))
                .contains("Worst cut: --budget is given, but no move has a cost; each counts 1. [moves.csv cost] Maybe"
                        + " `--moves` alone says the same, or the column cost is missing.");
        TextCase dear = world("move,table,id,column,op,value,cost\nstop,routes,way,capacity,set,0,7");
        Outcome<WorstCuts.Result> poor = ask(dear, asking(1).within(5));
        assertThat(said(poor.findings(), Lang.EN))
                .containsExactly(
                        "Worst cut: --budget is 5; the cheapest move costs 7, so that none can be made. Maybe a"
                                + " larger budget is meant.");
        assertThat(((WorstCuts.Result.Found) poor.value().orElseThrow())
                        .cut()
                        .worst()
                        .moves())
                .isEmpty();
    }

    /// A move of a thing that is not there is an error of the table, found when it is read.
    @Test
    void anUnknownThingMustBeAnErrorWithItsLine() {
        Outcome<CaseFile> read = world("move,table,id,column,op,value\nstop,routes,wey,capacity,set,0")
                .read();
        assertThat(read.hasErrors()).isTrue();
        assertThat(said(read.findings(), Lang.EN))
                .anyMatch(text -> text.contains("wey") && text.contains("moves.csv:2"));
    }

    /// What cannot be answered in calm cannot be told against it.
    @Test
    void aCalmWorldWithoutAnAnswerMustBeTheVerdict() {
        TextCase hungry = world("move,table,id,column,op,value\nstop,routes,way,capacity,set,0")
                .table("demands", "demand,place,use,commodity,amount\neat,town,use,good,50");
        assertThat(ask(hungry, asking(1)).value().orElseThrow()).isInstanceOf(WorstCuts.Result.NoCalm.class);
    }
}
