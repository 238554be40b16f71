package org.genryu.value.future;

import java.util.Arrays;

/// Runs a block of [FutureLanes#WIDTH] futures of a [KernelInputs], a year of months at a time, every step a loop
/// over the lanes.
///
/// per month: q = share · grade · factor of the year (0 where stopped, seized or not yet ready); flow = q (Σ_f net
/// price - cost per unit) - fixed costs; value += discount · (flow - capital)
///
/// per year: tax = rate · max(0, flow of the year - write-off - interest - loss carried), loss carried forward
///
/// per service period: cover = (Σ flow - tax) / service; the least over the tenor is kept
///
/// Stops and seizures touch few months of few lanes: their lanes are put right one by one after each loop.
final class FutureKernel {
    private static final int W = FutureLanes.WIDTH;
    private static final int YEAR = 12;

    private final KernelInputs plan;
    private final DrawKeys keys;
    private final PriceLanes prices;
    private final RiskEvents chances;
    private final long[] futures = new long[W];
    private final double[][] output = new double[YEAR][W];
    private final double[][] ready = new double[YEAR][W];
    private final double[] factor = new double[W];
    private final double[] net = new double[W];
    private final double[] earned = new double[W];
    private final double[] loss = new double[W];
    private final double[] wear = new double[W];
    private final double[] tax = new double[W];
    private final boolean delays;
    private final boolean byYear;
    private boolean keep;

    /// Results of the block: value of the project [currency] and least cover of the debt service.
    final double[] value = new double[W];

    final double[] least = new double[W];

    /// Cash for debt service by service period, and by year.
    final double[][] cover;

    final double[][] yearly;

    FutureKernel(KernelInputs plan, long seed) {
        this.plan = plan;
        keys = new DrawKeys(seed);
        prices = new PriceLanes(plan.market());
        chances = new RiskEvents(plan.project(), plan.lower(), plan.depreciation().length - 1);
        cover = new double[plan.debt().service().length][W];
        yearly = new double[plan.years()][W];
        delays = plan.depreciation().length > 1;
        byYear = plan.debt().byYear();
    }

    /// Runs the futures `first` to `first` + WIDTH - 1.
    /// @param details whether [#yearly] is filled
    void run(long first, boolean details) {
        keep = details;
        keys.futures(first, futures);
        prices.begin(first, futures);
        chances.begin(futures, prices, plan.months());
        Arrays.fill(value, 0);
        Arrays.fill(loss, 0);
        for (double[] period : cover) {
            Arrays.fill(period, 0);
        }
        for (int y = 0; y < plan.years(); y++) {
            year(y);
        }
        ratios();
    }

    private void year(int y) {
        double[][][] market = prices.year(y);
        chances.year(y, factor);
        times(factor, chances.grade);
        Arrays.fill(earned, 0);
        capital(y);
        if ((y + 1) * YEAR > plan.project().timeline().operateStart()) {
            output(y);
            halt(y);
            for (int k = 0; k < YEAR; k++) {
                month(y * YEAR + k, k, market);
            }
            idle(y);
        }
        taxes(y);
    }

    private void capital(int y) {
        for (int k = 0; k < YEAR; k++) {
            int m = y * YEAR + k;
            double spent = plan.capex()[m];
            if (spent > 0) {
                subtractScaled(value, spent * plan.discount()[m], chances.overrun);
                for (int i = 0; i < W; i++) {
                    if (m >= chances.seized[i]) {
                        value[i] += spent * plan.discount()[m] * chances.overrun[i];
                    }
                }
            }
        }
    }

    /// q of each month of the year, as if nothing stopped it.
    private void output(int y) {
        int start = plan.project().timeline().operateStart();
        double[] share = plan.share();
        for (int k = 0; k < YEAR; k++) {
            int month = y * YEAR + k - start;
            if (delays) {
                for (int i = 0; i < W; i++) {
                    int own = month - chances.delay[i];
                    boolean works = own >= 0 && own < share.length;
                    output[k][i] = works ? share[own] * factor[i] : 0;
                    ready[k][i] = works ? 1 : 0;
                }
            } else {
                scaled(output[k], month >= 0 && month < share.length ? share[month] : 0, factor);
            }
        }
    }

    /// No output where stopped or seized.
    private void halt(int y) {
        int first = y * YEAR;
        for (int s = 0; s < chances.stops; s++) {
            int until = Math.min(chances.stopUntil[s], first + YEAR);
            for (int m = Math.max(chances.stopFrom[s], first); m < until; m++) {
                output[m - first][chances.stopLane[s]] = 0;
            }
        }
        for (int i = 0; i < W; i++) {
            for (int k = Math.max(0, chances.seized[i] - first); k < YEAR; k++) {
                output[k][i] = 0;
            }
        }
    }

    private void month(int m, int k, double[][][] market) {
        double keep = 1 - plan.royalty();
        double fixed = fixed(m);
        double discount = plan.discount()[m];
        double[][] perPrice = plan.perPrice();
        if (perPrice.length == 1 && !delays) {
            flow(output[k], market[0][k], keep * perPrice[0][m], plan.perUnit()[m], fixed, discount);
        } else {
            Arrays.fill(net, -plan.perUnit()[m]);
            for (int f = 0; f < perPrice.length; f++) {
                addScaled(net, keep * perPrice[f][m], market[f][k]);
            }
            if (delays) {
                flowReady(output[k], ready[k], plan.fixed()[m] + plan.sustaining()[m], discount);
            } else {
                flow(output[k], net, 1, 0, fixed, discount);
            }
        }
        if (!byYear) {
            periods(m);
        }
    }

    /// Fixed costs of a month if no future is late.
    private double fixed(int m) {
        int own = m - plan.project().timeline().operateStart();
        return own >= 0 && own < plan.share().length ? plan.fixed()[m] + plan.sustaining()[m] : 0;
    }

    private void flow(double[] q, double[] price, double perPrice, double perUnit, double fixed, double discount) {
        double[] e = earned;
        double[] v = value;
        double[] f = net;
        for (int i = 0; i < W; i++) {
            double flow = q[i] * (perPrice * price[i] - perUnit) - fixed;
            f[i] = flow;
            e[i] += flow;
            v[i] += flow * discount;
        }
    }

    private void flowReady(double[] q, double[] works, double fixed, double discount) {
        double[] e = earned;
        double[] v = value;
        double[] f = net;
        for (int i = 0; i < W; i++) {
            double flow = q[i] * f[i] - fixed * works[i];
            f[i] = flow;
            e[i] += flow;
            v[i] += flow * discount;
        }
    }

    /// Adds the month's flow to its service period.
    private void periods(int m) {
        DebtSchedule debt = plan.debt();
        for (int p = 0; p < debt.service().length; p++) {
            if (m >= debt.firstMonth()[p] && m < debt.untilMonth()[p]) {
                addScaled(cover[p], 1, net);
            }
        }
    }

    /// Gives back the fixed costs that a stopped month saves and a seized one does not have.
    private void idle(int y) {
        int first = y * YEAR;
        for (int s = 0; s < chances.stops; s++) {
            int lane = chances.stopLane[s];
            int until = Math.min(Math.min(chances.stopUntil[s], first + YEAR), chances.seized[lane]);
            for (int m = Math.max(chances.stopFrom[s], first); m < until; m++) {
                put(m, lane, (1 - plan.idle()) * plan.fixed()[m]);
            }
        }
        int start = plan.project().timeline().operateStart();
        for (int i = 0; i < W; i++) {
            int from = Math.max(Math.max(chances.seized[i], first), start + chances.delay[i]);
            int until = Math.min(first + YEAR, start + chances.delay[i] + plan.share().length);
            for (int m = from; m < until; m++) {
                put(m, i, plan.fixed()[m] + plan.sustaining()[m]);
            }
        }
    }

    private void put(int m, int lane, double amount) {
        earned[lane] += amount;
        value[lane] += amount * plan.discount()[m];
        DebtSchedule debt = plan.debt();
        for (int p = 0; p < debt.service().length && !byYear; p++) {
            if (m >= debt.firstMonth()[p] && m < debt.untilMonth()[p]) {
                cover[p][lane] += amount;
            }
        }
    }

    private void taxes(int y) {
        double interest = plan.debt().interest()[y];
        if (delays) {
            for (int i = 0; i < W; i++) {
                wear[i] = plan.depreciation()[chances.delay[i]][y] * chances.overrun[i];
            }
        } else {
            scaled(wear, plan.depreciation()[0][y], chances.overrun);
        }
        tax(plan.tax(), interest);
        if (delays) {
            for (int i = 0; i < W; i++) {
                value[i] -= tax[i] * plan.yearEnd()[chances.delay[i]][y];
            }
        } else {
            subtractScaled(value, plan.yearEnd()[0][y], tax);
        }
        int last = y * YEAR + YEAR - 1;
        DebtSchedule debt = plan.debt();
        for (int p = 0; p < debt.service().length; p++) {
            if (last >= debt.firstMonth()[p] && last < debt.untilMonth()[p]) {
                if (byYear) {
                    System.arraycopy(earned, 0, cover[p], 0, W);
                }
                subtractScaled(cover[p], 1, tax);
            }
        }
        if (keep) {
            for (int i = 0; i < W; i++) {
                yearly[y][i] = earned[i] - tax[i];
            }
        }
    }

    private void tax(double rate, double interest) {
        double[] e = earned;
        double[] l = loss;
        double[] w = wear;
        double[] t = tax;
        for (int i = 0; i < W; i++) {
            double base = e[i] - w[i] - interest - l[i];
            double due = rate * Math.max(0, base);
            l[i] = Math.max(0, -base);
            t[i] = due;
        }
    }

    private void ratios() {
        Arrays.fill(least, Double.MAX_VALUE);
        double[] service = plan.debt().service();
        for (int p = 0; p < service.length; p++) {
            if (service[p] > 0) {
                least(least, cover[p], 1 / service[p]);
            }
        }
    }

    private static void least(double[] least, double[] cash, double factor) {
        for (int i = 0; i < W; i++) {
            least[i] = Math.min(least[i], cash[i] * factor);
        }
    }

    private static void times(double[] x, double[] y) {
        for (int i = 0; i < W; i++) {
            x[i] *= y[i];
        }
    }

    private static void scaled(double[] out, double factor, double[] x) {
        for (int i = 0; i < W; i++) {
            out[i] = factor * x[i];
        }
    }

    private static void addScaled(double[] out, double factor, double[] x) {
        for (int i = 0; i < W; i++) {
            out[i] += factor * x[i];
        }
    }

    private static void subtractScaled(double[] out, double factor, double[] x) {
        for (int i = 0; i < W; i++) {
            out[i] -= factor * x[i];
        }
    }
}
