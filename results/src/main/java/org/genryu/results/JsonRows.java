package org.genryu.results;

import java.util.List;

/// Rows into a JSON document, each an object by the names of the columns; an absent number is null.
final class JsonRows implements RowSink {
    private final JsonDocument json;
    private final List<String> heads;
    private int at;

    JsonRows(JsonDocument json, ResultSchema.Table table) {
        this.json = json;
        this.heads = table.heads();
    }

    @Override
    public RowSink cell(Label text) {
        return text(text.text());
    }

    @Override
    public RowSink text(String text) {
        json.text(head(), text);
        return this;
    }

    @Override
    public RowSink number(double value) {
        json.number(head(), value);
        return this;
    }

    @Override
    public void end() {
        json.endRow();
        at = 0;
    }

    private String head() {
        if (at == 0) {
            json.beginRow();
        }
        return heads.get(at++);
    }
}
