package org.genryu.casefile.check;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.casefile.CaseHeader;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.row.ReferenceRows;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Deadline;
import org.genryu.core.Text;

/// What must hold for a row of references.csv, so that there is something to compare its figure with.
final class ReferenceRules {
    private final CaseHeader header;
    private final Map<String, CaseTable> tables;
    private final IndexedTable keyed;
    private final CaseFindings faults;
    private final CaseTable table;

    ReferenceRules(CaseHeader header, Map<String, CaseTable> tables, IndexedTable keyed, CaseFindings faults) {
        this.header = header;
        this.keyed = keyed;
        this.tables = tables;
        this.faults = faults;
        this.table = table("references");
    }

    private CaseTable table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    void check() {
        Set<String> goods = knownGoods();
        Set<String> stages = known("commodities", "stage");
        Set<String> elements = known("contents", "element");
        for (int row = 0; row < table.rows(); row++) {
            Deadline.present().check();
            origins(row);
            shares(row);
            prices(row);
            goods(row, goods);
            periods(row);
            words(row, "stage", stages, "commodities");
            words(row, "elements", elements, "contents");
            units(row);
        }
    }

    private CaseFindings.Where where(int row, String column) {
        return keyed.where(row, column);
    }

    private String measure(int row) {
        return table.words("measure")[row];
    }

    private void origins(int row) {
        boolean origin = table.references("from")[row] >= 0;
        boolean place = table.references("place")[row] >= 0;
        String measure = measure(row);
        if ((measure.equals("import-share") && !origin) || (measure.equals("trade") && !origin && !place)) {
            faults.rule(
                    where(row, "from"),
                    "from is blank; measure '" + measure + "' must name the place of origin.",
                    "from が空欄です。measure「" + measure + "」には出発地が要ります。",
                    "the country that the goods come from was forgotten.",
                    "どの国から来るかを記入してください。");
        }
        boolean ofAPlace = measure.endsWith("share") || measure.equals("price");
        if (ofAPlace && !place) {
            faults.rule(
                    where(row, "place"),
                    "place is blank; measure '" + measure + "' must name a place.",
                    "place が空欄です。measure「" + measure + "」には地点が要ります。",
                    "the country that the figure is about was forgotten.",
                    "どの国の値かを記入してください。");
        }
    }

    private void shares(int row) {
        double value = table.numbers("value").values()[row];
        if (measure(row).endsWith("share") && (value < 0 || value > 1)) {
            String shown = PlainNumbers.write(value);
            faults.rule(
                    where(row, "value"),
                    "value is " + shown + "; a share must lie in [0, 1].",
                    "value が " + shown + " です。割合は 0 以上 1 以下でなければなりません。",
                    "percent were entered: write " + PlainNumbers.write(value / 100) + ".",
                    "パーセントなら " + PlainNumbers.write(value / 100) + " と書いてください。");
        }
    }

    private void prices(int row) {
        String goods = table.words("commodity")[row];
        if (measure(row).equals("price") && goods.matches("\\*|group:.*|.*;.*")) {
            faults.rule(
                    where(row, "commodity"),
                    "commodity is '" + goods + "'; a price must be that of one commodity.",
                    "commodity が「" + goods + "」です。価格は一つの品目について指定してください。",
                    "name the commodity itself.",
                    "品目のIDを書いてください。");
        }
    }

    private Set<String> known(String other, String column) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(Arrays.asList(table(other).words(column)));
        return known;
    }

    private Set<String> knownGoods() {
        Set<String> known = new TreeSet<>(table("commodities").names());
        for (String group : table("commodities").words("group")) {
            known.add("group:" + group);
        }
        known.add("*");
        return known;
    }

    private void goods(int row, Set<String> known) {
        for (String word : ReferenceRows.list(table.words("commodity")[row])) {
            if (!known.contains(word)) {
                faults.missingReference(
                        where(row, "commodity"),
                        "commodity",
                        word,
                        new Text("commodity", "品目"),
                        faults.near(word, known));
            }
        }
    }

    private void periods(int row) {
        CaseTable.Column.Spans period = table.spans("period");
        if (period.given(row)) {
            int index = header.periods().index(period.from()[row]);
            if (index < 0 || index >= header.periods().count()) {
                faults.rule(
                        where(row, "period"),
                        "period lies outside the periods of the case; it must be one of them.",
                        "period がケースの期間の外です。期間内でなければなりません。",
                        "leave it blank to compare with the first period; `year` tells the year of the figure.",
                        "空欄なら最初の期と比べます。公表値の年は year に書きます。");
            }
        }
    }

    /// Stages and elements that no row of the other table has.
    private void words(int row, String column, Set<String> known, String other) {
        String joined = table.words(column)[row];
        if (joined.isEmpty()) {
            return;
        }
        for (String word : joined.split(";")) {
            if (!known.contains(word.strip())) {
                faults.doubtfulWord(
                        where(row, column),
                        column,
                        word.strip(),
                        new Text("no row of " + other + ".csv has it", other + ".csv にこの語がありません"),
                        faults.near(word.strip(), known));
            }
        }
    }

    /// Tonnes and cubic metres must not be added.
    private void units(int row) {
        if (!table.words("elements")[row].isEmpty() || table.words("weight")[row].equals("value")) {
            return;
        }
        String goods = table.words("commodity")[row];
        Set<String> stages = Set.of(ReferenceRows.list(table.words("stage")[row]));
        Set<String> units = new TreeSet<>();
        CaseTable commodities = table("commodities");
        for (int c = 0; c < commodities.names().size(); c++) {
            String name = commodities.names().get(c);
            String group = commodities.words("group")[c];
            boolean named =
                    Arrays.stream(ReferenceRows.list(goods)).anyMatch(g -> ReferenceRows.covers(g, name, group));
            if (named && (stages.isEmpty() || stages.contains(commodities.words("stage")[c]))) {
                units.add(commodities.words("unit")[c]);
            }
        }
        if (units.size() > 1) {
            String shown = String.join(", ", units);
            faults.rule(
                    where(row, "commodity"),
                    "commodity '" + goods + "' is counted in " + shown + "; what is added must have one unit.",
                    "commodity「" + goods + "」には単位 " + shown + " が混在します。合計するものの単位は一つでなければなりません。",
                    "name a stage, count elements, or weigh by value.",
                    "段階を絞るか、元素または金額で数えてください。");
        }
    }
}
