package org.genryu.balance.risk;

import java.util.List;
import org.genryu.balance.account.SupplyShares;
import org.genryu.core.Check;
import org.genryu.core.Explanation;
import org.genryu.core.Text;

/// How much does somebody depend on others, and what is left when the strongest goes?
///
///     IR  = (imports - exports) / (production + imports - exports), 0 for a net exporter – [#imports]
///     N-1 = (S - S_top) / (D - D_top) – [NMinusOne], both supply and demand of the top supplier removed (IEA)
///     single point of failure: leader ≥ 1/2 and best fallback < 1/3 – [#isSinglePoint]
public final class Dependence {
    /// Share of the leader from which everything hangs on him.
    public static final double LEADER = 0.5;

    /// Share of the best fallback below which nobody could step in.
    public static final double FALLBACK = 1.0 / 3;

    private Dependence() {}

    /// Import reliance [fraction], 0..1.
    public static double imports(double production, double imports, double exports) {
        Check.that(
                production >= 0 && imports >= 0 && exports >= 0,
                "Import reliance: production %s, imports %s, exports %s; each must be 0 or more.",
                production,
                imports,
                exports);
        double net = imports - exports;
        return net > 0 ? net / (production + net) : 0;
    }

    /// Whether everything hangs on the leader and nobody could step in.
    public static boolean isSinglePoint(SupplyShares shares) {
        return shares.leader().map(shares::share).orElse(0.0) >= LEADER && shares.fallback() < FALLBACK;
    }

    /// What is left of the others' demand when the top supplier keeps to himself.
    ///
    /// @param supply of the world, as `demand` [one unit]
    /// @param topSupply of the largest supplier
    /// @param topDemand of the same country
    public record NMinusOne(double supply, double topSupply, double demand, double topDemand) {
        public NMinusOne {
            Check.that(
                    supply >= topSupply && topSupply >= 0 && demand >= topDemand && topDemand >= 0,
                    "N-1: supply %s with %s of the top, demand %s with %s; parts must lie in 0 .. the whole.",
                    supply,
                    topSupply,
                    demand,
                    topDemand);
        }

        /// [fraction]; 1 where nobody else wants any.
        public double cover() {
            return demand > topDemand ? (supply - topSupply) / (demand - topDemand) : 1;
        }

        public Explanation explain(String unit) {
            return new Explanation(
                    new Text("N-1 cover", "N-1カバー率"),
                    cover(),
                    "",
                    new Text("(S - S_top) / (D - D_top)", "(S - S_top) / (D - D_top)"),
                    List.of(
                            Explanation.leaf(new Text("S, supply of all", "S 世界の供給"), supply, unit),
                            Explanation.leaf(
                                    new Text("S_top, of the largest supplier", "S_top 最大供給国の供給"), topSupply, unit),
                            Explanation.leaf(new Text("D, demand of all", "D 世界の需要"), demand, unit),
                            Explanation.leaf(new Text("D_top, of the same country", "D_top 同国の需要"), topDemand, unit)));
        }
    }
}
