package org.genryu.value.cash;

import java.util.Arrays;
import java.util.List;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;

/// The months of a plant in one future after the other: what is the same in all of them is worked out once,
/// the rest is written over what the future before has left. The equations stand at [Operations].
///
/// Whoever keeps an [Operations] beyond the next future takes a new one of these for each.
public final class PlantMonths {
    private final Project project;
    private final PlantTerms plant;
    private final int longest;
    private final double[] index;
    private final double[] share;
    private final double[] capital;
    private final int[] priced;
    private final boolean[] real;
    private final boolean[] running;
    private final double[] fullMonth;
    private final double[] paid;
    private final double[] disposed;
    private final int[] costOf;
    private final double fixedMonth;
    private final double burdenEach;
    private final double sustainingMonth;
    private final double[][] output;
    private final double[][] price;
    private final double[][] sales;
    private final Operations.Spending spending;

    /// @param longest months of the longest future that will come
    public PlantMonths(Project project, int longest) {
        this.project = project;
        this.plant = project.plant();
        this.longest = longest;
        this.index = Operations.index(project, longest);
        this.share = new double[project.timeline().operateMonths()];
        Arrays.setAll(share, plant.output()::share);
        this.capital = capital();
        int n = plant.products().size();
        priced = new int[n];
        real = new boolean[n];
        running = new boolean[longest];
        fullMonth = new double[n];
        paid = new double[n];
        disposed = new double[n];
        products();
        costOf = plant.costs().stream().mapToInt(c -> plant.index(c.of())).toArray();
        fixedMonth =
                plant.costs().stream().mapToDouble(c -> c.fixed().central()).sum() / 12;
        burdenEach = plant.environment().burdens().stream()
                .mapToDouble(b -> b.perUnit().central() * b.cost().central())
                .sum();
        sustainingMonth = plant.capital().sustaining().central() / 12;
        output = new double[n][longest];
        price = new double[n][longest];
        sales = new double[n][longest];
        spending = new Operations.Spending(
                new double[longest],
                new double[longest],
                new double[longest],
                new double[longest],
                new double[longest],
                new double[longest],
                new double[longest],
                new double[longest],
                new double[longest]);
    }

    private void products() {
        List<String> names = List.copyOf(project.market().prices().keySet());
        for (int p = 0; p < priced.length; p++) {
            PlantTerms.Product product = plant.products().get(p);
            fullMonth[p] = product.amount().central() / 12;
            priced[p] = -1;
            switch (product.sale()) {
                case PlantTerms.Sale.AtPrice(String name, var payable) -> {
                    priced[p] = names.indexOf(name);
                    real[p] = project.market().prices().get(name) instanceof Project.Price known && known.real();
                    paid[p] = product.sold().central() * payable.central();
                }
                case PlantTerms.Sale.Disposed(var cost) -> disposed[p] = cost.central();
            }
        }
    }

    /// At the estimate, in money of its month.
    private double[] capital() {
        double[] out = new double[longest];
        double total = plant.capital().total();
        List<Double> spread = plant.capital().spread();
        for (int k = 0; k < spread.size(); k++) {
            int m = project.timeline().buildStart() + k;
            out[m] = total * spread.get(k) * index[m];
        }
        return out;
    }

    /// The same arrays with another future in them.
    public Operations of(Realization draw) {
        int months = Realization.months(project, draw.delay());
        int start = project.timeline().operateStart() + draw.delay();
        int end = start + project.timeline().operateMonths();
        int alive = Math.min(months, draw.seized());
        int until = Math.min(end, alive);
        for (int p = 0; p < output.length; p++) {
            made(p, draw, start, until);
            prices(p, draw, months);
            times(sales[p], output[p], price[p], paid[p], priced[p] >= 0 ? start : longest, until);
        }
        capex(draw, alive);
        running(draw, start, until);
        royalty(start, until);
        closing(end, Math.min(months, alive));
        workingCapital(start, until, end);
        return new Operations(months, start, end, index, output, price, sales, spending);
    }

    private void made(int p, Realization draw, int start, int until) {
        double[] out = output[p];
        Arrays.fill(out, 0);
        double full = fullMonth[p] * draw.grade();
        double[] yearly = draw.yearly();
        for (int m = start; m < until; ) {
            int yearEnd = Math.min(until, m / 12 * 12 + 12);
            double factor = yearly[m / 12];
            for (; m < yearEnd; m++) {
                out[m] = full * share[m - start] * factor;
            }
        }
        boolean[] stopped = draw.stopped();
        for (int m = still(stopped, start, until); m < until; m = still(stopped, m + 1, until)) {
            out[m] = 0;
        }
    }

    /// The first month of a standstill from `from` on; at least `until` if there is none.
    private int still(boolean[] stopped, int from, int until) {
        int off = from < until ? Arrays.mismatch(stopped, from, until, running, from, until) : -1;
        return off < 0 ? until : from + off;
    }

    private void prices(int p, Realization draw, int months) {
        double[] nominal = price[p];
        if (priced[p] < 0) {
            return;
        }
        double[] path = draw.prices()[priced[p]];
        if (real[p]) {
            for (int m = 0; m < months; m++) {
                nominal[m] = path[m] * index[m];
            }
        } else {
            System.arraycopy(path, 0, nominal, 0, months);
        }
        Arrays.fill(nominal, months, longest, 0);
    }

    /// a b factor within a window, 0 outside.
    private static void times(double[] out, double[] a, double[] b, double factor, int from, int until) {
        Arrays.fill(out, 0);
        for (int m = from; m < until; m++) {
            out[m] = a[m] * b[m] * factor;
        }
    }

    private static void addTimes(double[] out, double[] a, double[] b, double factor, int from, int until) {
        for (int m = from; m < until && factor > 0; m++) {
            out[m] += factor * a[m] * b[m];
        }
    }

    private void capex(Realization draw, int alive) {
        double[] out = spending.capex();
        Arrays.fill(out, 0);
        int last = project.timeline().buildStart() + plant.capital().spread().size();
        for (int m = project.timeline().buildStart(); m < Math.min(last, alive); m++) {
            out[m] = capital[m] * draw.overrun();
        }
    }

    private void running(Realization draw, int start, int until) {
        double[] fixed = spending.fixed();
        double[] variable = spending.variable();
        double[] disposal = spending.disposal();
        double[] burden = spending.burden();
        double[] sustaining = spending.sustaining();
        Arrays.fill(fixed, 0);
        Arrays.fill(variable, 0);
        Arrays.fill(disposal, 0);
        Arrays.fill(burden, 0);
        Arrays.fill(sustaining, 0);
        double idle = project.host().politics().idleCost().central();
        boolean[] stopped = draw.stopped();
        for (int m = start; m < until; m++) {
            fixed[m] = fixedMonth * index[m];
            sustaining[m] = sustainingMonth * index[m];
        }
        for (int m = still(stopped, start, until); m < until; m = still(stopped, m + 1, until)) {
            fixed[m] *= idle;
        }
        for (int c = 0; c < costOf.length; c++) {
            double each = plant.costs().get(c).variable().central();
            addTimes(variable, output[costOf[c]], index, each, start, until);
        }
        for (int p = 0; p < output.length; p++) {
            addTimes(disposal, output[p], index, disposed[p], start, until);
        }
        addTimes(burden, output[0], index, burdenEach, start, until);
    }

    private void royalty(int start, int until) {
        double[] out = spending.royalty();
        Arrays.fill(out, 0);
        double rate = project.host().fiscal().royalty().central();
        boolean nsr = project.host().fiscal().nsr();
        for (double[] row : sales) {
            for (int m = start; m < until; m++) {
                out[m] += row[m];
            }
        }
        double[] variable = spending.variable();
        for (int m = start; m < until; m++) {
            out[m] = rate * (nsr ? Math.max(0, out[m] - variable[m]) : out[m]);
        }
    }

    private void closing(int end, int until) {
        double[] out = spending.closing();
        Arrays.fill(out, 0);
        double all = plant.environment().closing().central();
        int length = plant.environment().closingMonths();
        for (int m = end; all > 0 && m < until; m++) {
            out[m] = all / length * index[m];
        }
    }

    /// What is tied up follows the sales and is free again in the last month of operation.
    private void workingCapital(int start, int until, int end) {
        double[] out = spending.workingCapital();
        Arrays.fill(out, 0);
        double share = project.host().fiscal().workingDays().central() / 365 * 12;
        double tied = 0;
        for (int m = start; m < until && share > 0; m++) {
            double sum = 0;
            for (double[] row : sales) {
                sum += row[m];
            }
            double level = m == end - 1 ? 0 : share * sum;
            out[m] = level - tied;
            tied = level;
        }
    }
}
