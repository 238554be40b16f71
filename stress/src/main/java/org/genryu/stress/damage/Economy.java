package org.genryu.stress.damage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.core.Check;
import org.genryu.core.Lang;
import org.genryu.core.Text;

/// The branches of one economy and what they buy of each other at home in a year: an input-output table.
///
///     x = Z 1 + y        x output, Z bought, y what final users and buyers abroad get
///     A = Z diag(x)^-1, x = L y, L = (I - A)^-1
///
/// Source: Leontief; Miller and Blair, Input-Output Analysis (2009), chapter 2. Imports are left out of Z, so
/// that what is lost abroad is not counted here.
///
/// @param place of the economy
/// @param bought by [seller][buyer] [currency/yr]
/// @param critical by [seller][buyer]: share of the buyer's output that stops without it; NaN where the case
/// says nothing [fraction]
public record Economy(int place, List<Branch> branches, double[][] bought, double[][] critical) {
    private static final int ROUNDS = 10_000;

    /// @param row in the table of the case
    /// @param output [currency/yr]
    /// @param valueAdded [currency/yr]
    public record Branch(int row, String id, Text name, double output, double valueAdded) {}

    public Economy {
        Check.that(
                bought.length == branches.size() && critical.length == branches.size(),
                "Economy of %s branches: its table has %s rows.",
                branches.size(),
                bought.length);
    }

    /// The economies of a case, in the order of its branches.
    public static List<Economy> of(CaseFile file) {
        CaseTable rows = file.table("branches");
        int[] place = rows.references("place");
        List<Economy> all = new ArrayList<>();
        for (int at : Arrays.stream(place).distinct().toArray()) {
            List<Branch> branches = new ArrayList<>();
            for (int r = 0; r < rows.rows(); r++) {
                if (place[r] == at) {
                    branches.add(branch(rows, r));
                }
            }
            all.add(new Economy(
                    at, List.copyOf(branches), square(branches.size(), 0), square(branches.size(), Double.NaN)));
        }
        CaseTable inputs = file.table("inputs");
        CaseTable.Column.Numbers amount = inputs.numbers("amount");
        CaseTable.Column.Numbers critical = inputs.numbers("critical");
        int[] from = inputs.references("from");
        int[] to = inputs.references("to");
        for (Economy economy : all) {
            int[] index = new int[rows.rows()];
            Arrays.fill(index, -1);
            for (int b = 0; b < economy.size(); b++) {
                index[economy.branches.get(b).row()] = b;
            }
            for (int r = 0; r < inputs.rows(); r++) {
                if (index[from[r]] >= 0 && index[to[r]] >= 0) {
                    economy.bought[index[from[r]]][index[to[r]]] += amount.values()[r];
                    if (critical.given(r)) {
                        economy.critical[index[from[r]]][index[to[r]]] = critical.values()[r];
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    private static Branch branch(CaseTable rows, int r) {
        String id = rows.id(r);
        String en = rows.words("name_en")[r];
        String ja = rows.words("name_ja")[r];
        Text name = new Text(en.isEmpty() ? id : en, ja.isEmpty() ? (en.isEmpty() ? id : en) : ja);
        return new Branch(
                r,
                id,
                name,
                rows.numbers("output").values()[r],
                rows.numbers("value_added").values()[r]);
    }

    private static double[][] square(int size, double value) {
        double[][] all = new double[size][size];
        for (double[] row : all) {
            Arrays.fill(row, value);
        }
        return all;
    }

    public int size() {
        return branches.size();
    }

    /// Of a year [currency].
    public double valueAdded() {
        return branches.stream().mapToDouble(Branch::valueAdded).sum();
    }

    /// What a buyer pays for it, of its output: a coefficient of A [fraction].
    public double coefficient(int seller, int buyer) {
        double output = branches.get(buyer).output();
        return output > 0 ? bought[seller][buyer] / output : 0;
    }

    /// What final users and buyers abroad get of a branch when each makes so much [currency/yr].
    public double[] finalUse(double[] output) {
        double[] left = output.clone();
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                left[i] -= coefficient(i, j) * output[j];
            }
        }
        return left;
    }

    /// The output that a final use needs, x = L y, by the series y + A y + A² y + …, which ends because every
    /// branch adds value [currency/yr].
    public double[] outputFor(double[] finalUse) {
        double[] sum = finalUse.clone();
        double[] term = finalUse.clone();
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[size()];
            double size = 0;
            double whole = 0;
            for (int i = 0; i < size(); i++) {
                for (int j = 0; j < size(); j++) {
                    next[i] += coefficient(i, j) * term[j];
                }
                sum[i] += next[i];
                size += Math.abs(next[i]);
                whole += Math.abs(sum[i]);
            }
            if (size <= 1e-15 * whole) {
                return sum;
            }
            term = next;
        }
        throw new IllegalStateException("Economy " + branches.getFirst().name().in(Lang.EN)
                + ": its branches buy more of each other than they make; the check of a case finds this.");
    }
}
