package org.genryu.cli.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.read.CaseReader;
import org.genryu.cli.evidence.CitedValue;
import org.genryu.core.Deadline;
import org.genryu.core.number.NumberText;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.claim.Claim;

/// Which claims move a result most? Each claim that a value of the case rests on is believed alone, at either end
/// of what it says (what it states exactly: half a unit of its last digit to either side), and the case is answered
/// anew.
///
/// move = max over both ends of |result − result of the case as it stands|
///
/// Claims are moved one at a time; what several do together is not asked.
final class ClaimMoves {
    /// What came of a case.
    ///
    /// @param price of what is traced [currency/unit]
    /// @param cost that the world makes least [currency]
    record Result(OptionalDouble price, double cost) {}

    /// What one claim does to it.
    ///
    /// @param ends values that were tried, as they would be written
    /// @param prices [currency/unit] one for each end that could be answered
    /// @param move of the price [currency/unit]
    /// @param cost by how much the cost of the world moves at most [currency]
    record Move(Claim claim, CitedValue value, List<String> ends, List<Double> prices, double move, double cost) {}

    private ClaimMoves() {}

    /// The moves, largest first.
    static List<Move> of(
            CaseFile file, Result base, List<CitedValue> cited, Function<CaseFile, Optional<Result>> answer) {
        List<Move> moves = new ArrayList<>();
        for (CitedValue value : cited) {
            for (Claim claim : value.row() < 0 ? List.<Claim>of() : value.claims()) {
                Deadline.present().check();
                moves.add(move(file, base, value, claim, answer));
            }
        }
        moves.sort(Comparator.comparingDouble(Move::move)
                .thenComparingDouble(Move::cost)
                .reversed()
                .thenComparing(one -> one.claim().id())
                .thenComparing(one -> one.value().place()));
        return List.copyOf(moves);
    }

    private static Move move(
            CaseFile file, Result base, CitedValue value, Claim claim, Function<CaseFile, Optional<Result>> answer) {
        List<String> ends = ends(claim);
        List<Double> prices = new ArrayList<>();
        double move = 0;
        double cost = 0;
        for (String end : ends) {
            Optional<Result> result = CaseReader.check(file.raw().with(value.table(), value.row(), value.column(), end))
                    .clean()
                    .flatMap(answer);
            if (result.isEmpty()) {
                continue;
            }
            cost = Math.max(cost, Math.abs(result.get().cost() - base.cost()));
            if (result.get().price().isPresent() && base.price().isPresent()) {
                prices.add(result.get().price().getAsDouble());
                move = Math.max(
                        move,
                        Math.abs(result.get().price().getAsDouble()
                                - base.price().getAsDouble()));
            }
        }
        return new Move(claim, value, ends, prices, move, cost);
    }

    /// Both ends of what a claim says, as a table takes them; one if it is only a bound.
    private static List<String> ends(Claim claim) {
        if (claim.quantity().isEmpty()) {
            return List.of();
        }
        Quantity said = claim.quantity().get();
        double widen = said.low().equals(said.high()) ? said.grain() : 0;
        TreeSet<Double> ends = new TreeSet<>();
        said.low().ifPresent(low -> ends.add(low - widen));
        said.high().ifPresent(high -> ends.add(high + widen));
        return ends.stream()
                .map(end -> (NumberText.exact(end) + " " + said.unit()).strip())
                .toList();
    }
}
