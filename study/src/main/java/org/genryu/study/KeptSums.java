package org.genryu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.core.disk.DamagedContent;
import org.genryu.results.CaseFingerprint;
import org.genryu.stress.account.MeasureEffects.Sum;

/// What do the events and measures of a scenario come to in parts? A part that was gone through before is told from
/// what is kept ([SolvedCases]): who adds a measure does not wait for the others again.
record KeptSums(StressStudy.Calm calm, SolvedCases solved) {
    private static final String FORM = "measures 1";

    /// Empty where a month has no proved answer.
    Optional<Sum> of(Scenario part) {
        List<String> words = words(part);
        Optional<Sum> kept = solved.kept(words, from -> {
            int shorts = from.number();
            double[] sums = from.reals();
            if (sums.length != 5) {
                throw new DamagedContent("a part has " + sums.length + " sums");
            }
            return new Sum(sums[0], sums[1], sums[2], shorts, sums[3], sums[4]);
        });
        if (kept.isPresent()) {
            return kept;
        }
        Optional<Sum> found = calm.told(part).map(Sum::of);
        found.ifPresent(sum -> keep(part, sum));
        return found;
    }

    /// What was found for it elsewhere.
    void keep(Scenario part, Sum sum) {
        solved.keep(words(part), to -> {
            to.number(sum.shorts());
            to.numbers(new double[] {sum.lost(), sum.earned(), sum.atRisk(), sum.worst(), sum.paid()});
        });
    }

    /// All that it is gone through with: measures of several scenarios may stand in it, or some of one.
    private List<String> words(Scenario part) {
        List<String> words = new ArrayList<>(List.of(
                FORM,
                Study.key(CaseFingerprint.of(calm.file()), calm.happened().left()),
                Boolean.toString(calm.options().calibrated()),
                part.id(),
                part.start().toString(),
                Integer.toString(part.months()),
                part.foresight().toString()));
        for (Action one : part.actions()) {
            words.add(
                    one.shape().name() + one.words() + new TreeMap<>(one.numbers()) + one.from() + ".." + one.until());
        }
        return words;
    }
}
