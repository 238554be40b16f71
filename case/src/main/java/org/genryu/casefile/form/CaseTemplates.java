package org.genryu.casefile.form;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.casefile.schema.CaseSchema.TableSpec;
import org.genryu.core.Lang;
import org.genryu.core.Text;

/// An empty case to start from: every table with its columns, explained in comment lines.
public final class CaseTemplates {
    private CaseTemplates() {}

    /// The files by path within the folder.
    /// @param id of the new case
    /// @param lang language of the comments
    public static SortedMap<String, String> empty(String id, Lang lang) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(CaseSchema.HEADER, header(id, lang));
        for (TableSpec table : CaseSchema.current().tables().values()) {
            files.put(table.name() + ".csv", table(table, lang));
        }
        files.put("scenarios/example.yaml", scenario(lang));
        return files;
    }

    private static String table(TableSpec table, Lang lang) {
        StringBuilder text =
                new StringBuilder("# ").append(table.meaning().in(lang)).append('\n');
        for (ColumnSpec column : table.columns().values()) {
            text.append("# ")
                    .append(column.name())
                    .append(": ")
                    .append(column.meaning().in(lang));
            text.append(detail(column, lang)).append('\n');
        }
        return text.append(String.join(",", table.columns().keySet()))
                .append('\n')
                .toString();
    }

    /// Unit, words and default of a column, in brackets.
    static String detail(ColumnSpec column, Lang lang) {
        Text required = new Text("required", "必須");
        Text standard = new Text("default ", "既定値 ");
        String words = column.kind() == CaseSchema.Kind.CHOICE ? String.join(" | ", column.target()) : column.unit();
        String end = column.required()
                ? required.in(lang)
                : column.standard().isEmpty() ? "" : standard.in(lang) + column.standard();
        String inside = java.util.stream.Stream.of(words, end)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return inside.isEmpty() ? "" : " [" + inside + "]";
    }

    private static String header(String id, Lang lang) {
        Text home = new Text("the partners whose security this case is about", "安全保障を考える側の国");
        Text rival = new Text("whose moves the case considers", "その手を想定する相手国");
        Text transit = new Text("goods under way at both ends: open or cyclic", "期首・期末の輸送中の扱い：open または cyclic");
        return "id: " + id + "\n"
                + "title: {en: New case, ja: 新しいケース}\n"
                + "currency: USD\n"
                + "price_year: 2025\n"
                + "home: []                       # " + home.in(lang) + "\n"
                + "rival: []                      # " + rival.in(lang) + "\n"
                + "discount_rate: 0.05\n"
                + "periods: {first: 2025, last: 2035, step: year}     # year | quarter | month\n"
                + "transit: open                  # " + transit.in(lang) + "\n";
    }

    private static String scenario(Lang lang) {
        Text events = new Text("what happens to us, such as", "起こる出来事。例：");
        Text measures = new Text("what we choose, such as", "選ぶ対策。例：");
        return "id: example\n"
                + "title: {en: Example, ja: 例}\n"
                + "start: 2027-01\n"
                + "months: 24\n"
                + "foresight: 3\n"
                + "events: []    # " + events.in(lang)
                + " - ban: {from: CN, to: [JP], commodities: [group:rare-earth], months: 12, leak: 10 %}\n"
                + "measures: []  # " + measures.in(lang) + " - thrift: {use: motors, share: 5 %}\n";
    }
}
