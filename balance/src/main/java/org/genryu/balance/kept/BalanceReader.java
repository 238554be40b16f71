package org.genryu.balance.kept;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.SolvedProgram;
import org.genryu.balance.layout.ColumnSteps;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Finding;
import org.genryu.core.Text;
import org.genryu.core.disk.BinaryReader;
import org.genryu.core.disk.DamagedContent;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;

/// Reads what [BalanceWriter] wrote, for the case that it was written for. What does not fit the case – one row too
/// few, an index out of bounds – is damage: nothing of it is handed on.
public final class BalanceReader {
    /// See [ColumnSteps].
    private static final int MOST_STEPS = 2;

    private static final Balance.Seconds NO_TIME = new Balance.Seconds(0, 0, 0);

    private final BinaryReader from;
    private final SupplyCase of;

    private BalanceReader(BinaryReader from, SupplyCase of) {
        this.from = from;
        this.of = of;
    }

    /// @param of the case as it was solved, its periods cut where events begin or end
    /// @param options under which more is solved
    public static SolvedBalance read(BinaryReader from, SupplyCase of, SolveOptions options) throws DamagedContent {
        try {
            return new BalanceReader(from, of).solved(options);
        } catch (IllegalArgumentException unfit) {
            throw new DamagedContent(String.valueOf(unfit.getMessage()));
        }
    }

    private SolvedBalance solved(SolveOptions options) throws DamagedContent {
        SupplyCase whole = of.whole();
        Balance balance = new Balance(
                whole, from.real(), quantities(whole), markets(whole), optional(BalanceReader::calibration), account());
        Balance.Proof proof = proof();
        return new SolvedBalance(new BalanceResult.Balanced(balance, proof), program(options));
    }

    private static void must(boolean holds, String what) throws DamagedContent {
        if (!holds) {
            throw new DamagedContent(what);
        }
    }

    private <T> Optional<T> optional(BinaryReader.Item<T> item) throws DamagedContent {
        List<T> items = from.list(item);
        must(items.size() <= 1, "one or none was written");
        return items.stream().findFirst();
    }

    /// A number for each thing and period.
    private double[][] table(int things, SupplyCase whole) throws DamagedContent {
        double[][] table = from.table();
        must(table.length == things, "a table is of other things");
        for (double[] row : table) {
            must(row.length == whole.periods().count(), "a row is of other periods");
        }
        return table;
    }

    private Balance.Quantities quantities(SupplyCase whole) throws DamagedContent {
        int processes = whole.industry().processes().size();
        int demands = whole.use().demands().size();
        return new Balance.Quantities(
                table(processes, whole),
                table(processes, whole),
                table(whole.routes().size(), whole),
                table(whole.stock().size(), whole),
                table(demands, whole),
                table(demands, whole),
                table(whole.use().returns().size(), whole));
    }

    private Balance.Markets markets(SupplyCase whole) throws DamagedContent {
        int[] place = indices(whole.world().places().size());
        int[] commodity = indices(whole.world().commodities().size());
        must(place.length == commodity.length, "markets are of other lengths");
        int markets = place.length;
        return new Balance.Markets(
                place,
                commodity,
                table(markets, whole),
                table(markets, whole),
                table(markets, whole),
                table(markets, whole));
    }

    private int[] indices(int below) throws DamagedContent {
        int[] indices = from.numbers();
        for (int index : indices) {
            must(index >= 0 && index < below, "an index is out of bounds");
        }
        return indices;
    }

    private static Balance.Calibration calibration(BinaryReader at) throws DamagedContent {
        return new Balance.Calibration(
                at.list(one -> new Balance.Compared(one.text(), one.text(), one.real(), one.real(), one.real())),
                at.real());
    }

    private Balance.Account account() throws DamagedContent {
        return new Balance.Account(
                from.real(),
                from.real(),
                from.real(),
                from.real(),
                from.real(),
                from.real(),
                from.real(),
                from.real(),
                from.list(BalanceReader::share),
                from.list(BalanceReader::share));
    }

    private static Balance.Share share(BinaryReader at) throws DamagedContent {
        return new Balance.Share(at.text(), at.real(), at.real(), at.real());
    }

    private Balance.Proof proof() throws DamagedContent {
        return new Balance.Proof(
                new Solution.Certificate(from.real(), from.real(), from.real()),
                new Solution.Run(from.text(), from.text(), from.text(), 0, from.wideNumber()),
                from.number(),
                from.number(),
                from.number(),
                NO_TIME,
                from.list(BalanceReader::finding));
    }

    private static Finding finding(BinaryReader at) throws DamagedContent {
        int severity = at.number();
        Finding.Severity[] known = Finding.Severity.values();
        must(severity >= 0 && severity < known.length, "a severity is unknown");
        Finding.Place place = new Finding.Place(at.text(), at.number(), at.text());
        Text thing = text(at);
        Text problem = text(at);
        List<Text> cure = at.list(BalanceReader::text);
        must(cure.size() <= 1, "one cure or none was written");
        return new Finding(known[severity], place, thing, problem, cure.stream().findFirst());
    }

    private static Text text(BinaryReader at) throws DamagedContent {
        return new Text(at.text(), at.text());
    }

    private SolvedProgram program(SolveOptions options) throws DamagedContent {
        ColumnSteps steps = new ColumnSteps(steps(), steps(), steps());
        MathProgram program = new MathProgram(
                from.real(),
                new MathProgram.Columns(from.reals(), from.reals(), from.reals()),
                new MathProgram.Rows(from.reals(), from.reals()),
                matrix(),
                from.bits(),
                optional(BinaryReader::reals));
        BitSet bent = from.bits();
        Solution.Point point = new Solution.Point(from.reals(), from.reals(), from.reals(), from.reals());
        for (int row : program.matrix().row()) {
            must(row >= 0 && row < program.rows().size(), "an entry is out of bounds");
        }
        return new SolvedProgram(of, steps, program, bent, point, options);
    }

    private int[] steps() throws DamagedContent {
        return indices(MOST_STEPS + 1);
    }

    private MathProgram.Matrix matrix() throws DamagedContent {
        int[] start = from.numbers();
        int[] row = from.numbers();
        double[] value = from.reals();
        must(start.length > 0 && start[0] == 0, "the matrix has no beginning");
        for (int j = 1; j < start.length; j++) {
            must(start[j] >= start[j - 1], "a column of the matrix ends before it begins");
        }
        int entries = start[start.length - 1];
        must(row.length >= entries && value.length == row.length, "the matrix is not whole");
        return new MathProgram.Matrix(start, row, value);
    }
}
