package org.genryu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.form.RawCase;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.read.CaseReader;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.damage.Damage;
import org.genryu.stress.damage.DamageAccount;
import org.genryu.stress.damage.DamageVariant;
import org.genryu.stress.damage.DamageVariant.Assumption;
import org.genryu.stress.damage.PublishedEstimate;

/// From the months of a scenario to what they cost economies, and once more with one assumption changed at a time.
public final class DamageStudy {
    /// Days of stock of users: none; two months, as a published estimate takes; half a year, a target of a state.
    private static final int[] DAYS = {0, 60, 180};

    private DamageStudy() {}

    /// What a scenario costs.
    public static DamageAccount of(CaseFile file, StressAccount account) {
        Damage damage = Damage.of(file, account);
        return new DamageAccount(
                damage, PublishedEstimate.of(file, account.answer().scenario(), damage), List.of());
    }

    /// The same with the assumptions changed one at a time; the months are gone through anew for each stock.
    public static DamageAccount varied(StressStudy.Calm calm, StressAccount account, ProgressReport progress) {
        DamageAccount plain = of(calm.file(), account);
        List<DamageVariant> all = new ArrayList<>(DamageVariant.of(calm.file(), account));
        Scenario scenario = account.answer().scenario();
        for (int days : DAYS) {
            progress.begin(new Text("users keep " + days + " days", "需要家在庫" + days + "日で計算中"));
            CaseReader.check(keeping(calm.file().raw(), days)).clean().ifPresent(other -> {
                StressStudy.Calm same =
                        new StressStudy.Calm(other, calm.happened(), calm.balance(), calm.carried(), calm.options());
                if (same.under(scenario).clean().orElse(null) instanceof StressStudy.Result.Told(StressAccount told)) {
                    all.add(new DamageVariant(Assumption.STOCK_DAYS, Integer.toString(days), Damage.of(other, told)));
                }
            });
        }
        return new DamageAccount(plain.damage(), plain.published(), List.copyOf(all));
    }

    /// The case in which all users keep so many days of everything.
    private static RawCase keeping(RawCase raw, int days) {
        String number = Integer.toString(days);
        Map<String, RawTable> tables = new TreeMap<>(raw.tables());
        RawTable responses = tables.getOrDefault(
                "responses",
                new RawTable.Builder("responses.csv", "responses", List.of("response", "subject"), 1).build());
        RawTable.Builder stocks = copied(responses, List.of("users"), row -> row.equals("stock"), "subject", number);
        stocks.row(responses.headLine() + responses.rows() + 1);
        for (String column : withColumns(responses, List.of("users"))) {
            stocks.cell(
                    switch (column) {
                        case "response" -> "all-users";
                        case "subject" -> "stock";
                        case "users" -> number;
                        default -> "";
                    });
        }
        stocks.endRow();
        tables.put("responses", stocks.build());
        tables.computeIfPresent(
                "sectors",
                (_, rows) -> copied(rows, List.of("buffer_days"), _ -> true, "sector", number)
                        .build());
        return new RawCase(raw.name(), raw.header(), tables, raw.scenarios(), raw.others());
    }

    private static List<String> withColumns(RawTable table, List<String> more) {
        List<String> head = new ArrayList<>(table.head());
        more.stream().filter(column -> !head.contains(column)).forEach(head::add);
        return head;
    }

    /// @param where which rows get the value, by their cell of a column
    private static RawTable.Builder copied(
            RawTable from, List<String> columns, Predicate<String> where, String by, String value) {
        List<String> head = withColumns(from, columns);
        RawTable.Builder to = new RawTable.Builder(from.file(), from.name(), head, from.headLine());
        for (int row = 0; row < from.rows(); row++) {
            int key = from.head().indexOf(by);
            boolean meant = where.test(key < 0 ? "" : from.trimmed(row, key));
            to.row(from.line(row));
            for (int c = 0; c < head.size(); c++) {
                boolean set = meant && columns.contains(head.get(c));
                to.cell(set ? value : c < from.width() ? from.cell(row, c) : "");
            }
            to.endRow();
        }
        return to;
    }
}
