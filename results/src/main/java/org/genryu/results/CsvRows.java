package org.genryu.results;

import java.io.IOException;

/// Rows into a CSV file.
record CsvRows(CsvWriter csv) implements RowSink {
    @Override
    public RowSink cell(Label text) throws IOException {
        csv.cell(text.csv());
        return this;
    }

    @Override
    public RowSink text(String text) throws IOException {
        csv.cell(CsvWriter.text(text));
        return this;
    }

    @Override
    public RowSink number(double value) throws IOException {
        csv.number(value);
        return this;
    }

    @Override
    public void end() throws IOException {
        csv.end();
    }
}
