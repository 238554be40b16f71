package org.genryu.balance.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.genryu.core.Check;
import org.genryu.core.Explanation;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.name.TotalRows;

/// Who supplies how much? Amounts by country, one entry a country, whatever the number of its plants: splitting a
/// country's node changes no share.
///
///     s_c = amount_c / (Σ amounts + others)          HHI = Σ_c s_c²          effective number = 1/HHI
///
/// s – [#share(String)]; HHI – [#concentration()], 0..1 (agencies often print 0..10,000).
/// A row for several countries together (`other countries`, a region) counts in the denominator and never as a member,
/// so HHI is then a lower bound. A row that is the sum of the others (`world`) counts nowhere.
///
/// @param members amount by country, above 0, largest first
/// @param others amount of several countries together, of which nobody knows whose it is
/// @param unit of the amounts
public record SupplyShares(Map<String, Double> members, double others, String unit) {
    private static final Set<String> REMAINDERS =
            Set.of("other", "others", "other countries", "rest", "rest of world", "rest-of-world", "その他", "その他の国");

    public SupplyShares {
        members = largestFirst(members);
        for (Map.Entry<String, Double> member : members.entrySet()) {
            Check.that(
                    member.getValue() > 0 && member.getValue() < Double.POSITIVE_INFINITY,
                    "Shares '%s': amount is %s; it must be above 0.",
                    member.getKey(),
                    member.getValue());
        }
        Check.that(others >= 0, "Shares: others is %s; it must be 0 or more.", others);
    }

    private static Map<String, Double> largestFirst(Map<String, Double> amounts) {
        Map<String, Double> sorted = new LinkedHashMap<>();
        amounts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return java.util.Collections.unmodifiableMap(sorted);
    }

    /// By country; amounts of 0 are left out.
    public static SupplyShares of(Map<String, Double> amounts, String unit) {
        Map<String, Double> positive = new LinkedHashMap<>();
        amounts.forEach((country, amount) -> {
            if (amount > 0) {
                positive.put(country, amount);
            }
        });
        return new SupplyShares(positive, 0, unit);
    }

    /// One row of a table that people made.
    public record Row(String name, double amount) {}

    /// Reads a table as people write it: a country twice is added up, sums are left out, rows for several countries
    /// become [#others]; each with a finding. A row is a sum by name, or because it is the sum of all others within
    /// their rounding and is named after no country ([TotalRows]). Percents are added up as they are: only their
    /// proportions count.
    public static Outcome<SupplyShares> read(List<Row> rows, String unit) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Double> members = new LinkedHashMap<>();
        double others = 0;
        Set<Row> totals = totals(rows);
        for (Row row : rows) {
            String name = row.name().strip();
            if (!(row.amount() >= 0) || row.amount() == Double.POSITIVE_INFINITY) {
                findings.add(Finding.error(
                        Finding.Place.NOWHERE,
                        thing(name),
                        new Text(
                                "amount is %s; it must be 0 or more.".formatted(row.amount()),
                                "数量が %s です。0 以上にしてください。".formatted(row.amount()))));
            } else if (totals.contains(row)) {
                findings.add(note(
                        name, new Text("is the sum of the others and no member: left out.", "は他の行の合計なので、構成国に数えません。")));
            } else if (REMAINDERS.contains(name.toLowerCase(Locale.ROOT))) {
                others += row.amount();
                findings.add(note(
                        name,
                        new Text(
                                "stands for several countries: counted in the total, not as a member.",
                                "は複数国のまとめなので、合計にだけ含め、構成国には数えません。")));
            } else if (row.amount() > 0) {
                if (members.merge(name, row.amount(), Double::sum) > row.amount()) {
                    findings.add(note(name, new Text("stands there twice: added up.", "が二度出てくるため合算しました。")));
                }
            }
        }
        return Outcome.of(new SupplyShares(members, others, unit), findings);
    }

    /// Sums by name, and then, among what is left, sums by arithmetic.
    private static Set<Row> totals(List<Row> rows) {
        Set<Row> totals = new HashSet<>();
        rows.stream().filter(row -> TotalRows.isNamed(row.name())).forEach(totals::add);
        List<Row> left = rows.stream()
                .filter(row -> !totals.contains(row) && row.amount() > 0)
                .toList();
        for (int i = 0; i < left.size(); i++) {
            int one = i;
            double[] others = IntStream.range(0, left.size())
                    .filter(k -> k != one)
                    .mapToDouble(k -> left.get(k).amount())
                    .toArray();
            Row row = left.get(i);
            if (!TotalRows.isCountry(row.name()) && TotalRows.isSum(row.amount(), others)) {
                totals.add(row);
            }
        }
        return totals;
    }

    private static Text thing(String name) {
        return new Text("Row '%s'".formatted(name), "行 '%s'".formatted(name));
    }

    private static Finding note(String name, Text what) {
        return new Finding(Finding.Severity.NOTE, Finding.Place.NOWHERE, thing(name), what, Optional.empty());
    }

    public double total() {
        return members.values().stream().mapToDouble(x -> x).sum() + others;
    }

    /// Part of the country [fraction]; 0 for who supplies none.
    public double share(String country) {
        return members.isEmpty() ? 0 : members.getOrDefault(country, 0.0) / total();
    }

    /// HHI, 0..1; 0 if there is no supplier.
    public double concentration() {
        double total = total();
        return members.values().stream()
                .mapToDouble(amount -> amount / total * (amount / total))
                .sum();
    }

    /// The country that supplies most; of equal ones the first by code.
    public Optional<String> leader() {
        return members.keySet().stream().findFirst();
    }

    /// The largest that is not the leader: [fraction] of the total.
    public double fallback() {
        return members.keySet().stream().skip(1).findFirst().map(this::share).orElse(0.0);
    }

    /// Without one country.
    public SupplyShares without(String country) {
        Map<String, Double> left = new LinkedHashMap<>(members);
        left.remove(country);
        return new SupplyShares(left, others, unit);
    }

    public Explanation explain() {
        List<Explanation> parts = new ArrayList<>();
        members.forEach((country, amount) -> parts.add(new Explanation(
                Text.same("s_" + country),
                share(country),
                "",
                new Text("amount / total", "数量 ÷ 合計"),
                List.of(Explanation.leaf(new Text("amount of " + country, country + "の数量"), amount, unit)))));
        if (others > 0) {
            parts.add(Explanation.leaf(
                    new Text("several countries together, in the total only", "複数国のまとめ(合計にのみ算入)"), others, unit));
        }
        return new Explanation(new Text("HHI", "HHI（集中度）"), concentration(), "", new Text("Σ s_c²", "Σ s_c²"), parts);
    }
}
