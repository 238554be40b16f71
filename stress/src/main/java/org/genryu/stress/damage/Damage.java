package org.genryu.stress.damage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.stress.account.SectorStress;
import org.genryu.stress.account.StressAccount;

/// What does a scenario cost the economies, with those who sell to and buy of whoever stands still?
///
/// The industries of the case ([SectorStress]) hit the branches that they stand for, each month by
///
///     hit = 1 - Π (1 - lost of the industry / value added of its branches in the month)
///
/// over all industries that name a branch: parts that stand still for want of one thing and of another are
/// taken to be independent. A [Cascade] follows the hit. A gain stays a gain.
///
/// @param countries in the order of the branches, then those of industries without branches
public record Damage(List<Country> countries) {

    /// @param place of the country
    /// @param branches that lose or gain anything
    /// @param apart lost by industries that stand for no branch; nobody is told to sell to them [currency]
    /// @param plants what plants of the case in the country make less, at calm prices, below 0 what they make
    /// more: part of what their branches make, so not added to the total [currency]
    /// @param year value added of a year; 0 where the case has no branches of the country [currency]
    /// @param months total by month [currency]
    public record Country(
            int place, List<BranchLoss> branches, double apart, double plants, double year, double[] months) {
        public double direct() {
            return apart + branches.stream().mapToDouble(BranchLoss::direct).sum();
        }

        public double suppliers() {
            return branches.stream().mapToDouble(BranchLoss::suppliers).sum();
        }

        public double customers() {
            return branches.stream().mapToDouble(BranchLoss::customers).sum();
        }

        public double total() {
            return direct() + suppliers() + customers();
        }

        /// The twelve months in a row in which most is lost; all where there are fewer [currency].
        public double worstYear() {
            double most = Double.NEGATIVE_INFINITY;
            for (int from = 0; from == 0 || from + 12 <= months.length; from++) {
                double sum = 0;
                for (int i = from; i < Math.min(from + 12, months.length); i++) {
                    sum += months[i];
                }
                most = Math.max(most, sum);
            }
            return most;
        }

        /// The worst year against the value added of a year [fraction].
        public double share() {
            return year > 0 ? worstYear() / year : 0;
        }
    }

    /// @param direct value added lost where uses go without [currency]
    /// @param suppliers lost besides because orders no longer come [currency]
    /// @param customers lost besides because inputs no longer come [currency]
    public record BranchLoss(Economy.Branch branch, double direct, double suppliers, double customers) {
        public double total() {
            return direct + suppliers + customers;
        }
    }

    /// How far a loss is followed.
    /// @param least an input that costs at least this part of the output is critical; above 1 none [fraction]
    public record Reach(Cascade.Depth depth, double least) {
        /// Suppliers and customers, critical as the case says.
        public static final Reach WHOLE = new Reach(Cascade.Depth.CUSTOMERS, 2);
    }

    public static Damage of(CaseFile file, StressAccount account) {
        return of(file, account, account.sectors(), Reach.WHOLE);
    }

    /// @param sectors what the industries lose
    public static Damage of(CaseFile file, StressAccount account, List<SectorStress> sectors, Reach reach) {
        List<Country> all = new ArrayList<>();
        List<Economy> economies = Economy.of(file);
        List<List<String>> standsFor = Arrays.stream(file.table("sectors").words("branch"))
                .map(Damage::listed)
                .toList();
        for (Economy economy : economies) {
            all.add(country(economy, account, sectors, standsFor, reach));
        }
        TreeSet<Integer> others = new TreeSet<>();
        sectors.forEach(sector -> others.add(sector.place()));
        economies.forEach(economy -> others.remove(economy.place()));
        for (int place : others) {
            double[] months = new double[account.answer().clock().months()];
            double apart = apart(place, sectors, standsFor, months);
            all.add(new Country(place, List.of(), apart, plants(account, place), 0, months));
        }
        return new Damage(List.copyOf(all));
    }

    private static List<String> listed(String words) {
        return Arrays.stream(words.split(";"))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static double apart(int place, List<SectorStress> sectors, List<List<String>> standsFor, double[] months) {
        double sum = 0;
        for (SectorStress sector : sectors) {
            if (sector.place() == place && standsFor.get(sector.sector()).isEmpty()) {
                sum += sector.direct();
                for (int i = 0; i < months.length; i++) {
                    months[i] += sector.lost()[i];
                }
            }
        }
        return sum;
    }

    private static Country country(
            Economy economy,
            StressAccount account,
            List<SectorStress> sectors,
            List<List<String>> standsFor,
            Reach reach) {
        int size = economy.size();
        double[] months = new double[account.answer().clock().months()];
        double[] direct = new double[size];
        double[] suppliers = new double[size];
        double[] customers = new double[size];
        double apart = apart(economy.place(), sectors, standsFor, months);
        for (int i = 0; i < months.length; i++) {
            double[] hit = hit(economy, sectors, standsFor, i);
            double[] first = lost(economy, hit, Cascade.Depth.SUPPLIERS, reach);
            double[] second = lost(economy, hit, Cascade.Depth.CUSTOMERS, reach);
            for (int b = 0; b < size; b++) {
                double month = economy.branches().get(b).valueAdded() / 12;
                direct[b] += hit[b] * month;
                suppliers[b] += (first[b] - hit[b]) * month;
                customers[b] += (second[b] - first[b]) * month;
                months[i] += second[b] * month;
            }
        }
        List<BranchLoss> branches = new ArrayList<>();
        for (int b = 0; b < size; b++) {
            if (direct[b] != 0 || suppliers[b] != 0 || customers[b] != 0) {
                branches.add(new BranchLoss(economy.branches().get(b), direct[b], suppliers[b], customers[b]));
            }
        }
        return new Country(
                economy.place(),
                List.copyOf(branches),
                apart,
                plants(account, economy.place()),
                economy.valueAdded(),
                months);
    }

    /// A depth that is not asked for adds nothing.
    private static double[] lost(Economy economy, double[] hit, Cascade.Depth depth, Reach reach) {
        Cascade.Depth least = depth.compareTo(reach.depth()) < 0 ? depth : reach.depth();
        return Cascade.of(economy, hit, least, reach.least()).lost();
    }

    private static double[] hit(Economy economy, List<SectorStress> sectors, List<List<String>> standsFor, int month) {
        double[] works = new double[economy.size()];
        Arrays.fill(works, 1);
        for (SectorStress sector : sectors) {
            List<String> ids = standsFor.get(sector.sector());
            double year = economy.branches().stream()
                    .filter(branch -> ids.contains(branch.id()))
                    .mapToDouble(Economy.Branch::valueAdded)
                    .sum();
            for (int b = 0; b < works.length && year > 0; b++) {
                if (ids.contains(economy.branches().get(b).id())) {
                    works[b] *= 1 - Math.min(1, sector.lost()[month] / (year / 12));
                }
            }
        }
        return Arrays.stream(works).map(part -> 1 - part).toArray();
    }

    /// Calm less the scenario: output less inputs of the plants there, both at calm prices.
    private static double plants(StressAccount account, int place) {
        SupplyCase of = account.answer().of();
        SupplyCase.Places places = of.world().places();
        String country = places.country()[place];
        SupplyCase.Processes plants = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        var find = account.answer().calm().balance().markets().finder();
        double sum = 0;
        for (int p = 0; p < plants.size(); p++) {
            int at = plants.place()[p];
            if (at != place && (country.isEmpty() || !country.equals(places.country()[at]))) {
                continue;
            }
            int recipe = plants.recipe()[p];
            for (int i = 0; i < account.answer().clock().months(); i++) {
                double less = account.answer().quiet().activity()[p][i]
                        - account.path().activity()[p][i];
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1] && less != 0; line++) {
                    int m = find.applyAsInt(at, recipes.commodity()[line]);
                    sum += less
                            * recipes.amount()[line]
                            * account.answer().quiet().price()[m][i];
                }
            }
        }
        return sum;
    }
}
