package org.genryu.value.cash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.FinanceTerms.Loan;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;
import org.genryu.value.project.SupportTerms;

/// The debt of a project as it is signed: sized once on the base case, its dates and services fixed from then on.
/// What a future brings meets these fixed services ([CashFlow]).
///
/// Circular: cost = capex + interest and fees in construction + reserve, debt <= gearing · cost, services <=
/// CFADS/DSCR, CFADS after tax, tax after interest, interest from debt. The whole is a contraction (a unit of debt
/// moves tax and cost by well under a unit) and is iterated until it stands still; [#residual] is what is left,
/// relative to the cost.
///
/// Size: the sizing of all loans together, with what is said about it.
///
/// @param construction in steps of `Terms.constructionStep` months from the start of building
/// @param loans in the order of the sheet
/// @param cfads [currency] of the base case by service period
/// @param capex [currency] planned, by month; draws follow it whatever a future really spends
/// @param notes what was capped, and the periods that lend nothing because their CFADS is negative
public record DebtPlan(
        Construction construction,
        List<Planned> loans,
        double[] cfads,
        double reserve,
        double residual,
        double[] capex,
        List<Text> notes) {
    private static final int MOST = 400;
    private static final double STILL = 1e-14;
    /// A loan this much below what was asked for was capped.
    private static final double CAPPED = 1e-9;

    public DebtPlan {
        loans = List.copyOf(loans);
        notes = List.copyOf(notes);
    }

    /// A loan with its schedule by service period, from the planned start of operation.
    public record Planned(Loan loan, double drawn, Repayment repayment) {
        /// DSCR that a loan sized on cash really has: the target, or more where the gearing capped it.
        public double openingBalance(int k) {
            double[] balance = repayment.balance();
            return k < balance.length ? balance[k] : 0;
        }
    }

    /// Loans together at completion.
    public double debt() {
        return loans.stream().mapToDouble(p -> p.repayment.debt()).sum();
    }

    public double cost() {
        return construction.cost();
    }

    /// What is due in service period k, of all loans or of the senior only.
    public double service(int k, boolean seniorOnly) {
        double sum = 0;
        for (Planned p : loans) {
            if ((!seniorOnly || p.loan.rank() == FinanceTerms.Rank.SENIOR) && k < p.repayment.principal().length) {
                sum += p.repayment.service(k);
            }
        }
        return sum;
    }

    public static DebtPlan of(Project project) {
        return of(project, Realization.central(project));
    }

    /// Sized on any future, such as one of low prices (a lender's case).
    public static DebtPlan of(Project project, Realization base) {
        return new Sizing(project, base).plan();
    }

    /// First month of service period k.
    public static int month(Project project, int k) {
        return project.timeline().operateStart() + k * project.finance().terms().serviceMonths();
    }

    /// Interest of a service period of `months` at a yearly rate.
    public static double periodic(double rate, int months) {
        return Math.expm1(months / 12.0 * Math.log1p(rate));
    }

    private static final class Sizing {
        private final Project project;
        private final FinanceTerms finance;
        private final UnleveredCashFlow base;
        private final int step;
        private final double[] costs;
        private final List<Loan> byRank;
        private double[] drawn;
        private Repayment[] schedules;

        Sizing(Project project, Realization draw) {
            this.project = project;
            this.finance = project.finance();
            this.base = UnleveredCashFlow.of(project, draw);
            this.step = finance.terms().serviceMonths();
            this.costs = costs();
            this.byRank = new ArrayList<>(finance.loans());
            byRank.sort(Comparator.comparing(Loan::rank)
                    .thenComparing(l -> l.size() instanceof FinanceTerms.Size.Carried ? 1 : 0));
            this.drawn = new double[finance.loans().size()];
            this.schedules = new Repayment[finance.loans().size()];
        }

        /// Capital cost less grants by step of construction.
        private double[] costs() {
            int width = finance.terms().constructionStep();
            int months = project.timeline().buildMonths();
            double[] out = new double[(months + width - 1) / width];
            for (int k = 0; k < months; k++) {
                int m = project.timeline().buildStart() + k;
                out[k / width] += base.operations().spending().capex()[m] - base.grants()[m];
            }
            return out;
        }

        DebtPlan plan() {
            double[] cfads = base.cfads(project, k -> 0, k -> 0);
            double[] before = new double[drawn.length];
            double reserve = 0;
            Construction construction = build(reserve);
            double residual = 1;
            for (int i = 0; i < MOST && residual > STILL; i++) {
                size(cfads, construction);
                reserve = reserve();
                construction = build(reserve);
                settle(construction, cfads);
                cfads = base.cfads(project, this::interest, this::fees);
                residual = change(before) / Math.max(1, construction.cost());
                before = drawn.clone();
            }
            double[] capex = base.operations().spending().capex();
            return new DebtPlan(construction, planned(), cfads, reserve, residual, capex, notes(cfads, construction));
        }

        private double change(double[] before) {
            double sum = 0;
            for (int i = 0; i < drawn.length; i++) {
                sum += Math.abs(drawn[i] - before[i]);
            }
            return sum;
        }

        private List<Planned> planned() {
            List<Planned> all = new ArrayList<>();
            for (int i = 0; i < drawn.length; i++) {
                all.add(new Planned(finance.loans().get(i), drawn[i], schedules[i]));
            }
            return all;
        }

        /// Amounts drawn: fixed ones as given, shares of the cost, the rest what the cash carries, all under
        /// the gearing.
        private void size(double[] cfads, Construction construction) {
            double room = finance.terms().gearing().central() * construction.cost() - committed(construction);
            double[] taken = new double[cfads.length];
            for (Loan loan : byRank) {
                int i = finance.loans().indexOf(loan);
                double[] carry = carry(loan, cfads, taken);
                double growth = growth(construction, i);
                double want = switch (loan.size()) {
                    case FinanceTerms.Size.Fixed(SheetFigure amount) -> amount.central();
                    case FinanceTerms.Size.Share(SheetFigure share) -> share.central() * construction.cost();
                    case FinanceTerms.Size.Carried _ ->
                        Math.min(
                                Repayment.capacity(carry, rate(loan), grace(loan), loan.shape(), loan.capitalises())
                                        / growth,
                                Math.max(0, room) / growth);
                };
                drawn[i] = want;
                room -= loan.size() instanceof FinanceTerms.Size.Carried ? want * growth : 0;
                schedules[i] =
                        Repayment.of(want * growth, carry, rate(loan), grace(loan), loan.shape(), loan.capitalises());
                for (int k = 0; k < carry.length; k++) {
                    taken[k] += schedules[i].service(k);
                }
            }
        }

        /// Loans of given size; what is left of the gearing is for those sized on cash.
        private double committed(Construction construction) {
            return finance.loans().stream()
                    .mapToDouble(loan -> growth(construction, finance.loans().indexOf(loan))
                            * switch (loan.size()) {
                                case FinanceTerms.Size.Fixed(SheetFigure amount) -> amount.central();
                                case FinanceTerms.Size.Share(SheetFigure share) ->
                                    share.central() * construction.cost();
                                case FinanceTerms.Size.Carried _ -> 0;
                            })
                    .sum();
        }

        /// Balance at completion for each unit drawn.
        private double growth(Construction construction, int i) {
            double all = construction.draws().length > i
                    ? Arrays.stream(construction.draws()[i]).sum()
                    : 0;
            return finance.terms().capitalised() && all > 0 ? construction.balance()[i] / all : 1;
        }

        /// The schedules on the balances that construction really ends with.
        private void settle(Construction construction, double[] cfads) {
            double[] taken = new double[cfads.length];
            for (Loan loan : byRank) {
                int i = finance.loans().indexOf(loan);
                double[] carry = carry(loan, cfads, taken);
                double balance = costs.length == 0 ? drawn[i] : construction.balance()[i];
                schedules[i] = Repayment.of(balance, carry, rate(loan), grace(loan), loan.shape(), loan.capitalises());
                for (int k = 0; k < carry.length; k++) {
                    taken[k] += schedules[i].service(k);
                }
            }
        }

        /// CFADS / DSCR less what ranks before, for the periods of the loan.
        private double[] carry(Loan loan, double[] cfads, double[] taken) {
            int n = Math.min(cfads.length, periods(loan));
            double[] carry = new double[Math.max(n, grace(loan) + 1)];
            for (int k = 0; k < n; k++) {
                carry[k] = Math.max(0, cfads[k]) / loan.dscr().central() - taken[k];
            }
            return carry;
        }

        private int periods(Loan loan) {
            return grace(loan) + Math.max(1, (loan.tenorMonths() + step - 1) / step);
        }

        private int grace(Loan loan) {
            return loan.graceMonths() / step;
        }

        private double rate(Loan loan) {
            return periodic(loan.rate().central(), step);
        }

        private Construction build(double reserve) {
            int width = finance.terms().constructionStep();
            Construction.Line[] lines = new Construction.Line[drawn.length];
            for (int i = 0; i < lines.length; i++) {
                Loan loan = finance.loans().get(i);
                double share = loan.size() instanceof FinanceTerms.Size.Share(SheetFigure s) ? s.central() : 0;
                lines[i] = new Construction.Line(
                        drawn[i],
                        share,
                        periodic(loan.rate().central(), width),
                        loan.upfrontFee().central(),
                        loan.commitmentFee().central() * width / 12);
            }
            FinanceTerms.Terms terms = finance.terms();
            Construction made =
                    Construction.of(costs, reserve, lines, terms.rule(), terms.order(), terms.capitalised());
            for (int i = 0; i < lines.length; i++) {
                if (lines[i].share() > 0) {
                    drawn[i] = lines[i].share() * made.cost();
                }
            }
            return made;
        }

        /// Months of the first senior services.
        private double reserve() {
            if (!finance.terms().dsraAtStart()) {
                return 0;
            }
            double first = 0;
            for (int i = 0; i < schedules.length; i++) {
                first += finance.loans().get(i).rank() == FinanceTerms.Rank.SENIOR ? schedules[i].service(0) : 0;
            }
            return first * finance.terms().dsra().central() / step;
        }

        private double interest(int k) {
            double sum = 0;
            for (Repayment schedule : schedules) {
                sum += k < schedule.interest().length ? schedule.interest()[k] : 0;
            }
            return sum;
        }

        private double due(int k) {
            double sum = 0;
            for (Repayment schedule : schedules) {
                sum += k < schedule.principal().length ? schedule.service(k) : 0;
            }
            return sum;
        }

        /// Guarantee fees and insurance premiums on the covered opening balances of period k.
        private double fees(int k) {
            double sum = 0;
            for (SupportTerms support : finance.supports()) {
                sum += feeRate(support) * balance(support, k) * step / 12;
            }
            return sum;
        }

        private double balance(SupportTerms support, int k) {
            for (int i = 0; i < schedules.length; i++) {
                double[] balance = schedules[i].balance();
                if (covers(support, finance.loans().get(i)) && k < balance.length) {
                    return balance[k];
                }
            }
            return 0;
        }

        private List<Text> notes(double[] cfads, Construction construction) {
            List<Text> notes = new ArrayList<>();
            for (int i = 0; i < drawn.length; i++) {
                Loan loan = finance.loans().get(i);
                if (loan.size() instanceof FinanceTerms.Size.Carried && drawn[i] <= CAPPED * construction.cost()) {
                    notes.add(Repayment.nothing(loan, grace(loan), cfads, periods(loan)));
                }
            }
            uncovered(cfads, construction, notes);
            double owed = 0;
            for (int i = 0; i < drawn.length; i++) {
                owed += drawn[i] * growth(construction, i);
            }
            double gearing = construction.cost() > 0 ? owed / construction.cost() : 0;
            boolean sized = finance.loans().stream().anyMatch(l -> l.size() instanceof FinanceTerms.Size.Carried);
            if (sized && gearing >= finance.terms().gearing().central() * (1 - CAPPED)) {
                notes.add(new Text(
                        "The gearing of "
                                + NumberText.percent(finance.terms().gearing().central())
                                + " caps the debt below what the cash flow would carry.",
                        "借入比率の上限 "
                                + NumberText.percent(finance.terms().gearing().central())
                                + " により、借入は収支で支えられる額より小さくなっています。"));
            }
            return notes;
        }

        /// Runs of service periods in which the base case does not bring what is due.
        private void uncovered(double[] cfads, Construction construction, List<Text> notes) {
            int from = -1;
            double least = Double.MAX_VALUE;
            for (int k = 0; k <= cfads.length; k++) {
                double due = k < cfads.length ? due(k) : 0;
                boolean lacks = due > Math.max(0, CAPPED * construction.cost()) && cfads[k] < due * (1 - CAPPED);
                if (lacks) {
                    from = from < 0 ? k : from;
                    least = Math.min(least, cfads[k] / due);
                } else if (from >= 0) {
                    notes.add(uncovered(from + 1, k, least));
                    from = -1;
                    least = Double.MAX_VALUE;
                }
            }
        }

        private static Text uncovered(int first, int last, double least) {
            String en = first == last ? "Service period " + first : "Service periods " + first + " to " + last;
            String ja = first == last ? "第" + first + "返済期" : "第" + first + "〜" + last + "返済期";
            if (least < 0) {
                return new Text(
                        en + ": CFADS is negative in the base case; what is due must come from the reserve or the"
                                + " sponsors, or stays unpaid.",
                        ja + "：基準ケースのCFADSが負です。元利は準備金か出資者が支払うか、延滞となります。");
            }
            String share = NumberText.percent(least);
            return new Text(
                    en + ": CFADS covers only " + share + " of what is due in the base case.",
                    ja + "：基準ケースのCFADSは元利の " + share + " しか賄えません。");
        }
    }

    /// Yearly price of a cover, on the whole balance of its loan.
    public static double feeRate(SupportTerms support) {
        return switch (support) {
            case SupportTerms.Guarantee g -> g.fee().central() * g.cover().central();
            case SupportTerms.Insurance i ->
                i.premium().central()
                        * Math.max(i.political().central(), i.commercial().central());
            case SupportTerms.Floor _,
                    SupportTerms.Cfd _,
                    SupportTerms.Offtake _,
                    SupportTerms.Grant _,
                    SupportTerms.Concessional _,
                    SupportTerms.PublicEquity _,
                    SupportTerms.TaxCredit _ -> 0;
        };
    }

    public static boolean covers(SupportTerms support, Loan loan) {
        return switch (support) {
            case SupportTerms.Guarantee g -> g.loan().equals(loan.id());
            case SupportTerms.Insurance i -> i.loan().equals(loan.id());
            case SupportTerms.Floor _,
                    SupportTerms.Cfd _,
                    SupportTerms.Offtake _,
                    SupportTerms.Grant _,
                    SupportTerms.Concessional _,
                    SupportTerms.PublicEquity _,
                    SupportTerms.TaxCredit _ -> false;
        };
    }
}
