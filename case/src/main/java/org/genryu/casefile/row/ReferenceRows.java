package org.genryu.casefile.row;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Goods;
import org.genryu.casefile.SupplyCase.Measure;
import org.genryu.casefile.SupplyCase.Reference;

/// Which published figures is a result compared with? The rows of references.csv with every name an index.
public final class ReferenceRows {
    private final CaseFile file;
    private final CaseTable table;

    private ReferenceRows(CaseFile file) {
        this.file = file;
        this.table = file.table("references");
    }

    public static SupplyCase.References of(CaseFile file) {
        ReferenceRows rows = new ReferenceRows(file);
        Reference[] all =
                IntStream.range(0, rows.table.rows()).mapToObj(rows::row).toArray(Reference[]::new);
        return new SupplyCase.References(all);
    }

    private Reference row(int row) {
        CaseTable.Column.Spans period = table.spans("period");
        CaseTable.Column.Numbers year = table.numbers("year");
        int first = period.given(row) ? file.header().periods().index(period.from()[row]) : 0;
        return new Reference(
                table.id(row),
                Measure.valueOf(text(row, "measure").toUpperCase(Locale.ROOT).replace('-', '_')),
                table.references("place")[row],
                table.references("from")[row],
                goods(row),
                first,
                year.given(row) ? (int) year.values()[row] : 0,
                table.numbers("value").values()[row],
                table.numbers("tolerance").values()[row],
                text(row, "role").equals("fitted"),
                text(row, "source"),
                text(row, "note"));
    }

    private Goods goods(int row) {
        String label = text(row, "commodity");
        String[] stages = list(text(row, "stage"));
        CaseTable commodities = file.table("commodities");
        String[] group = commodities.words("group");
        String[] stage = commodities.words("stage");
        List<String> names = commodities.names();
        Set<String> wanted = Set.of(stages);
        int[] counted = IntStream.range(0, names.size())
                .filter(c -> Arrays.stream(list(label)).anyMatch(word -> covers(word, names.get(c), group[c])))
                .filter(c -> wanted.isEmpty() || wanted.contains(stage[c]))
                .toArray();
        return new Goods(
                label,
                counted,
                stages,
                text(row, "without"),
                list(text(row, "elements")),
                text(row, "weight").equals("value"));
    }

    /// Whether the word – a commodity, `group:<group>` or `*` – covers the commodity.
    public static boolean covers(String word, String commodity, String group) {
        return word.equals("*") || word.equals(commodity) || word.equals("group:" + group);
    }

    private String text(int row, String column) {
        return table.words(column)[row];
    }

    public static String[] list(String joined) {
        return Arrays.stream(joined.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }
}
