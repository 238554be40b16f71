package org.genryu.stress.damage;

/// What of its output does every branch lose when some are hit?
///
///     suppliers   d_i = Σ_j z_ij q_j / x_i                        orders that no longer come
///     customers   s_j = max( Σ_i z_ij q_i / x_j, max_i k_ij q_i )  inputs that no longer come
///     q = hit, or more where orders or inputs allow less
///
/// z bought, x output, q lost part of the output, k critical share of an input. Demand side: Leontief with
/// the output of the hit branches given (Miller and Blair 2009, section 13.2). Supply side: inoperability of
/// the supply-driven model (Ghosh 1958; Santos and Haimes 2004), in which an input is missed by what is paid
/// for it; Oosterhaven (1988) showed that this takes inputs to replace each other, so it is a lower bound,
/// which `critical` lifts where one input stops the work, in part or whole (Pichler and others 2022). Every
/// buyer loses the same part of what a branch no longer makes; branches keep no stock of each other's goods.
///
/// @param lost by branch: part of its output that is lost, below 0 a gain [fraction]
/// @param rounds until nothing changed any more
public record Cascade(double[] lost, int rounds) {
    /// How far a loss is followed.
    public enum Depth {
        /// Only where uses go without.
        DIRECT,
        /// And the branches that sell to these, and so on.
        SUPPLIERS,
        /// And the branches that buy of them, and so on.
        CUSTOMERS
    }

    private static final int ROUNDS = 10_000;
    private static final double STILL = 1e-13;

    /// @param hit by branch: part of its output that is lost at once, below 0 a gain [fraction]
    /// @param least an input that costs at least this part of the output is critical, whatever the case says;
    /// above 1 none [fraction]
    public static Cascade of(Economy economy, double[] hit, Depth depth, double least) {
        double[] lost = hit.clone();
        if (depth == Depth.DIRECT) {
            return new Cascade(lost, 0);
        }
        for (int round = 1; round < ROUNDS; round++) {
            double[] next = new double[lost.length];
            double moved = 0;
            for (int j = 0; j < lost.length; j++) {
                double orders = orders(economy, lost, j);
                double inputs = depth == Depth.CUSTOMERS ? inputs(economy, lost, j, least) : 0;
                double others = inputs > 0 ? Math.max(inputs, orders) : orders;
                next[j] = Math.min(1, together(hit[j], others));
                moved = Math.max(moved, Math.abs(next[j] - lost[j]));
            }
            lost = next;
            if (moved < STILL) {
                return new Cascade(lost, round);
            }
        }
        return new Cascade(lost, ROUNDS);
    }

    /// What is hit is given: it loses more only where others allow less.
    private static double together(double hit, double others) {
        return hit == 0 ? others : hit > 0 ? Math.max(hit, others) : hit + Math.max(0, others);
    }

    private static double orders(Economy economy, double[] lost, int seller) {
        double output = economy.branches().get(seller).output();
        double sum = 0;
        for (int j = 0; j < lost.length && output > 0; j++) {
            sum += j == seller ? 0 : economy.bought()[seller][j] * lost[j] / output;
        }
        double own = output > 0 ? economy.bought()[seller][seller] / output : 0;
        return own < 1 ? sum / (1 - own) : 0;
    }

    private static double inputs(Economy economy, double[] lost, int buyer, double least) {
        double paid = 0;
        double most = 0;
        for (int i = 0; i < lost.length; i++) {
            if (i != buyer && lost[i] > 0) {
                double share = economy.coefficient(i, buyer);
                double critical = economy.critical()[i][buyer];
                paid += share * lost[i];
                most = Math.max(most, share >= least ? lost[i] : Double.isNaN(critical) ? 0 : critical * lost[i]);
            }
        }
        return Math.max(paid, most);
    }
}
