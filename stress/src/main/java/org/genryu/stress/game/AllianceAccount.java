package org.genryu.stress.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.genryu.core.Text;

/// What does each coalition of partners gain by acting together against what happens? For every coalition
/// S,
///
///     v(S) = max over the plans of S of
///            pay-off of the members of S under the events and the measures of the plan
///            - their pay-off under the events alone
///
/// with the pay-off of a [SidePayOff]: what its users, plants and lanes gain, less what its measures cost
/// and the value added that it loses. Who is outside does nothing and meets the market price.
///
/// @param members ids of countries or places
/// @param plans by coalition, member i being bit i; [Plan#NOTHING] first; of plans that are the same the first
public record AllianceAccount(String scenario, Text title, List<String> members, List<List<Acted>> plans) {
    public AllianceAccount {
        members = List.copyOf(members);
        plans = plans.stream().map(List::copyOf).toList();
    }

    /// What a coalition is after.
    public enum Aim {
        /// Everything together.
        ALL,
        /// Prices: what users, plants and lanes gain, less what the measures cost.
        PRICE,
        /// Security: value added that is not lost.
        SECURITY,
        /// Everything together, but no measure stands on the territory of who is not in the coalition.
        TERRITORY;

        double of(SidePayOff gain) {
            return switch (this) {
                case ALL, TERRITORY -> gain.total();
                case PRICE -> gain.total() + gain.damage();
                case SECURITY -> -gain.damage();
            };
        }

        boolean allows(Acted acted) {
            return this != TERRITORY || !acted.abroad();
        }

        /// As tables write it.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a coalition may do: nothing, its own measures or those of them that stand on its own territory,
    /// sharing among its members, and both.
    public enum Plan {
        NOTHING,
        MEASURES,
        SHARING,
        BOTH,
        OWN_TERRITORY,
        OWN_TERRITORY_SHARING;

        /// As tables write it.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What becomes of a plan.
    /// @param abroad whether a measure stands on the territory of who is not in the coalition
    /// @param gain of the coalition, with what it pays
    /// @param direct what each member of the alliance, in the coalition or not, gains before anybody pays
    /// @param paid what each member pays [currency]
    /// @param funds present value of the money that each lays out, whether or not it comes back [currency]
    public record Acted(
            Plan plan, boolean abroad, SidePayOff gain, List<SidePayOff> direct, double[] paid, double[] funds) {
        public Acted {
            direct = List.copyOf(direct);
        }

        private static Acted mean(List<Acted> all) {
            List<SidePayOff> direct = new ArrayList<>();
            for (int i = 0; i < all.getFirst().direct().size(); i++) {
                int at = i;
                direct.add(SidePayOff.mean(
                        all.stream().map(one -> one.direct().get(at)).toList()));
            }
            return new Acted(
                    all.getFirst().plan(),
                    all.getFirst().abroad(),
                    SidePayOff.mean(all.stream().map(Acted::gain).toList()),
                    direct,
                    mean(all.stream().map(Acted::paid).toList(), direct.size()),
                    mean(all.stream().map(Acted::funds).toList(), direct.size()));
        }

        private static double[] mean(List<double[]> all, int size) {
            double[] mean = new double[size];
            all.forEach(one -> {
                for (int i = 0; i < size; i++) {
                    mean[i] += one[i] / all.size();
                }
            });
            return mean;
        }
    }

    /// The same alliance in several futures, in the mean: a coalition chooses its plan before it knows which
    /// of them comes.
    public static AllianceAccount mean(List<AllianceAccount> futures) {
        AllianceAccount first = futures.getFirst();
        List<List<Acted>> plans = new ArrayList<>();
        for (int s = 0; s < first.plans().size(); s++) {
            List<Acted> own = new ArrayList<>();
            for (int k = 0; k < first.plans().get(s).size(); k++) {
                int coalition = s;
                int plan = k;
                own.add(Acted.mean(futures.stream()
                        .map(one -> one.plans().get(coalition).get(plan))
                        .toList()));
            }
            plans.add(own);
        }
        return new AllianceAccount(first.scenario(), first.title(), first.members(), plans);
    }

    /// The plan that serves the aim best; of equal ones the first.
    public Acted best(int coalition, Aim aim) {
        Acted best = plans.get(coalition).getFirst();
        for (Acted one : plans.get(coalition)) {
            best = aim.allows(one) && aim.of(one.gain()) > aim.of(best.gain()) ? one : best;
        }
        return best;
    }

    /// The plan of that name; nothing if the coalition has none such.
    public Acted acting(int coalition, Plan plan) {
        return plans.get(coalition).stream()
                .filter(one -> one.plan() == plan)
                .findFirst()
                .orElse(plans.get(coalition).getFirst());
    }

    /// What the plan gains a member of the alliance, paid [currency].
    public double net(Acted acted, int member) {
        return acted.direct().get(member).total() - acted.paid()[member];
    }

    /// @param coalition bits of its members
    public double worth(int coalition, Aim aim) {
        return aim.of(best(coalition, aim).gain());
    }

    /// Whether all acting together gain as much as they could in two parts.
    public boolean holds(Aim aim) {
        int all = plans.size() - 1;
        double together = worth(all, aim);
        for (int s = 1; s < all; s++) {
            if (worth(s, aim) + worth(all ^ s, aim) > together + slack(together)) {
                return false;
            }
        }
        return true;
    }

    public boolean holds() {
        return holds(Aim.ALL);
    }

    private static final double ROUNDING = 1e-6;

    private static double slack(double amount) {
        return ROUNDING * (1 + Math.abs(amount));
    }

    /// All act.
    public Acted together() {
        return best(plans.size() - 1, Aim.ALL);
    }

    /// What a member gains while all the others act without it: what it gets for nothing [currency].
    public double freeRide(int member) {
        return free(plans.size() - 1, member, Aim.ALL);
    }

    private double free(int coalition, int member, Aim aim) {
        return aim.of(best(coalition & ~(1 << member), aim).direct().get(member));
    }

    /// What a member of S would have outside while the others of S act: the more of what then falls to it for
    /// nothing and what it can do alone [currency].
    ///
    /// @param coalition S, with or without the member
    public double outside(int coalition, int member, Aim aim) {
        return Math.max(free(coalition, member, aim), worth(1 << member, aim));
    }

    /// What a member must be given (below 0: must give) beyond what falls to it while all act, so that it
    /// has `share` [currency].
    public double transfer(int member, double share) {
        return share - net(together(), member);
    }

    /// Whether a coalition stays as it is while the others watch it for nothing.
    ///
    ///     holds      v(S) ≥ Σ over i in S of what i has outside of S without it     side payments can hold it
    ///     grows      v(S and j) > v(S) + what j has outside of S                    with j both have more
    ///
    /// Source: d'Aspremont, Jacquemin, Gabszewicz and Weymark 1983 (inner and outer stability); Carraro, Eyckmans
    /// and Finus 2006 (side payments).
    ///
    /// @param worth v(S) [currency]
    /// @param outside what its members would have outside in all [currency]
    /// @param pays what its members must hand each other at least so that nobody leaves; 0 where nobody would
    /// [currency]
    /// @param leavers members that have more outside than falls to them, nothing handed over
    /// @param joiners with whom both sides would have more
    public record Bond(
            int coalition, double worth, double outside, double pays, List<Integer> leavers, List<Integer> joiners) {
        public Bond {
            leavers = List.copyOf(leavers);
            joiners = List.copyOf(joiners);
        }

        /// Whether side payments among its members can hold it.
        public boolean holds() {
            return worth >= outside - slack(worth);
        }

        /// It holds, and nobody more should come.
        public boolean stable() {
            return holds() && joiners.isEmpty();
        }
    }

    /// Of every coalition of two or more.
    public List<Bond> bonds(Aim aim) {
        List<Bond> bonds = new ArrayList<>();
        for (int s = 1; s < plans.size(); s++) {
            if (Integer.bitCount(s) > 1) {
                bonds.add(bond(s, aim));
            }
        }
        return bonds;
    }

    private Bond bond(int coalition, Aim aim) {
        Acted acted = best(coalition, aim);
        double worth = worth(coalition, aim);
        double outside = 0;
        double pays = 0;
        List<Integer> leavers = new ArrayList<>();
        List<Integer> joiners = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            double own = outside(coalition, i, aim);
            if ((coalition >> i & 1) == 1) {
                outside += own;
                double falls = aim.of(acted.direct().get(i)) - (aim == Aim.SECURITY ? 0 : acted.paid()[i]);
                if (own > falls + slack(own)) {
                    leavers.add(i);
                    pays += own - falls;
                }
            } else if (worth(coalition | 1 << i, aim) > worth + own + slack(worth)) {
                joiners.add(i);
            }
        }
        return new Bond(coalition, worth, outside, pays, leavers, joiners);
    }
}
