package org.genryu.core.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genryu.core.Check;

/// The money of an amount: a currency in the prices of one year. Two amounts of different money are never added; they
/// meet only through [Rates] that somebody has given.
///
/// @param currency ISO 4217 code such as `USD`
/// @param priceYear year whose prices it is in, such as 2025
public record Money(String currency, int priceYear) {
    public Money {
        Check.that(
                currency.matches("[A-Z]{3}"),
                "Money: currency is '%s'; it must be an ISO 4217 code such as USD.",
                currency);
        Check.that(
                priceYear >= 1900 && priceYear <= 2200,
                "Money: price year is %s; it must lie in 1900..2200.",
                priceYear);
    }

    /// `USD2025`
    @Override
    public String toString() {
        return currency + priceYear;
    }

    /// One unit of `from` is worth `factor` units of `to`: an exchange rate, a deflator, or both in one.
    public record Rate(Money from, Money to, BigDecimal factor) {
        public Rate {
            Check.that(factor.signum() > 0, "Rate %s to %s: factor is %s; it must be above 0.", from, to, factor);
        }
    }

    /// The exchange rates and deflators that somebody has given; none is built in.
    public record Rates(List<Rate> all) {
        public static final Rates NONE = new Rates(List.of());

        public Rates {
            all = List.copyOf(all);
        }

        /// What one unit of `from` is worth in `to`, by the shortest chain of given rates (each may be used
        /// backwards; of equally short chains the one given first); empty if there is none.
        public Optional<BigDecimal> factor(Money from, Money to) {
            record Step(Money at, BigDecimal factor) {}
            List<Step> steps = new ArrayList<>(List.of(new Step(from, BigDecimal.ONE)));
            Set<Money> seen = new HashSet<>(Set.of(from));
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                if (step.at().equals(to)) {
                    return Optional.of(step.factor());
                }
                for (Rate rate : all) {
                    if (rate.from().equals(step.at()) && seen.add(rate.to())) {
                        steps.add(new Step(rate.to(), step.factor().multiply(rate.factor(), MathContext.DECIMAL128)));
                    } else if (rate.to().equals(step.at()) && seen.add(rate.from())) {
                        steps.add(new Step(rate.from(), step.factor().divide(rate.factor(), MathContext.DECIMAL128)));
                    }
                }
            }
            return Optional.empty();
        }
    }
}
