package org.genryu.value.project;

import java.util.Optional;

/// A public support: who gives it and what it does to the cash of the project, its lenders or its owners. What it is
/// worth is worked out over futures (`org.genryu.value.future`); what it pays in one future is a line of [CashFlow].
///
/// Months are counted from the valuation date; `until` is the first month after the end.
public sealed interface SupportTerms {
    String giver();

    /// In messages and results, such as `floor jare ndpr-oxide`.
    String name();

    /// Pays `cover` of the claim when `loan` is in default, and takes part in what is recovered.
    /// @param fee [1/yr] on the covered balance
    /// @param lenderFirst whether the lender is paid before the guarantor from recoveries; else both by their
    /// shares
    /// @param bareRate [1/yr] what the lender asks without this cover; empty where it does not price it
    record Guarantee(
            String giver,
            String loan,
            SheetFigure cover,
            SheetFigure fee,
            boolean lenderFirst,
            Optional<SheetFigure> bareRate)
            implements SupportTerms {
        @Override
        public String name() {
            return "guarantee " + giver + " " + loan;
        }
    }

    /// Pays a share of the lender's loss, by its cause.
    /// @param premium [1/yr] on the covered balance, at the larger cover
    /// @param waiting [month]
    /// @param limit [currency] most that is paid; absent: no limit
    /// @param bareRate [1/yr] what the lender asks without this cover; empty where it does not price it
    record Insurance(
            String giver,
            String loan,
            SheetFigure political,
            SheetFigure commercial,
            SheetFigure premium,
            int waiting,
            Optional<SheetFigure> limit,
            Optional<SheetFigure> bareRate)
            implements SupportTerms {
        @Override
        public String name() {
            return "insurance " + giver + " " + loan;
        }
    }

    /// Pays (price - market)+ and takes `shareAbove` (market - above)+ up to `cap` a year.
    ///
    /// @param produced whether stockpiled output counts; else sold output only
    /// @param amount [unit/yr] most that is covered
    /// @param averageMonths [month] whose average price settles: 1, 3 or 12
    record Floor(
            String giver,
            String product,
            SheetFigure price,
            Window window,
            boolean produced,
            Optional<SheetFigure> amount,
            SheetFigure shareAbove,
            SheetFigure above,
            Optional<SheetFigure> cap,
            boolean indexed,
            int averageMonths)
            implements SupportTerms {
        @Override
        public String name() {
            return "floor " + giver + " " + product;
        }
    }

    /// Pays price - market, either way.
    record Cfd(
            String giver,
            String product,
            SheetFigure price,
            Window window,
            boolean produced,
            Optional<SheetFigure> amount,
            boolean indexed)
            implements SupportTerms {
        @Override
        public String name() {
            return "cfd " + giver + " " + product;
        }
    }

    /// Buys at a fixed price, or at the market's less a discount.
    /// @param firm whether it binds; a letter of intent pays nothing
    record Offtake(
            String giver,
            String product,
            Optional<SheetFigure> amount,
            Optional<SheetFigure> price,
            SheetFigure discount,
            Window window,
            boolean firm)
            implements SupportTerms {
        @Override
        public String name() {
            return "offtake " + giver + " " + product;
        }
    }

    /// @param amount [currency]; with `share` of the capital cost added
    /// @param clawback share of later distributions that goes back until the grant is repaid
    record Grant(String giver, Optional<SheetFigure> amount, SheetFigure share, SheetFigure clawback)
            implements SupportTerms {
        @Override
        public String name() {
            return "grant " + giver;
        }
    }

    /// A loan below the market's rate; its cash is that of the loan.
    record Concessional(String giver, String loan, SheetFigure marketRate) implements SupportTerms {
        @Override
        public String name() {
            return "concessional " + giver + " " + loan;
        }
    }

    /// Public money among the equity; its cash is that of the shareholder.
    record PublicEquity(String giver, double share) implements SupportTerms {
        @Override
        public String name() {
            return "equity " + giver;
        }
    }

    /// @param share of the capital cost, as a credit against tax from the first year of operation on
    /// @param perUnit [currency/unit] of `product`
    /// @param refundable whether what exceeds the tax is paid out
    record TaxCredit(
            String giver,
            SheetFigure share,
            SheetFigure perUnit,
            Optional<String> product,
            boolean refundable,
            Window window)
            implements SupportTerms {
        @Override
        public String name() {
            return "tax-credit " + giver;
        }
    }

    /// From month `first` to before month `until`.
    record Window(int first, int until) {
        public static final Window ALWAYS = new Window(Integer.MIN_VALUE, Integer.MAX_VALUE);

        public boolean holds(int month) {
            return month >= first && month < until;
        }
    }
}
