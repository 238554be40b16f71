package org.genryu.stress.account;

import java.util.ArrayList;
import java.util.List;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Text;

/// What an industry cannot make because a use goes without.
///
///     standing still = critical_share (1 - substitution) · part that the use lacks, beyond what its buffer covers
///     lost value added = standing still · value added of the month
///
/// A use of several commodities lacks the largest of their parts: the one that is missing stops the work. An
/// industry all of whose uses get more than in calm makes more: a gain stays a gain.
/// The buffer of an industry, `buffer_days` of the use, is taken down first, where no stock of users is in
/// the months already.
///
/// @param sector index into the sectors of the case
/// @param lost by month, value added [currency]
/// @param direct Σ lost [currency]
/// @param first first month in which anything is lost; -1 if none is
/// @param worst month with the largest loss
public record SectorStress(int sector, Text name, int place, double[] lost, double direct, int first, int worst) {

    /// @param start first month of the clock in which anything happens
    public static List<SectorStress> of(SupplyCase of, List<UseStress> uses, boolean[] buffered) {
        SupplyCase.Sectors sectors = of.use().sectors();
        List<SectorStress> all = new ArrayList<>();
        for (int s = 0; s < sectors.size(); s++) {
            List<UseStress> mine = new ArrayList<>();
            boolean kept = false;
            for (UseStress use : uses) {
                boolean here = use.place() == sectors.place()[s]
                        && (sectors.use()[s].isEmpty() || sectors.use()[s].equals(use.use()));
                if (here) {
                    mine.add(use);
                    kept |= buffered[use.demand()];
                }
            }
            if (!mine.isEmpty()) {
                all.add(one(sectors, s, mine, kept));
            }
        }
        return List.copyOf(all);
    }

    private static SectorStress one(SupplyCase.Sectors sectors, int s, List<UseStress> mine, boolean kept) {
        int months = mine.getFirst().lacking().length;
        double[] lost = new double[months];
        double buffer = kept ? 0 : sectors.bufferDays()[s] / (365.0 / 12);
        double direct = 0;
        int first = -1;
        int worst = 0;
        for (int i = 0; i < months; i++) {
            int month = i;
            double part =
                    mine.stream().mapToDouble(use -> part(use, month)).max().orElse(0);
            double covered = Math.min(buffer, Math.max(0, part));
            buffer -= covered;
            lost[i] = (part - covered)
                    * sectors.criticalShare()[s]
                    * (1 - sectors.substitution()[s])
                    * sectors.valueAdded()[s]
                    / 12;
            direct += lost[i];
            first = first < 0 && lost[i] > 0 ? i : first;
            worst = lost[i] > lost[worst] ? i : worst;
        }
        return new SectorStress(s, sectors.names()[s], sectors.place()[s], lost, direct, first, worst);
    }

    /// Part that a use lacks in a month, below 0 where it gets more; what rounding leaves is nothing.
    private static double part(UseStress use, int month) {
        double part = use.wanted()[month] > 0 ? use.lacking()[month] / use.wanted()[month] : 0;
        return Math.abs(part) < 1e-9 ? 0 : part;
    }
}
