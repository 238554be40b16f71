package org.genryu.value.cash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.value.project.FinanceTerms.Shareholder;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;
import org.genryu.value.project.SupportTerms;

/// Who brings the equity and who gets what is distributed?
///
/// Of each distribution: the state's free share; then, for each grant with a clawback c, min(what is left of the grant,
/// c · rest); then preferred equity up to its claim; then common equity by share. A claim is what was paid in, grown at
/// the holder's rate month by month (accrual in kind), less what was paid; preferred equity takes no part beyond it.
/// Without common holders the rest goes to the preferred by share. Received by all = distributed, in every month.
///
/// @param holders in the order of the sheet; one called `owners` if the sheet names none
/// @param state [currency] by month, the free share
/// @param clawback [currency] by month, back to the givers of grants
public record EquityReturns(List<Holder> holders, double[] state, double[] clawback) {
    public EquityReturns {
        holders = List.copyOf(holders);
    }

    /// @param weight share of what is paid in
    /// @param paidIn [currency] by month
    /// @param received [currency] by month
    public record Holder(String party, boolean preferred, double weight, double[] paidIn, double[] received) {
        /// The holder's own flow: paid in as building goes on, received at the end of a month.
        public TimedCash flow(Project project) {
            double[] amounts = new double[2 * paidIn.length];
            double[] times = new double[2 * paidIn.length];
            for (int m = 0; m < paidIn.length; m++) {
                amounts[2 * m] = -paidIn[m];
                times[2 * m] = ProjectMetrics.time(project, m);
                amounts[2 * m + 1] = received[m];
                times[2 * m + 1] = (m + 1) / 12.0;
            }
            return new TimedCash(amounts, times);
        }
    }

    public static EquityReturns of(CashFlow flow) {
        return new Split(flow).owners();
    }

    /// The walk through the months of one future.
    private static final class Split {
        private final CashFlow flow;
        private final List<Shareholder> named;
        private final double[] weights;
        private final double[] claims;
        private final double[][] paidIn;
        private final double[][] received;

        Split(CashFlow flow) {
            this.flow = flow;
            List<Shareholder> equity = flow.project().finance().equity();
            this.named = equity.isEmpty()
                    ? List.of(new Shareholder(
                            "owners",
                            1,
                            java.util.Optional.empty(),
                            false,
                            SheetFigure.of("finance.equity.rate", 0, "1/yr")))
                    : equity;
            this.weights = weights();
            this.claims = new double[named.size()];
            this.paidIn = new double[named.size()][flow.months()];
            this.received = new double[named.size()][flow.months()];
        }

        /// Fixed amounts first, as shares of the equity of the plan; the shares divide the rest.
        private double[] weights() {
            double equity = Math.max(
                    0,
                    flow.plan().cost()
                            - flow.plan().loans().stream()
                                    .mapToDouble(DebtPlan.Planned::drawn)
                                    .sum());
            double[] out = new double[named.size()];
            double fixed = 0;
            double shares = 0;
            for (int i = 0; i < out.length; i++) {
                double amount = named.get(i).amount().map(SheetFigure::central).orElse(0.0);
                out[i] = equity > 0 ? Math.min(amount / equity, 1 - fixed) : 0;
                fixed += out[i];
                shares += named.get(i).amount().isPresent() ? 0 : named.get(i).share();
            }
            for (int i = 0; i < out.length; i++) {
                if (named.get(i).amount().isEmpty() && shares > 0) {
                    out[i] = (1 - fixed) * named.get(i).share() / shares;
                }
            }
            double all = Arrays.stream(out).sum();
            for (int i = 0; i < out.length; i++) {
                out[i] = all > 0 ? out[i] / all : 1.0 / out.length;
            }
            return out;
        }

        EquityReturns owners() {
            double free = flow.project().host().fiscal().stateShare().central();
            double[] state = new double[flow.months()];
            double[] clawback = new double[flow.months()];
            double[] owedBack = owedBack();
            for (int m = 0; m < flow.months(); m++) {
                payIn(m);
                double rest = flow.byMonth().distributed()[m];
                state[m] = free * rest;
                rest -= state[m];
                clawback[m] = clawBack(owedBack, rest);
                share(m, rest - clawback[m]);
            }
            List<Holder> holders = new ArrayList<>();
            for (int i = 0; i < named.size(); i++) {
                Shareholder s = named.get(i);
                holders.add(new Holder(s.party(), s.preferred(), weights[i], paidIn[i], received[i]));
            }
            return new EquityReturns(holders, state, clawback);
        }

        private void payIn(int m) {
            for (int i = 0; i < claims.length; i++) {
                paidIn[i][m] = weights[i] * flow.byMonth().equityIn()[m];
                claims[i] =
                        Math.max(0, claims[i] * Math.pow(1 + named.get(i).rate().central(), 1 / 12.0) + paidIn[i][m]);
            }
        }

        private double[] owedBack() {
            return flow.before().supports().stream()
                    .mapToDouble(s -> s.support() instanceof SupportTerms.Grant g
                                    && g.clawback().central() > 0
                            ? Arrays.stream(s.byMonth()).sum()
                            : 0)
                    .toArray();
        }

        private double clawBack(double[] owed, double rest) {
            double paid = 0;
            for (int s = 0; s < owed.length; s++) {
                if (flow.before().supports().get(s).support() instanceof SupportTerms.Grant g) {
                    double part = Math.min(owed[s], g.clawback().central() * (rest - paid));
                    owed[s] -= part;
                    paid += part;
                }
            }
            return paid;
        }

        private void share(int m, double rest) {
            double claim = 0;
            double common = 0;
            for (int i = 0; i < claims.length; i++) {
                claim += named.get(i).preferred() ? claims[i] : 0;
                common += named.get(i).preferred() ? 0 : weights[i];
            }
            double first = Math.min(rest, claim);
            for (int i = 0; i < claims.length; i++) {
                boolean preferred = named.get(i).preferred();
                double part = preferred && claim > 0 ? first * claims[i] / claim : 0;
                claims[i] -= part;
                double left = rest - first;
                double own = common > 0 ? (preferred ? 0 : weights[i] / common) : weights[i];
                received[i][m] = part + left * own;
            }
        }
    }
}
