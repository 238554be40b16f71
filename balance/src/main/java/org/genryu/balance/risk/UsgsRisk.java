package org.genryu.balance.risk;

import java.util.List;
import org.genryu.core.Explanation;
import org.genryu.core.Text;

/// Supply risk of the U.S. Geological Survey (Nassar et al. 2020, Science Advances 6).
///
///     SR = (DP · TE · EV)^(1/3)
///     DP = Σ_c PS_c² · ASI_c · WSI_c          ASI_c = (100 - PPI_c)/100
///     TE = (I - E + ΔS) / (PP + SP + I - E + ΔS)          EV = Σ_i (VA_i/GDP) · (EXP_i/OP_i)
///
/// DP disruption potential: PS – share of world production, ASI – ability to supply from the policy perception index
/// (Fraser), WSI – willingness to supply (mean of trade ties, shared values, military cooperation, scaled).
/// TE trade exposure: I, E – imports, exports, ΔS – release of stock, PP, SP – primary and secondary production.
/// EV economic vulnerability: VA – value added, EXP – spending on the material, OP – operating profit of industry i.
/// The list takes what has a recency-weighted mean SR of 0.40 or more, or a single point of failure.
///
/// @param disruption DP, 0..1
/// @param exposure TE, 0..1
/// @param vulnerability EV, 0..1
public record UsgsRisk(double disruption, double exposure, double vulnerability) {
    public static final double CRITICAL = 0.40;

    public UsgsRisk {
        FractionChecks.within("USGS supply risk", "DP", disruption, 1);
        FractionChecks.within("USGS supply risk", "TE", exposure, 1);
        FractionChecks.within("USGS supply risk", "EV", vulnerability, 1);
    }

    /// @param share PS [fraction]
    /// @param perception PPI, 0..100
    /// @param willingness WSI, 0 (willing) .. 1
    public record Producer(String country, double share, double perception, double willingness) {}

    /// @param value VA/GDP [fraction]
    /// @param spending EXP/OP [fraction]
    public record Industry(String name, double value, double spending) {}

    public static double disruption(List<Producer> producers) {
        String what = "USGS disruption potential";
        FractionChecks.check(what, producers.stream().mapToDouble(Producer::share));
        producers.forEach(one -> {
            FractionChecks.within(what, "PPI of " + one.country(), one.perception(), 100);
            FractionChecks.within(what, "WSI of " + one.country(), one.willingness(), 1);
        });
        return producers.stream()
                .mapToDouble(p -> p.share() * p.share() * (100 - p.perception()) / 100 * p.willingness())
                .sum();
    }

    /// 0 for a net exporter.
    /// @param net I - E + ΔS
    /// @param production PP + SP
    public static double exposure(double net, double production) {
        return net > 0 ? net / (production + net) : 0;
    }

    public static double vulnerability(List<Industry> industries) {
        return industries.stream().mapToDouble(i -> i.value() * i.spending()).sum();
    }

    public double value() {
        return Math.cbrt(disruption * exposure * vulnerability);
    }

    public Explanation explain() {
        return new Explanation(
                new Text("USGS supply risk", "USGS供給リスク"),
                value(),
                "",
                Text.same("(DP · TE · EV)^(1/3)"),
                List.of(
                        Explanation.leaf(new Text("DP, disruption potential", "DP 途絶可能性"), disruption, ""),
                        Explanation.leaf(new Text("TE, trade exposure", "TE 貿易依存"), exposure, ""),
                        Explanation.leaf(new Text("EV, economic vulnerability", "EV 経済的脆弱性"), vulnerability, "")));
    }
}
