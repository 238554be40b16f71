package org.genryu.value.future;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.genryu.value.project.Figure;
import org.genryu.value.project.Finance;
import org.genryu.value.project.Plant;
import org.genryu.value.project.Project;
import org.genryu.value.project.Support;

/// The same project with something of its finance changed: supports left out, a floor moved, a grant added.
final class Variants {
    /// Who gives a support that only a search has put there.
    static final String STATE = "state";

    private Variants() {}

    static Project with(Project project, Finance finance) {
        return new Project(
                project.header(), project.timeline(), project.plant(), project.market(), project.host(), finance);
    }

    static Project withSupports(Project project, List<Support> supports) {
        Finance f = project.finance();
        return with(project, new Finance(f.terms(), f.loans(), f.equity(), supports, f.parties(), f.split()));
    }

    /// Only the supports whose number is wanted.
    static Project keeping(Project project, IntPredicate wanted) {
        List<Support> kept = new ArrayList<>();
        List<Support> all = project.finance().supports();
        for (int s = 0; s < all.size(); s++) {
            if (wanted.test(s)) {
                kept.add(all.get(s));
            }
        }
        return withSupports(project, kept);
    }

    private static Project mapping(Project project, UnaryOperator<Support> change) {
        return withSupports(
                project, project.finance().supports().stream().map(change).toList());
    }

    /// A floor at this price under the first product that has one, else under the first product, for all years.
    static Project floor(Project project, double price) {
        boolean[] done = {false};
        Project moved = mapping(project, s -> {
            if (s instanceof Support.Floor f && !done[0]) {
                done[0] = true;
                Figure above = f.above().central() < price ? f.above().with(price) : f.above();
                return new Support.Floor(
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
        Plant.Product product = project.plant().products().getFirst();
        String unit = project.header().money().currency() + "/" + product.unit();
        Support added = new Support.Floor(
                STATE,
                product.id(),
                Figure.of("floor", price, unit),
                Support.Window.ALWAYS,
                false,
                Optional.empty(),
                Figure.of("share_above", 0, "1"),
                Figure.of("above", price, unit),
                Optional.empty(),
                false,
                1);
        return adding(project, added);
    }

    /// A further grant of a share of the capital cost.
    static Project grant(Project project, double share) {
        return adding(
                project,
                new Support.Grant(
                        STATE, Optional.empty(), Figure.of("share", share, "1"), Figure.of("clawback", 0, "1")));
    }

    private static Project adding(Project project, Support support) {
        List<Support> all = new ArrayList<>(project.finance().supports());
        all.add(support);
        return withSupports(project, all);
    }

    /// Every guarantee with this cover; one on the first loan if there is none.
    static Project cover(Project project, double cover) {
        boolean any = project.finance().supports().stream().anyMatch(s -> s instanceof Support.Guarantee);
        if (any) {
            return mapping(
                    project,
                    s -> s instanceof Support.Guarantee g
                            ? new Support.Guarantee(
                                    g.giver(), g.loan(), g.cover().with(cover), g.fee())
                            : s);
        }
        if (project.finance().loans().isEmpty()) {
            return project;
        }
        return adding(
                project,
                new Support.Guarantee(
                        STATE,
                        project.finance().loans().getFirst().id(),
                        Figure.of("cover", cover, "1"),
                        Figure.of("fee", 0, "1/yr")));
    }

    /// Another limit of the loans together; loans of a fixed amount or share shrink with it.
    static Project gearing(Project project, double factor) {
        return loans(project, l -> sized(l, factor));
    }

    private static Finance.Loan sized(Finance.Loan l, double factor) {
        Finance.Size size = switch (l.size()) {
            case Finance.Size.Fixed(Figure amount) -> new Finance.Size.Fixed(amount.with(amount.central() * factor));
            case Finance.Size.Share(Figure share) -> new Finance.Size.Share(share.with(share.central() * factor));
            case Finance.Size.Carried carried -> carried;
        };
        return new Finance.Loan(
                l.id(),
                l.lender(),
                l.rank(),
                size,
                l.rate(),
                l.tenorMonths(),
                l.graceMonths(),
                l.shape(),
                size instanceof Finance.Size.Carried ? l.dscr().with(l.dscr().central() / factor) : l.dscr(),
                l.upfrontFee(),
                l.commitmentFee(),
                l.marketRate());
    }

    static Project tenor(Project project, int months) {
        return loans(
                project,
                l -> new Finance.Loan(
                        l.id(),
                        l.lender(),
                        l.rank(),
                        l.size(),
                        l.rate(),
                        months,
                        l.graceMonths(),
                        l.shape(),
                        l.dscr(),
                        l.upfrontFee(),
                        l.commitmentFee(),
                        l.marketRate()));
    }

    static Project rate(Project project, double rate) {
        return loans(
                project,
                l -> new Finance.Loan(
                        l.id(),
                        l.lender(),
                        l.rank(),
                        l.size(),
                        l.rate().with(rate),
                        l.tenorMonths(),
                        l.graceMonths(),
                        l.shape(),
                        l.dscr(),
                        l.upfrontFee(),
                        l.commitmentFee(),
                        l.marketRate()));
    }

    private static Project loans(Project project, UnaryOperator<Finance.Loan> change) {
        Finance f = project.finance();
        List<Finance.Loan> loans = f.loans().stream().map(change).toList();
        return with(project, new Finance(f.terms(), loans, f.equity(), f.supports(), f.parties(), f.split()));
    }
}
