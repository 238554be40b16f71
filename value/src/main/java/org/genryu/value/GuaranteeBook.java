package org.genryu.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.genryu.core.Check;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.future.Distribution;
import org.genryu.value.future.FutureOptions;
import org.genryu.value.future.Futures;
import org.genryu.value.future.GuaranteePortfolio;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.Project;

/// What can a guarantor of many projects lose on all of them together, what capital does that ask for, and
/// what does one more guarantee add?
///
/// loss of the book in future f = cover · Σ_i (loss of all loans of project i in future f), values today,
/// gross of fees and of the covers that the sheets have; projects that hang on prices of the same name see
/// the same shocks, so they fail together
///
/// capital = loss that is not exceeded with the confidence - expected loss, 0 or more; added by project i =
/// capital of the book - capital of the book without it; share of the tail = mean loss of i over the worst (1
/// - confidence) of the book's futures
///
/// concentration (HHI) = Σ (share of a group in the exposure)²; exposure = cover · debt at completion
///
/// Source: [GuaranteePortfolio]; real-world probabilities.
///
/// @param currency of all amounts
/// @param cover share of each loan that is guaranteed
/// @param confidence in (0, 1)
/// @param losses of the book
/// @param capital [currency]
/// @param members in the order given
public record GuaranteeBook(
        String currency,
        double cover,
        double confidence,
        Distribution losses,
        double capital,
        double worst,
        List<Member> members) {
    public GuaranteeBook {
        members = List.copyOf(members);
    }

    /// One guarantee.
    ///
    /// @param mineral first product
    /// @param exposure [currency]
    /// @param chance of default
    /// @param expected loss
    /// @param alone capital if it were the only one
    /// @param added capital that the book needs more with it than without it
    /// @param inTail its mean loss in the book's worst futures
    public record Member(
            Project project,
            String country,
            String mineral,
            String sponsor,
            double exposure,
            double chance,
            double expected,
            double alone,
            double added,
            double inTail) {}

    /// Exposure by group, and how concentrated it is.
    /// @param exposure [currency]
    public record Concentration(Map<String, Double> exposure, double index) {}

    /// @param projects in one currency, one or more
    public static GuaranteeBook of(List<Project> projects, double cover, double confidence, FutureOptions options) {
        Check.that(!projects.isEmpty(), "Guarantee book: there is no project; there must be 1 or more.");
        List<double[]> losses = new ArrayList<>();
        List<DebtPlan> plans = new ArrayList<>();
        for (Project project : projects) {
            DebtPlan plan = DebtPlan.of(project);
            plans.add(plan);
            double[] lost = Futures.losses(project, plan, ProbabilityMeasure.REAL_WORLD, options);
            losses.add(Arrays.stream(lost).map(x -> x * cover).toArray());
        }
        int least = losses.stream().mapToInt(row -> row.length).min().orElse(0);
        losses.replaceAll(row -> Arrays.copyOf(row, least));
        double[] book = sum(losses, -1);
        Distribution all = GuaranteePortfolio.bySimulation(losses).losses();
        double capital = capital(book, confidence);
        double[] worst = tail(book, losses, confidence);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < projects.size(); i++) {
            double[] own = losses.get(i);
            members.add(new Member(
                    projects.get(i),
                    country(projects.get(i)),
                    projects.get(i).plant().products().getFirst().id(),
                    sponsor(projects.get(i)),
                    cover * plans.get(i).debt(),
                    Arrays.stream(own).filter(x -> x > 0).count() / (double) own.length,
                    Arrays.stream(own).average().orElse(0),
                    capital(own, confidence),
                    capital - capital(sum(losses, i), confidence),
                    worst[i]));
        }
        return new GuaranteeBook(
                projects.getFirst().header().money().currency(),
                cover,
                confidence,
                all,
                capital,
                all.meanOfHighest(1 - confidence),
                members);
    }

    private static double[] sum(List<double[]> losses, int without) {
        double[] out = new double[losses.getFirst().length];
        for (int i = 0; i < losses.size(); i++) {
            for (int f = 0; f < out.length && i != without; f++) {
                out[f] += losses.get(i)[f];
            }
        }
        return out;
    }

    private static double capital(double[] losses, double confidence) {
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        int rank = Math.clamp((int) Math.ceil(confidence * sorted.length) - 1, 0, sorted.length - 1);
        return Math.max(0, sorted[rank] - Arrays.stream(losses).average().orElse(0));
    }

    /// Mean loss of each over the futures in which the book loses most.
    private static double[] tail(double[] book, List<double[]> losses, double confidence) {
        Integer[] order = new Integer[book.length];
        Arrays.setAll(order, f -> f);
        Arrays.sort(order, (a, b) -> Double.compare(book[b], book[a]));
        int count = Math.max(1, (int) Math.round((1 - confidence) * book.length));
        double[] out = new double[losses.size()];
        for (int i = 0; i < out.length; i++) {
            for (int n = 0; n < count; n++) {
                out[i] += losses.get(i)[order[n]] / count;
            }
        }
        return out;
    }

    private static String country(Project project) {
        return project.finance().parties().stream()
                .map(FinanceTerms.Party::country)
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse("?");
    }

    private static String sponsor(Project project) {
        return project.finance().equity().stream()
                .map(FinanceTerms.Shareholder::party)
                .findFirst()
                .orElse("?");
    }

    public double exposure() {
        return members.stream().mapToDouble(Member::exposure).sum();
    }

    public Concentration by(Function<Member, String> group) {
        Map<String, Double> sums = new LinkedHashMap<>();
        members.forEach(m -> sums.merge(group.apply(m), m.exposure, Double::sum));
        double all = exposure();
        double index = all > 0
                ? sums.values().stream().mapToDouble(x -> x / all * (x / all)).sum()
                : 0;
        return new Concentration(sums, index);
    }
}
