package org.genryu.value;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.genryu.core.Text;
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
/// loan, a
/// grant up to [#GRANT] of the capital cost, loans down to [#GEARING] of those of the sheet, a tenor up to twice the
/// longest of the sheet, an interest down to nothing.
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
