package org.genryu.value.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Text;
import org.genryu.value.project.TermSheet.Entry;
import org.genryu.value.project.TermSheet.Part;

/// What people call the products, prices, loans and supports of a sheet, in both languages: its `title`, else what can
/// be said of it without one. Ids stay what tables join by.
///
/// @param products by id; without a title of its own it is called as its price is
/// @param prices by id
/// @param loans by id
/// @param supports by [SupportTerms#name]
/// @param parties by id, such as lenders and givers of supports
public record SheetNames(
        Map<String, Text> products,
        Map<String, Text> prices,
        Map<String, Text> loans,
        Map<String, Text> supports,
        Map<String, Text> parties) {
    public SheetNames {
        products = Map.copyOf(products);
        prices = Map.copyOf(prices);
        loans = Map.copyOf(loans);
        supports = Map.copyOf(supports);
        parties = Map.copyOf(parties);
    }

    public Text product(String id) {
        return products.getOrDefault(id, Text.same(id));
    }

    public Text price(String id) {
        return prices.getOrDefault(id, Text.same(id));
    }

    public Text loan(String id) {
        return loans.getOrDefault(id, Text.same(id));
    }

    public Text support(String name) {
        return supports.getOrDefault(name, Text.same(name));
    }

    public Text party(String id) {
        return parties.getOrDefault(id, Text.same(id));
    }

    /// @param read what was read of each part of the supports
    static SheetNames of(Part root, List<Map.Entry<SupportTerms, Part>> read) {
        Map<String, Text> prices = new LinkedHashMap<>();
        root.sections("prices").forEach(p -> prices.put(p.name(), title(p).orElse(Text.same(p.name()))));
        Map<String, Text> products = new LinkedHashMap<>();
        root.sections("products").forEach(p -> products.put(p.name(), title(p).orElseGet(() -> priced(p, prices))));
        Map<String, Text> loans = new LinkedHashMap<>();
        root.section("finance")
                .sections("loans")
                .forEach(p -> loans.put(p.name(), title(p).orElse(Text.same(p.name()))));
        Map<String, Text> supports = new LinkedHashMap<>();
        Map<String, Text> parties = new LinkedHashMap<>();
        root.sections("parties")
                .forEach(p -> title(p).or(() -> Optional.of(p.word("name"))
                                .filter(name -> !name.isEmpty())
                                .map(Text::same))
                        .ifPresent(name -> parties.put(p.word("party"), name)));
        for (Map.Entry<SupportTerms, Part> one : read) {
            supports.put(
                    one.getKey().name(),
                    title(one.getValue()).orElseGet(() -> called(one.getKey(), products, loans, parties)));
        }
        return new SheetNames(products, prices, loans, supports, parties);
    }

    private static Optional<Text> title(Part part) {
        return part.given("title", Entry.Titled.class).map(Entry.Titled::text);
    }

    private static Text priced(Part product, Map<String, Text> prices) {
        Text price = prices.getOrDefault(product.word("price"), Text.same(product.name()));
        return price.equals(Text.same(product.word("price"))) ? Text.same(product.name()) : price;
    }

    private static Text called(
            SupportTerms support, Map<String, Text> products, Map<String, Text> loans, Map<String, Text> parties) {
        Text giver = parties.getOrDefault(support.giver(), Text.same(support.giver()));
        return switch (support) {
            case SupportTerms.Guarantee g -> of(new Text("guarantee", "保証"), giver, known(loans, g.loan()));
            case SupportTerms.Insurance i -> of(new Text("insurance", "保険"), giver, known(loans, i.loan()));
            case SupportTerms.Concessional c ->
                of(new Text("concessional terms", "譲許的条件"), giver, known(loans, c.loan()));
            case SupportTerms.Floor f -> of(new Text("floor price", "下限価格"), giver, known(products, f.product()));
            case SupportTerms.Cfd c ->
                of(new Text("contract for difference", "差額決済契約"), giver, known(products, c.product()));
            case SupportTerms.Offtake o -> of(new Text("offtake", "引取契約"), giver, known(products, o.product()));
            case SupportTerms.Grant _ -> of(new Text("grant", "補助金"), giver);
            case SupportTerms.PublicEquity _ -> of(new Text("public equity", "公的出資"), giver);
            case SupportTerms.TaxCredit _ -> of(new Text("tax credit", "税額控除"), giver);
        };
    }

    private static Text known(Map<String, Text> names, String id) {
        return names.getOrDefault(id, Text.same(id));
    }

    private static Text of(Text kind, Text giver) {
        return new Text(kind.en() + " of " + giver.en(), giver.ja() + "の" + kind.ja());
    }

    private static Text of(Text kind, Text giver, Text what) {
        return new Text(
                kind.en() + " of " + giver.en() + " on " + what.en(),
                giver.ja() + "の" + kind.ja() + "（" + what.ja() + "）");
    }
}
