package org.genryu.balance.risk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genryu.core.Check;
import org.genryu.core.Explanation;
import org.genryu.core.Finding;
import org.genryu.core.Text;

/// GeoPolRisk of a material for a country (Santillán-Saldivar et al. 2022; JOSS 10.21105/joss.09600).
///
///     WTA = Σ_i g_i f_i / (p + F)          Score = HHI · WTA          CF = Score · price / 0.409412948
///
/// HHI – of world production; g – [#stability(double)] of partner i; f_i – import from i, F all imports; p – domestic
/// production, free of risk; CF – [#factor(double)], against copper (constant of the package, OECD mean 2017-21).
/// Does not see what an ore-only customs code hides, nor the countries behind the partner: feed it traced origins.
///
/// @param concentration HHI of world production, 0..1
/// @param weighted Σ g_i f_i [unit of the amounts]
/// @param imports F [the same]
/// @param domestic p [the same]
public record GeoPolRisk(
        double concentration, double weighted, double imports, double domestic, List<Partner> partners) {
    /// Score times price of the reference, copper [USD/kg].
    private static final double COPPER = 0.409412948;

    /// What is taken where a partner has no score of political stability.
    public static final double MISSING = 0.5;

    /// @param risk g, 0 (safe) .. 1
    /// @param scored whether the partner has a score; if not, `risk` is a choice
    public record Partner(String country, double amount, double risk, boolean scored) {}

    public GeoPolRisk {
        partners = List.copyOf(partners);
        FractionChecks.within("GeoPolRisk", "HHI", concentration, 1);
        partners.forEach(one -> FractionChecks.within("GeoPolRisk", "g of " + one.country(), one.risk(), 1));
        Check.that(
                weighted >= 0 && imports >= 0 && domestic >= 0,
                "GeoPolRisk: Σ g f %s, imports %s, production %s; each must be 0 or more.",
                weighted,
                imports,
                domestic);
    }

    /// From the partners' imports; a partner without a score of political stability gets `missing`.
    public static GeoPolRisk of(
            double concentration, Map<String, Double> imports, double domestic, Governance governance, double missing) {
        List<Partner> partners = new ArrayList<>();
        imports.forEach((country, amount) -> {
            var stability = governance.score(country, "pv");
            partners.add(new Partner(
                    country,
                    amount,
                    stability.map(score -> stability(score.value())).orElse(missing),
                    stability.isPresent()));
        });
        return of(concentration, partners, domestic);
    }

    public static GeoPolRisk of(double concentration, List<Partner> partners, double domestic) {
        return new GeoPolRisk(
                concentration,
                partners.stream().mapToDouble(p -> p.risk() * p.amount()).sum(),
                partners.stream().mapToDouble(Partner::amount).sum(),
                domestic,
                partners);
    }

    /// What the trade codes of an index do not see: if all of them are ores (chapters 25 and 26 of the Harmonized
    /// System), a metal that is imported refined looks free of risk.
    ///
    /// @param codes such as `260300`, `2504.10`, `HS 2022: 2603.00`, also several in one, between `;`
    public static Optional<Finding> scope(List<String> codes) {
        List<String> each = codes.stream()
                .flatMap(code -> Stream.of(
                        Normalizer.normalize(code, Normalizer.Form.NFKC).split("[;,、/|]")))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
        if (each.isEmpty() || !each.stream().map(GeoPolRisk::digits).allMatch(code -> code.matches("2[56]\\d*"))) {
            return Optional.empty();
        }
        String list = String.join(", ", each);
        return Optional.of(Finding.warning(
                Finding.Place.NOWHERE,
                new Text("Trade codes " + list, "貿易品目コード " + list),
                new Text(
                        "count ores and minerals only; what is imported as metal, oxide or in products is not in them.",
                        "は鉱石・鉱物だけを数えます。地金、酸化物、製品としての輸入は含まれません。"),
                new Text(
                        "add the codes of the refined forms, or say that the index is about the ore alone.",
                        "精製品のコードを加えるか、指標が鉱石だけのものであることを明記してください。")));
    }

    /// Without the name of the nomenclature, its edition and what stands between the digits: `HS 2022: 2603.00`.
    private static String digits(String code) {
        return code.replaceFirst("(?i)^(hs|htsus|hts|cn|taric)[\\s-]*((19|20)\\d\\d(?=\\D+\\d))?", "")
                .replaceAll("[^0-9]", "");
    }

    /// g = (2.5 - PV)/5, cut to 0..1.
    public static double stability(double estimate) {
        return Math.clamp((2.5 - estimate) / 5, 0.0, 1.0);
    }

    /// WTA; 0 for who has none of it.
    public double imported() {
        return domestic + imports > 0 ? weighted / (domestic + imports) : 0;
    }

    public double score() {
        return concentration * imported();
    }

    /// CF [kg of copper equivalent per kg].
    /// @param price [USD/kg]
    public double factor(double price) {
        return score() * price / COPPER;
    }

    public Explanation explain() {
        List<Explanation> parts = new ArrayList<>();
        for (Partner partner : partners) {
            Text label = partner.scored()
                    ? Text.same("g_" + partner.country() + " · f")
                    : new Text(
                            "g_" + partner.country() + " · f, no score: g is a choice",
                            "g_" + partner.country() + " · f(スコアなし。gは仮定値)");
            parts.add(new Explanation(
                    label,
                    partner.risk() * partner.amount(),
                    "",
                    Text.same("g · f"),
                    List.of(
                            Explanation.leaf(Text.same("g"), partner.risk(), ""),
                            Explanation.leaf(Text.same("f"), partner.amount(), ""))));
        }
        parts.add(Explanation.leaf(new Text("p, domestic production", "p 国内生産"), domestic, ""));
        parts.add(Explanation.leaf(new Text("F, imports", "F 輸入合計"), imports, ""));
        Explanation wta = new Explanation(Text.same("WTA"), imported(), "", Text.same("Σ g_i f_i / (p + F)"), parts);
        return new Explanation(
                new Text("GeoPolRisk score", "GeoPolRisk スコア"),
                score(),
                "",
                Text.same("HHI · WTA"),
                List.of(Explanation.leaf(new Text("HHI of world production", "世界生産のHHI"), concentration, ""), wta));
    }
}
