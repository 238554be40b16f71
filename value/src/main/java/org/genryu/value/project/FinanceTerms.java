package org.genryu.value.project;

import java.util.List;
import java.util.Optional;

/// Who pays for the project, on which terms, who supports it, and who gets what owners get.
public record FinanceTerms(
        Terms terms,
        List<Loan> loans,
        List<Shareholder> equity,
        List<SupportTerms> supports,
        List<Party> parties,
        Optional<SplitTerms> split) {
    public FinanceTerms {
        loans = List.copyOf(loans);
        equity = List.copyOf(equity);
        supports = List.copyOf(supports);
        parties = List.copyOf(parties);
    }

    public enum Rule {
        /// r B
        OPENING,
        /// r (B + draw/2)
        MID,
        /// r B + ((1+r)^(1/2) - 1) draw
        COMPOUND
    }

    public enum Order {
        PRO_RATA,
        EQUITY_FIRST,
        DEBT_FIRST
    }

    /// Terms of all loans together.
    ///
    /// @param gearing most that the loans may be of the total cost
    /// @param serviceMonths [month] between debt services
    /// @param rule interest during construction
    /// @param capitalised whether interest and fees in construction are added to the loan; else they are part of
    /// the cost
    /// @param constructionStep [month] of construction finance
    /// @param dsra [month] of debt service in reserve
    /// @param dsraAtStart whether it is filled at completion; else from cash flow
    /// @param lockUp DSCR below which nothing is distributed
    /// @param sweep share of the cash left that repays senior debt early
    /// @param sponsorSupport [currency] most that sponsors add
    /// @param deferral whether unpaid debt service may wait until the last service without default
    /// @param remedies what follows when debt is not served
    public record Terms(
            SheetFigure gearing,
            int serviceMonths,
            Rule rule,
            boolean capitalised,
            int constructionStep,
            Order order,
            SheetFigure dsra,
            boolean dsraAtStart,
            SheetFigure lockUp,
            SheetFigure sweep,
            SheetFigure sponsorSupport,
            boolean deferral,
            Remedies remedies) {}

    /// What lenders do when debt is not served, and what they then get. The names and figures of market
    /// practice that hold where a sheet is silent stand with their sources in `docs/method/credit.md`.
    ///
    /// @param cure [month] within which what was missed must be made good; the first service date after it
    /// decides
    /// @param ratio DSCR below which the covenant is broken; 0 where the sheet has none
    /// @param way what is done at default
    /// @param recovery share of the claim that a sale brings; empty: the published distribution of recoveries
    /// @param lag [month] from default to the sale, or to the end of the workout
    /// @param cost share of what is recovered that the recovery itself costs; comes first
    /// @param recourse [currency] what sponsors owe at default, whatever they have paid before
    public record Remedies(
            SheetFigure cure,
            SheetFigure ratio,
            Remedy way,
            Optional<SheetFigure> recovery,
            SheetFigure lag,
            SheetFigure cost,
            SheetFigure recourse) {
        /// Service periods for which a breach may last.
        public int curePeriods(int step) {
            return (int) Math.ceil(cure.central() / step);
        }
    }

    public enum Remedy {
        /// The lenders keep all cash of the project until they are paid; owners get what is left after.
        WORKOUT,
        /// The project is sold; its cash is the buyer's from the default on.
        SALE
    }

    public enum Rank {
        SENIOR,
        JUNIOR,
        CONCESSIONAL
    }

    public enum Shape {
        SCULPTED,
        LEVEL,
        EQUAL,
        BULLET
    }

    /// How large a loan is.
    public sealed interface Size {
        /// @param amount [currency] drawn
        record Fixed(SheetFigure amount) implements Size {}

        /// @param share of the total cost
        record Share(SheetFigure share) implements Size {}

        /// What the cash flow carries at the loan's DSCR, but never above the gearing.
        record Carried() implements Size {}
    }

    /// @param rate [1/yr] nominal
    /// @param tenorMonths [month] of repayment after the grace
    /// @param graceMonths [month] after completion with interest only
    /// @param capitalises whether interest that a sculpted service does not reach is added to the balance, as
    /// the contract then says by name; without it principal is never below 0
    /// @param marketRate what the market would ask
    public record Loan(
            String id,
            String lender,
            Rank rank,
            Size size,
            SheetFigure rate,
            int tenorMonths,
            int graceMonths,
            Shape shape,
            SheetFigure dscr,
            SheetFigure upfrontFee,
            SheetFigure commitmentFee,
            boolean capitalises,
            Optional<SheetFigure> marketRate) {
        public Loan with(Size changed) {
            return new Loan(
                    id,
                    lender,
                    rank,
                    changed,
                    rate,
                    tenorMonths,
                    graceMonths,
                    shape,
                    dscr,
                    upfrontFee,
                    commitmentFee,
                    capitalises,
                    marketRate);
        }

        public Loan withDscr(double changed) {
            return new Loan(
                    id,
                    lender,
                    rank,
                    size,
                    rate,
                    tenorMonths,
                    graceMonths,
                    shape,
                    dscr.with(changed),
                    upfrontFee,
                    commitmentFee,
                    capitalises,
                    marketRate);
        }

        public Loan withRate(double changed) {
            return new Loan(
                    id,
                    lender,
                    rank,
                    size,
                    rate.with(changed),
                    tenorMonths,
                    graceMonths,
                    shape,
                    dscr,
                    upfrontFee,
                    commitmentFee,
                    capitalises,
                    marketRate);
        }

        public Loan withTenor(int months) {
            return new Loan(
                    id,
                    lender,
                    rank,
                    size,
                    rate,
                    months,
                    graceMonths,
                    shape,
                    dscr,
                    upfrontFee,
                    commitmentFee,
                    capitalises,
                    marketRate);
        }
    }

    /// @param share of the equity
    /// @param preferred whether it is paid before common
    /// @param rate [1/yr] that preferred equity accrues in kind
    public record Shareholder(
            String party, double share, Optional<SheetFigure> amount, boolean preferred, SheetFigure rate) {}

    public record Party(String party, String name, String country, String role, String brings) {}

    public Optional<Loan> loan(String id) {
        return loans.stream().filter(l -> l.id.equals(id)).findFirst();
    }
}
