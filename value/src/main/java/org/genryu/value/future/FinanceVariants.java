package org.genryu.value.future;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;
import org.genryu.value.project.SupportTerms;

/// The same project with something of its finance changed: supports left out, a floor moved, a grant added.
final class FinanceVariants {
    /// Who gives a support that only a search has put there.
    static final String STATE = "state";

    private FinanceVariants() {}

    static Project with(Project project, FinanceTerms finance) {
        return new Project(
                project.header(), project.timeline(), project.plant(), project.market(), project.host(), finance);
    }

    static Project withSupports(Project project, List<SupportTerms> supports) {
        FinanceTerms f = project.finance();
        return with(project, new FinanceTerms(f.terms(), f.loans(), f.equity(), supports, f.parties(), f.split()));
    }

    /// Only the supports whose number is wanted.
    static Project keeping(Project project, IntPredicate wanted) {
        List<SupportTerms> kept = new ArrayList<>();
        List<SupportTerms> all = project.finance().supports();
        for (int s = 0; s < all.size(); s++) {
            if (wanted.test(s)) {
                kept.add(all.get(s));
            }
        }
        return withSupports(project, kept);
    }

    private static Project mapping(Project project, UnaryOperator<SupportTerms> change) {
        return withSupports(
                project, project.finance().supports().stream().map(change).toList());
    }

    /// A floor at this price under the first product that has one, else under the first product, for all years.
    static Project floor(Project project, double price) {
        boolean[] done = {false};
        Project moved = mapping(project, s -> {
            if (s instanceof SupportTerms.Floor f && !done[0]) {
                done[0] = true;
                SheetFigure above = f.above().central() < price ? f.above().with(price) : f.above();
                return new SupportTerms.Floor(
                        f.giver(),
                        f.product(),
                        f.price().with(price),
                        f.window(),
                        f.produced(),
                        f.amount(),
                        f.shareAbove(),
                        above,
                        f.cap(),
                        f.indexed(),
                        f.averageMonths());
            }
            return s;
        });
        if (done[0]) {
            return moved;
        }
        PlantTerms.Product product = project.plant().products().getFirst();
        String unit = project.header().money().currency() + "/" + product.unit();
        SupportTerms added = new SupportTerms.Floor(
                STATE,
                product.id(),
                SheetFigure.of("floor", price, unit),
                SupportTerms.Window.ALWAYS,
                false,
                Optional.empty(),
                SheetFigure.of("share_above", 0, "1"),
                SheetFigure.of("above", price, unit),
                Optional.empty(),
                false,
                1);
        return adding(project, added);
    }

    /// A further grant of a share of the capital cost.
    static Project grant(Project project, double share) {
        return adding(
                project,
                new SupportTerms.Grant(
                        STATE,
                        Optional.empty(),
                        SheetFigure.of("share", share, "1"),
                        SheetFigure.of("clawback", 0, "1")));
    }

    private static Project adding(Project project, SupportTerms support) {
        List<SupportTerms> all = new ArrayList<>(project.finance().supports());
        all.add(support);
        return withSupports(project, all);
    }

    /// Every guarantee with this cover; one on the first loan if there is none.
    static Project cover(Project project, double cover) {
        boolean any = project.finance().supports().stream().anyMatch(s -> s instanceof SupportTerms.Guarantee);
        if (any) {
            return mapping(
                    project,
                    s -> s instanceof SupportTerms.Guarantee g
                            ? new SupportTerms.Guarantee(
                                    g.giver(), g.loan(), g.cover().with(cover), g.fee(), g.lenderFirst(), g.bareRate())
                            : s);
        }
        if (project.finance().loans().isEmpty()) {
            return project;
        }
        return adding(
                project,
                new SupportTerms.Guarantee(
                        STATE,
                        project.finance().loans().getFirst().id(),
                        SheetFigure.of("cover", cover, "1"),
                        SheetFigure.of("fee", 0, "1/yr"),
                        false,
                        Optional.empty()));
    }

    /// Another limit of the loans together; loans of a fixed amount or share shrink with it.
    static Project gearing(Project project, double factor) {
        return loans(project, l -> sized(l, factor));
    }

    private static FinanceTerms.Loan sized(FinanceTerms.Loan l, double factor) {
        FinanceTerms.Size size = switch (l.size()) {
            case FinanceTerms.Size.Fixed(SheetFigure amount) ->
                new FinanceTerms.Size.Fixed(amount.with(amount.central() * factor));
            case FinanceTerms.Size.Share(SheetFigure share) ->
                new FinanceTerms.Size.Share(share.with(share.central() * factor));
            case FinanceTerms.Size.Carried carried -> carried;
        };
        FinanceTerms.Loan changed = l.with(size);
        return size instanceof FinanceTerms.Size.Carried
                ? changed.withDscr(l.dscr().central() / factor)
                : changed;
    }

    static Project tenor(Project project, int months) {
        return loans(project, l -> l.withTenor(months));
    }

    /// Another rate for some loans.
    static Project rate(Project project, Predicate<FinanceTerms.Loan> which, double rate) {
        return loans(project, l -> which.test(l) ? l.withRate(rate) : l);
    }

    static Project rate(Project project, double rate) {
        return loans(project, l -> l.withRate(rate));
    }

    private static Project loans(Project project, UnaryOperator<FinanceTerms.Loan> change) {
        FinanceTerms f = project.finance();
        List<FinanceTerms.Loan> loans = f.loans().stream().map(change).toList();
        return with(project, new FinanceTerms(f.terms(), loans, f.equity(), f.supports(), f.parties(), f.split()));
    }
}
