package org.genryu.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.genryu.core.Check;
import org.genryu.core.number.NumberText;

/// Rows as lists of texts.
final class TextRows implements RowSink {
    private final List<List<String>> to;
    private List<String> row = new ArrayList<>();

    /// All rows of a table, a number as the CSV file has it; an absent cell is empty.
    static List<List<String>> of(ResultTable table) {
        List<List<String>> all = new ArrayList<>();
        try {
            table.write(new TextRows(all));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return all;
    }

    TextRows(List<List<String>> to) {
        this.to = to;
    }

    @Override
    public RowSink cell(Label text) {
        return text(text.text());
    }

    @Override
    public RowSink text(String text) {
        row.add(text);
        return this;
    }

    @Override
    public RowSink number(double value) {
        Check.that(!Double.isNaN(value), "Result: a number is NaN; results never are.");
        row.add(Double.isInfinite(value) ? "" : NumberText.exact(value));
        return this;
    }

    @Override
    public void end() {
        to.add(List.copyOf(row));
        row = new ArrayList<>();
    }
}
