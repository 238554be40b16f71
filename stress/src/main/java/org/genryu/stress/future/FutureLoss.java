package org.genryu.stress.future;

import java.io.Serializable;
import java.util.Arrays;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.UseStress;

/// What the months of one future come to. It travels between machines as it is.
///
/// @param number from 0
/// @param told whether its calm world and all its months have an answer; else nothing else is said
/// @param cost what all users lose [currency]
/// @param home what users at home lose [currency]
/// @param shortUses how many uses at home are short
/// @param part largest part that a use at home lacks in a month [fraction]
/// @param first first month of the clock in which a use at home is short; -1 if none is
/// @param parts by demand of the case: largest part that it lacks in a month [fraction]; below 0 where the scenario
/// cannot reach it
/// @param isShort by demand: whether it is short
public record FutureLoss(
        int number,
        boolean told,
        double cost,
        double home,
        int shortUses,
        double part,
        int first,
        double[] parts,
        boolean[] isShort)
        implements Serializable {

    public static FutureLoss none(int number) {
        return new FutureLoss(number, false, 0, 0, 0, 0, -1, new double[0], new boolean[0]);
    }

    public static FutureLoss of(int number, StressAccount account) {
        if (account.answer().refused().isPresent()) {
            return none(number);
        }
        double[] parts = new double[account.answer().of().use().demands().size()];
        boolean[] isShort = new boolean[parts.length];
        Arrays.fill(parts, -1);
        int count = 0;
        double part = 0;
        int first = -1;
        for (UseStress use : account.uses()) {
            int d = use.demand();
            parts[d] = Math.max(0, use.part());
            isShort[d] = use.first().isPresent();
            if (!account.isHome(use.place())) {
                continue;
            }
            part = Math.max(part, parts[d]);
            if (isShort[d]) {
                count++;
                int month = use.first().getAsInt();
                first = first < 0 ? month : Math.min(first, month);
            }
        }
        return new FutureLoss(number, true, account.cost(), account.homeCost(), count, part, first, parts, isShort);
    }
}
