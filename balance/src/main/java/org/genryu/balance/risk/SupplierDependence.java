package org.genryu.balance.risk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.origin.ShareSources;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Trace;
import org.genryu.core.Text;

/// On which country outside does a home partner depend most, and for what?
///
/// share = part of what its places use of the commodity that was made there, also when it came through third countries
///
/// value = use · mean price;  at stake = share · value
///
/// Several countries together (regions) count like one, by their name.
///
/// @param home index of the partner
/// @param country made `share` of what the partner uses of the commodity, more than any other outside
/// @param share [fraction]
/// @param value [currency] of all that it uses in the period
public record SupplierDependence(int home, int commodity, int country, double share, double value) {
    /// Dependence on one country that is too much [fraction].
    public static final double TARGET = 0.30;

    public double atStake() {
        return share * value;
    }

    /// All above [#TARGET], those on rivals first, each by what is at stake; where none is above it, the largest
    /// one.
    public static List<SupplierDependence> of(Assessment assessment, int home, int t) {
        List<SupplierDependence> all = IntStream.range(
                        0, assessment.balance().of().world().commodities().size())
                .mapToObj(commodity -> largest(assessment, home, commodity, t))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(
                                (SupplierDependence one) -> !assessment.rivals().contains(one.country()))
                        .thenComparing(Comparator.comparingDouble(SupplierDependence::atStake)
                                .reversed())
                        .thenComparingInt(SupplierDependence::commodity))
                .toList();
        List<SupplierDependence> above =
                all.stream().filter(one -> one.share() > TARGET).toList();
        return above.isEmpty() ? all.stream().limit(1).toList() : above;
    }

    /// Of one commodity; empty if the partner uses none that was made outside.
    static Optional<SupplierDependence> largest(Assessment assessment, int home, int commodity, int t) {
        double[] use = assessment.usedByMaker(List.of(home), commodity, t);
        double total = Arrays.stream(use).sum();
        return IntStream.range(0, assessment.countries())
                .filter(k -> use[k] > 0 && !assessment.homes().contains(k))
                .boxed()
                .max(Comparator.<Integer>comparingDouble(k -> use[k]).thenComparing(Comparator.reverseOrder()))
                .map(k -> new SupplierDependence(
                        home,
                        commodity,
                        k,
                        use[k] / total,
                        total * assessment.balance().markets().mean(commodity, 0)));
    }

    /// Who stands behind it, down to the mine.
    /// @param substance inside the commodity of which most passed through the country
    /// @param origins at the mine, the largest first
    /// @param touched part of it that passed through the country at any stage [fraction]
    public record Behind(Substance substance, List<FirstSource> origins, double touched) {}

    /// @param mined whether it is a country that mined it; else what it came from
    /// @param share [fraction]
    public record FirstSource(Text name, boolean mined, double share) {}

    /// Empty where no mine is known.
    public Optional<Behind> behind(Assessment assessment, int t) {
        return assessment.tracing().inside(commodity).stream()
                .map(substance -> behind(assessment, assessment.tracing().trace(substance), t))
                .filter(found -> !found.origins().isEmpty())
                .max(Comparator.comparingDouble(Behind::touched));
    }

    private Behind behind(Assessment assessment, Trace trace, int t) {
        double[] share = assessment.traced(trace, Trace.MINE, home, commodity, t);
        ShareSources sources = trace.sources();
        return new Behind(
                trace.substance(),
                IntStream.range(0, share.length)
                        .filter(k -> share[k] > 0)
                        .mapToObj(k -> new FirstSource(sources.name(k), sources.isCountry(k), share[k]))
                        .sorted(Comparator.comparingDouble((FirstSource one) -> -one.share()))
                        .toList(),
                assessment.tracedThrough(trace, country, home, commodity, t));
    }
}
