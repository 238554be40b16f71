package org.genryu.stress.worst;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.genryu.casefile.CaseFile;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;

/// What is wrong or doubtful in a question about the worst moves: nothing is without effect in silence.
final class WorstFindings {
    private static final Text THING = new Text("Worst cut", "最悪の手");

    private final CaseFile file;
    private final WorstQuestion question;

    WorstFindings(CaseFile file, WorstQuestion question) {
        this.file = file;
        this.question = question;
    }

    /// The question against the moves that there are.
    List<Finding> question(List<RivalMove> moves) {
        List<Finding> found = new ArrayList<>();
        if (moves.isEmpty()) {
            found.add(Finding.error(
                    new Place("case.yaml", 0, "rival"),
                    THING,
                    new Text(
                            "the case has no moves of another side: no table of moves, no place of a rival, and no"
                                    + " strait that a lane passes.",
                            "相手側の手がありません。moves 表も、rival の国の地点も、輸送路が通る海峡もありません。"),
                    new Text(
                            "`rival: [CN]` in case.yaml or a table moves.csv is missing.",
                            "case.yaml に `rival: [CN]` を書くか、moves.csv を加えてください。")));
            return found;
        }
        if (question.moves() > moves.size()) {
            found.add(Finding.warning(
                    Place.NOWHERE,
                    THING,
                    new Text(
                            "--moves is %s; the case has %s moves, and all of them are considered."
                                    .formatted(question.moves(), moves.size()),
                            "--moves は %s ですが、ケースの手は %s 件です。すべてを対象にします。".formatted(question.moves(), moves.size())),
                    new Text("a smaller number is meant.", "小さい数にしてください。")));
        }
        if (question.defences() > moves.size()) {
            found.add(Finding.warning(
                    Place.NOWHERE,
                    THING,
                    new Text(
                            "--defend is %s; the case has only %s moves that could be prevented."
                                    .formatted(question.defences(), moves.size()),
                            "--defend は %s ですが、防げる手は %s 件しかありません。".formatted(question.defences(), moves.size())),
                    new Text("a smaller number is meant.", "小さい数にしてください。")));
        }
        question.budget().ifPresent(budget -> budget(budget, moves, found));
        return found;
    }

    private void budget(double budget, List<RivalMove> moves, List<Finding> found) {
        boolean priced = RivalMoves.areWritten(file)
                && !file.table("moves").numbers("cost").written().isEmpty();
        if (!priced) {
            found.add(Finding.warning(
                    new Place("moves.csv", 0, "cost"),
                    THING,
                    new Text(
                            "--budget is given, but no move has a cost; each counts 1.",
                            "--budget が指定されていますが、手に cost がありません。各手を 1 とします。"),
                    new Text(
                            "`--moves` alone says the same, or the column cost is missing.",
                            "`--moves` だけで足りるか、cost 列を記入してください。")));
        }
        double cheapest = moves.stream().mapToDouble(RivalMove::cost).min().orElse(0);
        if (cheapest > budget) {
            found.add(Finding.warning(
                    Place.NOWHERE,
                    THING,
                    new Text(
                            "--budget is %s; the cheapest move costs %s, so that none can be made."
                                    .formatted(number(budget), number(cheapest)),
                            "--budget は %s、最も安い手は %s のため、どの手も打てません。".formatted(number(budget), number(cheapest))),
                    new Text("a larger budget is meant.", "予算を大きくしてください。")));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6g", value);
    }

    /// Moves that change no number of the calm world's program.
    List<Finding> idle(AttackedVersions versions) {
        List<Finding> found = new ArrayList<>();
        for (int j = 0; j < versions.moves().size(); j++) {
            if (versions.alone(j).isNothing()) {
                RivalMove move = versions.moves().get(j);
                found.add(Finding.warning(
                        move.place(),
                        new Text("Move '" + move.id() + "'", "手「" + move.id() + "」"),
                        new Text(
                                "it changes nothing that the balance knows: what it meets has that value already, or"
                                        + " nothing flows there.",
                                "需給均衡の数値を何も変えません。対象がすでにその値か、そこには何も流れていません。"),
                        new Text("its id, column or value should be looked at.", "id・column・value を確かめてください。")));
            }
        }
        return found;
    }
}
