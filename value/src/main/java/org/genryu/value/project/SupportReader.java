package org.genryu.value.project;

import java.util.Map;
import java.util.Optional;
import org.genryu.value.project.SupportTerms.Window;
import org.genryu.value.project.TermSheet.Entry;
import org.genryu.value.project.TermSheet.Part;

/// Makes the supports of a project from their parts of the sheet. One without a giver is left out: the reader has told.
final class SupportReader {
    private final SheetRules rules;
    private final Map<String, FinanceTerms.Loan> loans;
    private final int valuation;

    SupportReader(SheetRules rules, Map<String, FinanceTerms.Loan> loans, int valuation) {
        this.rules = rules;
        this.loans = loans;
        this.valuation = valuation;
    }

    Optional<SupportTerms> read(Part part) {
        String giver = part.word("giver");
        return switch (part.name()) {
            case "guarantee" ->
                loan(part)
                        .map(of -> new SupportTerms.Guarantee(
                                giver,
                                of,
                                part.number("cover"),
                                part.number("fee"),
                                part.word("recoveries").equals("lender-first"),
                                part.given("bare_rate")));
            case "insurance" -> loan(part).map(of -> insurance(part, giver, of));
            case "concessional" ->
                loan(part).map(of -> new SupportTerms.Concessional(giver, of, part.number("market_rate")));
            case "floor" -> product(part).map(p -> floor(part, giver, p));
            case "cfd" ->
                product(part)
                        .map(p -> new SupportTerms.Cfd(
                                giver,
                                p,
                                part.number("price"),
                                window(part),
                                part.word("on").equals("produced"),
                                part.given("amount"),
                                yes(part, "indexed")));
            case "offtake" ->
                product(part)
                        .map(p -> new SupportTerms.Offtake(
                                giver,
                                p,
                                part.given("amount"),
                                part.given("price"),
                                part.number("discount"),
                                window(part),
                                yes(part, "firm")));
            case "grant" ->
                Optional.of(new SupportTerms.Grant(
                        giver, part.given("amount"), part.number("share"), part.number("clawback")));
            case "equity" ->
                Optional.of(new SupportTerms.PublicEquity(
                        giver, part.given("share").map(SheetFigure::central).orElse(0.0)));
            default ->
                Optional.of(new SupportTerms.TaxCredit(
                        giver,
                        part.number("share"),
                        part.number("per_unit"),
                        Optional.of(part.word("product")).filter(p -> !p.isEmpty()),
                        yes(part, "refundable"),
                        window(part)));
        };
    }

    private static boolean yes(Part part, String key) {
        return part.word(key).equals("yes");
    }

    private Optional<String> loan(Part part) {
        String id = part.word("of");
        if (id.isEmpty() || loans.containsKey(id)) {
            return Optional.of(id).filter(i -> !i.isEmpty());
        }
        rules.unknownLoan(part, id, loans.keySet());
        return Optional.empty();
    }

    private static Optional<String> product(Part part) {
        return Optional.of(part.word("product")).filter(p -> !p.isEmpty());
    }

    private Window window(Part part) {
        int first = part.given("first", Entry.Month.class)
                .map(m -> m.month() - valuation)
                .orElse(Window.ALWAYS.first());
        int until = part.given("last", Entry.Month.class)
                .map(m -> m.until() - valuation)
                .orElse(Window.ALWAYS.until());
        if (until <= first) {
            rules.windowBackwards(part);
        }
        return new Window(first, until);
    }

    private static SupportTerms insurance(Part part, String giver, String loan) {
        return new SupportTerms.Insurance(
                giver,
                loan,
                part.number("political"),
                part.number("commercial"),
                part.number("premium"),
                (int) Math.round(part.number("waiting").central()),
                part.given("limit"),
                part.given("bare_rate"));
    }

    private SupportTerms floor(Part part, String giver, String product) {
        int months = switch (part.word("average")) {
            case "quarter" -> 3;
            case "year" -> 12;
            default -> 1;
        };
        return new SupportTerms.Floor(
                giver,
                product,
                part.number("price"),
                window(part),
                part.word("on").equals("produced"),
                part.given("amount"),
                part.number("share_above"),
                part.given("above").orElseGet(() -> part.number("price")),
                part.given("cap"),
                yes(part, "indexed"),
                months);
    }
}
