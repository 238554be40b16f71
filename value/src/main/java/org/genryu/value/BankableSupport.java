package org.genryu.value;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.core.Text;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.future.Bankability;
import org.genryu.value.future.Bankability.Lever;
import org.genryu.value.future.FutureOptions;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;

/// The least support of each kind that reaches what a bank asks for, every other term as in the sheet.
///
/// Looked at: a floor up to [#FLOOR] times the mean price of the first product at the start, a cover up to the whole
/// loan, a grant up to [#GRANT] of the capital cost, loans down to [#GEARING] of those of the sheet, a tenor up to
/// twice the longest of the sheet, an interest down to nothing.
///
/// @param answers by lever; a lever that the sheet cannot move (no loan) is left out
public record BankableSupport(Bankability.Target target, Map<Lever, Bankability.Answer> answers) {
    private static final double FLOOR = 3;
    private static final double GRANT = 0.9;
    private static final double GEARING = 0.05;
    /// Below this a price is none, and a floor has nothing to start from.
    private static final double LEAST_PRICE = 1e-9;

    public BankableSupport {
        Map<Lever, Bankability.Answer> inOrder = new EnumMap<>(Lever.class);
        inOrder.putAll(answers);
        answers = Collections.unmodifiableMap(inOrder);
    }

    public static BankableSupport of(Project project, Bankability.Target target, FutureOptions options) {
        Map<Lever, Bankability.Answer> answers = new EnumMap<>(Lever.class);
        OptionalDouble tenor = project.finance().loans().stream()
                .mapToDouble(FinanceTerms.Loan::tenorMonths)
                .max();
        OptionalDouble rate = project.finance().loans().stream()
                .mapToDouble(loan -> loan.rate().central())
                .max();
        if (tenor.isPresent() && rate.isPresent()) {
            answers.put(
                    Lever.FLOOR, Bankability.least(project, Lever.FLOOR, 0, FLOOR * price(project), target, options));
            answers.put(Lever.COVER, Bankability.least(project, Lever.COVER, 0, 1, target, options));
            answers.put(Lever.GRANT, Bankability.least(project, Lever.GRANT, 0, GRANT, target, options));
            answers.put(Lever.GEARING, Bankability.least(project, Lever.GEARING, 1, GEARING, target, options));
            answers.put(
                    Lever.TENOR,
                    Bankability.least(
                            project, Lever.TENOR, tenor.getAsDouble(), 2 * tenor.getAsDouble(), target, options));
            answers.put(Lever.RATE, Bankability.least(project, Lever.RATE, rate.getAsDouble(), 0, target, options));
        }
        return new BankableSupport(target, answers);
    }

    /// The same in the base case alone, without a future: which support lets the debt that `signed` signs at its
    /// own prices be covered at the prices of `met` as the strictest of its senior loans asks
    /// ([Bankability.Target.BaseCase]). Covers of guarantees are left out: they pay lenders and change no ratio.
    /// Empty where the sheet signs no senior debt.
    ///
    /// @param met the same project but for its market, such as at the prices of a run
    public static Optional<BankableSupport> inBaseCase(Project signed, Project met) {
        List<FinanceTerms.Loan> senior = signed.finance().loans().stream()
                .filter(loan -> loan.rank() == FinanceTerms.Rank.SENIOR)
                .toList();
        if (senior.isEmpty() || !(DebtPlan.of(signed).debt() > 0)) {
            return Optional.empty();
        }
        Bankability.Target.BaseCase target = new Bankability.Target.BaseCase(
                senior.stream().mapToDouble(loan -> loan.dscr().central()).max().orElse(1));
        double tenor = senior.stream()
                .mapToDouble(FinanceTerms.Loan::tenorMonths)
                .max()
                .orElse(0);
        double rate =
                senior.stream().mapToDouble(loan -> loan.rate().central()).max().orElse(0);
        Map<Lever, Bankability.Answer> answers = new EnumMap<>(Lever.class);
        answers.put(Lever.FLOOR, Bankability.least(signed, met, Lever.FLOOR, 0, FLOOR * price(signed), target));
        answers.put(Lever.GRANT, Bankability.least(signed, met, Lever.GRANT, 0, GRANT, target));
        answers.put(Lever.GEARING, Bankability.least(signed, met, Lever.GEARING, 1, GEARING, target));
        answers.put(Lever.TENOR, Bankability.least(signed, met, Lever.TENOR, tenor, 2 * tenor, target));
        answers.put(Lever.RATE, Bankability.least(signed, met, Lever.RATE, rate, 0, target));
        return Optional.of(new BankableSupport(target, answers));
    }

    /// The name of a lever, with its unit.
    public static Text name(Lever lever, Project project) {
        String unit = project.header().money().currency() + "/"
                + project.plant().products().getFirst().unit();
        return switch (lever) {
            case FLOOR -> new Text("floor price [" + unit + "]", "下限価格 [" + unit + "]");
            case COVER -> new Text("cover of a guarantee [share]", "保証割合");
            case GRANT -> new Text("grant [share of the capital cost]", "補助金（建設費に対する割合）");
            case GEARING -> new Text("loans [multiple of the sheet's]", "借入（シートに対する倍率）");
            case TENOR -> new Text("tenor [months]", "返済期間 [月]");
            case RATE -> new Text("interest [1/yr]", "金利（年率）");
        };
    }

    /// Mean price of the first product at the start; 1 where it has none.
    private static double price(Project project) {
        return switch (project.plant().products().getFirst().sale()) {
            case PlantTerms.Sale.AtPrice(String name, var _) ->
                project.market().prices().containsKey(name) ? start(project, name) : 1;
            case PlantTerms.Sale.Disposed _ -> 1;
        };
    }

    private static double start(Project project, String name) {
        Project.Price price = Objects.requireNonNull(project.market().prices().get(name), name);
        return Math.max(LEAST_PRICE, price.model().expected(1.0 / 12, ProbabilityMeasure.REAL_WORLD));
    }
}
