package org.genryu.balance.risk;

import java.util.ArrayList;
import java.util.List;
import org.genryu.core.Explanation;
import org.genryu.core.Text;

/// Supply risk and economic importance of the EU's list of critical raw materials (EC 2017, in use 2017, 2020, 2023).
///
///     HHI_WGI,t = Σ_c S_c² · WGI_c · t_c          WGI_c = -2 (w_c - 2.5), 0 best .. 10 worst
///     SR = [ HHI(GS) · IR/2 + HHI(EU) · (1 - IR/2) ] · (1 - EoL_RIR) · SI
///     only global supply known: SR = HHI(GS) (1 - EoL_RIR) SI; only the sourcing: SR = HHI(EU) (1 - EoL_RIR) SI
///     EI = Σ_s A_s Q_s / max_s Q_s · 10 · SI_EI          critical: SR ≥ 1.0 and EI ≥ 2.8, both rounded to 0.1
///
/// w – mean of the WGI estimates that the governance data have (the method says six; see [Governance#mean]);
/// t – trade: 0.8 inside the union or with an agreement, 1 neutral, above 1 for export taxes, quotas, bans;
/// IR – import reliance; EoL_RIR – end-of-life recycling input rate; SI – substitution index.
/// Source: Blengini et al. 2017, 10.2760/73303; guidelines 10.2873/769526.
public final class EuRisk {
    /// Limits of the list, both inclusive.
    public static final double CRITICAL_SR = 1.0;

    public static final double CRITICAL_EI = 2.8;

    private EuRisk() {}

    /// A supplier: his share, his governance on the scale 0..10, his trade factor.
    /// @param scored whether the country has scores; if not, `governance` is a choice
    public record Supplier(String country, double share, double governance, double trade, boolean scored) {
        double term() {
            return share * share * governance * trade;
        }
    }

    /// w from -2.5..2.5 to 0 (best) .. 10; estimates beyond their own scale are cut to it.
    public static double scale(double estimate) {
        return Math.clamp(-2 * (estimate - 2.5), 0.0, 10.0);
    }

    /// Σ S² · WGI · t.
    public static double concentration(List<Supplier> suppliers) {
        FractionChecks.check("EU supply risk", suppliers.stream().mapToDouble(Supplier::share));
        suppliers.forEach(
                one -> FractionChecks.within("EU supply risk", "WGI of " + one.country(), one.governance(), 10));
        return suppliers.stream().mapToDouble(Supplier::term).sum();
    }

    /// What SR is made of. An empty list of suppliers means that nothing is known of that side.
    ///
    /// @param global shares of world production (GS)
    /// @param sourcing shares of what the country itself sources (EU)
    /// @param reliance IR [fraction]
    /// @param recycling EoL_RIR [fraction]
    /// @param substitution SI_SR [fraction], 1 where there is no substitute
    public record SupplyRisk(
            List<Supplier> global, List<Supplier> sourcing, double reliance, double recycling, double substitution) {
        public SupplyRisk {
            global = List.copyOf(global);
            sourcing = List.copyOf(sourcing);
            FractionChecks.within("EU supply risk", "IR", reliance, 1);
            FractionChecks.within("EU supply risk", "EoL_RIR", recycling, 1);
            FractionChecks.within("EU supply risk", "SI", substitution, 1);
        }

        /// SR by the form that the data allow; 0 if neither side is known.
        public double value() {
            return core() * (1 - recycling) * substitution;
        }

        private double core() {
            if (sourcing.isEmpty()) {
                return concentration(global);
            }
            return global.isEmpty()
                    ? concentration(sourcing)
                    : concentration(global) * reliance / 2 + concentration(sourcing) * (1 - reliance / 2);
        }

        private Text form() {
            if (sourcing.isEmpty()) {
                return Text.same("HHI(GS) · (1 - EoL_RIR) · SI");
            }
            return Text.same(
                    global.isEmpty()
                            ? "HHI(EU) · (1 - EoL_RIR) · SI"
                            : "[ HHI(GS) · IR/2 + HHI(EU) · (1 - IR/2) ] · (1 - EoL_RIR) · SI");
        }

        public Explanation explain() {
            return new Explanation(
                    new Text("EU supply risk", "EU供給リスク SR"),
                    value(),
                    "",
                    form(),
                    List.of(
                            side(new Text("HHI(GS)", "HHI(GS) 世界供給"), global),
                            side(new Text("HHI(EU)", "HHI(EU) 実際の調達"), sourcing),
                            Explanation.leaf(new Text("IR, import reliance", "IR 輸入依存度"), reliance, ""),
                            Explanation.leaf(
                                    new Text("EoL_RIR, recycling input rate", "EoL_RIR リサイクル投入率"), recycling, ""),
                            Explanation.leaf(new Text("SI, substitution", "SI 代替指数"), substitution, "")));
        }

        private static Explanation side(Text label, List<Supplier> suppliers) {
            List<Explanation> parts = new ArrayList<>();
            for (Supplier supplier : suppliers) {
                Text name = supplier.scored()
                        ? Text.same(supplier.country())
                        : new Text(
                                supplier.country() + ", no score: WGI is a choice",
                                supplier.country() + "(スコアなし。WGIは仮定値)");
                parts.add(new Explanation(
                        name,
                        supplier.term(),
                        "",
                        Text.same("S² · WGI · t"),
                        List.of(
                                Explanation.leaf(Text.same("S"), supplier.share(), ""),
                                Explanation.leaf(Text.same("WGI"), supplier.governance(), ""),
                                Explanation.leaf(Text.same("t"), supplier.trade(), ""))));
            }
            return new Explanation(label, concentration(suppliers), "", Text.same("Σ S² · WGI · t"), parts);
        }
    }

    /// A use of the material.
    /// @param share A, of all uses [fraction]
    /// @param valueAdded Q of the sector [currency/year]
    public record Use(String sector, double share, double valueAdded) {}

    /// EI; 0 if no use is known.
    public static double importance(List<Use> uses, double substitution) {
        FractionChecks.check("EU economic importance", uses.stream().mapToDouble(Use::share));
        FractionChecks.within("EU economic importance", "SI", substitution, 1);
        double largest = uses.stream().mapToDouble(Use::valueAdded).max().orElse(0);
        double sum =
                uses.stream().mapToDouble(use -> use.share() * use.valueAdded()).sum();
        return largest > 0 ? sum / largest * 10 * substitution : 0;
    }

    /// Whether the material reaches both limits on the values as published, rounded to 0.1.
    public static boolean isCritical(double supplyRisk, double importance) {
        return tenths(supplyRisk) >= CRITICAL_SR && tenths(importance) >= CRITICAL_EI;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
