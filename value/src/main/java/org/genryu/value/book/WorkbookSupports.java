package org.genryu.value.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;
import org.genryu.value.project.SupportTerms;

/// The supports on the sheet `Months`, and what is left before finance.
final class WorkbookSupports {
    private static final double NEVER = WorkbookFrame.NEVER;

    private final WorkbookFrame book;
    private final CashFlow flow;
    private final Project project;
    private final WorkbookSheet months;

    WorkbookSupports(WorkbookFrame book) {
        this.book = book;
        this.flow = book.flow;
        this.project = book.project;
        this.months = book.months;
    }

    void write() {
        before(supports());
    }

    /// Rows of the supports that pay cash; the keys of those that are income.
    private List<String> supports() {
        months.heading(book.t("Supports", "支援"));
        List<String> income = new ArrayList<>();
        List<SupportTerms> all = project.finance().supports();
        StringBuilder grants = new StringBuilder("0");
        for (int s = 0; s < all.size(); s++) {
            switch (all.get(s)) {
                case SupportTerms.Floor floor -> income.add(floor(s, floor));
                case SupportTerms.Cfd cfd -> income.add(contract(s, cfd));
                case SupportTerms.Offtake offtake -> {
                    if (offtake.firm()) {
                        income.add(offtake(s, offtake));
                    }
                }
                case SupportTerms.Grant grant -> {
                    book.input(
                            "grant-" + s,
                            grant.amount()
                                    .orElseGet(() -> SheetFigure.of("supports.grant.amount", 0, book.currency())));
                    book.input("grant-share-" + s, grant.share());
                    grants.append("+IF({capex}>0,([grant-%1$s]+[grant-share-%1$s]*[capex])*{spread},0)".formatted(s));
                }
                case SupportTerms.Guarantee _,
                        SupportTerms.Insurance _,
                        SupportTerms.Concessional _,
                        SupportTerms.PublicEquity _,
                        SupportTerms.TaxCredit _ -> {
                    // in the debt, the equity or the tax
                }
            }
        }
        months.formula("grants", book.t("grants", "補助金"), book.currency(), grants.toString());
        return income;
    }

    private String volume(
            int s, String product, boolean produced, Optional<SheetFigure> most, SupportTerms.Window window) {
        int p = project.plant().index(product);
        book.number(
                "from-" + s,
                book.t("first month of support ", "支援の開始月 ") + s,
                Math.max(-NEVER, window.first()),
                "month");
        book.number("until-" + s, book.t("end of support ", "支援の終了月 ") + s, Math.min(NEVER, window.until()), "month");
        String made = produced ? "{output-" + p + "}" : "{output-" + p + "}*[sold-" + p + "]";
        String counted = made;
        if (most.isPresent()) {
            book.input("most-" + s, most.get());
            counted = "MIN(" + made + ",[most-" + s + "]/12)";
        }
        months.formula(
                "volume-" + s,
                book.t("covered volume ", "対象量 ") + s,
                project.plant().products().get(p).unit(),
                "IF(AND({m}>=[from-%1$s],{m}<[until-%1$s]),%2$s,0)".formatted(s, counted));
        return priceRow(p);
    }

    private String priceRow(int p) {
        if (project.plant().products().get(p).sale() instanceof PlantTerms.Sale.AtPrice(String name, SheetFigure _)) {
            return "{price-" + new ArrayList<>(project.market().prices().keySet()).indexOf(name) + "}";
        }
        return "0";
    }

    private String floor(int s, SupportTerms.Floor floor) {
        String price = volume(s, floor.product(), floor.produced(), floor.amount(), floor.window());
        book.input("strike-" + s, floor.price());
        book.input("above-" + s, floor.above());
        book.input("upside-" + s, floor.shareAbove());
        book.number(
                "cap-" + s,
                "supports.floor.cap",
                floor.cap().map(SheetFigure::central).orElse(NEVER * NEVER),
                book.currency());
        String index = floor.indexed() ? "*{index}" : "";
        months.formula(
                "worth-" + s, book.t("market value ", "市場価値 ") + s, book.currency(), "{volume-" + s + "}*" + price);
        months.formula(
                "floored-" + s,
                book.t("value at the floor ", "下限での価値 ") + s,
                book.currency(),
                "{volume-%1$s}*[strike-%1$s]%2$s".formatted(s, index));
        months.formula(
                "shared-" + s,
                book.t("value at the upper price ", "上限での価値 ") + s,
                book.currency(),
                "{volume-%1$s}*[above-%1$s]%2$s".formatted(s, index));
        int width = floor.averageMonths();
        months.formulas(
                "upside-" + s,
                book.t("upside share ", "上振れ分の分配 ") + s,
                book.currency(),
                m -> settles(m, width)
                        ? "MIN([cap-%1$s]-%2$s,[upside-%1$s]*MAX(0,SUM(%3$s)-SUM(%4$s)))"
                                .formatted(
                                        s,
                                        taken(s, m, width),
                                        trail("worth-" + s, m, width),
                                        trail("shared-" + s, m, width))
                        : "0");
        months.formulas(
                "support-" + s,
                book.t("floor: ", "下限価格：") + floor.giver(),
                book.currency(),
                m -> settles(m, width)
                        ? "MAX(0,SUM(%1$s)-SUM(%2$s))-{upside-%3$s}"
                                .formatted(trail("floored-" + s, m, width), trail("worth-" + s, m, width), s)
                        : "0");
        return "support-" + s;
    }

    private boolean settles(int m, int width) {
        return m % width == width - 1 || m == flow.months() - 1;
    }

    private String trail(String key, int m, int width) {
        return months.range(key, m / width * width, m + 1);
    }

    /// What the giver has had since the year began.
    private String taken(int s, int m, int width) {
        int year = m / 12 * 12;
        int until = m / width * width;
        if (until <= year) {
            return "0";
        }
        String from = WorkbookSheet.letter(WorkbookSheet.FIRST + year);
        String to = WorkbookSheet.letter(WorkbookSheet.FIRST + until - 1);
        return "SUM(" + from + months.line("upside-" + s) + ":" + to + months.line("upside-" + s) + ")";
    }

    private String contract(int s, SupportTerms.Cfd cfd) {
        String price = volume(s, cfd.product(), cfd.produced(), cfd.amount(), cfd.window());
        book.input("strike-" + s, cfd.price());
        months.formula(
                "support-" + s,
                book.t("contract for difference: ", "差額契約：") + cfd.giver(),
                book.currency(),
                "([strike-%1$s]%2$s-%3$s)*{volume-%1$s}".formatted(s, cfd.indexed() ? "*{index}" : "", price));
        return "support-" + s;
    }

    private String offtake(int s, SupportTerms.Offtake offtake) {
        int p = project.plant().index(offtake.product());
        String price = volume(s, offtake.product(), false, offtake.amount(), offtake.window());
        String market = price.equals("0") ? "0" : price + "*[payable-" + p + "]";
        String pays;
        if (offtake.price().isPresent()) {
            book.input("strike-" + s, offtake.price().get());
            pays = "[strike-" + s + "]";
        } else {
            book.input("discount-" + s, offtake.discount());
            pays = market + "*(1-[discount-" + s + "])";
        }
        months.formula(
                "support-" + s,
                book.t("offtake: ", "引取契約：") + offtake.giver(),
                book.currency(),
                "(%s-%s)*{volume-%s}".formatted(pays, market, s));
        return "support-" + s;
    }

    private void before(List<String> income) {
        months.heading(book.t("Before finance", "資金調達前"));
        StringBuilder earned = new StringBuilder("{sales}");
        income.forEach(key -> earned.append("+{").append(key).append('}'));
        earned.append("-{royalty}-{fixed}-{variable}-{disposal}-{burden}-{sustaining}-{closing}");
        months.formula("earned", book.t("earned", "収益"), book.currency(), earned.toString());
        months.formula(
                "before-tax",
                book.t("cash before tax", "税引前収支"),
                book.currency(),
                "{earned}-{tied-change}-{capex}+{grants}");
    }
}
