package org.genryu.casefile.check;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Text;

/// What must hold in the input-output table of a case: branches buy at home, buy and sell no more than they make; and
/// what is held against a scenario, published estimates and episodes, names one of the case.
public final class BranchRules {
    /// Printed tables are rounded [fraction].
    private static final double ROUNDING = 1e-3;

    private final Map<String, CaseTable> tables;
    private final Map<String, IndexedTable> keyed;
    private final CaseFindings faults;

    public BranchRules(Map<String, CaseTable> tables, Map<String, IndexedTable> keyed, CaseFindings faults) {
        this.tables = tables;
        this.keyed = keyed;
        this.faults = faults;
    }

    /// @param scenarios ids of the scenarios of the case
    public void check(Set<String> scenarios) {
        flows();
        questions("estimates", scenarios);
        questions("episodes", scenarios);
        questions("outlook", scenarios);
    }

    private CaseTable table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    private CaseFindings.Where where(String table, int row, String column) {
        return Objects.requireNonNull(keyed.get(table), table).where(row, column);
    }

    private void flows() {
        CaseTable branches = table("branches");
        CaseTable inputs = table("inputs");
        int[] place = branches.references("place");
        double[] output = branches.numbers("output").values();
        double[] bought = branches.numbers("value_added").values().clone();
        double[] sold = new double[branches.rows()];
        int[] from = inputs.references("from");
        int[] to = inputs.references("to");
        double[] amount = inputs.numbers("amount").values();
        for (int row = 0; row < inputs.rows(); row++) {
            if (from[row] < 0 || to[row] < 0) {
                continue;
            }
            sold[from[row]] += amount[row];
            bought[to[row]] += amount[row];
            if (place[from[row]] != place[to[row]]) {
                faults.rule(
                        where("inputs", row, "to"),
                        "to is a branch of another place; inputs must be what is bought at home.",
                        "to が別の地点の部門です。中間投入は国内で買うものでなければなりません。",
                        "leave imports out, or give both branches the same place.",
                        "輸入は除くか、両部門の place をそろえてください。");
            }
        }
        for (int row = 0; row < branches.rows(); row++) {
            tooMuch(row, "value_added", bought[row], output[row], "buys and adds", "購入額と付加価値の合計");
            tooMuch(row, "output", sold[row], output[row], "sells to branches", "部門への販売額の合計");
        }
    }

    private void tooMuch(int row, String column, double sum, double output, String does, String ja) {
        if (sum > output * (1 + ROUNDING)) {
            faults.rule(
                    where("branches", row, column),
                    "it " + does + " " + PlainNumbers.write(sum) + " a year; that must not exceed its output of "
                            + PlainNumbers.write(output) + ".",
                    ja + "が年" + PlainNumbers.write(sum) + "で、生産額" + PlainNumbers.write(output) + "を超えています。",
                    "imports are still in the amounts, or the units of the tables differ.",
                    "購入額に輸入が含まれているか、表の単位が違う可能性があります。");
        }
    }

    private void questions(String table, Set<String> scenarios) {
        String[] asked = table(table).words("scenario");
        for (int row = 0; row < asked.length; row++) {
            if (!asked[row].isEmpty() && !scenarios.contains(asked[row])) {
                faults.missingReference(
                        where(table, row, "scenario"),
                        "scenario",
                        asked[row],
                        new Text("scenario", "シナリオ"),
                        faults.near(asked[row], Arrays.asList(scenarios.toArray(String[]::new))));
            }
        }
    }
}
