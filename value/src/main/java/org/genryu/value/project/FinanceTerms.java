package org.genryu.value.project;

import java.util.List;
import java.util.Optional;
import org.genryu.casefile.form.YamlTree;

/// Who pays for the project, on which terms, and who supports it.
public record FinanceTerms(
        Terms terms,
        List<Loan> loans,
        List<Shareholder> equity,
        List<SupportTerms> supports,
        List<Party> parties,
        Optional<YamlTree> split) {
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
    /// @param deferral whether unpaid debt service may wait without default
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
            boolean deferral) {}

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
            Optional<SheetFigure> marketRate) {}

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
