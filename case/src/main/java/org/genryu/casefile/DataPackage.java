package org.genryu.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.casefile.schema.CaseSchema.TableSpec;

/// Describes the tables of a case for other programs as a frictionless tabular data package. A number may carry its
/// own unit, hence the type `any` with the unit beside it; words, ids and references are strings.
final class DataPackage {
    private final StringBuilder out = new StringBuilder();
    private final Map<String, List<String>> tables;

    private DataPackage(Map<String, List<String>> tables) {
        this.tables = tables;
    }

    /// @param tables columns of the tables that stand in the folder, by name
    static String json(CaseHeader header, Map<String, List<String>> tables) {
        DataPackage json = new DataPackage(tables);
        json.whole(header);
        return json.out.toString();
    }

    private void whole(CaseHeader header) {
        out.append("{\n  \"profile\": \"tabular-data-package\",\n  \"name\": ").append(quote(header.id()));
        out.append(",\n  \"title\": ").append(quote(header.title().en())).append(",\n  \"resources\": [");
        String comma = "\n";
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            out.append(comma);
            resource(table.getKey(), table.getValue(), header.currency());
            comma = ",\n";
        }
        out.append("\n  ]\n}\n");
    }

    private void resource(String table, List<String> head, String currency) {
        Optional<TableSpec> spec = CaseSchema.current().table(table);
        out.append("    {\n      \"name\": ").append(quote(table));
        out.append(",\n      \"path\": ").append(quote(table + ".csv"));
        out.append(",\n      \"profile\": \"tabular-data-resource\",\n      \"encoding\": \"utf-8\"");
        spec.ifPresent(s -> out.append(",\n      \"description\": ")
                .append(quote(s.meaning().en())));
        out.append(",\n      \"dialect\": {\"delimiter\": \",\", \"commentChar\": \"#\"}");
        out.append(",\n      \"schema\": {\n        \"missingValues\": [\"\"]");
        spec.ifPresent(s -> keys(s, head));
        out.append(",\n        \"fields\": [");
        String comma = "\n";
        for (String name : head) {
            out.append(comma);
            field(name, spec.flatMap(s -> s.column(name)), currency);
            comma = ",\n";
        }
        out.append("\n        ]\n      }\n    }");
    }

    private void keys(TableSpec spec, List<String> head) {
        if (!spec.key().isEmpty()) {
            List<String> names = spec.key().stream().map(DataPackage::quote).toList();
            out.append(",\n        \"primaryKey\": [")
                    .append(String.join(", ", names))
                    .append(']');
        }
        List<String> foreign = new ArrayList<>();
        for (Map.Entry<String, ColumnSpec> column : spec.columns().entrySet()) {
            if (column.getValue().kind() == CaseSchema.Kind.REF
                    && head.contains(column.getKey())
                    && tables.containsKey(column.getValue().target().getFirst())) {
                TableSpec target =
                        CaseSchema.current().get(column.getValue().target().getFirst());
                foreign.add("{\"fields\": " + quote(column.getKey()) + ", \"reference\": {\"resource\": "
                        + quote(target.name()) + ", \"fields\": "
                        + quote(target.key().getFirst()) + "}}");
            }
        }
        if (!foreign.isEmpty()) {
            out.append(",\n        \"foreignKeys\": [\n          ")
                    .append(String.join(",\n          ", foreign))
                    .append("\n        ]");
        }
    }

    private void field(String name, Optional<ColumnSpec> spec, String currency) {
        out.append("          {\"name\": ").append(quote(name));
        boolean number = spec.filter(s -> s.kind() == CaseSchema.Kind.NUMBER || s.kind() == CaseSchema.Kind.VALUE)
                .isPresent();
        out.append(", \"type\": ").append(number ? "\"any\"" : "\"string\"");
        spec.ifPresent(s -> {
            out.append(", \"description\": ").append(quote(s.meaning().en()));
            out.append(", \"description_ja\": ").append(quote(s.meaning().ja()));
            if (!s.unit().isEmpty()) {
                out.append(", \"unit\": ").append(quote(s.unit().replace("{currency}", currency)));
            }
            if (!s.standard().isEmpty()) {
                out.append(", \"default\": ").append(quote(s.standard()));
            }
            constraints(s);
        });
        out.append('}');
    }

    private void constraints(ColumnSpec spec) {
        List<String> rules = new ArrayList<>();
        if (spec.required()) {
            rules.add("\"required\": true");
        }
        if (spec.kind() == CaseSchema.Kind.CHOICE) {
            rules.add("\"enum\": ["
                    + String.join(
                            ", ", spec.target().stream().map(DataPackage::quote).toList()) + "]");
        }
        if (!rules.isEmpty()) {
            out.append(", \"constraints\": {").append(String.join(", ", rules)).append('}');
        }
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
