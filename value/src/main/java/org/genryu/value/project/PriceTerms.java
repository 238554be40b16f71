package org.genryu.value.project;

import java.util.List;
import java.util.Optional;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.SchwartzSmith;
import org.genryu.value.project.TermSheet.Entry;
import org.genryu.value.project.TermSheet.Part;

/// Makes the price model that a sheet names from its parameters. What is not given takes the simplest meaning: no
/// level is the start, no volatility is none.
final class PriceTerms {
    private PriceTerms() {}

    static Optional<PriceModel> model(Part part, Part rates, SheetRules rules) {
        String model = part.word("model");
        if (!rules.hasParameters(part, model, needed(model))) {
            return Optional.empty();
        }
        double start = part.given("start")
                .or(() -> part.given("level"))
                .map(SheetFigure::central)
                .orElse(1.0);
        double level = part.given("level").map(SheetFigure::central).orElse(start);
        double volatility = part.number("volatility").central();
        PriceModel plain = switch (model) {
            case "lognormal" ->
                new PriceModel.Lognormal(start, part.number("drift").central(), volatility);
            case "mean-reverting" ->
                new PriceModel.MeanReverting(
                        start, level, part.number("reversion").central(), volatility);
            case "schwartz-smith" -> schwartzSmith(part, start, volatility);
            case "two-factor" -> twoFactor(part, rates, start, volatility);
            case "table" -> new PriceModel.Table(values(part), 1);
            default -> new PriceModel.Flat(start);
        };
        double jumps = part.number("jumps").central();
        return Optional.of(
                jumps > 0
                        ? new PriceModel.WithJumps(
                                plain,
                                jumps,
                                part.number("jump_mean").central(),
                                part.number("jump_deviation").central())
                        : plain);
    }

    /// Keys without which the model means nothing.
    static List<String> needed(String model) {
        return switch (model) {
            case "lognormal" -> List.of("start", "volatility");
            case "mean-reverting" -> List.of("start", "reversion", "volatility");
            case "schwartz-smith" -> List.of("start", "reversion", "volatility", "long_volatility");
            case "two-factor" -> List.of("start", "reversion", "volatility", "yield_volatility");
            case "table" -> List.of("values");
            default -> List.of("start");
        };
    }

    private static double[] values(Part part) {
        return part.given("values", Entry.Numbers.class).map(Entry.Numbers::figures).orElse(List.of()).stream()
                .mapToDouble(SheetFigure::central)
                .toArray();
    }

    private static PriceModel schwartzSmith(Part part, double start, double volatility) {
        double off = part.number("short").central();
        double drift = part.number("drift").central();
        return new SchwartzSmith(
                new SchwartzSmith.ShortTerm(
                        off,
                        part.number("reversion").central(),
                        volatility,
                        part.number("premium").central()),
                new SchwartzSmith.LongTerm(
                        start * Math.exp(-off),
                        drift,
                        drift,
                        part.number("long_volatility").central()),
                part.number("correlation").central());
    }

    private static PriceModel twoFactor(Part part, Part rates, double start, double volatility) {
        return new PriceModel.TwoFactor(
                start,
                part.number("drift").central(),
                Math.log1p(rates.number("riskless").central()),
                volatility,
                new PriceModel.ConvenienceYield(
                        part.number("yield").central(),
                        part.number("yield_level").central(),
                        part.number("reversion").central(),
                        part.number("yield_volatility").central(),
                        part.number("premium").central()),
                part.number("correlation").central());
    }
}
